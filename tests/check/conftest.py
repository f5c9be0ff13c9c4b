"""Fixtures for the tests of ``digest check``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.handmade import Built, make_built
from tests.sites import TestSite


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """A built site without errors, for a test to break and check."""
    return make_built(TestSite(tmp_path / "site"), tmp_path / "built")
