"""Translates whole articles. All their segments pass through the stage in one stream; the result is
Markdown with the same blocks, with flags on the blocks that failed a check."""

from __future__ import annotations

import datetime
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import msgspec

from generator.content.flags import SUMMARY, TITLE, UNVERIFIED, Flags
from generator.content.sidecar import Part, parts, with_flags
from generator.english.currencies import in_local_currency
from generator.english.namesakes import Namesake, told_apart
from generator.english.placing import headline, in_place
from generator.english.segments import Translation
from generator.markup.document import Document, read
from generator.problem import DigestError
from generator.segment import Segment, paragraph, phrases, segments
from generator.terms import Terms

Translate = Callable[[Iterable[str]], Iterator[Translation]]


class ToTranslate(msgspec.Struct, frozen=True):
    """An article to translate, in Simplified Chinese.

    ``summary`` is the editor's or the extracted one, ``body`` is Markdown, ``image`` has the
    description of the lead picture and its caption. ``slug`` names the article in messages, ``day``
    is the day of the article, None if unknown. ``home`` is the currency of its plain 元 if that is
    not the yuan, ``namesakes`` are cities in it that have one name in English.
    """

    slug: str
    title: str
    summary: str
    body: str
    image: tuple[str, ...] = ()
    day: datetime.date | None = None
    home: str = ""
    namesakes: tuple[Namesake, ...] = ()


class Flagged(msgspec.Struct, frozen=True):
    """A segment that failed a check. ``block`` counts from 1, or is `TITLE` or `SUMMARY`."""

    block: int
    source: str
    english: str
    reasons: tuple[str, ...]


class English(msgspec.Struct, frozen=True):
    """The English of an article. ``parts`` are one to one with those of the Chinese; ``flags`` are
    the doubts by block.

    ``complete`` is false if a segment has no English, because there is no engine or because it
    failed; ``failed`` then names the segment and the reason.
    """

    slug: str
    title: str
    summary: str
    parts: tuple[Part, ...]
    flags: Flags
    flagged: tuple[Flagged, ...]
    complete: bool
    failed: str = ""
    image: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The Markdown, with a comment before each flagged block."""
        return with_flags(self.parts, self.flags)


class _Passage(msgspec.Struct, frozen=True):
    """A run of prose: its segments, and the phrases with markup that are translated separately."""

    segments: tuple[Segment, ...]
    phrases: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        yield from (segment.text for segment in self.segments)
        yield from self.phrases


class _Plan(msgspec.Struct, frozen=True):
    """An article split into passages. ``prose`` has the passages of each piece of the document."""

    chinese: ToTranslate
    document: Document
    title: _Passage
    summary: _Passage
    prose: tuple[tuple[_Passage, ...], ...]
    image: tuple[_Passage, ...]

    def passages(self) -> Iterator[_Passage]:
        yield self.title
        yield self.summary
        yield from self.image
        for piece in self.prose:
            yield from piece


def english_of(
    articles: Iterable[ToTranslate], translate: Translate, terms: Terms
) -> Iterator[English]:
    """Translate ``articles``, in order.

    All segments pass through one call of ``translate``. Articles are read only when it asks for
    more segments, so memory does not grow with their number.
    """
    waiting: deque[_Plan] = deque()

    def stream() -> Iterator[str]:
        for chinese in articles:
            plan = _plan(chinese)
            waiting.append(plan)
            for passage in plan.passages():
                yield from passage.texts()

    answers = translate(stream())
    # The plan of an article is in ``waiting`` only after its first segment was requested.
    for first in answers:
        plan = waiting.popleft()
        yield _english(plan, _Answers(first, answers, plan.chinese, terms), terms)


def each_of(
    articles: Callable[[], Iterable[ToTranslate]],
    translate: Callable[[Iterable[ToTranslate]], Iterator[English]],
    failed: Callable[[ToTranslate, Exception], None],
) -> Iterator[English]:
    """Translate the articles in order, and skip those for which the translation raises.

    All articles pass through ``translate`` in one stream. If that raises, the remaining ones are
    translated one at a time, and ``failed`` is called for each article that raises again.
    `DigestError`, ``OSError`` and ``sqlite3.Error`` are not caught.
    """
    done = 0
    try:
        for english in translate(articles()):
            yield english
            done += 1
    except (DigestError, OSError, sqlite3.Error):
        raise
    except Exception:
        for chinese in islice(articles(), done, None):
            try:
                yield from translate([chinese])
            except (DigestError, OSError, sqlite3.Error):
                raise
            except Exception as error:
                failed(chinese, error)


def texts_of(chinese: ToTranslate) -> Iterator[str]:
    """Every segment of an article to translate, in order."""
    for passage in _plan(chinese).passages():
        yield from passage.texts()


def segment_count(chinese: ToTranslate) -> int:
    """The number of segments of an article."""
    return sum(len(passage.segments) for passage in _plan(chinese).passages())


class _Answers:
    """Takes translations in the order in which segments were requested; the first one is passed in.
    ``failed`` is the first translation that failed."""

    def __init__(
        self, first: Translation, rest: Iterator[Translation], chinese: ToTranslate, terms: Terms
    ) -> None:
        self._first: Translation | None = first
        self._rest, self._chinese, self._terms = rest, chinese, terms
        self.failed: Translation | None = None

    def take(self, before: str = "") -> Translation:
        """The next translation; ``before`` is what precedes its text in the paragraph. A
        translator's own words stay as they are."""
        first, self._first = self._first, None
        answer = first if first is not None else next(self._rest)
        if answer.failed and self.failed is None:
            self.failed = answer
        if answer.origin == "memory":
            return answer
        english = in_local_currency(answer.english, answer.source, before, self._chinese.home)
        flags = answer.flags
        if flags and english != answer.english:
            flags = self._flags(answer, english)
        english = told_apart(english, answer.source, self._chinese.namesakes)
        return msgspec.structs.replace(answer, english=english, flags=flags)

    def _flags(self, answer: Translation, english: str) -> tuple[str, ...]:
        """The flags of an answer whose yuan have become another currency: the checks have seen it
        as a segment of any article."""
        # Slow to import, and seldom needed.
        from generator.english.checks import check_figures
        from generator.figures import NEW_TAIWAN

        home = self._chinese.home or NEW_TAIWAN
        seen = check_figures(answer.source, answer.english, self._terms)
        now = check_figures(answer.source, english, self._terms, home=home)
        return (*now, *(flag for flag in answer.flags if flag not in seen))


