"""Each kind of edit, and each way to build, against a build with nothing kept."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.pipeline import edits
from tests.pipeline.edits import EDITS, Edit, Editor
from tests.pipeline.running import Running
from tests.sites import TestSite

# How one site is built by turns, with one cache: as published, with drafts, to another folder.
WAYS: tuple[tuple[str, ...], ...] = ((), ("--drafts", "--out", "drafts"), ("--out", "second"))


def clean(site: TestSite, tmp: Path, *arguments: str) -> dict[str, bytes]:
    """What a build of the same sources makes with nothing kept."""
    other = TestSite(tmp / "clean")
    shutil.copytree(
        site.root, other.root, ignore=shutil.ignore_patterns("public", "drafts", "second", ".*")
    )
    other.build(*arguments)
    files = other.files()
    shutil.rmtree(other.root)
    return files


def built(site: TestSite, way: tuple[str, ...]) -> dict[str, bytes]:
    """What a build makes that uses what earlier ones kept."""
    folder = way[-1] if way else "public"
    named = [*way[:-1], str(site.root / folder)] if way else []
    site.build(*named)
    return site.files(folder)


def differing(made: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """The paths of files that are not the same, or not in both."""
    return sorted(
        path for path in made.keys() | wanted.keys() if made.get(path) != wanted.get(path)
    )


@pytest.fixture
def editor(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """A site of eight articles, three with English, seen in 2030."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(edits.NOW))
    for number in range(7):
        name, city = f"article-{number}", edits.CITIES[number % 3]
        site.article(
            name,
            title=f"第{number}篇",
            date=f"2023-0{1 + number}-10",
            more=f"cities: [{city}]\ntopics: [新能源]\n",
        )
        if number < 2:
            site.english(name, title=f"Article {number}")
    return Editor(site)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_build_after_an_edit_makes_the_bytes_of_a_clean_one(
    editor: Editor, tmp_path: Path, edit: Edit
) -> None:
    editor.site.build()
    before = editor.site.files()
    for _ in range(2):
        edit(editor)
        made = built(editor.site, ())
        assert differing(made, clean(editor.site, tmp_path)) == []
        if edit is not edits.memory:
            assert made != before
        before = made


def test_a_running_preview_makes_the_bytes_of_a_clean_build(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Running(editor.site)) as running:
        order = random.Random(1).sample(EDITS, len(EDITS))
        for number, edit in enumerate([*order, edits.template, edits.text, edits.picture]):
            edit(editor)
            made = running.after_an_edit()
            # What one edit leaves wrong, the next one seldom mends.
            if number % 2:
                assert differing(made, clean(editor.site, tmp_path)) == [], edit.__name__
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(edits.LATER))
        assert differing(running.build(), clean(editor.site, tmp_path)) == []


def test_a_preview_sees_an_edit_that_a_build_beside_it_has_read_first(
    editor: Editor, tmp_path: Path
) -> None:
    with closing(Running(editor.site)) as running:
        edits.city(editor)
        # Long enough ago for the build to remember the file.
        for file in (editor.site.root / "content").rglob("*.md"):
            os.utime(file, (1_700_000_000, 1_700_000_000))
        editor.site.build()
        assert differing(running.after_an_edit(), clean(editor.site, tmp_path)) == []


def test_an_article_appears_when_it_is_due(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits.scheduled(editor)
    editor.site.build()
    before = editor.site.files()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(edits.LATER))
    made = built(editor.site, ())
    assert len(made) > len(before)
    assert differing(made, clean(editor.site, tmp_path)) == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(edits.NOW))
    assert differing(built(editor.site, ()), before) == []


@pytest.mark.parametrize("seed", [1])
def test_several_folders_with_one_cache(editor: Editor, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    for edit in rng.sample(EDITS, 4):
        edit(editor)
        for way in rng.sample(WAYS, 2):
            made = built(editor.site, way)
            wanted = clean(editor.site, tmp_path, *way[:-2])
            assert differing(made, wanted) == [], (edit.__name__, way)
    edits.draft(editor)
    drafts = built(editor.site, WAYS[1])
    assert differing(drafts, clean(editor.site, tmp_path, "--drafts")) == []
    public = built(editor.site, WAYS[0])
    assert differing(public, clean(editor.site, tmp_path)) == []
    assert differing(built(editor.site, WAYS[1]), drafts) == []
    assert differing(built(editor.site, WAYS[2]), public) == []
    assert len(drafts) > len(public)
