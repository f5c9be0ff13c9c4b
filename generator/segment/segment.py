"""Split a paragraph into segments for the translation engine: plain Chinese and its marks."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

import msgspec

from generator.patterns import late_regex
from generator.segment.clause import Measure, pieces
from generator.segment.inline import InlineTag, parse_inline
from generator.segment.sentence import sentences

# In Chinese characters: longer sentences are split at ； and ：; no segment is longer. In 99 of 100
# published sentences a character takes no more than 1.1 English words, about 1.6 tokens of a model.
# Argos allows 256 tokens, and 150 characters stay within that.
SOFT_LIMIT = 80
HARD_LIMIT = 150


class Segment(msgspec.Struct, frozen=True):
    """One sentence, or a piece of one, without inline marks.

    ``text`` is the text to translate, ``lead`` and ``trail`` the white space around it. The
    positions of ``marks`` are offsets into ``text``. ``ends`` is true if the sentence ends here.
    """

    text: str
    lead: str = ""
    trail: str = ""
    marks: tuple[InlineTag, ...] = ()
    ends: bool = True


_SOFT_BREAK = late_regex(r"[ \t]*\n[ \t]*(?:>[ \t]*)*")


def segments(
    markdown: str, *, soft: int = SOFT_LIMIT, hard: int = HARD_LIMIT, measure: Measure = len
) -> list[Segment]:
    """The segments of one block of Markdown prose, in order.

    ``lead + text + trail`` of all segments, joined, is the text of the block without its marks
    and soft line breaks. No ``text`` measures more than ``hard`` (``soft`` and ``hard`` as in
    `pieces`). A mark over several segments is on each of them. A block that consists only of
    marks is one segment with an empty text.
    """
    marked = parse_inline(_joined(markdown))
    spans: list[tuple[int, int, bool]] = []
    at = 0
    for sentence in sentences(marked.text):
        parts = pieces(sentence, soft, hard, measure)
        for number, part in enumerate(parts, 1):
            spans.append((at, at + len(part), number == len(parts)))
            at += len(part)
    if not spans:
        return [Segment("", marks=marked.marks)] if marked.marks else []
    found: list[Segment] = []
    waiting = deque(sorted(marked.marks, key=lambda mark: mark.start))
    active: list[InlineTag] = []
    for start, end, ends in spans:
        last = end == len(marked.text)
        while waiting and (last or waiting[0].start < end):
            active.append(waiting.popleft())
        # Marks are sorted by start, so those that ended before are not needed any more.
        active = [mark for mark in active if mark.end >= start]
        found.append(_segment(marked.text, active, start, end, ends, last=last))
    return found


def _joined(markdown: str) -> str:
    """The block on one line: a line break becomes a space between ASCII characters, else nothing.

    Hard line breaks are kept.
    """

    def gap(match: re.Match[str]) -> str:
        before = markdown[match.start() - 1 : match.start()]
        after = markdown[match.end() : match.end() + 1]
        hard_break = match.group().startswith("  ") or before == "\\"
        if hard_break:
            return match.group()
        return " " if before.isascii() and after.isascii() else ""

    return _SOFT_BREAK.sub(gap, markdown.strip())


def _segment(
    everything: str, marks: Iterable[InlineTag], start: int, end: int, ends: bool, last: bool
) -> Segment:
    whole = everything[start:end]
    text = whole.strip()
    lead = whole[: len(whole) - len(whole.lstrip())] if text else whole
    trail = whole[len(lead) + len(text) :]
    first = start + len(lead)
    marks = [_clipped(m, first, first + len(text)) for m in marks if _touches(m, start, end, last)]
    return Segment(text, lead, trail, tuple(marks), ends)


def _touches(mark: InlineTag, start: int, end: int, last: bool) -> bool:
    if mark.start == mark.end:
        return start <= mark.start < end or (last and mark.start == end)
    return mark.start < end and start < mark.end


def _clipped(mark: InlineTag, start: int, end: int) -> InlineTag:
    """The part of a mark inside a segment, with offsets from the start of the segment."""
    low, high = max(mark.start, start), min(mark.end, end)
    low = min(low, end)
    return msgspec.structs.replace(mark, start=low - start, end=max(low, high) - start)
