"""Requirements for a worker: every difference is reported, and a package arrives whole or not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from generator import __version__
from generator.cluster.outfit import TRANSLATING, difference, outfit
from generator.cluster.package import content_hash, find_package, pack, unpack_into
from generator.english.install import install_file
from generator.english.packages import Package, PackageError
from tests.english.conftest import PACKAGE


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The small test package, installed."""
    return install_file(PACKAGE, into=tmp_path_factory.mktemp("packages")).package


def test_the_same_machine_is_fit() -> None:
    assert difference(outfit(TRANSLATING)) == ("", "")


def test_another_version_is_told() -> None:
    why, hint = difference(msgspec.structs.replace(outfit(TRANSLATING), program="9.9"))
    assert why == f"it has citydigest {__version__}, this machine 9.9"
    assert hint == 'there: pip install "citydigest[cluster]==9.9"'


def test_other_code_of_the_same_version_is_told() -> None:
    why, hint = difference(msgspec.structs.replace(outfit(TRANSLATING), files="0"))
    assert why == f"its citydigest {__version__} is made of other files"
    assert hint == "install the same wheel on both"


@pytest.mark.parametrize(
    ("library", "wanted", "ends", "hint"),
    [
        ("ctranslate2", "4.1.0", ", this machine 4.1.0", 'there: pip install "ctranslate2==4.1.0"'),
        ("sentencepiece", "", ", this machine has none", "there: pip uninstall sentencepiece"),
    ],
)
def test_another_library_is_told(library: str, wanted: str, ends: str, hint: str) -> None:
    own = outfit(TRANSLATING)
    other = msgspec.structs.replace(own, libraries=own.libraries | {library: wanted})
    assert difference(other) == (f"it has {library} {own.libraries[library]}{ends}", hint)


def test_a_package_arrives_whole_and_is_found_by_its_hash(package: Package, tmp_path: Path) -> None:
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
def test_a_package_that_is_not_the_one_wanted_is_not_kept(
    package: Package, tmp_path: Path, spoil: object
) -> None:
    assert callable(spoil)
    with pytest.raises(PackageError):
        unpack_into(spoil(pack(package)), "0" * 64, tmp_path / "there")
    assert list((tmp_path / "there").iterdir()) == []
