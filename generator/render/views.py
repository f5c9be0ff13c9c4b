"""The data that templates get: plain objects with localised texts, and addresses from the root.

Addresses have no leading slash: a template writes ``{{ root }}{{ entry.address }}``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache

import msgspec

from generator.config import Edition, LocalText, Site
from generator.gazetteer import REGIONS, Gazetteer, Place
from generator.library.article import ArticleMeta, LocalizedMeta
from generator.library.people import authors_of
from generator.render import address, dates, place_names
from generator.render.typography import curly
from generator.script import Converter, detect_script
from generator.words import Words, load_words, say

# The greatest numbers of cached entries and of cached names in Traditional characters.
_ENTRIES = 4096
_NAMES = 8192


class Named(msgspec.Struct, frozen=True):
    """A name with the address of its page (empty if it has none)."""

    name: str
    address: str
    count: int = 0
    newest: str = ""
    lang: str = ""


class Entry(msgspec.Struct, frozen=True):
    """An article in a list. ``lang`` is set if the text is not in the page's language."""

    slug: str
    title: str
    summary: str
    lang: str
    address: str
    date: str
    date_text: str
    source: str
    source_lang: str
    status: str
    draft: bool
    cities: tuple[Named, ...]
    topics: tuple[Named, ...]
    estimated: bool = False


class CityName(msgspec.Struct, frozen=True):
    """A city with all its names; ``name`` is the one in the page's edition, ``title`` the same
    with its province if another place is called so (`render.place_names`), ``short`` the one in
    lists."""

    code: str
    name: str
    title: str
    short: str
    hans: str
    hant: str
    pinyin: str
    english: str
    province: str
    address: str
    count: int
    newest: str


class Count(msgspec.Struct, frozen=True, array_like=True):
    """The number of articles of a city, topic or month, and the date of the newest."""

    ident: str
    articles: int
    newest: str


