"""Plan a build: which units have changed. Only groups whose keys have changed are examined."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.library.index import Library
from generator.pages.kind import Unit
from generator.pipeline import planning
from generator.pipeline.cache import Cache
from generator.pipeline.shared import Shared


@dataclass
class Plan:
    """The result of planning.

    ``units`` are the units of the examined groups; ``changed`` has the new keys of those that
    changed; ``gone`` are the idents of units that no longer exist. ``groups`` (name, key, the keys
    of its units) and ``gone_groups`` are stored for the next build.
    """

    units: dict[str, Unit] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    groups: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    gone_groups: tuple[str, ...] = ()


class Known:
    """What the cache has of the last plan for the folder ``out``."""

    def __init__(self, cache: Cache, out: str) -> None:
        self._cache, self._out = cache, out
        self.keys = cache.group_keys(out)

    def units(self, names: Collection[str]) -> dict[str, str]:
        """Ident → key of the units of some groups."""
        found = self._cache.groups(self._out, [name for name in names if name in self.keys])
        return {ident: key for of in found.values() for ident, key in of.items()}

    def every(self) -> dict[str, str]:
        """Ident → key of all units, including those that are not planned (the search index)."""
        return self._cache.unit_keys(self._out)

    def holding(self, idents: Collection[str]) -> Iterator[str]:
        """The names of the groups that contain any of the units ``idents``."""
        wanted = frozenset(idents)
        for name, of in self._cache.groups(self._out, list(self.keys)).items():
            if not wanted.isdisjoint(of):
                yield name


def make_plan(
    library: Library,
    shared: Shared,
    known: Known,
    standing: Mapping[str, Unit] | None,
    damaged: Collection[str],
) -> Plan:
    """Find the differences between the pages to be made and what is ``known``.

    ``standing`` are the units that this process planned before with the same shared parts: None
    if the process does not keep them, empty if it has none yet, in which case all groups are
    examined. Groups with ``damaged`` units are always examined.
    """
    plan = Plan()
    wanted = frozenset(known.holding(damaged)) if damaged else frozenset()
    every = standing is not None and not standing
    names: list[str] = []

    def looked_into() -> Iterator[planning.Group]:
        for group in planning.groups(library, shared):
            names.append(group.name)
            same = group.key and known.keys.get(group.name) == group.key
            if every or not same or group.name in wanted:
                yield group

    # In a first build, iterate lazily: groups are large, and each is freed once its units are made.
    todo: Iterable[planning.Group] = looked_into() if not known.keys else [*looked_into()]
    gone = known.keys.keys() - names if known.keys else set()
    plan.gone_groups = tuple(gone)
    before = known.units([*(group.name for group in todo), *gone]) if known.keys else known.every()
    for group in todo:
        units = planning.units(group, shared)
        keys = planning.unit_keys(units, before, standing or {}, shared)
        plan.units |= units
        plan.changed |= {ident: key for ident, key in keys.items() if before.get(ident) != key}
        if not group.key or known.keys.get(group.name) != group.key:
            plan.groups.append((group.name, group.key, keys))
    plan.gone = tuple(before.keys() - plan.units.keys())
    return plan
