"""A key figure by its fields, as ``figures.json`` has it, and the indicators, cities, topics and
articles that figures refer to. Documented in ``docs/figures.md``."""

from __future__ import annotations

from typing import Any

from generator.config import Edition
from generator.library.article import ArticleMeta
from generator.pages.city_figures import FigureRow, Measure, row_of
from generator.pages.figures import kind_name, label_of
from generator.pipeline.shared import Shared
from generator.statistics import Finding
from generator.statistics.indicators import slug_of, year_of


class Records:
    """What the figures of a file refer to, gathered as their records are made."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self.base = shared.site.base_url
        self._locals = {edition: shared.local(edition) for edition in shared.site.editions}
        self.indicators: dict[str, dict[Edition, str]] = {}
        self.cities: dict[str, dict[str, Any]] = {}
        self.topics: dict[str, dict[Edition, str]] = {}
        self.articles: dict[str, dict[str, Any]] = {}

    def figure(self, measure: Measure, meta: ArticleMeta) -> dict[str, Any]:
        """A figure by its fields."""
        found = measure.main.finding
        self.article(meta)
        self.indicator(found)
        if found.city:
            self.city(found.city)
        rows = self._rows(measure, meta)
        change = measure.change
        year_from = "inferred" if found.inferred else "text" if found.year else "article"
        return {
            "indicator": slug_of(found),
            "city": found.city or None,
            "whole_city": found.subject and found.whole,
            "year": year_of(found, meta.date),
            "months": found.months,
            "year_from": year_from,
            "period": {edition: row.period for edition, row in rows.items() if row.period},
            "value": found.value if measure.amount else None,
            "unit": found.unit if measure.amount else None,
            "text": {edition: row.amount for edition, row in rows.items() if row.amount},
            "change": None if change is None else {
                "percent": f"{'-' if change.finding.shape == 'fall' else ''}{change.finding.value}",
                "text": {edition: row.change for edition, row in rows.items()},
            },
            "certainty": _certainty(found),
            "said": {edition: row.said for edition, row in rows.items() if row.said},
            "article": meta.slug,
            "anchor": f"p{found.block}" if found.block else "content",
        }  # fmt: skip

    def _rows(self, measure: Measure, meta: ArticleMeta) -> dict[Edition, FigureRow]:
        found: dict[Edition, FigureRow] = {}
        for edition, local in self._locals.items():
            row = row_of(measure, meta, local)
            if row is not None:
                found[edition] = row
        return found

    def indicator(self, found: Finding) -> None:
        """The name of what a figure measures, in each edition."""
        slug = slug_of(found)
        if slug not in self.indicators:
            self.indicators[slug] = {
                edition: label_of(local, found.term, found.about, "amount")
                or kind_name(local, found.kind, many=True)
                for edition, local in self._locals.items()
            }

    def city(self, code: str) -> None:
        """A city by its names."""
        if code not in self.cities:
            self.cities[code] = {
                "slug": self._locals[next(iter(self._locals))].city_place(code).slug,
                "name": {
                    edition: local.city_link(code).name for edition, local in self._locals.items()
                },
            }

    def topic(self, slug: str) -> None:
        """A topic by its names."""
        names = {edition: local.topic_names[slug] for edition, local in self._locals.items()}
        self.topics[slug] = names

    def article(self, meta: ArticleMeta) -> str:
        """An article by its titles, day, source, cities and topics; gives its slug."""
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
    """Whether a figure is a plan, about so much, or reported as it is."""
    if found.planned:
        return "planned"
    return "reported" if found.exact else "approximate"
