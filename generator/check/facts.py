"""The facts of a page that others need to be checked: its links, its versions, its ids."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from generator.problem import Problem


class PageLink(NamedTuple):
    """An address on a page; ``asset`` where the browser loads it unasked."""

    address: str
    line: int
    asset: bool = False


_UNPACK = msgspec.msgpack.Decoder(list[PageLink])


class LanguageVersion(NamedTuple):
    """One ``hreflang`` entry: language, absolute address, line."""

    lang: str
    url: str
    line: int


class CheckedPage(NamedTuple):
    """The facts of one page, and the problems it has by itself.

    Links are as written, from ``base`` where the page sets one. They are most of what
    there is to a page, and each is looked at once: ``packed`` holds them.
    """

    address: str
    base: str
    lang: str
    indexed: bool
    canonical: tuple[PageLink, ...]
    versions: tuple[LanguageVersion, ...]
    packed: bytes
    feeds: tuple[PageLink, ...]
    ids: frozenset[str]
    problems: tuple[Problem, ...]
    refresh: str = ""

    @property
    def links(self) -> list[PageLink]:
        """Every address on the page, once, with its first line."""
        return _UNPACK.decode(self.packed)
