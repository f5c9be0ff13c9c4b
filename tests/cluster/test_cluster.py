"""`--cluster` from the user's view: a scheduler and workers, each in a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator import __version__
from generator.english.folders import CACHE
from tests.clean.sentences import SENTENCES
from tests.cluster.conftest import translated
from tests.cluster.processes import Machines
from tests.launching import ROOT, Launcher
from tests.sites import TestSite

PACKAGE = ROOT / "tests/fixtures/translate-zh_en-tests.argosmodel"
REFUSED = re.compile(
    r"warning: tcp://127\.0\.0\.1:\d+: this worker is not used: it has citydigest "
)


def beside(work: Callable[[], None]) -> threading.Thread:
    """Do something while a command runs."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


@pytest.fixture
def real(site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestSite:
    """A site with articles without English; only this machine has the small package, as the
    program's own."""
    (tmp_path / "models").mkdir()
    shutil.copy(PACKAGE, tmp_path / "models")
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path / "models"))
    bodies = ("宁德时代与肇庆签署全面合作协议。", "项目总投资487亿元。", "……")
    for number, body in enumerate(bodies):
        site.article(f"nan-{number}", body=f"{body}\n\n占地313亩。\n")
    return site


def test_sidecars_are_the_same_as_on_one_machine(cluster: Machines, real: TestSite) -> None:
    """With the real engine, whose package must be sent to the workers."""
    ran = real.digest("translate", "--cluster", cluster.address)
    assert ran.code == 0, ran.err
    assert "3 written, 1 unchanged" in ran.out
    there = translated(real)
    assert "signed a comprehensive cooperation agreement" in there["nan-0.en.md"]
    for file in real.articles.glob("nan*.en.md"):
        file.unlink()
    # From the cache that the cluster has filled, and anew.
    assert real.digest("translate").code == 0
    assert translated(real) == there
    for file in (real.root / CACHE, *real.articles.glob("nan*.en.md")):
        file.unlink()
    assert real.digest("translate").code == 0
    assert translated(real) == there


def test_local_starts_workers_on_this_machine(real: TestSite) -> None:
    pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')
    real.settings("translation: {threads: 1}\n")
    ran = real.digest("translate", "--cluster", "local")
    assert ran.code == 0, ran.err
    assert ran.out.count("tcp://127.0.0.1:") == 1
    there = translated(real)
    for file in (real.root / CACHE, *real.articles.glob("nan*.en.md")):
        file.unlink()
    assert real.digest("translate").code == 0
    assert translated(real) == there


def test_worker_of_another_version_is_refused_and_others_are_used(
    cluster: Machines, archive: TestSite
) -> None:
    ran = archive.digest("translate", "--cluster", cluster.address.removeprefix("tcp://"))
    assert ran.code == 0, ran.err
    refused = [line for line in ran.err.splitlines() if REFUSED.match(line)]
    assert [line.partition("citydigest ")[2] for line in refused] == [
        f"0.0.7, this machine {__version__}"
        f' (there: pip install "citydigest[cluster]=={__version__}")'
    ]
    assert len(translated(archive)) == 4
    assert re.search(r"^tcp://127\.0\.0\.1:\d+ +\d+ segments, [\d.]+/s$", ran.out, re.M)


def test_dry_run_counts_and_estimates(cluster: Machines, archive: TestSite) -> None:
    ran = archive.digest("translate", "--dry-run", "--cluster", cluster.address)
    assert ran.code == 0, ran.err
    assert re.search(r"^segments +28$", ran.out, re.M)
    assert re.search(r"^to do +7, and 21 that repeat them$", ran.out, re.M)
    assert re.search(r"^sample +7 segments, [\d,.]+ a second by each of 2 workers$", ran.out, re.M)
    assert re.search(r"^takes about +\d+ s$", ran.out, re.M)
    assert "4 to translate, nothing written" in ran.out
    assert not (archive.root / CACHE).exists()


def test_batch_of_a_killed_worker_is_retried(cluster: Machines, archive: TestSite) -> None:
    archive.article("nanchong-9", body="南充的闸门工程已经开工。")

    def kill_one() -> None:
        killed.append(cluster.gate.arrival())
        os.kill(killed[0], signal.SIGKILL)
        # Its batch goes elsewhere.
        killed.append(cluster.gate.arrival())
        cluster.gate.open()

    killed: list[int] = []
    with cluster.gate.closed():
        thread = beside(kill_one)
        ran = archive.digest("translate", "--cluster", cluster.address)
        thread.join()
    cluster.replace(killed[0])
    assert ran.code == 0, ran.err
    assert killed[0] != killed[1]
    assert len(translated(archive)) == 5


