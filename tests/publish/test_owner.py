"""Two sites cannot publish into one folder without a word."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.sites import TestSite


def other(site: TestSite) -> TestSite:
    """A second site with the same content."""
    made = TestSite(site.root.parent / "other")
    shutil.copytree(site.root, made.root, ignore=shutil.ignore_patterns("public", ".*"))
    return made


def test_the_second_site_is_refused(site: TestSite, tmp_path: Path) -> None:
    second, out = other(site), tmp_path / "www"
    site.build("--out", str(out))
    before = site.files(str(out))
    ran = second.digest("build", "--out", str(out))
    assert ran.code == 2
    assert ran.problems == [
        f"{out}: --out: this folder has the pages of another site, {site.root} "
        f"(name another folder, or delete {tmp_path / '.www.site'} to hand it over)"
    ]
    assert site.files(str(out)) == before
    # The first may go on, and whoever deletes the mark hands the folder over.
    site.build("--out", str(out))
    (tmp_path / ".www.site").unlink()
    second.build("--out", str(out))
    assert site.digest("build", "--out", str(out)).code == 2


def test_the_folder_of_a_site_that_is_gone_may_be_taken(site: TestSite, tmp_path: Path) -> None:
    second, out = other(site), tmp_path / "www"
    site.build("--out", str(out))
    shutil.rmtree(site.root)
    second.build("--out", str(out))


def test_another_sites_own_folder_is_refused(site: TestSite) -> None:
    second = other(site)
    ran = second.digest("build", "--out", str(site.root / "public"))
    assert ran.code == 2
    assert "another site" in ran.problems[0]
    assert not (site.root / "public").exists()


def test_nothing_is_written_beside_a_sites_own_folder(site: TestSite) -> None:
    site.build()
    site.build("--out", str(site.root / "public"))
    assert not list(site.root.glob(".public.site"))
