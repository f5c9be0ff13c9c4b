"""Find datelines: they say where a reporter was, not what a story is about.

Reports of Chinese news agencies begin with agency, place, day and 电 (新华社石家庄5月12日电), those
of newspapers with 本报…讯, those of websites with …消息; bylines have 记者 … 深圳报道, 发自 or
摄于.
"""

from __future__ import annotations

import re

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
    rf"(?:{_PLACE}(?:[、/／\s]\s*{_PLACE})??)(?:分社)?{_DAY}\s*"
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

_BLANKS = late_regex(r"\n\s+")
_LINES = 6  # the number of lines to search at the start of a text
_HEAD = 50  # the number of characters of a line within which a dateline ends
# Words with which a reporter refers to his or her own city.
_OWN_CITY = late_regex(r"(?:全|我|本)市(?![场場值面民])|市委|市政府|[我全][州盟]")


def without_blank_lines(text: str) -> str:
    """``text`` with blanks before the end of a line instead of blank lines and indents after it,
    so that what is next to a line's end is next in the text; of the same length."""
    if _BLANKS.search(text) is None:
        return text
    return _BLANKS.sub(lambda found: " " * (len(found[0]) - 1) + "\n", text)


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
    if "发自" in text or "摄于" in text or "写于" in text or "发于" in text or "发回" in text:
        found += [match.span() for match in _SENT_FROM.finditer(text)]
    return found


def speaks_of_own_city(text: str) -> bool:
    """Whether a text says 全市, 我市 or the like, so that its dateline names the city."""
    return _OWN_CITY.search(text) is not None
