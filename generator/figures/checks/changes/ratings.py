"""Grades of creditworthiness: 评级由BBB+下调至BBB that became "cut to BBB+ from BBB", AA+ "AAA".

The grades are those of S&P and Fitch (AAA to CCC-) and of Moody's (Aaa to Caa3). Grades of one
letter are left out: "A" is a word too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_ONE = (
    r"(?:AAA|AA[+-]?|A[+-]|BBB[+-]?|BB[+-]?|B[+-]|CCC[+-]?"
    r"|Aaa|Aa[123]|A[123]|Baa[123]|Ba[123]|B[123]|Caa[123])"
)
_GRADE = late_regex(rf"(?<![A-Za-z0-9]){_ONE}(?![A-Za-z0-9+]|-[A-Za-z])")
_RATED = late_regex("评级|信用等级|信用级别|主体级别|债项级别")
_MOVED = late_regex(
    rf"[由从自](?P<old>{_ONE})级?[^，。；A-Za-z]{{0,6}}[调升降提改][^，。；A-Za-z]{{0,4}}[至到为](?P<new>{_ONE})"
)
_FROM_TO = late_regex(
    rf"\bfrom\s(?P<old>{_ONE})(?:\srating)?,?\sto\s(?P<new>{_ONE})(?![A-Za-z0-9+])"
)
_TO_FROM = late_regex(
    rf"\bto\s(?P<new>{_ONE})(?:\srating)?,?\s(?:(?:down|up)\s)?from\s(?P<old>{_ONE})(?![A-Za-z0-9+])"
)
_UP = late_regex("(?:上调|调高|调升|提升|升[至级]|调级)")
_DOWN = late_regex("(?:下调|调低|调降|降[至级低])")
_RAISED = late_regex(
    r"(?i:\b(?:rais\w+|upgrad\w+|lift\w*|increas\w+|boost\w*)\b(?=[^.;]{0,60}\b(?-i:[AB][A-Za-z0-9+-]{0,4})))"
)
_LOWERED = late_regex(
    r"(?i:\b(?:cut\w*|lower\w*|downgrad\w+|reduc\w+|slash\w*|drop\w*)\b(?=[^.;]{0,60}\b(?-i:[AB][A-Za-z0-9+-]{0,4})))"
)


@needing(chinese=(_RATED, "上调", "下调"))
def other_grades(comparison: Comparison) -> Iterator[FigureProblem]:
    """Another grade, grades the other way round, and a cut told as a rise."""
    text, english = comparison.text, comparison.english
    own = _GRADE.findall(text)
    if not own or not (_RATED.search(text) or _MOVED.search(text)):
        return
    told = _GRADE.findall(english)
    strange = [grade for grade in told if grade not in own]
    lost = [grade for grade in own if grade not in told]
    if strange and lost:
        yield FigureProblem("changed", lost[0], found=strange[0])
        return
    moved = _MOVED.search(text)
    said = _FROM_TO.search(english) or _TO_FROM.search(english) if moved else None
    if moved and said and (said["old"], said["new"]) == (moved["new"], moved["old"]):
        yield FigureProblem("changed", moved.group(), found=said.group())
        return
    up, down = _UP.search(text), _DOWN.search(text)
    if bool(up) == bool(down):
        return
    turned = _LOWERED.search(english) if up else _RAISED.search(english)
    right = _RAISED.search(english) if up else _LOWERED.search(english)
    word = up or down
    if word and turned and not right:
        yield FigureProblem("changed", word.group(), found=turned.group())
