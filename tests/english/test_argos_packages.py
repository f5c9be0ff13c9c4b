"""`digest model`: packages from files, listed, replaced and removed."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.english import install as install_module
from generator.english.choice import choose
from generator.english.packages import Package
from generator.problem import DigestError

from .commandline import Command

TOP = "translate-zh_en-tests"
Edit = Callable[[dict[str, bytes]], None]


def _edited(archive: Path, target: Path, edit: Edit) -> Path:
    """A copy of the test package with its files changed by ``edit``."""
    with zipfile.ZipFile(archive) as source:
        files = {name: source.read(name) for name in source.namelist()}
    edit(files)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return target


def _metadata(**changes: object) -> Edit:
    def edit(files: dict[str, bytes]) -> None:
        metadata = json.loads(files[f"{TOP}/metadata.json"])
        metadata.update(changes)
        kept = {key: value for key, value in metadata.items() if value is not None}
        files[f"{TOP}/metadata.json"] = json.dumps(kept).encode()

    return edit


def test_a_file_is_installed_and_listed_with_its_checksum(
    digest: Command, archive: Path, packages: Path
) -> None:
    checksum = install_module.sha256_of(archive)
    done = digest("model", "install", archive)
    assert done.code == 0, done.err
    assert checksum in done.out
    listed = digest("model", "list")
    assert listed.out.startswith("* translate-zh_en 0.1  Chinese → English")
    assert f"sha256 {checksum}" in listed.out
    assert str(packages / TOP) in listed.out
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]


def test_with_nothing_installed_the_list_says_how_to_install(digest: Command) -> None:
    listed = digest("model", "list")
    assert listed.code == 0
    assert "no package for Chinese to English" in listed.out
    assert "digest model install translate-zh_en" in listed.out


def test_the_library_finds_what_is_installed_here(digest: Command, archive: Path) -> None:
    digest("model", "install", archive)
    code = "from argostranslate import argospm; import sys; sys.argv[1:] = ['list']; argospm.main()"
    listed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert listed.stdout.split() == ["translate-zh_en"]


def test_what_the_library_installed_is_found(digest: Command, archive: Path) -> None:
    code = f"from argostranslate import package; package.install_from_path({str(archive)!r})"
    subprocess.run([sys.executable, "-c", code], check=True)
    listed = digest("model", "list")
    assert listed.out.startswith("* translate-zh_en 0.1")
    assert "no checksum recorded" in listed.out


def test_the_folders_are_those_of_the_library(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.english.folders import index_address, packages_folder

    code = (
        "from argostranslate import settings as s;"
        "print(s.package_data_dir); print(s.remote_package_index)"
    )
    settings = tmp_path / "home" / ".config" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    for text, variables in (
        ("{}", {}),
        (json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "other")}), {}),
        ("not json", {"ARGOS_PACKAGES_DIR": str(tmp_path / "third")}),
        ("{}", {"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/packages/"}),
    ):
        settings.write_text(text)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        theirs = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.splitlines()[-2:]
        assert theirs == [str(packages_folder()), index_address()]


def test_a_newer_version_takes_the_place_of_the_old(
    digest: Command, archive: Path, tmp_path: Path
) -> None:
    digest("model", "install", archive)
    newer = _edited(archive, tmp_path / "new.argosmodel", _metadata(package_version="0.12"))
    done = digest("model", "install", newer)
    assert "in place of 0.1" in done.out
    listed = digest("model", "list").out.splitlines()
    assert len(listed) == 1
    assert listed[0].startswith("* translate-zh_en 0.12 ")


def test_the_highest_version_is_used(
    digest: Command, archive: Path, tmp_path: Path, packages: Path
) -> None:
    def renamed(files: dict[str, bytes]) -> None:
        _metadata(package_version="0.10")(files)
        for name in list(files):
            files[name.replace(TOP, "other")] = files.pop(name)

    digest("model", "install", archive)
    digest("model", "install", _edited(archive, tmp_path / "b.argosmodel", renamed))
    assert choose() == choose("other")
    removed = digest("model", "remove", "translate-zh_en")
    assert removed.code == 1
    assert f"name one by its folder: other, {TOP}" in removed.problem
    assert digest("model", "remove", "other").code == 0
    assert digest("model", "remove", "translate-zh_en").code == 0
    assert list(packages.iterdir()) == []


def test_removing_what_is_not_there_names_the_nearest(digest: Command, archive: Path) -> None:
    digest("model", "install", archive)
    removed = digest("model", "remove", "translate-zh-en")
    assert removed.code == 1
    assert 'did you mean "translate-zh_en"?' in removed.problem


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (_metadata(from_code="en", to_code="zh"), "not zh → en"),
        (_metadata(from_code="de"), "de → en"),
        (_metadata(package_version=None), "has no valid package_version"),
        (_metadata(to_code=3), "has no valid to_code"),
        (_metadata(from_code="../zh"), "has no valid from_code"),
        (_metadata(type="sbd"), "is of type 'sbd'"),
        (lambda f: f.pop(f"{TOP}/metadata.json"), "has no metadata.json"),
        (lambda f: f.update({f"{TOP}/metadata.json": b"{"}), "metadata.json cannot be read"),
        (lambda f: f.update({f"{TOP}/metadata.json": b"[]"}), "is not an object"),
        (lambda f: f.pop(f"{TOP}/model/model.bin"), "has no model/model.bin"),
        (lambda f: f.pop(f"{TOP}/sentencepiece.model"), "has no bpe.model"),
        (
            lambda f: f.update({f"{TOP}/model/model.bin": f[f"{TOP}/model/model.bin"][:90000]}),
            "does not load",
        ),
        (lambda f: f.update({f"{TOP}/sentencepiece.model": b"nonsense"}), "does not load"),
        (lambda f: f.update({"../evil": b"x"}), "leaves its folder: '../evil'"),
        (lambda f: f.update({f"{TOP}/../../evil": b"x"}), "leaves its folder"),
        (lambda f: f.update({"/evil": b"x"}), "leaves its folder"),
        (lambda f: f.update({f"{TOP}\\..\\evil": b"x"}), "leaves its folder"),
        (lambda f: f.update({"C:/evil": b"x"}), "leaves its folder"),
        (lambda f: f.update({"second/file": b"x"}), "does not contain one folder"),
        (lambda f: f.update({f"{TOP}/bomb": bytes(60_000_000)}), "so it is not a package"),
        (lambda f: f.update({f"{TOP}/{n}": b"" for n in range(2100)}), "at most 2,000"),
    ],
)
def test_a_package_that_is_not_sound_is_refused(
    digest: Command, archive: Path, tmp_path: Path, packages: Path, edit: Edit, reason: str
) -> None:
    file = _edited(archive, tmp_path / "bad.argosmodel", edit)
    done = digest("model", "install", file)
    assert done.code == 1
    assert reason in done.problem
    assert done.problem.startswith(f"error: {file}: ")
    assert list(packages.iterdir()) == []
    assert not (tmp_path / "evil").exists()
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]


def test_a_link_in_a_package_is_refused(
    digest: Command, archive: Path, tmp_path: Path, packages: Path
) -> None:
    file = Path(shutil.copy(archive, tmp_path / "link.argosmodel"))
    link = zipfile.ZipInfo(f"{TOP}/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as out:
        out.writestr(link, "/etc")
    assert "contains a link" in digest("model", "install", file).problem
    assert list(packages.iterdir()) == []


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_truncated_file_is_refused(
    digest: Command, archive: Path, tmp_path: Path, packages: Path, share: float
) -> None:
    data = archive.read_bytes()
    file = tmp_path / "cut.argosmodel"
    file.write_bytes(data[: int(len(data) * share)])
    done = digest("model", "install", file)
    assert done.code == 1
    assert "is not a .argosmodel file, or is incomplete" in done.problem
    assert list(packages.iterdir()) == []


def test_a_damaged_file_is_refused(digest: Command, archive: Path, tmp_path: Path) -> None:
    data = bytearray(archive.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 64] = bytes(64)
    file = tmp_path / "damaged.argosmodel"
    file.write_bytes(data)
    assert "is a damaged archive" in digest("model", "install", file).problem


def test_no_file_and_a_folder_are_told(digest: Command, tmp_path: Path) -> None:
    gone = digest("model", "install", "gone.argosmodel")
    assert gone.code == 2
    assert "gone.argosmodel: does not exist" in gone.problem
    assert "is a folder" in digest("model", "install", tmp_path).problem


def test_a_wrong_call_ends_with_2(digest: Command) -> None:
    assert digest("model", "install", "a", "b").code == 2
    assert digest("model", "remove").code == 2


def test_a_disk_too_small_is_told_before_anything_is_written(
    digest: Command, archive: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = shutil.disk_usage(archive)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: small)
    done = digest("model", "install", archive)
    assert done.code == 1
    assert "no space left on the disk" in done.problem
    assert list(packages.iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_old_package(
    digest: Command, archive: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest("model", "install", archive)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    assert "no space left on the disk" in digest("model", "install", archive).problem
    assert digest("model", "list").out.startswith("* translate-zh_en 0.1")
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]


def test_a_wrong_checksum_is_refused(digest: Command, archive: Path, packages: Path) -> None:
    done = digest("model", "install", archive, "--sha256", "0" * 64)
    assert done.code == 1
    assert "its SHA-256 is" in done.problem
    right = install_module.sha256_of(archive)
    assert digest("model", "install", archive, "--sha256", right.upper()).code == 0


def test_a_folder_that_is_no_package_is_a_warning(
    digest: Command, archive: Path, packages: Path
) -> None:
    digest("model", "install", archive)
    (packages / "half").mkdir()
    listed = digest("model", "list")
    assert listed.code == 0
    assert listed.out.startswith("* translate-zh_en 0.1")
    assert listed.problem.endswith("half: has no metadata.json")


def test_a_package_is_chosen_by_name_or_folder(package: Package, packages: Path) -> None:
    assert choose() is None
    assert choose(str(package.folder)) == package
    assert choose(folders=[package.folder.parent]) == package
    with pytest.raises(DigestError, match="no such package is installed"):
        choose("translate-zh_en")
