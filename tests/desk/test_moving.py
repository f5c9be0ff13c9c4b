"""Renaming, removing and putting back an article at the desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk.client import Client, client
from tests.sites import TestSite


@pytest.fixture
def two(site: TestSite) -> Iterator[Client]:
    """The desk of a site with two articles, of which one leads to the other."""
    site.settings("translation: {engine: none}\n")
    site.article("port", title="肇庆港扩建", body="开工。")
    site.article("other", title="另一篇", body="见[港](port.md)。", more="draft: true\n")
    with client(site) as found:
        yield found


def test_an_article_gets_another_name_with_all_that_names_it(two: Client) -> None:
    page = two.get("/articles/port/name").text
    assert 'name="alias" value="yes" checked' in page
    done = two.post("/articles/port/name", {"name": "harbour", "alias": "yes"})
    assert (done.status, done.headers["location"]) == (
        303,
        "/articles/harbour?said=moving_renamed",
    )
    folder = two.desk.root / "content/articles"
    assert "aliases: [port]" in (folder / "harbour.md").read_text("utf-8")
    assert "[港](harbour.md)" in (folder / "other.md").read_text("utf-8")
    # What another window still has open is told, and written nowhere.
    late = two.post("/articles/port", {"head": "", "body": "x", "hash": "0"})
    assert late.status == 400
    assert "there is no such article" in late.text
    assert "copy what you have written into another article" in late.text
    assert not (folder / "port.md").exists()
    taken = two.post("/articles/other/name", {"name": "harbour"})
    assert taken.status == 400
    assert "already exists" in taken.text


def test_a_removed_article_comes_back(two: Client) -> None:
    page = two.get("/articles/port/name").text
    assert "content/articles/other.md:8" in page
    refused = two.post("/articles/port/remove", {})
    assert refused.status == 400
    file = two.desk.root / "content/articles/port.md"
    assert file.exists()
    done = two.post("/articles/port/remove", {"agreed": "yes"})
    assert done.headers["location"] == "/articles/-/removed?said=moving_removed"
    assert not file.exists()
    listed = two.get("/articles/-/removed").text
    assert "肇庆港扩建" in listed
    (name,) = (one.name for one in (two.desk.root / ".trash").iterdir())
    back = two.post("/articles/-/removed", {"name": name})
    assert back.headers["location"] == "/articles/port?said=moving_restored"
    assert file.exists()
    assert two.post("/articles/-/removed", {"name": "../site"}).status == 400
