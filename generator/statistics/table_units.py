"""The units of the plain numbers of a table: from the line above it (单位：亿元), its corner, or a
column that names the unit of each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.figures import unit_note
from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.statistics.quarters import QUARTER

# A title of the table that may stand between it and the line with the unit has at most this many
# characters.
_TITLE = 40
_COLUMN = late_regex(r"(?:计量)?单位")
_PERCENT = frozenset("%％")
# Heads of columns with rates of change or shares, whatever the unit of a row is; below 同比增减 or
# 比上年 alone may be amounts.
_PERIOD = (
    r"(?:20[0-9]{2}年)?(?:当[月季]|本[月季]|[0-9一二三四1-9—–至-]+月|[上下]半年|全年"
    rf"|{QUARTER})?"
    r"(?:累计)?的?"
)
_SINCE = r"(?:同比|环比|年|[较比](?:上年|去年)(?:同[期月])?)?(?:名义|实际)?"
_MARK = r"[（(]?\s*[±+＋]?(?:/?[-－−])?\s*[%％]\s*[）)]?"
_RATES = late_regex(
    rf"\s*{_PERIOD}(?:(?:{_SINCE}(?:增速|增幅|涨幅|降幅|跌幅|增长率?|增减率|增长速度|下降)"
    rf"|同比|环比|占比|比重|完成率)\s*(?:{_MARK})?|(?:{_SINCE}(?:增减|升降)?)?\s*{_MARK})\s*"
)
_NAMED_RATE = late_regex(r"[±％%]|[^汇频效利功概税费]率\s*\Z")
# Numbers that are not in the unit of a table: rates, and what is counted or numbered.
_RATE = late_regex(r"增速|增长|增幅|涨幅|降幅|跌幅|同比|环比|较?比?上年|占比|比重|比例|率\Z|[%％]")
_OTHER = late_regex(
    r"序号|编号|排名|名次|位[次序]|年限|工期|时间|日期|年份|期限|电话|备注|进度|(?:个|户|家|件|座|人)数|数量|占.{0,6}比"
)
_NO_MONEY = late_regex(r"面积|产量|销量|里程|长度|容量|产能|吨位|人口|岗位|装机|用地")
_NUMBERED = late_regex(r"[序编編][号號]|No\.?|#|[号號]")
_INDEX = late_regex(r"指数|[=＝]\s?100|价格")
_PLAIN = late_regex(r"[0-9]{1,4}(?:\.[0-9]+)?")
# A percentage or a change for certain.
_MARKED = late_regex(r"[%％±+＋↑↓▲▼-]|幅|增|降|涨|跌|占|率")
_TOTAL = late_regex(r"(?i:[合总總共]\s?[计計]|(?:grand )?total|sum)[:：]?")


class Units(NamedTuple):
    """The unit of amounts, that of rates, and the column that has the unit of each row; empty
    or -1 if there is none."""

    amount: str = ""
    rate: str = ""
    column: int = -1

    def at(self, rows: Sequence[Sequence[str]], row: int, column: int) -> str:
        """The unit of a plain number in a cell; empty if it is not certain."""
        cells, heads = rows[row], rows[0]
        if 0 <= self.column < len(cells) and column != self.column:
            unit = cells[self.column].strip()
            rate = column < len(heads) and _RATE.search(heads[column])
            return "" if rate or unit in _PERCENT else unit
        head = heads[column] if column < len(heads) else ""
        names = (head, cells[head_column(rows)] if column != head_column(rows) else "")
        if any(map(_OTHER.search, names)):
            return ""
        if any(map(_RATE.search, names)):
            return self.rate
        if self.amount.endswith(("元", "币", "镑")) and any(map(_NO_MONEY.search, names)):
            return ""
        return self.amount


def units_of(blocks: Sequence[str], number: int, rows: Sequence[Sequence[str]]) -> Units:
    """The units of the table that is block ``number`` (from 1) and has these ``rows``."""
    heads = rows[0] if rows else ()
    column = next((at for at, head in enumerate(heads) if is_unit_head(head)), len(heads))
    if any(column < len(row) and _note(f"（{row[column]}）") != Units() for row in rows[1:]):
        return Units(column=column)
    found = _note(heads[0]) if heads else Units()
    for block in reversed(blocks[max(0, number - 3) : number - 1]):
        if found != Units() or block_name(block) not in ("p", "h2", "h3", "h4", "h5", "h6"):
            break
        text = plain_text(block)
        found = _note(text)
        if len(text) > _TITLE:
            break
    return found


def head_column(rows: Sequence[Sequence[str]]) -> int:
    """The column with the names of the rows: the second if the first only numbers them."""
    first = rows[0] if rows else ()
    return 1 if len(first) > 2 and _NUMBERED.fullmatch(first[0].strip()) else 0


def is_rate(head: str) -> bool:
    """Whether the plain numbers below the ``head`` of a column, or in a row of this name, are
    percentages: 同比±%, 增速, 占比."""
    return bool(_NAMED_RATE.search(head) or _RATES.fullmatch(head))


def index_columns(rows: Sequence[Sequence[str]], names: int, above: str) -> frozenset[int]:
    """The columns below 同比, 环比 and the like that have indices (the time before is 100) instead
    of percentages. ``names`` is the column of the rows' names, ``above`` the words above the table.

    Where these speak of an index, so is what is nowhere near zero; else what is near 100 in every
    one of several rows."""
    heads = rows[0] if rows else ()
    found: set[int] = set()
    for column in range(names + 1, len(heads)):
        if not is_rate(heads[column]) or _MARKED.search(heads[column]):
            continue
        cells = [row[column].strip() for row in rows[1:] if column < len(row)]
        plain = [float(cell) for cell in cells if _PLAIN.fullmatch(cell)]
        if not plain or any(_MARKED.search(cell) for cell in cells):
            continue
        told = _INDEX.search(f"{above} {' '.join(heads)}")
        low, high = (50, 1000) if told else (85, 120)
        if (told or len(plain) > 1) and low <= min(plain) and max(plain) <= high:
            found.add(column)
    return frozenset(found)


def is_unit_head(head: str) -> bool:
    """Whether the column below ``head`` names the units of its rows."""
    return bool(_COLUMN.fullmatch(head.strip()))


def is_total(row: str) -> bool:
    """Whether the name of a row, in either language, says that it is the total of the others."""
    return bool(_TOTAL.fullmatch(row.strip()))


def _note(text: str) -> Units:
    note = unit_note(text, english=False)
    units = [one.written for one in note.units] if note else []
    rates = [unit for unit in units if unit in _PERCENT]
    amounts = [unit for unit in units if unit not in _PERCENT]
    if len(amounts) > 1:
        return Units()
    return Units(amounts[0] if amounts else "", rates[0] if rates else "")
