"""Installs a package file; nothing is put in place before everything has been checked."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.english.folders import packages_folder
from generator.english.packages import (
    RECORD,
    SOURCE,
    TARGET,
    OtherKindError,
    Package,
    PackageError,
    read_package,
    wrong_pair,
)
from generator.english.unpack import unpack
from generator.problem import DigestError, Problem
from generator.writing import move


@dataclass(frozen=True)
class Installed:
    """The result of an installation: the package, and the version that it replaced, if any."""

    package: Package
    replaced: str = ""


def install_file(file: Path, origin: str = "", into: Path | None = None) -> Installed:
    """Install a ``.argosmodel`` file for zh → en.

    The file is unpacked next to the packages folder, checked (complete zip file, no path outside
    its folder, no zip bomb, complete metadata, the right languages, a model that loads and
    translates) and moved into place at once. ``origin`` (where the file came from) is stored with
    the checksum. Raises `DigestError`; then nothing has changed.
    """
    folder = into or packages_folder()
    try:
        digest = sha256_of(file)
        folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as staging:
            inner = unpack(file, staging)
            package = read_package(inner)
            if not package.translates:
                raise DigestError(wrong_pair(package, str(file)))
            check_model(package)
            record = {"file": file.name, "from": origin or "a file", "sha256": digest}
            text = json.dumps(record, indent=2, sort_keys=True) + "\n"
            (inner / RECORD).write_bytes(text.encode())
            replaced = _move(inner, folder / inner.name, staging)
    except PackageError as error:
        raise DigestError(Problem(str(file), message=str(error))) from None
    except OSError as error:
        raise DigestError(disk_problem(error, file, folder)) from None
    return Installed(read_package(folder / inner.name), replaced)


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def require_sum(file: Path, wanted: str) -> None:
    """Raise `DigestError` if ``file`` cannot be read, or its SHA-256 is not ``wanted`` (empty: any
    will do)."""
    if not wanted:
        return
    try:
        found = sha256_of(file)
    except OSError as error:
        raise DigestError(disk_problem(error, file, file.parent)) from None
    if found != wanted.strip().lower():
        message = f"its SHA-256 is {found}, not {wanted}"
        raise DigestError(Problem(str(file), message=message, hint="do not use this file"))


def disk_problem(error: OSError, file: Path, folder: Path) -> Problem:
    """The message for a file system error while ``file`` was installed into ``folder``."""
    path = str(error.filename or file)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(
            str(folder), message="no space left on the disk", hint="free some space and try again"
        )
    if isinstance(error, FileNotFoundError):
        return Problem(path, message="no such file")
    if isinstance(error, IsADirectoryError):
        return Problem(path, message="is a folder, not a package file")
    return Problem(path, message=f"cannot be installed: {error.strerror or error}")


def check_model(package: Package) -> None:
    """Load the model and translate one word. Raises `PackageError` if that fails."""
    from generator.english.argos import ArgosEngine, ModelError

    try:
        ArgosEngine(package, threads=1).translate(["你好。"])
    except ModelError as error:
        raise PackageError(f"contains a model that does not load: {error.reason}") from None


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A temporary folder on the same disk, outside the packages folder if possible: Argos Translate
    takes every folder in there for a package."""
    parent = folder.parent
    same = parent.stat().st_dev == folder.stat().st_dev and os.access(parent, os.W_OK)
    staging = tempfile.mkdtemp(prefix=".installing-", dir=parent if same else folder)
    try:
        yield Path(staging)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _move(new: Path, place: Path, staging: Path) -> str:
    """Move ``new`` to ``place``; returns the version that it replaced, empty if there was none."""
    if place.name.startswith("."):
        raise PackageError(f'its folder "{place.name}" begins with a dot')
    if not place.exists():
        move(new, place)
        return ""
    try:
        there = read_package(place)
        before = there.version
        another = (there.from_code, there.to_code) != (SOURCE, TARGET)
    except OtherKindError:
        another, before = True, ""
    except PackageError:
        another, before = False, "a broken one"
    if another:
        raise PackageError(f'its folder "{place.name}" already belongs to another package here')
    aside = staging / ".before"
    move(place, aside)
    try:
        move(new, place)
    except OSError:
        move(aside, place)
        raise
    return before
