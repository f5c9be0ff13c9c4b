"""Check a whole site: its content, and the pages that are built from it for the check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.check.built import check_built
from generator.check.doubles import same_texts
from generator.check.drafts import unwritten_drafts
from generator.check.kept import Kept
from generator.check.names import strange_names
from generator.check.passages import EnglishOf, english_of_site
from generator.check.settings import wrong_settings
from generator.check.source import at_source
from generator.check.templates import check_templates
from generator.check.uploads import check_uploads
from generator.config import load_site
from generator.content.uploads import static_files
from generator.library.links import dead_targets
from generator.pipeline.folder import FOLDER
from generator.pipeline.result import Progress
from generator.pipeline.stages import Options, build
from generator.problem import DigestError, Problem, Report, UsageError
from generator.render import address

# Kept between checks, so that the next check builds only what has changed.
BUILT = f"{FOLDER}/check"


class Checked(NamedTuple):
    """The result of a check.

    ``built`` is False if there are no pages to check; ``left_out`` counts the articles that have no
    pages because of their errors. ``english`` is the English of the content, which further checks
    may compare.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    built: bool = True
    left_out: int = 0
    english: tuple[EnglishOf, ...] = ()


def check_site(root: Path, options: Options, progress: Progress | None = None) -> Checked:
    """Return every problem of the site at ``root``: of its content, and of the pages built from it.

    Articles with errors are left out, and the other pages are checked. ``options`` say how to
    build and into which folder; nothing is published. Raises `UsageError` if there is nothing to
    check.
    """
    try:
        result = build(root, replace(options, keep_going=True), progress)
    except UsageError:
        raise
    except DigestError as error:
        english = tuple(english_of_site(root, drafts=options.drafts))
        found = {*error.problems, *_aside(root, options, english)}
        return Checked(tuple(sorted(found)), built=False, english=english)
    dead = dead_targets(result.errors)
    articles, pages = {*result.broken, *dead.articles}, {*result.broken_pages, *dead.pages}
    output = check_folder(root, options.out, options.jobs, progress, articles, pages, dead.files)
    warnings = [replace(p, severity="error") if p.grave else p for p in result.warnings]
    built = at_source(root, output.problems)
    english = tuple(english_of_site(root, drafts=options.drafts))
    found = {*result.errors, *warnings, *built, *result.advice, *_aside(root, options, english)}
    problems = tuple(sorted(found, key=order))
    return Checked(problems, output.pages, left_out=len(result.broken), english=english)


def order(problem: Problem) -> tuple[bool, Problem]:
    """The key by which problems are sorted: by place, notes last."""
    return problem.severity == "note", problem


def _aside(root: Path, options: Options, english: Iterable[EnglishOf]) -> Iterator[Problem]:
    """Yield the problems of files that a build does not report."""
    yield from check_uploads(root)
    yield from check_templates(root)
    yield from same_texts(root, drafts=options.drafts)
    yield from strange_names(root, english)
    yield from wrong_settings(root)
    if options.drafts:
        yield from unwritten_drafts(root)


def check_folder(
    root: Path,
    folder: Path,
    jobs: int = 1,
    progress: Progress | None = None,
    broken: Collection[str] = (),
    broken_pages: Collection[str] = (),
    missing: Collection[str] = (),
) -> Checked:
    """Return every problem of the site already built in ``folder`` from the settings at ``root``.

    Links to the ``broken`` articles and pages (slugs) and to the ``missing`` files are not
    reported, since their problems have been reported at their places in the content.
    """
    report = Report()
    site = load_site(root, report)
    if site is None:
        return Checked(tuple(report), built=False)
    static = frozenset(static_files(root, (), Report()))
    absent = frozenset(address.article(e, slug) for e in site.editions for slug in broken)
    absent |= {address.own_page(e, slug) for e in site.editions for slug in broken_pages}
    absent |= {f"files/{name}" for name in missing}
    built = check_built(
        folder, site.base_url, site.editions, Kept(root), jobs, progress, absent, static
    )
    return Checked(tuple(sorted({*report, *built.problems})), built.pages)
