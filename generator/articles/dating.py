"""The day of an article, by which a reader understands "last year" and a date without its year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from generator.content.article import Article
from generator.patterns import late_regex

# An article that changed so many days after its date may have words of either day.
_SOON = 3
_FIRST = "2000"
_YEAR = late_regex("(?<![0-9])(20[0-9]{2})年")
_LAST_OR_NEXT = {-1: "last year", 1: "next year"}


def day_of(article: Article) -> datetime.date | None:
    """The day for which ``article`` was written; None if its date is wrong, estimated or older
    than the years that English leaves out, or if the article changed later."""
    if article.date_estimated or article.date < _FIRST:
        return None
    day = datetime.date.fromisoformat(article.date[:10])
    updated = datetime.date.fromisoformat((article.updated or article.date)[:10])
    return day if abs((updated - day).days) <= _SOON else None


def stated_day(article: Article) -> str:
    """The date of ``article`` for relative time in its summary (今年, "yesterday"); empty if it is
    estimated, because the words may then be of another day or year."""
    return "" if article.date_estimated else article.date


def day_for(day: datetime.date | None, chinese: str, before: Iterable[str]) -> datetime.date | None:
    """The ``day`` of an article as far as it tells what the English of ``chinese`` means: None if
    the English ``before`` it has told the year that ``chinese`` names, and need not repeat it."""
    if day is None:
        return None
    years = {int(found) for found in _YEAR.findall(chinese)} - {day.year}
    if not years:
        return day
    words = [str(year) for year in years]
    words += [_LAST_OR_NEXT[y - day.year] for y in years if y - day.year in _LAST_OR_NEXT]
    told = re.compile("|".join(words), re.IGNORECASE)
    return None if any(told.search(text) for text in before) else day
