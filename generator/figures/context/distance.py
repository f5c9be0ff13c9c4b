"""Where the clauses and sentences of a text end, in Chinese and in English."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from generator.patterns import late_regex

Span = tuple[int, int]
_CHINESE_CLAUSE = late_regex("[，；、：,;（）()。！？\n]")
_CHINESE_SENTENCE = late_regex("[。！？\n；]")
_ENGLISH_CLAUSE = late_regex(
    r"[,;:.()!?](?=\s|\Z)|\s[-–—]+\s|—"
    r"|\s(?:and|while|but|whereas|or|including|plus|of\swhich)(?=\s)|\n"
)
_ENGLISH_SENTENCE = late_regex(r"[.;!?](?=\s|\Z)|\n")


class Layout(NamedTuple):
    """Where the clauses and sentences of a text end."""

    clauses: list[int]
    sentences: list[int]

    def apart(self, one: int, other: int) -> int:
        """0 within a clause, 1 within a sentence, 2 beyond."""
        if bisect_right(self.clauses, one) == bisect_right(self.clauses, other):
            return 0
        return 1 if bisect_right(self.sentences, one) == bisect_right(self.sentences, other) else 2


def chinese_layout(text: str) -> Layout:
    return Layout(_ends(_CHINESE_CLAUSE, text), _ends(_CHINESE_SENTENCE, text))


def english_layout(text: str) -> Layout:
    return Layout(_ends(_ENGLISH_CLAUSE, text), _ends(_ENGLISH_SENTENCE, text))


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]
