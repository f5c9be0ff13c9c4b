"""What the templates of the city index, of a city and of key figures get."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from generator.atlas import Finding, chart, projection, series
from generator.atlas.rows import context
from generator.config import Edition
from generator.gazetteer import Place
from generator.library.article import Card
from generator.library.cities import (
    TITLES,
    Part,
    figured,
    neighbours,
    parts,
    series_of,
)
from generator.pipeline.plan import Spec
from generator.pipeline.press import Press
from generator.render.periods import span
from generator.render.views import Entry, Local, Named
from generator.words import say

Context = dict[str, Any]


class Row(NamedTuple):
    """A key figure as a table shows it.

    ``label`` is what it is about, ``said`` the words of the article round it (``lang`` is
    set where they are not in the page's language); one of the two may be empty. ``sources``
    are the articles that have it, each at its paragraph; empty on the article's own page,
    where ``anchor`` leads to the paragraph.
    """

    label: str
    planned: bool
    period: str
    said: str
    lang: str
    amount: str
    anchor: str
    sources: tuple[Entry, ...] = ()


class Graph(NamedTuple):
    """A chart: its caption, the same in full for those who hear it, bars, height."""

    caption: str
    spoken: str
    bars: Sequence[Mapping[str, Any]]
    height: int


def cities(press: Press, spec: Spec) -> Context:
    """The city index: map, by province, by letter."""
    local = press.locals[spec.edition]
    shelf = press.catalogue.shelves[spec.edition].cities
    return {
        "title": local.words["cities"],
        "description": local.words["cities_intro"],
        "regions": local.by_province(shelf),
        "letters": local.by_letter(shelf),
        "map": _map(local, shelf),
        "keys": {code: _key(local, code) for code in shelf},
        "count": len(shelf),
    }


def city(press: Press, spec: Spec) -> Context:
    """A city's page; ``ident`` is its code."""
    local = press.locals[spec.edition]
    shelf = press.catalogue.shelves[spec.edition].cities
    cards = shelf[spec.ident]
    named = local.city(spec.ident, cards)
    made: Context = {
        "title": named.name,
        "description": f"{named.name} · {say(local.words, 'articles', n=named.count)}",
        "city": named,
        "entries": [local.entry(card) for card in spec.cards],
        "feed_name": f"{local.title} · {named.short}",
        "first_page": spec.number == 1,
    }
    if spec.number > 1:
        return made
    near = neighbours(list(shelf), local.gazetteer, (spec.ident,))[spec.ident]
    return made | {
        "locator_map": _locator(local, spec.ident),
        "near": [local.city_link(code, shelf[code]) for code in near],
        "parts": [_part(local, part) for part in parts(spec.ident, cards, local.gazetteer)],
        "years": _years(press, spec.edition, spec.ident, cards),
        "graphs": [_graph(local, one) for one in series_of(spec.ident, cards)],
    }


def key_figures(press: Press, card: Card, edition: Edition) -> list[Row]:
    """The key figures of an article for its own page, in the order of the text."""
    rows = (_row(press, card, found, edition, own=True) for found in card.findings)
    return [row for row in rows if row is not None]


def _map(local: Local, shelf: Mapping[str, Sequence[Card]]) -> Context:
    dots = []
    for code, cards in shelf.items():
        place = _place(local, code)
        link = local.city_link(code, cards)
        spoken = f"{link.name}, {say(local.words, 'articles', n=link.count)}"
        where = projection.spot(place.longitude, place.latitude)
        dots.append(chart.Dot(link.name, link.address, link.count, spoken, where))
    return {"points": chart.points(dots), **_ground()}


def _ground() -> Context:
    return {
        "width": projection.WIDTH,
        "height": projection.frame().height,
        "ground": projection.ground(),
    }


def _locator(local: Local, code: str) -> Context:
    place = _place(local, code)
    where = projection.spot(place.longitude, place.latitude)
    province = local.gazetteer.province_of(code)
    inside = "" if province is None or province == place else local.place(province)
    spoken = say(local.words, "map_of", name=local.short_place(place))
    return {"where": where, "spoken": f"{spoken}, {inside}" if inside else spoken, **_ground()}


def _part(local: Local, part: Part) -> tuple[Named, list[Entry]]:
    named = Named(local.place(part.place), "", len(part.cards))
    return named, [local.entry(card) for card in part.cards[:TITLES]]


def _years(
    press: Press, edition: Edition, code: str, cards: Sequence[Card]
) -> list[tuple[int, list[Row]]]:
    """The figures of a city by the year of their articles, each thing said once."""
    merged: dict[tuple[object, ...], tuple[int, Row]] = {}
    for card in figured(code, cards):
        for found in card.findings:
            row = _row(press, card, found, edition, own=False) if found.city == code else None
            if row is None:
                continue
            year = int(card.date[:4])
            # The same of the whole city at the same time; anything else may be of two things.
            same = found.subject and found.whole and found.months
            key = (year, row.label, row.amount, row.planned, row.period, same or (card.slug, found))
            if key in merged:
                _, known = merged[key]
                row = known._replace(sources=known.sources + row.sources)
            merged[key] = (year, row)
    rows = sorted(merged.values(), key=lambda item: -item[0])
    return [(year, [row for _, row in of]) for year, of in groupby(rows, key=lambda item: item[0])]


def _row(press: Press, card: Card, found: Finding, edition: Edition, *, own: bool) -> Row | None:
    """``None`` where this edition can neither name the figure nor quote words round it."""
    local = press.locals[edition]
    label = _label(local, found)
    said, lang = "", ""
    if not label or found.bare or not (own or (found.whole and found.subject)):
        said, lang = _said(press, card, found, edition)
    if (not label and not said) or (found.bare and not said):
        return None
    entry = local.entry(card)
    amount = found.english if edition == "en" else local.chinese(found.source)
    if said.strip("。；").replace("：", "") == label + amount:
        said = ""
    return Row(
        label=label,
        planned=found.planned and bool(label),
        period=span(found.year, found.months, edition),
        said=said,
        lang=lang,
        amount=amount,
        anchor=f"p{found.block}",
        sources=() if own else (replace(entry, address=f"{entry.address}#p{found.block}"),),
    )


def _said(press: Press, card: Card, found: Finding, edition: Edition) -> tuple[str, str]:
    """The sentence of the article that has the figure, and its language if that is another."""
    local = press.locals[edition]
    blocks = press.body_of(card.slug).of(edition)
    original = local.head(card).status == "original"
    if found.block > len(blocks):
        return "", ""
    block = blocks[found.block - 1]
    if edition == "en" and not original:
        return context(block, found.english, english=True), ""
    source = local.chinese(found.source) if not original else found.source
    return context(block, source, english=False), "zh-Hans" if original else ""


def _label(local: Local, found: Finding) -> str:
    if not found.term:
        return ""
    if local.edition == "en":
        name = found.about[:1].upper() + found.about[1:]
    else:
        name = local.chinese(found.term)
    return name if found.shape == "amount" else say(local.words, f"figure_{found.shape}", name=name)


def _graph(local: Local, one: series.Series) -> Graph:
    name = _label(local, one.values[0].found)
    when = span(0, one.months, local.edition) if one.months != "01/12" else ""
    caption = f"{name} · {when}" if when else name
    bars = []
    for bar in series.bars(one):
        english = local.edition == "en"
        amount = bar.found.english if english else local.chinese(bar.found.source)
        bars.append({"year": bar.year, "amount": amount, "y": bar.y, "length": bar.length})
    spoken = "; ".join(f"{bar['year']}: {bar['amount']}" for bar in bars)
    return Graph(caption, f"{caption}. {spoken}", bars, len(bars) * series.ROW)


def _key(local: Local, code: str) -> str:
    """What the filter of the index looks in: names of a city and its province, in all scripts."""
    place = _place(local, code)
    province = local.gazetteer.province_of(code) or place
    names = (
        place.hans, place.hant, place.slug, place.short_english,
        province.hans, province.hant, province.slug, province.short_english,
    )  # fmt: skip
    return " ".join(dict.fromkeys(map(_plain, names)))


def _plain(name: str) -> str:
    """Lower case, without tones, spaces and apostrophes."""
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if letter.isalnum())


def _place(local: Local, code: str) -> Place:
    place = local.gazetteer.by_code(code)
    if place is None:
        raise KeyError(code)
    return place
