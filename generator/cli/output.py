"""Output of commands: problems, tables, progress."""

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
    """Return the folder of the site: ``--site``, or the nearest one from the current folder
    upwards. Raises `UsageError` if there is none."""
    folder: Path | None = ctx.find_object(Path)
    if folder is None:
        return find_site(Path.cwd())
    if not (folder / _SETTINGS).is_file():
        raise UsageError(Problem(str(folder), message=f"has no {_SETTINGS}", hint=_INIT))
    return folder.resolve()


def find_site(start: Path) -> Path:
    """Return the nearest folder from ``start`` upwards that contains ``site.yaml``.

    Raises `UsageError` if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / _SETTINGS).is_file():
            return folder
    missing = "not found here or in any folder above"
    raise UsageError(Problem(str(start), field=_SETTINGS, message=missing, hint=_INIT))


def say_line(text: str) -> None:
    """Print one line to standard output; control characters are escaped."""
    click.echo(shown(text))


def shown_lines(text: str) -> str:
    """Return ``text`` of several lines with its control characters escaped."""
    return "\n".join(map(shown, text.split("\n")))


def say_table(rows: Sequence[tuple[str, str]]) -> None:
    """Print names and values in two columns."""
    width = max((_columns(name) for name, _ in rows), default=0)
    for name, value in rows:
        say_line(f"{name}{' ' * (width - _columns(name))}  {value}")


def _columns(text: str) -> int:
    """Return the width of ``text`` in a terminal: wide characters count as two (UAX 11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


class Progress:
    """A line on standard error that counts up, if that is a terminal; otherwise nothing is
    printed."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` items of ``stage`` are done."""
        if not self._on or total < 50 or (done % 10 and done != total):
            return
        click.echo(f"\r{stage} {done}/{total}\x1b[K", err=True, nl=False)
        self._shown = True

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
