"""Words that tell what a rank, an occasion or a record is of: 全省第二 that became "second in the
country", 第三个 "the third largest", 首次 "for the fourth time", 近年最大 "the largest on record",
连续第五个月下降 "the fifth decline this year".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_RANKS = frozenset({"ordinal", "rank"})
_CITIES = (
    r"(?:\s[a-z-]+){0,3}?\s(?:in|of|among|across)\s(?:all\s|the\s|its\s)?(?:[a-z-]+\s){0,3}?"
    # the fourth most of any city in the province
    r"(?<!\bany\s)(?<!\bany\sother\s)"
)
# Scopes that stand directly before a rank, and directly after it in English.
_SCOPES = (
    ("world", "世界|全球|国际", r"world\b|globe\b|worldwide\b|globally\b"),
    (
        "country",
        "全国|国内|中国",
        r"country\b|nation\b|china\b|nationally\b|nationwide\b|chinese\b",
    ),
    ("province", "全省|省内|全区|自治区", r"province\b|autonomous\b|provincially\b|provincial\b"),
    ("city", "全市|市内", r"city\b|citywide\b|municipality\b"),
)
_PART = "东北|华北|华东|华南|华中|西南|西北|西部|东部|中部|长三角|珠三角"
_OWN = tuple((name, late_regex(rf"(?:{zh})[\u4e00-\u9fff]{{0,3}}\Z")) for name, zh, _ in _SCOPES)
_OWN_PART = late_regex(rf"(?:{_PART})[\u4e00-\u9fff]{{0,4}}\Z")
_SAID = tuple(
    (
        name,
        late_regex(
            rf"(?i:{_CITIES}(?<!central\s)(?<!western\s)(?<!eastern\s)(?<!northern\s)(?<!southern\s)(?:{en})|\s(?:{en}))"
        ),
    )
    for name, _, en in _SCOPES
)
_SAID_PART = late_regex(
    rf"(?i:{_CITIES}(?:(?:central|western|eastern|northern|southern|northeast\w*|northwest\w*|southwest\w*)\s|the\s(?:yangtze|pearl)))"
)
_STOP = late_regex(r"[.;,](?=\s|\Z)|\s(?:and|but|while)\s")


@needing(chinese=("第",))
def other_scopes(comparison: Comparison) -> Iterator[FigureProblem]:
    """全省第二、中部城市第四 that became "fourth in the province and second in central China"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_RANKS):
        before = text[max(0, figure.start - 10) : figure.start]
        own = next((name for name, pattern in _OWN if pattern.search(before)), "")
        own = "part" if _OWN_PART.search(before) else own
        if not own or stated.facts[0].kind != "ordinal":
            continue
        stop = _STOP.search(english, stated.end)
        end = stop.start() if stop else len(english)
        said = {name for name, pattern in _SAID if pattern.match(english, stated.end, end)}
        if _SAID_PART.match(english, stated.end, end):
            said = {"part"}
        if said and own not in said and not (own == "part" and "country" in said):
            words = english[stated.start : end]
            yield FigureProblem("changed", figure.source, figure.english, words)


_LARGEST = late_regex(
    r"(?i:[\s-](?:largest|biggest|highest|longest|tallest|fastest|busiest|richest|strongest|best)\b)"
)
_SIZED = late_regex("[大高长强快多富深重忙热]|规模|居|排|列|总量|榜")
_NTH_THING = late_regex("第[0-9一二三四五六七八九十]{1,3}[个家座条例艘架处所批次度回届期站]")
_TIMES = late_regex("(?<!第)[0-9一二两三四五六七八九十]{1,3}[次度]")


