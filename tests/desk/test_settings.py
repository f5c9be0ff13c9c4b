"""The settings' page: changes keep the rest of site.yaml, wrong ones are told at their field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config import Site, load_site
from generator.config.books import BOOKS
from generator.config.translation import TranslationSettings
from generator.desk.jobs import Job
from generator.fields.declared import declared
from generator.problem import Report
from tests.browser.pages import PATIENCE
from tests.desk.client import Client, client
from tests.desk.conftest import small_site
from tests.desk.test_articles import form_of
from tests.english.conftest import PACKAGE
from tests.english.loopback import serving


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with client(small_site(tmp_path_factory.mktemp("settings") / "site")) as found:
        yield found


@pytest.fixture
def file(made: Client) -> Iterator[Path]:
    found = made.desk.root / "site.yaml"
    before = found.read_text("utf-8")
    found.write_text(f"# Ours\n{before}# The end\n", "utf-8")
    yield found
    found.write_text(before, "utf-8")


def form(desk: Client, query: str = "") -> dict[str, Any]:
    shown = desk.get(f"/settings{query}").text.replace('id="settings-form"', 'id="article-form"')
    return form_of(shown)


def test_every_declared_key_has_a_field(made: Client, file: Path) -> None:
    shown = made.get("/settings").text
    keys = [key.key for key in (*declared(Site), *declared(TranslationSettings))]
    lacking = [k for k in keys if not re.search(rf'id="field-{re.escape(k)}(\.zh-Hans)?"', shown)]
    assert lacking == []
    # The values of choices too are said in the editor's language.
    shown = made.get("/settings", {"Accept-Language": "zh-CN"}).text
    options = re.findall(r'<option value="[^"]*"[^>]*>([^<]*)</option>', shown)
    assert {"保持原样", "按设置转换", "默认：保持原样"} <= {*options}
    assert not {"keep", "convert", "tw", "none"} & {*options}
    # A field for one language is not described as a mapping of languages.
    assert "{zh-Hans: …" not in shown
    assert "网站名称；不填则由简体自动转换" in shown


def test_saving_without_a_change_leaves_the_file_as_it_is(made: Client, file: Path) -> None:
    before = file.read_text("utf-8")
    assert made.post("/settings", form(made)).status == 303
    assert file.read_text("utf-8") == before


def test_a_change_writes_its_key_alone(made: Client, file: Path) -> None:
    before = file.read_text("utf-8")
    sent = form(made) | {"key:page_size": "7", "key:translation.beam": "2"}
    made.post("/settings", sent)
    after = file.read_text("utf-8")
    assert "page_size: 7" in after
    assert "translation: {engine: none, beam: 2}" in after
    kept = [
        line for line in before.split("\n") if "page_size" not in line and "{engine" not in line
    ]
    assert [line for line in kept if line not in after.split("\n")] == []


def test_every_kind_of_key_is_written_and_read(made: Client, file: Path) -> None:
    before = file.read_text("utf-8")
    sent = {
        "title.en": "New: title # 2", "editions^": "en", "hant_variant": "hk",
        "author_pages": "true", "feed_length": "5", "summary_length.en": "200",
        "footer.zh-Hans": "甲\n\n乙",
        "footer.en": "A", "accent": "#a0231f", "books": ["en"], "editors": "甲\n乙",
    }  # fmt: skip
    lists = {**topic("new0", id="公共服务", en="Services"), "row:menu:new0:to": "latest"}
    answer = made.post("/settings", form(made) | {f"key:{k}": v for k, v in sent.items()} | lists)
    assert answer.status == 303, answer.text
    site = load_site(made.desk.root, Report())
    assert site is not None
    assert (site.title.en, site.editions[0], site.hant_variant) == ("New: title # 2", "en", "hk")
    assert (site.author_pages, site.feed_length, site.summary_en) == (True, 5, 200)
    assert ([t.id for t in site.topics][-1], [e.to for e in site.menu]) == ("公共服务", ["latest"])
    assert (site.footer.text.hans, site.accent.light) == ("甲\n\n乙", "#a0231f")
    assert (site.books, site.editors) == (("en",), ("甲", "乙"))
    after = file.read_text("utf-8")
    assert after.startswith("# Ours\n")
    assert after.rstrip().endswith("# The end")
    made.post("/settings", form(made) | {"row:menu:0:to": "", "key:editors": ""})
    assert not re.search("^(menu|editors)", file.read_text("utf-8"), re.M)
    assert len(before.split("\n")) < len(after.split("\n"))


def test_values_that_name_nothing_are_told_at_their_field(made: Client, file: Path) -> None:
    before = file.read_text("utf-8")
    sent = {"accent": "[", "guide": "none", "lead": "nobody"}
    answer = made.post("/settings", form(made) | {f"key:{k}": v for k, v in sent.items()})
    assert answer.status == 400
    for key in sent:
        assert re.search(rf'data-errors="{key}"><p', answer.text), key
    assert "[</textarea>" in answer.text, "what was typed is still there"
    assert file.read_text("utf-8") == before


def test_editions_and_books_are_ticked_by_name(made: Client, file: Path) -> None:
    begun = file.read_text("utf-8")
    shown = made.get("/settings", {"Accept-Language": "zh-CN"}).text
    for key, names in (("editions", "简体中文 繁体中文 英文"), ("books", "中英对照")):
        field = shown.partition(f'data-field="{key}"')[2].partition("</fieldset>")[0]
        assert all(f">{name}</label>" in field for name in names.split())
        assert "zh-Hans" not in re.sub(r'value="[^"]*"', "", field), "no code is shown"
    # Books of an edition that the site does not have are not offered.
    assert made.post("/settings", form(made) | {"key:editions": ["zh-Hans", "en"]}).status == 303
    assert "editions: [zh-Hans, en]" in file.read_text("utf-8")
    assert form(made)["key:books"] == ["zh-Hans", "en", "bilingual"]
    cases: tuple[tuple[dict[str, Any], str, tuple[str, ...]], ...] = (
        ({"key:books": ["bilingual"]}, "books: [bilingual]", ("bilingual",)),
        ({"key:books": []}, "books: false", ()),
        ({"key:books": ["zh-Hans", "en", "bilingual"]}, "", BOOKS),
        ({"key:editions^": "en"}, "editions: [en, zh-Hans]", BOOKS),
    )
    for sent, written, books in cases:
        made.post("/settings", {k: v for k, v in (form(made) | sent).items() if v != []})
        text, site = file.read_text("utf-8"), load_site(made.desk.root, Report())
        assert written in text
        assert ("books:" in text) == (books != BOOKS)
        assert site is not None
        assert site.books == books
    # A list that names nothing can be cleared; without an edition nothing is saved.
    file.write_text(begun + "books: [en, audio]\n", "utf-8")
    assert re.search('data-errors="books"><p lang="en">unknown book', made.get("/settings").text)
    assert form(made)["key:books"] == ["en", "audio"]
    none = {k: v for k, v in form(made).items() if k != "key:editions"}
    answer = made.post("/settings", none)
    assert answer.status == 400
    assert re.search(
        'data-errors="editions"><p lang="en">no edition is ticked: tick at least one', answer.text
    )


def topic(ident: str, **values: str) -> dict[str, str]:
    return {f"row:topics:{ident}:{k.replace('_', '-')}": v for k, v in values.items()}


LISTS = """topics:
  # For the front page
  新能源: New energy  # since 2020

  交通: {en: Transport, slug: traffic}
