"""Words with the same meaning: Taiwan's and the mainland's words, names in two languages.

They are applied to queries, not to texts: the browser has the table and searches for the other
word too.
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
    """Taiwan's word → the mainland's, both folded; made by ``generator.search.make_tables``."""
    text = files(__package__).joinpath("data/taiwan.txt").read_text("utf-8")
    rows = (row.partition(" ") for row in text.split("\n") if row)
    return {theirs: ours for theirs, _, ours in rows}


def replaced(text: str, table: Mapping[str, str]) -> str:
    """``text`` with the words of ``table`` replaced from left to right; the longest match wins."""
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
    """Sorted rows of names of the same thing, folded, in Chinese and English.

    Of the glossary, only terms with a capital letter in English are taken: names and abbreviations.
    Its other terms occur in the texts of both languages anyway.
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


def other_terms(glossary: Glossary, known: Iterable[Iterable[str]]) -> list[str]:
    """The Chinese terms of the glossary, folded and sorted, without the names ``known``."""
    there = {name for row in known for name in row}
    forms = (fold(form).strip() for term in glossary.terms for form in (term.source, term.hant))
    return sorted({form for form in forms if len(form) > 1 and form not in there})


def topic_names(topics: Iterable[Topic], traditional: Callable[[str], str]) -> list[list[str]]:
    """A row for each topic: its label, then its folded names.

    ``traditional`` converts the Simplified name of a topic without a Traditional one.
    """
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
