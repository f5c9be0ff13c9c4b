"""The texts that are searched, and the files from which the browser shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from generator.config import Edition
from generator.library.article import Body, Head
from generator.markup.nodes import plain
from generator.render import dates
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


def text_of(head: Head, body: Body, edition: Edition) -> Text:
    """The text that ``edition`` shows of an article."""
    lines = [line for block in body.of(edition) for line in plain(block).split("\n") if line]
    return Text(" ".join(head.title.split("\n")), " ".join(head.summary.split("\n")), lines)


def text_names(slugs: Iterable[str]) -> dict[str, int]:
    """Slug → a number of 32 bits, by which an article's texts are called.

    Four bytes name an article where the browser would have to be told ten times as many;
    the number stays the same when other articles come and go, unless two would share one.
    """
    names: dict[str, int] = {}
    taken: set[int] = set()
    for slug in sorted(slugs):
        name = number_of(slug)
        while name in taken:
            name = (name + 1) % (1 << 32)
        taken.add(name)
        names[slug] = name
    return names


def text_path(edition: Edition, name: int) -> str:
    """Where an edition's text of an article is published."""
    return f"{FOLDER}text/{edition.lower()}/{name:08x}.json"


def text_file(slug: str, text: Text, date: str, edition: Edition, lang: str) -> bytes:
    """``text`` for the browser, with its date; ``lang`` where it is not the edition's."""
    return msgspec.json.encode(
        {
            "slug": slug,
            "title": text.title,
            "summary": text.summary,
            "lines": list(text.lines),
            "date": date,
            "day": dates.long_date(date, edition),
            "lang": lang,
        }
    )
