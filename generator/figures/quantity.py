"""Amounts, counts, shares, ranks and magnitudes in Chinese text.

Every reader takes ``numeral.normal`` text and a place, and returns the figure that begins
there or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import msgspec

from generator.figures.amount import Amount, english_amount, english_level
from generator.figures.calendar import read_calendar
from generator.figures.figure import Fact, Figure
from generator.figures.numeral import DIGITS, LARGE, chinese_value, plain
from generator.figures.pattern import (
    ENDINGS,
    NOT_PREFIX,
    NUMERAL,
    PREFIX,
    QUALIFIERS,
    SUFFIX,
)
from generator.figures.units import CLASSIFIERS, FIRM, MEASURE, UNITS

_QUANTITY = re.compile(
    rf"""
    (?P<prefix>{PREFIX})?
    (?P<a>{NUMERAL})(?P<amore>多|余|几|来)?(?P<ascale>[万亿]{{1,2}}(?!千瓦))?(?P<alast>多|余)?
    (?P<amid>(?:个)?多(?=个?(?:月|星期|小时|工作日)))?
    (?P<aunit>%|{MEASURE})?(?P<aafter>(?<=[年天月时])多|余|多(?=元))?
    (?:(?P<sep>至|到|-|—+|–|~)(?P<b>{NUMERAL})(?P<bmore>多|余)?(?P<bscale>[万亿]{{1,2}})?
       (?P<bunit>%|{MEASURE})?)?
    (?P<suffix>{SUFFIX})?
    """,
    re.VERBOSE,
)

# A lone Chinese numeral here is part of a name or a saying.
_NOT_COUNT = re.compile(
    r"三门(?:峡|县)?|[三五九]台[县山市区]|七台河|六枝|三只松鼠|[一二三四五六七八九十]里|四方|八方"
    r"|[四两三]面|两头|四季|三军|十分(?!钟|之)|十足|十全|两地书|二期|十字|三口之家|百家争鸣|三国"
    r"|八一|九三|十三陵|二十大|十[七八九]大|两会|一线|二线|三线|两岸|十里|三点水|五大连池"
    r"|[二三四五六七八九十两]{1,2}年代|三口(?!人)|两口|四口|三元(?=区|里|桥)|三角|两个文明"
)
_CLEAR_TAIL = re.compile(rf"多?余?(?:%|{FIRM})|大(?=[\u4e00-\u9fff])")
_MAGNITUDE = re.compile(r"[十百千万亿]+\Z")
_LARGE = re.compile(r"[万亿]+\Z")
_MAGNITUDE_NOUN = re.compile(
    r"级|规模|产业|项目|工业|工程|园区|集群|企业|产值|营收|市场|赛道|投资|税收|大关|元|基金|俱乐部|"
    r"新|国企|收入|市值|资金|板块|斤|人口|用户|吨|千瓦|个"
)
# A magnitude of these is one of money even where 元 is left out.
_MONEY_NOUN = re.compile(
    rf"(?:级(?:、(?:{NUMERAL})级)*)?(?:的|规模)?(?:以上)?(?:[^\s，。、；：“”]{{0,9}}?)(?:产业|项目|工程|园区|集群|企业|产值|营收|市场|赛道|"
    r"投资|税收|基金|国企|收入|市值|资金|板块)"
)
_PAIR = re.compile(
    r"(?P<head>.*[十百千万亿])?(?P<one>[一二两三四五六七八九])(?P<two>[二三四五六七八九])"
    r"(?P<tail>[十百千万亿]*)\Z"
)


def read_quantity(text: str, at: int) -> Figure | None:
    """An amount with its unit, range and qualifier (``近20个``, ``2万元至20万元``)."""
    match = _QUANTITY.match(text, at)
    if not match:
        return None
    prefix = match["prefix"] or ""
    if text[at] == "-" and at and text[at - 1].isalnum():
        return None  # a score or a sign, 5-3
    if prefix and at and text[at - 1] in NOT_PREFIX.get(prefix[0], ""):
        return None
    start = match.start("a")
    if not text[start].isascii() and _NOT_COUNT.match(text, start):
        return None
    low = _value(match["a"], match["amore"], match["ascale"])
    unit_name = match["aunit"] or ""
    end = max(
        match.end("a"),
        match.end("amore"),
        match.end("ascale"),
        match.end("alast"),
        match.end("aunit"),
    )
    end = max(end, match.end("aafter"))
    if match["sep"]:
        ranged = _range(match, low)
        if ranged is not None:
            return _finish(text, match, ranged, match.end("bunit") if match["bunit"] else max(
                match.end("b"), match.end("bmore"), match.end("bscale")))  # fmt: skip
    pair = _pair(match)
    if pair is not None:
        unit = CLASSIFIERS.get(unit_name, "items")
        return _finish(text, match, Amount(pair, unit, small=True), end)
    if low is None or not _is_figure(text, match, end):
        return None
    if prefix and (text.startswith(":", match.end("a")) or read_calendar(text, match.start("a"))):
        return None  # 高于4月: a date or a time follows, and will be read as one
    small = match["a"] in DIGITS or match["a"] == "十"
    unit = "%" if unit_name == "%" else CLASSIFIERS.get(unit_name, "")
    bare = not unit and match["a"].replace(".", "").isdigit() and end == match.end("a")
    return _finish(text, match, Amount((low,), unit, small, bare), end)


def _value(numeral: str, more: str | None, scale: str | None) -> Decimal | None:
    sign = -1 if numeral.startswith("-") else 1
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return None  # 五四三 is a name, not a number
    value = chinese_value(numeral.lstrip("-") + (scale or "" if not more else ""))
    if value is None:
        return None
    if more and scale:
        for c in scale:
            value *= LARGE[c]
    return sign * value


def _range(match: re.Match[str], low: Decimal | None) -> Amount | None:
    """``2至20万元`` shares its 万, ``10-20%`` its unit; only rising numbers are a range."""
    high = _value(match["b"], match["bmore"], match["bscale"])
    if low is None or high is None or match["amore"] in ("几", "来"):
        return None
    a_unit, b_unit = match["aunit"] or "", match["bunit"] or ""
    pattern = _MAGNITUDE if match["b"][0].isascii() else _LARGE
    magnitude = pattern.search(match["b"] + (match["bscale"] or ""))
    bare = not a_unit and not match["ascale"] and not _MAGNITUDE.search(match["a"])
    if bare and magnitude:
        scale = chinese_value(magnitude.group()) or Decimal(1)
        low = low * scale if low * scale < high else low
    one = CLASSIFIERS.get(a_unit, a_unit)
    other = CLASSIFIERS.get(b_unit, b_unit)
    if a_unit and one != other:
        return None
    if not a_unit and not b_unit and match["sep"] == "-" and not magnitude:
        return None  # a telephone number, an identifier
    return Amount((low, high), other) if low < high else None


def _pair(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """``七八个`` is 7 to 8, ``三四百`` 300 to 400; None where it is no such pair."""
    found = _PAIR.match(match["a"])
    if not found or not (match["aunit"] or found["tail"] or match["amid"]):
        return None
    one, two = DIGITS[found["one"]], DIGITS[found["two"]]
    if two != one + 1 and (one, two) != (3, 5):
        return None
    head, tail = found["head"] or "", found["tail"] + (match["ascale"] or "")
    low, high = (
        chinese_value(f"{head}{found['one']}{tail}"),
        chinese_value(f"{head}{found['two']}{tail}"),
    )
    return (low, high) if low is not None and high is not None else None


def _is_figure(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a Chinese numeral counts something here; Western ones always do."""
    numeral = match["a"]
    if numeral[-1].isascii() or numeral[0].isascii() or numeral[0] == "-":
        return True
    tail = text[match.end("a") :]
    if match["amore"] == "来" and not match["aunit"]:
        return False
    counted = bool(_CLEAR_TAIL.match(tail) or match["amore"] or match["amid"])
    if len(numeral) == 1:
        if numeral == "亿":
            return bool(match["aunit"] == "元" or tail.startswith("级"))
        if numeral in "廿卅":
            return bool(match["aunit"]) or not tail or not _is_han(tail[0])
        if numeral in "一百千万〇零":
            return bool(match["amore"]) and bool(match["aunit"]) and numeral not in "一〇零"
        return (
            counted and numeral != "二" and bool(match["aunit"] or match["amid"] or match["amore"])
        )
    if numeral[0] in "百千万亿":
        if any(c in DIGITS for c in numeral) or (
            numeral in ("亿万", "千万") and not match["aunit"]
        ):
            return False
        if not match["aunit"] and numeral[-1] != "亿":
            return bool(match["amore"]) or tail.startswith("级")
        noun = not tail or not _is_han(tail[0]) or _MAGNITUDE_NOUN.match(tail)
        return bool(match["aunit"]) or bool(noun)
    if all(c in "十百千万亿" for c in numeral) and not match["aunit"] and numeral[-1] != "亿":
        return bool(match["amore"]) or tail.startswith("级")
    return True


