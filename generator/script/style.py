"""The style of a site's Traditional Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from generator.script.tables import Spelling, Tai, Variant

if TYPE_CHECKING:
    from generator.config import Site

Vocabulary = Literal["none", "tw"]
Quotes = Literal["curly", "corner"]


class Style(msgspec.Struct, frozen=True):
    """A style of Traditional Chinese.

    - ``variant``: Taiwan's (``tw``) or Hong Kong's (``hk``) characters.
    - ``tai``: 台 or 臺 with Taiwan's characters (台灣); Hong Kong's always have 台.
    - ``vocabulary``: ``tw`` replaces the mainland's words by Taiwan's (软件 by 軟體).
    - ``quotes``: ``corner`` replaces “”‘’ by 「」『』.
    """

    variant: Variant = "tw"
    tai: Tai = "台"
    vocabulary: Vocabulary = "none"
    quotes: Quotes = "curly"

    @property
    def spelling(self) -> Spelling:
        """The spelling: the part of the style that decides the forms of characters and words."""
        return Spelling(self.variant, self.tai)


def style_of(site: Site) -> Style:
    """The style in the settings of ``site``."""
    return Style(site.hant_variant, site.hant_tai, site.hant_vocabulary, site.quotes)
