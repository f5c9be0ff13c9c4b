"""A second opinion on the place of the article: that of trafilatura, if it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from generator.clean.web.text import letters_of
from generator.clean.web.tree import Piece
from generator.patterns import late_regex

_SECTION_TAG = late_regex(r"(?i)<(/?)h[2-6]\b")


def voted(markup: str, pieces: Sequence[Piece]) -> list[bool]:
    """Return for each line of a page whether trafilatura takes it for the article; False for all
    lines if it is not installed."""
    if find_spec("trafilatura") is None:
        return [False] * len(pieces)
    import trafilatura

    extracted: Any = trafilatura.bare_extraction(
        # Trafilatura 2 drops short headings; as paragraphs they are kept.
        _SECTION_TAG.sub(r"<\1p", markup),
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=False,
    )
    text = (extracted.text if extracted is not None else "") or ""
    lines = {letters_of(line) for line in text.split("\n")}
    return [bool(key := letters_of(piece.text)) and key in lines for piece in pieces]
