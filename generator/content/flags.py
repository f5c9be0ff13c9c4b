"""Flags in a machine sidecar: comments before passages that a check doubts.

``<!-- flagged: the figure 28.95 billion yuan is missing -->`` is on a line of its own before a
block; ``<!-- flagged title: … -->`` and ``<!-- flagged summary: … -->`` are before the first one.
An editor deletes the line after correcting the passage. ``<!-- checked -->`` says that an editor
has checked the figures of the following block, and that they are right; ``<!-- checked title -->``
and ``<!-- checked summary -->`` are the same for the title and the summary.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from generator.markup.document import Document, read
from generator.patterns import late_regex

_COMMENT = late_regex(r"<!-- (?:flagged( title| summary)?: (.*?)|checked( title| summary)?) -->")

TITLE, SUMMARY = 0, -1
_OF_HEAD = {TITLE: " title", SUMMARY: " summary"}
# Marks a doubtful text that is shown where no comment can precede it.
UNVERIFIED = "[unverified]"

# Maps a block number (from 1), ``TITLE`` or ``SUMMARY`` to the reasons for the flags.
Flags = dict[int, tuple[str, ...]]


class Flagged(msgspec.Struct, frozen=True):
    """The text of a sidecar, parsed without its flags; every line keeps its number.

    ``flags`` and ``checked`` are by block. ``lines`` maps a flagged block to the line (of the
    text, from 1) of the first comment that flags it, ``marks`` a checked one to the line of its
    comment.
    """

    document: Document
    flags: Flags
    checked: frozenset[int]
    lines: dict[int, int]
    marks: dict[int, int]


def flag_line(reason: str, number: int) -> str:
    """Return the comment that flags the following block, or the title or the summary."""
    kind = f"flagged{_OF_HEAD.get(number, '')}"
    plain = " ".join(reason.split()).replace("--", "–").replace(">", "›")
    return f"<!-- {kind}: {plain} -->\n"


def checked_line(number: int) -> str:
    """Return the comment that says that the figures of a block, the title or the summary are
    right."""
    return f"<!-- checked{_OF_HEAD.get(number, '')} -->\n"


def read_flagged(body: str, *, prose: bool = False) -> Flagged:
    """Parse the text of a sidecar, its flags, and the blocks whose figures an editor has checked.

    A comment belongs to the first block that begins below it.
    """
    rows = body.split("\n")
    found: list[tuple[int, re.Match[str]]] = []
    if "<!-- " in body:
        for place, row in enumerate(rows):
            match = _COMMENT.fullmatch(row.rstrip())
            if match:
                found.append((place, match))
                rows[place] = ""
    document = read("\n".join(rows), prose=prose)
    begins = [(piece.first, piece.numbers[0]) for piece in document.pieces if piece.numbers]
    begins.append((len(rows) + 1, len(document.blocks) + 1))
    flags: dict[int, list[str]] = {}
    lines: dict[int, int] = {}
    marks: dict[int, int] = {}
    for place, match in found:
        flagged, reason, right = match.groups()
        kind = flagged or right
        if kind:
            number = TITLE if kind == " title" else SUMMARY
        else:
            number = begins[bisect_left(begins, (place + 1, 0))][1]
        if reason is None:
            marks.setdefault(number, place + 1)
            continue
        flags.setdefault(number, []).append(reason)
        lines.setdefault(number, place + 1)
    told = {number: tuple(reasons) for number, reasons in flags.items()}
    return Flagged(document, told, frozenset(marks), lines, marks)


def lines(reasons: Sequence[str], number: int) -> str:
    """Return the comments with all ``reasons`` to doubt block ``number``."""
    return "".join(flag_line(reason, number) for reason in dict.fromkeys(reasons))


def place_name(number: int) -> str:
    """Return the name of block ``number`` in messages."""
    return {TITLE: "title", SUMMARY: "summary"}.get(number, f"paragraph {number}")
