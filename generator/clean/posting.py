"""Who posted an article on a portal, and from where: what apps show beside its date.

``江苏扬子晚报官方账号``, ``来自湖北省``, ``发布于：广东``, ``IP属地：四川``; and the name of a
paper or site alone on a line, as in texts copied from a page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.clean.dates import Rank, days_in, without_days
from generator.clean.description import ACCOUNT, BYLINE, SITE, TEXT, Description
from generator.clean.head_names import is_person
from generator.clean.known_outlets import is_known_outlet
from generator.clean.likelihood import folded
from generator.clean.people import is_name, people_in
from generator.patterns import late_regex
from generator.provinces import ALL_PROVINCES

_FROM = r"(?:来自|发布于|发表于|IP属地|IP归属地)\s*:?\s*"
_POSTING = late_regex(
    rf"(?:{_FROM})?(?:(?:{ALL_PROVINCES})(?:省|市)?)?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z+·]{2,14}?)(?:官方|认证)?(?:账号|帐号)"
    rf"|{_FROM}(?:{ALL_PROVINCES})(?:省|市|\S{{0,4}}自治区)?"
)
# 宁波日报报业集团 版权所有
_OWNER = late_regex(
    r"^(?P<name>[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|快报))(?:社|报社|报业\S{0,4}|传媒\S{0,4})?\s*(?:版权所有|主办)"
)
# 联合报/ 记者某某/嘉义即时报导
_REPORTING = late_regex(
    r"(?P<outlet>[\u4e00-\u9fff]{2,6}(?:报|网|社|新闻))\s*/\s*(?:特派员?|地方|即时)?记者\s*"
    r"(?P<names>[\u4e00-\u9fff、]{2,14})\s*/"
)
_PAGE = late_regex(r"\d{1,2}:\d{2}|第\s*[A-Z]?\d{1,3}\s*版")
_LONGEST, _SHORT = 10, 30
# The name of a paper, not of a section of a page: 南方日报, 扬子晚报网.
_PAPER = late_regex(
    r"^[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|导报|快报|周报|青年报|特区报|新闻网|广播电视台|发布|融媒|融媒体中心)"
    r"(?:网|网络版|客户端|数字报)?$"
)

_PRESS = late_regex(
    r"^[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|导报|快报|周报|青年报|特区报|新闻网|电视台)$"
)


# The red head of a document: 某市人民政府文件
_RED_HEAD = late_regex(
    r"^(?P<office>[\u4e00-\u9fff()]{4,30}(?:政府|办公室|办公厅|委员会|局|厅|部|委|院))文件$"
)


def is_press(name: str) -> bool:
    """Return whether a name is that of a newspaper, a station or a known outlet, not of an
    account; the newsroom of a paper (某某日报融媒体中心) is one too."""
    if _PRESS.match(name.removesuffix("融媒体中心")):
        return True
    known = bool(_PRESS.match(name)) or is_known_outlet(name)
    return known and not name.endswith(("发布", "融媒", "融媒体中心"))


def without_posting(text: str) -> str:
    """Return ``text`` without who posted it and from where."""
    return _POSTING.sub("", text)


def note_posting(plain: str, found: Description) -> str:
    """Return ``date and source``, or another reason for removal, if a folded line only names a
    poster, a place or an outlet; the outlet is added to ``found``."""
    owner = _OWNER.match(plain)
    if owner is not None:
        found.note_source(owner["name"], SITE)
        return "site notice"
    posted = _POSTING.fullmatch(plain)
    if posted is not None:
        _note(posted["name"], found)
        return "date and source"
    if len(plain) <= _LONGEST and (is_known_outlet(plain) or _PAPER.match(plain)):
        # At the top of a page this is the name of the site.
        found.note_source(plain, SITE)
        return "date and source"
    return ""


def note_poster(plain: str, found: Description) -> None:
    """Add the poster that a line names beside its date to ``found``."""
    posted = _POSTING.search(plain)
    if posted is not None:
        _note(posted["name"], found)


def is_dated(text: str) -> bool:
    """Return whether a line has a full date with a time of day or a page number of a paper, and is
    not a sentence."""
    plain = folded(text)
    return bool(days_in(plain) and _PAGE.search(plain)) and not re.search("[。!?]", plain)


def note_head(line: str, found: Description, number: int, *, below: bool) -> None:
    """Add date, outlet and author from a line between title and text to ``found``, even if it has
    other words: ``产业 第一财经日报[微博]卢迪2012-07-05 01:10``. A name alone counts ``below`` the
    title."""
    plain = folded(line)
    red = _RED_HEAD.match(plain)
    if red is not None:
        found.note_source(red["office"], BYLINE)
    reporting = _REPORTING.search(plain)
    if reporting is not None:
        found.note_source(reporting["outlet"], TEXT)
        reporters = people_in(reporting["names"])
        found.note("author", reporters[0] if reporters else "")
    people = people_in(plain.strip(" ·|"))
    if people and below and is_person(plain.strip(" ·|"), doubtful=True):
        found.note("author", people[0])
    days = days_in(plain, number)
    if not days or not _PAGE.search(plain):
        return
    found.days += [replace(day, rank=max(day.rank, Rank.BESIDE)) for day in days]
    parts = re.split(r"[\s|·/:]+|\[[^\]]*\]|\([^)]*\)", without_days(plain, " "))
    names = [part for part in parts if is_person(part, doubtful=True)]
    if len(names) == 1 and len(line) <= _SHORT:
        found.note("author", names[0])
    before = ""
    for part in parts:
        if is_known_outlet(part) or _PAPER.match(part):
            found.note_source(part, TEXT)
            before = part
        elif before and is_name(part):
            found.note("author", part)
            before = ""


def _note(name: str | None, found: Description) -> None:
    if name:
        known = is_known_outlet(name) or _PAPER.match(name)
        found.note_source(name, TEXT if known else ACCOUNT)
