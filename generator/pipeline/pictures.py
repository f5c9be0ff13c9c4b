"""The pictures stage of a build: each picture is checked and scaled once, then cached."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from generator.content.folder import FILES, STATIC
from generator.library.picture import ORIGINAL, Picture, PictureFile
from generator.pictures.faults import PictureError
from generator.pictures.look import is_picture, look, misnamed, said_kind
from generator.pictures.make import FORMAT, Made, make, version
from generator.pictures.store import Store
from generator.pipeline.cache import Cache
from generator.pipeline.keys import digest_of, key_of
from generator.pipeline.result import Options, Progress
from generator.pipeline.version import program_fingerprint
from generator.problem import DigestError, Report, failure

_STATE = "pictures"


class Remark(msgspec.Struct, frozen=True, array_like=True):
    """A problem of a picture, independent of its path."""

    message: str
    hint: str
    grave: bool


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """The cached result of a picture.

    ``picture`` is None if it cannot be shown; ``stored`` says whether it has files in the store;
    ``out`` are the output folders that use it. ``program`` is the fingerprint of the program that
    made the remarks, empty if there are none.
    """

    picture: Picture | None
    remarks: tuple[Remark, ...]
    stored: bool
    out: tuple[str, ...]
    program: str = ""


class _Job(NamedTuple):
    key: str
    root: Path
    path: str
    shown: bool

    @property
    def file(self) -> Path:
        """The picture's file; ``path`` is its path in messages."""
        return self.root / self.path


class _Shows(Protocol):
    @property
    def pictures(self) -> tuple[str, ...]: ...


def shown_pictures(shown: Iterable[_Shows]) -> frozenset[str]:
    """The paths of the pictures that any article or page shows."""
    return frozenset(itertools.chain.from_iterable(one.pictures for one in shown))


def prepare_pictures(
    cache: Cache,
    root: Path,
    options: Options,
    hashes: tuple[Mapping[str, str], Mapping[str, str]],
    shown: Collection[str],
    say: Progress,
    report: Report,
) -> dict[str, Picture]:
    """Path → picture of the pictures in ``content/files/``; those in ``shown`` have their sizes.

    ``hashes`` are those of the files below ``content/files/`` and ``content/static/``. A result is
    cached until no output folder needs it, one with remarks only for the same program. Problems
    are added to ``report``, also those of the pictures of ``content/static/``, which are published
    unchanged.
    """
    files, static = hashes
    found = {path: digest for path, digest in files.items() if digest and is_picture(path)}
    bare = {path: digest for path, digest in static.items() if digest and is_picture(path)}
    known = cache.state(_STATE, dict[str, Kept], dict)
    if not found and not bare and not known:
        return {}
    sizes = {found[path] for path in shown if path in found}
    keys = {path: _key(digest, digest in sizes, path) for path, digest in found.items()}
    jobs_of = {keys[p]: _Job(keys[p], root, f"{FILES}/{p}", found[p] in sizes) for p in found}
    keys_bare = {path: _key(digest, False, path) for path, digest in bare.items()}
    jobs_of = {k: _Job(k, root, f"{STATIC}/{p}", False) for p, k in keys_bare.items()} | jobs_of
    store = Store(root)
    stored, program = store.keys(), program_fingerprint()
    now = {
        key: kept
        for key, kept in known.items()
        if (not kept.stored or key in stored) and kept.program in ("", program)
    }
    todo = [job for key, job in jobs_of.items() if key not in now]
    for count, (key, kept) in enumerate(_all_made(todo, store, options.jobs), 1):
        say("pictures", count, len(todo))
        now[key] = msgspec.structs.replace(kept, program=program) if kept.remarks else kept
    now = _needed(now, jobs_of, str(options.out))
    if now != known:
        cache.keep_state(_STATE, now)
        store.drop_but({key for key, kept in now.items() if kept.stored})
    pictures: dict[str, Picture] = {}
    for path, key in keys.items():
        _tell(f"{FILES}/{path}", now[key], report)
        picture = now[key].picture
        if picture is not None:
            pictures[path] = picture
    for path, key in keys_bare.items():
        if now[key].stored:
            message = "holds what a camera or a program wrote into it (perhaps a place or a name)"
            hint = f"files here are published as they are: move it to {FILES}/"
            report.warn(f"{STATIC}/{path}", message=message, hint=hint)
    return pictures


def _tell(path: str, kept: Kept, report: Report) -> None:
    for remark in kept.remarks:
        tell = report.error if remark.grave else report.warn
        tell(path, message=remark.message, hint=remark.hint)


def _needed(now: Mapping[str, Kept], wanted: Collection[str], out: str) -> dict[str, Kept]:
    """The entries that this build or another output folder that still exists needs."""
    found: dict[str, Kept] = {}
    for key, kept in now.items():
        folders = {folder for folder in kept.out if folder != out and Path(folder).is_dir()}
        if key in wanted:
            folders.add(out)
        if folders:
            found[key] = msgspec.structs.replace(kept, out=tuple(sorted(folders)))
    return found


def _all_made(todo: list[_Job], store: Store, jobs: int) -> Iterator[tuple[str, Kept]]:
    """The result of each job; with several, in threads (Pillow releases Python's lock)."""

    def run(job: _Job) -> tuple[str, Kept]:
        try:
            return job.key, _made(job, store)
        except (OSError, sqlite3.Error):
            raise
        except Exception as error:
            raise DigestError(failure(job.path, error)) from error

    if len(todo) < 2 or jobs == 1:
        yield from map(run, todo)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(run, todo)


def _made(job: _Job, store: Store) -> Kept:
    """Process one picture and store its files."""
    data = job.file.read_bytes()
    try:
        facts = look(data, job.file.suffix)
        made = make(data, facts, sizes=job.shown)
    except PictureError as error:
        return Kept(None, (Remark(error.message, error.hint, True),), False, ())
    remarks = []
    really = misnamed(facts, job.file.name)
    if really:
        hint = f"rename it to end in .{really.replace('jpeg', 'jpg')}"
        remarks.append(Remark(f"is a {really.upper()} picture by its content", hint, False))
    if job.shown and not (made.width and made.height):
        remarks.append(
            Remark("has no size, so the page moves when it comes", "add a viewBox to it", False)
        )
    files = {file.name: file.data for file in (*made.sizes, *filter(None, [made.plain]))}
    if made.original != data:
        files[ORIGINAL] = made.original
    if files:
        store.keep(job.key, files)
    return Kept(_picture(job.key, made, files), tuple(remarks), bool(files), ())


def _picture(key: str, made: Made, files: Mapping[str, bytes]) -> Picture:
    original = files.get(ORIGINAL)
    sizes, plain = (
        [
            PictureFile(file.width, file.height, file.name, digest_of(file.data), len(file.data))
            for file in some
        ]
        for some in (made.sizes, [made.plain] if made.plain else [])
    )
    return Picture(
        key,
        made.width,
        made.height,
        digest_of(original) if original is not None else "",
        tuple(sizes),
        plain[0] if plain else None,
    )


def _key(digest: str, shown: bool, path: str) -> str:
    """The cache key of a picture, also a part of its address: its content, what is made of it,
    and how (the format of made pictures, Pillow's version)."""
    return key_of(FORMAT, version(), digest, shown, said_kind(path))
