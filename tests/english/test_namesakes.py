"""Machine English of an article that names two cities with one English name."""

from __future__ import annotations

import html

import pytest

from generator.config.translation import ENGINES
from generator.english.namesakes import namesakes_in, told_apart
from generator.gazetteer import load
from tests.sites import TestSite

BOTH = "苏州与宿州签约。"


@pytest.mark.parametrize(
    ("article", "source", "english", "expected"),
    [
        (BOTH, "苏州增长5%", "Suzhou grew by 5%", "Suzhou (Jiangsu) grew by 5%"),
        (
            BOTH,
            "宿州增长，宿州…",
            "Suzhou’s growth; Suzhou",
            "Suzhou (Anhui)’s growth; Suzhou (Anhui)",
        ),
        (BOTH, "宿州增长", "Suzhou, Anhui, grew", "Suzhou, Anhui, grew"),
        (BOTH, "苏州工业园区增长", "Suzhou Industrial Park grew", "Suzhou Industrial Park grew"),
        # Which is which cannot be told here.
        (BOTH, BOTH, "Suzhou and Suzhou signed.", "Suzhou and Suzhou signed."),
        ("苏州与福州签约", "苏州增长", "Suzhou grew", "Suzhou grew"),
        ("泰州和台州", "台州增长", "Taizhou grew", "Taizhou (Zhejiang) grew"),
    ],
)
def test_each_is_named_with_its_province(
    article: str, source: str, english: str, expected: str
) -> None:
    assert told_apart(english, source, namesakes_in(article, load())) == expected


def test_pages_have_it_and_check_accepts_it(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "small", "tests.english.small_engine")
    site.settings("translation: {engine: small}\n")
    body = "苏州新增就业。\n\n宿州新增项目3亿元。"
    site.article("both", title="两市合作", body=body, more="cities: [苏州, 宿州]\n")
    site.build()
    page = html.unescape(site.page("/en/articles/both/"))
    assert "Suzhou (Jiangsu) here" in page
    assert "Suzhou (Anhui) and 300 million yuan" in page
    assert site.digest("translate").code == 0
    assert "Suzhou (Anhui)" in (site.articles / "both.en.md").read_text("utf-8")
    assert [line for line in site.digest("check").problems if "Suzhou" in line] == []
