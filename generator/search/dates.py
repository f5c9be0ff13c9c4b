"""Dates as search terms: the same terms for the same day however it is written, in both languages.

``Nov. 19``, ``19 November``, ``11月19日`` and ``2026-11-19`` all have the terms ``@11`` and
``@11-19``; a date with its year has ``@2026-11`` and ``@2026-11-19`` too. The first
months of a year are ``@m8`` (1-8月, 前8个月, January-August), its first quarter ``@m3``, the others
``@q2``, its halves ``@m6`` and ``@h2``. ``search-figures.js``
reads dates in queries and passages in the same way; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.patterns import late_regex
from generator.search.figures import Figure, chinese_number

# The names of months by their first three letters; MAY_BE_FIGURE of search.js has these names too.
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What is before and after a month's name or 月. search-figures.js has the same patterns.
NAME: Final = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
BEFORE_NAME: Final = (
    r"(?:^|[^0-9.,])([0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?: ?(?:-|to|and|,) ?([0-9]{1,2})(?:st|nd|rd|th)?)? (?:of )?$"
)
AFTER_NAME: Final = (
    r"^ ([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9]"
    r"| ?(?:hundred|thousand|[mbt]r?illion|per ?cent|yuan))"
    r"(?: ?(?:-|to|and) ?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z:%]|[.,][0-9]| ?[a-z]))?"
)
YEAR_AFTER: Final = r"^,? ?(?:of )?((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_NUMBER: Final = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
BEFORE_HAN: Final = (
    "(?:(?:^|[^0-9])((?:19|20)[0-9]{2})|([一二]?[九〇零][〇零一二三四五六七八九]{2})) ?年 ?"
    f"({_NUMBER}) ?$"
)
MONTH_HAN: Final = f"(?:^|[^0-9.一二三四五六七八九十百千万])({_NUMBER}) ?$"
AFTER_HAN: Final = (
    f"^ ?({_NUMBER})(?: ?[日号](?: ?[-~至到、和及与] ?({_NUMBER}) ?[日号])?"
    f"| ?[-~至到、] ?({_NUMBER}) ?[日号])"
)
ISO: Final = (
    r"([12][90][0-9]{2})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))(?![0-9]|[.,][0-9])"
)
# Quarters, halves and the first months of a year, each with one group; `_TERMS` has their order.
_COUNT: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
PERIOD: Final = (
    r"(?:[前首] ?|[1一] ?[-~至到、] ?)([两二三23]) ?个?季(?:度|(?!节))"
    r"|(?:第(?=[一二三四1-4] ?季)|(?=[一二三四1-4] ?季度|首季))([首一二三四1-4]) ?季(?:度|(?!节))"
    r"|([上下])半年"
    rf"|[前首头] ?({_NUMBER}) ?个月|[1一] ?月? ?[-~至到] ?({_NUMBER}) ?月"
    r"|\b(first|second|third|fourth|1st|2nd|3rd|4th) quarter\b|\bq([1-4])\b"
    r"|\b(first|second) half\b|\bh([12])\b|\bfirst (two|three|2|3) quarters\b"
    rf"|\bfirst ({_COUNT}|[0-9]{{1,2}}) months\b"
    rf"|\bjan(?:uary|\.)? ?(?:-|to|through) ?({NAME})"
)
# A quarter after one of these is the end of a longer time: 二至三季度.
LONGER: Final = "前至到-~"
YEAR_BEFORE: Final = "(?:^|[^0-9])((?:19|20)[0-9]{2})(?: ?年)? ?$"
# By which each group counts: threes of months from January on, a quarter, a half, months.
_TERMS: Final = ("threes", "q", "h", "m", "m", "q", "q", "h", "h", "threes", "m", "name")
# What each match has.
_PERIODS: Final = (
    "季", "半年", "月", "quarter", "half", "q1", "q2", "q3", "q4", "h1", "h2", "months", "jan",
)  # fmt: skip
_ORDER: Final = {
    word: number
    for number, words in enumerate(
        ("一 first 1st 上 首", "二 second 2nd 下 两", "三 third 3rd", "四 fourth 4th"), 1
    )
    for word in words.split()
} | {word: number for number, word in enumerate(_COUNT.split("|"), 1)}
# A month's name that is another word too is a month only beside a day or a year.
UNSURE: Final = ("may", "mar", "march", "mar.")
# What stands before the digits in the middle of a longer number.
_INSIDE: Final = tuple("0123456789.")
_DIGITS: Final = "0123456789.一二三四五六七八九十"
# The longest text before and after a month that belongs to a date.
_REACH: Final = 24
_NAME, _BEFORE_NAME, _AFTER_NAME = map(late_regex, (NAME, BEFORE_NAME, AFTER_NAME))
_YEAR_AFTER, _ISO = map(late_regex, (YEAR_AFTER, ISO))
_PERIOD, _YEAR_BEFORE = map(late_regex, (PERIOD, YEAR_BEFORE))
_BEFORE_HAN, _MONTH_HAN, _AFTER_HAN = map(late_regex, (BEFORE_HAN, MONTH_HAN, AFTER_HAN))


def dates_in(folded: str) -> list[Figure]:
    """The dates of a folded text, each with its terms; a span of days has those of both."""
    found = [*_han(folded), *_english(folded), *_iso(folded), *_periods(folded)]
    return sorted(found, key=lambda one: one.start)


def _han(folded: str) -> Iterator[Figure]:
    at = folded.find("月")
    while at >= 0:
        head = folded[max(0, at - _REACH) : at]
        match = _BEFORE_HAN.search(head)
        year = (match[1] or match[2]) if match else ""
        match = match or _MONTH_HAN.search(head)
        if match:
            # The character before the date belongs to the match too.
            first = match.start(2 if year and match[1] is None else 1)
            start, month = at - len(head) + first, match[match.lastindex or 1]
            days = _AFTER_HAN.search(folded[at + 1 : at + _REACH])
            end = at + 1 + (days.end() if days else 0)
            yield from _made(start, end, _year(year), month, days.groups() if days else ())
        at = folded.find("月", at + 1)


def _english(folded: str) -> Iterator[Figure]:
    for name in _names(folded):
        start, end = name.span()
        month = str(MONTHS.index(name[0][:3]) + 1)
        head = folded[max(0, start - _REACH) : start]
        days = _BEFORE_NAME.search(head)
        if days:
            start += days.start(1) - len(head)
        else:
            days = _AFTER_NAME.search(folded[end : end + _REACH])
            end += days.end() if days else 0
        year = _YEAR_AFTER.search(folded[end : end + _REACH])
        end += year.end() if year else 0
        if days or year or name[0] not in UNSURE:
            yield from _made(
                start, end, year[1] if year else "", month, days.groups() if days else ()
            )


def _names(folded: str) -> Iterator[re.Match[str]]:
    """The names of months; those of three letters are searched first, which is faster."""
    for short in MONTHS:
        at = folded.find(short)
        while at >= 0:
            match = _NAME.match(folded, at)
            if match:
                yield match
            at = folded.find(short, at + 3)


def _iso(folded: str) -> Iterator[Figure]:
    for match in _ISO.finditer(folded):
        if folded[match.start() - 1 : match.start()] in _INSIDE or match[1][:2] not in ("19", "20"):
            continue
        month, day = match[3] or match[5], match[4] or match[6]
        yield from _made(match.start(1), match.end(), match[1], month, (day,))


def _period_matches(folded: str) -> Iterator[re.Match[str]]:
    """The matches of the pattern; it is tried only where it may match, which is faster."""
    found = {}
    for word in _PERIODS:
        at = folded.find(word)
        while at >= 0:
            window = max(0, at - _REACH), at + _REACH
            for match in _PERIOD.finditer(folded, *window):
                if match.start() <= at < match.end():
                    found[match.start()] = match
            at = folded.find(word, at + 1)
    return iter(found.values())


def _period(kind: str, written: str) -> str:
    """The name of a period: ``m6`` for the first six months; empty if there is none."""
    if kind == "name":
        number = MONTHS.index(written[:3]) + 1
    else:
        number = _ORDER.get(written) or int(_digits(written))
    if kind == "threes" or (kind, number) == ("q", 1):
        return f"m{3 * number}"
    if kind == "h":
        return "m6" if number == 1 else "h2"
    return f"{kind[0]}{number}" if kind == "q" else f"m{number}" if 1 < number < 12 else ""


def _periods(folded: str) -> Iterator[Figure]:
    for match in _period_matches(folded):
        start, end = match.span()
        group = match.lastindex or 1
        before = folded[start - 1] if start else ""
        # 二至三季度 and 11-12月 do not begin with the year.
        if before and before in (LONGER if group == 2 else _DIGITS if group in (1, 5) else ""):
            continue
        term = _period(_TERMS[group - 1], match[group])
        if not term:
            continue
        head = folded[max(0, start - _REACH) : start]
        year = _YEAR_BEFORE.search(head)
        if year:
            start += year.start(1) - len(head)
        else:
            year = _YEAR_AFTER.search(folded[end : end + _REACH])
            end += year.end() if year else 0
        yield Figure(start, end, (f"@{term}", *([f"@{year[1]}-{term}"] if year else [])))


def _made(
    start: int, end: int, year: str, month: str, days: tuple[str | None, ...]
) -> Iterator[Figure]:
    number = int(_digits(month))
    if not 1 <= number <= 12:
        return
    terms = [f"@{number:02}", *([f"@{year}-{number:02}"] if year else [])]
    for day in map(int, map(_digits, filter(None, days))):
        if 1 <= day <= 31:
            terms.append(f"@{number:02}-{day:02}")
            if year:
                terms.append(f"@{year}-{number:02}-{day:02}")
    yield Figure(start, end, tuple(terms))


def _digits(number: str) -> str:
    return number if number[0].isdigit() else chinese_number(number)


def _year(written: str) -> str:
    """A year in digits: 二〇二六 as 2026."""
    return "".join(c if c.isdigit() and c < "〇" else chinese_number(c) for c in written)
