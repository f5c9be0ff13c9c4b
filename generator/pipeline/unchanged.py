"""Has anything changed since the last build? Asked before anything else is loaded.

What a build read is known by names, sizes and times alone. Where all of it and the
published folder stand as they were left, there is nothing to do. Only the standard library
and msgspec are needed for the answer, so that it comes at once.
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
# The part of the published files that another process looks at, while this one looks at what was
# read (a seventh of it all) and then at the rest.
_BESIDE = 0.6
_COUNTS = (
    "articles", "articles_read", "pages", "drafts", "held_back", "hidden",
    "without_english", "machine", "flagged",
)  # fmt: skip
# Where a file system tells times to the second only, a file may change again without its time
# telling; where it tells them to the nanosecond, within a tick of the kernel's clock.
_COARSE_NS, _FINE_NS = 2_000_000_000, 20_000_000


class LastBuild(msgspec.Struct, frozen=True):
    """What a build that was sound leaves behind.

    ``look`` is a hash of all that it read, ``more`` are files outside the site that it used.
    ``newest`` is the moment of the last article that was due, ``next_due`` that of the first
    that was not (0 where there is none), in seconds since 1970.
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
    flagged: int
    warnings: tuple[Problem, ...]
    notes: tuple[str, ...]


class Finished(NamedTuple):
    """What a build that is done knows: when it began to read (seconds since 1970), the files
    outside the site that it used, the moment of the newest article that was due, and how the
    files looked before it began, where somebody looked."""

    started: float
    more: tuple[str, ...]
    newest: float
    look: Look | None = None


def unchanged(root: Path, options: Options) -> Result | Look | None:
    """What the last build said, where nothing has changed since; where something may have, how
    the files look now, if that was looked at."""
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
        database = sqlite3.connect(f"file:{root / FILE}?mode=ro", uri=True, timeout=5)
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
    """The name under which the cache keeps what a build of the folder ``out`` left behind."""
    return f"last:{out}"


class Look(msgspec.Struct, frozen=True):
    """A look at everything that a build reads: a hash of names, sizes and times, whether every
    time is old enough for a later change to show in it, the files outside the site, and of each
    file by its path size, time of change in nanoseconds and inode; what was published before, as
    far as that was read."""

    key: str
    settled: bool
    more: tuple[str, ...]
    files: dict[str, tuple[int, int, int]]
    published: Published | None = None


def look(root: Path, options: Options, more: tuple[str, ...], since: float) -> Look:
    """Look at the files; ``since`` is when the build began to read them, or the look itself if
    that comes first (seconds since 1970)."""
    before, settled = int(since * 1e9), True
    files: dict[str, tuple[int, int, int]] = {}
    for path, stat in _files(root, more):
        time_ns = stat.st_mtime_ns
        files[path] = (stat.st_size, time_ns, stat.st_ino)
        latest = max(time_ns, stat.st_ctime_ns)
        if latest >= before - _COARSE_NS and latest >= before - grain(time_ns):
            settled = False
    lines = [f"{path}\0{size}\0{time}\0{inode}\n" for path, (size, time, inode) in files.items()]
    digest = hashlib.blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=16)
    wanted = (str(options.out), options.drafts, options.base_url, options.keep_going)
    key = key_of(digest.hexdigest(), program_fingerprint(), wanted)
    return Look(key, settled, more, files)


def grain(mtime_ns: int) -> int:
    """How long after a change of a file, at this time, another one may not show in its time.

    All in nanoseconds (see "racy git" for what comes of trusting a time too early).
    """
    return _FINE_NS if mtime_ns % 1_000_000 else _COARSE_NS


def keep(root: Path, options: Options, result: Result, cache: Cache, build: Finished) -> None:
    """Remember a sound build, unless a file changed so late that a change after it, while the
    build ran, would not show."""
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
        flagged=result.flagged,
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
    """Everything below a folder, in order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            else:
                yield entry.path, entry.stat()
        except OSError:
            continue
