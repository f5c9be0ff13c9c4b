"""What the training of the comparison of words relies on: samples, labels and labelled sets."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from generator.meaning.tokens import english_words
from models.training.corpus import tidy
from models.training.meaning.alterations import Pool
from models.training.meaning.embeddings import projected
from models.training.meaning.marked import Item, is_unread, marked, rows, sets_in
from models.training.meaning.samples import Marked, of_marked, sample
from models.training.meaning.token_ids import NONE, RIGHT, WRONG, Encoder, changed

SETS = [Path(__file__).parents[1] / part / "sets" for part in ("figures", "meaning")]


@pytest.mark.parametrize(
    ("before", "after", "labels"),
    [
        ("output rose by 5%", "output fell by 5%", [RIGHT, WRONG, RIGHT, RIGHT]),
        ("it opened", "it has now opened", [RIGHT, WRONG, WRONG, RIGHT]),
        ("the new hospital opened", "the hospital opened", [NONE, NONE, RIGHT]),
        ("Wuhan beat Jinan", "Jinan beat Wuhan", [WRONG, WRONG, NONE]),
        ("the same", "the same", [RIGHT, RIGHT]),
    ],
)
def test_words_that_differ_are_wrong(before: str, after: str, labels: list[int]) -> None:
    assert changed(before.split(), after.split()) == labels


def test_a_pair_is_encoded_word_by_word() -> None:
    encoder = Encoder(lambda text: [ord(character) for character in text])
    ids, labels = encoder.pair("甲", ["ab", "c"], [RIGHT, WRONG])
    assert ids == [1, ord("甲"), 2, ord("a"), ord("b"), ord("c"), 2]
    assert labels == [NONE, NONE, NONE, RIGHT, RIGHT, WRONG, NONE]


def test_training_and_program_see_the_same_words() -> None:
    english = tidy(("", "“It’s done ,” she said… ''yes''"))[1]
    assert english.split() == [word.text for word in english_words(english)]


def test_a_sample_is_right_or_has_a_wrong_place() -> None:
    chance = random.Random(3)
    pool = Pool(["He saw Wuhan and Jinan last year."])
    pair = ("武汉产值增长5%，新桥将于明年建成。", "Wuhan output rose 5%; a new bridge will open.")
    wrong = [sample(pair, chance, pool, 1.0) for _ in range(60)]
    right = [sample(pair, chance, pool, 0.0) for _ in range(20)]
    assert all(set(labels) == {RIGHT} and not found for _, _, labels, found in right)
    assert sum(found for *_, found in wrong) > 50
    assert all(set(labels) & {WRONG, NONE} for _, _, labels, found in wrong if found)


def test_a_wrong_english_of_other_words_is_judged_as_a_whole() -> None:
    one = Marked("甲", "Output rose this year", "Output fell this year")
    other = Marked("甲", "Output rose this year", "A decline was seen")
    assert of_marked(one, wrong=True)[2:] == ([RIGHT, WRONG, RIGHT, RIGHT], 1)
    assert of_marked(other, wrong=True)[2:] == ([NONE] * 4, 1)


def test_labelled_sets_leave_out_what_is_unread() -> None:
    trained, measured = marked(*SETS)
    unread = {
        line[2:]
        for file in sets_in(*SETS)
        if is_unread(file)
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("= ")
    }
    chinese = {row[0] for row in trained} | {row[0] for row in measured}
    assert len(trained) > len(measured) > 1000
    assert not chinese & unread
    assert not {row[0] for row in trained} & {row[0] for row in measured}
    assert list(rows(Item("甲", ["a b", "c d"], ["c e"]))) == [
        ("甲", "a b", ""),
        ("甲", "c d", ""),
        ("甲", "c d", "c e"),
    ]


def test_projected_embeddings_keep_what_is_near() -> None:
    table = np.random.default_rng(1).normal(size=(50, 16)).astype(np.float32)
    table[1] = table[0] * 1.01
    made = projected(table, 8)
    apart = np.linalg.norm(made - made[0], axis=1)
    assert made.shape == (50, 8)
    assert apart[1:].argmin() == 0
