"""The store of releases: a copy of the published folder at each publication, in
``.digest/releases/``.

A release has the files that the build made and ``release.json`` with their hashes. The files are
hard links to those of the published folder (a build never writes into a file, it replaces it), or
copies if links are not possible. Only the newest releases are kept. If the folder is deleted, only
the history of publications is lost.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from generator.pipeline.folder import FOLDER
from generator.problem import DigestError, Problem, cannot_write
from generator.publish import Publication
from generator.publish.manifest import MANIFEST, read_manifest
from generator.publish.paths import are_sound
from generator.publish.staging import link
from generator.writing import write_whole

KEPT = 5
_RECORD = "release.json"
_HISTORY = "history"
# Errors of a link to a file on another disk, or where links are not allowed.
_OTHER_DISK = frozenset((errno.EXDEV, errno.EACCES))


class Release(msgspec.Struct, frozen=True):
    """A publication: the name of its folder, its time ``made`` (ISO 8601), and path → hash of its
    files."""

    name: str
    made: str
    files: dict[str, str]

    @property
    def pages(self) -> int:
        """The number of HTML pages."""
        return sum(path.endswith(".html") for path in self.files)


def folder(root: Path, release: Release) -> Path:
    """The folder with the files of a release."""
    return _top(root) / release.name / "site"


def releases(root: Path) -> list[Release]:
    """The stored releases, the newest first; damaged ones are skipped."""
    found = []
    for place in sorted(_top(root).glob(f"*/{_RECORD}"), reverse=True):
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
            release = msgspec.json.decode(place.read_bytes(), type=Release)
            if release.name == place.parent.name and are_sound(release.files):
                found.append(release)
    return found


def current(root: Path) -> Release | None:
    """The release that is public now: the last one whose publication succeeded; or None."""
    return _named(root, -1)


def before(root: Path) -> Release | None:
    """The release that was public before the current one, which an undo restores; or None."""
    return _named(root, -2)


def _named(root: Path, place: int) -> Release | None:
    known = {release.name: release for release in releases(root)}
    public = [known[name] for name in _history(root) if name in known]
    return public[place] if len(public) >= -place else None


def _history(root: Path) -> list[str]:
    """The names of the releases that were public, in order, without undone ones."""
    try:
        return (_top(root) / _HISTORY).read_text("utf-8").split()
    except (OSError, ValueError):
        return []


def keep(root: Path, public: Path, now: datetime | None = None) -> Release:
    """Store the files in ``public`` as a release.

    If they are the same as in the current release, that is returned and nothing is written. Raises
    `DigestError` if there is no built site or the release cannot be written.
    """
    try:
        paths = read_manifest(public)
    except ValueError as error:
        raise DigestError(Problem(str(public / MANIFEST), message=str(error))) from error
    if paths is None:
        hint = "`digest build` makes it"
        raise DigestError(Problem(str(public), message="contains no built site", hint=hint))
    last = current(root)
    try:
        files = _hashes(public, paths, last, root)
        if last is not None and last.files == files:
            return last
        release = _new(root, now or datetime.now(UTC), files)
        _fill(public, folder(root, release), files)
        write_whole(_top(root) / release.name / _RECORD, msgspec.json.encode(release))
    except OSError as error:
        raise cannot_write(error, str(_top(root))) from error
    return release


def make_current(root: Path, release: Release) -> None:
    """Record that ``release`` is public now, and delete the oldest releases."""
    history = _history(root)
    if history[-1:] != [release.name]:
        _note(root, [*history, release.name])


def take_back(root: Path, release: Release) -> None:
    """Record that the earlier ``release`` is public again, after an undo."""
    history = _history(root)
    _note(root, history[: history.index(release.name) + 1])


def _note(root: Path, history: list[str]) -> None:
    kept = history[-KEPT:]
    try:
        write_whole(_top(root) / _HISTORY, "".join(f"{name}\n" for name in kept))
    except OSError as error:
        raise cannot_write(error, str(_top(root))) from error
    names = sorted((p.name for p in _top(root).iterdir() if p.is_dir()), reverse=True)
    for name in {*names[KEPT:]} - {*kept}:
        shutil.rmtree(_top(root) / name, ignore_errors=True)


def restore(root: Path, release: Release, public: Path) -> None:
    """Replace the files in ``public`` by those of ``release``; files that no build made stay.

    Raises `DigestError` if that fails; nothing has changed then.
    """
    source = folder(root, release)
    try:
        publication = Publication(public)
        gone = [path for path in publication.made if path not in release.files]
        publication.apply({path: source / path for path in release.files}, gone)
    except OSError as error:
        raise cannot_write(error, str(public)) from error


def hash_of(file: Path) -> str:
    """The hash of a file's content. Raises `OSError` if it cannot be read."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "blake2b").hexdigest()[:32]


def _top(root: Path) -> Path:
    return root / FOLDER / "releases"


def _hashes(public: Path, paths: list[str], last: Release | None, root: Path) -> dict[str, str]:
    """Path → hash. A file that is a hard link of the last release's file is not read."""
    known: Mapping[str, str] = last.files if last is not None else {}
    place = folder(root, last) if last is not None else None
    files = {}
    for path in paths:
        same = place is not None and path in known and _is_same(public / path, place / path)
        files[path] = known[path] if same else hash_of(public / path)
    return files


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(one.stat(), other.stat())
    except OSError:
        return False


def _new(root: Path, now: datetime, files: dict[str, str]) -> Release:
    stem = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    name, number = stem, 1
    while (_top(root) / name).exists():
        number += 1
        name = f"{stem}-{number}"
    return Release(name, now.astimezone(UTC).isoformat(timespec="seconds"), files)


def _fill(public: Path, place: Path, files: Mapping[str, str]) -> None:
    made: set[Path] = set()
    for path in files:
        target = place / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        try:
            link(str(public / path), str(target))
        except OSError as error:
            if error.errno not in _OTHER_DISK:
                raise
            shutil.copy2(public / path, target)
