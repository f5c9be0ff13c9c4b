"""Words with the same meaning: Taiwan's and the mainland's words, names in two languages.

They are applied to queries, not to texts: the browser has the table and searches for the other
word too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from generator.config import Topic
from generator.content.glossary import Glossary
from generator.search.fold import fold
from generator.search.terms import number_of, step

_LONGEST = 8
_BITS_EACH = 6


@cache
def taiwan() -> tuple[tuple[str, str], ...]:
    """Pairs of Taiwan's word and the mainland's, both folded; made by
    ``generator.search.make_tables``. A word may have several others (記憶體: 内存, 存储器)."""
    text = files(__package__).joinpath("data/taiwan.txt").read_text("utf-8")
    rows = (row.partition(" ") for row in text.split("\n") if row)
    return tuple((theirs, ours) for theirs, _, ours in rows)


@cache
def spelled() -> bytes:
    """Rows of a company's name in pinyin and in Chinese; fetched where a word finds nothing."""
    return files(__package__).joinpath("data/spelled.txt").read_bytes()


@cache
def ordinary() -> bytes:
    """A Bloom filter of the stems of ordinary English words, which are no slips of others.

    A stem's bits are ``step`` of its number with 1 to `_BITS_EACH`, modulo the number of bits.
    About one word in a hundred that is not ordinary passes for one.
    """
    words = files(__package__).joinpath("data/ordinary.txt").read_text("utf-8").split()
    bits = bytearray(len(words) * 10 // 8)
    for number in map(number_of, words):
        for turn in range(1, _BITS_EACH + 1):
            bit = step(number, turn) % (len(bits) * 8)
            bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def others(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The first words of ``pairs``, each with its second words."""
    made: dict[str, list[str]] = {}
    for one, other in pairs:
        made.setdefault(one, []).append(other)
    return made


def replaced(text: str, table: Mapping[str, Sequence[str]]) -> list[str]:
    """``text`` with the words of ``table`` replaced from left to right, the longest match first:
    as many texts as a word of it has others."""
    made, at = [""], 0
    while at < len(text):
        longest = min(_LONGEST, len(text) - at)
        sizes = (n for n in range(longest, 1, -1) if text[at : at + n] in table)
        size = next(sizes, 1)
        part = text[at : at + size]
        found = table.get(part, (part,))
        made += made[:1] * (len(found) - len(made))
        made = [one + found[min(n, len(found) - 1)] for n, one in enumerate(made)]
        at += size
    return made


def scripts(glossary: Glossary) -> list[tuple[str, str]]:
    """Pairs of the Traditional form of a term and its Simplified one, folded, where an editor has
    given another word than the same in the other script."""
    pairs = ((fold(term.hant).strip(), fold(term.source).strip()) for term in glossary.terms)
    return sorted({pair for pair in pairs if pair[0] != pair[1] and min(map(len, pair)) > 1})


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
