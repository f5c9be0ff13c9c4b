"""A number of another kind of thing: places in a ranking as people, kilowatt-hours as degrees, the
period of a comparison as the period of the event.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_MOVED = late_regex(
    "(?:前进|前移|上升|提升|提高|晋升|跃升|攀升|后移|下滑|下降|后退|倒退|退后|跌落)了?(?:近|约|逾|超)?\\Z"
)
# A number in digits or in a word, and the noun after it.
_NUMBER = r"[0-9A-Za-z.,-]+"
_PEOPLE = late_regex(rf"{_NUMBER}\s(?:people|persons?|men|women)\b")
_CURRENT = late_regex("[用发省耗节供售购]电|电[量费价能]|度电|[绿免]电|免费电")
_DEGREES = late_regex(rf"{_NUMBER}[\s-](?:million\s|billion\s)?degrees?\b")
_CLAUSE = late_regex("[，。；！？,;]")
# Longest clause.
_CLAUSE_LENGTH = 60
_COMPARED = late_regex(
    "(?:比|较|相比|高于|低于|多于|少于|快于|慢于)(上周|上个?月|上年|去年|上个?季度|前一[周月年])"
)
_PERIODS = late_regex("上周|上个?月|上年|去年|上个?季度|前一[周月年]")
_THAT_PERIOD = late_regex(
    rf"{_NUMBER}(?:%|\s(?:percent|per\scent))?\s(?:last|the\sprevious)\s"
    r"(?:week|month|year|quarter)\b(?!['’]s)"
)


# Measure words that count, and nouns that may be numbered: three lines, and Line 3.
_COUNTING = frozenset("条个座家台名项所辆支艘架")
_NAMED = late_regex(
    r"\b(?:Line|Route|Terminal|Plant|Station|Runway|Group|Team|Building|Block|Gate|Platform|Zone"
    r"|Workshop|Tower|Pier|Berth|Reactor|Unit|Pavilion|Hall|Factory|Well|Section|Bridge|Tunnel)\s\Z"
)
# Instances of a court: the second hearing, not two hearings.
_INSTANCES = frozenset({"一审", "二审"})
_TWICE = late_regex(r"(?i:once|twice|one|two)\b")


def mistaken_units(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures that the English wrongly gives as people, temperatures or periods."""
    text, english = comparison.text, comparison.english
    for figure, expressing in comparison.matches:
        wrong = []
        if figure.source.endswith("位") and _MOVED.search(
            text[max(0, figure.start - 8) : figure.start]
        ):
            wrong.append(_PEOPLE)
        if text.startswith("度", figure.end) and _CURRENT.search(_clause(text, figure)):
            wrong.append(_DEGREES)
        compared = figure.kind == "percent" and _COMPARED.search(_before(text, figure))
        if compared and _only_compared(text):
            wrong.append(_THAT_PERIOD)
        if figure.kind == "count" and figure.source[-1] in _COUNTING and expressing:
            places = [
                _NAMED.search(english[max(0, one.start - 12) : one.start]) for one in expressing
            ]
            if all(places) and expressing[0].text[0].isdigit():
                name = places[0].group() if places[0] else ""
                found = f"{name}{expressing[0].text}"
                yield FigureProblem("changed", figure.source, figure.english, found)
        if (
            figure.source in _INSTANCES
            and expressing
            and all(_TWICE.match(one.text) for one in expressing)
        ):
            yield FigureProblem("changed", figure.source, figure.english, expressing[0].text)
        for pattern in wrong:
            places = [pattern.match(english, one.start) for one in expressing]
            if places and all(places):
                found = english[
                    expressing[0].start : places[0].end() if places[0] else expressing[0].end
                ]
                yield FigureProblem("changed", figure.source, figure.english, found)


def _only_compared(text: str) -> bool:
    """Whether a period occurs only as the base of a comparison."""
    named = len(_PERIODS.findall(text))
    return bool(named) and named == len(_COMPARED.findall(text))


def _before(text: str, figure: Figure) -> str:
    """The part of the clause before the figure."""
    return _CLAUSE.split(text[max(0, figure.start - _CLAUSE_LENGTH) : figure.start])[-1]


def _clause(text: str, figure: Figure) -> str:
    """The clause of the figure."""
    behind = text[figure.start : figure.start + _CLAUSE_LENGTH]
    return _before(text, figure) + _CLAUSE.split(behind)[0]
