"""Projects and companies: the data kept with an article, and the entities that get a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

import msgspec

from generator.content.entity import EntityKind, Stage
from generator.entities.companies import find_company
from generator.library.slugs import with_mark
from generator.problem import Problem

if TYPE_CHECKING:
    from generator.library.article import ArticleRef

KINDS: tuple[EntityKind, ...] = ("project", "company")
# The stages of an entity in order; the empty one is a mention without a stage.
STAGE_RANK = {stage: rank for rank, stage in enumerate(("", *get_args(Stage)))}
# Stages that another stage ends.
PASSING = frozenset({"halted", "resumed"})
# The most names that the notes of ``digest check`` suggest.
_SUGGESTED = 5
# The most articles that one note lists.
_NAMED = 3


class Event(msgspec.Struct, frozen=True, array_like=True):
    """What an article reports about an entity; ``stage`` is empty if the article only names it.

    ``date`` is in ISO 8601, as exact as in the text, empty if there is none. ``amount`` and
    ``english`` are the investment, in Chinese and English. ``block`` is the number of the block
    from 1; 0 stands for the whole article. ``phase`` has the numbers of the phases of the project
    of which it is reported, with commas; it is empty for the whole.
    """

    stage: str
    date: str
    amount: str
    english: str
    block: int
    phase: str = ""


class EntityMention(msgspec.Struct, frozen=True, array_like=True):
    """An entity in an article, by its Simplified name, with what the article reports about it."""

    name: str
    events: tuple[Event, ...]


class Entity(msgspec.Struct, frozen=True, array_like=True):
    """A project or company with its names; ``also`` are further names for search.

    ``slug`` is its part of addresses. ``given`` is true if an editor wrote the kind.
    """

    name: str
    hant: str
    english: str
    also: tuple[str, ...]
    kind: EntityKind
    slug: str
    given: bool = False

    @property
    def ident(self) -> str:
        """Its identifier in the search index; the slash keeps it apart from slugs of articles."""
        return f"{'companies' if self.kind == 'company' else 'projects'}/{self.slug}"

    def called(self, edition: str) -> str:
        """Its name in ``edition``."""
        return {"en": self.english, "zh-Hant": self.hant}.get(edition, self.name)


def entities_of(oldest_first: Iterable[ArticleRef]) -> dict[str, Entity]:
    """Maps names to entities, each with one kind for all articles and a slug of its own.

    The oldest article that names an entity decides, so that its address stays the same when
    articles are added: of two entities with the same slug, the later gets a hash of its name. A
    kind that an editor wrote wins over a guessed one.
    """
    every: dict[str, Entity] = {}
    for ref in oldest_first:
        for entity in ref.entities:
            known = every.get(entity.name)
            if known is None:
                every[entity.name] = entity
            elif entity.given and not known.given:
                every[entity.name] = msgspec.structs.replace(known, kind=entity.kind, given=True)
    found: dict[str, Entity] = {}
    taken: set[tuple[str, str]] = set()
    for name, entity in every.items():
        slug = entity.slug
        if not slug or (entity.kind, slug) in taken:
            slug = with_mark(slug, name)
        taken.add((entity.kind, slug))
        found[name] = msgspec.structs.replace(entity, slug=slug)
    return found


def suggested(articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """Notes on names that look like projects or companies and are missing in ``entities`` of the
    articles: the names in most articles. A name that only one article has is suggested only if it
    is a well-known company."""
    every = Counter(name for ref in articles for name in ref.suggested)
    told = {name: count for name, count in every.items() if count > 1 or find_company(name)}
    ranked = sorted(told, key=lambda name: (-told[name], name))
    return tuple(_note(name, articles) for name in ranked[:_SUGGESTED])


def _note(name: str, articles: Sequence[ArticleRef]) -> Problem:
    naming = sorted(ref.path for ref in articles if name in ref.suggested)
    files = [path.rpartition("/")[2] for path in naming]
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    count = "1 article" if len(files) == 1 else f"{len(files)} articles"
    return Problem(
        naming[0],
        field="entities",
        message=f"{name} is named in {count}: {', '.join(files[:_NAMED])}{more}",
        hint=f"add `entities: [{name}]` there for a page of its own, or `entities: []` for none",
        severity="note",
    )
