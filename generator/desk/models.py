"""Installs translation packages from the settings page, as jobs."""

from __future__ import annotations

from pathlib import Path

from generator.desk.call import Call
from generator.desk.jobs import Reporter
from generator.english.fetching import find_offer, install_offer
from generator.english.install import install_file
from generator.english.packages import Package


def from_file(call: Call, file: Path, report: Reporter) -> str:
    """Install the package ``file``, which is deleted afterwards; returns its name."""
    try:
        report("install", 0, 1)
        done = install_file(file)
        report("install", 1, 1)
        return _installed(call, done.package, report)
    finally:
        file.unlink(missing_ok=True)


def by_name(call: Call, name: str, report: Reporter) -> str:
    """Download the package ``name`` from the index and install it, unless it is installed already;
    returns its name. Raises `DigestError`."""
    offer, there = find_offer(name)
    if there is None:
        version = f"{offer.name} {offer.version}"
        report.line(call.t("settings_fetching", name=version, link=offer.links[0]))
        done = install_offer(offer, lambda done, total: report("fetch", done, total))
        there = done.package
    return _installed(call, there, report)


def _installed(call: Call, package: Package, report: Reporter) -> str:
    report.line(call.t("settings_installed", name=str(package), folder=package.folder))
    return str(package)
