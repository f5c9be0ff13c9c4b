"""The end of the last year where the Chinese has the start of this one: 比年初增加438亿元 as "from
the end of last year", 较年初 in June 2024 as "since the end of 2023".
"""

from __future__ import annotations

import re

from generator.patterns import late_regex

_FROM_START = late_regex("[比较自从于]年初|年初(?:以来|至今|到现在)|[今本]年以来")
_YEARS = late_regex("(?<![0-9])(20[0-9]{2})年")
_END_OF_LAST = late_regex(
    r"(?i:\b(?:end|close)\sof\s(?:last\syear|the\s(?:previous|prior|preceding)\syear"
    r"|the\syear\sbefore|(?:December\s)?(?P<year>20[0-9]{2})|December)\b(?!['’-])"
    r"|\b(?P<bare>(?<=from\s)year-end|(?<=since\s)year-end|(?<=than\sat\s)year-end)\b)"
)
_START = "start of the year"


def with_starts_of_year(text: str, english: str) -> str:
    """The English with "the start of the year" in place of the end of the year before, if the
    Chinese compares with the start of the year. A year by its number must be the one before a year
    of the Chinese, if that names any.
    """
    if _FROM_START.search(text) is None:
        return english
    before = {int(year) - 1 for year in _YEARS.findall(text)}

    def told(found: re.Match[str]) -> str:
        year = found["year"]
        return _START if not year or not before or int(year) in before else found.group()

    return _END_OF_LAST.sub(told, english)
