"""Breaking a title into lines: Chinese between characters, other words whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.patterns import late_regex

# A word, a run of spaces, or one character that may stand at a line's end.
_PIECE = late_regex(r"[^\W\u2e80-\u9fff\uf900-\ufaff]+[.,:;!?%'’]*|\s+|.", re.S)
# Marks that do not begin a line (GB/T 15834-2011, 5.1), and ones that do not end it.
_NOT_FIRST = "，。、；：！？）》〉」』】”’…％%)!?,.;:"
_NOT_LAST = "（《〈「『【“‘("


def pieces(text: str) -> list[str]:
    """``text`` in pieces that no line break may part."""
    found: list[str] = []
    for piece in _PIECE.findall(text):
        joins = piece[0] in _NOT_FIRST or (found and found[-1][-1] in _NOT_LAST)
        if found and joins and not found[-1].isspace():
            found[-1] += piece
        else:
            found.append(" " if piece.isspace() else piece)
    return found


def wrap(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """``text`` in lines of at most ``room``, where no single piece is wider than that."""
    lines: list[str] = []
    line = ""
    for piece in pieces(text.strip()):
        if line and measure((line + piece).rstrip()) > room:
            lines.append(line.rstrip())
            line = "" if piece.isspace() else piece
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def shorten(lines: Sequence[str], most: int) -> list[str]:
    """At most ``most`` lines, the last with an ellipsis where something is left out."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], lines[most - 1][:-1].rstrip() + "…"]
