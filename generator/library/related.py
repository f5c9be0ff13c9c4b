"""Chooses related articles, and the largest groups of an edition for the front page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from generator.library.article import ArticleRef
from generator.library.index import EditionIndex, Groups

# Numbers on the front page: groups of each kind, titles in a group; and related articles.
GROUPS = 6
TITLES = 3
RELATED = 4

# How many articles to either side in the list of a city or topic are candidates. That is enough to
# choose from, and the work for an article does not grow with the site.
_REACH = {"city": 6, "topic": 3}


class Group(NamedTuple):
    """A city (``ident`` is its code) or topic (``ident`` is its slug), with its newest articles and
    the number of all its articles."""

    ident: str
    articles: Sequence[ArticleRef]
    total: int


def largest(groups: Groups, most: int = GROUPS) -> list[Group]:
    """The ``most`` largest of ``groups``, each with its newest articles; of equal ones, the one
    with the newest article comes first."""
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), -item[1][0].instant, item[0]))
    return [Group(ident, refs[:TITLES], len(refs)) for ident, refs in ranked[:most]]


class _Seen(msgspec.Struct, frozen=True, array_like=True):
    """All that decides about the related articles of an article."""

    instant: float
    cities: tuple[str, ...]
    topics: tuple[str, ...]


class RelatedTable(msgspec.Struct, frozen=True):
    """The related articles of each slug, best first, with the data they were chosen by."""

    order: tuple[str, ...] = ()
    seen: dict[str, _Seen] = {}
    related: dict[str, tuple[str, ...]] = {}


def related_articles(index: EditionIndex, before: RelatedTable | None = None) -> RelatedTable:
    """The related articles of all articles of ``index``.

    With the table of an earlier index, only articles near something that was added, removed or
    changed are computed again; the result is the same.
    """
    seen = {ref.slug: _Seen(ref.instant, ref.cities, ref.topics) for ref in index.articles}
    order = tuple(seen)
    now = _Neighbourhood(order, seen)
    if before is None or not before.related:
        related = {slug: now.best(slug) for slug in order}
        return RelatedTable(order, seen, related)
    changed = {
        slug for slug in before.seen.keys() | seen.keys() if before.seen.get(slug) != seen.get(slug)
    }
    if not changed:
        return RelatedTable(order, seen, before.related)
    was = _Neighbourhood(before.order, before.seen)
    reached = {
        near
        for slug in changed
        for neighbourhood in (was, now)
        for near in (slug, *neighbourhood.near(slug))
        if near in seen
    }
    related = dict(before.related)
    for slug in changed - seen.keys():
        related.pop(slug, None)
    for slug in reached:
        related[slug] = now.best(slug)
    return RelatedTable(order, seen, related)


class KeyedRelated(msgspec.Struct, frozen=True):
    """The related articles without the data they were chosen by, and a hash of that data."""

    key: str
    related: dict[str, tuple[str, ...]]


def related_key(index: EditionIndex) -> str:
    """A hash of all that decides about the related articles of ``index``."""
    rows = [(ref.slug, ref.instant, ref.cities, ref.topics) for ref in index.articles]
    return blake2b(msgspec.msgpack.encode(rows), digest_size=12).hexdigest()


class _Neighbourhood:
    """The place of each article in the lists of its cities and topics."""

    def __init__(self, order: Iterable[str], seen: Mapping[str, _Seen]) -> None:
        self._seen = seen
        self._lists: dict[tuple[str, str], list[str]] = {}
        self._places: dict[tuple[str, str], dict[str, int]] = {}
        for slug in order:
            one = seen[slug]
            for code in one.cities:
                self._lists.setdefault(("city", code), []).append(slug)
            for topic in one.topics:
                self._lists.setdefault(("topic", topic), []).append(slug)

    def near(self, slug: str) -> Iterator[str]:
        """The articles within reach in any list, itself included; empty if ``slug`` is unknown."""
        one = self._seen.get(slug)
        if one is None:
            return
        for kind, idents in (("city", one.cities), ("topic", one.topics)):
            reach = _REACH[kind]
            for ident in idents:
                place = self._place((kind, ident), slug)
                yield from self._lists[kind, ident][max(0, place - reach) : place + reach + 1]

    def best(self, slug: str) -> tuple[str, ...]:
        """At most four articles, best first: those that share cities, then topics, then the nearest
        in time."""
        one = self._seen[slug]
        found = dict.fromkeys(self.near(slug))
        found.pop(slug, None)
        cities, topics = set(one.cities), set(one.topics)

        def rank(name: str) -> tuple[int, float, str]:
            other = self._seen[name]
            shared = 2 * len(cities.intersection(other.cities))
            shared += len(topics.intersection(other.topics))
            return -shared, abs(other.instant - one.instant), name

        return tuple(sorted(found, key=rank)[:RELATED])

    def _place(self, key: tuple[str, str], slug: str) -> int:
        places = self._places.get(key)
        if places is None:
            places = {name: place for place, name in enumerate(self._lists[key])}
            self._places[key] = places
        return places[slug]
