"""Sentences with the Traditional characters that they must have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import opencc

from generator.script.tables import Variant

FOLDER = Path(__file__).parent / "sentences"
HALVES = ("development", "heldout")
# Sets of which nobody looks at the mistakes.
UNREAD = ("unread", "unread-overlaps")
VARIANTS: tuple[Variant, ...] = ("tw", "hk")


class Sentence(NamedTuple):
    """A Simplified sentence, and the Traditional characters that it must have, by place."""

    hans: str
    expected: dict[int, str]


def lines(name: str) -> list[str]:
    """The lines of a file without comments."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def sentences(half: str) -> Iterator[Sentence]:
    """The sentences of one half."""
    for line in lines(half):
        hans, expected = "", {}
        for plain, form in re.findall(r"([^\[\]]+)(?:\[(.)\])?", line):
            hans += plain
            if form:
                expected[len(hans) - 1] = form
        yield Sentence(hans, expected)


@cache
def in_hong_kong(form: str) -> str:
    """Hong Kong's form of one of Taiwan's."""
    return str(opencc.OpenCC("t2hk").convert(opencc.OpenCC("tw2t").convert(form)))


def wrong(convert: Callable[[str], str], half: str, variant: Variant) -> tuple[int, list[str]]:
    """How many characters are in question, and the sentences in which one came out wrong."""
    asked, errors = 0, []
    for sentence in sentences(half):
        made = convert(sentence.hans)
        for place, form in sentence.expected.items():
            asked += 1
            allowed = {form, in_hong_kong(form)} if variant == "hk" else {form}
            if made[place] not in allowed:
                errors.append(f"{sentence.hans} → {made} ({form})")
    return asked, errors
