"""``digest desk``"""

from __future__ import annotations

import contextlib
import socket
import threading
import webbrowser

import click

from generator.cli.build import finish_interrupted
from generator.cli.output import say_line, site_folder
from generator.cli.serve import end_on_signals
from generator.problem import UsageError


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8100,
    show_default=True,
    help="The port to listen on; 0 takes any free port.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.pass_context
def command(ctx: click.Context, port: int, no_browser: bool) -> None:
    """Import, write, review and publish in a browser on this machine.

    Opens the editor's desk on 127.0.0.1, which other machines cannot reach. The desk stores
    nothing but the files of the site: changes made here show in git, and changes made elsewhere
    show here. A preview with drafts runs beside it on a port of its own. Ctrl-C ends it.
    """
    from generator.desk.app import ByPort, desk_app
    from generator.desk.desk import Desk
    from generator.desk.framed import Framed
    from generator.pipeline.lock import PreviewLock
    from generator.serve.server import PreviewApp, address_of
    from generator.serve.web import WebServer, listen

    root = site_folder(ctx)
    finish_interrupted(root)
    lock = PreviewLock(root)
    host = "127.0.0.1"
    sockets = [listen(host, port), _beside(host, port)]
    address, preview_address = (address_of(one, host) for one in sockets)
    lock.tell(address)
    desk = Desk(root, preview_address)
    preview = desk.make_preview()
    headers = {"Content-Security-Policy": f"frame-ancestors {address.rstrip('/')}"}
    framed = Framed(desk)
    shown = PreviewApp(
        preview.folder, desk.state, host, preview_address, {host}, headers, desk.version,
        desk.typed, framed.absent, framed.failed,
    )  # fmt: skip
    ports = [one.getsockname()[1] for one in sockets]
    app = ByPort({ports[0]: desk_app(desk, ports[0]), ports[1]: shown})
    server = WebServer(app, sockets)
    end_on_signals()
    say_line(f"The desk is at {address} (Ctrl-C ends it)")
    threading.Thread(target=preview.run, name="preview", daemon=True).start()
    if not no_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    server.serve_forever()


def _beside(host: str, port: int) -> socket.socket:
    """Return a socket for the preview: at the next port, so that a page open in a browser finds it
    again after a restart, or at any free port."""
    from generator.serve.web import listen

    if 0 < port < 65535:
        with contextlib.suppress(UsageError):
            return listen(host, port + 1)
    return listen(host, 0)
