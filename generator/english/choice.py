"""Chooses the package to translate with."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from generator.english.bundled import bundled
from generator.english.packages import (
    Package,
    PackageError,
    find,
    installed,
    read_package,
    wrong_pair,
)
from generator.problem import DigestError, Problem

_LOG = logging.getLogger(__name__)


def choose(wanted: str = "", folders: Sequence[Path] | None = None) -> Package | None:
    """The package called ``wanted`` (a name such as ``translate-zh_en``, or a folder). If
    ``wanted`` is empty: the installed zh → en package with the highest version, else the package
    that comes with the program, else ``None``.

    Raises `DigestError` if ``wanted`` is not installed or is for other languages.
    """
    if not wanted:
        packages, problems = installed(folders)
        found = next((p for p in packages if p.translates), None)
        if found is None:
            for problem in problems:
                _LOG.warning("%s", problem)
        return found or bundled()
    if Path(wanted).is_dir():
        try:
            package = read_package(Path(wanted))
        except PackageError as error:
            raise DigestError(Problem(wanted, message=str(error))) from None
    else:
        own = bundled()
        packages = installed(folders)[0] + ([own] if own else [])
        package = find(wanted, packages)[0]
    if not package.translates:
        raise DigestError(wrong_pair(package, wanted))
    return package
