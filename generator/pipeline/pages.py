"""Specs → outputs: each page's key and, when it is made, its context and template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator.config import Edition
from generator.pipeline import cities, contexts, variants
from generator.pipeline.plan import Output, Spec, key_of
from generator.pipeline.press import Press
from generator.render import address
from generator.search import page as search

Context = dict[str, Any]

# Kind of page → what its template gets beside the shared context.
_CONTEXTS: Mapping[str, Callable[[Press, Spec], Context]] = {
    "home": contexts.home,
    "article": contexts.article,
    "parallel": variants.parallel,
    "pinyin": variants.pinyin,
    "archive": contexts.archive,
    "month": contexts.month,
    "cities": cities.cities,
    "city": cities.city,
    "topics": contexts.topics,
    "topic": contexts.topic,
    "search": search.context,
}

# Where the language switch leads in an edition that lacks the page.
_FALLBACK: Mapping[str, Callable[[Edition], str]] = {
    "city": address.cities,
    "topic": address.topics,
    "month": address.archive,
}

# Kinds of pages that one article makes.
_OF_ARTICLE = ("article", "parallel", "pinyin")

# Kinds of lists that have a feed.
FED = ("home", "city", "topic")


class Switch(NamedTuple):
    """One edition in the language switch."""

    edition: Edition
    name: str
    address: str
    current: bool


def page_outputs(press: Press, specs: Sequence[Spec]) -> list[Output]:
    """The page of each spec, made by the template of its kind."""
    return [_output(press, spec) for spec in specs]


def _output(press: Press, spec: Spec) -> Output:
    known = [spec.peers.get(edition, "") in press.addresses for edition in press.site.editions]
    key = key_of(press.shell, spec.address, known, spec.facts)
    source = spec.cards[0].path if spec.kind in _OF_ARTICLE else f"the page {spec.address}"
    return Output(address.file_of(spec.address), key, partial(_render, press, spec), source)


def _render(press: Press, spec: Spec) -> bytes:
    context = _shared(press, spec) | _CONTEXTS[spec.kind](press, spec)
    return press.templates.render(f"{spec.kind}.html", context)


def _shared(press: Press, spec: Spec) -> Context:
    """What every page has: where it is, its versions, its neighbours in a list, its feed."""
    local = press.locals[spec.edition]
    root = address.root_from(spec.address)
    number, first = spec.number, spec.first
    fed = first if spec.kind in FED else address.folder(spec.edition)
    return press.edition_context(local, root) | {
        "kind": spec.kind,
        "address": spec.address,
        "canonical": press.site.base_url + spec.address,
        "alternates": press.alternates(spec) if spec.indexed else [],
        "noindex": not spec.indexed,
        "switch": _switch(press, spec),
        "number": number,
        "total": spec.total,
        "newer": address.paged(first, number - 1) if number > 1 else None,
        "older": address.paged(first, number + 1) if number < spec.total else None,
        "feed": address.feed(fed),
        "json_feed": address.json_feed(fed),
        "feed_name": local.title,
    }


def _switch(press: Press, spec: Spec) -> list[Switch]:
    """Every edition: this page where it has it, else the nearest page it has."""
    found = []
    for edition in press.site.editions:
        peer = spec.peers.get(edition, "")
        if peer not in press.addresses:
            peer = _FALLBACK.get(spec.kind, address.folder)(edition)
        name = press.locals[edition].words["edition_name"]
        found.append(Switch(edition, name, peer, edition == spec.edition))
    return found
