"""Outputs → files: what stands is kept, the rest is made and published in one step."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from generator.pipeline.plan import Output
from generator.pipeline.pool import Pool
from generator.pipeline.result import Progress, Result
from generator.pipeline.store import Made, Store
from generator.problem import DigestError, Problem
from generator.publish import Publication


def refuse_doubles(outputs: Sequence[Output]) -> None:
    """Raise where two sources would be published at one address (or one but for its case)."""
    seen: dict[str, str] = {}
    problems = []
    for output in outputs:
        place = output.path.lower()
        if place in seen:
            message = f"would be published as /{output.path}, and so would {seen[place]}"
            problems.append(Problem(output.source, 0, "", message, "rename one of them"))
        seen[place] = output.source
    if problems:
        raise DigestError(problems)


def make(
    outputs: Sequence[Output],
    publication: Publication,
    known: Mapping[str, Made],
    jobs: int,
    say: Progress,
) -> dict[str, str]:
    """Make what has changed since it was ``known``; path → hash of what was made.

    Raises `DigestError` with all problems of all pages.
    """
    todo = [output for output in outputs if not _stands(output, known, publication)]
    # An article's pages in all editions come together: its text is read once.
    todo.sort(key=lambda output: (output.source, output.path))
    if todo:
        publication.prepare()
    made: dict[str, str] = {}
    problems: set[Problem] = set()
    with Pool(jobs, len(todo)) as pool:
        results = pool.map(_Writer(publication), todo)
        for count, (output, done) in enumerate(zip(todo, results, strict=True), 1):
            say("render", count, len(todo))
            if isinstance(done, str):
                made[output.path] = done
            else:
                problems.update(done)
    if problems:
        publication.discard()
        raise DigestError(sorted(problems))
    return made


def publish(
    outputs: Sequence[Output],
    made: Mapping[str, str],
    known: Mapping[str, Made],
    publication: Publication,
    store: Store,
    result: Result,
) -> None:
    """Put what was made in its place, and remember what it was made from."""
    files = {output.path: made.get(output.path) or known[output.path].digest for output in outputs}
    try:
        written, removed = publication.publish(files, made)
    finally:
        publication.discard()
    keys = {output.path: output.key for output in outputs}
    rows = {}
    for path in made:
        stat = (publication.out / path).stat()
        rows[path] = Made(keys[path], files[path], stat.st_size, stat.st_mtime_ns)
    store.keep_outputs(publication.out, rows, known.keys() - files.keys())
    result.pages, result.pages_made = len(outputs), len(made)
    result.written, result.removed = len(written), len(removed)


def cannot_write(error: OSError, place: str) -> DigestError:
    """What is told of a folder that is missing, forbidden or full."""
    path = error.filename or place
    hint = "free some space" if error.errno in (27, 28, 122) else "check the folder's permissions"
    what = f"cannot be written: {error.strerror or error}"
    return DigestError(Problem(str(path), 0, "", what, hint))


def all_stand(known: Mapping[str, Made], publication: Publication) -> bool:
    """Whether the published folder is as the last build left it: every file of it, and no other
    that a build made."""
    return (
        bool(known)
        and len(known) == len(publication.made)
        and all(_untouched(path, made, publication) for path, made in known.items())
    )


def _stands(output: Output, known: Mapping[str, Made], publication: Publication) -> bool:
    """Whether the published file was made from the same and has not been touched since."""
    made = known.get(output.path)
    return (
        made is not None and made.key == output.key and _untouched(output.path, made, publication)
    )


def _untouched(path: str, made: Made, publication: Publication) -> bool:
    if publication.made.get(path) != made.digest:
        return False
    try:
        # A string: ten thousand of these are done at every build.
        stat = os.lstat(f"{publication.out}/{path}")
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (made.size, made.mtime)


class _Writer:
    """Makes an output and puts it aside; returns its hash, or the problems it met."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def __call__(self, output: Output) -> str | tuple[Problem, ...]:
        try:
            return self._publication.write(output.path, output.make())
        except DigestError as error:
            return error.problems
        except OSError as error:
            return cannot_write(error, str(self._publication.out)).problems
