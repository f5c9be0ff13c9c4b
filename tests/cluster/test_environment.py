"""Requirements for a worker: every difference is reported, and a package arrives whole or not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from generator import __version__
from generator.cluster.environment import TRANSLATING, difference, local_environment
from generator.cluster.package import content_hash, find_package, pack, unpack_into
from generator.english.install import install_file
from generator.english.packages import Package, PackageError
from tests.english.conftest import PACKAGE


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The small test package, installed."""
    return install_file(PACKAGE, into=tmp_path_factory.mktemp("packages")).package


def test_same_environment_has_no_difference() -> None:
    assert difference(local_environment(TRANSLATING)) == ("", "")


def test_other_version_is_reported() -> None:
    why, hint = difference(msgspec.structs.replace(local_environment(TRANSLATING), program="9.9"))
    assert why == f"it has citydigest {__version__}, this machine 9.9"
    assert hint == 'there: pip install "citydigest[cluster]==9.9"'


def test_other_code_of_the_same_version_is_reported() -> None:
    why, hint = difference(msgspec.structs.replace(local_environment(TRANSLATING), files="0"))
    assert why == f"its citydigest {__version__} is made of other files"
    assert hint == "install the same wheel on both"


@pytest.mark.parametrize(
    ("library", "wanted", "ends", "hint"),
    [
        ("ctranslate2", "4.1.0", ", this machine 4.1.0", 'there: pip install "ctranslate2==4.1.0"'),
        ("sentencepiece", "", ", this machine has none", "there: pip uninstall sentencepiece"),
    ],
)
def test_other_library_version_is_reported(library: str, wanted: str, ends: str, hint: str) -> None:
    own = local_environment(TRANSLATING)
    other = msgspec.structs.replace(own, libraries=own.libraries | {library: wanted})
    assert difference(other) == (f"it has {library} {own.libraries[library]}{ends}", hint)


def test_received_package_is_complete_and_found_by_its_hash(
    package: Package, tmp_path: Path
) -> None:
    wanted = content_hash(package)
    arrived = unpack_into(pack(package), wanted, tmp_path / "there")
    assert content_hash(arrived) == wanted
    assert find_package(wanted, [str(tmp_path), str(arrived.folder)]) == arrived
    # It may be sent twice.
    assert unpack_into(pack(package), wanted, tmp_path / "there") == arrived
    # What was changed there is not used.
    (arrived.folder / "metadata.json").write_text(
        (arrived.folder / "metadata.json").read_text("utf-8") + " ", "utf-8"
    )
    assert find_package(wanted, [str(arrived.folder)]) is None


@pytest.mark.parametrize("spoil", [lambda data: data[:-900], lambda data: b"", lambda data: data])
def test_package_with_another_hash_is_not_kept(
    package: Package, tmp_path: Path, spoil: object
) -> None:
    assert callable(spoil)
    with pytest.raises(PackageError):
        unpack_into(spoil(pack(package)), "0" * 64, tmp_path / "there")
    assert list((tmp_path / "there").iterdir()) == []
