"""Finish or undo an interrupted publication."""

from __future__ import annotations

import os
from pathlib import Path

from generator.problem import Problem
from generator.publish.foreign import bring_back
from generator.publish.journal import Journal
from generator.publish.staging import Work, locked, remove_tree


def work_folders(out: Path) -> tuple[Work, Work]:
    """The working folder beside ``out``, and the one inside it (used if it is a mount point)."""
    return Work(out.with_name(f".{out.name}.next")), Work(out / ".files.next")


def is_interrupted(out: Path) -> bool:
    """Whether a publication into ``out`` is in progress, or was interrupted."""
    return any(os.path.lexists(work.folder) for work in work_folders(out))


def recover(out: Path) -> list[Problem]:
    """Bring ``out`` to the old or the new version after an interrupted publication.

    Costs only two ``lstat`` calls if there was none. Returns warnings for the editor. Raises
    `OSError` if the system refuses.
    """
    problems: list[Problem] = []
    for work in work_folders(out):
        if os.path.lexists(work.folder):
            with locked(work.folder):
                problems += settle(out, work)
                remove_tree(work.folder)
    return problems


def settle(out: Path, work: Work) -> list[Problem]:
    """Finish or undo the changes in ``work``, which the caller has locked; return warnings."""
    try:
        if not Journal(out, work).finish():
            bring_back(out, work.new)
    except ValueError as error:
        hint = "it is deleted, and the build makes those pages again"
        what = f"the journal of an interrupted publication cannot be used: {error}"
        return [Problem(str(work.folder), message=what, hint=hint, severity="warning")]
    return []
