"""The folders in which Argos Translate keeps its packages; `argospm` uses the same ones.

The rules are those of ``argostranslate.settings`` 1.12 (a test compares them). That module is not
imported because importing it creates folders in the home folder, and a build leaves nothing outside
the site.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.reading import parse_json

# Paths in a site: the cache of translated segments, and the translation memory of translators.
CACHE = ".digest/segments.db"
MEMORY = "content/memory.tmx"

# An environment variable for the folder of the packages that come with the program; if it is set
# but empty, there are none.
BUNDLED_VARIABLE = "CITYDIGEST_MODELS"
_BUNDLED = "translate-zh_en-*.argosmodel"
_HERE = Path(__file__).parent.parent

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"


def packages_folder() -> Path:
    """The folder into which packages are installed; it may not exist yet."""
    named = _setting("ARGOS_PACKAGES_DIR")
    return Path(named) if named else _data_folder() / "packages"


def package_folders() -> list[Path]:
    """Every existing folder that may hold packages: the one above and, in a snap, those of the
    snap."""
    folders = [packages_folder()]
    if snap := os.environ.get("SNAP"):
        custom = Path(snap) / "snap_custom"
        folders.append(custom / "packages")
        shared = custom / "content_snap_packages"
        if shared.is_dir():
            folders += sorted(path for path in shared.iterdir() if path.is_dir())
    return [folder for folder in folders if folder.is_dir()]


def bundled_file(pattern: str = _BUNDLED) -> Path | None:
    """The package file that comes with the program: in the wheel, or in ``models/`` of a
    checkout. ``pattern`` is that of its name; by default it is the package that translates."""
    named = os.environ.get(BUNDLED_VARIABLE)
    if named is not None:
        folders = [Path(named)] if named else []
    else:
        folders = [_HERE / "models", _HERE.parent / "models"]
    for folder in folders:
        # The highest version comes last.
        if found := sorted(folder.glob(pattern)):
            return found[-1]
    return None


def index_address() -> str:
    """The address of the package index: ``ARGOS_PACKAGE_INDEX``, or Argos' own."""
    base = _setting("ARGOS_PACKAGE_INDEX") or INDEX
    return base if base.endswith(".json") else base.rstrip("/") + "/index.json"


def _home() -> Path:
    return Path(os.environ["SNAP_USER_DATA"]) if "SNAP" in os.environ else Path.home()


def _data_folder() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME", _home() / ".local" / "share")) / "argos-translate"


def _setting(key: str) -> str | None:
    """A setting from the environment, else from the ``settings.json`` of Argos Translate."""
    if (value := os.environ.get(key)) is not None:
        return value
    config = Path(os.environ.get("XDG_CONFIG_HOME", _home() / ".config"))
    try:
        text = (config / "argos-translate" / "settings.json").read_text(encoding="utf-8")
        settings = parse_json(text)
    except (OSError, ValueError):
        return None
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else None
