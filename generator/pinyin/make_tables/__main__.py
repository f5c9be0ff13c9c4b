"""Compile the dictionary of readings from pypinyin's tables.

    python -m generator.pinyin.make_tables

Written is ``generator/pinyin/data/dictionary.txt.gz``: a line a character with its
readings, ``重 zhòng,chóng``, an empty line, then a line a phrase, sorted, with its syllables
only where they are not the first readings of its characters. The tones of 一 and 不 are
those that dictionaries print, whatever follows: yī gè, bù shì; 儿 that makes no syllable of
its own is er: 这儿, not 女儿. Source: pypinyin 0.55 (MIT licence; its tables come from the
pinyin-data and phrase-pinyin-data projects, MIT).

What pypinyin has in another way than the *Xiandai Hanyu Cidian* is mended by tables here, all by
hand: ``standard.csv`` has characters whose first reading is another one, with the readings that
phrases have instead; ``neutral.txt`` words whose last syllable has no tone (those that the
Putonghua test asks for, among others); ``offspring.txt`` words in which 子 is zǐ, such as 电子.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

HERE = Path(__file__).parent
# Readings before those of the tables: as spoken before another tone, or seldom said.
PRINTED = {"yí": "yī", "yì": "yī", "bú": "bù", "shuí": "shéi"}
ALWAYS = frozenset("一不谁")
# 儿 after a noun, but in none that names a child.
SUFFIX = re.compile(
    r"(?<=.)(?<![女婴胎小孤幼生男妻健患孙侄乞弃宠血运形产潮孩托育少馨无能食])儿(?=$|个|们|俩)"
)
# Words that are no part of what they begin or end: 大学生, 打算盘, 精神病.
ALONE = frozenset(
    "学生 大夫 东西 地道 打点 老婆 大爷 公公 本子 日子 下巴 生意".split()
    + "把子 身子 面子 多么 这个 那个 哪个".split()
)
LONGEST_BY_PART = 3  # characters
OUT = HERE.parent / "data" / "dictionary.txt.gz"


def readings() -> dict[str, str]:
    """Each character's readings, the first of them the usual one."""
    found = {chr(code): said for code, said in PINYIN_DICT.items()}
    found["谁"] = "shéi,shuí"
    for character, reading, _ in standard():
        others = [one for one in found[character].split(",") if one != reading]
        found[character] = ",".join([reading, *others])
    return found


def standard() -> list[list[str]]:
    """The rows of ``standard.csv``: character, reading, what phrases have instead."""
    rows = csv.reader((HERE / "standard.csv").read_text("utf-8").splitlines())
    next(rows)
    return list(rows)


def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset((HERE / name).read_text("utf-8").split())


def toneless(syllable: str) -> str:
    """``xī`` → ``xi``, ``nǚ`` → ``nü``."""
    apart = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", apart))


class Phrases:
    """The phrases of pypinyin, with its slips mended."""

    def __init__(self, usual: dict[str, str]) -> None:
        self._usual = usual
        self._standard = {
            (character, instead): reading for character, reading, instead in standard() if instead
        }
        self._neutral, self._offspring = words("neutral.txt"), words("offspring.txt")

    def __iter__(self) -> Iterator[tuple[str, Sequence[str]]]:
        for phrase, syllables in PHRASES_DICT.items():
            if len(phrase) == len(syllables):
                yield phrase, self.said(phrase, [options[0] for options in syllables])
        for phrase in self._neutral | self._offspring:
            if phrase not in PHRASES_DICT:
                yield phrase, self.said(phrase, [self._usual.get(one, "") for one in phrase])

    def said(self, phrase: str, syllables: Sequence[str]) -> list[str]:
        """The syllables of a phrase, for those that pypinyin has."""
        said = []
        for at, (character, syllable) in enumerate(zip(phrase, syllables, strict=True)):
            one = PRINTED.get(syllable, syllable) if character in ALWAYS else syllable
            one = self._standard.get((character, one), one)
            said.append("er" if SUFFIX.match(phrase, at) else one)
        for start, end in spans(phrase, self._offspring):
            said[start:end] = ["zǐ" if phrase[at] == "子" else said[at] for at in range(start, end)]
        for start, end in spans(phrase, self._neutral):
            part = end - start < len(phrase)
            if not part or (len(phrase) <= LONGEST_BY_PART and phrase[start:end] not in ALONE):
                said[end - 1] = toneless(said[end - 1])
        return said


def spans(phrase: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where words of ``known`` lie that make, begin or end a phrase."""
    for length in range(2, len(phrase) + 1):
        if phrase[:length] in known:
            yield 0, length
        if phrase[-length:] in known:
            yield len(phrase) - length, len(phrase)


def lines() -> list[str]:
    """The lines of the file."""
    usual = readings()
    first = {character: said.partition(",")[0] for character, said in usual.items()}
    phrases = []
    for phrase, said in Phrases(first):
        plain = said == [first.get(character, "") for character in phrase]
        phrases.append(phrase if plain else f"{phrase} {' '.join(said)}")
    return [*sorted(f"{one} {said}" for one, said in usual.items()), "", *sorted(phrases)]


if __name__ == "__main__":
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as stream:
        stream.write("\n".join(lines()).encode())
