"""Defines what a kind of page is: which pages it has, and the data of each.

A kind is a module of this folder with a `Kind` named ``KIND``. Its ``units`` are the smallest
things that are rebuilt together, such as a city in one edition, or an article in all editions; they
are made from the library alone. The item of a unit is plain data: while it and the shared parts
stay the same, the files made from it are not made again. ``artifacts`` makes these files; each is a
function of its own data, which is all that goes into its cache key.

A kind with many units divides them into ``groups`` first (the articles of a month, fifty pages of a
list), which are plain data, too: while a group stays the same, its units are not made again.
``units_of`` makes the units of a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.config import Edition
from generator.library.index import Library
from generator.pipeline.shared import Part, Shared


class Artifact(NamedTuple):
    """A file to publish. ``render`` makes its content from ``data`` and the shared parts alone.

    ``source`` is the origin of the file in messages. ``parts`` are the shared parts that ``render``
    reads, if not all that pages may read.
    """

    path: str
    source: str
    render: Callable[[Any, Shared], bytes]
    data: object
    parts: tuple[Part, ...] | None = None


class Menu(NamedTuple):
    """An entry of the main menu: the key of its word, its address, and its rank from the left."""

    word: str
    address: Callable[[Edition], str]
    rank: int


class Listed(NamedTuple):
    """A page in the sitemap: its address in each edition that has it, and the day of its last
    change."""

    addresses: Mapping[Edition, str]
    changed: str


class Unit(NamedTuple):
    """The smallest thing that is rebuilt as a whole; ``item`` is all the data it is made from."""

    kind: str
    ident: str
    item: Any


class Kind(NamedTuple):
    """A kind of page. ``section`` is the entry of the menu to which its pages belong.

    - ``units`` yields the identity and item (a struct) of each unit that is in no group.
    - ``groups`` yields the same for each group, ``units_of`` for the units of a group.
    - ``artifacts`` yields the files of an item.
    - ``listed`` yields its pages for the sitemap (see `lists.in_every_edition`). Articles, numbered
      pages, and lists of a month, city, topic, series or author need none: the sitemap knows them.
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
    """For a kind whose units are all in groups."""
    return iter(())
