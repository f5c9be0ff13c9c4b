"""The raw pages that a call names: in files, on standard input, or several in one e-mail."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.clean.answers_file import read_beside
from generator.clean.attached import taken_apart
from generator.clean.mail import is_message
from generator.clean.pages import RawBytes
from generator.clean.sources import MAX_BYTES
from generator.problem import DigestError, Problem

_HEAD = 20_000  # bytes at the start of a file by which e-mail is recognized


class RawPages:
    """Reads pages one by one when they are needed; an e-mail is read earlier, to count its
    documents."""

    def __init__(self) -> None:
        self._apart: dict[str, RawBytes] = {}

    def names_in(self, name: str) -> list[str]:
        """Return the names of the pages in a file; ``-`` is standard input."""
        try:
            if name != "-":
                with Path(name).open("rb") as stream:
                    if not is_message(name, stream.read(_HEAD)):
                        return [name]
        except OSError:
            return [name]  # reported when its turn comes
        raw = _read(name)
        if isinstance(raw, DigestError):
            return [name]
        pages = taken_apart(name, raw.data)
        if len(pages) == 1 and name != "-":
            return [name]
        for place, (page, data) in enumerate(pages):
            # The answers in the file beside an e-mail are for its first document.
            self._apart[page] = RawBytes(page, data, "" if place else raw.answers)
        return [page for page, _ in pages]

    def take(self, name: str) -> RawBytes | DigestError:
        """Return the bytes of a page, or the error if it cannot be read."""
        return self._apart.pop(name) if name in self._apart else _read(name)


def _read(name: str) -> RawBytes | DigestError:
    """Return the bytes of a page, or the error if it cannot be read."""
    try:
        # Read with a limit and not by the file's size, since a page may come through a pipe.
        if name == "-":
            return RawBytes(name, sys.stdin.buffer.read(MAX_BYTES + 1))
        with Path(name).open("rb") as stream:
            return RawBytes(name, stream.read(MAX_BYTES + 1), read_beside(Path(name)))
    except DigestError as error:
        return DigestError(Problem(name, message=error.problems[0].message))
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return DigestError(Problem(name, message=message))
