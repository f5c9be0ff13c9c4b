"""What templates see: plain objects with localised texts, and addresses from the root.

Addresses have no leading slash: a template writes ``{{ root }}{{ entry.address }}``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.config import Edition, LocalText, Site
from generator.gazetteer import REGIONS, Gazetteer, Place
from generator.library.article import Card, Head
from generator.render import address, dates
from generator.script import Converter
from generator.words import Words, load_words


@dataclass(frozen=True)
class Named:
    """A thing with a page of its own (``address`` is empty where it has none)."""

    name: str
    address: str
    count: int = 0
    newest: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Entry:
    """An article in a list. ``lang`` is set where the text is not in the page's language."""

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
    cities: Sequence[Named]
    topics: Sequence[Named]


@dataclass(frozen=True)
class CityName:
    """A city in all its names; ``name`` is that of the page's edition."""

    code: str
    name: str
    short: str
    hans: str
    hant: str
    pinyin: str
    english: str
    province: str
    address: str
    count: int
    newest: str


class Local:
    """One edition's way of saying things."""

    def __init__(self, edition: Edition, site: Site, gazetteer: Gazetteer, hant: Converter) -> None:
        self.edition, self.site, self.gazetteer, self._hant = edition, site, gazetteer, hant
        # One build's articles: most stand in several lists.
        self._entries: dict[str, Entry] = {}

    @cached_property
    def words(self) -> Words:
        """The interface's words."""
        return load_words(self.edition, self._hant.text, self.site.hant_variant)

    @cached_property
    def title(self) -> str:
        """The site's title."""
        return self.text(self.site.title)

    @cached_property
    def description(self) -> str:
        """The site's description."""
        return self.text(self.site.description)

    @cached_property
    def topic_names(self) -> Mapping[str, str]:
        """Topics' names by slug."""
        return {topic.slug: self.text(topic.name) for topic in self.site.topics}

    def text(self, local: LocalText) -> str:
        """A text of the settings in this edition."""
        if self.edition == "en":
            return local.en or local.hans
        if self.edition == "zh-Hant":
            return local.hant or self._hant.text(local.hans)
        return local.hans or local.en

    def chinese(self, hans: str) -> str:
        """A Chinese name as this edition writes it: Traditional in zh-Hant, else Simplified."""
        return self._hant.text(hans) if self.edition == "zh-Hant" else hans

    def place(self, place: Place) -> str:
        """A place's full name."""
        if self.edition == "zh-Hant":
            return self._hant.name(place.hant)
        return place.english if self.edition == "en" else place.hans

    def short_place(self, place: Place) -> str:
        """A place's name without 市 and the like."""
        if self.edition == "zh-Hant":
            return self._hant.name(place.short_hant)
        return place.short_english if self.edition == "en" else place.short

    def region(self, key: str) -> str:
        """A region's name (华北, North China)."""
        hans, hant, english = REGIONS[key]
        return {"zh-Hans": hans, "zh-Hant": hant, "en": english}[self.edition]

    def head(self, card: Card) -> Head:
        """The head that this edition shows."""
        return card.head(self.edition)

    def source(self, card: Card) -> tuple[str, str]:
        """The source's name, and its language where that is not the page's."""
        if self.edition == "en":
            english = card.source_english
            return (english, "") if english else (card.source.name, "zh-Hans")
        if self.edition == "zh-Hant" and card.source_hant and self._keeps_originals:
            return card.source_hant, ""
        return self.chinese(card.source.name), ""

    @property
    def _keeps_originals(self) -> bool:
        return self.site.hant_originals == "keep"

    def entry(self, card: Card) -> Entry:
        """``card`` as lists show it."""
        known = self._entries.get(card.slug)
        if known is None:
            known = self._entries[card.slug] = self._entry(card)
        return known

    def _entry(self, card: Card) -> Entry:
        head = self.head(card)
        name, lang = self.source(card)
        return Entry(
            slug=card.slug,
            title=head.title,
            summary=head.summary,
            lang="zh-Hans" if head.status == "original" else "",
            address=address.article(self.edition, card.slug),
            date=card.date,
            date_text=dates.long_date(card.date, self.edition),
            source=name,
            source_lang=lang,
            status=head.status,
            draft=card.draft,
            cities=[self.city_link(code) for code in card.cities],
            topics=[self.topic_link(slug) for slug in card.topics],
        )

    def city_link(self, code: str, cards: Sequence[Card] = ()) -> Named:
        """A city with its page; with ``cards``, their number and newest date."""
        place = self._city(code)
        newest = dates.long_date(cards[0].date, self.edition) if cards else ""
        where = address.city(self.edition, place.slug)
        return Named(self.short_place(place), where, len(cards), newest)

    def mention(self, code: str) -> str:
        """A city that is only mentioned: its name."""
        return self.short_place(self._city(code))

    def topic_link(self, slug: str, cards: Sequence[Card] = ()) -> Named:
        """A topic with its page; with ``cards``, their number and newest date."""
        newest = dates.long_date(cards[0].date, self.edition) if cards else ""
        where = address.topic(self.edition, slug)
        return Named(self.topic_names[slug], where, len(cards), newest)

    def city(self, code: str, cards: Sequence[Card]) -> CityName:
        """A city in all its names."""
        place = self._city(code)
        province = self.gazetteer.province_of(code) or place
        return CityName(
            code=place.code,
            name=self.place(place),
            short=self.short_place(place),
            hans=place.hans,
            hant=place.hant,
            pinyin=place.pinyin,
            english=place.english,
            province="" if province == place else self.place(province),
            address=address.city(self.edition, place.slug),
            count=len(cards),
            newest=dates.long_date(cards[0].date, self.edition) if cards else "",
        )

    def by_province(
        self, cities: Mapping[str, Sequence[Card]]
    ) -> list[tuple[str, list[tuple[str, list[CityName]]]]]:
        """Regions, their provinces, their cities; in administrative order, empty ones left out."""
        regions: dict[str, dict[str, list[CityName]]] = {}
        rank = {place.code: n for n, place in enumerate(self.gazetteer.provinces())}
        placed = []
        for code, cards in cities.items():
            province = self.gazetteer.province_of(code) or self._city(code)
            placed.append((rank[province.code], code, province, cards))
        for _, code, province, cards in sorted(placed, key=lambda item: item[:2]):
            provinces = regions.setdefault(self.region(province.region), {})
            provinces.setdefault(self.place(province), []).append(self.city(code, cards))
        return [(name, list(provinces.items())) for name, provinces in regions.items()]

    def by_letter(self, cities: Mapping[str, Sequence[Card]]) -> list[tuple[str, list[CityName]]]:
        """Cities A–Z: by pinyin in the Chinese editions, by their names in the English one."""
        letters: dict[str, list[CityName]] = {}
        for code in sorted(cities, key=lambda code: (self._spelt(code), code)):
            letter = self._spelt(code)[0].upper()
            letters.setdefault(letter, []).append(self.city(code, cities[code]))
        return sorted(letters.items())

    def _spelt(self, code: str) -> str:
        """A city's name in plain letters: ``wulumuqi``, in English ``urumqi``."""
        place = self._city(code)
        if self.edition != "en":
            return place.slug
        letters = unicodedata.normalize("NFD", place.short_english.lower())
        return "".join(letter for letter in letters if letter.isalpha()) or place.slug

    def _city(self, code: str) -> Place:
        place = self.gazetteer.by_code(code)
        if place is None:
            raise KeyError(code)
        return place
