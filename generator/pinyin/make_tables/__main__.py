"""Compile the dictionary of readings from pypinyin's tables.

    python -m generator.pinyin.make_tables

Written is ``generator/pinyin/data/dictionary.txt.gz``: a line a character with its
readings, ``重 zhòng,chóng``, an empty line, then a line a phrase, in pypinyin's order, with
its syllables only where they are not the first readings of its characters. Source:
pypinyin 0.55 (MIT licence; its tables come from the pinyin-data and phrase-pinyin-data
projects, MIT).
"""

from __future__ import annotations

import gzip
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

OUT = Path(__file__).parent.parent / "data" / "dictionary.txt.gz"


def lines() -> list[str]:
    """The lines of the file."""
    readings = {chr(code): said for code, said in PINYIN_DICT.items()}
    made = [f"{character} {said}" for character, said in readings.items()]
    made.append("")
    for phrase, syllables in PHRASES_DICT.items():
        if len(phrase) != len(syllables):
            continue
        said = [options[0] for options in syllables]
        usual = [readings.get(character, "").partition(",")[0] for character in phrase]
        made.append(phrase if said == usual else f"{phrase} {' '.join(said)}")
    return made


if __name__ == "__main__":
    with OUT.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as stream:
        stream.write("\n".join(lines()).encode())
