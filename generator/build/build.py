"""The build: one function that reads as the list of its stages."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from generator.build.catalogue import Catalogue, catalogue
from generator.build.feeds import feed_outputs
from generator.build.model import Body, Card
from generator.build.pages import page_outputs
from generator.build.plan import Output, key_of, specs
from generator.build.pool import Pool
from generator.build.prepare import Prepared, Preparer
from generator.build.press import set_up
from generator.build.standalone import standalone_outputs
from generator.build.store import FOLDER, Made, Store
from generator.build.version import code_fingerprint, data_fingerprint
from generator.config import Edition, Site, load_site
from generator.content.folder import FILES, Bundle, content_files, gather
from generator.content.glossary import load_glossary
from generator.gazetteer import load as load_gazetteer
from generator.problem import DigestError, Problem, Report
from generator.publish import Publication
from generator.render.templates import Templates
from generator.render.views import Local

Progress = Callable[[str, int, int], None]


@dataclass
class Result:
    """What a build did: counts, warnings, seconds by stage."""

    out: Path
    articles: int = 0
    articles_read: int = 0
    articles_made: int = 0
    pages: int = 0
    pages_made: int = 0
    written: int = 0
    removed: int = 0
    drafts: int = 0
    held_back: tuple[Card, ...] = ()
    without_english: int = 0
    machine: int = 0
    flagged: int = 0
    warnings: list[Problem] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Options:
    """How to build: ``now`` decides what is due, ``base_url`` overrides the site's."""

    out: Path
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    now: datetime | None = None
    base_url: str = ""


def build(root: Path, options: Options, progress: Progress | None = None) -> Result:
    """Build the site at ``root`` into ``options.out``.

    Raises `DigestError` with every problem found; the published folder is then as it was.
    """
    report, result = Report(), Result(options.out)
    clock = _Clock(result.seconds)
    say = progress or (lambda stage, done, total: None)
    with _store(root) as store:
        with clock("load"):
            site = load_site(root, report)
            glossary = load_glossary(root, report)
            bundles = gather(root, report, store.digest)
            extras = content_files(root, report)
            if site is None:
                report.stop(strict=options.strict)
                raise AssertionError("a site that cannot be loaded has errors")
            if options.base_url:
                site = msgspec.structs.replace(site, base_url=options.base_url)
        with clock("prepare"):
            preparer = Preparer(root, site, glossary, load_gazetteer())
            keys = _keys(bundles, preparer)
            cards = _prepare(bundles, keys, preparer, store, options, report, result, say)
        with clock("index"):
            now = options.now or datetime.now(UTC)
            shelves = catalogue(
                cards.values(), site, preparer.gazetteer, frozenset(extras), now, report,
                drafts=options.drafts,
            )  # fmt: skip
            _count(result, shelves)
        report.stop(strict=options.strict)
        result.warnings = report.warnings
        with clock("render"):
            outputs = _outputs(root, site, shelves, preparer, keys, extras)
            _refuse_doubles(outputs)
            publication = _publication(options.out)
            known = store.outputs(options.out)
            todo = [output for output in outputs if not _stands(output, known, publication)]
            made = _render(todo, publication, options.jobs, say)
        with clock("publish"):
            _publish(outputs, made, known, publication, store, result)
        store.keep_digests(time.time_ns())
    return result


@contextmanager
def _store(root: Path) -> Iterator[Store]:
    try:
        store = Store(root)
    except OSError as error:
        raise DigestError(
            Problem(FOLDER, 0, "", f"cannot be written: {error.strerror or error}")
        ) from error
    try:
        yield store
    finally:
        store.close()


def _keys(bundles: Sequence[Bundle], preparer: Preparer) -> dict[str, str]:
    """Slug → hash of everything that `prepare` makes of it depends on."""
    shared = key_of(
        code_fingerprint(),
        data_fingerprint(),
        msgspec.msgpack.encode(preparer.site),
        msgspec.msgpack.encode(preparer.glossary),
    )
    return {bundle.slug: key_of(shared, bundle) for bundle in bundles}


def _prepare(
    bundles: Sequence[Bundle],
    keys: dict[str, str],
    preparer: Preparer,
    store: Store,
    options: Options,
    report: Report,
    result: Result,
    say: Progress,
) -> dict[str, Card]:
    """Slug → card of every sound article: kept ones from the store, the rest made now."""
    kept = store.cards()
    cards: dict[str, Card] = {}
    todo: list[Bundle] = []
    for bundle in bundles:
        if keys[bundle.slug] in kept:
            card, problems = kept[keys[bundle.slug]]
            cards[bundle.slug] = msgspec.msgpack.decode(card, type=Card)
            report.extend(msgspec.msgpack.decode(problems, type=list[Problem]))
        else:
            todo.append(bundle)
    fresh: list[tuple[str, Card, Body, tuple[Problem, ...]]] = []
    with Pool(options.jobs, len(todo)) as pool:
        for count, (bundle, made) in enumerate(zip(todo, pool.map(preparer, todo), strict=True), 1):
            say("prepare", count, len(todo))
            _take(bundle, made, keys, cards, fresh, report)
    stale = kept.keys() - set(keys.values())
    store.keep_articles(fresh, stale)
    result.articles_made = len(fresh)
    result.articles_read = len(cards)
    return cards


