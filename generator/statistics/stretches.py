"""Times from one part of a year to another: 去年四季度至今年一季度, 7月中旬至8月上旬."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.statistics.spans import Period, last_day

_NUMBER = r"(?:1[0-2]|0?[1-9])"
_TO = r"(?:至|到|-|—|–|~|～|－){1,2}"
# Times that are not the same days in all years, or no exact ones.
_VAGUE = (
    r"(?:春节|国庆节?|元旦|五一|中秋节?|端午节?|年初|年中|暑假|寒假|入[春夏秋冬]|[春夏秋冬][季天]?)"
)


def _edge(at: str) -> str:
    """The pattern of one end of such a time; its groups end in ``at``."""
    day = rf"(?P<day{at}>[0-9]{{1,2}})日|(?P<tenth{at}>[上中下])旬|(?P<part{at}>[初中底末])"
    return (
        rf"(?:(?<![0-9])(?P<month{at}>{_NUMBER})月(?:份|{day})?"
        rf"|第?(?P<quarter{at}>[一二三四1-4])季(?:度|(?!节))(?P<ofq{at}>[初底末])?"
        rf"|(?P<half{at}>[上下])半年|(?P<end{at}>年[底末])|(?P<vague{at}>{_VAGUE}))"
    )


# The groups ``year``, ``this`` and ``last`` are those of the other times.
STRETCH = (
    r"[从自]?(?:(?:(?P<year>(?<![0-9])(?:19|20)[0-9]{2})年|(?P<this>今年|本年度?)|(?P<last>去年|上年))的?"
    rf"(?:{_edge('')}|(?P<whole>(?={_TO}(?:今|本|(?:19|20)[0-9]{{2}})年)))|{_edge('1')})"
    rf"{_TO}(?:(?P<year2>(?:19|20)[0-9]{{2}}年|今年|去年|本年)的?)?"
    rf"(?:{_edge('2')}|(?P<tenth3>[上中下])旬)(?!以来|起)"
)

_Groups = Mapping[str, str | None]


class _Days(NamedTuple):
    """From ``first`` to ``last``, each a month and a day; ``exact`` if that is certain, ``whole``
    if they are whole months."""

    first: tuple[int, int]
    last: tuple[int, int]
    exact: bool = True
    whole: bool = True


def begins_year(groups: _Groups) -> bool:
    """Whether it is from the first quarter of a year to another of the same one."""
    first = groups["quarter"] or groups["quarter1"]
    return first in ("一", "1") and bool(groups["quarter2"]) and not groups["year2"]


def last_month(groups: _Groups) -> int:
    """The month in which it ends."""
    return _days(groups, "2", groups["month"] or groups["month1"]).last[0]


def stretch(groups: _Groups, year: int, until: int) -> Period:
    """The period from a part of ``year`` to one of ``until``, which is 0 if it is the same year;
    unknown if its days are not certain."""
    last = _days(groups, "2", groups["month"] or groups["month1"])
    named = bool(groups["year"] or groups["this"] or groups["last"])
    first = _Days((1, 1), (12, 31))
    if groups["whole"] is None:
        first = _days(groups, "" if named else "1", None)
    end = until or year
    whole = first.whole and last.whole
    if not (first.exact and last.exact) or (year, first.first) >= (end, last.last):
        return Period()
    start, stop = first.first[0], last.last[0]
    if whole and year == end:
        return Period(end, f"{start:02}/{stop:02}")
    if whole:
        return Period(end, "", "months", f"{year}-{start:02}/{end}-{stop:02}")
    if year != end:
        return Period()
    until_day = min(last.last[1], last_day(end, stop))
    dates = f"{year}-{start:02}-{first.first[1]:02}/{end}-{stop:02}-{until_day:02}"
    return Period(end, "", "days", dates)


def _days(groups: _Groups, at: str, month: str | None) -> _Days:
    """The days of the end ``at``; ``month`` is that of the other end, of which 中旬 may be."""
    if at == "2" and groups["tenth3"]:
        return _tenth(int(month or 0), groups["tenth3"] or "")
    number = int(groups[f"month{at}"] or 0)
    if groups[f"half{at}"]:
        return _months(1, 6) if groups[f"half{at}"] == "上" else _months(7, 12)
    if quarter := groups[f"quarter{at}"]:
        last = 3 * (int(quarter) if quarter.isdigit() else "一二三四".index(quarter) + 1)
        # 初 is no day; 末 is the last one only where something ends.
        ends = groups[f"ofq{at}"] in ("底", "末") and at == "2"
        return _months(last - 2, last)._replace(exact=ends or not groups[f"ofq{at}"])
    if groups[f"end{at}"]:
        return _months(12, 12)._replace(exact=at == "2")
    if groups[f"day{at}"]:
        day = int(groups[f"day{at}"] or 0)
        return _Days((number, day), (number, day), whole=False)
    if groups[f"tenth{at}"]:
        return _tenth(number, groups[f"tenth{at}"] or "")
    part = groups[f"part{at}"]
    exact = bool(number) and (not part or (part in "底末" and at == "2"))
    return _months(number, number)._replace(exact=exact)


def _months(first: int, last: int) -> _Days:
    return _Days((first, 1), (last, 31))


def _tenth(month: int, name: str) -> _Days:
    place = "上中下".index(name)
    return _Days((month, 10 * place + 1), (month, (10, 20, 31)[place]), bool(month), whole=False)
