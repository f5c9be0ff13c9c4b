"""Tables that hold data, and not the layout of a page: their cells row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import lxml.etree

from generator.clean.web.text import Element, joined
from generator.patterns import late_regex

# What may stand in a cell of data; anything else belongs to the layout of a page.
_INLINE = frozenset(
    "a abbr b big br cite code del div em font i ins mark o:p p s section small span strike strong"
    " sub sup time tt u var".split()
)
_PARTS = frozenset("tbody thead tfoot tr td th caption colgroup col".split())
_APART = frozenset("br div p section".split())
_LONGEST, _USUAL = 300, 60  # characters of a cell, and of all on average
_COLUMNS = 50
# What a table says of a document: 索引号, 发文机关, and not what is in it.
_DETAIL = late_regex(
    r"^(?:索\s*引\s*号|信息索引|发文(?:机关|字号|日期|单位)|发布(?:机构|机关|日期|时间|单位)|公开(?:方式|形式|类别|时限|范围|主体)"
    r"|(?:主题|体裁|信息|组配|公文|服务对象)分类|(?:成文|生成|生效|印发|废止)(?:日期|时间)|文\s*号|有\s*效\s*性|效力(?:状态)?"
    r"|主\s*题\s*词|关键词|标\s*题|名\s*称|信息名称|(?:信息|文章|稿件)?来源|责任部门|(?:点击|浏览|阅读)(?:数|次数|量))\s*[:：]?"
)
_SIGNS = 2


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells, as many as the table has columns, and how many characters
    of them are links. ``alone`` is a text that reaches over the whole table."""

    cells: tuple[str, ...]
    linked: int = 0
    alone: bool = False


def rows_of(table: Element) -> list[Row]:
    """The rows of a table of data; none where a table is only there for its layout.

    Cells that reach over several rows or columns are said once, the others are empty.
    """
    if any(not _may_be_data(element) for element in table.iterdescendants()):
        return []
    grid: list[list[str]] = []
    links: list[int] = []
    whole: list[bool] = []
    above: dict[tuple[int, int], bool] = {}
    for number, row in enumerate(table.iter("tr")):
        cells: list[str] = []
        linked, widest = 0, 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while above.pop((number, len(cells)), False):
                cells.append("")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            start = len(cells)
            cells += [_text(cell), *[""] * (across - 1)]
            widest = max(widest, across)
            linked += sum(len("".join(link.itertext()).strip()) for link in cell.iter("a"))
            for below in range(1, down):
                above |= dict.fromkeys(((number + below, start + c) for c in range(across)), True)
        while above.pop((number, len(cells)), False):
            cells.append("")
        if any(cells):
            grid.append(cells)
            links.append(linked)
            whole.append(len([cell for cell in cells if cell]) == 1 and widest == len(cells))
    return _checked(grid, links, whole)


def _checked(grid: list[list[str]], links: list[int], whole: list[bool]) -> list[Row]:
    columns = max(map(len, grid), default=0)
    filled = [cell for row in grid for cell in row if cell]
    several = sum(len([cell for cell in row if cell]) > 1 for row in grid)
    if several < 2 or several < 0.6 * len(grid) or columns > _COLUMNS:
        return []
    total, longest = sum(map(len, filled)), max(map(len, filled))
    if longest > _LONGEST or total > _USUAL * len(filled) or sum(links) > total / 2:
        return []
    if longest > _USUAL / 2 and longest > total / 2:
        return []
    return [
        Row(
            tuple(cell.replace("|", "｜") for cell in [*row, *[""] * (columns - len(row))]),
            linked,
            alone,
        )
        for row, linked, alone in zip(grid, links, whole, strict=True)
    ]


def is_about_document(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table tells of a document: its number, who issued it, when."""
    return sum(bool(_DETAIL.match(cell)) for row in rows for cell in row) >= _SIGNS


def _may_be_data(element: Element) -> bool:
    return element.tag in _INLINE or element.tag in _PARTS


def _span(cell: Element, key: str) -> int:
    value = (cell.get(key) or "").strip()
    return (
        min(int(value), _COLUMNS + 1) if value.isascii() and value.isdigit() and value != "0" else 1
    )


def _text(cell: Element) -> str:
    return joined(list(_texts(cell))).replace("\u3000", " ")


def _texts(cell: Element) -> Iterator[str]:
    for event, element in lxml.etree.iterwalk(cell, events=("start", "end")):
        if element.tag in _APART:
            yield " "
        if event == "start":
            yield element.text or ""
        elif element is not cell:
            yield element.tail or ""
