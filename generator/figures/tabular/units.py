"""The unit that the head of a table, its row, or a note beside it gives to the numbers below:
金额（万元） and "Amount (million yuan)".
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.figures.chinese.reader import read
from generator.figures.english.units import (
    BASIS_POINTS,
    CURRENCIES,
    PER_MILLE,
    PERCENT,
    POINTS,
    SCALE_WORDS,
    unit_after,
)
from generator.figures.shared.normal import normal
from generator.figures.shared.units import comparable, conflicting, convertible, share_a_name
from generator.patterns import late_regex


class TableUnit(NamedTuple):
    """What a number of a cell is worth: ``scale`` of ``unit``, a key of ``units.UNITS``, empty if
    it is of no known one. A share of a whole has the scale 0.01 for per cent. ``per`` is what it
    is for (元/吨), ``much`` how many of those. ``written`` is its text, ``english`` its English.
    """

    kind: Literal["number", "share", "points"]
    scale: Fraction
    unit: str
    per: str = ""
    much: Fraction = Fraction(1)
    written: str = ""
    english: str = ""

    def factor(self, other: TableUnit) -> Fraction | None:
        """How many of ``other`` one of these is; None if they are no units of the same thing."""
        if self.kind != other.kind:
            return None
        rate = Fraction(1)
        if self.unit and other.unit and self.unit != other.unit:
            if conflicting(self.unit, other.unit) or _of_other_money(self.unit, other.unit):
                return None
            rate = convertible(self.unit, other.unit) or rate
        found = self.scale * rate / other.scale
        if self.per and other.per and self.per != other.per:
            per = convertible(self.per, other.per)
            return None if per is None else found / per / self.much * other.much
        return found / self.much * other.much if self.per and other.per else found


def _of_other_money(a: str, b: str) -> bool:
    """Whether they are two currencies; plain dollars may be of any country."""
    if convertible(a, b) is not None or not comparable(a, b) or share_a_name(a, b):
        return False
    return not ("dollars" in (a, b) and a.endswith("dollars") and b.endswith("dollars"))


LABEL = late_regex(r"(?:计量|金额|货币|面积|数量)?单位\s*(?:[:：]|均?[为是])\s*")
_SCALE = late_regex(
    r"(十|百|千|万|十万|百万|千万|亿|十亿|百亿|千亿|万亿)(?=[^\s十百千万亿0-9]{1,4}\Z)"
)
_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
# What a unit is of may follow it: 吨标准煤.
_OF = late_regex(r"(?:(?:标准?煤|二氧化碳|碳|油)?(?:当量)?|人民币|\(?不变价\)?|左右)?\Z")
_SIGNS = late_regex(r"[±+\-−＋－]+(?=[%％‰个百])")


@lru_cache(maxsize=512)
def chinese_unit(text: str) -> TableUnit | None:
    """The unit that ``text`` is as a whole; None if it is no unit."""
    written = _SIGNS.sub("", text.strip().rstrip("：:。").strip())
    plain = (
        normal(written).replace("每", "/").removeprefix("/") if "每" in written else normal(written)
    )
    rate = _RATE.fullmatch(plain) if "/" in plain or written.startswith("每") else None
    if rate:
        return _of_many(int(rate[1] or 1) * _SCALES[rate[2]], written)
    if not plain or len(plain) > 16 or plain[0].isdigit():
        return None
    of, _, per = plain.partition("/")
    found = _one_chinese(of.strip(), written)
    if found is None or not per:
        return found
    whole = _one_chinese(per.strip(), per)
    name = (whole.unit if whole else "") or per.strip()
    much = whole.scale if whole else Fraction(1)
    return found._replace(per=_PER.get(name, name), much=much, english=_english_of(written))


# 1/10万, 例/10万人, 张/千人
_RATE = late_regex(
    r"(?:[1例人名张個个件位]?/)?([0-9]{0,4})([百千万亿])(?:人|人口|户|活产|辆|名\S{1,3})?"
)


def _of_many(number: int, written: str) -> TableUnit:
    """How many there are for each so many people."""
    return TableUnit("share", Fraction(1, number), "", written=written, english=f"per {number:,}")


# Names of what is counted by, which no reader of quantities gives.
_PER = {
    "天": "days",
    "日": "days",
    "月": "months",
    "年": "years",
    "人": "people",
    "户": "households",
}


# Coins as parts of a yuan.
PARTS = {"jiao": ("yuan", Fraction(1, 10)), "fen": ("yuan", Fraction(1, 100))}


def _one_chinese(text: str, written: str) -> TableUnit | None:
    figure = next(iter(read(f"1{text}")), None) if text else None
    if figure and figure.start == 0 and figure.end > 1 and _OF.match(text, figure.end - 1):
        fact = figure.facts[0][0] if len(figure.facts[0]) == 1 else None
        english = figure.english.removeprefix("1 ").removesuffix(" (667 hectares)")
        if fact and fact.kind in ("number", "share", "points") and fact.value:
            unit = "" if fact.kind != "number" else fact.unit
            of, part = PARTS.get(unit, (unit, Fraction(1)))
            return TableUnit(fact.kind, fact.value * part, of, written=written, english=english)
    scale = _SCALE.match(text)
    if scale:
        size = _SCALES[scale[1]]
        return TableUnit("number", Fraction(size), "", written=written, english=f"{size:,}")
    return None


def _english_of(written: str) -> str:
    figure = next(iter(read(f"1{written}")), None)
    return figure.english.removeprefix("1 ") if figure else ""


BEGIN = late_regex(
    r"(?i:(?:notes?\s?:\s?)?(?:(?:units?|amounts?|values?|figures?|areas?|numbers?|all)\b"
    r"[^:()]{0,30}?(?::|\bin\b|\bis\b|\bare\b)\s*(?:in\s)?"
    r"|(?:all\s)?in\s|no\.?\sof\s|number\sof\s))"
)
_TENS = (
    (late_regex(r"(?i:\b(?:tens?\sof\sthousands?|ten[\s-]thousands?)(?:\sof)?\b)"), "10,000"),
    (late_regex(r"(?i:\bhundreds?(?:\sof)?[\s-]millions?(?:\sof)?\b)"), "100 million"),
    (late_regex(r"(?i:\bhundreds?(?:\sof)?[\s-]thousands?(?:\sof)?\b)"), "100,000"),
    (late_regex(r"(?i:\b(hundred|thousand|million|billion|trillion)s(?:\sof)?\b)"), r"\1"),
    (late_regex(r"(10,?000|10 ?000|100,?000|1,?000)s?(?:\sof)?\b"), r"\1"),
    (late_regex(r"(?<![0-9,. ])['’‘]?000s?\b"), "thousand"),
    (late_regex(r"10⁴"), "10,000"), (late_regex(r"10⁸"), "100 million"),
    (late_regex(r"10\^4\b"), "10,000"), (late_regex(r"10\^8\b"), "100 million"),
)  # fmt: skip
_NUMBER = late_regex(r"([0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?![0-9.])\s?")
_WORD = late_regex(
    r"(?i:(hundred|thousand|million|billion|trillion|mln|bln|mn|bn|trn|tn|crore|lakh))(?![a-z])\.?\s?"
)
_SHORT = late_regex(r"(k|K|m|M|b|B)(?![A-Za-z0-9²³])\s?")
_CURRENCY = late_regex(
    "|".join(re.escape(one) + (r"(?![A-Za-z])" if one[-1].isalpha() else "")
             for one in sorted(CURRENCIES, key=lambda one: (-len(one), one)))
)  # fmt: skip
_PER_WHAT = late_regex(r"\s*(?:/|\bper\b|\ba(?=\s(?:day|week|month|quarter|year|head|piece)\b))\s*")
_MUCH = late_regex(r"([0-9][0-9,]*)\s?")


_NOUN = late_regex(r"[A-Za-z][a-z ]{1,30}")
_PER_MANY = late_regex(
    r"(?i:(?:[a-z]+\s)?per\s([0-9,]{3,}|(?:hundred\s|ten\s|million|thousand)+)"
    r"(?:\s(?:people|persons?|population|inhabitants?|residents?|households?|live\sbirths|births))?)"
)


@lru_cache(maxsize=512)
def english_unit(text: str, *, bracketed: bool = True) -> TableUnit | None:
    """The unit that ``text`` is as a whole; None if it is no unit. Without ``bracketed``, only
    words that are certainly a unit are taken for one.
    """
    written = text.strip().strip(".;:").strip()
    written = BEGIN.sub("", written, count=1).strip() if BEGIN.match(written) else written
    plain = _SIGNS.sub("", written)
    for pattern, by in _TENS:
        plain = pattern.sub(by, plain)
    plain = plain.strip()
    if not plain or len(plain) > 60:
        return None
    many = _PER_MANY.fullmatch(plain) if bracketed else None
    if many and (found := english_unit(many[1], bracketed=True)) is not None:
        return _of_many(int(found.scale), written)
    found = _share(plain, written)
    if found is not None:
        return found
    parts = _PER_WHAT.split(plain, maxsplit=1)
    found = _one_english(parts[0].strip(), written, bracketed=bracketed)
    if found is None and len(parts) > 1 and bracketed and _NOUN.fullmatch(parts[0]):
        found = TableUnit("number", Fraction(1), "", written=written)  # grains per 1,000 mm²
    if found is None or len(parts) == 1:
        return found
    much = _MUCH.match(parts[1])
    counted = Fraction(much[1].replace(",", "")) if much else Fraction(1)
    rest = parts[1][much.end() :] if much else parts[1]
    unit = _one_english(rest.strip(), rest, bracketed=False) or _one_english(
        f"{rest.strip()}s", rest, bracketed=False
    )
    if unit is None and not (found.unit or found.scale != 1):
        return None
    per = unit.unit if unit else rest.strip()
    return found._replace(per=_HEADS.get(per, per), much=counted * (unit.scale if unit else 1))


_HEADS = {
    "head": "people", "capita": "people", "person": "people", "household": "households",
    "l": "litres", "L": "litres", "s": "seconds", "sec": "seconds", "min": "minutes", "h": "hours",
    "hr": "hours", "d": "days",
}  # fmt: skip


def _share(plain: str, written: str) -> TableUnit | None:
    text = plain.lower().removeprefix("in ")
    if POINTS.fullmatch(text):
        return TableUnit("points", Fraction(1), "", written=written)
    if BASIS_POINTS.fullmatch(text):
        return TableUnit("points", Fraction(1, 100), "", written=written)
    for pattern, size in ((PER_MILLE, 1000), (PERCENT, 100)):
        if pattern.fullmatch(text):
            return TableUnit("share", Fraction(1, size), "", written=written)
    return None


def _one_english(text: str, written: str, *, bracketed: bool) -> TableUnit | None:
    scale, unit, at, told = Fraction(1), "", 0, False
    currency = _CURRENCY.match(text)
    if currency:
        unit, at = CURRENCIES[currency.group()], currency.end()
        at += len(text[at:]) - len(text[at:].lstrip(" -"))
    elif not _NUMBER.match(text):
        unit, at = unit_after(text, 0, 0)
        if unit and at < len(text) and not _WORD.match(text, at + 1):
            at = at if _tail(text, at, scaled=False) else 0
            unit = unit if at else ""
        at += text[at : at + 1] == " "
    number = _NUMBER.match(text, at)
    if number and (at == 0 or unit):
        scale, at, told = Fraction(re.sub("[, ]", "", number[1])), number.end(), True
    for pattern in (_WORD, *((_SHORT,) if unit else ())):
        while (word := pattern.match(text, at)) is not None:
            scale *= SCALE_WORDS[word[1].lower()]
            at, told = word.end(), True
    if not unit and at < len(text):
        unit, end = unit_after(text, at, at)
        if unit and _tail(text, end, scaled=told):
            at = end
        else:
            unit = ""
    if number and re.fullmatch("10{2,}", str(scale)) is None:
        return None
    rest = text[at:].strip()
    if (rest and not _tail(text, at, scaled=told)) or not (unit or told):
        return None
    if rest and not unit and not bracketed:
        return None
    of, part = PARTS.get(unit, (unit, Fraction(1)))
    return TableUnit("number", scale * part, of, written=written)


# What is counted: "10,000 passenger trips", "million tonnes of coal equivalent".
_TAIL = late_regex(r"\s*(?:of\s)?[A-Za-z][A-Za-z0-9₂ -]{0,40}\Z|\s*\Z")
_OF_THEM = late_regex(r"\s*(?:(?:of|in)\s[A-Za-z][A-Za-z0-9₂ -]{0,40}|\(?equivalent\)?)?\Z")


def _tail(text: str, at: int, *, scaled: bool) -> bool:
    return bool((_TAIL if scaled else _OF_THEM).match(text, at))
