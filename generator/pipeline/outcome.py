"""What a build has made, and the folder into which it is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.pipeline.cache import decoded
from generator.pipeline.folder import FOLDER
from generator.pipeline.plan import Known, Plan
from generator.pipeline.planning import MadeFile
from generator.pipeline.published import Columns, Published, Since
from generator.pipeline.session import Session
from generator.publish import Publication
from generator.publish.staging import Staged
from generator.publish.standing import manifest_stamp

# The unit of the search index, which is not a kind of page.
INDEX = "search:index"

# The files of a unit.
Files = tuple[MadeFile, ...]


@dataclass
class Outcome:
    """The changes to publish.

    ``changed`` has the key and the files of each changed unit, ``before`` the files that units
    had before, ``staged`` the new files by path; ``parts`` is the key of the shared parts.
    """

    publication: Publication
    published: Published
    plan: Plan
    parts: str
    changed: dict[str, tuple[str, Files]] = field(default_factory=dict)
    staged: dict[str, Staged] = field(default_factory=dict)
    before: dict[str, Files] = field(default_factory=dict)

    @property
    def gone(self) -> tuple[str, ...]:
        """The units that no longer exist."""
        return self.plan.gone


class Folder:
    """The output folder ``out`` and what the cache has of it.

    A folder is ``private`` if it is inside the cache's folder (for a preview or `check`): it need
    not survive a power failure, and a session checks it for altered files only once.
    ``published`` is its list of files, if that has just been read.
    """

    def __init__(self, session: Session, out: Path, published: Published | None = None) -> None:
        self.session, self.out, self.cache = session, str(out), session.cache
        self.private = (session.root / FOLDER).resolve() in out.parents
        published = published or session.published.get(self.out)
        if published is None or published.stamp != manifest_stamp(out):
            columns = self.cache.state(f"published:{out}", Columns, Columns)
            published = Published(columns, self.cache.state(f"published since:{out}", Since, Since))
        self.published, stamp = published, published.stamp
        self.publication = Publication(out, self.published, stamp, durable=not self.private)
        self.known = Known(self.cache, self.out)
        known = self.private and session.has_built(self.out)
        self._look: Callable[[], set[str]] = set if known else self.published.look(out)
        self._listed = stamp == self.publication.stamp

    @cached_property
    def altered(self) -> set[str]:
        """The paths of files that were changed or deleted since the last build."""
        return self._look()

    @cached_property
    def units(self) -> dict[str, Files] | None:
        """The files of every unit; None if nothing in the folder was altered."""
        return None if self._listed and not self.altered else self._all()

    def before(self, idents: Iterable[str]) -> dict[str, Files]:
        """The files that the last build made of the units ``idents``."""
        if self.units is not None:
            return {ident: self.units[ident] for ident in idents if ident in self.units}
        found = self.cache.units(self.out, list(idents))
        return {ident: decoded(data, Files) for ident, data in found.items()}

    def all_units(self) -> dict[str, Files]:
        """The files of every unit."""
        return self._all() if self.units is None else self.units

    def _all(self) -> dict[str, Files]:
        every = self.cache.all_units(self.out)
        return {ident: decoded(data, Files) for ident, data in every.items()}
