"""The output of ``digest translate run``: what it would do, and what it has done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.cli.output import Progress, say_line, say_problems, say_table
from generator.config import TranslationSettings
from generator.english.article import texts_of
from generator.english.engines import absence
from generator.english.folders import CACHE
from generator.english.tally import Tally
from generator.english.translator import Translator
from generator.problem import DigestError, Problem, counted
from generator.sidecars.edit import SidecarEdit
from generator.sidecars.pending import Outcome, find_pending
from generator.sidecars.translating import open_translator, translate_site

if TYPE_CHECKING:
    from generator.cluster.session import ClusterSession


def translate_articles(edit: SidecarEdit, cluster: ClusterSession | None) -> None:
    """Translate, and print the result for each article."""
    written = left = flagged = 0
    for done in _outcomes(edit, cluster):
        say_line(f"{done.path}: {done.what}")
        say_problems(done.problems)
        written, left = written + done.written, left + (not done.written)
        flagged += done.flagged
    if cluster is not None and cluster.progress.rows:
        say_table(cluster.progress.rows)
    passages = counted(flagged, "flagged passage")
    say_line(f"{written} written, {left} unchanged, {passages}")


def _outcomes(edit: SidecarEdit, cluster: ClusterSession | None) -> Iterator[Outcome]:
    """Yield the result for each article; the progress line is cleared before each."""
    if cluster is not None:
        for done in translate_site(edit, cluster.progress, cluster.segments):
            cluster.progress.end()
            yield done
        cluster.progress.end()
        return
    progress = Progress()
    for done in translate_site(edit, progress):
        progress.end()
        yield done


def say_plan(edit: SidecarEdit, cluster: ClusterSession | None) -> None:
    """Print what would be translated, and write nothing: article by article, or for a cluster the
    totals, with an estimate of the time."""
    count = 0
    tally = Tally()
    root = edit.root
    with TemporaryDirectory() as folder:
        # If there is no cache, do not create one in the site.
        cache = root / CACHE if (root / CACHE).is_file() else Path(folder) / "segments.db"
        with open_translator(edit, cache) as translator:

            def texts() -> Iterator[str]:
                nonlocal count
                for item in find_pending(edit):
                    count += 1
                    if cluster is None:
                        what = f"{item.why}, {counted(item.segments, 'segment')}"
                        say_line(f"{item.path}: {what}")
                    yield from texts_of(item.chinese)

            tally.count(translator.stage(), texts())
            to_do = tally.to_do
            rows = [
                ("segments", f"{tally.segments:,}"),
                ("translated before", f"{tally.known:,}"),
                ("to do", f"{to_do:,}{_repeated(tally.segments - tally.known - to_do)}"),
            ]
            if cluster is not None:
                rows += _estimate(cluster, translator, tally)
        say_table(rows)
    say_line(f"{count} to translate, nothing written")


def _repeated(count: int) -> str:
    return f", and {count:,} that repeat them" if count else ""


def _estimate(
    cluster: ClusterSession, translator: Translator, tally: Tally
) -> list[tuple[str, str]]:
    """Return the rows of the table with the estimated time on the cluster."""
    from generator.cluster.progress import duration

    if not tally.to_do:
        return []
    found = cluster.estimate(translator, tally)
    if found is None:
        raise DigestError(_no_engine(translator.settings))
    each = f"{found.rate:,.1f} a second by each of {counted(found.workers, 'worker')}"
    return [
        ("sample", f"{counted(found.measured, 'segment')}, {each}"),
        ("takes about", duration(found.seconds(tally.to_do))),
    ]


def _no_engine(settings: TranslationSettings) -> Problem:
    """Return the problem for an installation without any translation engine."""
    why, how = absence(settings)
    return Problem("translation", message=why, hint=how)
