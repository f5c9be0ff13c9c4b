"""Check a built site: read every page once, then compare pages, feeds and sitemap."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.check.address import Addresses, readable
from generator.check.facts import CheckedPage, PageLink
from generator.check.feed import FeedCheck
from generator.check.files import Files, address_of, list_files
from generator.check.kept import Kept, page_key
from generator.check.links import LinkCheck
from generator.check.opml import check_opml
from generator.check.page import read_page
from generator.check.sitemap import NAME as SITEMAP_NAME
from generator.check.sitemap import SitemapCheck
from generator.check.styles import style_addresses
from generator.check.versions import check_canonical, check_versions
from generator.check.xml import SITEMAP, Element, XmlError, read_xml
from generator.config import Edition
from generator.patterns import late_regex
from generator.pipeline.result import Progress
from generator.pipeline.workers import Workers
from generator.problem import DigestError, Problem, Report
from generator.render import address as addresses_of

_NAMED_SITEMAP = late_regex(r"^sitemap:\s*(\S+)\s*$", re.I | re.M)


class Built(NamedTuple):
    """The problems of a built site, and how many pages it has."""

    problems: tuple[Problem, ...]
    pages: int


def check_built(
    root: Path,
    base_url: str,
    editions: Sequence[Edition],
    kept: Kept,
    jobs: int = 1,
    progress: Progress | None = None,
    absent: frozenset[str] = frozenset(),
    static: Collection[str] = (),
) -> Built:
    """Return all problems of the site built in ``root`` for ``base_url`` (which ends with ``/``).

    Pages whose facts are in ``kept`` are not read again. Problems name places by their address in
    the site (``/en/feed.xml``), with the line in the file. Files below ``files/``, and files that
    the build's list does not name, may be linked to and are not checked. Links to the addresses
    ``absent`` are not reported; ``static`` are files that are published unchanged.
    """
    report = Report()
    files = list_files(root, static)
    base_url = _check_robots(files, base_url, report)
    _check_presence(files, editions, report)
    say = progress or (lambda stage, done, total: None)
    pages = _read_pages(files, editions, kept, jobs, report, say)
    addresses = Addresses(base_url)
    links = LinkCheck(addresses, files, pages, absent)
    for page in pages.values():
        links.page(page, report)
        check_canonical(page, addresses, report)
        check_versions(page, pages, addresses, report)
    _check_styles(files, links, report)
    _check_xml(
        files,
        links,
        FeedCheck(addresses, links, editions),
        SitemapCheck(addresses, files, pages),
        report,
    )
    return Built(tuple(report), len(pages))


def _read_pages(
    files: Files,
    editions: Sequence[Edition],
    kept: Kept,
    jobs: int,
    report: Report,
    say: Progress,
) -> dict[str, CheckedPage]:
    """Return every page by its address; problems of single pages are added to ``report``."""
    langs: dict[str, str] = {edition.lower(): edition for edition in editions}
    found: dict[bytes, CheckedPage] = {}
    todo: list[tuple[bytes, str, str]] = []
    for file in files.pages:
        address = address_of(file)
        lang = langs.get(address.partition("/")[0], "")
        text = _text(files, file)
        if isinstance(text, Problem):
            report.extend([text])
            continue
        key = page_key(text.encode(), address, lang)
        page = kept.find(key)
        if page is None:
            todo.append((key, file, lang))
        else:
            found[key] = page
    with Workers(jobs, files) as workers:
        made = workers.map(_read_page, todo)
        for count, ((key, *_), page) in enumerate(zip(todo, made, strict=True), 1):
            say("check", count, len(todo))
            found[key] = page
    kept.keep(found)
    for page in found.values():
        report.extend(page.problems)
    return {page.address: page for page in found.values()}


def _read_page(todo: tuple[bytes, str, str], files: Files) -> CheckedPage:
    _, file, lang = todo
    text = _text(files, file)
    if isinstance(text, Problem):
        raise DigestError(text)
    return read_page(text, address_of(file), lang)


def _text(files: Files, file: str) -> str | Problem:
    path = readable(address_of(file))
    try:
        data = files.read(file)
    except OSError as error:
        return Problem(path, message=f"cannot be read: {error.strerror or error}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(path, line, "encoding", "is not UTF-8")


def _check_robots(files: Files, base_url: str, report: Report) -> str:
    """Report a wrong robots.txt. Return the address that the site was built for.

    If that differs from the address in the settings, everything else is compared with it, so
    that this one mistake is reported once.
    """
    text = _text(files, "robots.txt") if "robots.txt" in files.there else ""
    if isinstance(text, Problem):
        report.extend([text])
        return base_url
    named = _NAMED_SITEMAP.search(text)
    if named is None:
        if text:
            report.error("/robots.txt", field="sitemap", message="does not name the sitemap")
        return base_url
    url, line = named[1], text.count("\n", 0, named.start()) + 1
    if url == f"{base_url}{SITEMAP_NAME}":
        return base_url
    built_for, slash, name = url.rpartition("/")
    if name == SITEMAP_NAME and re.match(r"https?://[^/]", built_for):
        message = f"the site was built for {built_for}/, but site.yaml says {base_url}"
        report.error("/robots.txt", line, "base_url", message, "build it again")
        return built_for + slash
    message = f'names the sitemap "{url}"'
    report.error("/robots.txt", line, "sitemap", message, f"it should be {base_url}{SITEMAP_NAME}")
    return base_url


def _check_presence(files: Files, editions: Sequence[Edition], report: Report) -> None:
    """Report addresses that every site has and that are missing."""
    wanted = ["", "404.html", "robots.txt", SITEMAP_NAME]
    for edition in editions:
        home = addresses_of.folder(edition)
        wanted += [home, addresses_of.feed(home)]
    for address in wanted:
        if not files.has(address):
            report.error(readable(address), message="missing", hint="build the site again")


def _check_styles(files: Files, links: LinkCheck, report: Report) -> None:
    for file in files.ending(".css"):
        text = _text(files, file)
        if isinstance(text, Problem):
            report.extend([text])
            continue
        for address, line in style_addresses(text):
            links.link(file, PageLink(address, line, asset=True), report)


def _check_xml(
    files: Files, links: LinkCheck, feeds: FeedCheck, sitemaps: SitemapCheck, report: Report
) -> None:
    for file in files.ending(".xml"):
        root = _xml(files, file, report)
        if root is None:
            continue
        if root.name.startswith(f"{{{SITEMAP}}}"):
            sitemaps.take(file, root, report)
        elif file == SITEMAP_NAME:
            report.error(
                readable(file), root.line, "sitemap", f"is a <{root.name}> document, not a sitemap"
            )
        elif root.name == "rss":
            feeds.feed(file, root, report)
        elif f"/{file}".endswith("/feed.xml"):
            report.error(
                readable(file), root.line, "feed", f"is a <{root.name}> document, not an RSS feed"
            )
    for file in files.ending(".svg"):
        _xml(files, file, report)
    for file in files.ending(".opml"):
        root = _xml(files, file, report)
        if root is not None:
            check_opml(file, root, links, report)
    if SITEMAP_NAME in files.there:
        sitemaps.finish(report)


def _xml(files: Files, file: str, report: Report) -> Element | None:
    try:
        return read_xml(files.read(file))
    except XmlError as error:
        report.error(readable(file), error.line, "xml", f"is not well formed: {error.message}")
    except OSError as error:
        report.error(readable(file), message=f"cannot be read: {error.strerror or error}")
    return None
