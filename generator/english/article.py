"""English for whole articles: their segments go to the stage in one stream, and come back
as Markdown with the same blocks, flags before what the checks were not content with."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

import msgspec

from generator.content.flags import SUMMARY, TITLE, lines
from generator.content.sidecar import paragraph_starts
from generator.english.translate import Translation
from generator.segment import PROSE, Block, Segment, blocks, paragraph, phrases, segments
from generator.terms import Terms

Translate = Callable[[Iterable[str]], Iterator[Translation]]


class ToTranslate(msgspec.Struct, frozen=True):
    """What is to be translated, in Simplified: ``summary`` is the editor's or the extracted
    one, ``body`` Markdown. ``slug`` names it in messages."""

    slug: str
    title: str
    summary: str
    body: str


class Flagged(msgspec.Struct, frozen=True):
    """A segment that a check was not content with: ``block`` counts from 1, or is `TITLE` or
    `SUMMARY`."""

    block: int
    source: str
    english: str
    reasons: tuple[str, ...]


class English(msgspec.Struct, frozen=True):
    """The English of an article; ``body`` has a comment before each flagged block.

    ``complete`` is false where a segment has no English, for want of an engine.
    """

    slug: str
    title: str
    summary: str
    body: str
    flagged: tuple[Flagged, ...]
    complete: bool


class _Passage(msgspec.Struct, frozen=True):
    """A run of prose: its segments, and the marked words that are translated beside them."""

    segments: tuple[Segment, ...]
    phrases: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        yield from (segment.text for segment in self.segments)
        yield from self.phrases


class _Plan(msgspec.Struct, frozen=True):
    chinese: ToTranslate
    blocks: tuple[Block, ...]
    title: _Passage
    summary: _Passage
    prose: tuple[_Passage | None, ...]

    def passages(self) -> Iterator[_Passage]:
        yield self.title
        yield self.summary
        yield from (passage for passage in self.prose if passage is not None)


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


def texts_of(chinese: ToTranslate) -> Iterator[str]:
    """Every segment of an article that is asked for, in order."""
    for passage in _plan(chinese).passages():
        yield from passage.texts()


def segment_count(chinese: ToTranslate) -> int:
    """How many segments an article has."""
    return sum(len(passage.segments) for passage in _plan(chinese).passages())


class _Answers:
    """Answers in the order of the questions, the first of them already at hand."""

    def __init__(self, first: Translation, rest: Iterator[Translation]) -> None:
        self._first: Translation | None = first
        self._rest = rest

    def take(self) -> Translation:
        first, self._first = self._first, None
        return first if first is not None else next(self._rest)


def _plan(chinese: ToTranslate) -> _Plan:
    parts = tuple(blocks(chinese.body))
    prose = tuple(_passage(part.text) if part.kind in PROSE else None for part in parts)
    return _Plan(chinese, parts, _passage(chinese.title), _passage(chinese.summary), prose)


def _passage(text: str) -> _Passage:
    cut = tuple(segments(text))
    return _Passage(cut, tuple(phrases(cut)))


def _english(plan: _Plan, answers: _Answers, terms: Terms) -> English:
    flagged: list[Flagged] = []
    title, done = _said(plan.title, answers, terms, TITLE, flagged)
    summary, summed = _said(plan.summary, answers, terms, SUMMARY, flagged)
    made: list[str] = []
    complete = done and summed
    starts = paragraph_starts(plan.blocks)
    number, at = 0, 0
    for index, (part, passage) in enumerate(zip(plan.blocks, plan.prose, strict=True)):
        if starts[index]:
            number, at = number + 1, len(made)
        if passage is None:
            made.append(part.before + part.text + part.after)
            continue
        before = len(flagged)
        english, done = _said(passage, answers, terms, number, flagged)
        complete = complete and done
        if part.kind == "heading":
            english = headline(english)
        if part.kind == "cell":
            english = english.replace("|", "\\|")
        made.append(part.before + english + part.after)
        reasons = [reason for flag in flagged[before:] for reason in flag.reasons]
        if reasons:
            made[at] = lines(reasons, number) + made[at]
    for place in (SUMMARY, TITLE):
        reasons = [reason for flag in flagged if flag.block == place for reason in flag.reasons]
        made.insert(0, lines(reasons, place))
    body = "".join(made)
    return English(plan.chinese.slug, headline(title), summary, body, tuple(flagged), complete)


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


def headline(text: str) -> str:
    """``text`` as a headline: a capital first, no full stop at the end."""
    plain = text.strip()
    if plain.endswith(".") and not plain.endswith(("...", "U.S.", "Co.", "Ltd.", "Inc.")):
        plain = plain[:-1]
    return plain[:1].upper() + plain[1:]
