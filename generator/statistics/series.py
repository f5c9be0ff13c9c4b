"""Series: the figures of a city for one indicator in several years."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from generator.statistics.finding import Finding, Shape

# The size of a bar chart, in units of its view box.
WIDTH, ROW, _LEFT, _LONGEST = 340, 28, 48, 112


class Value(NamedTuple):
    """A year's figure, and the slug of the article that has it."""

    year: int
    found: Finding
    slug: str


class Series(NamedTuple):
    """Figures with the same indicator, shape, unit, months of the year (or all told at the end of
    these, if ``ended``), and city."""

    term: str
    about: str
    shape: Shape
    months: str
    values: tuple[Value, ...]
    ended: bool = False


class Bar(NamedTuple):
    """A bar of a chart: its year, figure, article, y coordinate and length."""

    year: int
    found: Finding
    slug: str
    y: int
    length: float


def comparable(code: str, found: Iterable[tuple[str, Finding]]) -> list[Series]:
    """The series of the city ``code`` among pairs of slug and finding, the newest article first.

    Only comparable findings are used (see `is_comparable`). A year for which articles disagree is
    left out; a series has at least two years. A computed finding is used only for a year without
    any other.
    """
    groups: dict[tuple[str, str, str, str, str], dict[int, list[Value]]] = {}
    about: dict[tuple[str, str, str, str, str], Finding] = {}
    for slug, one in found:
        if one.city != code or not is_comparable(one):
            continue
        key = (one.term, str(one.shape), one.unit, one.months, str(one.span))
        about.setdefault(key, one)
        groups.setdefault(key, {}).setdefault(one.year, []).append(Value(one.year, one, slug))
    made = []
    for key in sorted(groups):
        years = sorted(groups[key].items())
        agreed = [value for _, of in years if (value := _agreed(of)) is not None]
        if len(agreed) > 1:
            first = about[key]
            ended = first.span == "end"
            made.append(
                Series(first.term, first.about, first.shape, first.months, tuple(agreed), ended)
            )
    return made


def _agreed(values: list[Value]) -> Value | None:
    stated = [value for value in values if not value.found.computed] or values
    return stated[0] if len({value.found.value for value in stated}) == 1 else None


def is_comparable(one: Finding) -> bool:
    """Whether a finding can be in a series: an exact result for a whole city and a known period."""
    return (
        one.whole and one.subject and bool(one.city) and one.exact and not one.planned
        and one.shape != "fall" and one.value[0] != "-" and bool(one.year and one.months)
        and one.span in ("", "end")
    )  # fmt: skip


def bars(series: Series) -> list[Bar]:
    """The bars of a chart, one below the other, with lengths proportional to the figures."""
    most = max(Fraction(value.found.value) for value in series.values)
    return [
        Bar(
            value.year,
            value.found,
            value.slug,
            place * ROW,
            round(float(Fraction(value.found.value) / most * _LONGEST), 1) if most else 0,
        )
        for place, value in enumerate(series.values)
    ]
