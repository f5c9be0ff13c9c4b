"""A few texts are looked up place by place, many with an automaton: both find the same."""

from __future__ import annotations

import random

import pytest

from generator.gazetteer import load
from generator.pinyin.phrases import Phrases


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    made = Phrases(load())
    made.warm_up()
    return made


def test_every_phrase_is_found_in_both_ways(phrases: Phrases) -> None:
    known = list(phrases.all())
    assert len(known) > 50_000
    text = "\n".join(known)
    assert list(phrases.look_up(text)) == list(phrases.find(text))


@pytest.mark.parametrize("seed", range(20))
def test_any_text_is_searched_alike_in_both_ways(phrases: Phrases, seed: int) -> None:
    rng = random.Random(seed)
    known = rng.sample(list(phrases.all()), 400)
    pieces = [*known, *(phrase[:-1] for phrase in known), *(phrase[1:] for phrase in known)]
    text = "".join(rng.choice((rng.choice(pieces), rng.choice("的，a 0\n"))) for _ in range(3000))
    assert list(phrases.look_up(text)) == list(phrases.find(text))
