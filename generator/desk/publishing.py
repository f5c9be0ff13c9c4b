"""The last check and publication, and the jobs that run them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from generator.desk.articles import Articles
from generator.desk.desk import Desk
from generator.desk.jobs import Job, Reporter
from generator.pipeline.result import Options
from generator.problem import Problem, Severity
from generator.releases import publishing, store
from generator.releases.changes import Changes, compare
from generator.releases.store import Release

CHECK, PUBLISH, UNDO, ZIP = "check", "publish", "undo", "zip"
KINDS = (CHECK, PUBLISH, UNDO, ZIP)


@dataclass(frozen=True)
class CheckResult:
    """The result of a check: its problems, the changes since the last publication, and its time.
    ``reading`` is the state of the files that were checked (`Articles.reading`)."""

    problems: Sequence[Problem]
    changes: Changes
    pages: int
    made: str
    reading: int
    built: bool

    @property
    def errors(self) -> int:
        """The number of problems that prevent publication."""
        return self._count("error")

    @property
    def warnings(self) -> int:
        """The number of warnings."""
        return self._count("warning")

    @property
    def notes(self) -> int:
        """The number of notes, which need no answer."""
        return self._count("note")

    def _count(self, severity: Severity) -> int:
        return sum(problem.severity == severity for problem in self.problems)

    def is_fresh(self, articles: Articles) -> bool:
        """Whether no file has changed since."""
        return self.reading == articles.reading


class Publishing:
    """Keeps the last check, and the last job that ran a command."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.last_check: CheckResult | None = None
        self.ran: Job | None = None

    def keep(self, result: CheckResult) -> None:
        """Store the result of a check."""
        with self._lock:
            self.last_check = result


def built_folder(desk: Desk) -> Path:
    """The folder in which a check builds the site, with the files that would be published."""
    from generator.check.site import BUILT

    return desk.root / BUILT


def start(desk: Desk, kind: str) -> Job:
    """Start a job of ``kind``."""
    work = {CHECK: _check, PUBLISH: _publish, UNDO: _undo, ZIP: _zip}[kind]
    job = desk.jobs.start(kind, lambda reporter: work(desk, reporter))
    if kind != CHECK:
        desk.part(Publishing).ran = job
    return job


def running(desk: Desk) -> Job | None:
    """The running job of these kinds, if any."""
    found = (desk.jobs.running(kind) for kind in KINDS)
    return next((job for job in found if job is not None), None)


def zip_file(desk: Desk, release: Release) -> Path:
    """The path of the ZIP archive of a release, which may not exist yet."""
    return store.folder(desk.root, release).parent / "site.zip"


def _check(desk: Desk, reporter: Reporter) -> dict[str, object]:
    from generator.check.site import check_site

    reading = desk.articles.reading
    out = built_folder(desk)
    checked = check_site(desk.root, Options(out=out), reporter)
    changes = Changes(())
    if checked.built:
        reporter("compare", 0, 1)
        last = store.current(desk.root)
        folder = store.folder(desk.root, last) if last else None
        changes = compare(last, folder, out)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    result = CheckResult(checked.problems, changes, checked.pages, now, reading, checked.built)
    desk.part(Publishing).keep(result)
    return {"errors": result.errors, "problems": len(result.problems)}


def _publish(desk: Desk, reporter: Reporter) -> dict[str, object]:
    options = Options(out=publishing.public_folder(desk.root))
    release = publishing.publish(desk.root, options, reporter.line, reporter, reporter.stopped)
    _compare_again(desk)
    return {"release": release.name, "pages": release.pages}


def _undo(desk: Desk, reporter: Reporter) -> dict[str, object]:
    release = publishing.undo(desk.root, reporter.line, reporter.stopped)
    _compare_again(desk)
    return {"release": release.name, "pages": release.pages}


def _zip(desk: Desk, reporter: Reporter) -> dict[str, object]:
    options = Options(out=publishing.public_folder(desk.root))
    publishing.build_public(desk.root, options, reporter)
    release = store.keep(desk.root, options.out)
    reporter("zip", 0, 1)
    publishing.write_zip(desk.root, release, zip_file(desk, release))
    store.make_current(desk.root, release)
    _compare_again(desk)
    return {"release": release.name, "download": f"/publish/{release.name}.zip"}


def _compare_again(desk: Desk) -> None:
    """Update the changes of the last check after a publication."""
    state, last = desk.part(Publishing), store.current(desk.root)
    result, out = state.last_check, built_folder(desk)
    if result is None or last is None or not result.built:
        return
    state.keep(replace(result, changes=compare(last, store.folder(desk.root, last), out)))
