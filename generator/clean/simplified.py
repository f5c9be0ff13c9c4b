"""Mended pseudo-Traditional text to Simplified."""

from __future__ import annotations

from functools import cache

from generator.clean.characters import STAYING, characters
from generator.script import to_hans

# Words in which 著 stays, as far as OpenCC takes it for 着 (着 is 著 in the pages' table).
_WORKS = (
    "土著 編著 專著 原著 遺著 論著 譯著 巨著 合著 拙著 新著 舊著 著者 著述 著錄 著書 著作 著有《"
)
_FORMS = str.maketrans("編專遺論譯舊錄書", "编专遗论译旧录书")
_KEPT = {word: word.translate(_FORMS) for word in _WORKS.split()} | {"甚麼": "什么", "么": "么"}


_TELLING = 30
_CLEAR = 4
_ENOUGH = 200
_PAGE = 100_000


def to_simplified(text: str) -> str:
    """``text`` in Simplified characters; a text that is mostly Simplified stays as it is.

    A page may have Simplified lines, spam mostly, around a Traditional article, and quote
    Traditional ones, so each line of some length is judged by itself and short ones by the page.
    """
    whole = _is_traditional(text[:_PAGE])
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


def in_script_of(text: str, around: str) -> str:
    """``text`` in Simplified characters where those ``around`` it are; else as it is."""
    traditional, simplified = _replaced_one_by_one()
    found = sum(map(simplified.__contains__, around))
    if found <= sum(map(traditional.__contains__, around)):
        return text
    return to_hans(_KEPT).text(text)


def _is_traditional(text: str) -> bool:
    traditional, simplified = _replaced_one_by_one()
    found = sum(map(traditional.__contains__, text))
    return found > 0 and found > sum(map(simplified.__contains__, text))


def _is_clearly_traditional(line: str) -> bool:
    """Whether a short line of a Simplified page is Traditional beyond the name or two that the
    author may have left in it."""
    traditional, simplified = _replaced_one_by_one()
    found = sum(map(traditional.__contains__, line))
    return found >= _CLEAR and not any(map(simplified.__contains__, line))


@cache
def _replaced_one_by_one() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that a one-to-one table makes, and those that it replaces.

    `script.detect` knows real Traditional text; these pages were turned by such a table.
    """
    table = characters()
    plain = {table.simple[character] for character in table.listed} - set(table.simple)
    return table.listed, frozenset(plain) - STAYING
