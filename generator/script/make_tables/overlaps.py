"""Write ``data/overlaps.txt`` and ``data/overlaps.bin``, for words that overlap.

    python -m generator.script.make_tables.overlaps text.txt…

The texts are Simplified, one paragraph a line. Only counts of their words and pairs of words are
kept, as `generator.script.overlaps` describes.
"""

from __future__ import annotations

import fileinput
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import opencc

from generator.lexicon import cut, words
from generator.script.overlaps import BUCKETS, is_han, place, quantised
from generator.script.tables import Spelling, forms

DATA = Path(__file__).parent.parent / "data"
# Rarer words and pairs are left out.
_WORD, _PAIR = 3, 10
# Characters that are in most sentences, and whose other form is rare or a matter of taste.
_LEFT_OUT = "了个于回尽布"


def edges() -> list[str]:
    """A line for each form of a character in words: character, form, characters before and after
    it in words of the lexicon where it has this form."""
    known, standard = forms(Spelling(tai="臺")), opencc.OpenCC("tw2t").convert
    found: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for word in words():
        for at, (char, form) in enumerate(zip(word, known[word], strict=True)):
            before, after = found.setdefault((char, form), (set(), set()))
            before.update(word[at - 1 : at] if at else "")
            after.update(word[at + 1 : at + 2])
    several = Counter(char for char, _ in found)
    return [
        "\t".join((char, standard(form), "".join(sorted(before)), "".join(sorted(after))))
        for (char, form), (before, after) in sorted(found.items())
        if several[char] > 1 and is_han(char) and char not in _LEFT_OUT
    ]


def counts(texts: Iterable[str]) -> dict[str, int]:
    """The counts of words, of pairs (``a b``) and of characters (``*c``) in ``texts``."""
    alone: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    characters: Counter[str] = Counter()
    for text in texts:
        pieces = cut(text)
        alone.update(pieces)
        pairs.update(pairwise(pieces))
        characters.update(text)
    found = {word: count for word, count in alone.items() if count >= _WORD and is_han(word)}
    found |= {
        f"{left} {right}": count
        for (left, right), count in pairs.items()
        if count >= _PAIR and is_han(left) and is_han(right)
    }
    return found | {f"*{char}": count for char, count in characters.items() if is_han(char)}


def packed(found: Mapping[str, int], total: int) -> bytes:
    """The table of counts as `generator.script.overlaps` reads it."""
    rows = {place(name): quantised(count) for name, count in found.items()}
    ordered = sorted(rows)
    ends = [0] * BUCKETS
    for bucket, _ in ordered:
        ends[bucket] += 1
    size = len(ordered)
    head = struct.pack(f"<II{BUCKETS}H", total, size, *ends)
    low = struct.pack(f"<{size}H", *(low for _, low in ordered))
    return head + low + bytes(rows[key] for key in ordered)


def main() -> None:
    """Write both files and print how long they are."""
    lines = edges()
    (DATA / "overlaps.txt").write_text("\n".join(lines) + "\n", "utf-8")
    with fileinput.input(sys.argv[1:], encoding="utf-8") as texts:
        found = counts(line.strip() for line in texts)
    total = sum(count for name, count in found.items() if " " not in name and name[0] != "*")
    data = packed(found, total)
    (DATA / "overlaps.bin").write_bytes(data)
    print(f"{len(lines)} lines, {len(found)} counts, {len(data)} bytes")


if __name__ == "__main__":
    main()
