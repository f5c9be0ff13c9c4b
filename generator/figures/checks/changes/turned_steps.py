"""The former and the new state of a change in each other's place: 由上月的上涨0.7%转为下降0.5% that
became "to 0.7 percent from minus 0.5 percent", 车桩比由6.1∶1优化至2.4∶1 "from 2.4 to 6.1",
排名第11，低于去年的第7 "seventh, up from 11th". Also multiples: 超标6倍 is not
"6 times the limit".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, only_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = AMOUNTS | {"ratio", "ordinal", "rank", "fraction", "multiple"}
_FROM = late_regex(r"[由从][^，。；：、]{0,12}\Z")
_TO = late_regex(r"[^，。；：、0-9]{0,10}[至到为成][^，。；：、0-9]{0,4}")
_FROM_ENGLISH = late_regex(rf"(?i:\bfrom\s(?:minus\s|negative\s|a\s[a-z]+\sof\s)?{APPROACH}\Z)")
_FORMER = late_regex(
    "(?:低于|高于|由|从|较|比|落后于|优于)(?:去年|上年|此前|上[一个]?[年届次])的?\\Z"
)
_RANKED = late_regex("(?:排名?|位?[居列]|名列)[^，。；]{0,6}\\Z")


@needing(chinese=(_FROM, _FORMER), english=("from ",))
def turned_steps(comparison: Comparison) -> Iterator[FigureProblem]:
    """The new state after "from" in the English, and the former not."""
    text, english = comparison.text, comparison.english
    unique = [pair for pair in comparison.unique if pair[0].kind in _KINDS]
    for (old, was), (new, now) in pairwise(unique):
        if old.kind != new.kind:
            continue
        steps = _FROM.search(text, max(0, old.start - 14), old.start) and _TO.fullmatch(
            text, old.end, new.start
        )
        ranks = _FORMER.search(text, max(0, new.start - 10), new.start) and _RANKED.search(
            text, max(0, old.start - 12), old.start
        )
        if ranks:
            was, now, old, new = now, was, new, old
        elif not steps:
            continue
        came = _FROM_ENGLISH.search(english, max(0, now.start - 40), now.start)
        if came and not _FROM_ENGLISH.search(english, max(0, was.start - 40), was.start):
            words = f"{came.group().strip()} {now.text}"
            yield FigureProblem("changed", new.source, new.english, words)


_OVER = late_regex("超(?:出|过|标)?(?:了)?[^，。；]{0,26}\\Z")
_TIMES_THE = late_regex(
    r"(?i:\s(?:the|that|its|what)\s(?:[a-z]+\s){0,2}?(?:limit|ceiling|standard|maximum|cap|threshold|level)\b)"
)
_FINED = late_regex("(?:价款|货值|金额|所得|票款)(?:的)?一倍(?!以上)")
_TWICE = late_regex(r"(?i:\b(?:twice|double)\b)")
_MORE = late_regex("增|翻|多|两倍|二倍|2倍|倍以上|倍以下|再")
_NEAR = 0.03


@needing(chinese=("倍",))
def other_multiples(comparison: Comparison) -> Iterator[FigureProblem]:
    """0.35毫克，超出限值0.02毫克16.5倍 that became "16.5 times the ceiling"."""
    text, english = comparison.text, comparison.english
    fined = _FINED.search(text)
    found = _TWICE.search(english) if fined and not _MORE.search(text) else None
    if fined and found:
        yield FigureProblem("changed", fined.group(), found=found.group())
    for figure, stated in comparison.unique_of(frozenset({"multiple"})):
        found = _TIMES_THE.match(english, stated.end)
        if not found or not _OVER.search(text, 0, figure.start):
            continue
        times = stated.facts[0].value
        values = [
            value
            for one in comparison.figures
            if one.kind == "measure" and (value := only_value(one))
        ]
        if any(a and abs(b / a - times - 1) < _NEAR * times for a in values for b in values):
            words = f"{stated.text}{found.group()}"
            yield FigureProblem("changed", figure.source, figure.english, words)
