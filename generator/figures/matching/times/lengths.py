"""Lengths that English gives instead of a period or an ordinal: "for nine months" is 前三季度, "for
five quarters on end" is 连续第五个季度.

The number must be that of the months, quarters or other periods that have passed; the words around
it must not place it elsewhere (nine months ago, the nine months from March, three quarters of it).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_FIRST = late_regex(
    r"(?:[0-9]{4}-|--)01/(?:[0-9]{4}-|--)(?P<months>[0-9]{2})\Z"
    r"|(?:[0-9]{4}-)?Q1/(?:[0-9]{4}-)?Q(?P<quarters>[23])\Z|(?:[0-9]{4}-)?H(?P<half>1)\Z"
)
# What makes a length another one than that of the year so far.
_ELSEWHERE_BEFORE = late_regex(
    r"(?i:\b(?:last|past|next|final|remaining|coming|previous|preceding|prior|another|further|every|each|"
    r"within|first|least|than|nearly|almost|about|around|some|only|early|by)\s(?:the\s)?\Z)"
)
_ELSEWHERE = late_regex(
    r"(?i:[\s-](?:ago|earlier|later|before|after|old|hence|ahead|behind|early|late|left|remaining|to\sgo|of\b"
    r"(?!\s(?:the\syear|this\syear|20[0-9]{2}))|on\send|on\sthe\strot|running|in\sa\srow|straight|"
    r"(?:that\s)?(?:to|through|until|till|up|end\w*|from|since|start\w*|beg[ia]n\w*|between)\b"
    r"(?!\s(?:on\s|with\s|in\s)?(?:january|the\s(?:start|beginning)\sof\s(?:the|this)\syear)\b)))"
)
_ON_END = late_regex(
    r"(?i:\s(?:on\send|in\sa\srow|running|in\ssuccession|on\sthe\strot|straight|consecutively|without\sa\sbreak)\b)"
)
_FOR = late_regex(r"(?i:\bfor(?:\s(?:a\stotal\sof|now|the\s(?:last|past)))?\s\Z)")
_ROW = late_regex(
    r"第[0-9一二三四五六七八九十]{1,3}个?(?P<unit>季度|月|年|周|星期|天|日|交易日)(?!份|底|末)"
)
_IN_ROW = late_regex(r"连续|接连|连着|一连")
_UNITS = {
    "季度": "quarters", "月": "months", "年": "years", "周": "weeks", "星期": "weeks", "天": "days",
    "日": "days",
}  # fmt: skip


def with_lengths(
    stated: list[Stated],
    figures: Sequence[Figure],
    missing: Sequence[Figure],
    text: str,
    english: str,
) -> list[Stated]:
    """The English figures, those that are the length of a ``missing`` period or of a run also with
    its meaning. A length that another of the ``figures`` has keeps to that one.
    """
    lost: set[int] | None = None
    for figure in missing:
        if figure.kind == "period" and (found := _FIRST.match(figure.value)):
            quarters = int(found["quarters"] or 0)
            months = Fraction(6 if found["half"] else 3 * quarters or int(found["months"]))
            facts = (Fact("span", 100 + months), *(f for f in figure.facts[0] if f.kind == "year"))
            meant = [one if _is_length(one, months, english) else None for one in stated]
        elif (
            figure.kind == "ordinal"
            and (row := _ROW.match(text, figure.start))
            and row.end() <= figure.end + 2
            and _IN_ROW.search(text, max(0, figure.start - 4), figure.start)
        ):
            nth, unit = figure.facts[0][0], _UNITS.get(row["unit"], "days")
            facts = (nth,)
            meant = [one if _is_run(one, nth, unit, english) else None for one in stated]
        else:
            continue
        lost = lost or {id(one) for one in missing}
        kept = [one for one in figures if id(one) not in lost]
        stated = [
            msgspec.structs.replace(one, facts=(*one.facts, *facts))
            if own is not None and not any(expresses(other, one) for other in kept)
            else one
            for one, own in zip(stated, meant, strict=True)
        ]
    return stated


def _is_length(one: Stated, months: Fraction, english: str) -> bool:
    if not _PLAIN.match(one.text):  # the last nine months
        return False
    units = {f.unit for f in one.facts if f.kind == "number" and f.value == months}
    thirds = {f.unit for f in one.facts if f.kind == "number" and f.value == months / 3}
    unit = "months" if "months" in units else "quarters" if "quarters" in thirds else ""
    before = english[max(0, one.start - 20) : one.start]
    if not unit or _ELSEWHERE.match(english, one.end) or _ELSEWHERE_BEFORE.search(before):
        return False
    # or three quarters of something
    return unit == "months" or (
        "-" not in one.text
        and _DURING.search(before) is not None
        and not _PART.match(english, one.end)
    )


_PLAIN = late_regex(r"(?i:[a-z0-9]+[\s-](?:months?|quarters?)\Z)")
_DURING = late_regex(r"(?i:(?:\b(?:for|over|in|after|during|across)\s(?:the\s)?|[(:,;]\s?)\Z)")
_PART = late_regex(r"(?i:\s(?:for|to|from|by|sold|went|came|were|was|are|is|full|empty|done)\b)")


def _is_run(one: Stated, nth: Fact, unit: str, english: str) -> bool:
    if not any(f.kind == "number" and f.unit == unit and f.value == nth.value for f in one.facts):
        return False
    return bool(
        _ON_END.match(english, one.end) or _FOR.search(english, max(0, one.start - 20), one.start)
    )
