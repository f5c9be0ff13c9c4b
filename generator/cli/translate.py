"""``digest translate``"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.output import Progress, say_line, say_problems, site_folder
from generator.problem import DigestError, Problem, UsageError
from generator.sidecars.editing import confirm, find_work, open_desk, translate_site
from generator.sidecars.memory import export_memory, import_memory

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("slugs", metavar="[SLUG]…", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Show what would be translated, write nothing.")
@click.option("--confirm", "confirming", is_flag=True,
              help="Confirm that the English of SLUG… fits the present Chinese.")  # fmt: skip
@click.option("--export", "export_to", metavar="FILE", type=_FILE,
              help="Write the segments with their English as TMX 1.4.")  # fmt: skip
@click.option("--import", "import_from", metavar="FILE", type=_FILE,
              help="Take a translator's TMX into content/memory.tmx.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    slugs: tuple[str, ...],
    dry_run: bool,
    confirming: bool,
    export_to: Path | None,
    import_from: Path | None,
) -> None:
    """Translate articles that have no English, by machine: SLUG.en.md, for an editor to correct.

    Without SLUG, for every article. A reviewed sidecar is never touched. Where the Chinese
    of a machine's sidecar has changed, the changed paragraphs are translated anew and named;
    the others stay, with whatever an editor has corrected in them. Passages that the checks
    doubt are listed, and marked in the sidecar by a comment.
    """
    root = site_folder(ctx)
    if sum((dry_run, confirming, bool(export_to), bool(import_from))) > 1:
        raise UsageError(Problem("translate", message="takes only one of its options at a time"))
    if import_from is not None:
        count = import_memory(root, import_from)
        say_line(f"content/memory.tmx: {count} segments, used before any machine")
        return
    if confirming and not slugs:
        raise UsageError(Problem("--confirm", message="needs the articles' slugs"))
    desk = open_desk(root, slugs)
    if export_to is not None:
        say_line(f"{export_to}: {export_memory(desk, export_to)} segments")
    elif confirming:
        for path in confirm(desk):
            say_line(f"{path}: confirmed")
    elif dry_run:
        work, _ = find_work(desk)
        for item in work:
            say_line(f"{item.path}: {item.why}, {item.segments} segments")
        say_line(f"{len(work)} to translate, nothing written")
    else:
        progress = Progress()
        written = left = flagged = 0
        for done in translate_site(desk, progress):
            progress.end()
            say_line(f"{done.path}: {done.what}")
            say_problems(done.problems)
            written, left = written + done.written, left + (not done.written)
            flagged += done.flagged
        say_line(f"{written} written, {left} left as they are, {flagged} flagged passages")
    if desk.report.errors:
        raise DigestError(desk.report.errors)
