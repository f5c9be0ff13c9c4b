"""The amount of a change that English states as the former or the present level, and the reverse:
较上年末净增412家 that became "compared with 412", 达1243.8万人，增加21.6万人 "up from 12.438
million", 减排2万吨 "reduced to 20,000 tonnes".

Each check needs words directly before or after the figure in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.context.direction import DOWN, UP
from generator.figures.english.changes import APPROACH, is_by, is_to
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_VALUES = frozenset({"money", "measure", "count", "duration"})
_SHARES = frozenset({"percent", "fraction"})
_WORDS = "|".join(
    sorted(
        {w.removesuffix("至").removesuffix("到") for w in (*UP, *DOWN) if w not in "高多少低"},
        key=lambda word: (-len(word), word),
    )
)
_HEDGE = r"(?:了|约|近|逾|超过?|仅|只|将近|至少|最多|达|高达|多达|[新净][增减])*"

# The amount of a change or a difference, with what it is compared with in the same clause.
_COMPARED_BY = late_regex(
    r"(?:(?<![占同环可])[比较](?![例重率如赛分为])[^，。；]{1,18}?|同比|环比|按年|按月|季增|年增)"
    rf"(?:净增|净减|节省|节约|缩短|{_WORDS}|[高多少低贵快慢早晚长短轻重](?:出|了)?){_HEDGE}\Z"
)
_WITH = late_regex("相比|相较|较之|比起来")
_BARE_BY = late_regex(rf"(?:净增|净减|{_WORDS}){_HEDGE}\Z")
_SAVED = late_regex(rf"(?:节省|节约|省下|少花|少用|缩短){_HEDGE}\Z")
_FROM_OR_WITH = late_regex(
    r"(?i:\b(?:up|down|r[io]se[ns]?|fell|fallen|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped)?|grew|grown|higher|lower|reduced|cut)"
    rf"\sfrom\s{APPROACH}\Z|\bcompar(?:ed|es|ing)\s(?:with|to)\s{APPROACH}\Z|,?\s(?:against|versus)\s{APPROACH}\Z)"
)
_NOT_LEVEL = late_regex(
    r"(?i:\s(?:[a-z-]+\s){0,2}?(?:more|less|fewer|higher|lower|extra|additional|new|added)\b)"
)
_MOVES_TO = late_regex("[^，。；]{0,6}[至到为]")


@needing(english=(" from ", "compar", "against", "versus"))
def changes_as_bases(comparison: Comparison) -> Iterator[FigureProblem]:
    """较上届增加184亿元 that became "compared with 18.4 billion yuan last time"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_VALUES):
        if "-" in figure.value[1:] or _MOVES_TO.fullmatch(text, figure.end, figure.end + 1):
            continue
        before = _clause_before(text, figure)
        if not _COMPARED_BY.search(before) and not _SAVED.search(before):
            sentence = clause_start(text, figure.start, "。；\n")
            if not _WITH.search(text, sentence, figure.start) or not _BARE_BY.search(before):
                continue  # 相比上届，金额增加184亿元
        found = _FROM_OR_WITH.search(english, max(0, stated.start - 60), stated.start)
        if found and not _NOT_LEVEL.match(english, stated.end):
            yield _problem(figure, f"{found.group().strip()} {stated.text}")


def _clause_before(text: str, figure: Figure) -> str:
    start = clause_start(text, figure.start, "，。；：！？;\n")
    return text[start : figure.start].replace(" ", "")


def _problem(figure: Figure, found: str) -> FigureProblem:
    return FigureProblem("changed", figure.source, figure.english, found)


