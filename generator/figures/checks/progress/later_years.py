"""Changes that the English tells as past, in a year after that of the article: 到2030年提高到20吉瓦
that became "grew to 20 GW by 2030"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import SENTENCE_BREAK, between
from generator.figures.english.plans import BY_THEN, PLANS
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_YEAR = late_regex(r"\b(?:in|by)\s(?:the\send\sof\s|late\s|early\s|mid-)?(20[2-9][0-9])\b")
_CAME = late_regex(
    r"(?i:\b(?:rose|grew|fell|reached|climbed|dropped|increased|decreased|jumped|hit|topped|exceeded|expanded|doubled|tripled|shrank"
    r"|opened|began|started|ended|finished|built|completed|added|cut|raised)\b(?:(?!\b(?:due|matur\w+|expir\w+|until|for|which|that|who"
    r"|ending|running|valid)\b)[^.;,]|\.(?=[0-9])|,(?=[0-9])){0,80}\Z)"
)
# How far before the year its verb is.
_NEAR = 120


@needing(english=("in ", "by "))
def past_in_later_years(comparison: Comparison) -> Iterator[FigureProblem]:
    """Past verbs with a year that is still to come."""
    date, english = comparison.date, comparison.english
    if date is None:
        return
    for found in _YEAR.finditer(english):
        if int(found[1]) <= date.year:
            continue
        sentence = between(english, found.start(), found.end(), SENTENCE_BREAK)
        came = _CAME.search(english, max(0, found.start() - _NEAR), found.start())
        # "by 2030" itself is no plan.
        if came and not PLANS.search(BY_THEN.sub("", sentence)):
            words = english[came.start() : found.end()]
            yield FigureProblem("changed", f"{found[1]}年", "to come", words)
            return
