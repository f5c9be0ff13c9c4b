"""The build: one function that reads as the list of its stages."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from generator.articles.document import Preparer
from generator.articles.machine import add_english
from generator.config import load_site
from generator.content.folder import FILES, content_files, gather, hash_file
from generator.content.glossary import load_glossary
from generator.gazetteer import load as load_gazetteer
from generator.library.article import Body
from generator.library.index import Catalogue, catalogue
from generator.pipeline.articles import article_keys, prepare_articles
from generator.pipeline.feeds import feed_outputs
from generator.pipeline.lock import alone
from generator.pipeline.making import all_stand, cannot_write, make, publish, refuse_doubles
from generator.pipeline.pages import page_outputs
from generator.pipeline.plan import Output, key_of, specs
from generator.pipeline.press import set_up, site_painter
from generator.pipeline.result import Options, Progress, Result
from generator.pipeline.standalone import standalone_outputs
from generator.pipeline.store import FOLDER, Store
from generator.pipeline.version import code_fingerprint, data_fingerprint
from generator.problem import DigestError, Problem, Report
from generator.publish import Publication
from generator.render.templates import Templates
from generator.render.views import Local
from generator.search.outputs import search_outputs

__all__ = ["Options", "Progress", "Result", "build"]


def build(root: Path, options: Options, progress: Progress | None = None) -> Result:
    """Build the site at ``root`` into ``options.out``.

    Raises `DigestError` with every problem found; the published folder is then as it was.
    """
    report, result = Report(), Result(options.out)
    say = progress or (lambda stage, done, total: None)
    with _told(root, options.out), _gathered(report, options), alone(root), _store(root) as store:
        with result.timed("load"):
            site = load_site(root, report)
            glossary = load_glossary(root, report)
            bundles = gather(root, report, store.digest)
            extras = content_files(root, report)
            if site is None:
                raise DigestError(report.errors)
            if options.base_url:
                site = msgspec.structs.replace(site, base_url=options.base_url)
        with result.timed("prepare"):
            preparer = Preparer(root, site, glossary, load_gazetteer())
            keys = article_keys(bundles, preparer)
            cards = prepare_articles(
                bundles, keys, preparer, store, options.jobs, report, result, say
            )
        with result.timed("English"):
            add_english(
                bundles, keys, cards, preparer, store, report, result, say, drafts=options.drafts
            )
        with result.timed("index"):
            now = options.now or datetime.now(UTC)
            result.broken = tuple(b.slug for b in bundles if b.slug not in cards)
            shelves = catalogue(
                cards.values(), site, preparer.gazetteer, frozenset(extras), now, report,
                drafts=options.drafts, broken=result.broken,
            )  # fmt: skip
            result.count(shelves)
        if not options.keep_going:
            report.stop(strict=options.strict)
        result.warnings, result.errors = report.warnings, report.errors
        wanted = site_painter(site, root)
        if isinstance(wanted, str) and wanted:
            result.notes.append(f"no social cards: {wanted}")
        with result.timed("look"):
            known = store.outputs(options.out)
            # The preview and what `check` looks at lie in the cache's folder.
            durable = (root / FOLDER).resolve() not in options.out.parents
            publication = Publication(options.out, known, durable=durable)
            state = _state(root, shelves, preparer, keys, extras, str(wanted))
            if store.state(options.out) == state and all_stand(known, publication):
                result.pages = len(known)
                result.warnings += publication.problems
                store.keep_digests(time.time_ns())
                return result
        with result.timed("render"):
            outputs = _outputs(root, shelves, preparer, _bodies(root, store, keys), extras)
            refuse_doubles(outputs)
            made = make(outputs, publication, known, options.jobs, say)
        with result.timed("publish"):
            publish(outputs, made, known, publication, store, result)
            result.warnings += publication.problems
            store.keep_state(options.out, state)
            store.keep_digests(time.time_ns())
    return result


@contextmanager
def _told(root: Path, out: Path) -> Iterator[None]:
    """Say what the system or the cache could not do in a line, not a traceback."""
    try:
        yield
    except OSError as error:
        raise cannot_write(error, str(out)) from error
    except sqlite3.Error as error:
        place = str(root / FOLDER)
        raise DigestError(
            Problem(place, 0, "", f"the cache failed: {error}", "free some space, or delete it")
        ) from error


@contextmanager
def _gathered(report: Report, options: Options) -> Iterator[None]:
    """Let an error that ends a build which was to keep going take along what was found before."""
    try:
        yield
    except DigestError as error:
        if not options.keep_going:
            raise
        raise type(error)(sorted({*report, *error.problems})) from error


@contextmanager
def _store(root: Path) -> Iterator[Store]:
    store = Store(root)
    try:
        yield store
    finally:
        store.close()


def _bodies(root: Path, store: Store, keys: dict[str, str]) -> Callable[[str], Body]:
    """Loads bodies by slug; a worker process opens the store for itself."""
    opened = {os.getpid(): store}

    def load(slug: str) -> Body:
        process = os.getpid()
        if process not in opened:
            opened[process] = Store(root)
        return opened[process].body(keys[slug])

    return load


def _state(
    root: Path,
    shelves: Catalogue,
    preparer: Preparer,
    keys: dict[str, str],
    extras: Sequence[str],
    painter: str,
) -> str:
    """A hash of all that the whole site is made from: the same, and no page need be looked at."""
    templates = Templates(root).files()
    stats = [(name, (root / FILES / name).stat()) for name in extras]
    return key_of(
        code_fingerprint(),
        data_fingerprint(),
        msgspec.msgpack.encode(preparer.site),
        msgspec.msgpack.encode(preparer.glossary),
        painter,
        [(name, hash_file(file)) for name, file in sorted(templates.items())],
        [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats],
        [(card.slug, keys[card.slug], card.fingerprint) for card in shelves.cards],
    )


def _outputs(
    root: Path,
    shelves: Catalogue,
    preparer: Preparer,
    body_of: Callable[[str], Body],
    extras: Sequence[str],
) -> list[Output]:
    """Every file of the site, each with the key that tells whether it must be made anew."""
    site, gazetteer = preparer.site, preparer.gazetteer
    pages = specs(shelves, site, gazetteer)
    templates = Templates(root, root / FOLDER / "templates")
    locals_ = {edition: Local(edition, site, gazetteer, preparer.hant) for edition in site.editions}
    press = set_up(site, shelves, locals_, templates, body_of, pages, preparer.script_key)
    return [
        *page_outputs(press, pages),
        *feed_outputs(press, pages),
        *search_outputs(press, gazetteer, root),
        *standalone_outputs(press, pages, {name: root / FILES / name for name in extras}),
    ]
