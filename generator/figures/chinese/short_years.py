"""Reads years of two digits in Chinese text (08年, 九八年, 24年底), and years before Christ."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.chinese.dates_common import PART_OF_MONTH, figure, number, year_fact, year_of
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS
from generator.patterns import late_regex

# 08年, 97年, 九八年, 24年底: a year of two digits, unless it is a number of years.
_SHORT_YEAR = late_regex(
    r"(?P<y>0[0-9]|[7-9][0-9]|[零〇][一二三四五六七八九]|[七八九][零〇一二三四五六七八九]|一[零〇一三四五六七八九]|二[零〇一二四五六]|三[一二六七八九]|四[一二三四六七八九]|五[零〇一三四五七八九]|六[零〇一二四五六八九])年(?![代级均产薪龄轻])"
    r"(?P<part>[底末初])?"
    r"|(?P<y2>[0-9]{2})年(?P<part2>[底末初]|(?=全年|[上下]半年|[一二三四1-4前第].?季|前.{1,2}月|度))"
)
_AHEAD = 2030
_AS_LONG = late_regex("[近约达过用历超逾满有共长活整了经超这两每前后]\\Z")
_SO_LONG = late_regex("[来间前后之多余里内历左以的]|时间")
_DATED = late_regex("(?:[自从在于到至,。，；（(《、：:年]|\\A)\\Z")
_BEFORE_CHRIST = late_regex(
    r"(?P<bc>[0-9]{1,4}|[一二三四五六七八九十百千零]{1,7})(?:年(?!前)|(?=年?[至到~—-]))"
    r"(?:年?(?:至|到|~|—+|-)(?:(?:公元)?前)?(?P<to>[0-9]{1,4}|[一二三四五六七八九十百]{1,6})年)?(?<=年)"
)


def read_short_year(text: str, at: int) -> Figure | None:
    """A year of two digits, or one before or after Christ (公元前221年)."""
    before = text[max(0, at - 3) : at]
    if before.endswith(("公元", "公元前", "纪元前")):
        match = _BEFORE_CHRIST.match(text, at)
        n = number(match["bc"]) if match else -1
        if match is None or not 0 < n < 10_000 or (n >= 1000 and not before.endswith("前")):
            return None
        to = number(match["to"])
        if to > 0 and before.endswith("前"):
            both = (Fact("number", Fraction(n)), Fact("number", Fraction(to)))
            if to >= n:
                return None
            return figure(match, f"{n} to {to} BC", f"-{n}/-{to}", "year", both, kind="period")
        if before.endswith("公元"):
            return figure(match, f"AD {n}", str(n), "year", year_fact(n), kind="period")
        ways = [(Fact("number", Fraction(n)), Fact("label", text=era)) for era in ("BC", "BCE")]
        ways += [(Fact("number", Fraction(n)), Fact("label", text="B.C"))]
        return figure(match, f"{n} BC", f"-{n}", "year", *ways, kind="period")
    match = _SHORT_YEAR.match(text, at)
    if match is None or _AS_LONG.search(before):
        return None
    written = match["y"] or match["y2"]
    pair = DIGITS.get(written[0], -9) + 1 == DIGITS.get(written[1], -1)
    digits = "".join(str(DIGITS.get(c, c)) for c in written)
    y = year_of(digits)
    y -= 100 if not written[0].isascii() and y >= _AHEAD else 0  # 四八年 is 1948
    sure = bool(match["y2"] or match["part"]) or written[0] in "0零〇" or (
        not written[0].isascii() and not pair
    )  # fmt: skip
    if not sure and (
        pair or digits[1] == "0" or _SO_LONG.match(text, match.end()) or not _DATED.search(before)
    ):
        return None
    short = [(Fact("label", text=f"{mark}{digits}"),) for mark in "'’"]
    part = PART_OF_MONTH.get(match["part"] or match["part2"] or "", "")
    return figure(match, f"{part}{y}", str(y), "year", year_fact(y), *short, kind="period")
