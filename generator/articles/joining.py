"""Aligns an English original with a Chinese article, where several English paragraphs may stand for
one of the Chinese, and either may have paragraphs that the other lacks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.alignment import Signs, cost_of, signs_of_chinese, signs_of_english, steps

# The cost of a paragraph without counterpart: an original has many of them.
_ALONE = 0.6
# The most English paragraphs for one of the Chinese, and what each but the first costs.
_MOST, _JOINED = 4, 0.12
# The most that paragraphs of a kind cost that share a figure; less than leaving both alone.
_OF_ONE_FIGURE = 1.1
# More than any alignment costs.
_NEVER = 100.0


def joined(chinese: Sequence[str], english: Sequence[str]) -> list[tuple[range, bool]]:
    """The English blocks of each Chinese block, as ranges of their indexes in order; an empty range
    for a Chinese block that has none; each with whether it is doubtful that they belong together.
    Blocks are HTML."""
    left = [signs_of_chinese(block) for block in chinese]
    right = [signs_of_english(block) for block in english]
    found: list[tuple[range, bool]] = []
    at = 0
    for row, columns in steps(left, right, _cost, alone=_alone, most=_MOST):
        some = right[at : at + columns]
        if row:
            doubtful = bool(some) and _strange(left[len(found)], _together(some))
            found.append((range(at, at + columns), doubtful))
        at += columns
    return found


def _alone(one: Signs) -> float:
    """What has no words needs no counterpart."""
    return _ALONE if one.length else 0.0


def _cost(one: Signs, some: Sequence[Signs]) -> float:
    if not one.length:
        return _NEVER
    english = _together(some)
    cost = cost_of(one, english)
    if one.kind == english.kind and _share_a_figure(one, english):
        cost = min(cost, _OF_ONE_FIGURE)
    return cost + _JOINED * (len(some) - 1)


def _share_a_figure(left: Signs, right: Signs) -> bool:
    said = frozenset().union(*right.figures) if right.figures else frozenset()
    return any(figure & said for figure in left.figures)


def _strange(left: Signs, right: Signs) -> bool:
    """Whether two paragraphs have figures or names, and none of them in common."""
    if _share_a_figure(left, right):
        return False
    names = right.words.split()
    return bool(names or right.figures or left.figures) and not any(
        name in left.words for name in names
    )


def _together(some: Sequence[Signs]) -> Signs:
    """The properties of adjacent paragraphs as one; headings and lists are never joined."""
    if len(some) == 1:
        return some[0]
    kind = "p" if all(one.kind == "p" for one in some) else ""
    figures = [figure for one in some for figure in one.figures]
    words = " ".join(one.words for one in some if one.words)
    return Signs(kind, sum(one.length for one in some), figures, words)