def _plan(chinese: ToTranslate) -> _Plan:
    document = read(chinese.body, prose=True)
    prose = tuple(
        tuple(_passage(passage.text) for passage in piece.passages) for piece in document.pieces
    )
    title, summary = _passage(chinese.title), _passage(chinese.summary)
    image = tuple(map(_passage, chinese.image))
    return _Plan(chinese, document, title, summary, prose, image)


def _passage(text: str) -> _Passage:
    cut = tuple(segments(text))
    return _Passage(cut, tuple(phrases(cut)))


def _english(plan: _Plan, answers: _Answers, terms: Terms) -> English:
    flagged: list[Flagged] = []
    title, done = _said(plan.title, answers, terms, TITLE, flagged)
    summary, summed = _said(plan.summary, answers, terms, SUMMARY, flagged)
    complete = done and summed
    image = []
    for passage in plan.image:
        doubts: list[Flagged] = []
        said, done = _said(passage, answers, terms, TITLE, doubts)
        # The flag stands in the text itself: an image text has no block that could carry it.
        image.append(f"{said} {UNVERIFIED}" if doubts else said)
        complete = complete and done
    document = plan.document
    texts: list[str] = []
    for piece, prose in zip(document.pieces, plan.prose, strict=True):
        number = piece.numbers[0] if piece.numbers else len(document.blocks)
        english = []
        for passage in prose:
            said, done = _said(passage, answers, terms, number, flagged)
            english.append(said)
            complete = complete and done
        source = document.source(piece)
        text = in_place(source, piece.passages, english)
        if text is None:
            reason = "its English would change the structure of the Markdown"
            flagged.append(Flagged(number, source, " ".join(english), (reason,)))
        texts.append(source if text is None else text)
    made = tuple(parts(document, texts))
    flags: dict[int, tuple[str, ...]] = {}
    for flag in flagged:
        flags[flag.block] = (*flags.get(flag.block, ()), *flag.reasons)
    name = plan.chinese.slug
    failed = f"“{answers.failed.source}”: {answers.failed.failed}" if answers.failed else ""
    return English(
        name,
        headline(title),
        summary,
        made,
        flags,
        tuple(flagged),
        complete,
        failed,
        tuple(image),
    )


def _said(
    passage: _Passage, answers: _Answers, terms: Terms, number: int, flagged: list[Flagged]
) -> tuple[str, bool]:
    """The English of a passage, and whether every segment has some."""
    found, before = [], ""
    for segment in passage.segments:
        found.append(answers.take(before))
        before += segment.text
    beside = {
        phrase: answers.take(before.partition(phrase)[0]).english for phrase in passage.phrases
    }
    for answer in found:
        if answer.flags:
            flagged.append(Flagged(number, answer.source, answer.english, answer.flags))
    text = paragraph(passage.segments, [answer.english for answer in found], beside, terms)
    return text, all(answer.origin != "none" for answer in found)
