"""The day of an article, by which a reader understands "last year" and a date without its year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from generator.content.article import Article
from generator.patterns import late_regex
from generator.summary import reference_day

# An article that changed so many days after its date may have words of either day.
_SOON = 3
_FIRST = "2000"
_YEAR = late_regex("(?<![0-9])(20[0-9]{2})年")
_LAST_OR_NEXT = {-1: "last year", 1: "next year"}


def day_of(article: Article) -> datetime.date | None:
    """The day for which ``article`` was written, as `stated_day`; None if it is unknown or older
    than the years that English leaves out, or if the article changed later."""
    stated = stated_day(article)
    if not stated or stated < _FIRST:
        return None
    day = datetime.date.fromisoformat(article.date[:10])
    updated = datetime.date.fromisoformat((article.updated or article.date)[:10])
    soon = abs((updated - day).days) <= _SOON
    return datetime.date.fromisoformat(stated[:10]) if soon else None


def stated_day(article: Article) -> str:
    """The day from which the words of ``article`` count (今天, 去年, "yesterday"): that of its
    dateline, else its date; empty if that is unknown or estimated, because the words may then be
    of another day or year."""
    lines = article.body.split("\n")
    return reference_day(lines, article.date, estimated=article.date_estimated)


def days_of_words(article: Article) -> tuple[str, str]:
    """`stated_day`, and the date of ``article``, which may be later; empty if estimated."""
    return stated_day(article), "" if article.date_estimated else article.date


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
