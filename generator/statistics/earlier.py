"""Compute last year's amount from an amount and its growth in the same article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import msgspec

from generator.figures import read
from generator.statistics.finding import Finding
from generator.statistics.series import is_comparable
from generator.statistics.spans import time_of

# Indicators whose growth is given at constant prices, so the earlier amount cannot be computed from
# it (National Bureau of Statistics of China, explanatory notes on gross domestic product and on
# industrial value added).
_AT_CONSTANT_PRICES = ("生产总值", "增加值", "GDP", "农林牧渔业总产值")
_DIGITS = 4
_SCALES = ((10**8, "亿"), (10**4, "万"), (1, ""))


def earlier(findings: Iterable[Finding]) -> Iterator[Finding]:
    """For each amount of money with a growth rate for the same term, city and period: the finding
    for the year before.

    It is marked as computed and its text says "about", because the base may have been revised.
    """
    known = [one for one in findings if is_comparable(_risen(one))]
    rates = {(one.term, one.city, time_of(one)): one for one in known if one.shape != "amount"}
    for one in known:
        rate = rates.get((one.term, one.city, time_of(one)))
        adjusted = any(word in one.term for word in _AT_CONSTANT_PRICES)
        if rate is None or rate.real or adjusted:
            continue
        if one.shape == "amount" and one.unit == "yuan":
            yield from _before(one, rate)


def _risen(one: Finding) -> Finding:
    """The finding with a fall as a growth, since both can be used for the computation."""
    return msgspec.structs.replace(one, shape="growth") if one.shape == "fall" else one


def _before(one: Finding, rate: Finding) -> Iterator[Finding]:
    sign = -1 if rate.shape == "fall" else 1
    factor = 1 + sign * Fraction(rate.value) / 100
    if factor <= 0:
        return
    amount = Fraction(one.value) / factor
    scale, name = next((s, n) for s, n in _SCALES if amount >= s or s == 1)
    said = f"约{float(f'{float(amount / scale):.{_DIGITS}g}'):.10g}{name}元"
    (figure,) = read(said)
    yield msgspec.structs.replace(
        one,
        source=said,
        english=figure.english,
        value=figure.value,
        year=one.year - 1,
        computed=True,
        headline=False,
    )
