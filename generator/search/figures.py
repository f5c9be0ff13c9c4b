"""Figures as search terms: the same term for the same number and unit in both languages.

``28.95 billion yuan`` and ``289.5亿元`` are the same figure, with the terms ``=28950000000`` and
``=28950000000 yuan``. ``search-figures.js`` parses figures in queries and passages in the same way,
so the rules are simple: digits, Chinese numerals, and English number words with a magnitude; units
that are common in news. A range has its unit and its magnitude once (3至5亿元, 8.5 to 9 percent):
both figures get them. Years, and small numbers without a unit, have no such terms: they are found
by their digits.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from generator.patterns import late_regex

# The name of a unit, the power of ten by which it differs from its base unit, and a pattern of its
# forms in a folded text. The first match counts. search-figures.js has the same list.
UNITS: Final = (
    ("%", 0, "%|percent(?!a)|per cent"),
    ("points", 0, "个百分点|percentage points?"),
    ("usd", 0, "美元|美金|us dollars?|usd"),
    ("hkd", 0, "港元|港币|hong kong dollars?"),
    ("twd", 0, "new taiwan dollars?|twd|ntd"),
    ("mop", 0, "patacas?|mop"),
    ("eur", 0, "欧元|euros?"),
    ("yuan", 0, "元|人民币|yuan|rmb|cny"),
    ("m2", 4, "公顷|hectares?|ha"),
    ("m2", 6, "平方公里|square kilomet(?:re|er)s?|sq km|km2"),
    ("m2", 0, "平方米|平米|平方公尺|square met(?:re|er)s?|sq m|m2"),
    ("mu", 0, "亩|mu"),
    ("m", 3, "公里|千米|kilomet(?:re|er)s?|km"),
    ("m", 0, "米|公尺|met(?:re|er)s?"),
    ("kg", 3, "吨|公吨|(?:metric )?tons?|tonnes?"),
    ("kg", 0, "公斤|千克|kilograms?|kg"),
    ("kwh", 6, "吉瓦时|gwh"),
    ("kwh", 3, "兆瓦时|mwh"),
    ("kwh", 0, "千瓦时|千瓦小时|度电|kilowatt[ -]?hours?|kwh"),
    ("kw", 6, "吉瓦|gw"),
    ("kw", 3, "兆瓦|mw"),
    ("kw", 0, "千瓦|kilowatts?|kw"),
)
_POWERS: Final = {
    "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9,
    "百亿": 10, "千亿": 11, "万亿": 12, "hundred": 2, "thousand": 3, "million": 6, "mn": 6,
    "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "两": 2,
}  # fmt: skip
_WORDS: Final = {
    word: str(value)
    for word, value in zip(
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
        " sixty seventy eighty ninety".split(),
        (*range(1, 13), *range(20, 100, 10)),
        strict=True,
    )
}
_NUMBERS: Final = tuple(_WORDS)
_MONEY: Final = {
    "$": "usd", "us$": "usd", "hk$": "hkd", "nt$": "twd", "mop$": "mop", "€": "eur", "¥": "yuan",
    "rmb": "yuan",
}  # fmt: skip
_UNIT: Final = "|".join(
    f"(?P<u{number}>(?:{written}){'(?![a-z])'})" for number, (_, _, written) in enumerate(UNITS)
)
_FIGURE: Final = late_regex(
    r"(?:(?P<digits>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    r"(?: ?[余多来]?(?P<han>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦])|百(?!分))"
    r"|[ -]?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|tn)(?![a-z]))?"
    r"|百分之(?P<share>[0-9]+(?:\.[0-9]+)?|[〇零一二三四五六七八九十百两]+(?:点[〇零一二三四五六七八九]+)?)"
    r"|(?P<numeral>[〇零一二三四五六七八九十百千万亿两]{2,})"
    rf"|(?P<word>{'|'.join(_WORDS)})[ -](?P<times>hundred|thousand|million|billion|trillion)"
    r"(?![a-z]))"
    rf"[余多来]?(?:[ -]?(?:{_UNIT}))?"
)
# Where a figure may begin; the large pattern is tried only there, since most of a text has no
# figures. A search is fastest if its pattern begins with a single character class.
_HAN_DIGITS: Final = "〇零一二三四五六七八九十百千万亿两"
_CHINESE_START: Final = f"[0-9{_HAN_DIGITS}](?:(?<=[0-9])|(?=[{_HAN_DIGITS}]|分之))"
_START: Final = late_regex(_CHINESE_START)
_TIMES: Final = late_regex("hundred|thousand|[mbt]r?illion")
_ANY_START: Final = late_regex(
    rf"{_CHINESE_START}|\b(?:{'|'.join(_WORDS)})[ -](?=hundred|thousand|million|billion|trillion)"
)
# What stands between the two figures of a range.
_RANGE: Final = late_regex(" ?(?:[-~至到]|(?:to|and)(?= )) ?")
_YEAR: Final = late_regex("(?:19|20)[0-9]{2}")
# Longer runs of numerals are no figure.
_LONGEST: Final = 100
_BEFORE: Final = late_regex(r"(us\$|hk\$|nt\$|mop\$|\$|€|¥|rmb ?)$|[0-9a-z.,\ufffc\ufffd]$")
# A number beside one of these is a part of another one, of which a character was lost.
_LOST: Final = ("\ufffc", "\ufffd")


class Figure(NamedTuple):
    """A figure in a folded text (``text[start:end]``) with its search ``terms``, the one with the
    unit last."""

    start: int
    end: int
    terms: tuple[str, ...]


class _Read(NamedTuple):
    """A figure as it is written: a decimal number or Chinese numeral, its scale and its unit."""

    start: int
    end: int
    number: str
    scale: str
    unit: str
    power: int


def figures_in(folded: str) -> list[Figure]:
    """The figures of a folded text that have terms of their own, in order."""
    found = []
    for one in _in_ranges(_read(folded), folded):
        terms = _terms(one)
        if terms:
            found.append(Figure(one.start, one.end, terms))
    return found


def _read(folded: str) -> list[_Read]:
    found = []
    start = _ANY_START if _has_words(folded) else _START
    first = start.search(folded)
    while first:
        match = _FIGURE.match(folded, first.start())
        if match is None:
            first = start.search(folded, first.end())
            continue
        before = _BEFORE.search(folded, max(0, match.start() - 4), match.start())
        # Skip a number inside a word or a longer number.
        lost = folded.startswith(_LOST, match.end())
        if not lost and (before is None or before[1]):
            found.append(_figure(match, before[1] if before else ""))
        first = start.search(folded, match.end())
    return found


def _has_words(folded: str) -> bool:
    """Whether the text may have a number in words, which needs a slower search."""
    if not any(word in folded for word in ("illion", "hundred", "thousand")):
        return False
    ends = (match.start() - 1 for match in _TIMES.finditer(folded))
    return any(end > 0 and folded.endswith(_NUMBERS, 0, end) for end in ends)


def _figure(match: re.Match[str], money: str) -> _Read:
    number = match["digits"] or match["numeral"] or match["share"] or _WORDS[match["word"]]
    scale = match["han"] or match["scale"] or match["times"] or ""
    # The groups of the units are the last ones of the pattern.
    which = (match.lastindex or 0) - _FIGURE.groups + len(UNITS) - 1
    unit, power = UNITS[which][:2] if which >= 0 else (_MONEY.get(money.strip(), ""), 0)
    if match["share"]:
        unit, power = "%", 0
    return _Read(match.start() - len(money), match.end(), number, scale, unit, power)


def _in_ranges(read: list[_Read], folded: str) -> list[_Read]:
    """The same figures, those of ranges with the scale and unit that both have."""
    for place in range(1, len(read)):
        one, other = read[place - 1 : place + 1]
        between = _RANGE.match(folded, one.end)
        if between is None or between.end() != other.start or _YEAR.fullmatch(one.number):
            continue
        if one.unit and other.unit and one.unit != other.unit:
            continue
        first, second = one, other
        if not one.scale and _less(one, other):
            first = first._replace(scale=other.scale)
        if not one.unit:
            first = first._replace(unit=other.unit, power=other.power)
        elif not other.unit:
            second = second._replace(unit=one.unit, power=one.power)
        read[place - 1 : place + 1] = first._replace(end=other.end), second
    return read


def _less(one: _Read, other: _Read) -> bool:
    if not (one.number[0].isdigit() and other.number[0].isdigit()):
        return False
    return float(one.number.replace(",", "")) < float(other.number.replace(",", ""))


def _terms(one: _Read) -> tuple[str, ...]:
    number, unit = one.number, one.unit
    numeral = not number[0].isdigit()
    if numeral and len(number) > _LONGEST:
        return ()
    value = chinese_number(number) if numeral else shifted(number, _POWERS.get(one.scale, 0))
    if numeral and not unit and not set("万亿") & set(number):
        return ()
    if unit in ("%", "points"):
        return (f"={value} {unit}",)
    if unit:
        return f"={value}", f"={shifted(value, one.power)} {unit}"
    large = not numeral and len(number.split(".")[0]) > 3 and not _YEAR.fullmatch(number)
    return (f"={value}",) if one.scale or numeral or large else ()


def shifted(digits: str, power: int) -> str:
    """A decimal number times 10 ** ``power``, without commas and redundant zeros."""
    whole, _, rest = digits.replace(",", "").partition(".")
    rest = rest.ljust(power, "0")
    whole = (whole + rest[:power]).lstrip("0") or "0"
    rest = rest[power:].rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def chinese_number(numeral: str) -> str:
    """The value of a Chinese numeral: 三百二十亿, 两千, 一二三, 八点五."""
    numeral, _, decimals = numeral.partition("点")
    total = section = digit = 0
    large = 0
    for place, character in enumerate(numeral):
        if character in _DIGITS:
            # 二〇二三 is parsed digit by digit.
            after = place and numeral[place - 1] in _DIGITS and numeral[place - 1] not in "零"
            digit = digit * 10 + _DIGITS[character] if after else _DIGITS[character]
        elif character in "十百千":
            section += (digit or 1) * 10 ** _POWERS[character]
            digit = 0
        elif character == "万":
            total += (section + digit or 1) * 10_000
            section = digit = 0
        else:
            large = (total + section + digit + large or 1) * 100_000_000
            total = section = digit = 0
    rest = "".join(str(_DIGITS[character]) for character in decimals).rstrip("0")
    return str(large + total + section + digit) + (f".{rest}" if rest else "")
