"""Interprets English figures by the Chinese ones: which of several meanings they have, and what
they round.
"""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from generator.figures.chinese.units import CLASSIFIERS
from generator.figures.english.digit_counts import with_digit_count
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.jin_prices import all_per_jin, has_jin_prices
from generator.figures.matching.rescaled_rates import with_rescaled_rates
from generator.figures.shared.figure import SHARES, Fact, Figure
from generator.figures.shared.units import convertible
from generator.patterns import late_regex


def interpreted(
    stated: list[Stated], figures: list[Figure], text: str, english: str
) -> list[Stated]:
    """The English figures, with the meanings that they have beside these Chinese ``figures``."""
    if any(f.value.startswith("-") for f in figures) and _FALL.search(english):
        stated = [
            one
            if _LEVEL.search(english, 0, one.start)
            and not _RATE_OF_FALL.search(english, 0, one.start)
            else _fallen(one)
            for one in stated
        ]
    if "亩" in text and "公顷" not in text and "hectare" in english:
        units = {one.facts[0].unit for one in stated if _A_HECTARE.match(english, one.end)}
        stated = [
            _of_a_mu(one)
            if _A_HECTARE.match(english, one.end)
            or (one.facts[0].unit in units - {""} and _UP_FROM.search(english, 0, one.start))
            else one
            for one in stated
        ]
    if has_jin_prices(text, english):
        stated = all_per_jin(stated, english)
    if "斤" in text or "亩" in text:
        stated = with_rescaled_rates(stated, figures, text, english)
    if " fen " in english or " jiao " in english:
        stated = [_in_yuan(one) for one in stated]
    if any(f.kind == "duration" for f in figures) and _AND_MORE.search(english):
        stated = _in_two_units(stated, figures, english)
    if any(f.kind in SHARES for f in figures) and _IN.search(english):
        stated = _so_many_in(stated, figures, english)
    if any(f.kind == "digits" for f in figures):
        stated = [with_digit_count(one, english) for one in stated]
    if "knot" in english and not _AT_SEA.search(text):
        stated = [_as_pieces(one) for one in stated]
    if _SHORT_SCALE.search(english):
        stated = _in_millions(stated, figures, english)
    meant = _MEANT.search(text) if "下同" in text else None
    unit = CLASSIFIERS.get(meant[1], "") if meant else ""
    return [_also_yuan(one, unit) for one in stated] if unit else stated


_IN = late_regex(
    r"(?i:\s(?:in|out\sof)\s(?:every\s)?(?:[2-9]\b|10\b|20\b|100\b|t[ewh]|f[oi]|s[ei]|eig|nin|a\shun))"
)
_SO_MANY_IN = late_regex(r"(?i:\s(?:[a-z-]+\s){1,3}?(?:in|out\sof)\s(?:every\s)?)")


def _so_many_in(stated: list[Stated], figures: list[Figure], english: str) -> list[Stated]:
    """Four complaints in five are 80%, if the Chinese has such a share."""
    shares = {
        fact.value for figure in figures if figure.kind in SHARES
        for way in figure.facts for fact in way if fact.kind == "share"
    }  # fmt: skip
    meant = list(stated)
    for at, (one, whole) in enumerate(pairwise(stated)):
        some, of = one.facts[0], whole.facts[0]
        if (
            some.kind == of.kind == "number"
            and not of.unit
            and of.value
            and some.value / of.value in shares
            and _SO_MANY_IN.fullmatch(english, one.end, whole.start)
        ):
            share = Fact("share", some.value / of.value)
            meant[at] = msgspec.structs.replace(meant[at], facts=(share,))
            meant[at + 1] = msgspec.structs.replace(whole, optional=True)
    return meant


_AND_MORE = late_regex(
    r"(?i:\b(?:years?|hours?|days?|minutes?)(?:\sand|,)?\s[a-z0-9-]+\s(?:m|hour|s))"
)
_GAP_OF_UNITS = late_regex(r"(?:,?\sand\s|,?\s)\Z")
_SMALLER = {"years": "months", "days": "hours", "hours": "minutes", "minutes": "seconds"}


def _in_two_units(stated: list[Stated], figures: list[Figure], english: str) -> list[Stated]:
    """A year and eight months as 20 months, if the Chinese has such a time."""
    times = {
        (fact.value, fact.unit) for figure in figures if figure.kind == "duration"
        for way in figure.facts if len(way) == 1 for fact in way
    }  # fmt: skip
    meant = list(stated)
    for at, (one, rest) in enumerate(pairwise(stated)):
        large, small = one.facts[0], rest.facts[0]
        if small.unit != _SMALLER.get(large.unit) or not _GAP_OF_UNITS.fullmatch(
            english, one.end, rest.start
        ):
            continue
        size = convertible(large.unit, small.unit) or 1
        whole = Fact("number", large.value * size + small.value, small.unit)
        if (whole.value, whole.unit) in times:
            meant[at] = msgspec.structs.replace(one, facts=(whole,))
            meant[at + 1] = msgspec.structs.replace(rest, facts=(whole,), optional=True)
    return meant


