"""Named times whose qualifier the English changes: 去年5月 that became "May this year", 去年同期
"the same period this year", 年平均 "the monthly average", 上半叶 "the second half", 世纪初 "the
late 2000s", 会议之初 "at the end of the talks".

`counterparts` counts such words in the whole of both texts, so that any other 今年 or 末 excuses an
error. Here the qualifier must be with the same name in both texts (a `_Kind`: the month, the same
period, the average).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.checks.times.counterparts import swapped_counterparts
from generator.figures.checks.times.single_spans import other_half, other_one
from generator.figures.context.thirds_of_months import with_months
from generator.figures.context.year_ends import with_starts_of_year
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.months import MONTHS
from generator.needs import needs_of, numbers
from generator.patterns import late_regex

_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_NUMBER_OF = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_NUMBER_OF |= {name: n for n, name in enumerate(_NUMERALS, 1)}
_NUMBER_OF |= {f"{name}十": n * 10 for n, name in enumerate(_NUMERALS[:9], 1) if n > 1}
_NUMBER_OF |= {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_MONTH_NAMES = "|".join(MONTHS)
_NUMBER = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"


class _Kind(NamedTuple):
    """Names of times (group ``name``: which one, such as the month) with their qualifier (group
    ``value``) in both languages. ``meant`` maps the English value to the Chinese one.
    """

    chinese: re.Pattern[str]
    english: re.Pattern[str]
    meant: dict[str, str]


_YEARS = {"last": "last", "this": "this", "next": "next", "去": "last", "上": "last"}
_YEARS |= {"前": "before", "今": "this", "本": "this", "明": "next", "来": "next"}
_HALVES = {"first": "上", "second": "下", "latter": "下"}
_HALVES |= {"上": "上", "前": "上", "下": "下", "后": "下"}
_PARTS = {"early": "初", "late": "末", "mid": "中", "初": "初", "早": "初", "中": "中"}
_PARTS |= {"末": "末", "底": "末", "后期": "末", "晚": "末", "上": "初", "下": "末", "年中": "中"}
_PARTS |= {"beginning": "初", "start": "初", "end": "末", "close": "末", "middle": "中"}
_OFTEN = {
    "annual": "年", "yearly": "年", "monthly": "月", "weekly": "周", "daily": "日",
    "quarterly": "季", "hourly": "时", "年": "年", "月": "月", "周": "周", "日": "日", "天": "日",
    "季": "季", "时": "时",
}  # fmt: skip

_KINDS = (
    _Kind(
        late_regex(
            rf"(?P<value>[去上前今本明来])年的?(?P<name>{_NUMBER})(?:[至到~—-](?P<to>{_NUMBER}))?月"
        ),
        late_regex(
            rf"\b(?P<name>{_MONTH_NAMES})(?:\s[0-9]{{1,2}}(?:st|nd|rd|th)?)?,?\s(?:of\s)?"
            r"(?P<value>this|last|next)\syear\b(?!['’])"
            rf"|\b(?P<value2>this|last|next)\syear['’]s\s(?P<name2>{_MONTH_NAMES})\b"
        ),
        _YEARS,
    ),
    _Kind(
        late_regex("(?P<value>[去上今本])年的?同(?:期|月|季)|(?P<value2>同)比"),
        late_regex(
            r"(?i:\b(?:than|over|from|with|to|against|on)\s(?:in\s|(?:that|those)\s(?:of|in)\s)?the\s"
            r"(?:same|corresponding)\s(?:period|months?|quarter|time|stage|point|weeks?|days?)\s"
            r"(?:of\s|in\s)?(?P<value>this|last)\syear\b)"
        ),
        _YEARS | {"同": "last"},
    ),
    _Kind(
        late_regex("[比较](?P<value>[去上今本])年"),
        late_regex(
            r"(?i:\b(?:than|over|from|compared\s(?:with|to)|against)\s(?:in\s|(?:that|those)\s(?:of|in)\s)?"
            r"(?P<value>this|last)\syear\b(?!['’]))"
        ),
        _YEARS,
    ),
    _Kind(
        late_regex("(?P<name>(?:19|20)[0-9]{2})年(?P<value>[初末底]|年?中(?![国的对里]))"),
        late_regex(
            r"(?i:\b(?P<value>early|late|mid|beginning|start|end|close|middle)[\s-](?:in\s|of\s)?(?P<name>(?:19|20)[0-9]{2})\b(?!['’]?s))"
        ),
        _PARTS,
    ),
    _Kind(
        late_regex(rf"(?P<name>{_NUMBER})月(?:份的?)?(?P<value>[初末底上中下])(?!下旬|上旬)旬?"),
        late_regex(
            r"(?i:\b(?P<value>early|late|mid|beginning|start|end|close|middle)[\s-](?:in\s|of\s)?"
            rf"(?P<name>{_MONTH_NAMES})\b)"
        ),
        _PARTS,
    ),
    _Kind(
        late_regex("(?P<value>[年月周日时])(?:度)?平?均|(?P<value2>季)度?平?均|平均每?个?(?P<value3>[年月周日天季])(?![光夜])"),
        late_regex(
            r"(?i:\b(?P<value>annual|yearly|monthly|weekly|daily|quarterly|hourly)\s(?:average|mean)\b"
            r"|\baverage\s(?P<value2>annual|yearly|monthly|weekly|daily|quarterly|hourly)\b)"
        ),
        _OFTEN,
    ),
    _Kind(
        late_regex("(?P<value>[上前下后])一?半"),
        late_regex(
            r"(?i:\b(?P<value>first|second|latter)\shalf\sof\s(?:the\s)?"
            r"(?:[0-9]{2,4}['’]?s|[a-z0-9]+\scentury|decade|match|game|season|race|film|book|show|league)\b)"
        ),
        _HALVES,
    ),
    _Kind(
        late_regex(
            "(?:世纪|(?P<name>[2-9]0|[二三四五六七八九]十)年代)的?(?P<value>[初早末底晚]|中(?!后|前)|后期)"
        ),
        late_regex(
            r"(?i:\b(?P<value>early|late|mid)[\s-](?:in\s|of\s)?(?:the\s)?"
            r"(?:(?:[0-9]{2})?(?P<name>[2-9]0)['’]?s|(?P<name2>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"
            r"|[0-9]{2}00['’]?s|[0-9]{1,2}(?:st|nd|rd|th)[\s-]century)\b)"
        ),
        _PARTS,
    ),
)  # fmt: skip


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each kind needs one, in Chinese and in English, in order."""
    chinese = [needs_of(kind.chinese.pattern) for kind in _KINDS]
    return chinese, [needs_of(kind.english.pattern) for kind in _KINDS]


