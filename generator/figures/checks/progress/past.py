"""Past events that the English states as future: 2011年确立 that became "will be adopted in 2011",
截至8月底已达成41项 "will reach 41", 去年投资33亿元 "plans to invest".

The clause of the figure decides, or the time that its sentence begins with. It must have a word for
the past, and the sentence up to there none for plans, wishes or what may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.checks.progress.tense import results_as_future
from generator.figures.context.clauses import clause_start
from generator.figures.english.plans import FUTURE, FUTURE_WORDS
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_BREAK = late_regex(
    r"[;:](?=\s|\Z)|,(?=\s)|\.(?=\s|\Z)(?<!\bU\.S\.)|[\"“”—–]"
    r"|\s(?:and|but|while|whereas|which|who|that|where|after|if|when|as|because|since|than)\s"
)
# Years that are past for texts that are translated now.
_PAST_YEAR = "(?:1[0-9]{3}|200[0-9]|201[0-8])"
# A past time in the clause of the future, after its verb or before it.
_THEN = late_regex(
    r"(?i:\b(?:in|on|at|between|back\sin|until)\s(?:(?:early|late|mid|the|about|spring|summer|autumn|fall|winter"
    r"|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|[0-9]{1,2}(?:st|nd|rd|th)?,?)[\s-]){0,3}"
    rf"{_PAST_YEAR}(?!['’]?s\b[a-z ]{0, 20}plan)\b"
    r"|\b(?:last\s(?:year|month|week|spring|summer|autumn|fall|winter|night)(?!['’])|yesterday)\b"
    r"|\b(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several)\s(?:years?|months?|weeks?|days?|decades?|hours?)\sago\b"
    r"|\b(?:in|over|during|for)\sthe\s(?:past|last)\s(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|few|several)\s(?:years|months|weeks|days|decades|hours)\b(?!\sof)"
    rf"|\bsince\s(?:then\b|the\s(?:19|20)[0-9]{{2}}s|{_PAST_YEAR}\b)|\bso\sfar\b(?!,?\sas)|\bto\sdate\b)"
)
_CLAUSES = late_regex(
    r"[;:,](?=\s)|\.(?=\s|\Z)(?<!\bU\.S\.)|[\"“”—–()]|\s(?:and|but|while|whereas|which|who|that|where|after|if|when|as|because|since|than|before|until|of\s(?:the|our|its|their|his|her)|over(?!\sthe\s(?:past|last))|from\sthat)\s"
)
# A word for the past in the clause of the figure.
_PAST = late_regex(
    "已(?!知|婚|故)|曾(?![祖孙经子])|同比|环比|截[至止]|累计|以来|去年|昨[天日晚]|上个?[月周]|上年(?!度)|(?<![0-9])日前(?!后)|此前|迄今|至今|[较比]上[一个]?(?:交易日|日)"
    "|(?<![为除不])了(?=[0-9\u4e00-\u9fff])(?![解结然望却的])|(?:[0-9一二三四五六七八九十几数]个月|(?<![0-9]{2})[0-9一二三四五六七八九十几数]+[年周天])前|前不久|当[时年]|出生|生于|逝世|去世|享年"
    "|遭到?[枪袭杀抢]|枪杀|刺死|身亡|被[杀捕控]|被判|遇害|遇难|收[报跌涨]|报收|闭幕(?!后)|揭牌|当选(?!后)|出土"
)
_TOPIC = late_regex(
    "(?<![自从比较同与超])(?:去年|昨[天日晚]|上个?[月周]|上年(?!度)|(?<![0-9])日前(?!后)|此前|截[至止]|(?:[0-9一二三四五六七八九十几数]个月|(?<![0-9]{2})[0-9一二三四五六七八九十几数]+[年周天])前|上世纪|公元前"
    "|19世纪|20世纪|1[0-8]世纪|十[一二三四五六七八九]世纪|二十世纪)"
)
# Another time in the clause, so that the time of the sentence does not apply.
_NOW = late_regex("[今明现本]|目前|当前|[0-9]月")
_YEAR = late_regex(r"(?<![0-9至到—–\-~～]|[.])(?P<year>[12][0-9]{3})年(?!以?[后内]|起|至今后)")
_PAST_YEARS = late_regex(_PAST_YEAR)
# Plans and conditions, anywhere in the sentence.
_PLAN = late_regex(
    "将(?![军领近])|[拟愿欲盼]|(?<!名)望|计划|规划|预[计期测定估示告报言料]|力争|争取|目标|打算|确保|任务|指标|明[年天日晚早]|未来|今后"
    "|届时|到(?:20[2-9]|时)|[至到]20[2-9]|测算|推算|设计|定于|推迟|延[期后至长]|申请|方案|建议|如果|一旦|假如|只要|来年|即日|起至|自(?:1|2)?[0-9]月|适用"
    "|宣布|印发|出台|通知|透露|获悉|起[，。]|承诺|希望|期[待望]|目的|为了|以便|否则|有待|还未|尚未|执行|安排|议案|提案|预案|草案"
)
# Words for what may, can or must be, in the clause itself.
_MODAL = late_regex(
    "(?<![主重纲概摘需想])要(?![闻素点道案塞求])|(?<![社大委协商工学省市全理监常司机览博运聚晚年例教总国议峰展发董事宴诊])会(?![议员见展上同计长场晤谈签所主堂客])|能(?![源力耗见量级干])(?<![功性智效节职机产可])"
    "|须|(?<![供内刚所])需(?![求要])|(?<![供响效反适])应(?![急用对届变收付邀当时])|(?<![招接优看对])待(?!遇|业)|可(?!口|乐|爱|载)|意向|准备|提出|若|必须|同意|决定|约定|如(?![今何此同])|仍"
    "|定[为在]|随后|接下来|后续|之后|以后|[起从自]20|[至到]20|下[一个月周季半届批阶期]"
)
_ENDS = late_regex("[。！？；]")
_UNTIL = late_regex("[到至前]")


@needing(english=FUTURE_WORDS)
def past_as_future(comparison: Comparison) -> Iterator[FigureProblem]:
    """Past events for which the English has the future, unless `results_as_future` finds one."""
    text, english = comparison.text, comparison.english
    if any(True for _ in results_as_future(comparison)):
        return
    for found in FUTURE.finditer(english):
        problem = _at_past_time(text, english, found) or _of_figure(comparison, found)
        if problem is not None:
            yield problem
            return


def _of_figure(comparison: Comparison, found: re.Match[str]) -> FigureProblem | None:
    """The problem of the first figure in the clause of the future ``found``, if it is past."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        low, high = sorted((found.start(), stated.start))
        if low < found.start() and figure.kind in _DATES:
            continue  # "the ships ordered in 2007 will replace"
        if english.endswith("from ", 0, stated.start):
            continue  # "is expected to climb from 6 million last year"
        if not _BREAK.search(english, low, high):
            if _is_past(text, figure.start, figure.end):
                return FigureProblem("changed", figure.source, figure.english, found.group())
            return None
    return None


