"""Drafts looked at as if they were published: what of them is still to be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.content.article import unwritten
from generator.content.folder import gather
from generator.problem import Problem, Report
from generator.reading import read_text


def unwritten_drafts(root: Path) -> Iterator[Problem]:
    """The placeholders that the articles at ``root`` and their English still have."""
    for bundle in gather(root, Report(), lambda file: ""):
        for ref in (bundle.article, bundle.english):
            text = read_text(root / ref.path, ref.path, Report()) if ref is not None else None
            if ref is not None and text is not None:
                yield from unwritten(text, ref.path)
