"""Reads fractions of a unit: 百分之四秒, 四分之三英里."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from generator.figures.chinese.shares import read_share
from generator.figures.chinese.units import CLASSIFIERS
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import decimal, english_number, exact
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

# 百分之四十克扣 is a share of what follows; so are most hundredths.
_SMALL_UNIT = late_regex("秒(?![针杀表退])|毫秒|毫米|微米")
_UNIT = late_regex(
    "秒(?![针杀表退])|毫秒|毫米|厘米|微米|公里(?!里程)|千米|英里|海里|英寸|英尺|公斤|千克|毫克|克(?![扣服制隆])|公顷|盎司|磅"
)
_OF_WHOLE = ("百分之", "千分之", "万分之")
_NEAR = 8


def read_unit_fraction(text: str, at: int) -> Figure | None:
    """``百分之四秒``: 0.04 seconds."""
    if text.find("分之", at, at + _NEAR) < 0:
        return None
    share = read_share(text, at)
    if share is None or len(share.facts[0]) > 1 or share.source.endswith("以上"):
        return None
    hundredths = any(base in share.source for base in _OF_WHOLE)
    named = (_SMALL_UNIT if hundredths else _UNIT).match(text, share.end)
    value = Fraction(share.facts[0][0].value)
    if named is None or not _is_finite(value):
        return None
    unit = CLASSIFIERS[named.group()]
    english = f"{share.qualifier} {english_number(exact(value))} {UNITS[unit].many}".strip()
    return msgspec.structs.replace(
        share, end=named.end(), source=text[share.start : named.end()], english=english,
        value=decimal(value), unit=unit, kind=UNITS[unit].kind,
        facts=((Fact("number", value, unit),), *share.facts),
    )  # fmt: skip


def _is_finite(value: Fraction) -> bool:
    """Whether it has an end in decimals."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
