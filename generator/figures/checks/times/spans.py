"""Weekdays and periods with another name: 第四天 that became "the fourth week"; and words of time
without a reason in the Chinese.

Only unambiguous words count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

_RUN = late_regex(
    r"(?:连续|连着|接连)(?:第)?[0-9一二两三四五六七八九十]+个?(?P<unit>月|年|季度|周|星期|[天日])"
)
_RUN_ENGLISH = late_regex(
    r"(?i:\b(?:consecutive|straight|successive|running)\s(?P<unit>second|minute|hour|day|week|month|quarter|year|season)s?\b)"
)
_RUN_UNITS = {
    "月": "month", "年": "year", "季度": "quarter", "周": "week", "星期": "week", "天": "day",
    "日": "day",
}  # fmt: skip


def other_run_unit(comparison: Comparison) -> Iterator[FigureProblem]:
    """连续三个月 that became "a third straight year"."""
    text, english = comparison.text, comparison.english
    if "连" not in text:
        return
    units = {_RUN_UNITS[found["unit"]] for found in _RUN.finditer(text)}
    said = _RUN_ENGLISH.search(english) if units else None
    if said and said["unit"].lower() not in units:
        yield FigureProblem("changed", "连续", f"in a row, {min(units)}s", said.group())


_SPAN_AFTER = late_regex(
    r"(?i:[\s-](?:(?:consecutive|straight|successive|full|whole|long|more|further|running)\s)?"
    r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade)s?\b)"
)
_SPAN_IN = late_regex(r"(?i:\s(day|week|month|quarter|year)\Z)")
_SPAN_NAMES = {"天": "day", "日": "day", "周": "week", "月": "month", "年": "year", "季": "quarter"}


def other_span_name(comparison: Comparison) -> Iterator[FigureProblem]:
    """第四天 that became "the fourth week", 连续11年 "eleven consecutive months"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique:
        if figure.kind == "duration":
            unit = figure.unit.rstrip("s")
        elif figure.kind in ("ordinal", "rank"):
            counted = figure.source[-1] + text[figure.end : figure.end + 2].lstrip("个")[:1]
            unit = next((_SPAN_NAMES[one] for one in counted if one in _SPAN_NAMES), "")
        else:
            continue
        if figure.kind == "duration" and text.endswith(("为期", "会期", "展期"), 0, figure.start):
            begun = _BEGINS_IN.search(english[max(0, stated.start - 30) : stated.start])
            if begun:
                words = f"{begun.group()}{stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, words)
                continue
        found = _SPAN_AFTER.match(english, stated.end) if unit in _SPAN_UNITS else None
        within = _SPAN_IN.search(stated.text) if figure.kind == "ordinal" and unit else None
        if within and within[1].lower() != unit and unit in _SPAN_UNITS:
            yield FigureProblem("changed", figure.source, figure.english, stated.text)
            continue
        kind = stated.facts[0].kind
        plain = kind == "ordinal" or (kind == "number" and figure.kind == "duration")
        if found and plain and stated.facts[0].unit == "" and found["unit"].lower() != unit:
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)


# A duration is not a time until the beginning.
_BEGINS_IN = late_regex(
    r"(?i:\b(?:takes?\splace|begins?|starts?|opens?|be\sheld|kicks?\soff|is\sdue)\s(?:with)?in\s\Z)"
)
_SPAN_UNITS = frozenset(_SPAN_NAMES.values()) | {"hour", "minute"}


# Shared parts of the patterns of the table; {0} is the English word.
_PARTS = {
    "{RATE}": r"(?<=[a-z0-9%])(?<!half)(?<!twice)\s(?:a|per|each|every)\s{0}\b"
    r"(?!\s(?:of|or|and|when|that|long|away|from|by|off|ago|to)\b)(?!['’-])",
    "{BASE}": r"\b(?:than|from|over|on|to|with|above|below|against)\s"
    r"(?:(?:that|those)\s(?:of|in)\s)?(?:a|the\sprevious|the\spreceding|the\sprior|last)\s{0}\b(?!['’-])|\b{0}[\s-]on[\s-]{0}\b|{AGO}",
    "{AGO}": r"\b(?:a|one|the)\s{0}\s(?:earlier|ago|before)\b",
    "{DURING}": r"\b(?:over|in|during|throughout)\sthe\s{0}\b(?!['’-])",
    "{WITHIN}": r"\bin\s(?:a|one|just\sa|just\sone)\s{0}\b(?!['’-])",
}


@cache
def _unfounded() -> tuple[tuple[frozenset[str], re.Pattern[str], re.Pattern[str]], ...]:
    """The literals of which the English needs one, the pattern of which the Chinese needs a match,
    and the pattern of the English word.
    """
    content = table("strangers.tsv")
    rows = [line.split("\t") for line in content.splitlines()[1:]]
    filled = [(word, zh, _filled(word, en)) for word, zh, en in rows]
    return tuple((_needs(word, en), late_regex(zh), late_regex(en)) for word, zh, en in filled)


def _needs(word: str, pattern: str) -> frozenset[str]:
    """The literal ``word``, or all literals of the pattern if each contains it."""
    needs = needs_of(pattern)
    return needs if needs and all(word in need for need in needs) else frozenset({word})


def needs() -> list[frozenset[str]]:
    """The literals of which each word needs one in English, in order."""
    return [needs for needs, _, _ in _unfounded()]


def _filled(word: str, pattern: str) -> str:
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return f"(?i:{pattern})".replace("{0}", word)


def unfounded_time_words(comparison: Comparison) -> Iterator[FigureProblem]:
    """今年以来 that became "so far this month", 早高峰 "in the evening", 新高 "a record low": the
    Chinese has no word for it (``data/strangers.tsv``).
    """
    text, english = comparison.text, comparison.english
    rows = comparison.rows_english["strangers"]
    for number in numbers(rows):
        _, chinese, said = _unfounded()[number]
        if not chinese.search(text):
            for found in said.finditer(english):
                yield FigureProblem("added", found=found.group().strip())
