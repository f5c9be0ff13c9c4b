"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator.cli.output import say_problems

if TYPE_CHECKING:
    from generator.cluster.session import ClusterSession

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
    help="Have the workers of a Dask scheduler do it (docs/cluster.md); `local`: one for each"
    " core of this machine.",
)


@contextmanager
def opened_cluster(address: str | None, noun: str) -> Iterator[ClusterSession | None]:
    """The cluster that `cluster_option` names, if it names one; ``noun`` is what it makes."""
    if address is None:
        yield None
        return
    from generator.cluster.progress import ClusterProgress
    from generator.cluster.session import ClusterSession

    progress = ClusterProgress(noun)
    with ClusterSession(address, lambda problem: say_problems([problem]), progress) as session:
        yield session
