"""The site's own pages (About, legal notice, …) from ``content/pages/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.config import Edition, Site
from generator.library.index import Library
from generator.library.own_page import PageText
from generator.library.picture import Pictures
from generator.markup.nodes import anchored
from generator.pages.frame import Frame, frame, page
from generator.pages.kind import Artifact, Kind, Listed
from generator.pages.search_text import SearchTextData, render_text
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.pictures import with_pictures
from generator.search.texts import text_of, text_path


class OwnPageItem(msgspec.Struct, frozen=True):
    """A page. ``name`` is the number of its texts in the search index, ``pictures`` are those that
    it shows."""

    slug: str
    path: str
    draft: bool
    texts: dict[Edition, PageText]
    name: int
    pictures: Pictures = ()


class OwnPageData(msgspec.Struct, frozen=True, kw_only=True):
    """The data for the template. ``text_lang`` is set if the text is not in the page's language;
    ``summary`` is empty if the editor wrote none."""

    page: Frame
    summary: str
    blocks: tuple[str, ...]
    text_lang: str
    draft: bool


def units(library: Library, shared: Shared) -> Iterator[tuple[str, OwnPageItem]]:
    """One unit for each page."""
    for ref in library.pages:
        pictures = library.pictures_of(ref.pictures)
        item = OwnPageItem(
            ref.slug, ref.path, ref.draft, ref.texts, library.names[ref.ident], pictures
        )
        yield ref.slug, item


def shown_in(own: Sequence[Edition], site: Site) -> tuple[Edition, ...]:
    """The editions that show a page with texts in ``own``."""
    shown = site.missing_english != "skip"
    return tuple(e for e in site.editions if e in own or (e == "en" and shown))


def listed(library: Library) -> Iterator[Listed]:
    """Each page, with the editions that have a text of their own."""
    for ref in library.pages:
        own = [edition for edition in library.editions if edition in ref.texts]
        yield Listed({edition: address.own_page(edition, ref.slug) for edition in own}, "")


def artifacts(item: OwnPageItem, shared: Shared) -> Iterator[Artifact]:
    """The page in each edition, and its texts for search."""
    site = shared.site
    editions = shown_in(tuple(item.texts), site)
    own = tuple(edition for edition in editions if edition in item.texts)
    peers = {edition: address.own_page(edition, item.slug) for edition in editions}
    for edition in editions:
        text = item.texts.get(edition) or item.texts["zh-Hans"]
        yield page(
            OwnPageData(
                page=frame(
                    shared,
                    kind="page",
                    edition=edition,
                    address=peers[edition],
                    title=text.title,
                    description=text.description,
                    peers=peers,
                    versions=own,
                    indexed=edition in own,
                    pictures=bool(item.pictures),
                ),
                summary=text.summary,
                blocks=tuple(
                    anchored(with_pictures(block, dict(item.pictures), first=n == 1), f"p{n}")
                    for n, block in enumerate(text.blocks, 1)
                ),
                text_lang="" if edition in own else "zh-Hans",
                draft=item.draft,
            ),
            item.path,
        )
    # In an edition without a text of its own, the browser falls back to the Simplified text.
    others: list[Edition] = [edition for edition in editions if edition != "zh-Hans"]
    for edition in ("zh-Hans", *others):
        yield _search_text(item, edition, shared)


def _search_text(item: OwnPageItem, edition: Edition, shared: Shared) -> Artifact:
    data = page_text(item.slug, item.texts, edition, item.draft, shared)
    return Artifact(text_path(edition, item.name), item.path, render_text, data)


def page_text(
    slug: str, texts: Mapping[Edition, PageText], edition: Edition, draft: bool, shared: Shared
) -> SearchTextData:
    """The text of a page for search results in ``edition``."""
    text = texts.get(edition) or texts["zh-Hans"]
    shown = edition if edition in shared.site.editions else shared.site.default_edition
    return SearchTextData(
        slug=slug,
        text=text_of(text.title, text.description, text.blocks),
        date="",
        day="",
        edition=edition,
        lang="" if edition in texts else "zh-Hans",
        draft=shared.local(shown).words["draft"] if draft else "",
        at=f"../{slug}/",
    )


KIND = Kind("page", units, artifacts, listed=listed)
