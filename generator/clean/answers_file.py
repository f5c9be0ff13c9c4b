"""The answers of an editor to an import, kept in a file beside the raw page.

The answers to ``page.html`` are in ``page.html.answers.yaml``, so that they are in git and other
editors have them too. An import of the page, by the desk or on the command line, applies them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.clean.choices import NO_CHOICES, Choice, Choices, as_kept, by_place
from generator.clean.importer import Answers, Imported, import_page
from generator.clean.raw_page import RawPage
from generator.clean.repair import Repaired
from generator.fields import Fields, parse, scalar
from generator.problem import DigestError, Report
from generator.reading import read_text

T = TypeVar("T")

ENDING = ".answers.yaml"
_NO_ANSWERS = Answers()
_TEXTS = ("title", "date", "source", "author", "url", "slug")


@dataclass(frozen=True)
class PageAnswers:
    """All answers of an editor for a page; fields without an answer are empty.

    ``article`` is the name of the article that was made from the page.
    """

    answers: Answers = _NO_ANSWERS
    choices: Choices = NO_CHOICES
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    article: str = ""

    def imported(
        self, page: RawPage, *, describe: bool, mended: Repaired | None = None
    ) -> Imported:
        """Call `import_page` with all these answers, and return the result."""
        made = import_page(page, self.answers, self.choices, describe=describe, mended=mended)
        return msgspec.structs.replace(made, named_cities=self.cities, topics=self.topics)


def answers_file(page: Path) -> Path:
    """Return the path of the answers to a page."""
    return page.with_name(page.name + ENDING)


def read_beside(page: Path) -> str:
    """Return the text of the answers beside a page; empty if there are none.

    Raises `DigestError` if they cannot be read.
    """
    file = answers_file(page)
    if not file.is_file():
        return ""
    report = Report()
    text = read_text(file, str(file), report)
    if text is None:
        raise DigestError(report.errors)
    return text


def read_answers(text: str, path: str) -> PageAnswers:
    """Parse the text of an answers file. Raises `DigestError` with every mistake at its line."""
    if not text.strip():
        return PageAnswers()
    report = Report()
    fields = parse(text, path, report)
    if fields is None:
        raise DigestError(report.errors)
    texts = {key: fields.text(key) for key in _TEXTS}
    kept, dropped = (_numbers(fields, key) for key in ("keep_lines", "remove_lines"))
    places = []
    for item, line in fields.items("repairs"):
        if isinstance(item, str):
            fields.error_at(line, "repairs", "each item must have at, before and after")
        else:
            places.append(_choice(item))
    cities, topics = (
        tuple(name for name, _ in fields.texts(key, names=True)) for key in ("cities", "topics")
    )
    choices = Choices(tuple(places), kept, dropped)
    found = PageAnswers(Answers(**texts), choices, cities, topics, fields.text("article"))
    fields.finish()
    if report.errors:
        raise DigestError(report.errors)
    return found


def _numbers(fields: Fields, key: str) -> frozenset[int]:
    found = [text for text, _ in fields.texts(key)]
    wrong = [one for one in found if not (one.isascii() and one.isdigit())]
    if wrong:
        fields.error(key, f'"{wrong[0]}" is not the number of a line')
    return frozenset(int(one) for one in found if one not in wrong)


def _choice(fields: Fields) -> Choice:
    at = fields.text("at", required=True)
    if at and not (at.isascii() and at.isdigit()):
        fields.error("at", f'"{at}" is not a number')
        at = "0"
    found = Choice(int(at or 0), fields.text("before", required=True), fields.text("after"))
    fields.finish()
    return found


def write_answers(page: str, said: PageAnswers) -> str:
    """Return the text of an answers file: equal answers give equal bytes."""
    lines = [f"# What an editor has decided about {page} (docs/import.md)"]
    for key in _TEXTS:
        value = getattr(said.answers, key)
        lines += [f"{key}: {scalar(value)}"] if value else []
    for key, names in (("cities", said.cities), ("topics", said.topics)):
        if names:
            lines += [f"{key}:", *(f"  - {scalar(name)}" for name in names)]
    for key, numbers in (
        ("keep_lines", said.choices.kept),
        ("remove_lines", said.choices.dropped),
    ):
        if numbers:
            lines.append(f"{key}: [{', '.join(map(str, sorted(numbers)))}]")
    if said.choices.places:
        lines.append("repairs:")
        for one in sorted(said.choices.places, key=lambda one: (one.at, one.before)):
            lines += [f"  - at: {one.at}", f"    before: {_quoted(one.before)}"]
            lines.append(f"    after: {_quoted(one.after)}")
    if said.article:
        lines.append(f"article: {scalar(said.article)}")
    return "\n".join(lines) + "\n"


def together(base: PageAnswers, mine: PageAnswers, theirs: PageAnswers) -> PageAnswers | None:
    """Merge the answers of two editors who both started from ``base``; return None if they changed
    the same thing differently."""
    merge = _Merge()
    answers = Answers(
        **{
            key: merge.one(*(getattr(said.answers, key) for said in (base, mine, theirs)))
            for key in _TEXTS
        }
    )
    before, ours, others = (by_place(said.choices) for said in (base, mine, theirs))
    wanted = {
        place: merge.one(before.get(place), ours.get(place), others.get(place))
        for place in sorted({*ours, *others})
    }
    kept, dropped = (
        _lines(*(getattr(said.choices, key) for said in (base, mine, theirs)))
        for key in ("kept", "dropped")
    )
    places = tuple(Choice(at, stood, after) for (at, stood), after in wanted.items() if after)
    found = PageAnswers(
        answers,
        Choices(places, kept, dropped),
        merge.one(base.cities, mine.cities, theirs.cities),
        merge.one(base.topics, mine.topics, theirs.topics),
        merge.one(base.article, mine.article, theirs.article),
    )
    return None if merge.disagree or kept & dropped else found


class _Merge:
    """A three-way merge of single values; ``disagree`` is set if both sides changed one
    differently."""

    def __init__(self) -> None:
        self.disagree = False

    def one(self, base: T, mine: T, theirs: T) -> T:
        """Return the value of the side that has changed it."""
        if mine == base:
            return theirs
        self.disagree |= theirs not in (base, mine)
        return mine


def _lines(base: frozenset[int], mine: frozenset[int], theirs: frozenset[int]) -> frozenset[int]:
    return (theirs | (mine - base)) - (base - mine)


def _quoted(text: str) -> str:
    return json.dumps(as_kept(text), ensure_ascii=False)
