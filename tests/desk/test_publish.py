"""Check and publish: problems with their places, the changes, both versions, the command."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.desk.differences import Pair, differences, paired
from generator.desk.publishing import running
from tests.browser.pages import PATIENCE
from tests.desk.client import Client, Running, client
from tests.sites import TestSite

UPLOAD = "echo uploading '<b>' && rm -rf host && cp -r public host"


def published_site(root: TestSite) -> TestSite:
    """A sound site with a command."""
    root.settings(f'translation: {{engine: none}}\npublish:\n  command: "{UPLOAD}"\n')
    root.article("port", title="肇庆港扩建")
    root.english("port", title="Port grows")
    return root


@pytest.fixture
def small(site: TestSite) -> Iterator[Client]:
    with client(published_site(site)) as found:
        yield found


def wait_for(desk: Client) -> None:
    """Wait for the end of the job that runs."""
    job = running(desk.desk)
    if job is not None:
        assert job.ended.wait(PATIENCE)


def run(desk: Client, kind: str) -> dict[str, Any]:
    """Start a job and wait for its end."""
    job = desk.post(f"/publish/{kind}", data={}).json
    found = desk.desk.jobs.get(job["id"])
    assert found is not None
    assert found.ended.wait(PATIENCE)
    ended: dict[str, Any] = desk.get(f"/-/jobs/{job['id']}").json
    return ended


def test_from_a_check_to_the_public_and_back(small: Client, site: TestSite) -> None:
    # Both articles have the same text, neither has the address of its original, and the English
    # does not record its Chinese.
    assert run(small, "check")["outcome"] == {"errors": 0, "problems": 3}
    first = small.get("/publish").text
    assert "Nothing has been published yet" in first
    shown = small.get("/publish").text
    assert re.search(r"1 warning</span>\s*<span[^>]*>2 notes</span>", shown)
    assert shown.count(">note</span>") == 2
    done = run(small, "publish")
    assert (done["state"], done["lines"]) == ("done", ["uploading <b>"])
    page = small.get("/publish").text
    assert "uploading &lt;b&gt;" in page
    # A browser without scripts goes on to the page, which says how far it is.
    begun = small.post("/publish/check")
    assert (begun.status, begun.headers["location"]) == (303, "/publish#publish-job")
    wait_for(small)
    assert "public now" in page

    site.article("port", title="肇庆港竣工")
    small.rebuild("content/articles/port.md")
    assert "files have changed since" in small.get("/publish").text
    run(small, "check")
    page = small.get("/publish").text
    assert "/publish/compare/zh-hans/articles/port/index.html" in page
    both = small.get("/publish/compare/zh-hans/articles/port/index.html").text
    assert "肇庆港<del>扩建</del><ins>竣工</ins>" in both
    assert 'src="http://127.0.0.1:8101/.digest/version/before/zh-hans/articles/port/"' in both

    run(small, "publish")
    assert run(small, "undo")["state"] == "done"
    assert "肇庆港扩建" in (site.root / "host/zh-hans/articles/port/index.html").read_text("utf-8")


def test_problems_are_grouped_by_article_with_their_places(desk: Client) -> None:
    run(desk, "check")
    page = desk.get("/publish").text
    assert '<strong class="han">日期不对</strong>' in page
    assert 'href="/articles/wrong?line=3&amp;field=date"' in page
    assert 'href="/review/machine#p-1"' in page
    assert "Correct the 1 error first." in page


def test_the_command_is_entered_in_plain_words(site: TestSite) -> None:
    site.settings("translation: {engine: none}\n# ours\n")
    with client(site) as desk:
        shown = desk.get("/publish").text
        assert "publish: {" not in shown, "no YAML"
        seen = re.search(r'action="/publish/command".*?name="hash" value="([^"]*)"', shown, re.S)
        assert seen
        sent = {"hash": seen[1], "command": "  "}
        refused = desk.post("/publish/command", sent)
        assert refused.status == 400
        assert "The command is missing." in refused.text.partition('id="command-error"')[2]
        sent["command"] = "echo 'a:  b' # \"x\" > /dev/null"
        saved = desk.post("/publish/command", sent)
        assert saved.status == 303
        assert saved.headers["location"].startswith("/publish?said=desk_saved#publish-go")
        assert "# ours\n" in (site.root / "site.yaml").read_text("utf-8")
        shown = desk.get("/publish").text
        assert sent["command"] in html.unescape(shown)
        assert 'href="/settings#field-publish.command"' in shown
        assert desk.post("/publish/command", sent | {"command": "x", "hash": "old"}).status == 409


def test_a_zip_file_can_be_had(small: Client) -> None:
    address = run(small, "zip")["outcome"]["download"]
    answer = small.get(address)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/zip"
    assert answer.body[:2] == b"PK"
    assert small.get("/publish/nothing.zip").status == 404


@pytest.mark.parametrize("path", ["../site.yaml", "%2e%2e/site.yaml", "nothing.html", "robots.txt"])
def test_only_pages_of_the_site_can_be_compared(small: Client, path: str) -> None:
    assert small.get(f"/publish/compare/{path}").status == 404


def test_words_and_characters_that_changed() -> None:
    said = [(p.kind, p.text) for p in differences("投资1,200亿元。", "投资1,300亿元。")]
    assert said == [("same", "投资"), ("old", "1,200"), ("new", "1,300"), ("same", "亿元。")]
    assert list(paired(["a", "b"], ["a", "c", "d"])) == [
        Pair("a", "a"), Pair("b", "c"), Pair(None, "d"),
    ]  # fmt: skip


def test_a_check_in_the_browser(page: Page, running_desk: Running) -> None:
    page.goto(f"{running_desk.address}publish")
    page.get_by_role("button", name="Check the site").click()
    page.get_by_role("button", name="Check again").wait_for()
    place = page.get_by_role("link", name="Go to the place: content/articles/wrong.md, date")
    assert place.get_attribute("href") == "/articles/wrong?line=3&field=date"
