"""The preview shows what is typed, in every edition, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.desk.framed import Framed
from generator.serve.server import PreviewApp
from tests.browser.pages import Windows
from tests.desk.client import Client, Running, client
from tests.desk.conftest import HOSTILE, small_site

HEAD = "---\ntitle: 肇庆港扩建\ndate: 2024-02-01\nsource: 肇庆日报\n---\n\n"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with client(small_site(tmp_path_factory.mktemp("live") / "site")) as found:
        yield found


def files(desk: Client) -> dict[str, bytes]:
    """Every file of the site and of its preview."""
    tops = (desk.desk.root / "content", desk.desk.options().out)
    found = (file for top in tops for file in top.rglob("*") if file.is_file())
    return {str(file): file.read_bytes() for file in found}


def typed(desk: Client, slug: str, body: str, **fields: str) -> dict[str, str]:
    """The pages with what is typed, by edition; an edition without one has no text."""
    form = {"head": HEAD, "body": body, **{f"key:{key}": one for key, one in fields.items()}}
    key = desk.post(f"/articles/{slug}/check", form, headers={"Accept": "application/json"}).json[
        "typed"
    ]
    pages = {}
    for edition in ("zh-hans", "zh-hant", "en"):
        found = desk.desk.typed(f"/{edition}/articles/{slug}/", key)
        pages[edition] = found.decode().partition("<main")[2] if found else ""
    return pages


def test_figures_are_told_with_their_county_time_and_name(own: Client) -> None:
    body = "2023年上半年，德庆县税收收入12亿元。\n\n全市工业投资86亿元。"
    head = HEAD.replace("source:", "cities: [肇庆]\nsource:")
    asked = {"Accept": "application/json"}
    form = {"head": head, "body": body, "key:title": "半年报"}
    found = own.post("/articles/machine/check", form, headers=asked).json["figures"]
    assert [f"{one['of']} {one['source']}" for one in found] == [
        "肇庆 · 德庆县 · 2023年上半年 · 税收收入 12亿元",
        "肇庆 · 2023年上半年 · 工业投资 86亿元",
    ]


def test_every_edition_shows_what_is_typed_and_no_file_changes(own: Client) -> None:
    before = files(own)
    body = "肇庆港今年投资12亿元，计划扩建。\n\n第二段。"
    found = typed(own, "machine", body, title="新的标题")
    assert "<h1" in found["zh-hans"]
    assert "新的标题" in found["zh-hans"]
    assert "肇慶港今年投資12億元，計劃擴建。" in found["zh-hant"]
    # Its English has as many paragraphs, and stays.
    assert "Zhaoqing has started work." in found["en"]
    more = typed(own, "machine", f"{body}\n\n第三段。")
    assert "第三段。" in more["en"]
    assert files(own) == before


def test_what_has_errors_is_shown_all_the_same(own: Client) -> None:
    fields = {"date": "2024-13-45", "cities": "广洲"}
    assert "正文。" in typed(own, "wrong", "正文。", **fields)["zh-hans"]
    assert "断链" in typed(own, "wrong", "见[断链](nowhere)和![](x)", title="")["zh-hans"]


def test_an_article_that_the_preview_does_not_have_yet_is_shown(own: Client) -> None:
    assert own.post("/articles/new", {"title": "新文章", "slug": "fresh"}).status == 303
    found = typed(own, "fresh", "刚写的正文。")
    assert "刚写的正文。" in found["zh-hans"]
    assert "剛寫的正文。" in found["zh-hant"]


def test_hostile_text_stays_text(own: Client) -> None:
    found = typed(own, "machine", f"好{HOSTILE}<script>alert(1)</script>坏", title=HOSTILE)
    assert "坏" in found["zh-hans"]
    assert "onerror" not in found["zh-hans"].replace("&lt;img src=x onerror", "")
    assert "<script>alert" not in found["zh-hans"]


def test_an_old_key_shows_nothing(own: Client) -> None:
    assert own.desk.typed("/zh-hans/articles/machine/", "none") is None
    assert own.desk.typed("/../site.yaml", "none") is None


def framed(desk: Client) -> Client:
    """The preview beside the desk."""
    found, about = copy(desk), Framed(desk.desk)
    found.app = PreviewApp(
        desk.desk.options().out, desk.desk.state, "127.0.0.1", "http://127.0.0.1:8100/", (), {},
        desk.desk.version, desk.desk.typed, about.absent, about.failed,
    )  # fmt: skip
    return found


def test_the_frame_says_in_the_editors_language_why_it_has_no_page(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    chinese = {"Accept-Language": "zh-CN"}
    unbuilt = Client(site.root, build=False)
    assert "正在生成预览" in framed(unbuilt).get("/zh-hans/", chinese).text
    assert "The preview is being made" in framed(unbuilt).get("/zh-hans/").text
    unbuilt.close()
    site.settings("translation: {engine: none}\nmissing_english: skip\n")
    with client(site) as desk:
        frame = framed(desk)
        site.article("later", title="后来的文章", date="2024-01-05")
        coming = frame.get("/zh-hans/articles/later/", chinese)
        assert (coming.status, "正在生成预览" in coming.text) == (503, True)
        assert 'src="/.digest/reload.js"' in coming.text
        desk.rebuild("content/articles/later.md")
        assert "后来的文章" in frame.get("/zh-hans/articles/later/", chinese).text
        assert "此版没有这篇文章" in frame.get("/en/articles/later/", chinese).text
        assert "文章有错误" in frame.get("/zh-hans/articles/wrong/", chinese).text
        assert frame.get("/zh-hans/articles/never/", chinese).status == 404
        site.settings("page_size: many\n")
        desk.rebuild("site.yaml")
        old = frame.get("/zh-hans/articles/later/", chinese).text
        assert "后来的文章" in old
        assert "最近的改动无法生成" in old
        assert "could not be built" not in old


def test_a_new_article_comes_into_its_frame_by_itself(
    windows: Windows, running_desk: Running
) -> None:
    # Without the fixture `page`, whose browser calls a page that is not there yet an error.
    with windows.open(viewport={"width": 1280, "height": 900}, locale="en-GB") as page:
        page.goto(f"{running_desk.address}articles/new")
        page.get_by_label("Title").fill("刚写的文章")
        page.get_by_label("Name in addresses").fill("just-written")
        page.get_by_role("button", name="Create").click()
        shown = page.frame_locator("iframe.preview")
        expect(shown.get_by_role("heading", level=1)).to_have_text("刚写的文章")
