"""A page before and after its import, for the desk and for the report.

All results are plain text in pieces; the caller must escape it.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple

from generator.clean.choices import NO_CHOICES, Choices, applied, overlaps
from generator.clean.line_classifier import Removed
from generator.clean.repair import Repair, Repaired
from generator.clean.simplified import to_simplified
from generator.patterns import late_regex

Kind = Literal["unrepaired", "rival", "split", "sure"]
# The doubtful kinds first.
KINDS: tuple[Kind, ...] = ("unrepaired", "rival", "split", "sure")
_RIVAL = late_regex("(?s)likelier than “(.*?)”")
_AROUND = 12


class Part(NamedTuple):
    """A part of a line: plain (``""``), ``damage``, ``left`` (not repaired), ``made`` (a repair) or
    ``gone`` (the removed end of a line that stays)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Row:
    """A line of the page: raw, repaired, and the reason for its removal (empty if it stays)."""

    number: int
    raw: tuple[Part, ...]
    mended: tuple[Part, ...]
    why: str = ""
    kept: bool = False


@dataclass(frozen=True)
class Entry:
    """Equal places: their offsets and lines, the text before and after, the method of the repair,
    and the second best reading.

    ``around`` is the text before and after the first place. A ``fixed`` place can be confirmed but
    not changed, since it is inside a repair.
    """

    kind: Kind
    places: tuple[tuple[int, int], ...]
    before: str
    after: str
    how: str
    rival: str
    around: tuple[str, str]
    fixed: bool = False

    @property
    def at(self) -> int:
        """The offset of the first place."""
        return self.places[0][0]

    @property
    def line(self) -> int:
        """The line of the first place."""
        return self.places[0][1]


def entries(text: str, found: Repaired) -> list[Entry]:
    """Return every repair and unrepaired place of ``text``; equal ones are grouped, doubtful
    first."""
    lines = _starts(text)
    places: dict[tuple[Kind, str, str, str], list[int]] = {}
    for place in found.unrepaired:
        places.setdefault(("unrepaired", place.text, place.text, ""), []).append(place.at)
    for one in found.repairs:
        places.setdefault((_kind(one), one.before, one.after, one.how), []).append(one.at)
    made = []
    for (kind, before, after, how), ats in places.items():
        rival = _RIVAL.search(how)
        end = ats[0] + len(before)
        around = (
            text[max(0, ats[0] - _AROUND) : ats[0]].rsplit("\n", 1)[-1],
            text[end : end + _AROUND].split("\n", 1)[0],
        )
        numbered = tuple((at, bisect.bisect_right(lines, at)) for at in ats)
        fixed = kind == "unrepaired" and any(overlaps(at, before, found.repairs) for at in ats)
        rest = rival[1] if rival else ""
        made.append(Entry(kind, numbered, before, after, how, rest, around, fixed))
    order = {kind: place for place, kind in enumerate(KINDS)}
    return sorted(made, key=lambda entry: (order[entry.kind], entry.at))


def _kind(one: Repair) -> Kind:
    if "likelier than" in one.how:
        return "rival"
    return "split" if "split by" in one.how or one.how.startswith("lost bytes") else "sure"


def rows(
    text: str,
    found: Repaired,
    made: Repaired,
    removed: Sequence[Removed],
    choices: Choices = NO_CHOICES,
    *,
    traditional: bool = False,
) -> list[Row]:
    """Return each line of ``text`` before and after; the latter in Simplified, or as it was written
    if its article stays ``traditional``.

    ``found`` is the automatic repair of the page, ``made`` the repair with the decisions of an
    editor, if there are any. Blank lines are left out.
    """
    damage = [(one.at, one.at + len(one.before), "damage") for one in found.repairs]
    damage += [(one.at, one.at + len(one.text), "left") for one in found.unrepaired]
    mended, spans = applied(text, made.repairs)
    simple = mended if traditional else _same_length(mended, to_simplified(mended))
    raw_rows = _cut(text, damage)
    ends = _ends(simple, removed)
    gone = [(*place, "gone") for place in ends.values()]
    made_spans = [(span.start, span.end, "made") for span in spans]
    new_rows = _cut(simple, [*made_spans, *gone])
    reasons = {one.line: one.why for one in removed if one.line not in ends}
    shown = []
    for number, (raw, new) in enumerate(zip_longest(raw_rows, new_rows, fillvalue=()), 1):
        if any(part.text.strip() for part in (*raw, *new)):
            kept = number in choices.kept
            shown.append(Row(number, raw, new, reasons.get(number, ""), kept))
    return shown


def _ends(text: str, removed: Sequence[Removed]) -> dict[int, tuple[int, int]]:
    """Return the lines whose end was removed, by number, with the start and end of that part."""
    lines, starts = text.split("\n"), _starts(text)
    found = {}
    for one in removed:
        line = lines[one.line - 1].rstrip() if one.line <= len(lines) else ""
        if line.endswith(one.text) and line.strip() != one.text:
            end = starts[one.line - 1] + len(line)
            found[one.line] = end - len(one.text), end
    return found


def _same_length(mended: str, simple: str) -> str:
    """Return ``simple``, but with the line of ``mended`` if the lengths differ, so that offsets
    stay valid."""
    if len(mended) == len(simple):
        return simple
    pairs = zip(mended.split("\n"), simple.split("\n"), strict=True)
    return "\n".join(new if len(new) == len(old) else old for old, new in pairs)


def _cut(text: str, marked: Iterable[tuple[int, int, str]]) -> list[tuple[Part, ...]]:
    """Return the lines of ``text`` in parts; if two marks overlap, the second is shortened."""
    lines: list[list[Part]] = [[]]
    done = 0

    def add(kind: str, piece: str) -> None:
        for place, part in enumerate(piece.split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append(Part(kind, part))

    for start, end, kind in sorted(marked):
        if end <= done:
            continue
        add("", text[done : max(start, done)])
        add(kind, text[max(start, done) : end])
        done = end
    add("", text[done:])
    return [tuple(line) for line in lines]


def _starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
