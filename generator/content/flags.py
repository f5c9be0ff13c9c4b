"""Flags of a machine sidecar: comments before the passage that a check was not content with.

``<!-- flagged: the figure 28.95 billion yuan is missing -->`` stands on a line of its own
before a block; ``<!-- flagged title: … -->`` and ``summary`` before the first. An editor who
has mended the passage deletes the line. ``<!-- checked -->`` says that an editor has looked
at the figures of the block after it, and that they are right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_FLAG = re.compile(r"^<!-- flagged( title| summary)?: (.*?) -->\n?", re.M)
_CHECKED = re.compile(r"^<!-- checked -->\n?", re.M)

TITLE, SUMMARY = 0, -1

# Block number from 1, or ``TITLE`` or ``SUMMARY`` → what is wrong with it.
Flags = dict[int, tuple[str, ...]]


def flag_line(reason: str, number: int) -> str:
    """The comment that flags the block after it, or the title or the summary."""
    kind = {TITLE: "flagged title", SUMMARY: "flagged summary"}.get(number, "flagged")
    plain = " ".join(reason.split()).replace("--", "–").replace(">", "›")
    return f"<!-- {kind}: {plain} -->\n"


def take_flags(body: str, count_blocks: Callable[[str], int]) -> tuple[str, Flags]:
    """``body`` without its flags, and the flags by block.

    ``count_blocks`` tells how many blocks a Markdown text has.
    """
    found: dict[int, list[str]] = {}
    kept: list[str] = []
    at = 0
    for match in _FLAG.finditer(body):
        kept.append(body[at : match.start()])
        if match.group(1):
            number = TITLE if match.group(1) == " title" else SUMMARY
        else:
            number = count_blocks("".join(kept)) + 1
        found.setdefault(number, []).append(match.group(2))
        at = match.end()
    kept.append(body[at:])
    return "".join(kept), {number: tuple(reasons) for number, reasons in found.items()}


def take_checked(body: str, count_blocks: Callable[[str], int]) -> tuple[str, frozenset[int]]:
    """``body`` without the comments that say checked, and the blocks they stand before."""
    if "<!-- checked" not in body:
        return body, frozenset()
    pieces = _CHECKED.split(body)
    found: set[int] = set()
    kept = pieces[0]
    for piece in pieces[1:]:
        found.add(count_blocks(kept) + 1)
        kept += piece
    return kept, frozenset(found)


def lines(reasons: Sequence[str], number: int) -> str:
    """The comments for all ``reasons`` to doubt block ``number``."""
    return "".join(flag_line(reason, number) for reason in dict.fromkeys(reasons))


def place_name(number: int) -> str:
    """How messages call block ``number``."""
    return {TITLE: "title", SUMMARY: "summary"}.get(number, f"paragraph {number}")
