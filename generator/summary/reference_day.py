"""The day from which a text counts 今天, 昨日 or 去年: that of its dateline, else of its article.

A paper prints today what an agency sent yesterday: 今天 in 新华社昆明5月7日电 is 7 May, whatever
the date of the article is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.one_by_one import simplified
from generator.patterns import late_regex
from generator.summary.datelines import UnclearDayError, day_of_dateline
from generator.summary.opening import opening_of

# Before the text of the news there may be a heading, a caption or a byline.
_FIRST = 4
_MARKUP = late_regex(r"^[#>*_\s　]+")
_LONGEST = 120
# At the end of a text: （新华社昆明5月7日电）, （据中新社电）
_AT_END = late_regex(
    r"[（(](?:[据據]\s*)?[\u4e00-\u9fff]{2,8}?(?:社|[报報]|[网網])[\u4e00-\u9fff]{0,8}"
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:[电電]|[讯訊]|消息|[报報][道導])[^（）()。]{0,20}[）)]\s*\Z"
)
_SIGNS = ("日", "/")
# 本报襄阳3月18日讯, 大连晚报6月29日讯
_OF_A_CITY_PAPER = late_regex(
    r"(?:本[报网台刊]|[\u4e00-\u9fff](?:[日晚早晨时商]|都市|特区|青年)报)[\u4e00-\u9fff]{0,8}\s?"
    r"(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*)?\d{1,2}\s*日\s*讯"
)


def reference_day(paragraphs: Sequence[str], published: str, *, estimated: bool = False) -> str:
    """The day, in ISO 8601, from which the words of time of a text count; empty if unknown.

    ``paragraphs`` are its text, of which the first and the last are read; ``published`` is the date
    of its article, returned as it is if the text has no dateline with a day. The day is unknown if
    ``published`` is ``estimated`` and no dateline tells another, or if both cannot be right.
    """
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return "" if estimated else published
    for found in _datelines([text for text in paragraphs if text.strip()]):
        try:
            own = told_in(found, day)
        except UnclearDayError:
            return ""
        if own is not None and (not estimated or "年" in found):
            return own.isoformat()
    return "" if estimated else published


def _datelines(told: Sequence[str]) -> Iterator[str]:
    """What may be a dateline with a day: the openings of the first paragraphs, the end of the
    last."""
    for text in told[:_FIRST]:
        if _may_tell(text):
            yield opening_of(_MARKUP.sub("", text[:_LONGEST]))
    end = _AT_END.search(told[-1][-_LONGEST:]) if told else None
    if end is not None:
        yield end[0]


def _may_tell(paragraph: str) -> bool:
    """Whether the opening of a paragraph may tell a day; to find where it ends takes longer."""
    begin = paragraph[:_LONGEST]
    return any(sign in begin for sign in _SIGNS)


def told_by(paragraph: str, day: str) -> str:
    """The day from which the words of a further ``paragraph`` count: that of its own dateline (it
    is one of several reports, or quotes one), else ``day``, that of the article."""
    if not _may_tell(paragraph):
        return day
    try:
        own = told_in(opening_of(paragraph[:_LONGEST]), date.fromisoformat(day[:10]))
    except (UnclearDayError, ValueError):
        return day
    return own.isoformat() if own else day


def is_of_a_city_paper(opening: str) -> bool:
    """Whether the dateline of an ``opening`` is of a city paper itself (本报襄阳3月18日讯): some
    count 昨日 from the day of the paper all the same, agencies never."""
    return "日" in opening and _OF_A_CITY_PAPER.search(simplified(opening)) is not None


def told_in(opening: str, published: date) -> date | None:
    """The day that the ``opening`` of a paragraph tells (see `day_of_dateline`)."""
    if not any(sign in opening for sign in _SIGNS):
        return None
    return day_of_dateline(simplified(opening), published)
