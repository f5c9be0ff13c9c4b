"""Files that are published unchanged: those of ``content/files/`` and ``content/static/``."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from generator.content.folder import FILES, LEFTOVERS, MAX_FILE, STATIC, printable
from generator.patterns import late_regex
from generator.portable import fault_of_path, known_as
from generator.problem import Report
from generator.reading import BREAKS, UNSEEN, unfit

# Files that systems and editing programs leave in any folder. Other hidden files are published
# from content/static/.
_LITTER = late_regex(
    r"\.DS_Store|\._.*|\.#.*|\.gitkeep|\.directory|\..*\.sw[a-p]|Thumbs\.db|desktop\.ini|#.*#"
)
# Files that would reveal the history or the secrets of the folder.
_PRIVATE = (".git", ".hg", ".svn", ".env", ".ssh", ".htpasswd")
_UNSEEN = late_regex(rf"[\t\n{UNSEEN}{BREAKS}]")


def content_files(root: Path, report: Report) -> list[str]:
    """Return the paths below ``content/files`` that articles may link to, sorted."""
    found = []
    real_top = os.path.realpath(root / "content")
    for file, path, linked in _walk(root, FILES, report):
        if any(part.startswith(".") for part in path.split("/")):
            continue
        wrong = _wrong_file(file, path, real_top, linked=linked)
        if wrong:
            report.error(f"{FILES}/{printable(path)}", 0, "", *wrong)
        else:
            found.append(path)
    return _distinct(found, FILES, report)


def static_files(root: Path, taken: Collection[str], report: Report) -> list[str]:
    """Return the paths below ``content/static`` that are published at the root, sorted.

    Hidden files are allowed there. ``taken`` are the lowercase names of the folders at the site's
    root; a file with such a name is an error.
    """
    found = []
    real_top = os.path.realpath(root / STATIC)
    for file, path, linked in _walk(root, STATIC, report, whole=_PRIVATE):
        if _LITTER.fullmatch(file.name) or file.name.endswith(LEFTOVERS):
            continue
        wrong = _wrong_file(file, path, real_top, linked=linked)
        if file.name.lower() in _PRIVATE:
            wrong = "would be public", "move it out of content/static/"
        elif wrong is None and path.lower() in taken:
            wrong = f"the site has a folder /{path.lower()}/", "rename it"
        elif wrong is None and path == ".files.json":
            wrong = "the build keeps its own list under this name", "rename it"
        if wrong:
            report.error(f"{STATIC}/{printable(path)}", 0, "", *wrong)
        else:
            found.append(path)
    return _distinct(found, STATIC, report)


def _walk(
    root: Path, place: str, report: Report, whole: Collection[str] = ()
) -> Iterator[tuple[Path, str, bool]]:
    """Yield each file below ``place`` with its path there, and whether it is a link to a folder.

    A folder with a name in ``whole`` (in any case) is yielded itself, in place of its files.
    Folders that cannot be read are reported.
    """
    top = root / place
    for folder, folders, names in os.walk(top, onerror=_unread_reporter(root, report)):
        linked = {name for name in folders if (Path(folder) / name).is_symlink()}
        kept = {name for name in folders if name.lower() in whole}
        folders[:] = [name for name in folders if name not in kept]
        for name in sorted({*names, *linked, *kept}):
            file = Path(folder) / name
            yield file, _composed(top, file.relative_to(top).as_posix()), name in linked


def _composed(top: Path, path: str) -> str:
    """``path`` in the Unicode form of texts (NFC), if the system finds the file by that too, as
    macOS does: its programs write accents apart from their letters."""
    if path.isascii():
        return path
    composed = normalize("NFC", path)
    try:
        same = composed != path and (top / composed).samefile(top / path)
    except OSError:
        return path
    return composed if same else path


def _distinct(found: Iterable[str], place: str, report: Report) -> list[str]:
    """Return the paths below ``place``, sorted; a path that differs from another only in case or
    accents is reported and left out."""
    names: dict[str, str] = {}
    for path in sorted(found):
        other = names.setdefault(known_as(path), path)
        if other != path:
            message = f"differs only in case or accents from {place}/{other}"
            hint = "rename one of them: macOS, Windows and some hosts take both for one file"
            report.error(f"{place}/{path}", message=message, hint=hint)
    return sorted(names.values())


def _unread_reporter(root: Path, report: Report) -> Callable[[OSError], None]:
    """Return a handler that reports a folder which cannot be listed; a missing one is empty."""

    def tell(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            path = Path(error.filename).relative_to(root).as_posix()
            message = f"cannot be read: {error.strerror or error}"
            report.error(printable(path), message=message, hint="check the folder's permissions")

    return tell


def _wrong_file(file: Path, path: str, real_top: str, *, linked: bool) -> tuple[str, str] | None:
    """Return why a file cannot be published at ``path``, and what to do; ``None`` if it can."""
    try:
        str(file).encode()
    except UnicodeEncodeError:
        return "its name is not valid UTF-8", "rename it"
    if _UNSEEN.search(path):
        return "its name has a control character", "rename it"
    wrong = fault_of_path(path)
    if wrong:
        return wrong
    if linked:
        return "a link to a folder", "move the folder here"
    if not file.exists():
        return "a broken link", "delete it"
    if not os.path.realpath(file).startswith(real_top + os.sep):
        return f"a link to outside the {Path(real_top).name} folder", "copy the file"
    return unfit(file, MAX_FILE)
