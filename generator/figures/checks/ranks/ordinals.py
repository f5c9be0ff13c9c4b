"""Ranks and occasions: 名列第五 is not "her fifth final", 第三次承办 not "three times before",
排第三 not "third-smallest".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import chinese_clause, english_clause
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_ORDINALS = frozenset({"ordinal"})
_TIME = late_regex(r"[次度回届轮遍番趟]|连续|连年|第[^，。；]{1,3}个?[年月天]")
_TIMES_BEFORE = late_regex(
    r"(?i:(?:\s(?:times|[a-z]+s))?\s(?:[a-z'’-]+\s){0,4}?(?:before|previously|already|earlier|prior|in\sthe\spast)\b"
    r"(?!\s(?:he|she|it|they|the\s[a-z]+\s(?:was|were|had)|being|becoming|going)\b))"
)
_PLACED = late_regex(
    r"(?:名列|位列|位居|排名|排在|排行|高居|跻身|[排列居]|获得?|夺得?|取得|拿到|[升降跌退滑落跃进][至到居为])(?:[^，。；、第]{0,12})\Z"
)
_HIS_NTH = late_regex(r"(?i:\b(?:his|her|its|their|our|my|the\s[a-z]+['’]s)\s\Z)")
_NO_PLACE = late_regex(
    r"(?i:[\s-](?:place|position|spot|rank|finish|seat|slot|largest|biggest|highest|best|busiest|most|longest"
    r"|lowest|fastest|strongest|richest|top|placed|ranked|prize|in|among|out|nationally|overall)\b|[.,;])"
)
_ONLY_TIME = late_regex(r"(?i:\stime\b)")
_ROSE = late_regex(r"(?:升|跃|前进|攀|晋升?|前移|上移)(?:至|到|居|为)[^，。；、第]{0,8}\Z")
_FELL = late_regex(r"(?:降|跌|退|滑落?|落|下滑|后移|下移)(?:至|到|为)[^，。；、第]{0,8}\Z")
_ROSE_ENGLISH = late_regex(
    r"(?i:\b(?:r[io]se[ns]?|climb\w*|jump\w*|mov\w+\sup|went\sup|up|advanc\w+|leap\w*|leapt)\s(?:[a-z]+\s){0,2}?to\s(?:the\s|a\s)?\Z)"
)
_FELL_ENGLISH = late_regex(
    r"(?i:\b(?:f[ae]ll\w*|drop\w*|slip\w*|slid\w*|sank|sunk|down|tumbl\w+|mov\w+\sdown|went\sdown)\s(?:[a-z]+\s){0,2}?to\s(?:the\s|a\s)?\Z)"
)


def _other_way(text: str, english: str, figure: Figure, stated: Stated) -> re.Match[str] | None:
    """升至第四 that became "fell to fourth", or the reverse."""
    before = max(0, figure.start - 12)
    for own, other in ((_ROSE, _FELL_ENGLISH), (_FELL, _ROSE_ENGLISH)):
        if own.search(text, before, figure.start):
            return other.search(english, max(0, stated.start - 40), stated.start)
    return None


# 第二次获评 is not "the second city to be named"
_NTH_THING = late_regex(
    r"\s(?:city|province|county|country|district|town|village|company|firm|school|university|hospital"
    r"|team|club|airport|station|museum|bank|person|man|woman|player|athlete)\s(?:to|that|which|in)\b"
)
_NTH_TIME = late_regex(r"(?i:\s(?:time|straight|consecutive|successive|year\srunning)\b)")
_SMALLEST = late_regex(
    r"(?i:[\s-](?:smallest|lowest|fewest|shortest|worst|poorest|slowest|cheapest|least|quietest|weakest|lightest|youngest)\b)"
)
_SMALL = late_regex(
    "[小少低末短差慢轻弱穷贫浅窄矮晚迟幼新后静]|倒数|垫底|便宜|落后|年轻|空气|污染|能耗|排放|死亡|失业|犯罪|事故|成本|PM|PM2.5|指数|质量"
)


@needing(chinese=("第",))
def confused_ordinals(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ranks that became occasions, occasions that became those before, and ranks from the other
    end.
    """
    text, english = comparison.text, comparison.english
    if "第" not in text:
        return
    for figure, stated in comparison.unique_of(_ORDINALS):
        if not figure.source.startswith("第"):
            continue
        found = None
        if figure.source[-1] in "次度回":
            if stated.facts[0].kind != "ordinal" and str(stated.facts[0].value) == figure.value:
                found = _TIMES_BEFORE.match(english, stated.end)
            elif stated.facts[0].kind == "ordinal" and english[stated.start].islower():
                found = _NTH_THING.match(english, stated.end)
        elif _SMALLEST.match(english, stated.end):
            found = None if _SMALL.search(text) else _SMALLEST.match(english, stated.end)
        elif (figure.source[-1] in "名位" or not _HAN.match(text, figure.end)) and _PLACED.search(
            text, max(0, figure.start - 16), figure.start
        ):
            ahead = _HIS_NTH.search(english, max(0, stated.start - 24), stated.start)
            if ahead and not _NO_PLACE.match(english, stated.end):
                found = ahead
            elif not _TIME.search(text):
                found = _NTH_TIME.match(english, stated.end)
            found = found or _other_way(text, english, figure, stated)
        elif english.endswith("for the ", 0, stated.start) and not _TIME.search(text):
            found = _ONLY_TIME.match(english, stated.end)
        if found:
            low, high = min(found.start(), stated.start), max(found.end(), stated.end)
            words = english[low:high].strip()
            yield FigureProblem("changed", figure.source, figure.english, words)


_HAN = late_regex("[\u4e00-\u9fff]")
_RATED = late_regex("人均|户均|每[百千万十]+人|每平方公里")
_HEAD = late_regex(
    r"(?i:\b(?:per\s(?:head|capita|person|[0-9]|thousand|million|square)|for\severy|a\shead|per-capita)\b)"
)


@needing(chinese=("第",))
def ranked_per_head(comparison: Comparison) -> Iterator[FigureProblem]:
    """人均列第九、总量列第二 in which the English is second per head."""
    text, english = comparison.text, comparison.english
    if "第" not in text or not _RATED.search(text):
        return
    ranks = comparison.unique_of(_ORDINALS)
    heads_of = [
        (
            figure,
            stated,
            bool(_RATED.search(chinese_clause(text, figure, comparison.figures))),
            bool(_HEAD.search(english_clause(english, stated.start, stated.end))),
        )
        for figure, stated in ranks
    ]
    heads = [one for one in heads_of if one[2]]
    if len(heads_of) != 2 or len(heads) != 1:
        return
    figure, _, _, right = heads[0]
    other = next(one for one in heads_of if not one[2])
    if other[3] and not right:
        yield FigureProblem("changed", figure.source, figure.english, f"{other[1].text} per head")
