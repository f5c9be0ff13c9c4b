"""Where templates and assets lie: the site's own in its ``templates/``, the program's beside it."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent.parent
# What `digest init` puts into the site's folder to say what belongs there.
NOTE = "README.md"


def default_templates() -> Path:
    """The templates that come with the program: in the wheel, or beside it in a checkout."""
    packaged = HERE / "templates"
    return packaged if packaged.is_dir() else HERE.parent / "templates"


def templates_in(folder: Path) -> dict[str, Path]:
    """Every template and asset of ``folder`` by name, in order; hidden files are none."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if path.is_file() and not hidden and name != NOTE:
            found[name] = path
    return found
