"""Escape plain text for Markdown, with as few escapes as possible."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from generator.markup.render import render_markdown
from generator.patterns import late_regex
from generator.reading import BREAKS, UNSEEN

# Characters with a meaning inside a paragraph. Those that only an entity can escape come first:
# they are the first to be tried without an escape.
_KINDS = ":=$^|~&<*_`[\\"
_RISKY = late_regex(r"[\\`*_\[<&~|^=$]|://|^[#>+:\-!]|^\d+[.)]|#$")
_ESCAPABLE = "\\`*_{}[]()>#+-.!"
_BLOCK = late_regex(r"^(?:([#>+*\-])|(\d{1,9})([.)])(?=\s|$))")
# Fences and raw HTML may be closed by a later paragraph, so they are always escaped.
_OPENERS = late_regex(r"^(?:```|~~~)|<(?=[!?/A-Za-z])")
# With more special characters than this, all are escaped without trying (too slow).
_MANY = 200
_CONTROLS = late_regex(rf"[\ufeff{UNSEEN}{BREAKS}]")


def escaped(text: str, level: int = 0) -> str:
    """Markdown that is shown as exactly ``text``: a paragraph, or a heading of ``level``.

    The result is one line; invisible characters are removed and white space is collapsed. A
    character is escaped only if the page would otherwise show something else. Nothing becomes a
    link, not even a bare web address.
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
    """``text`` with the characters ``kinds`` escaped, and those that would start or end a block."""
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
    """Whether a page would show ``markdown`` as exactly ``text``."""
    blocks = render_markdown(markdown)[0]
    name = f"h{level}" if level else "p"
    if len(blocks) != 1:
        return False
    shown = blocks[0]
    inner = shown.removeprefix(f"<{name}>").removesuffix(f"</{name}>")
    return (
        f"<{name}>{inner}</{name}>" == shown and "<" not in inner and html.unescape(inner) == text
    )
