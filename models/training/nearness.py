"""How near a sentence is to the news of this field, by the characters that follow each other.

The score is the difference of two models' logarithms (Moore and Lewis, "Intelligent Selection of
Language Model Training Data", 2010): one of news and of the field, one of general text. Pairs
that score low are left out, or learnt from less often.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_START = "^"
# The weight of two characters together; the rest is that of the second one alone.
_PAIR = 0.7
_CHARACTERS = 10_000


class Characters:
    """A model of which characters follow each other."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._single: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for sentence in sentences:
            text = _START + sentence
            self._single.update(text)
            self._pairs.update(pairwise(text))
        self._total = self._single.total()

    def chance(self, first: str, second: str) -> float:
        """The probability of ``second`` behind ``first``; never 0."""
        together = self._pairs[first, second] / max(1, self._single[first])
        alone = (self._single[second] + 0.5) / (self._total + _CHARACTERS)
        return _PAIR * together + (1 - _PAIR) * alone


class Nearness:
    """Scores of sentences: above 0 for what is more like ``near`` than like ``general``."""

    def __init__(self, near: Iterable[str], general: Iterable[str]) -> None:
        self._near, self._general = Characters(near), Characters(general)

    def __call__(self, sentence: str) -> float:
        """The score of a character, on average."""
        text = _START + sentence
        score = sum(
            math.log(self._near.chance(*two) / self._general.chance(*two)) for two in pairwise(text)
        )
        return score / len(text)


def split(
    sentences: Sequence[str], scores: Sequence[float], near: float, dropped: float, short: int
) -> tuple[list[int], list[int]]:
    """The numbers of the nearer sentences, a share ``near`` of all, and of the farther ones.

    The share ``dropped`` that scores lowest is in neither, except for sentences of fewer than
    ``short`` characters.
    """
    order = sorted(range(len(sentences)), key=scores.__getitem__)
    edge = len(order) - int(near * len(order))
    lowest = set(order[: int(dropped * len(order))])
    far = [n for n in order[:edge] if n not in lowest or len(sentences[n]) < short]
    return sorted(order[edge:]), sorted(far)
