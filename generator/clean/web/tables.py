"""Tables of data, as opposed to the layout of a page: their cells row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import lxml.etree

from generator.clean.web.text import Element, joined
from generator.patterns import late_regex

# Elements that may be in a cell of data; any other element is a sign of layout.
_INLINE = frozenset(
    "a abbr b big br cite code del div em font i ins mark o:p p s section small span strike strong"
    " sub sup time tt u var".split()
)
_PARTS = frozenset("tbody thead tfoot tr td th caption colgroup col".split())
_APART = frozenset("br div p section".split())
_LONGEST, _USUAL = 300, 60  # characters of a cell, and of all on average
_COLUMNS = 50
# Labels in a table that describes a document (索引号, 发文机关) and is not part of its text.
_DETAIL = late_regex(
    r"^(?:索\s*引\s*号|信息索引|发文(?:机关|字号|日期|单位)|发布(?:机构|机关|日期|时间|单位)|公开(?:方式|形式|类别|时限|范围|主体)"
    r"|(?:主题|体裁|信息|组配|公文|服务对象)分类|(?:成文|生成|生效|印发|废止)(?:日期|时间)|文\s*号|有\s*效\s*性|效力(?:状态)?"
    r"|主\s*题\s*词|关键词|标\s*题|名\s*称|信息名称|(?:信息|文章|稿件)?来源|责任部门|(?:点击|浏览|阅读)(?:数|次数|量))\s*[:：]?"
)
_SIGNS = 2


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells, as many as the table has columns, and the number of characters
    in links. ``alone`` says that one text spans the whole row."""

    cells: tuple[str, ...]
    linked: int = 0
    alone: bool = False


@dataclass
class _Read:
    """A parsed row: ``cells`` as they are written, ``said`` with the texts of cells that span into
    it from the left or above, the characters in links, and the largest spans ``down`` and
    ``across``."""

    cells: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    linked: int = 0
    down: int = 1
    across: int = 1

    def reached(self, above: dict[tuple[int, int], str], number: int) -> None:
        """Add the next cells of row ``number`` that span down from ``above``."""
        while (said := above.pop((number, len(self.cells)), None)) is not None:
            self.cells.append("")
            self.said.append(said)

    @property
    def alone(self) -> bool:
        """Whether one text spans the whole row."""
        return len([cell for cell in self.cells if cell]) == 1 and self.across == len(self.cells)


def rows_of(table: Element) -> list[Row]:
    """Return the rows of a table of data; none if the table is only layout.

    The text of a cell that spans several rows or columns is given once, the other cells are empty.
    Several heading rows, of which one has a cell that spans columns, become one: 5月 绝对量, 5月
    增长.
    """
    if any(not _may_be_data(element) for element in table.iterdescendants()):
        return []
    rows = [row for row in _read(table) if any(row.cells)]
    columns = max((len(row.cells) for row in rows), default=0)
    filled = [len(cell) for row in rows for cell in row.cells if cell]
    several = sum(len([cell for cell in row.cells if cell]) > 1 for row in rows)
    if several < 2 or several < 0.6 * len(rows) or columns > _COLUMNS:
        return []
    total, longest, linked = sum(filled), max(filled), sum(row.linked for row in rows)
    if longest > _LONGEST or total > _USUAL * len(filled) or linked > total / 2:
        return []
    if longest > _USUAL / 2 and longest > total / 2:
        return []
    return [
        Row(_padded(row.cells, columns), row.linked, row.alone) for row in _with_one_heading(rows)
    ]


def _read(table: Element) -> Iterator[_Read]:
    above: dict[tuple[int, int], str] = {}
    for number, element in enumerate(table.iter("tr")):
        row = _Read()
        for cell in element.iterchildren("td", "th"):
            row.reached(above, number)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            text, start = _text(cell), len(row.cells)
            row.cells += [text, *[""] * (across - 1)]
            row.said += [text] * across
            row.down, row.across = max(row.down, down), max(row.across, across)
            row.linked += sum(len("".join(link.itertext()).strip()) for link in cell.iter("a"))
            for below in range(1, down):
                above |= dict.fromkeys(((number + below, start + c) for c in range(across)), text)
        row.reached(above, number)
        yield row


def _with_one_heading(rows: list[_Read]) -> list[_Read]:
    first = next((place for place, row in enumerate(rows) if not row.alone), 0)
    end = first + rows[first].down
    heads = rows[first:end]
    if len(heads) < 2 or rows[first].across < 2 or end >= len(rows):
        return rows
    columns = max(len(row.said) for row in heads)
    said = [[row.said[c] for row in heads if c < len(row.said)] for c in range(columns)]
    cells = [" ".join(dict.fromkeys(filter(None, texts))) for texts in said]
    return [*rows[:first], _Read(cells, cells, sum(row.linked for row in heads)), *rows[end:]]


def _padded(cells: list[str], columns: int) -> tuple[str, ...]:
    return tuple(cell.replace("|", "｜") for cell in [*cells, *[""] * (columns - len(cells))])


def is_about_document(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table describes a document: its number, its issuer, its date."""
    return sum(bool(_DETAIL.match(cell)) for row in rows for cell in row) >= _SIGNS


def with_colons(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a row that describes a document, each label with its value:
    发布日期：2024-03-14."""
    parts: list[str] = []
    waiting = ""
    for cell in filter(None, cells):
        label = _DETAIL.fullmatch(cell)
        if waiting and not label:
            cell = f"{waiting}：{cell}"
        elif waiting:
            parts.append(waiting)
        waiting = cell.rstrip(":： ") if label else ""
        if not label:
            parts.append(cell)
    return tuple(parts) + ((waiting,) if waiting else ())


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
