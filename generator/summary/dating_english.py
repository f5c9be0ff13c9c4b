"""Replace relative time of English by dates; `dating.py` does the same for Chinese."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.months import MONTHS
from generator.patterns import late_regex
from generator.summary.dating import day_of
from generator.summary.quotations import outside_quotes

_QUOTED = late_regex(r"“[^”]*”|\"[^\"]*\"")
_YEARS = {"last": -1, "this": 0, "next": 1}
_PREPOSITION = (
    r"of|in|from|for|than|over|during|by|since|until|till|through|throughout|to|with|between|and|within"
    r"|into|for all of|versus|against|to the end of|on|beyond"
)
_YEAR = late_regex(
    rf"(?:\b(?P<before>{_PREPOSITION})\s+)?\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) year\b"
    r"(?P<owner>['’]s)?"
    r"(?P<verb>(?=\s+(?:is|was|marks|marked|has|had|saw|sees|will|would|may|might|could|can|should|must|looks"
    r"|looked|brings|brought|began|begins|ended|ends|promises|proved|turned|became|set|also|alone)\b))?"
)
# Before these, "this year" followed by a verb is its subject; not in "output this year is".
_BEGINS = late_regex(
    r"(?:^|[.,;:\x00]|\b(?:and|but|that|while|because|when|as|so|says?|said))\s*\Z"
)
_MONTH = late_regex(
    rf"(?:\b(?P<before>{_PREPOSITION})\s+)?\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) month\b(?!['’]s)"
)
_END_OF_YEAR = late_regex(
    r"\b(end|start|beginning|middle|rest|remainder|course) of the year\b(?! \d)"
)
_PERIOD = late_regex(
    r"\b([Tt]he (?:first|second|last) half(?: of the year)?"
    r"|[Tt]he (?:first|second|third|fourth|last) quarter"
    r"|[Tt]he first (?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
    r" (?:quarters|months)|[Jj]anuary (?:to|through|[-–]) [A-Z][a-z]+)(?: of the year)?\b"
    r"(?!,? (?:of|in) (?:\d|last|this|the)| \d)"
)
_DAY = late_regex(
    r"(?:\b(?P<before>by|until|till|before|after|since|from) )?"
    r"(?<!\ba )(?<!\bof )(?<!\bfor )(?<!\bbetter )(?<!\bbrighter )"
    r"\b(?P<day>[Yy]esterday|[Tt]omorrow)\b(?!['’]s)"
)
_OWN_YEAR = late_regex(r"\b(?:19|20)\d\d\b")
_PLAN = late_regex(r"\b(?:will|plans?|aims?|expected|target|to be)\b")
_NUMBER_WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        range(1, 13),
        strict=True,
    )
)


def dated_english(sentence: str, day: str, before: str = "") -> str:
    """An English sentence with relative time replaced by dates; arguments as for `dated`."""
    when = day_of(day)
    if when is None:
        return sentence
    years = _OWN_YEAR.findall(before)

    def year(match: re.Match[str]) -> str:
        number = str(when.year + _YEARS[match["which"].lower()])
        if match["owner"]:
            return f"{match['before'] + ' ' if match['before'] else ''}{number}'s"
        if match["before"]:
            return f"{match['before']} {number}"
        if match.string[: match.start()].rstrip().rpartition(" ")[2] in MONTHS:
            return number
        if match["verb"] is not None and _BEGINS.search(match.string, 0, match.start()):
            return number
        return f"{'In' if match['which'][0].isupper() else 'in'} {number}"

    def month(match: re.Match[str]) -> str:
        steps = _YEARS[match["which"].lower()]
        years, number = divmod(when.year * 12 + when.month - 1 + steps, 12)
        before = match["before"] or ("In" if match["which"][0].isupper() else "in")
        return f"{before} {MONTHS[number]} {years}"

    def on_day(match: re.Match[str]) -> str:
        that = when + timedelta(days=1 if match["day"][1:] == "omorrow" else -1)
        said = f"{MONTHS[that.month - 1]} {that.day}, {that.year}"
        before = match["before"] or ("On" if match["day"][0].isupper() else "on")
        return f"{before} {said}"

    def end_of_year(match: re.Match[str]) -> str:
        told = _OWN_YEAR.findall(match.string, 0, match.start()) or years
        if told and int(told[-1]) != when.year:
            return match[0]
        return f"{match[1]} of {when.year}"

    def apply(part: str) -> str:
        part = _DAY.sub(on_day, part)
        part = _MONTH.sub(month, part)
        part = _YEAR.sub(year, part)
        part = _END_OF_YEAR.sub(end_of_year, part)
        return _english_periods(part, when, int(years[-1]) if years else None)

    return outside_quotes(sentence, apply, _QUOTED)


def _english_periods(text: str, when: date, told: int | None) -> str:
    given: set[int] = set()

    def named(match: re.Match[str]) -> str:
        if _OWN_YEAR.search(text, 0, match.start()):
            return match[0]
        planned = _PLAN.search(text, max(0, match.start() - 40), match.end() + 60)
        past = _english_end(match[1]) > when.month and not planned
        if told is not None and told != when.year - bool(past):
            return match[0]
        year = when.year - bool(past)
        if year in given:
            return match[1].removesuffix(" of the year")
        given.add(year)
        return f"{match[1].removesuffix(' of the year')} of {year}"

    return _PERIOD.sub(named, text)


def _english_end(period: str) -> int:
    words = period.lower().split()
    if "half" in words:
        return 5 if "first" in words else 11
    if words[-1] == "quarter":
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
        return order[words[1]] * 3 - 1
    if words[0] == "january":
        last = words[-1].capitalize()
        return MONTHS.index(last) + 1 if last in MONTHS else 1
    count = int(words[2]) if words[2].isdigit() else _NUMBER_WORDS.get(words[2], 1)
    return count * 3 - 1 if words[3].startswith("quarter") else count
