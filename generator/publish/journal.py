"""A list of changes that is carried out whole or not at all.

Before the first change everything is ready in the working folder: the new files in ``new/``,
links to the files they replace in ``old/``, and the list itself in ``journal``. From the moment
that file stands the changes are carried out one rename after the other, and whoever comes
after an interruption carries on: each step can tell whether it has been done. Where the
system refuses a step, all are undone and the old files come back, time stamps and all;
``undo`` in place of ``journal`` says so to whoever comes after an interruption of that.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

import msgspec

from generator.portable import known_as
from generator.publish.paths import Folders, are_sound, parent_of, parents_of
from generator.publish.staging import Work, link

_JOURNAL = "journal"
_UNDO = "undo"
# Syncing more files than this, one by one, takes longer than making them anew after a power cut.
_SYNCED = 64


class Steps(msgspec.Struct, frozen=True, array_like=True):
    """What is to be done: removals that make room, folders, changed and new files, removals.

    ``kept`` says of each change whether ``old/`` has what it replaces; the ``late`` last ones
    come where a folder was, which the removals leave empty.
    """

    first: tuple[str, ...]
    folders: tuple[str, ...]
    changes: tuple[str, ...]
    late: int
    kept: tuple[bool, ...]
    removals: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that is touched."""
        return (*self.first, *self.folders, *self.changes, *self.removals)


