"""Periods with another name: 第四天 that became "the fourth week", 连续三个月 "three years"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.time_units import TIME_UNITS
from generator.patterns import late_regex

_RUN = late_regex(
    r"(?:连续|连着|接连)(?:第)?[0-9一二两三四五六七八九十]+个?(?P<unit>月|年|季度|周|星期|[天日])"
)
_RUN_ENGLISH = late_regex(
    r"(?i:\b(?:consecutive|straight|successive|running)\s(?P<unit>second|minute|hour|day|week|month|quarter|year|season)s?\b)"
)


@needing(chinese=("连",), english=(_RUN_ENGLISH,))
def other_run_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """连续三个月 that became "a third straight year"."""
    text, english = comparison.text, comparison.english
    if "连" not in text:
        return
    units = {TIME_UNITS[found["unit"]] for found in _RUN.finditer(text)}
    match = _RUN_ENGLISH.search(english) if units else None
    if match and match["unit"].lower() not in units:
        yield FigureProblem("changed", "连续", f"in a row, {min(units)}s", match.group())


_SPAN_AFTER = late_regex(
    r"(?i:[\s-](?:(?:consecutive|straight|successive|full|whole|long|more|further|running)\s)?"
    r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade)s?\b)"
)
_SPAN_IN = late_regex(r"(?i:\s(day|week|month|quarter|year)\Z)")


def other_span_name(comparison: Comparison) -> Iterator[FigureProblem]:
    """第四天 that became "the fourth week", 连续11年 "eleven consecutive months"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if figure.kind == "duration":
            unit = figure.unit.rstrip("s")
        elif figure.kind in ("ordinal", "rank"):
            counted = figure.source[-1] + text[figure.end : figure.end + 2].lstrip("个")[:1]
            unit = next((TIME_UNITS[one] for one in counted if one in TIME_UNITS), "")
        else:
            continue
        if figure.kind == "duration" and text.endswith(("为期", "会期", "展期"), 0, figure.start):
            begun = _BEGINS_IN.search(english[max(0, stated.start - 30) : stated.start])
            if begun:
                words = f"{begun.group()}{stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, words)
                continue
        found = _SPAN_AFTER.match(english, stated.end) if unit in _SPAN_UNITS else None
        within = _SPAN_IN.search(stated.text) if figure.kind == "ordinal" and unit else None
        if within and within[1].lower() != unit and unit in _SPAN_UNITS:
            yield FigureProblem("changed", figure.source, figure.english, stated.text)
            continue
        kind = stated.facts[0].kind
        plain = kind == "ordinal" or (kind == "number" and figure.kind == "duration")
        named = any(fact.unit for fact in stated.facts)
        if found and plain and not named and found["unit"].lower() != unit:
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


# A duration is not a time until the beginning.
_BEGINS_IN = late_regex(
    r"(?i:\b(?:takes?\splace|begins?|starts?|opens?|be\sheld|kicks?\soff|is\sdue)\s(?:with)?in\s\Z)"
)
_SPAN_UNITS = frozenset({"minute", "hour", "day", "week", "month", "quarter", "year"})
