"""Give what the import found in the Simplified text of a page back the characters of its author.

All rules of the import read Simplified text (`simplified`). For an article in real Traditional
(`real_traditional`) each result is looked up on the page as it was written, since a conversion back
is a guess: 鍾 and 鐘, 昇 and 升, 臺 and 台 are all one character in Simplified.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from generator.clean.line_classifier import Line, Removed
from generator.clean.paragraphs import Paragraph
from generator.clean.simplified import to_simplified
from generator.patterns import late_regex
from generator.script import Style, to_hant
from generator.script.hans import region_of

_RUN = late_regex("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_QUOTES = dict.fromkeys(map(ord, "“”‘’「」『』"), '"')
_CORNERS = frozenset("「」『』")
_FAR = 400  # characters by which a paragraph may skip lines that were taken out


class AsWritten:
    """A page as it was written, beside its Simplified text of the same lines and lengths.

    ``markup`` are further texts of the page, from its markup, as they were written.
    """

    def __init__(self, written: str, simplified: str, markup: Iterable[str] = ()) -> None:
        self._rows = [*zip(written.split("\n"), simplified.split("\n"), strict=True)]
        self._rows += [(text, to_simplified(text)) for text in markup]
        self._written = written

    def of(self, lines: Iterable[Line]) -> tuple[str, str]:
        """Return the text of ``lines`` as it was written, and in Simplified."""
        rows = [self._part(line.number, line.text) for line in lines]
        return "\n".join(own for own, _ in rows), "\n".join(simple for _, simple in rows)

    def paragraphs(self, paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> list[Paragraph]:
        """Return the paragraphs that were made of ``lines``."""
        own, simple = _signs(*self.of(lines))
        at = 0

        def told(text: str) -> str:
            nonlocal at
            made = []
            for char in text:
                sign = _sign(char)
                place = simple.find(sign, at, at + _FAR) if sign else -1
                if place >= 0:
                    char, at = _own(char, own[place]), place + 1
                made.append(char)
            return "".join(made)

        shown = []
        for one in paragraphs:
            if one.rows:
                rows = tuple(tuple(map(told, row)) for row in one.rows)
                text = " ".join(cell for row in rows for cell in row if cell)
                shown.append(replace(one, text=text, rows=rows))
            else:
                shown.append(replace(one, text=told(one.text)))
        return shown

    def removed(self, removed: Iterable[Removed]) -> list[Removed]:
        """Return the removed lines, or ends of lines."""
        return [Removed(one.line, self._part(one.line, one.text)[0], one.why) for one in removed]

    def value(self, text: str, line: int = 0) -> str:
        """Return a value from the page, which may be from its ``line``; what is not on the page is
        converted."""
        wanted = _signs(text, text)[1]
        if not wanted:
            return text
        near = [_signs(*self._rows[line - 1])] if 0 < line <= len(self._rows) else []
        for own, simple in (*near, self._whole):
            place = simple.find(wanted)
            if place >= 0:
                found = iter(own[place : place + len(wanted)])
                return "".join(_own(char, next(found)) if _sign(char) else char for char in text)
        if _RUN.fullmatch(text):
            style = Style("hk" if region_of(self._written) == "hk" else "tw")
            return to_hant(style, {}).text(text)
        return _RUN.sub(lambda run: self.value(run[0], line), text)

    @cached_property
    def _whole(self) -> tuple[str, str]:
        rows = [_signs(own, simple) for own, simple in self._rows]
        return "".join(own for own, _ in rows), "".join(simple for _, simple in rows)

    def _part(self, number: int, simplified: str) -> tuple[str, str]:
        """Return a part of a line as it was written, and in Simplified."""
        own, simple = self._rows[number - 1]
        at = simple.find(simplified)
        if at < 0:
            return own.strip(), simple.strip()
        return own[at : at + len(simplified)], simplified


def _signs(written: str, simplified: str) -> tuple[str, str]:
    """Return the characters of a text that may differ in Simplified: ideographs, and quotation
    marks (all alike in Simplified)."""
    places = [(at, sign) for at, char in enumerate(simplified) if (sign := _sign(char))]
    return "".join(written[at] for at, _ in places), "".join(sign for _, sign in places)


def _sign(char: str) -> str:
    return char if _RUN.match(char) else '"' if char == '"' or ord(char) in _QUOTES else ""


def _own(char: str, written: str) -> str:
    """Return a character as it was written; quotation marks that the import has made stay."""
    return written if _RUN.match(char) or written in _CORNERS else char
