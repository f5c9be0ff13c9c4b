"""Decide whether a page shows its article or only has it in a script, and insert it if so."""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.html

from generator.clean.web.region import Region, prose
from generator.clean.web.stories import Story, characters_in_scripts, story_in
from generator.clean.web.text import Element
from generator.clean.web.tree import Piece

# How much longer than the visible text the text of a script must be.
_MORE, _LINE = 1.5, 20
_SHORT = 80
_SHARED = 0.6


def story_instead(
    root: Element, document: str, pieces: Sequence[Piece], region: Region | None
) -> Story | None:
    """Return the article in a script of the page, if the page shows none or only its beginning.

    ``region`` is the visible article, if there is one; ``document`` is the page's ``<title>``.
    """
    shown = [] if region is None else _shown(pieces, region)
    size = sum(map(prose, shown))
    if characters_in_scripts(root) < _MORE * size + _LINE:
        return None
    story = story_in(root, document)
    if story is None or region is None:
        return story
    if story.size < _MORE * size + _LINE:
        return None
    within = _han(story.html)
    shared = sum(prose(piece) for piece in shown if _han(piece.text) in within)
    begun = shared >= _SHARED * size
    return story if begun or (size < _SHORT and story.near.agrees) else None


def put_in(root: Element, story: Story, before: Element | None) -> None:
    """Insert an article into the page: at its place, or ``before`` an element, or at the
    beginning."""
    before = before if story.place is None else story.place
    title = "" if before is not None else f"<h1>{story.near.title}</h1>"
    whole = lxml.html.fromstring(f"<div>{title}<div class='article-body'>{story.html}</div></div>")
    if before is not None and before.getparent() is not None and before.tag != "body":
        before.addprevious(whole)
        return
    body = root.find("body")
    (root if body is None else body).insert(0, whole)


def _shown(pieces: Sequence[Piece], region: Region) -> list[Piece]:
    return [
        piece
        for piece, why in zip(pieces, region.reasons, strict=True)
        if not why and prose(piece) >= _LINE
    ]


def _han(text: str) -> str:
    """Return the Chinese characters of a text."""
    return re.sub("[^\\u3400-\\u9fff]", "", re.sub("<[^>]*>", "", text))
