"""How a figure stands to what is beside it: by so much or to so much, of what it is a rate, all
together or each on average, on the year or on the month.

Only words that leave no doubt count, in both languages, and only figures that the English says
once: where either is silent, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

# Figures with the only place of the English that says them.
Once = list[tuple[Figure, Stated]]
_AMOUNTS = frozenset({"percent", "points", "money", "measure", "count", "duration"})
_LEVELS = _AMOUNTS | {"fraction"}
_HALF = late_regex("半|二分之一")

# A verb of change, then the figure: 增长8.6% is by how much, 增至500万元 to how much.
_VERB = (
    r"(?:增长|增加|提高|提升|上升|上涨|扩大|延长|上调|回升|下降|减少|降低|下跌|回落|缩短|压缩|缩减|下调"
    r"|降价|涨价|增|涨|降|减|跌|升)"
)
_HEDGE = r"(?:了|近|约|逾|超过?|仅|将近|至少|最多)*"
_BY = late_regex(rf"(?<![负扩]){_VERB}(?:幅度|幅)?{_HEDGE}\Z")
_TO = late_regex(rf"{_VERB}(?:[到至为成]|到了|至了)(?:(?:原来|原先|目前|去年|上年)?的)?{_HEDGE}\Z")
_MOVED = (
    r"(?i:\b(?:r[io]se[ns]?|rising|increas\w+|gr[eo]wn?|growing|up|gain\w*|climb\w*|jump\w*|surg\w+"
    r"|soar\w*|expand\w*|widen\w*|rais(?:e|es|ed|ing)|lift\w*|extend\w*|lengthen\w*|f[ae]ll\w*"
    r"|drop\w*|declin\w+|decreas\w+|down|lower\w*|shr[aiu]nk\w*|reduc\w+|cut(?:s|ting)?|slump\w*"
    r"|plung\w+|slid\w*|slipp\w+|dip\w*|narrow\w*|slow\w*|shorten\w*)\b)"
)
_APPROACH = (
    r"(?:(?:about|around|some|nearly|almost|over|just|only|more\sthan|less\sthan|roughly|an"
    r"|a\sfurther|at\sleast)\s)*(?:(?:US|HK)?[$€£¥])?"
)
# What may stand between the verb and the figure in one clause; 200,000 has a comma of its own.
_WITHIN = r"(?:[^.;,]|[.,](?=[0-9]))"
_BY_ENGLISH = late_regex(rf"{_MOVED}{_WITHIN}{{0,70}}\sby\s{_APPROACH}\Z")
_TO_ENGLISH = late_regex(
    rf"{_MOVED}(?:(?!\b(?:from|between)\b)(?:[^.;,]|[.,](?=[0-9]))){{0,40}}\sto\s{_APPROACH}\Z"
)


def moved(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """增长20% that became "rose to 20%", 降至80元 that became "cut by 80 yuan"."""
    if not once or (" by " not in english and " to " not in english):
        return
    for figure, said in _of_kinds(once, _LEVELS):
        before = text[max(0, figure.start - 10) : figure.start].replace(" ", "")
        way = "to" if _TO.search(before) else "by" if _BY.search(before) else ""
        if not way or "-" in figure.value[1:]:
            continue
        ahead = english[max(0, said.start - 80) : said.start]
        if figure.kind == "fraction" and _HALF.search(figure.source):
            continue  # to half of it is by half of it
        other = _TO_ENGLISH if way == "by" else _BY_ENGLISH
        if other.search(ahead):
            word = "to" if way == "by" else "by"
            yield FigureProblem("changed", figure.source, figure.english, f"{word} {said.text}")


_LATER = late_regex(
    r"(?i:\s(?:(?:or\smore|longer)\s)?(?:behind|late\b|later\b|overdue|past\sthe\sdeadline))"
)
_SOONER = late_regex(
    r"(?i:\s(?:or\smore\s)?(?:ahead\b|early\b|earlier\b|sooner|in\sadvance|before\sschedule))"
)
_EARLY = late_regex(r"(?:提前|早于?|缩短|提早|快|节省|抢先)(?:了|近|约|整整|至少|计划|工期)*\Z")
_LATE = late_regex(r"(?:推迟|延后|延期|滞后|逾期|晚于?|拖延|延误|超期|迟)(?:了|近|约|整整|至少)*\Z")


def hastened(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """提前3个月 that became "three months behind schedule"."""
    for figure, said in _of_kinds(once, frozenset({"duration"})):
        before = text[max(0, figure.start - 8) : figure.start]
        early, late = _EARLY.search(before), _LATE.search(before)
        other = _LATER if early else _SOONER if late else None
        found = other.match(english, said.end) if other else None
        if found:
            words = f"{said.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


# What a rate is of, by dimension: the Chinese that may stand for it, and its English.
_DIMENSIONS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("秒", "second"), ("分钟?|分", "minute"), ("小时|时", "hour"), ("[日天]", "day"),
        ("周|星期", "week"), ("月", "month"), ("季", "quarter"), ("学期", "term|semester"),
        ("年", "year"),
    ),
    (("亩", "mu"), ("公顷|垧", "hectare"), ("平方米|平米|㎡", "square met(?:re|er)"),
     ("平方公里", "square kilomet(?:re|er)")),
    (("吨", "tonne|ton"), ("公斤|千克", "kilogram|kilo|kg"), ("[市]?斤", "jin"), ("克", "gram"),
     ("桶", "barrel"), ("升", "lit(?:re|er)"), ("立方米|方", "cubic met(?:re|er)"),
     ("度|千瓦时", "kwh|kilowatt-?hour")),
    (("人|名|位", "person|head|capita|worker|resident|student"), ("户", "household|family|home"),
     ("村", "village"), ("县", "county")),
)  # fmt: skip


class _Rate(NamedTuple):
    """What an amount may be for each of; ``others`` finds another of the dimension in Chinese."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]
    others: re.Pattern[str]


