"""The new level of a change, where the English has another number, such as the difference: 由90分钟
缩短至60分钟 that became "from 90 minutes to 30".

A number that is the difference of two figures is no error by itself ("cut by 30 minutes"), so that
only its place tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.matching.agreement import expresses
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = AMOUNTS | {"fraction", "multiple"}
_FROM = late_regex(r"[由从][^，。；：、0-9]{0,12}\Z")
_TO = late_regex(r"[^，。；：、0-9]{0,12}[至到为成]了?(?:约|近)?")
_FROM_ENGLISH = late_regex(rf"(?i:\bfrom\s{APPROACH}\Z)")
_TO_ENGLISH = late_regex(
    rf"(?i:(?:\s(?!to\b|from\b|by\b|and\b|or\b|but\b)[a-z0-9-]+){{0,6}}\sto\s{APPROACH})"
)


@needing(chinese=(_FROM,), english=("from ",))
def other_new_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """A number after "from A to" that is not the new level."""
    text, english, stated = comparison.text, comparison.english, comparison.stated
    figures = [figure for figure in comparison.figures if figure.kind in _KINDS]
    for old, new in pairwise(figures):
        if old.kind != new.kind or "-" in new.value[1:]:
            continue
        if not _TO.fullmatch(text, old.end, new.start) or not _FROM.search(text, 0, old.start):
            continue
        for at, one in enumerate(stated):
            if not expresses(old, one) or not _FROM_ENGLISH.search(
                english, max(0, one.start - 40), one.start
            ):
                continue
            # Between them may be "a month".
            then = (
                s
                for s in stated[at + 1 : at + 3]
                if _TO_ENGLISH.fullmatch(english, one.end, s.start)
            )
            after = next(then, None)
            if after is None or after.facts[0].kind not in _NUMBERS or expresses(new, after):
                continue
            yield FigureProblem("changed", new.source, new.english, f"to {after.text}")


_NUMBERS = frozenset({"number", "share", "points"})
