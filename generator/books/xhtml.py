"""The HTML of articles converted to XHTML, the format of chapters in an EPUB."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from generator.markup.nodes import VOID
from generator.markup.sanitise import TAGS
from generator.patterns import late_regex

_TAG = late_regex(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>""")
_ATTRIBUTE = late_regex(r"""([a-zA-Z:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+)))?""")
# Named character references of HTML that XML does not define.
_NAMED = late_regex(r"&(?!(?:amp|lt|gt|quot|apos);)[a-zA-Z][a-zA-Z0-9]*;")
# Brackets around ruby text (readings over characters) for browsers without support for it; all
# e-readers support it.
_BRACKETS = late_regex(r"<rp\b[^>]*>[^<]*</rp>")
_ELEMENTS = TAGS | {"div"}
_KEPT = frozenset(
    "alt aria-label class colspan dir height href id lang reversed role rowspan scope src start"
    " title width".split()
)
# What the values of these attributes must be; a browser ignores any other value, XHTML is invalid.
_VALUES = {
    "colspan": late_regex(r"[1-9][0-9]{0,3}"),
    "dir": late_regex(r"ltr|rtl|auto"),
    "height": late_regex(r"[0-9]+"),
    "rowspan": late_regex(r"[0-9]{1,5}"),
    "scope": late_regex(r"(?:row|col)(?:group)?"),
    "start": late_regex(r"-?[0-9]+"),
    "width": late_regex(r"[0-9]+"),
}
# Attributes that make an e-reader show a note as a pop-up (EPUB 3 Structural Semantics Vocabulary).
_NOTES = {
    '<a role="doc-noteref"': ' epub:type="noteref"',
    '<div class="note"': ' epub:type="footnote"',
}


def xhtml(block: str) -> str:
    """Return ``block``, HTML from `sanitise`, as XHTML: every element closed, every value quoted.

    Tags and attributes that articles cannot have are removed; the content of such elements is kept.
    """
    if block.startswith("<p>") and block.count("<") == 2 and "&" not in block:
        return block
    if "<rp" in block:
        block = _BRACKETS.sub("", block)
    found = _TAG.sub(lambda match: _tag(match.group()), block)
    if "&" in found:
        found = _NAMED.sub(lambda match: _numbered(html.unescape(match.group())), found)
    return found


def _numbered(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


@lru_cache(maxsize=4096)
def _tag(tag: str) -> str:
    match = _TAG.fullmatch(tag)
    assert match is not None
    closing, name, rest = match.groups()
    name = name.lower()
    if name not in _ELEMENTS:
        return ""
    if closing:
        return "" if name in VOID else f"</{name}>"
    values: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(rest):
        key = found.group(1).lower()
        if key in _KEPT:
            written = next((value for value in found.groups()[1:] if value is not None), key)
            if key in _VALUES and not _VALUES[key].fullmatch(written):
                continue
            values.setdefault(key, written.replace('"', "&quot;").replace("<", "&lt;"))
    if name == "img":
        values.setdefault("alt", "")
    inner = "".join(f' {key}="{value}"' for key, value in values.items())
    notes = (f'<{name} {key}="{values.get(key)}"' for key in ("role", "class"))
    inner += "".join(_NOTES.get(note, "") for note in notes)
    return f"<{name}{inner}{'/' if name in VOID else ''}>"


def is_well_formed_svg(data: bytes) -> bool:
    """Return whether an SVG picture can be part of a book: well-formed XML, without scripts or
    references to other files."""
    import xml.etree.ElementTree as ElementTree

    if b"<!ENTITY" in data:
        return False
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return False
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return False
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in ("script", "foreignobject", "style", "a"):
            return False
        for key, value in element.attrib.items():
            lower = key.rpartition("}")[2].lower()
            if lower.startswith("on") or (lower == "href" and not value.startswith("#")):
                return False
            if "url(" in value and re.search(r"url\(\s*['\"]?[^#'\"\s]", value):
                return False
    return True


def picture_type(data: bytes) -> str:
    """Return the media type of a picture that every e-reader supports (EPUB 3.2, core media types);
    an empty string for any other file."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/svg+xml" if is_well_formed_svg(data) else ""
