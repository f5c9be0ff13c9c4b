"""Verdicts on pairs of texts, from the remembered scores or from the network."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.meaning.division import Part, halves, parts_of
from generator.meaning.model import Model, Scores
from generator.meaning.package import Package
from generator.meaning.remembered import Remembered, key_of
from generator.meaning.tokens import Tokens
from generator.meaning.verdict import Verdict, verdict_of

# Pairs whose scores are stored together, so that an interruption loses few of them.
_WINDOW = 200
# The most cuts of a pair that is too long.
_DEEPEST = 4

Progress = Callable[[int, int], None]


class Judged(NamedTuple):
    """A part of a pair with its verdict; ``None`` if it is too long to be compared."""

    part: Part
    verdict: Verdict | None


class Judge:
    """Compares pairs; the network is loaded for the first pair whose scores are not remembered.

    Threads may share it. ``known`` counts the parts whose scores were remembered.
    """

    def __init__(self, package: Package, remembered: Remembered | None = None) -> None:
        self._package, self._remembered = package, remembered
        self._model: Model | None = None
        self._loading = threading.Lock()
        self.known = 0

    def compare(self, chinese: str, english: str, *, loosely: bool = False) -> list[Judged]:
        """The parts of a plain Chinese (Simplified) and a plain English text, each judged."""
        return self.compare_all([(chinese, english)], loosely=[loosely])[0]

    def compare_all(
        self,
        pairs: Sequence[tuple[str, str]],
        *,
        loosely: Sequence[bool] = (),
        progress: Progress = lambda done, total: None,
    ) -> list[list[Judged]]:
        """Do the same for several pairs, in order. A pair that is compared ``loosely`` (a title, a
        summary) may leave something out: only its words are doubted.

        Raises `DigestError` if the package is damaged.
        """
        parts = [parts_of(chinese, english) for chinese, english in pairs]
        scores = self._scores([part for some in parts for part in some], progress)
        found: list[list[Judged]] = []
        for number, some in enumerate(parts):
            loose = bool(loosely and loosely[number])
            found.append([Judged(part, self._verdict(part, scores, loose)) for part in some])
        return found

    def _verdict(
        self, part: Part, scores: Mapping[bytes, Scores | None], loose: bool
    ) -> Verdict | None:
        known = scores[self._key(part)]
        if known is None:
            return None
        verdict = verdict_of(known, part.english, self._package.metadata)
        return verdict._replace(whole=False) if loose else verdict

    def _key(self, part: Part) -> bytes:
        return key_of(self._package.identity, part.chinese, part.english)

    def _scores(self, parts: Sequence[Part], progress: Progress) -> dict[bytes, Scores | None]:
        by_key = {self._key(part): part for part in parts}
        known = self._remembered.find([*by_key]) if self._remembered else {}
        self.known += sum(known.get(self._key(part)) is not None for part in parts)
        # By length, so that a batch has pairs of one length.
        missing = sorted(
            (key for key in by_key if key not in known),
            key=lambda key: (len(by_key[key].english), key),
        )
        for start in range(0, len(missing), _WINDOW):
            keys = missing[start : start + _WINDOW]
            made = dict(zip(keys, self._ask([by_key[key] for key in keys]), strict=True))
            if self._remembered:
                self._remembered.keep(made.items())
            known |= made
            progress(start + len(keys), len(missing))
        return known

    def _ask(self, parts: Sequence[Part]) -> list[Scores | None]:
        """What the network says of each part, of a long one in pieces."""
        model = self._loaded()
        inputs: list[Tokens] = []
        places: list[list[int]] = []
        for part in parts:
            pieces = self._pieces(model, part, _DEEPEST)
            places.append([*range(len(inputs), len(inputs) + len(pieces))])
            inputs += pieces
        scores = model.scores(inputs)
        return [_joined([scores[place] for place in some]) for some in places]

    def _pieces(self, model: Model, part: Part, deepest: int) -> list[Tokens]:
        """The inputs for a part: one, or several of a long one; none if it cannot be cut."""
        tokens = model.tokenizer.tokens(part.chinese, part.english)
        longest = self._package.metadata.longest
        if len(tokens.ids) <= longest:
            return [tokens]
        # Texts of so many pieces would be long after every cut; to look for one takes long.
        cut = halves(part) if len(tokens.ids) <= longest << deepest else None
        if cut is None:
            return []
        first, second = (self._pieces(model, half, deepest - 1) for half in cut)
        return [*first, *second] if first and second else []

    def _loaded(self) -> Model:
        with self._loading:
            if self._model is None:
                self._model = Model(self._package)
            return self._model


def _joined(scores: Sequence[Scores]) -> Scores | None:
    if not scores:
        return None
    words = (word for one in scores for word in one.words)
    return Scores(max(one.whole for one in scores), tuple(words))
