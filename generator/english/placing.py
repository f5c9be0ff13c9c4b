"""Puts the English of passages into their place in the Markdown of an article."""

from __future__ import annotations

from collections.abc import Sequence

from generator.english.labels import needs_engine
from generator.markup.document import read
from generator.markup.passages import Passage
from generator.patterns import late_regex

# Text of one line that begins like this and has no HTML is surely a paragraph.
_PLAIN = late_regex(r"[A-Za-z“‘][^\n<]*\Z")
_ESCAPED = late_regex(r"\\(?=[\\`*_{}\[\]()>#+.!~|-])")


def in_place(source: str, passages: Sequence[Passage], english: Sequence[str]) -> str | None:
    """Return a piece of Markdown with its passages in English; ``None`` if the result would be
    another kind of block, or several blocks, so that the sidecar would not align."""
    if not passages:
        return source
    made: list[str] = []
    at = 0
    for passage, said in zip(passages, english, strict=True):
        if passage.kind == "heading":
            said = headline(said)
        elif passage.kind == "cell":
            said = _cell(said, passage.text)
        elif passage.kind == "html":
            said = _ESCAPED.sub("", said)
        made += [source[at : passage.start], said]
        at = passage.end
    text = "".join([*made, source[at:]])
    if len(passages) == 1 and made[0] == source[at:] == "" and _PLAIN.match(text):
        return text
    return text if _shape(text) == _shape(source) else None


def _cell(said: str, source: str) -> str:
    """The English of a cell: capitalized like a label, except units (km, mu, kWh)."""
    said = _NEEDLESS.sub("", said.replace("|", "\\|").replace("\n", " "))
    if needs_engine(source) and _LABEL.match(said):
        return said[:1].upper() + said[1:]
    return said


# An escape that only the beginning of a line needs.
_NEEDLESS = late_regex(r"\A\\(?=[-+#>])")
# What is capitalized: a word that is neither an abbreviation nor a unit with a unit's spelling.
_LABEL = late_regex(r"(?!(?:yuan|mu|tonnes|kilo\w+|square \w+)\b)[a-z]+(?:[ ,;:'’-]|\Z)(?<!\A..)")


def _shape(text: str) -> list[str]:
    """The kinds of the blocks of a text, and of the elements in them."""
    return [" ".join(_ELEMENTS.findall(block)) for block in read(text).blocks]


# Elements that define the structure of a block; inline markup may move.
_ELEMENTS = late_regex(r"<(p|h[2-6]|[uo]l|li|blockquote|t[rdh]|pre|hr|div|figure)\b")


def headline(text: str) -> str:
    """``text`` as a headline: capitalized, without a full stop at the end."""
    plain = text.strip()
    if plain.endswith(".") and not plain.endswith(("...", "U.S.", "Co.", "Ltd.", "Inc.")):
        plain = plain[:-1]
    return plain[:1].upper() + plain[1:]
