"""Times that are no plain part of a year: its end, some of its days, several years, until now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from generator.needs import Gate, needs_of, numbers
from generator.patterns import late_regex
from generator.statistics.spans import Period, last_day
from generator.statistics.stretches import STRETCH, begins_year, last_month, stretch

_YEAR = r"(?:(?P<year>(?<![0-9])(?:19|20)[0-9]{2})年|(?P<this>今年|本年度?)|(?P<last>去年|上年))的?"
_NUMBER = r"(?:1[0-2]|0?[1-9])"
_MONTH = rf"(?<![0-9])(?P<month>{_NUMBER})月份?"
_MONTH_IN_PART = rf"(?<![0-9])(?P<month>{_NUMBER})月(?:[0-9]{{1,2}}日|[上中下]旬|[初底末])?份?"
_QUARTER = r"(?:第(?=.季)|(?=.季度))(?P<quarter>[一二三四1-4])季度?"
# 到了9月底 tells what happened then.
_AT = r"(?<!到了)(?:截[至止]到?|到|至|从|自)?"
_TO = r"(?:至|到|-|—|–|~|～|－)"
_DATE = r"[12][0-9]|3[01]|0?[1-9]"
_PLAN = r"[“「]?十(?P<plan>[一二三四五六])五[”」]?(?:规划)?"
_NUMERAL = r"(?P<n>[1-9][0-9]?|[一二两三四五六七八九十]{1,3})"
# Not a deadline (6月底前), not a beginning (9月底以来).
_EDGE = r"[末底](?![以之]?前|以来|起|至|到|-|—)"
# The end of the year that other words name: 2025年…，年末常住人口.
END_OF_ITS_YEAR = late_regex(
    rf"(?<![0-9每前今去上明后当全往历来次同一二三四五六七八九十])年{_EDGE}"
)
# The last month in which 年末 alone is the end of the year before, as in yearly statistics.
_STATISTICS = 2
_MANY = 100
_GATE = "moments"
# Kinds of times that the article's date makes certain.
_OF_ARTICLE = ("now", "start", "past year")

# After a day these tell the time that ends there: 截至6月底的12个月.
_ENDING_THERE = late_regex(
    r"(?:的|之)?(?:过去|此前|前|最近|近)?的?(?:[0-9一二两三四五六七八九十]+(?:个(?:月|季度)|年(?![前末底初]))"
    r"|半年|上?个?(?:财政|会计|财务)?年度|财年|止)"
)
# 《规划（2021—2025年）》 is a name.
_TITLED = late_regex(r"《[^》]*\Z")

_Groups = Mapping[str, str | None]


class Moment(NamedTuple):
    """A time at ``text[start:end]``; its period has no year if that is not certain. ``inferred``:
    the year is not named, but follows from the article's date; ``bare``: it may be of any year that
    other words name (年末)."""

    start: int
    end: int
    period: Period
    inferred: bool = False
    bare: bool = False


@lru_cache(maxsize=1 << 12)
def moments(text: str, year: int, month: int, of: int = 0) -> tuple[Moment, ...]:
    """The times of that kind in ``text`` in order, for an article of ``year`` and ``month``.
    Those without a year are of the year ``of``, if it is not 0."""
    found: list[Moment] = []
    for row in numbers(_gate().rows(text)[_GATE]):
        name, pattern = _PATTERNS[row]
        for match in pattern.finditer(text):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            if _TITLED.search(text, 0, match.start()):
                continue
            groups = match.groupdict()
            made = _READERS[name](groups, _Article(year, month, of))
            if made and made.span in ("end", "day") and _ENDING_THERE.match(text, match.end()):
                made = Period()
            if made is not None:
                named = any(groups.get(key) for key in ("year", "this", "last", "year2", "plan"))
                inferred = not named and not of and name not in _OF_ARTICLE
                found.append(Moment(*match.span(), made, inferred, name == "year's end"))
    return tuple(sorted(found))


@cache
def _gate() -> Gate:
    """Finds which of the patterns a text may match."""
    return Gate({_GATE: [needs_of(pattern.pattern) for _, pattern in _PATTERNS]})


class _Article(NamedTuple):
    """The date of an article, and the year that its words are ``of`` if they name none."""

    year: int
    month: int
    of: int

    def named(self, groups: _Groups) -> int:
        """The year that is named; 0 if none is."""
        if groups.get("year"):
            return self.said(groups["year"] or "")
        if groups.get("this"):
            return self.year
        return self.year - 1 if groups.get("last") else self.of

    def said(self, word: str) -> int:
        """The year of 2025年, 今年 or 去年."""
        if word[:4].isdigit():
            return int(word[:4])
        return self.year if word[0] in "今本" else self.year - 1

    def year_of(self, groups: _Groups, number: int) -> int:
        """The named year, or that of the last month of that ``number``; 0 if it is not certain."""
        return self.named(groups) or year_of_month(number, self.year, self.month)


def year_of_month(number: int, year: int, month: int) -> int:
    """The year of the last month of a ``number`` before the article's; 0 if it is not certain."""
    if not month:
        return 0
    if number <= month:
        return year
    # In early spring, the last months of the year are those of the year before.
    return year - 1 if month <= 3 and number >= 10 else 0


