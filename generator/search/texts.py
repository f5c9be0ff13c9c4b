"""The searched texts, and the text files from which the browser shows results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.markup.nodes import plain_text
from generator.search.terms import number_of

FOLDER = "search/"


class Text(NamedTuple):
    """The searched text of an article in one edition: plain text without line ends."""

    title: str
    summary: str
    lines: Sequence[str]

    @property
    def whole(self) -> str:
        """The whole text, the title first, with a line end after each part."""
        return "\n".join((self.title, self.summary, *self.lines, ""))


class ArticleTexts(msgspec.Struct, frozen=True):
    """The search input of one article.

    ``texts`` has the editions with a text of their own, always including Simplified Chinese;
    ``labels`` are the terms for filters (``#city/zhaoqing``), ``cities`` the codes of its cities,
    counties and zones.
    """

    texts: dict[Edition, Text]
    labels: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()


def text_of(title: str, summary: str, blocks: Iterable[str]) -> Text:
    """The searched text of an edition with these HTML ``blocks``."""
    lines = [line for block in blocks for line in plain_text(block).split("\n") if line]
    return Text(" ".join(title.split("\n")), " ".join(summary.split("\n")), lines)


def text_names(slugs: Iterable[str], known: Mapping[str, int] | None = None) -> dict[str, int]:
    """Slug → 32-bit number, which names an article's text files.

    The browser needs only four bytes for each article instead of a slug. A number does not depend
    on other articles, unless two would be the same. ``known`` has `number_of` of some slugs.
    """
    numbers = known or {}
    names: dict[str, int] = {}
    taken: set[int] = set()
    for slug in sorted(slugs):
        name = numbers[slug] if slug in numbers else number_of(slug)
        while name in taken:
            name = (name + 1) % (1 << 32)
        taken.add(name)
        names[slug] = name
    return names


def text_path(edition: Edition, name: int) -> str:
    """The path of the text file of an article in an edition; ``name`` is from `text_names`."""
    return f"{FOLDER}text/{edition.lower()}/{name:08x}.json"


def text_file(
    slug: str,
    text: Text,
    date: str,
    day: str,
    lang: str,
    draft: str = "",
    at: str = "",
    by: Sequence[str] = (),
    places: Sequence[str] = (),
) -> bytes:
    """The text file for the browser, as JSON.

    ``date`` is an ISO date and ``day`` its text; both are empty for a page without a date.
    ``lang`` is the language if it is not that of the edition, ``draft`` the label of a draft,
    ``at`` the address relative to the search page if it is not an article, ``by`` the names of the
    source and the authors, ``places`` those of cities to tell it apart by.
    """
    return msgspec.json.encode(
        {
            "slug": slug,
            "title": text.title,
            "summary": text.summary,
            "lines": list(text.lines),
            "date": date,
            "day": day,
            "lang": lang,
        }
        | ({"draft": draft} if draft else {})
        | ({"at": at} if at else {})
        | ({"by": list(by)} if by else {})
        | ({"places": list(places)} if places else {})
    )
