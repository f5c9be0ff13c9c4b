"""The state of a running desk: the articles, the preview, jobs, words, files."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from generator.desk.articles import Articles
from generator.desk.events import Events
from generator.desk.jobs import Jobs
from generator.desk.language import Vocabulary
from generator.desk.last_build import LastBuild
from generator.desk.page import Page, pages
from generator.desk.saving import Files
from generator.desk.templating import DeskTemplates
from generator.pipeline.result import Options, Result
from generator.problem import Problem
from generator.serve.site import PLACE
from generator.serve.state import PreviewState

if TYPE_CHECKING:
    from generator.pipeline.session import LastRead
    from generator.serve.preview import Preview

T = TypeVar("T")


class Desk:
    """The desk of the site at ``root``.

    ``preview_address`` is the address of the preview, with ``/`` at the end. Every request that
    changes something must carry ``token``. The thread of `Preview` writes ``articles`` and
    ``state``.
    """

    def __init__(self, root: Path, preview_address: str = "") -> None:
        self.root = root.resolve()
        self.preview_address = preview_address
        self.token = secrets.token_urlsafe(32)
        self.files = Files(self.root)
        self.articles = Articles()
        self.events = Events()
        self.jobs = Jobs(self.events)
        self.state = PreviewState()
        self.vocabulary = Vocabulary(self.root)
        self.templates = DeskTemplates()
        self.pages: Sequence[Page] = pages()
        self.preview: Preview | None = None
        self.last_build: LastBuild | None = None
        self._lock = Lock()
        self._parts: dict[type, Any] = {}

    def part(self, kind: type[T]) -> T:
        """The object of class ``kind`` that this desk keeps while it runs, created without
        arguments on first use. Pages keep their state in such objects."""
        with self._lock:
            if kind not in self._parts:
                self._parts[kind] = kind()
            found: T = self._parts[kind]
            return found

    def version(self, name: str) -> Path | None:
        """The folder of another version of the site, to compare with the preview: the published one
        (``before``), or the one that a check has built (``next``). ``None`` if there is none."""
        from generator.check.site import BUILT
        from generator.releases import store

        if name == "next":
            return self.root / BUILT
        last = store.current(self.root) if name == "before" else None
        return store.folder(self.root, last) if last else None

    def typed(self, address: str, key: str) -> bytes | None:
        """The page at ``address`` with an unsaved text, which is kept under ``key``."""
        from generator.desk.live import Live

        return self.part(Live).page(self.last_build, address, key)

    def options(self) -> Options:
        """The options of the preview's builds: with drafts, and continuing after errors."""
        from generator.serve.preview import preview_folder

        out = preview_folder(self.root)
        return Options(out=out, drafts=True, base_url=PLACE, keep_going=True)

    def make_preview(self) -> Preview:
        """Create the preview; run it in a thread of its own."""
        from generator.serve.preview import Preview

        self.preview = Preview(self.root, self.options(), self.state, self, self.progress)
        self.preview.session.on_read = self.read
        return self.preview

    def progress(self, stage: str, done: int, total: int) -> None:
        """Tell open pages about the progress of a build."""
        if total >= 50 and (done % 25 == 0 or done == total):
            self.events.tell("build", stage=stage, done=done, total=total)

    def read(self, last: LastRead, problems: Sequence[Problem]) -> None:
        """A build has read the articles. The board need not wait for the pages of the first one,
        and there are none if the settings have errors."""
        if last.sources.unfit:
            self.articles.renew(last, problems)
        elif not self.articles.ready:
            self.articles.renew(last, problems)
            self.events.tell("articles", changed=[], problems=len(problems))

    def made(self, result: Result) -> None:
        """A build of the preview has ended (called in its thread); pages use its results from now
        on."""
        last = self.preview.session.last if self.preview else None
        if last is not None and self.preview is not None:
            out = str(self.preview.folder)
            planned = self.preview.session.planned(out, last.shared.key)
            self.last_build = LastBuild(last, planned or {})
            self.articles.renew(last, [*result.errors, *result.warnings])

    def built(self, changed: Sequence[str], result: Result) -> None:
        """Tell open pages that a build has ended."""
        # Only after the rows are renewed: caches of what is made from them use this number as key.
        self.articles.reading += bool(changed)
        self.events.tell("articles", changed=list(changed), problems=len(self.articles.problems))

    def failed(self, changed: Sequence[str], problems: Sequence[Problem]) -> None:
        """The preview could not be built (called in its thread)."""
        self.articles.fail(problems)
        self.articles.reading += bool(changed)
        self.events.tell("articles", changed=list(changed), problems=len(problems))
