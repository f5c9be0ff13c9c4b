"""The whole import of a page: repair, cleaning and description in Simplified, and the characters
of the author again (`as_written`).

``import_page`` turns the text of a page into an ``Imported`` article; ``questions`` asks for what
is missing in it. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from generator.clean.article_lines import article_lines
from generator.clean.as_written import AsWritten
from generator.clean.bylines import day_of_dateline, note_dateline
from generator.clean.choices import BY_EDITOR, NO_CHOICES, Choices, decided
from generator.clean.dates import Day, settle
from generator.clean.description import BYLINE, NAMED, SITE, Candidate, Description
from generator.clean.english_text import english_text
from generator.clean.head_names import ACCOUNT_NAME, WORD, kind_of_word
from generator.clean.head_notes import named_in
from generator.clean.line_classifier import Image, Line, Removed, Sorted, classify_lines
from generator.clean.paging import PagePart, part_of
from generator.clean.paragraphs import Paragraph, paragraphs_of, without_bullet
from generator.clean.people import people_in
from generator.clean.punctuation import restore
from generator.clean.raw_page import RawPage
from generator.clean.real_traditional import is_real_traditional
from generator.clean.repair import Repair, Repaired, Unrepaired, repair
from generator.clean.simplified import is_mostly_traditional, to_simplified
from generator.clean.titles import TITLE
from generator.content.source import Source
from generator.markup.escape import escaped
from generator.patterns import late_regex
from generator.script import is_english

# Remarks of a site after the title: pictures, a video, the number of the page.
_MARK = late_regex(
    r"\s*(?:[(（\[【]\s*(?:组图|多图|附图|图|图文|高清|高清组图|视频|附视频|附全文|全文|原创|转载|[1-9]\d?)\s*[)）\]】]\s*)+$"
)
NONE = "-"  # the answer that there is no author, no address
# Reasons for removal that only a page of a printed paper has; such a page has a date.
_PRINTED = ("newspaper", "turn of page")
_SUMMARY = 120


@dataclass(frozen=True)
class Answers:
    """The answers of an editor about a page; empty if there is none."""

    title: str = ""
    date: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    slug: str = ""


class City(msgspec.Struct, frozen=True):
    """A city that the article is about: six-digit code, short name, score between 0 and 1."""

    code: str
    name: str
    score: float


class Imported(msgspec.Struct, frozen=True):
    """An imported article, as ``digest import --format json`` prints it.

    ``body`` is Markdown with blank lines between paragraphs, in Simplified characters, or in those
    of its author if ``lang`` says ``zh-Hant`` (only given then). ``part`` is given if the page has
    only a part of the article. ``at`` in repairs is an offset in
    the raw page; ``line`` in removals is one of its lines, from 1. ``dates`` are the candidates if
    the date is not certain.
    """

    file: str
    title: str
    date: str
    source: Source
    cities: tuple[City, ...]
    body: str
    summary: str
    credits: tuple[str, ...]
    images: tuple[Image, ...]
    repairs: tuple[Repair, ...]
    unrepaired: tuple[Unrepaired, ...]
    removed: tuple[Removed, ...]
    encoding: str
    dates: tuple[Day, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    slug: str = ""
    named_cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    lang: Literal["zh-Hant"] | msgspec.UnsetType = msgspec.UNSET
    part: PagePart | msgspec.UnsetType = msgspec.UNSET


def import_page(
    page: RawPage,
    answers: Answers = Answers(),
    choices: Choices = NO_CHOICES,
    *,
    describe: bool = True,
    mended: Repaired | None = None,
) -> Imported:
    """Repair, clean and describe a page; ``describe=False`` leaves out cities and summary.

    ``choices`` are an editor's decisions about places and lines. ``mended`` is the repaired text of
    the page, if the caller has it already.
    """
    mended = decided(page.text, mended or repair(page.text), choices)
    (result, removed, (title, lines, offered)), written = _read(page, mended, choices)
    found = result.found
    parts = [one for one in result.removed if one.line not in page.outline.reasons]
    if not page.outline.is_of_a_page and is_english(mended.text):
        title, paragraphs = english_text(mended.text, page.title)
    else:
        paragraphs = [replace(p, text=restore(p.text)) for p in paragraphs_of(_restored(lines))]
    texts = _prose(paragraphs)
    for paragraph in (*texts[:2], *texts[-2:]):
        found.line = paragraph.line
        note_dateline(paragraph.text, found)
    found.line = 0
    _note_markup(page, found)
    opening = day_of_dateline(texts[0].text) if texts and not found.days else ""
    date, dates = settle(
        found.days,
        page.date,
        "".join(paragraph.text for paragraph in texts),
        issue=page.issue or any(one.why in _PRINTED for one in parts),
        address=page.day_in_address or found.signed or opening,
    )
    raw_title = title
    title = restore(_MARK.sub("", title).rstrip() or title)
    whole = "\n".join([answers.title or title, *(paragraph.text for paragraph in paragraphs)])
    publisher = found.source()[1]
    shown = written.paragraphs(paragraphs, lines) if written else paragraphs
    said = written.value if written else _unchanged
    return Imported(
        file=page.name,
        title=answers.title or said(title),
        date=answers.date or date,
        source=Source(
            answers.source or said(publisher),
            _said(answers.author, said(found.author)),
            _said(answers.url, page.url),
        ),
        cities=_cities(whole, answers.source or publisher) if describe else (),
        body="\n\n".join(map(_markdown, shown)),
        summary=_summary(one.text for one in _prose(shown)) if describe else "",
        credits=tuple(dict.fromkeys(said(restore(credit)) for credit in found.credits)),
        images=tuple(Image(one.url, said(one.caption)) for one in result.images),
        repairs=mended.repairs,
        unrepaired=mended.unrepaired,
        removed=tuple(
            sorted(written.removed(removed) if written else removed, key=lambda one: one.line)
        ),
        encoding=page.encoding,
        dates=() if answers.date else dates,
        candidates=tuple(
            msgspec.structs.replace(one, value=said(one.value, one.line))
            for one in _candidates(page, found, offered)
        ),
        slug=answers.slug,
        lang="zh-Hant" if written else msgspec.UNSET,
        part=part_of(lines, removed, (page.document, raw_title)) or msgspec.UNSET,
    )


_Article = tuple[str, list[Line], list[Candidate]]
_Chosen = tuple[Sorted, list[Removed], _Article]


def _read(page: RawPage, mended: Repaired, choices: Choices) -> tuple[_Chosen, AsWritten | None]:
    """Return what the rules find in the Simplified text of a page, and for an article in real
    Traditional the page as it was written."""
    damaged = any(one.how != BY_EDITOR for one in mended.repairs)
    simple = replace(page, title=to_simplified(page.title))
    simplified = to_simplified(mended.text)
    chosen = _chosen(simple, simplified, choices)
    if simplified == mended.text:
        return chosen, None
    markup = (page.title, page.named_source, page.source, page.site, page.author)
    written = AsWritten(mended.text, simplified, markup)
    if not is_real_traditional(*written.of(chosen[2][1]), damaged=damaged):
        return chosen, None
    if not is_mostly_traditional(mended.text):
        # Lines of the page around it are Simplified, so its short lines were not converted.
        simplified = to_simplified(mended.text, around="zh-Hant")
        chosen = _chosen(simple, simplified, choices)
        written = AsWritten(mended.text, simplified, markup)
    return chosen, written


def _chosen(page: RawPage, simplified: str, choices: Choices) -> _Chosen:
    """Return the sorted lines of a page, all that is removed, and title, lines and titles.

    A line that an editor takes out is taken out last, so that the rules decide about its neighbours
    as before; only another title is looked for without the line that was the title.
    """
    apart: frozenset[int] = frozenset()
    while True:
        result, removed, article = _sorted(page, simplified, replace(choices, dropped=apart))
        titled = choices.dropped & {one.line for one in removed if one.why == TITLE}
        if titled <= apart:
            break
        apart |= titled
    title, lines, offered = article
    gone = [line for line in lines if line.number in choices.dropped]
    removed += [Removed(line.number, line.text, BY_EDITOR) for line in gone]
    offered = [one for one in offered if one.line not in choices.dropped]
    return result, removed, (title, [line for line in lines if line not in gone], offered)


def _sorted(page: RawPage, simplified: str, choices: Choices) -> _Chosen:
    result = classify_lines(simplified, page.outline, choices)
    removed = list(result.removed)
    parts = [one for one in removed if one.line not in page.outline.reasons]
    return result, removed, article_lines(page, result, parts, removed, choices.kept)


def _prose(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [one for one in paragraphs if not one.level and not one.rows]


def _unchanged(text: str, line: int = 0) -> str:
    return text


def _said(answer: str, found: str) -> str:
    """Return the answer of an editor (empty for `NONE`), or without one what was found."""
    return "" if answer == NONE else answer or found


def _candidates(
    page: RawPage, found: Description, titles: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Return all values that the page offers; each once, at the place where a reader sees it
    best."""
    days = sorted(found.days, key=lambda day: -day.rank)
    every = [*titles, *(Candidate("date", day.day, day.line) for day in days), *found.candidates]
    every += [Candidate(key, value, 0) for key, value in (("date", page.date), ("url", page.url))]
    best: dict[tuple[str, str], Candidate] = {}
    for one in every:
        key = (one.field, one.value)
        if one.value and (key not in best or (one.line and not best[key].line)):
            best[key] = one
    return tuple(best.values())


