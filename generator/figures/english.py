"""The figures that an English text states, for comparison with the Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

import msgspec

from generator.figures.figure import Fact
from generator.figures.moment import MONTHS
from generator.figures.numeral import bounded
from generator.figures.spelling import SPELT, spelt
from generator.figures.stated import Stated, shared, with_leaning
from generator.figures.wording import (
    BARE_POINTS,
    CURRENCIES,
    PERCENT,
    POINTS,
    SCALE,
    SCALE_WORDS,
    VULGAR,
    unit_after,
)

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
_CURRENCY = r"US\$|HK\$|NT\$|A\$|C\$|RMB|CNY|USD|EUR|GBP|JPY|[¥￥€£$]"

_MONTH_NUMBERS = {name: i for i, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: i for name, i in _MONTH_NUMBERS.items()} | {"Sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=lambda n: (-len(n), n))) + r")(?![a-z])\.?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9%])"
_YEAR = r"(?:,?\s(?:of\s)?(?P<{}>[12][0-9]{{3}})(?![0-9]))?"
_TO = r"\s?(?:-|–|—|to|and|&)\s?(?:the\s)?"

_TOKENS = re.compile(
    rf"""
    (?:\b(?=[A-Za-z])|(?=[0-9$£€¥￥'’−-]))  # nothing begins within a word
    (?:(?P<address>(?:https?://|www\.)\S+|[\w.+-]{{1,64}}@[\w-]{{1,63}}\.\w+)
  | (?P<iso>(?<![0-9])[12][0-9]{{3}}-[01][0-9]-[0-3][0-9](?![0-9]))
  | (?P<dmy>(?<![0-9,.$])(?P<d1>{_DAY})(?:{_TO}(?P<d1b>{_DAY}))?\s(?:of\s)?(?P<m1>{_MONTH})
      {_YEAR.format("y1")})
  | (?P<mdy>(?<![A-Za-z])(?<!Long\s)(?P<m2>{_MONTH})\s(?P<d2>{_DAY})
      (?!,[0-9]{{3}}|\spercent|[0-9]|\.[0-9])
      (?:{_TO}(?P<d2b>{_DAY})(?!\s(?:{_MONTH}|percent)))?{_YEAR.format("y2")})
  | (?P<month>(?<![A-Za-z])(?P<m3>{_MONTH}){_YEAR.format("y3")})
  | (?P<clock>(?<![0-9:.])(?P<h>[0-2]?[0-9])(?:[:.](?P<min>[0-5][0-9])(?::[0-5][0-9])?)?\s?
      (?P<half>[ap]\.?m\b\.?)|(?<![0-9:])(?P<h2>[0-2]?[0-9]):(?P<min2>[0-5][0-9])(?![0-9:])
      (?::[0-5][0-9])?|(?P<h3>1?[0-9])\so['’]clock)
  | (?P<noon>\b(?:noon|midday|midnight)\b)
  | (?P<decade>(?<![0-9])(?P<ten>[12][0-9][0-9]0)['’]?s\b|['’]?(?<![0-9])(?P<short>[1-9]0)s\b)
  | (?P<years>(?<![0-9])(?P<from>[12][0-9]{{3}})[-–/](?P<till>[0-9]{{2}})(?![0-9]|[.,][0-9]))
  | (?P<share>(?P<above>[0-9]+)/(?P<below>[0-9]+)(?![0-9/]))
  | (?P<nth>(?<![0-9.,])(?P<n>[0-9][0-9,]*)(?:st|nd|rd|th)\b)
  | (?P<number>(?:(?P<cur>{_CURRENCY})\s?)?(?P<minus>(?<![^\s(])[-−])?(?P<digits>{DIGITS})
      (?P<vulgar>\s?[½¼¾⅓⅔])?(?:(?P<plus>\+)(?![0-9A-Za-z]))?
      (?P<scale>(?(cur)[mMbBkK]\b|[mb]\b(?=\s(?:yuan|US|dollars|euros)))|(?:[\s-]?{SCALE}(?![A-Za-z]))*))
  | (?P<roman>\b(?:I{{2,3}}|I[VX]|VI{{1,3}}|XI{{1,3}}|XI?V)\b)
  | (?P<word>\b{SPELT}))
    """,
    re.VERBOSE,
)
# Characters of a sign before a number: more is a run of characters, which would be read again
# from its beginning at each of its numbers.
_LONGEST_SIGN = 64
# A sign such as G65, 5G, 2+2, COVID-19: no quantity.
_SIGN = re.compile(
    r"[A-Za-z]+[-]?[0-9][0-9A-Za-z]*(?:[.][0-9]+)?|[0-9A-Z]+(?:\+[0-9A-Z]+)+"
    r"|[0-9]+(?:\.[0-9]+)?(?!(?:st|nd|rd|th|bn|mn|mln|bln|tn|trn|k|m|b|am|pm|s|km|cm|mm|nm|kg|ha|"
    r"GWh?|MWh?|kWh?|kV|m2|m3|km2|pp|fold)\b)[A-Za-z][0-9A-Za-z]*"
)


def read_english(text: str) -> list[Stated]:
    """The figures of an English text in order: numbers in digits and words, shares, dates."""
    found: list[Stated] = []
    text = bounded(text)
    at = 0
    while match := _TOKENS.search(text, at):
        sign = _sign_before(text, match)
        if sign is not None:
            found.extend(_in_sign(text, match.start(), sign))
            at = sign
            continue
        for stated in _HANDLERS[match.lastgroup or ""](text, match):
            found.append(stated)
        at = max(match.end(), found[-1].end if found else 0, at + 1)
    return [with_leaning(text, stated) for stated in shared(text, found)]


def _sign_before(text: str, match: re.Match[str]) -> int | None:
    """Where a sign ends that this match is only a part of."""
    if match.lastgroup not in ("number", "nth", "clock", "share", "years"):
        return None
    start = match.start()
    lowest = max(0, start - _LONGEST_SIGN)
    while (
        start > lowest
        and text[start - 1].isascii()
        and (text[start - 1].isalnum() or text[start - 1] in "+-")
    ):
        start -= 1
    for at in sorted({start, match.start()}):
        sign = _SIGN.match(text, at)
        if sign is None or sign.end() <= match.start() or _CURRENCY_WORD.match(sign.group()):
            continue
        if at == match.start() or sign.group()[0].isalpha() or "+" in sign.group():
            return max(sign.end(), match.start() + 1)
    return None


def _in_sign(text: str, start: int, end: int) -> Iterator[Stated]:
    """The numbers of a sign (``Shenzhou-13``, ``G20``), which may stand for a figure."""
    for match in re.finditer("[0-9]+", text[start:end]):
        place = (start + match.start(), start + match.end())
        yield Stated(*place, match.group(), (Fact("number", Fraction(match.group())),), weak=True)


_CURRENCY_WORD = re.compile(r"(?:US|HK|NT|RMB|CNY|USD|EUR|GBP|JPY)\d")


def _number(text: str, match: re.Match[str]) -> Iterator[Stated]:
    value = Fraction(match["digits"].replace(",", ""))
    value += VULGAR.get((match["vulgar"] or "").strip(), 0)
    for word in re.findall(r"[A-Za-z]+", match["scale"] or ""):
        value *= SCALE_WORDS[word.lower()]
    if match["minus"]:
        value = -value
    currency = CURRENCIES.get(match["cur"] or "", "")
    plain_year = (
        "," not in match["digits"] and value.denominator == 1 and 1000 <= value < 3000
        and not match["scale"] and not match["cur"]
    )  # fmt: skip
    stated = _measured(text, match.start(), match.end(), value, currency, plain_year)
    yield msgspec.structs.replace(stated, leaning=1) if match["plus"] else stated


def _measured(
    text: str, start: int, stop: int, value: Fraction, unit: str = "", year: bool = False
) -> Stated:
    """The number with what follows it: a share, points or a unit."""
    end = stop
    after = end + 1 if text[end : end + 1] in (" ", "-", "\u00a0", "\n") else end
    points, percent = POINTS.match(text, after), PERCENT.match(text, after)
    facts: tuple[Fact, ...]
    if points:
        end, facts = points.end(), (Fact("points", value),)
    elif percent:
        end, facts = percent.end(), (Fact("share", value / 100),)
    else:
        name, end = ("", end) if unit else unit_after(text, after, end)
        facts = (Fact("number", value, unit or name),)
        if year and not name:
            facts = (*facts, Fact("year", value))
        if BARE_POINTS.match(text, after):
            facts = (*facts, Fact("points", value))
    weak = value == 1 and facts[0].kind == "number"
    return Stated(start, end, text[start:end], facts, 0, weak)


def _word(text: str, match: re.Match[str]) -> Iterator[Stated]:
    for word in spelt(text, match.start(), match.end()):
        if word.cardinal:
            stated = _measured(text, word.start, word.end, word.facts[0].value)
            yield msgspec.structs.replace(stated, weak=word.weak)
        else:
            said = text[word.start : word.end]
            yield Stated(word.start, word.end, said, word.facts, 0, word.weak)


def _one(match: re.Match[str], *facts: Fact, weak: bool = False) -> Stated:
    return Stated(match.start(), match.end(), match.group(), facts, 0, weak)


def _day_number(text: str | None) -> int:
    return int(re.sub(r"\D", "", text)) if text else 0


def _dates(
    match: re.Match[str], month: str, first: str, second: str | None, year: str | None
) -> Iterator[Stated]:
    m = _MONTH_NUMBERS[month.rstrip(".")]
    for day in filter(None, (_day_number(first), _day_number(second))):
        yield _one(match, Fact("date", Fraction(100 * m + day)))
    if year:
        yield _one(match, Fact("year", Fraction(year)))


def _iso(text: str, match: re.Match[str]) -> Iterator[Stated]:
    y, m, d = match["iso"].split("-")
    yield _one(match, Fact("date", Fraction(100 * int(m) + int(d))))
    yield _one(match, Fact("year", Fraction(y)))


def _dmy(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return _dates(match, match["m1"], match["d1"], match["d1b"], match["y1"])


def _mdy(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return _dates(match, match["m2"], match["d2"], match["d2b"], match["y2"])


_BEFORE_MONTH = re.compile(
    rf"(?:{_MONTH}[-–]|\b(?:in|since|from|by|of|until|till|last|this|next|early|mid|late|to|"
    r"through|and|during|between|end|before|after|for)[\s-]|[–/(])\Z",
    re.IGNORECASE,
)


def _month_alone(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """A month; May, March and names of people that look like one are not held to be added."""
    name = match["m3"].rstrip(".")
    sure = match["y3"] or _BEFORE_MONTH.search(text[: match.start()])
    weak = name in ("May", "March", "Mar", "Jan", "Jun") and not sure
    yield _one(match, Fact("month", Fraction(_MONTH_NUMBERS[name])), weak=weak)
    if match["y3"]:
        yield _one(match, Fact("year", Fraction(match["y3"])))


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
    yield _one(match, *facts)


def _noon(text: str, match: re.Match[str]) -> Iterator[Stated]:
    minutes = 0 if match["noon"] == "midnight" else 720
    yield _one(match, Fact("time", Fraction(minutes)), weak=True)


def _decade(text: str, match: re.Match[str]) -> Iterator[Stated]:
    yield _one(match, Fact("decade", Fraction(match["ten"] or f"19{match['short']}")))


def _years(text: str, match: re.Match[str]) -> Iterator[Stated]:
    first = int(match["from"])
    yield _one(match, Fact("year", Fraction(first)))
    yield _one(match, Fact("year", Fraction(first - first % 100 + int(match["till"]))))


def _share(text: str, match: re.Match[str]) -> Iterator[Stated]:
    above, below = int(match["above"]), int(match["below"])
    if below > 100 or above > below:
        yield _one(match, Fact("number", Fraction(above)), Fact("year", Fraction(above)))
        yield _one(match, Fact("number", Fraction(below)), Fact("year", Fraction(below)))
    elif below:
        yield _one(match, Fact("share", Fraction(above, below)), Fact("label", text=match.group()))


def _nth(text: str, match: re.Match[str]) -> Iterator[Stated]:
    value = Fraction(match["n"].replace(",", ""))
    yield _one(match, Fact("ordinal", value), weak=value == 1)


def _nothing(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return iter(())


_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()


def _roman(text: str, match: re.Match[str]) -> Iterator[Stated]:
    yield _one(match, Fact("ordinal", Fraction(_ROMAN.index(match.group()) + 1)), weak=True)


_HANDLERS: dict[str, Callable[[str, re.Match[str]], Iterator[Stated]]] = {
    "address": _nothing, "iso": _iso, "dmy": _dmy, "mdy": _mdy, "month": _month_alone,
    "clock": _clock, "noon": _noon, "decade": _decade, "years": _years, "share": _share,
    "nth": _nth, "number": _number, "roman": _roman, "word": _word,
}  # fmt: skip