def _finish(text: str, match: re.Match[str], amount: Amount, end: int) -> Figure:
    """The figure, with qualifier, money that goes without saying, and English."""
    word, leaning = QUALIFIERS.get(match["prefix"] or "", ("", 0))
    more = match["amore"] or match["alast"] or match["aafter"] or match["amid"] or match["bmore"]
    if match["amid"] and not match["aunit"]:
        return _middle(text, match, amount, word, leaning)
    if more and not word:
        word, leaning = ("about", 0) if more == "来" else ("more than", 1)
    suffix = match["suffix"] if match["suffix"] and match.start("suffix") == end else ""
    if suffix in ("内", "以上", "以下") and not _closes(text, match, suffix):
        suffix = ""
    if suffix:
        end += len(suffix)
        if not word or word == "more than":
            word, leaning = ENDINGS[suffix]
    unit, level = amount.unit, False
    if text.startswith("级", end) and _is_magnitude(match["a"], match["ascale"]):
        end, level = end + 1, True
    elif not unit and not suffix and _bare_magnitude(match["a"]):
        level = bool(_MAGNITUDE_NOUN.match(text, end))
    if level and unit in ("", "yuan") and (unit or _MONEY_NOUN.match(text, match.end("a"))):
        unit = "yuan"
    if match["aunit"] in ("名", "位") and not _is_adverb(text, end):
        unit = "items"  # 53名工作人员: the noun says that they are people
    amount = msgspec.structs.replace(amount, unit=unit)
    english = (
        english_level(amount, level and match["a"][0] in "百千万亿")
        if level
        else english_amount(amount)
    )
    if match["aunit"] == "次" and _is_adverb(text, end):
        english = "once" if amount.is_one else f"{english} times"
    elif match["aunit"] == "大" and amount.small:
        english += " major"
    return _figure(text, match.start(), end, amount, english, word, leaning, level)


