"""What the last build left in a folder: every file's size and time, in columns.

A large site has a hundred thousand files; as columns they are read and looked at in a
fraction of the time that as many objects would take.
"""

from __future__ import annotations

import os
import sys
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.publish.staging import Staged

# A look at so many files is worth a process of its own.
_MANY = 20_000


class Stamp(NamedTuple):
    """Size in bytes and time of change in nanoseconds of a published file."""

    size: int
    mtime: int


class Columns(msgspec.Struct, frozen=True, array_like=True):
    """Paths parted by line ends, sizes and times as 64-bit numbers, the manifest's stamp."""

    paths: str = ""
    sizes: bytes = b""
    times: bytes = b""
    stamp: str = ""


class Published(Mapping[str, Stamp]):
    """The published files by path."""

    def __init__(self, columns: Columns) -> None:
        self.stamp, self._text = columns.stamp, columns.paths
        self._paths = columns.paths.split("\n") if columns.paths else []
        self._sizes, self._times = array("q"), array("q")
        self._sizes.frombytes(columns.sizes)
        self._times.frombytes(columns.times)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {path: place for place, path in enumerate(self._paths)}

    def __getitem__(self, path: str) -> Stamp:
        place = self._places[path]
        return Stamp(self._sizes[place], self._times[place])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def altered(self, out: Path) -> set[str]:
        """The paths of files that are missing or of another size or time.

        One ``lstat`` a file: it finds what an editor, a copy or a deletion did, also inside a
        file; not a change that keeps both the size and the time.
        """
        top, lstat = f"{out}/", os.lstat
        found: set[str] = set()
        for path, size, time in zip(self._paths, self._sizes, self._times, strict=True):
            try:
                stat = lstat(top + path)
            except OSError:
                found.add(path)
                continue
            if stat.st_mtime_ns != time or stat.st_size != size:
                found.add(path)
        return found

    def look(self, out: Path) -> Callable[[], set[str]]:
        """Begin to look for `altered` files; the answer when it is called for.

        Many files are looked at by a process of its own, where that can be forked safely, while
        this one goes on.
        """
        safe = sys.platform == "linux" and threading.active_count() == 1
        if not safe or len(self) < _MANY or (os.cpu_count() or 1) < 2:
            return lambda: self.altered(out)
        receiver, sender = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                with os.fdopen(sender, "wb") as stream:
                    stream.write(msgspec.msgpack.encode(self.altered(out)))
                status = 0
            finally:
                os._exit(status)
        os.close(sender)

        def answer() -> set[str]:
            with os.fdopen(receiver, "rb") as stream:
                data = stream.read()
            _, status = os.waitpid(child, 0)
            return msgspec.msgpack.decode(data, type=set[str]) if not status else self.altered(out)

        return answer

    def after(self, staged: Mapping[str, Staged], removed: Iterable[str], stamp: str) -> Columns:
        """The columns after a publication."""
        gone = set(removed)
        if not gone and all(path in self._places for path in staged):
            return self._rewritten(staged, stamp)
        paths: list[str] = []
        sizes, times = array("q"), array("q")
        for path, size, time in zip(self._paths, self._sizes, self._times, strict=True):
            if path not in gone and path not in staged:
                paths.append(path)
                sizes.append(size)
                times.append(time)
        for path, item in staged.items():
            paths.append(path)
            sizes.append(item.size)
            times.append(item.mtime)
        return Columns("\n".join(paths), sizes.tobytes(), times.tobytes(), stamp)

    def _rewritten(self, staged: Mapping[str, Staged], stamp: str) -> Columns:
        """The columns where the same files are there as before."""
        for path, item in staged.items():
            place = self._places[path]
            self._sizes[place], self._times[place] = item.size, item.mtime
        sizes, times = self._sizes.tobytes(), self._times.tobytes()
        return Columns(self._text, sizes, times, stamp)
