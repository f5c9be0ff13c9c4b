"""What every page has: where it is, its versions in other editions, its feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import msgspec

from generator.config import Edition
from generator.pages.kind import Artifact
from generator.pages.shell import Shells
from generator.pipeline.shared import Shared
from generator.render import address as addresses


class Switch(msgspec.Struct, frozen=True):
    """One edition in the language switch."""

    edition: Edition
    name: str
    address: str
    current: bool


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The frame of a page. ``address`` is below the root, ``canonical`` absolute.

    ``section`` is the entry of the menu that the page belongs to. ``number`` is 0 but on the
    numbered pages of a list; ``newer`` and ``older`` lead to its neighbours in the list.
    ``alternates`` are hreflang and absolute address of every version; ``pictures`` says that it
    shows some.
    """

    kind: str
    section: str
    edition: Edition
    address: str
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    noindex: bool
    switch: tuple[Switch, ...]
    feed: str
    json_feed: str
    feed_name: str
    number: int = 0
    newer: str | None = None
    older: str | None = None
    pictures: bool = False


class PageData(Protocol):
    """What a template is given: the frame, and the fields of its kind."""

    @property
    def page(self) -> Frame:
        """The frame."""
        ...


def frame(
    shared: Shared,
    *,
    kind: str,
    section: str = "",
    edition: Edition,
    address: str,
    title: str,
    description: str,
    peers: Mapping[Edition, str],
    versions: Sequence[Edition] | None = None,
    instead: Callable[[Edition], str] = addresses.folder,
    indexed: bool = True,
    default: str = "",
    feed: str = "",
    feed_name: str = "",
    number: int = 0,
    newer: str | None = None,
    older: str | None = None,
    pictures: bool = False,
) -> Frame:
    """The frame of the page at ``address``.

    ``peers`` are the addresses of the same page in the editions that have it; the switch
    leads to ``instead`` in the others. ``versions`` are the editions whose page is a version
    of this one (all ``peers`` where it is not given): an edition that shows an article's
    Chinese for want of English is none. ``default`` is the address of ``x-default``, that of
    the first version without it; ``feed`` is the address of the list whose feed the page
    names, the edition's own without it.
    """
    site = shared.site
    names = {other: shared.local(other).words["edition_name"] for other in site.editions}
    switch = tuple(
        Switch(other, name, peers.get(other) or instead(other), other == edition)
        for other, name in names.items()
    )
    fed = feed or addresses.folder(edition)
    found = [
        (other, site.base_url + peers[other])
        for other in site.editions
        if indexed and other in peers and (versions is None or other in versions)
    ]
    return Frame(
        kind=kind,
        section=section,
        edition=edition,
        address=address,
        title=title,
        description=description,
        canonical=site.base_url + address,
        alternates=with_default(found, default),
        noindex=not indexed,
        switch=switch,
        feed=addresses.feed(fed),
        json_feed=addresses.json_feed(fed),
        feed_name=feed_name or shared.local(edition).title,
        number=number,
        newer=newer,
        older=older,
        pictures=pictures,
    )


def with_default(
    versions: Sequence[tuple[str, str]], default: str = ""
) -> tuple[tuple[str, str], ...]:
    """``versions`` (hreflang, address) and ``x-default``: ``default``, or the first version."""
    if not versions:
        return ()
    return (*versions, ("x-default", default or versions[0][1]))


def page(data: PageData, source: str) -> Artifact:
    """The page that the template of its kind makes of ``data``."""
    return Artifact(addresses.file_of(data.page.address), source, render_page, data)


def render_page(data: PageData, shared: Shared) -> bytes:
    """The HTML of a page: every field of ``data`` and of its frame is a name in the template."""
    frame = data.page
    context = shared.tool(Shells).of(frame.edition, addresses.root_from(frame.address))
    context |= {name: getattr(frame, name) for name in frame.__struct_fields__}
    fields: tuple[str, ...] = getattr(data, "__struct_fields__", ())
    context |= {name: getattr(data, name) for name in fields if name != "page"}
    return shared.templates.render(f"{frame.kind}.html", context)
