"""Exchange rates in the wrong currency, or of it and of what it is per in each other's place:
1美元兑7.12元 that became "7.12 dollars per yuan", 人民币对美元报7.12 "7.12 to the euro".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.currencies import Named, in_chinese, in_english, may_be, quoted
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex


class _Rate(NamedTuple):
    """A rate of the Chinese: its number, and how it is to be understood."""

    source: str
    value: Fraction
    of: str
    per: str
    certain: bool


class _Said(NamedTuple):
    """A rate of the English; the currency it is of is None if it is not named. It is not
    ``certain`` which of the two is which in "sterling at 1.27 against the dollar".
    """

    start: int
    end: int
    of: Named | None
    per: Named
    certain: bool


_NUMBER = r"(?P<n>[0-9]+(?:\.[0-9]+)?)"
# 1美元兑, 100日元约合人民币
_ONE = late_regex(r"(?:(?<![0-9.])1(?:00?|000)?|[每一](?:100?)?)\Z")
_BUYS = late_regex(
    rf"(?:元)?(?:可以?|能)?(?:[兑换]成?|兑换|折合|约?合|等于|相当于|=|约为|折算为?)(?:约|到|成|为)*(?P<cny>人民币)?(?:约)?{_NUMBER}"
)
_AGAINST = late_regex(
    r"(?P<of>[\u4e00-\u9fff]{0,8}?)(?:汇率|中间价|即期|汇价|比价|的)*[对兑](?:换)?\Z"
)
_REST = late_regex(
    rf"[^，。；0-9]{{0,20}}?(?:，[^。；0-9]{{0,12}}?)?(?:[0-9]+(?:\.[0-9]+)?个?(?:基点|点|％|%)[^。；0-9]{{0,14}}?)?{_NUMBER}(?!个?基?点|[%％年月日亿万时次个周天家]|分钟)"
)


def _rates(text: str) -> Iterator[_Rate]:
    """The exchange rates that the Chinese tells."""
    named = in_chinese(text)
    for at, one in enumerate(named):
        following = named[at + 1] if at + 1 < len(named) else None
        buys = _BUYS.match(text, one.end)
        if buys and _ONE.search(text, 0, one.start):
            if buys["cny"]:
                of = "CNY"
            elif following and following.start - buys.end("n") <= 1:
                of = following.code
            else:
                continue
            if of != one.code:
                yield _Rate(buys["n"], Fraction(buys["n"]), of, one.code, certain=True)
            continue
        before = _against(text, named, at)
        rest = _REST.match(text, one.end)
        if before is None or rest is None or before == one.code:
            continue
        both = quoted(before, one.code, Fraction(rest["n"]))
        if both:
            yield _Rate(rest["n"], Fraction(rest["n"]), *both)


_TO = late_regex("[对兑]换?\\Z")
_OF = late_regex("[^，。；0-9对兑]{0,12}[对兑]换?")


def _against(text: str, named: list[Named], at: int) -> str | None:
    """The currency that is told against the one at ``at``: 人民币 of 人民币对美元，对欧元."""
    if not _TO.search(text, 0, named[at].start):
        return None
    for other in reversed(named[:at]):
        if _OF.fullmatch(text, other.end, named[at].start):
            return other.code
        if _TO.search(text, 0, other.start):
            continue
        return other.code if "。" not in text[other.end : named[at].start] else None
    return None


_MARKS = (
    "兑", "换", "约合", "折", "合人民币", "等于", "相当于", "对人民币", "对美",
    "对欧", "对英镑", "对日", "对港",
)  # fmt: skip


@needing(chinese=_MARKS)
def turned_exchange_rates(comparison: Comparison) -> Iterator[FigureProblem]:
    """Exchange rates that the English tells the other way round, or of another currency."""
    rates = list(_rates(comparison.text))
    if not rates:
        return
    lower = comparison.lower
    named = in_english(lower)
    for rate in rates:
        said = [
            one
            for stated in comparison.stated
            if any(fact.value == rate.value for fact in stated.facts)
            for one in _said(lower, stated, comparison.stated, named)
        ]
        if any(_is_right(lower, one, rate) for one in said):
            continue
        wrong = next((one for one in said if _is_wrong(lower, one, rate)), None)
        if wrong is not None:
            words = comparison.english[wrong.start : wrong.end]
            right = f"{rate.source} {rate.of} per {rate.per}"
            yield FigureProblem("changed", rate.source, right, words)


def _is_right(lower: str, said: _Said, rate: _Rate) -> bool:
    of = said.of is None or may_be(lower, said.of, rate.of)
    return of and may_be(lower, said.per, rate.per)


def _is_wrong(lower: str, said: _Said, rate: _Rate) -> bool:
    """Whether the English has the two currencies in each other's place, or a third one."""
    both = [said.per, *([said.of] if said.of else [])]
    if any(not may_be(lower, one, rate.of) and not may_be(lower, one, rate.per) for one in both):
        return True
    turned = may_be(lower, said.per, rate.of)
    if said.of is not None:
        turned = turned and may_be(lower, said.of, rate.per)
    return turned and rate.certain and said.certain


