"""One run of the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pipeline.cache import Cache
from generator.pipeline.result import Options, Progress, Result
from generator.pipeline.session import Session
from generator.pipeline.unchanged import Look
from generator.problem import Report

if TYPE_CHECKING:
    from generator.library.article import UnsoundArticle


@dataclass(frozen=True)
class Run:
    """The state of one run: session, options, progress callback, report and result.

    ``look`` has the states of the files just before the run, if they were read. ``unsound``
    is what is known of articles with errors.
    """

    session: Session
    options: Options
    say: Progress
    look: Look | None
    report: Report
    result: Result
    unsound: list[UnsoundArticle] = field(default_factory=list)

    @classmethod
    def begin(cls, session: Session, options: Options, say: Progress, look: Look | None) -> Run:
        """A new run, with an empty report and result."""
        return cls(session, options, say, look, Report(), Result(options.out))

    @property
    def coming(self) -> list[UnsoundArticle]:
        """The articles with errors that this run would publish, now or on their dates."""
        return [one for one in self.unsound if self.options.drafts or not one.draft]

    @property
    def looked(self) -> Mapping[str, tuple[int, int, int]]:
        """Path → size, time and inode of the files just before the run, as far as known."""
        return self.look.files if self.look else self.session.looked

    @property
    def root(self) -> Path:
        """The site's folder."""
        return self.session.root

    @property
    def cache(self) -> Cache:
        """The site's cache, open."""
        return self.session.cache
