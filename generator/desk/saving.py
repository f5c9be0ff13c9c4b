"""Saves files of the site atomically, and never overwrites changes of others.

A form carries the hash of the file that it shows. If the file has another hash by now, nothing is
written; `ConflictError` has both versions and their merged text.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.desk.differences import Piece, differences
from generator.desk.merging import Merged, merge
from generator.problem import DigestError, Problem, Report, cannot_write
from generator.reading import read_text, unfit
from generator.writing import write_whole

# Folders in which the desk may write; it may also write the settings.
_FOLDERS = ("content", "inbox")
_SETTINGS = "site.yaml"
_MAX = 2_000_000
_REMEMBERED = 200
# The hash of a file that does not exist.
NEW = ""


@dataclass(frozen=True)
class Loaded:
    """A file as a form shows it: its text with ``\\n`` line ends, and the hash of its bytes.

    If there is no file, ``exists`` is false, and ``text`` and ``hash`` are empty.
    """

    path: str
    text: str
    hash: str
    exists: bool = True


@dataclass(frozen=True)
class ConflictError(Exception):
    """The file is not the one that the form showed. ``mine`` was to be written, ``theirs`` is the
    present text, ``seen`` its hash, which a new attempt needs; ``merged`` combines both."""

    path: str
    mine: str
    theirs: str
    seen: str
    merged: Merged

    @property
    def pieces(self) -> Sequence[Piece]:
        """The differences of both versions; ``old`` is theirs, ``new`` is mine."""
        return differences(self.theirs, self.mine)

    def as_dict(self) -> dict[str, object]:
        """As plain data for a page."""
        return {
            "path": self.path,
            "mine": self.mine,
            "theirs": self.theirs,
            "hash": self.seen,
            "merged": self.merged.text,
            "clean": self.merged.clean,
            "pieces": [list(piece) for piece in self.pieces],
        }


class Files:
    """Reads and saves the files of the site at ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        # Held while files of the site are written, also by operations on several files.
        self.lock = threading.Lock()
        self._seen_lock = threading.Lock()
        self._seen: OrderedDict[str, str] = OrderedDict()

    def place(self, path: str) -> Path:
        """The file at ``path``, relative to the site.

        Raises `DigestError` for anything but a file of content/ or inbox/, or site.yaml.
        """
        file = self.root / path
        parts = Path(path).parts
        plain = bool(parts) and not Path(path).is_absolute() and ".." not in parts
        inside = parts[:1] and (parts[0] in _FOLDERS or path == _SETTINGS)
        try:
            real = file.resolve()
            held = real.is_relative_to(self.root) and "\0" not in path
        except (OSError, ValueError, RuntimeError):
            # RuntimeError: a symbolic link that points to itself (Python before 3.13).
            held = False
        if not (plain and inside and held) or any(part.startswith(".") for part in parts[:-1]):
            raise DigestError(Problem(path, message="the desk may not write this file"))
        return file

    def load(self, path: str) -> Loaded:
        """Read a file. Raises `DigestError` if it cannot be read as text."""
        file = self.place(path)
        if not file.exists():
            return Loaded(path, "", NEW, exists=False)
        report = Report()
        try:
            wrong = unfit(file, _MAX)
            data = b"" if wrong else file.read_bytes()
        except OSError as error:
            report.error(path, message=f"cannot be read: {error.strerror or error}")
        text = None if report.errors else read_text(file, path, report)
        if text is None:
            raise DigestError(report.errors)
        found = Loaded(path, text, hash_of(data))
        self._remember(found)
        return found

    def remembered(self, seen: str) -> str | None:
        """The text with the hash ``seen``, if it was loaded or saved recently."""
        if seen == NEW:
            return ""
        with self._seen_lock:
            return self._seen.get(seen)

    def save(self, path: str, text: str, seen: str) -> Loaded:
        """Write ``text`` if the file has the hash ``seen`` (`NEW`: if there is no file).

        Line ends and byte order mark of the file are kept. Raises `ConflictError` if the file has
        another hash, and `DigestError` if it cannot be written.
        """
        mine = text.replace("\r\n", "\n").replace("\r", "\n")
        with self.lock:
            now = self.load(path)
            if now.hash != seen:
                if now.exists and now.text == mine:
                    return now
                with self._seen_lock:
                    base = self._seen.get(seen)
                merged = merge(base, mine, now.text)
                raise ConflictError(path, mine, now.text, now.hash, merged)
            file = self.place(path)
            data = _as_before(file, mine) if now.exists else mine.encode()
            try:
                write_whole(file, data)
            except OSError as error:
                raise cannot_write(error, path) from error
            saved = Loaded(path, mine, hash_of(data))
            self._remember(saved)
            return saved

    def _remember(self, loaded: Loaded) -> None:
        """Store a version that a form may refer to, as the base of a merge."""
        with self._seen_lock:
            self._seen[loaded.hash] = loaded.text
            self._seen.move_to_end(loaded.hash)
            while len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)


def hash_of(data: bytes) -> str:
    """The hash that forms carry."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _as_before(file: Path, text: str) -> bytes:
    before = file.read_bytes()
    ends = "\r\n" if b"\r\n" in before else "\n"
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", ends).encode()
