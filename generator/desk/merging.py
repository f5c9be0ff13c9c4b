"""Merges two changed versions of a text line by line (three-way merge)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A range of lines of the base, and the lines that replace it in another version.
_Hunk = tuple[int, int, Sequence[str]]

_MINE, _MIDDLE, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


@dataclass(frozen=True)
class Merged:
    """The result of a merge: ``text`` has the changes of both sides. If they changed the same
    lines, ``clean`` is false and both versions stand between conflict markers, ``mine`` first."""

    text: str
    clean: bool


def merge(base: str | None, mine: str, theirs: str) -> Merged:
    """Merge ``mine`` and ``theirs``, both made from ``base``; ``None`` if the base is not known."""
    if base is None:
        base = _common(mine, theirs)
    before = base.split("\n")
    left, right = _hunks(before, mine.split("\n")), _hunks(before, theirs.split("\n"))
    out: list[str] = []
    clean, at = True, 0
    for start, end, ours, others in _together(left, right):
        out += before[at:start]
        first, second = _apply(before, start, end, ours), _apply(before, start, end, others)
        if not others or first == second:
            out += first
        elif not ours:
            out += second
        else:
            clean = False
            out += [_MINE, *first, _MIDDLE, *second, _THEIRS]
        at = end
    return Merged("\n".join([*out, *before[at:]]), clean)


def has_marks(text: str) -> bool:
    """Whether a text still has conflict markers."""
    return {_MINE, _THEIRS} <= {*text.split("\n")}


def _common(mine: str, theirs: str) -> str:
    """The lines common to both versions, used as the base if that is not known."""
    left, right = mine.split("\n"), theirs.split("\n")
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return "\n".join(
        line for block in matcher.get_matching_blocks() for line in left[block.a :][: block.size]
    )


def _hunks(before: Sequence[str], after: Sequence[str]) -> list[_Hunk]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (first, last, after[begin:end])
        for tag, first, last, begin, end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _together(
    left: list[_Hunk], right: list[_Hunk]
) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
    """The ranges of the base that a side has changed; overlapping ranges are joined."""
    hunks = sorted([(h, 0) for h in left] + [(h, 1) for h in right], key=lambda x: (x[0][:2], x[1]))
    at = 0
    while at < len(hunks):
        (start, end, _), _ = hunks[at]
        sides: tuple[list[_Hunk], list[_Hunk]] = ([], [])
        while at < len(hunks) and (hunks[at][0][0] < end or hunks[at][0][0] == start):
            hunk, side = hunks[at]
            sides[side].append(hunk)
            end = max(end, hunk[1])
            at += 1
        yield start, end, *sides


def _apply(before: Sequence[str], start: int, end: int, hunks: Sequence[_Hunk]) -> list[str]:
    """One side's version of the base from ``start`` to ``end``."""
    out: list[str] = []
    at = start
    for first, last, lines in hunks:
        out += [*before[at:first], *lines]
        at = last
    return [*out, *before[at:end]]
