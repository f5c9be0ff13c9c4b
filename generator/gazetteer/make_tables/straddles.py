"""Which characters beside a name may belong to a word that runs across its end.

    python -m generator.gazetteer.make_tables.straddles

Written is ``data/straddles.csv``: side, a character that names begin or end with, and those that
stand right before or after it within a word of the lexicon. Make it anew when the lexicon has
many new words: a pair that is missing only means that the words there are not looked at.
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
RARE = 1e-7  # words that make up less of running text are left out
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
