"""Writes ``generator/figures/data/glosses.tsv.gz``.

    python -m generator.figures.make_tables
    python -m generator.figures.make_tables --glosses cedict.tsv PAIRS.tsv.xz …

``words.tsv`` in this folder has words of statistics and news, added by hand. The first command adds
the new ones to the existing table. The second makes the table from scratch: words by hand, glosses
of a dictionary (Chinese and English on a line) for words that news uses, and Chinese and English
words that occur together in published pairs more often than by chance. ``data/SOURCES.md`` names
the sources of the present table.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import lzma
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.lexicon.segmenter import cut
from generator.terms.wording import stem

OUT = Path(__file__).parent.parent / "data" / "glosses.tsv.gz"
LEXICON = Path(__file__).parent.parent.parent / "lexicon" / "data" / "words.txt.gz"
DIVISIONS = Path(__file__).parent.parent.parent / "gazetteer" / "data" / "divisions.csv"
# Largest score of a common word in the lexicon (hundredths of a logarithm).
_COMMON = 1450
_STEMS = 6
_STOP = frozenset(
    "a about after all an and any are as at be been before being between but by can could "
    "did do does during each few for from had has have he her his how i if in into is it "
    "its may might more most must my no not of on one or other our out over per percent "
    "said say says she should so some something such than that the their them then there "
    "these they this those to two under up was we were what when where which who whom whose "
    "will with would you your million billion yuan new year years etc usually used variant "
    "surname classifier loanword idiom someone oneself make get take put come give very "
    "kind certain thing way part form use particular especially chinese china county city "
    "province prefecture person".split()
)
_HAN = re.compile("[\u4e00-\u9fff]+")
_WORD = re.compile("[a-z]{3,}")
_NUMERAL = re.compile(
    "[〇零一二两三四五六七八九十百千万亿几多年月日时元个的了在和是与及等将对为中上下]+"
)
_stem = lru_cache(maxsize=None)(stem)


def stems(text: str) -> list[str]:
    """The stems of the content words of an English text."""
    return [_stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP]


def handwritten() -> Iterator[tuple[str, list[str]]]:
    """The words by hand, with the stems of their English."""
    table = Path(__file__).with_name("words.tsv").read_text("utf-8")
    for line in table.splitlines():
        word, _, english = line.partition("\t")
        yield word, list(dict.fromkeys(_stem(part) for part in english.split()))


def place_names() -> Iterator[tuple[str, list[str]]]:
    """The short names of provinces and cities, with their English."""
    with DIVISIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] in ("province", "prefecture") and len(row["short"]) > 1:
                yield row["short"], [_stem(part) for part in row["short_english"].lower().split()]


def dictionary_glosses(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each gloss of the common words of the dictionary at ``path`` that are no names."""
    common: dict[str, int] = {}
    for line in gzip.decompress(LEXICON.read_bytes()).decode("utf-8").splitlines()[1:]:
        word, _, score = line.partition(" ")
        common[word] = int(score or 0)
    for line in read(path):
        word, english, *_ = line.split("\t")
        if len(word) < 2 or not _HAN.fullmatch(word) or english[:1].isupper():
            continue
        english_stems = stems(re.sub(r"\([^)]*\)", "", english))
        if common.get(word, _COMMON + 1) <= _COMMON and 1 <= len(english_stems) <= 4:
            yield word, english_stems


