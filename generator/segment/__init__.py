"""Split Markdown into segments for a translation engine, and put the translations together.

A passage (see `markup.passages`) is translated in these steps: ``segments`` removes its inline
markup and splits it into sentences; the engine translates the ``text`` of each segment and each
of the ``phrases``; ``paragraph`` makes English Markdown of the results.
"""

from __future__ import annotations

from generator.segment.inline import InlineTag, Marked, parse_inline, render_inline
from generator.segment.markup_transfer import phrases
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
    "render_inline",
    "segments",
    "sentences",
]
