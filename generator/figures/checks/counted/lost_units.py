"""Units that English replaces with a thing that is counted: 2亿元 that became "200 million shares",
41.7万平方米 "417,000 new homes", 1280坪 "1,280 square meters", 吉瓦级 "megawatt-scale",
震源深度15公里 "15 km from the county seat".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_THING = late_regex(
    r"(?i:\s(?:(?!(?:a|per|each|in|of|for|worth|to|and|or|by)\b)[a-z-]+\s){0,2}?"
    r"(?:shares|attendances|tickets|visits|visitors|(?<!old\s)people|pieces|units|homes|flats|apartments|cars|vehicles|customers|households|items|parcels|passengers|students|jobs|companies|batches|projects)\b)"
)
_KINDS = frozenset({"money", "measure"})
_COUNTED = frozenset({"items", "people", "visits", "TEU"})
_HAS_UNIT = late_regex(r"(?i:\b(?:yuan|rmb|renminbi|dollars?|patacas?|euros?)\b|[$€£¥])")


@needing(english=(_THING,))
def amounts_as_things(comparison: Comparison) -> Iterator[FigureProblem]:
    """回购2亿元 that became "repurchase 200 million shares"."""
    english = comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        fact = stated.facts[0]
        if fact.kind != "number" or fact.unit or figure.unit in _COUNTED or not figure.unit:
            continue
        found = _THING.match(english, stated.end)
        if found is None or _HAS_UNIT.search(english, max(0, stated.start - 4), stated.end):
            continue
        noun = found.group().split()[-1].lower()
        if figure.kind == "measure" and noun in _OF_MEASURES:
            continue
        words = f"{stated.text}{found.group()}"
        yield FigureProblem("changed", figure.source, figure.english, words)


_OF_MEASURES = frozenset({"units"})
_PING = late_regex("[0-9]坪")
_METRES = late_regex(r"(?i:(?P<n>[0-9][0-9,.]*)[\s-]square[\s-](?:met(?:er|re)|f(?:oo|ee)t)s?\b)")
_AREA = late_regex("平方|平米|㎡|方[呎尺]")
_PER_FOOT = late_regex("每(?:平方)?[呎尺]|呎价|尺价|每平方呎")
_PER_METRE = late_regex(r"(?i:\b(?:per|a|each)\ssquare\smet(?:er|re)\b)")
_METRE = late_regex("平方米|平米|㎡|平方公尺")


@needing(chinese=("坪",), english=(_METRES,))
@needing(chinese=(_PER_FOOT,), english=(_PER_METRE,))
def other_areas(comparison: Comparison) -> Iterator[FigureProblem]:
    """1280坪 that became "1,280 square meters", 每平方呎 "per square metre"."""
    text, english = comparison.text, comparison.english
    if _PING.search(text) and not _AREA.search(text):
        for found in _METRES.finditer(english):
            if found["n"].replace(",", "") + "坪" in text.replace(",", ""):
                yield FigureProblem("changed", found["n"] + "坪", found=found.group())
                return
    foot = _PER_FOOT.search(text)
    found_metre = _PER_METRE.search(english) if foot and not _METRE.search(text) else None
    if foot and found_metre:
        yield FigureProblem("changed", foot.group(), found=found_metre.group())


_CLASSES = (
    ("吉瓦", "gigawatt|gw"), ("兆瓦", "megawatt|mw"), ("(?<!百万)千瓦", "kilowatt|kw"),
    ("纳米", "nanomet|nm"), ("微米", "micromet|micron|μm"), ("毫米", "millimet|mm"),
    ("厘米", "centimet|cm"), ("纳秒", "nanosecond"), ("微秒", "microsecond"),
    ("毫秒", "millisecond"),
)  # fmt: skip
_CLASS = tuple((late_regex(rf"{zh}级"), late_regex(rf"(?i:\b(?:{en}))")) for zh, en in _CLASSES)
_ANY_CLASS = late_regex("(?:瓦|米|秒)级")
_DEPTH = late_regex("震源深度")
_DEEP = late_regex(r"(?i:\b(?:depth|deep|below|beneath|under\w*|down|focus|focal|hypocent\w+)\b)")


@needing(chinese=(_ANY_CLASS,))
def other_class(comparison: Comparison) -> Iterator[FigureProblem]:
    """吉瓦级 that became "megawatt-scale"."""
    for own, english in _CLASS:
        word = own.search(comparison.text)
        if word is None or english.search(comparison.english):
            continue
        for other, said in _CLASS:
            found = said.search(comparison.english)
            if found and not late_regex(other.pattern.removesuffix("级")).search(comparison.text):
                yield FigureProblem("changed", word.group(), found=found.group())
                return


@needing(chinese=("震源深度",))
def lost_depth(comparison: Comparison) -> Iterator[FigureProblem]:
    """震源深度15公里 that became "15 km from the county seat"."""
    if _DEPTH.search(comparison.text) and not _DEEP.search(comparison.english):
        for figure, stated in comparison.unique_of(frozenset({"measure"})):
            if comparison.text.endswith("震源深度", 0, figure.start):
                yield FigureProblem("changed", figure.source, figure.english, stated.text)
