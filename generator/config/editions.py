"""The editions of a site, and what is peculiar to each beside its text and its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Edition = Literal["zh-Hans", "zh-Hant", "en"]
EDITIONS: tuple[Edition, ...] = ("zh-Hans", "zh-Hant", "en")


class Manner(NamedTuple):
    """How others call an edition.

    ``rss`` are the codes of its language in feeds (https://www.rssboard.org/rss-language-codes),
    of which `feed_language` is written; ``locale`` is its name in Open Graph (https://ogp.me), of
    Traditional Chinese without the region, which the settings choose; ``faces`` are words in the
    names of the fonts that its characters are drawn with.
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
    """The code of an edition in feeds; of Traditional Chinese that of the region, tw or hk."""
    codes = MANNERS[edition].rss
    return next((code for code in codes if code.endswith(f"-{variant}")), codes[0])
