"""A file where the site needs a folder, or the other way round: who asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.config import Site
from generator.content.folder import STATIC
from generator.library.aliases import old_addresses
from generator.library.index import Library
from generator.problem import DigestError, Problem
from generator.render import address

# How a system says so: the file has been staged or published before the folder, or after it.
_WAYS = (IsADirectoryError, NotADirectoryError, FileExistsError)


@contextmanager
def named_clashes(library: Library, site: Site, *tops: Path) -> Iterator[None]:
    """Say which file of ``content/static/``, or which alias, cannot be published below one of
    ``tops`` because of a file or a folder that the site has there."""
    try:
        yield
    except _WAYS as error:
        # A move names two places.
        places = [str(name) for name in (error.filename, error.filename2) if name]
        problems = {problem for place in places for problem in _named(place, library, site, tops)}
        if not problems:
            raise
        raise DigestError(sorted(problems)) from error
    except DigestError as error:
        problems = {
            named
            for problem in error.problems
            for named in list(_named(problem.path, library, site, tops)) or [problem]
        }
        raise type(error)(sorted(problems)) from error


def _named(place: str, library: Library, site: Site, tops: Sequence[Path]) -> Iterator[Problem]:
    """Those who asked for what cannot be at ``place``, a path below one of ``tops``."""
    for top in tops:
        if not Path(place).is_relative_to(top) or Path(place) == top:
            continue
        path = Path(place).relative_to(top)
        # A file where a folder is needed stops everything below it.
        blocking = (over for over in reversed(path.parents) if (top / over).is_file())
        yield from _asked(next(blocking, path).as_posix(), library, site)


def _asked(path: str, library: Library, site: Site) -> Iterator[Problem]:
    """Those whose file is at ``path`` or below it."""
    for file in library.static:
        if _is_below(file, path):
            yield Problem(f"{STATIC}/{file}", message=_what(file, path), hint="rename it")
    for ref in library.articles:
        for old in old_addresses(ref, site) if ref.aliases else ():
            file = address.file_of(old.address)
            if _is_below(file, path):
                hint = f"/{old.address} cannot lead on: delete it"
                yield Problem(ref.path, old.alias.line, "aliases", _what(file, path), hint)


def _is_below(file: str, path: str) -> bool:
    return file == path or file.startswith(f"{path}/")


def _what(file: str, path: str) -> str:
    return f"/{path} is a folder of the site" if file == path else f"/{path} is a file of the site"
