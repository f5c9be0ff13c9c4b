"""A plain value that the English states as a change, and a difference that it states as a value.

营业收入42.6亿元，同比下降8.3% became "fell by 4.26 billion yuan, or 8.3 percent"; 起步价10元不变
"raised to 10 yuan"; 比高铁便宜46元 "cheaper than the 46 yuan on the train"; 占比为53.6% "growth was
53.6 percent"; 按15%的税率 "at a rate cut by 15 percent". The words directly beside the figure tell
what it is, whatever else is in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.english.changes import APPROACH, is_by
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import PERCENTAGES, SHARES, Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_VALUES = frozenset({"money", "measure", "count", "duration"})
_MOVES = late_regex(
    "(?<!较)[增减涨跌降升扩缩升落]|[多少高低贵快慢早晚超差]|便宜|提[前速价高]|节|新|回|调|浮|加|补|让利|下滑|翻|变"
)
# Words with these characters that name a thing, not a change.
_NAMES = late_regex(
    "增加值|增值|出让|净利|余额|升学|高[铁速新校中等层端]|最[高低多少大小]|多[个家种名处位项年]|新[能区闻型兴]|少[年儿]|快[递件]|加[工油气]"
    "|补[贴助]|提供|加计|年?初|调[查研]|回[收报]|节[目日能]|超市|落[户地实]"
)
_THEN_CHANGE = late_regex(
    r"[，（(]?(?:[同环]比|较?[去上]年同期|比[去上]年(?:同期)?|较[去上]年(?:同期)?|按年|按月|比上年|较上年)?"
    r"[^，。；0-9]{0,4}?(?:增长|增加|下降|减少|上升|上涨|下跌|下滑|回落|提高|增|降|减|升|跌|涨)[^，。；0-9]{0,3}"
)
_OR = late_regex(
    r"(?i:,?\s(?:\(|or\s|up\s|down\s|an?\s(?:rise|fall|drop|increase|decrease|decline|gain|growth)\sof\s)"
    rf"{APPROACH}\Z)"
)
# The verb and the amount of a change: it fell by 4.26 billion yuan, fell 4.26 billion yuan.
_MOVED_BY = late_regex(
    r"(?i:\b(?:rose|grew|climbed|jumped|surged|fell|dropped|declined|decreased|increased|slumped|plunged|slid|shrank"
    r"|(?:ha[sd]|have)\s(?:risen|grown|fallen|shrunk)|(?:is|was|are|were|went)\s(?:up|down))"
    rf"\s(?:by\s)?{APPROACH}\Z)"
)


@needing(chinese=(_THEN_CHANGE,), english=(_MOVED_BY, " by "))
def values_as_changes(comparison: Comparison) -> Iterator[FigureProblem]:
    """收入42.6亿元，下降8.3% that became "fell by 4.26 billion yuan, or 8.3 percent"."""
    text, english = comparison.text, comparison.english
    unique = comparison.unique
    for at, (figure, stated) in enumerate(unique[:-1]):
        share, share_said = unique[at + 1]
        if figure.kind not in _VALUES or share.kind != "percent" or share_said.start < stated.end:
            continue
        if not _THEN_CHANGE.fullmatch(text, figure.end, share.start) or _moves(text, figure):
            continue
        if not _OR.fullmatch(english, stated.end, share_said.start):
            continue
        ahead = english[max(0, stated.start - 80) : stated.start]
        if is_by(ahead) or _MOVED_BY.search(ahead):
            yield FigureProblem("changed", figure.source, figure.english, f"by {stated.text}")


def _moves(text: str, figure: Figure) -> bool:
    """Whether the clause before the figure has a word of change."""
    start = clause_start(text, figure.start, "，。；：！？;\n")
    return bool(_MOVES.search(_NAMES.sub("", text[start : figure.start])))


# 票价1元不变; 3.1%，与上期持平; 供热价格维持不变，按…仍为24元
_UNMOVED = late_regex(
    r"(?:的?(?:标准|水平|价格|价位|票价))?(?:[，,]?(?:均|都|也)?(?:继续)?(?:保持|维持)?(?:不变|不作调整|不做调整)"
    r"|[，,]?(?:与|和|同|较)(?!去年|上年)[^，。；0-9]{1,8}(?:持平|一致|相同|不变)|[，,](?:环比|按月)?持平)"
)
_KEPT = late_regex(r"(?:保持|维持|仍按|仍为|依然为|依旧为|继续按|继续执行)[^，。；0-9]{0,12}\Z")
_KEPT_BEFORE = late_regex(
    r"(?:维持|保持)?(?:不变|不作调整|不做调整)[，,；]?[^，。；]{0,14}仍[^，。；]{0,4}\Z"
)
_SET = late_regex(
    r"(?i:\b(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?"
    r"|reduc(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?"
    r"|climb(?:s|ed|ing)?|g[or](?:o|es|ew|ow|ows|own|ing)\s(?:up|down)?|went\s(?:up|down)|go(?:es|ing)?\s(?:up|down)|declin(?:e|es|ed|ing)|edg(?:ed|es|ing)\s(?:up|down))"
    rf"\s(?:[^.;,]{{0,40}}?\s)?(?:to|by)\s{APPROACH}\Z)"
)
_STAYED = late_regex(
    r"(?i:\b(?:unchanged|same|remain\w*|stay\w*|keep\w*|kept|still|flat|steady|stable|not|no|without|held|hold\w*|left"
    r"|continu\w+|maintain\w*|freez\w*|froze\w*|as\sbefore|level\swith)\b)"
)


@needing(chinese=("不变", "持平", "不作调整", "不做调整", _KEPT), english=(_SET,))
def unmoved_as_moved(comparison: Comparison) -> Iterator[FigureProblem]:
    """起步价10元不变 that became "raised to 10 yuan"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_VALUES | PERCENTAGES):
        before = text[max(0, figure.start - 40) : figure.start]
        kept = _UNMOVED.match(text, figure.end) or (
            (_KEPT.search(before) or _KEPT_BEFORE.search(before)) and "不" in text
        )
        if not kept or _moves(text, figure):
            continue
        found = _SET.search(english, max(0, stated.start - 70), stated.start)
        if found and not _STAYED.search(english, found.start(), stated.end + 30):
            words = f"{found.group().strip()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_DIFFERENCE = late_regex(
    r"(?<![占同环])[比较](?![例重率])[^，。；0-9]{1,14}(?:便宜|贵|高出?|低|多|少|快|慢|早|晚|长|短|重|轻|大|小)了?(?:约|近|逾)?\Z"
)
_THAN_THE = late_regex(
    r"(?i:\b(?:than|below|above|under|over)\sthe(?:\s(?:about|some|average|usual|previous))?\s\Z)"
)
_HERE = late_regex(
    r"\s(?:[a-z]+\s){0,2}?(?:(?:charged|paid|spent|asked|recorded|seen|set|needed|required|taken)\b|(?:of|in|at|on|by|for)\s(?:the|its|their|a|last)\b)"
)


