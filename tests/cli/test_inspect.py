"""``digest inspect`` shows what the generator finds in a text."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.sites import TestSite, run

TEXT = "南充今年前8个月完成工业投资210.6亿元，同比增长33.9%。\n\n拿地即动工成为常态。\n"


def test_one_object_with_everything(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms: {拿地即动工: start on land handover}\n")
    file = site.write("text.txt", TEXT)
    ran = site.digest("inspect", str(file), "--format", "json")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert [segment["source"] for segment in found["segments"]] == TEXT.split()
    money = next(figure for figure in found["figures"] if figure["unit"] == "yuan")
    assert money == {
        "source": "210.6亿元",
        "english": "21.06 billion yuan",
        "value": "21060000000",
        "unit": "yuan",
    }
    assert {"source": "拿地即动工", "english": "start on land handover"} in found["terms"]
    (city,) = found["cities"]
    assert (city["code"], city["subject"]) == ("511300", True)
    assert city["at"][0] == {"start": 0, "end": 2, "text": "南充"}
    assert found["summary"] == TEXT.replace("\n", "")


def test_an_article_and_standard_input(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("肇慶項目總投資二十億元。".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    article = site.articles / "zhaoqing-start.md"
    ran = run("inspect", "-", str(article), "--format", "json")
    first, second = map(json.loads, ran.out.splitlines())
    assert first["segments"] == [{"source": "肇庆项目总投资二十亿元。"}]
    assert first["figures"][0]["english"] == "2 billion yuan"
    assert second["segments"][0] == {"source": "肇庆项目开工"}


def test_as_text(site: TestSite) -> None:
    ran = site.digest("inspect", str(site.write("text.txt", TEXT)))
    for words in ("21.06 billion yuan  = 21060000000 yuan", "511300 南充", "subject"):
        assert words in ran.out


def test_files_that_cannot_be_read_are_all_told(site: TestSite) -> None:
    good = site.write("good.txt", TEXT)
    bad = site.write("bad.txt", "投资".encode("gbk") + b"\xff")
    ran = site.digest("inspect", str(bad), "nothing.txt", str(good), "--format", "json")
    assert ran.code == 2
    assert len(ran.problems) == 2
    assert len(ran.out.splitlines()) == 1
