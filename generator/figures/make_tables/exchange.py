"""Writes ``generator/figures/data/exchange.tsv``, the weights for detecting swapped figures.

    python -m generator.figures.make_tables.exchange --labelled tests/figures/sets \\
        --sound models/training/data/*.tsv -- PAIRS.tsv.xz …

The figures of published pairs (Chinese and English on a line) are assumed to be in place. The
weights are those of a logistic regression that separates these pairs from the same pairs with two
figures swapped. ``--sound`` names files of pairs written as correct examples, with a weight of
three each; ``--labelled`` adds the correct pairs of the labelled sets. With ``--half``, half of
the pairs are left out, and the results for these are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.figures.checks.swapped.candidates import SIZE, pairs
from generator.figures.make_tables.__main__ import read as lines_of
from generator.figures.verify import compare

OUT = Path(__file__).parent.parent / "data" / "exchange.tsv"
_NUMERAL = re.compile("[0-9]|[一二三四五六七八九十百千万两几]")
_ENGLISH = re.compile("[0-9]+|two|three|four|five|six|seven|eight|nine|ten")
_LONGEST = 600
_PENALTY = 1.5
Row = tuple[str, str, float]
Matrix = npt.NDArray[np.float64]


def published_pairs(path: Path, most: int) -> list[Row]:
    """At most ``most`` pairs of a file that have at least two figures."""
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


def labelled_pairs(folder: Path) -> Iterator[Row]:
    """The correct pairs of the labelled sets, each with a weight of four."""
    for path in sorted(folder.glob("pairs*.txt")):
        chinese = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("= "):
                chinese = line[2:]
            elif line.startswith("+ "):
                yield chinese, line[2:], 4.0


def features(rows: list[Row]) -> tuple[Matrix, Matrix, list[bool]]:
    """The features of all pairs of figures, the weight of each, and whether it belongs to the first
    half.
    """
    found = []
    for chinese, english, weight in rows:
        half = hashlib.blake2b(chinese.encode(), digest_size=2).digest()[0] % 2 == 0
        for pair in pairs(compare(chinese, english)):
            found.append((pair.features, weight, half))
    table = np.zeros((len(found), SIZE))
    for at, (told, _, _) in enumerate(found):
        for number, often in told.items():
            table[at, number] = often
    return table, np.array([weight for _, weight, _ in found]), [half for *_, half in found]


def fitted_weights(table: Matrix, counts: Matrix) -> Matrix:
    """The weights, by Newton's method; a feature seen less than three times has none."""
    used = np.flatnonzero((table != 0).sum(axis=0) >= 3)
    there = table[:, used]
    weights = np.zeros(len(used))
    for _ in range(12):
        unlikely = 1 / (1 + np.exp(np.clip(there @ weights, -30, 30)))
        slope = there.T @ (counts * unlikely) - _PENALTY * weights
        bend = (there * (counts * unlikely * (1 - unlikely))[:, None]).T @ there
        weights += np.linalg.solve(bend + _PENALTY * np.eye(len(used)), slope)
    result = np.zeros(SIZE)
    result[used] = weights
    return result


def main() -> None:
    """Writes the weights, or with ``--half`` prints the results for a half that they were not
    fitted to.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--labelled", type=Path)
    parser.add_argument("--sound", type=Path, nargs="+", default=[])
    parser.add_argument("--most", type=int, default=60_000)
    parser.add_argument("--half", action="store_true")
    options = parser.parse_args()
    rows = [row for path in options.pairs for row in published_pairs(path, options.most)]
    sound = [row for path in options.sound for row in published_pairs(path, options.most)]
    rows += [(chinese, english, 3.0) for chinese, english, _ in sound]
    rows += labelled_pairs(options.labelled) if options.labelled else []
    table, counts, halves = features(rows)
    first = np.array(halves)
    weights = (
        fitted_weights(table[first], counts[first])
        if options.half
        else fitted_weights(table, counts)
    )
    if options.half:
        for sure in (1.25, 1.5, 2.0, 2.5):
            scores = table[~first] @ weights
            print(f"{sure}: {(scores > sure).mean():.1%} of exchanged ones told, "
                  f"{(scores < -sure).mean():.2%} of others")  # fmt: skip
        return
    lines = [f"{n}\t{weight:.2f}\n" for n, weight in enumerate(weights) if abs(weight) >= 0.005]
    OUT.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
