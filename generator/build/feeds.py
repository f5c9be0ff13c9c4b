"""The feeds of a build: one for each edition, city and topic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.build.model import Card, Head
from generator.build.pages import FED
from generator.build.plan import Output, Spec, key_of
from generator.build.press import Press
from generator.markup.links import absolute
from generator.render import address
from generator.render.feed import Channel, Item, rss
from generator.render.views import Local
from generator.words import say


def feed_outputs(press: Press, specs: Sequence[Spec]) -> list[Output]:
    """An RSS feed for the first page of every list that has one."""
    return [_output(press, spec) for spec in specs if spec.kind in FED and spec.number == 1]


def _output(press: Press, spec: Spec) -> Output:
    shelf = press.catalogue.shelves[spec.edition]
    groups = {"home": {"": shelf.cards}, "city": shelf.cities, "topic": shelf.topics}
    cards = groups[spec.kind][spec.ident][: press.site.feed_length]
    key = key_of(press.shell, spec.address, "feed", [card.fingerprint for card in cards])
    make = partial(_rss, press, spec, cards)
    return Output(address.feed(spec.address), key, make, f"the feed of {spec.address}")


def _rss(press: Press, spec: Spec, cards: Sequence[Card]) -> bytes:
    local, base = press.locals[spec.edition], press.site.base_url
    name = ""
    if spec.kind == "city":
        name = local.city_link(spec.ident).name
    elif spec.kind == "topic":
        name = local.topic_names[spec.ident]
    return rss(
        Channel(
            title=f"{local.title} · {name}" if name else local.title,
            description=local.description,
            url=base + spec.address,
            feed_url=base + address.feed(spec.address),
            edition=spec.edition,
            items=[_item(press, card, local) for card in cards],
        )
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
        return f'<p>{local.words["text_original"]}</p>\n<div lang="zh-Hans">{text}</div>'
    if head.status == "machine":
        return f"{text}\n<p>{machine_note(head, local)}</p>"
    return text


def machine_note(head: Head, local: Local) -> str:
    """``Machine translation by …`` in the words of the edition."""
    if head.engine:
        return say(local.words, "text_machine_by", engine=head.engine)
    return local.words["text_machine"]
