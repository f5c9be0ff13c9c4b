"""Matches lost that became matches won, and the reverse, where the Chinese names one side only:
主队以1比3失利 that became "the hosts won 3-1".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import english_clause
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_LOST = late_regex(
    r"(?:的比分)?[^，。；0-9]{0,4}?(?:失利|告负|落败|惜败(?!于)|败北|败下阵|饮恨|输[掉球了](?!给))"
)
_WON = late_regex(
    r"(?:的比分)?[^，。；0-9]{0,4}?(?:取胜|获胜|胜出|告捷|制胜|夺冠|获得胜利|完胜(?=[，。；]))"
)
# Another side than the one that the sentence is about: the English may tell it of that one.
_OTHER = late_regex(
    r"队[^。；]*队|对手|对阵|迎战|挑战|面对|主队[^。；]*客队|[与和同跟][^。；]{1,10}(?:交锋|交手|比赛|对决|较量|争夺)|对[^。；，]{2,8}(?:的比赛|一役|时|之战)"
)
_SENTENCE = late_regex("[。；！？\n]")
_WON_ENGLISH = late_regex(
    r"(?i:(?<!\bto\s)(?<!\bnot\s)\b(?:won|wins?|winning|winners?(?=[.,])|beat|beats|beating|triumph\w*|victor(?:y|ious)|prevailed|defeat(?:s|ed)?)\b(?!\sby\b))"
)
_LOST_ENGLISH = late_regex(
    r"(?i:\b(?:los[est]\w*|lost|loss(?:es)?|fell|falls?|defeat|beaten|(?:was|were|been|being)\s(?:beaten|defeated)|went\sdown|go(?:ing)?\sdown|dropped|suffered|succumbed|(?:went|go(?:es|ing)?|knocked|crash(?:ed|es)|bow(?:ed|s))\sout)\b)"
)


@needing(
    chinese=("失利", "告负", "落败", "惜败", "败北", "败下阵", "饮恨", "输"),
    english=(_WON_ENGLISH,),
)
@needing(chinese=("胜", "捷", "夺冠"), english=(_LOST_ENGLISH,))
def other_results(comparison: Comparison) -> Iterator[FigureProblem]:
    """Scores of a side that lost, told as those of a side that won, and the reverse."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_RATIOS):
        lost, won = _LOST.match(text, figure.end), _WON.match(text, figure.end)
        if bool(lost) == bool(won):
            continue
        start = max((m.end() for m in _SENTENCE.finditer(text, 0, figure.start)), default=0)
        stop = _SENTENCE.search(text, figure.end)
        if _OTHER.search(text, start, stop.start() if stop else len(text)):
            continue
        clause = english_clause(english, stated.start, stated.end)
        said_lost, said_won = _LOST_ENGLISH.search(clause), _WON_ENGLISH.search(clause)
        if bool(said_lost) == bool(said_won):
            continue
        found = said_won if lost else said_lost
        if found:
            words = f"{found.group()} {stated.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_RATIOS = frozenset({"ratio"})
