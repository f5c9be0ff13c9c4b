"""Figures that English may leave out, but has another number for: 三个月 that became "one month",
一半 that became "twice".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.glosses import english_stems, gloss
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import ONES, TENS
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.time_units import TIME_UNITS
from generator.patterns import late_regex

_UNITS = {
    "years": "年|载|岁|季", "months": "月", "weeks": "周|星期|礼拜", "days": "天|日|昼夜",
    "hours": "时|钟头|昼夜|天", "minutes": "分|刻", "seconds": "秒",
}  # fmt: skip
_OTHER = {
    unit: late_regex(f"[一首每半几数整当同全](?:个半?)?(?:{names})|半(?:{names})")
    for unit, names in _UNITS.items()
}
# Not within a longer number: 2017, 二十.
_MANIFOLD = late_regex("[倍番双两]|翻|(?<![0-9.])2(?![0-9.])|(?<!十)二(?!十)")


def replaced_optional(comparison: Comparison) -> Iterator[FigureProblem]:
    """Unsaid figures for which the English has another number."""
    text, figures = comparison.text, comparison.figures
    stated = [one for one in comparison.stated if not _only_implies(one)]
    for figure in comparison.unsaid:
        if figure.kind == "duration" and figure.unit in _OTHER and len(figure.facts[0]) == 1:
            found = next((s for s in stated if _is_other(s, figure, figures)), None)
            if found is not None and not _OTHER[figure.unit].search(text):
                yield FigureProblem("changed", figure.source, figure.english, found.text)
        elif figure.kind == "fraction" and figure.value == "0.5" and not _manifold(text, figures):
            fold = next((s for s in stated if any(_is_fold(f) for f in s.facts)), None)
            if fold is not None:
                yield FigureProblem("changed", figure.source, figure.english, fold.text)


# A number that is optional only because it implies another figure: not one, twice or a decade.
_NUMERAL = late_regex(rf"(?i:[0-9]|(?:{'|'.join([*ONES, *TENS])})\b)")


def _only_implies(stated: Stated) -> bool:
    """Whether it is optional only because it implies another figure."""
    return (
        stated.optional and stated.facts[0].value != 1 and _NUMERAL.match(stated.text) is not None
    )


_SOME = late_regex(
    r"(?i:\b(?P<some>some|several|a\sfew|various|multiple|numerous|many|a\snumber\sof|a\scouple\sof|a\shandful\sof|certain"
    r"|different|countless)\s(?P<what>(?:[a-z-]+\s){0,3}[a-z]{2,}))"
)
# Chinese words for an indefinite number.
_OPEN = late_regex(
    r"些|[许众很更大诸繁]多|(?<![0-9])多[个家名位种项处次年月天日人地国座条部]|多数|数[个家名位种项处次年月天日十百千万]|几|若干|部分|众"
    r"|各[地国类种个]|某|不少|不同|一批|系列|有[的人时]|大量|频|诸|种种|纷|屡|再三|参差|[两二三四五六七八九十][、至到]?[二三四五六七八九]"
    r"|[0-9]+[、至到~-][0-9]"
)
_COUNTED = frozenset({"count", "duration", "measure", "ordinal"})
_NAMES = {
    "years": "year", "months": "month", "weeks": "week", "days": "day", "hours": "hour",
    "minutes": "minute", "seconds": "second", "quarters": "quarter", "km": "kilometre kilometer",
    "m": "metre meter", "people": "people person other", "households": "household family home",
}  # fmt: skip


def vague_number(comparison: Comparison) -> Iterator[FigureProblem]:
    """三家企业 that became "some companies"."""
    text, english = comparison.text, comparison.english
    counted = [
        f for f in comparison.unsaid if f.kind in _COUNTED and f.value.isdigit() and f.value != "1"
    ]
    if not counted or _OPEN.search(text):
        return
    for found in _SOME.finditer(english):
        stems = english_stems(found["what"])
        for figure in counted:
            if figure.value in ("2", "3") and "couple" in found["some"]:
                continue
            beside = text[figure.end - 1 : figure.end + 6]
            own = set(english_stems(_NAMES.get(figure.unit, "time" if "次" in beside[:1] else "")))
            own.update(*(gloss(beside[a:b]) for a in range(7) for b in range(a + 1, a + 5)))
            if own & stems or (len(counted) == 1 and _is_of_nothing_else(comparison, found)):
                yield FigureProblem("changed", figure.source, figure.english, found.group())
                return


def _is_of_nothing_else(comparison: Comparison, found: re.Match[str]) -> bool:
    """Whether no word of the Chinese is known to stand for what "some" is of."""
    start, end = found.span("what")
    many = _MANY.search(comparison.english, start, end)
    if many is None:
        return False
    return not any(
        start <= a and b <= many.end() for link in comparison.links for a, b in link.english
    )


_SOME_OF_UNIT = late_regex(
    r"(?i:\b(?:some|several|(?<!quite\s)a\sfew)\s(?:met(?:er|re)s|kilomet(?:er|re)s|km|miles|feet|minutes|seconds"
    r"|degrees|tonnes|tons|kilograms|percentage\spoints|points|yuan|dollars|euros|hectares|mu|acres|litres"
    r"|continents|storeys)\b(?!\sof\s(?:agreement|contention|view)))"
)
# Words that justify a vague amount in the English.
_LEFT_OPEN = late_regex("[几数些若许多余来片少]|一会|不久|顷刻|短时")


@needing(english=(_SOME_OF_UNIT,))
def vague_measure(comparison: Comparison) -> Iterator[FigureProblem]:
    """100米深 that became "some metres" deep."""
    found = _SOME_OF_UNIT.search(comparison.english)
    if found and not _LEFT_OPEN.search(comparison.text):
        yield FigureProblem("added", found=found.group(), word=True)


_MANY = late_regex(r"[a-z]{2,}s\b")


_RUNNING = late_regex(
    r"(?i:straight|consecutive|successive|row\b|running|streak|trot|back[\s-]to[\s-]back|unbeaten|hat[\s-]trick|run\b|winning"
    r"|losing|sweep|swept|rall(?:y|ied)|sessions?|limit|titles?|crown|champion"
    r"|\bfor\s(?:an?|the)\s[a-z0-9-]+\s(?:day|week|month|quarter|year|season|time|game|match)\b)"
)


@needing(chinese=("连",))
def streak_as_count(comparison: Comparison) -> Iterator[FigureProblem]:
    """六连胜 that became "beat six teams"."""
    for figure, expressing in comparison.matches:
        if expressing and figure.source[-2:-1] == "连" and not _RUNNING.search(comparison.english):
            yield FigureProblem("changed", figure.source, figure.english, expressing[0].text)


_PAST = late_regex(
    r"(?:近|过去|最近|此前|未来|今后)(?:的|这)?(?:[2-9]|[1-9][0-9]|[二两三四五六七八九十几数]{1,3})"
    r"个?(?P<unit>年|月|星期|周|[天日])(?:来|以来|里|内|间|中|，)?"
)
_PAST_ENGLISH = late_regex(
    r"(?i:\b(?:past|last|previous|coming|next)\s(?P<unit>year|month|week|day|decade)\b(?!['’]))"
)
_OF_ONE = {
    "年": late_regex("[去上明次翌来]一?年|[一1]年|同期"),
    "月": late_regex("[上下]一?个?月|一个月|环比"),
    "星期": late_regex("[上下一]个?星期|[上下一]周"),
    "周": late_regex("[上下一]个?星期|[上下一]周"),
    "天": late_regex("[昨明前一][天日]|一昼夜"),
    "日": late_regex("[昨明前一][天日]|一昼夜"),
}


@needing(chinese=(_PAST,), english=(_PAST_ENGLISH,))
def other_past_span(comparison: Comparison) -> Iterator[FigureProblem]:
    """近五年来 that became "over the past year"."""
    text, english, missing = comparison.text, comparison.english, comparison.unsaid
    found = _PAST_ENGLISH.search(english) if missing else None
    if found is None:
        return
    for span in _PAST.finditer(text):
        unit = TIME_UNITS[span["unit"]]
        unsaid = any(f.start < span.end() and span.start() < f.end for f in missing)
        if unsaid and unit == found["unit"].lower() and not _OF_ONE[span["unit"]].search(text):
            yield FigureProblem("changed", span.group(), f"the past few {unit}s", found.group())
            return


_PAST_ONE = late_regex(
    r"(?:近|过去|最近|此前)的?一(?:个)?(?P<unit>年|月|星期|周|[天日])(?:来|以来|里|内|间|中|，)"
)


@needing(chinese=(_PAST_ONE,), english=(_PAST_ENGLISH,))
def other_past_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """近一个月来 that became "in the past year"."""
    text, english = comparison.text, comparison.english
    span = _PAST_ONE.search(text) if "一" in text else None
    found = _PAST_ENGLISH.search(english) if span else None
    if span and found and TIME_UNITS[span["unit"]] != found["unit"].lower():
        others = {unit for unit, name in TIME_UNITS.items() if name == found["unit"].lower()}
        if not any(unit in text for unit in others):
            expected = f"the past {TIME_UNITS[span['unit']]}"
            yield FigureProblem("changed", span.group(), expected, found.group())


def _is_fold(fact: Fact) -> bool:
    return fact.kind == "fold" and fact.value > 1


def _manifold(text: str, figures: list[Figure]) -> bool:
    """Whether the Chinese has something other than its multiples that may be "twice"."""
    for figure in figures:
        if figure.kind == "multiple" and figure.facts[0][0].value > _TWICE:
            text = f"{text[: figure.start]}{' ' * (figure.end - figure.start)}{text[figure.end :]}"
    return bool(_MANIFOLD.search(text))


_TWICE = 2


def _is_other(stated: Stated, figure: Figure, figures: list[Figure]) -> bool:
    """Whether it is another number of the same unit, which no figure of the source has."""
    fact = stated.facts[0]
    if (
        fact.kind != "number"
        or fact.unit != figure.unit
        or stated.text[:2].lower() in ("a ", "an", "de")
    ):
        return False
    return not any(agrees(f, fact) for one in figures for way in one.facts for f in way)
