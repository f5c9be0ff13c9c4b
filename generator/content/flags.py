"""Flags of a machine sidecar: comments before the passage that a check was not content with.

``<!-- flagged: the figure 28.95 billion yuan is missing -->`` stands on a line of its own
before a block; ``<!-- flagged title: … -->`` before the first. An editor who has mended the
passage deletes the line. ``<!-- checked -->`` says that an editor has looked at the figures
of the block after it, and that they are right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_FLAG = re.compile(r"^<!-- flagged( title)?: (.*?) -->\n?", re.M)
_CHECKED = re.compile(r"^<!-- checked -->\n?", re.M)

# Block number from 1, or 0 for the title and the summary → what is wrong with it.
Flags = dict[int, tuple[str, ...]]


def flag_line(reason: str, *, title: bool = False) -> str:
    """The comment that flags the block after it, or the title."""
    kind = "flagged title" if title else "flagged"
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
        number = 0 if match.group(1) else count_blocks("".join(kept)) + 1
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


def lines(reasons: Sequence[str], *, title: bool = False) -> str:
    """The comments for all ``reasons``."""
    return "".join(flag_line(reason, title=title) for reason in dict.fromkeys(reasons))
