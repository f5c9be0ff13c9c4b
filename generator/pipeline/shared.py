"""What stages may read beside their own item: the shared parts, each known by its digest.

A stage names the parts it reads, and its keys are made of their digests. The texts of
articles are no part: items name them by digests of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import msgspec
from markupsafe import Markup

from generator import words
from generator.config import Edition, LocalText, Site, settings_of_articles
from generator.config.look import icon_type
from generator.content.glossary import Glossary
from generator.gazetteer import Gazetteer, load
from generator.library.article import ArticleMeta, ArticleText, MetaRef, TextRef
from generator.pictures.store import Store
from generator.pipeline.cache import Contents, DamagedError
from generator.pipeline.folder import FOLDER
from generator.pipeline.keys import digest_of, key_of
from generator.pipeline.version import program_fingerprint
from generator.render import address
from generator.render.metadata import og_locale
from generator.render.templates import Templates
from generator.render.views import Entry, Localizer, Named
from generator.script import Converter, style_of
from generator.script.site import Scripts, site_scripts

if TYPE_CHECKING:
    from generator.social_cards.painter import Painter

Part = Literal["settings", "article_settings", "glossary", "script", "templates", "cards"]
ALL: tuple[Part, ...] = (
    "settings", "article_settings", "glossary", "script", "templates", "cards"
)  # fmt: skip
_T = TypeVar("_T")
# Rendered parts of pages kept in memory at once.
_PARTS = 2000

# Words of `reader.js`.
_READER = (
    "settings", "theme", "auto", "light", "dark", "size", "smaller", "larger", "new", "since",
    "list", "save", "saved", "remove", "empty",
)  # fmt: skip


class PageLink(msgspec.Struct, frozen=True):
    """A page of the site's own as every page links to it. ``english`` says whether the English
    edition has a text of its own; it has the page in any case where ``everywhere``."""

    slug: str
    title: LocalText
    listed: str
    english: bool
    everywhere: bool


class MenuLink(NamedTuple):
    """An entry of the main menu in an edition; ``section`` is what its pages belong to, ``lang``
    set where the name is not in the page's language."""

    name: str
    address: str
    section: str
    lang: str = ""
    outside: bool = False


class Recipe(NamedTuple):
    """What the shared parts are made from: plain data, the same in every process."""

    root: str
    site: Site
    glossary: Glossary
    pages: tuple[PageLink, ...] = ()


