"""Words that may not say what the Chinese says, in the review of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.client import Client, client, running
from tests.launching import Launcher
from tests.meaning.stub import make_package
from tests.sites import TestSite, made_once

MORE = "status: machine\nengine: Argos Translate\n"
FELL = "“fell” may not say what the Chinese says"


@pytest.fixture
def models(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that doubts "fell", and the whole of what has 城市."""
    folder = made_once(
        tmp_path_factory, "meaning-desk", lambda folder: make_package(folder, ["fell"], ["城市"])
    )
    monkeypatch.setenv("CITYDIGEST_MODELS", str(folder))
    return folder


@pytest.fixture
def told(site: TestSite) -> TestSite:
    """A site with an article whose English has three doubtful passages."""
    site.settings("translation: {engine: none}\n")
    site.article(
        "port", title="产值增长", body="产值😀增长。*出口*增长。\n\n他来自城市。\n\n一切如常。"
    )
    english = "Output 😀 **grew**. Exports *fell*.\n\nHe came.\n\nAll is well.\n"
    site.english("port", title="Output fell", body=english, more=MORE)
    return site


@pytest.fixture
def desk(told: TestSite, models: Path) -> Iterator[Client]:
    with client(told) as found:
        yield found


def test_doubts_are_told_after_the_page_is_shown(told: TestSite, desk: Client) -> None:
    assert 'id="comparing"' in desk.get("/review/port").text
    found = desk.get("/review/port/meaning").json
    assert found == {
        "title": {"places": [[7, 11]], "said": [FELL]},
        # As scripts count: the sign takes two places.
        "1": {"places": [[24, 28]], "said": [FELL]},
        "2": {
            "places": [],
            "said": ["The English may not say all that the Chinese says: 他来自城市。"],
        },
    }
    asked = {"number": "1", "english": "Output grew. Exports grew."}
    assert desk.post("/review/port/meaning", data=asked).json == {"places": [], "said": []}
    assert (told.root / ".digest/meaning.db").is_file()


def test_confirming_settles_a_doubt(told: TestSite, desk: Client) -> None:
    file = told.articles / "port.en.md"
    page = desk.get("/review/port").text
    found = re.search(r'data-hash="([0-9a-f]+)"', page)
    assert found
    hash_ = found.group(1)
    for number, english in (
        ("title", "Output fell"),
        ("1", "Output 😀 **grew**. Exports *fell*."),
        ("3", "All is well."),
    ):
        data = {"number": number, "english": english, "confirmed": "yes", "hash": hash_}
        hash_ = desk.post("/review/port/passage", data=data).json["hash"]
    text = file.read_text("utf-8")
    assert text.count("<!-- checked title -->") == text.count("<!-- checked -->") == 1
    assert [*desk.get("/review/port/meaning").json] == ["2"]
    left = [line for line in told.digest("check", "--meaning").problems if "may not" in line]
    assert [re.sub(r".*: (paragraph \d).*", r"\1", line) for line in left] == ["paragraph 2"]
    # A text that is changed afterwards is compared again.
    asked = {"number": "1", "english": "Output fell. Exports grew."}
    assert desk.post("/review/port/meaning", data=asked).json["said"] == [FELL]


def test_code_and_marks_of_notes_are_not_compared(told: TestSite, models: Path) -> None:
    told.article("port", title="产值增长", body="产值增长。[^1]\n\n    # 城市\n\n[^1]: 已公布。")
    told.english("port", title="Up", body="It fell.[^1]\n\n    fell\n\n[^1]: Known.", more=MORE)
    with client(told) as desk:
        assert "[^1]</span>" not in desk.get("/review/port").text
        assert desk.get("/review/port/meaning").json == {"1": {"places": [[3, 7]], "said": [FELL]}}


def test_each_language_has_its_words(desk: Client) -> None:
    for language, said in (
        ("zh-Hans", "“fell”可能与中文的意思不符"),
        ("zh-Hant", "「fell」可能與中文的意思不符"),
    ):
        headers = {"Cookie": f"desk_language={language}"}
        found = desk.get("/review/port/meaning", headers=headers).json
        assert found["title"]["said"] == [said]


def test_without_a_network_nothing_is_compared(told: TestSite) -> None:
    with client(told) as desk:
        assert 'id="comparing"' not in desk.get("/review/port").text
        assert desk.get("/review/port/meaning").json == {}


def test_a_damaged_network_keeps_nobody_from_saving(
    told: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "meaning-zh_en-digest-1.0.zip").write_bytes(b"none")
    monkeypatch.setenv("CITYDIGEST_MODELS", str(tmp_path))
    with client(told) as desk:
        answer = desk.get("/review/port/meaning", headers={"Accept": "application/json"})
        assert answer.status == 400
        found = re.search(r'data-hash="([0-9a-f]+)"', desk.get("/review/port").text)
        assert found
        data = {"number": "3", "english": "Fine.", "confirmed": "yes", "hash": found.group(1)}
        assert desk.post("/review/port/passage", data=data).status == 200
    assert "Fine." in (told.articles / "port.en.md").read_text("utf-8")


def test_doubted_words_are_underlined_and_told(
    told: TestSite, models: Path, previews: Launcher, page: Page
) -> None:
    with running(told.root, launcher=previews) as desk:
        page.goto(f"{desk.address}review/port")
        first = page.locator("#p-1")
        expect(first.locator(".echo .doubt")).to_have_text("fell")
        line = first.locator(".echo .doubt").evaluate(
            "e => getComputedStyle(e).textDecorationStyle"
        )
        assert line == "dotted"
        expect(first.locator(".doubted")).to_have_text(FELL)
        expect(page.locator("#p-title .echo .doubt")).to_have_text("fell")
        expect(page.locator("#p-2 .doubted")).to_contain_text("may not say all")
        expect(page.locator("#comparing")).to_be_empty()
        # A text that is typed is compared as well.
        area = page.locator("#english-3")
        area.fill("All fell. Again")
        expect(page.locator("#p-3 .echo .doubt")).to_have_text("fell")
        area.fill("All is as it was.")
        expect(page.locator("#p-3 .doubted")).to_have_count(0)
        # Confirming settles it.
        first.get_by_label("Confirmed").check()
        expect(first.locator(".saved")).to_have_text("Saved")
        expect(first.locator(".doubt, .doubted")).to_have_count(0)
        page.reload()
        expect(page.locator("#p-title .doubted")).to_have_text(FELL)
        expect(first.locator(".doubt, .doubted")).to_have_count(0)
        # A passage that is no longer confirmed is doubted again.
        first.get_by_label("Confirmed").uncheck()
        expect(first.locator(".doubted")).to_have_text(FELL)
        # The key confirms a doubted text when it is pressed again.
        title = page.locator("#english-title")
        expect(title).to_have_accessible_description(FELL)
        title.press("Control+Enter")
        expect(page.locator("#p-title .saved")).to_contain_text("again")
        title.press("Control+Enter")
        expect(page.locator("#p-title.confirmed")).to_have_count(1)
        expect(page.locator("#p-title .doubted")).to_have_count(0)
        page.goto("about:blank")
