"""The figures that an English text states, for comparison with the Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, lru_cache

import msgspec

from generator.figures.digits import ENGLISH as DIGIT_WORDS
from generator.figures.digits import stated_digits
from generator.figures.ellipsis import completed
from generator.figures.english_dates import HANDLERS, MOMENTS, WORDS
from generator.figures.english_figure import Stated, ordinal_facts, shared
from generator.figures.english_units import (
    BARE_POINTS,
    BASIS_POINTS,
    CURRENCIES,
    LATIN_UNITS,
    PER_MILLE,
    PERCENT,
    POINTS,
    SCALE,
    SCALE_WORDS,
    VULGAR,
    unit_after,
)
from generator.figures.figure import Fact
from generator.figures.numeral import bounded
from generator.figures.seconds import is_per_second, is_second_hand, past_hour
from generator.figures.spelling import SPELT, SPELT_WORDS, beginnings, spelt
from generator.patterns import late_regex

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
_CURRENCY = "|".join(
    re.escape(word).replace(r"\$", r"\s?\$" if len(word) == 3 else r"\$")
    for word in sorted(CURRENCIES, key=lambda word: (-len(word), word))
)

# Of these 3.5m are millions, not metres.
_MILLIONS = (
    "yuan|RMB|US|dollars|euros|pounds|tonnes?|tons?|people|visitors|visits|passengers|tourists|jobs"
    "|homes|households|vehicles|cars|hectares|barrels|units|users|customers|subscribers|students|trips"
)
_ADDRESS = r"(?P<address>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}\.\w+) |"
_TOKEN = rf"""
    (?:\b(?=[A-Za-z])|(?=[0-9$£€¥￥₩₽₹'’−-]))  # nothing begins within a word
    (?:%s {MOMENTS}
  | (?P<share>(?P<above>[0-9]+)/(?P<below>[0-9]+)(?![0-9/]))
  | (?P<nth>(?<![0-9.,])(?P<n>[0-9][0-9,]*)(?:st|nd|rd|th)\b)
  | (?P<manyth>(?P<so>[0-9]+(?:\.[0-9]+)?)[\s-](?P<nths>hundred|thousand|million|billion)th\b)
  | (?P<number>(?:(?P<cur>{_CURRENCY})\s?)?(?P<minus>(?<![^\s(])[-−])?(?P<digits>{DIGITS})
      (?P<vulgar>\s?[½¼¾⅓⅔])?(?:(?P<plus>\+)(?![0-9A-Za-z]))?
      (?P<scale>(?(cur)[mMbBkK]\b|(?:[mMbB]\b(?=\s(?:{_MILLIONS})\b)|B(?=[\s-](?:param|token))))|(?:[\s-]?(?:{SCALE}(?![A-Za-z])|mega(?=pixel)))*))
  | (?P<roman>\b(?:I{{2,3}}|I[VX]|VI{{1,3}}|XI{{1,3}}|XI?V)\b)
  | (?P<word>\b{SPELT}))
"""


_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
_SIGNS = [*(word for word in CURRENCIES if word[0].isalpha()), *_ROMAN[1:]]


_SIZE = rf"(?P<size>{DIGIT_WORDS}) |"


@cache
def _tokens(addressed: bool, sized: bool) -> re.Pattern[str]:
    """What is looked for; looking for addresses and for numbers of digits takes its time, and few
    texts have any."""
    rare = (_ADDRESS if addressed else "") + (_SIZE if sized else "")
    return re.compile(_TOKEN.replace("%s", rare), re.VERBOSE)


# Where a figure may begin. A word is looked up by its first letters: to try the whole pattern at
# every character took five times as long.
_BEGIN = late_regex("[A-Za-z]+|[0-9$£€¥￥₩₽₹'’−-]")


@cache
def _beginnings() -> frozenset[str]:
    return beginnings([*SPELT_WORDS, *WORDS, *_SIGNS])


# Characters of a sign before a number: more is a run of characters, which would be read again
# from its beginning at each of its numbers.
_LONGEST_SIGN = 64
# A sign such as G65, 5G, 2+2, COVID-19: no quantity.
_SIGN = late_regex(
    r"[A-Za-z]+[-]?[0-9][0-9A-Za-z]*(?:[.][0-9]+)?|[0-9A-Z]+(?:\+[0-9A-Z]+)+"
    rf"|[0-9]+(?:\.[0-9]+)?(?!(?:st|nd|rd|th|bn|mn|mln|bln|tn|trn|k|m|b|am|pm|s|pc|pp|x|X|B(?=[\s-](?:param|token))|[MB](?=\s(?:{_MILLIONS})\b)|A|Ah|mAh|GBs|MBs|TBs|{LATIN_UNITS})\b)"
    r"[A-Za-z][0-9A-Za-z]*"
)


def read_english(text: str) -> list[Stated]:
    """The figures of an English text in order: numbers in digits and words, shares, dates.

    The last texts are remembered, as the same one is read for several checks.
    """
    return list(_read_english(text))


@lru_cache(maxsize=512)
def _read_english(text: str) -> tuple[Stated, ...]:
    found: list[Stated] = []
    text = bounded(text)
    addressed = "@" in text or "://" in text or "www." in text
    sized = "digit" in text or "figure" in text
    tokens, words = _tokens(addressed, sized), _beginnings()
    at = 0
    for begin in _BEGIN.finditer(text):
        start = begin.start()
        if start < at:
            continue
        word = begin.group().lower()
        if word[:3] not in words and not addressed and word.isalpha():
            continue
        match = tokens.match(text, start)
        if match is None:
            continue
        sign = _sign_before(text, match)
        if sign is not None:
            found.extend(_in_sign(text, match.start(), sign))
            at = sign
            continue
        for stated in _HANDLERS[match.lastgroup or ""](text, match):
            found.append(stated)
        at = max(match.end(), found[-1].end if found else 0, at + 1)
    return tuple(completed(text, list(shared(text, found))))


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
    for match in re.finditer(r"[0-9]+(?:\.[0-9]{1,2}(?![0-9]))?", text[start:end]):
        place = (start + match.start(), start + match.end())
        yield Stated(
            *place, match.group(), (Fact("number", Fraction(match.group())),), optional=True
        )


_CURRENCY_WORD = late_regex(
    rf"(?:US|HK|NT|{'|'.join(word for word in CURRENCIES if word.isalpha())})\d"
)


def _number(text: str, match: re.Match[str]) -> Iterator[Stated]:
    digits = match["digits"].replace(",", "")
    # Of a whole number a fraction is made much faster than of its digits.
    value = Fraction(int(digits)) if digits.isdigit() else Fraction(digits)
    value += VULGAR.get((match["vulgar"] or "").strip(), 0)
    for word in re.findall(r"[A-Za-z]+", match["scale"] or ""):
        value *= SCALE_WORDS[word.lower()]
    if match["minus"]:
        value = -value
    currency = CURRENCIES.get((match["cur"] or "").replace(" ", ""), "")
    plain_year = (
        "," not in match["digits"] and value.denominator == 1 and 1000 <= value < 3000
        and not match["scale"] and not match["cur"]
    )  # fmt: skip
    stated = _measured(text, match.start(), match.end(), value, currency, plain_year)
    if match["cur"] in ("¥", "￥"):  # of yen too
        facts = (*stated.facts, Fact("number", value, "yen"))
        stated = msgspec.structs.replace(stated, facts=facts)
    yield stated


def _measured(
    text: str, start: int, stop: int, value: Fraction, unit: str = "", year: bool = False
) -> Stated:
    """The number with what follows it: a share, points or a unit."""
    end = stop
    after = end + 1 if text[end : end + 1] in (" ", "-", "\u00a0", "\n") else end
    points, percent = POINTS.match(text, after), PERCENT.match(text, after)
    basis = BASIS_POINTS.match(text, after)
    facts: tuple[Fact, ...]
    if basis:
        end, facts = basis.end(), (Fact("points", value / 100),)
    elif points:
        end, facts = points.end(), (Fact("points", value),)
    elif percent:
        end, facts = percent.end(), _share_facts(text, start, percent.end(), value)
    else:
        name, end = ("", end) if unit else unit_after(text, after, end)
        if name in _DEGREES and (cold := _BELOW_ZERO.match(text, end)):
            value, end = -abs(value), cold.end()
        facts = _amount_facts(text, start, end, value, unit or name)
        if year and not name:
            facts = (*facts, Fact("year", value))
        if BARE_POINTS.match(text, after):
            facts = (*facts, Fact("points", value))
        if PER_MILLE.match(text, after):
            facts = (*facts, Fact("share", value / 1000))
    optional = (value == 1 and facts[0].kind == "number") or bool(_SHAPE.match(text, end))
    return Stated(start, end, text[start:end], facts, optional)


_DEGREES = frozenset({"°C", "°F", "degrees"})
_BELOW_ZERO = late_regex(r"\s(?:below|under)\s(?:zero|freezing)\b")
_OFF_BY = late_regex(r"\bdiscount\sof\s(?:up\sto\s|about\s)?\Z")
_OFF = late_regex(r"\s(?:off\b|discount)")


def _share_facts(text: str, start: int, end: int, value: Fraction) -> tuple[Fact, ...]:
    if _OFF.match(text, end) or _OFF_BY.search(text[max(0, start - 20) : start]):
        return (Fact("off", value / 100),)
    return (Fact("share", value / 100),)


_NUMBERED = late_regex(r"\bNo\.\s?\Z")
_STRAIGHT = late_regex(r"\s(?:consecutive|straight|successive)\b")
_SHAPE = late_regex(r"-(?:dimensional|D\b|way|pronged|sided|piece|star|wheel)")
_MORE = late_regex(r"\s(?:more|higher|greater|larger|faster|longer|bigger)\b")
_BY = late_regex(
    r"\bby\s(?:more\sthan\s|over\s|nearly\s|almost\s|about\s|some\s)?(?:[0-9.]+\s?(?:to|-|–)\s?)?\Z"
)
_FACTOR = late_regex(r"\bfactor\sof\s\Z")
# A number of things: not of what stands before it (Building 2, No. 3).
_THINGS = late_regex(
    r"\s(?:(?!(?:of|in|on|at|for|to|and|or|per|by|from|with|among|out|that|is|was|has|as)\b)"
    r"[A-Za-z]+(?:-[a-z]+)*\s){0,3}(?!(?:is|was|has|its|this|as|us|does|goes|across|plus|times|class)\b)"
    r"[a-z]{2,}[b-hj-rt-z]?e?s\b"
    r"|\s(?:[A-Z][a-z]+['’]?s?\s){1,3}[A-Z][a-z]{2,}(?<!ss)(?<!us)(?<!is)s\b"
)
_NAMED = late_regex(
    r"(?:\b(?!(?:In|On|At|By|For|With|From|Of|The|All|Over|About|Some|After|Since|Only|Its|Their|These|Those"
    r"|And|But|Another|To|As|Nearly|Almost|When|While|Around|Just|During|Within|Among|Across)\b)[A-Z][\w-]*|\bNo\.|\b(?:number|rank(?:s|ed|ing)?|phase|line))\s\Z"
)


def _amount_facts(text: str, start: int, end: int, value: Fraction, unit: str) -> tuple[Fact, ...]:
    """What a number of the unit says besides: three times, by a factor of three, three expos."""
    fact = Fact("number", value, unit)
    before = text[max(0, start - 20) : start]
    if unit == "times":
        if _BY.search(before) or text.startswith(" above ", end):
            return (Fact("more", value),)
        more = (Fact("more", value),) if _MORE.match(text, end) else ()
        return (fact, Fact("fold", value), *more)
    if unit in ("minutes", "") and (times := tuple(past_hour(text, end, value))):
        return (fact, *times)
    if unit == "pounds sterling" and text[start] != "£" and "sterling" not in text[start:end]:
        return (fact, Fact("number", value, "lb"))
    if _NUMBERED.search(before):
        return (Fact("ordinal", value, text="No."),)
    if before.endswith(("one of ", "one of the ", "one of only ")) and not unit:
        return (Fact("number", value, text="count"),)
    if before.endswith(("top ", "first ")) and not unit:
        return (Fact("number", value, text="top"),)
    if _STRAIGHT.match(text, end):
        return (fact, Fact("ordinal", value))
    if not unit and _FACTOR.search(before):
        return (fact, Fact("fold", value))
    if not unit and _THINGS.match(text, end) and not _NAMED.search(before):
        return (Fact("number", value, text="count"),)
    return (fact,)


_OF_A_POINT = late_regex(
    r"[\s-](?:of\s)?(?:an?\s)?(?:(?:percentage|per\scent|percent)[\s-]?)?point\b(?!s)"
)
_OF = late_regex(r"\s(?:of\s)?")
_OF_A = late_regex(r"\sof\san?\s|[-\s](?=hour\b)")
# Of what halves, thirds and quarters are said: a quarter of an hour.
_PARTED = frozenset({
    "hours", "years", "hectares", "km", "kg", "t", "litres", "km2", "miles", "acres", "m", "mu",
    "minutes", "seconds", "yuan", "jin",
})  # fmt: skip


def _part_of_unit(
    text: str, end: int, facts: tuple[Fact, ...]
) -> tuple[tuple[Fact, ...], int] | None:
    """Three-quarters of an hour: so many hours, and so much of what it is a part of."""
    of = _OF_A.match(text, end)
    name, stop = unit_after(text, of.end(), of.end()) if of else ("", end)
    if name not in _PARTED:
        return None
    return (Fact("number", facts[0].value, name), facts[0]), stop


def _word(text: str, match: re.Match[str]) -> Iterator[Stated]:
    for word in spelt(text, match.start(), match.end()):
        if word.cardinal:
            stated = _measured(text, word.start, word.end, word.facts[0].value)
            yield msgspec.structs.replace(stated, optional=word.optional or stated.optional)
        else:
            said, facts = text[word.start : word.end], word.facts
            if facts[0].kind == "vague" and (of := _OF.match(text, word.end)):
                name, _ = unit_after(text, of.end(), of.end())
                facts = (msgspec.structs.replace(facts[0], unit=name),) if name else facts
            if facts[0].kind == "ordinal":
                if text.startswith(("-hand", " hand"), word.end):
                    continue
                if is_per_second(text, word.start, word.end):
                    continue
                facts = ordinal_facts(text, word.start, word.end, facts[0].value)
                if facts[0].value == 2 and is_second_hand(text, word.end):
                    word = msgspec.structs.replace(word, optional=True)
            elif facts[0].kind == "share" and (point := _OF_A_POINT.match(text, word.end)):
                points = (Fact("points", facts[0].value), Fact("number", facts[0].value))
                yield Stated(word.start, point.end(), text[word.start : point.end()], points)
                continue
            elif facts[0].kind == "share" and _OFF.match(text, word.end):
                facts = (Fact("off", facts[0].value),)
            elif facts[0].kind == "share" and (part := _part_of_unit(text, word.end, facts)):
                yield Stated(word.start, part[1], text[word.start : part[1]], part[0])
                continue
            elif facts[-1].kind == "ordinal":  # for a fourth year
                nth = ordinal_facts(text, word.start, word.end, facts[-1].value)
                facts = (*facts[:-1], *nth)
            yield Stated(word.start, word.end, said, facts, word.optional)


def _one(match: re.Match[str], *facts: Fact, optional: bool = False) -> Stated:
    return Stated(match.start(), match.end(), match.group(), facts, optional)


def _share(text: str, match: re.Match[str]) -> Iterator[Stated]:
    above, below = int(match["above"]), int(match["below"])
    if below > 100 or above > below:
        yield _one(match, Fact("number", Fraction(above)), Fact("year", Fraction(above)))
        yield _one(match, Fact("number", Fraction(below)), Fact("year", Fraction(below)))
    elif below:
        yield _one(match, Fact("share", Fraction(above, below)), Fact("label", text=match.group()))


def _nth(text: str, match: re.Match[str]) -> Iterator[Stated]:
    value = Fraction(match["n"].replace(",", ""))
    yield _one(match, *ordinal_facts(text, match.start(), match.end(), value), optional=value == 1)


def _manyth(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """The 7 millionth car."""
    value = Fraction(match["so"]) * SCALE_WORDS[match["nths"]]
    yield _one(match, *ordinal_facts(text, match.start(), match.end(), value))


def _nothing(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return iter(())


def _roman(text: str, match: re.Match[str]) -> Iterator[Stated]:
    yield _one(match, Fact("ordinal", Fraction(_ROMAN.index(match.group()) + 1)), optional=True)


_HANDLERS: dict[str, Callable[[str, re.Match[str]], Iterator[Stated]]] = HANDLERS | {
    "address": _nothing, "share": _share, "nth": _nth, "manyth": _manyth, "number": _number,
    "roman": _roman, "size": stated_digits, "word": _word,
}  # fmt: skip
