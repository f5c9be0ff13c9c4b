"""What scores mean: the words that are doubted, and whether the pair as a whole is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.meaning.model import Scores
from generator.meaning.package import Metadata
from generator.meaning.tokens import english_words

_MARKS = " \t\n.,;:!?()[]{}\"'‘’“”«»…–—-/*"


class Verdict(NamedTuple):
    """The doubts about a pair: places of phrases in its English, and whether the whole is doubted
    without any word that shows why."""

    places: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    @property
    def doubted(self) -> bool:
        """Whether there is any doubt."""
        return bool(self.places) or self.whole


def verdict_of(scores: Scores, english: str, metadata: Metadata) -> Verdict:
    """The verdict of a pair with this ``english``. Words that stand together are one phrase;
    marks around a phrase do not belong to it."""
    places: list[tuple[int, int]] = []
    before = -1
    for number, (word, score) in enumerate(zip(english_words(english), scores.words, strict=True)):
        if score < metadata.word_threshold or not (place := _bare(english, word.start, word.end)):
            continue
        if places and before == number - 1:
            places[-1] = (places[-1][0], place[1])
        else:
            places.append(place)
        before = number
    return Verdict(tuple(places), not places and scores.whole >= metadata.whole_threshold)


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place without marks around it; ``None`` if nothing else is there."""
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return (start, end) if start < end else None


def phrases(english: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """The phrases at these places, each once, with single spaces."""
    return [*dict.fromkeys(" ".join(english[start:end].split()) for start, end in places)]
