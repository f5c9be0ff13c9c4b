"""Which county or zone of a city a figure is of: the one that its sentence names, that the
paragraph speaks of, or that the article is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.patterns import late_regex

# Words for the place that an article is about.
HOME = ("全市", "我市", "该市", "全县", "我县", "该县", "全区", "我区", "该区", "全州")
_COUNTY_HOME = ("全县", "我县", "该县", "全区", "我区", "该区")
# Before or after these a name is not that of the owner: 居潍坊第2位, 在麻城市调研.
_NO_OWNER_BEFORE = tuple("赴往抵离距占居比较超")
_NO_OWNER_AFTER = late_regex(
    r"[^，。；]{0,6}(?:调研|考察|检查|召开|举行|举办|出席|走访|视察|慰问|口径|路(?:以|上|口)|街道?口)"
)
_AND = late_regex(r"(?:、|和|与|及|以及|或)")
_LINK = late_regex(r"[市州：:·\s]{0,2}")
_START = late_regex(
    r"\A(?:据[^，]{0,16}?(?:统计|显示|介绍|数据)|今年|去年|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?|[上下]半年|第?[一二三四]季度?|首季"
    r"|[前首头][一二三四五六七八九十0-9]+个?(?:月|季度)|[0-9]{1,2}[月日]?[—–至到-][0-9]{1,2}月|全年|目前|同期|其中|截至[^，]{2,8}[末底日]|本报讯|[，：\s])*"
)
_SENTENCE = late_regex(r"[。！？；\n]")
_OPENING = 60


class Parts(NamedTuple):
    """The counties and zones that an article names: code → names, and → the code of the city;
    ``home`` is the one that the article is about, or empty."""

    names: Mapping[str, tuple[str, ...]] = {}
    above: Mapping[str, str] = {}
    home: str = ""


class Owner(NamedTuple):
    """The county or zone of a figure, or empty; ``sure`` is false if it may be of another place
    than the city: of several counties."""

    part: str = ""
    sure: bool = True


class _Mention(NamedTuple):
    start: int
    end: int
    code: str


def owner_of(until: str, before: str, parts: Parts, cities: Mapping[str, Sequence[str]]) -> Owner:
    """The owner of a figure after the text ``before`` of its sentence and what is ``until`` there
    in its paragraph. ``cities`` are the names of the article's cities by code."""
    if not parts.names:
        return Owner()
    found = _mentions(before, parts, cities)
    if found:
        return _of_mention(found, before, until, parts, cities)
    for sentence in reversed(_SENTENCE.split(until)):
        found = _mentions(sentence, parts, cities)
        first = found[0] if found else None
        start = _START.match(sentence)
        if first is not None and start is not None and first.start == start.end():
            if len(found) > 1 and _LINK.fullmatch(sentence, first.end, found[1].start):
                first = found[1]._replace(start=first.start)  # 绥化肇东市
            if _AND.match(sentence, first.end):
                continue  # 顺庆区、高坪区均保持增长
            return Owner(parts.home if first.code == "" else _part(first.code, parts))
    return Owner(parts.home)


def _of_mention(
    found: Sequence[_Mention],
    before: str,
    until: str,
    parts: Parts,
    cities: Mapping[str, Sequence[str]],
) -> Owner:
    last = found[-1]
    if last.code == "" and len(found) > 1 and found[-2].end == last.start:
        return Owner(_part(found[-2].code, parts))  # 苏州全市, also in an article about 昆山.
    if last.code == "":
        if parts.home or before[last.start : last.end] not in _COUNTY_HOME:
            return Owner(parts.home)
        told = [one.code for one in _mentions(until, parts, cities) if one.code in parts.names]
        return Owner(told[-1]) if told else Owner(sure=False)
    if last.code not in parts.names:
        return Owner()
    if len(found) > 1 and _AND.fullmatch(before, found[-2].end, last.start):
        return Owner(sure=False)
    return Owner(last.code)


def _part(code: str, parts: Parts) -> str:
    return code if code in parts.names else ""


def _mentions(text: str, parts: Parts, cities: Mapping[str, Sequence[str]]) -> list[_Mention]:
    """The names of owners in ``text``; the code of a word for the article's own place is empty."""
    codes = {name: code for code, names in cities.items() for name in names}
    codes |= {name: code for code, names in parts.names.items() for name in names}
    codes |= dict.fromkeys(HOME, "")
    named = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    return [
        _Mention(one.start(), one.end(), codes[one.group()])
        for one in re.finditer(named, text)
        if not text[: one.start()].endswith(_NO_OWNER_BEFORE)
        and not _NO_OWNER_AFTER.match(text, one.end())
    ]


def home_of(
    title: str, text: str, source: str, parts: Parts, cities: Mapping[str, Sequence[str]]
) -> str:
    """The county or zone that an article is about; empty if it is about a city, or if that is not
    certain."""
    alone, named = _named(title, parts, cities)
    if alone or len(named) > 1:
        return ""
    if named:
        return named.pop()
    of_source = _named(source, parts, cities)
    if len(of_source[1]) == 1:
        return of_source[1].pop()
    alone, _ = _named(text, parts, cities)
    _, named = _named(text[:_OPENING], parts, cities)
    return named.pop() if len(named) == 1 and not alone else ""


def _named(text: str, parts: Parts, cities: Mapping[str, Sequence[str]]) -> tuple[bool, set[str]]:
    """Whether ``text`` names a city by itself, not only before one of its counties (潍坊诸城), and
    the counties that it names."""
    found = [one for one in _mentions(text, parts, cities) if one.code]
    alone = False
    for at, one in enumerate(found):
        then = found[at + 1] if at + 1 < len(found) else None
        before_part = then is not None and then.code in parts.names
        linked = then is not None and _LINK.fullmatch(text, one.end, then.start)
        if one.code not in parts.names and not (before_part and linked):
            alone = True
    return alone, {one.code for one in found if one.code in parts.names}
