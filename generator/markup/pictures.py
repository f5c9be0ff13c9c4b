"""Pictures in a text: a picture that is a paragraph by itself becomes a figure.

``![what it shows](files/plan.png "caption | credit")``: Markdown's title is the caption, and the
part after its last bar is the credit.
"""

from __future__ import annotations

import html

from generator.markup.nodes import split_tags, tag_name
from generator.patterns import late_regex

_TITLE = late_regex(r'\stitle="([^"]*)"')
_ALT = late_regex(r"""<img\b[^>]*?\salt=(?:"([^"]*)"|'([^']*)')""")
_BAR = late_regex(r"\s*[|｜]\s*")
_CREDIT = late_regex(r'<span class="credit">[^<]*</span>')
_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff]")
_BESIDE = frozenset({"img", "br"})


def with_figures(block: str) -> str:
    """``block`` as one or several figures if it is a paragraph of pictures only."""
    if not block.startswith("<p") or "<img" not in block:
        return block
    parts = split_tags(block)
    tags = parts[3:-2:2]
    if parts[1] != "<p>" or "".join(parts[::2]).strip():
        return block
    names = [tag_name(tag)[0] for tag in tags]
    pictures = [tag for tag, name in zip(tags, names, strict=True) if name == "img"]
    if set(names) <= _BESIDE:
        figures = [_figure(picture, picture) for picture in pictures]
    elif names == ["a", "img", "a"]:
        figures = [_figure("".join(tags), pictures[0])]
    else:
        return block
    inner = "".join(figures)
    return inner if len(figures) == 1 else f'<div class="pictures">{inner}</div>'


def alternative_texts(block: str) -> list[str]:
    """What the pictures of ``block`` say that they show, in order; empty for one that has none."""
    if "<img" not in block:
        return []
    return [html.unescape(match[1] or match[2] or "") for match in _ALT.finditer(block)]


def with_language(block: str) -> str:
    """``block`` of an English text, with ``lang="zh-Hans"`` on credits that contain Chinese."""
    if ' class="credit">' not in block:
        return block
    return _CREDIT.sub(
        lambda match: (
            match[0].replace(">", ' lang="zh-Hans">', 1) if _HAN.search(match[0]) else match[0]
        ),
        block,
    )


def _figure(markup: str, picture: str) -> str:
    title = _TITLE.search(picture)
    if title is None:
        return f"<figure>{markup}</figure>"
    caption, credit = _split_title(title[1])
    bare = markup.replace(picture, picture.replace(title.group(), ""))
    said = " ".join(filter(None, (caption, credit and f'<span class="credit">{credit}</span>')))
    return f"<figure>{bare}<figcaption>{said}</figcaption></figure>"


def _split_title(title: str) -> tuple[str, str]:
    """The caption and the credit in a title."""
    bars = list(_BAR.finditer(title))
    if not bars:
        return title.strip(), ""
    return title[: bars[-1].start()].strip(), title[bars[-1].end() :].strip()
