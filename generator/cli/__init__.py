"""The command line. Each command is in a module of its own, which is imported when it is called."""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import sqlite3
import sys
from pathlib import Path

import click

from generator import __version__
from generator.kept_tables import save_tables
from generator.problem import (
    NOT_WRITABLE,
    Problem,
    UsageError,
    cannot_write,
    debugging,
    did_you_mean,
    failure,
    say,
)

# Maps each command to its module and its line in `digest --help`.
_COMMANDS = {
    "build": ("build", "Build the whole site into public/."),
    "desk": ("desk", "Import, write, review and publish in a browser on this machine."),
    "serve": ("serve", "Build, watch, serve on this machine and reload the browser."),
    "publish": ("publish", "Build the site, keep this version, and upload it."),
    "import": ("import_", "Turn raw pages into clean articles."),
    "translate": ("translate", "Translate by machine; confirm, export and import English."),
    "check": ("check", "Report everything that is wrong in content and output."),
    "letter": ("letter", "Write new articles as an e-mail, for any service to send."),
    "model": ("model", "List, install or remove translation packages."),
    "inspect": ("inspect", "Show what the generator finds in a text."),
    "new": ("new", "Create a new article."),
    "rename": ("rename", "Rename an article, and change all links to it."),
    "remove": ("remove", "Take an article out of the site, into .trash/."),
    "restore": ("restore", "List what was removed, or put an article back."),
    "init": ("init", "Create a new site."),
}


class Commands(click.Group):
    """Imports a command only when it is called, so that every command starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"generator.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        _add_common(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            hint = did_you_mean(args[0], _COMMANDS) or "`digest --help` lists all"
            raise UsageError(Problem("digest", message=f'no such command "{args[0]}"', hint=hint))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


def _add_common(command: click.Command) -> None:
    """Add the options that every command has to a command and its subcommands."""
    if not any(parameter.name == "folder_of_site" for parameter in command.params):
        command.params += [_site_option(), _debug_option()]
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _add_common(below)


def _site_option() -> click.Option:
    """Return the option ``--site`` for use behind the name of a command, where people expect it."""

    def keep(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
        if value is not None:
            ctx.obj = value

    return click.Option(
        ["--site", "folder_of_site"],
        metavar="DIR",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=keep,
        help="The folder with site.yaml (default: the nearest one upwards).",
    )


def _debug_option() -> click.Option:
    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        help="Show a traceback if the program fails.",
    )


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--site",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder with site.yaml (default: the nearest one upwards).",
)
@click.version_option(__version__, prog_name="digest")
@click.pass_context
def digest(ctx: click.Context, folder: Path | None) -> None:
    """A static website generator for a bilingual digest of Chinese city news."""
    ctx.obj = folder


class _Notes(logging.Handler):
    """Prints log records of the program, which are in no report, as warnings."""

    def emit(self, record: logging.LogRecord) -> None:
        place, _, message = record.getMessage().partition(": ")
        say([Problem(place, message=message, severity="warning")])


def _usage_problems(error: click.UsageError) -> list[Problem]:
    from generator.cli.usage import usage_problems

    return usage_problems(error, sys.argv[1:])


def main() -> None:
    """Run the command line; exit with 0, 1 (wrong content) or 2 (wrong arguments)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    logger = logging.getLogger("generator")
    logger.handlers = [_Notes()]
    try:
        code = digest.main(standalone_mode=False)
    except click.ClickException as error:
        problems = _usage_problems(error) if isinstance(error, click.UsageError) else []
        if problems:
            say(problems)
        else:
            error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except (OSError, sqlite3.Error) as error:
        # Errors that no command has reported more precisely.
        if isinstance(error, OSError) and error.errno in NOT_WRITABLE:
            say(cannot_write(error, "digest").problems)
            sys.exit(1)
        place = getattr(error, "filename", None) or "digest"
        hint = "check the folder's permissions, and that the disk has space"
        what = getattr(error, "strerror", None) or str(error)
        say([Problem(str(place), message=what, hint=hint)])
        sys.exit(1)
    except Exception as error:
        if debugging():
            raise
        say([failure("digest", error)])
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def run() -> None:
    """Run `main`, save the tables beside the bytecode, and then end the process immediately.

    A normal exit would take a sixth of a second to free a hundred megabytes of tables. At this
    point all files are closed and all workers have ended.
    """
    code = 0
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    save_tables()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
