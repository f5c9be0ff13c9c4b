"""One form for characters that a reader takes for the same: scripts, widths, cases, accents.

Folding puts one character of the Basic Multilingual Plane for another, so a folded text is
as long as the text and a match's place is the same in both. The browser is given the pairs
that matter for the texts of the site, and no rule of its own. Which Han characters are one
is a table made from OpenCC by ``python -m generator.search.make_tables``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_COMPATIBLE = range(0xF900, 0xFB00)
# Latin with accents (pinyin too), Greek, Cyrillic, and the forms as wide as Han.
_LETTERS = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x386, 0x530), range(0x1E00, 0x1F00))
_WIDE = range(0xFF01, 0xFF5F)
_ALIKE = {
    **dict.fromkeys("\t\n\v\f\r\u00a0\u2002\u2003\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("‘’ʼ＇", "'"),
}


@cache
def fold_table() -> Mapping[int, str]:
    """Code point → the character it is folded to, for all that are folded at all."""
    table = {ord(character): to for character, to in _ALIKE.items()}
    for code in (code for part in (*_LETTERS, _WIDE, _COMPATIBLE) for code in part):
        folded = _plain(chr(code))
        if len(folded) == 1 and ord(folded) not in (code, *table):
            table[code] = folded
    han = _han_table()
    table.update(han)
    return {code: han.get(ord(to), to) for code, to in table.items()}


def fold(text: str) -> str:
    """``text`` with every character folded; as long as ``text``."""
    return text.translate(fold_table())


def client_table(characters: Iterable[str]) -> list[str]:
    """For each character that occurs in folded texts: itself, then all that are folded to it.

    What folds to a character that no text has cannot be found, folded or not.
    """
    groups = _groups()
    return [groups[to] for to in sorted(groups.keys() & set(characters))]


@cache
def _groups() -> Mapping[str, str]:
    """A character, then all that are folded to it in the order of Unicode, by that character."""
    groups: dict[str, str] = {}
    for code, to in sorted(fold_table().items()):
        groups[to] = groups.get(to, to) + chr(code)
    return groups


def _plain(character: str) -> str:
    """Lower case, usual width, no accent."""
    base = unicodedata.normalize("NFKD", character)
    stripped = "".join(part for part in base if not unicodedata.combining(part))
    return stripped.lower()


def _han_table() -> dict[int, str]:
    """Han characters → the Simplified one among those that OpenCC turns into each other."""
    groups = Path(__file__).parent.joinpath("data/han.txt").read_text("utf-8").split()
    return {ord(one): group[0] for group in groups for one in group[1:]}
