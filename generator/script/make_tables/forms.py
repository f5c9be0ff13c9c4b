"""The Traditional form of a word: from this project's list, place names, or OpenCC's phrases."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.gazetteer import tables
from generator.lexicon.make_tables import phrases
from generator.script.neighbours import ALSO_FOREIGN, FOREIGN

# The forms of single characters for which OpenCC's first choice is not the usual one in news.
ALONE = {
    "签": "簽", "喂": "餵", "吁": "籲", "咸": "鹹", "岩": "岩", "淀": "淀",
    "钟": "鐘", "范": "范", "郁": "郁", "岳": "岳", "姜": "姜", "沈": "沈", "朴": "朴",
    "闲": "閒", "雇": "僱", "凶": "兇", "恒": "恆", "梁": "梁", "杆": "杆",
}  # fmt: skip

# Characters in OpenCC's phrases that newspapers no longer use.
PLAIN = str.maketrans("孃絃巖慼淩衚衕翫讎燬譭葯", "娘弦岩戚凌胡同玩仇毀毀藥")

# Words that have an unusual form in OpenCC; its phrases with one of them are left out.
OVERRULED = (
    "克制",
    "关系",
    "标志",
    "回归",
    "回流",
    "伙伴",
    "家具",
    "局限",
    "攀岩",
    "娘家",
    "加注",
    "拉升",
)

# The forms of measure words after a number.
COUNTED = {"只": "隻", "里": "里", "周": "週", "余": "餘", "出": "出"}
_COUNTED = re.compile(r"(第?[一二两三四五六七八九十百千万亿几数多余半整]{1,})([只里周余出])")

STANDARD = str.maketrans("裡麵", "裏麪")

_OWN = Path(__file__).parent / "forms.csv"


@cache
def own() -> dict[str, str]:
    """Word of ``forms.csv`` → its Traditional form.

    The file may have forms of OpenCC's standard (裏, 麪) or Taiwan's (裡, 麵).
    """
    rows = csv.reader(_OWN.read_text("utf-8").splitlines())
    next(rows)
    return {word: form.translate(STANDARD) for word, form in rows}


@cache
def phrases_of_opencc() -> dict[str, str]:
    """OpenCC's phrases without those that contradict this project's own forms."""
    return {
        phrase: form
        for phrase, form in phrases.phrases().items()
        if not any(word in phrase and own().get(word, "?") not in form for word in OVERRULED)
        or phrase in ("关系",)
    }


@cache
def places() -> dict[str, str]:
    """Name of a current division, full or short → its Traditional form."""
    found: dict[str, str] = {}
    divisions = tables.divisions()
    for place in (*divisions, *tables.zones({place.code: place for place in divisions})):
        found[place.hans] = place.hant
        if len(place.short) > 1 and place.short not in tables.cautious():
            found[place.short] = place.short_hant
    return found


def alone(char: str) -> str:
    """The usual form of one character."""
    return ALONE.get(char) or phrases.by_character(char)


def form(word: str, parts: Callable[[str], list[str]]) -> str:
    """The Traditional form of ``word``; ``parts`` splits a word into shorter words."""
    return _form(word, parts).translate(PLAIN)


def _form(word: str, parts: Callable[[str], list[str]]) -> str:
    known: tuple[Mapping[str, str], ...] = (own(), places(), phrases_of_opencc())
    for table in known:
        if word in table and len(table[word]) == len(word):
            return table[word]
    if len(word) == 1:
        return alone(word)
    counted = _COUNTED.fullmatch(word)
    if counted:
        return phrases.by_character(counted[1]) + COUNTED[counted[2]]
    if not any(char in phrases.ambiguous() for char in word):
        return phrases.by_character(word)
    if set(word) <= {"里", *FOREIGN, *(ALSO_FOREIGN if len(word) > 2 else "")}:
        return phrases.by_character(word).replace("裏", "里")
    return "".join(form(part, parts) for part in parts(word))
