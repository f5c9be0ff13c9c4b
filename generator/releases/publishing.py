"""Publish the site: build it, store a release, run the upload command; and undo that."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.config import Site, load_site
from generator.pipeline.lock import build_lock
from generator.pipeline.result import Options, Progress, Result
from generator.problem import DigestError, Problem, Report, UsageError, cannot_write
from generator.publish import is_interrupted, recover
from generator.publish.owner import note_owner, refuse_other_owner
from generator.releases import store
from generator.releases.running import run_command
from generator.releases.store import Release
from generator.writing import replaced

Say = Callable[[str], None]
NO_COMMAND = (
    'add `publish: {command: "…"}`, a command that uploads public/, such as '
    "`rsync -a --delete public/ host:site/`"
)


def public_folder(root: Path) -> Path:
    """The folder into which the public site is built; where ``public`` is a link, its target."""
    return (root / "public").resolve()


def _check_folder(root: Path) -> Path:
    """`public_folder`. Raises `UsageError` if it is a file, or belongs to another site."""
    out = public_folder(root)
    if out.exists() and not out.is_dir():
        raise UsageError(Problem("public", message="is a file", hint="delete it, or rename it"))
    refuse_other_owner(root, out)
    return out


def command_of(root: Path) -> str:
    """``publish.command`` of the settings; empty if there is none.

    Raises `DigestError` if the settings have errors.
    """
    report = Report()
    site: Site | None = load_site(root, report)
    if site is None:
        raise DigestError(report.errors)
    return site.publish.command


def needed_command(root: Path) -> str:
    """``publish.command`` of the settings. Raises `UsageError` if there is none."""
    command = command_of(root)
    if not command:
        raise UsageError(
            Problem("site.yaml", field="publish.command", message="is not set", hint=NO_COMMAND)
        )
    return command


def build_public(root: Path, options: Options, progress: Progress | None = None) -> Result:
    """Build the site into ``public/``; first finish or undo an interrupted publication."""
    from generator.pipeline.stages import build

    out = _check_folder(root)
    if is_interrupted(out):
        with build_lock(root):
            recover(out)
    result = build(root, replace(options, out=out, drafts=False), progress)
    note_owner(root, out)
    return result


def publish(
    root: Path,
    options: Options,
    say: Say,
    progress: Progress | None = None,
    stopped: threading.Event | None = None,
    built: Callable[[Result], None] = lambda result: None,
) -> Release:
    """Build the site, store a release and run the upload command.

    ``built`` is called with what was built, before the command runs. The lines of the command's
    output go to ``say``; setting ``stopped`` ends it. Raises `UsageError` if there is no command,
    `DigestError` if the build or the command fails: the last release then stays the current one.
    """
    command = needed_command(root)
    built(build_public(root, options, progress))
    release = store.keep(root, public_folder(root), options.now or datetime.now(UTC))
    run_command(command, root, public_folder(root), say, stopped)
    store.make_current(root, release)
    return release


def undo(root: Path, say: Say, stopped: threading.Event | None = None) -> Release:
    """Put the release before the current one back into ``public/`` and run the upload command.

    The articles' files are not changed, so the next publication makes the same changes again unless
    they are corrected. Raises `UsageError` if there is no earlier release.
    """
    release = store.before(root)
    if release is None:
        hint = "the first publication cannot be undone"
        raise UsageError(Problem("publish", message="no earlier version is kept", hint=hint))
    command = needed_command(root)
    put_back(root, release)
    run_command(command, root, public_folder(root), say, stopped)
    store.take_back(root, release)
    return release


def put_back(root: Path, release: Release) -> None:
    """Restore the files of ``release`` in ``public/``."""
    with build_lock(root):
        store.restore(root, release, _check_folder(root))


def write_zip(root: Path, release: Release, file: Path) -> None:
    """Write all files of ``release`` into a reproducible ZIP archive."""
    source = store.folder(root, release)
    try:
        with (
            replaced(file) as aside,
            zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
        ):
            for path in sorted(release.files):
                entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, (source / path).read_bytes())
    except OSError as error:
        raise cannot_write(error, str(file)) from error
