"""The scope of a rank: 全国第二、全省第一 is not first in the country, 全国首个、世界第二个 not
"the world's first and China's second".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import SHARES, Figure
from generator.figures.shared.numeral import ORDINALS, chinese_value, small_value
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# Scopes of ranks, in Chinese and in English.
_SCOPES = {
    "world": ("世界|全球|国际", r"\b(?:worldwide|globally|in\sthe\sworld|of\sthe\sworld)\b"),
    "country": (
        "全国|国内|中国",
        r"\b(?:nationally|nationwide|in\s(?:the\scountry|china)|of\sthe\scountry|china-wide)\b",
    ),
    "province": (
        "全省|省内|全区|自治区|全自治区",
        r"\b(?:provincially|in\sthe\s(?:provinc(?:e|ial)|autonomous\sregion)|of\sthe\sprovince|province-?wide)\b",
    ),
    "city": ("全市|市内", r"\b(?:in\sthe\s(?:city|prefecture)|of\sthe\scity|city-?wide)\b"),
}
_CHINESE = {
    name: late_regex(rf"(?:{chinese})[^，。；、]{{0,8}}\Z")
    for name, (chinese, _) in _SCOPES.items()
}
_ENGLISH = {name: late_regex(rf"(?i:{english})") for name, (_, english) in _SCOPES.items()}
_KINDS = frozenset({"ordinal", "rank"})


def swapped_scopes(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ranks with the scope of another rank."""
    text, english = comparison.text, comparison.english
    ranks = [
        (figure, expressing[0], scope)
        for figure, expressing in comparison.matches
        if figure.kind in _KINDS and len(expressing) == 1 and (scope := _scope(text, figure))
    ]
    if len({scope for _, _, scope in ranks}) < 2:
        return
    starts = sorted(one.start for _, one, _ in ranks)
    for figure, one, scope in ranks:
        end = min((start for start in starts if start > one.start), default=len(english))
        behind = english[one.end : min(end, one.end + 60)]
        english_scopes = {name for name, pattern in _ENGLISH.items() if pattern.search(behind)}
        others = {other for _, _, other in ranks if other != scope}
        if english_scopes and scope not in english_scopes and english_scopes & others:
            yield FigureProblem("changed", figure.source, figure.english, f"{one.text}{behind}")


def _scope(text: str, figure: Figure) -> str:
    """The scope before the rank in its clause; empty if there is none."""
    before = text[max(0, figure.start - 14) : figure.start]
    found = [
        (match.start(), name)
        for name, pattern in _CHINESE.items()
        if (match := pattern.search(before))
    ]
    return max(found)[1] if found else ""


class _Scope(NamedTuple):
    """A scope: its Chinese words, the characters that justify the English (none if it is only
    searched in Chinese), its English names and adverbs.
    """

    chinese: str
    allowing: str
    names: str
    adverbs: str = "-"


_AMONG = {
    "world": _Scope("世界|全球|国际", "世球际史", "world|glob(?:e|al)", "worldwide|globally"),
    "Asia": _Scope("亚洲|亚太", "亚", "asia"),
    "country": _Scope(
        "全国|国内|我国|中国|中华",
        "国央",
        "country|nation(?:al)?|china",
        "nationally|nationwide",
    ),
    "province": _Scope(
        "全省|省内|我省|本省|自治区|全区",
        "省区",
        r"provinc(?:e|ial)|autonomous\sregion",
        "provincially",
    ),
    "city": _Scope("全市|市内|我市|本市", "市城京沪渝津", "city|municipal(?:ity)?"),
    "county": _Scope("全县|县内|我县|本县|全旗", "县旗", "county"),
    "part": _Scope(
        "(?:东北|华北|华东|华南|华中|西南|西北|西部|东部|中部|长三角|珠三角|大湾区|京津冀|长江)"
        r"[\u4e00-\u9fff]{0,4}",
        "",
        "north|south|east|west|central|delta|yangtze|greater bay",
    ),
}
_FOREMOST = "首|第[一二三四五六七八九十]|最(?!近|后|终|新|初)|唯一|率先|前[三五十列]"
_NTH = f"{'|'.join(ORDINALS)}|[0-9]+(?:st|nd|rd|th)"
_MOST = (
    "only|sole|largest|biggest|highest|longest|oldest|earliest|fastest|lowest|smallest|tallest|deepest"
    "|busiest|richest|youngest|greatest|best|newest|widest|heaviest|shortest|top"
)
_ENDS_FOREMOST = late_regex(_FOREMOST)
_AMONG_CHINESE = {
    name: late_regex(rf"(?:{scope.chinese})[^，。；、]{{0,8}}(?:{_FOREMOST})")
    for name, scope in _AMONG.items()
}
_AMONG_ENGLISH = {
    name: late_regex(
        rf"(?i:\b(?:{scope.names})['’]s\s(?:[a-z-]+\s){{0,2}}?(?:first|{_MOST})\b"
        rf"|\b(?:{_NTH}|{_MOST})\b[^.;,]{{0,50}}?\s(?:in|across|of)\s(?:the\s(?:whole\s)?)?"
        rf"(?:{scope.names})\b(?!['’])|\b(?:{_NTH})\s(?:{scope.adverbs})\b)"
    )
    for name, scope in _AMONG.items()
}
_NAMED = {name: late_regex(rf"(?i:\b(?:{scope.names}))") for name, scope in _AMONG.items()}


