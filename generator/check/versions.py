"""Check what a page tells search engines: its canonical address and its language versions.

Rules: Google Search Central, "Tell Google about localized versions of your page": every version
lists itself, all others and ``x-default`` by full addresses, and the others list it too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.check.address import Addresses, readable
from generator.check.facts import CheckedPage, LanguageVersion
from generator.patterns import late_regex
from generator.problem import Report

DEFAULT = "x-default"
_CODE = late_regex(r"x-default|[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Za-z]{2})?", re.I)


def check_canonical(page: CheckedPage, addresses: Addresses, report: Report) -> None:
    """Report a canonical address that is missing, duplicate or that of another page."""
    path, own = readable(page.address), addresses.absolute(page.address)
    if page.refresh:
        # The canonical address of a redirect is its target.
        target = addresses.target(page.address, page.refresh, page.base)
        own = addresses.absolute(target.path) if target.where == "site" else page.refresh
    if not page.canonical:
        if page.indexed:
            report.error(path, 1, "canonical", "is missing", f"it should be {own}")
        return
    for second in page.canonical[1:]:
        first = page.canonical[0].line
        report.error(path, second.line, "canonical", f"duplicate, first on line {first}")
    link = page.canonical[0]
    if link.address != own:
        report.error(path, link.line, "canonical", f'is "{link.address}"', f"it should be {own}")


def check_versions(
    page: CheckedPage, pages: Mapping[str, CheckedPage], addresses: Addresses, report: Report
) -> None:
    """Report the problems of the ``hreflang`` entries of ``page``."""
    path = readable(page.address)
    if not page.versions:
        if page.indexed:
            report.error(
                path, 1, "hreflang", "the page lists neither its language versions nor itself"
            )
        return
    seen: dict[str, LanguageVersion] = {}
    for version in page.versions:
        code = version.lang.lower()
        if code in seen:
            first = seen[code].line
            message = f'duplicate "{version.lang}", first on line {first}'
            report.error(path, version.line, "hreflang", message)
            continue
        seen[code] = version
        _check_version(page, version, pages, addresses, report)
    line = page.versions[0].line
    if DEFAULT not in seen:
        report.error(path, line, "hreflang", "x-default missing")
    if all(version.url != addresses.absolute(page.address) for version in page.versions):
        report.error(path, line, "hreflang", "the page does not list itself")


def _check_version(
    page: CheckedPage,
    version: LanguageVersion,
    pages: Mapping[str, CheckedPage],
    addresses: Addresses,
    report: Report,
) -> None:
    path, code = readable(page.address), version.lang
    if not _CODE.fullmatch(code):
        report.error(
            path,
            version.line,
            "hreflang",
            f'"{code}" is not a language tag',
            "like zh-Hans or x-default",
        )
    own = addresses.own(version.url)
    if own is None:
        message = f'{code} is "{version.url}", not an absolute address on this site'
        hint = f"addresses begin with {addresses.base_url}"
        report.error(path, version.line, "hreflang", message, hint)
        return
    other = pages.get(own)
    if other is None:
        message = f"{code} leads to {readable(own)}, which is not a page"
        report.error(path, version.line, "hreflang", message)
        return
    if code.lower() not in (DEFAULT, other.lang.lower()):
        message = f'{code} leads to {readable(own)}, which is in "{other.lang}"'
        report.error(path, version.line, "hreflang", message)
    if other is not page and not _names(other, addresses.absolute(page.address)):
        message = f"{code} leads to {readable(own)}, which does not list this page"
        report.error(path, version.line, "hreflang", message, "language versions list each other")


def _names(page: CheckedPage, url: str) -> bool:
    return any(version.url == url for version in page.versions)
