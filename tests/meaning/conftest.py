"""What the tests share: a small package as if it came with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meaning.stub import make_package
from tests.sites import made_once

# Doubted in any sentence, and Chinese whose English never says all.
DOUBTED, MISSING = ("fell", "Beijing"), ("城市",)


@pytest.fixture(scope="session")
def stub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the package, made once; not to be changed."""
    folder = made_once(
        tmp_path_factory, "meaning-stub", lambda folder: make_package(folder, DOUBTED, MISSING)
    )
    return next(folder.glob("*.zip"))


@pytest.fixture
def models(stub: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the package, used by the program."""
    monkeypatch.setenv("CITYDIGEST_MODELS", str(stub.parent))
    return stub.parent
