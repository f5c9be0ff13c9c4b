"""The library: which articles are published, and how they group by month, city and topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import Edition, Site
from generator.content.entity import EntityKind
from generator.gazetteer import Gazetteer
from generator.library.article import ArticleRef, Link
from generator.library.entities import KINDS, Entity, entities_of
from generator.library.figures import Figures
from generator.library.links import Targets, check_links
from generator.library.own_page import OwnPageRef
from generator.library.people import slugs
from generator.library.picture import Picture, Pictures
from generator.problem import Report

Groups = Mapping[str, Sequence[ArticleRef]]


class EditionIndex(NamedTuple):
    """The articles of one edition, newest first, whole and in groups.

    ``cities`` is keyed by division code, ``topics`` by slug, ``months`` by ``2023-10``,
    ``series``, ``authors`` and ``entities`` by Simplified name.
    """

    articles: Sequence[ArticleRef]
    months: Groups
    cities: Groups
    topics: Groups
    series: Groups
    authors: Groups
    entities: Groups


class Library(NamedTuple):
    """All published articles: ``editions`` by edition, ``articles`` of any, newest first.

    ``drafts`` are left out, and ``held_back`` are not yet due. ``related`` has the related
    articles by edition and slug, ``files`` and ``static`` the hashes of the files of
    ``content/files/`` and ``content/static/``.
    ``pages`` are the site's own. ``slugs`` has what stands for a series (``series``) and for an
    author (``authors``) in an address, by name. ``pictures`` are those of ``files`` that are
    pictures, by path. ``entities`` are the projects and companies by name. ``names`` are the
    numbers by which search calls the texts of articles, pages, projects and companies. ``figures``
    are the key figures by edition.
    """

    editions: Mapping[Edition, EditionIndex]
    articles: Sequence[ArticleRef]
    drafts: Sequence[ArticleRef]
    held_back: Sequence[ArticleRef]
    related: Mapping[Edition, Mapping[str, Sequence[str]]] = {}
    files: Mapping[str, str] = {}
    static: Mapping[str, str] = {}
    pages: Sequence[OwnPageRef] = ()
    slugs: Mapping[str, Mapping[str, str]] = {}
    pictures: Mapping[str, Picture] = {}
    entities: Mapping[str, Entity] = {}
    names: Mapping[str, int] = {}
    figures: Mapping[Edition, Figures] = {}

    def pictures_of(self, paths: Iterable[str]) -> Pictures:
        """The pictures at ``paths`` below ``content/files/``, each with its path."""
        return tuple((path, self.pictures[path]) for path in paths if path in self.pictures)

    @property
    def indexes(self) -> list[tuple[EditionIndex, tuple[Edition, ...]]]:
        """Each index with the editions that have it: they mostly have the same articles, and what
        is made of an index alone is made once for all of them."""
        found: list[tuple[EditionIndex, tuple[Edition, ...]]] = []
        for edition, index in self.editions.items():
            for place, (other, editions) in enumerate(found):
                if other is index:
                    found[place] = (index, (*editions, edition))
                    break
            else:
                found.append((index, (edition,)))
        return found

    @property
    def searched(self) -> list[str]:
        """What names each article, page, project and company in search."""
        return [
            *(ref.slug for ref in self.articles),
            *(page.ident for page in self.pages),
            *(entity.ident for entity in self.entities.values()),
        ]


def kinds_of(index: EditionIndex, library: Library) -> tuple[EntityKind, ...]:
    """The kinds of the entities that an edition has, projects first."""
    found = {library.entities[name].kind for name in index.entities}
    return tuple(kind for kind in KINDS if kind in found)


class EveryPage(NamedTuple):
    """The site's own pages without errors, the slugs of the others, and what those link to."""

    refs: Sequence[OwnPageRef] = ()
    broken: Sequence[str] = ()
    unsound_links: Sequence[Link] = ()


def make_library(
    refs: Iterable[ArticleRef],
    site: Site,
    gazetteer: Gazetteer,
    now: datetime,
    *,
    drafts: bool = False,
) -> Library:
    """Group the articles of ``refs``, without drafts (unless wanted) and what is not yet due."""
    moment = now.timestamp()
    due: list[ArticleRef] = []
    held_back: list[ArticleRef] = []
    hidden: list[ArticleRef] = []
    for ref in sorted(refs, key=lambda ref: (-ref.instant, ref.slug)):
        if ref.draft and not drafts:
            hidden.append(ref)
        elif ref.instant > moment:
            held_back.append(ref)
        else:
            due.append(ref)
    names = {
        "series": slugs(ref.series for ref in reversed(due) if ref.series),
        "authors": slugs(
            name for ref in reversed(due) if site.author_pages for name in ref.authors
        ),
    }
    return Library(
        _editions(due, site, gazetteer),
        due,
        hidden,
        held_back,
        slugs=names,
        entities=entities_of(reversed(due)),
    )


