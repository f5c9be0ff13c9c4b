"""The stage that makes pages: groups, units, and the files of a unit."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from generator.library.index import Library
from generator.pages import kinds
from generator.pages.kind import Artifact, Kind, Unit
from generator.pipeline.cache import DamagedError
from generator.pipeline.keys import key_of
from generator.pipeline.shared import Part, Shared
from generator.pipeline.stage import Stage
from generator.problem import DigestError, Problem, failure
from generator.publish.staging import Staged, Stager

PARTS: tuple[Part, ...] = ("settings", "script", "templates", "cards")


class UnitItem(msgspec.Struct, frozen=True):
    """A unit to make: its kind, its item, and path → key of the files it made before."""

    kind: str
    ident: str
    item: Any
    before: dict[str, str]
    stager: Stager


class MadeFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file of a unit: its path, the key of its inputs, and its source (for messages)."""

    path: str
    key: str
    source: str


class MadeUnit(msgspec.Struct, frozen=True):
    """The result of a unit: its files, those that were staged, and the problems."""

    files: tuple[MadeFile, ...]
    staged: dict[str, Staged]
    problems: tuple[Problem, ...] = ()


class Group(NamedTuple):
    """A group of units that are planned together.

    ``key`` is the hash of all their inputs; it is empty if they are planned in every build.
    """

    name: str
    kind: Kind
    item: Any
    key: str


def groups(library: Library, shared: Shared) -> Iterator[Group]:
    """Every group of every kind, and for each kind one more group for units that are in none."""
    view = shared.limited(PARTS)
    for kind in kinds():
        yield Group(kind.name, kind, library, "")
        for name, item in kind.groups(library, view) if kind.groups else ():
            key = key_of(kind.name, view.key, item)
            yield Group(f"{kind.name}:{name}", kind, item, key)


def units(group: Group, shared: Shared) -> dict[str, Unit]:
    """Ident → unit for the units of a group."""
    view, kind = shared.limited(PARTS), group.kind
    make = kind.units_of if group.key and kind.units_of else kind.units
    found = (Unit(kind.name, f"{kind.name}:{name}", item) for name, item in make(group.item, view))
    return {unit.ident: unit for unit in found}


def planned_files(
    library: Library, shared: Shared, *, without: Collection[Kind]
) -> Iterator[Artifact]:
    """Every file of the site's pages, except those of the kinds ``without``."""
    for group in groups(library, shared):
        if group.kind not in without:
            for unit in units(group, shared).values():
                yield from group.kind.artifacts(unit.item, shared)


def make_unit(item: UnitItem, shared: Shared) -> MadeUnit:
    """Make the files of a unit, except those whose inputs are the same as before."""
    kind = next(kind for kind in kinds() if kind.name == item.kind)
    files: list[MadeFile] = []
    staged: dict[str, Staged] = {}
    problems: list[Problem] = []
    stager = _only(item.stager)
    try:
        for artifact in kind.artifacts(item.item, shared):
            key = artifact_key(artifact, shared)
            files.append(MadeFile(artifact.path, key, artifact.source))
            if item.before.get(artifact.path) != key:
                made = _made(artifact, shared, stager)
                if isinstance(made, Staged):
                    staged[artifact.path] = made
                else:
                    problems += made
    except (DamagedError, OSError, sqlite3.Error):
        raise
    except Exception as error:
        problems.append(failure(files[-1].source if files else item.ident, error))
    return MadeUnit(tuple(files), staged, tuple(problems))


@lru_cache(maxsize=1)
def _only(stager: Stager) -> Stager:
    """One stager for each publication in this process, because it caches the folders it made."""
    return stager


def _made(artifact: Artifact, shared: Shared, stager: Stager) -> Staged | tuple[Problem, ...]:
    """Stage a file, or return the problems: an unexpected error is reported with the source."""
    try:
        return stager.stage(artifact.path, artifact.render(artifact.data, _view(artifact, shared)))
    except DigestError as error:
        return error.problems
    except (DamagedError, OSError, sqlite3.Error):
        raise
    except Exception as error:
        return (failure(artifact.source, error),)


def artifact_key(artifact: Artifact, shared: Shared) -> str:
    """The hash of all inputs of a file."""
    render, parts = artifact.render, _view(artifact, shared).key
    return key_of(render.__module__, render.__qualname__, parts, artifact.data)


def _view(artifact: Artifact, shared: Shared) -> Shared:
    """The shared parts that a file depends on."""
    return shared if artifact.parts is None else shared.limited(artifact.parts)


STAGE: Stage[UnitItem, MadeUnit] = Stage("unit", make_unit, PARTS)


def load(shared: Shared) -> None:
    """Load what nearly every page needs; without what pays only for many pages (see `warm_up`)."""
    from generator import lexicon
    from generator.pinyin.readings import pinyin_reader

    view = shared.limited(PARTS)
    view.warm_up()
    lexicon.cut("项目")
    pinyin_reader(view.gazetteer)


def warm_up(shared: Shared) -> None:
    """Load what nearly every page needs, before workers are forked."""
    from generator import lexicon

    warm_up_readings(shared)
    shared.limited(PARTS).warm_up()
    lexicon.warm_up()


def warm_up_readings(shared: Shared) -> None:
    """Load what pinyin needs. While it is made, it takes four times the memory that it keeps."""
    from generator.pinyin.readings import pinyin_reader

    pinyin_reader(shared.limited(PARTS).gazetteer).warm_up()


def unit_keys(
    planned: Mapping[str, Unit],
    before: Mapping[str, str],
    standing: Mapping[str, Unit],
    shared: Shared,
) -> dict[str, str]:
    """Ident → key of each unit; ``before`` has the keys of the last build.

    A unit equal to a ``standing`` one, which this process planned with the same shared parts, has
    the same key, so the key is not computed again.
    """
    prefix = shared.limited(PARTS).key
    found = {}
    for ident, unit in planned.items():
        known = before.get(ident)
        same = known is not None and ident in standing and standing[ident] == unit
        found[ident] = known if same and known else key_of(prefix, unit.item)
    return found
