"""Things that the Chinese does not name: 变压器 that became "circuit breakers", 铁矿石 "crude oil".

``data/unfounded_nouns.tsv`` has English nouns that good English does not add, each with all that
may say it in Chinese, however freely: a thing is wrong only if nothing of that is in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.figures.checks.counted.families import needs_of_words, words_of
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.needs import numbers
from generator.patterns import late_regex


class _Noun(NamedTuple):
    """The literals of which English needs one, what says it in English, what may say it in
    Chinese, and ``named`` for names, which English writes with a capital.
    """

    needs: frozenset[str]
    english: re.Pattern[str]
    chinese: re.Pattern[str]
    named: bool


@cache
def _nouns() -> tuple[_Noun, ...]:
    rows = [line.split("\t") for line in table("unfounded_nouns.tsv").splitlines()[1:]]
    return tuple(
        _Noun(
            needs_of_words(lower), words_of(lower), late_regex(f"(?i:{chinese})"), english != lower
        )
        for english, chinese in rows
        for lower in (english.lower(),)
    )


def needs() -> list[frozenset[str]]:
    """The literals of which each noun needs one in English, in order."""
    return [noun.needs for noun in _nouns()]


# "the carmaker BYD", "the coal city of Datong": what an editor adds to a name.
_ADDED = late_regex(
    r"[\s-](?:maker|making|giant|producer|manufacturer|supplier|company|firm|group|start-?up|brand"
    r"|city|town|county|capital|hub|province|base|heartland|belt)\b"
)


def unfounded_nouns(comparison: Comparison) -> Iterator[FigureProblem]:
    """Things beside figures for which the Chinese has no word at all."""
    rows = comparison.rows_english["unfounded_nouns"]
    if not rows or not comparison.figures:
        return
    text, english, lower = comparison.whole or comparison.text, comparison.english, comparison.lower
    for number in numbers(rows):
        noun = _nouns()[number]
        if noun.chinese.search(text):
            continue
        for found in noun.english.finditer(lower):
            start, end = found.span()
            if (
                (english[start].isupper() if noun.named else not _is_name(english, start))
                and not _ADDED.match(lower, end)
                and not _is_apposition(english, start, end)
                and found.group() not in text.lower()
            ):
                yield FigureProblem("added", found=english[start:end], word=True)
                break


def _is_apposition(english: str, start: int, end: int) -> bool:
    """Whether an editor tells by the word what a name behind it is: "the chipmaker CXMT"."""
    return english[:start].lower().endswith("the ") and _NAME.match(english, end) is not None


_NAME = late_regex(r"\s[A-Z][A-Za-z]")
_BEGINNING = late_regex(r"(?:\A|[.;:!?\"“”(]\s?)\Z")


def _is_name(english: str, start: int) -> bool:
    """Whether the word is written with a capital within a sentence, as part of a name."""
    return english[start].isupper() and not _BEGINNING.search(english, 0, start)
