"""Inline Markdown: separate markup from text, and put it back on a translation.

A mark is the markup before and after some words: ``**`` and ``**``, or ``[`` and
``](https://…)``. An element without words of its own (an image, a line break, a footnote's
number, a web address) is a mark of length zero. The text without marks is what is translated.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from generator.markup.address import ADDRESS, trimmed
from generator.patterns import late_regex

MarkKind = Literal["emphasis", "link", "code", "html", "image", "object"]


class InlineTag(msgspec.Struct, frozen=True):
    """A mark on ``text[start:end]``: ``opening`` before it, ``closing`` after it.

    An image or another object has length zero: ``opening`` is its whole Markdown and ``closing``
    is empty. ``alt`` is the alternative text of an image, which is to be translated.
    """

    kind: MarkKind
    start: int
    end: int
    opening: str
    closing: str = ""
    alt: str = ""


class Marked(msgspec.Struct, frozen=True):
    """A text and its marks, outer marks before inner ones."""

    text: str
    marks: tuple[InlineTag, ...] = ()


_TARGET = r"\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_LABEL = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"
_TOKEN = late_regex(
    rf"""
    (?P<reference>&(?:\#[0-9]{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][0-9A-Za-z]{{1,31}});)
  | (?P<escape>\\(?P<escaped>[\\`*_{{}}\[\]()>#+.!~|-]))
  | (?P<code>(?P<ticks>`+)(?!`)(?P<inside>.+?)(?<!`)(?P=ticks)(?!`))
  | (?P<image>!\[(?P<alt>{_LABEL})\](?P<source>{_TARGET}|\[[^\[\]]*\]))
  | (?P<note>\[\^[^\[\]\s]+\](?!:))
  | (?P<link>\[(?P<words>{_LABEL})\](?P<target>{_TARGET}|\[[^\[\]]+\]))
  | (?P<address><(?:https?://|mailto:)[^<>\s]+>)
  | (?P<bare>{ADDRESS})
  | (?P<object><!--(?:(?!<!--|-->).)*-->|<(?:br|wbr|img|hr)\b[^<>]*>|\ {{2,}}\n|\\\n)
  | (?P<tag><(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)\b[^<>]*>)
  | (?P<stars>\*{{1,3}}|~~|(?<![0-9A-Za-z_])_{{1,3}}|_{{1,3}}(?![0-9A-Za-z_]))
    """,
    re.VERBOSE | re.DOTALL,
)


def parse_inline(markdown: str) -> Marked:
    """Split the Markdown of one paragraph into text and marks.

    What only looks like a mark (a single ``*``) stays text. ``render_inline`` is the inverse.
    """
    reader = _Reader()
    reader.read(markdown)
    return reader.result()


# Marks that may be open at once. Any more are text; this bounds the search for an opening.
_MAX_OPEN = 40


class _Open(msgspec.Struct):
    """An open mark: its opening ``sign``, its start in the text, its index in the list of marks."""

    sign: str
    start: int
    index: int
    kind: MarkKind


class _Reader:
    """Parses a paragraph from left to right.

    A mark gets its place in the list when it opens, so outer marks come first. A mark that never
    closes becomes text again.
    """

    def __init__(self) -> None:
        self._text = ""
        self._marks: list[InlineTag | None] = []
        self._open: list[_Open] = []

    def read(self, markdown: str) -> None:
        at = 0
        for match in _TOKEN.finditer(markdown):
            self._text += markdown[at : match.start()]
            at = match.end()
            self._token(match, markdown)
        self._text += markdown[at:]

    def result(self) -> Marked:
        self._give_up(self._open)
        return Marked(self._text, tuple(mark for mark in self._marks if mark is not None))

    def _give_up(self, unclosed: list[_Open]) -> None:
        """Turn marks that never close into text; an HTML tag becomes an object."""
        for mark in reversed(unclosed):
            if mark.kind == "html":
                self._marks[mark.index] = InlineTag("object", mark.start, mark.start, mark.sign)
                continue
            self._text = self._text[: mark.start] + mark.sign + self._text[mark.start :]
            size = len(mark.sign)
            # Only later marks move: earlier ones have ended before it, or are open themselves.
            for place in range(mark.index + 1, len(self._marks)):
                inner = self._marks[place]
                self._marks[place] = inner and _moved(inner, mark.start, size)

    def _token(self, match: re.Match[str], markdown: str) -> None:
        here = len(self._text)
        if match["reference"]:
            self._text += _character(match["reference"])
        elif match["escape"]:
            self._text += match["escaped"]
        elif match["code"]:
            self._add(
                "code", match["inside"].strip() or match["inside"], match["ticks"], match["ticks"]
            )
        elif match["image"]:
            alt = parse_inline(match["alt"]).text
            self._marks.append(InlineTag("image", here, here, match["image"], "", alt))
        elif match["link"]:
            self._link(match["words"], f"]{match['target']}")
        elif match["stars"]:
            self._emphasis(match, markdown)
        elif match["tag"]:
            self._tag(match)
        elif match["bare"]:
            address = trimmed(match["bare"])
            self._marks.append(InlineTag("object", here, here, address))
            self._text += match["bare"][len(address) :]
        else:
            self._marks.append(InlineTag("object", here, here, match.group()))

    def _add(self, kind: MarkKind, words: str, opening: str, closing: str) -> None:
        start = len(self._text)
        self._text += words
        self._marks.append(InlineTag(kind, start, len(self._text), opening, closing))

    def _link(self, words: str, closing: str) -> None:
        inner = parse_inline(words)
        start = len(self._text)
        if not inner.text:
            self._marks.append(InlineTag("object", start, start, f"[{words}{closing}"))
            return
        self._text += inner.text
        self._marks.append(InlineTag("link", start, len(self._text), "[", closing))
        self._marks.extend(_moved(mark, 0, start) for mark in inner.marks)

    def _emphasis(self, match: re.Match[str], markdown: str) -> None:
        sign = match["stars"]
        for i in range(len(self._open) - 1, -1, -1):
            begun = self._open[i]
            if (
                begun.sign == sign
                and begun.start < len(self._text)
                and not self._text[-1].isspace()
            ):
                self._close(i, sign)
                return
        after = markdown[match.end() : match.end() + 1]
        if not after or after.isspace() or len(self._open) >= _MAX_OPEN:
            self._text += sign
            return
        self._begin(sign, "emphasis")

    def _tag(self, match: re.Match[str]) -> None:
        name = match["name"].lower()
        if not match["slash"] and len(self._open) < _MAX_OPEN:
            self._begin(match["tag"], "html")
            return
        for i in range(len(self._open) - 1 if match["slash"] else -1, -1, -1):
            if re.match(rf"<{name}\b", self._open[i].sign, re.IGNORECASE):
                self._close(i, match["tag"])
                return
        here = len(self._text)
        self._marks.append(InlineTag("object", here, here, match["tag"]))

    def _begin(self, sign: str, kind: MarkKind) -> None:
        self._open.append(_Open(sign, len(self._text), len(self._marks), kind))
        self._marks.append(None)

    def _close(self, at: int, closing: str) -> None:
        """Close an open mark; marks opened inside it and not closed become text."""
        self._give_up(self._open[at + 1 :])
        opened = self._open[at]
        del self._open[at:]
        if opened.start == len(self._text):
            sign = opened.sign + closing
            self._marks[opened.index] = InlineTag("object", opened.start, opened.start, sign)
            return
        self._marks[opened.index] = InlineTag(
            opened.kind, opened.start, len(self._text), opened.sign, closing
        )


def _character(reference: str) -> str:
    """The character of ``&amp;`` or ``&#58;``; the reference itself if that is not printable."""
    character = html.unescape(reference)
    return character if character.isprintable() or character == "\xa0" else reference


def _moved(mark: InlineTag, place: int, by: int) -> InlineTag:
    """The mark after ``by`` characters were inserted at ``place``."""
    start = mark.start + by if mark.start >= place else mark.start
    end = mark.end + by if mark.end > place or mark.start >= place else mark.end
    return msgspec.structs.replace(mark, start=start, end=end)


_SPECIAL = late_regex(
    r"[\\`*]|\[(?=[^\[\]]*\][(\[])|(?<![0-9A-Za-z])_(?=\S)|(?<=\S)_(?![0-9A-Za-z])|<(?=[A-Za-z/!])"
    r"|&(?=#?[0-9A-Za-z]{1,32};)|~(?=~)|(?<=~)~|(?:(?<=http)|(?<=https)):(?=//)"
)
# Characters that a backslash does not escape.
_REFERENCES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", ":": "&#58;"}
# What Python-Markdown reads as the start of a list, heading, quotation or definition.
_BLOCK_START = late_regex(
    r"(?P<number>\d+)(?P<dot>[.)])(?=\s)|(?P<sign>#|[-+](?=\s)|[-+]+\Z|>|\[(?=[^\[\]]*\]:))"
)


def render_inline(marked: Marked) -> str:
    """The Markdown of a text with its marks.

    Outer marks must come before inner ones. Marks may nest and touch, but not cross. Characters
    of the text that Markdown would parse as markup are escaped.
    """
    openings: dict[int, list[str]] = {}
    closings: dict[int, list[str]] = {}
    verbatim = [(m.start, m.end) for m in marked.marks if m.kind == "code"]
    for mark in sorted(marked.marks, key=lambda m: m.start):
        openings.setdefault(mark.start, []).append(mark.opening)
        if mark.closing:
            closings.setdefault(mark.end, []).insert(0, mark.closing)
    parts: list[str] = []
    at = 0
    for place in sorted({*openings, *closings, len(marked.text)}):
        parts.append(_escaped(marked.text, at, place, verbatim))
        parts.extend(closings.get(place, ()))
        parts.extend(openings.get(place, ()))
        at = place
    return "".join(parts)


def _escaped(text: str, start: int, end: int, verbatim: Iterable[tuple[int, int]]) -> str:
    piece = text[start:end]
    if any(low <= start and end <= high for low, high in verbatim):
        return piece
    piece = _SPECIAL.sub(lambda m: _REFERENCES.get(m.group(), f"\\{m.group()}"), piece)
    if start == 0:
        piece = _BLOCK_START.sub(_escaped_start, piece, count=1) if _starts(piece) else piece
    return piece


def _starts(piece: str) -> bool:
    return bool(_BLOCK_START.match(piece))


def _escaped_start(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\{match['dot']}"
    return f"\\{match['sign']}"
