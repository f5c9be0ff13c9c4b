"""Counts that a list of the Chinese implies: 一期…二期…三期 "the first of three phases",
仅甲市和乙市增长，其余9市下降 "two of the 11 cities".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure, only_value
from generator.patterns import late_regex

_NTH = late_regex("(?<![一二三四五六七八九十0-9])第?([一二三四五六七八九])([期批轮组档阶层段步])")
_HAN = "〇一二三四五六七八九"
_OF_ALL = late_regex(
    r"(?i:\b(?:of|all|the|its|their|in|into|has|have|with|over|across|through)\s(?:the\s|its\s|all\s)?\Z|['’]s?\s\Z)"
)
_OTHERS = late_regex("其余|其他|其它|另外?")
_ONLY = late_regex("(?:仅有?|只有|唯有|除了?)(?P<names>[^，。；：0-9]{2,60})")
_AND = late_regex("[、和与及]")


def implied_counts(
    text: str, english: str, stated: Sequence[Stated], figures: Sequence[Figure]
) -> frozenset[int]:
    """The places of counts that follow from a list of the Chinese."""
    numbers = {*_listed(text), *_with_others(text, figures)}
    if not numbers:
        return frozenset()
    return frozenset(
        one.start for one in stated
        if one.facts[0].kind == "number" and one.facts[0].value in numbers
        and (one.facts[0].value > _FEW or _OF_ALL.search(english, max(0, one.start - 16), one.start)
             or _NAMED.search(english, max(0, one.start - 8), one.start))
    )  # fmt: skip


_FEW = 10
_NAMED = late_regex(r"(?i:\b(?:just|only|but|the)\s\Z)")


def _listed(text: str) -> Iterator[int]:
    """Three, where the first, the second and the third of a thing are named."""
    nths: dict[str, set[int]] = {}
    for n, noun in _NTH.findall(text):
        nths.setdefault(noun, set()).add(_HAN.index(n))
    for numbers in nths.values():
        if len(numbers) > 1 and numbers == set(range(1, len(numbers) + 1)):
            yield len(numbers)


def _with_others(text: str, figures: Sequence[Figure]) -> Iterator[int]:
    """The number of those that are named as the only ones, and with the others."""
    only = _ONLY.search(text) if _OTHERS.search(text) else None
    if only is None:
        return
    named = len(_AND.findall(only["names"])) + 1
    for figure in figures:
        before = text[max(0, figure.start - 3) : figure.start]
        others = only_value(figure) if figure.kind in ("count", "label") else None
        if others and others.denominator == 1 and _OTHERS.search(before):
            yield named
            yield int(others) + named
