"""``digest init``"""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

from generator.cli.output import say_line
from generator.problem import Problem, UsageError


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Create a new site in DIR: settings, and a first article in three editions.

    The pages are made by the program's templates. To change one, copy it with
    `digest new --template NAME`; it then lies in templates/ and wins over the program's.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "is not empty" if folder.is_dir() else "is a file"
        raise UsageError(Problem(str(folder), message=message, hint="name a new folder"))
    with as_file(files("generator").joinpath("starter")) as starter:
        shutil.copytree(starter, folder, dirs_exist_ok=True)
    (folder / "public").mkdir(exist_ok=True)
    (folder / ".gitignore").write_text(".digest/\n.public.*\npublic/\n", "utf-8")
    say_line(f"{folder}: a new site. Next: cd {folder} && digest serve")
