"""Which county or zone of a city a figure is of: the one that its sentence names, that the
paragraph or its heading speaks of, or that the article is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.patterns import late_regex
from generator.statistics.mentions import HOME, HOME_WORD, LINK, SMALLER, Mention, mentions
from generator.statistics.quarters import FIRST_PART, QUARTER

__all__ = ["HOME", "Home", "Owner", "Parts", "home_of", "owner_of"]

_AND = late_regex(r"(?:、|和|与|及|以及|或)")
_START = late_regex(
    r"\A(?:据[^，]{0,16}?(?:统计|显示|介绍|数据)|今年|去年|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?|[上下]半年"
    rf"|{QUARTER}|{FIRST_PART}"
    r"|[0-9]{1,2}[月日]?[—–至到-][0-9]{1,2}月|全年|目前|同期|其中|截至[^，]{2,8}[末底日]|本报讯|[，：\s])*"
)
_SENTENCE = late_regex(r"[。！？；\n]")
_OPENING = 60
# Who says something, not whose it is: 潍坊市统计局, 合肥海关, 佛山日报.
_SPEAKER = late_regex(
    r"[市州]?(?:委|政府|日报|晚报|都市报|新闻|海关|统计|[\u4e00-\u9fff]{1,5}局|[\u4e00-\u9fff]{1,6}部门|讯|[0-9]{1,2}月)"
)
# 全县 and the like, for which a county must be known.
_COUNTY_WORD = late_regex(r"[全我该](?:县|区|旗|镇|乡|村|街道|社区)(?!域|首|第|唯一|最|各)")
# The last characters of the names that 全县, 全区 and 全旗 may stand for.
_KINDS = {"县": ("县",), "区": ("区",), "旗": ("旗",)}


class Home(NamedTuple):
    """The county or zone that an article is about, or empty; `SMALLER` if its headline says 我县,
    but nothing names it.

    ``firm``: its headline or publisher names it, not only its opening. ``shared`` is the number of
    the block (from 1) from which on the article speaks of the whole city too; 0 if never.
    """

    code: str = ""
    firm: bool = False
    shared: int = 0


class Parts(NamedTuple):
    """The counties and zones that an article names: code → names, with the full one first, and →
    the code of the city; ``within`` are those that may be 全市 themselves (county-level cities)."""

    names: Mapping[str, tuple[str, ...]] = {}
    above: Mapping[str, str] = {}
    within: frozenset[str] = frozenset()
    home: Home = Home()


class Owner(NamedTuple):
    """The county or zone of a figure, or empty; ``sure`` is false if it may be of another place
    than the city: of several counties."""

    part: str = ""
    sure: bool = True


_UNSURE = Owner(sure=False)


class Told(NamedTuple):
    """What stands before the sentence of a figure: ``until``, the text of its paragraph, in the
    ``block`` (from 1; 0 is the headline) below ``heading``."""

    until: str = ""
    block: int = 0
    heading: str = ""


def owner_of(told: Told, before: str, parts: Parts, cities: Mapping[str, Sequence[str]]) -> Owner:
    """The owner of a figure after the text ``before`` of its sentence and what is ``told`` before
    that. ``cities`` are the names of the article's cities by code."""
    unnamed = parts.home.code == SMALLER or _COUNTY_WORD.search(before)
    if not parts.names and not unnamed:
        return Owner()
    found = mentions(before, parts.names, cities)
    if found:
        return _of_mention(found, before, told.until, parts, cities)
    if any(name in before for names in parts.names.values() for name in names):
        return _UNSURE  # 于都县到兴国县铁路, in an article about one of them.
    ends = len(told.until)
    for sentence in reversed(_SENTENCE.split(told.until)):
        ends -= len(sentence) + 1
        found = mentions(sentence, parts.names, cities)
        first = found[0] if found else None
        start = _START.match(sentence)
        if first is not None and start is not None and first.start == start.end():
            if len(found) > 1 and LINK.fullmatch(sentence, first.end, found[1].start):
                first = found[1]._replace(start=first.start)  # 绥化肇东市
            if _AND.match(sentence, first.end):
                continue  # 顺庆区、高坪区均保持增长
            if first.code == SMALLER:
                return _UNSURE
            if first.code == HOME_WORD:
                word = sentence[first.start : first.end]
                return _of_word(word, told.until[: max(0, ends + 1)], parts, cities)
            return Owner(_part(first.code, parts))
    named = {one.code for one in mentions(told.heading, parts.names, cities)}
    if len(named) == 1 and (code := named.pop()) in parts.names:
        return Owner(code)
    return _carried(told, parts, cities)


def _carried(told: Told, parts: Parts, cities: Mapping[str, Sequence[str]]) -> Owner:
    """The owner of what no word near it tells: the county that the article is about, unless it
    speaks of the city too."""
    home = parts.home
    if not home.code:
        return Owner()
    if home.code == SMALLER:
        return _UNSURE
    if home.firm and not 0 < home.shared <= told.block:
        return Owner(home.code)
    near = {one.code for one in mentions(told.until, parts.names, cities)}
    return Owner(home.code) if near == {home.code} else _UNSURE


