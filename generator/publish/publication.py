"""The published folder: the files that builds made in it, and how new files get there.

There are three ways. After an interruption, each leaves either the old or the new site:

- If the folder is missing or empty, the whole tree is moved there with one rename.
- If at least half of the files change, a complete new tree (with hard links to unchanged files) is
  exchanged with the old one in one step, so no reader sees half of a new site.
- Otherwise, or if the system, a mount point or other programs' folders prevent an exchange, files
  are replaced one by one under a journal: the work is proportional to the change, each file is
  complete at any time, and files that no build made are not touched.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.problem import DigestError, Problem
from generator.publish.foreign import bring_back, in_the_way
from generator.publish.journal import Journal
from generator.publish.manifest import MANIFEST, encode_manifest, read_manifest, updated
from generator.publish.paths import are_sound
from generator.publish.recovery import recover, settle, work_folders
from generator.publish.staging import Staged, Stager, locked, remove_tree
from generator.publish.standing import PublishedFile, altered, manifest_stamp
from generator.publish.trees import exchange_tree, first_tree, one_by_one

# Folders are exchanged if at least one file in this many changes: it costs a link for each of the
# others.
_LARGE = 2
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


class Applied(NamedTuple):
    """The result of a publication: the paths that were written, and those that were removed."""

    written: frozenset[str]
    removed: frozenset[str]


class Publication:
    """One publication of files into the folder ``out``.

    ``known`` are the published files that the caller has stored, and ``stamp`` the value of
    `stamp` at that time: if it is the same now, the manifest need not be read. ``problems`` has
    warnings for the editor. If not ``durable`` (a preview), files are not synced to disk: a power
    failure may damage them, and the next build makes them again. Raises `OSError` if an
    interrupted publication can be neither finished nor undone.
    """

    def __init__(
        self,
        out: Path,
        known: Mapping[str, PublishedFile] | None = None,
        stamp: str = "",
        *,
        durable: bool = True,
    ) -> None:
        self.out = out
        self._durable = durable
        self.problems: list[Problem] = recover(out)
        self._known: Mapping[str, PublishedFile] = known or {}
        self._trusted = bool(stamp) and stamp == self.stamp
        self._work = work_folders(out)[0]
        self._held = ExitStack()
        self._stager: Stager | None = None

    @property
    def stamp(self) -> str:
        """A text that changes whenever the set of published files does; empty if there is none."""
        return manifest_stamp(self.out)

    @property
    def tops(self) -> tuple[Path, ...]:
        """The folders that may contain a file to publish: the staging folders, then ``out``."""
        return (*(work.new for work in work_folders(self.out)), self.out)

    @cached_property
    def made(self) -> Collection[str]:
        """The paths of the published files that builds made."""
        if self._trusted:
            return self._known.keys()
        if self._listed is not None:
            return frozenset(self._listed)
        # There is no manifest: stored files that are unchanged were made by a build.
        known = ((path, file.size, file.mtime) for path, file in self._known.items())
        return self._known.keys() - altered(self.out, known)

    def prepare(self) -> Stager:
        """Make the folder for staging, if needed; return the stager, which works in any process.

        Waits while another build publishes into the same folder. Raises `OSError`.
        """
        if self._stager is None:
            self._hold()
            self.problems += settle(self.out, self._work)
            for left in self._work.folder.iterdir():
                remove_tree(left)
            self._work.make()
            filled = self.out.is_dir() and any(self.out.iterdir())
            self._stager = Stager(str(self.out), str(self._work.new), compared=filled)
        return self._stager

    def apply(
        self, changes: Mapping[str, Staged | bytes | Path], removals: Iterable[str] = ()
    ) -> Applied:
        """Publish ``changes`` and remove ``removals``; all other files stay unchanged.

        ``changes`` maps a path to a staged file, to bytes, or to a file to copy. Raises
        `DigestError` if a file that no build made is in the way, `OSError` if the disk is full or
        the like; nothing has changed then. Raises `ValueError` for a path that leads out of the
        folder.
        """
        if not are_sound(changes.keys()) or MANIFEST in changes:
            raise ValueError("a path to publish leads out of the folder")
        try:
            staged = {
                path: item if isinstance(item, Staged) else self.prepare().stage(path, item)
                for path, item in changes.items()
            }
            new = {path for path, item in staged.items() if item.new}
            added = {path for path in staged if path not in self.made}
            gone = {path for path in removals if path in self.made and path not in staged}
            self._refuse(new, added - new, gone)
            if new or added or gone or not self.is_listed:
                self._publish(new, added, gone)
        finally:
            self.discard()
        return Applied(frozenset(new), frozenset(gone))

    def discard(self) -> None:
        """Delete the staged files, except those that an interrupted publication still needs."""
        if self._stager is not None and not Journal(self.out, self._work).is_begun:
            # If they cannot be deleted now, the next run deletes them.
            with contextlib.suppress(OSError):
                bring_back(self.out, self._work.new)
                remove_tree(self._work.folder)
        self._stager = None
        self._held.close()

    def _publish(self, new: set[str], added: set[str], gone: set[str]) -> None:
        stager = self.prepare()
        large = (len(new) + len(gone)) * _LARGE >= len(self.made)
        changed = bool(added or gone) or not self.is_listed
        if large or changed:
            known = self._trusted or self._listed is None
            listed = sorted(self.made) if known else self._listed or []
            paths = updated(listed, added, gone)
            stager.write(MANIFEST, encode_manifest(paths))
        if not stager.compared and first_tree(self.out, self._work):
            return
        if large and exchange_tree(self.out, stager, paths, new, self.made):
            return
        changes = [*new, MANIFEST] if changed else [*new]
        one_by_one(self.out, self._work, changes, [*gone], durable=self._durable)

    def _refuse(self, new: set[str], adopted: set[str], gone: set[str]) -> None:
        """Raise `DigestError` if something that no build made is in the way of a change.

        ``adopted`` are files that already have the content to be published.
        """
        if self._stager is not None and not self._stager.compared:
            return
        problems = in_the_way(self.out, new, adopted, self.made, gone)
        if problems:
            raise DigestError([*self.problems, *problems])

    def _hold(self) -> None:
        """Lock the working folder; it is inside ``out`` if there is no permission beside it."""
        beside, inside = work_folders(self.out)
        self.out.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._held.enter_context(locked(beside.folder))
            self._work = beside
        except OSError as error:
            if error.errno not in _FORBIDDEN or not self.out.is_dir():
                raise
            self._held.enter_context(locked(inside.folder))
            self._work = inside

    @cached_property
    def _listed(self) -> list[str] | None:
        """The paths in the manifest; None if there is none or it is damaged."""
        try:
            return read_manifest(self.out)
        except ValueError as error:
            hint = "ignored and rebuilt; if files are in the way, delete the folder and build again"
            place = str(self.out / MANIFEST)
            self.problems.append(Problem(place, message=str(error), hint=hint, severity="warning"))
            return None

    @property
    def is_listed(self) -> bool:
        """Whether there is a valid manifest; if not, `apply` writes a new one."""
        return self._trusted or self._listed is not None
