"""The stage that the counted things have reached: 22家正在选址 that became "22 are under
construction", 已到账4100万元 "41 million has been pledged", 5日截止 "opens on the 5th".

Each row of the table is one stage. The English is wrong if it has one in the clause of a figure,
and the clause of the Chinese has another and no word that may mean that of the English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.context.clauses import ENGLISH_BREAK, chinese_clause, english_clause
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.told.other_sides import STILL, is_done_part
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of
from generator.patterns import late_regex


class _Stage(NamedTuple):
    """``needs`` are the literals of which the Chinese needs one, ``words`` those of the English;
    ``bit`` is the bit of its row in `gates`.
    """

    bit: int
    name: str
    needs: frozenset[str]
    words: frozenset[str]
    chinese: re.Pattern[str]
    hint: re.Pattern[str]
    english: re.Pattern[str]


# "has yet to be paid" names a stage that is not reached
_NOT_YET = "not yet"
# Approval may be told in another clause, and bonds are on the way before they are issued.
_APPROVED, _ON_THE_WAY = "approved", "on the way"
# What one clause calls finished may be in use by another: 末台机组投产，16台机组全部建成.
_IN_USE, _FINISHED = "in use", "finished"
# Stages of the projects that a planned sum is for.
_OF_PROJECTS = frozenset({"signed", "begun", "approved", "topped out", "being built"})
# work has begun on 96 of the 120
_OF_ALL = late_regex(
    r"(?i:(?:[0-9]|\b(?:[a-z]+(?:ty|een)|one|two|three|four|five|six|seven|eight|nine|ten))\sof\s(?:the|its|their|those|these)\s\Z)"
)
# A stage without certain words in Chinese.
_OTHERWISE = "done"
_KINDS = {
    "amounts": frozenset({"money", "measure", "count", "percent", "fraction", "vague"}),
    "rates": frozenset({"money", "measure", "count", "vague", "duration"}),
    "years": frozenset({"money", "measure", "count", "vague", "percent", "multiple", "fraction"}),
    "dates": frozenset({"date", "time", "day", "period"}),
}


@cache
def _stages() -> dict[str, tuple[_Stage, ...]]:
    """The stages by the kinds of figures."""
    content = table("stages.tsv")
    rows = [line.split("\t") for line in content.splitlines()[1:]]
    return {
        kinds: tuple(_stage(number, row) for number, row in enumerate(rows) if row[0] == kinds)
        for kinds in _KINDS
    }


def _stage(number: int, row: list[str]) -> _Stage:
    _, name, certain, hint, english = row
    return _Stage(
        1 << number,
        name,
        needs_of(certain),
        needs_of(english),
        late_regex(certain),
        late_regex(f"{certain}|{hint}"),
        late_regex(rf"(?i:\b(?:{english})\b)"),
    )


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which the stages need one, in Chinese and in English, in the order of the
    table.
    """
    other_stages = [stage for rows in _stages().values() for stage in rows]
    other_stages.sort(key=lambda stage: stage.bit)
    return [stage.needs for stage in other_stages], [stage.words for stage in other_stages]


# "not expected to begin before next March" is one clause
_BREAK_DATES = late_regex(
    r"[,;:.](?=\s|\Z)|\s(?:and|but|while|whereas|of\swhich|although|though|with|which|that|who"
    r"|because)\s|(?<!begin|start|built|ready)\s(?:after|before|when|since)\s(?!next|the\syear|20)"
)


def other_stages(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures with another stage in the English than in the Chinese."""
    met, said_met = comparison.rows["stages"], comparison.rows_english["stages"]
    for kinds, every in _stages().items():
        unique = comparison.unique_of(_KINDS[kinds])
        if not unique:
            continue
        present = [stage for stage in every if stage.bit & met and stage.name != _OTHERWISE]
        rows = [stage for stage in every if stage.bit & said_met] if present else []
        if not rows:
            continue
        for figure, stated in unique:
            clause = chinese_clause(comparison.text, figure, comparison.figures)
            own = [stage for stage in present if stage.chinese.search(clause)]
            before = max(0, stated.start - 24)
            if not own or _OF_ALL.search(comparison.english, before, stated.start):
                continue
            finished = _FINISHED in {stage.name for stage in own}
            planned = figure.kind == "money" and {stage.name for stage in own} == {"planned"}
            others = [
                stage for stage in rows
                if not stage.hint.search(
                    comparison.text
                    if stage.name == _APPROVED
                    or (planned and stage.name in _OF_PROJECTS)
                    or (finished and stage.name == _IN_USE)
                    else clause
                )
                and not (stage.name == _ON_THE_WAY and figure.kind == "money")
            ]  # fmt: skip
            if not others:
                continue
            breaks = _BREAK_DATES if kinds == "dates" else ENGLISH_BREAK
            part = english_clause(comparison.english, stated.start, stated.end, breaks)
            for stage in others:
                found = stage.english.search(part)
                near = max(0, stated.start - 12), stated.end + 30
                if found and _EXCEPT.search(comparison.english, *near):
                    continue  # "all but three are finished", "1.1 billion instead of 800 million"
                if found and kinds == "years" and _THAN.search(part, 0, found.start()):
                    continue  # "43 days earlier than it did last year"
                if found and STILL.search(found.group()) and _rest_told(comparison):
                    continue  # 300户已有262户搬进: "38 of the 300 are still waiting"
                if found and kinds == "rates" and _is_of_another(comparison, stated, part, found):
                    continue
                if found and (
                    stage.name == _NOT_YET or not any(other.english.search(part) for other in own)
                ):
                    words = f"{stated.text} ({found.group()})"
                    yield FigureProblem("changed", figure.source, own[0].name, words)
                    break


def _rest_told(comparison: Comparison) -> bool:
    return any(is_done_part(comparison.text, figure) for figure in comparison.unsaid)


_EXCEPT = late_regex(r"(?i:\ball\sbut\b|\binstead\sof\b|\brather\sthan\b)")
_THAN = late_regex(r"(?i:\bthan\s(?:(?:in|it|they|he|she|we|did|was|were|had)\s){0,3}\Z)")


def _is_of_another(comparison: Comparison, stated: Stated, part: str, found: re.Match[str]) -> bool:
    """Whether another figure is between the two: a six-day week for 3,200 yuan a month."""
    at = comparison.english.find(part) + found.start()
    return any(stated.end <= one.start and one.end <= at for one in comparison.stated)
