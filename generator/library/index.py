"""The library: the published articles, and their groups by month, city, topic and more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import Edition, Site
from generator.content.entity import EntityKind
from generator.gazetteer import Gazetteer
from generator.library.article import Addressed, ArticleRef, Link
from generator.library.entities import KINDS, Entity, entities_of
from generator.library.figures import Figures
from generator.library.links import Targets, check_links
from generator.library.own_page import OwnPageRef
from generator.library.picture import Picture, Pictures
from generator.library.slugs import slugs
from generator.problem import Report

Groups = Mapping[str, Sequence[ArticleRef]]


class EditionIndex(NamedTuple):
    """The articles of one edition, newest first: all of them, and in groups.

    ``cities`` is keyed by division code, ``topics`` by slug, ``months`` by ``2023-10``; ``series``,
    ``authors`` and ``entities`` by Simplified name.
    """

    articles: Sequence[ArticleRef]
    months: Groups
    cities: Groups
    topics: Groups
    series: Groups
    authors: Groups
    entities: Groups


class Library(NamedTuple):
    """All published articles: ``articles`` are those of any edition, newest first; ``editions`` has
    the groups of each edition.

    - ``drafts`` are left out, ``held_back`` are not yet due.
    - ``related`` has the slugs of related articles by edition and slug.
    - ``files`` and ``static`` have the hashes of the files of ``content/files/`` and
      ``content/static/`` by path; ``pictures`` are those of ``files`` that are pictures.
    - ``pages`` are the site's own pages.
    - ``slugs`` maps names of series (key ``series``) and authors (key ``authors``) to their slugs.
    - ``entities`` are the projects and companies by name.
    - ``names`` has the numbers that stand for articles, pages, projects and companies in the search
      index.
    - ``figures`` are the key figures by edition.
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
        """The pictures at ``paths`` below ``content/files/``, each with its path; other paths are
        left out."""
        return tuple((path, self.pictures[path]) for path in paths if path in self.pictures)

    @property
    def indexes(self) -> list[tuple[EditionIndex, tuple[Edition, ...]]]:
        """Each index with the editions that share it. Most editions have the same articles, so what
        depends on the index alone is made once for all of them."""
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
        """The identifier in the search index of each article, page, project and company."""
        return [
            *(ref.slug for ref in self.articles),
            *(page.ident for page in self.pages),
            *(entity.ident for entity in self.entities.values()),
        ]


def kinds_of(index: EditionIndex, library: Library) -> tuple[EntityKind, ...]:
    """The kinds of the entities in an edition, projects first."""
    found = {library.entities[name].kind for name in index.entities}
    return tuple(kind for kind in KINDS if kind in found)


class OwnPages(NamedTuple):
    """The site's own pages: those without errors, the slugs of the others, and the links of
    those."""

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
    """Make the library of ``refs``; drafts (unless wanted) and articles that are dated after
    ``now`` are kept apart."""
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


def in_edition(ref: Addressed, edition: Edition, site: Site) -> bool:
    """Whether ``edition`` has a page for an article."""
    return edition in ref.own or (edition == "en" and site.missing_english != "skip")


def _editions(
    due: Sequence[ArticleRef], site: Site, gazetteer: Gazetteer
) -> dict[Edition, EditionIndex]:
    """The index of each edition. Editions with the same articles share one index."""
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


class Content(NamedTuple):
    """What the content of a site has, published or not, for `check_library`.

    ``refs`` are all articles without errors, ``broken`` the slugs of the others; ``pages`` are the
    site's own pages, drafts included; ``files`` are the paths below ``content/files/``. ``footer``
    are the links of every page, ``unsound_links`` those of articles with errors.
    """

    refs: Sequence[ArticleRef]
    broken: Collection[str]
    pages: OwnPages
    files: Collection[str]
    footer: Sequence[Link]
    unsound_links: Sequence[Link]


def check_library(content: Content, library: Library, site: Site, report: Report) -> None:
    """Report links of ``content`` that lead nowhere, and missing English if the settings require
    it. A link to an article with errors is not reported as a second error."""
    refs, pages = content.refs, content.pages
    published = {ref.slug for ref in library.articles}
    shown = {page.slug for page in library.pages}
    links = [(link, ref.slug in published) for ref in refs for link in ref.links]
    links += [(link, page.slug in shown) for page in pages.refs for link in page.links]
    links += [(link, True) for link in content.footer]
    # These count as links of drafts: their targets may be published before the errors are fixed.
    links += [(link, False) for link in (*content.unsound_links, *pages.unsound_links)]
    targets = {
        "article": Targets({ref.slug for ref in refs}, published, content.broken),
        "page": Targets({page.slug for page in pages.refs}, shown, pages.broken),
    }
    check_links(links, targets, content.files, report)
    if site.missing_english == "error" and "en" in site.editions:
        for ref in library.articles:
            if "en" not in ref.own:
                report.error(
                    ref.path,
                    message="has no English, and site.yaml says `missing_english: error`",
                    hint=f"write {ref.slug}.en.md",
                )
