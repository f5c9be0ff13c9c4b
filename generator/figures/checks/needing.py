"""What the two texts must have for a check to find anything, so that most checks are not called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.needs import needs_of

Check = Callable[[Comparison], Iterable[FigureProblem]]
# A pattern, or a word in lower case.
Words = re.Pattern[str] | str

_Check = TypeVar("_Check", bound=Check)
_DECLARED: dict[Check, list[tuple[tuple[Words, ...], tuple[Words, ...]]]] = {}


def needing(
    chinese: Iterable[Words] = (), english: Iterable[Words] = ()
) -> Callable[[_Check], _Check]:
    """Declare that a check finds nothing unless one of ``chinese`` is in the Chinese text and one
    of ``english`` in the English one; without patterns, any text may do. Of several declarations
    for a check one is enough.
    """
    declared = tuple(chinese), tuple(english)

    def declare(check: _Check) -> _Check:
        _DECLARED.setdefault(check, []).append(declared)
        return check

    return declare


def needs_of_check(check: Check) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The literals of which ``check`` needs one in each language, for each of its declarations; an
    empty set stands for any text.
    """
    declared = _DECLARED.get(check, [((), ())])
    return [(_literals(chinese), _literals(english)) for chinese, english in declared]


def _literals(words: tuple[Words, ...]) -> frozenset[str]:
    each = [frozenset({w}) if isinstance(w, str) else needs_of(w.pattern) for w in words]
    return frozenset().union(*each) if all(each) else frozenset()
