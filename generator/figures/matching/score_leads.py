"""Scores that English states by the difference: "a two-goal lead" for 2比0领先, "won by three
goals" for 3比0, "an 11-point lead" for 52比41领先.
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_SCORE = late_regex(r"(?P<a>[0-9]{1,3}):(?P<b>[0-9]{1,3})")
_LOST = late_regex(r"(?:落后|告负|惜败|不敌|负|输|失利|落败|败)")
_THING = r"(?:[\s-](?:goals?|points?|sets?|games?|frames?|runs?|shots?|tries|clear))?"
_AFTER = r"(?i:" + _THING + r"[\s-](?:[a-z]+[\s-])?(?:{})\b)"
_UP = (
    late_regex(
        r"(?i:\b(?:led|leads?|leading|won|win|wins|winning|ahead|beat|beats|beating|defeat(?:ed|s|ing)?|victory|prevailed"
        r"|triumph(?:ed|s)?)\b(?:\s(?!by\b)[A-Za-z'’]+){0,3}\sby\s(?:an?\s)?\Z)"
    ),
    late_regex(
        _AFTER.format(
            r"up|ahead|clear|lead|cushion|advantage|win|victory|in\sfront|to\sthe\sgood|better"
        )
    ),
)
_DOWN = (
    late_regex(
        r"(?i:\b(?:trail(?:ed|s|ing)?|lost|los(?:es|ing)|behind|down|beaten|defeated|went\sdown)\b"
        r"(?:\s(?!by\b)[A-Za-z'’]+){0,3}\sby\s(?:an?\s)?\Z)"
    ),
    late_regex(_AFTER.format(r"down|behind|adrift|in\sarrears|deficit|loss|defeat|short")),
)


def is_lead(text: str, english: str, figure: Figure, one: Stated) -> bool:
    """Whether ``one`` is the difference of the score ``figure``, stated for the side that has
    it.
    """
    score = _SCORE.fullmatch(figure.value) if figure.kind == "ratio" else None
    if score is None:
        return False
    apart = Fraction(abs(int(score["a"]) - int(score["b"])))
    if any(fact.kind == "ratio" for fact in one.facts):
        return False  # the two of "3-2"
    if not apart or not any(f.kind == "number" and f.value == apart for f in one.facts):
        return False
    lost = _LOST.search(text, figure.end, figure.end + 6) is not None
    before, after = _DOWN if lost else _UP
    return bool(
        before.search(english, max(0, one.start - 50), one.start) or after.match(english, one.end)
    )
