"""One browser and one published sample site for all tests of pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.pages import Served, Windows, build_sample, serving
from tests.sites import made_once


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample site."""
    with serving(made_once(tmp_path_factory, "sample", build_sample)) as found:
        yield found


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """A fresh page of a desktop's size."""
    with windows.open(viewport={"width": 1280, "height": 900}, locale="en-GB") as page:
        yield page