def _take(
    bundle: Bundle,
    made: Prepared,
    keys: dict[str, str],
    cards: dict[str, Card],
    fresh: list[tuple[str, Card, Body, tuple[Problem, ...]]],
    report: Report,
) -> None:
    report.extend(made.problems)
    if made.card is not None and made.body is not None:
        cards[bundle.slug] = made.card
        fresh.append((keys[bundle.slug], made.card, made.body, made.problems))


def _bodies(root: Path, keys: dict[str, str]) -> Callable[[str], Body]:
    """Loads bodies by slug, with a connection of its own in each process that asks."""
    opened: dict[int, Store] = {}

    def load(slug: str) -> Body:
        process = os.getpid()
        if process not in opened:
            opened[process] = Store(root)
        return opened[process].body(keys[slug])

    return load


def _outputs(
    root: Path,
    site: Site,
    shelves: Catalogue,
    preparer: Preparer,
    keys: dict[str, str],
    extras: Sequence[str],
) -> list[Output]:
    """Every file of the site, each with the key that tells whether it must be made anew."""
    pages = specs(shelves, site, preparer.gazetteer)
    templates = Templates(root, root / FOLDER / "templates")
    locals_ = _locals(site, preparer)
    press = set_up(
        site, shelves, locals_, templates, _bodies(root, keys), pages, preparer.script_key
    )
    paths = {name: root / FILES / name for name in extras}
    return [
        *page_outputs(press, pages),
        *feed_outputs(press, pages),
        *standalone_outputs(press, pages, paths),
    ]


def _locals(site: Site, preparer: Preparer) -> dict[Edition, Local]:
    return {
        edition: Local(edition, site, preparer.gazetteer, preparer.hant)
        for edition in site.editions
    }


def _refuse_doubles(outputs: Sequence[Output]) -> None:
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


def _count(result: Result, shelves: Catalogue) -> None:
    result.articles = len(shelves.cards)
    result.drafts = shelves.drafts
    result.held_back = tuple(shelves.held_back)
    for card in shelves.cards:
        head = card.heads.get("en")
        result.without_english += head is None
        result.machine += head is not None and head.status == "machine"
        result.flagged += head.flags if head is not None else 0


def _publication(out: Path) -> Publication:
    try:
        return Publication(out)
    except OSError as error:
        raise _cannot_write(out, error) from error


def _cannot_write(out: Path, error: OSError) -> DigestError:
    path = error.filename or out
    return DigestError(Problem(str(path), 0, "", f"cannot be written: {error.strerror or error}"))


def _stands(output: Output, known: dict[str, Made], publication: Publication) -> bool:
    """Whether the published file was made from the same and has not been touched since."""
    made = known.get(output.path)
    if made is None or made.key != output.key:
        return False
    if publication.made.get(output.path) != made.digest:
        return False
    try:
        stat = (publication.out / output.path).stat()
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
            return _cannot_write(self._publication.out, error).problems


def _render(
    todo: Sequence[Output], publication: Publication, jobs: int, say: Progress
) -> dict[str, str]:
    """Path → hash of every output made now. Raises with all problems of all pages."""
    made: dict[str, str] = {}
    problems: set[Problem] = set()
    if todo:
        publication.prepare()
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


def _publish(
    outputs: Sequence[Output],
    made: dict[str, str],
    known: dict[str, Made],
    publication: Publication,
    store: Store,
    result: Result,
) -> None:
    files = {output.path: made.get(output.path) or known[output.path].digest for output in outputs}
    try:
        written, removed = publication.publish(files, made)
    except OSError as error:
        raise _cannot_write(publication.out, error) from error
    finally:
        publication.discard()
    keys = {output.path: output.key for output in outputs}
    rows = {}
    for path in made:
        stat = (publication.out / path).stat()
        rows[path] = Made(keys[path], files[path], stat.st_size, stat.st_mtime_ns)
    store.keep_outputs(publication.out, rows, known.keys() - files.keys())
    result.pages = len(outputs)
    result.pages_made = len(made)
    result.written, result.removed = len(written), len(removed)


class _Clock:
    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] = self._seconds.get(stage, 0.0) + time.perf_counter() - start
