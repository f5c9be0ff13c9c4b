"""English for whole articles: their segments go to the stage in one stream, and come back
as Markdown with the same blocks, flags before what the checks were not content with."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from generator.content.flags import SUMMARY, TITLE, UNVERIFIED, Flags
from generator.content.sidecar import Part, parts, with_flags
from generator.english.segments import Translation
from generator.markup.document import Document, read
from generator.markup.passages import Passage
from generator.patterns import late_regex
from generator.problem import DigestError
from generator.segment import Segment, paragraph, phrases, segments
from generator.terms import Terms

Translate = Callable[[Iterable[str]], Iterator[Translation]]


class ToTranslate(msgspec.Struct, frozen=True):
    """What is to be translated, in Simplified: ``summary`` is the editor's or the extracted
    one, ``body`` Markdown, ``image`` what the lead picture shows and its caption. ``slug`` names
    it in messages."""

    slug: str
    title: str
    summary: str
    body: str
    image: tuple[str, ...] = ()


class Flagged(msgspec.Struct, frozen=True):
    """A segment that a check was not content with: ``block`` counts from 1, or is `TITLE` or
    `SUMMARY`."""

    block: int
    source: str
    english: str
    reasons: tuple[str, ...]


class English(msgspec.Struct, frozen=True):
    """The English of an article; ``parts`` are those of its Chinese, one for one, ``flags``
    what is doubtful, by block.

    ``complete`` is false where a segment has no English, for want of an engine or because it
    ``failed``: that says at what, and why.
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
    """A run of prose: its segments, and the marked words that are translated beside them."""

    segments: tuple[Segment, ...]
    phrases: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        yield from (segment.text for segment in self.segments)
        yield from self.phrases


class _Plan(msgspec.Struct, frozen=True):
    """``prose`` has the passages of each piece of the document."""

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
    """The English of each article, in order.

    All segments go through one call of ``translate``; articles are read as it asks for more,
    so memory does not grow with their number.
    """
    waiting: deque[_Plan] = deque()

    def stream() -> Iterator[str]:
        for chinese in articles:
            plan = _plan(chinese)
            waiting.append(plan)
            for passage in plan.passages():
                yield from passage.texts()

    answers = translate(stream())
    # The first answer of an article is asked for before its plan is known to be there.
    for first in answers:
        plan = waiting.popleft()
        yield _english(plan, _Answers(first, answers), terms)


def each_of(
    articles: Callable[[], Iterable[ToTranslate]],
    translate: Callable[[Iterable[ToTranslate]], Iterator[English]],
    failed: Callable[[ToTranslate, Exception], None],
) -> Iterator[English]:
    """The English of each article, in order, but of those at which the program fails.

    All go through ``translate`` in one stream; if that fails, the rest go one by one, so that
    ``failed`` can be told of the article.
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
    """Every segment of an article that is asked for, in order."""
    for passage in _plan(chinese).passages():
        yield from passage.texts()


def segment_count(chinese: ToTranslate) -> int:
    """How many segments an article has."""
    return sum(len(passage.segments) for passage in _plan(chinese).passages())


class _Answers:
    """Answers in the order of the questions, the first of them already at hand; ``failed`` is
    the first that there is none for."""

    def __init__(self, first: Translation, rest: Iterator[Translation]) -> None:
        self._first: Translation | None = first
        self._rest = rest
        self.failed: Translation | None = None

    def take(self) -> Translation:
        first, self._first = self._first, None
        answer = first if first is not None else next(self._rest)
        if answer.failed and self.failed is None:
            self.failed = answer
        return answer


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
        # A doubt stands beside the words themselves: they have no block that could have it.
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
            reason = "its English cannot stand in the place of the Chinese"
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
    """The English of a passage, and whether there is some for every segment."""
    found = [answers.take() for _ in passage.segments]
    beside = {phrase: answers.take().english for phrase in passage.phrases}
    for answer in found:
        if answer.flags:
            flagged.append(Flagged(number, answer.source, answer.english, answer.flags))
    text = paragraph(passage.segments, [answer.english for answer in found], beside, terms)
    return text, all(answer.origin != "none" for answer in found)


# A paragraph that begins so, on one line and without HTML, is a paragraph.
_PLAIN = late_regex(r"[A-Za-z“‘][^\n<]*\Z")
_ESCAPED = late_regex(r"\\(?=[\\`*_{}\[\]()>#+.!~|-])")


def in_place(source: str, passages: Sequence[Passage], english: Sequence[str]) -> str | None:
    """A piece of Markdown with its passages in English, or ``None`` if that would be another
    kind of block, or several: then a sidecar would not align."""
    if not passages:
        return source
    made: list[str] = []
    at = 0
    for passage, said in zip(passages, english, strict=True):
        if passage.kind == "heading":
            said = headline(said)
        elif passage.kind == "cell":
            said = said.replace("|", "\\|").replace("\n", " ")
        elif passage.kind == "html":
            said = _ESCAPED.sub("", said)
        made += [source[at : passage.start], said]
        at = passage.end
    text = "".join([*made, source[at:]])
    if len(passages) == 1 and made[0] == source[at:] == "" and _PLAIN.match(text):
        return text
    return text if _shape(text) == _shape(source) else None


def _shape(text: str) -> list[str]:
    """The kinds of the blocks that a text makes, and of what is in them."""
    return [" ".join(_ELEMENTS.findall(block)) for block in read(text).blocks]


# What makes a list, table or quotation what it is; marks within a line may move.
_ELEMENTS = late_regex(r"<(p|h[2-6]|[uo]l|li|blockquote|t[rdh]|pre|hr|div|figure)\b")


def headline(text: str) -> str:
    """``text`` as a headline: a capital first, no full stop at the end."""
    plain = text.strip()
    if plain.endswith(".") and not plain.endswith(("...", "U.S.", "Co.", "Ltd.", "Inc.")):
        plain = plain[:-1]
    return plain[:1].upper() + plain[1:]
