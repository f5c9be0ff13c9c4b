"""The article's form: only what changed is written, what is wrong is told before it is saved."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Windows, until
from tests.desk.client import Client, Running, client, saved
from tests.desk.conftest import HOSTILE, small_site

TEXT = """---
# Written by hand
title: 肇庆港扩建  # short
date: 2024-02-01
source: {name: 肇庆日报, editor-note: 1}
topics:
  # chosen at the meeting
  - 项目
draft: true
---

肇庆港今年投资12亿元。
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The desk of a site whose files these tests change."""
    with client(small_site(tmp_path_factory.mktemp("articles") / "site")) as found:
        yield found


def put(desk: Client, slug: str, text: str = TEXT) -> Path:
    file = desk.desk.root / f"content/articles/{slug}.md"
    file.write_text(text, "utf-8")
    return file


def form_of(shown: str) -> dict[str, Any]:
    """What a browser sends of the article's form, its hidden fields and texts; boxes of one name
    as a list."""
    form = shown.partition('id="article-form"')[2].partition("</form>")[0]
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            said = html.unescape(value[1]) if value else ""
            several = 'type="checkbox"' in tag and " id=" not in tag
            found[name[1]] = [*found.get(name[1], ()), said] if several else said
    for name, text in re.findall(
        r'<textarea[^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', form, re.S
    ):
        found[name] = html.unescape(text)
    return found


def test_saving_without_a_change_leaves_the_file_as_it_is(own: Client) -> None:
    file = put(own, "same")
    form = form_of(own.get("/articles/same").text)
    assert own.post("/articles/same", form).status == 303
    assert file.read_text("utf-8") == TEXT


def test_only_the_lines_of_changed_fields_change(own: Client) -> None:
    file = put(own, "lines")
    form = form_of(own.get("/articles/lines").text)
    form |= {
        "key:title": "肇庆港: 二期",
        "key:cities": "肇庆、广州",
        "key:source.url": "https://x.cn/",
    }
    del form["key:draft"]
    own.post("/articles/lines", form)
    assert file.read_text("utf-8") == TEXT.replace(
        "title: 肇庆港扩建  # short", 'title: "肇庆港: 二期"  # short'
    ).replace(
        "source: {name: 肇庆日报, editor-note: 1}",
        'source: {name: 肇庆日报, editor-note: 1, url: "https://x.cn/"}',
    ).replace("draft: true\n", "cities: [肇庆, 广州]\n")


def test_topics_keep_their_order(own: Client) -> None:
    text = TEXT.replace(
        "topics:\n  # chosen at the meeting\n  - 项目", "topics: [重大项目, 新能源]"
    )
    file = put(own, "order", text)
    shown = own.get("/articles/order").text
    # Boxes are sent in the order of the page.
    assert re.findall(r'name="key:topics" value="([^"]*)"', shown) == ["新能源", "重大项目"]
    own.post("/articles/order", {**form_of(shown), "key:topics": "新能源, 重大项目"})
    assert file.read_text("utf-8") == text
    own.post("/articles/order", {**form_of(shown), "key:topics": "新能源, 制造业, 重大项目"})
    assert "topics: [重大项目, 新能源, 制造业]" in file.read_text("utf-8")


def test_what_someone_else_wrote_meanwhile_is_not_lost(own: Client) -> None:
    file = put(own, "both")
    form = form_of(own.get("/articles/both").text)
    put(own, "both", TEXT.replace("12亿元", "13亿元"))
    answer = own.post(
        "/articles/both", {**form, "key:title": "新标题"}, headers={"Accept": "application/json"}
    )
    assert answer.status == 409
    conflict = answer.json["conflict"]
    assert conflict["clean"]
    assert "新标题" in conflict["merged"]
    assert "13亿元" in conflict["merged"]
    assert "新标题" not in file.read_text("utf-8")


def test_a_text_is_checked_before_it_is_saved(own: Client) -> None:
    file = put(own, "check")
    form = form_of(own.get("/articles/check").text)
    form |= {"key:date": "2024-02-31", "key:cities": "广洲", "body": "一段。\n\n[见](nowhere.md)"}
    found = own.post("/articles/check/check", form, headers={"Accept": "application/json"}).json
    told = {(one["key"], one["line"]): one["text"] for one in found["problems"] if one["error"]}
    assert "广州" in told["cities", 0]
    assert ("date", 0) in told
    assert file.read_text("utf-8") == TEXT


def test_a_date_that_is_wrong_is_shown_and_stays(own: Client) -> None:
    wrong = TEXT.replace("2024-02-01", "2024-13-45")
    file = put(own, "date", wrong)
    form = form_of(own.get("/articles/date").text)
    assert form["key:date"] == "2024-13-45"
    assert 'type="date" id="field-date"' not in own.get("/articles/date").text
    own.post("/articles/date", form)
    assert file.read_text("utf-8") == wrong


def test_what_the_program_finds_is_offered(own: Client) -> None:
    put(own, "found")
    shown = own.get("/articles/found").text
    assert re.search(r'id="found-cities"[^>]*><span[^>]*>肇庆<', shown)
    assert re.search(r'id="found-summary"[^>]*><span[^>]*>肇庆港2024年投资12亿元。<', shown)


def test_front_matter_that_is_not_yaml_is_corrected_as_text(own: Client) -> None:
    broken = TEXT.replace("title: 肇庆港扩建  # short", 'title: "肇庆')
    file = put(own, "broken", broken)
    form = form_of(own.get("/articles/broken").text)
    assert "key:title" not in form
    form["head"] = form["head"].replace('title: "肇庆', "title: 肇庆")
    own.post("/articles/broken", form)
    assert "title: 肇庆\n" in file.read_text("utf-8")


def test_an_unknown_key_is_corrected_as_text(own: Client) -> None:
    file = put(own, "raw")
    assert 'href="?raw=1"' in own.get("/articles/raw").text
    form = form_of(own.get("/articles/raw?raw=1").text)
    form["head"] = form["head"].replace(", editor-note: 1", "")
    own.post("/articles/raw", form)
    assert file.read_text("utf-8") == TEXT.replace(", editor-note: 1", "")


def test_hostile_text_stays_text(own: Client) -> None:
    put(own, "hostile", TEXT.replace("肇庆港今年", f"</textarea>{HOSTILE}肇庆港今年"))
    shown = own.get("/articles/hostile").text
    assert "<img src=x" not in shown
    assert f"</textarea>{HOSTILE}" in form_of(shown)["body"]


def test_a_new_article_is_a_draft(own: Client) -> None:
    answer = own.post("/articles/new", {"title": "肇庆: 新 港"})
    assert (answer.status, answer.headers["location"]) == (
        303,
        "/articles/zhao-qing-xin-gang?said=desk_saved",
    )
    made = (own.desk.root / "content/articles/zhao-qing-xin-gang.md").read_text("utf-8")
    assert 'title: "肇庆: 新 港"' in made
    assert "draft: true" in made
    again = own.post("/articles/new", {"title": "肇庆: 新 港"})
    assert again.status == 400
    assert "zhao-qing-xin-gang" in again.text
    assert own.get("/articles/zhao-qing-xin-gang").status == 200


@pytest.mark.parametrize("typed", ["肇", "肇慶", "zhaoq", "Zhaoqing"])
def test_cities_complete_in_every_script(own: Client, typed: str) -> None:
    assert own.get(f"/articles/-/cities?q={typed}").json[0]["name"] == "肇庆"


def test_a_traditional_word_otherwise_here_or_everywhere(own: Client) -> None:
    put(own, "hant")
    own.post("/articles/hant/hant", {"word": "投资", "hant": "投資額", "where": "here"})
    sidecar = own.desk.root / "content/articles/hant.zh-hant.md"
    assert "肇慶港今年投資額12億元。" in sidecar.read_text("utf-8")
    own.post("/articles/hant/hant", {"word": "肇庆港", "hant": "肇慶港口", "where": "glossary"})
    glossary = (own.desk.root / "content/glossary.yaml").read_text("utf-8")
    assert "肇庆港: {hant: 肇慶港口}" in glossary


def test_articles_are_found(own: Client) -> None:
    shown = own.get("/articles?q=port GROWS").text
    assert 'href="/articles/machine"' in shown
    assert 'href="/articles/plain"' not in shown


def test_two_windows_and_what_is_typed_is_checked(windows: Windows, running_desk: Running) -> None:
    address = f"{running_desk.address}articles/plain"
    file = running_desk.root / "content/articles/plain.md"
    # Not the fixture `page`: the preview may not be ready yet, which its frame says with a 503.
    faults: list[str] = []
    with windows.open(locale="en-GB") as page, windows.open(locale="en-GB") as other:
        for window in (page, other):
            window.on("pageerror", lambda error: faults.append(str(error)))
            window.goto(address)
        edit_in_both(page, other)
        text = file.read_text("utf-8")
        assert "2024-01-06" in text
        assert "肇庆" in text
        assert "另一个窗口写的正文。" in text
        offer_again(page, address)
        assert file.read_text("utf-8") == text
    assert faults == []


def offer_again(page: Page, address: str) -> None:
    """Type, end without saving, and find what was typed."""
    page.bring_to_front()
    page.goto(address)
    expect(page.locator("#article-state")).to_be_empty()
    page.get_by_label("Text", exact=True).fill("没有保存的正文。")
    expect(page.locator("#article-state")).to_have_text("Not saved yet")
    page.goto("about:blank")
    page.goto(address)
    body = page.get_by_label("Text", exact=True)
    expect(body).to_have_value("另一个窗口写的正文。")
    page.get_by_role("button", name="Restore it").click()
    expect(body).to_have_value("没有保存的正文。")


def edit_in_both(page: Page, other: Page) -> None:
    """Save a form in one window, and then a text in another that does not know of it."""
    # A window behind another is drawn once a second.
    page.bring_to_front()
    page.get_by_label("Date", exact=False).first.fill("2024-01-06")
    page.get_by_label("Cities", exact=True).fill("广洲")
    page.locator("#field-cities-error p").wait_for()
    page.get_by_label("Cities", exact=True).fill("zhaoq")
    page.get_by_role("button", name="肇庆").first.click()
    with saved(page, "/articles/plain"):
        page.keyboard.press("Control+s")
    other.bring_to_front()
    other.get_by_label("Text", exact=True).fill("另一个窗口写的正文。")
    other.keyboard.press("Control+s")
    other.get_by_role("button", name="Save this text").click()
    other.locator("dialog").wait_for(state="detached")


def test_a_picture_goes_into_the_text_and_into_the_front_matter(
    page: Page, running_desk: Running
) -> None:
    picture = Path(__file__).parents[2] / "content/files/food-park.png"
    # The preview beside the form may not be built yet.
    page.route(re.compile(r"/(zh-hans|zh-hant|en)/articles/"), lambda one: one.fulfill(body=""))
    page.goto(f"{running_desk.address}articles/plain")
    page.get_by_role("heading", name="Add a picture").click()
    page.get_by_label("Picture", exact=True).last.set_input_files(picture)
    alt = page.get_by_label("What it shows")
    alt.fill("厂房 [一]")
    page.locator("#pictures-caption").fill('他说"好"')
    page.locator("#pictures-credit").fill("图：甲")
    # Nobody has put the cursor anywhere: it goes to the end, and the page says so.
    page.get_by_role("button", name="Into the text").click()
    until(page, "document.getElementById('pictures-alt').value === ''")
    wanted = r'![厂房 \[一\]](files/food-park.png "他说\"好\" | 图：甲")'
    body = page.locator("#article-body")
    before, _, after = body.input_value().partition(wanted)
    assert (before.endswith("。\n\n"), after.strip()) == (True, "")
    expect(page.locator("#toasts")).to_contain_text("at the end of the text")
    body.press("Control+z")
    assert "food-park" not in body.input_value()
    body.press("Control+Home")
    page.get_by_label("Picture", exact=True).last.set_input_files(picture)
    alt.fill("厂房")
    page.get_by_role("button", name="Into the text").click()
    until(page, "document.getElementById('pictures-alt').value === ''")
    assert body.input_value().startswith("![厂房](files/food-park.png)\n\n")
    page.get_by_label("Picture", exact=True).last.set_input_files(picture)
    alt.fill("厂房")
    page.get_by_role("button", name="As the lead picture").click()
    until(page, "document.getElementById('field-image.file').value === 'files/food-park.png'")
    assert page.locator("[id='field-image.alt']").input_value() == "厂房"


_DROP = """([where, names]) => {
  const data = new DataTransfer();
  for (const [name, type] of names) data.items.add(new File(["x"], name, { type }));
  const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  return !document.querySelector(where).dispatchEvent(event);
}"""


def test_a_file_that_is_dropped_does_not_replace_the_page(
    page: Page, running_desk: Running
) -> None:
    page.route(re.compile(r"/(zh-hans|zh-hant|en)/articles/"), lambda one: one.fulfill(body=""))
    page.goto(f"{running_desk.address}articles/plain")
    word = ["a.docx", "application/msword"]
    told = page.locator("#toasts")
    for where in ("#article-body", "h1"):
        assert page.evaluate(_DROP, [where, [word]])
        expect(told).to_contain_text("Word documents on the page Import")
    assert page.evaluate(_DROP, ["#article-body", [["a.png", "image/png"], ["b.png", "image/png"]]])
    expect(told).to_contain_text("2 pictures were dropped: this is the first")
    # A field for files takes what is dropped on it.
    assert not page.evaluate(_DROP, ["#pictures-form input[type=file]", [word]])
