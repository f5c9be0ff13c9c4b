"""``digest init``"""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from shlex import quote

import click

from generator.cli.output import say_line
from generator.installed import WHEELS, requirement
from generator.problem import Problem, UsageError

_REQUIREMENTS = """\
# What a host installs to build this site: `pip install -r requirements.txt`.
# After an upgrade of the program, change this line too.
{line}
"""
_TO_MAKE = f"""\
# The program was installed from a copy of its project, which a host cannot see, so this line
# names a wheel inside the site. Make it once: in the copy, `make wheel`; then copy
# dist/*.whl to {WHEELS}/ here and commit it with the site. Once the program is on a package
# index, name its version instead: citydigest==…
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Create a new site in DIR: settings, and a first article in three editions.

    The pages are made by the program's templates. To change one, copy it with
    `digest new --template NAME`; it is then in templates/ and overrides the program's.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "is not empty" if folder.is_dir() else "is a file"
        raise UsageError(Problem(str(folder), message=message, hint="name a new folder"))
    with as_file(files("generator").joinpath("starter")) as starter:
        shutil.copytree(starter, folder, dirs_exist_ok=True)
    (folder / "public").mkdir(exist_ok=True)
    _require(folder)
    (folder / ".gitignore").write_bytes(b".digest/\n.public.*\n.trash/\npublic/\n")
    say_line(f"{folder}: a new site. Next: cd {quote(str(folder))} && digest serve")


def _require(folder: Path) -> None:
    """Write requirements.txt, and copy the wheel that it names into the site."""
    needed = requirement()
    text = _REQUIREMENTS.format(line=needed.line)
    if needed.missing:
        first, second, line = text.splitlines(keepends=True)
        text = first + second + _TO_MAKE + line
    (folder / "requirements.txt").write_bytes(text.encode())
    if needed.wheel is not None:
        (folder / WHEELS).mkdir(exist_ok=True)
        shutil.copyfile(needed.wheel, folder / WHEELS / needed.wheel.name)
