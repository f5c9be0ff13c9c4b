"""A site from its content to its pages, built aside and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.check.built import Progress, check_built
from generator.check.kept import Kept
from generator.config import load_site
from generator.pipeline.stages import Options, Result, build
from generator.pipeline.store import FOLDER
from generator.problem import DigestError, Problem, Report, UsageError

# Kept between checks, so that the next one makes only what has changed.
BUILT = f"{FOLDER}/check"


class Checked(NamedTuple):
    """What a check found. ``built`` is false where the content kept it from being built."""

    problems: tuple[Problem, ...]
    pages: int = 0
    built: bool = True


def check_site(root: Path, options: Options, progress: Progress | None = None) -> Checked:
    """Every problem of the site at ``root``: of its content, then of what is built from it.

    ``options`` say how to build and where to put it; nothing is published. Raises
    `UsageError` where there is nothing to check.
    """
    found, result = _build(root, options, progress)
    if result is None:
        return Checked(tuple(sorted(set(found))), built=False)
    output = check_folder(root, options.out, options.jobs, progress)
    return Checked(tuple(sorted({*found, *output.problems})), output.pages)


def check_folder(
    root: Path, folder: Path, jobs: int = 1, progress: Progress | None = None
) -> Checked:
    """Every problem of the site already built in ``folder`` by the settings at ``root``."""
    report = Report()
    site = load_site(root, report)
    if site is None:
        return Checked(tuple(report), built=False)
    built = check_built(folder, site.base_url, site.editions, Kept(root), jobs, progress)
    return Checked(tuple(sorted({*report, *built.problems})), built.pages)


def _build(
    root: Path, options: Options, progress: Progress | None
) -> tuple[Sequence[Problem], Result | None]:
    """Problems of the content, and the build where there is one.

    A build that fails tells errors only, unless it is strict. So the first one is; if
    it was only warnings that stopped it, the second goes on from what the first made.
    """
    try:
        return (), build(root, replace(options, strict=True), progress)
    except UsageError:
        raise
    except DigestError as error:
        found = error.problems
    if any(problem.severity == "error" for problem in found):
        return found, None
    try:
        result = build(root, replace(options, strict=False), progress)
    except DigestError as error:
        return (*found, *error.problems), None
    return (*found, *result.warnings), result
