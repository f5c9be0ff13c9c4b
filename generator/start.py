"""The program's own beginning: it may be interrupted before there is anything to interrupt."""

from __future__ import annotations


def run() -> None:
    """`generator.cli.run`; Ctrl-C while it is loaded ends the program without a word too."""
    try:
        from generator.cli import run as begin
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    begin()
