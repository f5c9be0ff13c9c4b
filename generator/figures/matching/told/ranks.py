"""Ranks that English tells by a difference: 由第十一位升至第七位 as "up four places to seventh",
第37位，较上年前移6位 as "No. 37, from No. 43".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.figures.english.stated import Stated
from generator.figures.matching.texts import Texts, Told
from generator.figures.shared.figure import Figure, sole_value
from generator.patterns import late_regex

_PLACES = late_regex(
    r"(?i:\s(?:places?|spots?|positions?|rungs?|notch(?:es)?|slots?|ranks?|steps?|rankings?)\b)"
)
_BETTER = late_regex(
    r"(?i:\b(?:up|ris\w*|rose|climb\w*|gain\w*|better|higher|jump\w*|leap\w*|leapt|advanc\w*|improv\w*|ahead|above|forward"
    r"|surg\w*|vault\w*|lift\w*|mov(?:ed|es|ing)\sup)\b)"
)
_WORSE = late_regex(
    r"(?i:\b(?:down|f[ae]ll\w*|drop\w*|slip\w*|slid\w*|sank|sunk|sink\w*|lost|los(?:es|ing)|worse|lower|behind|below|back"
    r"|tumbl\w*|plung\w*|declin\w*|retreat\w*)\b)"
)
_FROM = late_regex(
    r"(?i:\b(?:from|was|were|had\sbeen|after|compared\swith|against|versus|instead\sof|rather\sthan|not|than)\s"
    r"(?:being\s|ranking\s|coming\s|(?:the\s)?(?:no\.?|number)\s|the\s|its\s|a\s)*\Z)"
)
_EARLIER = late_regex(
    r"(?i:(?:\splace)?\s(?:last\s(?:year|season|time|month)|the\s(?:year|season|month|time)\sbefore"
    r"|(?:a\s)?(?:year|season|month)\s(?:ago|earlier|before)|before|previously))"
)
_MOVED = late_regex(
    "(?P<up>前移|上升|提升|提高|前进|跃升|攀升|晋升|上移|进步|进|升|涨|超)|(?P<down>后移|下降|下滑|下跌|后退|下移|退步|跌|降|退|落)"
)
_LOOK = 40


def _rank(figure: Figure) -> Fraction | None:
    return sole_value(figure, "ordinal") if figure.kind == "ordinal" else None


def by_difference(texts: Texts) -> Iterator[Told]:
    """A rank beside the English for another one, and the places between the two."""
    for figure in texts.missing:
        former = _rank(figure)
        if former is None:
            yield from _by_former(texts, figure)
            continue
        for other in texts.kept:
            now = _rank(other)
            if now is None or now == former or not texts.in_sentence(figure, other):
                continue
            first, last = (former, now) if figure.start < other.start else (now, former)
            if _is_later(texts.text, figure, other):
                first, last = last, first
            one = _moved(texts, abs(former - now), first > last)
            if one is not None:
                yield figure, (one,)
                break


_THAN = late_regex(r"(?:[低高]于|优于|好于|不及|[比较由从]|落后于)[^，。；第0-9]{0,6}\Z")


def _is_later(text: str, figure: Figure, other: Figure) -> bool:
    """排名第11，低于去年的第7: the former rank comes second."""
    second = max(figure, other, key=lambda one: one.start)
    return _THAN.search(text, max(0, second.start - 10), second.start) is not None


def _moved(texts: Texts, places: Fraction, better: bool) -> Stated | None:
    """The number of places in the English, with a word for the direction."""
    way, other = (_BETTER, _WORSE) if better else (_WORSE, _BETTER)
    for one in texts.stated:
        fact = one.facts[0]
        if fact.kind != "number" or abs(fact.value) != places:
            continue
        if not _PLACES.match(texts.english, one.end):
            continue
        start = max(0, one.start - _LOOK)
        near = texts.english[start : one.end + _LOOK]
        apart = _nearest(near, way, one.start - start)
        if apart < len(near) and apart <= _nearest(near, other, one.start - start):
            return one
    return None


def _nearest(text: str, pattern: re.Pattern[str], place: int) -> int:
    apart = (max(found.start() - place, place - found.end()) for found in pattern.finditer(text))
    return min(apart, default=len(text))


def _by_former(texts: Texts, figure: Figure) -> Iterator[Told]:
    """前移6位 beside 第37位: from No. 43."""
    places = sole_value(figure, "number") if figure.kind == "count" else None
    moves = list(_MOVED.finditer(texts.text, max(0, figure.start - 6), figure.start))
    if places is None or not moves or not figure.source.endswith(("位", "名", "位次", "个")):
        return
    for other in texts.kept:
        now = _rank(other)
        if now is None or not texts.in_sentence(figure, other):
            continue
        former = now + places if moves[-1]["up"] else now - places
        for one in texts.spare:
            if one.facts[0].kind not in ("ordinal", "number") or one.facts[0].value != former:
                continue
            ahead = texts.english[max(0, one.start - 30) : one.start]
            if _FROM.search(ahead) or _EARLIER.match(texts.english, one.end):
                yield figure, (one,)
                return


_AHEAD_OF = late_regex(
    "(?:领先|高于|超过?|甩开|多于|压过|力压|[高多快好强]出|比)[^，。；0-9]{0,6}\\Z"
)
_RIVAL = late_regex(
    r"(?i:\b(?:runners?-up|(?:nearest|closest)\s(?:[a-z]+\s)?(?:rivals?|challengers?|pursuers?|competitors?"
    r"|chasers?|team|side|player)|next[\s-]best|the\s(?:chasing\s)?pack|the\snext\s(?:team|side|player|club|in\sline))\b)"
)


def by_rival(texts: Texts) -> Iterator[Told]:
    """领先第二名3分: three more than the runners-up."""
    for figure in texts.missing:
        if _rank(figure) != 2 or not _RIVAL.search(texts.english):
            continue
        if _AHEAD_OF.search(texts.text, max(0, figure.start - 10), figure.start):
            yield figure, ()


_EACH = late_regex(r"每\Z")
_RANKED = late_regex(r"[^，。；0-9]{0,24}(?:[居列排位]|名列|位居)[^，。；0-9]{0,10}第")
_HEAD = late_regex(
    r"(?i:\b(?:per\s(?:head|person|capita|resident|inhabitant|household)|for\sits\ssize|(?:for|to)\s(?:each|every)\s(?:resident|person|inhabitant)"
    r"|relative\sto\s(?:its\s)?population|for\sits\spopulation)\b)"
)


def by_head(texts: Texts) -> Iterator[Told]:
    """每万人拥有充电桩数居全省第二位, whose number is not given: per head."""
    for figure in texts.missing:
        if figure.kind != "count" or not _EACH.search(texts.text, 0, figure.start):
            continue
        found = _HEAD.search(texts.english) if _RANKED.match(texts.text, figure.end) else None
        if found:
            yield figure, ()
