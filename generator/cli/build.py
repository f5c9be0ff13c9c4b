"""``digest build``"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import click

from generator.cli.options import jobs_option
from generator.cli.output import Progress, say_line, say_problems, say_table, site_folder
from generator.english import MACHINE_ENGLISH
from generator.patterns import late_regex
from generator.pipeline.companion import Companion
from generator.pipeline.lock import build_lock
from generator.pipeline.result import Options, Result
from generator.pipeline.unchanged import Look, unchanged
from generator.problem import Problem, UsageError, cannot_write, counted
from generator.publish import is_interrupted, is_published, recover
from generator.publish.owner import note_owner, refuse_other_owner
from generator.render.dates import long_moment

# The module that takes longest to load.
_ARTICLES = "generator.articles.stage"
# The fields of warnings about a passage of an English text.
_PASSAGE = late_regex(r"title|summary|paragraph \d+.*")


@click.command()
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the site is written (default: public/ in the site's folder).",
)
@click.option(
    "--force",
    is_flag=True,
    help="Allow --out to name a folder with other files in it; they stay as they are.",
)
@click.option("--drafts", is_flag=True, help="Include drafts.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@jobs_option
@click.pass_context
def command(
    ctx: click.Context,
    out: Path | None,
    force: bool,
    drafts: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Build the whole site: every edition, feed and index.

    Prints what was made and how long each stage took. Results of earlier builds are used again
    where nothing has changed; a build that fails leaves the old site as it was.
    SOURCE_DATE_EPOCH sets the clock: articles dated later are held back.
    """
    root = site_folder(ctx)
    options = Options(
        out=output_folder(root, out, force=force),
        drafts=drafts,
        strict=strict,
        jobs=jobs or os.cpu_count() or 1,
        now=clock(),
    )
    # The data of a large site is hundreds of thousands of objects, none of which is garbage.
    gc.disable()
    try:
        result = unchanged(root, options)
    finally:
        gc.enable()
    if not isinstance(result, Result):
        progress = Progress()
        try:
            result = _build(root, options, progress, result)
        finally:
            progress.end()
    note_owner(root, options.out)
    say_result(result)


def _build(root: Path, options: Options, progress: Progress, look: Look | None) -> Result:
    # If there is a look, the site was built before, and there is probably little to do.
    early = look is not None and options.jobs > 1 and _ARTICLES not in sys.modules
    steps = (_load_articles, _load_checks, _load_search)
    companion = Companion.start(steps) if early else None
    # Half a second to import, so only when there is something to do. Without this, the garbage
    # collector would scan the imported objects again and again and find no garbage.
    gc.disable()
    try:
        from generator.pipeline.session import Session
        from generator.pipeline.stages import build
    finally:
        gc.freeze()
        gc.enable()
    # A small build ends before there is enough garbage to be worth a collection.
    gc.set_threshold(50_000 if look is None else 500_000, 50, 50)
    with closing(Session(root, companion)) as session:
        return build(root, options, progress, session, look)


def _load_articles() -> None:
    """Load what every article needs."""
    import_module(_ARTICLES).compile_patterns()


def _load_checks() -> None:
    """Load what only some articles need."""
    import_module(_ARTICLES).compile_checks()


def _load_search() -> None:
    """Load what an update of the search index needs."""
    from generator.pipeline import search_tables
    from generator.search import index

    del index, search_tables


def output_folder(root: Path, out: Path | None, *, force: bool = False) -> Path:
    """Return the folder to publish into; raise `UsageError` if it contains the sources of a site.

    ``force`` allows a folder other than ``public/`` that has files which no build created.
    """
    folder = (out or root / "public").resolve()
    sources = [root / name for name in ("content", "templates", ".digest")]
    inside = any(folder == source or source in folder.parents for source in sources)
    if folder == root or folder in root.parents or inside:
        raise UsageError(
            Problem(
                str(folder),
                field="--out",
                message="contains the sources of a site",
                hint="name another folder",
            )
        )
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            Problem(str(folder), field="--out", message="is a file", hint="name a folder")
        )
    refuse_other_owner(root, folder)
    if not force and folder != (root / "public").resolve():
        _refuse_foreign(folder)
    return folder


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists() or is_published(folder) or is_interrupted(folder):
        return
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        raise cannot_write(error, str(folder)) from error
    if names:
        message = f"contains files that no build created, such as {names[0]}"
        hint = "name an empty folder, or add --force: they stay, and the site is put beside them"
        raise UsageError(Problem(str(folder), field="--out", message=message, hint=hint))


def finish_interrupted(root: Path, folder: Path | None = None) -> None:
    """Complete or undo the publication into ``folder`` (default: ``public/``) that an interrupted
    build has left unfinished, and print what an editor should know about it."""
    out = folder or (root / "public").resolve()
    if not is_interrupted(out):
        return
    try:
        with build_lock(root):
            say_problems(recover(out))
    except OSError as error:
        raise cannot_write(error, str(out)) from error


def clock() -> datetime | None:
    """Return the time in ``SOURCE_DATE_EPOCH`` (https://reproducible-builds.org), if it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            Problem("SOURCE_DATE_EPOCH", message=f'"{epoch}" is not a number of seconds')
        ) from None


def say_warnings(result: Result) -> None:
    """Print warnings and articles that are held back."""
    # Doubts about machine English are only counted here; `digest check` lists them.
    told = [problem for problem in result.warnings if not problem.field.startswith(MACHINE_ENGLISH)]
    say_problems(told)
    for note in result.notes:
        say_line(note)
    for card in result.held_back:
        when = long_moment(card.date)
        say_line(f"{card.path}: dated {when}, held back until then")


def say_result(result: Result) -> None:
    """Print warnings, articles that are held back, and the table of counts and seconds."""
    say_warnings(result)
    reused, made = result.pages - result.pages_made, result.pages_made
    kept = result.articles_read - result.articles_made
    rows = [
        ("articles", f"{result.articles} (read {result.articles_made}, reused {kept})"),
        ("pages", f"{result.pages} (made {made}, reused {reused})"),
        ("files", f"{result.written} written, {result.removed} removed"),
        ("English", _english(result)),
    ]
    if result.drafts:
        rows.append(("drafts", f"{result.drafts} left out (--drafts shows them)"))
    stages = "  ".join(f"{name} {seconds:.2f}" for name, seconds in result.seconds.items())
    total = sum(result.seconds.values())
    rows.append(("seconds", f"{total:.2f} ({stages})"))
    rows.append(("site", str(result.out)))
    say_table(rows)


def _english(result: Result) -> str:
    reviewed = result.articles - result.machine - result.without_english
    built: set[tuple[str, str]] = set()
    files: set[tuple[str, str]] = set()
    outdated: set[str] = set()
    for one in result.warnings:
        place = (one.path, one.field)
        if one.field.startswith(MACHINE_ENGLISH):
            built.add(place)
        elif one.path.endswith(".en.md") and one.field == "source_hash":
            outdated.add(one.path)
        elif one.path.endswith(".en.md") and _PASSAGE.fullmatch(one.field):
            files.add(place)
    parts = [f"{reviewed} reviewed, {result.machine} by machine, {result.without_english} missing"]
    if outdated:
        parts.append(f"{len(outdated)} outdated (listed above)")
    where = [f"{len(files)} in files (listed above)"] if files else []
    where += [f"{len(built)} in machine English (`digest check` lists them)"] if built else []
    flagged = counted(len(files) + len(built), "flagged passage")
    parts.append(f"{flagged}: {', '.join(where)}" if where else flagged)
    return "; ".join(parts)
