"""Start of the program, which handles Ctrl-C even while modules are still being imported."""

from __future__ import annotations


def run() -> None:
    """Call `generator.cli.run`; Ctrl-C during the import ends the program without a traceback."""
    try:
        from generator.cli import run as begin
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    begin()
