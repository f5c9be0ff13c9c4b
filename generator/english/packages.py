"""Installed Argos packages: each is a folder with a ``metadata.json``."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.english.folders import package_folders
from generator.problem import DigestError, Problem, did_you_mean
from generator.reading import parse_json, unfit

SOURCE = "zh"
TARGET = "en"
WANTED = f"translate-{SOURCE}_{TARGET}"
RECORD = "installed.json"
MAX_METADATA = 1_000_000


class PackageError(ValueError):
    """A folder or archive that is not a usable package; the message is one line."""


class OtherKindError(PackageError):
    """A valid Argos package of another type, such as one for sentence boundaries."""


class LanguagePair:
    """Base class of what is made for two languages: packages, and offers of an index."""

    from_code: str
    to_code: str

    @property
    def translates(self) -> bool:
        """Whether these are the languages that this program needs."""
        return (self.from_code, self.to_code) == (SOURCE, TARGET)


@dataclass(frozen=True)
class Package(LanguagePair):
    """A package.

    ``folder`` is its folder, or the file itself if it is not unpacked (``archive``). ``sha256`` is
    the hash of the file it came from, empty if `argospm` installed it. ``version`` is Argos' own
    text.
    """

    folder: Path
    name: str
    version: str
    from_code: str
    to_code: str
    from_name: str
    to_name: str
    target_prefix: str = ""
    sha256: str = ""
    archive: bool = False

    @property
    def model(self) -> Path:
        """The folder of the CTranslate2 model."""
        return self.folder / "model"

    @property
    def tokenizer(self) -> Path:
        """The file of the tokenizer: ``sentencepiece.model``, or ``bpe.model`` in old packages."""
        piece = self.folder / "sentencepiece.model"
        return piece if piece.exists() else self.folder / "bpe.model"

    @property
    def size(self) -> int:
        """Its size on disk in bytes."""
        if self.archive:
            return self.folder.stat().st_size
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def read_package(folder: Path) -> Package:
    """The package in ``folder``. Raises `PackageError` if it is not a complete package."""
    file = folder / "metadata.json"
    try:
        wrong = unfit(file, MAX_METADATA)
        if wrong:
            raise PackageError(f"metadata.json: {wrong[0]}")
        metadata = parse_json(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackageError("has no metadata.json") from None
    except (OSError, ValueError) as error:
        raise PackageError(f"metadata.json cannot be read: {error}") from None
    package = package_of(metadata, folder)
    for path in (package.model / "model.bin", package.tokenizer):
        if not path.is_file():
            raise PackageError(f"has no {path.relative_to(folder)}")
    return package


def package_of(metadata: Any, folder: Path) -> Package:
    """The package that ``metadata`` describes. Raises `PackageError` if metadata are missing."""
    if not isinstance(metadata, dict):
        raise PackageError("metadata.json is not an object")
    kind = metadata.get("type", "translate")
    if kind != "translate":
        raise OtherKindError(f"is of type {kind!r}, not a translation package")
    texts = {}
    for key in ("package_version", "from_code", "to_code"):
        value = metadata.get(key)
        if not isinstance(value, str) or not re.fullmatch(r"[\w.+-]{1,40}", value):
            raise PackageError(f"metadata.json has no valid {key}")
        texts[key] = value
    return Package(
        folder=folder,
        name=f"translate-{texts['from_code']}_{texts['to_code']}",
        version=texts["package_version"],
        from_code=texts["from_code"],
        to_code=texts["to_code"],
        from_name=_text(metadata, "from_name") or texts["from_code"],
        to_name=_text(metadata, "to_name") or texts["to_code"],
        target_prefix=_text(metadata, "target_prefix"),
        sha256=_recorded(folder),
    )


def _text(metadata: dict[str, Any], key: str) -> str:
    value = metadata.get(key, "")
    return value if isinstance(value, str) else ""


def _recorded(folder: Path) -> str:
    try:
        record = parse_json((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    value = record.get("sha256", "") if isinstance(record, dict) else ""
    return value if isinstance(value, str) else ""


def installed(folders: Sequence[Path] | None = None) -> tuple[list[Package], list[Problem]]:
    """Every package in ``folders`` (default: those of Argos), sorted by name, the highest version
    first; and a warning for each folder that holds no usable package."""
    packages, problems = [], []
    for folder in _inside(package_folders() if folders is None else folders):
        try:
            packages.append(read_package(folder))
        except OtherKindError:
            continue
        except PackageError as error:
            problems.append(Problem(str(folder), message=str(error), severity="warning"))
    packages.sort(key=lambda p: (p.name, [-n for n in _numbers(p.version)], str(p.folder)))
    return packages, problems


def _inside(roots: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for root in roots:
        try:
            found += sorted(p for p in root.iterdir() if p.is_dir() and p.name[0] != ".")
        except OSError as error:
            reason = error.strerror or str(error)
            raise DigestError(Problem(str(root), message=f"cannot be read: {reason}")) from None
    return found


def find(wanted: str, packages: Sequence[Package]) -> list[Package]:
    """The packages whose folder, or else whose name, is ``wanted``; the highest version first.

    Raises `DigestError` if there is none.
    """
    found = [p for p in packages if p.folder.name == wanted]
    found = found or [p for p in packages if p.name == wanted]
    if found:
        return found
    names = sorted({p.name for p in packages} | {p.folder.name for p in packages})
    hint = did_you_mean(wanted, names) or (
        f"installed: {', '.join(names)}" if names else f"install it: digest model install {WANTED}"
    )
    raise DigestError(Problem(wanted, message="no such package is installed", hint=hint))


def wrong_pair(package: Package, path: str) -> Problem:
    """The message for a package for other languages."""
    return Problem(
        path,
        message=f"translates {package.from_name} to {package.to_name}"
        f" ({package.from_code} → {package.to_code}), not {SOURCE} → {TARGET}",
        hint=f"this program needs {WANTED}",
    )


def remove(package: Package) -> None:
    """Delete an installed package. Raises `DigestError` if that fails."""
    try:
        shutil.rmtree(package.folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DigestError(
            Problem(str(package.folder), message=f"cannot be removed: {reason}")
        ) from None


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)] + [0]
