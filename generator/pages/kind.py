"""What a kind of page is: which pages there are of it, and what each is given.

A kind is one module of this folder with a `Kind` called ``KIND``. Its ``units`` name, from
the library alone, the smallest things that are decided about at once: a city in one
edition, an article in all. A unit's item is plain data; while it stays the same, and the
shared parts with it, the files made of it stay as they are. ``artifacts`` makes those files:
each is a function of its own data, which is all that its key is made of.

Where a kind has many units, it names ``groups`` of them first (the articles of a month, fifty
pages of a list), each of plain data too: while a group stays the same, its units do, and nobody
makes them. ``units_of`` makes the units of a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.config import Edition
from generator.library.index import Library
from generator.pipeline.shared import Part, Shared


class Artifact(NamedTuple):
    """A file to publish: ``render`` makes its bytes of ``data``, and of nothing else but the
    shared parts. ``source`` is what an editor would call its origin, for messages. ``parts`` are
    the shared parts that it reads, where that is not all that pages may read."""

    path: str
    source: str
    render: Callable[[Any, Shared], bytes]
    data: object
    parts: tuple[Part, ...] | None = None


class Menu(NamedTuple):
    """An entry of the main menu: its word, where it leads, and its rank from the left."""

    word: str
    address: Callable[[Edition], str]
    rank: int


class Listed(NamedTuple):
    """A page in the sitemap: its address in each edition that has it, the day of its last
    change."""

    addresses: Mapping[Edition, str]
    changed: str


class Unit(NamedTuple):
    """The smallest thing that is decided about at once: ``item`` is all that it is made of."""

    kind: str
    ident: str
    item: Any


class Kind(NamedTuple):
    """A kind of page. ``section`` is the menu's entry that its pages belong to.

    ``units`` gives an identity and the item (a struct) for each unit that is in no group;
    ``groups`` the same of each group, and ``units_of`` the units of one; ``artifacts`` the files
    of an item; ``listed`` those of its pages that the sitemap has (`lists.in_every_edition`), but
    for groups, articles and numbered pages, which the sitemap knows.
    """

    name: str
    units: Callable[[Library, Shared], Iterator[tuple[str, Any]]]
    artifacts: Callable[[Any, Shared], Iterator[Artifact]]
    section: str = ""
    menu: Menu | None = None
    listed: Callable[[Library], Iterator[Listed]] | None = None
    groups: Callable[[Library, Shared], Iterator[tuple[str, Any]]] | None = None
    units_of: Callable[[Any, Shared], Iterator[tuple[str, Any]]] | None = None


def no_units(library: Library, shared: Shared) -> Iterator[tuple[str, Any]]:
    """The units of a kind that has all of them in groups."""
    return iter(())
