"""Make the changed pages of a library and publish them, together with the search index."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from generator.config import EDITIONS
from generator.library.index import Library
from generator.pages.kind import Unit
from generator.pipeline import planning
from generator.pipeline.cache import Cache
from generator.pipeline.clashes import double
from generator.pipeline.outcome import INDEX, Files, Folder, Outcome
from generator.pipeline.plan import Plan, make_plan
from generator.pipeline.planning import MadeFile, UnitItem
from generator.pipeline.published import Published
from generator.pipeline.result import Progress, Result
from generator.pipeline.shared import Shared
from generator.pipeline.workers import Workers
from generator.portable import known_as
from generator.problem import DigestError, Problem


def make_pages(
    library: Library,
    shared: Shared,
    folder: Folder,
    workers: Workers[Shared],
    say: Progress,
) -> Outcome:
    """Make the files of every unit that has changed, or whose files have been altered.

    Raises `DigestError` with all problems of all pages.
    """
    damaged = _damaged(folder)
    standing = folder.session.planned(folder.out, shared.key)
    plan = make_plan(library, shared, folder.known, standing, damaged)
    plan.gone = tuple(ident for ident in plan.gone if ident != INDEX)
    # A unit may be both damaged and changed: then its new key counts.
    known = folder.known.every() if damaged else {}
    todo = {ident: known[ident] for ident in damaged if ident in plan.units} | plan.changed
    outcome = Outcome(folder.publication, folder.published, plan, shared.key)
    outcome.before = folder.before([*todo, *plan.gone])
    if todo:
        _make(todo, plan.units, outcome, folder, workers, shared, say)
    return outcome


def _damaged(folder: Folder) -> list[str]:
    """The units that have an altered file."""
    if not folder.altered or folder.units is None:
        return []
    return [
        ident
        for ident, files in folder.units.items()
        if ident != INDEX and any(file.path in folder.altered for file in files)
    ]


def _make(
    todo: Mapping[str, str],
    planned: Mapping[str, Unit],
    outcome: Outcome,
    folder: Folder,
    workers: Workers[Shared],
    shared: Shared,
    say: Progress,
) -> None:
    stager = folder.publication.prepare()
    idents = sorted(todo, key=_alike_together)
    items = [
        UnitItem(
            planned[ident].kind,
            ident,
            planned[ident].item,
            {
                file.path: file.key
                for file in outcome.before.get(ident, ())
                if file.path not in folder.altered
            },
            stager,
        )
        for ident in idents
    ]
    problems: set[Problem] = set()
    results = workers.map(planning.STAGE, items)
    files: dict[str, Files] = {}
    for count, (ident, made) in enumerate(zip(idents, results, strict=True), 1):
        say("pages", count, len(idents))
        files[ident] = made.files
        outcome.staged |= made.staged
        problems.update(made.problems)
    outcome.changed = {ident: (todo[ident], files[ident]) for ident in sorted(todo)}
    if problems:
        raise DigestError(sorted(problems))


def _alike_together(ident: str) -> tuple[list[str], str]:
    """A sort key that puts units of one month or city together, of all kinds and editions.

    They show the same articles, of which each process caches some hundreds.
    """
    kind, _, name = ident.partition(":")
    return [part for part in name.split("/") if part not in EDITIONS], kind


def publish(outcome: Outcome, folder: Folder, result: Result) -> None:
    """Publish the staged files, store the new keys in the cache, and complete ``result``."""
    now = {file.path for _, files in outcome.changed.values() for file in files}
    removals = {
        file.path
        for ident in (*outcome.changed, *outcome.gone)
        for file in outcome.before.get(ident, ())
        if file.path not in now
    }
    _refuse_doubles(outcome, folder, removals)
    if folder.units is not None:
        # Something was altered, so remove all files that no unit makes any more.
        kept = {
            file.path
            for ident, files in folder.units.items()
            if ident not in outcome.changed and ident not in outcome.gone
            for file in files
        }
        removals |= set(folder.publication.made) - kept - now
    result.pages = len(folder.published) + len(now) - sum(map(len, _known(outcome)))
    result.pages_made = len(outcome.staged)
    nothing = not outcome.changed and not removals and not outcome.gone
    if nothing and folder.publication.is_listed:
        folder.publication.discard()
        _keep_groups(outcome.plan, folder)
        _keep_units(outcome, folder)
        return
    applied = folder.publication.apply(outcome.staged, removals)
    result.written, result.removed = len(applied.written), len(applied.removed)
    # The session's list of files is outdated now, even if the cache cannot be written below.
    folder.session.published.pop(folder.out, None)
    columns, since = folder.published.after(outcome.staged, removals, folder.publication.stamp)
    encode = msgspec.msgpack.encode
    units = ((ident, key, encode(files)) for ident, (key, files) in outcome.changed.items())
    with report_cache_errors(folder.cache), folder.cache.atomic():
        folder.cache.keep_units(folder.out, units, outcome.gone)
        if columns is not None:
            folder.cache.keep_state(f"published:{folder.out}", columns)
        folder.cache.keep_state(f"published since:{folder.out}", since)
        _keep_groups(outcome.plan, folder)
    _keep_units(outcome, folder)
    if folder.private and folder.session.stays:
        folder.published.renew(columns, since)
        folder.session.published[folder.out] = folder.published


def _keep_groups(plan: Plan, folder: Folder) -> None:
    """Store the groups whose units are now in the folder."""
    before = folder.known.keys
    moved = any(before.get(name) != key for name, key, _ in plan.groups)
    if moved or plan.changed or plan.gone or plan.gone_groups:
        folder.cache.keep_groups(folder.out, plan.groups, plan.gone_groups)


def _keep_units(outcome: Outcome, folder: Folder) -> None:
    plan = outcome.plan
    folder.session.keep_planned(folder.out, outcome.parts, plan.units, plan.gone)


@contextmanager
def report_cache_errors(cache: Cache) -> Iterator[None]:
    """In the block, turn SQLite errors into a `DigestError` that says the site is published."""
    try:
        yield
    except sqlite3.Error as error:
        message = f"the new site is published, but the cache could not be written: {error}"
        hint = "free some space and build again"
        raise DigestError(Problem(str(cache.path), message=message, hint=hint)) from error


def _known(outcome: Outcome) -> Iterable[Files]:
    return (outcome.before.get(ident, ()) for ident in (*outcome.changed, *outcome.gone))


def _refuse_doubles(outcome: Outcome, folder: Folder, removals: set[str]) -> None:
    """Raise `DigestError` if two sources would be published at the same path, or at two paths that
    some file systems do not distinguish."""
    seen: dict[str, str] = {}
    problems = []
    new: dict[str, MadeFile] = {}
    for ident, (_, files) in outcome.changed.items():
        had = {file.path for file in outcome.before.get(ident, ())}
        for file in files:
            place = known_as(file.path)
            if place in seen:
                problems.append(double(file.source, file.path, seen[place]))
            seen[place] = file.source
            if file.path not in had:
                new[place] = file
    own = {
        file.path
        for ident in (*outcome.changed, *outcome.gone)
        for file in outcome.before.get(ident, ())
    }
    others = {known_as(path) for path in _alike_ones(new, folder.published) if path not in own}
    if others:
        for ident, files in folder.all_units().items():
            if ident in outcome.changed or ident in outcome.gone:
                continue
            for file in files:
                if known_as(file.path) in others:
                    problems.append(double(new[known_as(file.path)].source, file.path, file.source))
    if problems:
        raise DigestError(problems)


def _alike_ones(places: Collection[str], published: Published) -> Iterable[str]:
    """The published files whose normalised path (see `known_as`) is in ``places``."""
    if not places:
        return ()
    if published.is_plain:
        return (place for place in places if place in published)
    return (path for path in published if known_as(path) in places)
