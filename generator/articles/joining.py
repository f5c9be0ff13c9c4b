"""Aligns an English original with a Chinese article, where several English paragraphs may stand for
one of the Chinese, and either may have paragraphs that the other lacks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.counterpart import (
    MOST_PAIRS,
    Signs,
    cost_of,
    signs_of_chinese,
    signs_of_english,
)

# The cost of a paragraph without counterpart: an original has many of them.
_ALONE = 0.6
# The most English paragraphs for one of the Chinese, and what each but the first costs.
_MOST, _JOINED = 4, 0.12


def joined(chinese: Sequence[str], english: Sequence[str]) -> list[tuple[range, bool]]:
    """The English blocks of each Chinese block, as ranges of their indexes in order; an empty range
    for a Chinese block that has none; each with whether it is doubtful that they belong together.
    Blocks are HTML."""
    left = [signs_of_chinese(block) for block in chinese]
    right = [signs_of_english(block) for block in english]
    width = max(len(left), len(right))
    if len(left) * len(right) > MOST_PAIRS:
        width = abs(len(left) - len(right)) + 20
    # The least cost of the first i and j blocks, with the step that led there.
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(left) + 1):
        for j in range(max(0, i - width), min(len(right), i + width) + 1):
            ways = [best[0, 0]] if i == j == 0 else []
            wordless = i > 0 and not left[i - 1].length
            if (i - 1, j) in best:
                ways.append((best[i - 1, j][0] + (0.0 if wordless else _ALONE), 1, 0))
            if (i, j - 1) in best:
                ways.append((best[i, j - 1][0] + _ALONE, 0, 1))
            for size in range(1, _MOST + 1 if i and not wordless else 0):
                if (i - 1, j - size) in best:
                    some = right[j - size : j]
                    cost = cost_of(left[i - 1], _together(some)) + _JOINED * (size - 1)
                    ways.append((best[i - 1, j - size][0] + cost, 1, size))
            if ways:
                best[i, j] = min(ways)
    found: list[tuple[range, bool]] = []
    i, j = len(left), len(right)
    while i or j:
        _, rows, columns = best[i, j]
        if rows:
            doubtful = columns > 0 and _strange(left[i - 1], _together(right[j - columns : j]))
            found.append((range(j - columns, j), doubtful))
        i, j = i - rows, j - columns
    return found[::-1]


def _strange(left: Signs, right: Signs) -> bool:
    """Whether two paragraphs have figures or names, and none of them in common."""
    said = frozenset().union(*right.figures) if right.figures else frozenset()
    if any(figure & said for figure in left.figures):
        return False
    names = right.words.split()
    return bool(names or said or left.figures) and not any(name in left.words for name in names)


def _together(some: Sequence[Signs]) -> Signs:
    """The properties of adjacent paragraphs as one; headings and lists are never joined."""
    if len(some) == 1:
        return some[0]
    kind = "p" if all(one.kind == "p" for one in some) else ""
    figures = [figure for one in some for figure in one.figures]
    words = " ".join(one.words for one in some if one.words)
    return Signs(kind, sum(one.length for one in some), figures, words)
