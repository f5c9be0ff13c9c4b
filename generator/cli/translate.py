"""``digest translate``: machine English for editors to correct, segments for translation tools."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import check_file, cluster_option, opened_cluster
from generator.cli.output import say_line, site_folder
from generator.cli.targets import article_name, check_target

if TYPE_CHECKING:
    from generator.sidecars.edit import SidecarEdit

_FILE = click.Path(path_type=Path)
# Maps options of earlier releases to the subcommands that replaced them.
_FORMER = {
    "--confirm": "confirm SLUG…",
    "--export": "export FILE [SLUG…]",
    "--import": "import FILE",
}


class _Translate(click.Group):
    """Runs ``run``, with any slugs and options, if no subcommand is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _refuse_former(args)
        words = iter(args)
        first = next((word for word in words if not _is_common(word, words)), "")
        if first not in (*self.commands, *ctx.help_option_names):
            args = ["run", *args]
        return super().parse_args(ctx, args)


def _refuse_former(args: list[str]) -> None:
    """Raise `UsageError` for an option that has become a subcommand."""
    from generator.problem import Problem, UsageError

    for word in args:
        name = word.partition("=")[0]
        if name in _FORMER:
            hint = f"use `digest translate {_FORMER[name]}`"
            raise UsageError(Problem(name, message="is a subcommand now", hint=hint))


def _is_common(word: str, following: Iterator[str]) -> bool:
    """Return whether ``word`` is an option of every command; consume its value in ``following``."""
    if word == "--site":
        next(following, None)
    return word in ("--site", "--debug") or word.startswith("--site=")


@click.group(cls=_Translate, subcommand_metavar="[run] [SLUG]… | COMMAND [ARGS]…")
def command() -> None:
    """Translate articles that have no English, by machine: SLUG.en.md, for an editor to correct.

    Without a command it is `run`: `digest translate`, `digest translate SLUG --dry-run`.
    """


@command.command("run")
@click.argument("slugs", metavar="[SLUG]…", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Show what would be translated, write nothing.")
@cluster_option
@click.pass_context
def run(ctx: click.Context, slugs: tuple[str, ...], dry_run: bool, cluster: str | None) -> None:
    """Translate SLUG…, or every article that has no English.

    A reviewed sidecar is never changed. If the Chinese of a machine's sidecar has changed, the
    changed paragraphs are translated again and listed; the others stay, with the corrections of
    an editor. Passages that the checks doubt are listed, and marked in the sidecar by a comment.

    With --cluster, sentences are translated by the workers of a Dask scheduler; the result is
    the same. There, --dry-run also estimates how long it would take, by a sample.
    """
    from generator.cli.translating import say_plan, translate_articles
    from generator.sidecars.edit import open_edit

    edit = open_edit(site_folder(ctx), tuple(map(article_name, slugs)))
    with opened_cluster(cluster, "segments") as session:
        if dry_run:
            say_plan(edit, session)
        else:
            translate_articles(edit, session)
    _end(edit)


@command.command("confirm")
@click.argument("slugs", metavar="SLUG…", nargs=-1)
@click.pass_context
def confirm(ctx: click.Context, slugs: tuple[str, ...]) -> None:
    """Confirm that the English of SLUG… fits the present Chinese."""
    from generator.problem import Problem, UsageError
    from generator.sidecars import confirming
    from generator.sidecars.edit import open_edit

    if not slugs:
        raise UsageError(Problem("SLUG", message="is missing", hint="name the articles"))
    edit = open_edit(site_folder(ctx), tuple(map(article_name, slugs)))
    for path in confirming.confirm(edit):
        say_line(f"{path}: confirmed")
    _end(edit)


@command.command("export")
@click.argument("file", type=_FILE)
@click.argument("slugs", metavar="[SLUG]…", nargs=-1)
@click.pass_context
def export(ctx: click.Context, file: Path, slugs: tuple[str, ...]) -> None:
    """Write the segments of SLUG…, or of all articles, as TMX 1.4.

    Their English is that of the machine or of content/memory.tmx.
    """
    from generator.problem import Problem, cannot_write, counted, say
    from generator.sidecars.edit import open_edit
    from generator.sidecars.memory import export_memory

    check_target(file, "TMX file")
    edit = open_edit(site_folder(ctx), tuple(map(article_name, slugs)))
    try:
        count = export_memory(edit, file)
    except OSError as error:
        raise cannot_write(error, str(file)) from error
    say_line(f"{file}: {counted(count, 'segment')}")
    if not count:
        message = "no segment has English by a machine or in content/memory.tmx"
        hint = "install a package with `digest model install`"
        say([Problem(str(file), message=message, hint=hint, severity="warning")])
    _end(edit)


@command.command("import")
@click.argument("file", type=_FILE)
@click.pass_context
def import_(ctx: click.Context, file: Path) -> None:
    """Import a translator's TMX file into content/memory.tmx."""
    from generator.problem import counted
    from generator.sidecars.memory import import_memory

    check_file(file)
    count = counted(import_memory(site_folder(ctx), file), "segment")
    say_line(f"content/memory.tmx: {count}, used before machine translation")


def _end(edit: SidecarEdit) -> None:
    """Raise `DigestError` with the articles that could not be read, if there are any."""
    if edit.report.errors:
        from generator.problem import DigestError

        raise DigestError(edit.report.errors)
