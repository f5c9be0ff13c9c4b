"""The feeds of a build: RSS and JSON for each edition, city and topic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from generator.library.article import Card, Head
from generator.markup.links import absolute
from generator.pipeline.companions import feed_style
from generator.pipeline.pages import FED
from generator.pipeline.plan import Output, Spec, key_of
from generator.pipeline.press import Press
from generator.render import address
from generator.render.feed import Channel, Item, rss
from generator.render.jsonfeed import json_feed
from generator.render.views import Local
from generator.words import say


def feed_outputs(press: Press, specs: Sequence[Spec]) -> list[Output]:
    """Two feeds for the first page of every list that has any."""
    fed = (spec for spec in specs if spec.kind in FED and spec.number == 1)
    return [output for spec in fed for output in _outputs(press, spec)]


def _outputs(press: Press, spec: Spec) -> list[Output]:
    shelf = press.catalogue.shelves[spec.edition]
    groups = {"home": {"": shelf.cards}, "city": shelf.cities, "topic": shelf.topics}
    cards = groups[spec.kind][spec.ident][: press.site.feed_length]
    key = key_of(press.shell, spec.address, "feed", [card.fingerprint for card in cards])
    source = f"the feed of {spec.address}"
    return [
        Output(address.feed(spec.address), key, partial(_rss, press, spec, cards), source),
        Output(address.json_feed(spec.address), key, partial(_json, press, spec, cards), source),
    ]


def _rss(press: Press, spec: Spec, cards: Sequence[Card]) -> bytes:
    return rss(_channel(press, spec, cards))


def _json(press: Press, spec: Spec, cards: Sequence[Card]) -> bytes:
    where = press.site.base_url + address.json_feed(spec.address)
    return json_feed(_channel(press, spec, cards), where)


def _channel(press: Press, spec: Spec, cards: Sequence[Card]) -> Channel:
    local, base = press.locals[spec.edition], press.site.base_url
    name = ""
    if spec.kind == "city":
        name = local.city_link(spec.ident).name
    elif spec.kind == "topic":
        name = local.topic_names[spec.ident]
    feed = address.feed(spec.address)
    style = feed_style(press, spec.edition, feed)
    return Channel(
        title=f"{local.title} · {name}" if name else local.title,
        description=local.description,
        url=base + spec.address,
        feed_url=base + feed,
        edition=spec.edition,
        items=[_item(press, card, local) for card in cards],
        style=style.xslt,
        css=style.css,
    )


def _item(press: Press, card: Card, local: Local) -> Item:
    url = press.site.base_url + address.article(local.edition, card.slug)
    entry, head = local.entry(card), local.head(card)
    content = ""
    if press.site.feed_content == "full":
        blocks = press.body_of(card.slug).of(local.edition)
        content = _content(absolute("\n".join(blocks), url), head, local)
    names = [named.name for named in (*entry.cities, *entry.topics)]
    return Item(entry.title, url, entry.summary, content, card.moment, names, entry.source)


def _content(text: str, head: Head, local: Local) -> str:
    """The article's HTML, and a line on how its English came about where that matters."""
    if head.status == "original":
        return f'<p>{escape(local.words["text_original"])}</p>\n<div lang="zh-Hans">{text}</div>'
    if head.status == "machine":
        return f"{text}\n<p>{escape(machine_note(head, local))}</p>"
    return text


def machine_note(head: Head, local: Local) -> str:
    """``Machine translation by …`` in the words of the edition."""
    if head.engine:
        return say(local.words, "text_machine_by", engine=head.engine)
    return local.words["text_machine"]
