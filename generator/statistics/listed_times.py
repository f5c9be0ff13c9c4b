"""The times of figures in the heads of tables, and in turn in lists of several years."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.spans import Period

_NUMBERS = {numeral: value for value, numeral in enumerate("一二三四五", 1)} | {"两": 2}
_MONTH = late_regex(
    r"(?:(?P<digits>(?:19|20)[0-9]{2})年|(?P<this>今年|本年)|(?P<last>去年|上年))?"
    r"(?P<month>1[0-2]|0?[1-9])月(?![0-9末底初上中下起]|份?以来|至|到|-|—|–|~)"
)


def month_of_heading(heading: str, article_year: int, article_month: int) -> Period:
    """The single month that a row or column of a table begins with: 9月, 2026年9月.

    Without a year it is the last one of that name up to the article's month.
    """
    match = _MONTH.match(heading)
    if match is None or "累计" in heading or heading.count("月") > 1 + ("当月" in heading):
        return Period()
    number = int(match["month"])
    if match["digits"] or match["this"] or match["last"]:
        year = article_year - bool(match["last"])
        year = int(match["digits"]) if match["digits"] else year
    else:
        year = article_year - (0 < article_month < number)
    return Period(year, f"{number:02}/{number:02}")


_LISTED_YEARS = late_regex(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}年?(?:[、，和与及至到—–~～-]+))+(?:19|20)[0-9]{2}年"
)
_A_YEAR = late_regex(
    r"(?<![0-9])(?:19|20)[0-9]{2}年(?!代|[底末初])|(?:今年|本年度?)(?![底末初])|去年(?!同期|[底末初])"
)
_FOUR = late_regex(r"(?:19|20)[0-9]{2}")
_RECENT = late_regex(r"(?:最近|过去|近|前)(?P<n>[2-5二两三四五])年")


def years_of_list(
    before: str, count: int, article_year: int, article_month: int
) -> tuple[tuple[int, ...], bool]:
    """The years of a list of ``count`` figures after the words ``before``, the oldest first.

    The years are named (2021年、2022年和2023年, 2021年至2023年), or they are the last complete
    years before the article (近三年; not in December, when the current year may be meant). Empty if
    it is not certain. The second value says whether the years are named.
    """
    named = list(_LISTED_YEARS.finditer(before))
    if len(named) == 1:
        years = tuple(map(int, _FOUR.findall(named[0].group())))
        if len(years) == 2 and count > 2:
            years = tuple(range(years[0], years[1] + 1))
        return (years if len(years) == count else ()), True
    recent = list(_RECENT.finditer(before))
    if len(recent) != 1 or not 0 < article_month < 12 or _A_YEAR.search(before):
        return (), False
    said = recent[0]["n"]
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 2)
    return (tuple(range(article_year - number, article_year)) if number == count else ()), False
