"""Options that several commands share."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.output import say_problems

if TYPE_CHECKING:
    from generator.cluster.session import ClusterSession
    from generator.problem import Problem


def wrong_file(file: Path) -> Problem | None:
    """Return why ``file`` cannot be an argument that names a file to read; ``None`` if it can."""
    from generator.problem import Problem

    try:
        if not stat.S_ISDIR(file.stat().st_mode):
            return None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Problem(str(file), message="does not exist", hint="check its name and its folder")
    except OSError:
        return None  # reported when it is read
    return Problem(str(file), message="is a folder, not a file", hint="name a file in it")


def check_file(file: Path) -> None:
    """Raise `UsageError` if `wrong_file` finds a problem."""
    from generator.problem import UsageError

    problem = wrong_file(file)
    if problem is not None:
        raise UsageError(problem)


jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    default=None,
    help="Number of worker processes (default: one for each core).",
)

cluster_option = click.option(
    "--cluster",
    metavar="ADDRESS|local",
    default=None,
    help="Use the workers of a Dask scheduler (docs/cluster.md); `local`: one for each core of"
    " this machine.",
)


@contextmanager
def opened_cluster(address: str | None, noun: str) -> Iterator[ClusterSession | None]:
    """Open the cluster that `cluster_option` names; yield ``None`` without one. ``noun`` is the
    name of the items that it makes, for the progress line."""
    if address is None:
        yield None
        return
    from generator.cluster.progress import ClusterProgress
    from generator.cluster.session import ClusterSession

    progress = ClusterProgress(noun)
    with ClusterSession(address, lambda problem: say_problems([problem]), progress) as session:
        yield session
