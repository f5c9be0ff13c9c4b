"""The period of a figure, from the words before it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.bases import without_bases

_NUMBERS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_NUMBERS |= {"十一": 11, "十二": 12}
_NUMBER = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"

_YEAR = late_regex(
    r"(?P<digits>(?<![0-9])(?:19|20)[0-9]{2})年(?!代|[底末初])"
    r"|(?P<this>今年|本年度?)(?![底末初])|(?P<last>去年)(?!同期|[底末初])"
)
_MONTHS = late_regex(
    rf"(?P<whole>全年)|(?P<half>上半年)"
    rf"|(?P<quarters>(?:前|[一1](?:季度)?[至到—–~-])(?P<q>[二三2-3两])个?季度?)"
    rf"|(?P<quarter>[一1]季度)(?![至到—–~-])"
    rf"|前(?P<first>{_NUMBER})个?月|(?<![0-9])[1一]月?(?:至|到|-|—|–|~)(?P<to>{_NUMBER})月(?![0-9])"
)
# Other expressions of time, which are not interpreted: the period is then unknown.
_OTHER = late_regex(
    r"近[一二两三四五六七八九十0-9]+年|[前次翌明后]年|第[二三四五]年"
    r"|(?:19|20)[0-9]{2}年?\s?[-—–~～至到]{1,2}\s?(?:19|20)[0-9]{2}年|十[一二三四]五|同期相比|以来|开始"
    # Since a time, not 自贡, 自治州, 来自, 从业, 从市统计局获悉, 从行业看.
    r"|(?<![来各独亲擅])自(?![贡治贸然主动行来由有身我己觉愿立用营助费筹驾媒])"
    r"|(?<![服听遵跟盲随])从(?!业|化|事|而|严|[^，0-9年月日]{2,30}?(?:获悉|了解到|[得获]知|看|说))"
    # 前三个月 is January to March, but not in 此前三个月; 前一个月 is the month before.
    rf"|[此之以提目]前(?:{_NUMBER}|两)个?月|前[1一]个?月"
)
# Since a day of the year that is named, or of the article's (年初以来): 今年以来, 自今年3月起.
_SINCE = late_regex(
    r"(?:自|从)?(?P<year>(?:19|20)[0-9]{2}年|今年|本年|(?<![0-9年去])(?:年初|开年))"
    r"(?:[^，。；0-9以来]{0,6}|[^，。；以来]{0,3}[0-9]{1,2}月(?:[0-9]{1,2}日)?份?)(?:以来|至今|来(?=，))"
    r"|(?:自|从)(?P<from>(?:19|20)[0-9]{2}年|今年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:起|开始)"
)
# A part of a year that is not told as months: only its year is.
_PART = late_regex(
    r"(?<![前至到—–~～-])第?(?P<q>[二三四2-4])季度|(?P<half>下半年)|(?P<now>本月|本季度)|(?P<past>上个?月)"
    r"|(?<![0-9前近后每])(?P<month>1[0-2]|0?[1-9])月(?![至到—–~～-]|来)"
)


# When and where the news was told, which is no period: 记者10月27日从市统计局获悉，
_TOLD = late_regex(
    r"\A[^，。；]{0,40}(?:，[^，。；]{0,40})?"
    r"(?:获悉|了解到|[得获]知|公布|发布|通报|介绍|透露|显示|消息|报道|发布会|通气会|会上|称|说)了?[，：:]"
)
_TOLD_ON = late_regex(
    r"[0-9]{1,2}月[0-9]{1,2}日|(?<![0-9])[0-9]{1,2}日|从[^，]*(?:获悉|了解到|[得获]知)"
)


class Period(NamedTuple):
    """A year and its months in the form ``01/08``; 0 and empty if unknown."""

    year: int = 0
    months: str = ""


_SPEAKS = late_regex(
    r"(?<![0-9])(?:19|20)[0-9]{2}年|[今去前明次翌本当上]年(?![产轻人])|本年度|全年|半年|季度|(?<![0-9])[0-9]{1,2}月"
    r"|[一二三四五六七八九十]月份?|[0-9]日|目前|截[至止]|如今|现在|当前|近年|近日|日前|昨[天日]|今[天日]|以来|期[末间]"
    r"|年[末底初前]|月末|[本上]个?月|本季度|开年|过去|未来|此[前后]|世纪|年代|[当那]时|当初|[起最]初|曾|原[来先]|十[一二三四五]五|累计|近[一二两三四五六七八九十0-9]+年"
)
# Words of a time after the year that was named.
_NOW = late_regex(
    r"目前|如今|现在|现已|至今|当前|[一二两三四五六七八九十多数几0-9]年前|上个?世纪|当[时初]|那时"
)
# 每年3月, 同年9月, 集中在7—8月, 4月龄
_ANY_YEAR = late_regex(
    r"[每历往常同当那上]年|集中[在于]|一般|通常|往往|月(?:龄|均|平均(?!每)|交货)"
)
_DAY = late_regex(r"[0-9]{1,2}日")
_AT_PRESENT = late_regex(r"目前|如今|现在|现已|至今|当前")
_CLAUSE = late_regex(r"[，；：]")
_OWN = late_regex(
    r"\A(?:而|则|到|至|其中|[^，。；0-9]{0,12}?(?:市|县|区|州|旗))?"
    r"(?:(?:19|20)[0-9]{2}年|今年|去年)(?![^，。；0-9]{0,10}的)"
)


def speaks_of_time(text: str) -> bool:
    """Whether any time is told in ``text`` (see `without_bases`)."""
    return bool(_SPEAKS.search(_without_telling(text)))


def _without_telling(text: str) -> str:
    told = _TOLD.match(text)
    return text[told.end() :] if told and _TOLD_ON.search(told[0]) else text


def period(
    before: str, article_year: int, article_month: int = 0, *, loose: bool = False
) -> Period:
    """The period of a figure, from the words ``before`` it in its sentence.

    ``article_year`` is the meaning of 今年. A year alone is the whole year if it is before
    ``article_year``. Months without a year are in the article's year if they had passed by
    ``article_month`` (1 to 12, or 0 if unknown). The period is unknown if the words name several
    years or periods, or other times, unless the last clause begins with one of its own. ``loose``
    as in `single_period`.
    """
    found = single_period(before, article_year, article_month, loose=loose)
    if found == Period():
        clause = _CLAUSE.split(before.rstrip("：:"))[-1]
        if clause != before and _OWN.match(clause):
            return single_period(clause, article_year, article_month)
    return found


def single_period(
    before: str, article_year: int, article_month: int, *, loose: bool = False
) -> Period:
    """The same, where all of the words must agree.

    If ``loose``, a single month or quarter without a year (10月份, 三季度) is the last one before
    the article: for text that is not about another year.
    """
    before = _without_telling(without_bases(before))
    since = list(_SINCE.finditer(before))
    rest = _SINCE.sub(lambda one: " " * len(one[0]), before)
    if _OTHER.search(rest):
        return Period()
    dated = list(_YEAR.finditer(before))
    years = {_year(match, article_year) for match in dated}
    if since:
        years.add(article_year)  # A time since another year is of both.
    ended = since[-1].end() if since else 0
    named = list(_MONTHS.finditer(before))
    spans = {_span(match) for match in named}
    parts = list(_PART.finditer(_MONTHS.sub(lambda one: " " * len(one[0]), before)))
    if len(years) > 1 or (years - {article_year} and _is_later(before, dated[0], named, parts)):
        return Period()
    now = _NOW.search(rest, dated[-1].end()) if dated else None
    if now and (years != {article_year} or not _AT_PRESENT.match(now[0])):
        return Period()
    months = max(spans, default="")
    # Other months, or a month or another time after them, make them uncertain.
    last = named[-1].end() if named else 0
    vague = len(spans) > 1 or any(one.start() >= last for one in parts)
    if vague or now or last < ended:
        spans.clear()
    if not years:
        loose = loose and not _ANY_YEAR.search(before)
        told = {_year_of_part(one, article_year, article_month) for one in parts}
        if months:
            passed = months != "01/12" and int(months[3:]) <= article_month
            certain = passed and (loose or not vague)
            return Period(article_year, "".join(spans)) if certain else Period()
        return Period(told.pop()) if loose and len(told) == 1 else Period()
    year = years.pop()
    whole = not months and not parts and year < article_year
    return Period(year, "01/12" if whole and not re.search(r"[0-9]月", before) else "".join(spans))


def _is_later(before: str, year: re.Match[str], *spans: Sequence[re.Match[str]]) -> bool:
    """Whether a ``year`` is told after months of another: 1—10月增长9%，去年全年增长8%."""
    earlier = [one.end() for of in spans for one in of if one.end() <= year.start()]
    ends = [end for end in earlier if not _DAY.match(before, end)]
    return any("，" in before[end : year.start()].removeprefix("，") for end in ends)


def _year_of_part(part: re.Match[str], article_year: int, article_month: int) -> int:
    """The year of a month or quarter without one; 0 if it may be of several."""
    if not article_month:
        return 0
    if part["now"]:
        return article_year
    if part["past"]:
        return article_year - (article_month == 1)
    if part["half"] or part["q"]:
        first = 7 if part["half"] else "一二三四".find(part["q"]) * 3 + 1
        first = first if first > 0 else int(part["q"]) * 3 - 2
        return article_year if first <= article_month else 0
    month = int(part["month"])
    if month > article_month:
        # In early spring, the last months of the year are those of the year before.
        return article_year - 1 if article_month <= 3 and month >= 10 else 0
    return article_year


def months_of(before: str) -> str:
    """The months that ``before`` names without a year (全年, 上半年); empty if none or several."""
    plain = _without_telling(without_bases(before))
    if _YEAR.search(plain) or _OTHER.search(plain):
        return ""
    named = list(_MONTHS.finditer(plain))
    if named and _PART.search(plain, named[-1].end()):
        return ""
    spans = {_span(match) for match in named}
    return spans.pop() if len(spans) == 1 else ""


_MONTH = late_regex(
    r"(?:(?P<digits>(?:19|20)[0-9]{2})年|(?P<this>今年|本年)|(?P<last>去年|上年))?"
    r"(?P<month>1[0-2]|0?[1-9])月(?![0-9]|至|到|-|—|–|~)"
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
        year = _year(match, article_year)
    else:
        year = article_year - (0 < article_month < number)
    return Period(year, f"{number:02}/{number:02}")


_LISTED_YEARS = late_regex(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}年?(?:[、，和与及至到—–~～-]+))+(?:19|20)[0-9]{2}年"
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
    if len(recent) != 1 or not 0 < article_month < 12 or _YEAR.search(before):
        return (), False
    said = recent[0]["n"]
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 2)
    return (tuple(range(article_year - number, article_year)) if number == count else ()), False


def _year(match: re.Match[str], article_year: int) -> int:
    if match["digits"]:
        return int(match["digits"])
    return article_year if match["this"] else article_year - 1


def _span(match: re.Match[str]) -> str:
    if match["whole"]:
        return "01/12"
    if match["half"]:
        return "01/06"
    if match["quarter"]:
        return "01/03"
    if match["quarters"]:
        return "01/09" if match["q"] in "三3" else "01/06"
    numeral = match["first"] or match["to"]
    return f"01/{int(_NUMBERS.get(numeral) or numeral):02}"
