"""RSS and JSON feeds of each edition, city and topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Literal

import msgspec

from generator.config import Edition
from generator.config.editions import feed_language
from generator.library.article import LocalizedMeta, TextRef
from generator.library.index import Groups, Library
from generator.library.picture import Picture, Pictures
from generator.markup.links import absolute
from generator.markup.titles import plain_title
from generator.pages.kind import Artifact, Kind
from generator.pipeline.shared import Shared
from generator.problem import at_file
from generator.render import address
from generator.render.feed import Channel, Enclosure, Item, rss
from generator.render.jsonfeed import json_feed
from generator.render.pictures import figure_html, shown_lead, with_pictures
from generator.render.views import Localizer
from generator.words import say

Of = Literal["home", "city", "topic"]


class FeedItem(msgspec.Struct, frozen=True):
    """The feed of a list: the edition's own (``ident`` is empty), a city's or a topic's.
    ``pictures`` are those of its articles."""

    edition: Edition
    of: Of
    ident: str
    articles: tuple[TextRef, ...]
    pictures: Pictures = ()


def units(library: Library, shared: Shared) -> Iterator[tuple[str, FeedItem]]:
    """One unit for each feed."""
    length = shared.site.feed_length
    for edition, index in library.editions.items():
        lists: list[tuple[Of, Groups]] = [
            ("home", {"": index.articles}), ("city", index.cities), ("topic", index.topics)
        ]  # fmt: skip
        for of, groups in lists:
            for ident, refs in groups.items():
                articles = tuple(ref.whole for ref in refs[:length])
                shown = dict.fromkeys(path for ref in refs[:length] for path in ref.pictures)
                pictures = library.pictures_of(shown)
                yield f"{edition}/{of}/{ident}", FeedItem(edition, of, ident, articles, pictures)


def artifacts(item: FeedItem, shared: Shared) -> Iterator[Artifact]:
    """The feed in two formats."""
    local = shared.local(item.edition)
    base = shared.site.base_url
    where, name = _list(item, local)
    feed = address.feed(where)
    pictures = dict(item.pictures)
    channel = Channel(
        title=f"{local.title} · {name}" if name else local.title,
        description=local.description,
        url=base + where,
        feed_url=base + feed,
        edition=item.edition,
        language=feed_language(item.edition, shared.site.hant_variant),
        items=tuple(_item(ref, pictures, local, shared) for ref in item.articles),
        css=address.root_from(feed) + shared.asset("feed.css"),
    )
    source = f"the feed of {where}"
    yield Artifact(feed, source, render_rss, channel)
    yield Artifact(address.json_feed(where), source, render_json, channel)


def render_rss(channel: Channel, shared: Shared) -> bytes:
    """The RSS feed."""
    return rss(channel)


def render_json(channel: Channel, shared: Shared) -> bytes:
    """The JSON feed."""
    return json_feed(channel, address.json_feed(channel.url))


def _list(item: FeedItem, local: Localizer) -> tuple[str, str]:
    """The address and name of the list that the feed belongs to."""
    if item.of == "city":
        city = local.city_link(item.ident)
        return city.address, city.name
    if item.of == "topic":
        return address.topic(item.edition, item.ident), local.topic_names[item.ident]
    return address.folder(item.edition), ""


def _item(ref: TextRef, pictures: Mapping[str, Picture], local: Localizer, shared: Shared) -> Item:
    edition = local.edition
    url = shared.site.base_url + address.article(edition, ref.slug)
    meta, entry = shared.meta(ref), shared.entry(ref, edition)
    content, base = "", shared.site.base_url
    lead = shown_lead(meta, edition, pictures)
    if shared.site.feed_content == "full":
        with at_file(meta.path):
            blocks = shared.text(ref).of(edition)
            text = with_pictures(absolute("\n".join(blocks), url), pictures, plain=True)
            content = _content(text, meta.of(edition), local)
            if lead:
                content = f"{figure_html(*lead, base)}\n{content}"
    image = None
    if lead and lead[1].plain:
        file = lead[1].plain
        where = base + address.picture(lead[1].key, file.name)
        image = Enclosure(where, file.size, file.media_type)
    names = tuple(named.name for named in (*entry.cities, *entry.topics))
    return Item(
        plain_title(entry.title),
        url,
        entry.summary,
        content,
        meta.moment,
        names,
        entry.source,
        image,
    )


def _content(text: str, shown: LocalizedMeta, local: Localizer) -> str:
    """The article's HTML, with a note about its language or its machine translation if there is
    reason for one."""
    if shown.status == "original":
        return f'<p>{escape(local.words["text_original"])}</p>\n<div lang="zh-Hans">{text}</div>'
    if shown.status == "machine":
        return f"{text}\n<p>{escape(machine_note(shown, local))}</p>"
    return text


def machine_note(shown: LocalizedMeta, local: Localizer) -> str:
    """``Machine translation by …`` in the words of the edition."""
    if shown.engine:
        return say(local.words, "text_machine_by", engine=shown.engine)
    return local.words["text_machine"]


KIND = Kind("feed", units, artifacts)
