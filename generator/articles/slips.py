"""Lines that Markdown takes for something else than their author did: lists shown as one paragraph,
and paragraphs shown as headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.patterns import late_regex

_ITEM = late_regex(r" {0,3}(?:[-*+]|[0-9]{1,2}\.) +\S")
# An item within the text of another: the marks that remain in the HTML of a list.
_WITHIN = late_regex(r"\n *(?:[-*+]|[0-9]{1,2}\.) +(?=[^\s<])")
# Numbers and signs that begin an item in Chinese typing and are no list to Markdown. A number needs
# two lines with the same sign; bullets are hardly anything else.
_TYPED = late_regex(
    r"\s*(?:[0-9]{1,2}(?P<after>[、)）．])(?![0-9])|[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<round>[)）])"
    r"|[一二三四五六七八九十]{1,3}(?P<comma>、)|(?P<bullet>[•●○■□▪◆◇]))\s*\S"
)

# A line below text that makes it a heading, and the end of a sentence.
_UNDERLINE = late_regex(r" {0,3}(?:-+|=+)\s*\Z")
_SENTENCE = late_regex(r"[。！？；…：，”」.!?;]\s*\Z")
# No heading is longer.
_LONG = 40


class Slip(NamedTuple):
    """A slip: the index of its line among those of the block, its message and hint."""

    place: int
    message: str
    hint: str


def list_slips(lines: Sequence[str], blocks: Sequence[str]) -> Iterator[Slip]:
    """Yield the slips of a block, at most one of each kind; ``lines`` are its source, ``blocks``
    its HTML."""
    if len(lines) < 2 or len(blocks) != 1:
        return
    if blocks[0].startswith("<p>"):
        for place, line in enumerate(lines[1:], 1):
            if _ITEM.match(line):
                message = "a list right below a paragraph is shown as a part of it"
                yield Slip(place, message, "put an empty line before the list")
                return
        typed = _typed(lines)
        if typed is not None:
            message = "lines with numbers or signs before them are shown as one paragraph"
            hint = "write `- ` or `1. ` before each, or put empty lines between them"
            yield Slip(typed, message, hint)
    elif blocks[0].startswith(("<ol", "<ul")) and (found := _WITHIN.search(blocks[0])):
        rest = blocks[0][found.start() :].lstrip()[:8]
        place = next((n for n, line in enumerate(lines) if line.strip().startswith(rest)), 0)
        message = "a list of another kind right below an item is shown as a part of it"
        yield Slip(place, message, "indent it by three spaces, or put an empty line before it")


def heading_slips(lines: Sequence[str], blocks: Sequence[str]) -> Iterator[Slip]:
    """Yield a slip if a paragraph has become a heading because a line of --- is right below it; the
    arguments are those of `list_slips`."""
    if not any(block.startswith(("<h1", "<h2")) for block in blocks):
        return
    for place, line in enumerate(lines[1:], 1):
        above = lines[place - 1].strip()
        if above and _UNDERLINE.match(line) and (_SENTENCE.search(above) or len(above) > _LONG):
            sign = line.strip()[:3]
            message = f"{sign} right below a paragraph makes it a heading"
            yield Slip(place, message, f"put an empty line above {sign}, or remove it")
            return


def _typed(lines: Sequence[str]) -> int | None:
    """Return the index of the first of two lines, one below the other, with the same sign."""
    before = None
    for place, line in enumerate(lines):
        found = _TYPED.match(line)
        kind = found.lastgroup if found else None
        if kind is not None and kind == before:
            return place - 1
        before = kind
    return None
