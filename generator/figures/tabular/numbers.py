"""The number of a cell, if the cell is nothing else."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from generator.figures.chinese.reader import read
from generator.figures.english.reader import read_english
from generator.figures.shared.normal import bounded, normal
from generator.figures.tabular.head_units import MARKS
from generator.figures.tabular.units import PARTS, TableUnit
from generator.patterns import late_regex


class Number(NamedTuple):
    """A number and the unit that the cell itself gives to it. ``last`` is what one of its last
    digit is worth; ``signed`` says that it has a sign or a word of direction."""

    value: Fraction
    unit: TableUnit | None = None
    last: Fraction = Fraction(1)
    signed: bool = False


_PLAIN = late_regex(r"(?P<sign>[+-]?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<percent>[%‰]?)")
_GROUPED = late_regex(r"(?<=[0-9])[,，\u2009\u202f\u00a0 ](?=[0-9]{3}(?![0-9]))")
_IN_BRACKETS = late_regex(r"\(([0-9.,]+%?)\)")
_MINUS = str.maketrans("−－‐‑–", "-----")
_DOWN = late_regex(
    r"(?:↓|▼|下降|减少|下跌|回落|降低|降|减|跌|(?i:down|minus|fell|fall of))\s?(?=[0-9])"
)
_UP = late_regex(r"(?:↑|▲|增长|上升|上涨|增加|提高|提升|升|增|涨|(?i:up|plus))\s?(?=[0-9])")
_NOTE = late_regex(r"\s?(?:\[[0-9a-z]{1,2}\]|\([a-z]\)|注[0-9]?)\Z")


@lru_cache(maxsize=4096)
def number_of(cell: str, *, english: bool) -> Number | None:
    """The number that ``cell`` is; None if it is none, or has other words too."""
    text = MARKS.sub("", _NOTE.sub("", cell.strip())).strip()
    if not text or len(text) > 40:
        return None
    text = (text if english else normal(bounded(text))).translate(_MINUS)
    bracketed = _IN_BRACKETS.fullmatch(text)
    sign = -1 if bracketed else 1
    text = bracketed[1] if bracketed else text
    for pattern, direction in ((_DOWN, -1), (_UP, 1)):
        if (told := pattern.match(text)) is not None:
            text, sign, bracketed = text[told.end() :], direction, told
            break
    text = _GROUPED.sub("", text)
    plain = _PLAIN.fullmatch(text.replace("％", "%"))
    if plain:
        value = Fraction(plain["number"]) * (-1 if plain["sign"] == "-" else 1) * sign
        digits = plain["number"].partition(".")[2]
        unit = _SHARES.get(plain["percent"])
        signed = bool(plain["sign"] or bracketed)
        return Number(value, unit, Fraction(1, 10 ** len(digits)), signed)
    minus = text.startswith("-")
    found = _read(text.lstrip("+-"), english=english)
    if found is None:
        return None
    sign = -sign if minus else sign
    return found._replace(value=sign * found.value, signed=bool(minus or bracketed))


_SHARES = {
    "%": TableUnit("share", Fraction(1, 100), "", written="%", english="%"),
    "‰": TableUnit("share", Fraction(1, 1000), "", written="‰", english="per thousand"),
}
_DIGITS = late_regex(r"[0-9]+(?:\.([0-9]+))?")


def _read(text: str, *, english: bool) -> Number | None:
    """The number of a cell that has its unit: 28.6亿元, "430 million yuan"."""
    if english:
        stated = read_english(text)
        if len(stated) != 1 or stated[0].start or stated[0].end < len(text):
            return None
        fact = stated[0].facts[0]
    else:
        figures = read(text)
        one = figures[0] if len(figures) == 1 else None
        if one is None or one.start or one.end < len(text) or one.qualifier:
            return None
        if len(one.facts) < 1 or len(one.facts[0]) != 1:
            return None
        fact = one.facts[0][0]
    digits = _DIGITS.findall(text)
    if len(digits) != 1 or fact.kind not in ("number", "share", "points"):
        return None
    if fact.text or (fact.kind == "number" and fact.unit in ("", "items")):
        unit = TableUnit("number", Fraction(1), "", written="")
    else:
        of, part = PARTS.get(fact.unit, (fact.unit, Fraction(1)))
        unit = TableUnit(fact.kind, part, of, written="")
    if not fact.value:
        return None
    shown = re.search(_DIGITS.pattern, text)
    size = fact.value / Fraction(shown.group()) if shown and Fraction(shown.group()) else 1
    return Number(fact.value, unit, size * Fraction(1, 10 ** len(digits[0])))


_BLANK = frozenset(
    [
        *("", "-", "--", "---", "—", "——", "―", "–", "−", "－", "/", "／"),
        *("…", "……", "...", "..", ".", "*", "***", "无", "無", "暂无", "不详", "没有", "否", "空"),
        *("n/a", "na", "n.a.", "none", "nil", "no data", "not available", "not applicable", "no"),
    ]
)
_NOTHING = frozenset({
    "无", "無", "没有", "零", "持平", "不变", "none", "nil", "no", "zero", "unchanged", "flat",
    "no change", "level", "steady", "the same", "same",
})  # fmt: skip


def is_blank(cell: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return MARKS.sub("", cell.strip().lower()).strip() in _BLANK


def is_nothing(cell: str) -> bool:
    """Whether a cell says in words that there is none, or no change: 0 in figures."""
    return cell.strip().lower() in _NOTHING
