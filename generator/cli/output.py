"""What commands print: problems, tables, progress."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import click

from generator.problem import Problem, UsageError, shown
from generator.problem import say as say_problems

__all__ = [
    "Progress",
    "find_site",
    "say_line",
    "say_problems",
    "say_table",
    "shown_lines",
    "site_folder",
]


_SETTINGS = "site.yaml"
_INIT = "`digest init DIR` creates a site"


def site_folder(ctx: click.Context) -> Path:
    """The site to work on: ``--site``, or the nearest one upwards from here."""
    folder: Path | None = ctx.find_object(Path)
    if folder is None:
        return find_site(Path.cwd())
    if not (folder / _SETTINGS).is_file():
        raise UsageError(Problem(str(folder), message=f"has no {_SETTINGS}", hint=_INIT))
    return folder.resolve()


def find_site(start: Path) -> Path:
    """The nearest folder from ``start`` upwards that holds ``site.yaml``.

    Raises `UsageError` where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / _SETTINGS).is_file():
            return folder
    missing = "not found here or in any folder above"
    raise UsageError(Problem(str(start), field=_SETTINGS, message=missing, hint=_INIT))


def say_line(text: str) -> None:
    """One line to standard output, control characters escaped."""
    click.echo(shown(text))


def shown_lines(text: str) -> str:
    """``text`` of several lines with its control characters escaped."""
    return "\n".join(map(shown, text.split("\n")))


def say_table(rows: Sequence[tuple[str, str]]) -> None:
    """Names and values in two columns."""
    width = max((_columns(name) for name, _ in rows), default=0)
    for name, value in rows:
        say_line(f"{name}{' ' * (width - _columns(name))}  {value}")


def _columns(text: str) -> int:
    """Columns that ``text`` takes in a terminal: two for a wide character (UAX 11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class Progress:
    """A line that counts up while a terminal looks on; silent everywhere else."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` pieces of ``stage`` are made."""
        if not self._on or total < 50 or (done % 10 and done != total):
            return
        click.echo(f"\r{stage} {done}/{total}\x1b[K", err=True, nl=False)
        self._shown = True

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
