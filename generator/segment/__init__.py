"""Text into pieces and back: sentences, marks within a line, segments for an engine.

The way of a passage (see `markup.passages`): ``segments`` takes its marks off and cuts it; each
segment's ``text`` is translated, and each of ``phrases``; ``paragraph`` makes English Markdown
of the results.
"""

from __future__ import annotations

from generator.segment.inline import InlineTag, Marked, parse_inline, render_inline
from generator.segment.markup_transfer import phrases, place
from generator.segment.paragraph import paragraph
from generator.segment.segment import HARD_LIMIT, SOFT_LIMIT, Segment, segments
from generator.segment.sentence import english_sentences, sentences

__all__ = [
    "HARD_LIMIT",
    "SOFT_LIMIT",
    "InlineTag",
    "Marked",
    "Segment",
    "english_sentences",
    "paragraph",
    "parse_inline",
    "phrases",
    "place",
    "render_inline",
    "segments",
    "sentences",
]
