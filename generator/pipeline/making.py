"""Outputs → files: what stands is kept, the rest is made and published in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.pipeline.plan import Output
from generator.pipeline.pool import Pool
from generator.pipeline.result import Progress, Result
from generator.pipeline.store import Made, Store
from generator.problem import DigestError, Problem, failure
from generator.publish import Publication, Staged, altered
from generator.publish.staging import Stager


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
) -> dict[str, Staged]:
    """Make what has changed since it was ``known``; path → what was made.

    Raises `DigestError` with all problems of all pages.
    """
    standing = _standing(known, publication)
    todo = [output for output in outputs if standing.get(output.path) != output.key]
    # An article's pages in all editions come together: its text is read once.
    todo.sort(key=lambda output: (output.source, output.path))
    if not todo:
        return {}
    made: dict[str, Staged] = {}
    problems: set[Problem] = set()
    with Pool(jobs, len(todo)) as pool:
        results = pool.map(_Writer(publication.prepare()), todo)
        for count, (output, done) in enumerate(zip(todo, results, strict=True), 1):
            say("render", count, len(todo))
            if isinstance(done, Staged):
                made[output.path] = done
            else:
                problems.update(done)
    if problems:
        publication.discard()
        raise DigestError(sorted(problems))
    return made


def publish(
    outputs: Sequence[Output],
    made: Mapping[str, Staged],
    known: Mapping[str, Made],
    publication: Publication,
    store: Store,
    result: Result,
) -> None:
    """Put what was made in its place, and remember what it was made from."""
    keys = {output.path: output.key for output in outputs}
    applied = publication.apply(made, publication.made - keys.keys())
    rows = {
        path: Made(keys[path], item.digest, item.size, item.mtime) for path, item in made.items()
    }
    store.keep_outputs(publication.out, rows, known.keys() - keys.keys())
    result.pages, result.pages_made = len(outputs), len(made)
    result.written, result.removed = len(applied.written), len(applied.removed)


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
        and known.keys() == publication.made
        and publication.is_listed
        and not altered(publication.out, known)
    )


def _standing(known: Mapping[str, Made], publication: Publication) -> dict[str, str]:
    """Path → key of the published files that have not been touched since they were made."""
    gone = altered(publication.out, known)
    return {
        path: made.key
        for path, made in known.items()
        if path not in gone and path in publication.made
    }


class _Writer:
    """Makes an output and stages it; returns what was staged, or the problems it met."""

    def __init__(self, stager: Stager) -> None:
        self._stager = stager

    def __call__(self, output: Output) -> Staged | tuple[Problem, ...]:
        try:
            return self._stager.stage(output.path, output.make())
        except DigestError as error:
            return error.problems
        except OSError as error:
            return cannot_write(error, self._stager.out).problems
        except Exception as error:
            return (failure(output.source, error),)
