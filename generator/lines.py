"""Sorted lines as a dictionary: ready as soon as they are read, where few keys are looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

_LAST = "\U0010ffff"


class Lines:
    """Sorted lines, each a key with what is known of it behind a blank, or a key alone."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, key: str) -> str | None:
        """What is known of ``key``; None where there is no such key."""
        at = bisect_left(self._lines, key)
        if at == len(self._lines) or not self._lines[at].startswith(key):
            return None
        rest = self._lines[at][len(key) :]
        return rest[1:] if not rest or rest[0] == " " else None

    def beginning(self, start: str) -> Iterator[tuple[str, str]]:
        """Every key that begins with ``start``, and what is known of it."""
        first, last = bisect_left(self._lines, start), bisect_left(self._lines, start + _LAST)
        return self._pairs(self._lines[first:last])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Every key with what is known of it, in order."""
        return self._pairs(self._lines)

    @staticmethod
    def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
        for line in lines:
            key, _, known = line.partition(" ")
            yield key, known
