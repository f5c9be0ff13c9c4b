"""``digest publish``"""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli.build import (
    clock,
    finish_interrupted,
    say_result,
    say_warnings,
)
from generator.cli.options import jobs_option
from generator.cli.output import Progress, say_line, site_folder
from generator.pipeline.result import Options, Result
from generator.problem import Problem, UsageError, counted
from generator.releases import store
from generator.releases.changes import Change, Changes, compare

# How many pages of each kind of change are listed one by one.
_NAMED = 20
# The folders of a site that a build reads or writes.
_PARTS = ("content", "templates", "public", ".digest")


@click.command()
@click.option("--dry-run", is_flag=True, help="Only list what would change on the public site.")
@click.option("--undo", is_flag=True, help="Publish the previous version again.")
@click.option(
    "--zip",
    "archive",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the built site into a ZIP file instead of running the command.",
)
@jobs_option
@click.pass_context
def command(
    ctx: click.Context, dry_run: bool, undo: bool, archive: Path | None, jobs: int | None
) -> None:
    """Build the site and publish it.

    Builds into public/, keeps this version (the last five are kept, in .digest/releases),
    and runs `publish.command` of site.yaml in the site's folder; exits with 1 if the build
    or the command fails. --undo puts the previous version back into public/ and runs the
    command again; the articles stay as they are.
    """
    if dry_run + undo + (archive is not None) > 1:
        message = "--dry-run, --undo and --zip exclude each other"
        raise UsageError(Problem("digest publish", message=message, hint="choose one"))
    root = site_folder(ctx)
    if archive is not None:
        from generator.cli.targets import check_target

        check_target(archive, "ZIP file")
        _check_outside(root, archive)
    finish_interrupted(root)
    options = Options(out=root / "public", jobs=jobs or os.cpu_count() or 1, now=clock())
    if dry_run:
        _list_changes(root, options)
    elif undo:
        from generator.releases.publishing import undo as put_back

        release = put_back(root, say_line)
        say_line(
            f"The version of {release.made} is public again ({counted(release.pages, 'page')})"
        )
    elif archive is not None:
        _write_zip(root, options, archive)
    else:
        _publish(root, options)


def _check_outside(root: Path, archive: Path) -> None:
    """Raise `UsageError` if ``archive`` would be a part of the site that it is made of."""
    place = archive.resolve()
    for name in _PARTS:
        if place.is_relative_to((root / name).resolve()):
            message = f"lies in {name}/, which belongs to the site"
            hint = "name a file outside of it"
            raise UsageError(Problem(str(archive), message=message, hint=hint))


def _publish(root: Path, options: Options) -> None:
    from generator.releases.publishing import publish

    progress = Progress()
    before = store.current(root)

    def built(result: Result) -> None:
        progress.end()
        say_warnings(result)

    try:
        release = publish(root, options, say_line, progress, built=built)
    finally:
        progress.end()
    if before is not None and before.name == release.name:
        say_line("Published again: nothing has changed since the last time")
    else:
        undo = "" if store.before(root) is None else "; `digest publish --undo` undoes it"
        say_line(f"Published: {counted(release.pages, 'page')}{undo}")


def _write_zip(root: Path, options: Options, archive: Path) -> None:
    from generator.releases.publishing import build_public, public_folder, write_zip

    progress = Progress()
    try:
        result = build_public(root, options, progress)
    finally:
        progress.end()
    say_result(result)
    release = store.keep(root, public_folder(root), options.now)
    write_zip(root, release, archive)
    store.make_current(root, release)
    say_line(f"{archive}: {counted(len(release.files), 'file')}")


def _list_changes(root: Path, options: Options) -> None:
    from dataclasses import replace

    from generator.check.site import BUILT
    from generator.pipeline.stages import build

    out = root.resolve() / BUILT
    progress = Progress()
    try:
        result = build(root, replace(options, out=out), progress)
    finally:
        progress.end()
    say_warnings(result)
    last = store.current(root)
    changes = compare(last, store.folder(root, last) if last else None, out)
    _say(changes)
    counts = ", ".join(f"{changes.count(kind)} {kind}" for kind in ("new", "changed", "gone"))
    since = f"since {last.made}" if last else "nothing has been published yet"
    say_line(f"pages: {counts}; other files: {len(changes.rest)} ({since})")


def _say(changes: Changes) -> None:
    for kind in ("new", "changed", "gone"):
        found = [change for change in changes.pages if change.kind == kind]
        # Articles first: changes of lists and indexes follow from them.
        found.sort(key=lambda change: (not change.slug, change.path))
        for change in found[:_NAMED]:
            say_line(f"{kind}: {_name(change)}")
        if len(found) > _NAMED:
            say_line(f"{kind}: and {counted(len(found) - _NAMED, 'more page')}")


def _name(change: Change) -> str:
    return f"/{change.address}  {change.title}".rstrip()
