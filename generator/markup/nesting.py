"""Lists within lists, indented as in CommonMark: below the text of the item that they belong to.

Python-Markdown asks for four spaces at each level. Most editors write two or three, which it shows
as items of the outer list, or as dashes within the text of an item. This step moves such lines to
the column that it expects. It adds a blank line only where an outer item follows text of an inner
one, which Python-Markdown does not notice otherwise.
"""

from __future__ import annotations

from typing import NamedTuple

import markdown
from markdown.preprocessors import Preprocessor

from generator.markup.limits import DEPTH
from generator.markup.origins import Origin, Origins
from generator.patterns import late_regex

_QUOTE = late_regex(r"(?: {0,3}>)* ?")
_ITEM = late_regex(r"( *)([-+*]|[0-9]{1,9}\.)( +)(?=\S)")
_RULE = late_regex(r" {0,3}([-*])(?: *\1){2,} *")
_HEADING = late_regex(r" {0,3}#{1,6}(?: |$)")
# What the parser takes as one level.
_STEP = 4


class _Item(NamedTuple):
    """An open item: the columns of its marker and of its text, and the kind of its marker."""

    marker: int
    text: int
    numbered: bool


class Nesting(Preprocessor):
    """Moves the lines of lists within lists to multiples of four columns."""

    def __init__(self, md: markdown.Markdown, origins: Origins) -> None:
        super().__init__(md)
        self._origins = origins

    def run(self, lines: list[str]) -> list[str]:
        """The lines, some with other spaces before their text, or with a blank line above."""
        if not any(line.startswith((" ", ">")) for line in lines):
            return lines
        lists = _Lists()
        found: list[str] = []
        origins: list[Origin] = []
        for line, origin in zip(lines, self._origins.lines, strict=True):
            made = lists.moved(line)
            found += made
            origins += [origin] * len(made)
        self._origins.lines = origins
        return found


class _Lists:
    """The items that are open at a line of the text."""

    def __init__(self) -> None:
        self._open: list[_Item] = []
        self._quoted = 0
        # Whether a list may begin here, and whether the line above is blank.
        self._free = self._blank = True
        # The column at which the lines since the last blank one begin.
        self._column = 0

    def moved(self, line: str) -> list[str]:
        """The next line of the text, at the column that the parser expects; where it needs a blank
        line above, that too."""
        quote = _QUOTE.match(line)
        start = quote.end() if quote and ">" in quote[0] else 0
        signs, text = line[:start], line[start:]
        if signs.count(">") != self._quoted:
            self._open, self._quoted, self._free = [], signs.count(">"), True
        made = self._placed(text)
        column = len(made) - len(made.lstrip(" "))
        ends = bool(self._open) and not self._blank and column + _STEP <= self._column
        apart = ends and _ITEM.match(made) is not None
        if self._blank or apart:
            self._column = column
        self._blank = not text.strip()
        self._free = self._blank or bool(self._open or _HEADING.match(text))
        return [signs, signs + made] if apart else [signs + made]

    def _placed(self, text: str) -> str:
        if not text.strip():
            return text
        indent = len(text) - len(text.lstrip(" "))
        item = _ITEM.match(text)
        if _RULE.fullmatch(text):
            item = None
            if indent < _STEP:
                self._open = []
        if item is None:
            return self._continued(text, indent) if self._blank else text
        if not self._free or (not self._open and indent >= _STEP):
            return text
        return self._item(text, indent, item[2], len(item[3]))

    def _item(self, text: str, indent: int, marker: str, gap: int) -> str:
        """A line that begins an item."""
        numbered = marker.endswith(".")
        while self._open and not _within(self._open[-1], indent, numbered=numbered):
            self._open.pop()
        if self._open and indent >= self._open[-1].text + _STEP:
            return text
        level = len(self._open)
        # Not more than four columns, so that text at the parser's own column is within the item.
        width = len(marker) + (gap if gap <= _STEP else 1)
        self._open.append(_Item(indent, indent + min(width, _STEP), numbered))
        return text if not 0 < level < DEPTH else " " * (_STEP * level) + text.lstrip(" ")

    def _continued(self, text: str, indent: int) -> str:
        """A line below a blank one that begins no item: it ends the list, or belongs to an item."""
        if indent < _STEP:
            self._open = []
            return text
        while self._open and indent < self._open[-1].text:
            self._open.pop()
        level = len(self._open)
        if not 1 < level < DEPTH or indent >= _STEP * level:
            return text
        return " " * (_STEP * level) + text.lstrip(" ")


def _within(item: _Item, indent: int, *, numbered: bool) -> bool:
    """Whether a marker at column ``indent`` begins a list within ``item``.

    A list of the other kind needs only two spaces more than the item's marker, because it can be
    nothing else."""
    return indent >= (item.text if numbered == item.numbered else item.marker + 2)
