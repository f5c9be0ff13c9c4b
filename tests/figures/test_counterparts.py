"""The table of counterparts: what it says of words has to be true of its patterns."""

from __future__ import annotations

import random
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from generator.figures.checks.times.counterparts import _kinds
from generator.figures.context.glosses import gloss
from generator.figures.make_tables.__main__ import handwritten

_SAMPLES = 60


def some_match(parsed: Sequence[tuple[Any, Any]], rng: random.Random) -> str:
    """A text that the pattern matches, as far as letters go."""
    said = []
    for operation, given in parsed:
        match str(operation):
            case "LITERAL":
                said.append(chr(given))
            case "IN":
                kind, one = rng.choice([choice for choice in given if str(choice[0]) != "NEGATE"])
                plain = {"LITERAL": one, "RANGE": one[0] if str(kind) == "RANGE" else 0}
                word = "x" if "WORD" in str(one) else "7" if "DIGIT" in str(one) else " "
                said.append(chr(plain[str(kind)]) if str(kind) in plain else word)
            case "BRANCH":
                said.append(some_match(rng.choice(given[1]), rng))
            case "SUBPATTERN":
                said.append(some_match(given[3], rng))
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, repeated = given
                times = rng.randint(least, min(int(most), least + 2))
                said.extend(some_match(repeated, rng) for _ in range(times))
            case "ANY" | "NOT_LITERAL":
                said.append("x")
    return "".join(said)


def test_no_english_says_a_value_without_one_of_its_words() -> None:
    missed = []
    for value in (value for kind in _kinds() for value in kind.values if value.words):
        pattern = str(value.english.pattern)
        parsed = import_module("re._parser").parse(pattern)
        rng = random.Random(pattern)
        texts = [some_match(parsed, rng) for _ in range(_SAMPLES)]
        missed += [
            (value.name, text)
            for text in texts
            if value.english.search(text)
            and not any(word in " ".join(text.lower().split()) for word in value.words)
        ]
    assert not missed


def test_words_by_hand_are_in_the_table_that_is_read() -> None:
    """``python -m generator.figures.make_tables`` has been run since the last change of them."""
    assert [word for word, stems in handwritten() if not gloss(word).issuperset(stems)] == []
