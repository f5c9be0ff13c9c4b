"""What the tests of the English stage share: the test package, a command line, a server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.english.argos import ArgosEngine
from generator.english.install import install_file
from generator.english.packages import Package

from .commandline import Command, Ran
from .loopback import WebSite, serving

PACKAGE = Path(__file__).parents[1] / "fixtures" / "translate-zh_en-tests.argosmodel"


@pytest.fixture
def archive() -> Path:
    """The file of the small test package."""
    return PACKAGE


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with nothing installed; the packages folder that it will have."""
    for name in ("SNAP", "XDG_CONFIG_HOME", "ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "argos-translate" / "packages"


@pytest.fixture
def digest(
    packages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs the command line in a home of its own."""

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["digest", *map(str, words)])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as error:
            code = int(error.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The small test package, installed once in a folder of its own."""
    return install_file(PACKAGE, into=tmp_path_factory.mktemp("argos") / "packages").package


@pytest.fixture(scope="session")
def engine(package: Package) -> ArgosEngine:
    """The engine over the test package, loaded once for all tests."""
    return ArgosEngine(package, threads=1)


@pytest.fixture
def web() -> Iterator[WebSite]:
    """A server on the loopback address."""
    with serving() as site:
        yield site
