"""The index stage: which articles are published, and how they group by month, city, topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import Edition, Site
from generator.gazetteer import Gazetteer
from generator.library.article import Card
from generator.problem import Report, did_you_mean


class Shelf(NamedTuple):
    """The articles of one edition, newest first, whole and in groups.

    ``cities`` is keyed by division code, ``topics`` by slug, ``months`` by ``2023-10``.
    """

    cards: Sequence[Card]
    months: Mapping[str, Sequence[Card]]
    cities: Mapping[str, Sequence[Card]]
    topics: Mapping[str, Sequence[Card]]


class Catalogue(NamedTuple):
    """All published articles: ``shelves`` by edition.

    ``drafts`` are left out, and ``held_back`` are not yet due.
    """

    shelves: Mapping[Edition, Shelf]
    cards: Sequence[Card]
    drafts: Sequence[Card]
    held_back: Sequence[Card]


def catalogue(
    cards: Iterable[Card],
    site: Site,
    gazetteer: Gazetteer,
    files: frozenset[str],
    now: datetime,
    report: Report,
    *,
    drafts: bool = False,
    broken: Collection[str] = (),
) -> Catalogue:
    """Sort ``cards`` into shelves; leave out drafts (unless wanted) and what is still to come.

    ``files`` are the paths below ``content/files/``; links to others are errors. ``broken``
    are the slugs of articles that have errors of their own: a link to one is no second error.
    """
    every = sorted(cards, key=lambda card: card.slug)
    every.sort(key=lambda card: datetime.fromisoformat(card.moment), reverse=True)
    due: list[Card] = []
    held_back: list[Card] = []
    hidden: list[Card] = []
    for card in every:
        if card.draft and not drafts:
            hidden.append(card)
        elif datetime.fromisoformat(card.moment) > now:
            held_back.append(card)
        else:
            due.append(card)
    _check_links(every, due, files, broken, report)
    if site.missing_english == "error" and "en" in site.editions:
        for card in due:
            if "en" not in card.heads:
                report.error(
                    card.path,
                    0,
                    "",
                    "has no English, and site.yaml says `missing_english: error`",
                    f"write {card.slug}.en.md",
                )
    shelves = {edition: _shelf(due, edition, site, gazetteer) for edition in site.editions}
    return Catalogue(shelves, due, hidden, held_back)


def in_edition(card: Card, edition: Edition, site: Site) -> bool:
    """Whether ``edition`` has a page for ``card``."""
    return edition in card.heads or (edition == "en" and site.missing_english != "skip")


def _shelf(cards: Sequence[Card], edition: Edition, site: Site, gazetteer: Gazetteer) -> Shelf:
    mine = [card for card in cards if in_edition(card, edition, site)]
    months: dict[str, list[Card]] = {}
    cities: dict[str, list[Card]] = {}
    topics: dict[str, list[Card]] = {}
    for card in mine:
        months.setdefault(card.moment[:7], []).append(card)
        for code in card.cities:
            cities.setdefault(code, []).append(card)
        for slug in card.topics:
            topics.setdefault(slug, []).append(card)
    order = {place.code: rank for rank, place in enumerate(gazetteer.cities())}
    ranked = [topic.slug for topic in site.topics if topic.slug in topics]
    return Shelf(
        mine,
        months,
        {code: cities[code] for code in sorted(cities, key=lambda code: order[code])},
        {slug: topics[slug] for slug in ranked},
    )


def _check_links(
    every: Sequence[Card],
    due: Sequence[Card],
    files: frozenset[str],
    broken: Collection[str],
    report: Report,
) -> None:
    published = {card.slug for card in due}
    known = {card.slug for card in every}
    for card in every:
        for link in card.links:
            if link.kind == "file" and link.target not in files:
                hint = did_you_mean(link.target, files) or "put it into content/files/"
                report.error(
                    link.path, link.line, "link", f"there is no file files/{link.target}", hint
                )
            if link.target in broken:
                continue
            if link.kind == "article" and link.target not in known:
                hint = did_you_mean(link.target, known)
                report.error(
                    link.path, link.line, "link", f"there is no article {link.target}.md", hint
                )
            elif (
                link.kind == "article" and card.slug in published and (link.target not in published)
            ):
                report.error(
                    link.path,
                    link.line,
                    "link",
                    f"{link.target}.md is a draft or not yet due",
                    "publish it first, or take the link out",
                )
