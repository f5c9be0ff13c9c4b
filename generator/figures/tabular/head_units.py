"""A head of a table without the unit that it names: 金额（万元）, "Share %", "bn yuan"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.figures.shared.units import UNITS
from generator.figures.tabular.units import LABEL, TableUnit, chinese_unit, english_unit
from generator.patterns import late_regex

_BRACKET = late_regex(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_AFTER = late_regex(r"[/／,，:：]\s*([^/／,，:：]{1,30})\Z")
_AFTER_PERCENT = late_regex(r"\s*±?([%％‰])\s*\Z")
# Marks of notes at the end of a head or a number.
MARKS = late_regex(r"(?<![A-Za-z㎡])[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰①②③④⑤⑥⑦⑧⑨⑩]+\Z")


class Head(NamedTuple):
    """A head without its unit."""

    label: str
    unit: TableUnit | None


def is_amount(unit: str) -> bool:
    """Whether it is a unit of money or of a measure, not of what is counted."""
    return unit in UNITS and UNITS[unit].kind in ("money", "measure")


def _may_be_head(unit: TableUnit) -> bool:
    """Whether a head may have nothing but this unit: 亿元 and "%"; "Month" and "People" say what
    there is below."""
    if unit.kind != "number":
        return True
    counted = unit.unit in UNITS and UNITS[unit.unit].kind in ("duration", "count")
    return bool(unit.unit) and (unit.scale != 1 or not counted)


@lru_cache(maxsize=1024)
def chinese_head(text: str) -> Head:
    """A Chinese head: 金额（万元）, 金额/万元, 比重%, 亿元."""
    whole = chinese_unit(text)
    if whole is not None and _may_be_head(whole):
        return Head("", whole)
    for bracket in _BRACKET.finditer(text):
        unit = chinese_unit(LABEL.sub("", bracket[1]))
        if unit is not None:
            return Head((text[: bracket.start()] + text[bracket.end() :]).strip(), unit)
    for pattern in (_AFTER, _AFTER_PERCENT):
        match = pattern.search(text)
        unit = chinese_unit(LABEL.sub("", match[1])) if match else None
        if match and unit is not None:
            return Head(text[: match.start()].strip(), unit)
    label = LABEL.search(text)
    unit = chinese_unit(text[label.end() :]) if label else None
    return Head(text[: label.start()].strip(), unit) if label and unit else Head(text, None)


_BARE_UNIT = late_regex(r"(?i:\bin\s(.+)\Z)")


@lru_cache(maxsize=1024)
def english_head(text: str) -> Head:
    """An English head: "Amount (10,000 yuan)", "Amount, million yuan", "Share %", "bn yuan"."""
    whole = english_unit(text, bracketed=False) or english_unit(
        text[:1].lower() + text[1:], bracketed=False
    )
    if whole is not None and _may_be_head(whole):
        return Head("", whole)
    for bracket in _BRACKET.finditer(text):
        unit = english_unit(bracket[1])
        if unit is not None:
            return Head((text[: bracket.start()] + text[bracket.end() :]).strip(), unit)
    for pattern in (_AFTER_COMMA, _AFTER_PERCENT, _BARE_UNIT):
        match = pattern.search(text)
        unit = english_unit(match[1], bracketed=False) if match else None
        if match and unit is not None:
            return Head(text[: match.start()].strip(), unit)
    return Head(text, None)


_AFTER_COMMA = late_regex(r"[,:](?![0-9])\s*((?:[^,:]|(?<=[0-9]),(?=[0-9])){1,40})\Z")
