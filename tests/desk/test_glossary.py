"""The glossary's page: terms with their uses; a change keeps the rest of the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.client import Client, client
from tests.desk.conftest import small_site

TEXT = """# Our terms
terms:
  # People
  范长江: {en: Fan Changjiang, hant: 範長江, note: 记者}  # spelt so
  项目: project

keep: [里水]
"""


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    site = small_site(tmp_path_factory.mktemp("glossary") / "site")
    site.write("content/glossary.yaml", TEXT)
    with client(site) as found:
        yield found


@pytest.fixture
def file(terms: Client) -> Path:
    found = terms.desk.root / "content/glossary.yaml"
    found.write_text(TEXT, "utf-8")
    return found


def send(desk: Client, **values: str) -> int:
    shown = desk.get("/glossary").text
    seen = re.search(r'name="hash" value="([^"]*)"', shown)
    assert seen
    return desk.post("/glossary", {"hash": seen[1], "do": "save", **values}).status


def test_terms_are_listed_with_their_uses(terms: Client, file: Path) -> None:
    shown = terms.get("/glossary?q=proj").text
    row = re.search(r'term=%E9%A1%B9%E7%9B%AE.*?<td class="num">(\d+)</td>', shown, re.S)
    assert row
    assert int(row[1]) > 0
    assert "Fan Changjiang" not in shown
    assert 'href="/articles/reviewed"' in terms.get("/glossary?term=项目").text


@pytest.mark.parametrize(("line", "term"), [("5", "项目"), ("²", ""), ("9" * 5000, ""), ("x", "")])
def test_a_problem_leads_to_the_term_on_its_line(
    terms: Client, file: Path, line: str, term: str
) -> None:
    answer = terms.get(f"/glossary?line={line}")
    assert answer.status == 200
    assert f'name="term" value="{term}"' in answer.text


def test_a_new_term_begins_with_an_empty_form(terms: Client, file: Path) -> None:
    form = terms.get("/glossary").text.partition('id="glossary-form"')[2].partition("</form>")[0]
    assert re.findall(r'name="(?:term|english|hant)" value="([^"]*)"', form) == ["", "", ""]
    assert "readonly" not in form
    assert send(terms, term="项目", english="undertaking", new="yes") == 400
    assert file.read_text("utf-8") == TEXT


def test_a_form_that_fails_keeps_its_page_and_what_was_typed(terms: Client, file: Path) -> None:
    typed = {"english": "an <b>undertaking", "also": "one\ntwo", "hant": "", "note": "ask"}
    cases = (
        ({"term": "项目", "new": "yes"}, "term", "is in the glossary already"),
        ({"term": "項目", "new": "yes"}, "term", "another spelling of this term"),
        ({"term": "", "new": "yes"}, "term", "write the Chinese term"),
        ({"term": "新词", "new": "yes", "english": ""}, "english", "write its English or"),
        ({"term": "范长江", "english": "", "hant": ""}, "english", "write its English or"),
    )
    for sent, field, message in cases:
        values = {**typed, **sent}
        answer = terms.post("/glossary", {"hash": "seen", "do": "save", **values})
        assert answer.status == 400
        form = answer.text.partition('id="glossary-form"')[2].partition("</form>")[0]
        shown = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
        also = re.search(r'name="also"[^>]*>\n([^<]*)<', form)
        assert also
        kept = {k: html.unescape(v) for k, v in shown.items()} | {"also": also[1]}
        assert {k: kept[k] for k in values} == values
        assert kept["hash"] == "seen"
        assert re.search(f'name="{field}"[^>]* aria-invalid="true"', form)
        assert message in form.partition(f'id="error-{field}"')[2].partition("</div>")[0]
        assert ("readonly" in form) == ("new" not in sent)
    said = terms.post("/glossary", {"term": "", "do": "save"}, headers={"Accept-Language": "zh-CN"})
    assert "请填写中文术语" in said.text
    assert file.read_text("utf-8") == TEXT
    file.write_text("keep: {", "utf-8")
    answer = terms.post("/glossary/keep", {"hash": "seen", "keep": "<b>里水\n新词"})
    assert answer.status == 400
    assert "&lt;b&gt;里水\n新词</textarea>" in answer.text
    assert "not a mapping" in answer.text.partition('id="error-keep"')[2].partition("</div>")[0]


def test_a_change_keeps_comments_and_order(terms: Client, file: Path) -> None:
    send(terms, term="范长江", english="Fan Chang-jiang", hant="范長江", also="")
    send(terms, term="集中签约", english="joint signing", also="group signing\nmass signing")
    assert file.read_text("utf-8") == TEXT.replace("Fan Changjiang", '"Fan Chang-jiang"').replace(
        "範長江", "范長江"
    ).replace(
        "  项目: project\n",
        "  项目: project\n  集中签约: "
        '{en: "joint signing", also: ["group signing", "mass signing"]}\n',
    )


def test_what_the_file_allows_is_edited_and_the_rest_stays(terms: Client, file: Path) -> None:
    assert 'value="记者"' in terms.get("/glossary?term=范长江").text
    text = TEXT.replace("  项目:", "  集中簽約: {en: joint signing}  # as in Taiwan\n  项目:")
    file.write_text(text, "utf-8")
    send(terms, term="范长江", english="Fan Changjiang", hant="範長江", also="", note="名记者")
    # The form of a selection in a text has no note.
    send(terms, term="集中签约", english="mass signing", hant="集中簽約", also="")
    assert file.read_text("utf-8") == text.replace("note: 记者", "note: 名记者").replace(
        "joint signing", '"mass signing"'
    )
    assert send(terms, term="集中签约", do="remove") == 303
    assert "簽約" not in file.read_text("utf-8")


def test_words_that_stay_are_edited_in_place(terms: Client, file: Path) -> None:
    text = TEXT.replace("keep: [里水]", "keep:\n  # a town\n  - 里水  # Nanhai")
    file.write_text(text, "utf-8")
    assert "里水</textarea>" in terms.get("/glossary").text
    seen = re.search(r'name="hash" value="([^"]*)"', terms.get("/glossary").text)
    assert seen
    sent = {"hash": seen[1], "keep": "沙溪\n里水\n\n沙溪\n"}
    assert terms.post("/glossary/keep", sent).status == 303
    assert file.read_text("utf-8") == text.replace("  # a town", "  - 沙溪\n  # a town")


def test_a_term_is_removed(terms: Client, file: Path) -> None:
    assert send(terms, term="项目", do="remove") == 303
    assert file.read_text("utf-8") == TEXT.replace("  项目: project\n", "")


def test_a_second_spelling_of_a_term_is_refused(terms: Client, file: Path) -> None:
    assert send(terms, term="項目", english="undertaking") == 400
    assert file.read_text("utf-8") == TEXT


def test_a_file_that_changed_meanwhile_is_not_overwritten(terms: Client, file: Path) -> None:
    answer = terms.post("/glossary", {"hash": "old", "term": "新", "english": "new"})
    assert answer.status == 409
    assert file.read_text("utf-8") == TEXT


def test_terms_that_meet_are_shown(terms: Client, file: Path) -> None:
    shown = terms.get("/glossary?term=重大项目").text
    assert "shorter, this term takes precedence" in shown
    assert 'value="重大项目"' in shown
