"""The package that comes with the program: English with nothing installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sites import TestSite, run

PACKAGE = Path(__file__).parents[1] / "fixtures" / "translate-zh_en-tests.argosmodel"
NAME = "translate-zh_en-digest-1.0.argosmodel"


@pytest.fixture
def bundled(site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package as if it came with the program, and an article without English."""
    folder = tmp_path / "models"
    folder.mkdir()
    shutil.copyfile(PACKAGE, folder / NAME)
    monkeypatch.setenv("CITYDIGEST_MODELS", str(folder))
    site.article("nanchong", title="南充65个项目完成投资289.5亿元", more="cities: [南充]\n")
    return folder / NAME


def test_with_nothing_installed_the_programs_own_package_translates(
    site: TestSite, bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    ran = site.build()
    assert "1 reviewed, 1 by machine, 0 missing" in ran.out
    page = site.page("/en/articles/nanchong/")
    assert "28.95 billion yuan" in page
    assert "City Digest’s own small model (translate-zh_en-digest," in page
    assert "City Digest’s own small model" in site.page("/zh-hans/articles/nanchong/parallel/")
    assert list(temporary.iterdir()) == []
    assert site.build().count("pages", "made") == 0


def test_an_installed_package_goes_before_it(
    site: TestSite, bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "installed"))
    assert run("model", "list").out.startswith("* translate-zh_en-digest ")
    assert run("model", "install", str(PACKAGE)).code == 0
    lines = run("model", "list").out.splitlines()
    assert lines[0].startswith("* translate-zh_en ")
    assert lines[1].startswith("  translate-zh_en-digest ")
    site.build()
    assert "Argos Translate (translate-zh_en," in site.page("/en/articles/nanchong/")
    site.settings(more="translation: {package: translate-zh_en-digest}\n")
    site.build()
    assert "City Digest’s own small model" in site.page("/en/articles/nanchong/")


def test_a_damaged_one_is_reported_in_one_line(site: TestSite, bundled: Path) -> None:
    bundled.write_bytes(bundled.read_bytes()[:-3000])
    ran = site.digest("build")
    assert ran.code == 1
    assert f"{bundled}: the package that comes with the program is damaged" in ran.err
    assert "Traceback" not in ran.err


def test_it_can_be_switched_off(site: TestSite, bundled: Path) -> None:
    site.settings(more="translation: {engine: none}\n")
    ran = site.build()
    assert "1 reviewed, 0 by machine, 1 missing" in ran.out


def test_the_model_of_the_program_translates_with_nothing_else_on_the_machine(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CITYDIGEST_MODELS")
    site.article(
        "nanchong",
        title="南充65个项目完成投资289.5亿元",
        body="去年，南充市实施重点项目65个，完成投资289.5亿元。",
        more="cities: [南充]\n",
    )
    ran = site.build()
    assert "1 reviewed, 1 by machine, 0 missing" in ran.out
    assert "0 flagged passages" in ran.out
    page = site.page("/en/articles/nanchong/")
    assert "City Digest’s own small model (translate-zh_en-digest, 1.0)" in page
    assert "Nanchong" in page
    assert "65 key projects" in page
    assert "28.95 billion yuan" in page
