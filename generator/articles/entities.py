"""The projects and companies of an article: the names in its front matter, in every script, and
the events that its text tells of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.articles.chinese import Chinese
from generator.articles.dating import stated_day
from generator.content.article import Article
from generator.content.entity import EntityNote
from generator.content.glossary import Glossary
from generator.content.slug import slug_of_name
from generator.entities.companies import Company, find_company, longer_than
from generator.entities.named import Named
from generator.entities.naming import kind_of
from generator.entities.reading import read_events
from generator.entities.suggestions import suggestions
from generator.figures import Figure, read
from generator.library.entities import Entity, EntityMention, Event
from generator.markup.nodes import plain_text
from generator.problem import Report
from generator.script import Converter

# How many suggested names, which the front matter might list too, are kept with an article.
_SUGGESTED = 6


class Entities(NamedTuple):
    """The entities of an article, the events told of each, and suggestions for further names."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    suggested: tuple[str, ...] = ()


class Naming(NamedTuple):
    """How names are written: the converters, the glossary, and the function ``roman`` that writes a
    name in Latin letters. ``keep`` says that Traditional originals are kept as written, ``taiwan``
    that a well-known company has the name that it has in Taiwan (空中巴士)."""

    hans: Converter
    hant: Converter
    glossary: Glossary
    roman: Callable[[str], str]
    keep: bool
    taiwan: bool = True


def article_entities(
    article: Article, chinese: Chinese, naming: Naming, report: Report
) -> Entities:
    """Return the entities of ``article``; report a name that is not in its text."""
    text = "\n".join((chinese.title, *map(plain_text, chinese.blocks)))
    if article.entities is None:
        found = suggestions(text)
        return Entities(suggested=tuple(one.name for one in found[:_SUGGESTED]))
    traditional = chinese.script == "zh-Hant"
    known: dict[str, tuple[EntityNote, Entity, Named]] = {}
    for note in article.entities:
        written = naming.hans.text(note.name) if traditional else note.name
        company = find_company(written)
        name = company.hans if company else written
        if name in known:
            hint = f"first on line {known[name][0].line}"
            what = f'"{note.name}" is another name of {name}, which is listed already'
            report.error(article.path, note.line, "entities", what, hint)
            continue
        spoken = {name, written, *(company.spoken if company else ())}
        longer = longer_than(spoken, company)
        longer += tuple(
            other
            for other in (one.name for one in article.entities)
            if other not in spoken and any(said in other for said in spoken)
        )
        order = tuple(sorted(spoken, key=lambda said: (-len(said), said)))
        others = tuple(sorted({*longer}, key=lambda word: (-len(word), word)))
        firm = (note.kind or kind_of(name, company)) == "company"
        words = Named(name, order, others, firm)
        if note.plain and words.at(text) < 0:
            message = f'the text does not name "{note.name}"'
            hint = "write it as the text does, or {name: …, stage: …}"
            report.warn(article.path, note.line, "entities", message, hint)
        if note.amount and _money(note.amount) is None:
            message = f'"{note.amount}" is not an amount of money'
            hint = "write it in Chinese, with its unit: 20亿元"
            report.warn(article.path, note.line, "entities.amount", message, hint)
        own = note.name if traditional and naming.keep else ""
        known[name] = (note, _entity(note, name, own, company, naming), words)
    stated = stated_day(article)
    told = read_events(
        chinese.blocks,
        stated or article.date,
        [words for _, _, words in known.values()],
        estimated=not stated,
    )
    return Entities(
        tuple(entity for _, entity, _ in known.values()),
        tuple(
            EntityMention(name, _events(note, told.get(name, ())))
            for name, (note, _, _) in known.items()
        ),
    )


def _entity(
    note: EntityNote, name: str, own: str, company: Company | None, naming: Naming
) -> Entity:
    english = naming.glossary.english_of(name) or naming.glossary.english_of(note.name)
    forms = naming.glossary.hant_forms()
    known = company.hant if company and naming.taiwan else "" if company else own
    hant = forms.get(name) or known or naming.hant.text(name)
    english = english or (company.english if company else naming.roman(name))
    slug = slug_of_name(company.english if company else name)
    also = {note.name, *(company.also if company else ()), company.english if company else ""}
    others = tuple(sorted(also - {"", name, hant, english}))
    kind = note.kind or kind_of(name, company)
    return Entity(name, hant, english, others, kind, slug, bool(note.kind))


def _events(note: EntityNote, told: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events of an entity: those of the text, corrected by the front matter. If it gives
    a stage, the result is that stage alone."""
    block = told[0].block if told else 0
    if not (note.stage or note.date or note.amount or note.phase):
        return tuple(told) or (Event("", "", "", "", 0),)
    alike = [
        event
        for event in told
        if event.stage == note.stage and (not note.phase or event.phase == note.phase)
    ]
    same = alike[0] if alike else None
    base = same or (told[-1] if told and not note.stage else Event(note.stage, "", "", "", block))
    amount, english = base.amount, base.english
    if note.amount:
        figure = _money(note.amount)
        amount, english = note.amount, figure.english if figure else ""
    # Of the stage of several phases, the editor tells that of the whole.
    phase = note.phase or (base.phase if len({event.phase for event in alike}) < 2 else "")
    stage, day = note.stage or base.stage, note.date or base.date
    own = Event(stage, day, amount, english, base.block, phase)
    if not note.stage:
        others = (event for event in told if event is not base)
        # An amount that the editor gives replaces one that the text tells of no stage.
        return (*(event for event in others if event.stage or not note.amount), own)
    return (own,)


def _money(written: str) -> Figure | None:
    """Return the figure if ``written`` is exactly one amount of money, else ``None``."""
    figures = read(written)
    whole = len(figures) == 1 and figures[0].source == written and figures[0].kind == "money"
    return figures[0] if whole else None
