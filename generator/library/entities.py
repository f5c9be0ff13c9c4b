"""Projects and companies: what is kept of them with an article, and which of them have pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from generator.content.entity import EntityKind
from generator.entities.companies import find_company
from generator.problem import Problem

if TYPE_CHECKING:
    from generator.library.article import ArticleRef

KINDS: tuple[EntityKind, ...] = ("project", "company")
# Names that notes of a check suggest.
_SUGGESTED = 5
# Articles that a note names.
_NAMED = 3


class Event(msgspec.Struct, frozen=True, array_like=True):
    """What an article tells of an entity: ``stage`` is empty where it is only named.

    ``date`` is ISO 8601, as exact as the text has it, empty where it has none; ``amount`` and
    ``english`` are its investment. ``block`` counts the article's blocks from 1; 0 is the whole.
    """

    stage: str
    date: str
    amount: str
    english: str
    block: int


class EntityMention(msgspec.Struct, frozen=True, array_like=True):
    """An entity in an article, by its Simplified name, with what the article tells of it."""

    name: str
    events: tuple[Event, ...]


class Entity(msgspec.Struct, frozen=True, array_like=True):
    """A project or company in its names; ``also`` are others that search finds it by.

    ``slug`` stands for it in addresses. ``given`` says that an editor wrote the kind.
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
        """Its name among all that is searched; no article has a slash in its own."""
        return f"{'companies' if self.kind == 'company' else 'projects'}/{self.slug}"

    def called(self, edition: str) -> str:
        """Its name in an edition."""
        return {"en": self.english, "zh-Hant": self.hant}.get(edition, self.name)


def entities_of(oldest_first: Iterable[ArticleRef]) -> dict[str, Entity]:
    """Name → entity, with a kind that all articles agree on and a slug of its own.

    The first article that names one decides, so that its address stays when others come: of two
    that read alike, the later has a mark made of its characters. A kind that an editor wrote
    wins over one told by the name.
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
            mark = blake2b(name.encode(), digest_size=3).hexdigest()
            slug = f"{slug}-{mark}" if slug else f"n{mark}"
        taken.add((entity.kind, slug))
        found[name] = msgspec.structs.replace(entity, slug=slug)
    return found


def suggested(articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """Notes of names in texts that look like projects and companies and stand in no ``entities``
    there: those that most articles name, well-known companies and what several articles name."""
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
