"""Reads days, months, periods and times of an English text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from generator.figures.english.decades import (
    DECADES,
    PLURAL_AGES,
    read_age_group,
    read_decade,
    read_named_decade,
)
from generator.figures.english.stated import Stated, as_stated
from generator.figures.shared.figure import Fact
from generator.figures.shared.numeral import ONES
from generator.months import MONTHS
from generator.patterns import late_regex

_MONTH_NUMBERS = {name: i for i, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {
    name.lower(): i for name, i in _MONTH_NUMBERS.items() if name not in ("May", "March")
}
_MONTH_NUMBERS |= {name.upper(): i for name, i in _MONTH_NUMBERS.items() if name[0].isupper()}
_MONTH_NUMBERS |= {name[:3]: i for name, i in _MONTH_NUMBERS.items() if name.istitle()} | {
    "Sept": 9
}
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=lambda n: (-len(n), n))) + r")(?![a-z])\.?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9%])"
_YEAR = r"(?:,?\s(?:of\s)?(?P<{}>[12][0-9]{{3}})(?![0-9]))?"
_TO = r"\s?(?:-|–|—|to|and|&)\s?(?:the\s)?"
_WHICH = {
    "first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "last": -1, "final": -1,
}  # fmt: skip
_MINUTES = r"(?:five|ten|twenty(?:[\s-]five)?)"
_ANY_MINUTES = rf"(?:{'|'.join(ONES)}|twenty[\s-][a-z]+|[1-5]?[0-9])\sminutes?"
_COUNT = "|".join([*(w for w, n in ONES.items() if 2 <= n <= 12), "1[0-2]", "[2-9]"])
# Words with which the alternatives of `MOMENTS` begin, apart from digits.
WORDS = (
    *_MONTH_NUMBERS, *_WHICH, *DECADES, "noon", "middle", "closing", "midday",
    "midnight", "half", "quarter", "a", "an", "another",
    "next", "last", "past", "Q", "H", "under", "over",
    "weeklong", "monthlong", "yearlong", "daylong", "decadelong", "week", "month", "year", "day",
    "decade",
)  # fmt: skip
# Alternatives of the pattern of ``reader`` for dates and times, in verbose syntax.
MOMENTS = rf"""
    (?P<iso>(?<![0-9])[12][0-9]{{3}}-[01][0-9]-[0-3][0-9](?![0-9]))
  | (?P<numeric>(?<![0-9/.])(?P<na>[0-3]?[0-9])(?P<sep>[/.])(?P<nb>[0-3]?[0-9])(?P=sep)
      (?P<nyear>(?:19|20)[0-9]{{2}})(?![0-9/]))
  | (?P<thirds>(?i:\b(?:first|middle|second|last|final|closing|opening)\sthird\b
      (?=(?:\sof\s(?:the\smonth|{"|".join(MONTHS)})\b)|[.,;]|\Z)))
  | (?P<span>(?i:\b(?P<which>{"|".join(_WHICH)})[\s-](?:(?P<many>{_COUNT})[\s-])?
      (?P<what>quarters?|half|halves|months?)\b)
      (?:(?=(?P<ofyear>\sof\s(?:(?:the|this|last|next)\syear|[12][0-9]{{3}}))))?
      |\b(?P<letter>[QH])(?P<q>[1-4])\b|\b(?P<q2>[1-4])(?P<letter2>[QH])\b)
  | (?P<dmy>(?<![0-9,.$])(?P<d1>{_DAY})(?:{_TO}(?P<d1b>{_DAY}))?\s(?:of\s)?(?P<m1>{_MONTH})
      {_YEAR.format("y1")})
  | (?P<mdy>(?<![A-Za-z])(?<!Long\s)(?P<m2>{_MONTH})\s(?P<d2>{_DAY})
      (?!,[0-9]{{3}}|\spercent|[0-9]|\.[0-9])
      (?:{_TO}(?P<d2b>{_DAY})(?![0-9]|\s(?:{_MONTH}|percent|o['’]clock)|\s?[ap]\.?m\b|[:.][0-9]{{2}}))?
      {_YEAR.format("y2")})
  | (?P<month>(?<![A-Za-z])(?P<m3>{_MONTH}){_YEAR.format("y3")})
  | (?P<clock>(?<![0-9:.])(?P<h>[0-2]?[0-9])(?:[:.](?P<min>[0-5][0-9])(?::[0-5][0-9])?)?\s?
      (?P<half>[ap]\.?m\b\.?)|(?<![0-9:])(?P<h2>[0-2]?[0-9]):(?P<min2>[0-5][0-9])
      (?::[0-5][0-9])?(?![0-9:])|(?P<h3>1?[0-9]|2[0-4])\so['’]clock)
  | (?P<past>(?i:\b(?P<part>half(?!\sto)|(?:a\s)?quarter
      |(?:{_MINUTES}|{_ANY_MINUTES}|[1-5]?[0-9])(?=\s(?:past|after)\b)
      |(?:(?<=at\s)|(?<=around\s)|(?<=about\s)|(?<=by\s)|(?<=until\s))(?:{_ANY_MINUTES}|{_MINUTES}))\s
      (?P<side>past|to|after(?=\s(?:midnight|noon|midday)))\s(?P<h4>{_COUNT}|one|midnight|noon|midday)\b(?!\.[0-9]|,[0-9]{{3}}|\s(?:years|months|weeks|days|decades))))
  | (?P<noon>\b(?:noon|midday|midnight)\b)
  | (?P<decade>(?<![0-9])(?P<ten>[12][0-9][0-9]0)['’]?s\b|['’]?(?<![0-9])(?P<short>[0-9]0)['’]?s\b)
  | (?P<seventies>(?i:\b(?:{"|".join(DECADES)})\b))
  | (?P<years>(?<![0-9])(?P<from>[12][0-9]{{3}})[-–/](?P<till>[0-9]{{2}})(?![0-9]|[.,][0-9]))
  | (?P<century>(?i:\b(?:an?\s)?(?P<of>half|quarter)(?:[\s-]|\sof\sa\s)century\b))
  | (?P<halved>(?i:\bhalf[\s-](?:an?\s)?
      (?P<of2>year|month|week|day|hour|decade|kilomet(?:re|er)|mile|tonne|kilo(?:gram(?:me)?)?)\b))
  | (?P<aged>(?i:\b(?:under|over)[-\s](?P<age>{PLURAL_AGES})\b))
  | (?P<quartered>(?i:\b(?:an?\s)?quarter(?:-|\sof\san\s)hour\b))
  | (?P<lasting>(?i:\b(?P<of3>year|month|week|day|hour|decade)-?long\b))
  | (?P<single>(?i:\b(?:an?|another|next|last|past)\s
      (?:(?:full|whole|entire|extra|further|additional)\s)?
      (?P<one>year|month|week|day|hour|minute|second(?=\sor\stwo|[.,;:]|\Z
      |\s(?:per|flat|of\stime|was|were|is|are|had|has|in|on|at|against)\b))\b(?P<two>\sor\stwo\b)?(?P<more>\sand\s(?:a\s(?:half|quarter)|three[\s-]quarters)\b)?))
"""


def _day_number(text: str | None) -> int:
    return int(re.sub(r"\D", "", text)) if text else 0


def _dates(
    match: re.Match[str], month: str, first: str, second: str | None, year: str | None
) -> Iterator[Stated]:
    m = _MONTH_NUMBERS[month.rstrip(".")]
    for day in filter(None, (_day_number(first), _day_number(second))):
        yield as_stated(match, Fact("date", Fraction(100 * m + day)))
    if year:
        yield as_stated(match, Fact("year", Fraction(year)))


def _iso(text: str, match: re.Match[str]) -> Iterator[Stated]:
    y, m, d = match["iso"].split("-")
    yield as_stated(match, Fact("date", Fraction(100 * int(m) + int(d))))
    yield as_stated(match, Fact("year", Fraction(y)))


def _numeric(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """31/5/2024 or 5/31/2024: the day and the month in either order."""
    a, b = int(match["na"]), int(match["nb"])
    days = {100 * m + d for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= 31}
    if days:
        yield as_stated(match, *(Fact("date", Fraction(day)) for day in sorted(days)))
        yield as_stated(match, Fact("year", Fraction(match["nyear"])))


def _dmy(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return _dates(match, match["m1"], match["d1"], match["d1b"], match["y1"])


def _mdy(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return _dates(match, match["m2"], match["d2"], match["d2b"], match["y2"])


_BEFORE_MONTH = late_regex(
    rf"(?:{_MONTH}[-–]|\b(?:in|since|from|by|of|until|till|last|this|next|early|mid|late|to|"
    r"through|and|during|between|end|before|after|for)[\s-]|[–/(])\Z",
    re.IGNORECASE,
)


def _month_alone(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """A month. May, March and months that may be the name of a person are optional."""
    name = match["m3"].rstrip(".")
    sure = match["y3"] or _BEFORE_MONTH.search(text[: match.start()])
    optional = name in ("May", "March", "Mar", "Jan", "Jun") and not sure
    yield as_stated(match, Fact("month", Fraction(_MONTH_NUMBERS[name])), optional=optional)
    if match["y3"]:
        yield as_stated(match, Fact("year", Fraction(match["y3"])))


def _clock(text: str, match: re.Match[str]) -> Iterator[Stated]:
    h = int(match["h"] or match["h2"] or match["h3"])
    minute = int(match["min"] or match["min2"] or 0)
    half = (match["half"] or "")[:1]
    hours = [h] if half or h > 12 else [h, h + 12]
    if half:
        hours = [h % 12 + 12 * (half == "p")]
    facts = [Fact("time", Fraction(60 * (hour % 24) + minute)) for hour in hours]
    if match["min2"]:
        facts.append(Fact("label", text=match.group()))
        facts.append(Fact("ratio", Fraction(h), text=f"{h}:{minute}"))
    yield as_stated(match, *facts)


def _noon(text: str, match: re.Match[str]) -> Iterator[Stated]:
    minutes = 0 if match["noon"] == "midnight" else 720
    yield as_stated(match, Fact("time", Fraction(minutes)), optional=True)


_NAMED_HOURS = {"midnight": 0, "noon": 12, "midday": 12}
_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "twenty": 20}


def _past(text: str, match: re.Match[str]) -> Iterator[Stated]:
    hour = match["h4"].lower()
    minutes = _minutes(match["part"].lower())
    sign = -1 if match["side"].lower() == "to" else 1
    if hour in _NAMED_HOURS:
        at = 60 * _NAMED_HOURS[hour] + sign * minutes
        yield as_stated(match, Fact("time", Fraction(at % 1440)))
    else:  # in the morning or in the evening
        at = 60 * (ONES.get(hour) or int(hour)) + sign * minutes
        yield as_stated(match, *(Fact("time", Fraction(t % 1440)) for t in (at, at + 720)))


def _minutes(words: str) -> int:
    """The number of minutes in ``words``: half, a quarter, twenty-five, seven minutes, 20."""
    number = words.removeprefix("a ").removesuffix("s").removesuffix(" minute")
    if number in _PARTS_OF_HOUR:
        return _PARTS_OF_HOUR[number]
    tens, _, ones = number.replace("-", " ").rpartition(" ")
    return (20 if tens else 0) + (ONES.get(ones) or int(ones))


def _parts_of_century(text: str, match: re.Match[str]) -> Iterator[Stated]:
    years = Fraction(50 if match["of"].lower() == "half" else 25)
    part = Fact("share", years / 100)
    yield as_stated(match, Fact("number", years, "years"), part)


def _single(text: str, match: re.Match[str]) -> Iterator[Stated]:
    unit = f"{match['one'].lower()}s"
    if match["two"]:  # a day or two
        yield as_stated(match, Fact("number", Fraction(1), unit))
        yield as_stated(match, Fact("number", Fraction(2), unit))
    elif match["more"]:  # a year and a half
        part = match["more"].lower()
        more = Fraction(1, 2) if "half" in part else Fraction(3 if "three" in part else 1, 4)
        yield as_stated(match, Fact("number", 1 + more, unit))
    elif match.group()[0] in "aA":
        yield as_stated(match, Fact("number", Fraction(1), unit), optional=True)


_HALVED_UNITS = {"kilo": "kg", "tonn": "t"}


def _lasting(text: str, match: re.Match[str]) -> Iterator[Stated]:
    name = match["of3"].lower()
    days = (Fact("number", Fraction(7), "days"),) if name == "week" else ()
    yield as_stated(match, Fact("number", Fraction(1), f"{name}s"), *days, optional=True)


def _halved(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """Half a year: six months, and also a half."""
    half = Fraction(1, 2)
    of = match["of2"].lower()
    unit = "km" if of.startswith("kilomet") else _HALVED_UNITS.get(of[:4], f"{of}s")
    yield as_stated(match, Fact("number", half, unit), Fact("share", half), optional=True)


def _quartered(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """A quarter of an hour: 15 minutes, and also a quarter."""
    quarter = Fraction(1, 4)
    yield as_stated(match, Fact("number", quarter, "hours"), Fact("share", quarter))


def _span(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """``first three quarters``, ``second half``, ``Q1``, ``last two months of the year``."""
    letter = match["letter"] or match["letter2"]
    if letter:
        n = int(match["q"] or match["q2"])
        size = 3 if letter == "Q" else 6
        if n * size <= 12:
            months = Fraction(100 * (size * (n - 1) + 1) + size * n)
            yield as_stated(
                match, Fact("span", months), Fact("label", text=match.group()), optional=n == 1
            )
        return
    which, what = _WHICH[match["which"].lower()], match["what"].lower()
    count = (match["many"] or "1").lower()
    many = ONES.get(count) or int(count)
    size = 3 if what.startswith("quarter") else 6 if what.startswith("hal") else 1
    length = many * size
    facts: list[Fact] = []
    if which == -1:
        if length <= 12 and (match["ofyear"] or (size > 1 and many == 1)):
            facts.append(Fact("span", Fraction(100 * (13 - length) + 12)))
    elif which * length <= 12 and (many == 1 or which == 1):
        facts.append(Fact("span", Fraction(100 * ((which - 1) * length + 1) + which * length)))
    if match["many"]:
        facts.append(Fact("number", Fraction(many), "months" if size == 1 else "quarters"))
    elif which > 0 and size != 6:
        facts.append(Fact("ordinal", Fraction(which)))
    if many == 1 and what == "quarter":  # the last quarter of the population
        facts.append(Fact("share", Fraction(1, 4)))
    if facts:
        optional = what.startswith("hal") or (which in (1, -1) and not match["many"])
        yield as_stated(match, *facts, optional=optional)


def _years(text: str, match: re.Match[str]) -> Iterator[Stated]:
    first = int(match["from"])
    yield as_stated(match, Fact("year", Fraction(first)))
    yield as_stated(match, Fact("year", Fraction(first - first % 100 + int(match["till"]))))


def _thirds(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """The last third of July, which is no number. Alone only after a month's name."""
    if match.group().lower().startswith("second") or (
        not _OF_A_MONTH.match(text, match.end()) and not _OF_A_MONTH.search(text, 0, match.start())
    ):
        yield as_stated(match, Fact("ordinal", Fraction(3)))


_OF_A_MONTH = late_regex(rf"\sof\s(?:the\smonth|{'|'.join(MONTHS)})\b")
HANDLERS: dict[str, Callable[[str, re.Match[str]], Iterator[Stated]]] = {
    "thirds": _thirds,
    "iso": _iso, "numeric": _numeric, "span": _span, "dmy": _dmy, "mdy": _mdy,
    "month": _month_alone, "clock": _clock, "past": _past, "noon": _noon,
    "decade": read_decade, "seventies": read_named_decade,
    "years": _years, "century": _parts_of_century, "single": _single, "lasting": _lasting,
    "halved": _halved, "quartered": _quartered, "aged": read_age_group,
}  # fmt: skip
