"""A single period, or half of one, of another length: 一小时 that became "one day", 半年 "half a
month".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.time_units import TIME_UNITS
from generator.needs import screened
from generator.patterns import late_regex

_ONE_SPAN = late_regex(
    r"(?<![第每])一个?(?P<unit>小时|星期|月|年|周|天|季度)(?=[就内便即后]|之内|以内)"
)
_ANY_SPAN = late_regex(
    r"(?i:hour|\bda(?:y|ily)|week|fortnight|month|quarter|year|minute|overnight|annual)"
)
_IN_ONE = late_regex(
    r"(?i:\b(?:in|within|after)\s(?:just\s|only\s|under\s)?(?:an?|one)\s"
    r"(?P<unit>hour|day|week|month|quarter|year)\b)"
)


@needing(chinese=(_ONE_SPAN,))
def other_single_span(comparison: Comparison) -> Iterator[FigureProblem]:
    """一个月就 that became "in a week"."""
    text, english = comparison.text, comparison.english
    found = _ONE_SPAN.search(text) if "一" in text else None
    if found and not _ANY_SPAN.search(english) and text[found.end() : found.end() + 1] in "就便即":
        yield FigureProblem("missing", found.group(), f"in a {TIME_UNITS[found['unit']]}")
        return
    match = _IN_ONE.search(english) if found else None
    if found and match and TIME_UNITS[found["unit"]] != match["unit"].lower():
        units = {TIME_UNITS[m["unit"]] for m in _ONE_SPAN.finditer(text)}
        if match["unit"].lower() not in units:
            yield FigureProblem(
                "changed", found.group(), f"a {TIME_UNITS[found['unit']]}", match.group()
            )


_ONE_OF = late_regex(
    "(?<![0-9〇零一二三四五六七八九十百千万亿第每.,])(?:一|1)个?"
    "(?P<unit>小时|钟头|天|周|星期|月|年|分钟|世纪)(?![0-9级度代期次号初底末])"
)
_SAID_OF = late_regex(r"\b(?:one|1)[\s-](?P<unit>minute|hour|day|week|month|year|century)\b")
# Chinese words that justify the English period, and English words for the Chinese one.
_SPOKEN_OF = {
    "minute": "分", "hour": "时钟点", "day": "天日昼夜", "week": "周星礼", "month": "月",
    "year": "年岁载春", "century": "世百",
}  # fmt: skip
_ENGLISH_OF = {
    "minute": ("minute", "seconds"), "hour": ("hour", "minutes"),
    "day": ("day", "hours", "overnight"), "week": ("week", "days"),
    "month": ("month", "days", "weeks"), "quarter": ("quarter", "months"),
    "year": ("year", "month", "annual", "decade"),
    "century": ("century", "centuries", "hundred", "100"),
}  # fmt: skip


@needing(chinese=(_ONE_OF,), english=(_SAID_OF,))
def other_span_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """一小时 that became "one day", if the Chinese has no word for days."""
    text, english = comparison.text, comparison.english
    found = _ONE_OF.search(text) if "一" in text or "1" in text else None
    said = _SAID_OF.search(english) if found else None
    if not said or not found:
        return
    if any(character in text for character in _SPOKEN_OF[said["unit"]]):
        return
    spans = [TIME_UNITS[match["unit"]] for match in _ONE_OF.finditer(text)]
    if not any(word in comparison.lower for span in spans for word in _ENGLISH_OF[span]):
        expected = f"one {spans[0]}"
        yield FigureProblem("changed", found.group(), expected, said.group())


_IN_A = late_regex(
    r"(?i:\b(?:in|within|over|during)\s(?:just\s|only\s|about\s|under\s)?(?:an?|one|a\ssingle)\s"
    r"(?P<unit>hour|day|week|month|quarter|year|decade)\b(?!['’-]))"
)
_SINGLE = {
    "hour": "[一1]个?小时|[一1]个?钟|半小?时|小时内|[时点]",
    "day": "[一1单每当同隔][天日]|日|天内|昼夜|半天",
    "week": "[一1单每]个?[周星礼]|[周星礼]|[7七][天日]",
    "month": "[一1单每当上本]个?月|月内|月[度均]|30天",
    "quarter": "季",
    "year": "(?<![0-9十百])[一1]年(?!级)|[每全当同单半]年|年[内均度产]|周年|12个?月|一载",
    "decade": "十年|10年|年代|旬",
}
_SINGLE_RE = {unit: late_regex(words) for unit, words in _SINGLE.items()}


@needing(english=(_IN_A,))
def several_as_one(comparison: Comparison) -> Iterator[FigureProblem]:
    """五年净增近百万辆 that became "nearly a million in a year"."""
    lost = [f for f in comparison.unsaid if f.kind == "duration"]
    for found in _IN_A.finditer(comparison.english) if lost else ():
        unit = found["unit"].lower()
        for figure in lost:
            if figure.unit != f"{unit}s" or _SINGLE_RE[unit].search(comparison.text):
                continue
            if figure.value.replace(".", "", 1).isdigit() and float(figure.value) > 1:
                yield FigureProblem("changed", figure.source, figure.english, found.group())


_ONE = late_regex(
    r"(?<![0-9〇零一二三四五六七八九十百千万亿第.])(?:一|1)个?(?P<unit>年|季度|月|星期|周|天|小时|钟头|分钟|世纪)"
    r"(?:多|半)?(?![0-9〇零一二三四五六七八九十])"
)
_ONE_BESIDE = screened(
    r"(?i:\b(?:a|one)\s(?P<unit>year|quarter|month|week|day|hour|minute|century)\s(?:ago|earlier|before|later"
    r"|to\srun|left|remaining|after|prior|off|(?<!quarter\s)of)\b"
    r"|\b(?:in|for)\s(?:more\sthan\s|over\s|nearly\s|almost\s|about\s)(?:a|one)\s"
    r"(?P<unit2>year|quarter|month|week|day|hour|minute|century)\b)"
)
# Other Chinese words for a single period.
_OTHERWISE = {
    "year": "去年|上年|周年|同比|年前|年后|年来|12个月|十二个月", "quarter": "[上前]一?季|环比",
    "month": "[上前]个?月|[^数]月前|环比|30天|三十天|月余|月来|(?<=[0-9十])月(?=[0-9])",
    "week": "[周星礼]|7天|七天", "day": "[前昨隔次日天]", "hour": "[时点]", "minute": "[分秒]",
    "century": "世纪|百年",
}  # fmt: skip
_OTHERWISE_RE = {unit: late_regex(words) for unit, words in _OTHERWISE.items()}


def other_one(comparison: Comparison) -> Iterator[FigureProblem]:
    """一年之前 that became "a month ago", 逾一年来 "in more than a month"."""
    text = comparison.text
    if "一" not in text and "1" not in text:
        return
    match = _ONE_BESIDE.search(comparison.english)
    found = _ONE.search(text) if match else None
    if not match or not found:
        return
    units = {TIME_UNITS[m["unit"]] for m in _ONE.finditer(text)}
    unit = (match["unit"] or match["unit2"]).lower()
    if unit not in units and not _OTHERWISE_RE[unit].search(text):
        yield FigureProblem("changed", found.group(), found=match.group())


_HALF = late_regex(r"半个?(?P<unit>年|季度|月|星期|周|天|日|小时|钟头|分钟|世纪)")
_HALF_SAID = late_regex(
    r"(?i:\bhalf\san?\s(?P<unit>year|quarter|month|week|day|hour|minute|century)\b)"
)


def other_half(comparison: Comparison) -> Iterator[FigureProblem]:
    """半年 that became "half a month"."""
    if "half a" not in comparison.lower or "半" not in comparison.text:
        return
    units = {m["unit"].lower() for m in _HALF_SAID.finditer(comparison.english)}
    own = {_unit(m.group()) for m in _HALF.finditer(comparison.text)}
    for figure, expressing in comparison.matches:
        unit = _unit(figure.source)
        if not unit or unit in units or not expressing or units & own:
            continue
        if all(_HALF_SAID.search(one.text) for one in expressing):
            yield FigureProblem("changed", figure.source, figure.english, expressing[0].text)


def _unit(source: str) -> str:
    """The English of the unit of 半个月; empty for other figures."""
    found = _HALF.fullmatch(source)
    return TIME_UNITS[found["unit"]] if found else ""