def _now(groups: _Groups, of: _Article) -> Period:
    return Period(of.year, "", "now", f"{of.year}-{of.month:02}") if of.month else Period(of.year)


def _end_of_plan(groups: _Groups, of: _Article) -> Period:
    return Period(_plan(groups)[1], "01/12", "end")


def _end_of_year(groups: _Groups, of: _Article) -> Period:
    return Period(of.named(groups), "01/12", "end")


def _end_of_its_year(groups: _Groups, of: _Article) -> Period:
    told = of.of or (of.year - 1 if 0 < of.month <= _STATISTICS else 0)
    return Period(told, "01/12", "end") if told else Period()


def _end(groups: _Groups, of: _Article) -> Period:
    number = 3 * _number(groups["quarter"]) if groups.get("quarter") else 6
    if groups.get("month"):
        number = int(groups["month"] or 0)
    told = of.year_of(groups, number)
    return Period(told, f"{number:02}/{number:02}", "end") if told else Period()


def _on_day(groups: _Groups, of: _Article) -> Period:
    number = int(groups["month"] or of.month)
    told = of.year_of(groups, number)
    if not told or not number:
        return Period()
    return Period(told, "", "day", f"{told}-{number:02}-{int(groups['day'] or 0):02}")


def _on_part(groups: _Groups, of: _Article) -> Period:
    """As of a month, or of a year that is over."""
    number = int(groups.get("month") or 0)
    told = of.year_of(groups, number) if number else of.named(groups)
    if not told or (not number and told >= of.year):
        return Period(told)
    return Period(told, "", "day", f"{told}-{number:02}" if number else str(told))


def _days(groups: _Groups, of: _Article) -> Period:
    first = int(groups["month"] or 0)
    last = int(groups["month2"] or first)
    told = of.year_of(groups, last)
    if last < first or not told:
        return Period()
    start, end = (int(groups[name] or 0) for name in ("day", "day2"))
    dates = f"{told}-{first:02}-{start:02}/{told}-{last:02}-{end:02}"
    return Period(told, "", "days", dates)


def _tenth(groups: _Groups, of: _Article) -> Period:
    number = int(groups["month"] or 0)
    told = of.year_of(groups, number)
    if not told:
        return Period()
    place = "上中下".index(groups["tenth"] or "上")
    start, end = 10 * place + 1, 10 * place + 10 if place < 2 else last_day(told, number)
    dates = f"{told}-{number:02}-{start:02}/{told}-{number:02}-{end:02}"
    return Period(told, "", "days", dates)


def _months(groups: _Groups, of: _Article) -> Period | None:
    first, last = int(groups["month"] or 0), int(groups["month2"] or 0)
    if first == 1 and not groups["year2"]:
        return None  # The first months of a year are plain.
    told = of.named(groups)
    until = of.said(groups["year2"]) if groups["year2"] else told
    if told and until and (told, first) < (until, last):
        if told == until:
            return Period(told, f"{first:02}/{last:02}")
        return Period(until, "", "months", f"{told}-{first:02}/{until}-{last:02}")
    until = year_of_month(last, of.year, of.month)
    if told or not until or first >= last:
        return Period()
    return Period(until, f"{first:02}/{last:02}")


def _stretch(groups: _Groups, of: _Article) -> Period | None:
    if begins_year(groups):
        return None  # The first quarters of a year are plain.
    told = of.named(groups)
    until = of.said(groups["year2"]) if groups["year2"] else 0
    if until and not told:
        return Period()
    return stretch(groups, told or year_of_month(last_month(groups), of.year, of.month), until)


def _years(groups: _Groups, of: _Article) -> Period:
    first, last = _plan(groups)
    if groups.get("year"):
        first, last = int(groups["year"] or 0), int(groups["year2"] or 0)
    return Period(last, "", "years", f"{first}/{last}") if first < last else Period()


def _since(groups: _Groups, of: _Article) -> Period:
    number = int(groups.get("month") or 0)
    if groups.get("quarter"):
        number = 3 * _number(groups["quarter"]) - 2
    if groups.get("plan"):
        told = _plan(groups)[0]
    elif number:
        told = of.year_of(groups, number)
    else:
        told = of.named(groups) or of.year
    if not told or told > of.year:
        return Period()
    start = f"{told}-{number or 1:02}" if number or told == of.year else str(told)
    return Period(of.year, "", "since", start)


def _last_years(groups: _Groups, of: _Article) -> Period:
    count = _number(groups["n"])
    if not 1 < count < _MANY:
        return Period()
    return Period(of.year, "", "since", str(of.year - count))


def _past_year(groups: _Groups, of: _Article) -> Period:
    """The year before, in the months in which reports look back on it."""
    return Period(of.year - 1, "01/12") if 0 < of.month <= _STATISTICS else Period()


def _plan(groups: _Groups) -> tuple[int, int]:
    """The years of a five-year plan: 十四五 is 2021 to 2025."""
    last = 2005 + 5 * _number(groups.get("plan"))
    return last - 4, last


