"""Members of a group named beside the number of the others: 王芳等9人 is "Wang Fang and eight
others".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.context.clauses import clause_start
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_cardinal
from generator.patterns import late_regex

_OTHER = late_regex(r"(?i:\bothers?\b|\bmore\b)")
_CLAUSE = "，。；：！？"
_LONGEST = 200  # characters of a list of names
_LISTED = late_regex(r"[、和与及]")
_AMONG = late_regex(r"等(?:[共在全]|地的?|[国省市区县]的?)?\Z")
# More than this many are not listed by name.
_MOST = 8
_OTHERS = ("other", "more")


def _so_many_others(n: int) -> Iterator[str]:
    for number in {f"{n:,}", english_cardinal(n)}:
        yield from (f"{number} {word}" for word in _OTHERS)


def with_others(text: str, english: str, figures: list[Figure]) -> list[Figure]:
    """The figures, where 北京、上海等8个城市 may also be "Beijing, Shanghai and six other cities":
    the number minus the named members, or fewer if the English leaves some of them out.
    """
    if "等" not in text or not _OTHER.search(english):
        return figures
    return [_others(text, f) if f.kind == "count" else f for f in figures]


_SO_MANY = late_regex(
    r"等(?P<n>[二三四五六七八九十]{1,3}|[0-9]{1,2})(?=部门|单位|机关|委办|[\u4e00-\u9fff]{0,2}部)"
)


def numbers_of_others(text: str, english: str) -> set[Fraction]:
    """The possible numbers of others without a measure word: seven for 发改委等八部门, "the
    commission and seven other departments".
    """
    among = _SO_MANY.search(text) if "等" in text and _OTHER.search(english) else None
    n = chinese_value(among["n"]) if among else None
    return set() if n is None else {Fraction(int(n) - left) for left in range(1, min(int(n), 4))}


def _others(text: str, figure: Figure) -> Figure:
    among = _AMONG.search(text, max(0, figure.start - 4), figure.start)
    value = figure.facts[0][0].value if len(figure.facts[:1]) == 1 else Fraction(0)
    if among is None or value.denominator != 1:
        return figure
    row = text[max(0, among.start() - _LONGEST) : among.start()]
    row = row[clause_start(row, len(row), _CLAUSE) :]
    named = min(len(_LISTED.findall(row)) + 1, _MOST)
    ways = tuple(
        (Fact("number", value - left, figure.facts[0][0].unit), Fact("label", text=words))
        for left in range(1, named + 1) if value > left
        for words in _so_many_others(int(value) - left)
    )  # fmt: skip
    return msgspec.structs.replace(figure, facts=(*figure.facts, *ways))
