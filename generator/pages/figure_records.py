"""Records for ``figures.json``: key figures, and the indicators, cities, topics and articles that
they refer to. Documented in ``docs/figures.md``."""

from __future__ import annotations

from typing import Any

from generator.config import Edition
from generator.library.article import ArticleMeta
from generator.pages.figures import kind_name, label_of
from generator.pages.measures import Measure, Told, told_of
from generator.pipeline.shared import Shared
from generator.statistics import Finding
from generator.statistics.indicators import slug_of, year_of
from generator.statistics.signs import signed
from generator.statistics.spans import dates_of, time_of


class Records:
    """Makes the records of figures, and collects what these refer to."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self.base = shared.site.base_url
        self._locals = {edition: shared.local(edition) for edition in shared.site.editions}
        self.indicators: dict[str, dict[Edition, str]] = {}
        self.cities: dict[str, dict[str, Any]] = {}
        self.places: dict[str, dict[str, Any]] = {}
        self.topics: dict[str, dict[Edition, str]] = {}
        self.articles: dict[str, dict[str, Any]] = {}

    def figure(self, measure: Measure, meta: ArticleMeta) -> dict[str, Any]:
        """The record of a figure."""
        found = measure.main.finding
        self.article(meta)
        self.indicator(found)
        if found.city:
            self.city(found.city)
        if found.place:
            self.place(found.place)
        told = self._told(measure)
        change, dates = measure.change, dates_of(time_of(found), meta.date)
        year_from = "inferred" if found.inferred else "text" if found.year else "article"
        return {
            "indicator": slug_of(found),
            "city": found.city or None,
            "place": found.place or None,
            "whole_city": found.subject and found.whole,
            "year": year_of(found, meta.date),
            "months": "" if found.span else found.months,
            "year_from": year_from,
            "period": {
                "start": dates.start or None,
                "end": dates.end or None,
                **{edition: one.period for edition, one in told.items() if one.period},
            },
            "period_kind": dates.kind or None,
            "value": found.value if measure.amount else None,
            "unit": found.unit if measure.amount else None,
            "text": {edition: one.amount for edition, one in told.items() if one.amount},
            "change": None if change is None else {
                "percent": signed(change.finding),
                "text": {edition: one.change for edition, one in told.items()},
            },
            "certainty": _certainty(found),
            "said": {edition: one.said for edition, one in told.items() if one.said},
            "article": meta.slug,
            "anchor": f"p{found.block}" if found.block else "content",
        }  # fmt: skip

    def _told(self, measure: Measure) -> dict[Edition, Told]:
        told = ((edition, told_of(measure, local)) for edition, local in self._locals.items())
        return {edition: one for edition, one in told if one is not None}

    def indicator(self, found: Finding) -> None:
        """Add the indicator of a figure, with its name in each edition."""
        slug = slug_of(found)
        if slug not in self.indicators:
            self.indicators[slug] = {
                edition: label_of(local, found.term, found.about, "amount")
                or kind_name(local, found.kind, many=True)
                for edition, local in self._locals.items()
            }

    def city(self, code: str) -> None:
        """Add a city with its names."""
        if code not in self.cities:
            self.cities[code] = {
                "slug": self._locals[next(iter(self._locals))].city_place(code).slug,
                "name": {
                    edition: local.city_link(code).name for edition, local in self._locals.items()
                },
            }

    def place(self, code: str) -> None:
        """Add a county or zone with its names."""
        if code not in self.places:
            self.places[code] = {
                "name": {
                    edition: local.place(local.city_place(code))
                    for edition, local in self._locals.items()
                }
            }

    def topic(self, slug: str) -> None:
        """Add a topic with its names."""
        names = {edition: local.topic_names[slug] for edition, local in self._locals.items()}
        self.topics[slug] = names

    def article(self, meta: ArticleMeta) -> str:
        """Add an article with its titles, date, source, cities and topics; returns its slug."""
        if meta.slug not in self.articles:
            titles = {
                edition: meta.localized[edition].title
                for edition in self._locals
                if edition in meta.localized
            }
            sources = {edition: local.source(meta)[0] for edition, local in self._locals.items()}
            self.articles[meta.slug] = {
                "date": meta.date[:10],
                "estimated": meta.estimated,
                "title": titles,
                "source": sources,
                "cities": list(meta.cities),
                "topics": list(meta.topics),
            }
            for code in meta.cities:
                self.city(code)
            for slug in meta.topics:
                self.topic(slug)
        return meta.slug


def _certainty(found: Finding) -> str:
    """``planned``, ``reported`` or ``approximate``."""
    if found.planned:
        return "planned"
    return "reported" if found.exact else "approximate"
