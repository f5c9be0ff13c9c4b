"""The build: one function that reads as the list of its stages."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from generator.articles.machine import MachineEnglish
from generator.config import Edition, TranslationSettings
from generator.content.article import Sidecar
from generator.database import set_aside
from generator.library.article import ArticleRef
from generator.library.entities import suggested
from generator.library.figures import by_edition
from generator.library.index import Library, OwnPages
from generator.library.notes import (
    premature,
    unrecorded,
    unsourced,
    without_english,
    without_name,
)
from generator.library.related import KeyedRelated, RelatedTable, related_articles, related_key
from generator.library.renames import Slugs, rename_notes, renamed
from generator.pictures.store import Store
from generator.pipeline import article_refs as articles
from generator.pipeline import planning
from generator.pipeline.article_refs import article_refs
from generator.pipeline.cache import DamagedError
from generator.pipeline.checking import broken, check_unfit, checked_library
from generator.pipeline.clashes import named_clashes, report_clashes
from generator.pipeline.folder import FILE
from generator.pipeline.indexing import begin_search
from generator.pipeline.lock import build_lock
from generator.pipeline.outcome import Folder
from generator.pipeline.own_pages import make_own_pages, page_links
from generator.pipeline.pictures import prepare_pictures, shown_pictures
from generator.pipeline.rendering import make_pages, publish, report_cache_errors
from generator.pipeline.result import Options, Progress, Result
from generator.pipeline.run import Run
from generator.pipeline.session import LastRead, Session
from generator.pipeline.shared import Recipe, Shared
from generator.pipeline.sources import FileHashes, Sources, load_sources
from generator.pipeline.unchanged import Finished, Look, keep
from generator.pipeline.workers import Workers
from generator.problem import DigestError, Problem, cannot_write
from generator.search.texts import text_names

__all__ = ["Options", "Progress", "Result", "build"]


def build(
    root: Path,
    options: Options,
    progress: Progress | None = None,
    session: Session | None = None,
    look: Look | None = None,
) -> Result:
    """Build the site at ``root`` into ``options.out``.

    A ``session`` from earlier builds in this process makes the build faster, and so does a
    ``look`` at the files just before. Raises `DigestError` with every problem found; the
    published folder is then unchanged.
    """
    say = progress or (lambda stage, done, total: None)
    with report_system_errors(root, options.out), build_lock(root):
        if session is not None:
            return _whole(Run.begin(session, options, say, look))
        with closing(Session(root)) as own:
            return _whole(Run.begin(own, options, say, look))


def _whole(run: Run) -> Result:
    try:
        return _build(run)
    except DamagedError:
        run.session.close()
        set_aside(run.root / FILE)
        Store(run.root).clear()
        # Ignore ``run.look``: it comes from the same damaged cache.
        return _build(Run.begin(run.session, run.options, run.say, None))
    except DigestError as error:
        if not run.options.keep_going:
            raise
        # The error ends the build although it had ``keep_going``: add the problems found before.
        raise type(error)(sorted({*run.report, *error.problems})) from error


def _build(run: Run) -> Result:
    root, options, session, report = run.root, run.options, run.session, run.report
    cache, say = run.cache, run.say
    timed, result, started = run.result.timed, run.result, time.time()
    with timed("look"):
        folder = Folder(session, options.out, run.look.published if run.look else None)
    with timed("load"):
        hashes = FileHashes(cache, run.looked)
        last = session.last.sources.gathered if session.last and session.stays else None
        sources = load_sources(root, options, hashes, report, last)
        links = page_links(sources, options)
        recipe = Recipe(str(root), sources.site, sources.glossary, links)
        if sources.unfit:
            check_unfit(run, sources, recipe)
        shared = session.shared(recipe)

    warm_ups = partial(_before_articles, shared), partial(_after_articles, shared)
    beside = session.companion, partial(planning.load, shared)
    try:
        with Workers(options.jobs, shared, *warm_ups, *beside) as workers:
            with timed("English"):
                english = machine_english(run, sources, shared)
            with timed("articles"):
                refs = article_refs(run, sources, english, shared, workers)
                session.last = LastRead(sources, refs, shared, english)
                if session.on_read is not None:
                    session.on_read(session.last, list(report))
                pages = make_own_pages(cache, sources.page_slugs, sources.pages, shared, report)
                workers.next_phase()
            with timed("library"):
                library = published_library(run, sources, refs, pages, shared)
            with timed("pictures"):
                library = with_pictures(run, sources, library)
            slugs = _advise(run, sources, library, shared)
            report_clashes(run, library, sources.site, shared)
            with named_clashes(library, sources.site, shared, *folder.publication.tops):
                if not options.keep_going:
                    report.stop(strict=options.strict)
                result.warnings, result.errors = report.warnings, report.errors
                with timed("search"):
                    add_search = begin_search(library, shared, folder, workers)
                with timed("pages"):
                    outcome = make_pages(library, shared, folder, workers, say)
                with timed("search"):
                    add_search(outcome)
                with timed("publish"):
                    publish(outcome, folder, result)
            with timed("publish"), report_cache_errors(cache), cache.atomic():
                hashes.keep()
                cache.keep_program()
                if not folder.private:
                    cache.keep_state("slugs", slugs)
                if not (result.errors or result.unsettled or folder.private):
                    newest = library.articles[0].instant if library.articles else 0.0
                    done = Finished(started, shared.fonts, newest, run.look)
                    keep(root, options, result, cache, done)
                result.warnings += folder.publication.problems
    finally:
        # Delete what was staged and not published; no worker is running any more.
        folder.publication.discard()
    return result


def _advise(run: Run, sources: Sources, library: Library, shared: Shared) -> Slugs:
    """Add advice and notes for the editor to the result; return the current slugs."""
    result, articles = run.result, library.articles
    standing = frozenset(bundle.slug for bundle in sources.bundles)
    slugs = renamed(run.cache.state("slugs", Slugs, Slugs), articles, standing)
    # Wherever the editor is, no day is later than tomorrow in UTC.
    tomorrow = (run.options.now or datetime.now(UTC)) + timedelta(days=1)
    notes = (
        *unsourced(articles),
        *without_name(sources.site),
        *unrecorded(articles),
        *(without_english(articles, sources.glossary) if "en" in sources.site.editions else ()),
        *premature(articles, tomorrow.date().isoformat()),
    )
    result.advice = (*rename_notes(slugs, articles), *notes, *suggested(articles))
    if shared.no_cards and sources.site.cards_named:
        result.notes.append(f"no social cards: {shared.no_cards}")
    return slugs


def _before_articles(shared: Shared) -> None:
    """Load what articles need; and before that, what pages need and takes much memory while it is
    made."""
    planning.warm_up_readings(shared)
    articles.warm_up(shared)


def _after_articles(shared: Shared) -> None:
    """Replace what articles need by what pages need; the workers for articles have their copies."""
    articles.release()
    planning.warm_up(shared)


def machine_english(run: Run, sources: Sources, shared: Shared) -> Mapping[str, Sidecar]:
    """Slug → machine translation, for the articles without English written by an editor."""
    site = sources.site
    if "en" not in site.editions or site.translation.engine == "none":
        return {}
    before = run.cache.table("machine", dict[str, Sidecar])
    drafts = run.cache.table("drafts", dict[str, bool])
    english = MachineEnglish(before, drafts)
    english.add(sources.bundles, shared, run.say, drafts=run.options.drafts)
    if english.kept != before and english.kept:
        run.cache.keep_table("machine", dict[str, Sidecar], english.kept)
    if english.drafts != drafts:
        run.cache.keep_table("drafts", dict[str, bool], english.drafts)
    run.report.extend(english.problems)
    if english.missing and not english.installed:
        run.result.notes.append(_no_engine(english.missing, site.translation))
        # An installed package of Argos shows in the folders that `look` reads; those of other
        # engines do not.
        run.result.unsettled = site.translation.engine != "argos"
    return english.found


def _no_engine(missing: int, settings: TranslationSettings) -> str:
    from generator.english.engines import absence

    articles = "article has" if missing == 1 else "articles have"
    why, how = absence(settings)
    return f"{missing} {articles} no English and {why}" + (f": {how}" if how else "")


def published_library(
    run: Run,
    sources: Sources,
    refs: Sequence[ArticleRef],
    pages: OwnPages,
    shared: Shared,
) -> Library:
    """The library of articles to publish, in groups, with related articles, pages and files."""
    library = checked_library(run, sources, refs, pages, shared.gazetteer)
    run.result.broken, run.result.broken_pages = broken(sources, refs), tuple(pages.broken)
    run.result.count(library, pages)
    related = find_related(run, library)
    names = text_names(library.searched, {ref.slug: ref.number for ref in library.articles})
    return library._replace(
        related=related,
        files=sources.files,
        static=sources.static,
        names=names,
        figures=by_edition(library),
    )


def find_related(run: Run, library: Library) -> dict[Edition, Mapping[str, Sequence[str]]]:
    """The related articles by edition and slug.

    The tables for choosing them are read only if their inputs have changed.
    """
    name, name_of_all = f"related as:{run.options.out}", f"related:{run.options.out}"
    before = run.cache.state(name, dict[Edition, KeyedRelated], dict)
    tables: dict[Edition, RelatedTable] = {}
    found: dict[Edition, KeyedRelated] = {}
    for index, editions in library.indexes:
        first, key = editions[0], related_key(index)
        known = before.get(first)
        if known is None or known.key != key:
            if not tables:
                tables = dict(run.cache.state(name_of_all, dict[Edition, RelatedTable], dict))
            tables[first] = related_articles(index, tables.get(first))
            known = KeyedRelated(key, tables[first].related)
        found[first] = known
    if found != before:
        with run.cache.atomic():
            run.cache.keep_state(name, found)
            run.cache.keep_state(name_of_all, tables)
    return {
        edition: found[editions[0]].related
        for _, editions in library.indexes
        for edition in editions
    }


def with_pictures(run: Run, sources: Sources, library: Library) -> Library:
    """``library`` with the pictures that its articles and pages show, in their sizes."""
    shown = shown_pictures((*library.articles, *library.pages))
    hashes = (sources.files, sources.static)
    found = prepare_pictures(run.cache, run.root, run.options, hashes, shown, run.say, run.report)
    return library._replace(pictures=found)


@contextmanager
def report_system_errors(root: Path, out: Path) -> Iterator[None]:
    """In the block, turn errors of the system or the cache into a `DigestError` with one line."""
    try:
        yield
    except OSError as error:
        raise cannot_write(error, str(out)) from error
    except sqlite3.Error as error:
        message = f"the cache failed: {error}"
        hint = "free some space, or delete it"
        raise DigestError(Problem(str(root / FILE), message=message, hint=hint)) from error
