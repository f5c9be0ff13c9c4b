"""Specs → outputs: the context of each page, its feed, and the pages that stand alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from generator import __version__
from generator.build.catalogue import Catalogue
from generator.build.model import Body, Card
from generator.build.plan import Output, Spec, key_of
from generator.config import Edition, Site
from generator.markup.links import absolute
from generator.markup.nodes import anchored
from generator.render import address, dates
from generator.render.feed import Channel, Item, rss
from generator.render.sitemap import Location, robots, sitemaps
from generator.render.templates import Templates
from generator.render.views import Local, Named
from generator.words import say

_FALLBACK = {"city": address.cities, "topic": address.topics, "month": address.archive}


class Switch(NamedTuple):
    """One edition in the language switch."""

    edition: Edition
    name: str
    address: str
    current: bool


class Pages:
    """Makes the outputs of one build. ``body_of`` loads an article's text by its slug."""

    def __init__(
        self,
        site: Site,
        catalogue: Catalogue,
        locals_: Mapping[Edition, Local],
        templates: Templates,
        body_of: Callable[[str], Body],
    ) -> None:
        self.site, self.catalogue, self.locals = site, catalogue, locals_
        self.templates = templates
        self.body_of = lru_cache(maxsize=64)(body_of)
        self.assets, self._asset_files = _assets(templates)
        settings = hashlib.blake2b(msgspec.msgpack.encode(site), digest_size=12).hexdigest()
        words = key_of(*(sorted(local.words.items()) for local in locals_.values()))
        self.shell = key_of(
            __version__, settings, words, templates.fingerprint(), sorted(self.assets.items())
        )

    def outputs(self, specs: Sequence[Spec], files: Mapping[str, Path]) -> list[Output]:
        """Every file of the site; ``files`` are those below ``content/files/``."""
        self.addresses = {spec.address for spec in specs}
        made = [self._page(spec) for spec in specs]
        made += [self._feed(spec) for spec in specs if _has_feed(spec)]
        made += self._alone(specs)
        for name, path in self._asset_files.items():
            made.append(
                Output(
                    f"assets/{self.assets[name]}",
                    self.assets[name],
                    path.read_bytes,
                    f"templates/assets/{name}",
                )
            )
        for name, path in files.items():
            stat = path.stat()
            key = key_of(name, stat.st_size, stat.st_mtime_ns)
            made.append(Output(f"files/{name}", key, path.read_bytes, f"content/files/{name}"))
        return made

    # Pages

    def _page(self, spec: Spec) -> Output:
        known = [spec.peers.get(edition, "") in self.addresses for edition in self.site.editions]
        facts = [card.fingerprint for card in spec.cards]
        key = key_of(self.shell, spec.address, spec.total, known, facts)
        source = spec.cards[0].path if spec.kind == "article" else f"the page {spec.kind}"
        return Output(address.file_of(spec.address), key, partial(self._render, spec), source)

    def _render(self, spec: Spec) -> bytes:
        extra = {
            "home": self._home,
            "article": self._article,
            "archive": self._archive,
            "month": self._month,
            "cities": self._cities,
            "city": self._city,
            "topics": self._topics,
            "topic": self._topic,
        }[spec.kind](spec, self.locals[spec.edition])
        context = self._shared(spec) | extra
        return self.templates.render(f"{spec.kind}.html", context)

    def _shared(self, spec: Spec) -> dict[str, Any]:
        local = self.locals[spec.edition]
        root = address.root_from(spec.address)
        return self._edition_context(local, root) | {
            "kind": spec.kind,
            "address": spec.address,
            "canonical": self.site.base_url + spec.address,
            "alternates": self._alternates(spec) if spec.indexed else [],
            "noindex": not spec.indexed,
            "switch": self._switch(spec),
            "number": spec.number,
            "total": spec.total,
            "newer": address.paged(spec.first, spec.number - 1) if spec.number > 1 else None,
            "older": address.paged(spec.first, spec.number + 1)
            if spec.number < spec.total
            else None,
            "feed": address.feed(spec.first)
            if _has_feed(spec._replace(number=1))
            else address.feed(address.folder(spec.edition)),
            "feed_name": local.title,
        }

    def _edition_context(self, local: Local, root: str) -> dict[str, Any]:
        return {
            "root": root,
            "edition": local.edition,
            "home": address.folder(local.edition),
            "nav": [
                ("latest", address.folder(local.edition), ("home", "article")),
                ("cities", address.cities(local.edition), ("cities", "city")),
                ("topics", address.topics(local.edition), ("topics", "topic")),
                ("archive", address.archive(local.edition), ("archive", "month")),
            ],
            "site_title": local.title,
            "site_description": local.description,
            "asset": self._asset,
            "t": partial(say, local.words),
            "body_class": "",
        }

    def _asset(self, name: str) -> str:
        """The address of an asset below the root, with a hash of its content in its name."""
        return f"assets/{self.assets[name]}"

    def _switch(self, spec: Spec) -> list[Switch]:
        """Every edition: this page where it has it, else the nearest page it has."""
        found = []
        for edition in self.site.editions:
            peer = spec.peers.get(edition, "")
            if peer not in self.addresses:
                fallback = _FALLBACK.get(spec.kind, address.folder)
                peer = fallback(edition)
            name = self.locals[edition].words["edition_name"]
            found.append(Switch(edition, name, peer, edition == spec.edition))
        return found

    def _alternates(self, spec: Spec) -> list[tuple[str, str]]:
        """hreflang and absolute address of every version there is, and ``x-default``."""
        versions = [
            (edition, self.site.base_url + peer)
            for edition, peer in spec.peers.items()
            if peer in self.addresses and (spec.kind != "article" or edition in spec.cards[0].heads)
        ]
        if spec.kind == "home" and spec.number == 1:
            return [*versions, ("x-default", self.site.base_url)]
        return [*versions, ("x-default", versions[0][1])] if versions else []

    def _home(self, spec: Spec, local: Local) -> dict[str, Any]:
        shelf = self.catalogue.shelves[spec.edition]
        return {
            "title": local.title,
            "description": local.description,
            "entries": [local.entry(card) for card in spec.cards],
        } | self._sidebars(local, shelf)

    def _sidebars(self, local: Local, shelf: Any) -> dict[str, Any]:
        return {}

    def _article(self, spec: Spec, local: Local) -> dict[str, Any]:
        card, newer, older = spec.cards
        head = local.head(card)
        blocks = self.body_of(card.slug).of(spec.edition)
        return {
            "title": head.title,
            "description": head.summary,
            "head": head,
            "card": card,
            "entry": local.entry(card),
            "blocks": [anchored(block, f"p{n}") for n, block in enumerate(blocks, 1)],
            "text_lang": "zh-Hans" if head.status == "original" else "",
            "updated": dates.long_date(card.updated, spec.edition) if card.updated else "",
            "translated": dates.long_date(head.translated, spec.edition) if head.translated else "",
            "author": local.chinese(card.source.author),
            "credits": [local.chinese(line) for line in card.credits],
            "mentions": [local.mention(code) for code in card.mentions],
            "newer_entry": local.entry(newer) if newer is not card else None,
            "older_entry": local.entry(older) if older is not card else None,
        }

    def _archive(self, spec: Spec, local: Local) -> dict[str, Any]:
        years: dict[str, list[Named]] = {}
        for name, cards in self.catalogue.shelves[spec.edition].months.items():
            text = dates.long_month(name, spec.edition)
            where = address.month(spec.edition, name)
            years.setdefault(name[:4], []).append(Named(text, where, len(cards)))
        return {
            "title": local.words["archive"],
            "description": local.words["archive_intro"],
            "years": list(years.items()),
        }

    def _month(self, spec: Spec, local: Local) -> dict[str, Any]:
        name = dates.long_month(spec.ident, spec.edition)
        months = list(self.catalogue.shelves[spec.edition].months)
        place = months.index(spec.ident)

        def link(index: int) -> Named | None:
            if not 0 <= index < len(months):
                return None
            text = dates.long_month(months[index], spec.edition)
            return Named(text, address.month(spec.edition, months[index]))

        return {
            "title": say(local.words, "month_digest", month=name),
            "description": say(local.words, "articles", n=len(spec.cards)),
            "month_name": name,
            "entries": [local.entry(card) for card in spec.cards],
            "newer_month": link(place - 1),
            "older_month": link(place + 1),
        }

    def _cities(self, spec: Spec, local: Local) -> dict[str, Any]:
        cities = self.catalogue.shelves[spec.edition].cities
        return {
            "title": local.words["cities"],
            "description": local.words["cities_intro"],
            "regions": local.by_province(cities),
            "letters": local.by_letter(cities),
        }

    def _city(self, spec: Spec, local: Local) -> dict[str, Any]:
        cards = self.catalogue.shelves[spec.edition].cities[spec.ident]
        city = local.city(spec.ident, cards)
        return {
            "title": city.name,
            "description": f"{city.name} · {say(local.words, 'articles', n=city.count)}",
            "city": city,
            "entries": [local.entry(card) for card in spec.cards],
            "feed_name": f"{local.title} · {city.short}",
        }

    def _topics(self, spec: Spec, local: Local) -> dict[str, Any]:
        topics = self.catalogue.shelves[spec.edition].topics
        return {
            "title": local.words["topics"],
            "description": local.words["topics_intro"],
            "topics": [local.topic_link(slug, cards) for slug, cards in topics.items()],
        }

    def _topic(self, spec: Spec, local: Local) -> dict[str, Any]:
        cards = self.catalogue.shelves[spec.edition].topics[spec.ident]
        topic = local.topic_link(spec.ident, cards)
        return {
            "title": topic.name,
            "description": f"{topic.name} · {say(local.words, 'articles', n=topic.count)}",
            "topic": topic,
            "entries": [local.entry(card) for card in spec.cards],
            "feed_name": f"{local.title} · {topic.name}",
        }

    # Feeds

    def _feed(self, spec: Spec) -> Output:
        shelf = self.catalogue.shelves[spec.edition]
        groups = {"home": {"": shelf.cards}, "city": shelf.cities, "topic": shelf.topics}
        cards = groups[spec.kind][spec.ident][: self.site.feed_length]
        key = key_of(self.shell, spec.address, "feed", [card.fingerprint for card in cards])
        make = partial(self._rss, spec, cards)
        return Output(address.feed(spec.address), key, make, f"the feed of {spec.address}")

    def _rss(self, spec: Spec, cards: Sequence[Card]) -> bytes:
        local = self.locals[spec.edition]
        name = local.title
        if spec.kind == "city":
            name = f"{local.title} · {local.city_link(spec.ident).name}"
        if spec.kind == "topic":
            name = f"{local.title} · {local.topic_names[spec.ident]}"
        base = self.site.base_url
        return rss(
            Channel(
                title=name,
                description=local.description,
                url=base + spec.address,
                feed_url=base + address.feed(spec.address),
                edition=spec.edition,
                items=[self._item(card, local) for card in cards],
            )
        )

    def _item(self, card: Card, local: Local) -> Item:
        url = self.site.base_url + address.article(local.edition, card.slug)
        entry, head = local.entry(card), local.head(card)
        content = ""
        if self.site.feed_content == "full":
            blocks = self.body_of(card.slug).of(local.edition)
            content = absolute("\n".join(blocks), url)
            if head.status == "original":
                content = f'<div lang="zh-Hans">{content}</div>'
            if head.status == "machine":
                content += f"<p>{_machine_note(head.engine, local)}</p>"
        names = [city.name for city in entry.cities] + [topic.name for topic in entry.topics]
        return Item(entry.title, url, entry.summary, content, card.moment, names, entry.source)

    # Pages that stand alone

    def _alone(self, specs: Sequence[Spec]) -> list[Output]:
        places = [
            Location(
                self.site.base_url + spec.address,
                max((card.updated[:10] or card.date[:10] for card in spec.cards), default=""),
                self._alternates(spec),
            )
            for spec in specs
            if spec.indexed
        ]
        versions = [(e, self.site.base_url + address.folder(e)) for e in self.site.editions]
        alternates = [*versions, ("x-default", self.site.base_url)]
        places.insert(0, Location(self.site.base_url, "", alternates))
        key = key_of(self.shell, places)
        made = [
            Output(name, key_of(key, name), partial(bytes, data), "the sitemap")
            for name, data in sitemaps(places, self.site.base_url).items()
        ]
        made.append(
            Output("robots.txt", self.shell, partial(robots, self.site.base_url), "robots.txt")
        )
        made.append(
            Output(
                "index.html",
                key_of(self.shell, ""),
                partial(self._choice, alternates),
                "the choice of edition",
            )
        )
        made.append(Output("404.html", key_of(self.shell, "404"), self._missing, "the 404 page"))
        return made

    def _choice(self, alternates: Sequence[tuple[str, str]]) -> bytes:
        local = self.locals[self.site.default_edition]
        context = self._edition_context(local, "./") | {
            "kind": "choice",
            "address": "",
            "canonical": self.site.base_url,
            "alternates": alternates,
            "editions": list(self.locals.values()),
            "title": local.title,
            "description": local.description,
        }
        return self.templates.render("choice.html", context)

    def _missing(self) -> bytes:
        local = self.locals[self.site.default_edition]
        context = self._edition_context(local, self.site.base_path) | {
            "kind": "404",
            "address": "404.html",
            "editions": list(self.locals.values()),
            "title": local.words["not_found"],
            "description": local.words["not_found_text"],
        }
        return self.templates.render("404.html", context)


def _machine_note(engine: str, local: Local) -> str:
    if engine:
        return say(local.words, "text_machine_by", engine=engine)
    return local.words["text_machine"]


def _has_feed(spec: Spec) -> bool:
    return spec.kind in ("home", "city", "topic") and spec.number == 1


def _assets(templates: Templates) -> tuple[dict[str, str], dict[str, Path]]:
    """Published names (with a hash of the content) and files of what lies in ``assets/``."""
    names: dict[str, str] = {}
    paths: dict[str, Path] = {}
    for name, path in templates.files().items():
        if name.startswith("assets/"):
            short = name[len("assets/") :]
            stem, dot, ending = short.rpartition(".")
            digest = hashlib.blake2b(path.read_bytes(), digest_size=4).hexdigest()
            names[short] = f"{stem}-{digest}{dot}{ending}" if stem else short
            paths[short] = path
    return names, paths
