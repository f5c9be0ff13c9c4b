"""Check whether anything has changed since the last build, before anything else is loaded.

The inputs of a build and the published folder are compared by names, sizes and modification times.
If all are the same, there is nothing to do. This needs only the standard library and msgspec, so
that the answer is fast.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.database import open_read_only
from generator.english.folders import bundled_file, package_folders
from generator.pipeline.folder import FILE
from generator.pipeline.keys import key_of
from generator.pipeline.published import Columns, Published, Since
from generator.pipeline.result import HeldBack, Options, Result
from generator.pipeline.version import program_fingerprint
from generator.problem import Problem
from generator.publish.recovery import is_interrupted
from generator.publish.standing import manifest_stamp
from generator.render.files import default_templates

if TYPE_CHECKING:
    from generator.pipeline.cache import Cache

_READ = ("content", "templates")
_SETTINGS = "site.yaml"
# What a listing of a folder says of a file has no inode on Windows, and may be older there.
_stat = os.stat
# The fraction of the published files that a second process checks, while this one checks the inputs
# (a seventh of all files) and then the rest.
_BESIDE = 0.6
_COUNTS = (
    "articles", "articles_read", "pages", "drafts", "held_back", "hidden",
    "without_english", "machine",
)  # fmt: skip
# How long a file may change again with the same modification time: on a file system with times in
# seconds, and on one with nanoseconds (a tick of the kernel's clock).
_COARSE_NS, _FINE_NS = 2_000_000_000, 20_000_000


class LastBuild(msgspec.Struct, frozen=True):
    """What a build without errors stores for `unchanged`.

    ``look`` is the hash of its inputs, ``more`` are the files outside the site that it used.
    ``newest`` is the date of the newest published article, ``next_due`` that of the first one
    held back (0 if there is none), in seconds since 1970. The rest is from the build's `Result`.
    """

    look: str
    more: tuple[str, ...]
    newest: float
    next_due: float
    articles: int
    articles_read: int
    pages: int
    drafts: int
    held_back: tuple[HeldBack, ...]
    hidden: tuple[str, ...]
    without_english: int
    machine: int
    warnings: tuple[Problem, ...]
    notes: tuple[str, ...]


class Finished(NamedTuple):
    """Facts about a finished build.

    ``started`` is when it began to read (seconds since 1970), ``more`` the files outside the site
    that it used, ``newest`` the date of the newest published article, ``look`` the states of the
    files before it began, if known.
    """

    started: float
    more: tuple[str, ...]
    newest: float
    look: Look | None = None


def unchanged(root: Path, options: Options) -> Result | Look | None:
    """The result of the last build if nothing has changed since.

    If something may have changed: the current states of the files if they were read, else None.
    """
    started, since = time.perf_counter(), time.time()
    kept, published = _read(root, options)
    if kept is None or published is None or (options.strict and kept.warnings):
        return None
    now = options.now.timestamp() if options.now else time.time()
    if now < kept.newest or (kept.next_due and now >= kept.next_due):
        return None
    if (
        not published.stamp
        or published.stamp != manifest_stamp(options.out)
        or is_interrupted(options.out)
    ):
        return None
    looking = published.look(options.out, _BESIDE)
    try:
        seen = look(root, options, kept.more, since)
    except BaseException:
        looking.stop()
        raise
    if seen.key != kept.look:
        looking.stop()
        return msgspec.structs.replace(seen, published=published)
    if looking():
        return msgspec.structs.replace(seen, published=published)
    result = Result(options.out)
    for name in _COUNTS:
        setattr(result, name, getattr(kept, name))
    result.warnings, result.notes = list(kept.warnings), list(kept.notes)
    result.seconds["look"] = time.perf_counter() - started
    return result


def _read(root: Path, options: Options) -> tuple[LastBuild | None, Published | None]:
    out = options.out
    names = (state_name(out), f"published:{out}", f"published since:{out}")
    try:
        database = open_read_only(root / FILE, 5)
        try:
            query = "select name, data from state where name in (?, ?, ?)"
            rows = dict(database.execute(query, names).fetchall())
        finally:
            database.close()
        kept, columns, since = (rows[name] for name in names)
        decode = msgspec.msgpack.decode
        published = Published(decode(columns, type=Columns), decode(since, type=Since))
        return decode(kept, type=LastBuild), published
    except (sqlite3.Error, KeyError, OSError, msgspec.MsgspecError):
        return None, None


def state_name(out: Path) -> str:
    """The name in the cache of the `LastBuild` of the folder ``out``."""
    return f"last:{out}"


class Look(msgspec.Struct, frozen=True):
    """The states of all inputs of a build.

    ``key`` is a hash of names, sizes and times; ``settled`` says whether every time is old enough
    that a later change would show in it; ``more`` are files outside the site; ``files`` has size,
    modification time in nanoseconds and inode by path; ``published`` is the list of published
    files, if it was read.
    """

    key: str
    settled: bool
    more: tuple[str, ...]
    files: dict[str, tuple[int, int, int]]
    published: Published | None = None


def look(root: Path, options: Options, more: tuple[str, ...], since: float) -> Look:
    """Read the states of all inputs.

    ``since`` is when the build began to read them, or when this function was called if that was
    earlier (seconds since 1970).
    """
    before, settled = int(since * 1e9), True
    files: dict[str, tuple[int, int, int]] = {}
    for path, stat in _files(root, more):
        time_ns = stat.st_mtime_ns
        files[path] = (stat.st_size, time_ns, stat.st_ino)
        latest = max(time_ns, stat.st_ctime_ns)
        if latest >= before - _COARSE_NS and latest >= before - timestamp_slack(time_ns):
            settled = False
    lines = [f"{path}\0{size}\0{time}\0{inode}\n" for path, (size, time, inode) in files.items()]
    digest = hashlib.blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=16)
    wanted = (str(options.out), options.drafts, options.base_url, options.keep_going)
    key = key_of(digest.hexdigest(), program_fingerprint(), wanted)
    return Look(key, settled, more, files)


def timestamp_slack(mtime_ns: int) -> int:
    """How long after the modification time ``mtime_ns`` another change may leave it the same.

    In nanoseconds, for the precision that the time seems to have (compare "racy git").
    """
    return _FINE_NS if mtime_ns % 1_000_000 else _COARSE_NS


def keep(root: Path, options: Options, result: Result, cache: Cache, build: Finished) -> None:
    """Store a build without errors for `unchanged`.

    Nothing is stored if a file changed so recently that another change during the build would not
    show in its time.
    """
    seen = build.look
    if seen is None or seen.more != build.more:
        seen = look(root, options, build.more, build.started)
    if not seen.settled:
        cache.drop_state(state_name(options.out))
        return
    kept = LastBuild(
        look=seen.key,
        more=build.more,
        newest=build.newest,
        next_due=min((held.instant for held in result.held_back), default=0.0),
        articles=result.articles,
        articles_read=result.articles_read,
        pages=result.pages,
        drafts=result.drafts,
        held_back=result.held_back,
        hidden=result.hidden,
        without_english=result.without_english,
        machine=result.machine,
        warnings=tuple(result.warnings),
        notes=tuple(result.notes),
    )
    cache.keep_state(state_name(options.out), kept)


def _files(root: Path, more: Sequence[str]) -> Iterator[tuple[str, os.stat_result]]:
    own = bundled_file()
    models = [*map(str, package_folders()), *([str(own)] if own else [])]
    for path in (str(root / _SETTINGS), *more, *models):
        with contextlib.suppress(OSError):
            yield path, Path(path).stat()
    for folder in (*(root / name for name in _READ), default_templates()):
        yield from _below(str(folder))


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder, sorted by name."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            else:
                yield entry.path, _stat(entry)
        except OSError:
            continue
