"""Find the figures of an article that may be key figures, in sentences and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.statistics.bounds import bound_before, read_amount, with_bound
from generator.statistics.currency import with_currency
from generator.statistics.growth import growth_after, is_share_of_plan, restates
from generator.statistics.growth_columns import UNSURE, amount_column
from generator.statistics.per_unit import is_priced, told_per
from generator.statistics.rows import SENTENCE, cells
from generator.statistics.table_units import head_column, index_columns, is_rate, units_of

# Words for what is produced, sold or carried in great numbers.
_OF_MANY = "箱|册"
_DIGIT, _PLACES = "一二两三四五六七八九十", "一二两三四五六七八九十百千零"
# Thousands apart (1 286.9亿元) as in `generator.figures`; but 图1 286亿元.
_BLANK = "[ \u00a0\u2009\u202f]"
_APART_BY_BLANKS = rf"(?<![0-9.A-Za-z表图注])[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}}(?![0-9]))+"
_PART = rf"(?:(?:{_APART_BY_BLANKS}|[0-9][0-9,]*)(?:\.[0-9]+)?|[{_DIGIT}][{_PLACES}]*)"
# A number in one or several parts: 1万2034亿, 两万三千亿, 1兆2,034亿5,600万, 3亿2千万.
_NUMBER = rf"{_PART}(?:\s?[千百万亿兆]+\s?[零又]?{_PART}){{0,6}}"
_MONEY = (
    "元|美元|港元|欧元|日元|日圆|韩元|英镑|加元|澳元|澳门元|新加坡元|瑞士法郎|卢布|"
    "美金|港币|新?台币|澳门币|人民币"
)
_MEASURE = (
    "亩|公顷|平方米|平方公里|平米|㎡|[吨人]公里|公里|万吨|吨|千瓦时?|兆瓦时?|GWh?|MWh?|立方米|桶"
    "|标准?箱|国际标准?箱|TEU|(?<=[万亿])度(?![假])"
)
_COUNT = (
    "人次|架次|艘次|个|家|户|项|件|人|名|座|条|所|辆|台|张|套|艘|架|列|处|间|栋|幢|株|头|只|部|起"
    f"|例|班|趟|口|宗|笔|支|羽|尾|场|(?<=[万亿])(?:{_OF_MANY})"
)
# A minus before a percentage or a balance: 同比-1.4%, 净利润为-3.2亿元.
_SIGN = (
    r"(?:[-－−](?=[0-9][0-9,.]*\s?[%％])(?<![0-9A-Za-z元亿万千百个家户项亩%％米][-－−])"
    r"|(?<=[为是（(：])[-－−](?=[0-9])|(?<=利润|净利|净额|差额|收益|余额|结余|增减|同比|净增)[-－−](?=[0-9])"
    r"|\A[-－−](?=[0-9]))"
)
# A figure of a kind that may be a key figure; this pattern skips most of the text.
CORE = late_regex(
    # A fast check of the first character.
    r"(?=[-－−0-9一二三四五六七八九十百两将近接超突大约逾不至])"
    rf"(?:{_SIGN}?(?:将近|接近|超过|突破|大约|约|近|超|逾|不足|不到|至少)?{_NUMBER}\s?"
    rf"(?:[余多](?=[万亿]))?(?:[十百千万亿兆]+)?(?:余|多)?\s?"
    rf"(?:(?P<money>{_MONEY})|(?P<measure>{_MEASURE})|(?P<count>(?:{_COUNT})(?!次))|(?P<percent>%|％))"
    r"(?!分点)|百分之[一二三四五六七八九十百点零]+)(?:以上|以下|以内|左右)?"
)
# After these a number is a part of something longer: a range, an ordinal, an identifier.
_JOINED = late_regex(
    r"(?:[0-9A-Za-z./第]|(?<![（(比年期长])[+＋]|[0-9元亿万千百个家户项亩%％米]\s?[~～至到—–-]"
    # The end of an amount of which the beginning could not be read: 1兆元又500亿元.
    r"|[万亿兆][零又余多]?\s?|元[零又])\Z"
)
# Words that end in what would be a hedge: 签约20亿元, 附近3公里.
_NO_HEDGE = late_regex(r"(?:[签合节预契条公违邀]约|[附最邻]近)\Z")
_GOT = tuple("拿得达收找做看想等用享遇买凑赚领")
# Beside a lost character a number is a part of another one: 6\ufffd8亿元.
_LOST_BEFORE = late_regex(r"(?:[\ufffc\ufffd\ue000-\uf8ff][.,]?|[0-9]\?)\s?\Z")
# The end of a number whose first digits could not be read with it: 2013 842元, 28 6亿元.
_DIGITS_BEFORE = late_regex(rf"(?:(?<![0-9.,])[0-9]{{1,3}}|(?P<any>[0-9])){_BLANK}\Z")
_THREE = late_regex(rf"[0-9]{{3}}(?![0-9,])|[0-9]{{1,3}}{_BLANK}[0-9]")
_LOST_AFTER = late_regex(r"\s?[\ufffc\ufffd\ue000-\uf8ff]")
# 5万吨级泊位, 60万千瓦等级机组, 500亿元级产业园: a class of things.
CLASS = late_regex(r"(?:以上|以下)?(?:等级|量级|[级級](?![差联]))")
_RANGED = late_regex(r"\s?(?:[-—–~～至到]|(?<=元)[零又])\s?[0-9一二三四五六七八九十]")
_BETWEEN = late_regex(r"\s?(?:、|，|和|与|及|以及)\s?")
_APART = late_regex(r"[，,；（(]|其中")
# What a change is measured against: 较2023年的280亿元增长7.1%.
_BASE = late_regex(r"(?:比|较|从|由|相比于?)[^，。；：]{0,14}\Z")
_NEAR = 24
PROSE = frozenset({"p", "ul", "ol", "blockquote", "table", "dl"})
_UNDER_HEADING = frozenset({"ul", "ol", "table", "dl"})
_BARE_YEAR = late_regex(r"(?:19|20)[0-9]{2}")
# The number of a cell with its sign, an arrow or a word for it, and perhaps its unit.
_SIGNED = late_regex(
    r"(?P<sign>[-－−–—﹣▼↓▽]|[+＋▲↑△])?\s?"
    rf"(?P<number>(?:[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+|[0-9][0-9,]*)(?:\.[0-9]+)?)"
    r"\s?(?P<unit>[%％])?\s?(?P<arrow>[▼↓▽]|[▲↑△])?"
)
_FALLS = frozenset("-－−–—﹣▼↓▽")
_CHANGED = late_regex(
    r"(?P<word>(?:同比|环比)?(?:下降|下跌|减少|降低|回落|增长|上升|增加|提高))\s?"
    r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)"
)
# The unit of a column: 金额（亿元）, 增速(%), 单位：万吨.
_UNIT = late_regex(
    rf"[（(]\s?(?:单位[:：])?±?\s?(?P<name>人民币|新?台币|港币|澳门币|日币|韩币|美金)?[，,]?"
    rf"(?P<unit>(?:[十百千万亿]+)?(?:{_MONEY}|{_MEASURE}|{_COUNT})|[%％])"
    r"[，,]?(?P<after>人民币|新?台币|港币|澳门币|美金)?\s?[）)]"
)
# The column of a list of projects that says where they are.
_LOCATION = late_regex(
    r"(?:建设|项目|实施|施工|工程)(?:地[点址区]|位置|所在地)|(?:所[在属]|属)(?:地|区县|县区|县市区?|辖区|区域)|\A(?:区县|县区|县（?市、?区）?|地[点区]|辖区)\Z"
)
# Longer sentences are skipped, because they could not be quoted.
LONGEST = 2000


class Place(NamedTuple):
    """A candidate: ``sentence[start:end]`` in ``block`` (from 1), with the text ``until`` there.

    ``last`` is the span of the amount before it in the sentence of which it may be the growth.
    ``listed`` is its index in a list of figures (from 0), the length of the list, and the start of
    the first figure. ``said`` is the
    figure's text if it differs from its span, ``named`` the currency that is named beside it. In a
    table, ``row`` and ``column`` count from 0, the sentence is the row's header and the cell, and
    ``column_head`` is the column's header, and ``of`` the column of the amount whose growth it
    is, or -1. ``headings`` are texts above it that may contain its
    time, the nearest first; ``heading`` is the one of its section. ``where`` is the cell of its row
    that names a place (建设地点).
    """

    sentence: str
    start: int
    end: int
    kind: str
    block: int
    until: str
    last: tuple[int, int] = (0, 0)
    listed: tuple[int, int, int] = (0, 1, 0)
    said: str = ""
    named: str = ""
    row: int = -1
    column: int = -1
    column_head: str = ""
    of: int = -1
    headings: tuple[str, ...] = ()
    heading: str = ""
    where: str = ""

    @property
    def amount(self) -> str:
        """The text of the figure, to be parsed."""
        return self.said or self.sentence[self.start : self.end]


def places(blocks: Sequence[str], headline: str = "") -> Iterator[Place]:
    """Every candidate of the HTML ``blocks`` below ``headline``, in the order of the text."""
    heading = ""
    for number, block in enumerate(blocks, 1):
        name = block_name(block)
        if name[:1] == "h" and name[1:].isdigit():
            heading = plain_text(block)
        if name not in PROSE:
            continue
        above = (heading,) if heading and name in _UNDER_HEADING else ()
        if name == "table":
            for place in _table(blocks, number, above, f"{headline} {heading}"):
                yield place._replace(heading=heading)
            continue
        text = plain_text(block)
        for match in SENTENCE.finditer(text):
            sentence = match.group()
            if len(sentence) <= LONGEST:
                for place in _in_sentence(sentence, number, text[: match.start()], above):
                    yield place._replace(heading=heading) if heading else place


def _in_sentence(
    sentence: str, number: int, passed: str, above: tuple[str, ...]
) -> Iterator[Place]:
    last = (0, 0)
    for run in _runs(sentence):
        for place, one in enumerate(run):
            listed = (place, len(run), run[0].start)
            yield Place(
                sentence, one.start, one.end, one.kind, number, passed, last, listed,
                one.said, one.named, headings=above,
            )  # fmt: skip
            if one.kind == "percent" and is_share_of_plan(sentence[last[1] : one.start]):
                continue
            if one.kind == "percent" or len(run) > 1:
                last = (0, 0)
            elif not restates(sentence[last[1] : one.start], sentence[one.start : one.end]):
                # Of two amounts in one clause, the growth may be either's.
                one_clause = last[1] and not _APART.search(sentence, last[1], one.start)
                other = one_clause and not sentence.startswith("月", last[1])  # 前4个月
                if not _BASE.search(sentence[max(0, one.start - _NEAR) : one.start]):
                    last = (0, 0) if other else (one.start, one.end)


class _One(NamedTuple):
    """A figure of a sentence; ``said``, ``named`` as in `Place`."""

    start: int
    end: int
    kind: str
    said: str = ""
    named: str = ""


def _runs(sentence: str) -> list[list[_One]]:
    """The figures of a sentence in lists: figures with only "and" or a comma between them."""
    runs: list[list[_One]] = []
    priced = 0
    for core in CORE.finditer(sentence):
        start, end = core.span()
        if sentence[start] in "约近" and _NO_HEDGE.search(sentence[max(0, start - 1) : start + 1]):
            start += 1
        elif sentence.startswith("不到", start) and sentence[start - 1 : start] in _GOT:
            start += 2  # 拿不到3亿元
        else:
            start, end = with_bound(sentence, start, end)
        one = _One(start, end, core.lastgroup or "percent")
        if one.kind == "money" and (found := with_currency(sentence, start, end)):
            one = _One(found.start, found.end, "money", found.said, found.name)
            word = bound_before(sentence, found.start)
            if word and read_amount(said := f"{found.name}{word}{core.group()}"):
                # 不低于港币2亿元
                one = one._replace(start=found.start - len(word), said=said)
        if _JOINED.search(sentence[max(0, one.start - 3) : one.start]) or _RANGED.match(
            sentence, one.end
        ):
            continue
        if _LOST_BEFORE.search(sentence[max(0, one.start - 3) : one.start]):
            continue
        apart = _DIGITS_BEFORE.search(sentence[max(0, start - 6) : start])
        if apart and (not apart["any"] or _THREE.match(sentence, start)):
            continue
        if (
            one.kind == "percent"
            and priced
            and growth_after(sentence[priced : one.start], sentence[one.start : one.end])
        ):
            continue  # The growth of a price that is left out: 每平方米7862元，下降2.1%.
        priced = 0
        if one.kind != "percent":
            rate = told_per(sentence, one.start, one.end)
            if rate < 0:
                priced = one.end
                continue
            one = one._replace(end=rate, said=one.said and one.said + sentence[one.end : rate])
        if _LOST_AFTER.match(sentence, one.end) or CLASS.match(sentence, one.end):
            continue
        if runs and _BETWEEN.fullmatch(sentence, runs[-1][-1].end, one.start):
            first = runs[-1][0]
            if first.named and one.kind == "money" and not one.named:
                # 港币2亿元和3亿元: the name is that of the whole list.
                one = one._replace(said=first.named + core.group(), named=first.named)
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _table(
    blocks: Sequence[str], number: int, above: tuple[str, ...], titles: str
) -> Iterator[Place]:
    """The figures in the cells of a table, with the headers of their rows and columns. ``titles``
    are the headings that stand over it."""
    rows = cells(blocks[number - 1])
    if len(rows) < 2 and (not rows or len(rows[0]) != 2):
        return
    # If the first row has figures, it is not a header: a table of names and figures.
    plain = not any(CORE.search(cell) for cell in rows[0][1:]) and len(rows) > 1
    heads = rows[0] if plain else []
    names = head_column(rows) if plain else 0
    units = units_of(blocks, number, rows)
    said = plain_text(blocks[number - 2]) if number > 1 else ""
    indices = index_columns(rows, names, f"{titles} {said}") if plain else frozenset()
    where = next((at for at, head in enumerate(heads) if _LOCATION.search(head)), len(heads))
    where = where if heads else len(rows[0])
    corner = heads[names] if names < len(heads) else ""
    for at, row in enumerate(rows):
        if (at == 0 and plain) or names >= len(row):
            continue
        name = row[names] or row[0]
        for column in range(names + 1, len(row)):
            if column in indices:
                continue
            head = heads[column] if column < len(heads) else ""
            times = tuple(filter(None, map(_dated, (head, name, corner)))) + above
            given = units.at(rows, at, column) if plain else units.amount
            of = amount_column(heads, names, column) if column < len(heads) else -1
            for found in _in_cell(name, row[column], head, given):
                if found.kind == "percent" and of == UNSURE:
                    continue
                yield found._replace(
                    where=row[where] if where < len(row) else "",
                    block=number,
                    row=at,
                    column=column,
                    column_head=_UNIT.sub("", head),
                    of=of if found.kind == "percent" else -1,
                    headings=times,
                )


def _in_cell(row: str, cell: str, head: str, given: str) -> Iterator[Place]:
    found = _unit_of(row, head, given)
    unit, currency, name = "", "", row
    if found:
        unit, currency = found["unit"], found["name"] or found["after"] or ""
        name = _UNIT.sub("", row)
    signed = _SIGNED.fullmatch(cell)
    if signed and (signed["unit"] or unit):
        marks = {signed["sign"] or "", signed["arrow"] or ""}
        minus = "-" if marks & _FALLS else ""
        amount = minus, signed["number"], signed["unit"] or unit
        yield from _cell_place(f"{name}：", *amount, currency)
        return
    changed = _CHANGED.fullmatch(cell)
    if changed and unit:
        yield from _cell_place(name + changed["word"], "", changed["number"], unit, currency)
        return
    for run in _runs(cell):
        for one in run:
            joint = "：" if one.start == 0 else ""
            line, shift = row + joint + cell, len(row + joint)
            yield Place(
                line, one.start + shift, one.end + shift, one.kind, 0, "",
                said=one.said, named=one.named,
            )  # fmt: skip


def _unit_of(row: str, head: str, given: str) -> re.Match[str] | None:
    """The unit of a plain number below ``head``: a column of rates never has that of its row."""
    found = _UNIT.search(head)
    if found or is_priced(head):
        return found
    if is_rate(head):
        known = is_rate(row) or is_priced(row) or "‰" in head + row
        return None if known else _UNIT.search("（%）")
    if is_priced(row):
        return None
    return _UNIT.search(row) or _UNIT.search(f"（{given}）")


def _cell_place(before: str, minus: str, number: str, unit: str, currency: str) -> Iterator[Place]:
    """The figure of a cell that has only a number."""
    core = CORE.fullmatch(number + unit)
    if core:
        line = before + number
        kind, said = core.lastgroup or "percent", f"{currency}{minus}{core.group()}"
        yield Place(line, len(before), len(line), kind, 0, "", said=said, named=currency)


def _dated(head: str) -> str:
    return head + "年" if _BARE_YEAR.fullmatch(head) else head