class Journal:
    """The changes of one publication of the folder ``out``, by way of ``work``.

    ``durable``: what is begun is on the disk first, so that a power cut does no harm either.
    """

    def __init__(self, out: Path, work: Work, *, durable: bool = True) -> None:
        self._out, self._work, self._durable = out, work, durable
        self._journal, self._undo = work.folder / _JOURNAL, work.folder / _UNDO

    def carry_out(self, changes: Sequence[str], removals: Sequence[str]) -> None:
        """Put the staged ``changes`` in their places and take ``removals`` away.

        Raises ``OSError`` where it cannot be done; then all is as before.
        """
        steps = self._prepare(changes, removals)
        self._write(steps)
        try:
            self._forward(steps)
        except OSError:
            self._journal.replace(self._undo)
            self._back(steps)
            self._undo.unlink()
            raise
        # All is done: whoever finds the journal has nothing more to do.
        with contextlib.suppress(OSError):
            self._journal.unlink()

    @property
    def is_begun(self) -> bool:
        """Whether changes were begun and are neither finished nor undone."""
        return os.path.lexists(self._journal) or os.path.lexists(self._undo)

    def finish(self) -> bool:
        """Finish what an earlier run began, or undo it; False where there is nothing.

        Raises ``OSError`` where neither can be done, ``ValueError`` for a damaged journal.
        """
        if os.path.lexists(self._undo):
            self._back(_read(self._undo, self._work))
            self._undo.unlink()
            return True
        if not os.path.lexists(self._journal):
            return False
        steps = _read(self._journal, self._work)
        try:
            self._forward(steps)
        except OSError:
            self._journal.replace(self._undo)
            self._back(steps)
            self._undo.unlink()
            return True
        self._journal.unlink()
        return True

    def _prepare(self, changes: Sequence[str], removals: Sequence[str]) -> Steps:
        # What pages refer to comes before the pages.
        ordered = sorted(changes, key=lambda path: (path.endswith(".html"), path))
        late = [path for path in ordered if _is_folder(self._out / path)]
        ordered = [path for path in ordered if path not in late] + late
        above = {folder for path in changes for folder in parents_of(path)}
        # Of two names that differ in capitals alone, some systems know but one file.
        alike = {*map(known_as, changes)} if removals else set()
        first = sorted(path for path in removals if path in above or known_as(path) in alike)
        folders = Folders(str(self._out), gone=frozenset(first)).missing(ordered)
        kept = [self._keep(path, self._work.old / f"c{i}") for i, path in enumerate(ordered)]
        return Steps(
            first=tuple(first),
            folders=tuple(folders),
            changes=tuple(ordered),
            late=len(late),
            kept=tuple(kept),
            removals=tuple(sorted({*removals} - {*first})),
        )

    def _keep(self, path: str, place: Path) -> bool:
        """Keep what is published at ``path`` in ``place``; whether there was anything."""
        source = self._out / path
        try:
            if stat.S_ISDIR(os.lstat(source).st_mode):
                return False
        except (FileNotFoundError, NotADirectoryError):
            return False
        link(str(source), str(place))
        return True

    def _write(self, steps: Steps) -> None:
        if self._durable and len(steps.changes) <= _SYNCED:
            for path in steps.changes:
                _sync(self._work.new / path)
        aside = self._work.folder / f"{_JOURNAL}.new"
        with aside.open("wb") as stream:
            stream.write(msgspec.msgpack.encode(steps))
            stream.flush()
            if self._durable:
                os.fsync(stream.fileno())
        aside.replace(self._journal)

    def _forward(self, steps: Steps) -> None:
        for number, path in enumerate(steps.first):
            self._take(path, self._work.old / f"f{number}")
        folders = Folders(str(self._out))
        for path in steps.folders:
            if not folders.has(path):
                (self._out / path).mkdir(parents=True, exist_ok=True)
        folders = Folders(str(self._out))
        late = len(steps.changes) - steps.late
        for path in steps.changes[:late]:
            self._put(path, folders)
        for number, path in enumerate(steps.removals):
            self._take(path, self._work.old / f"r{number}")
        for path in steps.changes[late:]:
            self._clear(path)
            self._put(path, folders)
        # As late as can be: to make folders again may need space that a full disk has not.
        for path in (*steps.first, *steps.removals):
            self._prune(path)

    def _put(self, path: str, folders: Folders) -> None:
        source, target = self._work.new / path, self._out / path
        folders.has(parent_of(path))
        try:
            source.replace(target)
        except FileNotFoundError:
            if os.path.lexists(source):
                # Someone took the folder away just now.
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)

    def _take(self, path: str, place: Path) -> None:
        """Move a published file out of the way, if it is still there."""
        source = self._out / path
        # Taken already: what is there now may be what has come under the same name.
        if os.path.lexists(place):
            return
        # Where a folder has come in its place, or a link on the way, it is another's.
        if Folders(str(self._out)).lead_to(path) and not _is_folder(source):
            with contextlib.suppress(FileNotFoundError):
                source.replace(place)

    def _clear(self, path: str) -> None:
        """Take away the empty folders that are where a file is to be."""
        target = self._out / path
        if Folders(str(self._out)).lead_to(path) and _is_folder(target):
            for folder, _, _ in os.walk(target, topdown=False):
                Path(folder).rmdir()

    def _prune(self, path: str) -> None:
        """Take away the folders that a file which was removed has left empty."""
        for folder in parents_of(path):
            try:
                (self._out / folder).rmdir()
            except OSError:
                break

    def _back(self, steps: Steps) -> None:
        folders = Folders(str(self._out))
        for number, (path, kept) in enumerate(zip(steps.changes, steps.kept, strict=True)):
            target = self._out / path
            if not folders.lead_to(path):
                continue
            if kept:
                with contextlib.suppress(FileNotFoundError):
                    (self._work.old / f"c{number}").replace(target)
            elif not os.path.lexists(self._work.new / path) and not _is_folder(target):
                target.unlink(missing_ok=True)
        for path in reversed(steps.folders):
            with contextlib.suppress(OSError):
                (self._out / path).rmdir()
        for letter, paths in (("f", steps.first), ("r", steps.removals)):
            for number, path in enumerate(paths):
                self._return(path, self._work.old / f"{letter}{number}")

    def _return(self, path: str, place: Path) -> None:
        target = self._out / path
        if os.path.lexists(place) and Folders(str(self._out)).lead_to(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(target):
                place.replace(target)


def _read(file: Path, work: Work) -> Steps:
    try:
        steps = msgspec.msgpack.decode(file.read_bytes(), type=Steps)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise ValueError("damaged") from None
    sound = are_sound(steps.paths) and len(steps.kept) == len(steps.changes) >= steps.late >= 0
    if not sound or any(not _is_folder(folder) for folder in (work.new, work.old)):
        raise ValueError("it names what is not below the folder")
    return steps


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
