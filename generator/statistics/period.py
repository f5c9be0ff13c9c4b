"""The period of a figure, from the words before it in its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.patterns import late_regex

_NUMBERS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_NUMBERS |= {"十一": 11, "十二": 12}
_NUMBER = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"

_YEAR = late_regex(
    r"(?P<digits>(?<![0-9])(?:19|20)[0-9]{2})年(?!代|[底末初])"
    r"|(?P<this>今年|本年度?)(?![底末初])|(?P<last>去年)(?!同期|[底末初])"
)
_MONTHS = late_regex(
    rf"(?P<whole>全年)|(?P<half>上半年)|(?P<quarters>前(?P<q>[二三2-3两])个?季度?)"
    rf"|(?P<quarter>[一1]季度)"
    rf"|前(?P<first>{_NUMBER})个?月|(?<![0-9])[1一]月?(?:至|到|-|—|–|~)(?P<to>{_NUMBER})月(?![0-9])"
)
# Other expressions of time, which are not interpreted: the period is then unknown.
_OTHER = late_regex(
    r"近[一二两三四五六七八九十0-9]+年|前年|次年|翌年|第[二三四五]年"
    r"|(?:19|20)[0-9]{2}年?\s?[-—–~～至到]{1,2}\s?(?:19|20)[0-9]{2}年|十[一二三四]五|同期相比|(?<!前)[二三四]季度|下半年|以来|开始"
    # Since a time, not 自贡, 自治州, 来自, 从业, 从市统计局获悉, 从行业看.
    r"|(?<![来各独亲擅])自(?![贡治贸然主动行来由有身我己觉愿立用营助费筹驾媒])"
    r"|(?<![服听遵跟盲随])从(?!业|化|事|而|严|[^，0-9年月日]{2,30}?(?:获悉|了解到|[得获]知|看|说))"
    # 前三个月 is January to March, but not in 此前三个月; 前一个月 is the month before.
    rf"|[此之以提目]前(?:{_NUMBER}|两)个?月|前[1一]个?月"
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


# What a change is measured against is not the time of the figure: 比去年增长5%, 与2020年同期相比.
_BASES = (
    r"(?:比|较|与|同|和|相比于?|相对于)(?:上年度?|去年|前年|上[一个]*(?:年|月|季度)|(?:19|20)[0-9]{2}年"
    r"(?:(?:前[^，。；]{1,3}季度|[上下]半年|[0-9]{1,2}[至—-]?[0-9]*月))?)(?:同期|同月|全年|年?[底末]|的)?(?:相比|比较)?"
    r"|同期(?:相比)?|同比(?:去年|上年)?|环比"
    # 是去年的2倍, 恢复到2019年的116%, 由2010年的54%提高到
    r"|(?:是|为|相当于|[到至])(?:去年|(?:19|20)[0-9]{2}年)(?:同期|全年)?的(?=[0-9一二两三四五六七八九十近约]|水平|\Z)"
    r"|(?:由|从)(?:去年|(?:19|20)[0-9]{2}年)[^，。；]{1,24}?[升增提涨降减缩跌恢落扩压发跃][^，。；]{0,4}?[到至为](?![今一])"
    r"|继(?:去年|(?:19|20)[0-9]{2}年)[^，。；]{0,8}?[之以]?后"
)
_BASE = late_regex(_BASES)
# An amount that is itself the base: 较2023年的280亿元增长7.1%.
_BASE_BEFORE = late_regex(rf"(?:{_BASES})的?[^，。；0-9增长降升减提多少高低]{{0,6}}\Z")
_SPEAKS = late_regex(
    r"(?<![0-9])(?:19|20)[0-9]{2}年|[今去前明次翌本当上]年(?![产轻人])|本年度|全年|半年|季度|(?<![0-9])[0-9]{1,2}月"
    r"|[一二三四五六七八九十]月份?|[0-9]日|目前|截[至止]|如今|现在|当前|近年|近日|日前|昨[天日]|今[天日]|以来|期[末间]"
    r"|年[末底初前]|月末|过去|未来|此[前后]|世纪|年代|[当那]时|当初|[起最]初|曾|原[来先]|十[一二三四五]五|累计|近[一二两三四五六七八九十0-9]+年"
)
# Words of a time after the year that was named.
_NOW = late_regex(
    r"目前|如今|现在|现已|至今|当前|[一二两三四五六七八九十多数几0-9]年前|上个?世纪|当[时初]|那时"
)
_CLAUSE = late_regex(r"[，；：]")
_OWN = late_regex(
    r"\A(?:而|则|到|至|其中|[^，。；0-9]{0,12}?(?:市|县|区|州|旗))?"
    r"(?:(?:19|20)[0-9]{2}年|今年|去年)(?![^，。；0-9]{0,10}的)"
)


def without_bases(text: str) -> str:
    """``text`` without the words for what a change is measured against."""
    return _BASE.sub("", text)


def is_base(before: str) -> bool:
    """Whether the figure after ``before`` is one that another is measured against."""
    return bool(_BASE_BEFORE.search(before))


def speaks_of_time(text: str) -> bool:
    """Whether any time is told in ``text`` (see `without_bases`)."""
    return bool(_SPEAKS.search(_without_telling(text)))


def _without_telling(text: str) -> str:
    told = _TOLD.match(text)
    return text[told.end() :] if told and _TOLD_ON.search(told[0]) else text


def period(before: str, article_year: int, article_month: int = 0) -> Period:
    """The period of a figure, from the words ``before`` it in its sentence.

    ``article_year`` is the meaning of 今年. A year alone is the whole year if it is before
    ``article_year``. Months without a year are in the article's year if they had passed by
    ``article_month`` (1 to 12, or 0 if unknown). The period is unknown if the words name several
    years or periods, or other times, unless the last clause begins with one of its own.
    """
    found = single_period(before, article_year, article_month)
    if found == Period():
        clause = _CLAUSE.split(before.rstrip("：:"))[-1]
        if clause != before and _OWN.match(clause):
            return single_period(clause, article_year, article_month)
    return found


def single_period(before: str, article_year: int, article_month: int) -> Period:
    """The same, where all of the words must agree."""
    before = _without_telling(without_bases(before))
    if _OTHER.search(before):
        return Period()
    dated = list(_YEAR.finditer(before))
    years = {_year(match, article_year) for match in dated}
    spans = {_span(match) for match in _MONTHS.finditer(before)}
    if len(years) > 1 or len(spans) > 1 or (dated and _NOW.search(before, dated[-1].end())):
        return Period()
    if not years:
        months = next(iter(spans), "")
        passed = months not in ("", "01/12") and int(months[3:]) <= article_month
        return Period(article_year, months) if passed else Period()
    year = years.pop()
    months = spans.pop() if spans else ""
    if not months and year < article_year and not re.search(r"[0-9]月", before):
        months = "01/12"
    return Period(year, months)


def months_of(before: str) -> str:
    """The months that ``before`` names without a year (全年, 上半年); empty if none or several."""
    plain = _without_telling(without_bases(before))
    if _YEAR.search(plain) or _OTHER.search(plain):
        return ""
    spans = {_span(match) for match in _MONTHS.finditer(plain)}
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
