"""How a site's Traditional Chinese is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from generator.script.tables import Spelling, Tai, Variant

if TYPE_CHECKING:
    from generator.config import Site

Vocabulary = Literal["none", "tw"]
Quotes = Literal["curly", "corner"]


class Style(msgspec.Struct, frozen=True):
    """A way of writing Traditional Chinese.

    - ``variant``: Taiwan's (``tw``) or Hong Kong's (``hk``) characters.
    - ``tai``: 台 or 臺 in Taiwan's (台灣); Hong Kong has 台.
    - ``vocabulary``: ``tw`` puts Taiwan's words for the mainland's (軟體 for 软件).
    - ``quotes``: ``corner`` puts 「」『』 for “”‘’.
    """

    variant: Variant = "tw"
    tai: Tai = "台"
    vocabulary: Vocabulary = "none"
    quotes: Quotes = "curly"

    @property
    def spelling(self) -> Spelling:
        """The forms of characters and words."""
        return Spelling(self.variant, self.tai)


def style_of(site: Site) -> Style:
    """How the settings of ``site`` say that its Traditional Chinese is written."""
    return Style(site.hant_variant, site.hant_tai, site.hant_vocabulary, site.quotes)
