"""Arguments that name an article, or a file to write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from generator.problem import Problem, UsageError

Kind = Literal["ZIP file", "TMX file", "report of an import"]

# What is in the beginning of a file that a command may write again.
_SIGNS: dict[Kind, bytes] = {
    "ZIP file": rb"\APK(?:\x03\x04|\x05\x06)",
    "TMX file": rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<tmx\b",
    "report of an import": b'content="digest import"',
}
_START = 2000


def article_name(argument: str) -> str:
    """Return the slug that an argument means: the slug itself, the name of the article's file, or a
    path to it as a shell completes it."""
    from generator.content.folder import ARTICLES

    path = argument.replace("\\", "/")
    if f"{ARTICLES}/" in path:
        path = path.rpartition("/")[2]
    return path.removeprefix("./").removesuffix(".md")


def check_target(file: Path, kind: Kind, read: Iterable[Path] = ()) -> None:
    """Raise `UsageError` if ``file`` cannot be written, or writing it would destroy something: if
    a file of that name exists that is not a ``kind``, or is one of those that the command reads."""
    if (wrong := _wrong_place(file, kind)) is not None:
        raise UsageError(wrong)
    try:
        with file.open("rb") as opened:
            start = opened.read(_START)
    except OSError:
        return  # It does not exist, or is reported when it is written.
    sound = not start or re.search(_SIGNS[kind], start) is not None
    if not sound or any(one.exists() and one.samefile(file) for one in read):
        message = f"already exists and is not a {kind}"
        raise UsageError(Problem(str(file), message=message, hint="name another file"))


def _wrong_place(file: Path, kind: Kind) -> Problem | None:
    """Return why no file can be written at ``file``; ``None`` if one can."""
    if not file.name:
        return Problem(str(file), message="is not the name of a file", hint="name a file")
    try:
        if file.is_dir():
            return Problem(str(file), message="is a folder", hint="name a file in it")
        if file.exists() and not file.is_file():
            message = "is a device or a pipe, which a file would replace"
            return Problem(str(file), message=message, hint="name a file")
        # The folder of a report is made with it.
        if kind != "report of an import" and not file.parent.is_dir():
            hint = "create its folder, or name another"
            return Problem(str(file), message="its folder does not exist", hint=hint)
    except (OSError, ValueError):
        pass  # It is reported when it is written.
    return None
