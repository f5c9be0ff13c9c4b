"""The title, date, source and author beside the text of an article in the values of a script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from generator.clean.dates import day_in
from generator.clean.outlets import outlet_in
from generator.clean.people import is_name
from generator.clean.web.escapes import sound
from generator.patterns import late_regex

_TITLES = ("title", "headline", "header", "subject", "topic", "name")
_NO_TITLE = late_regex(
    r"sub|short|origin|seo|share|author|media|column|channel|site|node|user|nick|nav|page|category"
)
_DAYS = late_regex(
    r"^(?:(?:article|news|first|content)?(?:pub|publish|published|release|issue|post|show|display|online)"
    r"(?:ed)?(?:time|date|at|on|timestamp|ts|datetime|datestr|timestr)?(?:str|format|ms)?"
    r"|datepublished|(?:news|input|send)(?:time|date)|[cp]time|ct|date|time|(?:create|created|add)(?:time|date|at))$"
)
_LATER = late_regex(r"^(?:create|created|add|[c]time|ct|date|time)")
_SOURCES = late_regex(
    r"^(?:(?:article|news|info|content|doc)?source(?:name)?|media(?:name)?|copyfrom|origin(?:name)?|(?:cp|chl|account)name"
    r"|catesource|publisher|mediainfo|nickname|cardname|comefrom|laiyuan)$"
)
_AUTHORS = late_regex(
    r"^(?:(?:news|article|content)?(?:author|writer|reporter|byline|authors)(?:name|s)?|zuozhe|creator)$"
)
_LABEL = late_regex(r"^(?:记者|作者|撰文|文|采写)\s*[:：/|丨｜]?\s*")
_REPORTER = late_regex(
    r"^[\u4e00-\u9fffA-Za-z+·]{0,12}?(?:首席|见习|实习|特约)?(?:记者|编辑|作者)\s*[:：|丨｜]?\s*"
)
_CHINA = timezone(timedelta(hours=8))
_FAR = 4  # how many of the objects around the text are searched
_LONGEST = 90


@dataclass(frozen=True)
class Near:
    """The details found beside an article; empty if there are none. ``agrees`` says that the page's
    ``<title>`` contains the title."""

    title: str = ""
    day: str = ""
    source: str = ""
    author: str = ""
    agrees: bool = False

    def with_more(self, others: Iterable[Near]) -> Near:
        """Return a copy with empty fields filled from other objects that describe the same
        article."""
        found = self
        for other in others:
            found = replace(
                found,
                title=found.title or other.title,
                day=found.day or other.day,
                source=found.source or other.source,
                author=found.author or other.author,
            )
        return found


def beside(around: Sequence[Any], document: str) -> Near:
    """Return the details of a text in the objects ``around`` it; the closest have priority.

    ``document`` is the page's ``<title>``.
    """
    title = day = later = source = author = account = ""
    for one in list(reversed(around))[:_FAR]:
        if not isinstance(one, dict):
            continue
        title = title or _title(one, document)
        for key, value in _texts(one):
            plain = _key(key)
            if _DAYS.match(plain):
                told = parsed_day(value)
                if _LATER.match(plain):
                    later = later or told
                else:
                    day = day or told
            elif _SOURCES.match(plain) and isinstance(value, str):
                source = source or outlet_in(value)
            elif _AUTHORS.match(plain) and isinstance(value, str):
                names = _people(value)
                author = author or names
                account = account or ("" if names else outlet_in(value))
    title, source, author = sound(title), sound(source), sound(author)
    agrees = bool(title) and _agree(title, document)
    return Near(title, day or later, source or account, author, agrees)


def parsed_day(value: Any) -> str:
    """Return a date in ISO 8601 in China's time zone, from a text or a Unix time in seconds or
    milliseconds; empty if there is none."""
    if isinstance(value, bool):
        return ""
    text = str(value).strip()
    if re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) == 13 else 1)
        return datetime.fromtimestamp(seconds, _CHINA).date().isoformat()
    if re.fullmatch(r"(?:19|20)\d{12}|(?:19|20)\d{6}", text):
        return day_in(f"{text[:4]}-{text[4:6]}-{text[6:8]}")
    zoned = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$", text)
    if zoned:
        try:
            return datetime.fromisoformat(text).astimezone(_CHINA).date().isoformat()
        except (ValueError, OverflowError):  # 0001-01-01 stands for none
            return ""
    return day_in(text) if len(text) < 40 else ""


def _texts(one: dict[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each key with its value; an object or a list of objects is replaced by their names."""
    for key, value in one.items():
        if isinstance(value, str | int | float):
            yield str(key), value
            continue
        inner = value if isinstance(value, list) else [value]
        names = [
            name for item in inner[:4] if (name := item if isinstance(item, str) else _named(item))
        ]
        if names:
            yield str(key), "、".join(names)


def _named(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    for key in ("name", "nickname", "nickName", "userName", "authorName", "mediaName"):
        if isinstance(item.get(key), str):
            return str(item[key])
    return ""


def _title(one: dict[Any, Any], document: str) -> str:
    """Return the title among the values of an object."""
    best, most = "", 0
    for key, value in one.items():
        if not isinstance(value, str) or not 4 <= len(value.strip()) <= _LONGEST:
            continue
        plain, text = _key(str(key)), value.strip()
        end = next((place for place, name in enumerate(_TITLES) if plain.endswith(name)), -1)
        if end < 0 or not re.search("[\u4e00-\u9fff]{2}", text) or "<" in text:
            continue
        agrees = _agree(text, document)
        exact = plain == _TITLES[end]
        if _NO_TITLE.search(plain) or (_TITLES[end] == "name" and not (exact and agrees)):
            continue
        worth = 20 * agrees + 10 * exact + len(_TITLES) - end
        if worth > most:
            best, most = text, worth
    return best


def _people(text: str) -> str:
    """Return the names in a text that only consists of names of people, else an empty string."""
    plain = _REPORTER.sub("", _LABEL.sub("", text.strip()))
    names = [part for part in re.split(r"[\s、,，/;；]+", plain) if part]
    return "、".join(names) if names and all(map(is_name, names)) else ""


def _agree(title: str, document: str) -> bool:
    first, second = (re.sub(r"[\W_]+", "", text) for text in (title, document))
    return len(first) >= 4 and len(second) >= 4 and (first in second or second in first)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()