# 比市场价低4元, 平均降温14℃: a difference or a change, never a level.
_DIFFERENT = late_regex(
    r"(?:(?<![占同环可])[比较](?![例重率如赛分为])[^，。；]{1,18}?(?:便宜|贵|[高低多少快慢早晚长短轻重](?:出|了)?)"
    r"|(?:升温|降温|增收|减收|增产|减产|增利|增支|减支|降价|涨价|提价))"
    rf"{_HEDGE}\Z"
)
_AT = late_regex(
    r"(?i:(?:\bat|\bpriced\sat|\bstood\sat|\bcosts?|\bcharged|\breach(?:ed|es)|\bwas|\bwere|\bis|\bare"
    r"|(?:an?|the)\saverage\s(?:(?!drop\b|rise\b|fall\b|increase\b|decrease\b|gain\b|cut\b|decline\b)[a-z]+\s){1,3}of|\baverag(?:e|es|ed|ing))\s(?:an?\s(?:average|total)\sof\s)?"
    rf"{APPROACH}(?:minus\s)?\Z)"
)
_CHANGE_NEAR = late_regex(
    r"(?i:\b(?:increas\w+|r[io]s(?:e|es|en|ing)|up|down|more|less|fewer|lower\w*|higher|cut\w*|off|cheaper|dearer|extra|additional"
    r"|gain\w*|f[ae]ll\w*|drop\w*|reduc\w+|sav\w+|discount\w*|difference|gap|margin|chang\w+|growth|gr[eo]w\w*|than|above|below"
    r"|ahead|behind|rais\w+|lift\w*|add\w*|boost\w*|declin\w+|decreas\w+|premium|[a-z]+(?:[dgklmnpr]|[a-z]i)er(?<!kilometer)(?<!meter)(?<!liter)|later|closer"
    r"|climb\w*|surg\w+|jump\w*|plung\w+|slid\w*|earn\w*|extend\w*|shorten\w*|narrow\w*|widen\w*|short|excess|exceed\w*|under|over|beyond|from)\b)"
)
_END = late_regex(r"[.,;:](?=\s|\Z)")
# 6.4 million yuan, or 4.8 percent, less
_OR_SHARE = late_regex(r",\sor\s[^,;]{1,30},(?=\s)")
_UNITS = frozenset({"money", "measure"})


@needing(chinese=(_DIFFERENT,))
def differences_as_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """每公斤比市场价低4元 that became "at 4 yuan per kilogram, below the market price"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_UNITS):
        if not _DIFFERENT.search(_clause_before(text, figure)):
            continue
        found = _AT.search(english, max(0, stated.start - 70), stated.start)
        if not found:
            continue
        other = _OR_SHARE.match(english, stated.end)
        end = _END.search(english, other.end() if other else stated.end)
        if _CHANGE_NEAR.search(english, stated.end, end.start() if end else len(english)):
            continue
        starts = [m.end() for m in _END.finditer(english, 0, found.start())]
        ahead = [s.end for s in comparison.stated if s.end <= found.start()]
        start = max([0, *starts, *ahead])
        behind = english[start : found.start()].removeprefix(" of").replace(" from reserves", "")
        if not _CHANGE_NEAR.search(behind):
            yield _problem(figure, f"{found.group().strip()} {stated.text}")


_OF_BASE = late_regex(
    rf"(?:相当于|是|为|达到?|仅及|仅有|只有|仅为|不足|不到)[^，。；、0-9]{{2,16}}的{_HEDGE}\Z"
)
_THAN = late_regex(
    r"(?i:\s(?:less|lower|fewer|smaller|cheaper|shorter|more|higher|larger|bigger|greater|longer)(?:\s[a-z]+)?\sthan\b|\s(?:below|above)\b)"
)
_CUT_BY = late_regex(
    rf"(?:(?<![占同环可])[比较](?![例重率如赛分为])[^，。；]{{1,18}}?|同比|环比)(?:减少|下降|降低|回落|下挫|减|降|下跌|跌|缩减|萎缩|下滑|少|低|便宜){_HEDGE}\Z"
)
_OF_THE = late_regex(
    r"(?i:\sof\s(?:the\s(?:number|level|figure|amount|total|rate|volume|price|size|peak|high|maximum)\b|that\b|those\b|what\b|(?:its|their)\s(?:level|peak|former|previous|original)))"
)
_FALLING = late_regex(
    r"(?i:\b(?:f[ae]ll\w*|cut\w*|los[te]\w*|losing|down|reduc\w+|shed\w*|less|fewer|lower\w*|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slash\w*|off|slid\w*|plung\w+)\b)"
)


@needing(chinese=("的", "减", "降", "跌", "少", "低"))
def parts_as_changes(comparison: Comparison) -> Iterator[FigureProblem]:
    """为进口产品的三分之二 that became "two-thirds less", 较高峰减少七成 "70 percent of the
    number"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_SHARES):
        own = figure.facts[0][0] if figure.facts else None
        if own is None or own.value != stated.facts[0].value or own.value * 2 == 1:
            continue
        before = _clause_before(text, figure)
        if _OF_BASE.search(before):
            found = _THAN.match(english, stated.end)
        elif _CUT_BY.search(before):
            found = _OF_THE.match(english, stated.end)
            start = clause_start(english, stated.start, ".;")
            falls = _FALLING.search(english, start, stated.start)
            ahead = english[max(0, stated.start - 60) : stated.start]
            found = None if falls and not is_to(ahead) else found
        else:
            continue
        if found:
            yield _problem(figure, f"{stated.text}{found.group()}")


