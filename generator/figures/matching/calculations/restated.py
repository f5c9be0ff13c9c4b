"""Figures that an editor restates by arithmetic: "no fewer than 720 of the 1,200" for 不少于六成,
"21 percent" for 每百名21名, "1.25 yuan a share" for 每10股3元, "two and a half times as many" for
a former level, "150,000 yuan over three years" for 每年5万元, "19 of the 86" for 22.1%.

Each result is exact, or has the hedge of the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from generator.figures.chinese.hedges import chinese_hedge
from generator.figures.context.direction import chinese_direction
from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees, expresses
from generator.figures.matching.texts import Found, Texts, Told, found_by
from generator.figures.shared.figure import Fact, Figure, only_value
from generator.figures.shared.hedge import AGAINST
from generator.figures.shared.numeral import last_place
from generator.figures.shared.units import same_sort
from generator.patterns import late_regex

_WHOLES = frozenset({"money", "measure", "count", "duration"})


def restated_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` figures that the English restates by arithmetic, and the ids of
    the English figures that do so.
    """
    ways = (
        _hedged, _per_one, _multiplied, _by_part, _in_total, _equal_parts, _shares_told,
    )  # fmt: skip
    return found_by(told for way in ways for told in way(texts))


def _says(one: Stated, value: Fraction, unit: str) -> bool:
    fact = Fact("number", value, unit)
    return any(agrees(fact, found) for found in one.facts)


def _hedged(texts: Texts) -> Iterator[Told]:
    """A share with a hedge as the number that it comes to, and a change as the former level, where
    one of the two levels is rough.
    """
    for figure in texts.missing if texts.spare else ():
        hedge = chinese_hedge(texts.text, figure)
        for other in texts.kept:
            whole = only_value(other)
            if whole is None or other.kind not in _WHOLES:
                continue
            share = only_value(figure, "share")
            exact = figure.kind == "fraction" and not hedge
            results = []
            if share is not None and (hedge or exact) and share < 1:
                results = [whole * share]
            if figure.kind == other.kind and figure.unit == other.unit and not results:
                results = _levels(texts.text, figure, other)
            for one in texts.spare:
                if any(_says(one, value, other.facts[0][0].unit) for value in results):
                    own = english_hedge(texts.english, one.start, one.end)
                    rough = "about" in (hedge, chinese_hedge(texts.text, other))
                    if (own or rough or exact) and own not in (
                        AGAINST[hedge] if share else _LEANING
                    ):
                        yield figure, (one,)


_LEANING = frozenset({"over", "least", "nearly", "below", "most"})


def _levels(text: str, figure: Figure, other: Figure) -> list[Fraction]:
    """The change between two levels, or the level before a change, if one of the two is rough."""
    value, level = only_value(figure), only_value(other)
    if value is None or level is None or not figure.unit:
        return []
    if "about" not in (chinese_hedge(text, figure), chinese_hedge(text, other)):
        return []
    sign = chinese_direction(text, figure)
    former = [level - sign * value] if sign else []
    return [abs(value - level), *former] if value != level else former


_EACH = late_regex(r"每(?:一)?\Z")
_RATE = late_regex(r"(?i:(?:\sin\s[a-z]+)?\s(?:an?|per|each|every|for\s(?:every|each))\s[a-z]+)")
_NEXT, _BASES = 3, frozenset(Fraction(10**power) for power in range(1, 7))
_LONG = 24


def _per_one(texts: Texts) -> Iterator[Told]:
    """每百名21名 as 21 percent, 每10股12.5元 as 1.25 yuan a share."""
    for place, base in enumerate(texts.figures):
        of = only_value(base)
        if not of or of == 1 or not _EACH.search(texts.text, 0, base.start):
            continue
        for rate in texts.figures[place + 1 : place + 1 + _NEXT]:
            each = only_value(rate)
            gap = texts.text[base.end : rate.start]
            if id(rate) not in texts.lost or not each or any(mark in gap for mark in "。；"):
                continue
            part = rate.kind == base.kind == "count" and each < of and len(gap) < _LONG
            for one in texts.spare:
                share = part and any(f.kind == "share" and f.value == each / of for f in one.facts)
                single = (
                    of in _BASES
                    and _says(one, each / of, rate.facts[0][0].unit)
                    and _RATE.match(texts.english, one.end) is not None
                )
                if share or single:
                    yield base, (one,)
                    yield rate, (one,)


def _multiplied(texts: Texts) -> Iterator[Told]:
    """The former level as "two and a half times as many"."""
    for figure in texts.missing:
        value = only_value(figure)
        if not value or figure.qualifier or figure.kind not in _WHOLES:
            continue
        for one in texts.spare:
            times = {fact.value for fact in one.facts if fact.kind == "fold"}
            if times and any(
                other.kind == figure.kind
                and other.unit == figure.unit
                and not other.qualifier
                and (level := only_value(other)) is not None
                and level / value in times
                for other in texts.kept
            ):
                yield figure, (one,)


