"""The published folder: what the build made in it, and the next version beside it.

The new site is put together in ``.<name>.staging`` next to the folder: new files are
written there, unchanged ones and files the build did not make are hard links, so they
keep their time stamps and cost nothing. Then both folders are exchanged. A build that
is killed at any moment leaves the old site whole, or the new one.

``.files.json`` in the folder says what the build made, so that stale files can go and
foreign ones stay, whatever becomes of the cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.problem import DigestError, Problem
from generator.publish.swap import exchange, recover

MANIFEST = ".files.json"


class Publication:
    """One run's way from staged files to the published folder."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.staging = out.with_name(f".{out.name}.staging")
        self.fresh = out.with_name(f".{out.name}.fresh")
        recover(out)
        _remove(self.staging)
        _remove(self.fresh)
        self.made: dict[str, str] = self._manifest()

    def _manifest(self) -> dict[str, str]:
        """Path → hash of what the last build made in the folder."""
        with contextlib.suppress(OSError, ValueError):
            found = json.loads((self.out / MANIFEST).read_text("utf-8"))
            if isinstance(found, dict):
                return {str(path): str(digest) for path, digest in found.items()}
        return {}

    def write(self, path: str, data: bytes) -> str:
        """Put ``data`` aside for ``path``; returns its hash. May run in another process."""
        file = self.fresh / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
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
        existing = _files_below(self.out)
        foreign = existing - self.made.keys() - {MANIFEST}
        self._refuse_foreign(foreign, files)
        self._assemble(files, written, foreign & existing)
        self._swap_in(foreign)
        return written, set(gone)

    def discard(self) -> None:
        """Take away what was put aside."""
        _remove(self.fresh)
        _remove(self.staging)

    def _stands(self, path: str, digest: str) -> bool:
        """Whether the published file already has these bytes."""
        if self.made.get(path) == digest:
            return digest_of(_read(self.out / path)) == digest
        return False

    def _refuse_foreign(self, foreign: set[str], files: Mapping[str, str]) -> None:
        clash = sorted(
            path
            for path in foreign & files.keys()
            if digest_of(_read(self.out / path)) != files[path]
        )
        if clash:
            more = f" (and {len(clash) - 1} more)" if len(clash) > 1 else ""
            raise DigestError(
                Problem(
                    str(self.out / clash[0]),
                    0,
                    "",
                    f"stands where a page should go, and this build did not make it{more}",
                    "move it away, or build into another folder with --out",
                )
            )

    def _assemble(self, files: Mapping[str, str], written: set[str], foreign: set[str]) -> None:
        self.staging.mkdir(parents=True)
        if self.out.is_dir():
            shutil.copystat(self.out, self.staging)
        folders = {self.staging}
        for path in [*sorted(files), *sorted(foreign - files.keys())]:
            target = self.staging / path
            if target.parent not in folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                folders.add(target.parent)
            if path in written:
                (self.fresh / path).rename(target)
            else:
                _link(self.out / path, target)
        manifest = json.dumps(dict(sorted(files.items())), ensure_ascii=False, indent=0)
        (self.staging / MANIFEST).write_text(manifest + "\n", "utf-8")

    def _swap_in(self, foreign: set[str]) -> None:
        if not self.out.exists():
            self.out.parent.mkdir(parents=True, exist_ok=True)
            self.staging.rename(self.out)
            return
        exchange(self.out, self.staging)
        # Now the old site lies in the staging folder. What came into it in the meantime, and
        # empty folders that are not ours, are not the build's to delete.
        known = self.made.keys() | foreign | {MANIFEST}
        for path in sorted(_files_below(self.staging) - known):
            target = self.out / path
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                (self.staging / path).rename(target)
        _remove(self.staging)


def digest_of(data: bytes) -> str:
    """The hash by which published files are compared."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b"\0"


def _files_below(folder: Path) -> set[str]:
    found: set[str] = set()
    start = len(str(folder)) + 1
    for where, _, names in os.walk(folder):
        prefix = where[start:]
        found.update(f"{prefix}/{name}" if prefix else name for name in names)
    return {path.replace(os.sep, "/") for path in found} if os.sep != "/" else found


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        # A file system without hard links (FAT, some network shares).
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
