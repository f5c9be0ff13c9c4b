"""How much what stands at one place of a text says of a figure at another: by the clauses between
them."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.patterns import late_regex

_CHINESE_SENTENCE = late_regex(r"[。！？\n]")
_CHINESE_CLAUSE = late_regex(r"[，：；;]|,(?![0-9])")
_ENGLISH_CLAUSE = late_regex(
    r"[,;:](?=\s)|\s[-–—]\s|—|\s(?=(?:and|while|but|whereas|as|although|though|with|after|besides"
    r"|including|which|whose|who|once|when|where|if|that|so)\s)"
)
# By the number of clauses between them: before the figure, and behind it.
_BEFORE = (1.0, 0.6, 0.5, 0.4, 0.3)
_BEHIND = (1.0, 0.35, 0.15, 0.05)
# Names and times hold for all that follows in the sentence.
_HOLDS = 0.8


class Clauses:
    """The sentences and clauses of a text, as the places where they end."""

    def __init__(self, length: int, sentences: list[int], clauses: list[int]) -> None:
        self._length = length
        self.sentences, self._clauses = sentences, sorted({*sentences, *clauses})

    def sentence_of(self, place: int) -> int:
        """The number of the sentence at ``place``, from 0."""
        return bisect_right(self.sentences, place)

    def sentence(self, number: int) -> tuple[int, int]:
        """Where a sentence begins and ends, with its full stop."""
        ends = [*self.sentences, self._length]
        return (ends[number - 1] + 1 if number else 0), min(ends[number] + 1, self._length)

    def clause(self, place: int) -> tuple[int, int]:
        """Where the clause at ``place`` begins and ends."""
        ends = [*self._clauses, self._length]
        number = bisect_right(self._clauses, place)
        return (ends[number - 1] + 1 if number else 0), ends[number]

    def near(self, place: int, figure: int, *, holds: bool = False) -> float:
        """From 0 (another sentence) to 1 (the same clause); more before the figure than behind it,
        most of all if it ``holds`` for what follows."""
        if self.sentence_of(place) != self.sentence_of(figure):
            return 0.0
        steps = bisect_right(self._clauses, figure) - bisect_right(self._clauses, place)
        if holds and steps > 0:
            return _HOLDS
        weights = _BEFORE if steps >= 0 else _BEHIND
        return weights[min(abs(steps), len(weights) - 1)]


def chinese_clauses(text: str) -> Clauses:
    """The sentences and clauses of a Chinese text."""
    return Clauses(len(text), _starts(_CHINESE_SENTENCE, text), _starts(_CHINESE_CLAUSE, text))


def english_clauses(sentence: str) -> Clauses:
    """The clauses of an English sentence."""
    return Clauses(len(sentence), [], _starts(_ENGLISH_CLAUSE, sentence))


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]
