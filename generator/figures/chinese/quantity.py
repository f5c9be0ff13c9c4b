"""Reads amounts, counts, percentages, ranks and orders of magnitude in Chinese text.

Every reader takes text in normal form and a place, and returns the figure that begins there, or
None.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from generator.figures.chinese.amount import Amount
from generator.figures.chinese.bare_counts import is_bare_count
from generator.figures.chinese.calendar import read_calendar
from generator.figures.chinese.compose_quantity import compose
from generator.figures.chinese.digit_counts import read_digits
from generator.figures.chinese.named_currencies import named_currency
from generator.figures.chinese.numeral_filter import counts, is_han, is_name
from generator.figures.chinese.patterns import NOT_PREFIX
from generator.figures.chinese.quantity_parts import Parts, parts_at
from generator.figures.chinese.unit_senses import ONE_POINT, POINTS_MOVED, sign_unit, unit_of
from generator.figures.chinese.units import CLASSIFIERS
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS, chinese_value, pair_values
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

# 约为6比4, 近3:1: a ratio follows the word.
_AGAINST = late_regex(":|比[0-9一二三四五六七八九十]")
_LETTER = late_regex("[A-Za-z]")
_MAGNITUDE = late_regex(r"[十百千万亿]+\Z")
_LARGE = late_regex(r"[万亿]+\Z")
# 一万二三 is 12,000 to 13,000.
_LARGE_PAIR = late_regex("[一二两三四五六七八九][百千万][一二三四五六七八][二三四五六七八九]\\Z")


def read_quantity(text: str, at: int) -> Figure | None:
    """An amount with its unit, range and qualifier (``近20个``, ``2万元至20万元``)."""
    match = parts_at(text, at)
    if not match:
        return None
    prefix = match["prefix"] or ""
    named = match["aunit"] or (match["bunit"] if match["bunit"] in _DEGREES else None)
    if text[at] == "-" and not _is_minus(text, at, named):
        return None
    if match["sign"] and _LETTER.match(text, match.end("a")):
        return None  # US$1.2bn
    if prefix and at and text[at - 1] in NOT_PREFIX.get(prefix[0], ""):
        return None
    if prefix == "超" and text[at - 1 : at] == "中" and text[max(0, at - 2) : at - 1] in _LEAGUE:
        return None
    if match["minus"] and not _is_below(text, match):
        return None
    start = match.start("a")
    if not text[start].isascii() and is_name(text, start):
        return None
    sign = "-" if match["minus"] else ""
    low = _value(sign + match["a"], match["ascale"])
    unit, unit_end = unit_of(text, match)
    if match["aunit"] == "日" and not unit:
        return None  # 约5日抵达: on about the fifth
    ends = [match.end(group) for group in ("a", "amore", "ascale", "alast", "aafter")]
    end = max(*ends, unit_end)
    ranged = _range(match, low) if match["sep"] else None
    if ranged is not None and not _is_change_and_level(text, match, ranged):
        last = max(match.end(group) for group in ("b", "bmore", "bscale", "bunit"))
        if (
            match["bunit"] == "个"
            and ONE_POINT.match(text, last)
            and POINTS_MOVED.search(text, max(0, at - 8), at)
        ):
            ranged, last = msgspec.structs.replace(ranged, unit="percentage points"), last + 1
        if match["bunit"] in _UNITS_BY_CONTEXT and not (match["minus"] or match["bminus"]):
            ranged, last = _by_context(text, match, ranged, last)
        if ranged.unit in ("", "yuan"):
            large = (match["b"] + (match["bscale"] or ""))[-1] in "万亿"
            named = sign_unit(match) or named_currency(text, at, large)
            ranged = msgspec.structs.replace(ranged, unit=named or ranged.unit)
        return compose(text, match, ranged, last)
    below = _JUST_BELOW.get(match["a"])
    if below and match["aunit"] not in (None, "度") and _stands_alone(text, start):
        figure = compose(text, match, Amount(below, unit, small=True), end)
        about = ((Fact("number", Fraction(below[1]), unit),), (Fact("vague", Fraction(below[1])),))
        return msgspec.structs.replace(figure, facts=(*figure.facts, *about), optional=True)
    pair = _pair(match)
    if pair is not None:
        small = not (sign or match["ascale"])
        return compose(
            text,
            match,
            Amount(pair, unit or ("" if match["aunit"] == "度" else "items"), small=small),
            end,
        )
    if low is None or not (sign or counts(text, match)):
        return None
    number = match.start("a")
    if prefix and (
        _AGAINST.match(text, match.end("a")) or (unit != "days" and read_calendar(text, number))
    ):
        return None  # 高于4月: a date or time follows, and is read as one
    if match["aunit"] == "位" and read_digits(text, number):
        return None  # 超过两位数
    small = (match["a"] in DIGITS or match["a"] == "十") and not (sign or match["ascale"])
    if not unit and len(match["a"]) == 1 and is_bare_count(text, number):
        unit = "items"
    bare = not unit and match["a"].replace(".", "").isdigit() and end == match.end("a")
    moved = end in (match.end("a"), match.end("ascale")) and _MOVED_TO.match(text, end)
    if (bare or moved) and not (unit or prefix) and text[at - 1 : at] in ("由", "从"):
        return _rising(text, match, Amount((low,), unit, small, bare), end)
    return compose(text, match, Amount((low,), unit, small, bare), end)


# What stands before 中超, the football league; but 其中超10亿元
_LEAGUE = ("", *"，。；、：“（的届季")
# 由12提高到三十勒克斯
_TO_LEVEL = late_regex("[\u4e00-\u9fff]{0,3}[到至为](?:了)?(?=[0-9一二两三四五六七八九十百])")
# 由五千九跌到四千四百美元
_MOVED_TO = late_regex(
    "[涨跌升降减增加提调缩压砍扩拉放回攀滑落延拓][\u4e00-\u9fff]{0,2}[到至为](?:了)?(?=[0-9一二两三四五六七八九十百])"
)
_SHARED = frozenset({"measure", "money", "percent", "duration"})
_TENFOLD = 10


def _rising(text: str, match: Parts, amount: Amount, end: int) -> Figure | None:
    """A number in the unit of the one that it becomes. None if it may be in its 万 or 亿 too."""
    figure = compose(text, match, amount, end)
    level = _TO_LEVEL.match(text, end)
    last = read_quantity(text, level.end()) if level else None
    if last is None or "-" in last.value or last.kind not in _SHARED | {"count"}:
        return figure
    scale = next((Decimal(10) ** n for n, c in ((8, "亿"), (4, "万")) if c in last.source), None)
    low = amount.values[0]
    if not amount.bare and any(c in figure.source for c in "万亿"):
        scale = None  # it has a scale of its own
    if scale is not None:
        return None if low and low * scale < Decimal(last.value) * _TENFOLD else figure
    if last.kind == "count":
        return figure
    named = compose(text, match, msgspec.structs.replace(amount, unit=last.unit), end)
    return msgspec.structs.replace(named, facts=(*named.facts, *figure.facts))


# 百八十里, 千八百块: a hundred or a little less.
_JUST_BELOW = {
    numeral: (Decimal(8 * tens), Decimal(10 * tens))
    for numeral, tens in (("百八十", 10), ("千八百", 100), ("万八千", 1000))
}


def _stands_alone(text: str, at: int) -> bool:
    """Whether no other numeral precedes: 几百八十 is another number."""
    return text[at - 1 : at] not in tuple("几数十百千万亿多上好成零第0123456789.点")


_UNITS_BY_CONTEXT = frozenset("度 块 桶 尺 寸 公里 千米 米 节 英里 平".split())


def _by_context(text: str, match: Parts, ranged: Amount, last: int) -> tuple[Amount, int]:
    """The range in the unit that its context determines: 时速80至100公里, 气温20至25度."""
    end = parts_at(text, match.start("b"))
    if end is None:
        return ranged, last
    unit, unit_end = unit_of(text, end, match.start())
    if unit in ("", "items") and match["bunit"] == "度":
        return msgspec.structs.replace(ranged, unit=""), match.start("bunit")
    return msgspec.structs.replace(ranged, unit=unit or "items"), max(last, unit_end)


_MOVED = late_regex(
    "(?:[上下]调|[上下]涨|下跌|[增减]加|增[长多收]|减少|提高|降低|上升|下降|[升降涨跌加减]价?|缩短|延长)了?\\Z"
)
# Ranges of amounts are seldom this wide.
_WIDE = 3


def _is_change_and_level(text: str, match: Parts, ranged: Amount) -> bool:
    """上调80元至460元: by 80 to 460 yuan, not a range."""
    low, high = ranged.values
    if not match["aunit"] or match["sep"] not in ("至", "到") or high < _WIDE * low:
        return False
    return bool(_MOVED.search(text, max(0, match.start() - 4), match.start()))


_DEGREES = ("摄氏度", "℃", "°C")
_SIGNED = ("percent", "points", "money")


# 系数为-0.587
_DECIMAL = late_regex(r"-[0-9]{1,2}\.[0-9]+(?![0-9.-])")
_COEFFICIENT = late_regex(r"-0\.[0-9]")


def _is_minus(text: str, at: int, unit: str | None) -> bool:
    """Whether a hyphen is a minus sign: in 增长-3.5% it is, in 5-3 and 南充-3 not."""
    before = text[at - 1 : at]
    if before.isascii():
        return not before.isalnum()
    if _COEFFICIENT.match(text, at):
        return True
    if (
        unit in (None, "度")
        and before in tuple("度值为差数率幅比是至到镜眼光视")
        and _DECIMAL.match(text, at)
    ):
        return True  # 骨密度-2.6
    kind = UNITS[CLASSIFIERS.get(unit or "", "items")].kind
    return not is_han(before) or unit in _DEGREES or kind in _SIGNED


# 减负5%, 税负5%: the character belongs to the word before it.
_BURDENED = "减税增胜抱肩欠担重自背债"


_INDEXED = late_regex(
    "(?:指数|判断|景气|信心|差值?|值|结果)[^，。；、0-9]{0,8}[为至到是于及报得]\\Z"
)


def _is_below(text: str, match: Parts) -> bool:
    """Whether 负 or 零下 is a minus: in 负5% and 零下5℃ it is, in 减负5% and 负3层 not."""
    before = text[max(0, match.start("minus") - 1) : match.start("minus")]
    if match["a"].startswith("-"):
        return False
    if match["minus"] == "负":
        if match["aunit"] in ("米", "m", "厘米") and before not in tuple(_BURDENED):
            return True  # 挖到负16.5米
        if not match["aunit"] and _INDEXED.search(
            text, max(0, match.start() - 14), match.start("minus")
        ):
            return True  # 指数为负23
        return match["aunit"] in ("%", *_DEGREES) and before not in tuple(_BURDENED)
    return match["aunit"] in (None, "度", *_DEGREES)


def _value(numeral: str, scale: str | None) -> Decimal | None:
    sign = -1 if numeral.startswith("-") else 1
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return None  # 五四三 is a name, not a number
    if numeral == "百十":  # 百十来人
        numeral = "百"
    value = chinese_value(numeral.lstrip("-") + (scale or ""))
    return None if value is None else sign * value


def _named(unit: str) -> str:
    return "°C" if unit == "度" else CLASSIFIERS.get(unit, unit)


def _range(match: Parts, low: Decimal | None) -> Amount | None:
    """``2至20万元`` shares its 万, ``10-20%`` its unit; only ascending numbers are a range."""
    high = _value(match["b"], match["bscale"])
    if low is None or high is None or match["amore"] in ("几", "来"):
        return None
    a_unit, b_unit = match["aunit"] or "", match["bunit"] or ""
    if match["bminus"] or (
        match["minus"] and not a_unit and not match["babove"]
    ):  # 零下10至5℃: both are below zero
        low, high = (low, -high) if low < -high or a_unit else (-high, low)
    pattern = _MAGNITUDE if match["b"][0].isascii() else _LARGE
    magnitude = pattern.search(match["b"] + (match["bscale"] or ""))
    bare = not a_unit and not match["ascale"] and not _MAGNITUDE.search(match["a"])
    if bare and magnitude:
        scale = chinese_value(magnitude.group()) or Decimal(1)
        low = low * scale if low * scale < high else low
    one, other = _named(a_unit), _named(b_unit)
    if a_unit and one != other:
        return None
    if not a_unit and not b_unit and match["sep"] == "-" and not magnitude:
        return None  # a telephone number or identifier
    return Amount((low, high), other) if low < high else None


def _pair(match: Parts) -> tuple[Decimal, Decimal] | None:
    """``七八个`` is 7 to 8, ``三四百`` 300 to 400; None if it is no such pair."""
    if match["a"][0].isascii():
        return None
    has_scale = (match["a"][-1:] in "十百千万亿" and len(match["a"]) > 2) or bool(
        _LARGE_PAIR.search(match["a"])
    )
    if not (match["aunit"] or match["amid"] or match["ascale"] or has_scale):
        return None
    found = pair_values(match["a"], match["ascale"] or "")
    if found is None:
        return None
    low, high = found
    return (-high, -low) if match["minus"] else (low, high)
