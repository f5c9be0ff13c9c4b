"""English that compares an amount with another one of the text: 158.7 billion yuan in repos "falls
short of" the 216.3 billion that mature.
"""

from __future__ import annotations

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.hedge import Hedge
from generator.patterns import late_regex

# 158.7 billion in repos falls short of 216.3 billion maturing
_COMPARES = late_regex(
    r"(?i:\b(?:(?P<below>f[ae]ll(?:s|ing)?\sshort\sof|trail(?:s|ed|ing)?)"
    r"|exceed(?:s|ed|ing)?|outstrip(?:s|ped|ping)?|surpass(?:es|ed|ing)?|outnumber(?:s|ed|ing)?)"
    r"\s(?:the\s)?(?:(?:US|HK|NT|RMB)?\s?[$€£¥])?(?:RMB)?\Z)"
)


def compares_truly(
    comparison: Comparison, figure: Figure, hedge: Hedge, expressing: list[Stated]
) -> bool:
    """Whether the hedge is a verb that compares the figure with the one before it, truly."""
    if figure.qualifier or len(expressing) != 1 or len(figure.facts[0]) != 1:
        return False
    one = expressing[0]
    verb = _COMPARES.search(comparison.english, max(0, one.start - 30), one.start)
    if verb is None or (verb["below"] is not None) != (hedge == "below"):
        return False
    start = verb.start()
    before = [s for s in comparison.stated if s.end <= start and s.facts[0].unit == figure.unit]
    other = comparison.figure_of(before[-1]) if before else None
    if other is None or other.unit != figure.unit or other.qualifier or len(other.facts[0]) != 1:
        return False
    if _SENTENCE.search(comparison.english, before[-1].end, start):
        return False
    less, more = other.facts[0][0].value, figure.facts[0][0].value
    return less < more if hedge == "below" else less > more


_SENTENCE = late_regex(r"[.;](?=\s)")