def _by_part(texts: Texts) -> Iterator[Told]:
    """The former level by the share that it changed by: "4,000 yuan, a third more"."""
    for figure in texts.missing:
        value = only_value(figure)
        if not value or figure.qualifier or figure.kind not in _WHOLES:
            continue
        levels = [
            level for other in texts.kept
            if other.kind == figure.kind and same_sort(other.unit, figure.unit)
            and not other.qualifier
            and (level := only_value(other))
        ]  # fmt: skip
        for one in texts.spare:
            shares = {fact.value for fact in one.facts if fact.kind in ("share", "off")}
            if shares and any(
                (
                    (level > value and level / value - 1 in shares)
                    and _moved(texts.english, one, _UP)
                )
                or (
                    (level < value and 1 - level / value in shares)
                    and _moved(texts.english, one, _DOWN)
                )
                for level in levels
            ):
                yield figure, (one,)


_UP = late_regex(
    r"(?i:\b(?:more|higher|up|rise|rises|rose|increase|longer|larger|bigger|dearer|raised?|gr[eo]wn?|increased|climbed|jumped|expanded|extra|again)\b)"
)
_DOWN = late_regex(
    r"(?i:\b(?:less|lower|down|fewer|fall|falls|fell|cut|cheaper|shorter|smaller|off|drops?|dropped|reduced|shrank|shrunk|declined|narrowed)\b)"
)


def _moved(english: str, one: Stated, words: re.Pattern[str]) -> bool:
    return words.search(english, max(0, one.start - 30), one.end + 24) is not None


_RATED = late_regex(r"每人?(?P<unit>[年月周天日])(?:可?[领享获补发给予]*|补贴|补助|奖励|发放)?\Z")
_UNITS = {"年": "years", "月": "months", "周": "weeks", "天": "days", "日": "days"}
_TOTAL = late_regex(
    r"(?i:\b(?:over|across|in\s(?:all|total)|total\w*|altogether|spread|for\sthe|within|after|during)\b)"
)
_AROUND = 48


def _in_total(texts: Texts) -> Iterator[Told]:
    """每年5万元, 连补3年 as "150,000 yuan spread over three years"."""
    for figure in texts.missing:
        rated = _RATED.search(texts.text, max(0, figure.start - 10), figure.start)
        value = only_value(figure) if rated and figure.kind == "money" else None
        if rated is None or value is None:
            continue
        terms = [t for f in texts.kept if f.unit == _UNITS[rated["unit"]] and (t := only_value(f))]
        for one in texts.spare:
            if any(_says(one, value * term, figure.unit) for term in terms) and _TOTAL.search(
                texts.english, one.end, one.end + _AROUND
            ):
                yield figure, (one,)


_TOGETHER = late_regex(
    r"(?i:\b(?:combined|together|altogether|in\s(?:all|total)|total\w*|between\sthem|jointly|aggregate)\b)"
)
_NUMBERS = {2: "two|both|pair|twin", 3: "three|all\\sthree|trio", 4: "four|all\\sfour", 5: "five"}


def _equal_parts(texts: Texts) -> Iterator[Told]:
    """Two lines of 60,000 tonnes each as "both lines, with a combined capacity of 120,000"."""
    for figure in texts.missing:
        value = only_value(figure)
        same = [f for f in texts.missing if f.facts == figure.facts and f.kind == figure.kind]
        words = _NUMBERS.get(len(same))
        if not value or words is None or figure.kind not in _WHOLES or same[0] is not figure:
            continue
        if not late_regex(rf"(?i:\b(?:{words})\b)").search(texts.english):
            continue
        for one in texts.spare:
            near = max(0, one.start - _AROUND), one.end + _AROUND
            if _says(one, value * len(same), figure.facts[0][0].unit) and _TOGETHER.search(
                texts.english, *near
            ):
                yield from ((part, (one,)) for part in same)


_OUT_OF = late_regex(
    r"(?i:(?:\s[a-z]+)?\s(?:out\s)?of\s(?:(?:the|all|its|their|some)\s)?(?:[a-z]+\s)?)"
)
# Forty-one percent of 46 web shops, or 19 of them
_OF, _OF_THEM = (
    late_regex(r"\sof\s(?:(?:the|its|their|all)\s)?\Z"),
    late_regex(r"(?i:\sof\s(?:them|these|those|which)\b)"),
)
_HALF_A_POINT = Fraction(1, 200)


def _shares_told(texts: Texts) -> Iterator[Told]:
    """22.1% as "19 of the 86", also with "22 percent" beside it."""
    for figure in texts.missing:
        share = only_value(figure, "share") if figure.kind == "percent" else None
        if not share or figure.qualifier:
            continue
        step = last_place(share)
        for one, all_ in pairwise([one for one in texts.stated if one.text.lower() != "one"]):
            part, whole = one.facts[0], all_.facts[0]
            if not (part.kind == whole.kind == "number" and part.value > 0 < whole.value):
                continue
            if not _OUT_OF.fullmatch(texts.english, one.end, all_.start):
                if not _OF_THEM.match(texts.english, all_.end) or not _OF.search(
                    texts.english, max(0, one.start - 10), one.start
                ):
                    continue
                part, whole = whole, part
            if abs(part.value / whole.value - share) > step / 2:
                continue
            if all(any(expresses(f, said) for f in texts.kept) for said in (one, all_)):
                yield figure, tuple(said for said in texts.stated if _is_whole_percent(said, share))


def _is_whole_percent(stated: Stated, share: Fraction) -> bool:
    fact = stated.facts[0]
    return (
        fact.kind == "share"
        and (fact.value * 100).denominator == 1
        and abs(fact.value - share) <= _HALF_A_POINT
    )
