"""One problem for one mistake: what several checks find at one place of the English, or in one
figure of the Chinese, is reported once.
"""

from __future__ import annotations

import re

from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# A longer quotation has room for more than one mistake.
_LONGEST = 60


def condensed(problems: list[FigureProblem]) -> list[FigureProblem]:
    """The ``problems`` in order, without those that another one tells: of the same figure, of the
    same words or of a part of them. Of two that quote the same place the shorter is kept, as it
    says best what is wrong.
    """
    problems = [one for one in problems if not any(_is_part(one, other) for other in problems)]
    problems = [one for one in problems if not any(_is_reason(one, other) for other in problems)]
    kept: list[FigureProblem] = []
    for one in sorted(problems, key=_length):
        if not any(one == other or _is_told(one, other) for other in kept):
            kept.append(one)
    return [one for at, one in enumerate(problems) if one in kept and one not in problems[:at]]


def _length(problem: FigureProblem) -> tuple[int, int]:
    """The order in which problems are kept: changed figures first, those with their English before
    others, and short quotations before long ones.
    """
    kinds = ("changed", "added", "missing", "unread")
    return (kinds.index(problem.kind), len(problem.found))


def _is_told(one: FigureProblem, by: FigureProblem) -> bool:
    """Whether the problem ``by`` tells what ``one`` tells."""
    if by.kind != "changed":
        return False
    if one.kind == "missing":
        return one.source == by.source
    if one.kind == "added":
        return _has_words(by.found, one.found)
    if one.kind != "changed":
        return False
    return len(one.found) <= _LONGEST and _has_words(one.found, by.found)


def _is_part(one: FigureProblem, other: FigureProblem) -> bool:
    """Whether one is of a part of the other, a range in both languages."""
    if one.kind != "changed" or other.kind != "changed" or one.source == other.source:
        return False
    return one.source in other.source and _has_words(other.found, one.found)


_TENSES = frozenset({"planned", "done"})
_DIGIT = late_regex("[0-9]")


def _is_reason(one: FigureProblem, other: FigureProblem) -> bool:
    """Whether one quotes only the verb for which the other says that something is planned."""
    return (
        other.meaning in _TENSES
        and one.kind == "changed"
        and one.source == other.source
        and not one.meaning
        and not _DIGIT.search(one.found)
    )


def _has_words(text: str, words: str) -> bool:
    """Whether the text has the words, and not as a part of another word or number."""
    if not words:
        return False
    pattern = rf"(?i:(?<![\w.,]){re.escape(words)}(?![\w]|[.,][0-9]))"
    return re.search(pattern, text) is not None
