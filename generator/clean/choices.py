"""Decisions of an editor about repairs and lines of a page, which replace those of the program.

A place is identified by its offset on the raw page and its text, so that a decision about another
version of the page is never applied to this one.
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
    """A decision about a place: ``after`` replaces ``before``, which is at the offset ``at``.

    If ``after`` equals ``before``, the place stays unchanged; if it equals the repair, it confirms
    that.
    """

    at: int
    before: str
    after: str


@dataclass(frozen=True)
class Choices:
    """The decisions about a page: places, and lines kept and lines removed (numbers from 1)."""

    places: tuple[Choice, ...] = ()
    kept: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()


NO_CHOICES = Choices()


@dataclass(frozen=True)
class Span:
    """The offsets of a repair's result in the repaired text."""

    start: int
    end: int
    repair: Repair


def decided(text: str, mended: Repaired, choices: Choices) -> Repaired:
    """Return ``mended``, the repair of ``text``, with the decisions of an editor.

    A repair that was undone is left out, and so is an unrepaired place that was confirmed.
    Decisions about places that do not exist change nothing.
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
    """Return ``text`` in the form that a file of answers can store: stripped, and with U+FFFD for
    characters that YAML cannot represent."""
    return _UNKEPT.sub("\ufffd", text.strip())


def by_place(choices: Choices) -> dict[tuple[int, str], str]:
    """Return the wanted texts by offset and present text, both texts in the form of `as_kept`."""
    return {(one.at, as_kept(one.before)): as_kept(one.after) for one in choices.places}


def _in_one_line(before: str, after: str) -> str:
    """Return ``after`` with as many line ends as ``before``, since the number of lines must not
    change."""
    if after.count("\n") == before.count("\n"):
        return after
    return " ".join(after.split("\n")) + "\n" * before.count("\n")


def overlaps(at: int, before: str, repairs: Iterable[Repair]) -> bool:
    """Return whether a place shares characters with a repair; only the repair can be changed
    then."""
    return any(one.at < at + len(before) and at < one.at + len(one.before) for one in repairs)


def applied(text: str, repairs: Sequence[Repair]) -> tuple[str, list[Span]]:
    """Return ``text`` with ``repairs`` applied (in their order on the page), and where each result
    is.

    A repair may begin with the last character of the previous one, which has already changed it.
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
