"""Claims of rank that the Chinese does not make, or makes of something else: "the most in the
province", 增幅最大 "the largest", 增速居第九 "ninth by size", 第三批 "ranks third", 县级 "city
level".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_MOST_IN = late_regex(
    r"(?i:\bthe\s(?:most|largest|highest|biggest|best|fewest|lowest|busiest|fastest|longest)(?:\s[a-z]+){0,2}\s(?:in|of)\s(?:the|its|all\sthe)\s(?:whole\s)?(?:province|country|city|region|world|nation|county)\b)"
)
_FOREMOST = late_regex(
    "最|首|第[一二三1-3]|居|冠|领先|领跑|榜|头|龙|之[最首]|顶|一流|精华|主力|前[列茅三]|排|位[列次]"
)


@needing(english=(_MOST_IN,))
def unfounded_most(comparison: Comparison) -> Iterator[FigureProblem]:
    """A number of the Chinese that became "the most in the province"."""
    found = _MOST_IN.search(comparison.english)
    if found and not _FOREMOST.search(comparison.text):
        yield FigureProblem("added", found=found.group(), word=True)


_FASTEST = late_regex("(?:增幅|增速|涨幅|升幅|增长)最(?:大|快|高|多)")
_WAS_LARGEST = late_regex(
    r"(?i:\b(?:was|were|is|are)\s(?:by\sfar\s)?the\s(?:largest|biggest|highest|most)(?=[.,;]|\Z|\sat\b))"
)
_GROWTH_NEAR = late_regex(
    r"(?i:\b(?:growth|increase|gains?|rise|rises|rose|jump|surge|climb|grew|growing|fastest|advance|expansion|quickest)\b[^.;,]{0,60}\Z)"
)
_SIZE = late_regex("(?:总量|规模|金额|总额|占比)[^，。；]{0,4}最|最大(?:的)?(?:出口|市场|贸易)")


@needing(chinese=("幅最", "速最", "增长最"), english=(_WAS_LARGEST,))
def growth_as_size(comparison: Comparison) -> Iterator[FigureProblem]:
    """对非洲出口增幅最大 that became "exports to Africa were the largest"."""
    fastest = _FASTEST.search(comparison.text)
    found = _WAS_LARGEST.search(comparison.english) if fastest else None
    if (
        fastest
        and found
        and not (
            _SIZE.search(comparison.text)
            or _GROWTH_NEAR.search(comparison.english, 0, found.start())
        )
    ):
        yield FigureProblem("changed", fastest.group(), found=found.group())


_RATE = late_regex("(?:增速|增幅|涨幅|降幅|增长率)[^，。；]{0,14}\\Z")
_OF_SIZE = late_regex("总量|规模|总额|总值|大小|数量")
_BY_SIZE = late_regex(
    r"(?i:[^.,;]{0,40}?\b(?:by|in|for|in\sterms\sof)\s(?:the\s)?(?:size|total|volume|scale|value|overall)\b)"
)
_BATCH = late_regex("第[0-9一二三四五六七八九十]{1,3}[批期轮版]")
_PLACED = late_regex(
    r"(?i:\b(?:rank(?:s|ed|ing)?|came|comes|placed|finish(?:ed|es)|stands|stood)\s(?:in\s)?\Z)"
)


@needing(chinese=("第",))
def other_ranked(comparison: Comparison) -> Iterator[FigureProblem]:
    """增速居第九 that became "ninth by size of economy", 第三批 "ranks third"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(frozenset({"ordinal", "rank"})):
        start = clause_start(text, figure.start, "，。；\n")
        before = text[start : figure.start]
        found = None
        if _BATCH.match(text, figure.start):
            found = _PLACED.search(english, max(0, stated.start - 24), stated.start)
        elif _RATE.search(before) and not _OF_SIZE.search(before):
            found = _BY_SIZE.match(english, stated.end)
        if found:
            low, high = min(found.start(), stated.start), max(found.end(), stated.end)
            yield FigureProblem("changed", figure.source, figure.english, english[low:high])


_LEVELS = (
    ("county", "县"), ("city|municipal", "市|地级|城"), ("provincial|province", "省|自治区"),
    ("national|state", "国|部|央"), ("township|town", "乡|镇"), ("village", "村"),
    ("district", "区"),
)  # fmt: skip
_LEVEL = late_regex("[县市省镇村区]级|国家级|乡级")
_LEVEL_ENGLISH = late_regex(
    r"(?i:\b(?P<level>county|city|municipal|provincial|province|national|state|township|town|village|district)[\s-]level\b)"
)
_ALLOWED = tuple((frozenset(en.split("|")), late_regex(zh)) for en, zh in _LEVELS)


@needing(chinese=(_LEVEL,), english=(_LEVEL_ENGLISH,))
def other_levels(comparison: Comparison) -> Iterator[FigureProblem]:
    """县级审批 that became "approval from the city level"."""
    own = _LEVEL.search(comparison.text)
    for found in _LEVEL_ENGLISH.finditer(comparison.english) if own else ():
        level = found["level"].lower()
        allowed = next(zh for names, zh in _ALLOWED if level in names)
        if own and not allowed.search(comparison.text):
            yield FigureProblem("changed", own.group(), found=found.group())
            return
