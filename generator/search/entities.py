"""The search texts and postings of projects and companies: their names in every script."""

from __future__ import annotations

from generator.config import Edition
from generator.library.entities import Entity
from generator.pipeline.keys import key_of
from generator.search.texts import ArticleTexts, Text


def entity_text(entity: Entity, edition: Edition) -> Text:
    """The search text of an entity in ``edition``: its name there, and all other names below."""
    name = entity.called(edition)
    others = dict.fromkeys((entity.name, entity.hant, entity.english, *entity.also))
    return Text(name, " · ".join(other for other in others if other != name), ())


def entity_fingerprint(entity: Entity, *, english: bool) -> str:
    """A key that changes with the postings of an entity (arguments as for `entity_postings`)."""
    return key_of(entity.name, entity.hant, entity.english, entity.also, english)


def entity_postings(entity: Entity, *, english: bool) -> bytes:
    """The postings of an entity; ``english`` says whether the English edition has a page of it."""
    # Imported only where a text has changed: it imports numpy, among others.
    from generator.search.postings import postings

    editions: tuple[Edition, ...] = ("zh-Hans", "zh-Hant", "en")
    texts = {edition: entity_text(entity, edition) for edition in editions}
    return postings(ArticleTexts(texts, ("#text/en",) if english else ()))
