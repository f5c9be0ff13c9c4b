"""Addresses: each page's path below the site, without a leading slash.

A page's address ends in ``/`` (or is empty, the root) and its file is
``index.html``; every other address is a file's name.
"""

from __future__ import annotations

from generator.config import Edition


def folder(edition: Edition) -> str:
    """The folder of an edition: ``zh-hans/``."""
    return f"{edition.lower()}/"


def paged(address: str, number: int) -> str:
    """Page ``number`` (1 is the oldest) of the list at ``address``; for 0, ``address`` itself."""
    return f"{address}page/{number}/" if number else address


def article(edition: Edition, slug: str) -> str:
    """An article's page."""
    return f"{folder(edition)}articles/{slug}/"


def own_page(edition: Edition, slug: str) -> str:
    """A page of the site's own."""
    return f"{folder(edition)}{slug}/"


def parallel(edition: Edition, slug: str) -> str:
    """An article beside its translation."""
    return f"{article(edition, slug)}parallel/"


def pinyin(edition: Edition, slug: str) -> str:
    """An article with pinyin over the characters."""
    return f"{article(edition, slug)}pinyin/"


def site_card(edition: Edition) -> str:
    """The social card of all pages of an edition that are not articles."""
    return f"{folder(edition)}card.png"


def card(edition: Edition, slug: str) -> str:
    """An article's social card."""
    return f"{article(edition, slug)}card.png"


def picture(key: str, name: str) -> str:
    """A file made of the picture ``key``, which is a hash of its inputs."""
    return f"assets/pictures/{key[:12]}-{name}"


def archive(edition: Edition) -> str:
    """The list of months."""
    return f"{folder(edition)}archive/"


def month(edition: Edition, name: str) -> str:
    """The summary page of a month such as ``2023-10``."""
    return f"{folder(edition)}archive/{name}/"


def book(edition: Edition, month: str, *, bilingual: bool = False) -> str:
    """A month as a book; the file name has month and language, for readers who download it."""
    beside = "-en" if bilingual else ""
    return f"{folder(edition)}books/{month}-{edition.lower()}{beside}.epub"


def cities(edition: Edition) -> str:
    """The city index."""
    return f"{folder(edition)}cities/"


def city(edition: Edition, slug: str) -> str:
    """A city's page."""
    return f"{folder(edition)}cities/{slug}/"


def figures(edition: Edition) -> str:
    """The key figures of all articles."""
    return f"{folder(edition)}figures/"


def indicator(edition: Edition, slug: str) -> str:
    """The figures of one indicator, if not all figures fit on one page."""
    return f"{figures(edition)}{slug}/"


def figures_of_year(edition: Edition, slug: str, year: int, number: int = 1) -> str:
    """The figures of an indicator in a year; ``number`` counts the pages, from the oldest."""
    more = f"{number}/" if number > 1 else ""
    return f"{indicator(edition, slug)}{year}/{more}"


def compare(edition: Edition) -> str:
    """The page that puts cities side by side."""
    return f"{folder(edition)}compare/"


def topics(edition: Edition) -> str:
    """The list of topics."""
    return f"{folder(edition)}topics/"


def topic(edition: Edition, slug: str) -> str:
    """A topic's page."""
    return f"{folder(edition)}topics/{slug}/"


def reading_list(edition: Edition) -> str:
    """The page that shows what a reader saved."""
    return f"{folder(edition)}reading/"


def series(edition: Edition, slug: str) -> str:
    """The page of a series."""
    return f"{folder(edition)}series/{slug}/"


def named_list(edition: Edition, what: str) -> str:
    """The list of ``series`` or of ``authors``."""
    return f"{folder(edition)}{what}/"


def author(edition: Edition, slug: str) -> str:
    """An author's page."""
    return f"{folder(edition)}authors/{slug}/"


def entities(edition: Edition, kind: str) -> str:
    """The list of projects (``kind`` is ``project``), or that of companies (``company``)."""
    return f"{folder(edition)}{'companies' if kind == 'company' else 'projects'}/"


def entity(edition: Edition, kind: str, slug: str) -> str:
    """The page of a project or company."""
    return f"{entities(edition, kind)}{slug}/"


def search(edition: Edition) -> str:
    """The search page."""
    return f"{folder(edition)}search/"


def feed(address: str) -> str:
    """The feed of the list at ``address``."""
    return f"{address}feed.xml"


def json_feed(address: str) -> str:
    """The JSON feed of the list at ``address``."""
    return f"{address}feed.json"


def feeds(edition: Edition) -> str:
    """The page that lists the feeds of an edition."""
    return f"{folder(edition)}feeds/"


def feed_anchor(address: str) -> str:
    """The anchor of a list on the page of feeds: ``cities-zhaoqing`` for a city's address."""
    return address.strip("/").partition("/")[2].replace("/", "-")


def opml(edition: Edition) -> str:
    """The feeds of an edition as one file."""
    return f"{folder(edition)}feeds.opml"


def manifest(edition: Edition) -> str:
    """The web app manifest of an edition."""
    return f"{folder(edition)}site.webmanifest"


def file_of(address: str) -> str:
    """The file that holds the page at ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def root_from(address: str) -> str:
    """The relative path from the page at ``address`` to the root: ``../../``, or ``./``."""
    return "../" * address.count("/") or "./"
