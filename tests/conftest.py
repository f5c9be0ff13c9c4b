"""Fixtures that all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.social_cards import fonts
from tests.launching import Launcher
from tests.sites import TestSite
from tests.templates import compile_templates_once

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.pages import Windows


# A run writes 1.3 GB of small sites.
_MEMORY = Path("/dev/shm")
_ROOM = 4 << 30


def pytest_configure(config: pytest.Config) -> None:
    """Folders of tests lie in memory where there is room: a disk makes every build wait until
    what it publishes is written through."""
    _keep_bytecode(config)
    # Before any site of a module or of the session is built; see `_no_packages`.
    os.environ["CITYDIGEST_MODELS"] = ""
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK):
        space = os.statvfs(_MEMORY)
        if space.f_bavail * space.f_frsize >= _ROOM:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_xdist_auto_num_workers() -> int | None:
    """With ``-n auto`` one worker more than there are cores: a test waits for a browser, for a
    watching preview, for a scheduler."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return (os.cpu_count() or 1) + 1


def _keep_bytecode(config: pytest.Config) -> None:
    """Workers and the commands that tests start keep their bytecode, also where the environment
    says not to: compiling the program takes longer than most commands. It then lies in pytest's
    own cache, not beside the sources."""
    cache = getattr(config, "cache", None)
    if sys.dont_write_bytecode and cache is not None:
        folder = str(cache.mkdir("bytecode"))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = folder
        sys.dont_write_bytecode = False


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """A site with settings and one article in all editions."""
    made = TestSite(tmp_path / "site")
    made.settings()
    made.article("zhaoqing-start")
    made.english("zhaoqing-start")
    return made


@pytest.fixture(autouse=True, scope="session")
def _templates() -> None:
    """Templates are compiled once in a run, not once for each site."""
    compile_templates_once()


@pytest.fixture(scope="session")
def font_places() -> tuple[str, ...]:
    """Where this machine may have fonts."""
    return _PLACES


_PLACES = fonts._PLACES


@pytest.fixture(autouse=True, scope="session")
def _no_fonts() -> Iterator[None]:
    """No test paints social cards but those that ask for fonts: they would take a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "_PLACES", ())
        yield


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests say themselves what time it is."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of a run; tests that need it are skipped where it is not installed."""
    from tests.browser.pages import CHROMIUM, browser

    if not CHROMIUM.is_file():
        pytest.skip(f"{CHROMIUM} is not installed (apt-get install chromium)")
    with browser() as found:
        yield found


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """Fresh windows of `chromium`, for tests that need no browser of their own."""
    from tests.browser.pages import Windows

    return Windows(chromium)


@pytest.fixture(scope="session")
def previews() -> Iterator[Launcher]:
    """Starts previews and desks that have loaded already what they need."""
    launcher = Launcher("tests.previews")
    yield launcher
    launcher.stop()


@pytest.fixture(autouse=True)
def _no_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Translation packages of this machine do not change what tests see, and that of the
    program is used by tests of it alone."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "no-packages"))
    monkeypatch.setenv("CITYDIGEST_MODELS", "")
