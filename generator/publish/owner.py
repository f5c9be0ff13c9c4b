"""The owner of a published folder: two sites that publish into one would delete each other's pages.

A line in ``.<name>.site``, beside the folder, has the path of the site that published last.
Nothing is written into the folder itself, because the published files depend only on the content,
not on where it was built.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from generator.problem import Problem, UsageError
from generator.writing import write_whole

_SETTINGS = "site.yaml"


def refuse_other_owner(root: Path, out: Path) -> None:
    """Raise `UsageError` if ``out`` belongs to another site than the one at ``root``."""
    other = _owner(root, out)
    if other is None or other == root.resolve():
        return
    hint = f"name another folder, or delete {_mark(out)} to hand it over"
    if out.is_relative_to(other):
        hint = "name another folder"
    message = f"this folder has the pages of another site, {other}"
    raise UsageError(Problem(str(out), field="--out", message=message, hint=hint))


def note_owner(root: Path, out: Path) -> None:
    """Record that the site at ``root`` has published into ``out``."""
    mark, line = _mark(out), f"{root.resolve()}\n"
    # If the mark cannot be written, publishing is still possible.
    with contextlib.suppress(OSError):
        if out != root.resolve() / "public" and _read(mark) != line:
            write_whole(mark, line)


def _owner(root: Path, out: Path) -> Path | None:
    """The site to which ``out`` belongs, if it still exists: the one whose ``public/`` it is, or
    the one that published there last."""
    around = next((folder for folder in out.parents if (folder / _SETTINGS).is_file()), None)
    if around is not None and around != root.resolve() and out == around / "public":
        return around
    named = _read(_mark(out)).strip()
    owner = Path(named) if named else None
    return owner if owner is not None and (owner / _SETTINGS).is_file() else None


def _mark(out: Path) -> Path:
    return out.with_name(f".{out.name}.site")


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8") if file.is_file() else ""
    except (OSError, ValueError):
        return ""
