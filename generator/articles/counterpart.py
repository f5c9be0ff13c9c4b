"""Find the paragraph of a translation that has no counterpart, by comparing kinds of blocks,
figures, names and lengths.

The two texts are aligned as a whole with the least total cost: each paragraph with one of the
other text or with none (Gale and Church, "A program for aligning sentences in bilingual corpora",
1993, with figures and names in addition to lengths).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.markup.nodes import block_name, plain_text

# Average characters of English for one of Chinese, measured on the articles of the sample site.
_RATIO = 3.2
# The cost of a paragraph without counterpart, and of a pair of different kinds.
_ALONE, _KINDS = 1.0, 1.6
# With more pairs than this, only those near the diagonal are compared; longer texts are cut.
MOST_PAIRS, _LONGEST = 40_000, 4000


class Misfit(NamedTuple):
    """A paragraph without counterpart. ``missing`` says that it is a paragraph of the Chinese, else
    it is one of the English; ``number`` is its number there, from 1.

    ``at`` is the number of the English paragraph at its place.
    """

    missing: bool
    number: int
    at: int


class Signs(NamedTuple):
    """The properties of a paragraph that a translation keeps."""

    kind: str
    length: int
    figures: list[frozenset[object]]
    words: str


def first_misfit(chinese: Sequence[str], english: Sequence[str]) -> Misfit | None:
    """Return the first paragraph, in reading order, that seems to have no counterpart; both texts
    are HTML blocks.

    ``None`` if the texts have the same number of blocks.
    """
    if len(chinese) == len(english):
        return None
    left = [signs_of_chinese(block) for block in chinese]
    right = [signs_of_english(block) for block in english]
    row = column = 0
    for paired in _path(left, right):
        if paired == "missing":
            return Misfit(missing=True, number=row + 1, at=column + 1)
        if paired == "surplus":
            return Misfit(missing=False, number=column + 1, at=column + 1)
        row, column = row + 1, column + 1
    return None


def _path(left: Sequence[Signs], right: Sequence[Signs]) -> list[str]:
    rows, columns = len(left), len(right)
    width = max(rows, columns)
    if rows * columns > MOST_PAIRS:
        width = abs(rows - columns) + 20
    best: list[dict[int, tuple[float, str]]] = []
    for i in range(rows + 1):
        line: dict[int, tuple[float, str]] = {}
        for j in range(max(0, i - width), min(columns, i + width) + 1):
            if i == j == 0:
                line[j] = (0.0, "")
                continue
            ways = []
            if i and j and j - 1 in best[i - 1]:
                cost = best[i - 1][j - 1][0] + cost_of(left[i - 1], right[j - 1])
                ways.append((cost, "pair"))
            if i and j in best[i - 1]:
                ways.append((best[i - 1][j][0] + _ALONE, "missing"))
            if j and j - 1 in line:
                ways.append((line[j - 1][0] + _ALONE, "surplus"))
            line[j] = min(ways)
        best.append(line)
    path: list[str] = []
    i, j = rows, columns
    while i or j:
        way = best[i][j][1]
        path.append(way)
        i -= way != "surplus"
        j -= way != "missing"
    return path[::-1]


def cost_of(left: Signs, right: Signs) -> float:
    """Return how unlikely it is that the two paragraphs are translations of each other, 0 to 2."""
    if left.kind != right.kind:
        return _KINDS
    cost = 0.4 * min(2.0, abs(math.log((right.length + 5) / (_RATIO * left.length + 5))))
    if left.figures or right.figures:
        said = frozenset().union(*right.figures) if right.figures else frozenset()
        known = sum(1 for figure in left.figures if figure & said)
        cost += 0.9 * (1 - known / max(len(left.figures), len(right.figures)))
    if left.words and right.words:
        names = right.words.split()
        cost += 0.4 * (1 - sum(name in left.words for name in names) / len(names))
    return cost


def signs_of_chinese(block: str) -> Signs:
    """The properties of a Chinese block (HTML)."""
    # Slow imports, needed only when something is wrong.
    from pypinyin import lazy_pinyin

    from generator.figures import read

    text = plain_text(block)[:_LONGEST]
    figures = [frozenset(fact for way in figure.facts for fact in way) for figure in read(text)]
    return Signs(block_name(block), len(text), list(figures), "".join(lazy_pinyin(text)).lower())


def signs_of_english(block: str) -> Signs:
    """The properties of an English block (HTML)."""
    from generator.figures import read_english

    text = plain_text(block)[: 4 * _LONGEST]
    figures: list[frozenset[object]] = [
        frozenset(stated.facts) for stated in read_english(text) if not stated.optional
    ]
    names = re.findall(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]{3,}", text)
    return Signs(block_name(block), len(text), figures, " ".join(names).lower())
