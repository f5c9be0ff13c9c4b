"""The published folder: what the build made in it, and the next version beside it.

The new site is put together in ``.<name>.next`` beside the folder: new files are moved
there, unchanged ones and files the build did not make are hard links, so they keep
their time stamps and cost nothing. Then both folders are exchanged in one step: a
build that is killed at any moment leaves the old site whole, or the new one. What is
left in ``.<name>.next`` is the version before; the next build brings it up to date
instead of making thousands of folders anew.

``.files.json`` in the folder says what the build made, so that stale files can go and
foreign ones stay, whatever becomes of the cache.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.problem import DigestError, Problem
from generator.publish.swap import exchange, recover

MANIFEST = ".files.json"
# Stands in the next version while it is being put together.
_UNFINISHED = ".unfinished"
# In the version before: the files in it that no build made.
_FOREIGN = ".foreign.json"
_OWN = frozenset({MANIFEST, _UNFINISHED, _FOREIGN})


class Publication:
    """One run's way from new files to the published folder."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._next = out.with_name(f".{out.name}.next")
        self._fresh = out.with_name(f".{out.name}.fresh")
        recover(out)
        _remove(self._fresh)
        self.made: dict[str, str] = _manifest(out)

    def prepare(self) -> None:
        """Make the place where new files are put aside."""
        self._fresh.mkdir(parents=True, exist_ok=True)

    def write(self, path: str, data: bytes) -> str:
        """Put ``data`` aside for ``path``; returns its hash. May run in another process."""
        self._aside(path).write_bytes(data)
        return digest_of(data)

    def publish(self, files: Mapping[str, str], fresh: Iterable[str]) -> tuple[set[str], set[str]]:
        """Make the folder hold ``files`` (path → hash); ``fresh`` were written in this run.

        Returns the paths that were written anew and those that were removed. Raises
        `DigestError` where a file that the build did not make stands in the way.
        """
        written = {path for path in fresh if not self._stands(path, files[path])}
        gone = self.made.keys() - files.keys()
        if not written and not gone and self.made == dict(files):
            return set(), set()
        self._assemble(files, written)
        # As late as can be: what others put into the folder until now goes along.
        foreign = _files_below(self.out) - self.made.keys() - _OWN
        adopted = self._adopt(foreign & files.keys(), files)
        for path in adopted | (foreign - files.keys()):
            _link(self.out / path, _ready(self._next / path, set()))
        self._swap_in(files, foreign)
        return written - adopted, gone

    def discard(self) -> None:
        """Take away what was put aside and not used."""
        _remove(self._fresh)

    def _aside(self, path: str) -> Path:
        return self._fresh / hashlib.blake2b(path.encode(), digest_size=16).hexdigest()

    def _stands(self, path: str, digest: str) -> bool:
        """Whether the published file already has these bytes."""
        return self.made.get(path) == digest and digest_of(_read(self.out / path)) == digest

    def _adopt(self, clashing: set[str], files: Mapping[str, str]) -> set[str]:
        """Foreign files at our addresses: those with our very bytes become ours, others stop us."""
        adopted = {p for p in clashing if digest_of(_read(self.out / p)) == files[p]}
        refused = sorted(clashing - adopted)
        if refused:
            more = f" (and {len(refused) - 1} more)" if len(refused) > 1 else ""
            raise DigestError(
                Problem(
                    str(self.out / refused[0]),
                    0,
                    "",
                    f"stands where a page should go, and the build did not make it{more}",
                    "move it away, or build into another folder with --out",
                )
            )
        return adopted

    def _assemble(self, files: Mapping[str, str], written: set[str]) -> None:
        """Bring the next version to ``files``, without what is foreign."""
        there = self._reusable()
        self._next.mkdir(parents=True, exist_ok=True)
        (self._next / _UNFINISHED).touch()
        if self.out.is_dir():
            shutil.copystat(self.out, self._next)
        for path in sorted(there.keys() - files.keys()):
            _unlink(self._next, path)
        folders: set[Path] = set()
        for path in sorted(files):
            if path in written:
                (self._aside(path)).replace(_ready(self._next / path, folders))
            elif there.get(path) != files[path] or not self._is_published(path):
                _link(self.out / path, _ready(self._next / path, folders))
        manifest = json.dumps(dict(sorted(files.items())), ensure_ascii=False, indent=0)
        # A new file: the old one's inode may be that of the published manifest.
        (self._next / MANIFEST).unlink(missing_ok=True)
        (self._next / MANIFEST).write_text(manifest + "\n", "utf-8")

    def _is_published(self, path: str) -> bool:
        """Whether the next version has the very file that is published, not one like it."""
        try:
            ours, theirs = os.lstat(f"{self._next}/{path}"), os.lstat(f"{self.out}/{path}")
        except OSError:
            return False
        return (ours.st_ino, ours.st_dev) == (theirs.st_ino, theirs.st_dev)

    def _reusable(self) -> dict[str, str]:
        """Path → hash of what stands in the folder of the version before, if it is sound.

        Foreign files in it count with an empty hash, so they are taken away or made anew.
        """
        try:
            foreign = json.loads((self._next / _FOREIGN).read_text("utf-8"))
            (self._next / _FOREIGN).unlink()
        except (OSError, ValueError):
            foreign = None
        made = _manifest(self._next)
        if not made or not isinstance(foreign, list) or (self._next / _UNFINISHED).exists():
            _remove(self._next)
            return {}
        return made | dict.fromkeys(map(str, foreign), "")

    def _swap_in(self, files: Mapping[str, str], foreign: set[str]) -> None:
        (self._next / _UNFINISHED).unlink()
        if not self.out.exists():
            self.out.parent.mkdir(parents=True, exist_ok=True)
            self._next.rename(self.out)
            return
        try:
            exchange(self.out, self._next)
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EBUSY):
                raise
            # The folder is a mount point: it cannot be exchanged, only filled.
            self._fill_in(files)
            return
        (self._next / _FOREIGN).write_text(json.dumps(sorted(foreign)), "utf-8")

    def _fill_in(self, files: Mapping[str, str]) -> None:
        """Replace file by file, each whole: first what pages refer to, last what is stale."""
        changed = [path for path in sorted(files) if self.made.get(path) != files[path]]
        missing = sorted(files.keys() - _files_below(self.out))
        for path in sorted({*changed, *missing}, key=lambda path: path.endswith(".html")):
            target = self.out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            aside = target.with_name(f".{target.name}.new")
            shutil.copy2(self._next / path, aside)
            aside.replace(target)
        shutil.copy2(self._next / MANIFEST, self.out / MANIFEST)
        for path in self.made.keys() - files.keys():
            _unlink(self.out, path)


