"""Names of places are found alike with and without the automaton, in a table that is current."""

from __future__ import annotations

import random

import pytest

from generator.gazetteer.finding import FILE, NameList
from generator.gazetteer.make_tables.names import names


@pytest.fixture(scope="module")
def known() -> NameList:
    return NameList(FILE.read_bytes())


def test_the_table_of_names_is_made_from_the_other_tables() -> None:
    hint = "run `python -m generator.gazetteer.make_tables.names`"
    assert FILE.read_bytes() == names(), hint


def test_every_name_is_found_in_both_ways(known: NameList) -> None:
    texts = [name.text for name in known.names]
    assert len(texts) > 15_000
    text = "\n".join(texts)
    found = list(known.look_up(text))
    assert found == list(known.search(text))
    assert {name.text for name, *_ in found} == set(texts)


@pytest.mark.parametrize("seed", range(20))
def test_any_text_is_searched_alike_in_both_ways(known: NameList, seed: int) -> None:
    rng = random.Random(seed)
    texts = [name.text for name in rng.sample(known.names, 500)]
    pieces = [*texts, *(text[:-1] for text in texts), *(text[1:] for text in texts), "臺", "市"]
    text = "".join(rng.choice((rng.choice(pieces), rng.choice("的，a 0\n"))) for _ in range(3000))
    assert list(known.look_up(text)) == list(known.search(text))
