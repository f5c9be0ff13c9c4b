"""Footnotes: in all editions, with converted and translated text."""

from __future__ import annotations

import re

import pytest

from tests.english.test_machine_site import installed, machine
from tests.sites import TestSite

__all__ = ["installed", "machine"]

BODY = """肇庆总投资20亿元[^1]，项目[^说明]已经开工。

## 进度[^1]

厂房已经封顶。

[^1]: 以2023年价格计算，见https://a.cn/x。
[^说明]: 该项目的后续。

    又一段说明。
"""
ENGLISH = """Zhaoqing invests 2 billion yuan[^1] in all; the project[^n] goes on.

## Progress[^1]

The plant has been topped out.

[^1]: At prices of 2023, see https://a.cn/x.
[^n]: What follows of the project.

    Another paragraph.
"""


@pytest.fixture
def noted(site: TestSite) -> TestSite:
    site.article("a", body=BODY, more="cities: [肇庆]\n")
    site.english("a", body=ENGLISH)
    assert not any("articles/a." in problem for problem in site.build().problems)
    return site


def blocks(page: str) -> dict[str, str]:
    """The anchors of a page, with the text that begins at each."""
    found = re.split(r'<(?:p|h2|div)[^>]* id="(p[0-9]+)"[^>]*>', page)
    return dict(zip(found[1::2], found[2::2], strict=True))


@pytest.mark.parametrize(
    ("edition", "note", "more"),
    [
        ("zh-hans", "以2023年价格计算", "又一段说明。"),
        ("zh-hant", "以2023年價格計算", "又一段說明。"),
        ("en", "At prices of 2023", "Another paragraph."),
    ],
)
def test_marks_lead_to_notes_and_back(noted: TestSite, edition: str, note: str, more: str) -> None:
    places = blocks(noted.page(f"/{edition}/articles/a/"))
    assert '<sup class="note"><a href="#p4" role="doc-noteref">1</a></sup>' in places["p1"]
    assert '<sup class="note"><a href="#p5" role="doc-noteref">2</a></sup>' in places["p1"]
    assert '<a href="#p4" role="doc-noteref">1</a>' in places["p2"]
    assert '<a href="#p1" role="doc-backlink">1</a></span> ' + note in places["p4"]
    assert '<a href="https://a.cn/x">' in places["p4"]
    assert more in places["p5"]


def test_numbers_of_notes_are_no_part_of_what_is_said(noted: TestSite) -> None:
    page = noted.page("/zh-hans/articles/a/")
    match = re.search(r'<meta name="description" content="([^"]*)"', page)
    assert match is not None
    assert "20亿元，项目已经开工。" in match.group(1)
    assert "以2023年" not in match.group(1)


def test_the_two_texts_pair_off(noted: TestSite) -> None:
    page = noted.page("/en/articles/a/parallel/")
    assert "以2023年价格计算" in page
    assert "At prices of 2023" in page
    assert not any("articles/a" in problem for problem in noted.digest("check").problems)


def test_a_feed_has_whole_addresses(noted: TestSite) -> None:
    feed = noted.page("/zh-hans/feed.xml")
    assert "https://example.org/sub/zh-hans/articles/a/#p4" in feed


def test_an_english_text_without_the_note_is_named(noted: TestSite) -> None:
    noted.english("a", body=ENGLISH.split("[^n]: ")[0].replace("[^n]", ""))
    problems = noted.build().problems
    assert any(
        "paragraph 5: seems to have no counterpart here of “该项目的后续" in p for p in problems
    )


def test_a_machine_translates_notes_and_corrections_of_one_stay(machine: TestSite) -> None:
    notes = "[^1]: 项目总投资约4亿元，占地313亩。\n[^2]: 占地313亩[^1]。\n"
    body = f"南充完成投资289.5亿元[^1]。\n\n{notes}"
    machine.article("nanchong", body=body, more="cities: [南充]\n")
    machine.digest("translate")
    sidecar = machine.articles / "nanchong.en.md"
    text = sidecar.read_text("utf-8")
    assert "[^1]" in text.split("[^1]: ")[0]
    first = re.search(r"\[\^1\]: (.*)", text)
    assert first is not None
    assert "313 mu" in first.group(1)
    sidecar.write_text(text.replace(first.group(1), "Mine: 400 million yuan, 313 mu."), "utf-8")
    machine.article("nanchong", body=body.replace("占地313亩[^1]", "占地314亩[^1]"))
    machine.digest("translate")
    renewed = sidecar.read_text("utf-8")
    assert "Mine: 400 million yuan, 313 mu." in renewed
    assert "314 mu" in renewed
