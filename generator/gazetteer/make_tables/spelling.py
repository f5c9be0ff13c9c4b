"""Derive the pinyin and the English of a name, by rules and tables."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# The readings of these characters in place names, which may differ from everyday words.
PLACE_READINGS = {
    "都": "dū",
    "长": "cháng",
    "勒": "lè",
    "什": "shí",
    "子": "zǐ",
    "甸": "diàn",
    "们": "mén",
}

# Banners with these stems are always named with 旗.
SIDES = ("左", "右", "前", "中", "后", "蓝", "黄", "白", "联合", "四子王", "太仆寺")

HERE = Path(__file__).parent

# The generic part of a name, longest first: pinyin and English.
GENERICS = {
    "特别行政区": ("Tèbié Xíngzhèngqū", ""),
    "自治区": ("Zìzhìqū", ""),
    "自治州": ("Zìzhìzhōu", "Autonomous Prefecture"),
    "自治县": ("Zìzhìxiàn", "Autonomous County"),
    "自治旗": ("Zìzhìqí", "Autonomous Banner"),
    "地区": ("Dìqū", "Prefecture"),
    "新区": ("Xīnqū", "New Area"),
    "矿区": ("Kuàngqū", "Mining District"),
    "林区": ("Línqū", "Forestry District"),
    "特区": ("Tèqū", "Special District"),
    "盟": ("Méng", "League"),
    "省": ("Shěng", ""),
    "市": ("Shì", ""),
    "县": ("Xiàn", "County"),
    "区": ("Qū", "District"),
    "旗": ("Qí", "Banner"),
}


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table in this folder, made by hand."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def ethnic() -> dict[str, tuple[str, str]]:
    """Name of a people, as in names of autonomous places → its pinyin and English."""
    return {row["hans"]: (row["pinyin"], row["english"]) for row in table("ethnic.csv")}


@cache
def readings() -> dict[str, str]:
    """Stem → its pinyin, for stems that a dictionary of everyday words gets wrong."""
    return {row["name"]: row["pinyin"] for row in table("readings.csv")}


@dataclass(frozen=True)
class Name:
    """A name in parts: 孟村 + (回族,) + 自治县."""

    stem: str
    peoples: tuple[str, ...]
    generic: str

    @property
    def short(self) -> str:
        """The short name: 孟村; a stem of one character keeps its generic part (叶县)."""
        if len(self.stem) < 2 or (self.generic == "旗" and self.stem.endswith(SIDES)):
            return self.stem + self.generic
        return self.stem


def parse(name: str) -> Name:
    """Split a full name into its parts; an unknown generic part is empty."""
    generic = next((g for g in GENERICS if name.endswith(g) and len(name) > len(g)), "")
    if generic == "林区" and name not in {"神农架林区"}:
        generic = "区"
    if generic == "地区" and len(name) < 4:
        generic = "区"
    stem = name.removesuffix(generic)
    if len(generic) > 1 and generic in {"新区", "特区", "矿区"} and len(stem) < 2:
        stem, generic = name[:-1], "区"
    if generic not in {"自治州", "自治县", "自治旗", "区"}:
        return Name(stem, (), generic)
    people = "|".join(sorted(ethnic(), key=len, reverse=True))
    match = re.fullmatch(rf"(.+?)((?:{people})+)", stem)
    if not match:
        return Name(stem, (), generic)
    return Name(match[1], tuple(re.findall(people, match[2])), generic)


def join(syllables: list[str]) -> str:
    """Syllables as one word, with the apostrophe before a, e, o: Xī'ān."""
    word = ""
    for syllable in syllables:
        bare = unicodedata.normalize("NFD", syllable)[:1]
        word += ("'" if word and bare in "aeo" else "") + syllable
    return word[:1].upper() + word[1:]


def reading(stem: str) -> str:
    """The pinyin of a stem as one word with tone marks."""
    if stem in readings():
        return readings()[stem]
    from pypinyin import pinyin

    spoken = pinyin(stem)
    return join(
        [
            PLACE_READINGS.get(character, syllable[0])
            for character, syllable in zip(stem, spoken, strict=True)
        ]
    )


def full_reading(name: Name) -> str:
    """The pinyin of a full name: Mèngcūn Huízú Zìzhìxiàn."""
    generic = GENERICS[name.generic][0] if name.generic else ""
    return " ".join(
        filter(None, [reading(name.stem), *(ethnic()[p][0] for p in name.peoples), generic])
    )


def plain(word: str) -> str:
    """Pinyin without tone marks; ü is kept, as in passports' Lü."""
    decomposed = unicodedata.normalize("NFD", word)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)


def ascii_word(word: str) -> str:
    """Only the letters a–z, for an address: Lüliang → lvliang, Xi'an → xian."""
    return re.sub(r"[^a-z]", "", plain(word).lower().replace("ü", "v"))


def english_name(name: Name, stem: str) -> str:
    """The English of a full name from the English of its stem."""
    peoples = [ethnic()[p][1] for p in name.peoples]
    listed = " and ".join(filter(None, [", ".join(peoples[:-1]), peoples[-1] if peoples else ""]))
    generic = GENERICS[name.generic][1] if name.generic else ""
    return " ".join(filter(None, [stem, listed, generic]))
