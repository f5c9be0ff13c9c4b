"""The sentence pairs that a model of our own is trained and measured on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from generator.figures import verify

DATA = Path(__file__).parents[2] / "models" / "training" / "data"
# Pairs whose Chinese has figures and terms in English.
COPIES = "field-copies.tsv"
# Of the five-character runs of a held-out sentence, this share may stand in one training sentence.
MOST_ALIKE = 0.4
# What the figure check says about right pairs is wrong for a few; more would be a slip here.
MOST_FLAGGED = 0.05


@cache
def _pairs(name: str) -> list[tuple[str, ...]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def _training() -> list[str]:
    return sorted(path.name for path in DATA.glob("field-*.tsv"))


def _files() -> list[str]:
    return ["heldout.tsv", *_training()]


def _runs(chinese: str) -> set[str]:
    return {chinese[at : at + 5] for at in range(len(chinese) - 4)}


def test_every_line_has_chinese_and_english() -> None:
    wrong = [
        f"{name}:{number}"
        for name in _files()
        for number, pair in enumerate(_pairs(name), 1)
        if len(pair) != 2 or any(not field or field != field.strip() for field in pair)
    ]
    assert wrong == []
    assert len(_pairs("heldout.tsv")) == 300


def test_no_chinese_stands_twice() -> None:
    counts = Counter(pair[0] for name in _files() for pair in _pairs(name))
    assert [chinese for chinese, times in counts.items() if times > 1] == []


def test_no_training_sentence_is_like_one_held_out() -> None:
    where: dict[str, list[int]] = {}
    held = [pair[0] for pair in _pairs("heldout.tsv")]
    for index, chinese in enumerate(held):
        for run in _runs(chinese):
            where.setdefault(run, []).append(index)
    alike = []
    for name in _training():
        for chinese, *_ in _pairs(name):
            shared = Counter(index for run in _runs(chinese) for index in where.get(run, ()))
            alike += [
                (chinese, held[index])
                for index, count in shared.items()
                if count > 3 and count / len(_runs(held[index])) > MOST_ALIKE
            ]
    assert alike == []


def test_figures_of_both_sides_agree() -> None:
    # Every fifth pair, which takes a fraction of a second; all of them were checked once.
    for name in _files():
        if name == COPIES:
            continue
        pairs = _pairs(name)[::5]
        flagged = [pair for pair in pairs if verify(pair[0], pair[1])]
        assert len(flagged) <= max(2, MOST_FLAGGED * len(pairs)), (name, flagged)


def test_english_in_the_chinese_is_copied() -> None:
    amount = re.compile(r"[0-9][0-9.,]*(?: [a-z]+)+|[TQXZK][0-9]+|73[0-9]{2}")
    lost = [
        (said, english)
        for chinese, english in _pairs(COPIES)
        for said in amount.findall(chinese)
        if said not in english
    ]
    assert lost == []
