"""Options that several commands have."""

from __future__ import annotations

import click

jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    default=None,
    help="Number of worker processes (default: one for each core).",
)
