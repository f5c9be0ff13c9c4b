"""Label a figure by its place, in a sentence or a table; the year of one in a list of years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.patterns import late_regex
from generator.statistics.bounds import read_amount
from generator.statistics.firms import is_of_firm
from generator.statistics.indicators import Indicator
from generator.statistics.label import CITYWIDE, Label, label_after, label_before
from generator.statistics.lead import lead_of
from generator.statistics.listed_times import years_of_list
from generator.statistics.peaks import is_peak
from generator.statistics.places import Place
from generator.statistics.spans import Period
from generator.statistics.table_units import is_total
from generator.statistics.turned import is_turned_after

# The number of characters before a figure to search for its term.
_FAR = 60
# If a Chinese character follows a figure, its noun is after it.
_OPEN = late_regex(r"[\u4e00-\u9fff]")
# Figures of several years in a row: 近三年固定资产投资分别增长13.4%、13.4%、7.2%.
_IN_TURN = late_regex(r"(?:分别|依次)(?=[为是达增下]|完成|实现|有)")
_TRADE_NEAR = 120
_WITH = late_regex(
    r"(?<![绝相])[对从自与同][^，。；：0-9]{1,20}(?:进出口|出口|进口)(?:总?[值额])?(?:达|为|约|共|完成|实现)*\Z"
)
_YEAR = late_regex(r"(?:19|20)[0-9]{2}年?")


def in_turn(place: Place, year: int, month: int) -> tuple[Period | None, bool]:
    """The year of a figure in a list with one figure for each of several years.

    Returns the period, or None if it is not in such a list, and whether the year is inferred from
    the article's date. ``year`` and ``month`` are those of the article.
    """
    number, count, first = place.listed
    if count < 2:
        return None, False
    head = place.sentence[:first]
    turn = _IN_TURN.search(head)
    if turn is None:
        return None, False
    years, named = years_of_list(head[: turn.start()], count, year, month)
    return (Period(years[number], "01/12"), not named) if years else (None, False)


def label_of(
    place: Place, known: Mapping[str, Indicator], names: tuple[str, ...], *, in_turn: bool
) -> Label | None:
    """The label of a figure by the words beside it; None if it is not certain.

    ``names`` are the names of the article's cities; ``in_turn`` says that the figure has its year
    from its position in a list.
    """
    before, after = lead_of(place), place.sentence[place.end :]
    if in_turn:
        before = _IN_TURN.sub("", before[: place.listed[2]])
    if len(before) > _FAR:
        before = "…" + before[-_FAR:]
    kind, unit = place.kind, _unit(place)
    if is_peak(
        f"{place.column_head}：{before}" if place.row >= 0 else place.sentence[: place.start]
    ):
        return None
    if place.row >= 0:
        return _label_in_table(place, known, names, before, after)
    if kind == "percent" or not _OPEN.match(after) or after.startswith("的"):
        found = label_before(before, kind, unit, known, names)
        if found is not None:
            gone = found.indicator.thing and is_turned_after(after)
            told = place.sentence[: place.start]
            gone = gone or is_of_firm(found.indicator.term, place.until, told, names)
            return None if gone or _of_somebody(found, place) else found
    if kind == "count":
        return label_after(after, before, known, unit)
    return None


def _of_somebody(label: Label, place: Place) -> bool:
    """Whether 出口 or 进口 may be what some company sells or buys, as the trade as a whole is not
    told before, or is with one part of the world."""
    said = place.until + place.sentence[: place.start]
    if _WITH.search(said[-_TRADE_NEAR:]):
        return True  # 对东盟进出口
    return label.indicator.term in ("出口", "进口") and "进出口" not in said[-_TRADE_NEAR:]


def _label_in_table(
    place: Place,
    known: Mapping[str, Indicator],
    names: tuple[str, ...],
    before: str,
    after: str,
) -> Label | None:
    """The label by the row's header and the words in the cell, else by the column's header."""
    kind, unit = place.kind, _unit(place)
    cell = before.partition("：")[2] if "：" in before else ""
    head = place.column_head
    if kind == "percent":
        before = before.rstrip("：")
    found = label_before(before, kind, unit, known, names)
    if found is None and not cell and kind == "percent":
        # The column's header is 增速 or the like.
        found = label_before(before + head, kind, unit, known, names)
    if found is not None:
        owner = head if head in names else _whole_city(place.headings, names)
        return found if found.owner else found._replace(owner=owner)
    if kind == "count" and unit == "items" and (found := label_after(after, before, known)):
        return found
    found = label_before(f"{head}：", kind, unit, known, names)
    if found is None and " " in head:
        # Of a head over several columns and one below it: 投资 总投资.
        found = label_before(f"{head.split()[-1]}：", kind, unit, known, names)
    row = before.partition("：")[0]
    if found is None or _YEAR.fullmatch(row):
        return found
    if row in names:
        return found._replace(owner=row)
    return found._replace(whole=False, bare=not is_total(row), owner="")


def _whole_city(headings: Sequence[str], names: tuple[str, ...]) -> str:
    """The city that a heading above a table names, or 全市 and the like; empty if none."""
    words = (*CITYWIDE, *names)
    return next((word for heading in headings for word in words if word in heading), "")


def _unit(place: Place) -> str:
    figure = read_amount(place.amount) if place.kind in ("count", "measure") else None
    return figure.unit if figure is not None else ""