def _of_mention(
    found: Sequence[Mention],
    before: str,
    until: str,
    parts: Parts,
    cities: Mapping[str, Sequence[str]],
) -> Owner:
    last = found[-1]
    if last.code == SMALLER:
        return _UNSURE
    if last.code == HOME_WORD:
        if len(found) > 1 and found[-2].end == last.start:
            return Owner(_part(found[-2].code, parts))  # 苏州全市, also in an article about 昆山.
        word = before[last.start : last.end]
        return _of_word(word, until + before[: last.start], parts, cities)
    if last.code not in parts.names:
        return Owner()
    if len(found) > 1 and _AND.fullmatch(before, found[-2].end, last.start):
        return _UNSURE
    return Owner(last.code)


def _of_word(word: str, said: str, parts: Parts, cities: Mapping[str, Sequence[str]]) -> Owner:
    """The owner of a figure that ``word`` (全市, 该县) says to be of the article's own place, or of
    that of the text ``said`` before it in the paragraph."""
    home = parts.home
    named = [one.code for one in mentions(said, parts.names, cities) if one.code in cities
             or one.code in parts.names]  # fmt: skip
    last = named[-1] if named else ""
    if word[-1] in _KINDS and word != "全地区":
        if home.code and _is_a(home.code, word[-1], parts):
            return Owner(home.code)
        fitting = [code for code in named if _is_a(code, word[-1], parts)]
        return Owner(fitting[-1]) if fitting else _UNSURE
    if word[-1] != "市" or last in cities:
        return Owner()
    if word[0] == "该" and last in parts.within:
        return Owner(last)
    if home.code not in parts.within:
        return Owner()  # Of a district or county, 全市 is never itself.
    return Owner(home.code) if home.firm or last == home.code else _UNSURE


def _is_a(code: str, kind: str, parts: Parts) -> bool:
    names = parts.names.get(code, ())
    return bool(names) and code not in parts.within and names[0].endswith(_KINDS.get(kind, ()))


def _part(code: str, parts: Parts) -> str:
    return code if code in parts.names else ""


def home_of(
    title: str,
    texts: Sequence[str],
    source: str,
    parts: Parts,
    cities: Mapping[str, Sequence[str]],
) -> Home:
    """The county or zone that an article is about; empty if it is about a city, or if that is not
    certain. ``texts`` are those of its blocks."""
    word = _COUNTY_WORD.search(title)
    if not parts.names and not word:
        return Home()
    alone, named = _named(title, parts, cities)
    if alone or len(named) > 1:
        return Home()
    if not parts.names:
        return Home(SMALLER, firm=True)
    if not named:
        of_source = _named(source, parts, cities)
        named = of_source[1] if len(of_source[1]) == 1 else set()
    firm = bool(named)
    text = "\n".join(texts)
    if not named and not _named(text, parts, cities)[0]:
        named = _named(text[:_OPENING], parts, cities)[1]
    if word and not firm:  # 我县茶产业再上台阶
        firm = len(named) == 1 and all(_is_a(one, word[0][-1], parts) for one in named)
        if not firm:
            return Home(SMALLER, firm=True)
    if len(named) != 1:
        return Home()
    code = named.pop()
    nested = code in parts.within
    shared = (at for at, one in enumerate(texts, 1) if _is_of_city(one, parts, cities, nested))
    return Home(code, firm, next(shared, 0))


def _is_of_city(text: str, parts: Parts, cities: Mapping[str, Sequence[str]], nested: bool) -> bool:
    """Whether ``text`` speaks of the whole city; 全市 says so unless the county is one itself
    (``nested``)."""
    found = mentions(text, parts.names, cities)
    for at, one in enumerate(found):
        if one.code == HOME_WORD:
            if not nested and text[one.end - 1] in "市州盟":
                return True
        elif one.code in cities and not _SPEAKER.match(text, one.end):
            then = found[at + 1] if at + 1 < len(found) else None
            if then is None or not LINK.fullmatch(text, one.end, then.start):
                return True
            if then.code == HOME_WORD:
                return True
    return False


def _named(text: str, parts: Parts, cities: Mapping[str, Sequence[str]]) -> tuple[bool, set[str]]:
    """Whether ``text`` names a city by itself, not only before one of its counties (潍坊诸城), and
    the counties that it names."""
    found = [
        one for one in mentions(text, parts.names, cities) if one.code not in (HOME_WORD, SMALLER)
    ]
    alone = False
    for at, one in enumerate(found):
        then = found[at + 1] if at + 1 < len(found) else None
        before_part = then is not None and then.code in parts.names
        linked = then is not None and LINK.fullmatch(text, one.end, then.start)
        if one.code not in parts.names and not (before_part and linked):
            alone = True
    return alone, {one.code for one in found if one.code in parts.names}
