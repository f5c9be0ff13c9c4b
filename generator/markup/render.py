"""Markdown → clean HTML blocks. The only place that parses Markdown."""

from __future__ import annotations

import re
from functools import cache

import markdown

from generator.markup.nodes import blocks, split_tags
from generator.markup.sanitise import sanitise, unwanted_tags

# Python-Markdown 3.11; tables and fenced code as editors know them from elsewhere.
_EXTENSIONS = ["tables", "fenced_code", "sane_lists"]
_EXTENSION_CONFIGS = {"tables": {"use_align_attribute": True}}

# A line break inside a Chinese paragraph is no space (CSS Text 4, segment breaks).
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*(?={_WIDE})")
_H1 = re.compile(r"<h1[\s>]")
_HEADING = re.compile(r"<(/?)h([1-6])\b")


@cache
def _parser() -> markdown.Markdown:
    return markdown.Markdown(extensions=_EXTENSIONS, extension_configs=_EXTENSION_CONFIGS)


def render(source: str) -> tuple[tuple[str, ...], list[str]]:
    """The HTML blocks of Markdown ``source``, and the elements that were taken out of it.

    Headings begin at ``h2`` (the title is the page's ``h1``). Alignment of table cells
    becomes a class ``left``, ``center`` or ``right``.
    """
    parser = _parser()
    parser.reset()
    raw = parser.convert(source)
    if _H1.search(raw):
        raw = _HEADING.sub(lambda m: f"<{m.group(1)}h{min(6, int(m.group(2)) + 1)}", raw)
    removed = unwanted_tags(raw) if "<" in source else []
    return tuple(_join_lines(block) for block in blocks(sanitise(raw))), removed


def _join_lines(block: str) -> str:
    if "\n" not in block or "<pre" in block:
        return block
    parts = split_tags(block)
    parts[::2] = [_BREAK.sub("", text) for text in parts[::2]]
    return "".join(parts)
