"""The folders of templates and assets."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent.parent
# The explanation that `digest init` puts into the site's folder; it is not a template.
NOTE = "README.md"


def default_templates() -> Path:
    """The folder of the program's templates: in the wheel, or beside the package in a checkout."""
    packaged = HERE / "templates"
    return packaged if packaged.is_dir() else HERE.parent / "templates"


def templates_in(folder: Path) -> dict[str, Path]:
    """Name → path of every template and asset in ``folder``, sorted, without hidden files."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if path.is_file() and not hidden and name != NOTE:
            found[name] = path
    return found