class _Made:
    """The shared parts, each made when it is first asked for."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.root = Path(recipe.root)
        self.contents = Contents(self.root)
        self.shells: dict[tuple[Edition, str], dict[str, Any]] = {}
        self.parts: dict[tuple[Hashable, ...], Markup] = {}
        self.tools: dict[tuple[object, tuple[Part, ...]], Any] = {}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return load()

    @cached_property
    def scripts(self) -> Scripts:
        return site_scripts(self.recipe.site, self.recipe.glossary, self.gazetteer)

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.root, self.root / FOLDER / "templates")

    @cached_property
    def locals(self) -> dict[Edition, Localizer]:
        site = self.recipe.site
        return {
            edition: Localizer(edition, site, self.gazetteer, self._traditional(edition))
            for edition in site.editions
        }

    def _traditional(self, edition: Edition) -> Converter:
        return self.scripts.of(edition) or self.scripts.hant

    @cached_property
    def painter(self) -> Painter | str:
        site = self.recipe.site
        if not site.social_cards:
            return ""
        from generator.social_cards.painter import find_painter

        return find_painter(self.root, site.card_font)

    def warm_up(self) -> None:
        for local in self.locals.values():
            _ = local.words
        self.templates.compile_all()

    @cached_property
    def digests(self) -> Mapping[Part, str]:
        site, glossary = self.recipe.site, self.recipe.glossary
        painter = self.painter
        return {
            "settings": key_of(site, self.recipe.pages),
            "article_settings": key_of(settings_of_articles(site)),
            "glossary": key_of(glossary),
            "script": key_of(style_of(site), glossary.hant_forms(), glossary.keep),
            "templates": self.templates.fingerprint(),
            "cards": painter if isinstance(painter, str) else painter.key,
        }


class Shared:
    """The shared parts that a stage reads; asking for any other is an `AttributeError`."""

    def __init__(
        self, recipe: Recipe, made: _Made | None = None, parts: tuple[Part, ...] = ALL
    ) -> None:
        self._made = made or _Made(recipe)
        self._parts = parts
        self._views: dict[tuple[Part, ...], Shared] = {parts: self}

    def __reduce__(self) -> tuple[type[Shared], tuple[Recipe, None, tuple[Part, ...]]]:
        return Shared, (self._made.recipe, None, self._parts)

    def limited(self, parts: tuple[Part, ...]) -> Shared:
        """The same with fewer parts."""
        if parts not in self._views:
            self._views[parts] = Shared(self._made.recipe, self._made, parts)
        return self._views[parts]

    @cached_property
    def key(self) -> str:
        """A hash of the program and of all parts that this view has."""
        digests = [self._made.digests[part] for part in self._parts]
        return key_of(program_fingerprint(), digests)

    @property
    def root(self) -> Path:
        """The site's folder, to read the files that items name."""
        return self._made.root

    @property
    def site(self) -> Site:
        """The settings."""
        self._reads("settings")
        return self._made.recipe.site

    @property
    def article_settings(self) -> Site:
        """The settings that decide about the text of articles; all others as by default."""
        self._reads("article_settings")
        return settings_of_articles(self._made.recipe.site)

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        self._reads("glossary")
        return self._made.recipe.glossary

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer, which is a part of the program."""
        return self._made.gazetteer

    @property
    def scripts(self) -> Scripts:
        """The conversions between scripts."""
        self._reads("script")
        return self._made.scripts

    @property
    def templates(self) -> Templates:
        """The templates and assets."""
        self._reads("templates")
        return self._made.templates

    @property
    def painter(self) -> Painter | None:
        """Who paints social cards, if the site has them."""
        self._reads("cards")
        painter = self._made.painter
        return None if isinstance(painter, str) else painter

    @property
    def no_cards(self) -> str:
        """Why there are no social cards though the settings ask for them; empty mostly."""
        painter = self._made.painter
        return painter if isinstance(painter, str) else ""

    @property
    def fonts(self) -> tuple[str, ...]:
        """The font files outside the site that cards are painted with."""
        painter = self.painter
        return () if painter is None else (str(painter.font),)

    def local(self, edition: Edition) -> Localizer:
        """How an edition says things."""
        self._reads("settings")
        self._reads("script")
        return self._made.locals[edition]

    def meta(self, ref: MetaRef | TextRef) -> ArticleMeta:
        """What lists show of an article."""
        return self._made.contents.get(ref.meta, ArticleMeta)

    def text(self, ref: TextRef) -> ArticleText:
        """The text of an article."""
        return self._made.contents.get(ref.text, ArticleText)

    def content(self, digest: str) -> bytes:
        """What a stage before made, by its digest."""
        return self._made.contents.data(digest)

    def picture(self, key: str, name: str, digest: str) -> bytes:
        """A file made of a picture. Raises `DamagedError` where it is not as it was made."""
        data = Store(self.root).read(key, name)
        if digest_of(data) != digest:
            raise DamagedError(f"picture {key}/{name}")
        return data

    def entry(self, ref: MetaRef | TextRef, edition: Edition) -> Entry:
        """An article as the lists of an edition show it."""
        return self.local(edition).entry(ref.meta, lambda: self.meta(ref))

    def asset(self, name: str) -> str:
        """The address of an asset below the root."""
        return f"assets/{self.templates.assets[name].name}"

    def shell(self, edition: Edition, root: str) -> dict[str, Any]:
        """What every template of an edition is given; ``root`` leads from the page to the root."""
        key = (edition, root)
        if key not in self._made.shells:
            self._made.shells[key] = self._shell(edition, root)
        return dict(self._made.shells[key])

    def tool(self, make: Callable[[Shared], _T]) -> _T:
        """What ``make`` makes of this view: once in a process, for all items."""
        key = (make, self._parts)
        if key not in self._made.tools:
            self._made.tools[key] = make(self)
        found: _T = self._made.tools[key]
        return found

    def warm_up(self) -> None:
        """Make what nearly every page and article needs, before workers are forked."""
        self._made.warm_up()

    def close(self) -> None:
        """Let go of the cache's file."""
        self._made.contents.close()

    def _shell(self, edition: Edition, root: str) -> dict[str, Any]:
        from generator.pages import accent

        local = self.local(edition)
        site = self.site
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
            "og_locale": og_locale(edition, self.site.hant_variant),
            "asset": self.asset,
            "reader_words": {name: local.words[f"reader_{name}"] for name in _READER},
            "offline": site.offline,
            "t": partial(words.say, local.words),
        }

    def _menu(self, edition: Edition) -> list[MenuLink]:
        """The main menu from the left: as site.yaml has it, or the lists and some own pages."""
        from generator.pages import menu

        local = self.local(edition)
        lists = {
            entry.word: MenuLink(local.words[entry.word], entry.address(edition), section)
            for section, entry in menu()
        }
        if not self.site.menu:
            pages = [
                MenuLink(page.name, page.address, "", page.lang)
                for page in self._page_links(edition, "menu")
            ]
            return [*lists.values(), *pages]
        own = {page.address: page for page in self._page_links(edition, "")}
        found = []
        for entry in self.site.menu:
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
        """The footer's text with addresses as seen from a page that ``root`` leads up from."""
        text = self.site.footer.text
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
        if edition == "zh-Hant" and not own:
            blocks = tuple(self.scripts.hant.html(block) for block in blocks)
        return Markup("\n".join(rewrite(block, lead) for block in blocks))

    def _page_links(self, edition: Edition, where: str) -> list[Named]:
        """The site's own pages that an edition has and lists in ``where`` (all of them where that
        is empty), in their order."""
        local = self.local(edition)
        return [
            Named(
                local.text(link.title),
                address.own_page(edition, link.slug),
                lang="zh-Hans" if edition == "en" and not link.english else "",
            )
            for link in self._made.recipe.pages
            if (not where or link.listed in (where, "both"))
            and (edition != "en" or link.english or link.everywhere)
        ]

    def _part(self, edition: Edition, root: str, name: str, **values: Hashable) -> Markup:
        """A template that is given ``values`` beside the shell: rendered once for all pages that
        have it alike."""
        key = (edition, root, name, tuple(values.items()))
        parts = self._made.parts
        if key not in parts:
            if len(parts) >= _PARTS:
                parts.clear()
            text = self.templates.render(name, self.shell(edition, root) | values)
            parts[key] = Markup(text.decode())
        return parts[key]

    def _reads(self, part: Part) -> None:
        if part not in self._parts:
            raise AttributeError(f"a stage that does not name {part} reads it")
