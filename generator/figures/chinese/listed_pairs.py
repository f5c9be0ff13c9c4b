"""Reads approximate pairs with a comma: 七、八度, 三、五天, 二、三十家."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.chinese.patterns import PREFIX
from generator.figures.chinese.quantity import read_quantity
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_ordinal
from generator.patterns import late_regex

_HAN = str.maketrans("123456789", "一二三四五六七八九")
# Floors, numbers, grades and months are listed one by one: 三、四年级, 五、六月.
_LISTED = late_regex(
    rf"(?:{PREFIX})?(?:(?P<a>[一二两三四五六七八])、(?P<b>[二三四五六七八九])|(?P<w>[1-8])、(?P<v>[2-9]))"
    r"(?=[十百千万](?!分)|[个名位户家台辆件棵头只](?!位)|人(?!民)|天|岁|度(?!假)|元|块|米|公里|里[地路]|斤|公斤"
    r"|吨|亩|分钟|小时|年(?![级度代])|成)"
)
_OTHER = tuple("第前周期拜、0123456789初十百千万")


# 宜兴、惠山分列二、三位: ranks
_RANKED = late_regex(r"(?:分[列居获排]|[位名排]列|居)(?:全[国省市区县])?\Z")


def _ranks(text: str, match: re.Match[str]) -> Figure:
    pair = match.group()[-3:]
    a, b = (Fraction(chinese_value(n) or 0) for n in (pair[0], pair[-1]))
    nths = [english_ordinal(int(n)) for n in (a, b)]
    end = match.end() + 1
    ways = [(Fact("ordinal", a), Fact("ordinal", b))]
    if a == len("ab"):
        ways.append((Fact("label", text="runner-up"), Fact("ordinal", b)))
    return Figure(
        match.start(), end, text[match.start() : end], " and ".join(nths), f"{a}-{b}", "",
        "ordinal", facts=tuple(ways),
    )  # fmt: skip


def read_listed_pair(text: str, at: int) -> Figure | None:
    """``七、八度``: 7 to 8 degrees, as ``七八度``."""
    match = _LISTED.match(text, at)
    if not match or text.endswith(_OTHER, 0, at):
        return None
    if text.startswith(("位", "名"), match.end()) and _RANKED.search(text, max(0, at - 8), at):
        return _ranks(text, match)
    comma = match.end() - 2  # between the two numerals
    start = comma - 1
    pair = (text[start] + text[comma + 1]).translate(_HAN)
    joined = f"{text[:start]}{pair}{text[comma + 2 :]}"
    figure = read_quantity(joined, at)
    if figure is None or "-" not in figure.value:
        return None
    end = figure.end + 1
    return msgspec.structs.replace(figure, end=end, source=text[at:end])
