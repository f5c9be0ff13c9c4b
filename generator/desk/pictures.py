"""Stores uploaded pictures, which are checked by their content."""

from __future__ import annotations

import os
import threading
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.content.folder import FILES
from generator.content.slug import slug_of
from generator.desk.saving import Files
from generator.pictures.facts import Facts, Kind
from generator.pictures.faults import PictureError
from generator.pictures.look import look
from generator.problem import DigestError, Problem, cannot_write
from generator.publish.staging import NO_LINKS
from generator.writing import move

# A photo of a phone has up to 20 MB; larger files are not suitable for a page.
MOST_BYTES = 40_000_000
_ENDINGS: dict[Kind, str] = {
    "jpeg": ".jpg", "png": ".png", "webp": ".webp", "gif": ".gif", "avif": ".avif"
}  # fmt: skip


class Kept(NamedTuple):
    """A picture in ``content/files/``; ``file`` is the name for articles (``files/name.jpg``)."""

    file: str
    width: int
    height: int


class Pictures:
    """Stores pictures; two pictures that arrive at the same time get different names."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def keep(self, files: Files, name: str, data: bytes, article: str) -> Kept:
        """Store a picture in ``content/files/``; ``name`` is the name of the uploaded file.

        An existing file is never overwritten: an identical picture is the same file, another one
        with the same name gets a number. Raises `DigestError` if pages cannot show the picture, or
        it cannot be written.
        """
        facts = _facts_of(name, data)
        stem = slug_of(PurePosixPath(name.replace("\\", "/")).stem) or article
        with self._lock:
            for number in range(1, 10_000):
                plain = f"{stem}{f'-{number}' if number > 1 else ''}{_ENDINGS[facts.kind]}"
                path = f"{FILES}/{plain}"
                if _write_new(files.place(path), path, data):
                    return Kept(f"files/{plain}", facts.width, facts.height)
        raise DigestError(Problem(name, message="too many pictures of this name"))


def _facts_of(name: str, data: bytes) -> Facts:
    """The facts of a picture; raises `DigestError` if pages cannot show it."""
    try:
        if len(data) > MOST_BYTES:
            megabytes = MOST_BYTES // 1_000_000
            hint = "save it smaller; 3200 pixels across are plenty"
            raise PictureError(f"is larger than {megabytes} MB", hint)
        facts = look(data, PurePosixPath(name).suffix)
        if facts.kind not in _ENDINGS:
            hint = "save it as PNG; or put the file into content/files/ yourself, if you trust it"
            raise PictureError("is an SVG, which may hold scripts", hint)
    except PictureError as error:
        raise DigestError(Problem(name, message=error.message, hint=error.hint)) from error
    return facts


def _write_new(file: Path, path: str, data: bytes) -> bool:
    """Write the picture completely, if no file is there. True if it is there afterwards."""
    aside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        if file.exists() or file.is_symlink():
            return file.is_file() and file.read_bytes() == data
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        try:
            os.link(aside, file)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            move(aside, file)
    except OSError as error:
        raise cannot_write(error, path) from error
    finally:
        aside.unlink(missing_ok=True)
    return True
