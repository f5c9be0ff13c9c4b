"""Whether two figures of an article are one figure told twice, and which of them to keep."""

from __future__ import annotations

import msgspec

from generator.statistics.finding import Finding
from generator.statistics.signs import signed
from generator.statistics.spans import time_of


def is_same(one: Finding, other: Finding) -> bool:
    """Whether two findings are duplicates: equal amounts, unless their terms or periods differ."""
    if (signed(one), one.unit) != (signed(other), other.unit):
        return False
    if one.row >= 0 and other.row >= 0 and one.block == other.block:
        return False  # Each cell tells something else, even 起始价 57400, 成交价 57400.
    if one.grows >= 0 and other.grows >= 0 and one.grows != other.grows:
        return False
    if one.year and other.year and one.year != other.year:
        return False
    if not one.term or not other.term:
        return True
    if one.shape != other.shape or (one.whole and other.whole and one.term != other.term):
        return False
    return not (time_of(one).is_told and time_of(other).is_told and time_of(one) != time_of(other))


def better(one: Finding, other: Finding) -> Finding:
    """Of two duplicates, the one with more information; if equal, the first."""
    told = (bool(one.term), bool(one.year), one.subject, time_of(one).is_told)
    if (bool(other.term), bool(other.year), other.subject, time_of(other).is_told) <= told:
        return one
    return msgspec.structs.replace(other, headline=one.headline)
