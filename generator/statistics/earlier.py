"""What a year before was, where an article gives an amount and by how much it has grown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import msgspec

from generator.figures import read
from generator.statistics.finding import Finding
from generator.statistics.series import is_comparable

# Their growth is at constant prices, so that it does not lead from one amount to the other
# (National Bureau of Statistics of China, explanatory notes on gross domestic product, and on
# value added of industry).
_AT_CONSTANT_PRICES = ("生产总值", "增加值", "GDP", "农林牧渔业总产值")
_DIGITS = 4
_SCALES = ((10**8, "亿"), (10**4, "万"), (1, ""))


def earlier(findings: Iterable[Finding]) -> Iterator[Finding]:
    """For each amount of money with its growth in the same article, that of the year before.

    It is marked as computed, and said to be about so much: offices may have revised the base.
    """
    known = [one for one in findings if is_comparable(_risen(one))]
    rates = {
        (one.term, one.city, one.year, one.months): one for one in known if one.shape != "amount"
    }
    for one in known:
        rate = rates.get((one.term, one.city, one.year, one.months))
        adjusted = any(word in one.term for word in _AT_CONSTANT_PRICES)
        if one.shape == "amount" and one.unit == "yuan" and rate is not None and not adjusted:
            yield from _before(one, rate)


def _risen(one: Finding) -> Finding:
    """A fall may be reckoned back from as a growth may."""
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
