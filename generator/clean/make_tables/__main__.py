"""Build the character tables that ``generator.clean`` uses.

    python -m generator.clean.make_tables path/to/jieba/dict.txt

``dict.txt`` is the word list of jieba 0.42.1 (MIT licence), part of its source distribution. The
readings come from pypinyin (MIT), the pairs of Traditional and Simplified characters from OpenCC
(Apache 2.0); both must be installed. The files written are

``generator/clean/data/traditional.txt``
    one line for each character whose Traditional form differs, ``TS readings``, with a ``*``
    after ``S`` if a one-to-one table of Simplified to Traditional produces ``T``;
``generator/clean/data/bigrams.txt.gz``
    which character follows one or two others inside words, and how often: one line for each
    first character or pair, ``first TAB whole start end single TAB seconds TAB levels``. A
    level is one character, ``chr(35 + round(5 * ln(count)))``; ``!`` means none.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import opencc
from pypinyin.constants import PINYIN_DICT

DATA = Path(__file__).resolve().parent.parent / "data"
LEAST_PAIR = 20  # rarer successors are not significant and would double the size of the file
LEAST_LONE_PAIR = 1000  # the same for pairs that nothing follows inside a word


def gbk_characters() -> list[str]:
    """Return every CJK ideograph that GBK encodes in two bytes."""
    found = []
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                character = bytes((lead, trail)).decode("gbk")
            except UnicodeDecodeError:
                continue
            if len(character) == 1 and "\u4e00" <= character <= "\u9fff":
                found.append(character)
    return found


def traditional_lines() -> list[str]:
    """Return the lines for Traditional characters, with Simplified forms and readings."""
    simplify = opencc.OpenCC("t2s").convert
    makers = [opencc.OpenCC(name).convert for name in ("s2t", "s2tw", "s2hk")]
    characters = gbk_characters()
    known = set(characters)
    made: dict[str, str] = {}
    for plain in characters:
        if simplify(plain) != plain:
            continue
        for maker in makers:
            other = maker(plain)
            if other != plain and other in known:
                made.setdefault(other, plain)
    lines = []
    for character in characters:
        plain = simplify(character)
        if character not in made and plain == character:
            continue
        mark = "*" if character in made else ""
        # The table converts 着 to 著, but for OpenCC 著 is not a variant of 着.
        target = plain if plain != character else made[character]
        readings = PINYIN_DICT.get(ord(character), "")
        if target in known:
            lines.append(f"{character}{target}{mark} {readings}")
    return lines


def level(count: float) -> str:
    """Encode a count as one printable character, on a logarithmic scale."""
    return chr(35 + round(5 * math.log(count))) if count >= 1 else "!"


def bigram_lines(words: Path) -> list[str]:
    """Return the lines with counts of characters and pairs inside words, from the word list."""
    whole: Counter[str] = Counter()
    start: Counter[str] = Counter()
    end: Counter[str] = Counter()
    single: Counter[str] = Counter()
    nexts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in words.read_text("utf-8").splitlines():
        word, count_text, *_ = line.split(" ")
        count = int(count_text)
        if not all("\u3400" <= character <= "\u9fff" for character in word):
            continue
        single[word] += count
        for length in (1, 2):
            start[word[:length]] += count
            end[word[-length:]] += count if len(word) >= length else 0
            for place in range(len(word) - length + 1):
                first = word[place : place + length]
                whole[first] += count
                if place + length < len(word):
                    nexts[first][word[place + length]] += count
    lines = []
    for first, total in sorted(whole.items()):
        kept = [(s, n) for s, n in nexts[first].most_common() if n >= LEAST_PAIR]
        if len(first) == 2 and not kept and total < LEAST_LONE_PAIR:
            continue
        levels = level(total) + level(start[first]) + level(end[first]) + level(single[first])
        seconds = "".join(second for second, _ in kept)
        weights = "".join(level(count) for _, count in kept)
        lines.append(f"{first}\t{levels}\t{seconds}\t{weights}")
    return lines


def main() -> None:
    """Write both tables."""
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "traditional.txt").write_text("\n".join(traditional_lines()) + "\n", "utf-8")
    content = ("\n".join(bigram_lines(Path(sys.argv[1]))) + "\n").encode()
    (DATA / "bigrams.txt.gz").write_bytes(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    main()
