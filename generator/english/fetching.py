"""Downloads a package of the index, checks it and installs it."""

from __future__ import annotations

from pathlib import Path

from generator.english.folders import packages_folder
from generator.english.index import DownloadProgress, Offer, choose_offer, download, read_index
from generator.english.install import Installed, disk_problem, install_file, require_sum, sha256_of
from generator.english.packages import Package, installed
from generator.problem import DigestError, Problem


def find_offer(name: str) -> tuple[Offer, Package | None]:
    """The package ``name`` of the index, and the installed package if this version is installed
    already. Raises `DigestError`, as `read_index` and `choose_offer` do."""
    offer = choose_offer(read_index(), name)
    same = (p for p in installed()[0] if (p.name, p.version) == (offer.name, offer.version))
    return offer, next(same, None)


def install_offer(offer: Offer, progress: DownloadProgress, sha256: str = "") -> Installed:
    """Download the file of ``offer``, compare it with ``sha256`` and with the checksum of the
    index, if they are given, and install it. The file is deleted afterwards. Raises `DigestError`;
    then nothing is installed."""
    folder = packages_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file, link = download(offer, folder, progress)
    except OSError as error:
        raise DigestError(disk_problem(error, Path(offer.name), folder)) from None
    try:
        require_sum(file, sha256)
        found = sha256_of(file) if offer.checksum else ""
        if found != offer.checksum:
            message = f"its SHA-256 is {found}, but the index says {offer.checksum}"
            raise DigestError(Problem(str(file), message=message, hint="do not use this file"))
        return install_file(file, origin=link)
    except OSError as error:
        raise DigestError(disk_problem(error, file, folder)) from None
    finally:
        file.unlink(missing_ok=True)
