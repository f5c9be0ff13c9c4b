"""A file where the site needs a folder, or the other way round: who asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

from generator.config import Site
from generator.content.folder import STATIC
from generator.library.aliases import OldAddress, old_addresses
from generator.library.index import Library
from generator.pages import alias, static
from generator.pipeline.planning import planned_paths
from generator.pipeline.shared import Shared
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
        raise DigestError(sorted(problems | _all(library, site, shared, tops))) from error
    except DigestError as error:
        found = [(one, list(_named(one.path, library, site, tops))) for one in error.problems]
        problems = {named for one, named_ in found for named in named_ or [one]}
        if any(named for _, named in found):
            problems |= _all(library, site, shared, tops)
        raise type(error)(sorted(problems)) from error


def _all(library: Library, site: Site, shared: Shared, tops: Sequence[Path]) -> set[Problem]:
    """Every clash of what editors have asked for with the other files of the site."""
    files = {*planned_paths(library, shared, without=(static.KIND, alias.KIND))}
    # The search is no kind of page: what of it is there is seen.
    files |= {
        file.relative_to(top).as_posix() for top in tops for file in (top / "search").rglob("*.*")
    }
    folders = {parent for file in files for parent in _above(file)}
    found: set[Problem] = set()
    for path, asked in _wishes(library, site):
        over = next((one for one in _above(path) if one in files), "")
        if path in folders or over:
            found.add(asked(over or path))
    return found


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
        for file, asked in _wishes(library, site):
            if file == clash or file.startswith(f"{clash}/"):
                yield asked(clash)


def _wishes(library: Library, site: Site) -> Iterator[tuple[str, Callable[[str], Problem]]]:
    """The files that editors have asked for, each with what is said of it where the site has
    something else at a path: at its own a folder, above it a file."""
    for file in library.static:
        yield file, partial(_static_clash, file)
    for ref in library.articles:
        for old in old_addresses(ref, site) if ref.aliases else ():
            file = address.file_of(old.address)
            yield file, partial(_alias_clash, file, ref.path, old)


def _static_clash(file: str, clash: str) -> Problem:
    return Problem(f"{STATIC}/{file}", message=_what(file, clash), hint="rename it")


def _alias_clash(file: str, path: str, old: OldAddress, clash: str) -> Problem:
    hint = f"/{old.address} cannot lead on: delete it"
    return Problem(path, old.alias.line, "aliases", _what(file, clash), hint)


def _what(file: str, path: str) -> str:
    return f"/{path} is a folder of the site" if file == path else f"/{path} is a file of the site"
