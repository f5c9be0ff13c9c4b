"""A damaged file under ``.digest/`` is set aside with a line; the site comes out the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import TestSite


def zero_pages(file: Path) -> None:
    """Every page but the first becomes zeros, as a disk that lost writes leaves them."""
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(bytes(max(0, size - 4096)))


def overwrite(file: Path) -> None:
    """The whole file becomes something else."""
    file.write_bytes(b"\xc1\xff garbage " * 5000)


def flip(file: Path) -> None:
    """Bytes change here and there, in pages and in what they hold."""
    data = bytearray(file.read_bytes())
    for place in range(4200, len(data), 97):
        data[place] ^= 0x55
    file.write_bytes(data)


def cut(file: Path) -> None:
    """The file ends in the middle."""
    os.truncate(file, file.stat().st_size // 2)


@pytest.mark.parametrize("damage", [zero_pages, overwrite, flip, cut])
def test_the_site_comes_out_the_same(site: TestSite, damage: Callable[[Path], None]) -> None:
    site.article("second", title="佛山项目开工", more="cities: [佛山]\n")
    site.build()
    site.digest("check")
    before = site.files()
    caches = [
        file
        for file in sorted((site.root / ".digest").iterdir())
        if file.suffix in (".db", ".msgpack")
    ]
    assert caches
    for cache in caches:
        for suffix in ("-wal", "-shm"):
            cache.with_name(cache.name + suffix).unlink(missing_ok=True)
        damage(cache)
    # Something changes, so that the build must look into them.
    site.article("third", title="广州项目开工", more="cities: [广州]\n")
    ran = site.build()
    site.digest("check")
    (site.articles / "third.md").unlink()
    site.build()
    assert site.files() == before
    if damage is overwrite:
        told = [problem for problem in ran.problems if "damaged" in problem]
        assert told, ran.err
        assert all(line.endswith("and replaced by a new one") for line in told)


def test_a_damaged_cache_is_no_fault_of_the_content(site: TestSite) -> None:
    assert site.digest("check").problems == []
    caches = [file for file in (site.root / ".digest").iterdir() if file.suffix == ".db"]
    for cache in caches:
        for suffix in ("-wal", "-shm"):
            cache.with_name(cache.name + suffix).unlink(missing_ok=True)
        overwrite(cache)
    ran = site.digest("check", "--strict")
    assert ran.code == 0
    assert ran.problems
    assert all("damaged; moved to" in problem for problem in ran.problems)
    assert site.digest("check").problems == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[" * 100_000, "nested too deeply"),
        ("\x00" * 4096, "cannot be read"),
        ("{}", "package_version"),
        ("", "cannot be read"),
    ],
)
def test_a_package_with_unreadable_metadata(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, text: str, why: str
) -> None:
    packages = site.root / "packages"
    site.write("packages/translate-zh_en/metadata.json", text)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    site.article("no-english")
    ran = site.build()
    assert [line for line in ran.problems if why in line and "translate-zh_en" in line], ran.err
    assert why in site.digest("model", "list").err


def test_packages_settings_that_are_no_json(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "argos-translate").mkdir()
    (tmp_path / "argos-translate/settings.json").write_text("[" * 100_000)
    site.article("no-english")
    site.build()
