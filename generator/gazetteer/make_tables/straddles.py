"""Find the characters next to a name that may be in the same word as its first or last character.

    python -m generator.gazetteer.make_tables.straddles

Writes ``data/straddles.csv``: side, a first or last character of names, and the characters right
before or after it in words of the lexicon. Run it again when the lexicon has many new words; if a
pair is missing, the words at that place are just not checked.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import pairwise

from generator.gazetteer import tables
from generator.gazetteer.finding import may_be_pieces, name_list
from generator.lexicon import frequency, words

OUT = tables.DATA / "straddles.csv"
RARE = 1e-7  # words with a lower frequency are left out
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def straddles() -> list[tuple[str, str, str]]:
    """The rows of the table."""
    names = name_list().names
    texts = {name.text for name in names}
    asked = [name.text for name in names if name.kind != "trap" and may_be_pieces(name)]
    first = {text[0] for text in asked}
    last = {text[-1] for text in asked}
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for word in words():
        if not _HAN.fullmatch(word) or word in texts or frequency(word) < RARE:
            continue
        for left, right in pairwise(word):
            if right in first:
                before[right].add(left)
            if left in last:
                after[left].add(right)
    return [
        (side, character, "".join(sorted(table[character])))
        for side, table in (("before", before), ("after", after))
        for character in sorted(table)
    ]


if __name__ == "__main__":
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("side", "character", "others"))
        writer.writerows(straddles())
