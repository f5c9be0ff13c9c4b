"""A change and what it came to: 回落600元，至8900元 that became "an average of 600 yuan, down from
8,900"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.comparison import Comparison
from generator.figures.direction import DOWN, UP
from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.levels import APPROACH, BARE_ENGLISH, is_by
from generator.figures.problem import FigureProblem
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
# From a change to what it came to; the other way round the change comes behind a comma.
_CAME_TO = late_regex(
    rf"[元人名户家个辆台套吨]?[,，、;；]?(?:总[数量额]|最终|目前|现在?|累计|一?共|已|并|人数|余额|价格|水平)*(?:{_VERB})?(?:[至到]了?|达到?了?|为|后[为达至]?|变为|只有|只需|只要|仅)"
    rf"{_HEDGE}(?:[\u4e00-\u9fff]{{0,4}}每[\u4e00-\u9fff]{{1,3}})*\Z"
)
_BEHIND = late_regex(
    rf"[\u4e00-\u9fff]{{0,3}}[,，、](?:[比较][^，。；,]{{1,12}})?(?:共|净|又|再)?(?:{_VERB}){_HEDGE}\Z"
)
_MORE = late_regex(
    r"(?i:(?:[\s-](?!than\b|of\b|and\b|or\b|to\b|from\b|in\b)[a-z]+){0,3}?[\s-](?:more|less|fewer|higher|lower|cheaper|dearer|up|down|extra|longer"
    r"|shorter|quicker|faster|slower|further|bigger|smaller|larger|heavier|lighter|above|below|rise|fall|increase|cut|drop|reduction|gain)\b(?!\s(?:from|to)\s[$£€]?[0-9]))"
)
_BEFORE = late_regex(
    r"(?i:\b(?:up|down|another|a\sfurther|an?\s(?:extra|additional)|extra|plus|(?:rise|fall|increase|cut|drop|reduction|gain|decline|jump)\sof"
    rf"|net(?:\sgain)?|shav\w+|trimm\w+|knock\w+|add\w*|by)\s){APPROACH}\Z"
)
_FROM = late_regex(
    rf"(?i:\b(?:from|instead\sof|rather\sthan|(?<!compared\s)against)\s){APPROACH}\Z"
)
_FROM_TO = late_regex(r"(?i:[^.;]{0,24}\sto\s)")


def is_change(english: str, said: Stated) -> bool:
    """Whether the English has it as what something changed by."""
    ahead = english[max(0, said.start - 70) : said.start]
    return bool(
        _BEFORE.search(ahead)
        or is_by(ahead)
        or BARE_ENGLISH.search(ahead)
        or _MORE.match(english, said.end)
    )


def is_old(english: str, said: Stated) -> bool:
    """Whether the English has it as what something was before."""
    return _FROM.search(english, max(0, said.start - 30), said.start) is not None


def steps(comparison: Comparison) -> Iterator[tuple[Figure, Stated, Figure, Stated]]:
    """Each change with what it came to, and what the English says of both."""
    text = comparison.text
    for (one, first), (other, second) in pairwise(comparison.once):
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


def reached(comparison: Comparison) -> Iterator[FigureProblem]:
    """Changes that the English has as the old level or the new, and the other way round."""
    english = comparison.english
    for change, by, level, to in steps(comparison):
        if is_old(english, by) and not is_change(english, by):
            yield FigureProblem("changed", change.source, change.english, f"from {by.text}")
        elif is_old(english, to) and not is_change(english, by):
            yield FigureProblem("changed", level.source, level.english, f"from {to.text}")
        elif is_change(english, to) and not is_change(english, by):
            yield FigureProblem("changed", level.source, level.english, f"by {to.text}")


def as_said(comparison: Comparison) -> Iterator[tuple[Figure, Stated, Figure, Stated]]:
    """The steps of which the English says clearly which is the change: no words beside the two
    tell more."""
    for step in steps(comparison):
        if is_change(comparison.english, step[1]) and not is_change(comparison.english, step[3]):
            yield step
