"""From corpora to what the training machine gets: ``python -m models.training.prepare CORPUS OUT``.

``CORPUS`` has ``train-news.tsv.xz``, ``train-general.tsv.xz``, ``train-terms.tsv.xz`` and
``dev-ntrex.tsv``. The pairs of this field are in ``models/training/data``; what is held out
there, and what is nearly the same, is left out of everything. ``OUT`` gets the packed groups
(`shipping`), and ``sentencepiece.model``, which is made anew where it is missing.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from generator.content.glossary import load_glossary
from generator.english.translator import site_terms
from generator.gazetteer import load as load_gazetteer
from generator.problem import Report
from generator.terms import Terms
from models.training import grammar
from models.training.copies import copies, phrase_terms
from models.training.corpus import (
    HeldOut,
    Pair,
    distinct,
    gloss,
    read_pairs,
    sound,
    tidy,
)
from models.training.nearness import Nearness, split
from models.training.shipping import pack_texts

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(__file__).parent / "data"
SEED = 17
VOCABULARY = 20_000
# Of the general pairs, the share that counts as near to the news, and the share left out.
NEAR, DROPPED, SHORT = 0.45, 0.27, 12
# Copies as the stage hands sentences over, to a pair.
SHARES = {"general": 0.2, "news": 0.5, "field": 0.0, "grammar": 0.0}


@cache
def _terms() -> Terms:
    return site_terms(load_glossary(ROOT, Report()), load_gazetteer())


@cache
def _phrases(corpus: str) -> Terms:
    pairs = (tidy(pair) for pair in read_pairs(Path(corpus) / "train-terms.tsv.xz"))
    return phrase_terms(found for pair in pairs if (found := gloss(pair)))


def with_copies(pairs: Sequence[Pair], corpus: str, share: float, seed: int) -> list[Pair]:
    """The pairs with copies behind those that have any."""
    return list(copies(pairs, _terms(), _phrases(corpus), share, random.Random(seed)))


def field_pairs(pairs: Iterable[Pair], seed: int) -> list[Pair]:
    """Pairs of this field, each as it is, and in each way in which the stage may hand it over."""
    from models.training.copies import copied

    found: dict[Pair, None] = {}
    for pair in pairs:
        found[pair] = None
        for mode in ("inline", "every", "marks"):
            copy = copied(pair, _terms(), mode)
            if copy:
                found[copy] = None
    return list(found)


def _spread(
    pairs: Sequence[Pair], corpus: str, share: float, processes: int, size: int = 20_000
) -> list[Pair]:
    """`with_copies` over several processes."""
    slices = [pairs[i : i + size] for i in range(0, len(pairs), size)]
    with ProcessPoolExecutor(processes) as pool:
        parts = pool.map(
            with_copies,
            slices,
            [corpus] * len(slices),
            [share] * len(slices),
            [SEED + number for number in range(len(slices))],
        )
        return [pair for part in parts for pair in part]


def _field(seed: int, held: HeldOut) -> list[Pair]:
    pairs = [tidy(pair) for file in sorted(DATA.glob("field*.tsv")) for pair in read_pairs(file)]
    return [pair for pair in distinct(pairs) if pair[0] not in held]


def groups(corpus: Path, size: int, processes: int, general_limit: int) -> dict[str, list[Pair]]:
    """All groups of data, by name."""
    files = [corpus / "dev-ntrex.tsv", *sorted(DATA.glob("heldout*.tsv"))]
    held = HeldOut(chinese for file in files if file.exists() for chinese, _ in read_pairs(file))
    name = str(corpus)
    seen: set[int] = set()

    def usable(file: str) -> list[Pair]:
        pairs = (tidy(pair) for pair in read_pairs(corpus / file))
        good = (pair for pair in pairs if sound(pair) and pair[0] not in held)
        return list(distinct(good, seen))

    found: dict[str, list[Pair]] = {}
    found["field"] = field_pairs(_field(SEED, held), SEED)
    news = usable("train-news.tsv.xz")
    general = usable("train-general.tsv.xz")
    print(f"sound: {len(news)} of news, {len(general)} general", flush=True)
    if len(general) > general_limit:
        general = sorted(random.Random(SEED).sample(general, general_limit))
    found["news"] = _spread(news, name, SHARES["news"], processes)
    general = _spread(general, name, SHARES["general"], processes)
    found["near"], found["far"] = by_nearness(general, found["news"], found["field"])
    glosses = (gloss(tidy(pair)) for pair in read_pairs(corpus / "train-terms.tsv.xz"))
    found["terms"] = sorted(set(filter(None, glosses)))
    made = distinct(grammar.pairs(size, SEED))
    found["grammar"] = field_pairs((pair for pair in made if pair[0] not in held), SEED)
    names = list(grammar.names(SEED))
    found["names"] = names
    return found


def by_nearness(
    general: Sequence[Pair], news: Sequence[Pair], field: Sequence[Pair]
) -> tuple[list[Pair], list[Pair]]:
    """The general pairs that are near to news and field, and the farther ones."""
    sample = random.Random(SEED).sample(general, min(len(general), 150_000))
    nearness = Nearness(
        [pair[0] for pair in news] + 3 * [pair[0] for pair in field], [pair[0] for pair in sample]
    )
    chinese = [pair[0] for pair in general]
    near, far = split(chinese, [nearness(text) for text in chinese], NEAR, DROPPED, SHORT)
    return [general[n] for n in near], [general[n] for n in far]


def train_sentencepiece(groups: dict[str, list[Pair]], out: Path, size: int) -> None:
    """Pieces for both languages in one vocabulary; digits are pieces of their own, so that
    figures can be copied digit by digit."""
    import sentencepiece

    choice = random.Random(SEED)
    shares = {"near": 80_000, "far": 50_000, "news": 40_000, "terms": 30_000}
    shares |= {"field": 4_000, "grammar": 12_000, "names": 6_000}
    lines: list[str] = []
    for name, pairs in groups.items():
        chosen = choice.sample(pairs, min(len(pairs), shares.get(name, 0)))
        lines += [text for pair in chosen for text in pair]
    choice.shuffle(lines)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(out / "sentencepiece"),
        vocab_size=size,
        character_coverage=0.9997,
        byte_fallback=True,
        split_digits=True,
        model_type="unigram",
        max_sentence_length=2000,
        num_threads=2,
        train_extremely_large_corpus=False,
        shuffle_input_sentence=False,
        minloglevel=1,
    )


def main() -> None:
    """Prepare everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--grammar", type=int, default=60_000, help="sentences of the grammar")
    parser.add_argument("--general", type=int, default=2_000_000, help="general pairs at most")
    parser.add_argument("--vocabulary", type=int, default=VOCABULARY)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    began = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    found = groups(options.corpus, options.grammar, options.processes, options.general)
    for name, pairs in found.items():
        print(f"{name}: {len(pairs)} pairs", flush=True)
    if not (options.out / "sentencepiece.model").exists():
        train_sentencepiece(found, options.out, options.vocabulary)
        print(f"sentencepiece after {time.monotonic() - began:.0f} s", flush=True)
    parts = {"near": 6, "far": 4, "news": 2}
    total = 0
    for name, pairs in found.items():
        written = pack_texts(pairs, options.out, name, parts.get(name, 1))
        print(f"{name}: {written / 1e6:.1f} MB", flush=True)
        total += written
    dev = [tidy(pair) for pair in read_pairs(options.corpus / "dev-ntrex.tsv")]
    total += pack_texts(dev, options.out, "dev", 1)
    print(f"{total / 1e6:.1f} MB in {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
