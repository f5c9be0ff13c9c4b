"""The library: which articles are published, and how they group by month, city and topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import Edition, Site
from generator.gazetteer import Gazetteer
from generator.library.article import ArticleRef
from generator.problem import Report, did_you_mean

Groups = Mapping[str, Sequence[ArticleRef]]


class EditionIndex(NamedTuple):
    """The articles of one edition, newest first, whole and in groups.

    ``cities`` is keyed by division code, ``topics`` by slug, ``months`` by ``2023-10``.
    """

    articles: Sequence[ArticleRef]
    months: Groups
    cities: Groups
    topics: Groups


class Library(NamedTuple):
    """All published articles: ``editions`` by edition, ``articles`` of any, newest first.

    ``drafts`` are left out, and ``held_back`` are not yet due. ``related`` has the related
    articles by edition and slug, ``files`` the hashes of the files of ``content/files/``.
    """

    editions: Mapping[Edition, EditionIndex]
    articles: Sequence[ArticleRef]
    drafts: Sequence[ArticleRef]
    held_back: Sequence[ArticleRef]
    related: Mapping[Edition, Mapping[str, Sequence[str]]] = {}
    files: Mapping[str, str] = {}


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
    return Library(_editions(due, site, gazetteer), due, hidden, held_back)


def in_edition(ref: ArticleRef, edition: Edition, site: Site) -> bool:
    """Whether ``edition`` has a page for an article."""
    return edition in ref.own or (edition == "en" and site.missing_english != "skip")


def _editions(
    due: Sequence[ArticleRef], site: Site, gazetteer: Gazetteer
) -> dict[Edition, EditionIndex]:
    """Editions mostly have the same articles: what they share is grouped once."""
    found: dict[Edition, EditionIndex] = {}
    for edition in site.editions:
        mine = [ref for ref in due if in_edition(ref, edition, site)]
        same = next((known for known in found.values() if known.articles == mine), None)
        found[edition] = same or _index(mine, site, gazetteer)
    return found


def _index(refs: Sequence[ArticleRef], site: Site, gazetteer: Gazetteer) -> EditionIndex:
    months: dict[str, list[ArticleRef]] = {}
    cities: dict[str, list[ArticleRef]] = {}
    topics: dict[str, list[ArticleRef]] = {}
    for ref in refs:
        months.setdefault(ref.moment[:7], []).append(ref)
        for code in ref.cities:
            cities.setdefault(code, []).append(ref)
        for slug in ref.topics:
            topics.setdefault(slug, []).append(ref)
    order = {place.code: rank for rank, place in enumerate(gazetteer.cities())}
    ranked = [topic.slug for topic in site.topics if topic.slug in topics]
    return EditionIndex(
        refs,
        months,
        {code: cities[code] for code in sorted(cities, key=lambda code: order[code])},
        {slug: topics[slug] for slug in ranked},
    )


def check_library(
    refs: Iterable[ArticleRef],
    library: Library,
    files: frozenset[str],
    site: Site,
    broken: Collection[str],
    report: Report,
) -> None:
    """Report links between articles and to files that lead nowhere, and English that is missing
    where the settings ask for it.

    ``refs`` are all sound articles, ``files`` the paths below ``content/files/``. ``broken``
    are the slugs of articles that have errors of their own: a link to one is no second error.
    """
    every = list(refs)
    _check_links(every, library.articles, files, broken, report)
    if site.missing_english == "error" and "en" in site.editions:
        for ref in library.articles:
            if "en" not in ref.own:
                report.error(
                    ref.path,
                    message="has no English, and site.yaml says `missing_english: error`",
                    hint=f"write {ref.slug}.en.md",
                )


def _check_links(
    every: Sequence[ArticleRef],
    due: Sequence[ArticleRef],
    files: frozenset[str],
    broken: Collection[str],
    report: Report,
) -> None:
    linking = [ref for ref in every if ref.links]
    if not linking:
        return
    published = {ref.slug for ref in due}
    known = {ref.slug for ref in every}
    for ref in linking:
        for link in ref.links:
            if link.kind == "file" and link.target not in files:
                hint = did_you_mean(link.target, files) or "put it in content/files/"
                what = f"there is no file files/{link.target}"
                report.error(link.path, link.line, "link", what, hint)
            if link.target in broken:
                continue
            if link.kind == "article" and link.target not in known:
                hint = did_you_mean(link.target, known)
                what = f"there is no article {link.target}.md"
                report.error(link.path, link.line, "link", what, hint)
            elif link.kind == "article" and ref.slug in published and link.target not in published:
                what = f"{link.target}.md is a draft or dated in the future"
                hint = "publish it first, or remove the link"
                report.error(link.path, link.line, "link", what, hint)