def _number(numeral: str | None) -> int:
    if not numeral or numeral.isdigit():
        return int(numeral or 0)
    tens, ten, ones = numeral.rpartition("十")
    value = {digit: n for n, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2, "": 0}
    return (10 * (value.get(tens, 0) or 1) if ten else 0) + value.get(ones, 0)


_READERS: Mapping[str, Callable[[_Groups, _Article], Period | None]] = {
    "now": _now, "since": _since, "start": _since, "plan's end": _end_of_plan, "day": _on_day,
    "part": _on_part, "days": _days, "tenth": _tenth, "months": _months, "end": _end,
    "stretch": _stretch, "end of year": _end_of_year, "year's end": _end_of_its_year,
    "years": _years, "past year": _past_year, "last years": _last_years,
}  # fmt: skip
_FROM = r"(?:起|开始)"
# Not 4月以来最大跌幅.
_UNTIL_NOW = r"(?:以来|至今(?!年))(?!的?(?:[^，。；0-9]{0,4}最|首|新[高低]|第|唯一|同期|历史))"
_PATTERNS = tuple(
    (name, late_regex(pattern))
    for name, pattern in (
        # 目前最大的, 比目前 and 目前的 are of no figure.
        (
            "now",
            r"(?:截[至止]到?|到)(?:目前为止|目前|现在|今(?=[，日天])|当前|发稿时?)|迄今为止|现已"
            r"|(?<![是为比较到在于从由])(?:目前|如今)(?!的|最|国内|全国|世界|唯一|[^，。；0-9]{0,8}(?:最大|唯一|首[个家条]))",
        ),
        (
            "since",
            rf"[自从]?{_YEAR}(?:[^，。；0-9以来]{{0,6}}|[^，。；以来]{{0,3}}{_MONTH_IN_PART})"
            rf"(?:{_UNTIL_NOW}|来(?=，))",
        ),
        (
            "start",
            rf"[自从]?(?<![0-9年去])(?:年初|开年)[^，。；0-9以来]{{0,6}}(?:{_UNTIL_NOW}|来(?=，))",
        ),
        ("since", rf"[自从]{_YEAR}(?:{_MONTH_IN_PART})?{_FROM}"),
        ("since", rf"[自从]?{_MONTH_IN_PART}{_UNTIL_NOW}|[自从]{_QUARTER}{_FROM}"),
        ("since", rf"[自从]{_MONTH_IN_PART}{_FROM}|{_QUARTER}{_UNTIL_NOW}"),
        ("since", rf"{_PLAN}(?:时期|期间)?(?:开局)?{_UNTIL_NOW}"),
        ("plan's end", rf"{_AT}{_PLAN}(?:时期|期间)?{_EDGE}"),
        (
            "day",
            rf"截[至止]到?(?:{_YEAR})?(?:{_MONTH})?(?P<day>{_DATE})日(?:[0-9]{{1,2}}时|零时)?",
        ),
        ("part", rf"截[至止]到?(?:{_YEAR})?{_MONTH}(?![0-9末底初上中下]|至|到|-|—)"),
        ("part", rf"截[至止]到?{_YEAR}(?![0-9末底初年]|第|[上下]半|[一二三四前全])"),
        (
            "days",
            rf"(?:{_YEAR})?(?<![0-9])(?P<month>{_NUMBER})月(?P<day>{_DATE})日?{_TO}"
            rf"(?:(?P<month2>{_NUMBER})月)?(?P<day2>{_DATE})日",
        ),
        (
            "months",
            rf"[从自]?(?:{_YEAR})?(?<![0-9])(?P<month>{_NUMBER})月?份?{_TO}"
            rf"(?P<year2>(?:19|20)[0-9]{{2}}年|今年|去年|本年)?(?P<month2>{_NUMBER})月份?"
            r"(?![0-9末底初上中下]|以来)",
        ),
        ("stretch", STRETCH),
        ("tenth", rf"(?:{_YEAR})?{_MONTH}(?P<tenth>[上中下])旬(?!以来|起|至|到|-|—)"),
        ("end of year", rf"{_AT}{_YEAR}年?{_EDGE}"),
        ("end", rf"{_AT}(?:{_YEAR})?(?:{_MONTH}|{_QUARTER}|上半年){_EDGE}"),
        ("year's end", END_OF_ITS_YEAR.pattern),
        (
            "years",
            r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年?\s?"
            rf"{_TO}{{1,2}}\s?(?P<year2>(?:19|20)[0-9]{{2}})年(?:期?间)?(?![度底末初]|[0-9]{{1,2}}月)",
        ),
        ("years", rf"{_PLAN}(?:期间|时期|期内|五年)(?!末|底)"),
        ("past year", r"(?<![在比较])过去的?一年(?![多半])"),
        (
            "last years",
            rf"(?:最近|过去|近|这)的?{_NUMERAL}[多余]?年(?:间|以?来)?(?![前后级期龄的])",
        ),
        (
            "last years",
            rf"(?<![0-9一二两三四五六七八九十百第]){_NUMERAL}[多余]?年(?:以?来)(?![前后级期龄的])",
        ),
    )
)
