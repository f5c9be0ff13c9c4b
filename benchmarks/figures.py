"""Measure how well figures are read in Chinese and checked in English.

    python benchmarks/figures.py
    python benchmarks/figures.py --tables
    python benchmarks/figures.py --mutated
    python benchmarks/figures.py --summaries
    python benchmarks/figures.py --pairs FILE.tsv.xz --sample 4000 --seed 1
    python benchmarks/figures.py --pairs FILE.tsv.xz --sample 0    # all pairs

The sets are in ``tests/figures/sets``: ``chinese.txt`` has texts with one figure in brackets,
its value and its unit (``-``: no figure); ``pairs.txt`` has Chinese sentences (``=``) with right
(``+``) and wrong (``-``) English. The rules were corrected until these two passed; the other sets
were written later, one after the other (the README has the first result of each).

``--tables`` prints the results for the sets of tables, ``--summaries`` for those of right and
wrong summaries with their articles (``summaries_b.txt`` is not read while rules are changed).
``--mutated`` takes the right pairs of the sets and changes one detail of their English, once for
each class of errors that applies
(``mutations.py``). ``--pairs`` does the same with a sample of your own file with a Chinese and an
English column, using the pairs with numerals that the checks accept unchanged. Both print the share
of errors found, separately for the half of the pairs that the rules are developed with and for the
held-out half.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import random
import re
import sys
from collections import Counter
from pathlib import Path

from generator.figures import verify

# The repository's tests have the sets.
sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.mutations import CLASSES, mutations
from tests.figures.labelled import EVERY, PARTS, SETS, flags, pair_items, readings
from tests.figures.tables import TABLES, totals


def row(what: str, *cells: object) -> None:
    print("|", " | ".join(map(str, (what, *cells))), "|")


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "none"


def sets() -> None:
    """Print the results for the sets, one column for each set."""
    read_of = [readings(part) for part in EVERY]
    flags_of = [flags(part) for part in EVERY]
    row("", *EVERY)
    row("---", *("---" for _ in EVERY))
    for result in ("right", "not understood", "wrong"):
        row(f"Chinese figures: {result}", *(share(c[result], c.total()) for c in read_of))
    for sound, what in ((False, "wrong English caught"), (True, "right English flagged")):
        row(what, *(share(flagged[sound], there[sound]) for flagged, there in flags_of))


def tables() -> None:
    """Print the results for the sets of tables, one column for each."""
    halves = [totals(SETS / f"tables_{part}.txt") for part in TABLES]
    row("tables", *TABLES.values())
    row("---", *("---" for _ in TABLES))
    for sound, what in ((False, "wrong English caught"), (True, "right English flagged")):
        row(what, *(share(one.flagged[sound], one.there[sound]) for one in halves))
    row("wrong rows named", *(share(one.named, one.marked) for one in halves))


def summaries() -> None:
    """Print how many right summaries are flagged and how many wrong ones are caught."""
    from generator.articles.verify_head import summary_problems

    for half in "ab":
        count: Counter[str] = Counter()
        title, summary = "", ""
        texts: list[str] = []
        for line in (SETS / f"summaries_{half}.txt").read_text("utf-8").splitlines():
            sign, said = line[0], line[2:]
            if sign == "#":
                title, summary, texts = said, "", []
            elif sign == "~":
                summary = said
            elif sign == "=":
                texts.append(said)
            else:
                flagged = bool(summary_problems(said, title, summary, texts))
                count[sign] += 1
                count[f"{sign} flagged"] += flagged
        row(f"summaries {half}: wrong ones caught", share(count["- flagged"], count["-"]))
        row(f"summaries {half}: right ones flagged", share(count["+ flagged"], count["+"]))


def _is_held_out(chinese: str) -> bool:
    """Whether the pair is in the held-out half, which no rule is tuned with."""
    return bool(hashlib.blake2b(chinese.encode(), digest_size=1).digest()[0] % 2)


def _mutated(pairs: list[tuple[str, str]], seed: int) -> None:
    """Print the share of introduced errors that the checks find, by class and half of the pairs."""
    tried: Counter[tuple[str, bool]] = Counter()
    caught: Counter[tuple[str, bool]] = Counter()
    for chinese, english in pairs:
        half = _is_held_out(chinese)
        for what, wrong in mutations(english, seed):
            tried[what, half] += 1
            caught[what, half] += bool(verify(chinese, wrong))
    row("changed", "development", "held out")
    row("---", "---", "---")
    for what in CLASSES:
        row(what, *(share(caught[what, half], tried[what, half]) for half in (False, True)))
    row("in all", *(
        share(sum(caught[what, half] for what in CLASSES),
              sum(tried[what, half] for what in CLASSES)) for half in (False, True)
    ))  # fmt: skip


def kept() -> list[tuple[str, str]]:
    """The pairs of the labelled sets whose English is right."""
    return [
        (chinese, english)
        for part in PARTS.values()
        for chinese, english, sound in pair_items(SETS / f"pairs{part}.txt")
        if sound and not verify(chinese, english)
    ]


def references(path: Path, sample: int, seed: int) -> None:
    """Print how many pairs of the file are flagged unchanged, and with an introduced error."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    rows = [r for r in rows if len(r) > 1 and re.search(r"[0-9]|[一二三四五六七八九十]{2}", r[0])]
    chance = random.Random(seed)
    rows = chance.sample(rows, min(sample or len(rows), len(rows)))
    flagged = Counter((_is_held_out(r[0]), bool(verify(r[0], r[1]))) for r in rows)
    for half, name in ((False, "development"), (True, "held out")):
        there = flagged[half, True] + flagged[half, False]
        row(f"pairs flagged as they are, {name}", share(flagged[half, True], there))
    _mutated([(r[0], r[1]) for r in rows if not verify(r[0], r[1])], seed)


def main() -> None:
    """Print the tables of the README."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--tables", action="store_true")
    parser.add_argument("--summaries", action="store_true")
    parser.add_argument("--mutated", action="store_true")
    parser.add_argument("--sample", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.tables:
        tables()
    elif options.summaries:
        summaries()
    elif options.mutated:
        _mutated(kept(), options.seed)
    elif options.pairs:
        references(options.pairs, options.sample, options.seed)
    else:
        sets()


if __name__ == "__main__":
    main()
