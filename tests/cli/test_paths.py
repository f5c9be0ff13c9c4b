"""A call that names a missing file or folder gets one line and exit code 2."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import digest
from tests.sites import TestSite, run

READ = [
    ("import", "FILE"),
    ("inspect", "FILE"),
    ("model", "install", "FILE.argosmodel"),
    ("translate", "import", "FILE"),
    ("check", "--built", "FILE"),
    ("build", "--site", "FILE"),
]
# The option or argument of a command that names what is written.
WRITTEN = {
    ("build", "out"), ("import", "into"), ("import", "report_to"), ("init", "folder"),
    ("letter", "out"), ("publish", "archive"), ("translate export", "file"),
}  # fmt: skip
NAMES = {
    ("import", "arguments"), ("inspect", "files"), ("model install", "name_or_file"),
    ("translate import", "file"), ("check", "built"),
}  # fmt: skip


@pytest.mark.parametrize("call", READ)
def test_a_path_that_is_not_there_makes_the_call_wrong(
    site: TestSite, call: tuple[str, ...]
) -> None:
    named = str(site.root / "nowhere" / call[-1])
    ran = run("--site", str(site.root), *call[:-1], named)
    assert ran.code == 2
    assert len(ran.problems) == 1
    assert named in ran.problems[0]


@pytest.mark.parametrize("call", READ[1:4])
def test_nor_is_a_folder_a_file(site: TestSite, call: tuple[str, ...], tmp_path: Path) -> None:
    ran = run("--site", str(site.root), *call[:-1], str(tmp_path))
    assert ran.code == 2


def test_every_path_of_a_command_is_among_these() -> None:
    assert set(_paths(digest, "")) == WRITTEN | NAMES


def _paths(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """The parameters of all commands that hold the path of a file or folder."""
    for one in command.params:
        shown = isinstance(one, click.Argument) and "file" in f"{one.metavar} {one.name}".lower()
        path = shown or isinstance(one.type, click.Path)
        if name and path and one.name != "folder_of_site":
            yield name, str(one.name)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            made = command.get_command(context, below)
            assert made is not None
            yield from _paths(made, f"{name} {below}".strip())


def test_a_file_that_cannot_be_written_is_called_by_its_name(site: TestSite) -> None:
    """A name that is too long for the disk fails in the same way as a read-only disk."""
    long = "x" * 250
    page = site.write(
        "page.txt", "江北电池项目开工\n来源：江北日报 2024-05-14\n" + "总投资65亿元。" * 9
    )
    ran = site.digest("import", str(page), "--report", f"{long}.html", "--dry-run")
    assert ran.code == 1
    [problem] = ran.problems
    assert problem.startswith(f"{long}.html: cannot be written: ")
    assert problem.endswith("(check the folder's permissions)")
