"""Two things of which one is a multiple of the other, turned: 女生是男生的2倍 that became "twice as
many boys as girls", 旧工艺的5倍 or 增长2.4倍 that became "five times less", "2.4 times lower".

"2.4 times higher than" is let be: some mean 2.4 times by it, some 3.4 times, and which is meant is
told by the figures alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.checks.swapped.compared_things import (
    Said,
    Span,
    Two,
    said_by_both,
    sides_told,
)
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# 甲是乙的3倍, 甲比乙多3倍
_OF = late_regex(
    "(?P<one>[^，。；：！？\n]{1,24}?)(?:约|近|已|就|则|却|可|能|曾|高)?(?:是|为(?!了)|达到|相当于|等于|超过|接近|抵得上)"
    "(?P<two>[^，。；：！？\n是]{1,16}?)(?:的|之)(?:约|近|将近|至少|不到|超过|逾|整整|足足|大约|接近)*\\Z"
)
_THAN = late_regex(
    "(?P<one>[^，。；：！？\n]{0,24}?)(?:比|较)(?P<two>[^，。；：！？\n对]{1,12}?)"
    "(?:[高多贵大快强长重远宽深厚热亮]|增长|增加|上涨|提高|高出|多出|超出)(?:出|了)?(?:约|近|将近|至少|不到|超过|逾)*\\Z"
)
_CLAUSE = late_regex("[，。；：！？\n]")
_FALLS = late_regex("[减降少低慢小贱廉弱轻短缩跌落亏省负差分薄窄矮]|便宜|不及|不如|劣|收窄|萎")
_LOW = (
    r"lower|less|fewer|smaller|cheaper|slower|weaker|shorter|lighter|narrower|thinner|poorer|worse"
    r"|below|under|down"
)
_HIGH = (
    r"higher|more|greater|larger|bigger|faster|stronger|longer|heavier|dearer|pricier|better|above"
    r"|costlier|richer|quicker|thicker|wider|hotter|brighter|farther|further"
)
_AS = late_regex(
    rf"(?i:\s(?:as\s(?!few|little|slow|cheap|small|low|short|light|weak)(?P<gap>(?:(?!\sas\s)[^.;,]){{1,60}}?)\sas"
    rf"|(?P<low>{_LOW})(?:\s[a-z]+){{0,5}}?\s?(?:than|those|that|on)|(?:{_HIGH})(?:\s[a-z]+){{0,5}}?\sthan"
    r"|(?:that|those)\s(?:of|in|at|for|by|from)|(?:the|its|their)\s(?:[a-z-]+\s){1,4}?of|(?=the\s))"
    r"\s?(?P<two>[^.;,]{2,60}))"
)
# Words that stand for a thing told before.
_PRONOUN = late_regex(r"(?i:\b(?:it|they|he|she|we|that|this|those|these)\b)")
_DOWN = late_regex(rf"(?i:(?:\sas)?\s(?:{_LOW})\b(?!\sthan\s(?:[0-9]|half)))")
_SENTENCE = late_regex(
    r"(?i:[.;!?](?=\s|\Z)|\n|,\s(?:and|but|while|whereas)\s|\s(?:because|although|while|whereas)\s)"
)


@needing(
    chinese=("倍",),
    english=("times", "twice", "double", "triple", "treble", "quadruple", "fold"),
)
def turned_multiples(comparison: Comparison) -> Iterator[FigureProblem]:
    """Multiples of which the English has the larger thing as the smaller one."""
    text, english = comparison.text, comparison.english
    said: list[Said] | None = None
    for figure, stated in comparison.unique:
        if not figure.source.endswith("倍") or not stated.facts:
            continue
        there = _in_english(english, stated)
        down = _DOWN.match(english, stated.end)
        here = _in_chinese(text, figure) if there else None
        if down is None and here is None:
            continue
        if said is None:
            said = [*said_by_both(comparison), *_of_age(comparison)]
        way = _way(comparison, said, here, there[0]) if here and there else 0
        is_less = there[1] if there else True
        if (way and (way > 0) == is_less) or (
            not way and down is not None and not _FALLS.search(comparison.whole or text)
        ):
            end = down.end() if down else there[0].second[1] if there else stated.end
            words = english[stated.start : end]
            yield FigureProblem("changed", figure.source, figure.english, words)
            return


def _in_chinese(text: str, figure: Figure) -> Two | None:
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, figure.start)), default=0)
    found = _OF.match(text, start, figure.start) or _THAN.match(text, start, figure.start)
    if found is None or _BASE.search(found["two"]):
        return None
    return Two(found.span("one"), found.span("two"), 1)


# A base of the same thing: 约为日均的两倍.
_BASE = late_regex("[均常]|平[时日]|往[年日]|[去上前]年|同期|以往|之前|此前|原来|当年")


def _in_english(english: str, stated: Stated) -> tuple[Two, bool] | None:
    """The two things, the one that has the multiple first, and whether it is the lesser one."""
    found = _AS.match(english, stated.end)
    if found is None:
        return None
    start = max((m.end() for m in _SENTENCE.finditer(english, 0, stated.start)), default=0)
    end = found.end("gap") if found["gap"] is not None else stated.start
    return Two((start, end), found.span("two"), 1), found["low"] is not None


def _way(comparison: Comparison, said: list[Said], here: Two, there: Two) -> int:
    """1 if both have the same things in the same places, -1 if they are exchanged, 0 if that is
    uncertain.
    """
    pronoun = _PRONOUN.match(comparison.english, *there.second)
    if pronoun and _has_base(comparison, said, here, there):
        return -1
    for rank in range(3):
        straight, crossed = sides_told([word for word in said if word.rank <= rank], here, there)
        if straight and crossed:
            return 0
        if straight + crossed > 1:
            return 1 if straight else -1
    if straight or not crossed:
        return straight
    told = _PRONOUN.search(comparison.english, *there.first) or pronoun
    return (
        -1
        if _has_base(comparison, said, here, there) or (not told and _has_other(said, here, there))
        else 0
    )


def _has_base(comparison: Comparison, said: list[Said], here: Two, there: Two) -> bool:
    """Whether the English has the last word of the base (any of its words, if its own base is a
    pronoun) only on the first side.
    """
    last = here.second[1]
    start = here.second[0] if _PRONOUN.match(comparison.english, *there.second) else last
    return any(
        any(here.second[0] <= a and start <= b <= last for a, b in word.here)
        and not _has(word.here, here.first)
        and _has(word.there, there.first)
        and not _has(word.there, there.second)
        for word in said
    )


def _has_other(said: list[Said], here: Two, there: Two) -> bool:
    """Whether the English begins its base with a word of the other thing."""
    start = there.second[0]
    return any(
        _has(word.here, here.first)
        and not _has(word.here, here.second)
        and any(start <= a <= start + _NEAR for a, _ in word.there)
        and not _has(word.there, there.first)
        for word in said
    )


_NEAR = 12


def _of_age(comparison: Comparison) -> list[Said]:
    """The new and the old, which single characters say."""
    both = [
        Said(
            [m.span() for m in chinese.finditer(comparison.text)],
            [m.span() for m in words.finditer(comparison.lower)],
            1,
        )
        for chinese, words in _AGES
    ]
    return [one for one in both if one.here and one.there]


def _has(spans: list[Span], side: Span) -> bool:
    return any(side[0] <= start and end <= side[1] for start, end in spans)


_AGES = (
    (late_regex("(?<![更创最全翻刷革重])新(?!闻|增|疆|华|年|春)"), late_regex(r"\bnew(?:er)?\b")),
    (late_regex("旧|老(?![人年师板百龄乡家])|传统"), late_regex(r"\b(?:old(?:er)?|traditional)\b")),
)
