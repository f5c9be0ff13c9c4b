"""Where the running program was installed from, written as a line of a ``requirements.txt``.

Sources: PEP 610 (``direct_url.json``) and PEP 508 (``name @ address``).
"""

from __future__ import annotations

import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from generator import __version__

NAME = "citydigest"
WHEELS = "wheels"


class Requirement(NamedTuple):
    """A line of ``requirements.txt``.

    ``wheel`` is the file to copy into the site's ``wheels/``, if there is one; ``missing`` is true
    if the line names a wheel there that nobody has built yet.
    """

    line: str
    wheel: Path | None = None
    missing: bool = False


class _Archive(msgspec.Struct, frozen=True):
    hashes: dict[str, str] = msgspec.field(default_factory=dict)


class _Vcs(msgspec.Struct, frozen=True):
    vcs: str
    commit_id: str


class _DirectUrl(msgspec.Struct, frozen=True):
    url: str
    archive_info: _Archive | None = None
    vcs_info: _Vcs | None = None


def requirement() -> Requirement:
    """Return the requirement that installs exactly this version on another machine.

    Installed from a package index: the version number. From git or from a wheel on the web: that
    commit or file. From a wheel on this machine, or from a working copy of the project: a wheel in
    the site's ``wheels/``; but if the commit of the working copy is known to be on an https
    remote, that commit.
    """
    try:
        text = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return _wheel_to_make()
    if text is None:
        return Requirement(f"{NAME}=={__version__}")
    try:
        source = msgspec.json.decode(text, type=_DirectUrl)
    except msgspec.MsgspecError:
        return _wheel_to_make()
    return _from(source)


def _from(source: _DirectUrl) -> Requirement:
    url = _without_password(source.url)
    parts = urlsplit(url)
    if source.vcs_info is not None and parts.scheme == "https":
        return Requirement(f"{NAME} @ {source.vcs_info.vcs}+{url}@{source.vcs_info.commit_id}")
    if source.archive_info is not None and parts.scheme == "https":
        digest = source.archive_info.hashes.get("sha256")
        return Requirement(f"{NAME} @ {url}" + (f"#sha256={digest}" if digest else ""))
    if parts.scheme != "file":
        return _wheel_to_make()
    place = Path(unquote(parts.path))
    if source.archive_info is not None and place.suffix == ".whl" and place.is_file():
        return Requirement(f"./{WHEELS}/{place.name}", place)
    commit = _public_commit(place)
    return Requirement(f"{NAME} @ git+{commit}") if commit else _wheel_to_make()


def _wheel_to_make() -> Requirement:
    return Requirement(f"./{WHEELS}/{NAME}-{__version__}-py3-none-any.whl", missing=True)


def _public_commit(folder: Path) -> str:
    """Return ``https://…@commit`` for a checkout without changes whose remote has its commit, else
    an empty string."""
    address = _without_password(_git(folder, "remote", "get-url", "origin"))
    commit = _git(folder, "rev-parse", "HEAD")
    changed = _git(folder, "status", "--porcelain", "--untracked-files=no")
    if not address.startswith("https://") or not commit or changed:
        return ""
    known = _git(folder, "branch", "--remotes", "--contains", commit)
    return f"{address}@{commit}" if known else ""


def _git(folder: Path, *args: str) -> str:
    """Return the output of a git command; empty if git is missing or the command fails."""
    try:
        ran = subprocess.run(
            ["git", "-C", str(folder), *args], capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ""
    return ran.stdout.strip() if ran.returncode == 0 else ""


def _without_password(url: str) -> str:
    """Return ``url`` without the user name and password that it may contain."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
