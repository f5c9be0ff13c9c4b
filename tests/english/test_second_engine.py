"""Another engine than Argos, through the command line: nothing but its file and its name."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence

import pytest

from generator.config.translation import ENGINES
from generator.pipeline.folder import FILE
from tests.english import small_engine
from tests.sites import TestSite

BODY = "南充65个项目完成投资289.5亿元。\n\n- 占地313亩。\n- 办理时间压缩至10个工作日。\n"


@pytest.fixture
def small(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> TestSite:
    """A site that asks for the small engine, with an article that has no English."""
    monkeypatch.setitem(ENGINES, "small", "tests.english.small_engine")
    monkeypatch.setattr(small_engine, "asked", [])
    site.settings("translation: {engine: small}\n")
    site.article("nanchong", title="南充65个项目开工", body=BODY, more="cities: [南充]\n")
    return site


def test_a_build_takes_its_english(small: TestSite) -> None:
    ran = small.build()
    assert "1 reviewed, 1 by machine, 0 missing" in ran.out
    page = small.page("/en/articles/nanchong/")
    assert "The small engine says" in page
    assert "28.95 billion yuan" in page
    assert "313 mu" in page
    assert "Machine translation by Small Engine (two-words, 7)" in page
    assert small_engine.asked


def test_what_it_made_is_kept_when_it_is_gone(
    small: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.build()
    page = small.page("/en/articles/nanchong/")
    small_engine.asked.clear()
    # Only the segments are left of what was made.
    (small.root / FILE).unlink()
    shutil.rmtree(small.root / "public")
    monkeypatch.setattr(small_engine, "present", False)
    assert "1 by machine, 0 missing" in small.build().out
    assert small.page("/en/articles/nanchong/") == page
    assert small_engine.asked == []

    small.article("new-one", body="惠州开工3个项目。")
    ran = small.build()
    assert "1 by machine, 1 missing" in ran.out
    words = "1 article has no English and the engine “small” is not available on this machine"
    assert words in ran.out
    ran = small.digest("translate", "new-one")
    assert ran.code == 1
    assert "the engine “small” is not available on this machine" in ran.problems[0]
    # It comes back, and nothing of the site has changed.
    monkeypatch.setattr(small_engine, "present", True)
    assert "2 by machine, 0 missing" in small.build().out


def test_its_sidecars_are_corrected_and_brought_up_to_date(small: TestSite) -> None:
    assert small.digest("translate").code == 0
    sidecar = small.articles / "nanchong.en.md"
    text = sidecar.read_text("utf-8")
    assert 'engine: "Small Engine (two-words, 7)"' in text
    corrected = "An editor wrote: 65 projects, 28.95 billion yuan."
    first = text.rstrip().split("\n---\n")[1].strip().split("\n\n")[0]
    sidecar.write_text(text.replace(first, corrected), "utf-8")
    small.article(
        "nanchong", title="南充65个项目开工", body=BODY.replace("313", "314"),
        more="cities: [南充]\n",
    )  # fmt: skip
    small_engine.asked.clear()
    ran = small.digest("translate")
    assert "nanchong.en.md: brought up to date (changed: paragraph 2)" in ran.out
    assert corrected in sidecar.read_text("utf-8")
    assert "314 mu" in sidecar.read_text("utf-8")
    assert small_engine.asked


def test_a_cell_that_has_lost_its_word_is_flagged(
    small: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(engine: small_engine.SmallEngine, text: str) -> str:
        return " ".join(re.findall("[0-9,]+", text)) if len(text) < 20 else "It is so."

    monkeypatch.setattr(small_engine.SmallEngine, "_english", bare)
    small.article("table", title="表", body="| 甲 | 乙 |\n|---|---|\n| 学位2700个 | 2700 |\n")
    ran = small.digest("translate", "table")
    (told,) = [line for line in ran.problems if "学位2700个" in line]
    assert "table.en.md:" in told
    assert "“学位” has no English" in told


def test_inspect_sees_a_text_of_its_site(small: TestSite) -> None:
    ran = small.digest("inspect", str(small.articles / "nanchong.md"), "--format", "json")
    assert ran.code == 0
    assert "65" in json.loads(ran.out)["segments"][0]["source"]
    assert small_engine.asked == []


def test_an_unknown_engine_is_told_with_the_known_ones(small: TestSite) -> None:
    small.settings("translation: {engine: smal}\n")
    ran = small.digest("build")
    assert ran.code == 1
    assert "small" in ran.problems[0]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("no such word"), "ValueError: no such word"),
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (KeyError("x"), "KeyError: 'x'"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_an_engine_that_raises_is_named_with_the_article(
    small: TestSite, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fail(texts: Sequence[str]) -> Sequence[str]:
        if any("313" in text or "亩" in text for text in texts):
            raise error
        return texts

    monkeypatch.setattr(small_engine, "before", fail)
    small.article("zhaoqing-works", body="肇庆开工3个项目。")
    for command in ("build", "check", "translate"):
        ran = small.digest(command)
        assert ran.code == 1
        (told,) = [line for line in ran.problems if "engine" in line]
        assert told.startswith("content/articles/nanchong.md: the engine Small Engine failed")
        assert words in told
    # What it could do is there.
    assert (small.articles / "zhaoqing-works.en.md").is_file()

    monkeypatch.setattr(small_engine, "before", list)
    assert small.build().code == 0
    assert "The small engine says" in small.page("/en/articles/nanchong/")


@pytest.mark.parametrize("change", [lambda texts: texts[1:], lambda texts: [*texts, "more"]])
def test_an_engine_that_loses_count_is_told(
    small: TestSite, monkeypatch: pytest.MonkeyPatch, change: object
) -> None:
    monkeypatch.setattr(small_engine, "before", change)
    ran = small.digest("build")
    assert ran.code == 1
    assert "the engine Small Engine failed" in ran.problems[0]
    assert "drafts" in ran.problems[0]