# 41m, which is metres as long as nothing tells that it is millions
_SHORT_SCALE = late_regex(r"[0-9][mMbBK]\b")
_SHORT = {"m": 10**6, "b": 10**9, "k": 10**3}


def _in_millions(stated: list[Stated], figures: list[Figure], english: str) -> list[Stated]:
    """ "41m use it" as 41 million, if the Chinese has that number, and not of metres."""
    values = {
        fact.value for figure in figures for way in figure.facts for fact in way
        if fact.kind == "number" and fact.value >= _SMALLEST
    }  # fmt: skip
    meant: list[Stated] = []
    for one in stated:
        fact, sign = one.facts[0], one.text[-1]
        if english.startswith("K", one.end):  # read as a label
            sign = "k"
        scale = _SHORT.get(sign.lower(), 0)
        if (
            scale
            and fact.kind == "number"
            and fact.unit in ("", "m")
            and (one.text[-2:-1] or one.text).isdigit()
            and fact.value * scale in values
        ):
            one = msgspec.structs.replace(
                one, facts=(*one.facts, Fact("number", fact.value * scale))
            )
        meant.append(one)
    return meant


_SMALLEST = 10**4
_AT_SEA = late_regex("节|海里|速|风|航")


def _as_pieces(stated: Stated) -> Stated:
    """ "Knots" as a number of knots, if it is no speed."""
    if stated.facts[0].unit != "knots":
        return stated
    return msgspec.structs.replace(stated, facts=(Fact("number", stated.facts[0].value),))


# the level reached, not the change: fell to about 12 °C
_LEVEL = late_regex(r"\sto\s(?:(?:about|around|some|roughly|nearly|almost|just)\s)?\Z")
_UP_FROM = late_regex(r"(?i:\bhectare\b[^.;]{0,40}\s(?:up|down|from|against|to)\b[^.;]{0,20}\Z)")
_A_HECTARE = late_regex(r"\s(?:[a-z]+\s){0,3}?(?:per|an?|each|every)\shectare\b")


def _of_a_mu(stated: Stated) -> Stated:
    """A yield or payment per hectare is fifteen times that per mu."""
    facts = tuple(Fact(f.kind, f.value / 15, f.unit) for f in stated.facts if f.kind == "number")
    return msgspec.structs.replace(stated, facts=facts or stated.facts)


def _of_time_named_before(stated: list[Stated], missing: list[Figure]) -> list[Stated]:
    """From ten years to six and a half: the unit of time is named once."""
    times = [
        way[0] for figure in missing if figure.kind == "duration"
        for way in figure.facts if len(way) == 1 and way[0].kind == "number"
    ]  # fmt: skip
    meant: list[Stated] = []
    unit = ""
    for one in stated:
        fact = one.facts[0]
        if unit and fact.kind == "number" and not fact.unit:
            size = {time: convertible(unit, time.unit) for time in times}
            own = next((t for t in times if (s := size[t]) and fact.value * s == t.value), None)
            if own is not None:
                one = msgspec.structs.replace(one, facts=(own, *one.facts))
        unit = fact.unit if fact.unit in _LONG else "" if fact.unit else unit
        meant.append(one)
    return meant


_LONG = frozenset({"years", "months", "weeks", "days", "hours"})


# What follows a number whose unit was named before.
_ALONE = late_regex(
    r"(?i:(?=[.,;:)](?!\d)|\Z|\s(?:in|for|at|on|from|to|by|and|but|over|under|this|last|that|while|among|with|across|as"
    r"|respectively|overall|year|the\s(?:year|month|week|quarter|day)\s(?:before|earlier)|of\s(?:those|these|the|them))\b))"
)


