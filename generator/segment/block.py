"""Blocks of a Markdown text: headings, paragraphs, list items, quotations, cells, and what is
no prose at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

BlockKind = Literal["heading", "paragraph", "item", "cell", "code", "html", "other"]

# Kinds that hold prose, and so are translated.
PROSE: frozenset[str] = frozenset({"heading", "paragraph", "item", "cell"})


class Block(msgspec.Struct, frozen=True):
    """A piece of a Markdown text. ``before``, ``text`` and ``after`` are all of it: the sign
    of a heading, item or quotation, the prose, and the blank lines that follow."""

    kind: BlockKind
    before: str
    text: str
    after: str
    line: int


_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r"(?P<sign> {0,3}#{1,6}[ \t]+)(?P<text>.*?)(?P<end>[ \t]*#*[ \t]*)\n?\Z")
_SIGN = re.compile(
    r"(?P<sign>[ \t]*(?:(?:>[ \t]?)+[ \t]*)?(?:(?:[-+*]|[0-9]{1,3}[.)])[ \t]+)?"
    r"(?:\[[ xX]\][ \t]+)?)"
)
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\n?\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*\n?\Z")
_HTML = re.compile(
    r" {0,3}<(?:!--|/?(?:address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|"
    r"figure|figcaption|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|script|section|style|"
    r"summary|table|tbody|td|th|thead|tr|ul|video)\b)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\n?\Z")
_CELL = re.compile(
    r"(?P<lead>\|?[ \t]*)(?P<text>(?:\\.|`[^`]*`|[^|\\\n])*?)(?P<trail>[ \t]*(?=\||\n|\Z))"
)


def blocks(markdown: str) -> list[Block]:
    """The blocks of a text in order; ``before + text + after`` of all, joined, is the text.

    Every heading and list item is a block of its own, as is every cell of a table; a
    paragraph is one however many lines it has.
    """
    return list(_Blocks(markdown.splitlines(keepends=True)).read())


class _Blocks:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0
        self._in_list = False  # where an indented line goes on with an item, and is no code

    def read(self) -> Iterator[Block]:
        while self._at < len(self._lines):
            yield from self._next()

    def _next(self) -> Iterator[Block]:
        line = self._lines[self._at]
        self._in_list = self._in_list and (not line.strip() or line[0] in " \t")
        if not line.strip():
            yield self._whole("other", self._at + 1)
        elif fence := _FENCE.match(line):
            yield self._whole("code", self._end_of_fence(fence["fence"]))
        elif _is_indented(line) and not self._in_list:
            yield self._whole("code", self._while(lambda s: _is_indented(s) or not s.strip()))
        elif heading := _HEADING.match(line):
            yield self._heading(heading)
        elif _RULE.match(line) or _REFERENCE.match(line):
            yield self._whole("other", self._at + 1)
        elif _HTML.match(line):
            yield self._whole("html", self._while(lambda text: bool(text.strip())))
        elif self._begins_table():
            yield from self._table()
        else:
            yield self._prose()

    def _while(self, holds: Callable[[str], bool]) -> int:
        end = self._at
        while end < len(self._lines) and holds(self._lines[end]):
            end += 1
        return end

    def _end_of_fence(self, fence: str) -> int:
        for end in range(self._at + 1, len(self._lines)):
            if self._lines[end].strip().startswith(fence) and not self._lines[end].strip(
                fence[0] + " \t\r\n"
            ):
                return end + 1
        return len(self._lines)

    def _blank(self, end: int) -> int:
        while end < len(self._lines) and not self._lines[end].strip():
            end += 1
        return end

    def _whole(self, kind: BlockKind, end: int) -> Block:
        """Lines that are kept as they are."""
        after = self._blank(end)
        block = Block(kind, "".join(self._lines[self._at : after]), "", "", self._at + 1)
        self._at = after
        return block

    def _heading(self, match: re.Match[str]) -> Block:
        end = self._blank(self._at + 1)
        line = self._lines[self._at]
        rest = line[match.end("text") :] + "".join(self._lines[self._at + 1 : end])
        block = Block("heading", match["sign"], match["text"], rest, self._at + 1)
        self._at = end
        return block

    def _begins_table(self) -> bool:
        here, after = self._at, self._at + 1
        return (
            after < len(self._lines)
            and "|" in self._lines[here]
            and "|" in self._lines[after]
            and bool(_TABLE_RULE.match(self._lines[after]))
        )

    def _table(self) -> Iterator[Block]:
        end = self._while(lambda text: "|" in text)
        rows = range(self._at, end)
        for row in rows:
            if row == rows[1]:
                yield Block("other", self._lines[row], "", "", row + 1)
            else:
                yield from _cells(self._lines[row], row + 1)
        after = self._blank(end)
        if after > end:
            yield Block("other", "".join(self._lines[end:after]), "", "", end + 1)
        self._at = after

    def _prose(self) -> Block:
        sign = _SIGN.match(self._lines[self._at])
        before = sign["sign"] if sign else ""
        kind: BlockKind = "item" if re.search(r"[-+*.)]", before) else "paragraph"
        self._in_list = self._in_list or kind == "item"
        end = self._at + 1
        while end < len(self._lines) and not self._interrupts(end, before):
            end += 1
        text = "".join(self._lines[self._at : end])[len(before) :]
        lines = end
        if end < len(self._lines) and kind == "paragraph" and _UNDERLINE.match(self._lines[end]):
            kind, lines = "heading", end + 1
        stop = self._blank(lines)
        body = text.rstrip()
        after = text[len(body) :] + "".join(self._lines[end:stop])
        block = Block(kind, before, body, after, self._at + 1)
        self._at = stop
        return block

    def _interrupts(self, at: int, before: str) -> bool:
        """Whether a paragraph ends before this line; a quotation goes on with its sign."""
        line = self._lines[at]
        sign = _SIGN.match(line)
        if (
            sign
            and set(sign["sign"].split()) == {">"}
            and ">" in before
            and before.strip("> \t") == ""
        ):
            return not line.strip("> \t\n")
        return (
            not line.strip()
            or bool(_FENCE.match(line) or _HEADING.match(line) or _HTML.match(line))
            or bool(_RULE.match(line) or _UNDERLINE.match(line))
            or bool(sign and sign["sign"].strip())
        )


def _is_indented(line: str) -> bool:
    return line.startswith(("    ", "\t")) and not re.match(
        r"[ \t]*(?:[-+*]|[0-9]+[.)])[ \t]", line
    )


def _cells(line: str, number: int) -> Iterator[Block]:
    at = 0
    body = line.rstrip("\n")
    while at < len(body):
        match = _CELL.match(line, at)
        if match is None or match.end() == at:
            break
        trail = match["trail"]
        kind: BlockKind = "cell" if match["text"] else "other"
        yield Block(kind, match["lead"], match["text"], trail, number)
        at = match.end()
    if line[at:]:
        yield Block("other", line[at:], "", "", number)
