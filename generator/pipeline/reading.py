"""Read the library of a site for a command that does not publish."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from generator.database import set_aside
from generator.library.index import Library
from generator.pipeline.article_refs import article_refs, warm_up
from generator.pipeline.cache import DamagedError
from generator.pipeline.folder import FILE
from generator.pipeline.lock import build_lock
from generator.pipeline.own_pages import make_own_pages, page_links
from generator.pipeline.result import Options, Progress
from generator.pipeline.run import Run
from generator.pipeline.session import Session
from generator.pipeline.shared import Recipe, Shared
from generator.pipeline.sources import FileHashes, load_sources
from generator.pipeline.stages import machine_english, published_library, report_system_errors
from generator.pipeline.workers import Workers

_T = TypeVar("_T")


def with_library(
    root: Path, options: Options, say: Progress, use: Callable[[Library, Shared], _T]
) -> _T:
    """Read the published articles of the site at ``root`` as a build with ``options`` would, and
    return the result of ``use(library, shared)``.

    Raises `DigestError` with every error of the content.
    """
    with report_system_errors(root, options.out), build_lock(root):
        try:
            return _used(root, options, say, use)
        except DamagedError:
            set_aside(root / FILE)
            return _used(root, options, say, use)


def _used(root: Path, options: Options, say: Progress, use: Callable[[Library, Shared], _T]) -> _T:
    with closing(Session(root)) as session:
        run = Run.begin(session, options, say, None)
        cache, report = run.cache, run.report
        hashes = FileHashes(cache, run.looked)
        sources = load_sources(root, options, hashes, report)
        if sources.unfit:
            report.stop()
        links = page_links(sources, options)
        shared = session.shared(Recipe(str(root), sources.site, sources.glossary, links))
        with Workers(options.jobs, shared, lambda: warm_up(shared)) as workers:
            english = machine_english(run, sources, shared)
            refs = article_refs(run, sources, english, shared, workers)
            pages = make_own_pages(cache, sources.page_slugs, sources.pages, shared, report)
        library = published_library(run, sources, refs, pages, shared)
        report.stop(strict=False)
        hashes.keep()
        return use(library, shared)
