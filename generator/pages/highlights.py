"""The highlights of a month, for its page and its book: a few figures of different cities."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef
from generator.pages.figures import Row, best_row
from generator.pipeline.shared import Shared

# The number of highlights, and of articles from which they are chosen.
_SHOWN, _ASKED = 3, 8


class Highlight(msgspec.Struct, frozen=True):
    """A key figure and its city; ``city`` is empty if it is not certain."""

    city: str
    row: Row


def richest(refs: Sequence[ArticleRef]) -> tuple[MetaRef, ...]:
    """The articles from which to choose highlights: those with the most figures of one city first,
    with one article of each city before a second one of any."""
    ranked = sorted(refs, key=lambda ref: (-max(ref.figures.values(), default=0), -ref.instant))
    seen: dict[str, int] = {}
    placed = []
    for place, ref in enumerate(ranked):
        code = ref.cities[0] if ref.cities else ""
        seen[code] = seen.get(code, 0) + 1
        placed.append((not ref.figures, seen[code], place, ref.listed))
    placed.sort(key=lambda item: item[:3])
    return tuple(listed for *_, listed in placed[:_ASKED])


def highlights(shared: Shared, edition: Edition, refs: Sequence[MetaRef]) -> tuple[Highlight, ...]:
    """The best three figures, at most one of each of ``refs``, of different cities if possible."""
    local = shared.local(edition)
    found = []
    for place, ref in enumerate(refs):
        best = best_row(shared, edition, ref)
        if best is not None:
            rank, code, row = best
            city = local.mention(code) if code else ""
            found.append((rank, place, Highlight(city, row)))
    found.sort(key=lambda item: item[:2])
    seen: set[str] = set()
    first: list[Highlight] = []
    others: list[Highlight] = []
    told: set[tuple[str, str]] = set()
    for _, _, highlight in found:
        if (highlight.row.label, highlight.row.amount) in told:
            continue
        told.add((highlight.row.label, highlight.row.amount))
        (others if highlight.city in seen else first).append(highlight)
        seen.add(highlight.city)
    return tuple([*first, *others][:_SHOWN])
