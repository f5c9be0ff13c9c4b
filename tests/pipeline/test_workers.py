"""Workers beside other threads, as the preview has them: started anew, in order, and gone."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import Any

import pytest

from generator.desk.desk import Desk
from generator.pipeline import stages
from generator.pipeline.result import Options, Result
from generator.pipeline.workers import WORKERS, Workers
from generator.problem import DigestError, Problem
from generator.serve import preview
from tests.sites import TestSite


def times(item: int, given: int) -> int:
    return item * given


def hears_ctrl_c(item: int, given: int) -> bool:
    mask = getattr(signal, "pthread_sigmask", None)
    return mask is not None and signal.SIGINT not in mask(signal.SIG_BLOCK, [])


def test_beside_other_threads_workers_are_started_anew() -> None:
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        with Workers(2, 3) as workers:
            assert list(workers.map(times, range(399))) == [3 * one for one in range(399)]
            assert workers.begin(times, 5)() == 15
            assert list(workers.map(times, range(400))) == [3 * one for one in range(400)]
            assert not any(workers.map(hears_ctrl_c, range(400)))
            workers.next_phase()
            assert workers.begin(times, 7)() == 21
            assert list(workers.map(times, [1])) == [3]
    finally:
        ended.set()
        other.join()


@pytest.mark.parametrize(
    "missing",
    [NotImplementedError("no semaphores"), DigestError(Problem(WORKERS, message="ended"))],
)
def test_a_preview_whose_workers_cannot_be_had_is_made_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: Exception
) -> None:
    site = TestSite(tmp_path / "site")
    site.settings("")
    site.article("first")
    asked: list[int] = []

    def build(root: Path, options: Options, *rest: Any) -> Result:
        asked.append(options.jobs)
        if options.jobs > 1:
            raise missing
        return made(root, options, *rest)

    made = stages.build
    monkeypatch.setattr(preview, "build_site", build)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    desk = Desk(site.root, "http://127.0.0.1:9/")
    found = desk.make_preview()
    found.build()
    found.build()
    found.session.close()
    assert asked == [2, 1, 1], "workers are for the first build alone"
    assert desk.state.state.problems == ()
    assert desk.articles.get("first") is not None
