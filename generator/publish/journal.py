"""A journal of changes to a folder: all of them are made, or none.

Before the first change, the working folder has the new files in ``new/``, links to the files that
they replace in ``old/``, and the list of changes in ``journal``. Once that file exists, the changes
are made one rename after the other. After an interruption the next run continues: each step can
tell whether it has been done. If the system refuses a step, all steps are undone and the old files
come back, with their times; the file is then called ``undo``, so that after an interruption the
next run continues to undo.
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
from generator.writing import move

_JOURNAL = "journal"
_UNDO = "undo"
# To sync more files than this one by one takes longer than to build them again after a power cut.
_SYNCED = 64


class Steps(msgspec.Struct, frozen=True, array_like=True):
    """The steps in order: removals that make room, folders, changed and new files, removals.

    ``kept`` says for each change whether ``old/`` has the file that it replaces. The last ``late``
    changes replace folders, so they are made after the removals have emptied these.
    """

    first: tuple[str, ...]
    folders: tuple[str, ...]
    changes: tuple[str, ...]
    late: int
    kept: tuple[bool, ...]
    removals: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path of the steps."""
        return (*self.first, *self.folders, *self.changes, *self.removals)


class Journal:
    """The journal of one publication into the folder ``out``, in the working folder ``work``.

    If ``durable``, files are synced to disk before the first change, so that a power failure does
    no harm either.
    """

    def __init__(self, out: Path, work: Work, *, durable: bool = True) -> None:
        self._out, self._work, self._durable = out, work, durable
        self._journal, self._undo = work.folder / _JOURNAL, work.folder / _UNDO

    def carry_out(self, changes: Sequence[str], removals: Sequence[str]) -> None:
        """Move the staged ``changes`` to their places and remove ``removals``.

        Raises `OSError` if a step fails; then all changes have been undone.
        """
        steps = self._prepare(changes, removals)
        self._write(steps)
        try:
            self._forward(steps)
        except OSError:
            move(self._journal, self._undo)
            self._back(steps)
            self._undo.unlink()
            raise
        # All steps are done, so a journal that cannot be deleted does no harm.
        with contextlib.suppress(OSError):
            self._journal.unlink()

    @property
    def is_begun(self) -> bool:
        """Whether there are changes that are neither finished nor undone."""
        return os.path.lexists(self._journal) or os.path.lexists(self._undo)

    def finish(self) -> bool:
        """Finish or undo the changes of an interrupted run; False if there are none.

        Raises `OSError` if neither can be done, `ValueError` for a damaged journal.
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
            move(self._journal, self._undo)
            self._back(steps)
            self._undo.unlink()
            return True
        self._journal.unlink()
        return True

    def _prepare(self, changes: Sequence[str], removals: Sequence[str]) -> Steps:
        # Pages come last, after the files that they refer to.
        ordered = sorted(changes, key=lambda path: (path.endswith(".html"), path))
        late = [path for path in ordered if _is_folder(self._out / path)]
        ordered = [path for path in ordered if path not in late] + late
        above = {folder for path in changes for folder in parents_of(path)}
        # Some file systems do not distinguish names that differ only in capital letters.
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
        """Link the published file ``path`` to ``place``; return whether there was one."""
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
        move(aside, self._journal)

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
        # As late as possible: making folders again for an undo may fail on a full disk.
        for path in (*steps.first, *steps.removals):
            self._prune(path)

    def _put(self, path: str, folders: Folders) -> None:
        source, target = self._work.new / path, self._out / path
        folders.has(parent_of(path))
        try:
            move(source, target)
        except FileNotFoundError:
            if os.path.lexists(source):
                # Another program deleted the folder just now.
                target.parent.mkdir(parents=True, exist_ok=True)
                move(source, target)

    def _take(self, path: str, place: Path) -> None:
        """Move a published file out of the way, if it is still there."""
        source = self._out / path
        # Already moved: the file there now may be a new one of the same name.
        if os.path.lexists(place):
            return
        # A folder in its place, or a link above it, was made by another program.
        if Folders(str(self._out)).lead_to(path) and not _is_folder(source):
            with contextlib.suppress(FileNotFoundError):
                move(source, place)

    def _clear(self, path: str) -> None:
        """Remove the empty folders in the place of a new file."""
        target = self._out / path
        if Folders(str(self._out)).lead_to(path) and _is_folder(target):
            for folder, _, _ in os.walk(target, topdown=False):
                Path(folder).rmdir()

    def _prune(self, path: str) -> None:
        """Remove the folders above a removed file that are empty now."""
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
                    move(self._work.old / f"c{number}", target)
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
                move(place, target)


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
