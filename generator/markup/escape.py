"""Text as Markdown that shows just this text, with as few marks of escape as that takes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from generator.markup.render import render_markdown
from generator.patterns import late_regex
from generator.reading import BREAKS, UNSEEN

# What begins or ends something inside a paragraph of Python-Markdown and its extensions.
# The first to be left alone are those that only an entity can escape.
_KINDS = ":=$^|~&<*_`[\\"
_RISKY = late_regex(r"[\\`*_\[<&~|^=$]|://|^[#>+:\-!]|^\d+[.)]|#$")
_ESCAPABLE = "\\`*_{}[]()>#+-.!"
_BLOCK = late_regex(r"^(?:([#>+*\-])|(\d{1,9})([.)])(?=\s|$))")
# Fences and raw HTML may be closed by a later paragraph: what one shows tells too little.
_OPENERS = late_regex(r"^(?:```|~~~)|<(?=[!?/A-Za-z])")
# More marks than prose has: they are all escaped, and nothing is tried.
_MANY = 200
_CONTROLS = late_regex(rf"[\ufeff{UNSEEN}{BREAKS}]")


def escaped(text: str, level: int = 0) -> str:
    """One paragraph, or a heading of ``level``, as Markdown that shows just ``text``.

    ``text`` is one line. Characters that are never shown are left out. Marks are escaped
    only where the page would otherwise show something else. Nothing becomes a link, a bare
    web address neither.
    """
    text = " ".join(_CONTROLS.sub("", text).split())
    before = "#" * level + " " if level else ""
    if not _RISKY.search(text):
        return before + text
    kinds = [kind for kind in _KINDS if kind in text]
    if sum(map(text.count, kinds)) > _MANY:
        return before + _written(text, _KINDS, level)
    always = {opener[0] for opener in _OPENERS.findall(text)}
    if not always and _shows(before + text, text, level):
        return before + text
    for kind in kinds:
        fewer = [other for other in kinds if other != kind or other in always]
        if _shows(before + _written(text, fewer, level), text, level):
            kinds = fewer
    return before + _written(text, kinds, level)


def _written(text: str, kinds: Iterable[str], level: int) -> str:
    """``text`` with the marks of ``kinds`` escaped, and what would begin or end a block."""
    chosen = frozenset(kinds)
    made = "".join(_mark(character) if character in chosen else character for character in text)
    if level:
        return re.sub(r"#+$", lambda run: "\\#" * len(run[0]), made)
    return _BLOCK.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", made)


def _mark(character: str) -> str:
    if character in _ESCAPABLE:
        return f"\\{character}"
    return {"<": "&lt;", "&": "&amp;"}.get(character, f"&#{ord(character)};")


def _shows(markdown: str, text: str, level: int) -> bool:
    """Whether a page shows ``markdown`` as nothing but ``text``."""
    blocks = render_markdown(markdown)[0]
    name = f"h{level}" if level else "p"
    if len(blocks) != 1:
        return False
    shown = blocks[0]
    inner = shown.removeprefix(f"<{name}>").removesuffix(f"</{name}>")
    return (
        f"<{name}>{inner}</{name}>" == shown and "<" not in inner and html.unescape(inner) == text
    )
