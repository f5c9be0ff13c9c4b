"""Words that mean the same to a reader: Taiwan's and the mainland's, a company in two languages.

They are taken into account when a query is read, not when texts are cut: the browser has the
table, and looks for the other word as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files

from generator.config import Topic
from generator.content.glossary import Glossary
from generator.search.fold import fold

_LONGEST = 8


@cache
def taiwan() -> Mapping[str, str]:
    """Taiwan's words, folded → the mainland's; made by ``generator.search.make_tables``."""
    text = files(__package__).joinpath("data/taiwan.txt").read_text("utf-8")
    rows = (row.partition(" ") for row in text.split("\n") if row)
    return {theirs: ours for theirs, _, ours in rows}


def replaced(text: str, table: Mapping[str, str]) -> str:
    """``text`` with the words of ``table`` replaced, from the left, the longest first."""
    made, at = "", 0
    while at < len(text):
        longest = min(_LONGEST, len(text) - at)
        sizes = (n for n in range(longest, 1, -1) if text[at : at + n] in table)
        size = next(sizes, 1)
        part = text[at : at + size]
        made += table.get(part, part)
        at += size
    return made


def names(glossary: Glossary, companies: Iterable[Iterable[str]] = ()) -> list[list[str]]:
    """The names of one thing, folded, Chinese and English, in order.

    Of the glossary, what is written with a capital letter in English: names and signs. Its other
    terms are found by the texts in either language.
    """
    rows = [
        (term.source, term.hant, term.english)
        for term in glossary.terms
        if any(letter.isupper() for letter in term.english)
    ]
    folded = (
        list(dict.fromkeys(form for name in row if (form := " ".join(fold(name).split()))))
        for row in (*rows, *companies)
    )
    return sorted(row for row in folded if len(row) > 1)


def topic_names(topics: Iterable[Topic], traditional: Callable[[str], str]) -> list[list[str]]:
    """The label of each topic, then its names, folded; ``traditional`` is how those without a
    Traditional name are written."""
    return [
        [
            f"#topic/{topic.slug}",
            *dict.fromkeys(
                " ".join(fold(name).split())
                for name in (
                    topic.name.hans,
                    topic.name.hant or traditional(topic.name.hans),
                    topic.name.en,
                )
                if name
            ),
        ]
        for topic in topics
    ]