# 达1243.8万人，比上年末增加21.6万人: a level, with its change after it.
_THEN_CHANGE = late_regex(
    r"[\u4e00-\u9fff]{0,4}，(?:(?:较|比)[^，。；0-9]{1,12}?|同比|环比|按年|按月)(?:净?增|翻|多|高|上升|提高|扩大|净?减|降|少|低|下)"
)
_MOVED = late_regex("[新再另又添扩增减升降涨跌]|[由从]")
_ANOTHER = late_regex(
    rf"(?i:\b(?:another|a\sfurther|an\s(?:additional|extra))\s(?!record\b|new\b){APPROACH}\Z)"
)
_RISEN_FROM = late_regex(
    rf"(?i:\b(?:increas\w+|r[io]se[ns]?|rising|up|grew|grown|growing|down|fell|fallen|drop\w*|declin\w+)\b(?:[^.;]|[.](?=[0-9])){{0,44}}\sfrom\s{APPROACH}\Z)"
)


@needing(chinese=(_THEN_CHANGE,), english=(" from ", "another", "further", "additional", "extra"))
def levels_as_bases(comparison: Comparison) -> Iterator[FigureProblem]:
    """培育集群20个，较目前翻一番 that became "another 20 clusters"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"money", "measure", "count"})):
        if not _THEN_CHANGE.match(text, figure.end) or _MOVED.search(_clause_before(text, figure)):
            continue
        low = max(0, stated.start - 80)
        found = _ANOTHER.search(english, low, stated.start)
        found = found or _RISEN_FROM.search(english, low, stated.start)
        if found:
            yield _problem(figure, f"{found.group().strip()} {stated.text}")


# 减排2万吨, 减持3%: the verb has the figure as its amount.
_VERB_BY = late_regex(
    rf"(?:减排|减持|增持|减负|减碳|降碳|节水|节电|节能|增收|减收|增产|减产|增资|减资|降温|升温|减员|减亏|增亏|减重|降费|降本|减税){_HEDGE}\Z"
)


@needing(chinese=(_VERB_BY,), english=(" to ",))
def amounts_as_new_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """减排二氧化碳2万吨 that became "reducing emissions to 20,000 tonnes"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_UNITS | _SHARES | {"count"}):
        before = _clause_before(text, figure)
        bare = _OBJECT.sub("", before) if "排" in before or "持" in before else before
        if not _VERB_BY.search(bare) and not _VERB_BY.search(_HEDGED.sub("", bare)):
            continue
        ahead = english[max(0, stated.start - 80) : stated.start]
        if (is_to(ahead) and not ahead.endswith(" up to ")) or _NO_MORE.search(ahead):
            yield _problem(figure, f"to {stated.text}")


