"""Ranks and the places among which they hold: 全国第二、全省第一 is not first in the country."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.comparison import Comparison
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

# What a rank may hold among, with what English says of it.
_SCOPES = {
    "world": ("世界|全球|国际", r"\b(?:worldwide|globally|in\sthe\sworld|of\sthe\sworld)\b"),
    "country": (
        "全国|国内|中国",
        r"\b(?:nationally|nationwide|in\s(?:the\scountry|china)|of\sthe\scountry|china-wide)\b",
    ),
    "province": (
        "全省|省内|全区|自治区|全自治区",
        r"\b(?:provincially|in\sthe\s(?:province|autonomous\sregion)|of\sthe\sprovince|province-?wide)\b",
    ),
    "city": ("全市|市内", r"\b(?:in\sthe\s(?:city|prefecture)|of\sthe\scity|city-?wide)\b"),
}
_CHINESE = {
    name: late_regex(rf"(?:{chinese})[^，。；、]{{0,8}}\Z")
    for name, (chinese, _) in _SCOPES.items()
}
_ENGLISH = {name: late_regex(rf"(?i:{english})") for name, (_, english) in _SCOPES.items()}
_KINDS = frozenset({"ordinal", "rank"})


def other_scopes(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ranks that hold among what another one holds among."""
    text, english = comparison.text, comparison.english
    ranks = [
        (figure, said[0], scope)
        for figure, said in comparison.said
        if figure.kind in _KINDS and len(said) == 1 and (scope := _scope(text, figure))
    ]
    if len({scope for _, _, scope in ranks}) < 2:
        return
    starts = sorted(one.start for _, one, _ in ranks)
    for figure, one, scope in ranks:
        end = min((start for start in starts if start > one.start), default=len(english))
        behind = english[one.end : min(end, one.end + 60)]
        told = {name for name, pattern in _ENGLISH.items() if pattern.search(behind)}
        others = {other for _, _, other in ranks if other != scope}
        if told and scope not in told and told & others:
            yield FigureProblem("changed", figure.source, figure.english, f"{one.text}{behind}")


def _scope(text: str, figure: Figure) -> str:
    """What stands before the rank in its clause; empty where nothing does."""
    before = text[max(0, figure.start - 14) : figure.start]
    found = [
        (match.start(), name)
        for name, pattern in _CHINESE.items()
        if (match := pattern.search(before))
    ]
    return max(found)[1] if found else ""
