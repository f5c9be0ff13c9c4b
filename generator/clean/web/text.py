"""The text between tags as a reader sees it: white space collapsed, source lines joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.patterns import late_regex

# An element of lxml, which has no type hints.
Element = Any

# The separator of cells in a table row that is shown as a line.
CELL = "\u3000"
SPACE = late_regex(r"[ \t\r\n\f\v\xa0\u3000\u200b\ufeff]+")
_WIDE = late_regex("[\u2e80-\u9fff\uf900-\uffef\u3000-\u303f“”‘’…—]")


def joined(texts: Sequence[str]) -> str:
    """Join texts to one line; a line end in the source between Chinese characters is not a
    space."""
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
    """Return only the letters, digits and Chinese characters, to compare two lines."""
    return _BETWEEN.sub("", text)


_BETWEEN = late_regex(r"[\W_]+")
