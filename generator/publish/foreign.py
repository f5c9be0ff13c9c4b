"""Files in a published folder that no build made: find them, and keep them in an exchange."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import stat
from collections.abc import Collection, Sequence
from pathlib import Path

from generator.problem import Problem
from generator.publish.manifest import MANIFEST, read_manifest
from generator.publish.paths import Folders, ObstacleError, parent_of
from generator.writing import move

_EXISTS = "exists and was not created by the build"
_MOVE = "move it away, or build into another folder with --out"
# The greatest number of obstructing files to report.
_NAMED = 20


def foreign_files(out: Path, made: Collection[str]) -> list[str] | None:
    """The files and links in ``out`` that are not in ``made``.

    None if there is a folder without any file of the build in or below it.
    """
    own = folders_of(made)
    found: list[str] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{out}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    if path not in own:
                        return None
                    waiting.append(path)
                elif path not in made and path != MANIFEST:
                    found.append(path)
    return found


def in_the_way(
    out: Path,
    new: Collection[str],
    adopted: Collection[str],
    made: Collection[str],
    gone: Collection[str],
) -> list[Problem]:
    """A problem for each file or folder that blocks a new file and was not made by the build.

    ``new`` are the paths of the new files, ``adopted`` those of files that are there already with
    the same content; ``made`` are the paths of files that builds made before, ``gone`` those of
    them that are about to be removed.
    """
    folders = Folders(str(out), gone=frozenset(gone))
    found: set[Problem] = set()
    for path in sorted({*new, *adopted}):
        try:
            if not folders.has(parent_of(path)):
                continue
            mode = os.lstat(f"{out}/{path}").st_mode
        except ObstacleError as obstacle:
            what = "is in the place of a folder of the site and was not created by the build"
            found.add(Problem(str(obstacle.filename), message=what, hint=_MOVE))
            continue
        except FileNotFoundError:
            continue
        if stat.S_ISDIR(mode):
            if _holds_others(out, path, gone):
                what = "is a folder in the place of a page"
                found.add(Problem(f"{out}/{path}", message=what, hint=_MOVE))
        elif path not in made and path not in adopted:
            found.add(Problem(f"{out}/{path}", message=_EXISTS, hint=_MOVE))
    problems = sorted(found)
    if len(problems) > _NAMED:
        more = f"{_EXISTS}, nor were {len(problems) - _NAMED} more"
        problems[_NAMED - 1 :] = [dataclasses.replace(problems[_NAMED - 1], message=more)]
    return problems


def copy_mode(source: str, target: str, usual: os.stat_result) -> None:
    """Give the folder ``target`` the permissions and the owner of the folder ``source``, if that
    exists. ``usual`` is the stat of a new folder, which ``target`` has now."""
    try:
        there = os.lstat(source)
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(there.st_mode):
        return
    if os.name == "posix" and (there.st_uid, there.st_gid) != (usual.st_uid, usual.st_gid):
        with contextlib.suppress(PermissionError):
            os.chown(target, there.st_uid, there.st_gid)
    if there.st_mode != usual.st_mode:
        Path(target).chmod(stat.S_IMODE(there.st_mode))


def bring_back(out: Path, old: Path) -> None:
    """Move files that no build made from ``old``, the previous version, to ``out``.

    They may have been added while both were being exchanged. Does nothing if ``old`` has no
    readable manifest.
    """
    try:
        listed = read_manifest(old)
    except ValueError:
        return
    if listed is None:
        return
    made = {*listed, MANIFEST}
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{old}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif path not in made and not os.path.lexists(f"{out}/{path}"):
                    (out / path).parent.mkdir(parents=True, exist_ok=True)
                    move(Path(entry.path), out / path)


def _holds_others(out: Path, folder: str, gone: Collection[str]) -> bool:
    """Whether ``folder`` contains anything else than files that are about to be removed."""
    for inner, folders, names in os.walk(out / folder):
        below = os.path.relpath(inner, out).replace(os.sep, "/")
        if any(f"{below}/{name}" not in gone for name in (*names, *_links(inner, folders))):
            return True
        if not names and not folders:
            return True
    return False


def _links(folder: str, names: Sequence[str]) -> list[str]:
    """Those of ``names`` that are symbolic links."""
    return [name for name in names if Path(folder, name).is_symlink()]


def folders_of(paths: Collection[str]) -> set[str]:
    """Every folder above ``paths``, without the top."""
    found: set[str] = set()
    for path in paths:
        folder = parent_of(path)
        while folder and folder not in found:
            found.add(folder)
            folder = parent_of(folder)
    return found
