"""The checks that a comparison needs, and the problems that they find."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.figures.checks.needing import Check, needs_of_check
from generator.figures.checks.registry import CHECKS, OF_WHOLES
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.needs import numbers


@cache
def _declared() -> tuple[tuple[Check, frozenset[str], frozenset[str]], ...]:
    """Each check with the literals that it needs, once for each of its declarations (`needing`)."""
    return tuple(
        (check, *needs)
        for _, checks in CHECKS
        for check in checks
        for needs in needs_of_check(check)
    )


def needs() -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The literals of which each declaration of a check needs one, in Chinese and in English."""
    return [row[1] for row in _declared()], [row[2] for row in _declared()]


@cache
def _asking() -> tuple[tuple[str, int], ...]:
    """The fields of the `Comparison` that checks ask for, each with the bits of their rows."""
    field_of = {check: field for field, checks in CHECKS for check in checks}
    bits: dict[str, int] = {}
    for number, (check, *_) in enumerate(_declared()):
        bits[field_of[check]] = bits.get(field_of[check], 0) | 1 << number
    return tuple((field, rows) for field, rows in bits.items() if field)


def checks_for(comparison: Comparison) -> Iterable[Check]:
    """The checks that may find anything, in order."""
    rows = comparison.rows["checks"] & comparison.rows_english["checks"]
    for field, asking in _asking():
        if not getattr(comparison, field):
            rows &= ~asking
    return dict.fromkeys(_declared()[number][0] for number in numbers(rows))


def problems_of(comparison: Comparison, part: bool = False) -> list[FigureProblem]:
    """The problems that all checks find, in order and without duplicates; with ``part`` without
    those that need the whole text.
    """
    problems: list[FigureProblem] = []
    for check in checks_for(comparison):
        if not part or check not in OF_WHOLES:
            problems += check(comparison)
    once: dict[tuple[str, str, str], FigureProblem] = {}
    for problem in problems:
        once.setdefault((problem.kind, problem.source, problem.found), problem)
    return list(once.values())
