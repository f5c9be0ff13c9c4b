"""The parts of the front page besides its list: key figures, lead story in two languages,
groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from generator.config import Edition
from generator.library.article import ArticleMeta, ArticleRef, MetaRef
from generator.library.index import EditionIndex, Groups
from generator.library.related import TITLES, largest
from generator.pages.figures import Row, article_rows
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.views import Entry, Localizer, Named

# The number of key figures shown, the stories from which a group chooses, and how often the page
# may show one story.
_FACTS = 3
_CHOICE = 24
_TWICE = 2


class GroupItem(msgspec.Struct, frozen=True, array_like=True):
    """A city (by code) or topic (by slug) with its newest articles and the number of all."""

    ident: str
    total: int
    articles: tuple[MetaRef, ...]


class FrontItem(msgspec.Struct, frozen=True):
    """The data of the front page besides its list; ``lead`` is the lead story."""

    lead: MetaRef | None
    cities: tuple[GroupItem, ...]
    topics: tuple[GroupItem, ...]
    articles: int
    places: int


class Fact(msgspec.Struct, frozen=True):
    """A figure of one of the newest stories: label, amount, city, period, and address."""

    label: str
    amount: str
    city: str
    period: str
    address: str


class Twin(msgspec.Struct, frozen=True):
    """The lead story in a second language, and the address of the page with both."""

    lang: Edition
    title: str
    summary: str
    address: str


class Front(msgspec.Struct, frozen=True):
    """The data for the template. ``issued`` is the day of the newest article in words,
    ``issued_on`` in ISO 8601; ``guide`` is the page for first-time readers."""

    issued: str
    issued_on: str
    articles: int
    places: int
    facts: tuple[Fact, ...]
    twin: Twin | None
    guide: Named | None
    by_city: tuple[tuple[Named, tuple[Entry, ...]], ...]
    by_topic: tuple[tuple[Named, tuple[Entry, ...]], ...]


def front_item(index: EditionIndex, lead: ArticleRef | None) -> FrontItem:
    """The item of an edition's front page."""
    return FrontItem(
        lead.listed if lead else None,
        _groups(index.cities),
        _groups(index.topics),
        len(index.articles),
        len(index.cities),
    )


def _groups(groups: Groups) -> tuple[GroupItem, ...]:
    return tuple(
        GroupItem(
            group.ident,
            group.total,
            tuple(ref.listed for ref in groups[group.ident][:_CHOICE]),
        )
        for group in largest(groups)
    )


def front(item: FrontItem, refs: Sequence[MetaRef], edition: Edition, shared: Shared) -> Front:
    """The front page; ``refs`` are the articles in its list."""
    local = shared.local(edition)
    shown = Counter(ref.slug for ref in refs)
    if item.lead:
        shown[item.lead.slug] = 1
    metas = [shared.meta(ref) for ref in refs]
    # Prefer an article whose day is certain.
    newest = max(metas, key=lambda meta: (meta.date[:10], not meta.estimated), default=None)
    return Front(
        issued=local.date(newest) if newest else "",
        issued_on=newest.date[:10] if newest else "",
        articles=item.articles,
        places=item.places,
        facts=tuple(_facts(metas, local)),
        twin=_twin(shared.meta(item.lead), edition, shared) if item.lead else None,
        guide=_guide(edition, shared),
        by_city=_named(item.cities, local.city_link, shown, edition, shared),
        by_topic=_named(item.topics, local.topic_link, shown, edition, shared),
    )


def _named(
    groups: Iterable[GroupItem],
    link: Callable[[str, int], Named],
    shown: Counter[str],
    edition: Edition,
    shared: Shared,
) -> tuple[tuple[Named, tuple[Entry, ...]], ...]:
    """The groups with their newest stories, without stories that the page already shows twice."""
    found = []
    for group in groups:
        chosen = [ref for ref in group.articles if shown[ref.slug] < _TWICE][:TITLES]
        shown.update(ref.slug for ref in chosen)
        entries = [shared.entry(ref, edition) for ref in chosen]
        # A story that is not in the page's language never comes first.
        entries.sort(key=lambda entry: bool(entry.lang))
        found.append((link(group.ident, group.total), tuple(entries)))
    return tuple(found)


def _facts(metas: Iterable[ArticleMeta], local: Localizer) -> Iterator[Fact]:
    """A figure of each of the newest stories, at most one for each city."""
    cities: set[str] = set()
    for meta in metas:
        if len(cities) == _FACTS:
            return
        city = meta.cities[0] if meta.cities else ""
        row = None if not city or city in cities else _chief(meta, local)
        if row is not None:
            cities.add(city)
            where = f"{address.article(local.edition, meta.slug)}#{row.anchor}"
            yield Fact(row.label, row.amount, local.mention(city), row.period, where)


def _chief(meta: ArticleMeta, local: Localizer) -> Row | None:
    """The main figure of an article: one in its headline, else the first.

    Only figures with a name of their own, which are said of the whole city for a known time: beside
    the city's name that of a county or an industry would be taken for the city's.
    """
    if local.edition not in meta.localized:
        return None
    title = meta.of(local.edition).title
    named = tuple(
        one
        for one in meta.figures
        if one.finding.term and one.finding.whole and one.finding.subject and one.finding.year
        and one.finding.city == meta.cities[0] and not one.finding.planned
    )  # fmt: skip
    rows = list(article_rows(msgspec.structs.replace(meta, figures=named), local))
    return next((row for row in rows if row.amount in title), next(iter(rows), None))


def _twin(meta: ArticleMeta, edition: Edition, shared: Shared) -> Twin | None:
    other: Edition = "zh-Hans" if edition == "en" else "en"
    if not {edition, other} <= meta.localized.keys() or other not in shared.site.editions:
        return None
    shown = meta.of(other)
    return Twin(other, shown.title, shown.summary, address.parallel(edition, meta.slug))


def _guide(edition: Edition, shared: Shared) -> Named | None:
    slug = shared.site.guide
    for page in shared.page_links if slug else ():
        if page.slug == slug and (edition != "en" or page.english):
            name = shared.local(edition).text(page.title)
            return Named(name, address.own_page(edition, slug))
    return None
