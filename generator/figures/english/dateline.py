"""The dateline of a news agency before an English text: LUOYANG, Nov. 26 (Xinhua) --"""

from __future__ import annotations

import datetime

from generator.months import MONTHS
from generator.patterns import late_regex

_NAMES = "|".join((*MONTHS, *(name[:3] for name in MONTHS), "Sept"))
_DATELINE = late_regex(
    r"\A\W{0,3}[A-Z][A-Za-z'’.-]+(?:[\s/][A-Z][A-Za-z'’.-]+){0,3}(?:,\s[A-Z][A-Za-z]+){0,2},\s"
    rf"(?:(?P<m>{_NAMES})\.?\s(?P<d>[0-9]{{1,2}})|(?P<d2>[0-9]{{1,2}})\s(?P<m2>{_NAMES})\.?)"
    r"(?:,?\s(?P<y>20[0-9]{2}))?[*_]{0,2}\s?(?:\([A-Z][A-Za-z./\s]+\)[*_]{0,2}\s?)?[-–—]{1,2}\s"
)
# How many days a dateline may differ from the date of the article.
_APART = 2


def without_dateline(english: str, date: datetime.date | None) -> tuple[str, str]:
    """The text with blanks in place of a dateline of about the ``date`` of the article, which the
    Chinese need not have, and the date of that dateline ("Nov. 25"; empty without one).
    """
    found = _DATELINE.search(english) if date is not None else None
    if date is None or found is None:
        return english, ""
    month = [name[:3] for name in MONTHS].index((found["m"] or found["m2"])[:3]) + 1
    day = int(found["d"] or found["d2"])
    years = [int(found["y"])] if found["y"] else [date.year - 1, date.year, date.year + 1]
    near = [date + datetime.timedelta(off) for off in range(-_APART, _APART + 1)]
    if not any((at.month, at.day) == (month, day) and at.year in years for at in near):
        return english, ""
    said = found[0][
        found.start("m" if found["m"] else "d2") : found.end("d" if found["m"] else "m2")
    ]
    return " " * found.end() + english[found.end() :], said
