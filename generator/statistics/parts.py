"""Parts of a year: its first months or quarters, a half, a quarter, a month."""

from __future__ import annotations

import re

from generator.patterns import late_regex
from generator.statistics.moments import year_of_month

_NUMBERS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_NUMBERS |= {"十一": 11, "十二": 12}
_NUMBER = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"

# The whole year or its first months.
FIRST_MONTHS = late_regex(
    rf"(?P<whole>全年)|(?P<half>上半年)"
    rf"|(?P<quarters>(?:[前首]|[一1](?:季度)?[至到—–~-])(?P<q>[二三2-3两])个?季度?(?!节))"
    rf"|(?P<quarter>[一1]季度|首季度?|第[一1]季)(?![至到—–~-])"
    rf"|[前首头](?P<first>{_NUMBER})个?月|(?<![0-9])[1一]月?(?:至|到|-|—|–|~)(?P<to>{_NUMBER})月(?![0-9])"
)
# Another part.
PART = late_regex(
    r"(?<![前至到—–~～-])(?:第(?=.季)|(?=.季度))(?P<q>[二三四2-4])季(?:度|(?!节))|(?P<half>下半年)|(?P<now>(?:本月|本季度)(?!起|开始|[初末底上中下]))|(?P<past>上个?月|上个?季度)"
    r"|(?<![0-9前近后每])(?P<month>1[0-2]|0?[1-9])月(?![至到—–~～-]|来|合约|交割|期货|船期)"
    r"|(?:(?<=[，。；：年今去])|\A)(?P<numeral>十[一二]?|[一二三四五六七八九])月(?=份|，)"
)
# Not the whole of the month: 10月15日, 10月初.
_WITHIN = late_regex(r"份?(?:[0-9]{1,2}[日号]|[初底末上中下]|前|后|以|起|开|假)")


def span_of(match: re.Match[str]) -> str:
    """The months of a match of `FIRST_MONTHS`."""
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


def year_of_part(part: re.Match[str], article_year: int, article_month: int) -> int:
    """The year of a match of `PART` without one; 0 if it may be of several."""
    if not article_month:
        return 0
    if part["now"]:
        return article_year
    if part["past"]:
        return article_year - (article_month <= (1 if part["past"][-1] == "月" else 3))
    if part["half"]:
        return article_year if article_month >= 7 else 0
    if part["q"]:
        first = int(months_of_part(part, article_month)[:2])
        return (
            year_of_month(first, article_year, article_month)
            if article_month != 3
            else (article_year if first <= article_month else 0)
        )
    return year_of_month(_month(part), article_year, article_month)


def months_of_part(part: re.Match[str], article_month: int) -> str:
    """The months of a match of `PART`; empty if only some days of a month are told."""
    if part["half"]:
        return "07/12"
    if part["now"] or part["past"]:
        if not article_month:
            return ""
        if "季" in part[0]:
            return _quarter((article_month + 2) // 3 - (1 if part["past"] else 0))
        month = (article_month - (1 if part["past"] else 0)) or 12
    elif part["q"]:
        return _quarter(_NUMBERS.get(part["q"]) or int(part["q"]))
    else:
        month = _month(part)
        if _WITHIN.match(part.string, part.end()):
            return ""
    return f"{month:02}/{month:02}"


def _month(part: re.Match[str]) -> int:
    return _NUMBERS.get(part["numeral"] or "") or int(part["month"])


def _quarter(number: int) -> str:
    last = (number or 4) * 3
    return f"{last - 2:02}/{last:02}"
