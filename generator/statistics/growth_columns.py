"""Columns of a table that have the growth of the amounts in another one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import late_regex
from generator.statistics.plans import is_planned_head
from generator.statistics.table_units import is_rate, is_unit_head

_GROWTH = late_regex(
    r"(?:累计|全年|[上下]半年|[0-9—–至-]+月|20[0-9]{2}年)?的?(?:同比|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?)?(?:名义|实际)?"
    r"(?:增速|增幅|涨幅|增长率?|增减率?|增长速度|升降)?\s*[（(]?\s*[±+＋]?(?:/?[-－−])?\s*[%％]?\s*[）)]?"
)
# The column may have the growth of results or of a plan.
UNSURE = -2
_BEFORE = ("上年", "去年", "同期", "基期", "排名", "位次", "备注", "占")
_YEAR = late_regex(r"(?:19|20)[0-9]{2}(?=年|\Z)")


def amount_column(heads: Sequence[str], names: int, column: int) -> int:
    """The column of the amounts whose growth ``column`` has; -1 if it has none, or if that is not
    certain (`UNSURE` if it may be that of a plan). ``names`` is the column of the
    rows' names.

    It is the nearest one before it that has results; of the columns of several years the latest.
    """
    if not _is_growth(heads[column]):
        return -1
    found: list[int] = []
    for at in range(column - 1, names, -1):
        if _is_growth(heads[at]) or (found and is_rate(_last(heads[at]))):
            break
        if is_planned_head(_last(heads[at])):
            return UNSURE  # Perhaps that of the plan.
        if not _is_result(heads[at]):
            continue
        found.append(at)
    if not found:
        return -1
    years = [_year(heads[at]) for at in found]
    latest = max(years)
    if latest and min(years):
        return found[years.index(latest)]
    return found[0]


def _is_growth(head: str) -> bool:
    last = _last(head)
    return is_rate(last) and bool(_GROWTH.fullmatch(last))


def _is_result(head: str) -> bool:
    last = _last(head)
    if is_rate(last) or is_unit_head(last):
        return False
    return not any(word in last for word in _BEFORE)


def _year(head: str) -> int:
    found = _YEAR.search(head)
    return int(found.group()) if found else 0


def _last(head: str) -> str:
    """The head itself, without that of the group of columns above it."""
    return head.strip().rpartition(" ")[2]
