"""What two sides share, given to the other side (省、市按四六比例 of which the province bears 60
per cent), what lies below a limit put above it, and the size of each told as that of all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.comparison import Comparison
from generator.figures.glosses import gloss
from generator.figures.numeral import chinese_value
from generator.figures.problem import FigureProblem
from generator.figures.proportion import side_of
from generator.patterns import late_regex

_SPLIT = late_regex(
    r"(?:[由与和，]|\A)(?P<a>[\u4e00-\u9fff]{1,5}?)[、和与](?P<b>[\u4e00-\u9fff]{1,5}?)(?:双方|两级|之间|各)?"
    r"(?:以|按照?|实行|执行)(?P<m>[一二三四五六七八九1-9])(?:比|:)?(?P<n>[一二三四五六七八九1-9])(?![0-9])"
)
_TEN = 10


def splits(comparison: Comparison) -> Iterator[FigureProblem]:
    """Two shares of a whole that are told of each other's side."""
    found = _SPLIT.search(comparison.text) if "按" in comparison.text else None
    if found is None:
        return
    parts = [Fraction(chinese_value(found[name]) or 0) / _TEN for name in ("m", "n")]
    sides = gloss(found["a"]), gloss(found["b"])
    if sum(parts) != 1 or parts[0] == parts[1] or not all(sides):
        return
    for one in comparison.stated:
        share = next((f.value for f in one.facts if f.kind == "share"), None)
        if share in parts:
            of = side_of(comparison.english, one, one, sides)
            if of is not None and parts[of] != share:
                yield FigureProblem("changed", found.group().lstrip("由与和，"), "", one.text)
                return


_BELOW = late_regex(
    "(?:低于|小于|未超过|没有超过|未超出)[^，。；]{0,5}(?:限值|限量|上限|阈值|警戒线)"
)
_ABOVE_LIMIT = late_regex(
    r"(?i:\b(?:above|over|beyond)\s(?:the\s|its\s)?(?:[a-z]+\s)?(?:limit|threshold)s?\b)"
)
_BELOW_LIMIT = late_regex(
    r"(?i:\b(?:below|under|within|beneath|lower|less|compl\w+|me?et|meets|standard\w*|safe|not|did\sn.t|passed)\b)"
)


def limits(comparison: Comparison) -> Iterator[FigureProblem]:
    """低于限值 that became "above the limit"."""
    found = _BELOW.search(comparison.text)
    if found and not _BELOW_LIMIT.search(comparison.english):
        above = _ABOVE_LIMIT.search(comparison.english)
        if above:
            yield FigureProblem("changed", found.group(), "below the limit", above.group())


_OF_THAT_SIZE = late_regex(r"(?:及?以上|级)的?[\u4e00-\u9fff]{0,6}(?:项目|企业|工程)")
_IN_ALL = late_regex("总|合计|共|累计|合同额")
_COMBINED = late_regex(
    r"(?i:\b(?:(?:a|their)\scombined|(?:a|their)\stotal(?:\sof)?|totall?ing)\s(?:more\sthan\s|over\s)?\Z)"
)


def sizes(comparison: Comparison) -> Iterator[FigureProblem]:
    """亿元以上项目217个 that became 217 projects "worth a combined 100 million yuan"."""
    if "以上" not in comparison.text and "级" not in comparison.text:
        return
    for figure, said in comparison.once_of(_MONEY):
        if not _OF_THAT_SIZE.match(
            comparison.text, figure.start + len(figure.source.removesuffix("以上"))
        ):
            continue
        found = _COMBINED.search(comparison.english, max(0, said.start - 30), said.start)
        if found and not _IN_ALL.search(comparison.text):
            words = f"{found.group()}{said.text}"
            yield FigureProblem("changed", figure.source, figure.english, words)


_MONEY = frozenset({"money"})
