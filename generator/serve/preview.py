"""Build, show, wait for a change, build again."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from generator.pipeline.file_states import FileStates
from generator.pipeline.folder import FOLDER
from generator.pipeline.session import Session
from generator.pipeline.stages import Options, Progress, Result
from generator.pipeline.stages import build as build_site
from generator.pipeline.workers import WORKERS
from generator.problem import DigestError, Problem
from generator.serve.state import PreviewState
from generator.serve.watch import Watch

NAME = "preview"
# Each worker holds some 160 MB.
_MOST_JOBS = 4


class Listener(Protocol):
    """Told of each build. ``changed`` are the paths that led to it, none for the first."""

    def made(self, result: Result) -> None:
        """The site stands, and no open page knows of it yet: what they will ask for then."""

    def built(self, changed: Sequence[str], result: Result) -> None:
        """The site stands, and open pages have been told."""

    def failed(self, changed: Sequence[str], problems: Sequence[Problem]) -> None:
        """It could not be built; what stood before stands still."""


@contextmanager
def _uncollected(short: bool) -> Iterator[None]:
    """Have the collector of garbage wait until a ``short`` build is over: it would look through
    all that is known of a large site, again and again, and find nothing."""
    if not (short and gc.isenabled()):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def preview_folder(root: Path) -> Path:
    """Where the preview of a site goes: never the folder that is published."""
    return root / FOLDER / NAME


class Preview:
    """Keeps the preview of the site at ``root`` up to date, and what is shown of it."""

    def __init__(
        self,
        root: Path,
        options: Options,
        current: PreviewState,
        listener: Listener,
        progress: Progress,
    ) -> None:
        self._root, self._options, self._current = root, options, current
        self.folder = options.out
        self._listener, self._progress = listener, progress
        # To be used in the thread of `run` alone, where listeners are called too.
        self.session = Session(root, stays=True)

    def run(self) -> None:
        """Build now and after every change, for as long as the process lives."""
        watch = Watch(self._root)
        changed: list[str] = []
        # The look comes before the build: what changes meanwhile then calls for another.
        seen = watch.look()
        while True:
            self.build(changed, seen)
            changed, seen = watch.next(seen)

    def build(self, changed: Sequence[str] = (), seen: FileStates | None = None) -> None:
        """Build once, because of what has ``changed``; ``seen`` is how files looked just now."""
        before = self._current.state
        self.session.looked = seen or {}
        try:
            with _uncollected(self.session.has_built(str(self.folder))):
                result = self._made(self._usable())
        except DigestError as error:
            self._fail(changed, error.problems)
        except Exception as error:
            # A fault of the program must not end the preview: the next save may avoid it.
            what = f"{type(error).__name__}: {error}"
            hint = "an error in this program, not in your text; `digest build` may say more"
            self._fail(changed, (Problem("build", message=what, hint=hint),))
        else:
            self._listener.made(result)
            if result.written or result.removed or before.problems or not before.ready:
                self._current.post(ready=True)
            self._listener.built(changed, result)

    def _made(self, options: Options) -> Result:
        """Build with workers; where the system has none, or they are killed, without."""
        try:
            return build_site(self._root, options, self._progress, self.session)
        except (ImportError, NotImplementedError):
            if options.jobs == 1:
                raise
        except DigestError as error:
            if options.jobs == 1 or any(one.path != WORKERS for one in error.problems):
                raise
        return build_site(self._root, self._options, self._progress, self.session)

    def _usable(self) -> Options:
        """How to build: the first time in this process with workers, which are started anew
        beside the threads that answer requests (`pipeline/workers.py`). Later builds have less to
        do, and the tables that they need are read."""
        if self.session.has_built(str(self.folder)):
            return self._options
        return replace(self._options, jobs=min(os.cpu_count() or 1, _MOST_JOBS))

    def _fail(self, changed: Sequence[str], problems: Sequence[Problem]) -> None:
        lines = tuple(str(problem) for problem in problems)
        before = self._current.state
        if lines != before.problems:
            self._current.post(ready=before.ready, problems=lines)
        self._listener.failed(changed, problems)
