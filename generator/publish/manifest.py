"""The manifest ``.files.json`` in a published folder: the paths of the files that builds made.

With it the next build can tell its own files from others, even without the cache. It has only
paths, sorted, so it changes only when files are added or removed.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from generator.publish.paths import are_sound

MANIFEST = ".files.json"


class _List(msgspec.Struct):
    """The format of the file: ``{"generator": "citydigest", "files": ["404.html", …]}``."""

    files: list[str]
    generator: str = ""


def is_published(folder: Path) -> bool:
    """Whether a build has published into ``folder``: a manifest is there, damaged or not."""
    return os.path.lexists(folder / MANIFEST)


def read_manifest(folder: Path) -> list[str] | None:
    """The paths of the files that builds made in ``folder``; None if there is no manifest.

    Raises `ValueError` with a short message if the manifest is damaged, or if a path in it is
    absolute or leads out of the folder.
    """
    try:
        data = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror}") from error
    paths = _decode(data)
    if not are_sound(paths):
        raise ValueError("has a path that leads out of the folder")
    return [path for path in paths if path != MANIFEST]


def encode_manifest(paths: Iterable[str]) -> bytes:
    """The content of the manifest for sorted ``paths``: one path on each line."""
    listed = msgspec.json.encode(list(paths)).replace(b'","', b'",\n"')
    return b'{"generator": "citydigest", "files": ' + listed + b"}\n"


def updated(paths: list[str], added: Collection[str], removed: Collection[str]) -> list[str]:
    """Sorted ``paths`` with ``added`` and without ``removed``, sorted.

    If there are few changes, it is faster than to sort all paths.
    """
    if len(added) > len(paths) // 100:
        return sorted({*paths, *added} - {*removed})
    found = [path for path in paths if path not in removed] if removed else list(paths)
    for path in added:
        place = bisect_left(found, path)
        if place == len(found) or found[place] != path:
            found.insert(place, path)
    return found


def _decode(data: bytes) -> list[str]:
    """The paths in either format: the one of `_List`, or path → hash (before 2026)."""
    try:
        return msgspec.json.decode(data, type=_List).files
    except (msgspec.MsgspecError, ValueError, RecursionError):
        pass
    try:
        return sorted(msgspec.json.decode(data, type=dict[str, str]))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise ValueError("damaged") from None
