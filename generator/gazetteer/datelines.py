"""Find datelines: they say where a reporter was, not what a story is about.

Reports of Chinese news agencies begin with agency, place, day and 电 (新华社石家庄5月12日电), those
of newspapers with 本报…讯, those of websites with …消息; bylines have 记者 … 深圳报道, 发自 or
摄于.
"""

from __future__ import annotations

import re

from generator.gazetteer.lookup import Gazetteer, city_code
from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.reading import hits_in
from generator.patterns import late_regex

_AGENCY = (
    r"(?:新[华華]社|新[华華][网網]|新[华華][财財][经經]|中新社|中新[网網]|中[国國]新[闻聞][网網社]"
    r"|人民[网網]|央[广廣][网網]|央[视視]|央[视視][网網]|央[视視]新[闻聞]|光明[网網]|中[国國][网網]"
    r"|中通社|[国國][际際]在[线線]|澎湃新[闻聞]|界面新[闻聞]|第一[财財][经經]|[财財][联聯]社"
    r"|本[报報网網台刊社]|[\u4e00-\u9fff]{2,6}(?:日[报報]|晚[报報]|[时時][报報]|商[报報]|早[报報]"
    r"|晨[报報]|[报報]|[电電][视視]台|[电電]台|[财財][经經]|在[线線]|客[户戶]端))"
)
_DAY = r"(?:\s*\d{4}\s*年)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?"
_PLACE = r"[\u4e00-\u9fff]{2,8}"
_OPENING = late_regex(
    rf"[\s（(【\[“]*(?:[据據]\s*)?{_AGENCY}[\s·•]*"
    rf"(?:{_PLACE}(?:[、/／\s]\s*{_PLACE})??)?(?:分社)?{_DAY}\s*"
    r"(?:[专專]?[电電](?![力视視网網子商池动動价價量缆纜梯信气氣])|[讯訊]|消息|[报報]道)"
)
_SIGNED = late_regex(
    rf"[记記編编][者辑輯][^\n，。；：\s　/／|｜]{{0,20}}[\s　/／|｜]+"
    rf"(?:[^\n，。；：]{{0,12}}?[\s　/／|｜]+)?"
    rf"(?:{_PLACE})(?:[报報]道|[电電]|[讯訊]|[摄攝]|(?=[）)]))"
)
_SENT_FROM = late_regex(
    rf"(?:[发發][自于於]|[摄攝写寫][于於]|[报報]道自)[\s　]?{_PLACE}(?=[\s）)。：】]|$)"
    rf"|[从從自]{_PLACE}[发發]回(?:[报報]道)?",
    re.MULTILINE,
)

# 据宁波电视台消息
_TOLD_BY = late_regex(
    r"据[\u4e00-\u9fff]{2,8}?(?:[日晚早晨商]报|电视?台|融媒|发布|客户端|网)[\u4e00-\u9fff]{0,6}?\d{0,2}日?"
    r"(?:消息|报道)"
)
# Lines beside an article: where it is from, who edited it, other articles, advertisements.
_SOURCE = late_regex(r"(?:^|(?<=[\n\s\d）)]))(?:来源|稿源|原载|供稿|供图)[：:][^\n，。]{2,40}")
_SOURCES = ("来源", "稿源", "原载", "供稿", "供图")
_BESIDE = late_regex(
    r"\n[（(【\[]?(?:(?:(?:责任|本期|执行|值班)编辑|责编|本文(?:来自|来源|转自)|转自|原标题)[^\n]*"
    # 广告：…, 热线电话：…; but 广告产业园在…开园 begins a paragraph of the article
    r"|(?:编辑|编审|审核|校对|监制|(?:相关|延伸|推荐|热门)(?:阅读|新闻|链接|推荐|文章)"
    r"|[上下]一[篇条]|友情链接|广告|版权|免责|声明|热线|爆料|扫码|分享[到至])"
    r"(?:[^\n。，；！？：:\s]{0,6}(?:[：:/／|｜】\]）)]|[^\S\n])[^\n]*|[^\n。，；！？]{0,8}(?=\n|\Z)))"
)
# What may follow a dateline, and precede a byline: brackets, the reporter's name.
_CLOSE = late_regex(r"\s*(?:[（(][^（()）\n]{0,30}[）)])?[\s）)】\]：:，,]*")
_OPEN = late_regex(
    r"[\s（(【\[]*(?:[\u4e00-\u9fff]{0,8}(?:[报報网網台社刊]|首席|特[约約]|[见見][习習])\s*)?"
)
_PLACES = frozenset({"city", "bare", "county", "known"})
_BLANKS = late_regex(r"\n\s+")
_LINES = 6  # the number of lines to search at the start of a text
_HEAD = 50  # the number of characters of a line within which a dateline ends
# Words with which a reporter refers to his or her own city.
_OWN_CITY = late_regex(r"(?:全|我|本)市(?![场場值面民])|市委|市政府(?!秘书长)|[我全][州盟]")


def without_blank_lines(text: str) -> str:
    """``text`` with blanks before the end of a line instead of blank lines and indents after it,
    so that what is next to a line's end is next in the text; of the same length."""
    if _BLANKS.search(text) is None:
        return text
    return _BLANKS.sub(lambda found: " " * (len(found[0]) - 1) + "\n", text)


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """``text`` with blanks for its datelines and the like, as if they were not there; of the same
    length. Those at the start of a line end the line before it."""
    for start, end in spans:
        first = text.rfind("\n", 0, start) + 1
        if _OPEN.fullmatch(text, first, start) is not None:
            closing = _CLOSE.match(text, end)
            end = closing.end() if closing is not None else end
            first = max(0, first - 1)
            text = f"{text[:first]}{' ' * (end - first - 1)}\n{text[end:]}"
        else:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def datelines(text: str) -> list[tuple[int, int]]:
    """Start and end of each dateline or byline with a place."""
    found = []
    start = 0
    for _ in range(_LINES):
        if start >= len(text):
            break
        head = text[start : start + _HEAD]
        if "电" in head or "讯" in head or "消息" in head or "报道" in head or "電" in head:
            opening = _OPENING.match(text, start)
            if opening:
                found.append(opening.span())
        start = text.find("\n", start) + 1 or len(text)
    if "记者" in text or "記者" in text or "编辑" in text:
        found += [match.span() for match in _SIGNED.finditer(text)]
    if "据" in text:
        found += [match.span() for match in _TOLD_BY.finditer(text)]
    if any(word in text for word in _SOURCES):
        found += [match.span() for match in _SOURCE.finditer(text)]
    found += [match.span() for match in _BESIDE.finditer(text)]
    if "发自" in text or "摄于" in text or "写于" in text or "发于" in text or "发回" in text:
        found += [match.span() for match in _SENT_FROM.finditer(text)]
    return found


def speaks_of_own_city(text: str) -> bool:
    """Whether a text says 全市, 我市 or the like, so that its dateline names the city."""
    return _OWN_CITY.search(text) is not None


def told_in(gazetteer: Gazetteer, text: str, start: int, end: int) -> list[Occurrence]:
    """The places in a dateline, ``text[start:end]``."""
    found = []
    for hit in hits_in(text[start:end]):
        if hit.name.kind in _PLACES and len(hit.name.codes) == 1:
            city = city_code(gazetteer, hit.name.codes[0])
            if city:
                at, to = start + hit.start, start + hit.end
                found.append(Occurrence(at, to, "dateline", (city,), "", at, to))
    return found