def digest_of(data: bytes) -> str:
    """The hash by which published files are compared."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _manifest(folder: Path) -> dict[str, str]:
    """Path → hash of what a build made in ``folder``; empty where it says nothing."""
    with contextlib.suppress(OSError, ValueError):
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        if isinstance(found, dict):
            return {str(path): str(digest) for path, digest in found.items()}
    return {}


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b"\0"


def _files_below(folder: Path) -> set[str]:
    """Paths of all files below ``folder``, and of empty folders with a ``/`` at the end.

    A link to a folder is a thing of its own.
    """
    found: set[str] = set()
    waiting = [("", str(folder))] if folder.is_dir() else []
    while waiting:
        prefix, where = waiting.pop()
        with os.scandir(where) as entries:
            empty = True
            for entry in entries:
                empty = False
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    found.add(prefix + entry.name)
        if empty and prefix:
            found.add(prefix)
    return found


def _ready(target: Path, folders: set[Path]) -> Path:
    """``target`` with its folder there and nothing in its place."""
    if target.parent not in folders:
        target.parent.mkdir(parents=True, exist_ok=True)
        folders.add(target.parent)
    if not target.is_dir() or target.is_symlink():
        target.unlink(missing_ok=True)
    return target


def _unlink(top: Path, path: str) -> None:
    """Remove a file and the folders that it leaves empty."""
    target = top / path
    if path.endswith("/"):
        with contextlib.suppress(OSError):
            target.rmdir()
    else:
        target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == top:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _link(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        target.mkdir(exist_ok=True)
        shutil.copystat(source, target)
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        # A file system without hard links (FAT, some network shares).
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
