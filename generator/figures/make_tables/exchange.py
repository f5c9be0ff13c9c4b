"""Write ``generator/figures/data/exchange.tsv``, the weights by which exchanged figures are told.

    python -m generator.figures.make_tables.exchange --labelled tests/figures/sets \\
        --sound models/training/data/*.tsv --others OTHERS.tsv.xz -- PAIRS.tsv.xz …

Published pairs of Chinese and English, one on a line, have their figures in place: the weights
hold for likely what they have and for unlikely the same with two figures exchanged (``fitting``).
``--sound`` names files of pairs that were written to be sound, ``--labelled`` adds those of the
labelled sets that may be read, which count twice, and ``--others`` names files of mixed texts,
which count half, and not at all where a figure is missing. With ``--half`` half of the
pairs are left out, and it is printed how these fare.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from generator.figures.checks.swapped.candidates import views
from generator.figures.make_tables.__main__ import read as lines_of
from generator.figures.make_tables.fitting import Sample, fit, scores
from generator.figures.verification import compare

OUT = Path(__file__).parent.parent / "data" / "exchange.tsv"
_NUMERAL = re.compile("[0-9]|[一二三四五六七八九十百千万两几]")
_ENGLISH = re.compile("[0-9]+|two|three|four|five|six|seven|eight|nine|ten")
_LONGEST = 600
_UNREAD = ("_b.txt", "held_out.txt", "unseen.txt")
Row = tuple[str, str, float]


def published(path: Path, most: int) -> list[Row]:
    """At most so many pairs of a file that have two figures or more."""
    rows = [line.split("\t")[:2] for line in lines_of(path)]
    found = [
        (row[0], row[1], 1.0)
        for row in rows
        if len(row) > 1
        and len(_NUMERAL.findall(row[0])) > 1
        and len(_ENGLISH.findall(row[1])) > 1
        and len(row[0]) < _LONGEST
    ]
    random.Random(3).shuffle(found)
    return found[:most]


def labelled(folder: Path) -> Iterator[Row]:
    """The sound pairs of the labelled sets, each as much as two others."""
    for path in sorted(folder.glob("pairs*.txt")):
        if path.name.endswith(_UNREAD):
            continue
        chinese = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("= "):
                chinese = line[2:]
            elif line.startswith("+ "):
                yield chinese, line[2:], 2.0


def sampled(rows: list[Row]) -> dict[str, Sample]:
    """What tells of each two figures, for either kind of figures."""
    samples = {"amounts": Sample(), "dates": Sample()}
    for chinese, english, count in rows:
        half = hashlib.blake2b(chinese.encode(), digest_size=2).digest()[0] % 2 == 0
        comparison = compare(chinese, english)
        if count < 1 and comparison.missing:
            continue
        for view in views(comparison):
            samples["dates" if view.dated else "amounts"].add(view, count, half)
    return samples


def _tell(sample: Sample) -> None:
    """Print how each half of the published pairs fares with the weights of the other."""
    first = sample["halves"]
    found = np.zeros(len(first))
    for half in (first, ~first):
        weights = fit(sample, sample["counts"] * (half | (sample["counts"] < 1)))
        found[~half] = scores(sample, weights)[~half]
    found = found[sample["counts"] == 1]
    for sure in (0.5, 1.0, 1.5, 2.0, 3.0):
        print(f"{sure}: {(found > sure).mean():.1%} of exchanged ones told, "
              f"{(found < -sure).mean():.2%} of others")  # fmt: skip


def main() -> None:
    """Write the weights, or print how a half fares that they were not made from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--labelled", type=Path)
    parser.add_argument("--sound", type=Path, nargs="+", default=[])
    parser.add_argument("--others", type=Path, nargs="+", default=[])
    parser.add_argument("--most", type=int, default=60_000)
    parser.add_argument("--half", action="store_true")
    options = parser.parse_args()
    rows = [
        row for path in [*options.pairs, *options.sound] for row in published(path, options.most)
    ]
    others = [row for path in options.others for row in published(path, options.most // 2)]
    rows += [
        (chinese, english, 0.5) for chinese, english, _ in others if len(chinese) < _LONGEST // 2
    ]
    rows += labelled(options.labelled) if options.labelled else []
    lines = []
    for name, sample in sampled(rows).items():
        if options.half:
            print(name, len(sample["counts"]))
            _tell(sample)
            continue
        for part, weights in fit(sample, sample["counts"]).items():
            lines += [f"{name}\t{part}\t{n}\t{weight:.2f}\n"
                      for n, weight in enumerate(weights) if abs(weight) >= 0.005]  # fmt: skip
    if lines:
        OUT.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
