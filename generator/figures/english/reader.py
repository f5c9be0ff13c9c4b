"""Reads the figures of an English text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, lru_cache

from generator.figures.english.dates import HANDLERS, MOMENTS, WORDS
from generator.figures.english.digit_counts import DIGIT_COUNT as DIGIT_WORDS
from generator.figures.english.digit_counts import stated_digits
from generator.figures.english.ellipsis import completed
from generator.figures.english.names_of_change import without_names_of_change
from generator.figures.english.number_words import SPELT, SPELT_WORDS, beginnings
from generator.figures.english.numbers import read_number, read_words
from generator.figures.english.stated import Stated, as_stated, ordinal_facts, with_shared_parts
from generator.figures.english.units import (
    CURRENCIES,
    LATIN_UNITS,
    SCALE,
    SCALE_WORDS,
)
from generator.figures.shared.figure import Fact
from generator.figures.shared.normal import bounded
from generator.patterns import late_regex

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
_CURRENCY = "|".join(
    re.escape(read_words).replace(r"\$", r"\s?\$" if len(read_words) == 3 else r"\$")
    for read_words in sorted(CURRENCIES, key=lambda read_words: (-len(read_words), read_words))
)

# Currencies with which 3.5m is millions, not metres.
_MILLIONS = (
    "yuan|RMB|US|dollars|euros|pounds|tonnes?|tons?|people|visitors|visits|passengers|tourists|jobs"
    "|homes|households|vehicles|cars|hectares|barrels|units|users|customers|subscribers|students|trips"
)
# ¥200K-500K
_TO_K = "|".join(rf"(?<=[kKmMbB][-–][0-9]{{{n}}})[kKmMbB]\b" for n in (1, 2, 3))
_AFTER_K = late_regex(r"[0-9][kKmMbB][-–]\Z")
# What follows a whole number in digits before its unit of time: 11 and a half years.
_HALF_MORE = (
    r"[\s-]and[\s-](?:a[\s-](?:half|quarter)|three[\s-]quarters)"
    r"(?=[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|times|points)\b)"
)
_ADDRESS = r"(?P<address>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}\.\w+) |"
_TOKEN = rf"""
    (?:\b(?=[A-Za-z])|(?=[0-9$£€¥￥₩₽₹'’−-]))  # nothing begins within a word
    (?:%s {MOMENTS}
  | (?P<share>(?P<above>[0-9]+)/(?P<below>[0-9]+)(?![0-9/]))
  | (?P<nth>(?<![0-9.,])(?P<n>[0-9][0-9,]*)(?:st|nd|rd|th)\b)
  | (?P<manyth>(?P<so>[0-9]+(?:\.[0-9]+)?)[\s-](?P<nths>hundred|thousand|million|billion)th\b)
  | (?P<number>(?:(?P<cur>{_CURRENCY})\s?)?(?P<minus>(?<![^\s(])[-−])?(?P<digits>{DIGITS})
      (?P<vulgar>\s?[½¼¾⅓⅔]|{_HALF_MORE})?(?:(?P<plus>\+|-plus(?=\s(?:percent|per\scent)\b))(?![0-9A-Za-z]))?
      (?P<scale>(?:{_TO_K})|(?(cur)[mMbBkK]\b|(?:\s?[mMbB]\b(?=[\s-](?:{_MILLIONS})\b)|B(?=[\s-](?:param|token))))|(?:[\s-]?(?:{SCALE}(?![A-Za-z])|mega(?=pixel)))*))
  | (?P<roman>\b(?:I{{2,3}}|I[VX]|VI{{1,3}}|XI{{1,3}}|XI?V)\b)
  | (?P<word>\b{SPELT}))
"""


_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
_SIGNS = [*(read_words for read_words in CURRENCIES if read_words[0].isalpha()), *_ROMAN[1:]]


_SIZE = rf"(?P<size>{DIGIT_WORDS}) |"


@cache
def _tokens(addressed: bool, sized: bool) -> re.Pattern[str]:
    """The pattern of all figures. Addresses (``addressed``) and numbers of digits (``sized``) are
    left out if the text has none, because they take time.
    """
    rare = (_ADDRESS if addressed else "") + (_SIZE if sized else "")
    return re.compile(_TOKEN.replace("%s", rare), re.VERBOSE)


# Scales and units in capitals, as in headlines: 30 Billion Yuan, 12 Per Cent.
_TITLED = late_regex(
    r"\b(?:Hundred|Thousand|Million|Billion|Trillion|Per\s[Cc]ent|Percent|Percentage|Yuan|Dollars|Euros"
    r"|Tonnes?|Tons?|Kilograms?|Kilometres?|Kilometers?|Metres?|Meters?|Hectares?|Acres?|Mu|Square|Cubic"
    r"|Litres?|Liters?|Degrees|Kilowatts?|Megawatts?|Gigawatts?|Hours?|Days?|Weeks?|Months?|Years?|People"
    r"|Households|Jobs|Points?|Fold|Times|Units|Minutes?)(?![a-z])"
)


# Characters that a case-insensitive pattern takes for other letters: the long s, the Kelvin sign,
# and the i without and with a dot in Turkish.
_LETTERS = str.maketrans("ſ\u212a\u0131\u0130", "sKiI")


def lower_case_units(text: str) -> str:
    """The text with its scales and units in lower case, so that headlines are read like other text,
    and with plain letters for those that look like them to a pattern. The length stays the same.
    """
    if not text.isascii():
        text = text.translate(_LETTERS)
    text = without_names_of_change(text)
    if not _TITLED.search(text):
        return text
    return _TITLED.sub(lambda read_words: read_words.group().lower(), text)


# Where a figure may begin. A word is looked up by its first letters, because trying the whole
# pattern at every character takes five times as long.
_BEGIN = late_regex("[A-Za-z]+|[0-9$£€¥￥₩₽₹'’−-]")


@cache
def _beginnings() -> frozenset[str]:
    return beginnings([*SPELT_WORDS, *WORDS, *_SIGNS])


# The longest label before a number: a longer run of characters would be read again from its
# beginning at each of its numbers.
_LONGEST_LABEL = 64
# A label such as G65, 5G, 2+2, COVID-19: no quantity.
_LABEL = late_regex(
    r"[A-Za-z]+[-]?[0-9][0-9A-Za-z]*(?:[.][0-9]+)?|[0-9A-Z]+(?:\+[0-9A-Z]+)+"
    rf"|[0-9]+(?:\.[0-9]+)?(?!(?:st|nd|rd|th|bn|mn|mln|bln|tn|trn|k|m|b|am|pm|s|pc|pp|x|X|B(?=[\s-](?:param|token))|[MB](?=[\s-](?:{_MILLIONS})\b)|A|Ah|mAh|GBs|MBs|TBs|{LATIN_UNITS})\b)"
    r"[A-Za-z][0-9A-Za-z]*"
)


def read_english(text: str) -> list[Stated]:
    """The figures of an English text in order: numbers in digits and words, percentages, dates.

    The last results are cached, because several checks read the same text.
    """
    return list(_read_english(text))


@lru_cache(maxsize=512)
def _read_english(text: str) -> tuple[Stated, ...]:
    found: list[Stated] = []
    text = lower_case_units(bounded(text))
    addressed = "@" in text or "://" in text or "www." in text
    sized = "digit" in text or "figure" in text
    tokens, words = _tokens(addressed, sized), _beginnings()
    at = 0
    for begin in _BEGIN.finditer(text):
        start = begin.start()
        if start < at:
            continue
        read_words = begin.group().lower()
        if read_words[:3] not in words and not addressed and read_words.isalpha():
            continue
        match = tokens.match(text, start)
        if match is None:
            continue
        sign = _label_end(text, match)
        if sign is not None:
            found.extend(_in_label(text, match.start(), sign))
            at = sign
            continue
        for stated in _HANDLERS[match.lastgroup or ""](text, match):
            found.append(stated)
        at = max(match.end(), found[-1].end if found else 0, at + 1)
    return tuple(completed(text, list(with_shared_parts(text, found))))


def _label_end(text: str, match: re.Match[str]) -> int | None:
    """The end of the label of which the match is only a part; None if it is not part of one."""
    if match.lastgroup not in ("number", "nth", "clock", "share", "years"):
        return None
    start = match.start()
    if _AFTER_K.search(text, max(0, start - 3), start):
        return None
    lowest = max(0, start - _LONGEST_LABEL)
    while (
        start > lowest
        and text[start - 1].isascii()
        and (text[start - 1].isalnum() or text[start - 1] in "+-")
    ):
        start -= 1
    for at in sorted({start, match.start()}):
        sign = _LABEL.match(text, at)
        if sign is None or sign.end() <= match.start() or _CURRENCY_WORD.match(sign.group()):
            continue
        if at == match.start() or sign.group()[0].isalpha() or "+" in sign.group():
            return max(sign.end(), match.start() + 1)
    return None


def _in_label(text: str, start: int, end: int) -> Iterator[Stated]:
    """The numbers of a label (``Shenzhou-13``, ``G20``), which may express a figure."""
    for match in re.finditer(r"[0-9]+(?:\.[0-9]{1,2}(?![0-9]))?", text[start:end]):
        place = (start + match.start(), start + match.end())
        yield Stated(
            *place, match.group(), (Fact("number", Fraction(match.group())),), optional=True
        )


_CURRENCY_WORD = late_regex(
    rf"(?:US|HK|NT|{'|'.join(word for word in CURRENCIES if word.isalpha())})\d"
)


def _share(text: str, match: re.Match[str]) -> Iterator[Stated]:
    above, below = int(match["above"]), int(match["below"])
    if below > 100 or above > below:
        yield as_stated(match, Fact("number", Fraction(above)), Fact("year", Fraction(above)))
        yield as_stated(match, Fact("number", Fraction(below)), Fact("year", Fraction(below)))
    elif below:
        yield as_stated(
            match, Fact("share", Fraction(above, below)), Fact("label", text=match.group())
        )


def _nth(text: str, match: re.Match[str]) -> Iterator[Stated]:
    value = Fraction(match["n"].replace(",", ""))
    yield as_stated(
        match, *ordinal_facts(text, match.start(), match.end(), value), optional=value == 1
    )


def _manyth(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """The 7 millionth car."""
    value = Fraction(match["so"]) * SCALE_WORDS[match["nths"]]
    yield as_stated(match, *ordinal_facts(text, match.start(), match.end(), value))


def _nothing(text: str, match: re.Match[str]) -> Iterator[Stated]:
    return iter(())


def _roman(text: str, match: re.Match[str]) -> Iterator[Stated]:
    yield as_stated(
        match, Fact("ordinal", Fraction(_ROMAN.index(match.group()) + 1)), optional=True
    )


_HANDLERS: dict[str, Callable[[str, re.Match[str]], Iterator[Stated]]] = HANDLERS | {
    "address": _nothing, "share": _share, "nth": _nth, "manyth": _manyth, "number": read_number,
    "roman": _roman, "size": stated_digits, "word": read_words,
}  # fmt: skip
