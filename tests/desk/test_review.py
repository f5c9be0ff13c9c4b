"""The review of an article's English: by requests, and in a browser."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import APIResponse, Page, Route, expect

from tests.clean.test_english_original import CHINESE, PAGE
from tests.desk.client import Client, Running, client
from tests.sites import TestSite, put_in_place

BODY = "2023年南充完成投资289.5亿元。\n\n项目共65个，占地300亩。\n"
ENGLISH = "In 2023 Nanchong completed investment of 28.9 billion yuan.\n\nThere are 65 projects.\n"
RIGHT = "In 2023 Nanchong completed investment of 28.95 billion yuan."
MORE = "status: machine\nengine: Argos Translate\n"


@pytest.fixture
def work(site: TestSite) -> Iterator[tuple[TestSite, Client]]:
    site.settings("translation: {engine: none}\neditors: [Chen Wei]\n")
    site.article("port", title="南充投资增长", body=BODY, more="cities: [南充]\n")
    flag = '<!-- flagged: 289.5亿元 (28.95 billion yuan) became "28.9 billion yuan" -->\n'
    site.english("port", title="Nanchong invests more", body=flag + ENGLISH, more=MORE)
    assert site.digest("translate", "confirm", "port").code == 0
    with client(site) as found:
        yield site, found


def text_of(site: TestSite) -> str:
    return (site.articles / "port.en.md").read_text("utf-8")


def hash_in(page: str) -> str:
    found = re.search(r'data-hash="([0-9a-f]+)"', page)
    assert found is not None
    return found.group(1)


def passage(number: object, english: str, hash_: str, *, confirmed: bool = True) -> dict[str, str]:
    yes = "yes" if confirmed else ""
    return {"number": str(number), "english": english, "confirmed": yes, "hash": hash_}


def test_a_table_is_compared_cell_by_cell(site: TestSite) -> None:
    site.settings("translation: {engine: none}\neditors: [Chen Wei]\n")
    rule = "\n| --- | --- |\n"
    chinese = f"| 城市 | 产值（万元） |{rule}| 苏州 | 28950 |\n| 无锡 | 16172 |\n"
    head = f"| City | Output (million yuan) |{rule}"
    site.article("output", title="各市产值", body=chinese)
    site.english("output", title="Output", body=f"{head}| Suzhou | 289.5 |\n| Wuxi | 161.72 |\n")
    with client(site) as desk:
        for rows, told in (
            ("| Suzhou | 289.5 |\n| Wuxi | 161.72 |\n", []),
            ("| Wuxi | 161.72 |\n| Suzhou | 289.5 |\n", []),
            ("| Suzhou | 161.72 |\n| Wuxi | 289.5 |\n", ["Suzhou", "Wuxi"]),
        ):
            asked = {"number": "1", "english": head + rows}
            found = desk.post("/review/output/check", data=asked).json["problems"]
            assert len(found) == len(told), found
            assert all(name in one["text"] for name, one in zip(told, found, strict=True))


def test_amounts_of_a_traditional_article_are_of_its_place(site: TestSite) -> None:
    site.settings("translation: {engine: none}\neditors: [Chen Wei]\n")
    more = "lang: zh-Hant\ncities: [高雄]\n"
    site.article("metro", title="黃線決標", body="決標金額529億元，較預算節省11億元。", more=more)
    site.english("metro", title="A contract", body="A contract.\n")
    with client(site) as desk:
        for english, wrong in (
            ("The contract is worth NT$52.9 billion, NT$1.1 billion below the budget.", 0),
            ("The contract is worth 52.9 billion yuan, 1.1 billion yuan below the budget.", 2),
        ):
            asked = {"number": "1", "english": english}
            found = desk.post("/review/metro/check", data=asked).json
            assert len(found["problems"]) == wrong, found
            chips = [chip["english"] for chip in (*found["open"], *found["settled"])]
            assert chips == ["52.9 billion New Taiwan dollars", "1.1 billion New Taiwan dollars"]


def test_figures_stand_in_pairs_with_the_right_english(work: tuple[TestSite, Client]) -> None:
    _, desk = work
    assert "南充投资增长" in desk.get("/review").text
    page = desk.get("/review/port").text
    assert '<mark class="fig wrong" title="28.95 billion yuan">289.5亿元</mark>' in page
    assert '<mark class="fig wrong">28.9 billion yuan</mark>' in page
    assert '<mark class="fig right" title="65">65个</mark>' in page
    assert 'data-insert="300 mu (20 hectares)"' in page
    asked = {"number": "1", "english": "In 2023 Nanchong completed 28.95 billion yuan."}
    found = desk.post("/review/port/check", data=asked).json
    assert found["problems"] == []
    assert {"text": "289.5亿元", "state": "right", "english": "28.95 billion yuan"} in (
        found["chinese"]
    )


def test_an_english_summary_stands_beside_what_the_text_begins_with(
    work: tuple[TestSite, Client],
) -> None:
    site, desk = work
    file = site.articles / "port.en.md"
    said = "Nanchong completed investment of 28.95 billion yuan in 2023, in 65 projects."
    file.write_text(
        file.read_text("utf-8").replace("status:", f"summary: {said}\nstatus:"), "utf-8"
    )
    page = desk.get("/review/port").text
    assert '<mark class="fig right">65</mark>' in page
    assert page.count("is not in the source") == 0
    for english, told in ((said, 0), (said.replace("65", "66"), 1)):
        found = desk.post("/review/port/check", data={"number": "summary", "english": english})
        assert len(found.json["problems"]) == told
        assert found.json["chinese"]


def test_confirming_all_makes_the_article_reviewed(work: tuple[TestSite, Client]) -> None:
    site, desk = work
    # A value that is not the number of a paragraph is ignored.
    file = site.articles / "port.en.md"
    file.write_text(text_of(site).replace("status:", 'confirmed: "0, ², x"\nstatus:'), "utf-8")
    hash_ = hash_in(desk.get("/review/port").text)
    saved = desk.post("/review/port/passage", data=passage(1, RIGHT, hash_))
    assert saved.status == 200
    text = text_of(site)
    assert RIGHT in text
    assert "flagged" not in text
    assert 'confirmed: "1"' in text
    # Half a review is none.
    early = desk.post(
        "/review/port/finish", data={"reviewer": "Chen Wei", "hash": saved.json["hash"]}
    )
    assert early.status == 400
    assert "2 paragraphs are not confirmed yet" in early.text
    hash_ = saved.json["hash"]
    rest = (("2", "There are 65 projects on 300 mu (20 hectares)."), ("title", "Nanchong grows"))
    for number, english in rest:
        hash_ = desk.post("/review/port/passage", data=passage(number, english, hash_)).json["hash"]
    assert re.search(r'^confirmed: "?title, 1-2"?$', text_of(site), re.M)
    nameless = desk.post("/review/port/finish", data={"reviewer": " ", "hash": hash_})
    assert nameless.status == 400
    done = desk.post("/review/port/finish", data={"reviewer": "Chen Wei", "hash": hash_})
    assert done.status == 200
    head = yaml.safe_load(text_of(site).split("---\n")[1])
    said = [head[key] for key in ("status", "reviewer", "title")]
    assert said == ["reviewed", "Chen Wei", "Nanchong grows"]
    assert "confirmed" not in head
    site.build()
    assert "Chen Wei" in site.page("/en/articles/port/")
    # The page shows it, and offers to take it back, which leaves every passage confirmed.
    shown = desk.get("/review/port").text
    assert re.search(r"Reviewed: Chen Wei [0-9-]{10}", shown)
    assert re.search(r'<form [^>]*id="finish"[^>]* hidden>', shown)
    assert not re.search(r'<form [^>]*id="reopen"[^>]* hidden>', shown)
    form = {"hash": hash_in(shown)}
    assert desk.post("/review/port/reopen", form).status == 303
    head = yaml.safe_load(text_of(site).split("---\n")[1])
    assert (head["status"], "reviewer" in head, "reviewed" in head) == ("machine", False, False)
    shown = desk.get("/review/port").text
    assert "3 of 3 confirmed" in shown
    assert not re.search(r'<form [^>]*id="finish"[^>]* hidden>', shown)
    assert desk.post("/review/port/reopen", form).status == 400


def test_what_is_confirmed_against_a_check_is_not_reported_again(
    work: tuple[TestSite, Client],
) -> None:
    site, desk = work
    hash_ = hash_in(desk.get("/review/port").text)
    free = (("1", "Nanchong put a fortune to work."), ("title", "Nanchong puts 9 billion to work"))
    for number, english in free:
        hash_ = desk.post("/review/port/passage", data=passage(number, english, hash_)).json["hash"]
    text = text_of(site)
    assert "\n<!-- checked -->\nNanchong put a fortune to work." in text
    assert text.count("<!-- checked title -->") == 1
    problems = site.build().problems
    assert [problem for problem in problems if "paragraph 2" not in problem] == []
    # Other English, or right English, needs no such comment.
    for english, confirmed in (("Nanchong put 9 yuan to work.", False), (RIGHT, True)):
        saved = desk.post(
            "/review/port/passage", data=passage("1", english, hash_, confirmed=confirmed)
        )
        hash_ = saved.json["hash"]
        assert "<!-- checked -->" not in text_of(site)
    assert "Nanchong put 9 yuan to work." not in text_of(site)


def test_a_comment_for_another_check_stays_with_its_paragraph(
    work: tuple[TestSite, Client],
) -> None:
    site, desk = work
    english = "There are 65 projects on 300 mu (20 hectares) in 高坪 district."
    site.english("port", title="Port", body=f"{RIGHT}\n\n<!-- checked -->\n{english}", more=MORE)
    hash_ = hash_in(desk.get("/review/port").text)
    hash_ = desk.post("/review/port/passage", data=passage(2, english, hash_)).json["hash"]
    assert f"\n<!-- checked -->\n{english}" in text_of(site)
    assert site.build().problems == []
    # A place that the Chinese does not name needs the comment too.
    named = english.replace("高坪", "Gaoping")
    asked = desk.post("/review/port/check", data={"number": "2", "english": named})
    told = [problem["text"] for problem in asked.json["problems"]]
    assert told == ["“Gaoping” (高坪) is not in the Chinese"]
    hash_ = desk.post("/review/port/passage", data=passage(2, named, hash_)).json["hash"]
    assert f"\n<!-- checked -->\n{named}" in text_of(site)
    other = english.replace("高坪", "one")
    desk.post("/review/port/passage", data=passage(2, other, hash_))
    assert f"\n\n{other}" in text_of(site)


def test_two_people_share_an_article_and_lose_nothing(work: tuple[TestSite, Client]) -> None:
    site, desk = work
    hash_ = hash_in(desk.get("/review/port").text)
    mine = passage(1, "In 2023 Nanchong completed 28.95 billion yuan.", hash_)
    theirs = passage(2, "There are 65 projects on 300 mu.", hash_)
    assert desk.post("/review/port/passage", data=mine).status == 200
    # The second carries an older hash, but its own paragraph is as it was shown.
    theirs["before"] = "There are 65 projects."
    assert desk.post("/review/port/passage", data=theirs).status == 200
    text = text_of(site)
    assert "28.95 billion" in text
    assert "300 mu" in text
    # The same paragraph, changed by both: nothing is written, both versions are shown.
    late = passage(1, "Something else.", hash_)
    late["before"] = "In 2023 Nanchong completed investment of 28.9 billion yuan."
    conflict = desk.post("/review/port/passage", data=late)
    assert conflict.status == 409
    assert "Something else." in conflict.json["conflict"]["mine"]
    assert text_of(site) == text


def test_a_paragraph_cannot_become_two(work: tuple[TestSite, Client]) -> None:
    site, desk = work
    before = text_of(site)
    hash_ = hash_in(desk.get("/review/port").text)
    refused = desk.post("/review/port/passage", data=passage(1, "One.\n\nTwo.", hash_))
    assert refused.status == 400
    assert "would change" in refused.text
    assert text_of(site) == before


def test_what_changed_in_the_chinese_is_shown_word_by_word(
    work: tuple[TestSite, Client],
) -> None:
    site, desk = work
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        config = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", "-C", str(site.root), *config, *words], check=True)
    changed = BODY.replace("65个", "66个")
    site.article("port", title="南充投资增长", body=changed, more="cities: [南充]\n")
    page = desk.get("/review/port").text
    assert "<del>65</del><ins>66</ins>" in page
    assert page.count("Chinese changed") == 1


def test_english_of_like_sentences_is_offered(work: tuple[TestSite, Client]) -> None:
    site, desk = work
    site.article("other", title="另一篇", body="项目共66个，占地500亩。\n")
    site.english("other", title="Other", body="There are 66 projects on 500 mu (33 hectares).\n")
    desk.rebuild("content/articles/other.md")
    (found, *_) = desk.get("/review/port/like/2").json
    assert found["where"] == "other"
    assert found["likeness"] > 0.6
    assert found["english"] == "There are 66 projects on 500 mu (33 hectares)."


def test_english_can_begin_with_a_page_of_the_inbox(site: TestSite) -> None:
    site.settings("translation: {engine: none}\n")
    site.article("port", title="肇庆港扩建", body=CHINESE)
    site.write("inbox/port.html", PAGE)
    site.write("inbox/other.txt", BODY)
    with client(site) as desk:
        shown = desk.get("/review/port").text
        assert [f'<option value="{name}">' in shown for name in ("port.html", "other.txt")] == [
            True,
            True,
        ]
        wrong = desk.post("/review/port/original", {"page": "other.txt"})
        assert wrong.status == 400
        assert "the text is not English" in wrong.text
        assert desk.post("/review/port/original", {"page": "none.txt"}).status == 400
        # Answers that cannot be read are not replaced.
        answers = site.write("inbox/port.html.answers.yaml", "title: Port\nkeep_line: 3\n")
        unread = desk.post("/review/port/original", {"page": "port.html"})
        assert unread.status == 400
        assert "keep_line" in unread.text
        assert answers.read_text("utf-8") == "title: Port\nkeep_line: 3\n"
        answers.unlink()
        assert not (site.articles / "port.en.md").exists()
        assert desk.post("/review/port/original", {"page": "port.html"}).status == 303
        text = text_of(site)
        assert text.startswith("---\n# From port.html.")
        assert 'title: "Zhaoqing port to grow"\nstatus: draft\n' in text
        assert "1.2 billion yuan" in desk.get("/review/port").text
        # The page is done; a second time it does not replace what an editor has written.
        assert 'article: "port"' in (site.root / "inbox/port.html.answers.yaml").read_text("utf-8")
        mended = text.replace("to grow", "grows")
        (site.articles / "port.en.md").write_text(mended, "utf-8")
        assert desk.post("/review/port/original", {"page": "port.html"}).status == 409
        assert text_of(site) == mended


def test_english_can_be_begun_by_hand(work: tuple[TestSite, Client]) -> None:
    site, desk = work
    site.article("new", title="新的一篇", body=BODY, more="summary: 摘要。\n")
    desk.rebuild("content/articles/new.md")
    assert "Write it by hand" in desk.get("/review/new").text
    assert desk.post("/review/new/begin").headers["location"].startswith("/review/new?")
    text = (site.articles / "new.en.md").read_text("utf-8")
    assert "status: draft\n" in text
    assert text.endswith(f"---\n\n{BODY}")
    page = desk.get("/review/new").text
    assert "Chinese is left over" in page
    assert "0 of 4 confirmed" in page
    hash_ = hash_in(page)
    for number, english in (("title", "New"), ("summary", "A summary."), ("1", "A."), ("2", "B.")):
        hash_ = desk.post("/review/new/passage", data=passage(number, english, hash_)).json["hash"]
    # What is there is not begun anew.
    assert desk.post("/review/new/begin").status == 409
    done = desk.post("/review/new/finish", data={"reviewer": "Chen Wei", "hash": hash_})
    assert done.status == 200
    head = yaml.safe_load((site.articles / "new.en.md").read_text("utf-8").split("---\n")[1])
    assert head["status"] == "reviewed"


def test_a_term_is_added_from_where_it_was_read(work: tuple[TestSite, Client]) -> None:
    site, desk = work
    found = desk.get("/glossary/-/term?term=投資").json
    assert (found["term"], found["converted"], found["known"]) == ("投资", "投資", False)
    assert found["touches"] == "A change affects 2 articles"
    assert {place["slug"] for place in found["places"]} == {"port", "zhaoqing-start"}
    added = {"term": "投资", "english": "investing", "hant": "", "hash": found["hash"]}
    assert desk.post("/glossary", data=added).status == 200
    assert "投资: investing" in (site.root / "content/glossary.yaml").read_text("utf-8")
    again = desk.get("/glossary/-/term?term=完成投资").json
    assert [one["term"] for one in again["conflicts"]] == ["投资"]
    # The review knows it at once.
    asked = {"number": "1", "english": "In 2023 Nanchong completed 28.95 billion yuan."}
    checked = desk.post("/review/port/check", data=asked).json
    assert "investing" in [chip["english"] for chip in checked["open"] if chip["term"]]


def test_a_passage_is_mended_confirmed_and_taken_back_by_keys(
    page: Page, running_desk: Running
) -> None:
    page.goto(f"{running_desk.address}review/machine")
    file = running_desk.root / "content/articles/machine.en.md"
    area, first = page.locator("#english-1"), page.locator("#p-1")
    area.click()
    area.fill("Zhaoqing has begun the work for 3 billion yuan.")
    expect(first.locator(".found")).to_contain_text("3 billion yuan")
    area.fill("Zhaoqing has begun the work.")
    page.keyboard.press("Control+Enter")
    # A figure is missing: the first time that is only said.
    expect(first.locator(".saved")).to_contain_text("looks wrong")
    expect(first.locator(".open .chip").first).to_contain_text("2 billion yuan")
    page.keyboard.press("Control+Enter")
    expect(first).to_have_class(re.compile("confirmed"))
    # On to the next that is open.
    expect(page.locator("#english-2")).to_be_focused()
    expect(page.locator("#progress")).to_contain_text("1 of")
    text = file.read_text("utf-8")
    assert "Zhaoqing has begun the work." in text
    assert "flagged" not in text
    page.reload()
    expect(area).to_have_value("Zhaoqing has begun the work.")
    # A confirmed passage that is changed is open again; the last save can be taken back.
    area.fill("Zhaoqing has begun work.")
    expect(page.locator("#progress")).to_contain_text("0 of")
    expect(first.locator(".saved")).to_have_text("Saved")
    page.keyboard.press("Alt+z")
    expect(area).to_have_value("Zhaoqing has begun the work.")
    expect(page.locator("#progress")).to_contain_text("1 of")
    # What is heard of an own save only after the next one is not a colleague's.
    late: list[tuple[Route, APIResponse]] = []

    def hold_the_first(route: Route) -> None:
        if late:
            route.continue_()
        else:
            late.append((route, route.fetch()))

    page.route("**/machine/state", hold_the_first)
    with page.expect_request("**/machine/state"):
        area.press("End")
        area.press("Space")
    # A click on a figure inserts its English.
    expect(first.locator(".saved")).to_have_text("Saved")
    area.press("Backspace")
    first.locator(".chinese mark").first.click()
    expect(area).to_have_value("Zhaoqing has begun the work.2 billion yuan")
    expect(first.locator(".echo mark.right")).to_have_text("2 billion yuan")
    # What a colleague saves is told; what is saved here is not.
    expect(first.locator(".saved")).to_have_text("Saved")
    (route, answer), *_ = late
    route.fulfill(response=answer)
    page.evaluate("fetch('/review/machine/state').then((answer) => answer.json())")
    expect(page.locator("#elsewhere")).to_be_empty()
    put_in_place(file, file.read_text("utf-8").replace("Zhaoqing port grows", "The port grows"))
    expect(page.locator("#elsewhere")).to_contain_text("Somebody else")
    page.get_by_role("button", name="Show it").click()
    expect(page.locator("#english-title")).to_have_value("The port grows")
    page.wait_for_load_state()
    # What is selected goes into the glossary.
    page.evaluate("""() => {
      const text = document.querySelector('#p-1 .chinese .han').firstChild;
      document.getSelection().setBaseAndExtent(text, 0, text, 2);
    }""")
    page.locator(".pick").click()
    box = page.locator("dialog")
    expect(box.get_by_label("Term", exact=True)).to_have_value("肇庆")
    box.get_by_text("A change affects").wait_for()
    box.get_by_label("English").fill("Zhaoqing City")
    page.keyboard.press("Enter")
    expect(first.locator(".open .chip.term")).to_contain_text("Zhaoqing City")
    glossary = running_desk.root / "content/glossary.yaml"
    assert '肇庆: "Zhaoqing City"' in glossary.read_text("utf-8")
