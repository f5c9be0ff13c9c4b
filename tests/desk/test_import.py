"""The import: raw pages become drafts, doubts decided in the browser, answers kept in files."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from generator.clean.answers_file import PageAnswers, read_answers, write_answers
from generator.clean.characters import characters
from generator.clean.choices import Choice, Choices, applied, decided
from generator.clean.importer import Answers
from generator.clean.repair import repair
from tests.clean.corruption import Damage, corrupt, readings_of, to_traditional
from tests.clean.sentences import SENTENCES
from tests.clean.test_kinds import document, paragraph, with_documents
from tests.desk.client import Client, Running, client
from tests.desk.conftest import RAW
from tests.sites import TestSite, run

BODY = "\n".join(SENTENCES[:12])
WHOLE = f"全市重点项目建设提速\n\n{BODY}\n"
READINGS = {
    one: readings_of(one)[0] for one in sorted(set(to_traditional(WHOLE)) & characters().listed)
}
_, DAMAGED = corrupt(WHOLE, Damage(READINGS))
PAGE = f"{DAMAGED}相关阅读：更多新闻\n"
HOSTILE = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    site = TestSite(tmp_path_factory.mktemp("import") / "site")
    site.settings("translation: {engine: none}\n")
    with client(site) as found:
        yield found


@pytest.fixture
def small(built: Client) -> Iterator[Client]:
    """A desk with an empty inbox and no article."""
    yield built
    for folder in ("inbox", "content/articles"):
        shutil.rmtree(built.desk.root / folder, ignore_errors=True)


def put(desk: Client, text: str, name: str = "page.txt") -> str:
    """A page in the inbox; its address."""
    answer = desk.post("/import/upload", {}, files={"files": (name, text.encode())})
    assert answer.status == 303, answer.text
    return answer.headers["location"].partition("?")[0]


def seen(desk: Client) -> str:
    """The hash that a form would carry."""
    return desk.desk.files.load("inbox/page.txt.answers.yaml").hash


def test_a_damaged_page_becomes_a_draft(small: Client) -> None:
    place = put(small, PAGE)
    assert place == "/import/page/page.txt"
    page = small.get(place).text
    assert "No date with a year was found." in page
    assert "<del>項(xiàng)</del>" in page
    refused = small.post(place, {"action": "make", "hash": ""})
    assert refused.status == 400
    assert "questions are left" in refused.text
    form = {"action": "make", "date": "2024-03-05", "source": "某市日报", "hash": seen(small)}
    made = small.post(place, form)
    slug = "2024-03-05-quan-shi-zhong-dian-xiang-mu-jian-she-ti-su"
    assert made.headers["location"].startswith(f"/articles/{slug}")
    # The site has not been built since: the pages take the title from the file.
    for shown in ("", "/name"):
        heading = re.search("<h1>(.*)</h1>", small.get(f"/articles/{slug}{shown}").text)
        assert heading
        assert "全市重点项目建设提速" in heading[1]
    text = (small.desk.root / f"content/articles/{slug}.md").read_text("utf-8")
    assert "draft: true\n" in text
    assert SENTENCES[0] in text
    assert "article made" in small.get("/import").text
    # A name that another article has is refused where it was given.
    other = put(small, PAGE, "other.txt")
    given = {"action": "make", "date": "2024-03-05", "source": "某市日报", "slug": slug}
    again = small.post(other, given | {"hash": ""}).text
    assert f"There is already an article {slug}" in again
    field = re.search(r'<input id="f-slug"[^>]*>', again)
    assert field
    assert field[0].endswith(" autofocus>")
    small.post(f"{other}/remove")
    assert 'class="step' not in small.get("/").text.partition("/import")[0].rpartition("<li")[2]


def test_answers_are_kept_beside_the_page_and_followed(small: Client) -> None:
    place = put(small, PAGE)
    text = small.get(place).text
    at = PAGE.index("項(xiàng)")
    assert f'name="place-{at}"' in text
    form = {f"place-{at}": "change", f"change-{at}": "項目", "toggle": "drop-4", "hash": ""}
    assert small.post(place, {**form, "title": "另一个标题"}).status == 303
    file = small.desk.root / "inbox/page.txt.answers.yaml"
    said = read_answers(file.read_text("utf-8"), "x")
    assert said.answers.title == "另一个标题"
    assert said.choices.dropped == {4}
    assert {one.after for one in said.choices.places} == {"項目"}
    page = small.get(place).text
    assert 'value="另一个标题"' in page
    assert "by an editor" in page
    # The command line follows them too.
    raw = str(small.desk.root / "inbox/page.txt")
    into = ("--into", str(small.desk.root), "--date", "2024-01-01", "--source", "某报")
    assert run("import", raw, *into).code == 0
    [made] = small.desk.root.glob("content/articles/2024-01-01-*.md")
    assert "title: 另一个标题" in made.read_text("utf-8")
    assert SENTENCES[1] not in made.read_text("utf-8")


def test_a_line_comes_back_with_one_click(small: Client) -> None:
    place = put(small, PAGE)
    number = PAGE.count("\n")
    assert f'name="toggle" value="keep-{number}"' in small.get(place).text
    small.post(place, {"toggle": f"keep-{number}", "hash": ""})
    page = small.get(place).text
    assert f'name="toggle" value="reset-{number}"' in page
    assert "相关阅读" in page.partition('<pre class="output han"')[2]


def test_what_was_found_is_no_answer_of_the_editor(small: Client) -> None:
    place = put(small, PAGE)
    title = "全市重点项目建设提速"
    assert f'name="shown-title" value="{title}"' in small.get(place).text
    at = PAGE.index("點(diǎn)")
    sent = {"title": title, "shown-title": title, "cities": "", "shown-cities": "", "hash": ""}
    small.post(place, {**sent, f"place-{at}": "undo"})
    assert "title" not in small.desk.files.load("inbox/page.txt.answers.yaml").text
    assert 'value="全市重点(diǎn)项目建设提速"' in small.get(place).text


def test_two_windows_lose_nothing(small: Client) -> None:
    place = put(small, PAGE)
    small.post(place, {"title": "甲", "hash": ""})
    both = small.post(place, {"title": "乙", "hash": ""})
    assert both.status == 409
    assert "title: 甲" in both.text
    assert "title: 乙" in both.text


def test_two_editors_of_one_page_keep_both_decisions(small: Client) -> None:
    place = put(small, PAGE)
    before = seen(small)
    at = PAGE.index("項(xiàng)")
    small.post(place, {f"place-{at}": "undo", "title": "甲", "hash": before})
    # A colleague's window is as it was before.
    sent = {"source": "某市日报", "toggle": f"keep-{PAGE.count(chr(10))}", "hash": before}
    assert small.post(place, sent).status == 303
    said = read_answers(small.desk.files.load("inbox/page.txt.answers.yaml").text, "x")
    assert (said.answers.title, said.answers.source) == ("甲", "某市日报")
    assert said.choices.kept == {PAGE.count("\n")}
    assert (said.choices.places[0].at, said.choices.places[0].after) == (at, "項(xiàng)")


def test_decisions_outlive_the_desk_and_can_be_taken_back(small: Client) -> None:
    place = put(small, RAW)
    first = small.get(place).text
    assert first.count("import-place open") > 1
    kind = re.search(r'name="accept" value="(\w+)"', first)
    assert kind
    small.post(place, {"accept": kind[1], "hash": ""})
    number = RAW.count("\n")
    small.post(place, {"toggle": f"keep-{number}", "hash": seen(small)})
    # Another desk on the same files: a restart, or a colleague.
    other = Client(small.desk.root, build=False)
    page = other.get(place).text
    assert f'name="accept" value="{kind[1]}"' not in page
    assert f'value="reset-{number}"' in page
    places = re.findall(r'name="(place-\d+)" value="accept" checked', page)
    assert places
    sent = dict.fromkeys(places, "change") | {f"change-{n[6:]}": "某" for n in places}
    sent |= {"toggle": f"reset-{number}", "hash": seen(small)}
    assert other.post(place, sent).status == 303
    page = other.get(place).text
    assert page.count('value="change" checked') == len(places)
    assert f'value="keep-{number}"' in page


def test_a_page_that_is_not_wanted_goes_and_comes_back(small: Client) -> None:
    place = put(small, PAGE)
    small.post(place, {"title": "甲", "hash": ""})
    assert small.post(f"{place}/remove").headers["location"].startswith("/import?")
    assert not list((small.desk.root / "inbox").iterdir())
    name = re.search(
        r'name="name" value="(inbox-page[^"]*)"', small.get("/articles/-/removed").text
    )
    assert name
    assert small.post("/articles/-/removed", {"name": name[1]}).status == 303
    assert 'value="甲"' in small.get(place).text


def test_the_report_of_a_page_needs_nothing_else(small: Client) -> None:
    place = put(small, PAGE)
    report = small.get(f"{place}/report")
    assert report.headers["content-disposition"].startswith("attachment")
    assert "<del>項(xiàng)</del>" in report.text
    assert not re.search(r"<script|<link|<img|https?://", report.text)
    chinese = small.get(f"{place}/report", {"Accept-Language": "zh-CN"}).text
    assert '<html lang="zh-Hans">' in chinese
    assert "按规则修复" in chinese
    assert "Repaired" not in chinese


def test_reasons_are_in_the_language_of_the_editor(small: Client) -> None:
    place = put(small, PAGE)
    assert "与上一行重复" not in small.get(place).text
    shown = small.get(place, {"Accept-Language": "zh-CN"}).text
    assert "后插入的拼音" in shown
    assert "<span>导航</span>" in shown
    assert "<span>導覽</span>" in small.get(place, {"Accept-Language": "zh-TW"}).text


def test_a_hostile_page_is_text(small: Client) -> None:
    place = put(small, f"<html><head><title>{HOSTILE}</title></head><body><p>{BODY}"
                f"&lt;script&gt;{HOSTILE}</p></body></html>", "hostile.html")  # fmt: skip
    page = small.get(place)
    assert "onerror=" not in page.text.replace("&#34;", '"').replace("&lt;img src=x onerror", "")
    source = small.get(f"{place}/source")
    assert source.headers["content-type"] == "text/plain; charset=utf-8"
    assert source.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["..%2fsite.yaml", ".hidden.txt", "none.txt", "site.yaml"])
def test_nothing_but_pages_of_the_inbox_is_shown(small: Client, name: str) -> None:
    assert small.get(f"/import/page/{name}").status in (400, 404)


def test_what_is_no_page_is_refused_and_names_are_made_safe(small: Client) -> None:
    refused = small.post("/import/upload", {}, files={"files": ("a.xls", b"x")})
    assert refused.status == 400
    assert "is not a page" in refused.text
    refused = small.post("/import/upload", {}, files={"files": ("a.pdf", b"%PDF-1.7")})
    assert refused.status == 400
    assert "copy the text and paste it at the desk" in refused.text
    assert put(small, PAGE, "../../a b?.txt") == "/import/page/a-b.txt"
    assert put(small, PAGE, "a b.txt") == "/import/page/a-b.txt"
    assert put(small, PAGE + "另一页", "a b.txt") == "/import/page/a-b-2.txt"
    pasted = small.post("/import/upload", {"text": f"<div><p>{BODY}</p></div>"})
    assert pasted.headers["location"].partition("?")[0].endswith(".html")


def test_a_word_document_is_a_page_of_the_inbox(small: Client) -> None:
    word = document("".join(map(paragraph, ("全市重点项目建设提速", *SENTENCES[:3]))))
    answer = small.post("/import/upload", {}, files={"files": ("通稿.docx", word)})
    place = answer.headers["location"].partition("?")[0]
    assert place.endswith(".docx")
    shown = small.get(place)
    assert shown.status == 200
    assert SENTENCES[1] in shown.text
    assert SENTENCES[1] in small.get(f"{place}/source").text


def test_an_email_with_several_documents_is_as_many_pages(small: Client) -> None:
    mail = with_documents("请查收附件。", ("一.docx", "甲港开工"), ("二.docx", "乙港开工"))
    answer = small.post("/import/upload", {}, files={"files": ("通稿.eml", mail)})
    assert answer.headers["location"].partition("?")[0] == "/import"
    listed = small.get("/import").text
    for name, title in (("通稿-一.eml", "甲港开工"), ("通稿-二.eml", "乙港开工")):
        assert name in listed
        assert title in small.get(f"/import/page/{name}").text
    # One that was put there by other ways is not read as if it had one.
    (small.desk.root / "inbox/put.eml").write_bytes(mail)
    assert "several Word documents: 一.docx, 二.docx" in small.get("/import").text


def test_answers_read_as_they_were_written() -> None:
    said = PageAnswers(
        Answers(title="标题：甲", author="-"),
        Choices((Choice(3, '"?\ufffda"', "甲\\乙"),), frozenset({4}), frozenset({1, 2})),
        ("肇庆",),
        ("港口",),
        "slug",
    )
    text = write_answers("page.txt", said)
    assert read_answers(text, "x") == said
    assert write_answers("page.txt", read_answers(text, "x")) == text


def test_repairs_made_one_by_one_give_the_mended_text() -> None:
    mended = repair(PAGE)
    assert applied(PAGE, mended.repairs)[0] == mended.text
    first = mended.repairs[0]
    undone = decided(PAGE, mended, Choices((Choice(first.at, first.before, first.before),)))
    assert len(undone.repairs) == len(mended.repairs) - 1
    assert undone.text.startswith(PAGE[: first.at + len(first.before)])


def test_in_the_browser_a_page_becomes_an_article(page: Page, running_desk: Running) -> None:
    page.goto(f"{running_desk.address}import")
    page.get_by_label("Or paste text or HTML").fill(PAGE + HOSTILE)
    page.get_by_role("button", name="Put into the inbox").click()
    page.locator("td").get_by_text("document.title='run'").first.wait_for()
    assert page.title() != "run"
    page.get_by_label("Source", exact=True).fill("某市日报")
    page.get_by_label("Date").fill("2024-03-05")
    page.get_by_role("button", name="Bring back: line", exact=False).first.click()
    page.get_by_text("brought back", exact=True).first.wait_for()
    # The preview beside the article's form may not be built yet.
    page.route(re.compile(r"/(zh-hans|zh-hant|en)/articles/"), lambda one: one.fulfill(body=""))
    page.get_by_role("button", name="Make the draft article").click()
    page.wait_for_url("**/articles/2024-03-05-*")
    page.get_by_label("Title").first.wait_for()
    assert list(running_desk.root.glob("content/articles/2024-03-05-*.md"))


def test_what_is_no_file_in_the_inbox_is_named(small: Client) -> None:
    """A pipe would be read for ever, a link to itself is nothing, a name may be unreadable."""
    inbox = small.desk.root / "inbox"
    inbox.mkdir(exist_ok=True)
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "loop.txt").symlink_to("loop.txt")
    (inbox / "\udcff.txt").write_text("项目开工", "utf-8")
    listed = small.get("/import")
    assert listed.status == 200
    assert "?.txt" in listed.text
    assert "a named pipe, not a file" in small.get("/import/page/pipe.txt").text
    assert small.get("/import/page/loop.txt").status < 500
