"""What is counted: 2300户 that became villages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex


@cache
def _nouns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What is counted in English, and what has to stand in the Chinese for it."""
    table = Path(__file__).parent.joinpath("data/nouns.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()]
    nouns = "|".join(f"({row[0]})" for row in rows)
    return late_regex(rf"(?i:\s(?:{nouns})\b)"), tuple(late_regex(row[1]) for row in rows)


def other_things(
    text: str, english: str, figures: list[Figure], saying: list[list[Stated]]
) -> Iterator[FigureProblem]:
    """2,300 villages for 2300户: what is counted is nowhere in the Chinese."""
    nouns, needed = _nouns()
    seen: set[int] = set()
    for figure, said in zip(figures, saying, strict=True):
        for one in said:
            match = None if one.start in seen else nouns.match(english, one.end)
            seen.add(one.start)
            if match and match.lastindex and not needed[match.lastindex - 1].search(text):
                found = f"{one.text}{match.group()}"
                yield FigureProblem("changed", figure.source, figure.english, found)
