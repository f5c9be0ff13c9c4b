"""Find the paragraph of a translation that has no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.articles.alignment import cost_of, signs_of_chinese, signs_of_english, steps

# The cost of a paragraph without counterpart.
_ALONE = 1.0


class Misfit(NamedTuple):
    """A paragraph without counterpart. ``missing`` says that it is a paragraph of the Chinese, else
    it is one of the English; ``number`` is its number there, from 1.

    ``at`` is the number of the English paragraph at its place.
    """

    missing: bool
    number: int
    at: int


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
    path = steps(left, right, lambda one, some: cost_of(one, some[0]), alone=lambda _: _ALONE)
    for rows, columns in path:
        if not columns:
            return Misfit(missing=True, number=row + 1, at=column + 1)
        if not rows:
            return Misfit(missing=False, number=column + 1, at=column + 1)
        row, column = row + 1, column + 1
    return None
