"""A converted text that keeps the offsets of its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int, str]


class Edited(NamedTuple):
    """A converted text with the length of its source, and edits: spans with other texts.

    An edit is a tuple of start, end and the text that replaces the span; edits are sorted.
    """

    text: str
    edits: Sequence[Span] = ()

    def part(self, start: int, end: int) -> str:
        """The converted text for ``source[start:end]``; an edit belongs to the part in which it
        begins."""
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
    """``text`` with each span replaced by its form; the spans are sorted."""
    if not spans:
        return text
    pieces, at = [], 0
    for start, end, form in spans:
        pieces += [text[at:start], form]
        at = end
    return "".join([*pieces, text[at:]])


def patched(text: str, spans: Sequence[Span]) -> Edited:
    """``text`` with the forms of ``spans``: those of the same length are put in, others become
    edits."""
    same = [span for span in spans if len(span[2]) == span[1] - span[0]]
    return Edited(patch(text, same), [span for span in spans if span not in same])
