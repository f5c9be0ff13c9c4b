"""One problem for one mistake: a figure that two checks find is reported once."""

from __future__ import annotations

import re

from generator.figures.shared.problem import FigureProblem


def condensed(problems: list[FigureProblem]) -> list[FigureProblem]:
    """The ``problems`` in order, without those that another one tells: the same figure and English
    as a part of larger ones, or an added figure that is part of the English of a changed one.
    """
    kept: list[FigureProblem] = []
    for one in problems:
        others = (other for other in problems if other is not one and _is_told(one, other))
        if one not in kept and not any(
            not _is_told(other, one) or other in kept for other in others
        ):
            kept.append(one)
    return kept


def _is_told(one: FigureProblem, by: FigureProblem) -> bool:
    """Whether the problem ``by`` tells what ``one`` tells, in the same or in more words."""
    if not one.found or not by.found:
        return False
    if one.kind == "added" and by.kind == "added":
        return one.found == by.found
    return by.kind == "changed" and one.source in by.source and _has_words(by.found, one.found)


def _has_words(text: str, words: str) -> bool:
    """Whether the text has the words, and not as a part of another word or number."""
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?![\w]|[.,][0-9])", text) is not None
