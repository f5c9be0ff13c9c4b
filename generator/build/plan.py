"""Which pages there are: address, what they show, and a key that tells when they change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.build.catalogue import Catalogue, Shelf, in_edition
from generator.build.model import Card
from generator.config import Edition, Site
from generator.gazetteer import Gazetteer
from generator.render import address

Peers = Mapping[Edition, str]


class Output(NamedTuple):
    """A file to publish: ``make`` gives its bytes, ``key`` changes when they might.

    ``source`` is what an editor would call its origin, for messages.
    """

    path: str
    key: str
    make: Callable[[], bytes]
    source: str


class Spec(NamedTuple):
    """A page to be: ``kind`` names its template; ``peers`` its address in each edition.

    ``cards`` are the articles it shows, ``ident`` the city, topic, month or slug it is
    about; ``number`` and ``total`` count the pages of a list, which begins at ``first``.
    ``fallback`` is the kind of page an edition shows where it lacks this one.
    """

    kind: str
    edition: Edition
    address: str
    peers: Peers
    cards: Sequence[Card]
    ident: str = ""
    number: int = 1
    total: int = 1
    first: str = ""
    indexed: bool = True


def specs(catalogue: Catalogue, site: Site, gazetteer: Gazetteer) -> list[Spec]:
    """Every page of every edition but the choice of edition and the 404 page."""
    pages: list[Spec] = []
    for edition in site.editions:
        shelf = catalogue.shelves[edition]
        pages += _list("home", edition, address.folder, shelf.cards, site)
        pages += _articles(edition, shelf, site)
        pages.append(_single("archive", edition, address.archive, shelf.cards, site))
        for name, cards in shelf.months.items():
            pages.append(_single("month", edition, _of(address.month, name), cards, site, name))
        pages.append(_single("cities", edition, address.cities, shelf.cards, site))
        for code, cards in shelf.cities.items():
            place = gazetteer.by_code(code)
            if place is not None:
                where = _of(address.city, place.slug)
                pages += _list("city", edition, where, cards, site, code)
        pages.append(_single("topics", edition, address.topics, shelf.cards, site))
        for slug, cards in shelf.topics.items():
            pages += _list("topic", edition, _of(address.topic, slug), cards, site, slug)
    return pages


def _of(make: Callable[[Edition, str], str], ident: str) -> Callable[[Edition], str]:
    return lambda edition: make(edition, ident)


def _single(
    kind: str,
    edition: Edition,
    where: Callable[[Edition], str],
    cards: Sequence[Card],
    site: Site,
    ident: str = "",
) -> Spec:
    peers = {other: where(other) for other in site.editions}
    return Spec(kind, edition, where(edition), peers, cards, ident, first=where(edition))


def _list(
    kind: str,
    edition: Edition,
    where: Callable[[Edition], str],
    cards: Sequence[Card],
    site: Site,
    ident: str = "",
) -> Iterable[Spec]:
    size = site.page_size
    total = max(1, -(-len(cards) // size))
    for number in range(1, total + 1):
        peers = {other: address.paged(where(other), number) for other in site.editions}
        shown = cards[(number - 1) * size : number * size]
        page = address.paged(where(edition), number)
        yield Spec(kind, edition, page, peers, shown, ident, number, total, where(edition))


def _articles(edition: Edition, shelf: Shelf, site: Site) -> Iterable[Spec]:
    """One page an article; ``cards`` are the article, the newer and the older one (or itself)."""
    cards = shelf.cards
    for place, card in enumerate(cards):
        peers = {
            other: address.article(other, card.slug)
            for other in site.editions
            if in_edition(card, other, site)
        }
        newer = cards[place - 1] if place else card
        older = cards[place + 1] if place + 1 < len(cards) else card
        yield Spec(
            "article",
            edition,
            address.article(edition, card.slug),
            peers,
            (card, newer, older),
            card.slug,
            indexed=edition in card.heads,
        )


def key_of(*parts: object) -> str:
    """A hash of ``parts``, each by its text."""
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        digest.update(str(part).encode() + b"\0")
    return digest.hexdigest()
