"""Pictures that an editor sends: looked at by what they hold, kept under a name of their own."""

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

# A telephone's picture has up to 20 MB; what is larger is no picture for a page.
MOST_BYTES = 40_000_000
_ENDINGS: dict[Kind, str] = {
    "jpeg": ".jpg", "png": ".png", "webp": ".webp", "gif": ".gif", "avif": ".avif"
}  # fmt: skip


class Kept(NamedTuple):
    """A picture in ``content/files/``: ``file`` is as an article names it (``files/name.jpg``)."""

    file: str
    width: int
    height: int


class Pictures:
    """One for a desk: two pictures that come at once get two names."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def keep(self, files: Files, name: str, data: bytes, article: str) -> Kept:
        """Put a picture into ``content/files/``; ``name`` is what its sender calls it.

        A file that is there is never overwritten: the same picture once more is the same file,
        another of that name gets a number. Raises `DigestError` for what is no picture that
        pages can show, and where it cannot be written.
        """
        facts = _looked_at(name, data)
        stem = slug_of(PurePosixPath(name.replace("\\", "/")).stem) or article
        with self._lock:
            for number in range(1, 10_000):
                plain = f"{stem}{f'-{number}' if number > 1 else ''}{_ENDINGS[facts.kind]}"
                path = f"{FILES}/{plain}"
                if _write_new(files.place(path), path, data):
                    return Kept(f"files/{plain}", facts.width, facts.height)
        raise DigestError(Problem(name, message="too many pictures of this name"))


def _looked_at(name: str, data: bytes) -> Facts:
    """The facts of a picture that pages can show."""
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
    """Whether the picture is now there: written whole where no file was, or the same already."""
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
        raise cannot_write(error, path) from error
    finally:
        aside.unlink(missing_ok=True)
    return True
