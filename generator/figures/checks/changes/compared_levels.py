"""English that contradicts its own numbers in a comparison: "closed at 3,050, above the 3,100
mark", "3.1 percent in May, higher than April's 3.4 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_THAN = late_regex(
    r"(?i:(?:,\s(?:(?:which|and)\s(?:is|was|are|were)\s)?|\s(?:is|was|are|were)\s)"
    r"(?:(?:well|far|still|slightly|much|also|significantly|just|considerably|clearly)\s){0,2}"
    r"(?:(?P<more>(?:higher|more|larger|bigger|greater|warmer|heavier|taller|stronger)\sthan"
    r"|above|exceeding|surpassing|topping)"
    r"|(?P<less>(?:lower|less|fewer|smaller|cooler|colder|lighter|weaker)\sthan|below|short\sof))"
    r"\s(?:(?:the|that|those|its|their|of|in|for|a|[A-Z][A-Za-z]+(?:['’]s)?|[a-z]+['’]s|national|provincial"
    r"|city|previous|last|year|month|quarter|week|average|level|target|mark|figure|official|same"
    rf"|market|forecast|estimate|expected|line)\s){{1,7}}?{APPROACH}\Z)"
)
_STOP = late_regex(r"[.;!?](?=\s|\Z)|\b(?:while|but|whereas|although|though)\b")
# "for every 10,000 people", "one of 300", "the class of 2010"
_NO_LEVEL = late_regex(r"(?i:\b(?:every|each|per|of|in|by|from|a)\s(?:the\s)?\Z)")
_BY = late_regex(
    r"(?i:\b(?:by|up|down|rose|fell|grew|gained|lost|dropped|climbed|increased|another|further)\s[a-z\s]{0,12}\Z)"
)
_NEGATIVE = late_regex(
    r"(?i:minus|negative|below\szero|loss|deficit|decline|contract|rank|place|position|league|table)"
)
_NAMED = frozenset({"No.", "rank", "top", "fold", "part"})
_KINDS = frozenset({"number", "share"})


@needing(english=(_THAN,))
def contradictory_comparisons(comparison: Comparison) -> Iterator[FigureProblem]:
    """A level that is said to be above or below another one that it is not."""
    english = comparison.english
    for other in comparison.stated:
        than = _THAN.search(english, max(0, other.start - 110), other.start)
        if than is None:
            continue
        stops = [m.end() for m in _STOP.finditer(english, 0, than.start())]
        start = stops[-1] if stops else 0
        if _NEGATIVE.search(english, start, other.end):
            continue
        ahead = [one for one in comparison.stated if start <= one.start and one.end <= than.start()]
        signs = {_apart(english, one, other) for one in ahead} - {None}
        if signs == {-1 if than["more"] else 1}:
            figure = comparison.figure_of(other)
            found = than.group().strip(" ,") + " " + other.text
            if figure is not None:
                yield FigureProblem("changed", figure.source, figure.english, found)


def _apart(english: str, one: Stated, other: Stated) -> int | None:
    """1 if the one is more than the other, -1 if less, 0 if equal; None if they are not
    comparable.
    """
    a, b = one.facts[0], other.facts[0]
    if a.kind not in _KINDS or a.kind != b.kind or {a.text, b.text} & _NAMED:
        return None
    if a.unit != b.unit and b.unit:
        return None
    before = english[max(0, one.start - 30) : one.start]
    if _NO_LEVEL.search(before) or _BY.search(before):
        return None
    return (a.value > b.value) - (a.value < b.value)
