"""Denials told as their opposite, and denials that only the English has: 禁止通行 that became "are
allowed", 免签 "with a visa", 驳回 "upheld"; 包含 "does not include".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.checks.omissions.denials import SENTENCE, stem_of, stems_of
from generator.figures.checks.omissions.negations import NUMBERED
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex


class _Turn(NamedTuple):
    """What the Chinese denies, what in it allows the opposite, the opposite in English, and the
    English with which it is no error: anywhere, and in its sentence.
    """

    chinese: re.Pattern[str]
    allowing: re.Pattern[str]
    opposite: re.Pattern[str]
    right: re.Pattern[str]
    right_beside: re.Pattern[str]


@cache
def _turns() -> tuple[_Turn, ...]:
    rows = [line.split("\t") for line in table("denied_turns.tsv").splitlines()[1:]]
    return tuple(
        _Turn(
            late_regex(chinese),
            late_regex(allowing),
            late_regex(rf"(?<![a-z])(?:{opposite})(?![a-z])"),
            late_regex(rf"(?<![a-z])(?:{right})(?![a-z])"),
            late_regex(rf"n['’]t(?![a-z])|(?<![a-z])(?:{beside})(?![a-z])"),
        )
        for chinese, allowing, opposite, right, beside in rows
    )


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each turn needs one, in Chinese and in English."""
    return [needs_of(turn.chinese.pattern) for turn in _turns()], [
        needs_of(turn.opposite.pattern) for turn in _turns()
    ]


def turned_denials(comparison: Comparison) -> Iterator[FigureProblem]:
    """A denial told as its opposite: 禁止通行 "are allowed", 免签 "with a visa", 驳回 "upheld"."""
    text = comparison.text
    rows = comparison.rows["denied_turns"] & comparison.rows_english["denied_turns"]
    for number in numbers(rows):
        turn = _turns()[number]
        word = turn.chinese.search(text)
        if word is None or turn.allowing.search(turn.chinese.sub("", text)):
            continue
        lower = NUMBERED.sub("", comparison.lower)
        for found in turn.opposite.finditer(lower):
            start = max((m.end() for m in SENTENCE.finditer(lower, 0, found.start())), default=0)
            stop = SENTENCE.search(lower, found.end())
            sentence = lower[start : stop.start() if stop else len(lower)]
            if not (turn.right.search(lower) or turn.right_beside.search(sentence)):
                yield FigureProblem("changed", word.group(), found=found.group())
                return


# Without one of these a Chinese text denies nothing, in whatever words.
_DENYING = late_regex(
    "[不未没無无非否免禁停拒勿莫毋休缺乏难少仅只才尚待仍消终撤退避防止反空零低外差欠破除失误漏断绝弃罢亏短弱别假忌暂延迟限闭关减降跌封余剩另以再底担怕恐惧?？]"
)
_NOT = late_regex(
    r"(?<![a-z])(?:will|would|do|does|did|is|are|was|were|has|have|had|may|can|could|should|must|need)"
    r"\snot\s(?!only|just|least|until|merely|simply|yet|far|long|even|all|every|so\b|many|much|enough|hesitate|worry|mind|hold|help|like|[a-z]+ly\b)"
    r"(?:be\s|been\s|also\s|have\s|in\s)*(?P<verb>[a-z]{3,})|(?<![a-z])cannot\s(?:be\s)?(?P<verb2>[a-z]{3,})"
)
_UNTIL = late_regex(r"[^.;]{0,60}\b(?:until|till|unless|without)\b")
# What an article leaves open, and an editor says so.
_LEFT_OPEN = late_regex(
    "(?:sa(?:y|id)|spec|discl|giv|elabor|name|ident|provid|comment|mention|detail|reveal|expl|know|immediately|state|indicat)"
)


@needing(english=(_NOT,))
def added_denials(comparison: Comparison) -> Iterator[FigureProblem]:
    """What the English denies by "not", of a Chinese text that denies nothing."""
    text = comparison.whole or comparison.text
    if _DENYING.search(text):
        return
    known: frozenset[str] | None = None
    for found in _NOT.finditer(comparison.lower):
        if _UNTIL.match(comparison.lower, found.end()):
            continue  # does not open until March
        verb = found["verb"] or found["verb2"]
        if _LEFT_OPEN.match(verb):
            continue
        known = stems_of(comparison.text) if known is None else known
        if stem_of(verb) in known:
            said = comparison.english[found.start() : found.end()]
            yield FigureProblem("added", found=said, word=True)
            return
