"""What an editor decides of a page's places and lines, put in the place of what was found.

A place is known by where it stands on the page as it came and by what stands there, so that a
choice made of another version of the page is never applied to this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from generator.clean.repair import Repair, Repaired
from generator.patterns import late_regex

BY_EDITOR = "by an editor"
_UNKEPT = late_regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


class Choice(msgspec.Struct, frozen=True):
    """What an editor wants at a place: ``after`` instead of ``before``, which stands at ``at``.

    The same as ``before`` leaves the place as it came; the same as the repair confirms that.
    """

    at: int
    before: str
    after: str


@dataclass(frozen=True)
class Choices:
    """Choices of a page: its places, the lines brought back and those taken out (from 1)."""

    places: tuple[Choice, ...] = ()
    kept: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()


NO_CHOICES = Choices()


@dataclass(frozen=True)
class Span:
    """Where a repair's result stands in the mended text."""

    start: int
    end: int
    repair: Repair


def decided(text: str, mended: Repaired, choices: Choices) -> Repaired:
    """``mended``, which was made of ``text``, with an editor's choices.

    A place undone is no repair any more, an unrepaired one confirmed is not told any more.
    Choices of places that are not there change nothing.
    """
    if not choices.places:
        return mended
    wanted = by_place(choices)
    repairs: list[Repair] = []
    for one in mended.repairs:
        chosen = wanted.get((one.at, as_kept(one.before)))
        if chosen is None or chosen == as_kept(one.after):
            repairs.append(one)
        elif chosen != as_kept(one.before):
            after = _in_one_line(one.before, chosen)
            repairs.append(Repair(one.at, one.before, after, BY_EDITOR))
    left = []
    for place in mended.unrepaired:
        chosen = wanted.get((place.at, as_kept(place.text)))
        if chosen is None:
            left.append(place)
        elif chosen != as_kept(place.text) and not overlaps(place.at, place.text, mended.repairs):
            after = _in_one_line(place.text, chosen)
            repairs.append(Repair(place.at, place.text, after, BY_EDITOR))
    repairs.sort(key=lambda one: one.at)
    return Repaired(applied(text, repairs)[0], tuple(repairs), tuple(left))


def as_kept(text: str) -> str:
    """``text`` as a file of answers can keep it: without blanks around it, and with U+FFFD for
    what YAML has no character for."""
    return _UNKEPT.sub("\ufffd", text.strip())


def by_place(choices: Choices) -> dict[tuple[int, str], str]:
    """What is wanted, by offset and what stands there `as_kept`."""
    return {(one.at, as_kept(one.before)): as_kept(one.after) for one in choices.places}


def _in_one_line(before: str, after: str) -> str:
    """``after`` with the line ends of ``before``: the number of lines must stay."""
    if after.count("\n") == before.count("\n"):
        return after
    return " ".join(after.split("\n")) + "\n" * before.count("\n")


def overlaps(at: int, before: str, repairs: Iterable[Repair]) -> bool:
    """Whether a place shares characters with a repair, which then is what can be changed."""
    return any(one.at < at + len(before) and at < one.at + len(one.before) for one in repairs)


def applied(text: str, repairs: Sequence[Repair]) -> tuple[str, list[Span]]:
    """``text`` with ``repairs`` made (in their order on the page), and where each stands.

    A repair may begin with the last character of the one before, which that has made already.
    """
    pieces: list[str] = []
    spans: list[Span] = []
    done, length = 0, 0
    for one in repairs:
        shared = max(0, done - one.at)
        end = one.at + len(one.before)
        if shared and (end <= done or one.before[:shared] != one.after[:shared]):
            continue
        plain, after = text[done : max(one.at, done)], one.after[shared:]
        pieces += [plain, after]
        start = length + len(plain)
        length = start + len(after)
        spans.append(Span(start, length, one))
        done = end
    return "".join([*pieces, text[done:]]), spans
