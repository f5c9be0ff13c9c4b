"""Metadata for crawlers: JSON-LD (https://schema.org/NewsArticle) and Open Graph's locales."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from generator.config import Edition
from generator.config.choices import HantVariant
from generator.config.editions import MANNERS

# In a script element ``</`` ends it and ``<!--`` begins a comment, so these characters are escaped.
_ESCAPES = ((b"<", b"\\u003c"), (b">", b"\\u003e"), (b"&", b"\\u0026"))


class LinkImage(NamedTuple):
    """A preview picture of a page for other sites, by its absolute address."""

    url: str
    width: int
    height: int
    alt: str
    caption: str = ""


class Version(NamedTuple):
    """An article in one language, by its absolute address."""

    edition: Edition
    url: str


class Image(NamedTuple):
    """A picture of an article, by its absolute address."""

    url: str
    width: int
    height: int
    caption: str = ""


class Story(NamedTuple):
    """The metadata of an article in one edition.

    ``language`` is the language of its text; ``published`` and ``updated`` are ISO date-times with
    offset, ``published`` is empty if the day is not known. ``original`` is the URL of the version
    that it was translated from (its own for a source text); ``versions`` are all versions.
    """

    headline: str
    summary: str
    url: str
    language: Edition
    published: str
    updated: str
    author: str
    source: str
    source_url: str
    publisher: str
    publisher_url: str
    topics: Sequence[str]
    places: Sequence[str]
    original: str
    versions: Sequence[Version]
    image: Image | None = None


def news_article(story: Story) -> str:
    """``story`` as the text of a JSON-LD script element."""
    organisation = {"@type": "Organization", "name": story.source}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": story.url,
        "url": story.url,
        "mainEntityOfPage": story.url,
        "headline": story.headline,
        "description": story.summary,
        "inLanguage": story.language,
        "author": {"@type": "Person", "name": story.author} if story.author else organisation,
        "sourceOrganization": organisation,
        "publisher": {
            "@type": "Organization",
            "name": story.publisher,
            "url": story.publisher_url,
        },
        "isAccessibleForFree": True,
    }
    # An estimated day is left out: schema.org cannot express "about".
    if story.published:
        data["datePublished"] = story.published
    if story.updated or story.published:
        data["dateModified"] = story.updated or story.published
    if story.source_url:
        data["isBasedOn"] = story.source_url
    if story.topics:
        data["keywords"] = list(story.topics)
    if story.places:
        data["contentLocation"] = [{"@type": "City", "name": name} for name in story.places]
    if story.image:
        data["image"] = _image(story.image)
    others = [version for version in story.versions if version.url != story.url]
    if story.original == story.url:
        data |= _many("workTranslation", others)
    else:
        data |= _many("translationOfWork", [v for v in others if v.url == story.original])
    return script(data)


def _image(image: Image) -> dict[str, Any]:
    """A picture (https://schema.org/ImageObject)."""
    found: dict[str, Any] = {
        "@type": "ImageObject", "url": image.url, "width": image.width, "height": image.height
    }  # fmt: skip
    return found | ({"caption": image.caption} if image.caption else {})


def _many(key: str, versions: Sequence[Version]) -> dict[str, Any]:
    works = [
        {"@type": "NewsArticle", "@id": version.url, "inLanguage": version.edition}
        for version in versions
    ]
    return {key: works[0] if len(works) == 1 else works} if works else {}


def web_site(name: str, description: str, url: str, language: Edition, publisher: str) -> str:
    """The metadata of the whole site, as the text of a JSON-LD script element."""
    return script(
        {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "@id": url,
            "url": url,
            "name": name,
            "description": description,
            "inLanguage": language,
            "publisher": {"@type": "Organization", "name": publisher},
        }
    )


def script(data: object) -> str:
    """JSON that is safe inside a script element."""
    text = msgspec.json.encode(data)
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return text.decode()


def moment(written: str, zone: ZoneInfo) -> str:
    """An editor's ISO date or date-time as an ISO date-time with offset; ``zone`` is the default
    time zone."""
    if len(written) > len("2024-05-31"):
        found = datetime.fromisoformat(written)
        return (found if found.tzinfo else found.replace(tzinfo=zone)).isoformat()
    return datetime.combine(date.fromisoformat(written), time(), tzinfo=zone).isoformat()


def og_locale(edition: Edition, variant: HantVariant) -> str:
    """The edition's locale for Open Graph (https://ogp.me)."""
    locale = MANNERS[edition].locale
    return locale + variant.upper() if locale.endswith("_") else locale
