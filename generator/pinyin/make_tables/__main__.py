"""Compile the dictionary of readings from pypinyin's tables.

    python -m generator.pinyin.make_tables

Written is ``generator/pinyin/data/dictionary.txt.gz``: a line a character with its
readings, ``重 zhòng,chóng``, an empty line, then a line a phrase, in pypinyin's order, with
its syllables only where they are not the first readings of its characters. The tones of 一
and 不 are those that dictionaries print, whatever follows: yī gè, bù shì; 儿 that makes no
syllable of its own is er: 这儿, not 女儿. Source:
pypinyin 0.55 (MIT licence; its tables come from the pinyin-data and phrase-pinyin-data
projects, MIT).
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

# Readings before those of the tables: as spoken before another tone, or seldom said.
PRINTED = {"yí": "yī", "yì": "yī", "bú": "bù", "shuí": "shéi"}
ALWAYS = frozenset("一不谁")
# 儿 after a noun, but in none that names a child.
SUFFIX = re.compile(
    r"(?<=.)(?<![女婴胎小孤幼生男妻健患孙侄乞弃宠血运形产潮孩托育少馨无能食])儿(?=$|个|们|俩)"
)
OUT = Path(__file__).parent.parent / "data" / "dictionary.txt.gz"


def lines() -> list[str]:
    """The lines of the file."""
    readings = {chr(code): said for code, said in PINYIN_DICT.items()}
    readings["谁"] = "shéi,shuí"
    made = [f"{character} {said}" for character, said in readings.items()]
    made.append("")
    for phrase, syllables in PHRASES_DICT.items():
        if len(phrase) != len(syllables):
            continue
        said = [
            PRINTED.get(options[0], options[0]) if character in ALWAYS else options[0]
            for character, options in zip(phrase, syllables, strict=True)
        ]
        said = ["er" if SUFFIX.match(phrase, at) else one for at, one in enumerate(said)]
        usual = [readings.get(character, "").partition(",")[0] for character in phrase]
        made.append(phrase if said == usual else f"{phrase} {' '.join(said)}")
    return made


if __name__ == "__main__":
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as stream:
        stream.write("\n".join(lines()).encode())
