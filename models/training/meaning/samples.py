"""Samples without end, made by worker processes: right pairs, reworded ones, and wrong ones.

A batch has sentences of one total length, so that the network needs no mask.
"""

from __future__ import annotations

import lzma
import multiprocessing
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.training.meaning.alterations import Pool, altered, reworded
from models.training.meaning.token_ids import NONE, RIGHT, WRONG, Encoder, changed

Pair = tuple[str, str]
Sample = tuple[str, list[str], list[int], int]
LONGEST = 320
# Of the samples, those with an error, and those reworded without one.
ALTERED, REWORDED, JOINED = 0.55, 0.25, 0.12


@dataclass(frozen=True)
class Batch:
    """``ids`` and ``labels`` (rows, length), ``wrong`` (rows): whether anything is wrong."""

    ids: NDArray[np.uint16]
    labels: NDArray[np.int8]
    wrong: NDArray[np.int8]


def read_groups(folder: Path) -> dict[str, list[Pair]]:
    """The groups that `texts` wrote."""
    groups = {}
    for file in sorted(folder.glob("*.tsv.xz")):
        lines = lzma.decompress(file.read_bytes()).decode().splitlines()
        pairs = [tuple(line.split("\t")) for line in lines]
        groups[file.name.split(".")[0]] = [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]
    return groups


def sample(pair: Pair, chance: random.Random, pool: Pool, share: float = ALTERED) -> Sample:
    """The Chinese, the words of the English, their labels, and whether anything is wrong."""
    chinese, english = pair
    draw = chance.random()
    if chance.random() < REWORDED:
        english = reworded(english, chance) or english
    words = english.split()
    if draw < share:
        found = altered(chinese, english, chance, pool)
        if found is not None:
            new = found.english.split()
            if new != words and new:
                return chinese, new, changed(words, new), 1
    return chinese, words, [RIGHT] * len(words), 0


@dataclass(frozen=True)
class Marked:
    """Chinese with a right English, a wrong one, or both (the other is empty)."""

    chinese: str
    right: str
    wrong: str


def read_marked(file: Path) -> list[Marked]:
    """The lines of a file with three columns."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [Marked(*line.split("\t")) for line in lines]


def of_marked(marked: Marked, wrong: bool) -> Sample:
    """The wrong or the right English as a sample. Where the wrong one has little in common with
    the right one, its words are not judged."""
    if not wrong:
        words = marked.right.split()
        return marked.chinese, words, [RIGHT] * len(words), 0
    words = marked.wrong.split()
    labels = changed(marked.right.split(), words)
    if labels.count(WRONG) > 0.35 * len(words):
        labels = [NONE] * len(words)
    return marked.chinese, words, labels, 1


def samples(
    groups: Mapping[str, list[Pair]],
    weights: Mapping[str, float],
    chance: random.Random,
    pool: Pool,
    marked: Sequence[Marked] = (),
) -> Sample:
    """One sample of one group; the weights are those of pairs, and of all ``marked`` ones."""
    if marked and chance.random() < weights.get("marked", 0.0):
        chosen = chance.choice(marked)
        if chosen.wrong and (not chosen.right or chance.random() < 0.6):
            return of_marked(chosen, wrong=True)
        return sample((chosen.chinese, chosen.right), chance, pool, 0.2)
    names = list(groups)
    shares = [weights.get(name, 0.0) * len(groups[name]) for name in names]
    group = groups[chance.choices(names, shares)[0]]
    made = sample(chance.choice(group), chance, pool)
    if chance.random() < JOINED:
        other = sample(chance.choice(group), chance, pool, 0.0 if made[3] else ALTERED)
        return made[0] + other[0], made[1] + other[1], made[2] + other[2], made[3] | other[3]
    return made


def batches(
    groups: Mapping[str, list[Pair]],
    weights: Mapping[str, float],
    encoder: Encoder,
    chance: random.Random,
    pool: Pool,
    tokens: int,
    marked: Sequence[Marked] = (),
) -> Iterator[Batch]:
    """Batches for ever; each of at most ``tokens`` tokens."""
    waiting: dict[int, list[tuple[list[int], list[int], int]]] = {}
    while True:
        chinese, words, labels, wrong = samples(groups, weights, chance, pool, marked)
        ids, marks = encoder.pair(chinese, words, labels)
        length = len(ids)
        if length > LONGEST or length < 6:
            continue
        rows = waiting.setdefault(length, [])
        rows.append((ids, marks, wrong))
        if len(rows) >= max(4, tokens // length):
            yield batch_of(rows)
            del waiting[length]


def work(
    groups: Mapping[str, list[Pair]],
    weights: tuple[Mapping[str, float], Mapping[str, float]],
    model: str,
    seed: int,
    tokens: int,
    late: Any,
    queue: Any,
    marked: Sequence[Marked],
) -> None:
    """What a worker process does: put batches into ``queue``, with other weights when ``late``."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    encoder = Encoder(processor.encode)
    chance = random.Random(seed)
    pool = Pool(english for name in ("news", "field") for _, english in groups.get(name, []))
    for phase in (0, 1):
        for batch in batches(groups, weights[phase], encoder, chance, pool, tokens, marked):
            queue.put((batch.ids, batch.labels, batch.wrong))
            if phase == 0 and late.value:
                break


class Workers:
    """Worker processes that make batches; begun before the device is used."""

    def __init__(
        self,
        groups: Mapping[str, list[Pair]],
        weights: tuple[Mapping[str, float], Mapping[str, float]],
        model: Path,
        count: int,
        seed: int,
        tokens: int,
        marked: Sequence[Marked] = (),
    ) -> None:
        context = multiprocessing.get_context("fork")
        self.late: Synchronized[int] = context.Value("i", 0)
        self.queue = context.Queue(8 * count)
        self.processes = [
            context.Process(
                target=work,
                args=(groups, weights, str(model), seed + n, tokens, self.late, self.queue, marked),
                daemon=True,
            )
            for n in range(count)
        ]
        for process in self.processes:
            process.start()

    def next(self) -> Batch:
        """The next batch."""
        return Batch(*self.queue.get())

    def stop(self) -> None:
        """End the processes."""
        for process in self.processes:
            process.terminate()


def held_batches(found: Sequence[Sample], model: Path, tokens: int) -> list[Batch]:
    """The samples in batches, the last of each length smaller."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    encoder = Encoder(processor.encode)
    by_length: dict[int, list[tuple[list[int], list[int], int]]] = {}
    for chinese, words, labels, wrong in found:
        ids, marks = encoder.pair(chinese, words, labels)
        if len(ids) <= LONGEST:
            by_length.setdefault(len(ids), []).append((ids, marks, wrong))
    batches = []
    for length, rows in sorted(by_length.items()):
        size = max(1, tokens // length)
        batches += [batch_of(rows[at : at + size]) for at in range(0, len(rows), size)]
    return batches


def batch_of(rows: Sequence[tuple[list[int], list[int], int]]) -> Batch:
    """Rows of one length as a batch."""
    return Batch(
        np.array([row[0] for row in rows], dtype=np.uint16),
        np.array([row[1] for row in rows], dtype=np.int8),
        np.array([row[2] for row in rows], dtype=np.int8),
    )
