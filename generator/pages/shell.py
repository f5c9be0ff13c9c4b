"""The variables that all templates of an edition get."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generator import words
from generator.config import Edition
from generator.config.look import icon_type
from generator.pipeline.shared import Shared
from generator.render import address
from generator.render.metadata import LinkImage, og_locale
from generator.render.typography import curly_html
from generator.render.views import Named
from generator.script import detect_script
from generator.social_cards.size import HEIGHT, WIDTH

# The most rendered parts of pages that are kept in memory.
_PARTS = 2000
# Words for the script `site.js`.
_READER = (
    "settings", "theme", "auto", "light", "dark", "size", "smaller", "larger", "new", "since",
    "list", "save", "saved", "remove", "empty",
)  # fmt: skip


class MenuLink(NamedTuple):
    """An entry of the main menu in an edition. ``section`` is that of its pages; ``lang`` is set if
    the name is not in the page's language."""

    name: str
    address: str
    section: str
    lang: str = ""
    outside: bool = False


class Shells:
    """The variables of all editions, each made once. Use ``shared.tool(Shells)``."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._shells: dict[tuple[Edition, str], dict[str, Any]] = {}
        self._parts: dict[tuple[Hashable, ...], Markup] = {}

    def of(self, edition: Edition, root: str) -> dict[str, Any]:
        """The variables for a template of ``edition``; ``root`` is the relative path from the page
        to the root."""
        key = (edition, root)
        if key not in self._shells:
            self._shells[key] = self._shell(edition, root)
        return dict(self._shells[key])

    def _shell(self, edition: Edition, root: str) -> dict[str, Any]:
        from generator.pages import accent

        local, site = self._shared.local(edition), self._shared.site
        nav = self._menu(edition)
        return {
            "root": root,
            "edition": edition,
            "home": address.folder(edition),
            "nav": nav,
            "menu_addresses": frozenset(entry.address for entry in nav),
            "part": partial(self._part, edition, root),
            "site_title": local.title,
            "site_description": local.description,
            "footer_pages": self._page_links(edition, "footer"),
            "footer_text": self._footer(edition, root),
            "logo": site.logo,
            "favicon": site.favicon,
            "favicon_type": icon_type(site.favicon),
            "accent_style": accent.address(site.accent) if site.accent.light else "",
            "manifest": address.manifest(edition),
            "site_card": self._site_card(edition),
            "og_locale": og_locale(edition, site.hant_variant),
            "asset": self._shared.asset,
            "reader_words": {name: local.words[f"reader_{name}"] for name in _READER},
            "offline": site.offline,
            "typeface": site.typeface,
            "t": partial(words.say, local.words),
        }

    def _site_card(self, edition: Edition) -> LinkImage | None:
        """The picture of links to pages that have none of their own; ``None`` without cards."""
        if self._shared.painter is None:
            return None
        url = self._shared.site.base_url + address.site_card(edition)
        return LinkImage(url, WIDTH, HEIGHT, self._shared.local(edition).title)

    def _menu(self, edition: Edition) -> list[MenuLink]:
        """The main menu from left to right: that of site.yaml, or else the lists and the own pages
        listed in the menu."""
        from generator.pages import menu

        local = self._shared.local(edition)
        lists = {
            entry.word: MenuLink(local.words[entry.word], entry.address(edition), section)
            for section, entry in menu()
        }
        if not self._shared.site.menu:
            pages = [
                MenuLink(page.name, page.address, "", page.lang)
                for page in self._page_links(edition, "menu")
            ]
            return [*lists.values(), *pages]
        own = {page.address: page for page in self._page_links(edition, "")}
        found = []
        for entry in self._shared.site.menu:
            name = local.text(entry.name)
            page = own.get(address.own_page(edition, entry.to))
            if entry.outside:
                found.append(MenuLink(name, entry.to, "", outside=True))
            elif entry.to in lists:
                known = lists[entry.to]
                found.append(known._replace(name=name or known.name))
            elif page is not None:
                lang = "" if name else page.lang
                found.append(MenuLink(name or page.name, page.address, "", lang))
        return found

    def _footer(self, edition: Edition, root: str) -> Markup:
        """The text of the footer, with addresses relative to a page from which ``root`` leads to
        the root."""
        text = self._shared.site.footer.text
        own = {"zh-Hans": text.hans, "zh-Hant": text.hant, "en": text.en}[edition]
        source = own or text.hans or text.en
        if not source:
            return Markup()
        from generator.markup.document import read
        from generator.markup.links import resolve, rewrite

        def lead(attribute: str, written: str) -> str:
            kind, target = resolve(attribute, written, "page")
            slug, _, anchor = target.partition("#")
            at = f"#{anchor}" if anchor else ""
            places = {
                "article": address.article(edition, slug),
                "page": address.own_page(edition, slug),
                "file": f"files/{slug}",
            }
            return root + places[kind] + at if kind in places else written

        blocks = read(source).blocks
        if edition == "en" and text.en:
            blocks = tuple(map(curly_html, blocks))
        elif edition not in ("en", detect_script(source)) and not (edition == "zh-Hant" and own):
            # The Chinese may be written in either script.
            scripts = self._shared.scripts
            to = scripts.hant if edition == "zh-Hant" else scripts.hans
            blocks = tuple(map(to.html, blocks))
        return Markup("\n".join(rewrite(block, lead) for block in blocks))

    def _page_links(self, edition: Edition, where: str) -> list[Named]:
        """The site's own pages that an edition has and lists in ``where`` (all, if that is empty),
        in order."""
        local = self._shared.local(edition)
        return [
            Named(
                local.text(link.title),
                address.own_page(edition, link.slug),
                lang="zh-Hans" if edition == "en" and not link.english else "",
            )
            for link in self._shared.page_links
            if (not where or link.listed in (where, "both"))
            and (edition != "en" or link.english or link.everywhere)
        ]

    def _part(self, edition: Edition, root: str, name: str, **values: Hashable) -> Markup:
        """Render a template with ``values`` added to the shell; the result is cached for all pages
        with the same values."""
        key = (edition, root, name, tuple(values.items()))
        if key not in self._parts:
            if len(self._parts) >= _PARTS:
                self._parts.clear()
            text = self._shared.templates.render(name, self.of(edition, root) | values)
            self._parts[key] = Markup(text.decode())
        return self._parts[key]
