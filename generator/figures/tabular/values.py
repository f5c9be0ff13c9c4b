"""Whether two numbers of cells are worth the same with the units of their heads."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.figures.tabular.grid import Grid
from generator.figures.tabular.head_units import is_amount
from generator.figures.tabular.numbers import Number
from generator.figures.tabular.units import TableUnit
from generator.patterns import late_regex

# English heads of columns whose numbers are shares without a sign.
_SHARE = late_regex(r"(?i:\brates?\b|\bshares?\b|\bpercent|\bper\scent\b|\bproportions?\b|\bpct\b)")
_CHINESE_SHARE = late_regex("[率比幅速占]|增|降|减")
_FALL = late_regex(
    r"(?i:\b(?:fall|falls|drop|decline|decrease|reduction|loss|losses|deficit|cut|down|saving)\b)"
)
_CHINESE_FALL = late_regex("降|减|跌|亏|赤字|逆差")
# Of such columns the unit in a note says nothing; of things that are counted, unless it is theirs.
_NO_AMOUNT = late_regex("[率比幅速占]|增长|名次|排名|位次|年份|序号")
_COUNTED = late_regex("[户人家个件台辆]|数量|天数")


# The row and the column of a cell.
At = tuple[int, int]


def equal(chinese: Grid, english: Grid, one: At, other: At) -> bool:
    """Whether the cell ``one`` (row and column) of the Chinese is worth the same as ``other``."""
    left, right = chinese.number(*one), english.number(*other)
    if left is None or right is None:
        return False
    heads = _heads(chinese, one), _heads(english, other)
    ours, theirs = units_of(chinese, left, one), units_of(english, right, other)
    if None in ours and english.noted(*other) and right.unit is None:
        theirs = (*theirs, None)
    return any(_same(left, right, a, b, heads) for a in ours for b in theirs)


def units_of(grid: Grid, number: Number, at: At) -> tuple[TableUnit | None, ...]:
    """The units that the number of a cell may have: its own, or those of its heads."""
    found = grid.units(*at) if number.unit is None else (number.unit,)
    if grid.home:
        found += tuple(one._replace(unit=grid.home) for one in found if one.unit == "yuan")
    if number.unit is not None:
        return found
    if grid.noted(*at) and not grid.english:
        head = grid.columns[at[1]]
        if len({one.kind == "number" for one in found}) > 1:
            # 单位：亿件、%
            is_share = bool(_CHINESE_SHARE.search(head))
            return tuple(one for one in found if (one.kind != "number") is is_share)
        of_money = all(is_amount(one.unit) for one in found)
        if _NO_AMOUNT.search(head) or (of_money and _COUNTED.search(head)):
            return (*found, None)
    above = None if found or not at[1] else grid.inherited(at[0])
    return found or ((None, above) if above is not None else (None,))


def alike(chinese: Sequence[str], english: Sequence[str]) -> float:
    """The share of the numbers of a Chinese row or column that an English one has, whatever their
    units (`Grid.row_digits`)."""
    said = set(english)
    return sum(one in said for one in chinese) / len(chinese) if chinese else 0.0


def _heads(grid: Grid, at: At) -> str:
    row = grid.labels[at[0] - grid.heads] if at[0] >= grid.heads else ""
    return f"{grid.columns[at[1]]} {row}"


def _same(
    left: Number,
    right: Number,
    a: TableUnit | None,
    b: TableUnit | None,
    heads: tuple[str, str],
) -> bool:
    rate = _rate(a, b, heads)
    if rate is None:
        return False
    value, found = left.value * rate, right.value
    if value != found and abs(value) == abs(found):
        falls = bool(_CHINESE_FALL.search(heads[0])), bool(_FALL.search(heads[1]))
        return falls[0] != falls[1] or (any(falls) and left.signed != right.signed)
    if value == found:
        return True
    return (
        _is_converted(rate)
        and abs(value - found) <= right.last / 2
        and abs(found) >= 10 * right.last
    )


def _is_converted(rate: Fraction) -> bool:
    """Whether it is no power of ten: between such units numbers are rounded."""
    top, bottom = str(rate.numerator), str(rate.denominator)
    return bool(top.strip("0") not in ("1",) or bottom.strip("0") not in ("1",))


def _rate(a: TableUnit | None, b: TableUnit | None, heads: tuple[str, str]) -> Fraction | None:
    """How many of the English unit one of the Chinese is; None if they differ in kind."""
    if a is None and b is None:
        return Fraction(1)
    if a is None and b is not None:
        if b.kind == "number":
            return 1 / b.scale
        return Fraction(1)
    if b is None and a is not None:
        if a.kind == "number":
            return a.scale
        return Fraction(1) if _SHARE.search(heads[1]) else None
    assert a is not None
    assert b is not None
    if {a.kind, b.kind} == {"share", "number"}:
        # A share without its sign, and a count.
        return None
    return a.factor(b)
