"""A file where the site needs a folder, or the other way round: who asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.config import Site
from generator.content.alias import Alias
from generator.content.folder import STATIC
from generator.library.aliases import OldAddress, old_addresses
from generator.library.index import Library
from generator.pages import alias, static
from generator.pipeline.planning import planned_files
from generator.pipeline.shared import Shared
from generator.portable import known_as
from generator.problem import DigestError, Problem
from generator.render import address

# How a system says so: the file has been staged or published before the folder, or after it.
_WAYS = (IsADirectoryError, NotADirectoryError, FileExistsError)


@contextmanager
def named_clashes(library: Library, site: Site, shared: Shared, *tops: Path) -> Iterator[None]:
    """Say which files of ``content/static/``, and which aliases, cannot be published below one of
    ``tops`` because of a file or a folder that the site has there: all of them at once."""
    try:
        yield
    except _WAYS as error:
        # A move names two places.
        places = [str(name) for name in (error.filename, error.filename2) if name]
        problems = {problem for place in places for problem in _named(place, library, site, tops)}
        if not problems:
            raise
        every, _ = _all(library, site, shared, tops)
        raise DigestError(sorted(problems | every)) from error
    except DigestError as error:
        found = [(one, list(_named(one.path, library, site, tops))) for one in error.problems]
        problems = {named for one, named_ in found for named in named_ or [one]}
        asked = {f"{STATIC}/{file}" for file in library.static}
        asked |= {ref.path for ref in library.articles if ref.aliases}
        if any(named for _, named in found) or any(one.path in asked for one in error.problems):
            every, worse = _all(library, site, shared, tops)
            problems = problems - worse | every
        raise type(error)(sorted(problems)) from error


def double(source: str, path: str, other: str) -> Problem:
    """What is said where two sources would be published at one ``path``."""
    # What an editor has written can be changed; the program's own pages cannot.
    if other.startswith("content/") and not source.startswith("content/"):
        source, other = other, source
    if source.startswith("content/") and not other.startswith("content/"):
        return Problem(source, message=f"/{path} is the address of {other}", hint="rename it")
    message = f"would be published as /{path}, and so would {other}"
    return Problem(source, message=message, hint="rename one of them")


def _all(
    library: Library, site: Site, shared: Shared, tops: Sequence[Path]
) -> tuple[set[Problem], set[Problem]]:
    """Every clash of what editors have asked for with the other files of the site; and what would
    be said of some of these by one who does not know who asked for them."""
    without = (static.KIND, alias.KIND)
    files = {
        known_as(one.path): one.source for one in planned_files(library, shared, without=without)
    }
    # The search is no kind of page: what of it is there is seen.
    files |= {
        file.relative_to(top).as_posix(): ""
        for top in tops
        for file in (top / "search").rglob("*.*")
    }
    folders = {parent for file in files for parent in _above(file)}
    found: set[Problem] = set()
    worse: set[Problem] = set()
    # The address of an earlier name in every edition clashes in each, and is one mistake.
    told: set[tuple[Alias | None, str]] = set()
    for wish in _wishes(library, site):
        file = known_as(wish.file)
        over = next((one for one in _above(file) if one in files), "")
        if file in folders or over:
            found.add(wish.clash(over or wish.file))
        elif file in files:
            if wish.alias is None or (wish.alias, files[file]) not in told:
                found.add(wish.double(files[file]))
            told.add((wish.alias, files[file]))
            worse |= {
                double(wish.source, wish.file, files[file]),
                double(files[file], wish.file, wish.source),
            }
    return found, worse


def _above(path: str) -> list[str]:
    """The folders that a file lies in."""
    return [parent.as_posix() for parent in PurePosixPath(path).parents][:-1]


def _named(place: str, library: Library, site: Site, tops: Sequence[Path]) -> Iterator[Problem]:
    """Those who asked for what cannot be at ``place``, a path below one of ``tops``."""
    for top in tops:
        if not Path(place).is_relative_to(top) or Path(place) == top:
            continue
        path = Path(place).relative_to(top)
        # A file where a folder is needed stops everything below it.
        blocking = (over for over in reversed(path.parents) if (top / over).is_file())
        clash = next(blocking, path).as_posix()
        for wish in _wishes(library, site):
            if wish.file == clash or wish.file.startswith(f"{clash}/"):
                yield wish.clash(clash)


class _Wish(NamedTuple):
    """A file that an editor has asked for: by an alias, or of ``content/static/``."""

    file: str
    source: str
    old: OldAddress | None = None

    @property
    def alias(self) -> Alias | None:
        """The alias that asks for it, if one does."""
        return self.old and self.old.alias

    def clash(self, path: str) -> Problem:
        """What is said where the site has a folder at ``path``, the file's own, or a file at
        ``path`` above it."""
        folder = self.file == path
        message = f"/{path} is a folder of the site" if folder else f"/{path} is a file of the site"
        if self.old is None:
            return Problem(self.source, message=message, hint="rename it")
        hint = f"/{self.old.address} cannot lead on: delete it"
        return Problem(self.source, self.old.alias.line, "aliases", message, hint)

    def double(self, other: str) -> Problem:
        """What is said where ``other`` is published there."""
        if self.old is None:
            return double(self.source, self.file, other)
        if other == self.source:
            what = "the address of this article"
        else:
            what = f"used by {other}" if other.startswith("content/") else f"the address of {other}"
        message = f"/{self.old.address} is already {what}"
        return Problem(self.source, self.old.alias.line, "aliases", message, "delete it")


def _wishes(library: Library, site: Site) -> Iterator[_Wish]:
    for file in library.static:
        yield _Wish(file, f"{STATIC}/{file}")
    for ref in library.articles:
        for old in old_addresses(ref, site) if ref.aliases else ():
            yield _Wish(address.file_of(old.address), ref.path, old)
