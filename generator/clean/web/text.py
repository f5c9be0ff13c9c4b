"""The text between tags as a reader sees it: blanks folded, lines of the source joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.patterns import late_regex

# An element of lxml, which has no types of its own.
Element = Any

# What stands between two cells of a row that is shown as a line.
CELL = "\u3000"
SPACE = late_regex(r"[ \t\r\n\f\v\xa0\u3000\u200b\ufeff]+")
_WIDE = late_regex("[\u2e80-\u9fff\uf900-\uffef\u3000-\u303f“”‘’…—]")


def joined(texts: Sequence[str]) -> str:
    """Texts as one line; a line end in the source between Chinese characters is no blank."""
    whole = "".join(texts).strip(" \t\r\n\f\v\xa0\u3000\u200b\ufeff")

    def blank(found: re.Match[str]) -> str:
        run = found[0]
        if CELL in run:
            return CELL
        if "\n" not in run and "\r" not in run:
            return " "
        around = whole[found.start() - 1] + whole[found.end()]
        return "" if len(_WIDE.findall(around)) == 2 else " "

    return SPACE.sub(blank, whole)


def letters_of(text: str) -> str:
    """The letters, digits and characters alone, by which two lines are compared."""
    return _BETWEEN.sub("", text)


_BETWEEN = late_regex(r"[\W_]+")