def _at_past_time(text: str, english: str, found: re.Match[str]) -> FigureProblem | None:
    """The problem of a future ``found`` at a time that is past: "will be born in 1832"."""
    stop = _CLAUSES.search(english, found.end())
    then = _THEN.search(english, found.end(), stop.start() if stop else len(english))
    if then is None:
        start = max((m.end() for m in _HEADS.finditer(english, 0, found.start())), default=0)
        then = _THEN.match(english, start)
        if then is None or _CLAUSES_BUT_COMMA.search(english, then.end(), found.start()):
            return None
    year = _DIGITS.search(then.group())
    if year is None:
        return (
            None
            if _OPENS.search(text)
            else FigureProblem("added", found=f"{found.group()} … {then.group()}", word=True)
        )
    at = text.find(year.group())
    if at < 0:
        return None
    sentence = clause_start(text, at, "。！？；")
    stop = _ENDS.search(text, at)
    end = stop.start() if stop else len(text)
    if _PLAN.search(text, sentence, end) or _UNTIL.search(text, max(0, at - 4), at):
        return None
    clause = clause_start(text, at, "，。；：:！？,;")
    comma = _CLAUSE.search(text, at + 10)
    if _MODAL.search(text, clause, comma.start() if comma else end):
        return None
    return FigureProblem("added", found=f"{found.group()} … {then.group()}", word=True)


def _is_past(text: str, start: int, end: int) -> bool:
    """Whether the figure from ``start`` to ``end`` is certainly of the past."""
    sentence = clause_start(text, start, "。！？")
    stop = _CLAUSE.search(text, end)
    until = stop.start() if stop else len(text)
    clause = clause_start(text, start, "，。；：:！？,;")
    if _PLAN.search(text, sentence, until) or _MODAL.search(text, clause, until):
        return False
    if _PAST.search(text, clause, until):
        return not _GOES_ON.match(text, until)
    if _NOW.search(text, clause, until):
        return False
    if _TOPIC.search(text, sentence, until):
        ended = _SENTENCE_END.search(text, until)
        rest = ended.start() if ended else len(text)
        return not _TO_OPEN.search(text, until, rest)
    years = [one["year"] for one in _YEAR.finditer(text, sentence, until)]
    return bool(years) and all(map(_PAST_YEARS.fullmatch, years))


# 被告人除被判处罚金外，还须赔偿: what people must do follows
_GOES_ON = late_regex("，(?:还|仍|并|且|又|也)?(?:必?须|应当?(?!对|用)|需要?(?!求)|要|将)")
_DATES = frozenset({"date", "period", "time"})
_HEADS = late_regex(r"[.;!?]\s(?=[A-Z])|[;:]\s")
_CLAUSES_BUT_COMMA = late_regex(
    r"[;:](?=\s)|\.(?=\s|\Z)(?<!\bU\.S\.)|[\"“”—–()]|,\s[^.;]*,\s"
    r"|\s(?:and|but|while|whereas|which|who|that|where|after|if|when|as|because|since|than)\s"
)
_DIGITS = late_regex("[12][0-9]{3}")
_OPENS = late_regex(rf"{_PLAN.pattern}|{_MODAL.pattern}")
_CLAUSE = late_regex("[，。；：:！？,;—–]|\\s-\\s")
_SENTENCE_END = late_regex("[。！？]")
# 昨日封顶，新增近机位17个，计划2026年6月启用: nothing is added yet
_TO_OPEN = late_regex(
    "(?:计划|预计|将|拟|力争|有望)[^，。；]{0,12}(?:启用|投用|投产|建成|开通|通车|运营|开业|竣工|完工|交付|投运)"
)
