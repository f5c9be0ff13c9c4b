"""Convert Markdown to the HTML blocks of a page."""

from __future__ import annotations

from generator.markup.document import read


def render_markdown(source: str) -> tuple[tuple[str, ...], list[str]]:
    """The HTML blocks of Markdown ``source``, and the names of the elements that were removed.

    Headings begin at ``h2`` (the title is the page's ``h1``). Alignment of table cells
    becomes a class ``left``, ``center`` or ``right``.
    """
    document = read(source)
    return document.blocks, list(document.removed)
