"""What all pages have in common: address, versions in other editions, feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import msgspec

from generator.config import Edition
from generator.pages.kind import Artifact
from generator.pages.shell import Shells
from generator.pages.structured import structured, trail_of
from generator.pipeline.shared import Shared
from generator.render import address as addresses


class Switch(msgspec.Struct, frozen=True):
    """One edition in the language switch."""

    edition: Edition
    name: str
    address: str
    current: bool


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The common data of a page. ``address`` is relative to the root of the site, ``canonical`` is
    absolute.

    ``section`` is the entry of the menu to which the page belongs. ``number`` is 0 except on
    numbered pages of a list; ``newer`` and ``older`` are the addresses of its neighbours.
    ``alternates`` are (hreflang, absolute address) of every version. ``pictures`` is true if the
    page shows any.
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
    """The data for a template: the frame, and the fields of its kind."""

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
    """Make the frame of the page at ``address``.

    - ``peers`` are the addresses of the same page in other editions; in an edition without one, the
      language switch leads to ``instead``.
    - ``versions`` are the editions whose page is a translation of this one (default: all of
      ``peers``). An edition that shows the Chinese of an article for lack of English is not a
      translation.
    - ``default`` is the address for ``x-default`` (default: that of the first version).
    - ``feed`` is the address of the list whose feed the page links to (default: the edition's own).
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
    """``versions`` (hreflang, address) with ``x-default`` added: ``default``, or the first
    version."""
    if not versions:
        return ()
    return (*versions, ("x-default", default or versions[0][1]))


def page(data: PageData, source: str) -> Artifact:
    """The artifact of a page, rendered from ``data`` with the template of its kind."""
    return Artifact(addresses.file_of(data.page.address), source, render_page, data)


def render_page(data: PageData, shared: Shared) -> bytes:
    """The HTML of a page. In the template, every field of ``data`` and of its frame is a
    variable."""
    frame = data.page
    context = shared.tool(Shells).of(frame.edition, addresses.root_from(frame.address))
    context |= {name: getattr(frame, name) for name in frame.__struct_fields__}
    fields: tuple[str, ...] = getattr(data, "__struct_fields__", ())
    context |= {name: getattr(data, name) for name in fields if name != "page"}
    context["trail"] = trail = trail_of(data, context["home"], context["t"])
    context["structured"] = structured(data, trail, context["home"])
    return shared.templates.render(f"{frame.kind}.html", context)