def _note_markup(page: RawPage, found: Description) -> None:
    """Add what the markup says, with a lower rank than visible text."""
    named = named_in(to_simplified(page.named_source))
    # An account of no paper or office passes on texts: whom it names below the text has priority.
    found.note_source(named, BYLINE if kind_of_word(named) in (ACCOUNT_NAME, WORD) else NAMED)
    found.note_source(to_simplified(page.source), SITE + 1)
    found.note_source(to_simplified(page.site), SITE)
    people = people_in(to_simplified(page.author)) if page.author else None
    if people:
        found.note("author", people[0])
    if not found.author:
        found.note("author", found.helpers)


def _restored(lines: list[Line]) -> list[Line]:
    """Return the lines with full-width punctuation, which shows better where a paragraph ends."""
    return [replace(line, text=restore(line.text)) for line in lines]


def _markdown(paragraph: Paragraph) -> str:
    """Return a paragraph as Markdown that displays exactly its text; a table becomes a table."""
    if paragraph.rows:
        head, *rows = (f"| {' | '.join(map(escaped, row))} |" for row in paragraph.rows)
        return "\n".join([head, "|" + " --- |" * len(paragraph.rows[0]), *rows])
    if paragraph.item:
        return f"- {escaped(without_bullet(paragraph.text))}"
    return escaped(paragraph.text, paragraph.level)


# Imported late: gazetteer and summary are slow to load, and are not needed for a page that is
# only written.


def _cities(text: str, source_name: str) -> tuple[City, ...]:
    """Return the cities that ``text`` is about, the most likely first."""
    from generator.gazetteer import detect

    return tuple(
        City(match.code, match.name, match.score)
        for match in detect(text, source_name=source_name)
        if match.subject
    )


def _summary(paragraphs: Iterable[str]) -> str:
    """Return full sentences from the beginning of the text."""
    from generator.summary import extract

    return extract([*paragraphs], _SUMMARY).text
