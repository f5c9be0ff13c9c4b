"""Introduce one error into a right English sentence, by class of error.

Each class has the words to replace with their replacements, and a pattern for their context, so
that the change probably makes the English wrong. Some changed sentences are still right, so the
checks cannot find every change.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from generator.figures import read_english

Change = tuple[dict[str, str], str]
_NUMBER = r"(?:(?:US|HK)?[$€£¥])?\d"
_TURNS = {
    "rose": "fell", "fell": "rose", "increased": "decreased", "decreased": "increased",
    "increase": "decrease", "decrease": "increase", "up": "down", "down": "up",
    "grew": "shrank", "growth": "decline", "decline": "growth", "dropped": "climbed",
    "higher": "lower", "lower": "higher", "reduced": "raised", "gained": "lost",
    "cut": "raised", "climbed": "slipped", "jumped": "slid", "more than": "less than",
    "rise": "fall", "fall": "rise", "drop": "rise", "fallen": "risen", "risen": "fallen",
    "grown": "shrunk", "declined": "risen",
}  # fmt: skip
_UNITS = {
    "square meters": "cubic meters", "square metres": "square feet", "kilometers": "meters",
    "meters": "kilometers", "metres": "kilometres", "kilometres": "miles", "tons": "kilograms",
    "tonnes": "kg", "hectares": "acres", "years": "months", "months": "years", "days": "weeks",
    "hours": "days", "minutes": "hours", "weeks": "months", "kilowatts": "kilowatt-hours",
    "kilowatt-hours": "kilowatts", "percentage points": "percent", "km": "miles", "mu": "hectares",
    "households": "people", "megawatts": "kilowatts",
}  # fmt: skip
_PERIODS = {
    "first half": "second half", "second half": "first half", "first quarter": "second quarter",
    "third quarter": "first three quarters", "first three quarters": "third quarter",
    "first nine months": "first three months", "first six months": "last six months",
    "last year": "this year", "this year": "last year", "next year": "this year",
    "last month": "this month", "this month": "next month", "a year": "a month",
    "a month": "a year", "a day": "a week", "daily": "weekly", "monthly": "yearly",
    "annual": "monthly", "beginning": "end", "early": "late", "morning": "evening",
    "afternoon": "morning", "evening": "morning",
}  # fmt: skip
_MULTIPLES = {
    "doubled": "tripled", "tripled": "doubled", "twice": "three times", "doubling": "tripling",
    "quadrupled": "doubled", "three times": "twice", "half": "twice", "double": "half",
    "threefold": "fivefold",
}  # fmt: skip
_ORDINALS = {
    "first": "second",
    "second": "third",
    "third": "fourth",
    "fourth": "fifth",
    "fifth": "sixth",
}
_COUNTS = {"second": "two", "third": "three", "fourth": "four", "fifth": "five", "sixth": "six"}
_WEEKDAYS = {
    "Monday": "Tuesday", "Tuesday": "Thursday", "Wednesday": "Friday", "Thursday": "Monday",
    "Friday": "Sunday", "Saturday": "Wednesday", "Sunday": "Saturday",
}  # fmt: skip
_DONE = {
    "has completed": "plans to complete", "has built": "plans to build", "was": "will be",
    "has reached": "is expected to reach", "have been": "will be", "has been": "will be",
    "were": "will be", "has attracted": "aims to attract", "has invested": "plans to invest",
}  # fmt: skip
_PLANNED = {
    "plans to build": "has built", "plans to complete": "has completed", "will be": "was",
    "is expected to reach": "has reached", "is to be": "was", "will reach": "has reached",
    "plans to invest": "has invested", "will have": "has", "are to be": "were",
    "are expected to": "have begun to", "aims to": "has begun to", "is expected to be": "has been",
}  # fmt: skip
_CHANGES: dict[str, tuple[Change, ...]] = {
    "direction": (
        (_TURNS, rf"(?<!make )(?<!uses )(?<!built )\b({{}})\b(?! to)(?=(?: by| of)? {_NUMBER})"),
    ),
    "multiple": ((_MULTIPLES, r"\b({})\b(?! of (?:the|this|next|last) (?:year|match|game))"),),
    "period": ((_PERIODS, r"\b({})\b"),),
    "unit": ((_UNITS, r"(?<=\d )({})\b"),),
    "vague number": ((
        {
            "dozens": "thousands", "tens of thousands": "millions", "hundreds": "dozens",
            "thousands": "millions", "millions": "thousands", "several": "dozens of",
        },
        r"(?<!of )\b({})\b",
    ),),
    "currency": (({"yuan": "US dollars", "US dollars": "yuan", "euros": "yuan", "yen": "yuan"},
                  r"\b({})\b"),),
    "scale": (
        ({"million": "billion", "billion": "million", "trillion": "billion"}, r"(?<=\d )({})\b"),
    ),
    "ordinal or count": (
        (_ORDINALS, r"\b({})\b(?= (?!quarter|half|of |half-)[a-z]+)"),
    ),
    "hedge": (
        (
            {
                "more than": "nearly", "over": "nearly", "nearly": "more than", "almost": "over",
                "at least": "at most", "up to": "at least", "less than": "more than",
                "under": "over",
            },
            rf"\b({{}})\b(?= {_NUMBER})",
        ),
        ({"reached": "exceeded", "totaled": "exceeded", "totalled": "exceeded"},
         rf"\b({{}})\b(?= {_NUMBER})"),
    ),
    "planned or done": (
        (_PLANNED, r"\b({})\b(?=[^.]*\d)"),
        (_DONE, r"\b({})\b(?=[^.]*\d)"),
    ),
    "average or total": (
        ({"an average of": "a total of", "a total of": "an average of", "on average": "in total",
          "averaged": "totalled", "totalled": "averaged", "totaled": "averaged",
          "in total": "on average"}, r"\b({})\b"),
    ),
    "level or change": (
        ({"to": "by", "by": "to"},
         r"\b(?:r[io]sen?|fell|fallen|increased|grew|grown|dropped|climbed|cut|reduced|raised"
         rf"|narrowed|widened|expanded|shrank|declined)\s({{}})(?=\s{_NUMBER})"),
        ({"reached": "rose by", "stood at": "rose by", "came to": "increased by",
          "totalled": "grew by"}, rf"\b({{}})(?=\s{_NUMBER})"),
    ),
    "another base": (
        ({"year on year": "month on month", "year-on-year": "month-on-month",
          "month on month": "year on year", "month-on-month": "year-on-year",
          "a year earlier": "a month earlier", "a month earlier": "a year earlier",
          "from last year": "from last month", "the previous year": "the previous month",
          "the previous month": "the previous year", "five years ago": "a year ago"}, r"\b({})\b"),
    ),
    "weekday": ((_WEEKDAYS, r"\b({})\b"),),
}  # fmt: skip
_SCORE = re.compile(
    r"(?<=(?:\swon|beat|lost|lose|\swin|\sled)\s)(\d{1,2})([-–]|\sto\s)(\d{1,2})(?![\d%.,:-])"
    r"|(?<![\d.,:-])(\d{1,2})([-–]| to )(\d{1,2})(?= (?:win|victory|loss|defeat|lead|vote|score))"
)
_DIGITS = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?!\w)")
_SMALL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}(?:,\d{3})+|\d+)\s(?=[a-z]{3,}s\b"
    r"(?<!years)(?<!months)(?<!days)(?<!hours)(?<!percents))"
)
_NOUN = re.compile(r"(?<=\b(?:the|its|all) )(?=[a-z]{4,}[^s]s\b)")


def _replaced(english: str, change: Change, chance: random.Random) -> str | None:
    words, pattern = change
    names = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    found = list(re.finditer(pattern.replace("{}", names), english))
    if not found:
        return None
    match = chance.choice(found)
    return english[: match.start(1)] + words[match[1]] + english[match.end(1) :]


def _digit(english: str, chance: random.Random) -> str | None:
    found = list(_DIGITS.finditer(english))
    if not found:
        return None
    match = chance.choice(found)
    at = chance.choice([i for i in range(*match.span()) if english[i].isdigit()])
    digit = chance.choice([c for c in "123456789" if c != english[at]])
    return english[:at] + digit + english[at + 1 :]


def _exchanged(english: str, chance: random.Random) -> str | None:
    """Exchange two amounts of the same unit."""
    stated = [s for s in read_english(english) if s.facts and s.facts[0].kind in _AMOUNTS]
    pairs = [
        (one, other)
        for at, one in enumerate(stated)
        for other in stated[at + 1 : at + 3]
        if one.facts[0].kind == other.facts[0].kind
        and one.facts[0].unit == other.facts[0].unit
        and one.facts[0].value != other.facts[0].value
        and one.facts[0].text == other.facts[0].text
        and {one.facts[-1].kind, other.facts[-1].kind} <= _AMOUNTS
        and not _JOINED.fullmatch(english, one.end, other.start)
        and not one.optional and not other.optional
    ]  # fmt: skip
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    return (
        english[: one.start] + english[other.start : other.end]
        + english[one.end : other.start] + english[one.start : one.end] + english[other.end :]
    )  # fmt: skip


_JOINED = re.compile(r"(?:\s?(?:to|-|–|—|and|or)\s?|)")
_AMOUNTS = frozenset({"number", "share", "points"})


def _score(english: str, chance: random.Random) -> str | None:
    found = [m for m in _SCORE.finditer(english) if (m[1] or m[4]) != (m[3] or m[6])]
    if not found:
        return None
    match = chance.choice(found)
    one, to, other = [part for part in match.groups() if part]
    return english[: match.start()] + other + to + one + english[match.end() :]


def _dropped(english: str, chance: random.Random) -> str | None:
    found = list(_SMALL.finditer(english))
    if not found:
        return None
    match = chance.choice(found)
    return english[: match.start()] + "some " + english[match.end() :]


def _added(english: str, chance: random.Random) -> str | None:
    found = list(_NOUN.finditer(english))
    if not found:
        return None
    match = chance.choice(found)
    return (
        f"{english[: match.start()]}{chance.choice(('17', '340', '26'))} {english[match.end() :]}"
    )


def _counted(english: str, chance: random.Random) -> str | None:
    """Change an ordinal into a count: "the third expo" to "three expos"."""
    found = list(_NTH.finditer(english))
    if not found:
        return None
    match = chance.choice(found)
    made = f"{_COUNTS[match[1]]} {match[2]}s"
    return english[: match.start()] + made + english[match.end() :]


_NTH = re.compile(
    rf"\b[Tt]he ({'|'.join(_COUNTS)}) ((?!quarter|half|time|larg|bigg|high|consecutive|most)"
    r"[a-z]{2,}[^s\W])\b(?=[ ,.])"
)
_MADE: dict[str, Callable[[str, random.Random], str | None]] = {
    "digit": _digit, "exchanged figures": _exchanged, "score": _score, "dropped": _dropped,
    "added": _added, "count of an ordinal": _counted,
}  # fmt: skip
CLASSES = (*_CHANGES, *_MADE)


def mutations(english: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yields (class of error, changed English), once for each class that applies to the text."""
    for name, changes in _CHANGES.items():
        for change in changes:
            wrong = _replaced(english, change, chance)
            if wrong is not None:
                yield name, wrong
                break
    for name, make in _MADE.items():
        wrong = make(english, chance)
        if wrong is not None:
            yield name, wrong
