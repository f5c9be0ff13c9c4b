"""A line beside a table that names the unit of its numbers: 单位：万元, "(100 million yuan)",
"All amounts are in million yuan."
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.figures.tabular.units import BEGIN, LABEL, TableUnit, chinese_unit, english_unit
from generator.patterns import late_regex


class UnitNote(NamedTuple):
    """The ``units`` of a note, and the ``rest`` of its text."""

    units: tuple[TableUnit, ...]
    rest: str


# Longer texts are no notes.
_LONGEST, _LONGEST_CAPTION = 160, 90
_END = late_regex(r"[)）。；;\]】\n]|\Z")
_CHINESE_AND = late_regex(r"[、,，;；和及]")
_ENGLISH_AND = late_regex(r",\s(?![0-9]{3}\b)|;\s?|\sand\s|\sor\s")
_LAST_BRACKET = late_regex(r"[(（\[【]([^()（）\[\]【】]{1,40})[)）\]】]\s*[:：]?\Z")
# Passengers by month, in millions:
_AFTER_IN = late_regex(r",\s(in\s[^.;,()]{2,40}?)\s?[:.]?\Z")
_NO_CAPTION = late_regex(r"[。；;]|(?<![0-9])[.!?](?:\s|\Z)")


@lru_cache(maxsize=256)
def unit_note(text: str, *, english: bool) -> UnitNote | None:
    """What ``text``, a line beside a table, says of the units of its numbers; None if nothing."""
    if len(text) > _LONGEST:
        return None
    label = None if english else LABEL.search(text)
    if label:
        end = _END.search(text, label.end())
        stop = end.start() if end else len(text)
        units = _units(text[label.end() : stop], english=False)
        return UnitNote(units, text[: label.start()] + text[stop:]) if units else None
    if english:
        plain = text.strip().strip("()[]").strip()
        if english_unit(plain) is not None or BEGIN.match(plain):
            units = _units(plain, english=True)
            if units:
                return UnitNote(units, "")
    bracket = (english and _AFTER_IN.search(text)) or _LAST_BRACKET.search(text)
    if (
        bracket
        and len(text) <= _LONGEST_CAPTION
        and not _NO_CAPTION.search(text[: bracket.start()])
    ):
        units = _units(bracket[1], english=english)
        return UnitNote(units, text[: bracket.start()]) if units else None
    return None


def _units(text: str, *, english: bool) -> tuple[TableUnit, ...]:
    """The units of a list; none if one of its words is no unit."""
    one = english_unit if english else chinese_unit
    pieces = [p for p in (_ENGLISH_AND if english else _CHINESE_AND).split(text) if p.strip()]
    found = [one(piece) for piece in pieces]
    known = tuple(unit for unit in found if unit is not None)
    return known if known and len(known) == len(found) else ()
