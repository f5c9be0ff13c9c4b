"""Averages and totals: 年均增长8.5% that became "8.5% in total", 人均5.6万元 "56,000 yuan in all".

Only unambiguous words count, and only figures that the English has once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.calculations.one_operation import is_computed
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_MEAN = late_regex(
    r"(?:(?:年|月|日|人|户|亩|均|场|篇|单|件|台|村|县|校|班)均(?!衡|等|已|可|为|有)|亩产|单产|平均(?!线|水平(?![为是]))|每[\u4e00-\u9fff]{1,2}|单[株台个件家户位人车船井亩])"
    r"[\u4e00-\u9fffA-Z、]{0,14}\Z|各(?:自|为|有|约|出资|投入|奖励|补贴){0,2}\Z"
)
# Quick test: words without these characters are of neither an average nor a total.
_MAY_BE_MEAN = late_regex("[均每各产单总共累合]")
_AVERAGES = AMOUNTS | {"vague"}
_ALL = late_regex(r"总|共(?![享同和青产建识])|合计|加起来|加在一起|累计|一并|全部|综合|总体|整体")
_OUTPUT = late_regex("(?:生产|公共)(?:总值)?|总[量值额数]")
_SUM = late_regex(
    r"(?:(?:累计|合计|总共|共计|总计|总[值额量产投收人面里长]|总[笔票车户场件][数次])[\u4e00-\u9fff]{0,8}|(?<![公中一总])共(?![同和享产青振建识])[\u4e00-\u9fff]{0,4})\Z"
)
_AVERAGED = late_regex(r"均|每|各")
# "in each of the past three years" is no average of years.
_OF_SPAN = r"(?!\sof\sthe\s(?:past|last|next|previous|first|coming|following|preceding)\s)"
_EACH_ENGLISH = (
    r"\beach\s(?:of\s(?:[a-z]+\s){1,4}|[a-z]+\s)?(?:last|tak|cost|pay|cover|measur|weigh|receiv|gett|earn"
    r"|produc|contribut|invest)(?:s|es|ed|ing)?\b"
)
_MEAN_ENGLISH = late_regex(
    r"(?i:(?:\beach\sof\s(?:the|those|these)\s[a-z]+\syears,|\baverage\s(?:[a-z]+\s){1,3}?(?:was|is|reached|stood\sat|came\sto)"
    rf"|\beach{_OF_SPAN}\sof\s(?:the|its|their|these|those)\s(?:[\w,-]+\s){{1,4}}[a-z-]+"
    r"|\baverag(?:e|es|ed|ing)\b(?:\s(?:of|at|by|about|around|some|nearly|over|more\sthan|to"
    rf"|was|is|an?))*|{_EACH_ENGLISH}|\beach{_OF_SPAN}\s(?!(?:to|for|from|among)\s)(?:of\s)?(?:[a-z-]+\s){{0,6}}?[a-z-]+(?<!given\sto)(?<!paid\sto)(?<!issued\sto)(?<!awarded\sto)(?<!handed\sto))\s(?:(?:only|about|some|over|nearly|just|a)\s)*(?:(?:US|HK)?[$€£¥])?\Z)"
)
_SUM_ENGLISH = late_regex(
    r"(?i:(?:\b(?:(?:combined|grand)?\s?total(?:s|led|ling|ed|ing)?|altogether|cumulative(?:ly)?)\b"
    r"(?:\s(?:of|at|by|about|around|some|nearly|over|more\sthan|to|was|is))*"
    r"|\b(?:total|combined|aggregate|overall)\s(?:[a-z]+\s){1,4}?(?:was|is|were|are|of|reached|hit|came\sto|stood\sat"
    r"|rose\sto|amounted\sto)(?:\s(?:about|around|some|nearly|over|more\sthan))*"
    r"|\bin\s(?:total|all),?(?:\s(?:just|only|about|around|some|nearly|over|more\sthan))*)"
    r"\s(?:(?:US|HK)?[$€£¥])?\Z)"
)
_IN_ALL = late_regex(
    r"(?i:\s(?:\([^()]{1,24}\)\s)?(?:[a-z]+\s){0,4}?(?:in\s(?:total|all(?!\s[a-z]))|altogether|combined|all\stold|overall|between\sthem)\b)"
)
_ALTOGETHER = late_regex(r"(?:\A|[.;]\s)(?:Altogether|In\s(?:total|all)|Together|Combined),?\s")
_LONG = late_regex("[0-9一二两三四五六七八九十几]{1,16}个?[年月日天]")
_RATED = late_regex("[年月日](?![内来前底末初])")
# 总产能: what a plant can make in a year
_CAPACITY = late_regex("产能|(?:生产|加工|处理)(?:总)?能力")
_A_YEAR = late_regex(
    r"(?i:\s(?:[a-z]+\s){0,3}?(?:a|per|each|every)\s(?:year|annum)\b|\s(?:annually|yearly)\b)"
)
_APIECE = late_regex(
    r"(?i:\s(?:[a-z]+\s){0,3}?(?:(?:on\saverage|each|apiece|a\shead)\b(?!\s(?:year|month|day|week|of))"
    r"|annually|yearly|monthly|weekly|daily\b|(?<!half\s)(?:a|per|each|every)\s(?:year|month|week|day)\b(?!\s(?:ago|earlier|before|later|after|end))))"
)


# "17 doctors have been assigned to each of the five schools"
_EACH_OF_ALL = late_regex(
    r"(?i:\s[^.;,0-9]{0,60}?\b(?:in|at|to|for|by|from|with|on|among)\s(?:each|every)(?:\sone)?\sof\s(?:the|these|those|its|their|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|[a-z]+\s(?:straight|consecutive))\b)"
)


_EACH_OF = late_regex(r"(?i:\beach\sof\s(?:the|its|their|these|those|all)\s\Z)")
# An average is no extreme: 平均用时41天 is not "up to 41 days".
_UTMOST = late_regex(
    r"(?i:(?<!averaging\s)(?<!average\s)(?<!average\sof\s)\b(?:up\sto|at\s(?:most|least)|a\s(?:maximum|minimum)\sof"
    r"|as\s(?:much|many|long|high|little|few)\sas)\s(?:(?:US|HK)?[$€£¥])?\Z)"
)
_MEAN_BOUND = late_regex("[最超逾达低高少多限内上下不至以近约]")


# 一周内累计升值近300点 is a total of one week.
_WITHIN_ONE = late_regex("一(?:周|星期|个月|年|天|日|小时)[之以]?[内里间]")


@needing(chinese=(_MEAN,), english=(_UTMOST, _SUM_ENGLISH, _IN_ALL, _ALTOGETHER))
@needing(chinese=(_SUM,), english=(_MEAN_ENGLISH, _APIECE, _EACH_OF_ALL))
def averages_and_totals(comparison: Comparison) -> Iterator[FigureProblem]:
    """年均增长8.5% that became "a total of 8.5%", 累计12万 that became "an average of"."""
    text, english, unique = comparison.text, comparison.english, comparison.unique
    if not unique or not _MAY_BE_MEAN.search(text):
        return
    for figure, stated in comparison.unique_of(_AVERAGES):
        start = clause_start(text, figure.start, "，。；：！？,;")
        before = text[start : figure.start].replace(" ", "")
        if not _MAY_BE_MEAN.search(before):
            continue
        mean, total = _MEAN.search(before), _SUM.search(before)
        if not mean and not total:
            continue
        ahead = english[max(0, stated.start - 60) : stated.start]
        wrong = (
            (
                _UTMOST.search(ahead)
                if mean
                and "均" in mean[0]
                and not figure.qualifier
                and not _MEAN_BOUND.search(before)
                else None
            )
            or (
                mean
                and not _ALL.search(
                    _OUTPUT.sub("", before if mean[0][0] == "每" else before[mean.start() :])
                )
                and (
                    _SUM_ENGLISH.search(ahead)
                    or _IN_ALL.match(english, stated.end)
                    or (len(unique) == 1 and _ALTOGETHER.search(english))
                )
            )
            or (
                total
                and not _AVERAGED.search(before)
                and (
                    _MEAN_ENGLISH.search(ahead)
                    or (
                        _APIECE.match(english, stated.end)
                        if not _RATED.search(_LONG.sub("", before))
                        and not (_CAPACITY.search(before) and _A_YEAR.match(english, stated.end))
                        and not _WITHIN_ONE.search(text, 0, figure.start)
                        else None
                    )
                    or (None if _AVERAGED.search(text) else _EACH_OF_ALL.match(english, stated.end))
                )
            )
        )
        if wrong and total and figure.kind == "count" and _EACH_OF.search(ahead):
            continue  # 共12户: each of the 12 households
        if wrong:
            found = f"{stated.text} ({wrong.group().strip()})"
            yield FigureProblem("changed", figure.source, figure.english, found)


# 最大降雨量达143毫米: neither all of it nor a mean
_EXTREME = late_regex(
    r"(?:最[大高多强重深热快](?!限)|峰值|极值)(?:(?![，。；、]|总|累计|合计|共|均)[\u4e00-\u9fffA-Z]){0,10}"
    r"(?:达到?|为|是|有|突破|超过?|至|高达)(?:了|近|约|逾|\s)*\Z"
)
_NO_EXTREME_ENGLISH = late_regex(
    r"(?i:\b(?:(?:an?\s)?(?:combined\s|grand\s)?total(?:l?ed|l?ing|s)?|averag(?:e|ed|ing|es)|mean|altogether|cumulative(?:ly)?)"
    r"(?:\s(?:of|at|about|around|some|nearly|over|more\sthan))*\s(?:(?:US|HK)?[$€£¥])?\Z)"
)


@needing(chinese=("最", "峰值", "极值"), english=(_NO_EXTREME_ENGLISH,))
def extremes_as_totals(comparison: Comparison) -> Iterator[FigureProblem]:
    """最大降雨点达143毫米 that became "a total of 143 millimeters"."""
    for figure, stated in comparison.unique_of(AMOUNTS):
        if not _EXTREME.search(comparison.text, max(0, figure.start - 20), figure.start):
            continue
        ahead = comparison.english[max(0, stated.start - 40) : stated.start]
        found = _NO_EXTREME_ENGLISH.search(ahead)
        if found:
            words = f"{stated.text} ({found.group().strip()})"
            yield FigureProblem("changed", figure.source, figure.english, words)


_MEANS = late_regex(
    "[均每各]|通常|一般|正常|常年|平[常时日]|[日月年]产|日[接处供运发客]|普通|中位|左右|[一1]天|一年|年度|增速|[/／]"
)
_MEANS_ENGLISH = late_regex(
    r"(?i:\b(?:an\saverage\sof|on\saverage|averag(?:ed|ing)(?=\s(?:[a-z]+\s){0,3}(?:(?:US|HK)?[$€£¥])?[0-9])))"
)


@needing(english=("averag",))
def unfounded_averages(comparison: Comparison) -> Iterator[FigureProblem]:
    """累计投入57亿元 that became "an average of": the Chinese has no word for an average."""
    english = comparison.english
    if "averag" in english and not _MEANS.search(comparison.text):
        found = _MEANS_ENGLISH.search(english)
        if found and not _of_computed(comparison, found):
            yield FigureProblem("added", found=found.group(), word=True)


def _of_computed(comparison: Comparison, found: re.Match[str]) -> bool:
    """Whether the average is one that an editor calculated from the figures of the Chinese."""
    return any(
        (0 <= one.start - found.end() < _BESIDE or 0 <= found.start() - one.end < _BESIDE)
        and is_computed(one, comparison.figures, comparison.english)
        for one in comparison.stated
    )


_BESIDE = 12
_PER_HEAD = late_regex(r"人均(?!寿命|预期)[^，。；：]{0,14}\Z")
_PER_HEAD_ENGLISH = late_regex(
    r"(?i:\b(?:per|each|every|averag\w+|apiece|a\s(?:head|person)|individual\w*|person\w*|mean|pro\srata)\b)"
)


@needing(chinese=("人均",))
def lost_per_head(comparison: Comparison) -> Iterator[FigureProblem]:
    """人均5.6万元 without "per person" in the English."""
    text, english = comparison.text, comparison.english
    if "人均" not in text or _PER_HEAD_ENGLISH.search(english):
        return
    for figure, stated in comparison.unique_of(frozenset({"money", "measure"})):
        if figure.unit != "years old" and _PER_HEAD.search(text[: figure.start]):
            yield FigureProblem(
                "changed", figure.source, figure.english, stated.text, meaning="not per person"
            )


# Chinese words for the unit of a rate, and their English.
_RATE_OF = (
    r"(?i:\b(?:a|an|per|each|every|any|one|single|the\s(?:average|typical|same))\s{0}\b"
    r"|\bin\s(?:a|one)\s{0}|averag|\bmean\b|{1})"
)
_DAY = r"(?:working\s|week|single\s|business\s)?day"
_EACH = (
    (
        late_regex(r"日均[^，。；：]{0,10}\Z"),
        late_regex(_RATE_OF.format(_DAY, r"\bdaily\b|24\shours")),
    ),
    (
        late_regex(r"月均[^，。；：]{0,10}\Z"),
        late_regex(_RATE_OF.format("month", r"\bmonthly\b|month-on")),
    ),
    (
        late_regex(r"年均[^，。；：]{0,10}\Z"),
        late_regex(
            r"(?i:averag|annual|yearly|\ba\syear|(?:per|each|every)\s(?:year|annum)|year[\s-]on|rate|mean)"
        ),
    ),
    (
        late_regex(r"户均[^，。；：]{0,10}\Z"),
        late_regex(r"(?i:\b(?:an?|each|every|per)\b|averag|apiece|mean)"),
    ),
    (
        late_regex(r"亩[均产][^，。；：]{0,6}\Z"),
        late_regex(r"(?i:\b(?:mu|hectare|acre|yield|per|each|every|an?)\b|averag|yield)"),
    ),
    # each of several: 单月均超过800万吨
    (
        late_regex(
            r"(?<![日月年人户亩平场篇单件台])均(?:已|为|在|达到?|超过?|不低于|不少于|高于|低于|突破|逾|近|约){0,2}\Z"
        ),
        late_regex(
            r"(?i:\b(?:each|every|all|both|any|either|per|apiece|respectively|always|throughout|consistently|neither|none|no"
            r"|alike|a(?:\s[a-z]+)?\s(?:year|month|week|day|quarter)|monthly|daily|annual\w*|whole|across|overall|everywhere|whether|also"
            r"|too|as\swell|equally|similar\w*|same|individual\w*|single|only|just|and|or)\b|averag|;)"
        ),
    ),
)


@needing(chinese=("均", "亩产"))
def lost_rate_units(comparison: Comparison) -> Iterator[FigureProblem]:
    """日均830人次 without "a day" in the English."""
    text, english = comparison.text, comparison.english
    if "均" not in text and "亩产" not in text:
        return
    for figure, stated in comparison.unique_of(AMOUNTS):
        before = text[max(0, figure.start - 14) : figure.start]
        if "均" not in before and "产" not in before:
            continue
        if any(one.search(before) and not other.search(english) for one, other in _EACH):
            yield FigureProblem(
                "changed", figure.source, figure.english, stated.text, meaning="no average"
            )
