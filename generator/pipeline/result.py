"""How to build, and what a build did."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from generator.library.article import Card
from generator.library.index import Catalogue
from generator.problem import Problem

# Called with a stage's name, what is done of it, and how much there is.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Options:
    """How to build: ``now`` decides what is due, ``base_url`` overrides the site's.

    With ``keep_going``, articles with errors are left out and the rest is built all the same.
    """

    out: Path
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    now: datetime | None = None
    base_url: str = ""
    keep_going: bool = False


@dataclass
class Result:
    """What a build did: counts, warnings, seconds by stage.

    ``hidden`` are the paths of drafts that are not shown: articles and sidecars. ``errors``
    and ``broken`` (slugs of articles left out) are empty unless the build was to keep going.
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
    held_back: tuple[Card, ...] = ()
    hidden: tuple[str, ...] = ()
    without_english: int = 0
    machine: int = 0
    flagged: int = 0
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    broken: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time that the block takes to the seconds of ``stage``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start

    def count(self, shelves: Catalogue) -> None:
        """Take the counts of what is published from the catalogue."""
        self.articles = len(shelves.cards)
        self.drafts = len(shelves.drafts)
        self.hidden = (
            *(card.path for card in shelves.drafts),
            *(path for card in shelves.cards for path in card.unfinished),
        )
        self.held_back = tuple(shelves.held_back)
        for card in shelves.cards:
            head = card.heads.get("en")
            self.without_english += head is None
            self.machine += head is not None and head.status == "machine"
            self.flagged += head.flags if head is not None else 0
