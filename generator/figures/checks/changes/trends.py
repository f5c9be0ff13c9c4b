"""Numbers that contradict the direction in the words beside them: "dwindled from 19 to 57";
35家预计订单增加 that became "35 expect orders to fall".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_FROM = late_regex(
    rf"(?i:\sfrom\s(?:the\s|its\s|their\s|an?\s|fewer\sthan\s|under\s)?{APPROACH}\Z)"
)
_TO = late_regex(rf"(?i:[^.;,]{{0,48}}?,?\sto\s{APPROACH}\Z)")
_UP = (
    r"r[io]se[ns]?|rising|increas(?:e[sd]?|ing)|gr[eo]w[ns]?|growing|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|swell(?:s|ed|ing)?|swollen|balloon(?:s|ed|ing)?"
    r"|recover(?:s|ed|ing)?|rebound(?:s|ed|ing)?|shot\sup|went\sup|gone\sup|rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|up(?=\Z)"
)
_DOWN = (
    r"f[ae]ll(?:en|s|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|shr[aiu]nk(?:s|ing)?"
    r"|dwindl(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|slump(?:s|ed|ing)?|plung(?:e[sd]?|ing)|plummet(?:s|ed|ing)?"
    r"|tumbl(?:e[sd]?|ing)|dip(?:s|ped|ping)?|slid|sliding|sank|sunk|sinking|thin(?:s|ned|ning)?|diminish(?:es|ed|ing)?"
    r"|went\sdown|gone\sdown|came\sdown|come\sdown|slash(?:es|ed|ing)?|trimm(?:ed|ing)|pared|cut|lower(?:s|ed|ing)?|down(?=\Z)"
)
_VERB = late_regex(rf"(?i:\b(?<!high-)(?<!low-)(?<!mid-)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b)")
_STOPPED = late_regex(r"[.;](?=\s)|,\s|\b(?:and|but|while|which|who|whereas)\s")
_RANKED = late_regex("[位名][次列]|排[名位第]|榜|零下|负[0-9]|兑|汇率|对美元")
# "from three a week to one a day" is a rise
_RATE = late_regex(r"(?i:\b(?:an?|per|every|each)\s(?:hour|day|week|month|quarter|year)\b)")
_SCALE = late_regex(r"(?i:(?:hundred|thousand|[mbtr]+illion)\b)")
_BEFORE = 60


@needing(english=(" from ",))
def contrary_directions(comparison: Comparison) -> Iterator[FigureProblem]:
    """Numbers that fall from the smaller to the larger in the English, or rise to the smaller."""
    english = comparison.english
    if " from " not in english or _RANKED.search(comparison.text):
        return
    amounts = [s for s in comparison.stated if s.facts[0].kind in _AMOUNTS and s.facts[0].value > 0]
    for first, second in chain(pairwise(amounts), zip(amounts, amounts[2:], strict=False)):
        one, other = first.facts[0], second.facts[0]
        if one.kind != other.kind or (one.unit != other.unit and one.unit and other.unit):
            continue
        if one.unit != other.unit and any(first.end <= s.start < second.start for s in amounts):
            continue  # "from two or three days to five hours"
        came = _FROM.search(english, max(0, first.start - 24), first.start)
        if not came or one.value == other.value:
            continue
        if _SCALE.search(second.text) and not _SCALE.search(first.text):
            continue  # "from 4.8 to 4.7 million"
        if not _TO.fullmatch(english, first.end, second.start):
            continue
        if _RATE.search(english, first.start, second.start):
            continue
        verbs = list(_VERB.finditer(english, max(0, came.start() - _BEFORE), came.start()))
        if not verbs or _STOPPED.search(english, verbs[-1].end(), came.start()):
            continue
        rises = other.value > one.value
        if rises != bool(verbs[-1]["up"]):
            found = english[verbs[-1].start() : second.end]
            was = comparison.figure_of(first)
            figure = comparison.figure_of(second)
            if was is not None and figure is not None and _is_more(figure, was) == rises:
                yield FigureProblem("changed", figure.source, figure.english, found)
                return


_AMOUNTS = frozenset({"number", "share"})


def _is_more(one: Figure, other: Figure) -> bool | None:
    """Whether the one is also more in the Chinese; None if that is unknown."""
    facts = [figure.facts[0][0] for figure in (one, other) if figure.facts]
    return facts[0].value > facts[1].value if len(facts) > 1 else None


# What the counted people or firms do or expect, in a clause of its own.
_RISES = "上升|增加|增长|上涨|扩大|扩种|扩产|看涨|回升|提高|涨价|改善|好转|扩招|增产|走高"
_FALLS = "下降|减少|下跌|缩减|减种|减产|看跌|回落|降价|降低|恶化|下滑|缩招|走低|收缩"
_GOES = late_regex(
    rf"[^，。；、,;0-9]{{0,14}}?(?:(?P<up>{_RISES})|(?P<down>{_FALLS}))(?=[，。；、,;]|\Z)"
)
_OTHERWISE = late_regex("[降跌减]幅|亏|债|负|失业|不|未|无|没|止|由|转")
_ENGLISH_GOES = late_regex(
    rf"(?i:\b(?<!high-)(?<!low-)(?<!mid-)(?:(?P<up>{_UP}|rises?|growth|gains?|higher|up|more|improv\w*|expan\w+)"
    rf"|(?P<down>{_DOWN}|falls?|contract\w*|losses|lower|down|less|fewer|worsen\w*|cuts?))\b)"
)
_ENGLISH_END = late_regex(r"[.;,:](?=\s|\Z)|\s(?:and|but|while|whereas|though|as)\s|[–—]")
_COUNTED = frozenset({"count", "percent", "fraction"})


@needing(chinese=(_GOES,))
def reversed_expectations(comparison: Comparison) -> Iterator[FigureProblem]:
    """Expectations or actions of a number of people or firms that became the opposite."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_COUNTED):
        goes = _GOES.match(text, figure.end)
        if goes is None or _OTHERWISE.search(goes.group()):
            continue
        words = _behind(comparison, stated)
        if not words:
            continue
        wanted = "up" if goes["up"] else "down"
        if all(word[wanted] is None for word in words):
            found = english[stated.start : words[0].end()]
            yield FigureProblem("changed", figure.source, figure.english, found)
            return


def _behind(comparison: Comparison, stated: Stated) -> list[re.Match[str]]:
    """The words of a direction after the figure in its clause, before another figure."""
    english = comparison.english
    ends = [one.start for one in comparison.stated if one.start >= stated.end]
    mark = _ENGLISH_END.search(english, stated.end)
    end = min([*ends, mark.start() if mark else len(english), stated.end + 70])
    return list(_ENGLISH_GOES.finditer(english, stated.end, end))
