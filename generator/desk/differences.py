"""Compares texts word by word; Chinese character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from generator.patterns import late_regex

# A word with its inner punctuation (1,200; e-mail), white space, or a single other character.
_TOKEN = late_regex(r"[A-Za-z0-9À-ÿ]+(?:[.,'’-][A-Za-z0-9À-ÿ]+)*|\s+|.", re.S)
# Longer texts are compared as a whole, since the time grows with the square of the tokens.
_LONGEST = 8000


class Piece(NamedTuple):
    """A part of the text that is in both versions (``same``), or only in one (``old``, ``new``)."""

    kind: Literal["same", "old", "new"]
    text: str


class Pair(NamedTuple):
    """A paragraph in both versions; ``None`` if a version has no corresponding one."""

    old: str | None
    new: str | None

    @property
    def changed(self) -> bool:
        """Whether they differ."""
        return self.old != self.new


def differences(old: str, new: str) -> list[Piece]:
    """``old`` and ``new`` merged into one text, divided into pieces."""
    if old == new:
        return [Piece("same", old)] if old else []
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(left) + len(right) > _LONGEST:
        return [piece for piece in (Piece("old", old), Piece("new", new)) if piece.text]
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(left[a:b])))
            continue
        found += [Piece("old", "".join(left[a:b]))] if b > a else []
        found += [Piece("new", "".join(right[c:d]))] if d > c else []
    return found


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """The paragraphs of both versions in pairs; equal paragraphs form one pair."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Pair(text, text) for text in old[a:b])
        elif tag == "replace":
            shared = min(b - a, d - c)
            yield from (Pair(old[a + n], new[c + n]) for n in range(shared))
            yield from (Pair(text, None) for text in old[a + shared : b])
            yield from (Pair(None, text) for text in new[c + shared : d])
        else:
            yield from (Pair(text, None) for text in old[a:b])
            yield from (Pair(None, text) for text in new[c:d])
