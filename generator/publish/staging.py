"""The working folder beside a published one, and staging of new files in it.

``.<name>.next`` has ``new/`` (staged files, at their paths), ``old/`` (the files that they
replace) and the journal. It exists only during a publication; if a later run finds it, that run
finishes or undoes the interrupted publication (see `recovery`).
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.publish.paths import parent_of

_CHUNK = 1 << 20


class Staged(NamedTuple):
    """A staged file: its size in bytes and modification time in nanoseconds.

    ``new`` is false if the published file already has the same content and stays unchanged.
    """

    size: int
    mtime: int
    new: bool = True


@dataclass(frozen=True)
class Work:
    """A working folder and its subfolders."""

    folder: Path

    @property
    def new(self) -> Path:
        """The folder for staged files, at their paths."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The folder for the files that they replace."""
        return self.folder / "old"

    def make(self) -> None:
        """Make both folders."""
        self.new.mkdir()
        self.old.mkdir()


@dataclass(frozen=True)
class Stager:
    """Stages files; it can be pickled, so it works in any process.

    With ``compared``, the published folder already has files, so each file is first compared with
    the published one. ``run`` distinguishes publications into the same folder.
    """

    out: str
    new: str
    compared: bool
    run: int = field(default_factory=time.monotonic_ns)
    _made: set[str] = field(default_factory=set, compare=False, repr=False)

    def __reduce__(self) -> tuple[type[Stager], tuple[str, str, bool, int]]:
        return Stager, (self.out, self.new, self.compared, self.run)

    def stage(self, path: str, content: bytes | Path) -> Staged:
        """Stage bytes, or a copy of a file of any size, to be published at ``path``.

        If the published file has the same content, nothing is written. Raises `OSError`.
        """
        if isinstance(content, Path):
            return self._copy(path, content)
        if self.compared and (there := _same_bytes(f"{self.out}/{path}", content)):
            return Staged(there.st_size, there.st_mtime_ns, new=False)
        written = self.write(path, content)
        return Staged(written.st_size, written.st_mtime_ns)

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Stage bytes without comparing them with the published file; return the file's stat."""
        return _write(self.place(path), data)

    def place(self, path: str) -> str:
        """The staging path for ``path``; its folder is made if needed."""
        self._ready(parent_of(path))
        return f"{self.new}/{path}"

    def _ready(self, folder: str) -> None:
        if folder and folder not in self._made:
            self._ready(parent_of(folder))
            # Another process may have made it.
            with contextlib.suppress(FileExistsError):
                os.mkdir(f"{self.new}/{folder}")
            self._made.add(folder)

    def _copy(self, path: str, source: Path) -> Staged:
        if self.compared and (there := _same_file(f"{self.out}/{path}", source)):
            return Staged(there.st_size, there.st_mtime_ns, new=False)
        with source.open("rb") as stream, Path(self.place(path)).open("wb") as copy:
            shutil.copyfileobj(stream, copy, _CHUNK)
            copy.flush()
            written = os.fstat(copy.fileno())
        return Staged(written.st_size, written.st_mtime_ns)


_BINARY = getattr(os, "O_BINARY", 0)


def _write(place: str, data: bytes) -> os.stat_result:
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        return os.fstat(handle)
    finally:
        os.close(handle)


def _same_bytes(file: str, data: bytes) -> os.stat_result | None:
    """The stat of ``file`` if it is a regular file with exactly these bytes, else None."""
    try:
        there = os.lstat(file)
        if not stat.S_ISREG(there.st_mode) or there.st_size != len(data):
            return None
        return there if Path(file).read_bytes() == data else None
    except OSError:
        return None


def _same_file(file: str, source: Path) -> os.stat_result | None:
    try:
        there = os.lstat(file)
        if not stat.S_ISREG(there.st_mode) or there.st_size != source.stat().st_size:
            return None
        return there if _hash(Path(file)) == _hash(source) else None
    except OSError:
        return None


def _hash(file: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


# Errors of `os.link` if hard links are not supported (FAT, some network shares), or not allowed for
# files of other users.
NO_LINKS = frozenset(
    (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EINVAL)
)


def link(source: str, place: str) -> None:
    """Make ``place`` a hard link to the file or symbolic link ``source``, or a copy if links are
    not possible."""
    try:
        if os.link in os.supports_follow_symlinks:
            os.link(source, place, follow_symlinks=False)
        else:
            os.link(source, place)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        shutil.copy2(source, place, follow_symlinks=False)


def remove_tree(folder: Path) -> None:
    """Delete a folder if it exists; a link in its place is deleted, not followed."""
    try:
        mode = os.lstat(folder).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        shutil.rmtree(folder)
    else:
        folder.unlink()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock ``folder`` for the block, and make it if it is missing; other processes wait.

    The system releases the lock when the process ends. On Windows a folder cannot be locked; there
    the lock of the site has to do (`generator.pipeline.lock`).
    """
    handle = -1
    if sys.platform == "win32":
        # Without a mode: Python would take 0o700 as "no other user", which the published folder,
        # renamed from in here, would keep.
        folder.mkdir(exist_ok=True)
    else:
        handle = _hold(folder)
    try:
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def _hold(folder: Path) -> int:
    import fcntl

    while True:
        with contextlib.suppress(FileExistsError):
            folder.mkdir(0o700)
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except FileNotFoundError:
            continue
        except OSError as error:
            if error.errno not in (errno.ENOTDIR, errno.ELOOP):
                raise
            # A file or a link, which the build did not make.
            folder.unlink(missing_ok=True)
            continue
        try:
            # Some network file systems have no locks on folders.
            with contextlib.suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
            # The process that had the lock may have deleted the folder, and another made a new one.
            if os.path.samestat(os.fstat(handle), os.lstat(folder)):
                return handle
        except FileNotFoundError:
            pass  # It was deleted meanwhile: try again.
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