def in_edition(ref: ArticleRef, edition: Edition, site: Site) -> bool:
    """Whether ``edition`` has a page for an article."""
    return edition in ref.own or (edition == "en" and site.missing_english != "skip")


def _editions(
    due: Sequence[ArticleRef], site: Site, gazetteer: Gazetteer
) -> dict[Edition, EditionIndex]:
    """Editions mostly have the same articles: what they share is grouped once."""
    found: dict[Edition, EditionIndex] = {}
    for edition in site.editions:
        missing = edition == "en" and site.missing_english != "skip"
        mine = list(due) if missing else [ref for ref in due if edition in ref.own]
        same = next((known for known in found.values() if known.articles == mine), None)
        found[edition] = same or _index(mine, site, gazetteer)
    return found


def _index(refs: Sequence[ArticleRef], site: Site, gazetteer: Gazetteer) -> EditionIndex:
    months: dict[str, list[ArticleRef]] = {}
    cities: dict[str, list[ArticleRef]] = {}
    topics: dict[str, list[ArticleRef]] = {}
    series: dict[str, list[ArticleRef]] = {}
    authors: dict[str, list[ArticleRef]] = {}
    entities: dict[str, list[ArticleRef]] = {}
    for ref in refs:
        months.setdefault(ref.moment[:7], []).append(ref)
        for code in ref.cities:
            cities.setdefault(code, []).append(ref)
        for slug in ref.topics:
            topics.setdefault(slug, []).append(ref)
        if ref.series:
            series.setdefault(ref.series, []).append(ref)
        for name in ref.authors if site.author_pages else ():
            authors.setdefault(name, []).append(ref)
        for entity in ref.entities:
            entities.setdefault(entity.name, []).append(ref)
    order = {place.code: rank for rank, place in enumerate(gazetteer.cities())}
    ranked = [topic.slug for topic in site.topics if topic.slug in topics]
    return EditionIndex(
        refs,
        months,
        {code: cities[code] for code in sorted(cities, key=lambda code: order[code])},
        {slug: topics[slug] for slug in ranked},
        dict(sorted(series.items())),
        dict(sorted(authors.items())),
        dict(sorted(entities.items())),
    )


def check_library(
    refs: Iterable[ArticleRef],
    library: Library,
    files: frozenset[str],
    site: Site,
    broken: Collection[str],
    pages: EveryPage,
    report: Report,
    footer: Sequence[Link],
    unsound_links: Sequence[Link],
) -> None:
    """Report links between articles, pages and files that lead nowhere, and English that is missing
    where the settings ask for it.

    ``refs`` are all sound articles, ``files`` the paths below ``content/files/``. ``broken``
    are the slugs of articles that have errors of their own: a link to one is no second error.
    ``pages`` are the site's own, drafts too; ``footer`` are the links of every page,
    ``unsound_links`` those of articles that have errors of their own.
    """
    every = list(refs)
    published = {ref.slug for ref in library.articles}
    shown = {page.slug for page in library.pages}
    links = [(link, ref.slug in published) for ref in every for link in ref.links]
    links += [(link, page.slug in shown) for page in pages.refs for link in page.links]
    links += [(link, True) for link in footer]
    # As if they were drafts: what is to be published may be mended by then.
    links += [
        (link, False)
        for link in (*unsound_links, *pages.unsound_links)
        if not any(link.target in p.message for p in report.errors if p.path == link.path)
    ]
    targets = {
        "article": Targets({ref.slug for ref in every}, published, broken),
        "page": Targets({page.slug for page in pages.refs}, shown, pages.broken),
    }
    check_links(links, targets, files, report)
    if site.missing_english == "error" and "en" in site.editions:
        for ref in library.articles:
            if "en" not in ref.own:
                report.error(
                    ref.path,
                    message="has no English, and site.yaml says `missing_english: error`",
                    hint=f"write {ref.slug}.en.md",
                )
