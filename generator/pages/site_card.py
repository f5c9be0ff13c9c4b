"""The social card of an edition: the picture of shared links to pages that are not articles."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from generator.config import Edition
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pages.social_card import CardData, card_words, paint
from generator.pipeline.shared import Shared
from generator.render import address
from generator.social_cards.painter import Words


class SiteCardItem(msgspec.Struct, frozen=True):
    """The edition; its words are in the settings."""

    edition: Edition


def units(library: Library, shared: Shared) -> Iterator[tuple[str, SiteCardItem]]:
    """One unit for each edition, if the site has cards and this machine can draw them."""
    if shared.painter is not None:
        for edition in shared.site.editions:
            yield edition, SiteCardItem(edition)


def artifacts(item: SiteCardItem, shared: Shared) -> Iterator[Artifact]:
    """The picture."""
    local = shared.local(item.edition)
    host = urlsplit(shared.site.base_url).hostname or ""
    words = Words(local.description, "", host, local.title)
    data = CardData(item.edition, card_words(words, item.edition))
    yield Artifact(address.site_card(item.edition), "site.yaml", paint, data, ("cards",))


KIND = Kind("site card", units, artifacts)