_PER = late_regex(
    r"\s?(?:per|to\s(?:the|one|an?|each|every|1)|against\s(?:the|one|an?|1)|for\s(?:each|one|every|an?|1|the)|versus\sthe|an?|/)\s?(?:single\s)?"
)
_IS_PER = late_regex(r"\b(?:per|to\sthe|to\sone|against\sthe|to\san?|vs\.?|versus\sthe)\s\Z")
_BREAK = late_regex(r"[.;:!?](?=\s|\Z)|,\s")
# Between a currency and the amount of another one that it is worth.
_WORTH = late_regex(
    r".*\b(?:worth|buy|buys|bought|fetch\w*|at|to|for|equals?|equivalent|is|was|past|touch\w*|hit|below|above|gets?|got|exchang\w+|convert\w*|cost|costs|through|near|reach\w*|=)\b.*|\s?=\s?"
)
_FAR = 64


def _said(lower: str, stated: Stated, others: list[Stated], named: list[Named]) -> Iterator[_Said]:
    """What the English says of the rate whose number is ``stated``."""
    own = _own(stated, named)
    end = max(stated.end, own.end if own else 0)
    per = _PER.match(lower, end)
    after = next((one for one in named if per and one.start == per.end()), None)
    low = max((m.end() for m in _BREAK.finditer(lower, 0, stated.start)), default=0)
    before = [
        one
        for one in named
        if low <= one.start and one.end <= stated.start and not _IS_PER.search(lower, 0, one.start)
    ]
    if per and after:
        of = own or (before[-1] if before else None)
        start = min(stated.start, of.start) if of else stated.start
        near_one = _NEAR_ONE[0] < stated.facts[0].value < _NEAR_ONE[1]
        loose = own is None and (near_one or "against" in per.group())
        yield _Said(start, after.end, of, after, certain=not loose)
        return
    amounts = {_own(one, named) for one in others if one.facts[0].value not in _UNITS}
    before = [one for one in before if one not in amounts]
    if own and before and before[-1].code != own.code:
        last = before[-1]
        if stated.start - last.end <= _FAR and _WORTH.fullmatch(lower, last.end, stated.start):
            yield _Said(last.start, end, own, last, certain=True)


_UNITS = (1, 10, 100, 1000)
# "Sterling at 1.27 to the dollar" is said of rates near one.
_NEAR_ONE = (Fraction(1, 3), Fraction(3))


def _own(stated: Stated, named: list[Named]) -> Named | None:
    """The currency that a number is of."""
    return next(
        (
            one
            for one in named
            if (stated.start <= one.start and one.end <= stated.end)
            or 0 <= one.start - stated.end <= 1
        ),
        None,
    )
