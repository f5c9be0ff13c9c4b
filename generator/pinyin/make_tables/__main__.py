"""Compile the dictionary of readings from pypinyin's tables.

    python -m generator.pinyin.make_tables

Writes ``generator/pinyin/data/dictionary.txt.gz``: a line for each character with its readings,
``重 zhòng,chóng``; an empty line; then a sorted line for each phrase, with its syllables only if
they are not the first readings of its characters. 一 and 不 have the tones of dictionaries,
independent of what follows (yī gè, bù shì); 儿 that is not a syllable by itself is er (这儿, not
女儿). Source: pypinyin 0.55 (MIT licence; its tables come from the pinyin-data and
phrase-pinyin-data projects, MIT).

Where pypinyin differs from the *Xiandai Hanyu Cidian*, it is corrected by tables in this folder,
made by hand: ``standard.csv`` has characters with another first reading, and the readings that this
replaces in phrases; ``neutral.txt`` has words whose last syllable has no tone (among others those
required for the Putonghua test); ``offspring.txt`` has words in which 子 is zǐ, such as 电子.
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
# Readings to replace: changed by the tone that follows, or rare.
PRINTED = {"yí": "yī", "yì": "yī", "bú": "bù", "shuí": "shéi"}
ALWAYS = frozenset("一不谁")
# 儿 as a suffix of a noun, not in words for a child.
SUFFIX = re.compile(
    r"(?<=.)(?<![女婴胎小孤幼生男妻健患孙侄乞弃宠血运形产潮孩托育少馨无能食])儿(?=$|个|们|俩)"
)
# Words that are not a part of longer words which begin or end with them: 大学生, 打算盘, 精神病.
ALONE = frozenset(
    "学生 大夫 东西 地道 打点 老婆 大爷 公公 本子 日子 下巴 生意".split()
    + "把子 身子 面子 多么 这个 那个 哪个".split()
)
LONGEST_BY_PART = 3  # the longest phrase, in characters, to which a rule for its part applies
OUT = HERE.parent / "data" / "dictionary.txt.gz"


def readings() -> dict[str, str]:
    """Character → its readings, separated by commas, the usual one first."""
    found = {chr(code): said for code, said in PINYIN_DICT.items()}
    found["谁"] = "shéi,shuí"
    for character, reading, _ in standard():
        others = [one for one in found[character].split(",") if one != reading]
        found[character] = ",".join([reading, *others])
    return found


def standard() -> list[list[str]]:
    """The rows of ``standard.csv``: character, reading, the reading that it replaces in phrases."""
    rows = csv.reader((HERE / "standard.csv").read_text("utf-8").splitlines())
    next(rows)
    return list(rows)


def words(name: str) -> frozenset[str]:
    """The words of a file in this folder."""
    return frozenset((HERE / name).read_text("utf-8").split())


def toneless(syllable: str) -> str:
    """``xī`` → ``xi``, ``nǚ`` → ``nü``."""
    apart = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", apart))


class Phrases:
    """The phrases of pypinyin, corrected."""

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
        """The corrected syllables of a phrase, given those of pypinyin."""
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
    """Start and end of the words of ``known`` that begin or end a phrase, or are the phrase."""
    for length in range(2, len(phrase) + 1):
        if phrase[:length] in known:
            yield 0, length
        if phrase[-length:] in known:
            yield len(phrase) - length, len(phrase)


def lines() -> list[str]:
    """The lines of the dictionary."""
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
