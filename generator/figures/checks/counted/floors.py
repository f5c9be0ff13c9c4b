"""A floor and a number of floors: 位于主楼8层 that became "in the eight-storey main building",
共5层 "the fifth floor".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import clause_start
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_FLOORS = late_regex(r"[层樓楼]\Z")
# A number of floors: 高32层, 共5层, 一栋6层小楼, 层高.
_SO_MANY = late_regex(
    r"(?:高|共|有|达|建|盖|起|为|是|增|加|栋|幢|座|地[上下]|主体|分|设|计|分为|约|近|超|建成|拟建)\Z"
)
_OF_SO_MANY = late_regex(
    r"(?:高|楼房|小楼|大楼|洋房|建筑|住宅|的?(?:楼|建筑|住宅)|别墅|公寓|厂房|综合|办公楼|教学楼|商)"
)
# On one floor: 主楼8层设有, 15层的病房.
_ON_IT = late_regex(
    r"(?:(?:号|[住主副裙南北东西前后院]|门诊|办公|教学|实验|航站|大|宿舍|综合|病房)楼|大厦|中心|广场|商场|医院|馆|城|在|于|到|至|从)\Z"
)
_BUILDING = late_regex("[^位在于到至从搬设租住坐]{0,8}(?:楼|大厦|中心|塔楼?|馆|栋|幢|座)")
_CLOSED = late_regex("[，。；、]|\\Z")
_STOREYS = late_regex(
    r"(?i:[\s-](?:storey|story|storeyed|storied)\b|\s(?:storeys|stories|floors|levels)\b)"
)
_NTH = late_regex(r"(?i:[\s-]floor\b)")


@needing(chinese=("层",))
def confused_floors(comparison: Comparison) -> Iterator[FigureProblem]:
    """Floors that became numbers of storeys, and the reverse."""
    text, english = comparison.text, comparison.english
    if "层" not in text:
        return
    for figure, stated in comparison.unique:
        counted = figure.kind == "count" and len(figure.facts) <= 1
        if not counted or not _FLOORS.search(figure.source):
            continue
        before = text[max(0, figure.start - 6) : figure.start]
        after = text[figure.end : figure.end + 4]
        nth = stated.facts[0].kind == "ordinal"
        several = figure.source.startswith("两")  # 两层 is two floors; the second one is 二层
        clause = text[clause_start(text, figure.start, "，。；：！？、,;") : figure.start]
        if _BUILDING.fullmatch(clause) and _CLOSED.match(after):
            continue  # 1号楼12层，2号楼16层: so many each
        if _ON_IT.search(before) and not several and not _OF_SO_MANY.match(after):
            found = None if "坠" in text or "掉" in text else _STOREYS.match(english, stated.end)
            if found and not nth:
                words = f"{stated.text}{found.group()}"
                yield FigureProblem("changed", figure.source, figure.english, words)
        elif several or _SO_MANY.search(before):
            found = _NTH.match(english, stated.end) if nth else None
            if found:
                words = f"{stated.text}{found.group()}"
                yield FigureProblem("changed", figure.source, figure.english, words)
