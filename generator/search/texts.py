"""The texts that are searched, and the files from which the browser shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.markup.nodes import plain_text
from generator.search.terms import number_of

FOLDER = "search/"


class Text(NamedTuple):
    """What is searched of an article in one edition: plain text, no line ends inside."""

    title: str
    summary: str
    lines: Sequence[str]

    @property
    def whole(self) -> str:
        """All of it, the title first, each part with a line end."""
        return "\n".join((self.title, self.summary, *self.lines, ""))


class ArticleTexts(msgspec.Struct, frozen=True):
    """All that search reads of one article.

    ``texts`` has the editions with a text of their own, Simplified always; ``labels`` are terms
    by which the filters find it (``#city/zhaoqing``), ``cities`` the codes of its cities.
    """

    texts: dict[Edition, Text]
    labels: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()


def text_of(title: str, summary: str, blocks: Iterable[str]) -> Text:
    """The text of an edition that has these HTML ``blocks``."""
    lines = [line for block in blocks for line in plain_text(block).split("\n") if line]
    return Text(" ".join(title.split("\n")), " ".join(summary.split("\n")), lines)


def text_names(slugs: Iterable[str], known: Mapping[str, int] | None = None) -> dict[str, int]:
    """Slug → a number of 32 bits, by which an article's texts are called.

    Four bytes name an article where the browser would have to be told ten times as many;
    the number stays the same when other articles come and go, unless two would share one.
    ``known`` has what `number_of` makes of some of the slugs.
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
    """Where an edition's text of an article is published."""
    return f"{FOLDER}text/{edition.lower()}/{name:08x}.json"


def text_file(
    slug: str,
    text: Text,
    date: str,
    day: str,
    lang: str,
    draft: str = "",
    at: str = "",
) -> bytes:
    """``text`` for the browser, with its date and the ``day`` in words; ``lang`` where it is not
    the edition's, and the word ``draft`` where it is one. ``at`` is where it lies, as seen from
    the search page, if it is no article; a page without a date has none."""
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
    )
