"""Flags of a machine sidecar: comments before the passage that a check was not content with.

``<!-- flagged: the figure 28.95 billion yuan is missing -->`` stands on a line of its own
before a block; ``<!-- flagged title: … -->`` and ``summary`` before the first. An editor who
has mended the passage deletes the line. ``<!-- checked -->`` says that an editor has looked
at the figures of the block after it, and that they are right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from generator.markup.document import Document, read
from generator.patterns import late_regex

_COMMENT = late_regex(r"<!-- (?:flagged( title| summary)?: (.*?)|checked) -->")

TITLE, SUMMARY = 0, -1
# What stands behind words that a check doubts, where no comment can stand before them.
UNVERIFIED = "[unverified]"

# Block number from 1, or ``TITLE`` or ``SUMMARY`` → what is wrong with it.
Flags = dict[int, tuple[str, ...]]


class Flagged(msgspec.Struct, frozen=True):
    """The text of a sidecar, read without its flags. Every line keeps its number.

    ``flags`` and ``checked`` are by block, ``lines`` the line (of the text, from 1) of the
    first comment that flags a block.
    """

    document: Document
    flags: Flags
    checked: frozenset[int]
    lines: dict[int, int]


def flag_line(reason: str, number: int) -> str:
    """The comment that flags the block after it, or the title or the summary."""
    kind = {TITLE: "flagged title", SUMMARY: "flagged summary"}.get(number, "flagged")
    plain = " ".join(reason.split()).replace("--", "–").replace(">", "›")
    return f"<!-- {kind}: {plain} -->\n"


def read_flagged(body: str, *, prose: bool = False) -> Flagged:
    """The text of a sidecar, its flags, and the blocks whose figures an editor has checked.

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
    checked: set[int] = set()
    for place, match in found:
        kind, reason = match.groups()
        number = begins[bisect_left(begins, (place + 1, 0))][1]
        if reason is None:
            checked.add(number)
            continue
        if kind:
            number = TITLE if kind == " title" else SUMMARY
        flags.setdefault(number, []).append(reason)
        lines.setdefault(number, place + 1)
    told = {number: tuple(reasons) for number, reasons in flags.items()}
    return Flagged(document, told, frozenset(checked), lines)


def lines(reasons: Sequence[str], number: int) -> str:
    """The comments for all ``reasons`` to doubt block ``number``."""
    return "".join(flag_line(reason, number) for reason in dict.fromkeys(reasons))


def place_name(number: int) -> str:
    """How messages call block ``number``."""
    return {TITLE: "title", SUMMARY: "summary"}.get(number, f"paragraph {number}")
