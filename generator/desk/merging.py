"""Two changed versions of a text put together, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A stretch of the base and the lines that stand for it in another version.
_Hunk = tuple[int, int, Sequence[str]]

_MINE, _MIDDLE, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


@dataclass(frozen=True)
class Merged:
    """``text`` has both sides' changes; where they touch the same lines it is not ``clean`` and
    has both, mine first, between marks."""

    text: str
    clean: bool


def merge(base: str | None, mine: str, theirs: str) -> Merged:
    """What ``mine`` and ``theirs`` give together, both made from ``base``, if that is known."""
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
    """Whether a text still has both versions of a place between marks."""
    return {_MINE, _THEIRS} <= {*text.split("\n")}


def _common(mine: str, theirs: str) -> str:
    """The lines that both have: all that is known of a base that is not remembered."""
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
    """Stretches of the base that a side has changed, those that overlap as one."""
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
    """The base from ``start`` to ``end`` as one side has it."""
    out: list[str] = []
    at = start
    for first, last, lines in hunks:
        out += [*before[at:first], *lines]
        at = last
    return [*out, *before[at:end]]
