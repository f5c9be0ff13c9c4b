"""Walk HTML that `nh3` has sanitised: tags, texts, blocks.

The output of nh3 is well-formed, so a regular expression that handles quoted attributes is enough
to separate tags from text.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from generator.markup.tasks import without_boxes
from generator.patterns import late_regex

_TAG = late_regex(r"""(<(?:"[^"]*"|'[^']*'|[^'">])*>)""")
_NAME = late_regex(r"</?([a-zA-Z][a-zA-Z0-9]*)")

INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u"
    " var wbr".split()
)
# Elements whose text is not prose: it is never converted or used in a summary.
SILENT = frozenset({"code", "pre", "kbd", "samp"})
VOID = frozenset({"br", "hr", "img", "wbr"})


def split_tags(markup: str) -> list[str]:
    """Split ``markup`` into texts (even indices) and tags (odd ones); joined, ``markup``."""
    return _TAG.split(markup)


@lru_cache(maxsize=1024)
def tag_name(tag: str) -> tuple[str, bool]:
    """The lower-case name of a tag, and whether it is a closing one."""
    match = _NAME.match(tag)
    return (match.group(1).lower() if match else "", tag.startswith("</"))


def blocks(markup: str) -> list[str]:
    """The top-level elements of ``markup``; text between them becomes paragraphs."""
    found: list[str] = []
    current: list[str] = []
    loose: list[str] = []
    depth = 0

    def close_loose() -> None:
        text = "".join(loose).strip()
        if text:
            found.append(f"<p>{text}</p>")
        loose.clear()

    for index, part in enumerate(split_tags(markup)):
        if index % 2 == 0:
            (current if depth else loose).append(part)
            continue
        name, closing = tag_name(part)
        if depth == 0 and name in INLINE | {"br", "img"}:
            loose.append(part)
            continue
        if depth == 0:
            close_loose()
        current.append(part)
        if name not in VOID:
            depth += -1 if closing else 1
        if depth <= 0:
            found.append("".join(current))
            current, depth = [], 0
    close_loose()
    if current:
        found.append("".join(current))
    return found


def block_name(block: str) -> str:
    """The element name of a block: ``p``, ``h2``, ``ul`` …"""
    return tag_name(block)[0]


# The numbers of footnotes (see `notes`) are not a part of the text.
_NOTE_NUMBERS = late_regex(r'<(sup|span) class="note">.*?</\1>', re.S)


@lru_cache(maxsize=256)
def plain_text(markup: str) -> str:
    """The text of ``markup`` as a reader sees it, with a line break between inner blocks.

    Cached, because the stages of an article ask for the same blocks many times.
    """
    if ' class="note">' in markup:
        markup = _NOTE_NUMBERS.sub("", markup)
    markup = without_boxes(markup)
    pieces = []
    for index, part in enumerate(split_tags(markup)):
        if index % 2 == 0:
            pieces.append(part)
        elif tag_name(part)[0] not in INLINE:
            pieces.append("\n")
    text = html.unescape("".join(pieces))
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def anchored(block: str, anchor: str) -> str:
    """``block`` with ``id="anchor"`` on its outer element."""
    return _NAME.sub(lambda m: f'{m.group(0)} id="{anchor}"', block, count=1)
