"""How well figures are read in Chinese and checked in English.

    python benchmarks/figures.py
    python benchmarks/figures.py --pairs FILE.tsv.xz --sample 4000 --seed 1

The sets lie in ``tests/figures/sets``: ``chinese.txt`` has texts with one figure in brackets,
its value and its unit (``-``: no figure at all), ``pairs.txt`` Chinese sentences (``=``) with
sound (``+``) and unsound (``-``) English. Rules were mended until these passed; the others were
written afterwards, one after the other (the README has what they showed at first sight).

``--pairs`` names a file of your own with a Chinese and an English column: of a sample of those
with numerals it prints how many are flagged, and how many of those that are not are flagged once
one thing in their English was changed.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.figures import verify

# The repository's tests have the sets.
sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.figures.labelled import PARTS, flags, readings


def row(what: str, *cells: object) -> None:
    print("|", " | ".join(map(str, (what, *cells))), "|")


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "none"


def sets() -> None:
    """Print how the sets fare, one column a part."""
    read_of = [readings(part) for part in PARTS]
    flags_of = [flags(part) for part in PARTS]
    row("", *PARTS)
    row("---", *("---" for _ in PARTS))
    for result in ("right", "not understood", "wrong"):
        row(f"Chinese figures: {result}", *(share(c[result], c.total()) for c in read_of))
    for sound, what in ((False, "wrong English caught"), (True, "right English flagged")):
        row(what, *(share(flagged[sound], there[sound]) for flagged, there in flags_of))


_TURNS = {
    "rose": "fell", "fell": "rose", "increased": "decreased", "decreased": "increased",
    "increase": "decrease", "decrease": "increase", "up": "down", "down": "up",
    "grew": "shrank", "growth": "decline", "decline": "growth", "dropped": "climbed",
    "higher": "lower", "lower": "higher", "reduced": "raised", "gained": "lost",
}  # fmt: skip
_UNITS = {
    "square meters": "cubic meters", "square metres": "square feet", "kilometers": "meters",
    "meters": "kilometers", "tons": "kilograms", "tonnes": "kg", "hectares": "acres",
    "yuan": "US dollars", "years": "months", "months": "years", "days": "weeks",
    "hours": "days", "minutes": "hours", "kilowatts": "kilowatt-hours",
    "percentage points": "percent", "km": "miles",
}  # fmt: skip
_PERIODS = {
    "first half": "second half", "second half": "first half", "first quarter": "second quarter",
    "third quarter": "first three quarters", "first three quarters": "third quarter",
    "first nine months": "first three months", "first six months": "last six months",
}  # fmt: skip
_SCALES = {"million": "billion", "billion": "million", "trillion": "billion"}
_VAGUE = {
    "dozens": "thousands", "tens of thousands": "millions", "hundreds": "dozens",
    "thousands": "millions", "millions": "thousands",
}  # fmt: skip
_HEDGES = {"more than": "nearly", "over": "nearly", "nearly": "more than", "almost": "over"}
# What may be changed: the words, and what has to stand round them.
_CHANGES = {
    "direction": (_TURNS, r"\b({})\b(?=(?: by| of)? \d[\d.]*(?:%| percent))"),
    "unit": (_UNITS, r"(?<=\d )({})\b"),
    "period": (_PERIODS, r"\b({})\b"),
    "scale": (_SCALES, r"\b({})\b"),
    "vague number": (_VAGUE, r"(?<!of )\b({})\b"),
    "approximation": (_HEDGES, r"\b({})\b(?= [\d$])"),
}


def changed(english: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The English with one thing wrong in it, in every way that it allows."""
    digits = list(re.finditer(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?!\w)", english))
    if digits:
        match = chance.choice(digits)
        at = chance.choice([i for i in range(*match.span()) if english[i].isdigit()])
        digit = chance.choice([c for c in "123456789" if c != english[at]])
        yield "digit", english[:at] + digit + english[at + 1 :]
    for what, (words, pattern) in _CHANGES.items():
        names = "|".join(sorted(words, key=lambda word: (-len(word), word)))
        found = list(re.finditer(pattern.format(names), english))
        if found:
            match = chance.choice(found)
            other = words[match[1]]
            yield what, english[: match.start(1)] + other + english[match.end(1) :]


def references(path: Path, sample: int, seed: int) -> None:
    """Print how many pairs of the file are flagged, before and after a change."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    rows = [r for r in rows if len(r) > 1 and re.search(r"[0-9]|[一二三四五六七八九十]{2}", r[0])]
    chance = random.Random(seed)
    rows = chance.sample(rows, min(sample, len(rows)))
    caught: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    flagged = 0
    for chinese, english, *_ in rows:
        if verify(chinese, english):
            flagged += 1
            continue
        for what, wrong in changed(english, chance):
            tried[what] += 1
            caught[what] += bool(verify(chinese, wrong))
    row("pairs flagged as they are", share(flagged, len(rows)))
    for what in tried:
        row(f"caught: {what}", share(caught[what], tried[what]))
    row("caught in all", share(caught.total(), tried.total()))


def main() -> None:
    """Print the tables of the README."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--sample", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.pairs:
        references(options.pairs, options.sample, options.seed)
    else:
        sets()


if __name__ == "__main__":
    main()
