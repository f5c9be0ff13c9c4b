"""Check sitemap.xml (https://www.sitemaps.org/protocol.html) against the pages that it lists."""

from __future__ import annotations

from collections.abc import Mapping

from generator.check.address import Addresses, readable
from generator.check.facts import CheckedPage
from generator.check.files import Files
from generator.check.moment import w3c_fault
from generator.check.xml import SITEMAP, XHTML, Element
from generator.problem import Report
from generator.render.sitemap import MOST

NAME = "sitemap.xml"


class SitemapCheck:
    """Checks the parts of a sitemap one by one; `finish` compares them with the pages."""

    def __init__(
        self, addresses: Addresses, files: Files, pages: Mapping[str, CheckedPage]
    ) -> None:
        self._addresses, self._files, self._pages = addresses, files, pages
        self._listed: dict[str, str] = {}

    def take(self, address: str, root: Element, report: Report) -> None:
        """Report the problems of the sitemap or sitemap index at ``address``."""
        if root.name == f"{{{SITEMAP}}}sitemapindex":
            for entry in root.all(f"{{{SITEMAP}}}sitemap"):
                self._part(address, entry, report)
            return
        entries = list(root.all(f"{{{SITEMAP}}}url"))
        if len(entries) > MOST:
            message = f"lists {len(entries)} pages, more than {MOST}"
            report.error(readable(address), root.line, "sitemap", message)
        for entry in entries:
            self._page(address, entry, report)

    def finish(self, report: Report) -> None:
        """Report every page that search engines may index but that is not listed."""
        for address, page in self._pages.items():
            if page.indexed and address not in self._listed:
                report.error(
                    readable(address), field="sitemap", message=f"the page is not in /{NAME}"
                )

    def _location(self, address: str, entry: Element, report: Report) -> tuple[str | None, int]:
        """Return the address of an entry relative to the root, or ``None`` if it is not on this
        site, and its line."""
        path, found = readable(address), entry.first(f"{{{SITEMAP}}}loc")
        if found is None or not found.text.strip():
            report.error(path, entry.line, "sitemap", "an entry has no <loc>")
            return None, entry.line
        changed = entry.first(f"{{{SITEMAP}}}lastmod")
        fault = w3c_fault(changed.text.strip()) if changed else ""
        if changed and fault:
            report.error(path, changed.line, "sitemap", f"<lastmod> {fault}")
        own = self._addresses.own(found.text.strip())
        if own is None:
            message = f'"{found.text.strip()}" is not an absolute address on this site'
            hint = f"addresses begin with {self._addresses.base_url}"
            report.error(path, found.line, "sitemap", message, hint)
        return own, found.line

    def _part(self, address: str, entry: Element, report: Report) -> None:
        own, line = self._location(address, entry, report)
        if own is not None and not self._files.has(own):
            message = f"names {readable(own)}, which does not exist"
            report.error(readable(address), line, "sitemap", message)

    def _page(self, address: str, entry: Element, report: Report) -> None:
        path = readable(address)
        own, line = self._location(address, entry, report)
        if own is None:
            return
        if own in self._listed:
            report.error(path, line, "sitemap", f"{readable(own)} is listed twice")
            return
        self._listed[own] = address
        page = self._pages.get(own)
        if page is None:
            report.error(path, line, "sitemap", f"{readable(own)} is listed, but is not a page")
            return
        if not page.indexed:
            report.error(path, line, "sitemap", f"{readable(own)} is listed, but is noindex")
        self._alternates(path, entry, page, report)

    def _alternates(self, path: str, entry: Element, page: CheckedPage, report: Report) -> None:
        """Check that an entry lists the same language versions as the page itself."""
        listed = {
            (link.attributes.get("hreflang", "").lower(), link.attributes.get("href", ""))
            for link in entry.all(f"{{{XHTML}}}link")
        }
        named = {(version.lang.lower(), version.url) for version in page.versions}
        for what, found in (("lacks", named - listed), ("has in addition", listed - named)):
            if found:
                langs = ", ".join(f"{lang} {url}" for lang, url in sorted(found))
                message = (
                    f"of the versions {readable(page.address)} names, its entry {what} {langs}"
                )
                report.error(path, entry.line, "sitemap", message)
