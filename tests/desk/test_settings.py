"""The settings' page: changes keep the rest of site.yaml, wrong ones are told at their field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.config import Site
from generator.config.site import TranslationSettings
from generator.fields.declared import declared
from tests.desk.client import Client, client
from tests.desk.conftest import small_site
from tests.desk.test_articles import form_of


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


def form(desk: Client, query: str = "") -> dict[str, str]:
    shown = desk.get(f"/settings{query}").text.replace('id="settings-form"', 'id="article-form"')
    return form_of(shown)


def test_every_declared_key_has_a_field(made: Client, file: Path) -> None:
    shown = made.get("/settings").text
    keys = [key.key for key in (*declared(Site), *declared(TranslationSettings))]
    lacking = [k for k in keys if not re.search(rf'id="field-{re.escape(k)}(\.zh-Hans)?"', shown)]
    assert lacking == []


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
    job.ended.wait()
    assert job.state == "failed"
    assert job.problems
    assert not list((tmp_path / "packages").glob("*"))