_OBJECT = late_regex(r"(?:二氧化碳|温室气体|股份|颗粒物|氮氧化物|二氧化硫|污染物)")
_HEDGED = late_regex(r"不超过\Z")
_NO_MORE = late_regex(
    r"(?i:\b(?:reduc|cut|lower|trim|rais|increas)\w*\s[^.;,]{1,40}?\sto\s(?:no\smore\sthan|at\smost|up\sto|no\sless\sthan|at\sleast)\s\Z)"
)

# 指数为50.8%: a level by its own words, whatever else in the sentence changes.
_IS_LEVEL = late_regex(
    r"[\u4e00-\u9fffA-Z]{2,}(?:为|是|达到?|占|相当于[^，。；]{1,14}的)(?:约|近|超过?|逾)?\Z"
)
_CHANGING = late_regex(
    "[升降涨跌减扩缩落滑]|增(?!加值|长面|值税)|[速幅]|[同环]比|(?<!占)比(?![例重率如])|较|[高低]于|[改恶]|好转|变|占(?!比)[^，。；]{0,14}(?:增量|新增)"
)
_GROWTH_OF = late_regex(
    rf"(?i:\b(?:growth|a\srise|an\sincrease|a\sfall|a\sdrop|a\sdecline)\sof\s{APPROACH}\Z"
    rf"|\b(?:grew|ha(?:s|ve)\s(?:grown|risen|fallen)|grown|rose|fell)\s(?:by\s)?{APPROACH}\Z)"
)


@needing(chinese=(_IS_LEVEL,))
def levels_as_changes(comparison: Comparison) -> Iterator[FigureProblem]:
    """相当于GDP的18.9% that became "grew 18.9 percent", 指数为50.8% "rose by 50.8%"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"percent"})):
        if figure.value.startswith("-"):
            continue
        before = _clause_before(text, figure)
        if not _IS_LEVEL.search(before) or _CHANGING.search(before) or _goes_on(text, figure):
            continue
        start = clause_start(text, figure.start, "。；！？;\n")
        of_itself = "增长面" in before
        if not of_itself and _CHANGING.search(text, start, figure.start - len(before)):
            continue  # 2005年增长6.2%，2006年可达7.4%
        ahead = english[max(0, stated.start - 80) : stated.start]
        found = _GROWTH_OF.search(ahead)
        if found or is_by(ahead):
            words = found.group().strip() if found else "by"
            yield _problem(figure, f"{words} {stated.text}")


_AFTER = late_regex(r"[^，。；]{0,8}(?:增|升|降|涨|跌|减|[速幅])")


def _goes_on(text: str, figure: Figure) -> bool:
    """Whether the clause goes on with a change after the figure: 为5%的增长."""
    return _AFTER.match(text, figure.end) is not None


_AVERAGE_BASE = late_regex(
    rf"(?i:\b(?:than|above|below|over|under)\sthe\s(?:[a-z-]+\s){{1,5}}?of\s{APPROACH}\Z)"
)


@needing(chinese=(_COMPARED_BY,), english=(_AVERAGE_BASE,))
def differences_as_averages(comparison: Comparison) -> Iterator[FigureProblem]:
    """比全国平均多出1100小时 that became "more than the national average of 1,100 hours"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_VALUES):
        found = (
            _AVERAGE_BASE.search(english, max(0, stated.start - 80), stated.start)
            if _COMPARED_BY.search(_clause_before(text, figure))
            else None
        )
        if found and not _follows(comparison, stated):
            yield _problem(figure, f"{found.group().strip()} {stated.text}")


def _follows(comparison: Comparison, stated: Stated) -> bool:
    """Whether the figure goes on as a difference: "the average of the last 10 years higher"."""
    return bool(_NOT_LEVEL.match(comparison.english, stated.end))
