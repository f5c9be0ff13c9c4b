"""Reads amounts that are written in a way of their own: 5(五)个工作日 with the number repeated in
brackets, 1.5兆元 with the scale of Taiwan, 装机(万千瓦)：70 with the unit in a heading.

Each is read as the same amount in the common way (5个工作日, 1.5万亿元, 70万千瓦).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from generator.figures.chinese.patterns import NUMERAL, PER, PREFIX
from generator.figures.chinese.quantity import read_quantity
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import LARGE, chinese_value
from generator.patterns import late_regex

_REPEATED = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL}|两)(?P<again>[(（](?P<b>{NUMERAL}|两)[)）])(?=[\u4e00-\u9fffA-Za-z%])"
)
_NUMBERED = tuple("第表图题例章款条")


def read_repeated(text: str, at: int) -> Figure | None:
    """``5(五)个工作日``, ``三（3）年``: five working days, three years."""
    match = _REPEATED.match(text, at)
    if match is None or text.endswith(_NUMBERED, 0, at):
        return None
    first = chinese_value(match["a"])
    if first is None or first != chinese_value(match["b"]):
        return None
    # The Western numeral of the two, which always counts.
    number = match["a"] if match["a"][0].isascii() else match["b"]
    prefix = match["prefix"] or ""
    rest = text[match.end() :]
    if rest.startswith("日"):  # 30(三十)日内
        rest = f"天{rest[1:]}"
    amount = f"{prefix}{number}"
    made = _as_written(text, at, amount, rest, match.end())
    return made if made and made.end > match.end() else None


# 1.5兆元, 三十兆台币, 1兆2,034亿元; 2兆瓦 and 500兆 are no money
_MONEY_NEXT = r"(?:元|[美日韩欧港台]元|[新台日韩]+[币元圆]|日圆|韩圜|卢布|印尼盾|越南盾|人民币)"
_TRILLIONS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL})兆"
    rf"(?:(?P<more>[余多])?(?=[多余]?{_MONEY_NEXT})|[零又]?(?![万亿])(?P<rest>{NUMERAL})(?P<over>[余多])?(?P<scale>[万亿])?(?<=[万亿余多])(?![万亿]))"
)
_TRILLION, _HUNDRED_MILLION = Decimal(10) ** 12, Decimal(10) ** 8


def read_trillions(text: str, at: int) -> Figure | None:
    """``1.5兆元``, ``1兆2034亿元``: in Taiwan a 兆 is 1,000,000,000,000."""
    match = _TRILLIONS.match(text, at)
    if match is None:
        return None
    amount = f"{match['a']}万亿{match['more'] or ''}"
    if match["rest"]:
        whole, rest = chinese_value(match["a"]), chinese_value(match["rest"])
        if whole is None or rest is None or whole % 1:
            return None
        rest *= LARGE.get(match["scale"] or "", 1)
        if not 0 < rest < _TRILLION:
            return None
        total = (whole * _TRILLION + rest) / _HUNDRED_MILLION
        digits = f"{total:f}"
        digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
        amount = f"{digits}亿{match['over'] or ''}"
    amount = f"{match['prefix'] or ''}{amount}"
    return _as_written(text, at, amount, text[match.end() :], match.end())


def _as_written(text: str, at: int, amount: str, rest: str, after: int) -> Figure | None:
    """The figure of ``amount`` before ``rest``, which continues the text at ``after``."""
    made = read_quantity(f"{text[:at]}{amount}{rest}", at)
    if made is None or made.end < at + len(amount):
        return None
    end = made.end - at - len(amount) + after
    return msgspec.structs.replace(made, end=end, source=text[at:end])


# 租金(元/平方米·月):38.5
_HEADING = late_regex(
    rf"[(（](?:单位:)?(?P<unit>[十百千]?[万亿]{{0,2}}[\u4e00-\u9fffA-Za-z%℃°㎡²³·]{{1,6}})(?:/(?:{'|'.join(PER)})[^()（）]{{0,6}})?[)）]"
    r"(?:分别)?(?::|为|是)\s?\Z"
)
_LONGEST = 18
_HEADED = late_regex(rf"(?P<a>{NUMERAL})(?:[-~至到—](?P<b>{NUMERAL}))?(?![0-9.])")
_CLOSED = late_regex(r"\s?(?:[，。；、）)]|\Z)")


def read_headed(text: str, at: int) -> Figure | None:
    """``装机(万千瓦):70``: 700,000 kW."""
    if text[at - 1 : at] not in tuple(":为是 "):
        return None
    heading = _HEADING.search(text, max(0, at - _LONGEST), at)
    match = _HEADED.match(text, at) if heading else None
    if heading is None or match is None or not _CLOSED.match(text, match.end()):
        return None
    unit, number = heading["unit"], match.group()
    made = read_quantity(f"{text[:at]}{number}{unit}{text[match.end() :]}", at)
    if made is None or made.end < at + len(number) + len(unit):
        return None
    ends = [chinese_value(match["a"]), chinese_value(match["b"]) if match["b"] else Decimal(0)]
    if None in ends:
        return None
    # A table in English may keep the unit in its heading too.
    bare = tuple(Fact("number", Fraction(n)) for n in ends[: 1 + bool(match["b"])] if n is not None)
    return msgspec.structs.replace(
        made, end=match.end(), source=number, facts=(*made.facts, bare), engine_safe=False
    )
