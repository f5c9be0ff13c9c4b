"""What a preview and a desk load before their first page, for a `tests.launcher` to have it."""

from __future__ import annotations

import importlib
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.social_cards import fonts
from tests.sites import TestSite
from tests.templates import compile_templates_once

_IMPORTED = (
    "generator.cli.desk",
    "generator.cli.serve",
    "generator.desk.app",
    "generator.serve.preview",
    "generator.serve.server",
    "generator.serve.watch",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.lifespan.on",
    "uvicorn.loops.asyncio",
    "watchfiles",
)


def warm_up() -> None:
    """Import what they import, and build a site."""
    for name in _IMPORTED:
        importlib.import_module(name)
    # As in the process of the tests.
    vars(fonts)["_PLACES"] = ()
    compile_templates_once()
    with TemporaryDirectory() as folder:
        site = TestSite(Path(folder))
        site.settings("translation: {engine: none}\n")
        site.article("one")
        site.english("one")
        site.build("--jobs", "1")
    assert threading.active_count() == 1, "a process that forks has no other threads"
