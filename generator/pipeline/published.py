"""The files that the last build left in a folder, with size and modification time, in columns.

A large site has a hundred thousand files; reading and comparing columns takes a fraction of the
time of as many objects.
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
from generator.publish.standing import altered

# From this number of files on, a second process helps to check them.
_MANY = 20_000
# All columns are written again if more than 1/16 of the files have changed.
_SOME = 16


class Stamp(NamedTuple):
    """Size in bytes and modification time in nanoseconds of a published file."""

    size: int
    mtime: int


class Columns(msgspec.Struct, frozen=True, array_like=True):
    """Columns as they are stored: paths separated by line breaks, sizes and times as arrays of
    64-bit integers, the manifest's stamp, and whether the paths are sorted."""

    paths: str = ""
    sizes: bytes = b""
    times: bytes = b""
    stamp: str = ""
    ordered: bool = False


class Since(msgspec.Struct, frozen=True, array_like=True):
    """What small publications changed since the columns were stored.

    ``changed`` maps a path to size and time; ``stamp`` is the manifest's (empty if there was no
    publication).
    """

    changed: dict[str, tuple[int, int]] = {}
    gone: frozenset[str] = frozenset()
    stamp: str = ""


class Published(Mapping[str, Stamp]):
    """Path → stamp of the published files, sorted by path."""

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
        """Update to the result of `after`, after a publication."""
        if columns is not None:
            self._read(columns)
        self._bring_up(since)

    def _sort(self) -> None:
        order = sorted(range(len(self._paths)), key=self._paths.__getitem__)
        self._paths = [self._paths[place] for place in order]
        self._sizes = array("q", [self._sizes[place] for place in order])
        self._times = array("q", [self._times[place] for place in order])

    def _place(self, path: object) -> int:
        """The index of a path; -1 if it is not there."""
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
        """Whether all paths are ASCII without capital letters."""
        text = "".join(self._paths)
        return text.isascii() and text == text.lower()

    def altered(self, out: Path, start: int = 0, end: int | None = None) -> set[str]:
        """The files with indices from ``start`` to ``end`` that have been altered below ``out``, as
        `generator.publish.standing.altered` finds them."""
        some = slice(start, end)
        columns = self._paths[some], self._sizes[some], self._times[some]
        return altered(out, zip(*columns, strict=True))

    def look(self, out: Path, part: float = 1) -> AlteredSearch:
        """Start to search for `altered` files; call the returned object for the answer.

        If there are many files and a process can be forked safely, a second process checks the
        fraction ``part`` of them meanwhile; the rest is checked at the call.
        """
        safe = sys.platform == "linux" and threading.active_count() == 1
        if not safe or len(self) < _MANY or (os.cpu_count() or 1) < 2:
            return AlteredSearch(self, out)
        end = int(part * len(self))
        receiver, sender = os.pipe()
        try:
            child = os.fork()
        except OSError:
            # No memory, or too many processes.
            os.close(receiver)
            os.close(sender)
            return AlteredSearch(self, out)
        if child == 0:
            status = 1
            try:
                with os.fdopen(sender, "wb") as stream:
                    stream.write(msgspec.msgpack.encode(self.altered(out, 0, end)))
                status = 0
            finally:
                os._exit(status)
        os.close(sender)
        return AlteredSearch(self, out, end, child, receiver)

    def after(
        self, staged: Mapping[str, Staged], removed: Iterable[str], stamp: str
    ) -> tuple[Columns | None, Since]:
        """What to store after a publication.

        The complete columns if much has changed, else None; and the changes since the last
        complete columns.
        """
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


class AlteredSearch:
    """A search for altered files in progress: call it for the answer, or `stop` it.

    The process ``child`` checks the files before index ``end`` and writes the altered ones to the
    pipe ``receiver``; 0 if there is no such process.
    """

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
        """Stop the search; the answer is not needed."""
        if self._child:
            os.close(self._receiver)
            # It has not been waited for, so its process id cannot have been reused.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._wait()

    def _wait(self) -> None:
        # If SIGCHLD is ignored, the system has reaped it already.
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._child, 0)
        self._child = 0
