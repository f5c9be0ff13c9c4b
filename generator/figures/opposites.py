"""Two figures that changed places between labels that are opposites: above ground and below,
exports and imports.

Where the Chinese gives each label its figure, and the English has each label and each figure
once, labels and figures come in the same order in the English as well, however it is turned:
"28 storeys above ground and two below", "exports and imports of 5 and 3 billion".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from generator.figures.agreement import agrees
from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

# Characters between a label and its figure in Chinese.
_NEAR = 10


class _Label(msgspec.Struct, frozen=True):
    chinese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def _pairs() -> tuple[tuple[_Label, _Label], ...]:
    table = Path(__file__).parent.joinpath("data/opposites.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return tuple(
        (
            _Label(late_regex(a), late_regex(rf"(?i:\b(?:{b})\b)")),
            _Label(late_regex(c), late_regex(rf"(?i:\b(?:{d})\b)")),
        )
        for a, b, c, d in rows
    )


def opposites(
    text: str, english: str, figures: list[Figure], stated: list[Stated]
) -> Iterator[FigureProblem]:
    """地上28层，地下2层 that became two storeys above ground and 28 below."""
    if len(figures) < 2 or len(stated) < 2:
        return
    for first, second in _pairs():
        if not first.chinese.search(text) or not second.chinese.search(text):
            continue
        one, other = _labelled(first, text, figures), _labelled(second, text, figures)
        if one is None or other is None or one is other or one.kind != other.kind:
            continue
        here, there = _sole(first, english), _sole(second, english)
        mine, its = _said(one, stated), _said(other, stated)
        if here is None or there is None or mine is None or its is None or mine is its:
            continue
        if (here < there) != (mine.start < its.start):
            found = f"{mine.text} and {its.text} changed places"
            yield FigureProblem("changed", one.source, one.english, found)


def _labelled(label: _Label, text: str, figures: list[Figure]) -> Figure | None:
    """The figure right behind the label, where the label stands once."""
    places = list(label.chinese.finditer(text))
    if len(places) != 1:
        return None
    end = places[0].end()
    after = min((f for f in figures if f.start >= end), key=lambda f: f.start, default=None)
    if after is None or after.start - end > _NEAR:
        return None
    return None if re.search(r"[，。；、,;]", text[end : after.start]) else after


def _sole(label: _Label, english: str) -> int | None:
    places = [found.start() for found in label.english.finditer(english)]
    return places[0] if len(places) == 1 else None


def _said(figure: Figure, stated: list[Stated]) -> Stated | None:
    facts = [fact for way in figure.facts for fact in way]
    said = [s for s in stated if any(agrees(a, b) for a in facts for b in s.facts)]
    return said[0] if len(said) == 1 else None
