"""Compare the items of a list one by one: what is right of the whole list may be said of another
item."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.markup.tables import item_lines, list_items

if TYPE_CHECKING:
    from generator.figures import FigureProblem

LISTS = ("<ul", "<ol")
# Longer lists are compared as one text.
_MOST_ITEMS = 200


class ItemFinding(NamedTuple):
    """A problem of an item. ``line`` is where the item begins, from the first line of the list."""

    line: int
    message: str


def is_list(block: str) -> bool:
    """Whether a block (HTML) is a list."""
    return block.startswith(LISTS)


def exchanged_items(
    chinese: str,
    english: str,
    source: Sequence[str],
    *,
    date: datetime.date | None,
    home: str,
) -> list[ItemFinding]:
    """What the items of an English list (HTML) say that the Chinese says in another item.

    ``source`` are the lines of the English in its file and those after it, if it is in one;
    ``date`` and ``home`` are as for `generator.figures.verify`.
    """
    # Slow to import, and most texts have no list.
    from generator.figures import item_pairs, verify

    left, right = list_items(chinese), list_items(english)
    if not 1 < len(left) == len(right) <= _MOST_ITEMS:
        return []

    @cache
    def problems(one: str, other: str) -> Sequence[FigureProblem]:
        return verify(one, other, date=date, home=home)

    def agree(one: str, other: str) -> bool:
        return not problems(one, other)

    pairs = item_pairs(left, right, agree)
    told = {
        at: [problem for problem in problems(left[one], right[at]) if problem.kind == "changed"]
        for one, at in pairs
    }
    # What is only added to an item and missing in another has moved: a list may be divided anew.
    wrong = sorted(at for at, changed in told.items() if changed)
    if len(wrong) < 2:
        return []
    lines = item_lines(source)
    return [
        ItemFinding(lines[at] if at < len(lines) else 0, problem.message)
        for at in wrong
        for problem in told[at]
    ]
