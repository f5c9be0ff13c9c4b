"""Format periods of a year for each edition."""

from __future__ import annotations

from functools import lru_cache

from generator.config import Edition

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@lru_cache(maxsize=1 << 12)
def span(year: int, months: str, edition: Edition) -> str:
    """A period as text: ``Jan–Aug 2020`` or ``2020年1—8月`` for the months ``01/08`` of a year.

    For ``01/12`` it is only the year, for ``09/09`` the month; without a year (0), only the months.
    Without months it is empty.
    """
    if not months:
        return ""
    first, last = (int(part) for part in months.split("/"))
    if (first, last) == (1, 12):
        if not year:
            return ""
        return str(year) if edition == "en" else f"{year}年"
    if edition == "en":
        said = f"{_MONTHS[first - 1]}–{_MONTHS[last - 1]}" if first < last else _MONTHS[first - 1]
        return f"{said} {year}" if year else said
    said = f"{first}—{last}月" if first < last else f"{first}月"
    return f"{year}年{said}" if year else said


def period_of(year: int, months: str, edition: Edition) -> str:
    """The same, or only the year if its months are not known; empty without a year."""
    return span(year, months, edition) or span(year, "01/12", edition)
