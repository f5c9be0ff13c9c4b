"""Find the lists inside the text of an article of a web page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from generator.clean.web.text import Element
from generator.clean.web.tree import Piece, ancestors

_DEPTH = 3  # elements from a line to its item
_MOST = 0.6  # of the text; a list with more of it is the layout of the page


def listed_in(pieces: Sequence[Piece], reasons: Sequence[str]) -> set[int]:
    """Return the indices of lines that are items of a list with several items, among the lines of
    the article (those without a reason)."""
    lists: dict[Element, list[int]] = {}
    items: dict[Element, int] = {}
    whole = 0
    for place, (piece, why) in enumerate(zip(pieces, reasons, strict=True)):
        if why or piece.cells or piece.image:
            continue
        whole += len(piece.text)
        item = next((e for e in islice(ancestors(piece.owner), _DEPTH) if e.tag == "li"), None)
        if item is not None and item.getparent() is not None:
            lists.setdefault(item.getparent(), []).append(place)
            items[item] = items.get(item, 0) + 1
    single = {
        place
        for places in lists.values()
        if len(places) > 1 and sum(len(pieces[n].text) for n in places) < _MOST * whole
        for place in places
    }
    return single if all(count == 1 for count in items.values()) else set()
