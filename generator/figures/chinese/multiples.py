"""Reads multiples and discounts in Chinese text: 增长2倍, 是去年的3倍, 翻两番, 打八折.

增长2倍 is a rise *by* twice the old value, so that the new value is three times the old; 是…的2倍
and 增长到2倍 are twice the old. 翻一番 is to double, 翻n番 to double n times.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import msgspec

from generator.figures.chinese.patterns import ENDINGS, NUMERAL, PREFIX, QUALIFIERS
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import (
    chinese_value,
    decimal,
    english_cardinal,
    english_number,
    exact,
    pair_values,
    plain,
)
from generator.patterns import late_regex

_TIMES = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL})(?P<more>多|余|几)?"
    rf"(?:(?:至|到|-|—+|–|~)(?P<b>{NUMERAL}))?倍(?![数增速率感频])(?P<half>半)?"
    r"(?P<suffix>(?:及?以上|以内|左右|还多|有余|不止|多|余))?"
)
# After these words, n倍 is the amount added.
_ADDED = late_regex(
    r"(?:增长|提高|增加|上升|扩大|提升|上涨|增|涨|高出?|多出?|翻|放大|增多|攀升|飙升|激增|暴增|暴涨|增幅|增速|加快|提速|(?<![0-9一二两三四五六七八九十百千万])升)"
    r"(?:了|达|为|将|超过|超|近|约|将近|接近|幅度)*\Z"
)
_BEYOND = late_regex(
    r"(?:超(?:出|过|标|购|额(?:认购)?)|认购)[\u4e00-\u9fff]{0,8}(?:[(（][^()（）]{1,16}[)）])?\Z"
)
_BEYOND_LIMIT = late_regex(r"超(?:出|标)[^的]*\Z")
_RISEN_TO = late_regex(r"[到至为成达](?:原来?|原先|过去|去年|上年)?的?\Z")
_DOUBLE = late_regex(
    r"(?P<prefix>近|约|将近|接近|超过?)?翻(?:了)?(?P<inner>近|约|将近|接近|超过?|不止)?"
    r"(?P<n>[一两二三四五]|[1-5])?(?:番(?!茄|薯|石)|(?P<loose>(?<=翻)倍))(?P<suffix>还多|有余|不止|以上|多(?!亏))?"
)
_TURNED = late_regex(
    rf"翻(?:了|上)?(?P<prefix>近|约|将近|接近|超过?|至少)?(?P<n>{NUMERAL})倍(?P<suffix>以上|多|左右)?"
)
_DISCOUNT = late_regex(
    r"(?P<cut>打了?)?(?P<n>[1-9](?:\.[1-9])?|[1-9][1-9]|[一二两三四五六七八九](?:点?[一二三四五六七八九])?)折"
    # 两折五
    r"(?P<tail>[一二三四五六七八九](?=[，。；、的起]|\Z))?"
    r"(?![扣射叠腾合断磨服返线页旧算中桥纸戏损耗现回转子])"
)
_HALF_OFF = late_regex("打了?对折")
_REDUCED = late_regex(
    r"(?:打|享受?|[享有季日期段员者生童]|[低至以按价票费售卖约近到达场减惠付收仓]|优惠|原价|全部|一律|统一|[，。、（(“”;])(?:了|的|可)?\Z"
)
# 满100张九折, 第二件五折
_FOR_SO_MANY = late_regex(
    "(?:(?:[满买购第每]|提前)[0-9一二两三四五六七八九十百]{1,5}[张件份元块个本瓶盒双套人杯箱袋斤年天晚次]|[0-9两三四五]人同行)"
    "(?:及?以上|起)?[即就可享给算]?\\Z"
)
_OFFERED = late_regex(r"优惠|起(?:售|拍|卖|订|$)|出售|销售|购[买票]|促销|甩卖|特惠|封顶")
_REDUCING = late_regex(
    r"(?:优惠|起|都|也|不到|出头|出售|销售|购|促销|以[上下]|左右|价|甩卖|特惠|封顶|票|卖|[，。、）)”“]|$)"
)


def read_multiple(text: str, at: int) -> Figure | None:
    """``增长2倍``, ``近一倍``, ``翻两番``, ``八折``."""
    return _doubled(text, at) or _discounts(text, at) or _discount(text, at) or _times(text, at)


def _doubled(text: str, at: int) -> Figure | None:
    match = _DOUBLE.match(text, at)
    if match:
        times = 2 ** int(chinese_value(match["n"] or "一") or 1)
        word = match["prefix"] or match["inner"] or ("不止" if match["suffix"] else "")
        made = _multiple(match, _fold_verb(times), str(times), Fraction(times), word)
        return msgspec.structs.replace(made, optional=bool(match["loose"]))
    match = _TURNED.match(text, at)
    n = _number(match["n"]) if match else None
    if match is None or n is None:
        return None
    word, bound = _qualifier(match["prefix"], match["suffix"])
    english = _fold_verb(n + 1)
    return Figure(
        at, match.end(), match.group(), f"{word} {english}".strip(), decimal(n), "times",
        "multiple", word, bound, facts=_folds(n + 1),
    )  # fmt: skip


def _multiple(
    match: re.Match[str], english: str, value: str, times: Fraction, prefix: str
) -> Figure:
    word, bound = QUALIFIERS.get(prefix, ("more than", 1) if prefix == "不止" else ("", 0))
    return Figure(
        match.start(), match.end(), match.group(), f"{word} {english}".strip(), value, "times",
        "multiple", word, bound, facts=_folds(times),
    )  # fmt: skip


def _fold_verb(times: Fraction | int) -> str:
    words = {2: "double", 3: "triple", 4: "quadruple"}
    if times in words:
        return words[int(times)]
    if Fraction(times).denominator == 1 and times <= 10:
        return f"increase {english_cardinal(int(times))}-fold"
    return f"increase {english_number(exact(Fraction(times)))}-fold"


def _folds(times: Fraction) -> tuple[tuple[Fact, ...], ...]:
    """The ways to state that something became so many times as large."""
    return ((Fact("fold", times),), (Fact("share", times - 1),))


def _qualifier(prefix: str | None, suffix: str | None) -> tuple[str, int]:
    word, bound = QUALIFIERS.get(prefix or "", ("", 0))
    if suffix in ("多", "余", "几", "还多", "有余", "不止"):
        return "more than", 1
    return ENDINGS[suffix] if suffix in ENDINGS and not word else (word, bound)


def _number(written: str) -> Fraction | None:
    value = chinese_value(written)
    return None if value is None else Fraction(value)


def _times(text: str, at: int) -> Figure | None:
    match = _TIMES.match(text, at)
    if not match or (at and text[at - 1] in "第负"):
        return None
    pair = pair_values(match["a"]) if not match["b"] else None
    numbers = [Fraction(n) for n in pair] if pair else []
    if not numbers:
        first, last = _number(match["a"]), _number(match["b"]) if match["b"] else None
        if first is None or (match["b"] and (last is None or last <= first)):
            return None
        numbers = [n for n in (first, last) if n is not None]
    if match["a"] in ("百", "千", "万", "亿", "百千") and not match["prefix"]:
        return None  # 百倍努力
    if match["half"]:
        numbers = [n + Fraction(1, 2) for n in numbers]
    before = text[max(0, at - 8) : at]
    word, bound = _qualifier(match["prefix"], match["more"] or match["suffix"])
    added = bool(_ADDED.search(before)) and not _RISEN_TO.search(before)
    if added:
        shown = [plain(Decimal(100) * exact(n)) for n in numbers]
        english = " to ".join(f"{english_number(Decimal(n))}%" for n in shown)
        ways = (
            tuple(Fact("share", n) for n in numbers),
            tuple(Fact("fold", n + 1) for n in numbers),
            tuple(Fact("more", n) for n in numbers),
            # From ten times on, the old value is not counted.
            *((tuple(Fact("fold", n) for n in numbers),) if numbers[0] >= 10 else ()),
        )
    else:
        english = _as_large(numbers)
        ways = (
            tuple(Fact("fold", n) for n in numbers),
            tuple(Fact("share", n) for n in numbers),
            # 涨到原来的1.5倍: a rise by half
            *((tuple(Fact("share", n - 1) for n in numbers),) if numbers[0] > 1 else ()),
        )
        # 超出限值4倍: also "by four times", and five times the limit
        if beyond := _BEYOND.search(text, max(0, at - 30), at):
            ways += (tuple(Fact("more", n) for n in numbers),)
            if _BEYOND_LIMIT.match(text, beyond.start(), at):
                ways += (tuple(Fact("fold", n + 1) for n in numbers),)
    return Figure(
        at, match.end(), match.group(), f"{word} {english}".strip(),
        "-".join(decimal(n) for n in numbers), "times", "multiple", word, bound,
        optional=not added and numbers[0] == 1, facts=ways,
    )  # fmt: skip


def _as_large(numbers: list[Fraction]) -> str:
    """``twice``, ``three times``: n倍 of something."""
    if len(numbers) == 1 and numbers[0] == 2:
        return "twice"
    if len(numbers) == 1 and numbers[0] == 1:
        return "the same"
    whole = all(n.denominator == 1 for n in numbers)
    phrases = [english_cardinal(int(n)) if whole else english_number(exact(n)) for n in numbers]
    return f"{' to '.join(phrases)} times"


_DISCOUNTS = late_regex(
    r"(?:打)?(?P<a>[1-9一二三四五六七八九])(?:至|到|-|—|~|(?=[一二三四五六七八九]折))(?P<b>[1-9一二三四五六七八九])折"
)


def _discounts(text: str, at: int) -> Figure | None:
    """``打七到九折``: 10% to 30% off."""
    match = _DISCOUNTS.match(text, at)
    low, high = (_number(match[name]) if match else None for name in ("a", "b"))
    if match is None or low is None or high is None or low >= high:
        return None
    if text[match.end("a")] == match["b"] and high != low + 1:
        return None  # 七五折 is 25% off
    off = tuple(Fact("off", 1 - n / 10) for n in (high, low))
    shares = tuple(Fact("share", 1 - n / 10) for n in (high, low))
    ways: tuple[tuple[Fact, ...], ...] = (off, shares)
    if text[match.end("a")] == match["b"]:  # 四五折 may also be 45% of the price
        exact = 1 - (low + high / 10) / 10
        ways += ((Fact("off", exact),), (Fact("share", exact),))
    english = f"{decimal(100 - 10 * high)}% to {decimal(100 - 10 * low)}% off"
    return Figure(
        at, match.end(), match.group(), english, f"{decimal(10 * low)}-{decimal(10 * high)}", "%",
        "discount", facts=ways,
    )  # fmt: skip


def _discount(text: str, at: int) -> Figure | None:
    half = _HALF_OFF.match(text, at)
    if half:
        ways = ((Fact("off", Fraction(1, 2)),), (Fact("share", Fraction(1, 2)),))
        return Figure(at, half.end(), half.group(), "50% off", "50", "%", "discount", facts=ways)
    match = _DISCOUNT.match(text, at)
    if not match:
        return None
    written = match["n"]
    western = written[0].isascii()
    before, sure = text[max(0, at - 4) : at], _REDUCING.match(text, match.end())
    if before[-1:] in tuple("骨波百曲不第转大"):
        return None
    certain = sure and (western or len(written) > 1 or _OFFERED.match(text, match.end()))
    of_price = sure and before.endswith("的")  # 均价为同地段商品房的七折左右
    bought = sure and _FOR_SO_MANY.search(text, max(0, at - 12), at)
    if not (match["cut"] or _REDUCED.search(before) or certain or of_price or bought):
        return None
    if western:
        paid = Fraction(written) / (100 if len(written) == 2 else 10)
    else:
        digits = [chinese_value(c) or Decimal(0) for c in written if c != "点"]
        paid = sum((Fraction(d) / 10 ** (i + 1) for i, d in enumerate(digits)), Fraction(0))
    if match["tail"]:
        paid += Fraction(chinese_value(match["tail"]) or 0) / 100
    english = f"{english_number(exact(100 * (1 - paid)))}% off"
    return Figure(
        at, match.end(), match.group(), english, decimal(100 * paid), "%", "discount",
        facts=((Fact("off", 1 - paid),), (Fact("share", paid, text="paid"),)),
    )  # fmt: skip
