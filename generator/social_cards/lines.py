"""Break a title into lines: Chinese between characters, other text between words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.patterns import late_regex

# A word, a run of spaces, or a single character.
_PIECE = late_regex(r"[^\W\u2e80-\u9fff\uf900-\ufaff]+[.,:;!?%'’]*|\s+|.", re.S)
# Punctuation that must not begin a line (GB/T 15834-2011, 5.1), or must not end one.
_NOT_FIRST = "，。、；：！？）》〉」』】”’…％%)!?,.;:"
_NOT_LAST = "（《〈「『【“‘("


def pieces(text: str) -> list[str]:
    """``text`` in pieces without a possible line break inside."""
    found: list[str] = []
    for piece in _PIECE.findall(text):
        joins = piece[0] in _NOT_FIRST or (found and found[-1][-1] in _NOT_LAST)
        if found and joins and not found[-1].isspace():
            found[-1] += piece
        else:
            found.append(" " if piece.isspace() else piece)
    return found


def wrap(text: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """``text`` in lines with a width of at most ``room``, unless a single piece is wider.

    ``measure`` returns the width of a text.
    """
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
    """At most ``most`` lines, the last with an ellipsis if some are left out."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], lines[most - 1][:-1].rstrip() + "…"]
