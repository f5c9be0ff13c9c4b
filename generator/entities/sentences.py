"""The sentences of an article with their figures and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.entities.dates import Dated, dates
from generator.entities.named import Named
from generator.entities.shares import listed_dates_apart
from generator.figures import Figure, read
from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.summary.reference_day import told_by

_SENTENCE = late_regex(r"[^。！？；\n]+[。！？；]?")
# 3月签约、4月开工: clauses, each with a stage and a date of its own.
_STAGES_LISTED = late_regex(
    r"(?<=[约工产成建用动车顶运])、(?=(?:(?:19|20)\d\d年|[0-9]{1,2}月|[今去]年|[同次当]年[0-9])[^，、]{0,12}?"
    r"(?:签约|[开动竣完停复]工|建成|投[产用运]|封顶|通车))"
)
# Days that depend on the date before them.
_SAME_DAY = late_regex(r"同日|(?<!应)当[日天]|[次翌]日")
_PLANNED = late_regex(r"计划|预计|将|拟|力争|有望|原定|争取")


class Context(NamedTuple):
    """A sentence with its figures and dates, the day of its text, and the number of its block."""

    sentence: str
    figures: Sequence[Figure]
    dates: Sequence[Dated]
    day: str
    block: int


def sentences_of(
    blocks: Sequence[str], day: str, entities: Sequence[Named], *, estimated: bool
) -> Iterator[Context]:
    """The sentences of the HTML blocks that name one of the entities. ``day`` is the one from which
    the article counts its words of time; it may be ``estimated``."""
    texts = [plain_text(block) for block in blocks]
    refers = any(map(_SAME_DAY.search, texts))
    # 当天 means the last day in its paragraph, or else the one that the paragraph before is about.
    before = ""
    for number, text in enumerate(texts, 1):
        names = any(one.at(text) >= 0 for one in entities)
        if not (names or refers):
            continue
        own = told_by(text, day)
        first, last = "", None
        for place, match in enumerate(_SENTENCE.finditer(text)):
            sentence = _STAGES_LISTED.sub("，", match.group().strip())
            apart = listed_dates_apart(sentence)
            since = before if last is None else last
            told = dates(apart, own, estimated=estimated, since=since)
            if told:
                last = _day_of(told[-1], sentence, own)
                if place == 0:
                    first = _day_of(told[0], sentence, own)
            if names:
                yield Context(sentence, read(apart), told, own, number)
        before = first or last or ""


def _day_of(date: Dated, sentence: str, day: str) -> str:
    """The day of a date of the past; empty if it is a month or year, or planned."""
    whole = len(date.iso) == len("2023-08-30") and date.iso <= day[:10]
    planned = _PLANNED.search(sentence[: date.start].rpartition("，")[2])
    return date.iso if whole and not planned else ""
