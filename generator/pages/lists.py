"""Long lists over several pages, numbered so that pages keep their address and content.

``…/page/1/`` has the oldest articles, and every numbered page is full, so its content stays the
same when articles are added. The list's own address has the newest articles, between half a page
and one and a half. A new article therefore changes only the first page and, when that is full, adds
one numbered page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from generator.config import Edition
from generator.library.article import ArticleRef, MetaRef
from generator.library.index import Library
from generator.library.rows import Rows
from generator.pages.frame import Frame, frame
from generator.pages.kind import Listed
from generator.pipeline.shared import Shared
from generator.render import address as addresses
from generator.render.views import Entry, Localizer
from generator.words import say


class Slice(msgspec.Struct, frozen=True, array_like=True):
    """One page of a list: its articles, newest first.

    ``number`` is 0 for the list's own address. ``pages`` is the number of numbered pages. ``total``
    is the number of articles in the list; 0 on numbered pages, which do not show it.
    """

    number: int
    pages: int
    total: int
    articles: tuple[MetaRef, ...]


def numbered_pages(articles: int, size: int) -> int:
    """The number of numbered pages of a list with this many articles."""
    return max(0, (articles - (size + 1) // 2) // size)


def slices(refs: Sequence[ArticleRef], size: int) -> Iterator[Slice]:
    """The pages of a list, first the one at its own address.

    On a numbered page, ``pages`` only says whether there is a newer page, so that the page does not
    change when more are added.
    """
    count, pages = len(refs), numbered_pages(len(refs), size)
    newest = count - pages * size
    yield Slice(0, pages, count, tuple(ref.listed for ref in refs[:newest]))
    for number in range(1, pages + 1):
        end = count - (number - 1) * size
        shown = refs[end - size : end]
        yield Slice(number, min(pages, number + 1), 0, tuple(ref.listed for ref in shown))


# The number of characters of a description that search engines show.
_SHOWN, _SHOWN_ENGLISH = 80, 200
# The number of numbered pages in one span.
_TOGETHER = 50


class Span(msgspec.Struct, frozen=True, array_like=True):
    """Consecutive pages of a list: the one at the list's own address (``first`` and ``last`` are
    0), or numbered ones, which are full.

    ``rows`` are their articles, newest first. ``pages`` and ``total`` are as in `Slice` for the
    last of the pages. ``numbered`` is the number of numbered pages of each edition that has the
    list, at most ``last``.
    """

    first: int
    last: int
    pages: int
    total: int
    rows: Rows
    numbered: tuple[tuple[Edition, int], ...]

    def slices(self) -> Iterator[tuple[Slice, tuple[Edition, ...]]]:
        """Each page with the editions that have it."""
        listed = self.rows.listed
        if not self.first:
            yield (
                Slice(0, self.pages, self.total, listed),
                tuple(edition for edition, _ in self.numbered),
            )
            return
        size = len(listed) // (self.last - self.first + 1)
        for number in range(self.first, self.last + 1):
            start = (self.last - number) * size
            editions = tuple(edition for edition, most in self.numbered if most >= number)
            pages = min(self.pages, number + 1)
            yield Slice(number, pages, 0, listed[start : start + size]), editions


def spans(refs: Sequence[ArticleRef], lengths: Mapping[Edition, int], size: int) -> Iterator[Span]:
    """The pages of a list in spans, of which a change of the list affects only some; the first span
    is the page at the list's own address. ``lengths`` is the number of articles by edition."""
    count, pages = len(refs), numbered_pages(len(refs), size)
    numbered = [(edition, numbered_pages(n, size)) for edition, n in lengths.items() if n]
    newest = count - pages * size
    editions = tuple((edition, 0) for edition, _ in numbered)
    yield Span(0, 0, pages, count, Rows(refs[:newest]), editions)
    for first in range(1, pages + 1, _TOGETHER):
        last = min(pages, first + _TOGETHER - 1)
        rows = Rows(refs[count - last * size : count - (first - 1) * size])
        have = tuple((edition, min(most, last)) for edition, most in numbered if most >= first)
        yield Span(first, last, min(pages, last + 1), 0, rows, have)


def described(name: str, total: int, entries: Sequence[Entry], local: Localizer) -> str:
    """The description of a list for search engines: its name, the number of its articles (unless
    0), and as many of the first titles as they show."""
    text = f"{name} · {say(local.words, 'articles', n=total)}" if total else name
    most = _SHOWN_ENGLISH if local.edition == "en" else _SHOWN
    colon, semicolon = (": ", "; ") if local.edition == "en" else ("：", "；")
    between = colon
    for entry in entries:
        if entry.lang or len(text) + len(entry.title) > most:
            break
        text += between + entry.title
        between = semicolon
    return text


class Numbered(Protocol):
    """A page of a list: its number, and the number of numbered pages as in `Slice`."""

    @property
    def number(self) -> int: ...

    @property
    def pages(self) -> int: ...


def list_frame(
    shared: Shared,
    part: Numbered,
    where: Callable[[Edition], str],
    editions: Sequence[Edition],
    *,
    kind: str,
    section: str = "",
    edition: Edition,
    title: str,
    description: str,
    instead: Callable[[Edition], str] = addresses.folder,
    feed_name: str = "",
) -> Frame:
    """The frame of a page of a list. ``where`` returns the address of the list in an edition,
    ``editions`` are those that have this page. With ``feed_name``, the list has a feed of its own.
    """
    own = where(edition)
    newer, older = neighbours(own, part)
    return frame(
        shared,
        kind=kind,
        section=section,
        edition=edition,
        address=addresses.paged(own, part.number),
        title=title,
        description=description,
        peers={other: addresses.paged(where(other), part.number) for other in editions},
        instead=instead,
        feed=own if feed_name else "",
        feed_name=feed_name,
        number=part.number,
        newer=newer,
        older=older,
    )


def neighbours(where: str, part: Numbered) -> tuple[str | None, str | None]:
    """The addresses of the next newer and next older page of the list at ``where``."""
    older = part.number - 1 if part.number else part.pages
    newer = None
    if part.number:
        newer = addresses.paged(where, part.number + 1 if part.pages > part.number else 0)
    return newer, addresses.paged(where, older) if older else None


def listed_in(number: int, lengths: dict[Edition, int], size: int) -> tuple[Edition, ...]:
    """The editions that have a page with this number; ``lengths`` is the number of articles by
    edition."""
    return tuple(
        edition
        for edition, count in lengths.items()
        if count and (not number or numbered_pages(count, size) >= number)
    )


def last_change(refs: Sequence[ArticleRef]) -> str:
    """The day of the latest change among ``refs``."""
    return max([ref.changed for ref in refs], default="")


def in_every_edition(where: Callable[[Edition], str]) -> Callable[[Library], Iterator[Listed]]:
    """The sitemap entries of a page that each edition has once, and that any article may change."""

    def listed(library: Library) -> Iterator[Listed]:
        # Most editions share the same articles.
        lists = {id(index): index.articles for index in library.editions.values()}
        changed = max(map(last_change, lists.values()), default="")
        yield Listed({edition: where(edition) for edition in library.editions}, changed)

    return listed
