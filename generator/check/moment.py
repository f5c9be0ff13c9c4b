"""Check dates in the formats of feeds and sitemaps."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from generator.patterns import late_regex

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_RFC822 = late_regex(
    r"(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT|Z|[ECMP][SD]T)"
)
# https://www.w3.org/TR/NOTE-datetime, as sitemaps use it
_W3C = late_regex(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?"
)


def rfc822_fault(text: str) -> str:
    """Return what is wrong with ``text`` as an RFC 822 date with a four-digit year; empty if
    nothing."""
    match = _RFC822.fullmatch(text)
    if match is None:
        return f'"{text}" is not an RFC 822 date'
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return f'"{text}" is not a real date'
    right = _DAYS[moment.weekday()]
    return "" if match["day"] == right else f'"{text}" was a {right}'


def w3c_fault(text: str) -> str:
    """Return what is wrong with ``text`` as a date in a sitemap; empty if nothing."""
    if not _W3C.fullmatch(text):
        return f'"{text}" is not a W3C date'
    try:
        if "T" in text:
            datetime.fromisoformat(text)
        else:
            date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return f'"{text}" is not a real date'
    return ""
