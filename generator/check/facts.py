"""The facts of a page that checks of other pages need: its links, its versions, its ids."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from generator.problem import Problem


class PageLink(NamedTuple):
    """An address on a page; ``asset`` says that the browser loads it without a click."""

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
    """The facts of one page, and the problems of that page alone.

    Links are as written, relative to ``base`` if the page sets one. Since they take most of the
    memory, and each is used once, they are stored encoded in ``packed``.
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
        """Every address on the page, once, with the line of its first use."""
        return _UNPACK.decode(self.packed)
