"""Wrong uses of `--cluster` get one line with what to do."""

from __future__ import annotations

import sys

import pytest

from tests.sites import TestSite


@pytest.mark.parametrize("command", ["translate", "import"])
def test_missing_dask_is_reported_with_a_hint(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    page = site.write("page.txt", "标题\n")
    words = [str(page)] if command == "import" else []
    ran = site.digest(command, *words, "--cluster", "local")
    assert ran.code == 2
    assert ran.problems == [
        '--cluster: needs Dask, which is missing (pip install "citydigest[cluster]")'
    ]


@pytest.mark.parametrize("address", ["there", "tcp://", "http://127.0.0.1:8786", "a:b:c"])
def test_invalid_address_is_refused(site: TestSite, address: str) -> None:
    ran = site.digest("translate", "--cluster", address)
    assert ran.code == 2
    assert ran.problems == [
        f"--cluster: “{address}” is not an address"
        " (`local`, or what the scheduler printed: tcp://HOST:8786)"
    ]


def test_unreachable_scheduler_is_reported(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')
    from generator.cluster import connection
    from generator.config.translation import ENGINES

    monkeypatch.setattr(connection, "_CONNECT_SECONDS", 0.2)
    monkeypatch.setitem(ENGINES, "small", "tests.english.small_engine")
    site.settings("translation: {engine: small}\n")
    # Nothing to translate: nobody is asked.
    assert site.digest("translate", "--cluster", "127.0.0.1:9").code == 0
    site.article("nanchong")
    ran = site.digest("translate", "--cluster", "127.0.0.1:9")
    assert ran.code == 1
    [problem] = ran.problems
    assert problem.startswith("tcp://127.0.0.1:9: no scheduler answers here: ")
    assert "Error" not in problem
