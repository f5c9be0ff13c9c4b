"""The files that an import reads: files, folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.clean import mail
from generator.clean.kinds import REFUSED
from generator.patterns import late_regex
from generator.problem import Report
from generator.publish.manifest import MANIFEST

HTML = (".html", ".htm", ".xhtml")
SUFFIXES = (".txt", *HTML, *mail.SUFFIXES, ".docx")
_BESIDE = late_regex(r"(?:_files|\.files|_文件)$")


def files_in(arguments: Iterable[str], report: Report) -> list[str]:
    """Return every page that the arguments name; folders are searched; ``-`` is standard input.

    Arguments that do not exist, and folders without a page, are reported.
    """
    found: dict[str, None] = {}
    for argument in arguments:
        path = Path(argument)
        if argument == "-" or path.is_file():
            found[argument] = None
        elif path.is_dir():
            inside = sorted(str(file) for file in _walk(path) if _is_page(file, path))
            if not inside:
                report.error(argument, message="contains no page that can be imported")
            found.update(dict.fromkeys(inside))
        else:
            report.error(
                argument, message="does not exist", hint="name files, folders or - for input"
            )
    return list(found)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder, except in hidden folders and in built sites."""
    for place, folders, names in os.walk(folder):
        inner = Path(place)
        if MANIFEST in names and inner != folder:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (inner / name for name in names if (inner / name).is_file())


def _is_page(file: Path, folder: Path) -> bool:
    """Return whether a file in a folder is a page, or a document that is refused with a message.

    Files that a browser saves beside a page (``page_files/``) are not pages, nor are lock files of
    Word (``~$…``).
    """
    if file.suffix.lower() not in SUFFIXES + REFUSED or file.name.startswith(("~$", ".")):
        return False
    for outer in file.parents:
        if outer == folder:
            return True
        page = _BESIDE.sub("", outer.name)
        if page != outer.name and any((outer.parent / f"{page}{end}").is_file() for end in HTML):
            return False
    return True
