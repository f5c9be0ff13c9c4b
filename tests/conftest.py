"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import TestSite


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """A site with settings and one article in all editions."""
    made = TestSite(tmp_path / "site")
    made.settings()
    made.article("zhaoqing-start")
    made.english("zhaoqing-start")
    return made


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests say themselves what time it is."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
