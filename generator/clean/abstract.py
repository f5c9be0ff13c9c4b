"""The summary of an imported article: one door to the digest's own summaries."""

from __future__ import annotations

from collections.abc import Sequence

LENGTH = 120  # characters


def first_sentence(paragraphs: Sequence[str]) -> str:
    """The first sentence of a text, to propose as its title."""
    from generator.segment import sentences

    return next(
        (part.strip() for text in paragraphs for part in sentences(text) if part.strip()), ""
    )


def summary_of(paragraphs: Sequence[str], limit: int = LENGTH) -> str:
    """Whole sentences from the top of the text, about ``limit`` characters in all."""
    from generator.summary import extract

    return extract(paragraphs, limit).text
