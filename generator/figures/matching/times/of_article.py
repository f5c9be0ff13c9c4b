"""Years and months that English names relative to the date of the article: 2025年末 as "last year",
11月以来 as "now".
"""

from __future__ import annotations

from generator.figures.matching.times.texts import Place, Times, words
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex

_STEPS = {-1: "last|past", 0: "this", 1: "next|coming"}
# After these a year is only the base of a comparison.
_NO_BASE = "".join(rf"(?<!\b{w}\s)" for w in ("from", "than", "on", "over", "with", "against"))


def as_year_of_article(figure: Figure, times: Times) -> Place:
    """2026年第七期 in an article of 2026: the seventh this year."""
    facts = figure.facts[0]
    if times.date is None or len(facts) != 1 or facts[0].kind != "year":
        return None
    said = _STEPS.get(int(facts[0].value) - times.date.year)
    if said is None or times.said("year"):
        return None
    found = words(rf"{_NO_BASE}\b(?:{said})\syear\b").search(times.english)
    return found.span() if found else None


_SO_FAR = late_regex("(?:份)?(?:以来|至今|迄今)")


def as_month_so_far(figure: Figure, times: Times) -> Place:
    """11月以来 in an article of November: now, so far this month."""
    facts = figure.facts[0]
    if len(facts) != 1 or facts[0].kind != "month" or not _SO_FAR.match(times.text, figure.end):
        return None
    if times.date is None or times.date.month != int(facts[0].value) or times.said("month"):
        return None
    found = words(r"\b(?:now|this\smonth|so\sfar|recent(?:ly)?)\b").search(times.english)
    return found.span() if found else None