def test_endless_segment_is_reported_and_others_are_translated(
    cluster: Machines, archive: TestSite
) -> None:
    archive.article("nanchong-9", body="南充的居民睡了。这一句没有问题。")

    def replace_three() -> None:
        for _ in range(3):
            cluster.replace(cluster.gate.arrival())

    with cluster.gate.closed():
        thread = beside(replace_three)
        ran = archive.digest("translate", "--cluster", cluster.address)
        thread.join()
    assert ran.code == 1
    [problem] = [line for line in ran.problems if "nanchong-9" in line]
    assert problem == (
        "content/articles/nanchong-9.md: English: “南充的居民睡了。”: failed 3 times;"
        " at last: not done in 2 min"
    )
    ended = [line for line in ran.problems if line.endswith("another takes its place)")]
    assert len(ended) == 3
    assert re.match(
        r"tcp://127\.0\.0\.1:\d+: a batch was not done in \d min; the worker is ended", ended[0]
    )
    assert len(translated(archive)) == 4


def test_failing_segment_is_reported_and_others_are_translated(
    cluster: Machines, archive: TestSite
) -> None:
    archive.article("nanchong-9", body="南充的毒药。这一句没有问题。")
    ran = archive.digest("translate", "--cluster", cluster.address)
    assert ran.code == 1
    [problem] = [line for line in ran.problems if "nanchong-9" in line]
    assert problem.startswith(
        "content/articles/nanchong-9.md: English: “南充的毒药。”: failed 3 times"
    )
    assert "this sentence breaks it" in problem
    assert len(translated(archive)) == 4


def test_imported_pages_are_the_same_as_on_one_machine(
    cluster: Machines, site: TestSite, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(70):
        text = f"第{number}个项目开工\n来源：某市日报 2024-03-05\n{SENTENCES[0]}{SENTENCES[1]}\n"
        (pages / f"p{number:02}.txt").write_text(text, "utf-8")
    (pages / "p03.txt").write_text("", "utf-8")
    (pages / "p05.txt").write_text(f"{SENTENCES[2]}\n{SENTENCES[5]}\n", "utf-8")
    here = site.digest("import", str(pages), "--into", str(tmp_path / "here"))
    there = site.digest(
        "import", str(pages), "--into", str(tmp_path / "there"), "--cluster", cluster.address
    )
    assert (here.code, there.code) == (1, 1)
    files = [{f.name: f.read_bytes() for f in (tmp_path / w).iterdir()} for w in ("here", "there")]
    assert len(files[0]) == 68
    assert files[0] == files[1]
    assert [line for line in there.problems if "not used" not in line] == here.problems
    table = [line for line in there.out.splitlines() if not line.startswith("tcp:")]
    assert [line.replace("/there/", "/here/") for line in table] == here.out.splitlines()
    some = [str(pages / f"p0{number}.txt") for number in range(2, 6)]
    for form in ("--dry-run", "--format=json"):
        here = site.digest("import", *some, form)
        there = site.digest("import", *some, form, "--cluster", cluster.address)
        lines = [line for line in there.out.splitlines() if not line.startswith("tcp:")]
        assert lines == here.out.splitlines()


@pytest.mark.parametrize("local", [False, True])
def test_interrupt_leaves_the_cache_intact(
    cluster: Machines, archive: TestSite, launcher: Launcher, tmp_path: Path, local: bool
) -> None:
    """Ctrl-C while a worker processes a batch: results of other workers are kept. A terminal sends
    the signal to the command and to all its child processes."""
    archive.settings("translation: {engine: gated, threads: 1}\n")
    archive.article(
        "nanchong-9", body="南充的闸门工程已经开工。" + "前三季度完成投资十亿元。" * 300
    )
    log = tmp_path / "log"
    address = "local" if local else cluster.address
    words = ("--site", str(archive.root), "translate", "--cluster", address)
    with cluster.gate.closed():
        command = launcher.start(
            "tests.cluster.command", *words, out=log, environment=cluster.gate.environment
        )
        cluster.gate.arrival()
        os.killpg(command, signal.SIGINT)
        if local:
            cluster.gate.open_if_waited()
        assert launcher.wait(command) == 130
        if not local:
            cluster.gate.open()
    assert "Traceback" not in log.read_text("utf-8")
    with closing(sqlite3.connect(archive.root / CACHE)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    assert archive.digest("translate").code == 0
    assert len(translated(archive)) == 5


def test_lost_scheduler_is_reported_and_the_next_run_continues(
    archive: TestSite, launcher: Launcher, tmp_path: Path
) -> None:
    machines = Machines(launcher, tmp_path)
    machines.start_worker()

    def end_it() -> None:
        machines.gate.arrival()
        machines.kill_scheduler()
        machines.gate.open()

    archive.article("nanchong-9", body="南充的闸门工程已经开工。")
    with machines.gate.closed():
        thread = beside(end_it)
        ran = archive.digest("translate", "--cluster", machines.address)
        thread.join()
    assert ran.code == 1
    assert ran.problems == [
        f"{machines.address}: the scheduler does not answer any more"
        " (what was done is kept; run the command again to go on from there)"
    ]
    assert archive.digest("translate").code == 0
    assert len(translated(archive)) == 5
