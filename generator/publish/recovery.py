"""Finishing or undoing what an interrupted publication left."""

from __future__ import annotations

import os
from pathlib import Path

from generator.problem import Problem
from generator.publish.foreign import bring_back
from generator.publish.journal import Journal
from generator.publish.staging import Work, locked, remove_tree


def works_of(out: Path) -> tuple[Work, Work]:
    """The working folder beside ``out``, and the one inside it for a mount point."""
    return Work(out.with_name(f".{out.name}.next")), Work(out / ".files.next")


def is_interrupted(out: Path) -> bool:
    """Whether a publication into ``out`` is under way, or was stopped before its end."""
    return any(os.path.lexists(work.folder) for work in works_of(out))


def recover(out: Path) -> list[Problem]:
    """Bring ``out`` to the old version or the new one, whatever stopped the last publication.

    Two ``lstat`` where nothing did. Raises ``OSError`` where the system does not let it;
    returns what an editor should know.
    """
    problems: list[Problem] = []
    for work in works_of(out):
        if os.path.lexists(work.folder):
            with locked(work.folder):
                problems += settle(out, work)
                remove_tree(work.folder)
    return problems


def settle(out: Path, work: Work) -> list[Problem]:
    """Do what is left to do in ``work``, which the caller holds."""
    try:
        if not Journal(out, work).finish():
            bring_back(out, work.new)
    except ValueError as error:
        hint = "it is deleted, and the build makes those pages again"
        what = f"the journal of an interrupted publication cannot be used: {error}"
        return [Problem(str(work.folder), message=what, hint=hint, severity="warning")]
    return []
