"""The English of amounts: numbers with their unit, ranges, orders of magnitude."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import msgspec

from generator.figures.shared.numeral import english_cardinal, english_number, plain
from generator.figures.shared.units import UNITS


class Amount(msgspec.Struct, frozen=True):
    """A number, or the two bounds of a range, of a unit (a key of ``units.UNITS``, or empty)."""

    values: tuple[Decimal, ...]
    unit: str
    small: bool = False  # written as a single Chinese character
    bare: bool = False  # Western digits without unit

    @property
    def is_one(self) -> bool:
        """Whether the amount is exactly one, so that English uses the singular."""
        return len(self.values) == 1 and self.values[0] == 1


def english_level(amount: Amount, bare: bool) -> str:
    """``500-million-yuan-level``; an order of magnitude without a digit (``bare``) is
    ``10-billion-yuan``.
    """
    words = english_number(amount.values[0]).replace(" ", "-")
    unit = f"-{UNITS[amount.unit].one}" if amount.unit in UNITS and amount.unit != "items" else ""
    return f"{words}{unit}" if bare and unit else f"{words}{unit}-level"


def english_amount(amount: Amount) -> str:
    """The English of the numbers with their unit; mu are also given in hectares."""
    unit = UNITS.get(amount.unit)
    if amount.small and len(amount.values) == 1:
        numbers = english_cardinal(int(amount.values[0]))
    elif amount.bare:
        numbers = plain(amount.values[0])
    else:
        numbers = " to ".join(english_number(v) for v in amount.values)
    if amount.unit == "%":
        return " to ".join(f"{english_number(v)}%" for v in amount.values)
    if unit is None or not unit.one:
        return numbers
    name = unit.one if amount.is_one else unit.many
    if unit.name == "mu":
        hectares = " to ".join(_hectares(v) for v in amount.values)
        one = "" if hectares == "1" else "s"
        return f"{numbers} {name} ({hectares} hectare{one})"
    return f"{numbers} {name}"


def _hectares(mu: Decimal) -> str:
    """Mu in hectares: whole ones from ten on, else with two significant digits."""
    value = mu / 15
    if value >= 10 or value == value.to_integral_value():
        return english_number(value.quantize(Decimal(1), ROUND_HALF_UP))
    step = Decimal(1).scaleb(value.adjusted() - 1)
    return plain(value.quantize(step, ROUND_HALF_UP))
