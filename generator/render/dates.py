"""Format dates for each edition, independent of the machine's locale."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from generator.months import MONTHS

if TYPE_CHECKING:
    from generator.config import Edition


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def long_date(written: str, edition: Edition) -> str:
    """An ISO date or date-time as ``9 October 2023`` or ``2023年10月9日``."""
    day = date.fromisoformat(written[:10])
    if edition == "en":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def long_moment(written: str) -> str:
    """An ISO date as ``9 October 2023``, a date-time as ``9 October 2023, 08:00 +08:00``."""
    day, time = long_date(written, "en"), written[11:16]
    return f"{day}, {time} {written[16:].lstrip(':0123456789.')}" if time else day


def long_month(written: str, edition: Edition) -> str:
    """``2023-10`` as ``October 2023`` or ``2023年10月``."""
    year, month = int(written[:4]), int(written[5:7])
    return f"{MONTHS[month - 1]} {year}" if edition == "en" else f"{year}年{month}月"


def short_month(number: int, edition: Edition) -> str:
    """A month (1 to 12) in short form: ``Oct`` or ``10月``."""
    return MONTHS[number - 1][:3] if edition == "en" else f"{number}月"


def rfc822(moment: str) -> str:
    """An ISO date-time with offset in the format of RSS (RFC 822 with a four-digit year)."""
    # The same as ``email.utils.format_datetime``, which is slow to import.
    at = datetime.fromisoformat(moment)
    day = f"{_DAYS[at.weekday()]}, {at.day:02} {MONTHS[at.month - 1][:3]} {at.year:04}"
    return f"{day} {at:%H:%M:%S %z}"
