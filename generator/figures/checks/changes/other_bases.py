"""What a change is compared with, told by words beside it: 按年上升1.4% that became "rose 1.4
percent month on month", 快于常年 "faster than last year", 2019年同期 "the whole of 2019".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.patterns import late_regex

_YEARLY = late_regex(r"(?:同比|按年|年增|年减|较[去上]年同[期月])[^，。；0-9]{0,8}\Z")
_MONTHLY = late_regex(r"(?:环比|按月|按季|月增|月减|季增|季减|较上[个]?[月季])[^，。；0-9]{0,8}\Z")
_NO_MONTH = late_regex(
    "环比|按月|按季|[月季][增减]|[比较于][^，。；]{0,6}(?:月|季|前|上)|上个?月|上季"
)
_NO_YEAR = late_regex("同比|按年|年[增减]|[比较于][^，。；]{0,6}年|[去上]年|年前|同期")
_NOT_FAR = r"(?:[,]?\s(?:(?!(?:and|but|while|year|month|quarter)\b)[a-z-]+\s){0,3}?)"
_MONTH_ON = late_regex(
    rf"(?i:{_NOT_FAR}(?:month[\s-]o(?:n|ver)[\s-]month|quarter[\s-]o(?:n|ver)[\s-]quarter|m/m|q/q|on\s(?:the\s)?(?:month|quarter)|week[\s-]on[\s-]week"
    r"|(?:from|over|on|than)\s(?:in\s)?the\s(?:previous|preceding|prior)\s(?:(?:[a-z]+|[0-9]+)\s)?(?:months?|quarters?|weeks?)|(?:from|than)\s(?:a\smonth|a\squarter|one\smonth)\s(?:ago|earlier|before))\b)"
)
_YEAR_ON = late_regex(
    rf"(?i:{_NOT_FAR}(?:year[\s-]o(?:n|ver)[\s-]year|y/y|yoy|on\s(?:the\s)?year|(?:from|than)\s(?:a|one)\syear\s(?:ago|earlier|before)|(?:from|than)\s(?:in\s)?the\s(?:same\s(?:month|period|quarter)\s(?:of\s|in\s)?(?:last|the\sprevious)\syear|previous\syear))\b)"
)
# Words that may compare with a time less than a year before.
_ANY_MONTHLY = late_regex(
    rf"(?i:month|quarter|week|\bday|daily|previous|preceding|prior|sequential|period|\bmom\b|\bqoq\b|m/m|q/q"
    rf"|\blast\b|\bbefore\b|\bfirst\b|\b(?:{'|'.join(MONTHS)})\b)"
)
_CHANGES = frozenset({"percent", "points"})


@needing(chinese=(_YEARLY,), english=(_MONTH_ON,))
@needing(chinese=(_MONTHLY,), english=(_YEAR_ON,))
def other_interval(comparison: Comparison) -> Iterator[FigureProblem]:
    """按年上升1.4% that became "1.4 percent month on month", or the reverse."""
    text, english = comparison.text, comparison.english
    exchanged: dict[str, FigureProblem] = {}
    for figure, stated in comparison.unique_of(_CHANGES):
        start = clause_start(text, figure.start, "，。；：！？;\n")
        before = text[start : figure.start]
        if _YEARLY.search(before) and not _NO_MONTH.search(before):
            base, found = "year", _MONTH_ON.match(english, stated.end)
            other = _NO_MONTH.search(_sentence(text, start)) is not None
        elif _MONTHLY.search(before) and not _NO_YEAR.search(before):
            base, found = "month", _YEAR_ON.match(english, stated.end)
            sentence = _sentence(text, start)
            other = bool(_NO_YEAR.search(sentence) and _ANY_MONTHLY.search(english))
        else:
            continue
        if found:
            words = f"{stated.text}{found.group()}"
            problem = FigureProblem("changed", figure.source, figure.english, words)
            if not other:
                yield problem
            else:
                exchanged[base] = problem
    if len(exchanged) > 1:  # each has the base of the other
        yield from exchanged.values()


_ON_PERIOD = late_regex("环比|按[月季][升跌增减上下]")
_ON_YEAR = late_regex(
    "同比|按年|年[增减升跌降率均]|[比较于][^，。；]{0,6}年|[去上前今当]年|同期|年化|年度"
)
_SAID_YEARLY = late_regex(
    r"(?i:\b(?:year[\s-]o(?:n|ver)[\s-]year|y/y|yoy|on\s(?:the\s)?year|on-year|annually"
    r"|(?:from|than|over)\s(?:a|one|the\ssame\s[a-z]+\sa)\syear\s(?:ago|earlier|before))\b)"
)
_SAID_MONTHLY = late_regex(
    r"(?i:\b(?:month[\s-]o(?:n|ver)[\s-]month|quarter[\s-]o(?:n|ver)[\s-]quarter|m/m|q/q|on\s(?:the\s)?(?:month|quarter)"
    r"|(?:from|than|over)\s(?:a|one)\s(?:month|quarter)\s(?:ago|earlier|before))\b)"
)


@needing(chinese=("环比", "按月", "按季"), english=("year", "y/y", "yoy", "annually"))
@needing(chinese=("同比", "按年"), english=("month", "quarter", "m/m", "q/q"))
def other_base(comparison: Comparison) -> Iterator[FigureProblem]:
    """环比下降0.2% that became "On the year, it fell 0.2 percent", or the reverse, where neither
    text has another base; 同比0.3%，环比0.2% that became "0.3 percent year on year, and 0.2".
    """
    text, english = comparison.text, comparison.english
    monthly, yearly = _ON_PERIOD.search(text), _ON_YEAR.search(text)
    if monthly and not _ANY_MONTHLY.search(english) and (said := _SAID_YEARLY.search(english)):
        if yearly is None:
            yield FigureProblem("changed", monthly.group(), "on the month", said.group())
        else:
            yield FigureProblem("missing", monthly.group(), "on the month")
    elif yearly and not monthly and "同比" in text and not _NO_MONTH.search(text):
        found = _SAID_MONTHLY.search(english)
        if found and "year" not in comparison.lower and not _SAID_YEARLY.search(english):
            yield FigureProblem("changed", "同比", "on the year", found.group())


def _sentence(text: str, place: int) -> str:
    """The sentence around ``place``, without 升幅与10月相同, which compares rates."""
    start = clause_start(text, place, "。\n")
    stop = text.find("。", place)
    return _AS_BEFORE.sub("", text[start : stop if stop >= 0 else len(text)])


_AS_BEFORE = late_regex(
    "[升增涨降跌减][幅速][^，。；]{0,10}(?:相同|一致|持平|[快慢高低]|扩大|收窄|回落)[^，。；]{0,10}"
)
_USUAL = late_regex(
    "(?:[快慢高低多少早晚]于|[较比])(?:常年|往年|历年|多年)|(?:常年|多年)同期|多年平?均"
)
_LAST_YEAR = late_regex("去年|上年|同比|上一年|前一年|20[0-9]{2}年|按年|年增")
_THAN_LAST = late_regex(
    r"(?i:\b(?:than|from|on|over|as|below|above)\s(?:[a-z]+\s){0,4}?(?:last\syear|(?:the\s)?previous\syear|a\syear\s(?:ago|earlier|before)|the\syear\sbefore)\b|\byear[\s-]on[\s-]year\b)"
)
_USUAL_ENGLISH = late_regex(
    r"(?i:\b(?:usual\w*|normal\w*|averag\w*|ordinary|typical\w*|long-term|multi-year|mean|years)\b)"
)
_OF_WHOLE = late_regex(
    r"(?i:\b(?:(?:the\s)?(?:whole|all|entirety)\sof\s(?P<a>(?:19|20)[0-9]{2})|full[\s-]year\s(?P<b>(?:19|20)[0-9]{2})|(?P<c>(?:19|20)[0-9]{2})\sas\sa\swhole|(?:full|whole|entire)\syear\s(?:of\s)?(?P<d>(?:19|20)[0-9]{2}))\b)"
)
_SAME = late_regex("(?P<year>(?:19|20)[0-9]{2})年同期")


@needing(chinese=("常年", "往年", "历年", "多年"), english=("year",))
@needing(chinese=("年同期",), english=("whole", "all of", "full", "entire"))
def other_year(comparison: Comparison) -> Iterator[FigureProblem]:
    """快于常年 that became "faster than last year", 2019年同期 "the whole of 2019"."""
    text, english = comparison.text, comparison.english
    usual = _USUAL.search(text)
    if usual and not _LAST_YEAR.search(text):
        found = _THAN_LAST.search(english)
        if found and not _USUAL_ENGLISH.search(english):
            yield FigureProblem("changed", usual.group(), found=found.group())
    usual = _USUAL_SAME.search(text)
    if usual and not _LAST_YEAR.search(text):
        found = _SAME_LAST.search(english)
        if found and not _USUAL_ENGLISH.search(english):
            yield FigureProblem("changed", usual.group(), found=found.group())
    for same in _SAME.finditer(text):
        found = _OF_WHOLE.search(english)
        if found and same["year"] in found.group() and "全年" not in text:
            yield FigureProblem("changed", same.group(), found=found.group())
            return


_USUAL_SAME = late_regex("(?:常年|多年|历年)同期(?:平?均值?)?")
_SAME_LAST = late_regex(r"(?i:\bsame\s(?:date|day|time|period|month)\s(?:of\s|in\s)?last\syear\b)")
_COST = late_regex("(?:[较比]|相对于?)(?:评估|估)[价值]")
_COST_ENGLISH = late_regex(
    r"(?i:\b(?:to|from|on|below|above|than)\s(?:the\s|its\s)?(?:purchase|acquisition|original|book|construction)\s(?:cost|price|value)\b)"
)
_COST_CHINESE = late_regex("成本|购|买|原价|账面|造价|收购")
_STARTS = late_regex("[较比]年初|[较比](?:上|去)年[底末]")
_QUARTER_END = late_regex(
    r"(?i:\bthan\s(?:(?:at|by)\s)?the\send\sof\s(?:the\s)?(?:first|second|third|previous)\squarter\b)"
)
_QUARTERS = late_regex("[较比][^，。；]{0,4}季|上季|环比")


@needing(chinese=(_COST,), english=(_COST_ENGLISH,))
@needing(chinese=(_STARTS,), english=(_QUARTER_END,))
def other_values(comparison: Comparison) -> Iterator[FigureProblem]:
    """较评估值折价 that became "to purchase cost", 较年初 "than at the end of the quarter"."""
    text, english = comparison.text, comparison.english
    for own, other, allowing in (
        (_COST, _COST_ENGLISH, _COST_CHINESE),
        (_STARTS, _QUARTER_END, _QUARTERS),
    ):
        base = own.search(text)
        found = other.search(english) if base and not allowing.search(text) else None
        if base and found:
            yield FigureProblem("changed", base.group(), found=found.group())
