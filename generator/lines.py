"""Sorted lines used as a dictionary: no parsing before the first lookup."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

# The highest code point: with it at its end, a prefix sorts after all keys with that prefix.
_LAST = "\U0010ffff"
_END = b"\n"
# The least number of bytes in a block; one lookup splits one block into lines.
_BLOCK = 512
# About how many bytes are split into lines at once where all are wanted.
_AT_ONCE = 16_384


class Lines:
    """Sorted lines, each a key, or a key, a space and a value.

    The lines stay one ``bytes`` object in UTF-8, in which the order of bytes is the order of code
    points. A hundred thousand separate strings would take five times the memory in every process,
    and creating them would take longer than all lookups of a build.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return self._lines.count(_END) + 1

    def get(self, key: str) -> str | None:
        """Return the value of ``key``: empty for a key without value, None if the key is
        missing."""
        sought = key.encode()
        at = self._place(sought)
        if at >= len(self._lines) or not self._lines.startswith(sought, at):
            return None
        rest = self._lines[at + len(sought) : self._end(at)].decode()
        return rest[1:] if not rest or rest[0] == " " else None

    def beginning(self, start: str) -> Iterator[tuple[str, str]]:
        """Yield every key that begins with ``start``, with its value."""
        first, last = self._place(start.encode()), self._place((start + _LAST).encode())
        return self._pairs(self._lines[first : last - 1]) if first < last else iter(())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield every key with its value, in sorted order."""
        begin = 0
        while begin < len(self._lines):
            end = self._end(begin + _AT_ONCE)
            yield from self._pairs(self._lines[begin:end])
            begin = end + 1

    def _place(self, key: bytes) -> int:
        """Return the offset of the first line that is not before ``key``; past the end if none
        is."""
        begins, firsts = self._blocks
        number = bisect_left(firsts, key) - 1
        if number < 0:
            return 0
        begin, end = begins[number : number + 2]
        lines = self._lines[begin : end - 1].split(_END)
        return begin + len(_END.join(lines[: bisect_left(lines, key)])) + 1

    @cached_property
    def _blocks(self) -> tuple[Sequence[int], Sequence[bytes]]:
        """Return the offsets at which blocks begin, plus one past the end, and their first
        lines."""
        begins = [0]
        while (end := self._lines.find(_END, begins[-1] + _BLOCK)) >= 0:
            begins.append(end + 1)
        firsts = [self._lines[begin : self._end(begin)] for begin in begins]
        return (*begins, len(self._lines) + 1), firsts

    def _end(self, at: int) -> int:
        """Return the offset at which the line that contains offset ``at`` ends."""
        end = self._lines.find(_END, at)
        return len(self._lines) if end < 0 else end

    @staticmethod
    def _pairs(lines: bytes) -> Iterator[tuple[str, str]]:
        for line in lines.decode().split("\n"):
            key, _, known = line.partition(" ")
            yield key, known
