"""Positions from the end, numbers of those ahead, and differences: 倒数第三 that became "third",
位居第二 "only two grew faster", 以15分之差 "scored 15 points".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.ranks_ahead import is_rank, number_ahead
from generator.figures.shared.figure import sole_value
from generator.figures.shared.numeral import chinese_value, small_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_LAST = late_regex("倒数第[0-9一二两三四五六七八九十]+|垫底|排名末位|位列末位")
_LAST_ENGLISH = late_regex(
    r"(?i:\b(?:last|bottom|worst|lowest|penultimate|end|tail|fewest|least|behind|rear|poorest"
    r"|slowest|foot|lower)\b)"
)
# "third from last": only two have a lower rate, all but two did better
_ONLY_SO_MANY = late_regex(
    r"(?i:\b(?:only|but|just)\s(?P<n>one|two|three|four|five|six|seven|eight|nine|[0-9])\b[^.;]{0,70}?"
    r"\b(?:lower|worse|less|fewer|smaller|slower|poorer|below|behind|higher|better|more|ahead|above)\b)"
)
# "out of the bottom 20" tells no position.
_BOTTOM_OF = late_regex(
    r"(?i:\b(?:bottom|last|worst)\s(?:[0-9]+|three|five|ten|twenty|thirty|hundred)\b)"
)
_APART = late_regex("[0-9一两二三四五六七八九十]+(?:分|票|秒|米|环|杆|球|个百分点)之差")
_APART_ENGLISH = late_regex(
    r"(?i:\b(?:by|margins?|differ\w*|gaps?|short|behind|ahead|apart|leads?|led|away|off|narrow\w*"
    r"|edged?|edging|more|fewer|less|separat\w+|clear)\b)"
)


def _are_below(last: str, few: re.Match[str]) -> bool:
    """Whether the number below fits the position from the end."""
    nth = chinese_value(last.removeprefix("倒数第"))
    return nth is None or int(nth) - 1 == small_value(few["n"])


@needing(chinese=("倒数", "垫底", "末位", "之差"))
def confused_positions(comparison: Comparison) -> Iterator[FigureProblem]:
    """Positions from the end and differences that became something else."""
    text, english = comparison.text, comparison.english
    last = _LAST.search(text) if "倒数" in text or "垫底" in text or "末位" in text else None
    if last and (few := _ONLY_SO_MANY.search(english)):
        if not _are_below(last.group(), few):
            yield FigureProblem("changed", last.group(), "from last", few.group())
    elif last and not _LAST_ENGLISH.search(_BOTTOM_OF.sub("", english)):
        yield FigureProblem("missing", last.group(), "from last")
    apart = _APART.search(text) if "之差" in text else None
    if apart and not _APART_ENGLISH.search(english):
        yield FigureProblem("missing", apart.group(), "by so much")


_RANKS = frozenset({"ordinal"})


@needing(chinese=("第",))
def rank_as_number_ahead(comparison: Comparison) -> Iterator[FigureProblem]:
    """位居第二 that became "only two grew faster": one fewer is ahead."""
    text, english = comparison.text, comparison.english
    if "第" not in text:
        return
    for figure, stated in comparison.unique_of(_RANKS):
        rank = sole_value(figure, "ordinal")
        counted = rank is not None and stated.facts[0].kind == "number" and is_rank(text, figure)
        if counted and number_ahead(english, stated) == rank:
            yield FigureProblem("changed", figure.source, figure.english, f"{stated.text} ahead")
