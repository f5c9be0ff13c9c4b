"""Parses dates as people write them; for one that is not valid, says what is wrong and how to write
it."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

from generator.patterns import late_regex

# Feeds cannot state the time of older dates: their UTC offsets had seconds.
EARLIEST = "1902"
# A later year is a typing error. Without this limit, the article would be held back for ever and
# nobody would be told.
LATEST = "2199"

_MINUTE = timedelta(minutes=1)
_DATE = late_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = late_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?:[01][0-9]|2[0-3]):[0-9]{2}.*")
_PARTS = late_regex(r"(\d{4})\s*[-/.年,，–—]\s*(\d{1,2})\s*[-/.月,，–—]\s*(\d{1,2})\s*[日号號]?")
_RUN = late_regex(r"(\d{4})(\d{2})(\d{2})")


def read_moment(written: str) -> date | datetime | tuple[str, str]:
    """Parse a date, or a date-time with UTC offset. For any other text, return (message, hint)."""
    try:
        if _DATE.match(written) and written < EARLIEST:
            return f'"{written}" is before {EARLIEST}', "check the year"
        if _DATE.match(written) and written[:4] > LATEST:
            return f'"{written}" is after {LATEST}', "check the year"
        if _DATE.fullmatch(written):
            return date.fromisoformat(written)
        if _MOMENT.fullmatch(written):
            moment = datetime.fromisoformat(written)
            offset = moment.utcoffset()
            if offset is not None and offset % _MINUTE:
                return (
                    f'"{written}" has an offset with seconds, which feeds cannot state',
                    "write +08:00 for Beijing time",
                )
            if offset is not None:
                return moment
            zoned = f"{moment.isoformat()}+08:00"
            return f'"{written}" has no offset', f"write {zoned} for Beijing time"
    except ValueError:
        pass
    return f'"{written}" is not a date', _hint(unicodedata.normalize("NFKC", written))


def _hint(written: str) -> str:
    match = _PARTS.search(written) or _RUN.fullmatch(written)
    if match:
        year, month, day = (int(part) for part in match.groups())
        try:
            return f"write {date(year, month, day).isoformat()}"
        except ValueError:
            return "there is no such day; year-month-day, like 2024-05-31"
    return "year-month-day, like 2024-05-31"
