"""A converted text that keeps the places of its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int, str]


class Edited(NamedTuple):
    """A converted text, as long as its source, and spans of it that have another wording."""

    text: str
    edits: Sequence[Span] = ()

    def part(self, start: int, end: int) -> str:
        """What stands for the source from ``start`` to ``end``; a wording goes where it begins."""
        if not self.edits:
            return self.text[start:end]
        pieces, at = [], start
        for first, last, wording in self.edits:
            if last <= start or first >= end:
                continue
            pieces.append(self.text[at : max(at, first)])
            if first >= start:
                pieces.append(wording)
            at = max(at, min(last, end))
        return "".join([*pieces, self.text[at:end]])


def patch(text: str, spans: Sequence[Span]) -> str:
    """``text`` with the form of each span in its place."""
    if not spans:
        return text
    pieces, at = [], 0
    for start, end, form in spans:
        pieces += [text[at:start], form]
        at = end
    return "".join([*pieces, text[at:]])


def patched(text: str, spans: Sequence[Span]) -> Edited:
    """A converted ``text`` with given forms: those of the same length in it, others as edits."""
    same = [span for span in spans if len(span[2]) == span[1] - span[0]]
    return Edited(patch(text, same), [span for span in spans if span not in same])
