"""Fold characters that readers regard as the same: variants of script, width, case and accent.

Folding replaces one character of the Basic Multilingual Plane by another, so a folded text has the
length of the original and offsets are the same in both. The browser gets a table with the pairs
that occur in the texts of the site; it has no rules of its own. The groups of Han characters are
made from OpenCC by ``python -m generator.search.make_tables``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

_COMPATIBLE = range(0xF900, 0xFB00)
# Latin with accents (also pinyin), Greek, Cyrillic; and the full-width forms.
_LETTERS = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x386, 0x530), range(0x1E00, 0x1F00))
_WIDE = range(0xFF01, 0xFF5F)
_ALIKE = {
    **dict.fromkeys("\t\n\v\f\r\u00a0\u2002\u2003\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("‘’ʼ＇", "'"),
    **dict.fromkeys("“”„＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("〜∼", "~"),
    **dict.fromkeys("・•‧∙", "·"),
    "￥": "¥",
}


# Characters that the browser's table always has: readers type their variants in figures and dates,
# which may be written in other ways in the texts.
ALWAYS: Final = "".join(map(chr, range(32, 127))) + "¥·号亿万两点余顷亩吨时"


@cache
def fold_table() -> Mapping[int, str]:
    """Code point → the character to which it is folded, without those that are not folded."""
    table = {ord(character): to for character, to in _ALIKE.items()}
    for code in (code for part in (*_LETTERS, _WIDE, _COMPATIBLE) for code in part):
        folded = _plain(chr(code))
        if len(folded) == 1 and ord(folded) not in (code, *table):
            table[code] = folded
    han = _han_table()
    table.update(han)
    return {code: han.get(ord(to), to) for code, to in table.items()}


def fold(text: str) -> str:
    """``text`` with every character folded; it keeps its length."""
    return text.translate(fold_table())


def client_table(characters: Iterable[str]) -> list[str]:
    """The fold table for the browser, given the ``characters`` of the folded texts.

    Each row has a character, then all characters that are folded to it. Characters that do not
    occur in any text are left out, since a query with them finds nothing.
    """
    groups = _groups()
    return [groups[to] for to in sorted(groups.keys() & set(characters))]


@cache
def _groups() -> Mapping[str, str]:
    """Character → itself, followed by all characters that are folded to it, sorted."""
    groups: dict[str, str] = {}
    for code, to in sorted(fold_table().items()):
        groups[to] = groups.get(to, to) + chr(code)
    return groups


def _plain(character: str) -> str:
    """The character in lower case and normal width, without accents."""
    base = unicodedata.normalize("NFKD", character)
    stripped = "".join(part for part in base if not unicodedata.combining(part))
    return stripped.lower()


def _han_table() -> dict[int, str]:
    """Code point of a Han character → the Simplified character of its group in ``han.txt``."""
    groups = Path(__file__).parent.joinpath("data/han.txt").read_text("utf-8").split()
    return {ord(one): group[0] for group in groups for one in group[1:]}