def _rates() -> Iterator[_Rate]:
    for dimension in _DIMENSIONS:
        for chinese, english in dimension:
            others = "|".join(zh for zh, _ in dimension if zh != chinese)
            other = rf"(?:每一?个?|/|\b)(?:{others})|(?:{others})[均产供发处]"
            yield _Rate(late_regex(chinese), late_regex(english), late_regex(other))


_RATES = tuple(_rates())
_RATE_ENGLISH = late_regex(
    r"(?i:\s(?:(?!(?:and|or|for|to|in|at|with|from|that|which|by)\b)[a-z-]+\s){0,4}?"
    r"(?:per|an?|each|every)\s(?P<of>(?:(?:square|cubic)\s)?[a-z]+?)s?\b(?!-|['’]))"
)


def rates(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """每亩300元 that became "300 yuan per hectare", 日供水15万立方米 "150,000 m³ an hour"."""
    for figure, said in _of_kinds(once, _AMOUNTS - {"percent", "points"}):
        found = _RATE_ENGLISH.match(english, said.end)
        if found is None:
            continue
        named = found["of"].lower()
        clause = text[_clause(text, figure.start) : figure.end + 6]
        for rate in _RATES:
            if not rate.english.fullmatch(named) or rate.chinese.search(text):
                continue
            if rate.others.search(clause):
                words = f"{said.text}{found.group()}"
                yield FigureProblem("changed", figure.source, figure.english, words)


_MEAN = late_regex(r"(?:年均|月均|日均|人均|户均|亩均|平均)[\u4e00-\u9fff]{0,6}\Z")
_ALL = late_regex(r"[总共]|合计|累计|一并|全部")
_SUM = late_regex(r"(?:累计|合计|总共|共计|总计)[\u4e00-\u9fff]{0,8}\Z")
_AVERAGED = late_regex(r"均")
_MEAN_ENGLISH = late_regex(
    r"(?i:\baverag(?:e|es|ed|ing)\b(?:\s(?:of|at|by|about|around|some|nearly|over|more\sthan|to"
    r"|was|is|an?))*\s(?:(?:US|HK)?[$€£¥])?\Z)"
)
_SUM_ENGLISH = late_regex(
    r"(?i:\b(?:(?:combined|grand)?\s?total(?:s|led|ling|ed|ing)?|altogether|cumulative(?:ly)?)\b"
    r"(?:\s(?:of|at|by|about|around|some|nearly|over|more\sthan|to|was|is))*"
    r"\s(?:(?:US|HK)?[$€£¥])?\Z)"
)


def averaged(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """年均增长8.5% that became "a total of 8.5%", 累计12万 that became "an average of"."""
    for figure, said in _of_kinds(once, _AMOUNTS):
        before = text[_clause(text, figure.start) : figure.start]
        ahead = english[max(0, said.start - 40) : said.start]
        mean, total = _MEAN.search(before), _SUM.search(before)
        wrong = (mean and not _ALL.search(text) and _SUM_ENGLISH.search(ahead)) or (
            total and not _AVERAGED.search(text) and _MEAN_ENGLISH.search(ahead)
        )
        if wrong:
            found = f"{wrong.group().strip()} {said.text}"
            yield FigureProblem("changed", figure.source, figure.english, found)


_YEARLY = late_regex(r"同比[^，。；、0-9]{0,8}\Z")
_SERIAL = late_regex(r"环比[^，。；、0-9]{0,8}\Z")
_YEARLY_ENGLISH = late_regex(
    r"(?i:\s(?:growth\s)?(?:year[\s-]o(?:n|ver)[\s-]year|from\sa\syear|y/y|yoy|on\sthe\syear))"
)
_SERIAL_ENGLISH = late_regex(
    r"(?i:\s(?:growth\s)?(?:(?:month|quarter)[\s-]o(?:n|ver)[\s-](?:month|quarter)|q/q|m/m|qoq|mom"
    r"|(?:from|on|over|than)\sthe\s(?:previous|month|quarter)))"
)


def compared(text: str, english: str, once: Once) -> Iterator[FigureProblem]:
    """同比增长9.8%，环比增长3.1% with the two changed round."""
    if "同比" not in text or "环比" not in text:
        return
    for figure, said in _of_kinds(once, frozenset({"percent", "points"})):
        before = text[max(0, figure.start - 14) : figure.start]
        other = (
            _SERIAL_ENGLISH
            if _YEARLY.search(before)
            else _YEARLY_ENGLISH if _SERIAL.search(before) else None
        )  # fmt: skip
        found = other.match(english, said.end) if other else None
        if found:
            words = f"{said.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_THIRD = late_regex(r"(?P<month>1[0-2]|[1-9])月(?P<part>[上中下])旬")
_THIRD_ENGLISH = late_regex(
    rf"(?i:\b(?P<part>early|mid|late)[\s-](?:to[\s-]late[\s-])?(?P<month>{'|'.join(_MONTHS)})\b)"
)
_PARTS = {"上": "early", "中": "mid", "下": "late"}


def thirds(text: str, english: str) -> Iterator[FigureProblem]:
    """12月中旬 that became "late December"."""
    there: dict[int, set[str]] = {}
    for found in _THIRD.finditer(text):
        there.setdefault(int(found["month"]), set()).add(found["part"])
    if not there:
        return
    for found in _THIRD_ENGLISH.finditer(english):
        month = _MONTHS.index(found["month"].capitalize()) + 1
        parts = there.get(month, set())
        if parts and found["part"].lower() not in {_PARTS[part] for part in parts}:
            part = min(parts)
            said = f"{_PARTS[part]} {_MONTHS[month - 1]}"
            yield FigureProblem("changed", f"{month}月{part}旬", said, found.group())


# 2030年比2020年翻两番: the second is what the first is compared with.
_BASE = late_regex(r"(?:比|较|相比于?|对比)(?P<year>[12][0-9]{3})年")
_BASE_ENGLISH = late_regex(
    r"(?i:\b(?:than|as|from|since|on|over|with|versus|against)\s(?:(?:that|those|it\swas|they\swere|the\slevel)\s)?"
    r"(?:(?:in|of|the)\s)*(?P<year>[12][0-9]{3})\b)"
)


def other_base(text: str, english: str) -> Iterator[FigureProblem]:
    """The year that something is compared with, of which English makes the other one."""
    bases = {match["year"] for match in _BASE.finditer(text)}
    if not bases:
        return
    said = {match["year"] for match in _BASE_ENGLISH.finditer(english)}
    wrong = {year for year in said - bases if f"{year}年" in text}
    if wrong and not said & bases:
        base = min(bases)
        yield FigureProblem("changed", f"比{base}年", f"than in {base}", f"than in {min(wrong)}")


_NOW = late_regex(r"(?i:\b(?:this|last|next)\s(?P<span>month|week)\b)")
_SPANS = {
    "month": late_regex(r"月|旬|[0-9]{1,2}[日号]|近"),
    "week": late_regex(r"周|星期|礼拜|旬|[0-9]{1,2}[日号]|近|[今明昨]天|[天日]"),
}


def strangers(text: str, english: str) -> Iterator[FigureProblem]:
    """今年以来 that became "so far this month": no word of the Chinese names a month."""
    for found in _NOW.finditer(english):
        if not _SPANS[found["span"].lower()].search(text):
            yield FigureProblem("added", found=found.group())


def said_once(figures: list[Figure], saying: list[list[Stated]]) -> Once:
    """Figures that the English says once, each with where it does; no other figure of the
    Chinese says the same. ``saying`` is what says each of the figures."""
    return [
        (figure, said[0])
        for figure, said in zip(figures, saying, strict=True)
        if len(said) == 1 and sum(said[0] in others for others in saying) == 1
    ]


def _of_kinds(once: Once, kinds: frozenset[str]) -> Once:
    return [pair for pair in once if pair[0].kind in kinds]


def _clause(text: str, place: int) -> int:
    """Where the clause begins in which ``place`` is."""
    return max(map(text[:place].rfind, "，。；：！？、,;")) + 1