class Localizer:
    """Texts, names and dates in one edition."""

    def __init__(
        self,
        edition: Edition,
        site: Site,
        gazetteer: Gazetteer,
        hant: Converter,
        hans: Converter | None = None,
    ) -> None:
        self.edition, self.site, self.gazetteer, self._hant = edition, site, gazetteer, hant
        self._hans = hans
        # Entries by the digest of their meta; most articles are in several lists.
        self._entries: dict[str, Entry] = {}
        # Cached because the same names and amounts are on many pages.
        self._traditional = lru_cache(maxsize=_NAMES)(hant.text)
        self._traditional_names = lru_cache(maxsize=_NAMES)(hant.names)

    @cached_property
    def words(self) -> Words:
        """The interface's words."""
        return load_words(
            self.edition, self._hant.text, self.site.hant_variant, quotes=self.site.quotes
        )

    @cached_property
    def title(self) -> str:
        """The site's title."""
        return self.text(self.site.title)

    @cached_property
    def description(self) -> str:
        """The site's description."""
        return self.text(self.site.description)

    @cached_property
    def publisher(self) -> str:
        """Who publishes the site; the title if the settings do not say it in this language."""
        return self.text(self.site.publisher, else_chinese=False) or self.title

    @cached_property
    def topic_names(self) -> Mapping[str, str]:
        """Topics' names by slug."""
        return {topic.slug: self.text(topic.name) for topic in self.site.topics}

    def text(self, local: LocalText, *, else_chinese: bool = True) -> str:
        """A text of the settings in this edition; in English, the Chinese if it has no English,
        unless ``else_chinese`` is false.

        A Chinese text may be written in either script: a Traditional one is shown as it is in
        zh-Hant, and made Simplified for the others.
        """
        if self.edition == "en" and (local.en or not else_chinese):
            return curly(local.en)
        hans, hant = local.hans, local.hant
        if hans and not hans.isascii() and detect_script(hans) == "zh-Hant":
            hans, hant = (self._hans.text(hans) if self._hans else hans), hant or hans
        if self.edition == "zh-Hant":
            return hant or self._hant.text(hans) or local.en
        return hans or local.en

    def chinese(self, hans: str) -> str:
        """A Chinese name in this edition's script: Traditional in zh-Hant, else Simplified."""
        return self._traditional(hans) if self.edition == "zh-Hant" else hans

    def place(self, place: Place) -> str:
        """A place's full name."""
        return self._spelt_here(place_names.spelled(place, self.edition).full)

    def place_title(self, place: Place) -> str:
        """A place's full name as the title of a page, where no province stands around it."""
        return self._spelt_here(place_names.heading(place, self.edition, self.gazetteer))

    def listed_place(self, place: Place) -> str:
        """A place's name without 市 and the like, told apart from other cities of that name."""
        return self._spelt_here(place_names.listed(place, self.edition, self.gazetteer))

    def short_place(self, place: Place) -> str:
        """A place's name without 市 and the like, which another place may share."""
        return self._spelt_here(place_names.spelled(place, self.edition).short)

    def shared_names(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The names in lists of those cities whose short name says too little."""
        places = tuple(map(self.city_place, codes))
        return tuple(
            name for one in places if (name := self.listed_place(one)) != self.short_place(one)
        )

    def _spelt_here(self, name: str) -> str:
        if self.edition == "zh-Hant":
            return self._hant.name(name)
        return curly(name) if self.edition == "en" else name

    def region(self, key: str) -> str:
        """A region's name (华北, North China)."""
        hans, hant, english = REGIONS[key]
        return {"zh-Hans": hans, "zh-Hant": hant, "en": english}[self.edition]

    def source(self, meta: ArticleMeta) -> tuple[str, str]:
        """The source's name, and its language if that is not the page's."""
        if self.edition == "en":
            english = curly(meta.source_english)
            return (english, "") if english else (meta.source.name, "zh-Hans")
        return self.name(meta.source.name, meta), ""

    def name(self, hans: str, meta: ArticleMeta) -> str:
        """A name of an article's front matter; in zh-Hant, as its author wrote it if the settings
        keep Traditional originals."""
        if self.edition == "zh-Hant" and self.site.hant_originals == "keep":
            return meta.as_written.get(hans) or self.chinese(hans)
        return self.chinese(hans)

    def people(self, hans: str, meta: ArticleMeta | None = None) -> str:
        """A name of a person, or a text of names and roles, of an article's front matter; as
        `name`, but no name is converted as a word."""
        if self.edition != "zh-Hant":
            return hans
        kept = meta is not None and self.site.hant_originals == "keep"
        own = meta.as_written.get(hans, "") if meta is not None and kept else ""
        return own or self._traditional_names(hans)

    def entry(self, digest: str, load: Callable[[], ArticleMeta]) -> Entry:
        """The list entry of the article meta ``digest``; ``load`` is called if it is not cached."""
        known = self._entries.get(digest)
        if known is None:
            if len(self._entries) >= _ENTRIES:
                self._entries.clear()
            known = self._entries[digest] = self._entry(load())
        return known

    def _entry(self, meta: ArticleMeta) -> Entry:
        shown: LocalizedMeta = meta.of(self.edition)
        name, lang = self.source(meta)
        return Entry(
            slug=meta.slug,
            title=shown.title,
            summary=shown.summary,
            lang="zh-Hans" if shown.status == "original" else "",
            address=address.article(self.edition, meta.slug),
            date=meta.date,
            date_text=self.date(meta),
            source=name,
            source_lang=lang,
            status=shown.status,
            draft=meta.draft,
            cities=tuple(self.city_link(code) for code in meta.cities),
            topics=tuple(self.topic_link(slug) for slug in meta.topics),
            estimated=meta.estimated,
        )

    def date(self, meta: ArticleMeta) -> str:
        """The date of an article as text, marked as approximate if it is estimated."""
        day = dates.long_date(meta.date, self.edition)
        return say(self.words, "date_about", date=day) if meta.estimated else day

    def authors(self, meta: ArticleMeta) -> tuple[str, ...]:
        """The names of an article's authors in this edition."""
        if self.edition == "en":
            return tuple(map(curly, meta.authors_english))
        return tuple(self.people(name, meta) for name in authors_of(meta.source.author))

    def series(self, meta: ArticleMeta) -> tuple[str, str]:
        """The name of an article's series, and its language if that is not the page's."""
        if self.edition == "en":
            return (
                (curly(meta.series_english), "")
                if meta.series_english
                else (meta.series, "zh-Hans")
            )
        return self.name(meta.series, meta), ""

    def city_link(self, code: str, count: int = 0, newest: str = "") -> Named:
        """A link to a city's page, with its number of articles and the date of the newest."""
        place = self.city_place(code)
        where = address.city(self.edition, place.slug)
        return Named(self.listed_place(place), where, count, self._date(newest))

    def mention(self, code: str) -> str:
        """The name of a city that is only mentioned."""
        return self.listed_place(self.city_place(code))

    def topic_link(self, slug: str, count: int = 0, newest: str = "") -> Named:
        """A link to a topic's page, with its number of articles and the date of the newest."""
        where = address.topic(self.edition, slug)
        return Named(self.topic_names[slug], where, count, self._date(newest))

    def city(self, code: str, count: int, newest: str) -> CityName:
        """A city with all its names and the number of its articles."""
        place = self.city_place(code)
        province = self.gazetteer.province_of(code) or place
        return CityName(
            code=place.code,
            name=self.place(place),
            title=self.place_title(place),
            short=self.listed_place(place),
            hans=place.hans,
            hant=self._hant.name(place.hant),
            pinyin=place.pinyin,
            english=curly(place.english),
            province="" if province == place else self.place(province),
            address=address.city(self.edition, place.slug),
            count=count,
            newest=self._date(newest),
        )

    def _date(self, written: str) -> str:
        return dates.long_date(written, self.edition) if written else ""

    def city_place(self, code: str) -> Place:
        """The place of a city's code. Raises `KeyError` for a code that no place has."""
        place = self.gazetteer.by_code(code)
        if place is None:
            raise KeyError(code)
        return place
