"""Finds articles that were published under another slug, by comparing builds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from generator.library.article import ArticleRef
from generator.problem import Problem


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """What identifies an article whose slug changed: its text, or its date and cities."""

    text: str
    moment: str
    cities: tuple[str, ...]


class Slugs(msgspec.Struct, frozen=True):
    """The articles of the last build by slug, and the slugs that were given up: old → new."""

    known: dict[str, Seen] = {}
    moved: dict[str, str] = {}


def renamed(before: Slugs, articles: Sequence[ArticleRef], standing: Collection[str]) -> Slugs:
    """The record after a build that publishes ``articles``; ``standing`` are the slugs of all
    files.

    A slug that is gone was renamed to a new one if both have the same text, or if exactly one new
    article has its date and its cities.
    """
    seen = {ref.slug: Seen(ref.text, ref.moment, ref.cities) for ref in articles}
    fresh = {slug: one for slug, one in seen.items() if slug not in before.known}
    moved = dict(before.moved)
    for slug, one in before.known.items():
        if slug in standing:
            continue
        new = _again(one, fresh)
        if new:
            moved = {old: new if to == slug else to for old, to in moved.items()}
            moved[slug] = new
            del fresh[new]
    waiting = {slug: one for slug, one in before.known.items() if slug in standing}
    moved = {old: new for old, new in moved.items() if old not in standing and new in standing}
    return Slugs({**waiting, **seen}, moved)


def _again(one: Seen, fresh: Mapping[str, Seen]) -> str:
    same = [slug for slug, other in fresh.items() if other.text == one.text]
    if not same:
        about = (one.moment, one.cities)
        same = [slug for slug, other in fresh.items() if (other.moment, other.cities) == about]
    return same[0] if len(same) == 1 else ""


def rename_notes(slugs: Slugs, articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """A note for each old slug that is not among the aliases of its article."""
    by_slug = {ref.slug: ref for ref in articles}
    found = []
    for old, new in sorted(slugs.moved.items()):
        ref = by_slug.get(new)
        if ref is None or any(_names(alias.slug, alias.path, old) for alias in ref.aliases):
            continue
        others = "".join(f"{alias.slug or f'/{alias.path}'}, " for alias in ref.aliases)
        found.append(
            Problem(
                ref.path,
                field="aliases",
                message=f"was published as {old}, and links to that lead nowhere now",
                hint=f"to keep them alive, add the line: aliases: [{others}{old}]",
                severity="note",
            )
        )
    return tuple(found)


def _names(slug: str, path: str, old: str) -> bool:
    return slug == old or f"/{path}".endswith(f"/articles/{old}/")
