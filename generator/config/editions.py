"""The editions of a site, and the names of each in other formats (feeds, Open Graph, fonts)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Edition = Literal["zh-Hans", "zh-Hant", "en"]
EDITIONS: tuple[Edition, ...] = ("zh-Hans", "zh-Hant", "en")


class Manner(NamedTuple):
    """How other formats name an edition.

    ``rss`` are its language codes in feeds (https://www.rssboard.org/rss-language-codes);
    `feed_language` chooses one of them. ``locale`` is its name in Open Graph (https://ogp.me); for
    Traditional Chinese it lacks the region, which the settings choose. ``faces`` are words in the
    names of fonts with the right shapes of its characters.
    """

    rss: tuple[str, ...]
    locale: str
    faces: tuple[str, ...]


MANNERS: Mapping[Edition, Manner] = {
    "zh-Hans": Manner(("zh-cn",), "zh_CN", ("SC", "CN", "YaHei")),
    "zh-Hant": Manner(("zh-tw", "zh-hk"), "zh_", ("TC", "TW", "HK", "JhengHei")),
    "en": Manner(("en", "en-gb", "en-us"), "en_GB", ("SC", "CN", "YaHei")),
}


def feed_language(edition: Edition, variant: str) -> str:
    """Return the language code of an edition in feeds; ``variant`` (tw or hk) chooses the region
    of Traditional Chinese."""
    codes = MANNERS[edition].rss
    return next((code for code in codes if code.endswith(f"-{variant}")), codes[0])
