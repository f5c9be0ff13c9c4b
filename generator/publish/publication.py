"""The published folder: what the build made in it, and the way of new files into it.

Three ways lead there, and each leaves the old site or the new one after an interruption:

- Into an empty place the whole tree comes with one rename.
- Where half of the files or more change, the whole new tree (the rest of it hard links)
  is exchanged with the old one in one step: no reader sees half of a new site.
- Otherwise, and where a system, a mount point or folders of others do not allow an exchange,
  files are replaced one by one under a journal: the work is in proportion to the change, each
  file is whole at any time, and files of others are not touched at all.
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
from generator.publish.recovery import recover, settle, works_of
from generator.publish.staging import Staged, Stager, locked, remove_tree
from generator.publish.standing import Left, altered, manifest_stamp
from generator.publish.trees import exchange_tree, first_tree, one_by_one

# Exchanging folders links every other file: worth it where one file in so many changes.
_LARGE = 2
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


class Applied(NamedTuple):
    """What a publication did: the paths written anew, and those removed."""

    written: frozenset[str]
    removed: frozenset[str]


class Publication:
    """One run's way from new files to the published folder ``out``.

    ``known`` is what the caller remembers of the files published there, and ``stamp`` what
    `stamp` was then: where it still is, the manifest need not be read. ``problems`` has
    warnings for the editor. What is not ``durable`` (a preview) does not wait for the disk: a
    power cut may spoil it, and the next build makes it anew. Raises ``OSError`` where an
    interrupted publication can be neither finished nor undone.
    """

    def __init__(
        self,
        out: Path,
        known: Mapping[str, Left] | None = None,
        stamp: str = "",
        *,
        durable: bool = True,
    ) -> None:
        self.out = out
        self._durable = durable
        self.problems: list[Problem] = recover(out)
        self._known: Mapping[str, Left] = known or {}
        self._trusted = bool(stamp) and stamp == self.stamp
        self._work = works_of(out)[0]
        self._held = ExitStack()
        self._stager: Stager | None = None

    @property
    def stamp(self) -> str:
        """Changes whenever the set of published files does; empty where there is none."""
        return manifest_stamp(self.out)

    @property
    def tops(self) -> tuple[Path, ...]:
        """The folders below which a published path may lie: where it is staged, then ``out``."""
        return (*(work.new for work in works_of(self.out)), self.out)

    @cached_property
    def made(self) -> Collection[str]:
        """The paths of the published files that the build made."""
        if self._trusted:
            return self._known.keys()
        if self._listed is not None:
            return frozenset(self._listed)
        # The list is lost: what is remembered and still stands was made by the build too.
        return self._known.keys() - altered(self.out, self._known)

    def prepare(self) -> Stager:
        """Make the place where new files are staged; what stages them there, in any process.

        Waits where another site publishes into the same folder. Raises ``OSError``.
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
        """Publish ``changes`` (path → what was staged, bytes, or a file to copy) and take
        ``removals`` away; all other files of the build stay as they are.

        Raises `DigestError` where a file that the build did not make stands in the way,
        ``OSError`` where the disk is full or the like: all is as before then. ``ValueError``
        for a path that leads out of the folder.
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
        """Take away what was staged; what an interrupted publication still needs stays."""
        if self._stager is not None and not Journal(self.out, self._work).is_begun:
            # What cannot be taken away now is taken away by the next run.
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
        """Raise where something that the build did not make is in the way of a change.

        Files with the very bytes that are to be published are ``adopted``.
        """
        if self._stager is not None and not self._stager.compared:
            return
        problems = in_the_way(self.out, new, adopted, self.made, gone)
        if problems:
            raise DigestError([*self.problems, *problems])

    def _hold(self) -> None:
        """Lock the working folder; it lies inside where nothing may be written beside."""
        beside, inside = works_of(self.out)
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
        """What the manifest says; None where it says nothing."""
        try:
            return read_manifest(self.out)
        except ValueError as error:
            hint = "ignored and rebuilt; if files are in the way, delete the folder and build again"
            place = str(self.out / MANIFEST)
            self.problems.append(Problem(place, message=str(error), hint=hint, severity="warning"))
            return None

    @property
    def is_listed(self) -> bool:
        """Whether the manifest is there and sound; where it is not, `apply` writes it anew."""
        return self._trusted or self._listed is not None
