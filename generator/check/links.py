"""Check links: each internal one has an existing target, and no page loads from other hosts."""

from __future__ import annotations

from collections.abc import Mapping

from generator.check.address import Addresses, Target, readable
from generator.check.facts import CheckedPage, PageLink
from generator.check.files import Files
from generator.problem import Report

# Fragments that are valid on every page (HTML standard, "find a potential indicated element").
_EVERYWHERE = frozenset({"", "top"})


class LinkCheck:
    """Checks the links inside one built site; ``pages`` are its pages by address.

    ``absent`` are addresses known to be missing for a reason that is reported elsewhere.
    """

    def __init__(
        self,
        addresses: Addresses,
        files: Files,
        pages: Mapping[str, CheckedPage],
        absent: frozenset[str] = frozenset(),
    ) -> None:
        self._addresses, self._files, self._pages = addresses, files, pages
        self._absent = absent
        self._lower: dict[str, str] = {}
        self._dead: dict[str, str] = {}

    def page(self, page: CheckedPage, report: Report) -> None:
        """Report every link of ``page`` that is dead or loads something from another host."""
        for link in page.links:
            self.link(page.address, link, report, page.base)

    def link(self, address: str, link: PageLink, report: Report, base: str = "") -> None:
        """Report the problem of one link, if it has one, on the page or file at ``address``."""
        target = self._addresses.target(address, link.address, base)
        if target.where == "web":
            if link.asset:
                host = f"{link.address} would be loaded from another host"
                report.error(
                    readable(address), link.line, "request", host, "keep a copy on the site"
                )
            return
        if target.where != "site":
            message = (
                f'"{link.address}" is not a valid address'
                if target.where == "bad"
                else f"{_what(link)} {target.path}, outside the site"
            )
            report.error(readable(address), link.line, "link", message)
            return
        self._inside(address, link, target, report)

    def _inside(self, address: str, link: PageLink, target: Target, report: Report) -> None:
        if target.path in self._absent:
            return
        if not self._files.has(target.path):
            message = f"{_what(link)} {readable(target.path)}, which does not exist"
            hint = self._why(target.path)
            report.error(readable(address), link.line, "link", message, hint)
            return
        anchor = target.fragment.partition(":~:")[0]
        page = self._pages.get(target.path)
        if page is not None and anchor.lower() not in _EVERYWHERE and anchor not in page.ids:
            message = f'leads to "{anchor}" in {readable(target.path)}, which does not exist'
            report.error(readable(address), link.line, "anchor", message)

    def _why(self, path: str) -> str:
        """Return a hint for a path that does not exist: a similar one that does."""
        if path not in self._dead:
            self._dead[path] = self._guess(path)
        return self._dead[path]

    def _guess(self, path: str) -> str:
        if not path.endswith("/") and self._files.has(f"{path}/"):
            return f"write {readable(path)}/"
        if path.endswith("/") and self._files.has(path[:-1]):
            return f"write {readable(path[:-1])}"
        if not self._lower:
            self._lower = {file.lower(): file for file in self._files.there}
        other = self._lower.get(path.lower()) or self._lower.get(f"{path.lower()}index.html")
        return f"{readable(other)} is the correct spelling" if other else ""


def _what(link: PageLink) -> str:
    return "loads" if link.asset else "leads to"
