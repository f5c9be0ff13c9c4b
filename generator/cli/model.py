"""``digest model``: the Argos packages that translate into English."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import check_file
from generator.cli.output import say_line

if TYPE_CHECKING:
    from generator.english.index import DownloadProgress
    from generator.english.install import Installed
    from generator.english.packages import Package


@click.group(name="model", short_help="List, install and remove translation packages.")
def command() -> None:
    """List, install and remove the Argos Translate packages for machine English.

    They are in Argos Translate's own folder: packages installed by `argospm` are found, and
    it can use those installed here. A package in models/ of the program, or in the folder that
    CITYDIGEST_MODELS names, is used if no other is installed.
    """


@command.command("list")
def list_packages() -> None:
    """Show the installed packages; the one builds use is marked with `*`."""
    from generator.english.bundled import bundled
    from generator.english.choice import choose
    from generator.english.folders import packages_folder
    from generator.english.packages import WANTED, installed

    packages, problems = installed()
    used, own = choose(), bundled()
    for problem in problems:
        click.echo(str(problem), err=True)
    for package in packages:
        say_line(_line(package, used=package == used))
    if own is not None:
        say_line(_line(own, used=own == used))
    if used is None:
        say_line(
            f"no package for Chinese to English in {packages_folder()}"
            f" (install it: digest model install {WANTED})"
        )


def _line(package: Package, *, used: bool) -> str:
    if package.archive:
        checksum = "comes with the program"
    else:
        checksum = f"sha256 {package.sha256}" if package.sha256 else "no checksum recorded"
    return (
        f"{'*' if used else ' '} {package}  {package.from_name} → {package.to_name}  "
        f"{package.size / 1e6:.1f} MB  {checksum}  {package.folder}"
    )


@command.command("install")
@click.argument("name_or_file", default="translate-zh_en")
@click.option("--sha256", "wanted", default="", metavar="HEX", help="Refuse any other file.")
def install(name_or_file: str, wanted: str) -> None:
    """Install a package from a .argosmodel file, or by name from the Argos index.

    Without an argument, the package is translate-zh_en. Only this command uses the network,
    and only for a name. An interrupted download is resumed.
    """
    from generator.english.fetching import find_offer, install_offer
    from generator.english.install import install_file, require_sum
    from generator.english.unpack import SUFFIX

    file = Path(name_or_file)
    if file.exists() or file.suffix == SUFFIX or len(file.parts) > 1:
        check_file(file)
        require_sum(file, wanted)
        _tell(install_file(file))
        return
    offer, there = find_offer(name_or_file)
    if there is not None:
        say_line(f"{there} is installed already, in {there.folder}")
        return
    say_line(f"fetching {offer.name} {offer.version} from {offer.links[0]}")
    with _progress() as progress:
        done = install_offer(offer, progress, wanted)
    _tell(done)


@contextmanager
def _progress() -> Iterator[DownloadProgress]:
    """Yield a progress function: a bar on a terminal; nothing elsewhere, so that logs stay
    short."""
    with click.progressbar(length=0, label="  ", show_pos=False) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield tell


def _tell(done: Installed) -> None:
    package = done.package
    took_over = f", in place of {done.replaced}" if done.replaced else ""
    say_line(f"installed {package} in {package.folder}{took_over}")
    say_line(f"sha256 {package.sha256}")


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Remove a package, by its name or the name of its folder."""
    from generator.english.packages import find, installed
    from generator.english.packages import remove as delete
    from generator.problem import DigestError, Problem

    found = find(name, installed()[0])
    if len(found) > 1:
        message = f"{len(found)} packages have this name"
        hint = f"name one by its folder: {', '.join(p.folder.name for p in found)}"
        raise DigestError(Problem(name, message=message, hint=hint))
    delete(found[0])
    say_line(f"removed {found[0]} from {found[0].folder}")
