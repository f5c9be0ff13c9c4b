"""Sorted lines as a dictionary: ready as soon as they are read, where few keys are looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

_LAST = "\U0010ffff"
_END = b"\n"
# Bytes of the lines that are looked through at once.
_BLOCK = 512


class Lines:
    """Sorted lines, each a key with what is known of it behind a blank, or a key alone.

    They stay one piece of UTF-8, whose order is that of characters: a hundred thousand strings
    would take five times the memory in every process, and longer to make than they are looked up.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return self._lines.count(_END) + 1

    def get(self, key: str) -> str | None:
        """What is known of ``key``; None where there is no such key."""
        sought = key.encode()
        at = self._place(sought)
        if at >= len(self._lines) or not self._lines.startswith(sought, at):
            return None
        rest = self._lines[at + len(sought) : self._end(at)].decode()
        return rest[1:] if not rest or rest[0] == " " else None

    def beginning(self, start: str) -> Iterator[tuple[str, str]]:
        """Every key that begins with ``start``, and what is known of it."""
        first, last = self._place(start.encode()), self._place((start + _LAST).encode())
        return self._pairs(self._lines[first : last - 1]) if first < last else iter(())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Every key with what is known of it, in order."""
        return self._pairs(self._lines)

    def _place(self, key: bytes) -> int:
        """Where the first line begins that is not before ``key``; past the end where all are."""
        begins, firsts = self._blocks
        number = bisect_left(firsts, key) - 1
        if number < 0:
            return 0
        begin, end = begins[number : number + 2]
        lines = self._lines[begin : end - 1].split(_END)
        return begin + len(_END.join(lines[: bisect_left(lines, key)])) + 1

    @cached_property
    def _blocks(self) -> tuple[Sequence[int], Sequence[bytes]]:
        """Where each block of lines begins, and past the end the next would; their first lines."""
        begins = [0]
        while (end := self._lines.find(_END, begins[-1] + _BLOCK)) >= 0:
            begins.append(end + 1)
        firsts = [self._lines[begin : self._end(begin)] for begin in begins]
        return (*begins, len(self._lines) + 1), firsts

    def _end(self, at: int) -> int:
        """Where the line ends that ``at`` lies in."""
        end = self._lines.find(_END, at)
        return len(self._lines) if end < 0 else end

    @staticmethod
    def _pairs(lines: bytes) -> Iterator[tuple[str, str]]:
        for line in lines.decode().split("\n"):
            key, _, known = line.partition(" ")
            yield key, known
