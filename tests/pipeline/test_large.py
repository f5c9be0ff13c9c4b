"""A site of a thousand articles: what an edit costs, and that its bytes are those of a clean build.

Minutes long: `.ci/run` runs it, ``pytest -m large`` does by hand.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.build import write_site
from tests.pipeline import edits
from tests.pipeline.edits import EDITS, Editor
from tests.pipeline.running import Running
from tests.pipeline.test_every_edit import differing
from tests.sites import Ran, TestSite

ROOT = Path(__file__).parent.parent.parent
ARTICLES = 1000
# However many articles there are; the pages before and after it, lists, feeds, shards of search.
FILES_OF_AN_ADDED_ARTICLE = 150

pytestmark = [pytest.mark.large, pytest.mark.timeout(3600)]


def build(site: TestSite, *arguments: str) -> Ran:
    """A build in a process of its own, with all cores."""
    ended = subprocess.run(
        [sys.executable, "-m", "generator", "--site", str(site.root), "build", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return Ran(ended.returncode, ended.stdout, ended.stderr)


def clean(site: TestSite, tmp: Path) -> dict[str, bytes]:
    """What a build of the same sources makes with nothing kept."""
    other = TestSite(tmp / "clean")
    subprocess.run(["rm", "-rf", str(other.root)], check=True)
    other.root.mkdir()
    for name in ("content", "templates", "site.yaml"):
        if (site.root / name).exists():
            (other.root / name).symlink_to(site.root / name)
    build(other)
    return other.files()


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The site of the benchmark, built, seen in 2030."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(edits.NOW))
    site = TestSite(tmp_path / "site")
    write_site(site.root, ARTICLES)
    build(site)
    return Editor(site, seed=ARTICLES)


def test_any_edits_at_a_thousand_articles(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits.text(editor)
    ran = build(editor.site)
    assert ran.count("articles", "read") == 1
    assert ran.count("files", "written") < FILES_OF_AN_ADDED_ARTICLE
    edits.added(editor)
    ran = build(editor.site)
    assert ran.count("articles", "read") == 1
    assert ran.count("files", "written") < FILES_OF_AN_ADDED_ARTICLE
    assert differing(editor.site.files(), clean(editor.site, tmp_path)) == []
    order = random.Random(ARTICLES).sample(EDITS, len(EDITS))
    with closing(Running(editor.site)) as running:
        for edit in order:
            edit(editor)
            build(editor.site)
            wanted = clean(editor.site, tmp_path)
            assert differing(editor.site.files(), wanted) == [], edit.__name__
            assert differing(running.after_an_edit(), wanted) == [], edit.__name__
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(edits.LATER))
        build(editor.site)
        wanted = clean(editor.site, tmp_path)
        assert differing(editor.site.files(), wanted) == []
        assert differing(running.build(), wanted) == []
