"""Unpacks a package file: a valid zip file with one folder, anything else is refused."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.english.packages import Package, PackageError, read_package

SUFFIX = ".argosmodel"
# The real zh→en package has 20 files and 90 MB; the largest of the index about 300 MB.
MAX_FILES = 2000
MAX_UNPACKED = 2 * 1024**3
# Weights hardly compress: a package unpacks to less than twice its size.
MAX_RATIO = 20
CHUNK = 1 << 20


def unpack(file: Path, into: Path) -> Path:
    """Unpack an archive into the empty folder ``into``; returns the folder of the package in it.

    Raises `PackageError` for anything but a valid zip file with one folder, and ``OSError``.
    """
    if not zipfile.is_zipfile(file):
        raise PackageError(f"is not a {SUFFIX} file, or is incomplete (a zip archive is expected)")
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            top = check_members(members, file.stat().st_size)
            needed = sum(member.file_size for member in members)
            if needed > shutil.disk_usage(into).free:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(into))
            for member in members:
                _extract(archive, member, into)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        zlib.error,
        NotImplementedError,
    ) as error:
        raise PackageError(f"is a damaged archive: {error}") from None
    except UnicodeDecodeError:
        raise PackageError("is a damaged archive: a file name cannot be read") from None
    return into / top


def check_members(members: list[zipfile.ZipInfo], packed: int) -> str:
    """The top folder that contains all members. Raises `PackageError` if a member would leave it,
    is a link or is encrypted, or if there are too many or too large files."""
    if len(members) > MAX_FILES:
        raise PackageError(f"contains {len(members):,} files; a package has at most {MAX_FILES:,}")
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED or total > MAX_RATIO * max(packed, CHUNK):
        raise PackageError(
            f"would unpack from {packed / 1e6:.1f} MB to {total / 1e6:,.0f} MB,"
            " so it is not a package"
        )
    tops = set()
    for member in members:
        name = member.filename
        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or "\\" in name or ".." in parts or ":" in parts[0]:
            raise PackageError(f"contains a path that leaves its folder: {name!r}")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise PackageError(f"contains a link: {name!r}")
        if member.flag_bits & 1:
            raise PackageError("is encrypted")
        tops.add(parts[0])
    if len(tops) != 1 or all(member.filename.rstrip("/") in tops for member in members):
        raise PackageError("does not contain one folder with a package in it")
    return tops.pop()


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, into: Path) -> None:
    target = into / member.filename
    if member.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, target.open("xb") as out:
        shutil.copyfileobj(source, out, CHUNK)


@contextmanager
def unpacked(package: Package) -> Iterator[Package]:
    """The package as a folder, for as long as the context lasts.

    An archive is unpacked into a temporary folder, which is removed afterwards. Raises
    `PackageError` or ``OSError`` if that fails.
    """
    if not package.archive:
        yield package
        return
    with TemporaryDirectory(prefix="citydigest-") as folder:
        yield replace(read_package(unpack(package.folder, Path(folder))), name=package.name)
