"""What stands beside the newest articles: groups on the front page, related articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.config import Edition
from generator.library.article import Card
from generator.library.index import Shelf

# Groups of each kind on the front page, and titles in a group.
GROUPS = 6
TITLES = 3
RELATED = 4

# How far to look for related articles to either side in a city's and in a topic's list:
# enough to choose from, and the work stays the same for each article of a large site.
_REACH = {"city": 6, "topic": 3}


class Group(NamedTuple):
    """A city (``ident`` is its code) or topic (its slug): newest articles, number of all."""

    ident: str
    cards: Sequence[Card]
    total: int


def groups(lists: Mapping[str, Sequence[Card]], most: int = GROUPS) -> list[Group]:
    """The largest of ``lists``, the newest first among equals, each with its newest titles."""
    ranked = sorted(lists.items(), key=lambda item: item[0])
    ranked.sort(key=lambda item: item[1][0].moment, reverse=True)
    ranked.sort(key=lambda item: len(item[1]), reverse=True)
    return [Group(ident, cards[:TITLES], len(cards)) for ident, cards in ranked[:most]]


def shown(cards: Sequence[Card], edition: Edition) -> tuple[object, ...]:
    """What a list of titles shows of ``cards``."""
    facts = []
    for card in cards:
        own = card.heads.get(edition)
        title = (own or card.heads["zh-Hans"]).title
        facts.append((card.slug, title, own is None, card.date, card.draft))
    return tuple(facts)


def group_facts(found: Sequence[Group], edition: Edition) -> tuple[object, ...]:
    """What the front page shows of groups."""
    return tuple((group.ident, group.total, shown(group.cards, edition)) for group in found)


def related(shelf: Shelf) -> dict[str, list[Card]]:
    """Slug → the articles of ``shelf`` that a reader of this one may want next."""
    neighbourhood = _Neighbourhood(shelf)
    return {card.slug: neighbourhood.best(card) for card in shelf.cards}


class _Neighbourhood:
    """Where each article stands in the lists of its cities and topics."""

    def __init__(self, shelf: Shelf) -> None:
        self._lists: dict[tuple[str, str], Sequence[Card]] = {}
        self._places: dict[tuple[str, str], dict[str, int]] = {}
        self._days = {
            card.slug: datetime.fromisoformat(card.moment).timestamp() / 86_400
            for card in shelf.cards
        }
        for kind, lists in (("city", shelf.cities), ("topic", shelf.topics)):
            for ident, cards in lists.items():
                self._lists[kind, ident] = cards
                self._places[kind, ident] = {card.slug: n for n, card in enumerate(cards)}

    def best(self, card: Card) -> list[Card]:
        """At most four, best first: those that share cities, then topics, then nearest in time."""
        found = {other.slug: other for other in self._near(card)}
        found.pop(card.slug, None)
        cities, topics = set(card.cities), set(card.topics)
        day = self._days[card.slug]

        def rank(other: Card) -> tuple[int, float, str]:
            shared = 2 * len(cities.intersection(other.cities))
            shared += len(topics.intersection(other.topics))
            return -shared, abs(self._days[other.slug] - day), other.slug

        return sorted(found.values(), key=rank)[:RELATED]

    def _near(self, card: Card) -> Iterator[Card]:
        kinds = (("city", card.cities), ("topic", card.topics))
        for kind, idents in kinds:
            for ident in idents:
                cards = self._lists[kind, ident]
                place = self._places[kind, ident][card.slug]
                yield from cards[max(0, place - _REACH[kind]) : place + _REACH[kind] + 1]