def elided(stated: list[Stated], missing: list[Figure], english: str) -> list[Stated]:
    """The English figures, with "per cent" or a unit that was named before: from 12 per cent to
    3.5, and aiming for 6.
    """
    stated = _of_same_unit(_first_months(stated, missing, english), missing, english)
    if any(figure.kind == "duration" for figure in missing):
        stated = _of_time_named_before(stated, missing)
    wanted = {
        fact.value * 100: fact
        for figure in missing if figure.kind == "percent"
        for fact in figure.facts[0] if fact.kind == "share"
    }  # fmt: skip
    if not wanted:
        return stated
    meant: list[Stated] = []
    named = False
    for one in stated:
        fact = one.facts[0]
        bare = named and fact.kind == "number" and not fact.unit and fact.value in wanted
        if bare and _ALONE.match(english, one.end):
            one = msgspec.structs.replace(one, facts=(wanted[fact.value], *one.facts))
        named = named or fact.kind == "share"
        meant.append(one)
    return meant


def _of_same_unit(stated: list[Stated], missing: list[Figure], english: str) -> list[Stated]:
    """A unit named once: down to 38 kilos, having been 52.5."""
    amounts = [
        figure.facts[0][0] for figure in missing if figure.kind == "measure" and figure.facts
    ]
    if not amounts:
        return stated
    meant: list[Stated] = []
    unit = ""
    for one in stated:
        fact = one.facts[0]
        if fact.kind == "number" and not fact.unit and unit and _ALONE.match(english, one.end):
            own = next((a for a in amounts if agrees(a, Fact("number", fact.value, unit))), None)
            if own is not None and own.unit != unit and convertible(own.unit, unit):
                one = msgspec.structs.replace(one, facts=(own, *one.facts))
        unit = fact.unit or unit
        meant.append(one)
    return meant


_FIRST_MONTHS = late_regex(r"(?i:\bfirst\s\S+\smonths\b)")


def _first_months(stated: list[Stated], missing: list[Figure], english: str) -> list[Stated]:
    """The first 11 months … the first ten."""
    periods = {
        way[0].value: figure.facts[0][0]
        for figure in missing if figure.kind == "period"
        for way in figure.facts if way[0].unit == "months"
    }  # fmt: skip
    if not periods or not _FIRST_MONTHS.search(english):
        return stated
    return [
        msgspec.structs.replace(one, facts=(periods[one.facts[0].value], *one.facts))
        if one.facts[0].value in periods
        and english[: one.start].endswith("first ")
        and _ALONE.match(english, one.end)
        else one
        for one in stated
    ]


_OF_A_YUAN = {"fen": 100, "jiao": 10}


def _in_yuan(stated: Stated) -> Stated:
    """15 fen, which is 0.15 yuan."""
    parts = _OF_A_YUAN.get(stated.facts[0].unit)
    if parts is None:
        return stated
    yuan = Fact("number", stated.facts[0].value / parts, "yuan")
    return msgspec.structs.replace(stated, facts=(*stated.facts, yuan))


_MEANT = late_regex(r"[(（](?:单位:)?([美港欧日澳加新韩][元圆])[,，、]下同")


def _also_yuan(stated: Stated, unit: str) -> Stated:
    yuan = [Fact("number", f.value, "yuan") for f in stated.facts if f.unit in (unit, "dollars")]
    return msgspec.structs.replace(stated, facts=(*stated.facts, *yuan))


_FALL = late_regex(
    r"\b(?:f[ae]ll(?:s|en|ing)?|down|dropp?\w*|declin\w+|decreas\w+|loss\w*|lost|minus|negative|"
    r"below|shr[aiu]nk\w*|contract(?:ed|ing|s|ion)|slid\w*|slipp\w*|deficit|shed(?:s|ding)?"
    r"|eas(?:ed|es|ing)|ease(?=\s(?:by\s)?[0-9])|dip\w*|retreat\w*|plung\w+|slump\w*|tumbl\w+|sank|sinks?"
    r"|sinking|weaken\w*|narrow(?:s|ed|ing)|reduc\w+|cuts?|cutting|lower|less|fewer|plummet\w*)\b",
    re.IGNORECASE,
)


# the decline narrowed from 3.1 to 1.4 percent
_RATE_OF_FALL = late_regex(
    r"(?i:\b(?:decline|drop|fall|contraction|decrease|slump|slide|loss(?:es)?|deficit)\b[^.;]{0,50}?"
    r"\b(?:narrow|widen|eas|shr[aiu]nk|deepen|slow|moderat|worsen)\w*\b[^.;]{0,10}"
    r"(?:\sfrom\s[0-9.]{1,7}(?:%|\spercent|\sper\scent)?)?\sto\s\Z)"
)


def _fallen(stated: Stated) -> Stated:
    """``fell by 3.5%`` also means -3.5%."""
    below = [
        msgspec.structs.replace(fact, value=-fact.value)
        for fact in stated.facts
        if fact.kind in ("number", "share", "points")
    ]
    return msgspec.structs.replace(stated, facts=(*stated.facts, *below))
