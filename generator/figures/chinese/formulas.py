"""Reads the numbers of a formula without measure words: 买三送一, 押一付三, 假一赔十.

English may have a word for them ("quarterly", "tenfold") or none, so that they may be left out.
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_cardinal
from generator.patterns import late_regex

_N = "[一二两三四五六七八九十]{1,2}"
# No more of a number, and no unit: 买二送一百元券.
_CLOSED = r"(?![一二两三四五六七八九十百千万亿点成分倍折元块斤角毛0-9])"
_FORMULA = late_regex(
    rf"(?:押(?P<held>{_N})付|付(?P<held2>{_N})押|[买充住满吃订租](?P<bought>{_N})[送赠免]"
    rf"|[退假缺](?P<short>一)[赔罚补])(?P<last>{_N}){_CLOSED}"
)
# The first character of a formula, and the one before its second number.
_FIRST = frozenset("押付买充住满吃订租退假缺")
_SECOND = frozenset("付押送赠免赔罚补")
_LONGEST = 4


def read_formula(text: str, at: int) -> Figure | None:
    """One number of a formula: the ``三`` of ``买三送一``, then its ``一``."""
    before = text[at - 1 : at]
    if before in _FIRST and (match := _FORMULA.match(text, at - 1)):
        end = next(match.end(name) for name in ("held", "held2", "bought", "short") if match[name])
        return _number(text, at, end, before)
    if before not in _SECOND:
        return None
    for start in range(max(0, at - _LONGEST), at - 2):
        match = _FORMULA.match(text, start)
        if match and match.start("last") == at:
            return _number(text, at, match.end(), before)
    return None


def _number(text: str, at: int, end: int, before: str) -> Figure | None:
    value = chinese_value(text[at:end])
    if value is None:
        return None
    n = Fraction(value)
    ways: tuple[tuple[Fact, ...], ...] = ((Fact("number", n),),)
    if before in "押付":
        ways = (*ways, (Fact("number", n, "months"),))
    if before in "赔罚补":
        ways = (*ways, (Fact("number", n, "times"),), (Fact("fold", n),))
    return Figure(
        at, end, text[at:end], english_cardinal(int(n)), str(n), "", "count",
        optional=True, facts=ways,
    )  # fmt: skip
