"""Report path conflicts (a file where the site needs a folder, or the reverse) by their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.config import Site
from generator.content.alias import Alias
from generator.content.folder import STATIC
from generator.library.aliases import OldAddress, old_addresses
from generator.library.article import Addressed
from generator.library.index import Library
from generator.pages import alias, static
from generator.pipeline.planning import planned_files
from generator.pipeline.run import Run
from generator.pipeline.shared import Shared
from generator.portable import known_as
from generator.problem import DigestError, Problem
from generator.render import address

# The system's errors for such a conflict, depending on which of both comes first.
_WAYS = (IsADirectoryError, NotADirectoryError, FileExistsError)


@contextmanager
def named_clashes(library: Library, site: Site, shared: Shared, *tops: Path) -> Iterator[None]:
    """In the block, turn path conflicts into a `DigestError` that names every source.

    The sources are files of ``content/static/`` and aliases that cannot be published below one of
    ``tops`` because the site has another file or a folder there. All of them are reported at once.
    """
    try:
        yield
    except _WAYS as error:
        # The error of a move has two paths.
        places = [str(name) for name in (error.filename, error.filename2) if name]
        problems = {problem for place in places for problem in _named(place, library, site, tops)}
        if not problems:
            raise
        every, _ = _all(library, _wishes(library, site), shared, tops)
        raise DigestError(sorted(problems | every)) from error
    except DigestError as error:
        found = [(one, list(_named(one.path, library, site, tops))) for one in error.problems]
        problems = {named for one, named_ in found for named in named_ or [one]}
        asked = {f"{STATIC}/{file}" for file in library.static}
        asked |= {ref.path for ref in library.articles if ref.aliases}
        if any(named for _, named in found) or any(one.path in asked for one in error.problems):
            every, worse = _all(library, _wishes(library, site), shared, tops)
            problems = problems - worse | every
        raise type(error)(sorted(problems)) from error


def report_clashes(run: Run, library: Library, site: Site, shared: Shared) -> None:
    """Add conflicts that publishing would find to a report with other errors.

    A build with errors publishes nothing; with ``keep_going`` it leaves out articles with errors,
    so only the aliases of these are checked.
    """
    if not run.report.errors:
        return
    moment = (run.options.now or datetime.now(UTC)).timestamp()
    wishes = list(_old([one for one in run.coming if one.instant <= moment], site))
    if not run.options.keep_going:
        wishes += _wishes(library, site)
    if wishes:
        found, _ = _all(library, wishes, shared, ())
        run.report.extend(found)


def double(source: str, path: str, other: str) -> Problem:
    """The problem that two sources would be published at the same ``path``."""
    # Name the editor's file first: it can be renamed, the program's own pages cannot.
    if other.startswith("content/") and not source.startswith("content/"):
        source, other = other, source
    if source.startswith("content/") and not other.startswith("content/"):
        return Problem(source, message=f"/{path} is the address of {other}", hint="rename it")
    message = f"would be published as /{path}, and so would {other}"
    return Problem(source, message=message, hint="rename one of them")


def _all(
    library: Library, wishes: Iterable[_Wish], shared: Shared, tops: Sequence[Path]
) -> tuple[set[Problem], set[Problem]]:
    """Every conflict of ``wishes`` with the other files of the site.

    Also returns the less specific problems that other code reports for some of the same
    conflicts, which these replace.
    """
    without = (static.KIND, alias.KIND)
    files = {
        known_as(one.path): one.source for one in planned_files(library, shared, without=without)
    }
    # The search is not a kind of page: look for its files in the folders. Pages there are aliases.
    files |= {
        file.relative_to(top).as_posix(): "the search index"
        for top in tops
        for file in (top / "search").rglob("*.*")
        if file.suffix != ".html"
    }
    folders = {parent for file in files for parent in _above(file)}
    found: set[Problem] = set()
    worse: set[Problem] = set()
    # An alias that conflicts in every edition is one mistake, so it is reported once.
    told: set[tuple[Alias | None, str]] = set()
    for wish in wishes:
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
    """The folders above a file, without the root."""
    return [parent.as_posix() for parent in PurePosixPath(path).parents][:-1]


def _named(place: str, library: Library, site: Site, tops: Sequence[Path]) -> Iterator[Problem]:
    """The problems of the files and aliases that need ``place``, a path below one of ``tops``."""
    for top in tops:
        if not Path(place).is_relative_to(top) or Path(place) == top:
            continue
        path = Path(place).relative_to(top)
        # A file where a folder is needed blocks everything below it.
        blocking = (over for over in reversed(path.parents) if (top / over).is_file())
        clash = next(blocking, path).as_posix()
        for wish in _wishes(library, site):
            if wish.file == clash or wish.file.startswith(f"{clash}/"):
                yield wish.clash(clash)


class _Wish(NamedTuple):
    """A file that an editor wants published: for an alias, or of ``content/static/``."""

    file: str
    source: str
    old: OldAddress | None = None

    @property
    def alias(self) -> Alias | None:
        """The alias of the file, if it is for one."""
        return self.old and self.old.alias

    def clash(self, path: str) -> Problem:
        """The problem that the site has a folder at the file's own ``path``, or a file at ``path``
        above it."""
        folder = self.file == path
        message = f"/{path} is a folder of the site" if folder else f"/{path} is a file of the site"
        if self.old is None:
            return Problem(self.source, message=message, hint="rename it")
        hint = f"/{self.old.address} cannot redirect: delete it"
        return Problem(self.source, self.old.alias.line, "aliases", message, hint)

    def double(self, other: str) -> Problem:
        """The problem that ``other`` is published at the same path."""
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
    yield from _old(library.articles, site)


def _old(articles: Iterable[Addressed], site: Site) -> Iterator[_Wish]:
    for ref in articles:
        for old in old_addresses(ref, site) if ref.aliases else ():
            yield _Wish(address.file_of(old.address), ref.path, old)
