"""What an article has measured: an amount with its growth, and what each edition says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.config import Edition
from generator.library.article import KeyFigure
from generator.pages.figures import amount_of, change_of, words_of
from generator.render.periods import period_of
from generator.render.views import Localizer
from generator.statistics import Finding
from generator.statistics.clauses import clause_of
from generator.statistics.spans import time_of

# The most characters of a quotation in a row, by edition.
_SAID = {"en": 84, "zh-Hans": 36, "zh-Hant": 36}


class Measure(NamedTuple):
    """A figure of an article with the growth or fall that the article states for it.

    ``amount`` or ``change`` may be missing, but not both.
    """

    amount: KeyFigure | None
    change: KeyFigure | None

    @property
    def main(self) -> KeyFigure:
        """The figure that says what is measured."""
        found = self.amount or self.change
        assert found is not None
        return found


def measures(figures: Sequence[KeyFigure]) -> Iterator[Measure]:
    """The figures of an article in order, each change together with its amount."""
    told = {one.finding.grows: one for one in figures if one.finding.grows >= 0}
    things = [_thing(one.finding) for one in figures]
    changes: dict[tuple[object, ...], KeyFigure] = {}
    amounts: set[tuple[object, ...]] = set()
    for figure, key in zip(figures, things, strict=True):
        if figure.finding.shape == "amount":
            amounts.add(key)
        elif figure.finding.grows < 0:
            changes.setdefault(key, figure)
    for figure, key in zip(figures, things, strict=True):
        found = figure.finding
        if found.grows >= 0:
            continue  # With its amount.
        if found.at in told:
            yield Measure(figure, told[found.at])
        elif found.shape == "amount":
            yield Measure(figure, changes.pop(key, None) if found.term else None)
        elif key not in amounts or changes.get(key, figure) is not figure:
            yield Measure(None, figure)


def _thing(found: Finding) -> tuple[object, ...]:
    return found.term, found.city, found.place, found.subject, time_of(found), found.planned


class Told(NamedTuple):
    """What an edition says of a figure, with the fields as in `city_figures.FigureRow`."""

    label: str
    said: str
    lang: str
    period: str
    amount: str
    change: str


def told_of(measure: Measure, local: Localizer) -> Told | None:
    """What the edition of ``local`` says of a figure; ``None`` if it can neither name nor quote
    it."""
    found = measure.main.finding
    named = words_of(measure.main, local, plain=True)
    if named is None:
        return None
    label, said, lang = named
    return Told(
        label=label,
        said=_short(said, "zh-Hans" if lang else local.edition, found),
        lang=lang,
        period=period_of(time_of(found), local.edition),
        amount=amount_of(found, local) if measure.amount else "",
        change=change_of(measure.change.finding, local) if measure.change else "",
    )


def _short(said: str, edition: Edition, found: Finding) -> str:
    """``said`` shortened to fit a row, with the words around the figure."""
    amount = found.english if edition == "en" else found.source
    return clause_of(said, amount, _SAID[edition])
