"""The texts of a comparison, and what the ways to tell a time in other words share."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Figure
from generator.figures.shared.numeral import english_cardinal

# A place of the English, or None if it has no such words.
Place = tuple[int, int] | None


class Times:
    """The texts and their figures, for the ways to tell a ``missing`` time; ``date`` is the day of
    the article, if it is known.
    """

    def __init__(
        self,
        text: str,
        english: str,
        figures: Sequence[Figure],
        lost: set[int],
        stated: Sequence[Stated],
        date: datetime.date | None = None,
    ) -> None:
        self.text, self.english = text, english
        self.figures = figures
        self.kept = [figure for figure in figures if id(figure) not in lost]
        self.stated = stated
        self.date = date

    def said(self, *kinds: str) -> set[int]:
        """The values of all facts of the English of these kinds."""
        return {int(f.value) for one in self.stated for f in one.facts if f.kind in kinds}


@cache
def words(pattern: str) -> re.Pattern[str]:
    """The pattern, of upper or lower case."""
    return re.compile(pattern, re.IGNORECASE)


def count(n: int) -> str:
    """A pattern of the number."""
    return rf"(?:{english_cardinal(n)}|{n}{'|an?' if n == 1 else ''})"
