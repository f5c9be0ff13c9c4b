"""What the last build left in a folder: every file's size and time, in columns.

A large site has a hundred thousand files; as columns they are read and looked at in a
fraction of the time that as many objects would take.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.publish.staging import Staged

# A look at so many files is worth a process of its own.
_MANY = 20_000
# Where more than this part of the files has changed, all are kept anew.
_SOME = 16


class Stamp(NamedTuple):
    """Size in bytes and time of change in nanoseconds of a published file."""

    size: int
    mtime: int


class Columns(msgspec.Struct, frozen=True, array_like=True):
    """Paths parted by line ends, sizes and times as 64-bit numbers, the manifest's stamp; whether
    the paths ascend."""

    paths: str = ""
    sizes: bytes = b""
    times: bytes = b""
    stamp: str = ""
    ordered: bool = False


class Since(msgspec.Struct, frozen=True, array_like=True):
    """What small publications changed since the columns were kept: size and time of each file by
    path, the paths that are gone, the manifest's stamp (empty where there was none)."""

    changed: dict[str, tuple[int, int]] = {}
    gone: frozenset[str] = frozenset()
    stamp: str = ""


class Published(Mapping[str, Stamp]):
    """The published files by path, which ascend."""

    def __init__(self, columns: Columns, since: Since) -> None:
        self._read(columns)
        self._bring_up(since)

    def _read(self, columns: Columns) -> None:
        self._since, self.stamp = Since(), columns.stamp
        self._paths = columns.paths.split("\n") if columns.paths else []
        self._sizes, self._times = array("q"), array("q")
        self._sizes.frombytes(columns.sizes)
        self._times.frombytes(columns.times)
        self._ordered = columns.ordered
        if not columns.ordered:
            self._sort()

    def _bring_up(self, since: Since) -> None:
        self._since, self.stamp = since, since.stamp or self.stamp
        for path in since.gone:
            if (place := self._place(path)) >= 0:
                del self._paths[place], self._sizes[place], self._times[place]
        for path, (size, time) in since.changed.items():
            self._put(path, size, time)

    def renew(self, columns: Columns | None, since: Since) -> None:
        """Become what was just kept after a publication (`after`)."""
        if columns is not None:
            self._read(columns)
        self._bring_up(since)

    def _sort(self) -> None:
        order = sorted(range(len(self._paths)), key=self._paths.__getitem__)
        self._paths = [self._paths[place] for place in order]
        self._sizes = array("q", [self._sizes[place] for place in order])
        self._times = array("q", [self._times[place] for place in order])

    def _place(self, path: object) -> int:
        """Where a path is; -1 where it is not."""
        place = bisect_left(self._paths, path) if isinstance(path, str) else len(self._paths)
        return place if place < len(self._paths) and self._paths[place] == path else -1

    def _put(self, path: str, size: int, time: int) -> None:
        place = bisect_left(self._paths, path)
        if place < len(self._paths) and self._paths[place] == path:
            self._sizes[place], self._times[place] = size, time
        else:
            self._paths.insert(place, path)
            self._sizes.insert(place, size)
            self._times.insert(place, time)

    def __getitem__(self, path: str) -> Stamp:
        place = self._place(path)
        if place < 0:
            raise KeyError(path)
        return Stamp(self._sizes[place], self._times[place])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return self._place(path) >= 0

    @property
    def is_plain(self) -> bool:
        """Whether no path has a capital letter, or one that is not ASCII."""
        text = "".join(self._paths)
        return text.isascii() and text == text.lower()

    def altered(self, out: Path, start: int = 0, end: int | None = None) -> set[str]:
        """The paths of files that are missing or of another size or time, of those from the place
        ``start`` up to ``end``.

        One ``lstat`` a file: it finds what an editor, a copy or a deletion did, also inside a
        file; not a change that keeps both the size and the time.
        """
        top, lstat = f"{out}/", os.lstat
        found: set[str] = set()
        some = slice(start, end)
        columns = self._paths[some], self._sizes[some], self._times[some]
        for path, size, time in zip(*columns, strict=True):
            try:
                stat = lstat(top + path)
            except OSError:
                found.add(path)
                continue
            if stat.st_mtime_ns != time or stat.st_size != size:
                found.add(path)
        return found

    def look(self, out: Path, part: float = 1) -> Looking:
        """Begin to look for `altered` files; the answer when it is called for.

        This ``part`` of many files is looked at by a process of its own, where that can be forked
        safely, while this one goes on; this one then looks at the rest.
        """
        safe = sys.platform == "linux" and threading.active_count() == 1
        if not safe or len(self) < _MANY or (os.cpu_count() or 1) < 2:
            return Looking(self, out)
        end = int(part * len(self))
        receiver, sender = os.pipe()
        try:
            child = os.fork()
        except OSError:
            # No memory, or too many processes.
            os.close(receiver)
            os.close(sender)
            return Looking(self, out)
        if child == 0:
            status = 1
            try:
                with os.fdopen(sender, "wb") as stream:
                    stream.write(msgspec.msgpack.encode(self.altered(out, 0, end)))
                status = 0
            finally:
                os._exit(status)
        os.close(sender)
        return Looking(self, out, end, child, receiver)

    def after(
        self, staged: Mapping[str, Staged], removed: Iterable[str], stamp: str
    ) -> tuple[Columns | None, Since]:
        """What to keep after a publication: all columns where much has changed, else what has."""
        gone = frozenset(removed) - staged.keys()
        count = len(staged) + len(gone) + len(self._since.changed) + len(self._since.gone)
        if not self._ordered or count * _SOME >= len(self):
            return self._whole(staged, gone, stamp), Since()
        changed = {path: row for path, row in self._since.changed.items() if path not in gone}
        changed |= {path: (item.size, item.mtime) for path, item in staged.items()}
        return None, Since(changed, (self._since.gone - staged.keys()) | gone, stamp)

    def _whole(self, staged: Mapping[str, Staged], gone: Collection[str], stamp: str) -> Columns:
        stay = [
            place
            for place, path in enumerate(self._paths)
            if path not in staged and path not in gone
        ]
        made = staged.values()
        paths = [self._paths[place] for place in stay] + [*staged]
        sizes = array("q", [self._sizes[place] for place in stay] + [one.size for one in made])
        times = array("q", [self._times[place] for place in stay] + [one.mtime for one in made])
        order = sorted(range(len(paths)), key=paths.__getitem__)
        return Columns(
            "\n".join([paths[place] for place in order]),
            array("q", [sizes[place] for place in order]).tobytes(),
            array("q", [times[place] for place in order]).tobytes(),
            stamp,
            ordered=True,
        )


class Looking:
    """A look for altered files, to be called for its answer, or stopped. The process ``child``
    looks at those before ``end`` and writes what it finds to ``receiver``."""

    def __init__(
        self, of: Published, out: Path, end: int = 0, child: int = 0, receiver: int = -1
    ) -> None:
        self._of, self._out, self._end = of, out, end
        self._child, self._receiver = child, receiver

    def __call__(self) -> set[str]:
        """The paths of the altered files."""
        mine = self._of.altered(self._out, self._end)
        if not self._child:
            return mine
        with os.fdopen(self._receiver, "rb") as stream:
            data = stream.read()
        self._wait()
        try:
            return mine | msgspec.msgpack.decode(data, type=set[str])
        except msgspec.DecodeError:
            return mine | self._of.altered(self._out, 0, self._end)

    def stop(self) -> None:
        """Nobody asks for the answer."""
        if self._child:
            os.close(self._receiver)
            # It has not been waited for, so its number is still its own.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._wait()

    def _wait(self) -> None:
        # Where the build was started with SIGCHLD ignored, nobody is to be waited for.
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._child, 0)
        self._child = 0
