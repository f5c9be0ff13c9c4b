"""Shares and remainders that have changed places: 八成来自风电，其余来自光伏 that became "80 per
cent from solar and the remainder from wind"; 其中出口 "of which imports"; 另外两个 "the other
three".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"percent", "fraction", "count", "money", "measure"})
_REST = late_regex(
    r"[多余]?(?P<one>[^，。；、0-9]{2,16})[，、；](?P<rest>(?:其余|剩余|剩下|余下|另外|其他)[^，。；0-9]{2,20})"
)
_REST_ENGLISH = late_regex(
    r"(?i:\b(?:the\s(?:rest|remainder|remaining|others?|balance)|what\s(?:was|is)\sleft)\b)"
)
_ALL_BUT = late_regex(r"(?i:\ball\s(?:but|except)\s\Z)")
_END = late_regex(r"[.;](?=\s|\Z)|\n")


@needing(chinese=("其余", "剩", "余下", "另外", "其他"))
def swapped_remainder(comparison: Comparison) -> Iterator[FigureProblem]:
    """Statements about a share that the English makes about the remainder."""
    text, english = comparison.text, comparison.english
    if not any(word in text for word in ("其余", "剩", "余下", "另外", "其他")):
        return
    for figure, stated in comparison.unique_of(_KINDS):
        found = _REST.match(text, figure.end)
        rest = _REST_ENGLISH.search(english, stated.end) if found else None
        if _ALL_BUT.search(english, max(0, stated.start - 12), stated.start):
            rest = None  # "all but three are authentic, the others copies"
        end = _END.search(english, stated.end)
        stop = end.start() if end else len(english)
        if found is None or rest is None or rest.start() > stop:
            continue
        first, second = found.span("one"), found.span("rest")
        turned = kept = 0
        for link in comparison.links:
            here = [_side(a, first, second) for a, _ in link.chinese]
            english_sides = [
                _side(a, (stated.end, rest.start()), (rest.end(), stop)) for a, _ in link.english
            ]
            if len(set(here)) == 1 == len(set(english_sides)) and here[0] and english_sides[0]:
                kept += here == english_sides or here[0] == english_sides[0]
                turned += here[0] != english_sides[0]
        if turned and not kept:
            words = english[stated.start : rest.end()]
            yield FigureProblem("changed", figure.source, figure.english, words)


def _side(at: int, first: tuple[int, int], second: tuple[int, int]) -> int:
    return 1 if first[0] <= at < first[1] else 2 if second[0] <= at < second[1] else 0


_TRADE = (
    (
        "出口",
        "进口",
        late_regex(r"(?i:\bimport\w*)"),
        late_regex(r"(?i:\bexport\w*|\bship\w*|\bsold\b|\babroad\b|\boverseas\b)"),
    ),
    (
        "进口",
        "出口",
        late_regex(r"(?i:\bexport\w*)"),
        late_regex(r"(?i:\bimport\w*|\bb(?:uy|ought)\w*\b|\bfrom\sabroad\b)"),
    ),
)


@needing(chinese=("进出口",))
def other_trade(comparison: Comparison) -> Iterator[FigureProblem]:
    """进出口2万亿元，其中出口1.6万亿元 that became "of which imports contributed 1.6 trillion"."""
    if "进出口" not in comparison.text:
        return
    text = comparison.text.replace("进出口", "")
    for own, other, wrong, right in _TRADE:
        found = wrong.search(comparison.english) if own in text and other not in text else None
        if found and not right.search(comparison.english):
            yield FigureProblem("changed", own, "", found.group())


_THE_OTHERS = late_regex(r"(?i:\bthe\sother\s(?:some\s)?\Z)")


@needing(chinese=("另",), english=("other",))
def other_remainder(comparison: Comparison) -> Iterator[FigureProblem]:
    """另外两个 that became "the other three", if three is the number of something else."""
    text, english = comparison.text, comparison.english
    if "另" not in text or "other" not in comparison.lower:
        return
    left = [f for f in comparison.figures if text.endswith(("另外", "另"), 0, f.start)]
    if len(left) != 1 or left[0].kind != "count" or not left[0].facts:
        return
    for one in comparison.stated:
        if one.facts[0].kind == "number" and _THE_OTHERS.search(english, 0, one.start):
            if one.facts[0].value != left[0].facts[0][0].value:
                yield FigureProblem("changed", left[0].source, left[0].english, one.text)
            return