@needing(chinese=("第", "次", "度"), english=(_LARGEST,))
def counted_as_ranked(comparison: Comparison) -> Iterator[FigureProblem]:
    """全省第三个 that became "the third largest", 三次刷新纪录 "its third-highest"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if stated.facts[0].kind != "ordinal":
            continue
        nth = _NTH_THING.match(text, figure.start)
        clause = text[clause_start(text, figure.start, "，。；") : figure.end + 12].split("，")[0]
        if nth is None and _TIMES.fullmatch(figure.source) is None:
            continue
        if nth is not None and _SIZED.search(clause.split("。")[0]):
            continue
        found = _LARGEST.match(english, stated.end)
        if found:
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_TOP = late_regex(
    r"(?i:\b(?:the|its|their)\stop\s(?P<n>three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|[1-9][0-9]*)\b)"
)
_TOPS = late_regex(
    "[前首头冲进][0-9一二两三四五六七八九十百]|最|顶|[0-9一二两三四五六七八九十百]+[强大甲佳优]|依次|分别|TOP|Top|排名|排行|位列[^第]|第一方阵|前列|跻身"
)


@needing(english=(" top ",))
def unfounded_top(comparison: Comparison) -> Iterator[FigureProblem]:
    """连续五年第一 that became "among the top five"."""
    found = _TOP.search(comparison.english)
    if found and not _TOPS.search(comparison.text):
        yield FigureProblem("added", found=found.group(), word=True)


_NTH_TIME = late_regex(
    r"(?i:\bfor\s(?:an?|the)\s(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+(?:st|nd|rd|th))\s(?:straight\s|consecutive\s)?time\b)"
)
_AGAIN = late_regex(
    "第[0-9一二两三四五六七八九十]+(?:次|度|回|届|轮)|[0-9一二两三四五六七八九十]+(?:次|度|连|番|登|夺|获|回)|再[次度一]|又|屡|多次|重新|重[夺返回登]|复|连续|第二|梅开|帽子"
)


@needing(english=(_NTH_TIME,))
def other_occasions(comparison: Comparison) -> Iterator[FigureProblem]:
    """首次突破 that became "for the fourth time"."""
    found = _NTH_TIME.search(comparison.english)
    if found and not _AGAIN.search(comparison.text):
        yield FigureProblem("added", found=found.group(), word=True)


_RECENT = late_regex(
    "近年(?:来)?(?:最|首|规模)|(?:近|过去)[0-9一二两三四五六七八九十几数]+年(?:来|以来)?(?:同期)?[的之中]?最|年内最|今年以?来?最|为近年|为(?:今年|年内)|为近[0-9一二两三四五六七八九十几数]+年"
)
_EVER = late_regex(
    r"(?i:\b(?:on\srecord|in\s(?:its\s|the\s[a-z]+['’]s\s)?history|of\sall\stime|all-time|ever(?!\s(?:since|more)))\b)"
)
_ON_RECORD = late_regex(
    "史|纪录|记录|有[^，。]{0,8}以来|建[^，。]{0,4}以来|开[^，。]{0,4}以来|首[次个家]|从未|新高|新低|创"
)
_SECOND = late_regex(
    r"(?:历史|史上|同期|单季|单月|以来)的?次[高低大多]|(?<=[为创居])次[高低](?=[，。；]|水平|纪录)|第二[高大低多]|仅次于"
)
_SECOND_ENGLISH = late_regex(
    r"(?i:\b(?:second|2nd|next|runner|behind\sonly|only\s[a-z]+\s(?:was|were|has|have)|surpassed\sonly|exceeded\sonly|topped\sonly|all\sbut\sone|but\sfor|after\sonly|bar\sone|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:-|\s)|only\s(?:once|one)|but\sone|except)\b)"
)
_SUPERLATIVE = late_regex(r"(?i:\b(?:highest|lowest|largest|biggest|most|(?<!on\s)record)\b)")
_NEW_HIGH = late_regex(
    "(?<!近)创[^，。；]{0,8}(?:新高|纪录|新低)|(?:刷新|打破)[^，。；]{0,8}(?:纪录|记录)"
)
_SHORT = late_regex(
    r"(?i:\b(?:just\s|slightly\s|a\slittle\s)?(?:short\sof|shy\sof|below|close\sto|near(?:ly|ing)?|almost|approaching|not\squite)\s(?:(?:a|an|the|its|their)\s)?(?:[a-z-]+\s)?(?:record|all-time\shigh)\b)"
)
_NEARLY = late_regex("接近|逼近|仅次|临近|不及|略低|距[^，。]{0,8}(?:高|纪录)")


@needing(chinese=("最", "次", "第二", "创", "新", "破"))
def other_records(comparison: Comparison) -> Iterator[FigureProblem]:
    """近年最大 that became "on record", 次高 "the highest", 创新高 "just short of a record"."""
    text, english = comparison.text, comparison.english
    recent = _RECENT.search(text)
    ever = _EVER.search(english) if recent and not _ON_RECORD.search(text) else None
    if recent and ever:
        yield FigureProblem("changed", recent.group(), found=ever.group())
    second = _SECOND.search(text)
    if second and not _SECOND_ENGLISH.search(english):
        most = _SUPERLATIVE.search(english)
        if most:
            yield FigureProblem("changed", second.group(), found=most.group())
    new = _NEW_HIGH.search(text)
    short = _SHORT.search(english) if new and not _NEARLY.search(text) else None
    if new and short:
        yield FigureProblem("changed", new.group(), found=short.group())


_RUN = late_regex(
    "连续第?(?P<n>[0-9一二两三四五六七八九十]{1,3})个?(?:年|月|季度?|周|天|日|届|次|期|场|赛季|学期|交易日)(?!以上|及以上|内)"
)
_STREAK = late_regex(
    r"(?i:\b(?:straight|consecutive\w*|success\w+|row|running|streak|uninterrupted\w*|since|unbroken|on\send|back-to-back|continu\w+"
    r"|each|every|remain\w*|through(?:out)?|stay\w*|keep\w*|kept|always|again|steady|steadily|string|run|still|held|hold\w*|sustain\w*|persist\w*|unchanged|maintain\w*|repeat\w*|hat-trick|non-?stop|lasting|lasted|all)\b"
    r"|,\san?\s(?:[a-z]+(?:nd|rd|th))\s(?:year|month|quarter|week|day|session|season)\b"
    r"|\bfor\s(?:(?:an?|the)\s)?(?:[a-z]+(?:nd|rd|th)|[0-9]+(?:st|nd|rd|th))\s[a-z]+"
    r"|\b(?:for|over|in|during)\s(?:(?:the|its|their|at|more|less|nearly|about|over|past|last|previous|preceding|first|whole|full|than|least|all|these|those)\s){0,4}"
    r"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twent[a-z-]+|thirt[a-z-]+|several|half|many|few)|[0-9]+)[\s-](?:[a-z]+[\s-])?(?:years?|months?|quarters?|weeks?|days?|seasons?|terms?|sessions?|editions?|decades?|games?|matches)\b"
    r"|\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:year|month|quarter|week|day)\b|(?:two|three|four|five|six|seven|eight|nine|ten)\s(?:years|months|quarters|weeks|days|seasons)\b)"
)
_NTH = late_regex(
    r"(?i:\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+teenth|twent[a-z-]+|[0-9]+(?:st|nd|rd|th))\b|\bof\sthe\s(?:past|last)\b)"
)


@needing(chinese=("连续",), english=(_NTH,))
def lost_runs(comparison: Comparison) -> Iterator[FigureProblem]:
    """连续第五个月走低 that became "the fifth decline this year"."""
    run = _RUN.search(comparison.text)
    if run and not _STREAK.search(comparison.english):
        found = _NTH.search(comparison.english)
        if found:
            yield FigureProblem("changed", run.group(), found=found.group())
