"""The three ways to move staged files into a published folder."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from generator.publish.exchange import exchange
from generator.publish.foreign import copy_mode, folders_of, foreign_files
from generator.publish.journal import Journal
from generator.publish.recovery import work_folders
from generator.publish.staging import Stager, Work, link, remove_tree
from generator.writing import move

# Errors of a rename to a folder that is not empty, is a mount point, or the like; EACCES if another
# program on Windows uses one of both.
_NOT_RENAMED = frozenset(
    (
        errno.ENOTEMPTY,
        errno.EEXIST,
        errno.EBUSY,
        errno.EXDEV,
        errno.EINVAL,
        errno.EPERM,
        errno.EACCES,
    )
)


def first_tree(out: Path, work: Work) -> bool:
    """Rename the staged tree to ``out``, which is missing or empty.

    Returns False if that is not possible; nothing has changed then.
    """
    try:
        if out.exists():
            copy_mode(str(out), str(work.new), os.lstat(work.new))
            if os.name == "nt":
                out.rmdir()
        move(work.new, out)
    except OSError as error:
        if error.errno not in _NOT_RENAMED:
            raise
        return False
    return True


def exchange_tree(
    out: Path, stager: Stager, paths: Sequence[str], new: Collection[str], made: Collection[str]
) -> bool:
    """Complete the staged tree and exchange it with ``out`` in one step.

    ``paths`` are all files of the new version, ``new`` the staged ones among them, ``made`` the
    files of the previous version. Returns False if an exchange is not possible; nothing has changed
    then. Afterwards the previous version is in the place of the staged tree; `bring_back` moves
    files out of it that other programs added meanwhile.
    """
    others = foreign_files(out, {*paths, *made})
    if others is None:
        return False
    staged = {*new}
    for path in (*paths, *others):
        if path not in staged:
            link(f"{out}/{path}", stager.place(path))
    usual = os.lstat(f"{stager.new}")
    copy_mode(str(out), stager.new, usual)
    for folder in folders_of((*paths, *others)):
        copy_mode(f"{out}/{folder}", f"{stager.new}/{folder}", usual)
    return exchange(out, Path(stager.new))


def one_by_one(
    out: Path, work: Work, changes: Sequence[str], removals: Sequence[str], *, durable: bool
) -> None:
    """Replace, add and remove single files under a journal.

    Raises `OSError` if a step fails; nothing has changed then.
    """
    with contextlib.suppress(FileExistsError):
        out.mkdir()
    try:
        Journal(out, work, durable=durable).carry_out(changes, removals)
    except OSError as error:
        inside = work_folders(out)[1]
        if error.errno != errno.EXDEV or work == inside:
            raise
        # A mount point: files cannot be renamed into it from outside.
        _carry_inside(out, work, inside, changes, removals)


def _carry_inside(
    out: Path, work: Work, inside: Work, changes: Sequence[str], removals: Sequence[str]
) -> None:
    inside.folder.mkdir(0o700, exist_ok=True)
    try:
        inside.make()
        for path in changes:
            (inside.new / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(work.new / path, inside.new / path)
        Journal(out, inside).carry_out(changes, removals)
    finally:
        if not Journal(out, inside).is_begun:
            with contextlib.suppress(OSError):
                remove_tree(inside.folder)
