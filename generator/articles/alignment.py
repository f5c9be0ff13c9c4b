"""Align the paragraphs of a translation with those of its source, by comparing kinds of blocks,
figures, names and lengths.

The two texts are aligned as a whole with the least total cost: each paragraph with one or several
of the other text or with none (Gale and Church, "A program for aligning sentences in bilingual
corpora", 1993, with figures and names in addition to lengths).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.markup.nodes import block_name, plain_text

# Slow to import, and needed only when something is wrong.
if TYPE_CHECKING:
    from generator.figures import Fact

# Average characters of English for one of Chinese, measured on the articles of the sample site.
_RATIO = 3.2
# The cost of a pair of different kinds.
_KINDS = 1.6
# With more pairs than this, only those near the diagonal are compared; longer texts are cut.
_MOST_PAIRS, _LONGEST = 40_000, 4000


class Signs(NamedTuple):
    """The properties of a paragraph that a translation keeps."""

    kind: str
    length: int
    figures: list[frozenset[object]]
    words: str


def steps(
    left: Sequence[Signs],
    right: Sequence[Signs],
    cost: Callable[[Signs, Sequence[Signs]], float],
    *,
    alone: Callable[[Signs], float],
    most: int = 1,
) -> list[tuple[int, int]]:
    """Return the alignment of least cost, in order: each step takes a paragraph of ``left`` with
    one to ``most`` of ``right`` (1, n), or one of either alone (1, 0 or 0, 1).

    ``cost`` is that of paragraphs that belong together, ``alone`` that of one without counterpart.
    """
    width = max(len(left), len(right))
    if len(left) * len(right) > _MOST_PAIRS:
        width = abs(len(left) - len(right)) + 20
    # The least cost of the first i and j paragraphs, with the step that led there. Of equal costs
    # the one that leaves a paragraph of ``left`` alone is taken.
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(left) + 1):
        for j in range(max(0, i - width), min(len(right), i + width) + 1):
            ways = [best[0, 0]] if i == j == 0 else []
            if (i - 1, j) in best:
                ways.append((best[i - 1, j][0] + alone(left[i - 1]), -1, 0))
            if (i, j - 1) in best:
                ways.append((best[i, j - 1][0] + alone(right[j - 1]), 0, 1))
            for size in range(1, most + 1):
                if (i - 1, j - size) in best:
                    more = cost(left[i - 1], right[j - size : j])
                    ways.append((best[i - 1, j - size][0] + more, -1, size))
            if ways:
                best[i, j] = min(ways)
    found: list[tuple[int, int]] = []
    i, j = len(left), len(right)
    while i or j:
        _, row, columns = best[i, j]
        found.append((-row, columns))
        i, j = i + row, j - columns
    return found[::-1]


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


def _marks(facts: Iterable[Fact]) -> frozenset[object]:
    """What tells a figure from others in either language: 2700个 and "2,700" name other units."""
    return frozenset((fact.kind, fact.value or fact.text) for fact in facts)


def signs_of_chinese(block: str) -> Signs:
    """The properties of a Chinese block (HTML)."""
    # Slow imports, needed only when something is wrong.
    from pypinyin import lazy_pinyin

    from generator.figures import read

    text = plain_text(block)[:_LONGEST]
    figures = [_marks(fact for way in figure.facts for fact in way) for figure in read(text)]
    return Signs(block_name(block), len(text), figures, "".join(lazy_pinyin(text)).lower())


def signs_of_english(block: str) -> Signs:
    """The properties of an English block (HTML)."""
    from generator.figures import read_english

    text = plain_text(block)[: 4 * _LONGEST]
    figures = [_marks(stated.facts) for stated in read_english(text) if not stated.optional]
    names = re.findall(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]{3,}", text)
    return Signs(block_name(block), len(text), figures, " ".join(names).lower())
