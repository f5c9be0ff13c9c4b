"""A second opinion on where the article is: trafilatura's, where it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from generator.clean.web.text import letters_of
from generator.clean.web.tree import Piece
from generator.patterns import late_regex

_SECTION_TAG = late_regex(r"(?i)<(/?)h[2-6]\b")


def voted(markup: str, pieces: Sequence[Piece]) -> list[bool]:
    """Which lines of a page trafilatura takes for the article; none where it is not installed."""
    if find_spec("trafilatura") is None:
        return [False] * len(pieces)
    import trafilatura

    extracted: Any = trafilatura.bare_extraction(
        # Short headings are dropped by trafilatura 2; as paragraphs they stay.
        _SECTION_TAG.sub(r"<\1p", markup),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=False,
    )
    text = (extracted.text if extracted is not None else "") or ""
    lines = {letters_of(line) for line in text.split("\n")}
    return [bool(key := letters_of(piece.text)) and key in lines for piece in pieces]