def read(path: Path) -> list[str]:
    """The lines of a file, decompressed if it ends with ``.xz``."""
    data = path.read_bytes()
    return (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8").splitlines()


def associated(paths: list[Path], most: int) -> Iterator[tuple[str, list[str]]]:
    """The English words that occur with each Chinese word more often than by chance, in at most
    ``most`` pairs of each file.
    """
    words = [pair for path in paths for pair in _words(path, most)]
    chinese = Counter(word for some, _ in words for word in some)
    english = Counter(word for _, some in words for word in some)
    pairs = [
        ([w for w in a if chinese[w] >= 12], [w for w in b if english[w] >= 12]) for a, b in words
    ]
    both: Counter[tuple[str, str]] = Counter()
    for a, b in pairs:
        if len(a) * len(b) <= 2500:
            both.update((one, other) for one in a for other in b)
    size = len(pairs)
    scores = {}
    for (one, other), times in both.items():
        chance = chinese[one] * english[other] / size
        if times >= 4 and times >= 3 * chance:
            scores[one, other] = times * math.log(times / chance)
    both.clear()
    linked: Counter[tuple[str, str]] = Counter()
    for most_links in (2, 1):  # each English word belongs to one Chinese word of the sentence
        linked = _links(pairs, scores, most_links)
        scores = {
            pair: times * math.log(times * size / (chinese[pair[0]] * english[pair[1]]))
            for pair, times in linked.items()
            if times >= 3
        }
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (one, other), times in linked.items():
        rare = len(one) == 1 and (times < 25 or times < 0.3 * chinese[one])
        if times >= 4 and times >= 0.05 * chinese[one] and not rare:
            found[one].append((times, other))
    for word, english_words in found.items():
        yield word, [other for _, other in sorted(english_words, reverse=True)[:5]]


def _words(path: Path, most: int) -> Iterator[tuple[set[str], set[str]]]:
    lines = [line for line in read(path) if "\t" in line]
    if len(lines) > most:
        lines = random.Random(1).sample(lines, most)
    for line in lines:
        chinese, english, *_ = line.split("\t")
        words = {w for w in cut(chinese[:400]) if _HAN.search(w) and not _NUMERAL.fullmatch(w)}
        yield words, set(stems(english[:1200]))


def _links(
    pairs: list[tuple[list[str], list[str]]], scores: dict[tuple[str, str], float], most: int
) -> Counter[tuple[str, str]]:
    linked: Counter[tuple[str, str]] = Counter()
    for a, b in pairs:
        there = sorted(
            ((scores[x, y], x, y) for x in a for y in b if (x, y) in scores), reverse=True
        )
        used: Counter[str] = Counter()
        taken: set[str] = set()
        for _, one, other in there:
            if used[one] < most and other not in taken:
                used[one] += 1
                taken.add(other)
                linked[one, other] += 1
    return linked


def table_from(glosses: Path, pairs: list[Path], most: int) -> dict[str, list[str]]:
    """The stems of each word, from a dictionary and from pairs."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for word, english_stems in associated(pairs, most):
        found[word].update(dict.fromkeys(english_stems, 2))
    for word, english_stems in dictionary_glosses(glosses):
        found[word].update(english_stems)
    return {
        word: [one for one, _ in english_stems.most_common(_STEMS)]
        for word, english_stems in found.items()
        if not _NUMERAL.fullmatch(word)
    }


def current_table() -> dict[str, list[str]]:
    """The stems of each word in the present table."""
    lines = gzip.decompress(OUT.read_bytes()).decode("utf-8").splitlines()
    return {
        word: english_stems.split()
        for word, _, english_stems in (line.partition("\t") for line in lines)
    }


def main() -> None:
    """Writes the table and prints its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--glosses", type=Path)
    parser.add_argument("--most", type=int, default=200_000)
    parser.add_argument("pairs", type=Path, nargs="*")
    options = parser.parse_args()
    if bool(options.glosses) != bool(options.pairs):
        parser.error("--glosses and pairs go together")
    table = (
        table_from(options.glosses, options.pairs, options.most)
        if options.pairs
        else current_table()
    )
    for word, english_stems in [*place_names(), *handwritten()]:
        table[word] = list(dict.fromkeys([*english_stems, *table.get(word, [])]))[
            : _STEMS + len(english_stems)
        ]
    lines = [
        f"{word}\t{' '.join(english_stems)}\n" for word, english_stems in sorted(table.items())
    ]
    OUT.write_bytes(gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0))
    print(f"{OUT.name}: {len(table)} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
