"""The loop of the preview: build, wait for a change, build again."""

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
# Each worker needs about 160 MB.
_MOST_JOBS = 4


class Listener(Protocol):
    """Callbacks for builds. ``changed`` are the paths that caused one, none for the first."""

    def made(self, result: Result) -> None:
        """Called after a successful build, before open pages are notified: prepare what they will
        request then."""

    def built(self, changed: Sequence[str], result: Result) -> None:
        """Called after a successful build, once open pages have been notified."""

    def failed(self, changed: Sequence[str], problems: Sequence[Problem]) -> None:
        """Called after a failed build; the last successful one is still served."""


@contextmanager
def _without_collection(short: bool) -> Iterator[None]:
    """Pause garbage collection during a ``short`` build: it would traverse all data of a large
    site again and again, and free nothing."""
    if not (short and gc.isenabled()):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def preview_folder(root: Path) -> Path:
    """The folder of a site's preview, which is never the published one."""
    return root / FOLDER / NAME


class Preview:
    """Keeps the preview of the site at ``root`` and its state ``current`` up to date."""

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
        # Use it only in the thread of `run`, in which listeners are called too.
        self.session = Session(root, stays=True)

    def run(self) -> None:
        """Build now and after every change, until the process ends."""
        watch = Watch(self._root)
        changed: list[str] = []
        # Read the states before the build, so that a change during it causes another build.
        seen = watch.look()
        while True:
            self.build(changed, seen)
            changed, seen = watch.next(seen)

    def build(self, changed: Sequence[str] = (), seen: FileStates | None = None) -> None:
        """Build once, because of the ``changed`` paths; ``seen`` are the current file states."""
        before = self._current.state
        self.session.looked = seen or {}
        try:
            with _without_collection(self.session.has_built(str(self.folder))):
                result = self._made(self._usable())
        except DigestError as error:
            self._fail(changed, error.problems)
        except Exception as error:
            # An error of the program must not end the preview: the next change may avoid it.
            what = f"{type(error).__name__}: {error}"
            hint = "an error in this program, not in your text; `digest build` may say more"
            self._fail(changed, (Problem("build", message=what, hint=hint),))
        else:
            self._listener.made(result)
            if result.written or result.removed or before.problems or not before.ready:
                self._current.post(ready=True)
            self._listener.built(changed, result)

    def _made(self, options: Options) -> Result:
        """Build with workers; if the system does not support them or they are killed, without."""
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
        """The options of the next build: the first one in this process has workers.

        They are spawned, because threads are answering requests (see `pipeline/workers.py`). Later
        builds have less work, and this process has loaded the tables by then.
        """
        if self.session.has_built(str(self.folder)):
            return self._options
        return replace(self._options, jobs=min(os.cpu_count() or 1, _MOST_JOBS))

    def _fail(self, changed: Sequence[str], problems: Sequence[Problem]) -> None:
        lines = tuple(str(problem) for problem in problems)
        before = self._current.state
        if lines != before.problems:
            self._current.post(ready=before.ready, problems=lines)
        self._listener.failed(changed, problems)
