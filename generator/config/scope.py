"""The subsets of the settings on which articles and pages depend."""

from __future__ import annotations

import msgspec

from generator.config.local import LocalText
from generator.config.publishing import PublishSettings
from generator.config.site import Site

# Settings that only affect pages, feeds and engines: when they change, articles are not processed
# again.
_NOT_OF_ARTICLES = (
    "title", "description", "base_url", "page_size", "feed_length", "feed_content",
    "publisher", "social_cards", "card_font", "translation", "menu", "footer", "logo", "favicon",
    "accent", "lead", "lead_line", "author_pages", "cards_named", "offline", "typeface", "publish",
    "books", "book_months", "guide", "guide_line", "editors",
)  # fmt: skip


def settings_of_articles(site: Site) -> Site:
    """Return ``site`` with all settings that do not affect the text of articles at their
    defaults."""
    nothing = Site(title=LocalText(), description=LocalText(), base_url="https://example.org/")
    return msgspec.structs.replace(
        site, **{name: getattr(nothing, name) for name in _NOT_OF_ARTICLES}
    )


def settings_of_pages(site: Site) -> Site:
    """Return ``site`` with all settings that do not affect any page at their defaults."""
    return msgspec.structs.replace(site, publish=PublishSettings())
