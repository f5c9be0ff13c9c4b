"""What the template of each kind of page gets beside the shared context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from generator.library.article import Card
from generator.library.related import TITLES, groups
from generator.markup.nodes import anchored
from generator.pipeline.cities import key_figures
from generator.pipeline.plan import Spec
from generator.pipeline.press import Press
from generator.pipeline.variants import tools
from generator.render import address, dates, metadata
from generator.render.readingtime import minutes
from generator.render.views import Entry, Local, Named
from generator.words import say

Context = dict[str, Any]

# A day in a list: its ISO date, its text, its articles.
Day = tuple[str, str, list[Entry]]


def home(press: Press, spec: Spec) -> Context:
    """The digest: newest summaries; the first page leads with one, and has cities and topics."""
    local = press.locals[spec.edition]
    entries = [local.entry(card) for card in spec.cards]
    context: Context = {
        "title": local.title if spec.number == 1 else local.words["latest"],
        "description": local.description,
        "entries": entries,
        "lead": None,
    }
    if spec.number > 1 or not entries:
        return context
    shelf = press.catalogue.shelves[spec.edition]
    return context | {
        "lead": entries[0],
        "days": _days(entries[1:]),
        "by_city": [
            (replace(local.city_link(group.ident), count=group.total), _entries(local, group.cards))
            for group in groups(shelf.cities)
        ],
        "by_topic": [
            (
                replace(local.topic_link(group.ident), count=group.total),
                _entries(local, group.cards),
            )
            for group in groups(shelf.topics)
        ],
        "metadata": metadata.web_site(
            local.title,
            local.description,
            press.site.base_url + spec.address,
            spec.edition,
            press.site.publisher or local.title,
        ),
    }


def _entries(local: Local, cards: Sequence[Card]) -> list[Entry]:
    return [local.entry(card) for card in cards]


def _days(entries: Sequence[Entry]) -> list[Day]:
    by_day = groupby(entries, key=lambda entry: (entry.date[:10], entry.date_text))
    return [(date, text, list(found)) for (date, text), found in by_day]


def article(press: Press, spec: Spec) -> Context:
    """One article; the spec's cards are it, the newer and older one (or itself), the related."""
    local = press.locals[spec.edition]
    card, newer, older, *related = spec.cards
    head = local.head(card)
    text = press.body_of(card.slug)
    blocks = text.of(spec.edition)
    return {
        "title": head.title,
        "description": head.summary,
        "head": head,
        "card": card,
        "entry": local.entry(card),
        "blocks": [anchored(block, f"p{n}") for n, block in enumerate(blocks, 1)],
        "key_figures": key_figures(press, card, spec.edition),
        "flags": text.flags if spec.edition == "en" and head.status == "machine" else {},
        "text_lang": "zh-Hans" if head.status == "original" else "",
        "updated": dates.long_date(card.updated, spec.edition) if card.updated else "",
        "translated": dates.long_date(head.translated, spec.edition) if head.translated else "",
        "author": local.chinese(card.source.author),
        "credits": [local.chinese(line) for line in card.credits],
        "mentions": [local.mention(code) for code in card.mentions],
        "minutes": minutes(blocks),
        "tools": tools(press, card, spec.edition, spec.kind),
        "related": _entries(local, related),
        "newer_entry": local.entry(newer) if newer is not card else None,
        "older_entry": local.entry(older) if older is not card else None,
        "metadata": _news_article(press, spec, card),
        "card_image": _card_image(press, spec),
    }


def _news_article(press: Press, spec: Spec, card: Card) -> str:
    local, site = press.locals[spec.edition], press.site
    head, entry = local.head(card), local.entry(card)
    versions = [
        metadata.Version(edition, site.base_url + peer)
        for edition, peer in spec.peers.items()
        if edition in card.heads
    ]
    by_edition: Mapping[str, str] = dict(versions)
    url = site.base_url + spec.address
    return metadata.news_article(
        metadata.Story(
            headline=head.title,
            summary=head.summary,
            url=url,
            language="zh-Hans" if head.status == "original" else spec.edition,
            published=card.moment,
            updated=metadata.moment(card.updated, site.zone) if card.updated else "",
            author=local.chinese(card.source.author),
            source=entry.source,
            source_url=card.source.url,
            publisher=site.publisher or local.title,
            publisher_url=site.base_url,
            topics=[topic.name for topic in entry.topics],
            places=[city.name for city in entry.cities],
            original=by_edition.get(card.lang, "") if head.status != "source" else url,
            versions=versions,
            image=_card_image(press, spec),
        )
    )


def _card_image(press: Press, spec: Spec) -> str:
    """The absolute address of the article's social card, if it has one."""
    if press.painter is None or not spec.indexed:
        return ""
    return press.site.base_url + address.card(spec.edition, spec.ident)


def archive(press: Press, spec: Spec) -> Context:
    """The list of months, by year."""
    local = press.locals[spec.edition]
    years: dict[str, list[Named]] = {}
    for name, cards in press.catalogue.shelves[spec.edition].months.items():
        where = address.month(spec.edition, name)
        month_name = dates.long_month(name, spec.edition)
        years.setdefault(name[:4], []).append(Named(month_name, where, len(cards)))
    return {
        "title": local.words["archive"],
        "description": local.words["archive_intro"],
        "years": list(years.items()),
    }


def month(press: Press, spec: Spec) -> Context:
    """A month's digest on one page; ``ident`` is the month."""
    local = press.locals[spec.edition]
    months = list(press.catalogue.shelves[spec.edition].months)
    place = months.index(spec.ident)
    name = dates.long_month(spec.ident, spec.edition)

    def link(index: int) -> Named | None:
        if not 0 <= index < len(months):
            return None
        where = address.month(spec.edition, months[index])
        return Named(dates.long_month(months[index], spec.edition), where)

    return {
        "title": say(local.words, "month_digest", month=name),
        "description": f"{name} · {say(local.words, 'articles', n=len(spec.cards))}",
        "month_name": name,
        "entries": [local.entry(card) for card in spec.cards],
        "days": _days([local.entry(card) for card in spec.cards]),
        "newer_month": link(place - 1),
        "older_month": link(place + 1),
    }


def topics(press: Press, spec: Spec) -> Context:
    """The list of topics."""
    local = press.locals[spec.edition]
    shelf = press.catalogue.shelves[spec.edition].topics
    return {
        "title": local.words["topics"],
        "description": local.words["topics_intro"],
        "topics": [
            (local.topic_link(slug, cards), _entries(local, cards[:TITLES]))
            for slug, cards in shelf.items()
        ],
    }


def topic(press: Press, spec: Spec) -> Context:
    """A topic's page; ``ident`` is its slug."""
    local = press.locals[spec.edition]
    cards = press.catalogue.shelves[spec.edition].topics[spec.ident]
    named = local.topic_link(spec.ident, cards)
    return {
        "title": named.name,
        "description": f"{named.name} · {say(local.words, 'articles', n=named.count)}",
        "topic": named,
        "entries": [local.entry(card) for card in spec.cards],
        "feed_name": f"{local.title} · {named.name}",
    }
