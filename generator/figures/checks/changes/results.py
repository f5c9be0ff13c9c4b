"""A change and its result that have changed places: 回落600元，至8900元 that became "an average of
600 yuan, down from 8,900", 由520公里提高到610公里 "610 kilometres further".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.context.direction import DOWN, UP
from generator.figures.english.changes import APPROACH, BARE_ENGLISH, is_by
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_VERB = "|".join(
    sorted(
        {w.removesuffix("至").removesuffix("到") for w in (*UP, *DOWN)}
        | {"涨价", "降价", "调整", "净流入"},
        key=lambda word: (-len(word), word),
    )
)
_HEDGE = r"(?:了|近|约|逾|超过?|仅|将近|至少|共|累计|幅度|每[\u4e00-\u9fff]{1,3}|人均|户均)*"
_CHANGED = late_regex(rf"(?<!每)(?:{_VERB}){_HEDGE}\Z")
# From a change to its result; in reverse order the change is after a comma.
_CAME_TO = late_regex(
    rf"[元人名户家个辆台套吨]?[,，、;；]?(?:总[数量额]|最终|目前|现在?|累计|一?共|已|并|人数|余额|价格|水平)*(?:{_VERB})?(?:[至到]了?|达到?了?|为|后[为达至]?|变为|只有|只需|只要|仅)"
    rf"{_HEDGE}(?:[\u4e00-\u9fff]{{0,4}}每[\u4e00-\u9fff]{{1,3}})*\Z"
)
_BEHIND = late_regex(
    rf"[\u4e00-\u9fff]{{0,3}}[,，、](?:[比较][^，。；,]{{1,12}})?(?:共|净|又|再)?(?:{_VERB}){_HEDGE}\Z"
)
_MORE = late_regex(
    r"(?i:(?:[\s-](?!than\b|of\b|and\b|or\b|to\b|from\b|in\b|on\b|mainly\b)[a-z]+){0,3}?[\s-](?:more|less|fewer|higher|lower|cheaper|dearer|up|down|extra|longer"
    r"|shorter|quicker|faster|slower|further|bigger|smaller|larger|heavier|lighter|above|below|rise|fall|increase|cut|drop|reduction|gain)\b(?!\s(?:from|to)\s[$£€]?[0-9]))"
)
_BEFORE = late_regex(
    r"(?i:\b(?:up|down|another|a\sfurther|an?\s(?:extra|additional)|extra|plus|(?:rise|fall|increase|cut|drop|reduction|gain|decline|jump)\sof"
    rf"|net(?:\sgain)?|shav\w+|trimm\w+|knock\w+|add\w*|by|(?:up|down|by|r[io]se|fell|grew)"
    rf"\s[0-9.]+\s?(?:%|percent|per\scent)(?:,|\s\()?\s?or)\s){APPROACH}\Z"
)
_FROM = late_regex(
    rf"(?i:\b(?:from|instead\sof|rather\sthan|(?<!compared\s)against)\s){APPROACH}\Z"
)


def is_stated_as_change(english: str, stated: Stated) -> bool:
    """Whether the English has the figure as the amount of a change."""
    ahead = english[max(0, stated.start - 70) : stated.start]
    return bool(
        _BEFORE.search(ahead)
        or is_by(ahead)
        or BARE_ENGLISH.search(ahead)
        or _MORE.match(english, stated.end)
    )


def is_stated_as_old(english: str, stated: Stated) -> bool:
    """Whether the English has the figure as the level before a change."""
    return _FROM.search(english, max(0, stated.start - 30), stated.start) is not None


def changes_with_levels(comparison: Comparison) -> Iterator[tuple[Figure, Stated, Figure, Stated]]:
    """Each change with its result, and the English of both."""
    text = comparison.text
    for (one, first), (other, second) in pairwise(comparison.unique):
        if one.kind != other.kind or one.unit != other.unit or one.kind not in _KINDS:
            continue
        gap = text[one.end : other.start]
        if len(gap) > _LONG:
            continue
        changed = _CHANGED.search(text, max(0, one.start - 14), one.start)
        if changed and _CAME_TO.fullmatch(gap):
            yield one, first, other, second
        elif not changed and _BEHIND.fullmatch(gap):
            yield other, second, one, first


_KINDS = frozenset({"money", "count", "measure", "duration", "percent"})
_LONG = 26


def swapped_results(comparison: Comparison) -> Iterator[FigureProblem]:
    """Changes that the English has as the old or new level, and the reverse."""
    english = comparison.english
    for change, by, level, to in changes_with_levels(comparison):
        if is_stated_as_old(english, by) and not is_stated_as_change(english, by):
            yield FigureProblem("changed", change.source, change.english, f"from {by.text}")
        elif is_stated_as_old(english, to) and not is_stated_as_change(english, by):
            yield FigureProblem("changed", level.source, level.english, f"from {to.text}")
        elif is_stated_as_change(english, to) and not is_stated_as_change(english, by):
            yield FigureProblem("changed", level.source, level.english, f"by {to.text}")


def in_place_results(comparison: Comparison) -> Iterator[tuple[Figure, Stated, Figure, Stated]]:
    """The changes and results that the English has in the right roles, so that other words beside
    them are no evidence.
    """
    for step in changes_with_levels(comparison):
        if is_stated_as_change(comparison.english, step[1]) and not is_stated_as_change(
            comparison.english, step[3]
        ):
            yield step


_STEP_FROM = late_regex(
    r"[由从](?:[^，。；：、]{0,12}的)?(?:约|近|原来的?|每[\u4e00-\u9fff]{1,2})?\Z"
)
_STEP_TO = late_regex(r"[^，。；：]{0,12}[至到](?:[^，。；：0-9]{0,6}的)?(?:了|近|约)?")
_BY_SO_MUCH = late_regex(
    r"(?i:\s(?:further|longer|more|higher|larger|bigger|faster|heavier|dearer|less|fewer|lower"
    r"|shorter|smaller|cheaper|quicker|slower|lighter|sooner)\b(?!\s(?:or|and)\b))"
)
_BY = late_regex(
    r"(?:缩短|下降|降低|减少|增加|提高|上升|上涨|下跌|延长|回落|提升|压缩|增长|下调|上调)了?\Z"
)
_TWO_STEPS = late_regex(r"[^0-9一二两三四五六七八九十]+[至到]")
_REPLACED = late_regex(
    r"(?i:(?:\s[a-z]+)?,?\s(?:rather\sthan|instead\sof|down\sfrom|up\sfrom|against|compared\swith|to)"
    r"\s(?:the\s)?)"
)
_STARTING = late_regex(r"(?i:\bfrom\s(?:about\s|some\s)?\Z)")


def swapped_steps(comparison: Comparison) -> Iterator[FigureProblem]:
    """Results that the English has as the change, and the reverse."""
    text, english = comparison.text, comparison.english
    for (one, _), (other, now) in pairwise(comparison.unique):
        if other.kind not in _KINDS or not _STEP_TO.fullmatch(text, one.end, other.start):
            continue
        if not _STEP_FROM.search(text, max(0, one.start - 16), one.start):
            continue
        more = _BY_SO_MUCH.match(english, now.end)
        if more:
            found = f"{now.text}{more.group()}"
            yield FigureProblem("changed", other.source, other.english, found)
    for figure, expressing in comparison.matches:
        by_and_to = len(expressing) == _TWO and _TWO_STEPS.search(figure.source)
        if not by_and_to or not _BY.search(text, max(0, figure.start - 4), figure.start):
            continue
        first, last = expressing
        between = _REPLACED.fullmatch(english, first.end, last.start)
        begun = between and _STARTING.search(english, max(0, first.start - 14), first.start)
        if between and (begun or between.group().split()[-1] != "to"):
            found = english[first.start : last.end]
            yield FigureProblem("changed", figure.source, figure.english, found)


_NOW = late_regex(
    r"[由从](?:目前|现在|现有|当前|如今|眼下|现行|原来|原先)的?(?:每[\u4e00-\u9fff]{1,2})?(?:约|近|不足|不到|逾)?\Z"
)
_TO_BE = late_regex(
    r"(?i:\b(?:will|would|shall|should|(?:is|are|was|were)\s(?:set\s|due\s|expected\s|planned\s)?to"
    r"|(?:aims?|plans?|hopes?|intends?|wants?|means?|promis\w+|pledg\w+|vow\w*)\s(?:to|for|that))\b(?:[^.;,]|[.,](?=[0-9]))*\Z)"
)
_FROM_IT = late_regex(
    r"(?i:\b(?:from|now|today|currently|present|than|existing|instead|above|below|beyond|on|against|past|by\scomparison|compared|of)\s(?:[a-z]+\s){0,2}?"
    rf"{APPROACH}\Z)"
)
_AS_NOW = late_regex(
    r"(?i:[^.;]{0,30}?\b(?:now|today|currently|at\s(?:present|the\smoment)|as\sit\sis|existing|this\syear|still|to\s(?:about\s|some\s|nearly\s|over\s)*(?:[$€£¥])?[0-9])\b)"
)


@needing(chinese=(_NOW,), english=(_TO_BE,))
def present_as_future(comparison: Comparison) -> Iterator[FigureProblem]:
    """从目前的31%提高到36% that became "will be 31 per cent by 2030"."""
    text, english = comparison.text, comparison.english
    if "从" not in text and "由" not in text:
        return
    for figure, stated in comparison.unique_of(_KINDS):
        if not _NOW.search(text, max(0, figure.start - 10), figure.start):
            continue
        before = max(0, stated.start - 90)
        to_be = _TO_BE.search(english, before, stated.start)
        if (
            to_be
            and not _FROM_IT.search(english, before, stated.start)
            and not _AS_NOW.match(english, stated.end)
        ):
            found = english[to_be.start() : stated.end]
            yield FigureProblem("changed", figure.source, figure.english, found)


_FORMER = late_regex("前者(?P<one>[^，。；]{1,14})[，；,;]后者(?P<other>[^，。；]{1,14})")
_GREW = late_regex("增|涨|升|多|高|扩|快")
_FELL = late_regex("降|减|跌|少|低|缩|落|慢")
_UP = late_regex(
    r"(?i:\b(?:up|r[io]s\w+|grew|grow\w*|increas\w+|climb\w*|more|higher|gain\w*|jump\w*|expand\w*)\b)"
)
_DOWN = late_regex(
    r"(?i:\b(?:down|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|less|fewer|lower|shr[aiu]nk\w*|slid\w*|slip\w*|cut)\b)"
)


@needing(chinese=("前者",))
def former_and_latter(comparison: Comparison) -> Iterator[FigureProblem]:
    """前者下降，后者增长两成 in which the English has the first rise and the second fall."""
    text, english = comparison.text, comparison.english
    found = _FORMER.search(text) if "前者" in text else None
    if not found:
        return
    ways = [_way(found[name], _GREW, _FELL) for name in ("one", "other")]
    two = [pair for pair in comparison.unique_of(_KINDS) if pair[0].end <= found.start()][-2:]
    if len(two) < _TWO or ways[0] * ways[1] >= 0:
        return
    (first, one), (_, other) = two
    early, late = sorted((one, other), key=lambda said: said.start)
    stated_ways = [
        _way(english[early.end : late.start], _UP, _DOWN),
        _way(english[late.end :], _UP, _DOWN),
    ]
    if early is other:
        stated_ways.reverse()
    if stated_ways == [-way for way in ways]:
        yield FigureProblem("changed", first.source, found.group(), english[one.start :][:60])


_TWO = 2


def _way(words: str, up: re.Pattern[str], down: re.Pattern[str]) -> int:
    """1 if the words express a rise, -1 a fall, 0 both or neither."""
    return bool(up.search(words)) - bool(down.search(words))
