"""The baseline of a change or a difference: 较年初增加860亿元 that became "86 billion more than a
year earlier", 比全省平均高4个百分点 "four points more than last year".

Each row of the table is one baseline. The English is wrong if it has one after a figure, and the
Chinese has another before it and no word that may mean that of the English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex


class _Base(NamedTuple):
    chinese: re.Pattern[str]
    hint: re.Pattern[str]
    english: re.Pattern[str]
    anywhere: re.Pattern[str] | None


@cache
def _bases() -> tuple[_Base, ...]:
    content = table("baselines.tsv")
    rows = [line.split("\t")[1:] for line in content.splitlines()[1:]]
    return tuple(
        _Base(
            late_regex(f"(?:{chinese})"),
            late_regex(hint),
            late_regex(rf"(?i:\b{english})"),
            late_regex(anywhere[0]) if anywhere else None,
        )
        for chinese, hint, english, *anywhere in rows
    )


# Every comparison with a baseline has one of these; a quick test.
_COMPARED = late_regex(r"[比较于超期]|的\Z|[高超]出|落后|领先")
_CUT = late_regex(r"[.;,](?=\s|\Z)|\s(?:and|but|while|whereas|though|although|yet)\s")
# Largest distance of a baseline from its figure.
_REACH = 80
# Another statement: at 74.3 percent, the share was 5.7 points up on the month before
_TOLD_NEXT = late_regex(
    r"\s(?:was|were|is|are|stood|came\sto|reached|totall?ed)\s(?=[$€£¥]?[0-9]|[a-z]+\s[0-9])"
)
_SPLITTING = AMOUNTS - {"duration"}
_COMPARING = AMOUNTS | {"multiple"}


@needing(chinese=(_COMPARED,))
def other_baseline(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures with another baseline in English than in Chinese."""
    text, english = comparison.text, comparison.english
    ends = [figure.end for figure in comparison.figures if figure.kind in _SPLITTING]
    for figure, stated in comparison.unique_of(_COMPARING):
        start = clause_start(text, figure.start, "。；！？;\n")
        start = max([start, *(end for end in ends if end <= figure.start)])
        before = text[start : figure.start]
        if not _COMPARED.search(before):
            continue
        own = [one for one in _bases() if one.chinese.search(before)]
        if not own:
            continue
        near = before[clause_start(before, len(before), "，,") :]
        beside = [one for one in own if one.chinese.search(near)]
        own, before = (beside, near) if beside else (own, before)
        cut = _CUT.search(english, stated.end)
        after = english[stated.end : cut.start() if cut else None][:_REACH]
        if told := _TOLD_NEXT.search(after):
            after = after[: told.start()]
        for one in _bases():
            found = None if one.hint.search(before) else one.english.search(after)
            if not found or any(other.english.search(after) for other in own):
                continue
            if one.anywhere is None or not one.anywhere.search(comparison.whole or text):
                words = f"{stated.text} {found.group()}"
                yield FigureProblem("changed", figure.source, figure.english, words)
                break


_YEARLY_ENGLISH = late_regex(
    r"(?i:\b(?:year[\s-]o(?:n|ver)[\s-]year|y/y|yoy|on\sthe\syear|(?:a|one)\syear\s(?:ago|earlier|before)"
    r"|the\syear\sbefore|(?:previous|last|prior)\syear"
    r"|same\s(?:period|month|quarter|time)\s(?:a|of|in|the|last)"
    r"|corresponding\s(?:period|month|quarter)))"
)
_ANY_YEAR = late_regex("[比较于](?:19|20)[0-9]{2}年")
_THAN_YEAR = late_regex(r"[比较于]((?:19|20)[0-9]{2})年[^，。；、0-9]{0,10}\Z")
_THAN_LAST = late_regex(r"(?:[比较于][去上]年|同比)[^，。；、0-9]{0,10}\Z")
# 比2015年提高2.6岁 that became "rose by 2.6 years in 2015"
_DURING_YEAR = late_regex(r"(?:\s[a-z]+)?\s(?:in|during)\s(?P<year>(?:19|20)[0-9]{2})\b")
_IN_YEAR = late_regex(
    r"(?i:[^.;,]{0,50}?\b(?:than|from|over|on|above|below|against)\s(?:[a-z]+\s){0,5}?(?P<year>(?:19|20)[0-9]{2})\b)"
)


@needing(chinese=(_ANY_YEAR,))
def other_baseline_year(comparison: Comparison) -> Iterator[FigureProblem]:
    """比去年多9%，比2019年少4% in which the English compares the first with 2019."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(AMOUNTS | {"vague"}):
        before = text[max(0, figure.start - 20) : figure.start]
        year = _THAN_YEAR.search(before)
        cut = _CUT.search(english, stated.end)
        after = english[stated.end : cut.start() if cut else None][:70]
        if year and year[1] in after:
            found = None if before.endswith("的") else _DURING_YEAR.match(after)
            found = found if found and found["year"] == year[1] else None
        elif year:
            found = _YEARLY_ENGLISH.search(after)
        elif _THAN_LAST.search(before):
            found = _IN_YEAR.match(after)
            found = found if found and f"比{found['year']}年" in text else None
        else:
            continue
        if found:
            words = f"{stated.text} {found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)
