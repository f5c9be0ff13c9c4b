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
    from generator.library.article import Link


@dataclass(frozen=True)
class Run:
    """What was asked for, where it is kept, and what was found: a report and a result.

    ``look`` is how the files looked before the run, where somebody looked. ``unsound_links`` are
    those of articles that have errors.
    """

    session: Session
    options: Options
    say: Progress
    look: Look | None
    report: Report
    result: Result
    unsound_links: list[Link] = field(default_factory=list)

    @classmethod
    def begin(cls, session: Session, options: Options, say: Progress, look: Look | None) -> Run:
        """A run that has found nothing yet."""
        return cls(session, options, say, look, Report(), Result(options.out))

    @property
    def looked(self) -> Mapping[str, tuple[int, int, int]]:
        """How the files looked by path (size, time, inode), as far as somebody looked."""
        return self.look.files if self.look else self.session.looked

    @property
    def root(self) -> Path:
        """The site's folder."""
        return self.session.root

    @property
    def cache(self) -> Cache:
        """The site's cache, open."""
        return self.session.cache
