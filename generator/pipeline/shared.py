"""The shared parts: the data that stages may read besides their own item.

A stage names the parts that it reads, and the digests of these parts are in its keys. The texts of
articles are not a part: items refer to them by digest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import msgspec

from generator.config import Edition, LocalText, Site, settings_of_articles, settings_of_pages
from generator.content.glossary import Glossary
from generator.gazetteer import Gazetteer, load
from generator.library.article import ArticleMeta, ArticleText, MetaRef, TextRef
from generator.pictures.store import Store
from generator.pipeline.cache import Contents, DamagedError
from generator.pipeline.folder import FOLDER
from generator.pipeline.keys import digest_of, key_of
from generator.pipeline.version import program_fingerprint
from generator.render.assets import UnknownAssetError
from generator.render.templates import Templates
from generator.render.views import Entry, Localizer
from generator.script import Converter, style_of
from generator.script.site import Scripts, site_scripts

if TYPE_CHECKING:
    from generator.social_cards.painter import Painter

Part = Literal["settings", "article_settings", "glossary", "script", "templates", "cards"]
ALL: tuple[Part, ...] = (
    "settings", "article_settings", "glossary", "script", "templates", "cards"
)  # fmt: skip
_T = TypeVar("_T")


class PageLink(msgspec.Struct, frozen=True):
    """The data for links to one of the site's own pages.

    ``english`` says whether the page has an English text; with ``everywhere``, the English edition
    has the page even without one.
    """

    slug: str
    title: LocalText
    listed: str
    english: bool
    everywhere: bool


class Recipe(NamedTuple):
    """The inputs of the shared parts: plain data, the same in every process."""

    root: str
    site: Site
    glossary: Glossary
    pages: tuple[PageLink, ...] = ()


class _Made:
    """The shared parts; each is made at its first use."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.root = Path(recipe.root)
        self.contents = Contents(self.root)
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
            edition: Localizer(
                edition, site, self.gazetteer, self._traditional(edition), self.scripts.hans
            )
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
            "settings": key_of(settings_of_pages(site), self.recipe.pages),
            "article_settings": key_of(settings_of_articles(site)),
            "glossary": key_of(glossary),
            "script": key_of(style_of(site), glossary.hant_forms(), glossary.keep),
            "templates": self.templates.fingerprint(),
            "cards": painter if isinstance(painter, str) else painter.key,
        }


class Shared:
    """A view of the shared parts that a stage names; reading any other raises `AttributeError`."""

    def __init__(
        self, recipe: Recipe, made: _Made | None = None, parts: tuple[Part, ...] = ALL
    ) -> None:
        self._made = made or _Made(recipe)
        self._parts = parts
        self._views: dict[tuple[Part, ...], Shared] = {parts: self}

    def __reduce__(self) -> tuple[type[Shared], tuple[Recipe, None, tuple[Part, ...]]]:
        return Shared, (self._made.recipe, None, self._parts)

    def with_contents(self, contents: Mapping[str, bytes]) -> Shared:
        """A copy for another thread, with its own connection to the cache; close it after use.

        ``contents`` are results by digest that are not in the cache.
        """
        made = copy(self._made)
        made.contents, made.tools = Contents(made.root, contents), dict(made.tools)
        return Shared(made.recipe, made, self._parts)

    def limited(self, parts: tuple[Part, ...]) -> Shared:
        """A view with fewer parts."""
        if parts not in self._views:
            self._views[parts] = Shared(self._made.recipe, self._made, parts)
        return self._views[parts]

    @cached_property
    def key(self) -> str:
        """A hash of the program and of all parts of this view."""
        digests = [self._made.digests[part] for part in self._parts]
        return key_of(program_fingerprint(), digests)

    @property
    def root(self) -> Path:
        """The site's folder, for reading the files that items name."""
        return self._made.root

    @property
    def site(self) -> Site:
        """The settings."""
        self._reads("settings")
        return self._made.recipe.site

    @property
    def page_links(self) -> tuple[PageLink, ...]:
        """The site's own pages, as every page links to them."""
        self._reads("settings")
        return self._made.recipe.pages

    @property
    def article_settings(self) -> Site:
        """The settings that affect the text of articles; all others have their defaults."""
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
        """The painter of social cards, if the site has them."""
        self._reads("cards")
        painter = self._made.painter
        return None if isinstance(painter, str) else painter

    @property
    def no_cards(self) -> str:
        """The reason why there are no social cards although the settings want them; else empty."""
        painter = self._made.painter
        return painter if isinstance(painter, str) else ""

    @property
    def fonts(self) -> tuple[str, ...]:
        """The font files outside the site that cards are painted with."""
        painter = self.painter
        return () if painter is None else (str(painter.font),)

    def local(self, edition: Edition) -> Localizer:
        """The localizer of an edition: its words, dates and names."""
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
        """The result of an earlier stage, by its digest."""
        return self._made.contents.data(digest)

    def picture(self, key: str, name: str, digest: str) -> bytes:
        """A file made of a picture. Raises `DamagedError` if its digest is not ``digest``."""
        data = Store(self.root).read(key, name)
        if digest_of(data) != digest:
            raise DamagedError(f"picture {key}/{name}")
        return data

    def entry(self, ref: MetaRef | TextRef, edition: Edition) -> Entry:
        """An article as the lists of an edition show it."""
        return self.local(edition).entry(ref.meta, lambda: self.meta(ref))

    def asset(self, name: str) -> str:
        """The address of an asset, relative to the site's root."""
        asset = self.templates.assets.get(name)
        if asset is None:
            raise UnknownAssetError(name)
        return f"assets/{asset.name}"

    def tool(self, make: Callable[[Shared], _T]) -> _T:
        """The result of ``make(self)``, computed once in each process."""
        key = (make, self._parts)
        if key not in self._made.tools:
            self._made.tools[key] = make(self)
        found: _T = self._made.tools[key]
        return found

    def warm_up(self) -> None:
        """Load what nearly every page and article needs, before workers are forked."""
        self._made.warm_up()

    def close(self) -> None:
        """Close the connection to the cache."""
        self._made.contents.close()

    def _reads(self, part: Part) -> None:
        if part not in self._parts:
            raise AttributeError(f"a stage that does not name {part} reads it")
