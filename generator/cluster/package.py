"""Translation packages for workers: identified by the hash of their content, sent as an archive."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.english.bundled import bundled
from generator.english.packages import RECORD, Package, PackageError, installed, read_package
from generator.english.unpack import unpack, unpacked
from generator.problem import DigestError
from generator.writing import move


def content_hash(package: Package) -> str:
    """Return the SHA-256 of the files of a package and their names.

    Raises `PackageError` or ``OSError`` if it cannot be read.
    """
    digest = hashlib.sha256()
    with unpacked(package) as whole:
        for name, file in _files(whole.folder):
            digest.update(f"{name}\0".encode())
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def pack(package: Package) -> bytes:
    """Return the package as an archive. Raises `PackageError` or ``OSError`` if it cannot be
    read."""
    packed = io.BytesIO()
    with unpacked(package) as whole, zipfile.ZipFile(packed, "w") as archive:
        for name, file in _files(whole.folder):
            archive.write(file, f"package/{name}")
    return packed.getvalue()


def unpack_into(data: bytes, wanted: str, folder: Path) -> Package:
    """Unpack the archive ``data`` into ``folder``, under its hash, and return the package.

    Raises `PackageError` if its hash is not ``wanted``, and ``OSError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".arriving-", dir=folder) as staging:
        file = Path(staging) / "package.zip"
        file.write_bytes(data)
        package = read_package(unpack(file, Path(staging)))
        if content_hash(package) != wanted:
            raise PackageError("has not arrived whole")
        place = folder / wanted
        if not place.exists():
            move(package.folder, place)
    return read_package(place)


def find_package(wanted: str, places: Iterable[str]) -> Package | None:
    """Return the package with this hash on this machine, or ``None``: at one of ``places``,
    installed, or the one that comes with the program."""
    for package in _candidates(places):
        try:
            if content_hash(package) == wanted:
                return package
        except (PackageError, OSError):
            continue
    return None


def _candidates(places: Iterable[str]) -> Iterator[Package]:
    for place in places:
        try:
            yield read_package(Path(place))
        except PackageError:
            continue
    try:
        yield from (package for package in installed()[0] if package.translates)
        own = bundled()
    except DigestError:
        return
    if own is not None:
        yield own


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Return the files of a package by name, except the record of where it came from."""
    return sorted(
        (file.relative_to(folder).as_posix(), file)
        for file in folder.rglob("*")
        if file.is_file() and file.name != RECORD
    )
