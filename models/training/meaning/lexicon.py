"""The tables of words made into one dictionary of forms, with what may stand in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.training.meaning import (
    adjectives,
    figures,
    measures,
    people,
    phrases,
    places,
    verbs,
    words,
)
from models.training.meaning.inflect import plural, verb

Forms = tuple[str, ...]  # of a verb by BASE …, of a noun singular and plural, else one


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a word or phrase: its family, and what the Chinese needs to have."""

    kind: str
    sort: str  # verb, noun, fixed; named: fixed, and altered within a name too
    slots: tuple[int, ...]
    others: tuple[tuple[Forms, ...], ...]
    cues: tuple[str, ...]
    before_figure: bool
    exact: str  # the word itself where it has a capital, else nothing


@dataclass(frozen=True)
class Lexicon:
    """Single words by themselves; phrases by their first word, the longest first."""

    words: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]
    verbs: dict[str, tuple[str, tuple[int, ...]]]
    nouns: frozenset[str]


_TABLES = (
    ("direction", "verb", verbs.DIRECTION),
    ("stage", "verb", verbs.STAGE),
    ("word", "verb", verbs.GENERAL),
    ("measure", "verb", verbs.MEASURE),
    ("word", "noun", words.NOUNS),
    ("word", "fixed", adjectives.ADJECTIVES),
    ("direction", "fixed", phrases.DIRECTION),
    ("stage", "fixed", phrases.STAGE),
    ("polarity", "fixed", phrases.POLARITY),
    ("measure", "fixed", measures.MEASURE),
    ("who", "fixed", people.WHO),
    ("who", "named", people.NAMED),
    ("scope", "fixed", measures.SCOPE),
    ("time", "fixed", measures.TIME),
    ("modality", "fixed", people.MODALITY),
    ("figure", "fixed", figures.UNITS),
    ("figure", "fixed", figures.NUMBERS),
    ("name", "named", places.FAMILIES),
    ("time", "named", places.CALENDAR),
)
_CLASS = re.compile(r"([^{}]*)(?:\{([^{}]*)\})?")


def _rows(table: str) -> list[list[tuple[list[str], tuple[str, ...]]]]:
    """The families of a table: each class with its words and its cues."""
    rows = []
    # A line that is set in goes on with the one before.
    for line in re.sub(r"\n +", " ", table).strip().splitlines():
        classes = []
        # A bar within braces divides cues.
        for part in re.split(r"\|(?![^{}]*\})", line):
            match = _CLASS.match(part.strip())
            assert match
            said = [word.strip() for word in match[1].split(",") if word.strip()]
            cues = tuple(cue for cue in (match[2] or "").split("|") if cue)
            classes.append((said, cues))
        rows.append(classes)
    return rows


def _forms(word: str, sort: str) -> Forms:
    if sort == "verb":
        return verb(word)
    if sort == "noun":
        return word, plural(word)
    return (word,)


@cache
def lexicon() -> Lexicon:
    """All tables; made once."""
    entries: dict[str, list[Entry]] = {}
    verb_forms: dict[str, tuple[str, tuple[int, ...]]] = {}
    nouns: set[str] = set()
    bases = set(verbs.COMMON.split())
    for kind, sort, table in _TABLES:
        for row in _rows(table):
            formed = [
                tuple(_forms(word.removesuffix(" #"), sort) for word in said) for said, _ in row
            ]
            for index, (said, cues) in enumerate(row):
                # In tables of fixed words only the first class is altered where it alone has
                # cues; in a row without any cue each class is.
                if not cues and any(cue for _, cue in row) and sort != "noun":
                    continue
                others = tuple(forms for place, forms in enumerate(formed) if place != index)
                if not any(others):
                    continue
                for word, forms in zip(said, formed[index], strict=True):
                    slots: dict[str, list[int]] = {}
                    for slot, form in enumerate(forms):
                        slots.setdefault(form, []).append(slot)
                    for form, where in slots.items():
                        exact = form if form != form.lower() else ""
                        figure = word.endswith(" #")
                        entry = Entry(kind, sort, tuple(where), others, cues, figure, exact)
                        entries.setdefault(form.lower(), []).append(entry)
                    if sort == "noun":
                        nouns.update(forms)
            if sort == "verb":
                bases.update(word for said, _ in row for word in said if " " not in word)
    for base in sorted(bases):
        slots = {}
        for slot, form in enumerate(verb(base)):
            slots.setdefault(form, []).append(slot)
        for form, where in slots.items():
            verb_forms.setdefault(form, (base, tuple(where)))
    single: dict[str, tuple[Entry, ...]] = {}
    several: dict[str, list[tuple[str, tuple[Entry, ...]]]] = {}
    for idiom in phrases.IDIOMS.replace("\n", " ").split(";"):
        entries.setdefault(idiom.strip().lower(), [])
    for form, found in entries.items():
        if " " in form or "." in form:
            first = re.split(r"[ .]", form)[0]
            several.setdefault(first, []).append((form, tuple(found)))
        else:
            single[form] = tuple(found)
    ordered = {
        first: tuple(sorted(found, key=lambda item: -len(item[0])))
        for first, found in several.items()
    }
    return Lexicon(single, ordered, verb_forms, frozenset(nouns))
