"""Figures side by side: an amount and its growth, an amount and the round number that it passed."""

from __future__ import annotations

from generator.statistics.growth import Growth, growth_after, restates
from generator.statistics.label import Label
from generator.statistics.places import Place

# What a cell says of its number: 下降1.2%.
_FALLS = ("下降", "下跌", "减少", "降低", "回落")


def growth_at(place: Place, amount: Place) -> Growth | None:
    """The growth of ``amount``, a figure before ``place``, if ``place`` says it."""
    if place.of >= 0:
        return _in_one_row(place, amount)
    if place.kind != "percent" or place.last != (amount.start, amount.end):
        return None
    if not _in_one_sentence(place, amount):
        return None
    return growth_after(place.sentence[amount.end : place.start], place.amount)


def _in_one_row(place: Place, amount: Place) -> Growth | None:
    """The growth of an amount in another column of the row, by the head of the column."""
    if (place.block, place.row, place.of) != (amount.block, amount.row, amount.column):
        return None
    falls = any(word in place.sentence for word in _FALLS)
    return Growth("fall" if falls else "growth", real="实际" in place.column_head)


def repeats(place: Place, amount: Place) -> bool:
    """Whether ``place`` is the round number that ``amount`` before it has passed."""
    between = place.sentence[amount.end : place.start]
    return _in_one_sentence(place, amount) and restates(between, place.amount)


def _in_one_sentence(one: Place, other: Place) -> bool:
    return (one.block, one.until, one.sentence) == (other.block, other.until, other.sentence)


def of_amount(label: Label | None, growth: Growth) -> Label | None:
    """The label of the growth of an amount with ``label``."""
    if label is None or label.bare or label.shape != "amount":
        return None
    return label._replace(shape=growth.shape)
