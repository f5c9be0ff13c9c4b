"""Figures side by side: an amount and its growth, an amount and the round number that it passed."""

from __future__ import annotations

from generator.statistics.growth import Growth, growth_after, restates
from generator.statistics.label import Label
from generator.statistics.places import Place


def growth_at(place: Place, amount: Place) -> Growth | None:
    """The growth of ``amount``, a figure before ``place``, if ``place`` says it."""
    if place.kind != "percent" or place.last != (amount.start, amount.end):
        return None
    if not _in_one_sentence(place, amount):
        return None
    return growth_after(place.sentence[amount.end : place.start])


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
