"""Pairs as token ids: ``<s> Chinese </s> English </s>``, the English word by word.

The English is divided at spaces and every word is encoded by itself, so that the score of a word
is that of its pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

BEGIN, END = 1, 2
# Labels of tokens: no English, or not judged.
NONE, RIGHT, WRONG = -1, 0, 1
Encode = Callable[[str], list[int]]


class Encoder:
    """Encodes pairs; the ids of words are remembered."""

    def __init__(self, encode: Encode, most: int = 400_000) -> None:
        self._encode, self._most = encode, most
        self._words: dict[str, list[int]] = {}

    def word(self, word: str) -> list[int]:
        """The ids of an English word."""
        ids = self._words.get(word)
        if ids is None:
            ids = self._encode(word)
            if len(self._words) < self._most:
                self._words[word] = ids
        return ids

    def pair(
        self, chinese: str, words: Sequence[str], labels: Sequence[int]
    ) -> tuple[list[int], list[int]]:
        """The ids of a pair, and the label of each: that of its English word, or `NONE`."""
        ids = [BEGIN, *self._encode(chinese), END]
        marks = [NONE] * len(ids)
        for word, label in zip(words, labels, strict=True):
            pieces = self.word(word)
            ids += pieces
            marks += [label] * len(pieces)
        ids.append(END)
        marks.append(NONE)
        return ids, marks


def changed(before: Sequence[str], after: Sequence[str]) -> list[int]:
    """The labels of the words ``after``: `WRONG` for those that are not in ``before``, `NONE` for
    the neighbours of a place where words were only left out."""
    start = 0
    least = min(len(before), len(after))
    while start < least and before[start] == after[start]:
        start += 1
    end = 0
    while end < least - start and before[-1 - end] == after[-1 - end]:
        end += 1
    labels = [RIGHT] * len(after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    for kind, _, _, low, high in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind in ("replace", "insert"):
            labels[start + low : start + high] = [WRONG] * (high - low)
        elif kind == "delete":
            for at in (start + low - 1, start + low):
                if 0 <= at < len(labels) and labels[at] == RIGHT:
                    labels[at] = NONE
    return labels
