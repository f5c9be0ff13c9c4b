"""A scheduler with two workers, and one worker with another version."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.config.translation import ENGINES
from tests.cluster import processes
from tests.cluster.processes import OTHER, WORKER, Machines
from tests.launching import Launcher
from tests.sites import Ran, TestSite

BODY = "南充{}个项目完成投资289.5亿元。\n\n占地313亩。办理时间压缩至10个工作日。\n"


@pytest.fixture(scope="module")
def launcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launcher]:
    """Starts processes."""
    pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')
    launcher = processes.launcher(tmp_path_factory.mktemp("launcher"))
    yield launcher
    launcher.stop()


@pytest.fixture(scope="module")
def cluster(launcher: Launcher, tmp_path_factory: pytest.TempPathFactory) -> Machines:
    """One cluster for all tests that do not break it: two workers, and one with another version."""
    machines = Machines(launcher, tmp_path_factory.mktemp("cluster"))
    for preload in (WORKER, WORKER, OTHER):
        machines.start_worker(preload)
    return machines


@pytest.fixture(autouse=True)
def _own_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run commands in a thread of their own: if other tests have an open browser, this thread has
    an event loop already, and Dask needs its own."""
    plain = TestSite.digest

    def digest(site: TestSite, *args: str) -> Ran:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(plain, site, *args).result()

    monkeypatch.setattr(TestSite, "digest", digest)


@pytest.fixture
def archive(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> TestSite:
    """A site with articles without English, and an engine that workers have too."""
    monkeypatch.setitem(ENGINES, "gated", "tests.cluster.gated_engine")
    site.settings("translation: {engine: gated}\n")
    for number in range(1, 5):
        site.article(f"nanchong-{number}", body=BODY.format(number), more="cities: [南充]\n")
    return site


def translated(site: TestSite) -> dict[str, str]:
    """The machine's sidecars of a site."""
    return {file.name: file.read_text("utf-8") for file in site.articles.glob("nan*.en.md")}