@needing(english=(_THAN_THE,))
def differences_as_bases(comparison: Comparison) -> Iterator[FigureProblem]:
    """比高铁便宜46元 that became "cheaper than the 46 yuan charged on the train"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_VALUES | PERCENTAGES):
        if not _DIFFERENCE.search(text, max(0, figure.start - 24), figure.start):
            continue
        found = _THAN_THE.search(english, max(0, stated.start - 24), stated.start)
        if found and _HERE.match(english, stated.end):
            words = f"{found.group()}{stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_IS_SHARE = late_regex(
    r"(?:占(?!比)[^，。；0-9]{0,22}|占比|比[重例]|份额)(?:的?比[重例])?(?:分别|已)?(?:为|是|达到?|约|近|超过?|有)*\Z"
)
_GROWTH = late_regex(r"增[长速幅]|涨幅|降幅|升幅|跌幅")
_GROWTH_ENGLISH = late_regex(
    r"(?i:\b(?:growth|rise|increase|gain|fall|drop|decline|decrease)s?\b(?:\s(?!share|proportion|weight|ratio|account)[a-z'’-]+){0,8}?"
    r"\s(?:was|were|is|are|stood\sat|of|reached|came\sto|at|hit)\s{}\Z)".replace("{}", APPROACH)
)
_AS_RATE = late_regex("的?(?:优惠|综合|标准)?(?:企业所得税)?(?:税率|费率|利率|年利率|征收率|比例)")


@needing(chinese=(_IS_SHARE, _AS_RATE))
def shares_and_rates_as_changes(comparison: Comparison) -> Iterator[FigureProblem]:
    """占比为53.6% that became "growth was 53.6 percent", 按15%的税率 "at a rate cut by 15
    percent".
    """
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(SHARES):
        start = clause_start(text, figure.start, "，。；：！？;\n")
        before = text[start : figure.start]
        ahead = english[max(0, stated.start - 80) : stated.start]
        if _IS_SHARE.search(before) and not _GROWTH.search(before):
            found = _GROWTH_ENGLISH.search(ahead)
            if found:
                words = f"{found.group().strip()} {stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, words)
        elif _AS_RATE.match(text, figure.end) and not _moves(text, figure) and is_by(ahead):
            yield FigureProblem("changed", figure.source, figure.english, f"by {stated.text}")


_FROM = late_regex(r"[由从][^，。；0-9]{0,10}\Z")
_UP_TO = late_regex(r"[^，。；0-9]{0,10}[至到为][^，。；0-9]{0,4}")
_MOVED_SHARE = late_regex(
    r"(?i:\b(?:rose|risen|rising|grew|grown|went\sup|gone\sup|up|increased|climbed|gained|fell|fallen|falling|dropped|declined|decreased|down|gone\sdown|went\sdown|edged\s(?:up|down))"
    rf"\s(?:by\s)?{APPROACH}\Z)"
)


def points_as_percent(comparison: Comparison) -> Iterator[FigureProblem]:
    """由42.8%提高到45.1% that became "up 2.3 percent" (which is percentage points)."""
    text, english = comparison.text, comparison.english
    if "%" not in text or not ("由" in text or "从" in text):
        return
    shares = [figure for figure in comparison.figures if figure.kind == "percent"]
    for old, new in pairwise(shares):
        if not (
            _FROM.search(text, max(0, old.start - 14), old.start)
            and _UP_TO.fullmatch(text, old.end, new.start)
            and old.facts
            and new.facts
        ):
            continue
        apart = abs(new.facts[0][0].value - old.facts[0][0].value)
        if any(f.value == apart for one in comparison.figures for way in one.facts for f in way):
            continue
        for stated in comparison.stated:
            if [fact.kind for fact in stated.facts] != ["share"] or stated.facts[0].value != apart:
                continue
            if _MOVED_SHARE.search(english, max(0, stated.start - 50), stated.start):
                yield FigureProblem("changed", new.source, new.english, stated.text)


_SAVED = late_regex(r"(?:节(?=[约省电水能煤油气])|少(?=[用耗烧]))(?:[^，。；、0-9至到]){1,10}\Z")
_USES = late_regex(
    r"(?i:\b(?:us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|burn(?:s|ed|ing|t)?)\s(?:the\sequivalent\sof\s|up\s)?"
    rf"{APPROACH}\Z)"
)
_FEWER = late_regex(
    r"(?i:\b(?:less|fewer|sav\w+|cut\w*|reduc\w+|down|lower\w*|avoid\w*|conserv\w+|than)\b)"
)


@needing(chinese=("节", "少"), english=(_USES,))
def saved_as_used(comparison: Comparison) -> Iterator[FigureProblem]:
    """年节水300万立方米 that became "uses 3 million cubic metres a year"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_VALUES | PERCENTAGES):
        if not _SAVED.search(text, max(0, figure.start - 16), figure.start):
            continue
        found = _USES.search(english, max(0, stated.start - 60), stated.start)
        if found and not _FEWER.search(english, max(0, found.start() - 20), stated.end + 40):
            words = f"{found.group()}{stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)
