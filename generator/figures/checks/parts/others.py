"""The number of a group stated as that of the others: 财政部等七部门 that became "the ministry and
seven other departments".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure, only_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_OTHER_AFTER = late_regex(r"(?i:\s(?:other|more)\s[a-z]|\sothers\b)")
_AND = late_regex(r"(?i:\b(?:and|with)\s\Z)")


@needing(chinese=("等",), english=(_OTHER_AFTER,))
def total_as_others(comparison: Comparison) -> Iterator[FigureProblem]:
    """财政部等七部门 that became "the ministry and seven other departments"."""
    if "等" not in comparison.text:
        return
    english = comparison.english
    for figure, stated in comparison.unique_of(_COUNTS):
        if (
            comparison.text.endswith(("等", "等共", "等全国"), 0, figure.start)
            and stated.facts[0].value == figure.facts[0][0].value
            and _OTHER_AFTER.match(english, stated.end)
            and _AND.search(english, max(0, stated.start - 8), stated.start)
        ):
            found = english[stated.start : stated.end + 6]
            yield FigureProblem("changed", figure.source, figure.english, found)


_COUNTS = frozenset({"count"})


_ALL_BUT = late_regex(rf"(?i:\ball\s(?:but|except)\s{APPROACH}\Z)")
# 其余, 未, 剩下: what is not among the others
_LEFT = late_regex("[除余外未没剩无不差欠缺非]|其[他它]|只|仅|例外")


def _is_rest(comparison: Comparison, figure: Figure) -> bool:
    """Whether the figure and another one are all of a third: 15个项目中12个已完工，3个在建."""
    counts = {
        value for other in comparison.figures
        if other is not figure and other.kind == "count" and (value := only_value(other))
    }  # fmt: skip
    own = only_value(figure)
    return own is not None and any(value + own in counts for value in counts)


@needing(english=("all but", "all except"))
def all_but_the_named(comparison: Comparison) -> Iterator[FigureProblem]:
    """186座岛屿中有人居住的28座 that became "all but 28 of the 186 islands"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if not _ALL_BUT.search(english, max(0, stated.start - 40), stated.start):
            continue
        if _is_rest(comparison, figure):
            continue
        if not _LEFT.search(text, max(0, figure.start - 20), figure.end + 12):
            found = f"all but {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, found)
