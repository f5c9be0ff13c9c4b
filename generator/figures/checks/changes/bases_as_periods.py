"""The time with which the Chinese compares, as the time that the English speaks of: 较一季度回落
that became "slowed in the first quarter", 较上年增加1.2万人 "there were 12,000 the year before".

Right English has a word that compares, so that without any the figure is one of the wrong time.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import between, clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_THAN = late_regex(r"(?<![占同环可相对])[比较](?![例重率如赛分为])于?\Z")
# What changed is in the same clause: 较一季度回落0.6个百分点
_CHANGES = late_regex(
    r"\A(?:[底末初]|同期)?[^，。；]{0,12}?(?:增|减|升|降|涨|跌|回落|加快|放缓|收窄|扩大|提[高速升]|下滑|[高低多少快慢]|回升|改善|翻)"
)
_DURING = late_regex(
    r"(?i:\b(?:in|during|throughout|at\sthe\send\sof|by\sthe\send\sof|at|over)\s(?:the\s)?(?:(?:whole|full|entire)\sof\s(?:the\s)?)?\Z)"
)
# Words that compare, or tell of two times.
_LINK = late_regex(
    r"(?i:\b(?:than|th[ae]n|compar\w+|against|versus|vs|from|relative|level|pace|rate\sof|that|those|figure|after|since|ago|earlier"
    r"|before|previous\w*|preceding|prior|had|as\s[a-z]+\sas|same|to|follow\w+|up\son|down\son|on\sthe|over\sthe\s[a-z]+\squarter"
    r"|above|below|beyond|exceed\w*|surpass\w*|behind|ahead|improve\w*|reading|with|vis|was\s[0-9.]+|peak|high|low"
    r"|[a-z]+(?:gh|[dgkmprwi]|ll|ng|ss|st|at)er)\b)"
)
_NOT_LINKS = late_regex(
    r"(?i:\b(?:quarter|number|order|power|water|October|September|November|December|over)\b)"
)
_BREAK = late_regex(r"[.;](?=\s|\Z)")


@needing(chinese=("较", "比"), english=("in ", "during ", "throughout ", " at ", "over "))
def bases_as_periods(comparison: Comparison) -> Iterator[FigureProblem]:
    """较一季度回落0.6个百分点 that became "slowed by 0.6 percentage point in the first quarter"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_TIMES):
        if not _THAN.search(text, max(0, figure.start - 3), figure.start):
            continue
        stop = figure.end + 24
        if not _CHANGES.search(text[figure.end : stop]):
            continue
        during = _DURING.search(english, max(0, stated.start - 40), stated.start)
        sentence = between(english, stated.start, stated.end, _BREAK)
        if during and not _LINK.search(_NOT_LINKS.sub(" ", sentence)):
            words = f"{during.group().strip()} {stated.text}"
            expected = f"compared with {figure.english}"
            yield FigureProblem("changed", f"比{figure.source}", expected, words)


_TIMES = frozenset({"period", "date"})
_VALUES = frozenset({"money", "measure", "count"})
_BASE = (
    "(?:上年|去年|前年|上一?个?月|上一?个?季度?|上[一两]?周|年初|年中|上年[底末]|去年[底末]|前一[年天日]|前日|昨[天日]"
    "|春节|国庆|中秋|五一|端午|元旦|清明|暑假|寒假|[前上]一?届|平时|往年|常年)"
)
_GAINED = late_regex(
    rf"(?<![占同环可相对])[比较]{_BASE}(?:同期|假期|黄金周|期间)?(?:[^，。；0-9]{{0,6}}?)"
    r"(?:增加|增长|减少|下降|净增|净减|新增|增|减|多|少)(?:出|了)?(?:约|近|逾|超过?)?\Z"
)
_LEVEL = late_regex(
    r"(?i:\b(?:(?:there\s)?(?:was|were|are|is|had\sbeen)|had|stood\sat|total(?:led|ed)|came\sto|received|saw|recorded|reached)"
    r"\s(?:(?:about|some|around|nearly|almost|over|more\sthan|roughly)\s)?\Z)"
)
_AT_BASE = late_regex(
    r"(?i:\A(?:\s(?!more\b|less\b|fewer\b|than\b|from\b|to\b)[a-z-]+){0,4}?,?\s(?:(?:in\s|over\s|during\s|at\s|on\s)?(?:the|a|an)\s(?:[A-Za-z]+\s){0,4}?"
    r"(?:year|month|quarter|week|day|holiday|break|festival)\s?(?:before|earlier|ago)?\b"
    r"|(?:in\s)?(?:the\s)?(?:last|previous)\s(?:year|month|quarter|week)|at\sthe\s(?:start|beginning|end)\sof|yesterday|usually)\b)"
)
_CHANGE = late_regex(
    r"(?i:\b(?:increas\w+|r[io]s(?:e|es|en|ing)|up|down|more|less|fewer|extra|additional|added|adding|gain\w*|f[ae]ll\w*|drop\w*"
    r"|reduc\w+|cut\w*|declin\w+|decreas\w+|growth|gr[eo]w\w*|than|compar\w+|against|versus|from|since|new\w*|another|further|net|chang\w+"
    r"|differ\w+|gap|lower|higher|larger|bigger|smaller|los[ets]\w*|missing|short|excess|beyond|above|below|ahead|behind|jump\w*|surg\w+|expan\w+)\b)"
)


@needing(chinese=(_GAINED,), english=(_LEVEL,))
def changes_as_former_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """较上年增加1.2万人 that became "there were 12,000 the year before"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_VALUES):
        start = clause_start(text, figure.start, "，。；：！？;\n")
        if not _GAINED.search(text, start, figure.start):
            continue
        level = _LEVEL.search(english, max(0, stated.start - 40), stated.start)
        sentence = between(english, stated.start, stated.end, _BREAK)
        if level is None or _CHANGE.search(sentence):
            continue
        base = _AT_BASE.search(english[stated.end :])
        if base:
            words = f"{level.group().strip()} {stated.text}{base.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)