def _middle(text: str, match: re.Match[str], amount: Amount, word: str, leaning: int) -> Figure:
    """``3个多月``, ``两个多小时``: more than three months."""
    tail = re.compile(r"个?(月|星期|小时|工作日)").match(text, match.end("amid"))
    end = tail.end() if tail else match.end("amid")
    name = {"月": "months", "星期": "weeks", "小时": "hours", "工作日": "working days"}
    amount = Amount(amount.values, name[tail[1]] if tail else "items", amount.small)
    if not word:
        word, leaning = "more than", 1
    return _figure(text, match.start(), end, amount, english_amount(amount), word, leaning, False)


def _closes(text: str, match: re.Match[str], suffix: str) -> bool:
    """Whether 内, 以上 and 以下 belong to the number, not to the word after it."""
    after = text[match.end("suffix") : match.end("suffix") + 1]
    if suffix == "内":
        unit = CLASSIFIERS.get(match["bunit"] or match["aunit"] or "", "")
        return (
            unit in UNITS
            and UNITS[unit].kind == "duration"
            and (not after or after not in "外部容需")
        )
    return True


def _is_magnitude(numeral: str, scale: str | None) -> bool:
    return (numeral + (scale or ""))[-1] in "万亿"


def _bare_magnitude(numeral: str) -> bool:
    return len(numeral) > 1 and all(c in "十百千万亿" for c in numeral) and numeral[-1] == "亿"


def _is_adverb(text: str, end: int) -> bool:
    """Whether ``3次`` says how often, as nothing counted follows."""
    return not _is_han(text[end : end + 1])


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _figure(
    text: str, start: int, end: int, amount: Amount, english: str, word: str, leaning: int,
    level: bool,
) -> Figure:  # fmt: skip
    source = text[start:end]
    unit = UNITS.get(amount.unit)
    kind = "level" if level else unit.kind if unit else "count"
    if word == "nearly" and kind == "duration" and not _spent(text, start):
        # 近三年 is the stretch up to now, unless it is said how long something took.
        word, leaning, english = "", 0, f"the past {english}"
    english = f"{word} {english}" if word else english
    facts = tuple(_fact(v, amount.unit) for v in amount.values)
    weak = amount.small or amount.is_one
    hard = word or re.search(r"[〇零一二两三四五六七八九十百千万亿廿卅]", source)
    return Figure(
        start, end, source, english, "-".join(plain(v) for v in amount.values),
        amount.unit, kind, word, leaning, weak,
        easy=not hard and amount.unit not in ("mu", "jin") and not level,
        facts=_ways(facts, amount, text, start),
    )  # fmt: skip


def _spent(text: str, start: int) -> bool:
    return bool(
        re.search(r"(?:用时|历时|耗时|长达|时间|经过|花费?|用|了|过去|达|持续)\Z", text[:start])
    )


def _fact(value: Decimal, unit: str) -> Fact:
    if unit == "%":
        return Fact("share", Fraction(value) / 100)
    if unit == "percentage points":
        return Fact("points", Fraction(value))
    return Fact("number", Fraction(value), "" if unit in ("items", "times") else unit)


def _ways(
    facts: tuple[Fact, ...], amount: Amount, text: str, start: int
) -> tuple[tuple[Fact, ...], ...]:
    """A rise by n times may be said as n + 1 fold; and 100% as all."""
    if amount.unit == "times" and re.search(
        r"(?:增长|提高|增加|上升|扩大|提升)了?\Z", text[:start]
    ):
        return facts, tuple(Fact("number", fact.value + 1) for fact in facts)
    if amount.values == (Decimal(24),) and amount.unit == "hours":
        return facts, (Fact("label", text="the clock"),)  # round the clock
    return (facts,)
