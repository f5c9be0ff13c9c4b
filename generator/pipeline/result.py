"""The options of a build and its result."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.problem import Problem

if TYPE_CHECKING:
    from generator.library.index import Library, OwnPages

# Called with a stage's name, the number of items done, and the total.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Options:
    """The options of a build.

    Articles dated after ``now`` are not published; ``base_url`` overrides the site's setting.
    With ``keep_going``, articles with errors are left out and the rest is built anyway.
    """

    out: Path
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    now: datetime | None = None
    base_url: str = ""
    keep_going: bool = False


class HeldBack(NamedTuple):
    """An article dated in the future: its path, its date as written, and in seconds since 1970."""

    path: str
    date: str
    instant: float


@dataclass
class Result:
    """The result of a build: counts, warnings, seconds by stage.

    ``hidden`` are the paths of drafts that are not shown: articles, sidecars and pages.
    ``errors``, ``broken`` (slugs of articles left out) and ``broken_pages`` (of the site's own
    pages) are empty unless the build had ``keep_going``. ``advice`` are notes that only a check
    shows, for example articles without the address of their original. ``unsettled`` says that the
    next build may differ although no file changes.
    """

    out: Path
    articles: int = 0
    articles_read: int = 0
    articles_made: int = 0
    pages: int = 0
    pages_made: int = 0
    written: int = 0
    removed: int = 0
    drafts: int = 0
    held_back: tuple[HeldBack, ...] = ()
    hidden: tuple[str, ...] = ()
    without_english: int = 0
    machine: int = 0
    unsettled: bool = False
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    broken: tuple[str, ...] = ()
    broken_pages: tuple[str, ...] = ()
    advice: tuple[Problem, ...] = ()
    notes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time of the block to the seconds of ``stage``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start

    def count(self, library: Library, pages: OwnPages) -> None:
        """Set the counts and lists of what is published, hidden or held back."""
        self.articles = len(library.articles)
        shown = {page.slug for page in library.pages}
        left_out = [page for page in pages.refs if page.slug not in shown]
        self.drafts = len(library.drafts) + len(left_out)
        self.hidden = (
            *(ref.path for ref in library.drafts),
            *(path for ref in library.articles for path in ref.unfinished),
            *(page.path for page in left_out),
            *(path for page in library.pages for path in page.unfinished),
        )
        self.held_back = tuple(
            HeldBack(ref.path, ref.date, ref.instant) for ref in library.held_back
        )
        for ref in library.articles:
            self.without_english += "en" not in ref.own
            self.machine += ref.machine