def confused_times(comparison: Comparison) -> Iterator[FigureProblem]:
    """The problems of `counterparts`, followed by those of this module for other words."""
    found = list(swapped_counterparts(comparison))
    yield from found
    words = [problem.found.lower() for problem in found]
    for check in (other_qualifiers, other_end, other_one, other_half):
        for problem in check(comparison):
            if not any(word in problem.found.lower() for word in words):
                yield problem


def other_qualifiers(comparison: Comparison) -> Iterator[FigureProblem]:
    """The same name with another qualifier than in the Chinese, which never has that of the
    English.
    """
    for number in numbers(comparison.rows["qualified"] & comparison.rows_english["qualified"]):
        kind = _KINDS[number]
        chinese_values: dict[int, dict[str, str]] = {}
        for name, value, words in _found(kind, kind.chinese, with_months(comparison.text)):
            chinese_values.setdefault(name, {})[value] = words
        if not chinese_values:
            continue
        for name, value, words in _found(kind, kind.english, comparison.english):
            values = chinese_values.get(name, {})
            if values and value not in values:
                yield FigureProblem("changed", next(iter(values.values())), found=words)


def _found(kind: _Kind, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str, str]]:
    """The number of the name (0 if the kind has no names), the value and the text of each match."""
    for match in pattern.finditer(text):
        groups = match.groupdict()
        value = next(g for n, g in groups.items() if n.startswith("value") and g)
        names = [g.lower() for n, g in groups.items() if not n.startswith("value") and g]
        for name in names or [""]:
            number = int(name) if name.isdigit() else _NUMBER_OF.get(name, 0)
            yield number, kind.meant[value.lower()], match.group()


# The Chinese words, words that justify the other English, the English, and its name.
_ENDS = (
    (
        late_regex("伊始|之初|开始(?:之?[时前后]|以[来后])|开幕|开局|起初|[今本]年以来|年初以来"),
        late_regex("末|底|终|结束|闭幕|收官|尾|完|最后"),
        late_regex(
            r"(?i:\b(?:at|by|from|since|before|towards?)\sthe\s(?:very\s)?(?:end|close)\sof\b)"
        ),
        ("end of", "close of"),
    ),
    (
        late_regex("结束(?:之?[时前后]|以[来后])|闭幕|收官|末尾|尾声"),
        late_regex("初|始|开|起|首|头|元旦|之前|年[0-9]"),
        late_regex(
            r"(?i:\b(?:at|by|from|since|before|towards?)\sthe\s(?:very\s)?(?:beginning|start|outset)\sof\b)"
        ),
        ("beginning of", "start of", "outset of"),
    ),
    (
        late_regex("最早|早在|早至|早于"),
        late_regex("晚|迟|直到|才|仍|还"),
        late_regex(r"(?i:\bas\slate\sas\b)"),
        ("as late as",),
    ),
    (
        late_regex("最快|最早"),
        late_regex("晚|迟|前|底|末|截|内"),
        late_regex(r"(?i:\bat\s(?:the\s)?(?:very\s)?latest\b|\bno\slater\sthan\b)"),
        ("latest", "no later"),
    ),
    (
        late_regex("最迟|最晚|不晚于|不迟于"),
        late_regex("快|早|先"),
        late_regex(r"(?i:\bat\s(?:the\s)?(?:very\s)?earliest\b|\bno\s(?:earlier|sooner)\sthan\b)"),
        ("earliest", "no earlier", "no sooner"),
    ),
    (
        late_regex("最晚|最迟|迟至|晚至"),
        late_regex("早|先"),
        late_regex(r"(?i:\bas\searly\sas\b)"),
        ("as early as",),
    ),
    (
        late_regex("傍晚|入夜前"),
        late_regex("[夜晚](?<!傍晚)"),
        late_regex(r"(?i:\blate\s(?:in\sthe\s|that\s)?evening\b|\blate\sat\snight\b)"),
        ("late",),
    ),
)


def other_end(comparison: Comparison) -> Iterator[FigureProblem]:
    """会议之初 that became "at the end of the talks", if the Chinese mentions no end."""
    for chinese, hint, english, words in _ENDS:
        if any(word in comparison.lower for word in words):
            match = english.search(with_starts_of_year(comparison.text, comparison.english))
            found = chinese.search(comparison.text) if match else None
            if match and found and not hint.search(comparison.text):
                yield FigureProblem("changed", found.group(), found=match.group())
