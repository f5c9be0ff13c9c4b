"""Terms of an offer or an auction that have changed places: 满800元减120元 that became "120 yuan
off bills of 1,500", 起拍价126万元 "starting at" the price at which it was sold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_FULL = late_regex("满(?:足|够|额)?\\Z")
_OFF = late_regex("(?:以上)?[^，。；、0-9]{0,4}?(?:立?减|返|送|赠|抵|优惠|免)[^，。；、0-9]{0,4}")
_OFF_ENGLISH = late_regex(r"(?i:\s(?:is\s|are\s)?(?:off|discount|rebate|back)\b[^.;,0-9]{0,50}\Z)")


@needing(chinese=("满",), english=(late_regex(r"\b(?:off|discount|rebate|back)\b"),))
def other_offers(comparison: Comparison) -> Iterator[FigureProblem]:
    """满800元减120元，满1500元减260元 that became "260 yuan off bills of 800"."""
    text, english = comparison.text, comparison.english
    terms = {
        id(reward): (bill, reward) for bill, reward in pairwise(comparison.figures)
        if bill.kind == reward.kind == "money"
        and _FULL.search(text, max(0, bill.start - 4), bill.start)
        and _OFF.fullmatch(text, bill.end, reward.start)
    }  # fmt: skip
    if len(terms) < _SEVERAL:
        return
    said = sorted(comparison.unique_of(frozenset({"money"})), key=lambda pair: pair[1].start)
    bills = {id(bill) for bill, _ in terms.values()}
    for (one, off), (other, of) in pairwise(said):
        own = terms.get(id(one))
        if own is None or id(other) not in bills or own[0] is other:
            continue
        if _OFF_ENGLISH.fullmatch(english, off.end, of.start):
            found = english[off.start : of.end]
            yield FigureProblem("changed", one.source, one.english, found)


_SEVERAL = 2
_SOLD = late_regex("(?:成交|落槌|拍出|拍得|售出)(?:价|总价|额)?(?:为|达|近|约)?\\Z|以\\Z")
_SOLD_AFTER = late_regex("(?:的价格)?(?:成交|落槌|拍出|被拍|竞得)")
_STARTING = late_regex(
    r"(?i:\b(?:start|open|beg[aiu]n)\w*\s(?:price\s(?:of|was|is)|at|from|with)\s(?:(?:US|HK|NT)?[$€£¥])?\Z)"
)


@needing(chinese=("起拍", "底价", "起叫", "起始价", "保留价"), english=(_STARTING,))
def sold_as_starting(comparison: Comparison) -> Iterator[FigureProblem]:
    """起拍价126万元，以158万元成交 that became "starting at 1.58 million yuan"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"money"})):
        sold = _SOLD_AFTER.match(text, figure.end) or (
            _SOLD.search(text, max(0, figure.start - 8), figure.start)
            and not text.endswith("以", 0, figure.start)
        )
        if sold and _STARTING.search(english, max(0, stated.start - 30), stated.start):
            found = f"starting at {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, found)
