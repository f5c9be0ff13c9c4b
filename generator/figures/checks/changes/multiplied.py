"""A word of times that is not true of its two amounts: 由12亿元增至26亿元 that became "nearly
doubled to 2.6 billion yuan from 1.2 billion".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.checks.needing import needing
from generator.figures.english.hedges import english_hedge
from generator.figures.matching.calculations.folds import fits_fold, ratio_of
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_WORDS = ("doubl", "tripl", "trebl", "quadrupl", "quintupl")
_HEDGE = late_regex(
    r"(?i:\b(?:nearly|almost|(?:more|less)\sthan|over|about|just\sunder|close\sto)\s\Z)"
)
_TO_FROM = late_regex(r"(?i:[^.;]{0,60}?\sto\s(?:a\srecord\s|some\s|about\s)?(?:[$€£¥]|US\$)?\Z)")
_FROM = late_regex(
    r"(?i:[^.;,]{0,40}?,?\s(?:from|against|compared\swith|up\sfrom)\s(?:[$€£¥]|US\$)?\Z)"
)
# Without a hedge, a word of times is often told of a little more or less.
_ROUGHLY = Fraction(1, 5)


@needing(english=_WORDS)
def wrong_multiples(comparison: Comparison) -> Iterator[FigureProblem]:
    """Words of times whose hedge or number does not fit the two amounts beside them."""
    english = comparison.english
    for place, one in enumerate(comparison.stated[:-2]):
        times = next((fact.value for fact in one.facts if fact.text == "fold"), None)
        if times is None or not one.text.lower().startswith(_WORDS):
            continue
        last, first = comparison.stated[place + 1 : place + 3]
        if not _TO_FROM.fullmatch(english, one.end, last.start):
            continue
        if not _FROM.fullmatch(english, last.end, first.start):
            continue
        now, before = comparison.figure_of(last), comparison.figure_of(first)
        if now is None or before is None or now.qualifier or before.qualifier:
            continue
        ratio = ratio_of(now, before)
        hedge = english_hedge(english, one.start, one.end)
        if ratio is None or fits_fold(ratio, times, hedge):
            continue
        if hedge or abs(ratio - times) > times * _ROUGHLY:
            word = _HEDGE.search(english, max(0, one.start - 16), one.start)
            found = english[word.start() if word else one.start : one.end]
            yield FigureProblem(
                "changed", now.source, f"{float(ratio):.3g} × {before.source}", found
            )
