"""Installs translation packages from the settings page, as jobs."""

from __future__ import annotations

from pathlib import Path

from generator.desk.call import Call
from generator.desk.jobs import Reporter
from generator.english.folders import packages_folder
from generator.english.index import choose_offer, download, read_index
from generator.english.install import disk_problem, install_file, sha256_of
from generator.problem import DigestError, Problem


def from_file(call: Call, file: Path, report: Reporter) -> str:
    """Install the package ``file``, which is deleted afterwards; returns its name."""
    try:
        report("install", 0, 1)
        done = install_file(file)
        report("install", 1, 1)
        report.line(
            call.t("settings_installed", name=str(done.package), folder=done.package.folder)
        )
        return str(done.package)
    finally:
        file.unlink(missing_ok=True)


def by_name(call: Call, name: str, report: Reporter) -> str:
    """Download the package ``name`` from the index and install it; returns its name. Raises
    `DigestError`."""
    offer = choose_offer(read_index(), name)
    folder = packages_folder()
    report.line(
        call.t("settings_fetching", name=f"{offer.name} {offer.version}", link=offer.links[0])
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file, link = download(offer, folder, lambda done, total: report("fetch", done, total))
    except OSError as error:
        raise DigestError(disk_problem(error, Path(offer.name), folder)) from None
    try:
        if offer.checksum:
            found = sha256_of(file)
            if found != offer.checksum:
                message = f"its SHA-256 is {found}, but the index says {offer.checksum}"
                raise DigestError(Problem(name, message=message, hint="do not use this file"))
        done = install_file(file, origin=link)
        report.line(
            call.t("settings_installed", name=str(done.package), folder=done.package.folder)
        )
        return str(done.package)
    finally:
        file.unlink(missing_ok=True)
