"""Which pages there are: address, what they show, and a key that tells when they change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.config import Edition, Site
from generator.gazetteer import Gazetteer
from generator.library.article import Card
from generator.library.cities import all_city_facts
from generator.library.index import Catalogue, Shelf, in_edition
from generator.library.related import TITLES, group_facts, groups, related, shown
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
    ``indexed`` is false for pages that search engines should leave out; ``changed`` is the
    date of the newest thing shown; ``facts`` are all that the page shows, for its key.
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
    changed: str = ""
    facts: tuple[object, ...] = ()


class _Beside(NamedTuple):
    """What stands beside the summaries: related articles by slug, facts of cities by code."""

    articles: Mapping[str, Sequence[Card]]
    cities: Mapping[str, tuple[object, ...]]


def specs(catalogue: Catalogue, site: Site, gazetteer: Gazetteer) -> list[Spec]:
    """Every page of every edition but the choice of edition and the 404 page."""
    pages: list[Spec] = []
    known: list[tuple[Shelf, _Beside]] = []
    for edition in site.editions:
        shelf = catalogue.shelves[edition]
        pages += _home(edition, shelf, site)
        # Editions mostly have the same articles: what stands beside them is found once.
        beside = next((found for other, found in known if other.cards == shelf.cards), None)
        if beside is None:
            beside = _Beside(related(shelf), all_city_facts(shelf.cities, gazetteer))
            known.append((shelf, beside))
        pages += _articles(edition, shelf, site, beside.articles)
        pages.append(_index("archive", edition, address.archive, shelf.months, site))
        pages += _months(edition, shelf, site)
        pages.append(_index("cities", edition, address.cities, shelf.cities, site))
        pages += _cities(edition, shelf, site, gazetteer, beside.cities)
        pages.append(_index("topics", edition, address.topics, shelf.topics, site, TITLES))
        for slug, cards in shelf.topics.items():
            pages += _list("topic", edition, _of(address.topic, slug), cards, site, slug)
        pages.append(_search(edition, shelf, site))
    return pages


def _of(make: Callable[[Edition, str], str], ident: str) -> Callable[[Edition], str]:
    return lambda edition: make(edition, ident)


def _day(cards: Iterable[Card]) -> str:
    return max((card.updated[:10] or card.date[:10] for card in cards), default="")


def _index(
    kind: str,
    edition: Edition,
    where: Callable[[Edition], str],
    lists: Mapping[str, Sequence[Card]],
    site: Site,
    titles: int = 0,
) -> Spec:
    """An index of groups: it shows their names, numbers, newest dates and some titles."""
    facts = tuple(
        (name, len(cards), cards[0].date, shown(cards[:titles], edition))
        for name, cards in lists.items()
    )
    return Spec(
        kind,
        edition,
        where(edition),
        {other: where(other) for other in site.editions},
        (),
        first=where(edition),
        changed=max((_day(cards) for cards in lists.values()), default=""),
        facts=facts,
    )


def _search(edition: Edition, shelf: Shelf, site: Site) -> Spec:
    """The search page: it offers cities, topics and years with their numbers of articles."""
    groups = (shelf.cities, shelf.topics, shelf.months)
    return Spec(
        "search",
        edition,
        address.search(edition),
        {other: address.search(other) for other in site.editions},
        (),
        indexed=False,
        facts=tuple((name, len(cards)) for group in groups for name, cards in group.items()),
    )


def _months(edition: Edition, shelf: Shelf, site: Site) -> Iterable[Spec]:
    """A page a month, with the months before and after it."""
    names = list(shelf.months)
    for place, name in enumerate(names):
        cards = shelf.months[name]
        where = _of(address.month, name)
        yield Spec(
            "month",
            edition,
            where(edition),
            {other: where(other) for other in site.editions},
            cards,
            name,
            first=where(edition),
            changed=_day(cards),
            facts=(names[max(0, place - 1) : place + 2], [card.face for card in cards]),
        )


def _list(
    kind: str,
    edition: Edition,
    where: Callable[[Edition], str],
    cards: Sequence[Card],
    site: Site,
    ident: str = "",
) -> Iterable[Spec]:
    """The pages of a list of summaries."""
    size = site.page_size
    total = max(1, -(-len(cards) // size))
    for number in range(1, total + 1):
        shown = cards[(number - 1) * size : number * size]
        yield Spec(
            kind,
            edition,
            address.paged(where(edition), number),
            {other: address.paged(where(other), number) for other in site.editions},
            shown,
            ident,
            number,
            total,
            where(edition),
            changed=_day(shown),
            facts=(total, len(cards), cards[0].date if cards else "", [c.face for c in shown]),
        )


def _cities(
    edition: Edition,
    shelf: Shelf,
    site: Site,
    gazetteer: Gazetteer,
    beside: Mapping[str, tuple[object, ...]],
) -> Iterable[Spec]:
    """The pages of each city; the first has its neighbours, counties and figures too."""
    for code, cards in shelf.cities.items():
        place = gazetteer.by_code(code)
        if place is not None:
            where = _of(address.city, place.slug)
            first, *others = _list("city", edition, where, cards, site, code)
            yield first._replace(facts=(*first.facts, *beside[code]))
            yield from others


def _home(edition: Edition, shelf: Shelf, site: Site) -> Iterable[Spec]:
    """The digest's pages; the first shows the largest cities and topics too."""
    first, *others = _list("home", edition, address.folder, shelf.cards, site)
    beside = (group_facts(groups(found), edition) for found in (shelf.cities, shelf.topics))
    yield first._replace(facts=(*first.facts, *beside))
    yield from others


def _articles(
    edition: Edition, shelf: Shelf, site: Site, next_to: Mapping[str, Sequence[Card]]
) -> Iterable[Spec]:
    """The pages of each article.

    ``cards`` are the article, the newer and the older one (or itself), the related ones.
    """
    cards = shelf.cards
    for place, card in enumerate(cards):
        peers = {
            other: address.article(other, card.slug)
            for other in site.editions
            if in_edition(card, other, site)
        }
        newer = cards[place - 1] if place else card
        older = cards[place + 1] if place + 1 < len(cards) else card
        others = (newer, older, *next_to[card.slug])
        yield Spec(
            "article",
            edition,
            address.article(edition, card.slug),
            peers,
            (card, *others),
            card.slug,
            indexed=edition in card.heads,
            changed=_day((card,)),
            facts=(card.fingerprint, shown(others, edition)),
        )
        yield from _views(edition, card, site, peers)


def _views(edition: Edition, card: Card, site: Site, peers: Peers) -> Iterable[Spec]:
    """An article beside its translation, and with pinyin; search engines want neither.

    In an edition without the view the switch leads to the article.
    """
    views = (
        ("parallel", address.parallel, [other for other in peers if has_parallel(card)]),
        ("pinyin", address.pinyin, [other for other in peers if other != "en"]),
    )
    for kind, where, editions in views:
        if edition in editions:
            yield Spec(
                kind,
                edition,
                where(edition, card.slug),
                {
                    other: where(other, card.slug) if other in editions else peer
                    for other, peer in peers.items()
                },
                (card,),
                card.slug,
                indexed=False,
                facts=(card.fingerprint,),
            )


def has_parallel(card: Card) -> bool:
    """Whether there are two texts to put side by side."""
    return "en" in card.heads


def key_of(*parts: object) -> str:
    """A hash of ``parts``: bytes as they are, everything else by its text."""
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        digest.update(part if isinstance(part, bytes) else str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()
