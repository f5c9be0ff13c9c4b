"""The currency of an amount of 元: named beside it (新台币412亿元, 港币：2亿元, 3亿元人民币),
before it in the paragraph, or that of the article."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import msgspec

from generator.figures import CURRENCY_NAMES, Figure, read
from generator.patterns import late_regex

_SIGNS = {
    "NT$": "台币", "NTD": "台币", "TWD": "台币", "HK$": "港币", "HKD": "港币", "MOP$": "澳门币",
    "MOP": "澳门币", "US$": "美元", "USD": "美元", "S$": "新币", "A$": "澳元", "C$": "加元",
    "NZ$": "纽币", "$": "美元", "€": "欧元", "EUR": "欧元", "£": "英镑", "GBP": "英镑",
    "JPY": "日元", "RMB": "人民币", "CNY": "人民币", "¥": "人民币", "￥": "人民币",
}  # fmt: skip
_HEDGES = ("将近", "接近", "超过", "突破", "大约", "约", "近", "超", "逾")
_LINK = r"\s?[:：]?\s?(?:大约|约为|约|达到|达|高达|多达|共计|合计|总计|共|计|为|仅为|仅)?\s?"
_AFTER = late_regex(
    r"\s?[（(]?(?P<name>人民币|新?台币|港币|澳门[币元]|日币|韩币|美金)"
    r"(?:[）)]|[，,]\s?(?:以?下同|下略)[）)])?(?![兑对汇市值计贬升])"
)
_NAMED = late_regex(
    "(?P<taiwan>台币(?!兑|汇率|升值|贬值|走[强弱]))|人民币|RMB|[美港欧日韩澳加英][币元圆镑金]|[¥￥$€£]"
)
# A rate: 1美元兑人民币7.1元.
_OF_RATES = tuple("兑对换每一1/")
# The characters that may stand before an amount whose currency is named.
_ENDS = frozenset("币金元圆镑布郎约达到共计为仅:： $¥￥€£DBYRP")
_BEGINS = frozenset("人新台港澳日韩美（( ")
# Money that is the yuan wherever it stands.
_RENMINBI = late_regex("人民币|RMB|CNY|[¥￥]|[离在]岸")
_FAR = 24
_DIGITS = frozenset("0123456789一二两三四五六七八九十百")


class Named(NamedTuple):
    """An amount with its currency: where the text of both begins and ends, ``said``, the same in
    a form that the reader of figures reads as one figure, and its Chinese name."""

    start: int
    end: int
    said: str
    name: str


@cache
def _before() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(CURRENCY_NAMES, key=len, reverse=True)))
    signs = "|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))
    return re.compile(
        rf"(?:(?<![签合节预契条公制附最])(?P<hedge>{'|'.join(_HEDGES)})\s?)?"
        rf"(?:(?<![0-9二三四五六七八九十百千万亿余多元])(?:新(?=台币))?(?P<name>{names}){_LINK}"
        rf"|(?<![A-Za-z])(?P<sign>{signs})\s?)\Z"
    )


def with_currency(text: str, start: int, end: int) -> Named | None:
    """The amount ``text[start:end]``, which ends in 元, with the currency that is named beside it;
    None if there is no name."""
    amount = text[start:end]
    if text[max(0, start - 1) : start] in _ENDS and start:
        found = _before().search(text, max(0, start - _FAR), start)
        if found and not text[: found.start()].endswith(_OF_RATES):
            name = found["name"] or _SIGNS[found["sign"]]
            hedge = "" if amount.startswith(_HEDGES) else found["hedge"] or ""
            return Named(found.start(), end, f"{name}{hedge}{amount}", name)
    if text[end : end + 1] in _BEGINS and (after := _AFTER.match(text, end)):
        return Named(start, after.end(), f"{after['name']}{amount}", after["name"])
    return None


def of_currency(figure: Figure, unit: str) -> Figure:
    """An amount of 元 in the currency ``unit``; any other figure as it is."""
    if not unit or figure.unit != "yuan":
        return figure
    english = figure.english.replace("yuan", unit)
    return msgspec.structs.replace(figure, unit=unit, english=english)


def currency_of(figure: Figure, text: str, before: str, home: str) -> str:
    """The currency that an amount of plain 元 in ``text`` stands for: the one named last ``before``
    the text or in it, else that of the article (``home``); empty if it is the yuan or names its
    own."""
    named = with_currency(text, figure.start, figure.end) is not None
    if figure.unit != "yuan" or named or _RENMINBI.search(figure.source):
        return ""
    return currency_before(before + text[: figure.start]) or home


def figures_in(text: str, home: str) -> list[Figure]:
    """The figures of a paragraph, plain 元 in the currency that it stands for."""
    return [of_currency(one, currency_of(one, text, "", home)) for one in read(text)]


def is_currency(text: str) -> bool:
    """Whether ``text``, which stands before a figure, is the name of its currency."""
    return text.removeprefix("新") in CURRENCY_NAMES or text in CURRENCY_NAMES


def currency_before(text: str) -> str:
    """The new Taiwan dollar, if no other currency has been named after it in the paragraph so far;
    papers write 元 for it from then on."""
    if "台币" not in text:
        return ""
    named = [found.lastgroup for found in _NAMED.finditer(text)]
    return "New Taiwan dollars" if named and named[-1] == "taiwan" else ""


def without_name(source: str) -> str:
    """An amount without the name before it, which the two scripts write in several ways."""
    at = next((n for n, letter in enumerate(source) if letter in _DIGITS), 0)
    return source if source[:at] in ("", *_HEDGES) else source[at:]
