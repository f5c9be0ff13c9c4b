"""Convert the repaired text of a page to Simplified, which all rules of the import read."""

from __future__ import annotations

import re
from functools import cache

from generator.clean.characters import STAYING, characters
from generator.patterns import any_of
from generator.script import Script, to_hans

# Words in which 著 is kept, where OpenCC would change it to 着 (the table of the pages changed 着
# to 著).
_WORKS = (
    "土著 編著 專著 原著 遺著 論著 譯著 巨著 合著 拙著 新著 舊著 著者 著述 著錄 著書 著作 著有《"
)
_FORMS = str.maketrans("編專遺論譯舊錄書", "编专遗论译旧录书")
_KEPT = {word: word.translate(_FORMS) for word in _WORKS.split()} | {"甚麼": "什么", "么": "么"}


_TELLING = 30
_CLEAR = 4
_ENOUGH = 200
_PAGE = 100_000


def to_simplified(text: str, around: Script | None = None) -> str:
    """Return ``text`` in Simplified characters; a text that is mostly Simplified stays unchanged.

    A page may have Simplified lines, mostly spam, around a Traditional article, and may quote
    Traditional ones, so each longer line is judged by itself, and short ones by the whole page, or
    by the script that is known of the article ``around`` them.
    """
    whole = around == "zh-Hant" or is_mostly_traditional(text)
    lines = text.split("\n")
    wanted = [
        _is_traditional(line[:_ENOUGH])
        if len(line) >= _TELLING
        else whole or _is_clearly_traditional(line)
        for line in lines
    ]
    if not any(wanted):
        return text
    converter = to_hans(_KEPT, curly=True)
    return "\n".join(
        converter.text(line) if convert else line
        for line, convert in zip(lines, wanted, strict=True)
    )


def is_mostly_traditional(page: str) -> bool:
    """Return whether the characters of a page are more often Traditional than Simplified."""
    return _is_traditional(page[:_PAGE])


def in_script_of(text: str, around: str) -> str:
    """Return ``text`` in Simplified if the text ``around`` it is; else unchanged."""
    traditional, simplified = _replaced_one_by_one()
    if len(simplified.findall(around)) <= len(traditional.findall(around)):
        return text
    return to_hans(_KEPT).text(text)


def _is_traditional(text: str) -> bool:
    traditional, simplified = _replaced_one_by_one()
    found = len(traditional.findall(text))
    return found > 0 and found > len(simplified.findall(text))


def _is_clearly_traditional(line: str) -> bool:
    """Return whether a short line of a Simplified page is Traditional, and not just a name or two
    in it."""
    traditional, simplified = _replaced_one_by_one()
    return len(traditional.findall(line)) >= _CLEAR and not simplified.search(line)


@cache
def _replaced_one_by_one() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the characters that a one-to-one table produces, and of those that it
    replaces.

    `script.detect` recognizes real Traditional text; these pages were converted by such a table.
    """
    table = characters()
    plain = {table.simple[character] for character in table.listed} - set(table.simple)
    plain -= STAYING
    return any_of("".join(sorted(table.listed))), any_of("".join(sorted(plain)))