@needing(chinese=(_ENDS_FOREMOST,))
def wider_scopes(comparison: Comparison) -> Iterator[FigureProblem]:
    """全市首例 that became "the country's first": the Chinese names the scope, and has no word for
    that of the English.
    """
    text, english = comparison.text, comparison.english
    if not _ENDS_FOREMOST.search(text):
        return
    own = {name: found for name, among in _AMONG_CHINESE.items() if (found := among.search(text))}
    if not own or any(_NAMED[name].search(english) for name in own):
        return
    for name, scope in _AMONG.items():
        if name in own or not scope.allowing or any(c in text for c in scope.allowing):
            continue
        found = _AMONG_ENGLISH[name].search(english)
        if found:
            yield FigureProblem("changed", next(iter(own.values())).group(), "", found.group())


_WHOLES = {
    name: late_regex(rf"占?(?:{scope.chinese})的?[^，。；、0-9]{{0,6}}\Z")
    for name, scope in _AMONG.items()
    if scope.allowing
}
_OF_WHOLE = {
    name: late_regex(
        rf"(?i:\s(?:of|in)\s(?:all\s)?(?:the\s)?(?:{scope.names})(?:['’]s?\b|\s(?:total|output|production|whole)))"
        rf"|(?i:\s(?:of|in)\s(?:the\s)(?:{scope.names})(?=[.,;]|\Z))"
    )
    for name, scope in _AMONG.items()
    if scope.allowing
}


@needing(chinese=("全",), english=(*_OF_WHOLE.values(),))
def shares_of_wider(comparison: Comparison) -> Iterator[FigureProblem]:
    """占全省的五分之一 that became "a fifth of the country's"."""
    text, english = comparison.text.replace("国家", "　　"), comparison.english
    if "全" not in text:
        return
    for figure, stated in comparison.unique_of(SHARES):
        before = max(0, figure.start - 16)
        own = [name for name, whole in _WHOLES.items() if whole.search(text, before, figure.start)]
        if len(own) != 1:
            continue
        end = min(stated.end + 60, (english + ".").find(".", stated.end))
        for name, whole in _OF_WHOLE.items():
            allowing = _AMONG[name].allowing
            if name in own or any(c in text for c in allowing):
                continue
            found = whole.search(english, stated.end, end)
            if found and not _OF_WHOLE[own[0]].search(english, stated.end, end):
                yield FigureProblem(
                    "changed", figure.source, figure.english, f"{stated.text}{found.group()}"
                )
                return


_OWNERS = {
    "world": ("世界|全球|国际上?", r"the\sworld|worldwide|globally"),
    "Asia": ("亚洲", "asia"),
    "country": ("全国|国内|我国|中国", r"the\scountry|the\snation|china"),
    "province": ("全省|省内|我省", r"the\sprovince"),
    "city": ("全市|市内|我市", r"the\scity"),
    "county": ("全县|县内|我县", r"the\scounty"),
}
_OWNER_NAMES = {name: late_regex(f"(?:{zh})") for name, (zh, _) in _OWNERS.items()}
_OWNED_RANKS = late_regex(
    "(?P<among>" + "|".join(zh for zh, _ in _OWNERS.values()) + ")"
    "[^，。；、第首0-9]{0,6}?(?:(?P<first>首[个座家条例次批台艘款部只套项])|第(?P<n>[0-9]+|[一二三四五六七八九十]+))"
)
_MOST_OWNED = r"(?:largest|biggest|highest|longest|tallest|busiest|greatest|only|best)"
_OWNED = late_regex(
    "(?i:" + "|".join(rf"(?P<{name}>\b(?:{en})['’]s)" for name, (_, en) in _OWNERS.items())
    + rf")(?i:\s(?:[a-z-]+\s){{0,1}}?(?:(?P<n>(?:{_NTH}))\b|(?P<most>{_MOST_OWNED})\b))"
)  # fmt: skip


@needing(chinese=("第",), english=("’s", "'s"))
def swapped_ranks(comparison: Comparison) -> Iterator[FigureProblem]:
    """全国首个、世界第二个 that became "the world's first and China's second"."""
    text, english = comparison.text, comparison.english
    if "第" not in text or ("’s" not in english and "'s" not in english):
        return
    own: dict[str, int] = {}
    written: dict[str, str] = {}
    for match in _OWNED_RANKS.finditer(text):
        name = next(name for name, pattern in _OWNER_NAMES.items() if pattern.match(match["among"]))
        own.setdefault(name, 1 if match["first"] else int(chinese_value(match["n"]) or 0))
        written.setdefault(name, match.group())
    if len(own) < 2 or len(set(own.values())) < 2:
        return
    for match in _OWNED.finditer(english):
        name = match.lastgroup if match.lastgroup in _OWNERS else ""
        name = name or next(name for name in _OWNERS if match[name])
        stated = small_value(match["n"]) if match["n"] else 1
        if name in own and own[name] != stated and stated in own.values():
            yield FigureProblem("changed", written[name], found=match.group())
            return
