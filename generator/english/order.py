"""Finds figures that changed places: the amount of one city stated for the other.

Where the Chinese states an amount for each of two things (甲 10亿元, 乙 20亿元), the English has to
keep each amount with its own. Terms and dates serve as anchors. Without an anchor near each figure
the order says nothing, as English often reorders a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from generator.figures import Figure, Stated, agrees, read, read_english
from generator.terms import Terms
from generator.terms.wording import Word, stems, words

_ANCHORS = frozenset({"date", "period"})
_VALUES = frozenset({"money", "measure", "count", "percent", "points", "multiple", "duration"})
_ONE_PLACE = 30


class _Mark(msgspec.Struct, frozen=True):
    """A term, date or amount: its name, its offset in the Chinese (``start``) and in the English
    (``place``)."""

    name: str
    start: int
    place: int
    kind: str = ""


def check_order(source: str, english: str, terms: Terms) -> tuple[str, ...]:
    """Reports two figures of the same kind that stand at each other's term or date."""
    figures = read(source)
    values = [f for f in figures if f.kind in _VALUES and not f.optional]
    if len(values) < 2 or not terms.find(source):
        return ()  # The checks of figures compare dates and other words beside figures.
    stated = read_english(english)
    amounts = list(_marks(values, stated))
    pairs = [(a, b) for a, b in combinations(amounts, 2) if a.kind == b.kind]
    anchors = list(_anchors(source, english, figures, stated, terms)) if pairs else []
    reasons: list[str] = []
    for first, second in pairs:
        one, other = _nearest(anchors, first), _nearest(anchors, second)
        if one is None or other is None or one is other:
            continue
        if one.start < first.start < other.start < second.start and _is_crossed(
            one, first, other, second
        ):
            reasons.append(f"{first.name} and {second.name} may have changed places")
    return tuple(dict.fromkeys(reasons))


def _nearest(anchors: Sequence[_Mark], amount: _Mark) -> _Mark | None:
    """The last anchor before the amount in the Chinese."""
    before = [anchor for anchor in anchors if anchor.start < amount.start]
    return max(before, key=lambda anchor: anchor.start, default=None)


def _is_crossed(one: _Mark, first: _Mark, other: _Mark, second: _Mark) -> bool:
    order = sorted((one, first, other, second), key=lambda mark: mark.place)
    pairs = [{id(order[0]), id(order[1])}, {id(order[2]), id(order[3])}]
    if pairs[0] in (
        {id(one), id(other)},
        {id(first), id(second)},
    ):  # both anchors come first, then both amounts: 甲乙10 20
        return (one.place < other.place) != (first.place < second.place)
    return {id(one), id(second)} in pairs


def _anchors(
    source: str, english: str, figures: list[Figure], stated: list[Stated], terms: Terms
) -> Iterator[_Mark]:
    """Terms and dates that occur once in the Chinese and once in the English."""
    said = words(english)
    found = terms.find(source)
    names = [one.term.source for one in found]
    for one in found:
        if names.count(one.term.source) > 1:
            continue
        places = [p for form in one.term.forms for p in _places_of(form, said)]
        if len(set(places)) == 1:
            yield _Mark(one.term.source, one.start, places[0])
    for figure in figures:
        if figure.kind in _ANCHORS:
            yield from _marks([figure], stated)


def _places_of(form: str, said: Sequence[Word]) -> list[int]:
    wanted = stems(form)
    size = len(wanted)
    return [
        said[at].start
        for at in range(len(said) - size + 1)
        if size and tuple(word.stem for word in said[at : at + size]) == wanted
    ]


def _marks(figures: list[Figure], stated: list[Stated]) -> Iterator[_Mark]:
    for figure in figures:
        facts = [fact for way in figure.facts for fact in way]
        places = {s.start for s in stated if any(agrees(a, b) for a in facts for b in s.facts)}
        same = [f for f in figures if f.value == figure.value]
        # 300 mu (20 hectares) counts as one place.
        if places and max(places) - min(places) <= _ONE_PLACE and len(same) == 1:
            kind = f"{figure.kind} {figure.unit}"
            yield _Mark(figure.source, figure.start, min(places), kind)
