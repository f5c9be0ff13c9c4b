"""Machine English of plain 元 in articles of Taiwan, Hong Kong and Macao."""

from __future__ import annotations

import html

import pytest

from generator.config.translation import ENGINES
from generator.english.currencies import in_local_currency
from tests.sites import TestSite

TAIWAN, HONG_KONG = "New Taiwan dollars", "Hong Kong dollars"


@pytest.mark.parametrize(
    ("source", "before", "home", "english", "expected"),
    [
        (
            "罚款120万元。",
            "",
            HONG_KONG,
            "Fined 1.2 million yuan.",
            f"Fined 1.2 million {HONG_KONG}.",
        ),
        ("每张1元，3元硬币", "", "patacas", "1 yuan, 3-yuan coins", "1 pataca, 3-pataca coins"),
        ("单位：亿元", "", TAIWAN, "Unit: 100 million yuan", f"Unit: 100 million {TAIWAN}"),
        (
            "行政院核定30亿元。",
            "",
            TAIWAN,
            "The Executive Yuan gave 3 billion yuan.",
            f"The Executive Yuan gave 3 billion {TAIWAN}.",
        ),
        # In a paragraph that has named it, in an article of any place.
        ("累计16亿元。", "新台币412亿元，", "", "1.6 billion yuan.", f"1.6 billion {TAIWAN}."),
        ("投资20亿元人民币。", "新台币412亿元，", "", "2 billion yuan.", "2 billion yuan."),
        ("补贴3亿元。", "新台币1亿元，人民币2亿元，", "", "300 million yuan.", "300 million yuan."),
        # The yuan stays, and so does what the English does not tell apart.
        (
            "大陆工厂投资人民币2亿元，母公司出资10亿元。",
            "",
            TAIWAN,
            "200 million yuan, and 1 billion yuan.",
            f"200 million yuan, and 1 billion {TAIWAN}.",
        ),
        (
            "离岸人民币下跌，盈利30亿元。",
            "",
            HONG_KONG,
            "The offshore yuan fell; 3 billion yuan.",
            f"The offshore yuan fell; 3 billion {HONG_KONG}.",
        ),
        ("2亿元，或人民币2亿元", "", TAIWAN, "200 million yuan, or 200 million yuan", ""),
        ("盈利30亿元。", "", "", "3 billion yuan.", ""),
        ("盈利30亿美元。", "", TAIWAN, "3 billion US dollars.", ""),
    ],
)
def test_plain_yuan_is_the_currency_of_its_place(
    source: str, before: str, home: str, english: str, expected: str
) -> None:
    assert in_local_currency(english, source, before, home) == (expected or english)


def test_pages_and_sidecars_have_it(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "small", "tests.english.small_engine")
    site.settings("translation: {engine: small}\n")
    texts = {
        "taiwan": ("lang: zh-Hant\ncities: [桃园]\n", "機場捷運投資**120億元**，核定30億元。"),
        "hong-kong": ("lang: zh-Hant\ncities: [香港]\n", "證監會罰款120萬元。"),
        "mainland": (
            "cities: [南京]\n",
            "台积电投资新台币412亿元，累计16亿元。\n\n财政收入20亿元。",
        ),
    }
    for slug, (more, body) in texts.items():
        site.article(
            slug, title="捷运开工" if slug != "hong-kong" else "罰款", body=body, more=more
        )
    site.build()
    told = {slug: html.unescape(site.page(f"/en/articles/{slug}/")) for slug in texts}
    assert f"<strong>12 billion {TAIWAN}</strong> and 3 billion {TAIWAN}" in told["taiwan"]
    assert f"1.2 million {HONG_KONG}" in told["hong-kong"]
    assert f"1.6 billion {TAIWAN}" in told["mainland"]
    assert "2 billion yuan" in told["mainland"]
    assert "lion yuan" not in told["taiwan"] + told["hong-kong"]
    assert site.digest("translate").code == 0
    sidecar = (site.articles / "taiwan.en.md").read_text("utf-8")
    assert f"3 billion {TAIWAN}" in sidecar
    assert " yuan" not in sidecar
    assert [line for line in site.digest("check").problems if "yuan" in line] == []


def test_a_yuan_that_became_the_local_currency_is_not_flagged(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENGINES, "small", "tests.english.small_engine")
    monkeypatch.setattr(
        "tests.english.small_engine.before",
        lambda texts: [text.replace(TAIWAN, "yuan") for text in texts],
    )
    site.settings("translation: {engine: small}\n")
    more = "lang: zh-Hant\ncities: [基隆]\n"
    site.article("port", title="月台改建", body="月台改建總經費新台幣23億元。", more=more)
    site.build()
    assert f"2.3 billion {TAIWAN}" in html.unescape(site.page("/en/articles/port/"))
    assert [
        line for line in site.digest("check").problems if "億元" in line or "亿元" in line
    ] == []
