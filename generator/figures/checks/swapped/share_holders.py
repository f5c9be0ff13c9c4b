"""Whose share it is: 汽车、家电 …，其中家电占81% that became "cars made up 81 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.glosses import english_stems, gloss
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import SHARES
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_HOLDER = late_regex(
    "(?:[，。；](?!其中|而)|其中|而)(?P<who>[\u4e00-\u9fff]{2,4}?)(?:品类|产品|类|企业|项目|订单|收入|消费)?(?:合计)?占(?:比|到|了)?[^，。；0-9]{0,14}\\Z"
)
_LISTED = "[、和与及]"
_MADE_UP = late_regex(
    r"(?i:\b(?:[a-z][\w-]*\s){1,3}(?:alone\s)?(?:ma[dk]e[s]?\sup|account(?:s|ed|ing)?\sfor|t(?:ake|akes|ook)\sup|represent(?:s|ed)?"
    r"|compris(?:es|ed)|constitut(?:es|ed)|were|was)\s(?:about\s|some\s|nearly\s|over\s|more\sthan\s|almost\s)?\Z)"
)


@needing(chinese=("占",))
def other_share_holders(comparison: Comparison) -> Iterator[FigureProblem]:
    """A share that the English gives to the thing named beside its holder."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(SHARES):
        holder = _HOLDER.search(text, max(0, figure.start - 36), figure.start)
        if holder is None:
            continue
        said = _MADE_UP.search(english, max(0, stated.start - 70), stated.start)
        own = gloss(holder["who"]) if said else frozenset[str]()
        if not said or not own:
            continue
        subject = english_stems(said.group())
        if subject & own:
            continue
        for other in _beside(text, holder["who"]):
            stems = gloss(other)
            if (stems - own) & subject:
                words = f"{said.group().strip()} {stated.text}"
                yield FigureProblem("changed", figure.source, figure.english, words)
                break


def _beside(text: str, who: str) -> Iterator[str]:
    """The words listed beside the holder: 汽车、家电."""
    pair = late_regex(
        f"(?P<a>[\u4e00-\u9fff]{{2,3}}){_LISTED}{who}|{who}{_LISTED}(?P<b>[\u4e00-\u9fff]{{2,3}})"
    )
    for found in pair.finditer(text):
        beside = found["a"] or found["b"]
        at_end = found["a"] is not None
        for size in (3, 2):
            word = beside[-size:] if at_end else beside[:size]
            if len(word) == size and gloss(word):
                yield word