menu:
- latest
# ours
- {to: "https://example.org", name: {zh-Hans: 报, en: Paper}}
"""
MOVED = """topics:

  交通: {en: Transport, slug: traffic}
  # For the front page
  新能源: New energy  # since 2020
  文化: {en: Arts, zh-Hant: 文化事}
menu:
- latest
# ours
- {to: "https://example.org", name: {zh-Hans: 报, en: "The paper"}}
"""


@pytest.fixture
def lists(file: Path) -> Path:
    """A file with `LISTS`."""
    rest = re.sub(r"topics:\n(  .*\n)*", "", file.read_text("utf-8"))
    file.write_text(rest + LISTS, "utf-8")
    return file


def test_rows_that_are_not_changed_stay_as_they_are_typed(made: Client, lists: Path) -> None:
    before = lists.read_text("utf-8")
    assert made.post("/settings", form(made)).status == 303
    assert lists.read_text("utf-8") == before
    sent = {k: v for k, v in form(made).items() if not k.startswith("row:topics:0")}
    sent |= topic("0", id="新能源", zh_Hant="", en="New energy", slug="")
    sent |= topic("new0", id="文化", zh_Hant="文化事", en="Arts")
    sent["row:menu:1:en"] = "The paper"
    assert made.post("/settings", sent).status == 303
    assert lists.read_text("utf-8") == before.replace(LISTS, MOVED)


def test_what_is_wrong_with_a_row_is_told_at_it(made: Client, lists: Path) -> None:
    before = lists.read_text("utf-8")
    sent = form(made) | topic("1", id="", en="Transport", slug="traffic")
    sent |= topic("new0", id="文化", en="", slug="New energy") | {"row:menu:1:en": ""}
    told = made.post("/settings/check", sent).json["fields"]
    assert {*told} == {"topics.1", "topics.new0", "menu.1"}
    nowhere = form(made) | {"row:menu:0:to": "nowhere"}
    assert {*made.post("/settings/check", nowhere).json["fields"]} == {"menu.0"}
    answer = made.post("/settings", sent)
    assert answer.status == 400
    assert re.search(r'data-errors="menu\.1"><p', answer.text)
    assert 'value="文化"' in answer.text, "what was typed is still there"
    assert lists.read_text("utf-8") == before


def test_rows_are_arranged_without_scripts_and_nothing_is_lost(made: Client, lists: Path) -> None:
    sent = form(made) | {"key:page_size": "7", "rows": "menu down 0"}
    shown = made.post("/settings/rows", sent)
    assert shown.status == 200
    again = form_of(shown.text.replace('id="settings-form"', 'id="article-form"'))
    assert made.post("/settings", again).status == 303
    site = load_site(made.desk.root, Report())
    assert site is not None
    assert ([one.to for one in site.menu][-1], site.page_size) == ("latest", 7)
    assert "# ours\n- {to" in lists.read_text("utf-8")


def test_a_topic_that_articles_have_is_not_lost_unseen(made: Client, file: Path) -> None:
    told = made.post("/settings/check", form(made) | {"row:topics:0:id": "能源"}).json
    assert told["errors"] == 0
    assert "is a topic of 3 articles" in told["fields"]["topics"][0]["text"]


def test_what_cannot_be_used_is_refused_with_every_reason_at_its_field(
    made: Client, file: Path
) -> None:
    before = file.read_text("utf-8")
    sent = form(made) | {"key:base_url": "nowhere", "key:page_size": "9999"}
    answer = made.post("/settings", sent)
    assert answer.status == 400
    for key in ("base_url", "page_size"):
        assert re.search(rf'data-errors="{key}"><p', answer.text)
    assert 'value="nowhere"' in answer.text
    assert file.read_text("utf-8") == before
    told = made.post("/settings/check", sent).json["fields"]
    assert set(told) == {"base_url", "page_size"}


def test_settings_that_are_not_yaml_are_corrected_as_text(made: Client, file: Path) -> None:
    sound = file.read_text("utf-8")
    file.write_text(sound + "topics: [\n", "utf-8")
    sent = form(made)
    assert "key:page_size" not in sent
    made.post("/settings", {**sent, "text": sound})
    assert file.read_text("utf-8") == sound


def test_a_file_that_is_no_package_is_refused(
    made: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    assert made.post("/settings/model", files={"file": ("x.zip", b"x")}).status == 400
    started = made.post(
        "/settings/model",
        files={"file": ("x.argosmodel", b"no package")},
        headers={"Accept": "application/json"},
    ).json
    job = made.desk.jobs.get(started["id"])
    assert job is not None
    assert job.ended.wait(PATIENCE)
    assert job.state == "failed"
    assert job.problems
    assert not list((tmp_path / "packages").glob("*"))


def test_a_package_is_installed_from_a_file_and_by_name(
    made: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    ask = {"Accept": "application/json"}
    sent = {"file": ("translate-zh_en.argosmodel", PACKAGE.read_bytes())}
    started = made.post("/settings/model", files=sent, headers=ask).json
    assert ended(made, started["id"]).state == "done"
    assert re.search(r"translate-zh_en.*?in use.*?[0-9.]+ MB", made.get("/settings").text, re.S)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "others"))
    with serving() as web:
        entry = {
            "package_version": "0.1", "from_code": "zh", "to_code": "en",
            "links": [f"{web.address}/x.argosmodel"],
        }  # fmt: skip
        web.files = {
            "/index.json": json.dumps([entry]).encode(),
            "/x.argosmodel": PACKAGE.read_bytes(),
        }
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", web.address + "/")
        missing = made.post("/settings/model", {"name": "translate-xx_en"}, headers=ask).json
        assert ended(made, missing["id"]).state == "failed"
        started = made.post("/settings/model", {"name": "translate-zh_en"}, headers=ask).json
        job = ended(made, started["id"])
        again = made.post("/settings/model", {"name": "translate-zh_en"}, headers=ask).json
        assert ended(made, again["id"]).state == "done"
        # It is installed already, so its file is not fetched again.
        assert [path for path, _ in web.asked].count("/x.argosmodel") == 1
        monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(PACKAGE / "packages"))
        refused = made.post("/settings/model", {"name": "translate-zh_en"}, headers=ask).json
        assert "cannot be installed: " in str(ended(made, refused["id"]).problems[0])
    assert job.state == "done", job.problems
    assert (job.stage, job.done) == ("fetch", job.total)
    assert len(list((tmp_path / "others").glob("translate-zh_en*"))) == 1


def ended(desk: Client, ident: str) -> Job:
    job = desk.desk.jobs.get(ident)
    assert job is not None
    assert job.ended.wait(PATIENCE)
    return job
