"""``digest serve``"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Sequence

import click

from generator.cli.build import clock, finish_interrupted
from generator.cli.output import Progress, say_line, say_problems, site_folder
from generator.pipeline.stages import Options, Result
from generator.problem import Problem
from generator.render.dates import long_moment


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes any free port.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; 0.0.0.0 admits other machines on the network.",
)
@click.option(
    "--allow-host",
    "names",
    metavar="NAME",
    multiple=True,
    help="A further host name to answer to, besides IP addresses and this machine's own name;"
    " may be given several times.",
)
@click.option(
    "--drafts/--no-drafts",
    default=True,
    show_default=True,
    help="Show drafts, marked as such, or hide them as `digest build` does.",
)
@click.pass_context
def command(ctx: click.Context, port: int, host: str, names: tuple[str, ...], drafts: bool) -> None:
    """Build, watch, serve on this machine and reload the browser.

    The site goes into .digest/preview/ and is rebuilt when a file in content/ or templates/
    or site.yaml changes. A build that fails shows its errors in the page, and the last good
    site is still served. Drafts are shown with a mark; what is hidden (English that is still
    a draft, articles dated in the future) is listed here. Ctrl-C ends it.
    """
    from generator.pipeline.lock import PreviewLock
    from generator.serve.preview import Preview, preview_folder
    from generator.serve.server import PreviewServer
    from generator.serve.site import PLACE
    from generator.serve.state import PreviewState

    root = site_folder(ctx)
    finish_interrupted(root)
    lock = PreviewLock(root)
    current = PreviewState()
    folder = preview_folder(root)
    server = PreviewServer(host, port, folder, current, names)
    lock.tell(server.address)
    options = Options(out=folder, drafts=drafts, now=clock(), base_url=PLACE)
    progress = Progress()
    preview = Preview(root, options, current, _Listener(progress), progress)
    # A shell that starts a program in the background makes it ignore Ctrl-C.
    end_on_signals()
    say_line(f"The preview is at {server.address} (Ctrl-C ends it)")
    threading.Thread(target=preview.run, name="preview", daemon=True).start()
    server.serve_forever()


def end_on_signals() -> None:
    """Make Ctrl-C end the process at once, whatever a build is doing: it may be interrupted at any
    point."""

    def leave(number: int, frame: object) -> None:
        os._exit(0)

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, leave)


class _Listener:
    """Prints a line for each build, its problems, and the warnings that the last build did not
    have."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._told: set[str] = set()

    def made(self, result: Result) -> None:
        """Do nothing: the server reads the folder itself."""

    def built(self, changed: Sequence[str], result: Result) -> None:
        from generator.problem import counted

        new = [warning for warning in result.warnings if str(warning) not in self._told]
        held = [
            f"{card.path}: dated {long_moment(card.date)}, held back until then"
            for card in result.held_back
        ]
        held += [f"{path}: a draft, not shown" for path in result.hidden]
        self._say(new, [line for line in held if line not in self._told])
        self._told = {*map(str, result.warnings), *held}
        removed = f", {result.removed:,} removed" if result.removed else ""
        made = f"{counted(result.pages_made, 'page')} made{removed}"
        self._line(changed, f"{made}, {sum(result.seconds.values()):.2f} s")

    def failed(self, changed: Sequence[str], problems: Sequence[Problem]) -> None:
        from generator.problem import counted

        self._say(problems, [])
        self._line(changed, f"{counted(len(problems), 'problem')}, nothing published")

    def _say(self, problems: Sequence[Problem], lines: Sequence[str]) -> None:
        self._progress.end()
        # A closed terminal must not end the preview.
        with contextlib.suppress(OSError):
            say_problems(problems)
            for line in lines:
                say_line(line)

    def _line(self, changed: Sequence[str], what: str) -> None:
        more = f" and {len(changed) - 1:,} more" if len(changed) > 1 else ""
        cause = f"{changed[0]}{more} changed" if changed else "first build"
        with contextlib.suppress(OSError):
            say_line(f"{cause}: {what}")
