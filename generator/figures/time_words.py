"""Words of time that the English turns into others: last year for 今年, monthly for 年均, the end
of the month for 月初, year on year for 环比.

Each kind of word has a few values. The English is wrong where it has one of them oftener than the
Chinese says it or hints at it, and another more seldom than the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_N = r"(?:[0-9]{1,4}|[一二两三四五六七八九十百几数半]{1,3})"
_COUNT = (
    r"(?:(?:\d+|few|several|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|thirty|fifty|many|couple\sof|full)\s)?"
)
_SPAN = r"(?:years?|months?|weeks?|days?|decades?|quarters?|centur(?:y|ies)|hours?)\b"


class _Value(msgspec.Struct, frozen=True):
    """One value: its name, what says it for sure in Chinese, what may hint at it, and what says
    it in English."""

    name: str
    chinese: str
    hint: str
    english: str


# What is told apart, kind by kind.
_KINDS: tuple[tuple[_Value, ...], ...] = (
    (  # compared with what
        _Value(
            "year on year", r"同比|比上年(?!末|底)|较上年(?!末|底)|比去年|较去年|[上去]年同期|年同比", r"同比|年|同期",
            r"year[\s-](?:on|over)[\s-]year|\byoy\b|\by-?o-?y\b|y/y|(?:from|than|over|on|with)\s(?:a|the\ssame\speriod\s(?:of\s)?(?:the\s)?(?:last|previous))\syear\b"
            r"|(?:a|one)\syear\s(?:earlier|ago|before)|(?:from|than|over|on)\sthe\s(?:previous|preceding)\syear",
        ),
        _Value(
            "on the month or quarter before", r"环比|[比较]上(?:个?月|季度?|一季度?)(?!同)", r"环比|上个?月|上季|上一季",
            r"month[\s-](?:on|over)[\s-]month|quarter[\s-](?:on|over)[\s-]quarter|\bmom\b|\bqoq\b|m/m|q/q|(?:from|than|over|on)\s(?:a|the\s(?:previous|preceding|prior))\s(?:month|quarter)"
            r"|(?:a|one)\s(?:month|quarter)\s(?:earlier|ago|before)",
        ),
    ),
    (  # before or after now
        _Value(
            "past", rf"过去的?这?{_N}个?[年月周天季世]|最近{_N}个?[年月周天]|(?<![附最])近{_N}个?[年月周天]|[年月]来",
            r"过去|近|最近|上[个一周月年季]|以来|去年|前[0-9一二两三四五六七八九十几]|年前|月前|天前|[年月天]来|连续|此前|之前|前[天日一]",
            rf"(?i:\b(?:past|last|previous|preceding|recent)\s{_COUNT}{_SPAN}(?<!\slast\syear)(?!\sof\b))",
        ),
        _Value(
            "next", rf"未来(?:的)?{_N}个?[年月周天季世]|今后(?:的)?{_N}个?[年月周天季]|接下来(?:的)?{_N}个?[年月周天季]|下个?(?:月|季度|周|星期)|未来几",
            r"未来|今后|接下来|下[一个周月季年届]|明年|明天|[年月天周]后|之后|即将|再过|再有|到[0-9]{4}年|往后|来年|随后|其后|后[0-9一二两三四五几]|次[日年月]|第二[天年]|翌|内",
            rf"(?i:\b(?:next|coming|upcoming|following|forthcoming)\s{_COUNT}{_SPAN})",
        ),
    ),
    (  # which year
        _Value("this year", r"今年(?!以前)|本年", r"今|本年|年内|当年|本季|年初|年[底末]|全年|(?:比|较|于|由|从|与|和|同)[去上]年|目前|现在|近[年期日]|截至|以来|[0-9]{4}年|(?<![去上前明])年(?:前|以)", r"(?i:\bthis\syear|\bcurrent\syear)\b"),
        _Value(
            "last year", r"去年|上年|上一年(?!度)", r"去年|上一|上年|上半|上季|同比|[0-9一二两三几]年前|前[一两几]?年|同期|以来|年初|年[底末]|过去|近|往年|历年|此前|已|[0-9]{4}年",
            r"(?i:\blast\syear|\bprevious\syear|\byear\s(?:earlier|before|ago)|\bpast\syear)\b",
        ),
        _Value(
            "next year", r"明年|下一年|来年|次年", r"明年|下一|下年|来年|次年|翌年|未来|今后|[0-9一两几]年后|接下来|[0-9]{4}年|元旦|新年",
            r"(?i:\bnext\syear|\bcoming\syear|\bfollowing\syear)\b",
        ),
    ),
    (  # which month
        _Value("this month", r"本月|这个月|当月", r"本月|当月|月", r"(?i:\bthis\smonth)\b"),
        _Value("last month", r"上个?月(?!中|旬)", r"上个?月|上旬|环比|前|月来|过去|近|[0-9]月", r"(?i:\blast\smonth|\bprevious\smonth)\b"),
        _Value("next month", r"下个?月", r"下个?月|下一|未来|月后|[0-9]月|次月", r"(?i:\bnext\smonth|\bcoming\smonth)\b"),
    ),
    (  # which week
        _Value("this week", r"本周|这周|这个?星期|这一周", r"本周|这|周[一二三四五六日末天]|星期|近", r"(?i:\bthis\sweek)\b"),
        _Value("last week", r"上周|上个?星期|上一周", r"上周|上个?星期|上一|前|过去|近|周[一二三四五六日末天]|星期", r"(?i:\blast\sweek|\bpast\sweek)\b"),
        _Value("next week", r"下周|下个?星期|下一周", r"下周|下个?星期|下一周|未来|来周|周后", r"(?i:\bnext\sweek|\bcoming\sweek)\b"),
    ),
    (  # which day
        _Value("today", r"今[天日]", r"今|明|当[天日]|如|目前|现|本日|[0-9]日", r"(?i:\btoday\b(?!['’]s\s(?:world|China|society)))"),
        _Value("yesterday", r"昨[天日晚夜]", r"昨|前|[0-9]日", r"(?i:\byesterday\b)"),
        _Value("tomorrow", r"明[天日早晚]", r"明|次日|后|未来|[0-9]日", r"(?i:\btomorrow\b)"),
    ),
    (  # which part of a year or month
        _Value(
            "the beginning", r"[年月季]初|世纪初|上旬|[年代]伊始|初期|[0-9]初|年代初", r"初|开[始年头端启展]|伊始|年头|月头|上旬|元旦|早|之前|以前|起|萌芽",
            r"(?i:\b(?:beginning|start|outset|onset|opening)\sof\b|\bearl(?:y|ier)[\s-](?=(?:in\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:the\s)?[12][0-9]{3}s?|(?:the\s)?[0-9]0s|this|last|next)\b)|\bfirst\sten\sdays)",
        ),
        _Value("the middle", r"中旬|年年中|(?<![0-9一二两三四五六七八九十几多这])年中(?![国的对里])|世纪中叶|[0-9年代]中期", r"中|半", r"(?i:\bmid(?:dle\sof|-|\s(?=[A-Z0-9]))|\bsecond\sten\sdays)"),
        _Value(
            "the end", r"[年月季]底|[年月季]末|下旬|岁末|世纪末|[年代]末|末期|[0-9]末|年代末", r"底|末|下旬|终|最后|尾|收官|晚|结束|之后|[0-9]年前|月前|到[0-9]|截至|完|以后|后期",
            r"(?i:\b(?:end|close)\sof\b|\bend-(?=[A-Z0-9])|year-?end|month-?end|\blate\s(?=(?:in\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:the\s)?[12][0-9]{3}s?|(?:the\s)?[0-9]0s|this|last|next)\b)|\blast\sten\sdays)",
        ),
    ),
    (  # how often
        _Value("a day", r"日均|每一?[日天]|天天|日产|日处理|单日|日供|日接|日常|日益", r"日[均常用益报间]|每.?[日天]|天|逐日|24小时|日复|当日", r"(?i:\bdaily\b|\bper\sday\b|\b(?:each|every)\sday\b|(?<=[a-z0-9])\sa\sday\b(?!\s(?:after|before|ago|later|earlier|of|or|when|that|in|at|for|to)))"),
        _Value("a week", r"每周|周均|每星期|每个?星期", r"周|星期|礼拜|7天|七天", r"(?i:\bweekly\b|\bper\sweek\b|\b(?:each|every)\sweek\b|(?<=[a-z0-9])\sa\sweek\b(?!\s(?:after|before|ago|later|earlier|of|or|when|that|in|at|for|to|away)))"),
        _Value("a month", r"每个?月|月均|按月|逐月|月供|月租|月薪|月产", r"[每按逐当月][月均度薪]|个月|月[报刊供租产]|三十天", r"(?i:\bmonthly\b|\bper\smonth\b|\b(?:each|every)\smonth\b|(?<=[a-z0-9])\sa\smonth\b(?!\s(?:after|before|ago|later|earlier|of|or|when|that|in|at|for|to|long)))"),
        _Value("a quarter", r"每季度?|按季|季均", r"季", r"(?i:\bquarterly\b|\bper\squarter\b|\b(?:each|every)\squarter\b)"),
        _Value("a year", r"每年|年均|逐年|年产|年发电|年吞吐|年处理|年接待|年供|年收入|年销|年薪|年营|年租|年输|年利用|年加工|年节|年减|年增|年度|每一年|年率|年化|年[\u4e00-\u9fff]{1,6}[量额率值]|年利润|年税收", r"年[均度产会报检审内]|每.{0,3}年|[一两]年|全年|年[发吞处接供收销薪营租输利加节减增]|历年|逐年|年人均|十二个月|年(?=[增复生平])", r"(?i:\bannual(?:ly|ised|ized)?\b|\byearly\b|\bper\s(?:year|annum|capita\sannual)\b|\b(?:each|every)\syear\b|(?<=[a-z0-9])\sa\syear\b(?!\s(?:after|before|ago|later|earlier|of|or|when|that|in|at|for|to|on|and|since)))"),
    ),
    (  # which part of the day
        _Value("morning", r"上午|早上|早晨|清晨|今早|明早|清早|拂晓|黎明|凌晨", r"早|晨|午前|上午|曙|一早|半夜|午夜|深夜|夜里|凌晨", r"(?i:\bmorning|\bdawn\b|\ba\.?m\b|\bdaybreak)"),
        _Value("afternoon", r"下午|午后", r"下午|午|日落", r"(?i:\bafternoon)"),
        _Value("evening", r"晚上|傍晚|当晚|今晚|昨晚|明晚|夜间|夜里|夜晚|深夜|日晚|晚间|午夜|半夜|凌晨", r"晚|夜|暮|凌晨|黄昏", r"(?i:\bevening|\bnight|\btonight|\bovernight|\bdusk|\bmidnight)"),
    ),
    (  # which half of a match
        _Value("first half", r"上半[场时程]|前半[场程段]|半场(?:战罢|结束|过后)|中场休息", r"上半|前半|半年|一半|半场", r"(?i:\bfirst\shalf\b)"),
        _Value("second half", r"下半[场时程]|后半[场程段]", r"下半|后半|另一半", r"(?i:\bsecond\shalf\b)"),
        _Value("a quarter of the match", r"第[一二三四]节", r"节|季|四分", r"(?i:\b(?:first|second|third|fourth)\squarter\b)"),
    ),
)  # fmt: skip


class _Compiled(msgspec.Struct, frozen=True):
    """A value with its patterns; ``either`` is what says it or hints at it in Chinese."""

    name: str
    chinese: re.Pattern[str]
    either: re.Pattern[str]
    english: re.Pattern[str]


_COMPILED = tuple(
    tuple(
        _Compiled(
            v.name,
            late_regex(v.chinese),
            late_regex(f"{v.chinese}|{v.hint}"),
            late_regex(v.english),
        )
        for v in kind
    )
    for kind in _KINDS
)
# Whether there is any word of the kind at all, so that most texts are passed over at once.
_ANY = tuple(late_regex("|".join(v.chinese for v in kind)) for kind in _KINDS)


def other_times(
    text: str, english: str, figures: list[Figure], stated: list[Stated]
) -> Iterator[FigureProblem]:
    """Words of time of which the English says another."""
    for any_of, kind in zip(_ANY, _COMPILED, strict=True):
        if any_of.search(text):
            found = _of_kind(kind, text, english)
            if found is not None:
                yield found
    yield from _other_months(figures, stated)


def _of_kind(kind: tuple[_Compiled, ...], text: str, english: str) -> FigureProblem | None:
    """The value of the kind that the English has, and has too often for the Chinese, while it
    has another too seldom."""
    said = {v.name: v.english.findall(english) for v in kind}
    if not any(said.values()):
        return None
    for value in kind:
        times = len(said[value.name])
        if not times or times <= len(value.either.findall(text)):
            continue
        for other in kind:
            there = other.chinese.findall(text) if other is not value else []
            if len(there) > len(said[other.name]):
                word = said[value.name][0].strip()
                return FigureProblem("changed", there[0], other.name, word)
    return None


def _other_months(figures: list[Figure], stated: list[Stated]) -> Iterator[FigureProblem]:
    """A day without its month that the English puts into a month that the Chinese does not
    name, though it names one."""
    days = [f for f in figures if f.unit == "day"]
    if not days:
        return
    months = {
        int(fact.value) // 100 if fact.kind == "date" else int(fact.value)
        for figure in figures
        for way in figure.facts
        for fact in way
        if fact.kind in ("date", "month")
    }
    if not months:
        return
    dated = {
        fact.value % 100 for f in figures for way in f.facts for fact in way if fact.kind == "date"
    }
    near = {(m + shift - 1) % 12 + 1 for m in months for shift in range(-2, 3)}
    for one in stated:
        fact = one.facts[0]
        own = months if fact.value % 100 in dated else near  # 9月27日电 … 27日: of September
        if fact.kind == "date" and int(fact.value) // 100 not in own:
            for figure in days:
                if any(f.value == fact.value % 100 for way in figure.facts for f in way):
                    yield FigureProblem("changed", figure.source, figure.english, one.text)
                    break
