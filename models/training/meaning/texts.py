"""Sentence pairs for the checker: ``python -m models.training.meaning.texts CORPUS OUT``.

``OUT`` gets one file for each group (``near``, ``far``, ``news``, ``field``, ``terms``),
``held.tsv`` with news that no training sees, and ``marked.tsv`` and ``tune.tsv`` with labelled
pairs (`marked`). What is held out elsewhere, and the Chinese of all labelled sets, is left out of
the groups.
"""

from __future__ import annotations

import argparse
import lzma
import random
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from models.training.corpus import HeldOut, Pair, distinct, gloss, read_pairs, sound, tidy
from models.training.meaning.marked import items, marked, sets_in
from models.training.nearness import Nearness, split

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(__file__).resolve().parents[1] / "data"
SETS = [ROOT / "tests" / part / "sets" for part in ("figures", "meaning")]
SEED = 17
HELD_SHARE = 0.05
NEAR, DROPPED, SHORT = 0.45, 0.27, 12


def is_held(chinese: str, share: float = HELD_SHARE) -> bool:
    """Whether a pair is kept for measuring: by the checksum of its Chinese."""
    return zlib.crc32(chinese.encode()) % 1000 < 1000 * share


def write(pairs: Sequence[Pair], file: Path) -> None:
    """Write the pairs as tab-separated lines, compressed."""
    text = "".join(f"{chinese}\t{english}\n" for chinese, english in pairs)
    file.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{file.name}: {len(pairs)} pairs, {file.stat().st_size / 1e6:.1f} MB", flush=True)


def main() -> None:
    """Write all groups."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--far", type=int, default=150_000)
    parser.add_argument("--near", type=int, default=600_000)
    parser.add_argument("--terms", type=int, default=60_000)
    options = parser.parse_args()
    corpus, out = options.corpus, options.out
    out.mkdir(parents=True, exist_ok=True)
    files = [corpus / "dev-ntrex.tsv", *sorted(DATA.glob("heldout*.tsv"))]
    sentences = [chinese for file in files for chinese, _ in read_pairs(file)]
    sentences += [item.chinese for file in sets_in(*SETS) for item in items(file)]
    held = HeldOut(sentences)
    seen: set[int] = set()
    chance = random.Random(SEED)

    def usable(pairs: Iterable[Pair]) -> list[Pair]:
        good = (pair for pair in map(tidy, pairs) if sound(pair) and pair[0] not in held)
        return list(distinct(good, seen))

    for name, rows in zip(("marked", "tune"), marked(*SETS), strict=True):
        lines = ["\t".join(row) + "\n" for row in rows]
        (out / f"{name}.tsv").write_text("".join(lines), encoding="utf-8")
    field = usable(pair for file in sorted(DATA.glob("field*.tsv")) for pair in read_pairs(file))
    news = usable(read_pairs(corpus / "train-news.tsv.xz"))
    kept = [pair for pair in news + field if is_held(pair[0])]
    (out / "held.tsv").write_text("".join(f"{z}\t{e}\n" for z, e in kept), encoding="utf-8")
    field = [pair for pair in field if not is_held(pair[0])]
    news = [pair for pair in news if not is_held(pair[0])]
    general = usable(read_pairs(corpus / "train-general.tsv.xz"))
    nearness = Nearness(
        [pair[0] for pair in news + 3 * field],
        [pair[0] for pair in chance.sample(general, 150_000)],
    )
    chinese = [pair[0] for pair in general]
    near, far = split(chinese, [nearness(text) for text in chinese], NEAR, DROPPED, SHORT)
    glosses = (gloss(tidy(pair)) for pair in read_pairs(corpus / "train-terms.tsv.xz"))
    terms = sorted(set(filter(None, glosses)))
    chosen = sorted(chance.sample(near, min(len(near), options.near)))
    write(field, out / "field.tsv.xz")
    write(news, out / "news.tsv.xz")
    write(sorted(chance.sample(terms, min(len(terms), options.terms))), out / "terms.tsv.xz")
    write(
        [general[n] for n in sorted(chance.sample(far, min(len(far), options.far)))],
        out / "far.tsv.xz",
    )
    write([general[n] for n in chosen], out / "near.tsv.xz")


if __name__ == "__main__":
    main()
