"""Reads ranks that are listed: 宜兴、惠山分列二、三位 is second and third."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_ordinal
from generator.patterns import late_regex

_NUMERAL = "(?:[1-9][0-9]?|[一二三四五六七八九十]{1,3})"
_RANK = late_regex(rf"{_NUMERAL}(?:(?=(?:、{_NUMERAL}){{1,5}}[位名])|[位名](?![于列居次誉叫单数]))")
_PLACED = late_regex(
    rf"(?:分[列居获]|[并位排]列|分别(?:位列|位居|排名|列|居|获)|依次(?:位列|位居|排名|列|居)|包揽)(?:全[省市国县区])?第?(?:{_NUMERAL}、)*\Z"
)
_LONGEST = 24


def read_listed_rank(text: str, at: int) -> Figure | None:
    """``二`` and ``三位`` of ``分列二、三位``: second, third."""
    if text.find("、", max(0, at - 3), at + 4) < 0:
        return None
    match = _RANK.match(text, at)
    if match is None or not _PLACED.search(text, max(0, at - _LONGEST), at):
        return None
    if match.group()[-1:] in "位名" and not text.endswith("、", 0, at):
        return None
    value = chinese_value(match.group().rstrip("位名"))
    if not value:
        return None
    facts = ((Fact("ordinal", Fraction(value)),),)
    return Figure(
        at, match.end(), match.group(), english_ordinal(int(value)), str(int(value)), "", "ordinal",
        facts=facts,
    )  # fmt: skip
