"""A small site is searched in one file, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.conftest import Desk
from tests.search.javascript import run_core
from tests.search.reader import Reader
from tests.sites import TestSite

PLANT = {
    "zh-hans": "电池工厂在肇庆投产",
    "zh-hant": "電池工廠在肇慶投產",
    "en": "A battery plant opens in Zhaoqing",
}
HARBOUR = {"zh-hans": "中山港扩建", "zh-hant": "中山港擴建", "en": "中山港扩建"}


# Edition, query, what is found alone, what is marked in it.
ASKED = [
    ("en", "289.5亿", PLANT, "28.95 billion yuan"),
    ("zh-hans", "28.95 billion yuan", PLANT, "289.5亿元"),
    ("zh-hant", "catl", HARBOUR, "寧德時代"),
    ("zh-hans", "copper foil", PLANT, ""),
    ("zh-hans", "專案", HARBOUR, "项目"),
    ("en", "netwrok", PLANT, "network"),
    ("en", "May 2023", PLANT, ""),
    # Of a figure's words the line with the figure is shown, not the first with one of the words.
    ("en", "1.25 billion", PLANT, "1.25 billion yuan"),
    ("zh-hans", "November 19", PLANT, "11月19日"),
    ("en", "11月19日", PLANT, "Nov. 19"),
    ("zh-hans", "7,654.3", HARBOUR, "7654.3"),
    ("zh-hans", "陈洁", PLANT, "陈洁"),
    ("zh-hant", "存儲器", PLANT, "記憶體"),
    ("zh-hant", "泊位", HARBOUR, "船席"),
    # An editor's Traditional text has another word than the Simplified one.
    ("zh-hant", "深圳的企业", HARBOUR, "深圳的廠商"),
]
ONCE = [
    ("zh-hant", "RMB 28.95bn", PLANT, "289.5億元"),
    ("en", "40,000 mu", HARBOUR, "4万亩"),
    ("zh-hans", "zhongshna", HARBOUR, "中山"),
    ("zh-hant", "Major projects", HARBOUR, ""),
    ("en", "19 November", PLANT, "Nov. 19"),
    ("en", "the 19th of November", PLANT, "Nov. 19"),
    ("en", "2023-11-19", PLANT, "Nov. 19"),
    ("en", "Nov 19, 2023", PLANT, "Nov. 19"),
    ("zh-hant", "11月19號", PLANT, "11月19日"),
    ("zh-hans", "十一月十九日", PLANT, "11月19日"),
    ("zh-hans", "6 123.4", PLANT, "6123.4亩"),
    ("zh-hans", "7 654.3万吨", HARBOUR, "7654.3万吨"),
    ("zh-hant", "６，１２３.４畝", PLANT, "6123.4畝"),
    ("en", "6123.4", PLANT, "6,123.4 mu"),
    ("en", "8.5%-9%", PLANT, "8.5 to 9 percent"),
    ("zh-hans", "8.5到9 percent", PLANT, "8.5%至9%"),
    ("zh-hans", "百分之八点五", PLANT, "8.5%至9%"),
    ("en", "￥28.95bn", PLANT, "28.95 billion yuan"),
    # What one line lacks is shown of another.
    ("en", "hair network", PLANT, "network"),
    ("en", "network hair", PLANT, "hair"),
    ("zh-hans", "铜箔，专网", PLANT, "专网"),
    ("en", "the plant in colors", PLANT, "colours"),
    ("en", "Chen Jie", PLANT, "Chen Jie"),
    ("en", "chen jie foil", PLANT, "foil"),
    ("zh-hant", "陳潔", PLANT, "陳潔"),
    ("zh-hans", "李红", PLANT, ""),
    ("zh-hant", "新华社", PLANT, "新華社"),
    ("en", "新华社 foil", PLANT, "foil"),
    ("en", "Xinhua", PLANT, "Xinhua News Agency"),
    ("zh-hant", "存储器", PLANT, "記憶體"),
    ("zh-hans", "記憶體", PLANT, "存储器"),
    ("zh-hans", "船席", HARBOUR, "泊位"),
    ("zh-hans", "ningde shidai", HARBOUR, "宁德时代"),
    ("en", "Ningdeshidai", HARBOUR, "宁德时代"),
    ("zh-hans", "1—8月", HARBOUR, "2023年前8个月"),
    ("en", "January-August 2023", HARBOUR, "2023年前8个月"),
    ("en", "‘copper foil’", PLANT, "copper foil"),
    ("zh-hans", "记者陈洁", PLANT, "陈洁"),
    ("en", "net-work", PLANT, "network"),
    ("en", "3 colors", PLANT, "three"),
    ("zh-hans", "3个泊位", HARBOUR, "三个泊位"),
    ("zh-hans", "CATL中山", HARBOUR, "宁德时代"),
    ("zh-hans", "深圳/中山", HARBOUR, "深圳"),
    ("zh-hans", "7654.3 万吨", HARBOUR, "7654.3万吨"),
]


# Edition, query, the first found, how many are found: 20亿 is not in 120亿, nor 500 in 1500.
FIGURES = [
    ("zh-hans", "20亿", "第4期果园新区动态", 1),
    ("zh-hant", "20億元", "第4期果園新區動態", 1),
    ("zh-hans", "“20亿”", "第4期果园新区动态", 1),
    ("zh-hans", "500个", "第4期果园新区动态", 1),
    ("zh-hans", "2 billion", "第4期果园新区动态", 1),
    ("en", "20亿", "Orchard zone, part 4", 1),
    ("en", "2 billion", "Orchard zone, part 4", 2),
    ("en", "12 billion", "Orchard zone, part 6", 1),
]


# Edition, query, what is suggested, what is found alone.
SLIPS = [
    ("en", "CALT", "CATL", HARBOUR),
    ("zh-hans", "宁得时代", "宁德时代", HARBOUR),
    ("zh-hant", "寧時代", "寧德時代", HARBOUR),
    ("en", "宁得时代", "宁德时代", HARBOUR),
    ("zh-hans", "产业斜作", "产业协作", HARBOUR),
    ("zh-hans", "肇床市", "", {}),
    # Ordinary words, and what is only somewhat like a word of the site, are no slips.
    ("en", "battries", "battery", PLANT),
    ("en", "plans", "", {}),
    ("en", "hail", "", {}),
    ("en", "boil", "", {}),
]
# Of one of these names one character is wrong, missing, added, or has changed places, alone or in
# a longer query; but nothing is guessed from too little.
NAMES = ["宁德时代", "比亚迪", "深圳", "肇庆", "广州", "广元", "catl", "规上工业"]
MEANT = {
    "宁得时代": "宁德时代", "宁时代": "宁德时代", "宁德德时代": "宁德时代", "德宁时代": "宁德时代",
    "宁得时代的项目": "宁德时代", "宁德时代": "", "时代": "", "比亚地": "比亚迪",
    "电池比亚地": "比亚迪", "深训": "深圳", "广川": "", "北京": "", "归上工业": "规上工业",
    "宁德时代比亚地": "比亚迪",
}  # fmt: skip
WORDS = [["call", 90], ["cats", 90], ["calm", 3], ["battery", 9], ["castle", 4], ["speed", 9],
         ["investment", 9], ["gdp", 5]]  # fmt: skip
LATIN = {
    "calt": "catl", "catk": "cats", "batetry": "battery", "xyz": "", "steel": "", "spede": "speed",
    "invsetmnet": "investment", "unvestmemt": "", "gap": "", "gpd": "gdp",
}  # fmt: skip


def test_names_that_were_probably_meant() -> None:
    found = run_core(
        "[given[1].map((one) => core.meantNames(one, given[0])),"
        " given[3].map((one) => core.meant(one, given[2], given[0], false)),"
        " core.meant('catk', given[2], given[0], true)]",
        [NAMES, list(MEANT), WORDS, list(LATIN)],
    )
    first = [{one["name"] for one in some[:1]} for some in found[0]]
    assert dict(zip(MEANT, first, strict=True)) == {k: {v} - {""} for k, v in MEANT.items()}
    assert [some[:1] for some in found[1]] == [[v] if v else [] for v in LATIN.values()]
    assert found[2][0] == "catl", "a name where capitals were typed"


def test_a_slip_in_a_name_is_mended(desk: Desk, packed_desk: Desk) -> None:
    for one, asked in ((packed_desk, SLIPS), (desk, SLIPS[::3])):
        for edition, query, better, titles in asked:
            one.open(edition, query)
            link = one.page.locator("#search-hint a").all_inner_texts()
            assert link == ([better] if better else []), (edition, query)
            if better:
                assert one.titles == [titles[edition]], (edition, query)


def ask(desk: Desk, asked: list[tuple[str, str, dict[str, str], str]]) -> None:
    for edition, query, titles, mark in asked:
        desk.open(edition, query)
        assert desk.titles == [titles[edition]], (edition, query)
        assert not mark or mark in desk.marks, (edition, query)


def test_what_is_asked_for_in_other_words_is_found(desk: Desk) -> None:
    ask(desk, ASKED)


def test_a_small_site_finds_the_same_without_the_index(packed_desk: Desk) -> None:
    ask(packed_desk, [*ASKED, *ONCE])


def test_a_figure_comes_before_those_that_end_in_it(desk: Desk, packed_desk: Desk) -> None:
    for one, asked in ((packed_desk, FIGURES), (desk, FIGURES[3::3])):
        for edition, query, first, count in asked:
            one.open(edition, query)
            assert (one.titles[:1], len(one.titles)) == ([first], count), (edition, query)


def test_a_query_moves_little_and_nothing_on_the_screen(packed_desk: Desk) -> None:
    desk = packed_desk
    desk.page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => {"
        " for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;"
        " }).observe({type: 'layout-shift', buffered: true})"
    )
    for edition, query in (("en", "plant"), ("zh-hans", "企业")):
        desk.asked.clear()
        desk.open(edition, query)
        assert desk.titles
        desk.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert desk.page.evaluate("window.moved") <= 0.02
        data = [url.removeprefix(desk.address).split("?")[0] for url in desk.asked]
        found = [path for path in data if path.startswith("search/")]
        assert found == ["search/index.json", f"search/pack/{edition}.bin"]
        # What reads figures, slips or a larger index is not for a plain word.
        more = ("assets/search-figures", "assets/search-slips", "assets/search-index")
        assert not [path for path in data if path.startswith(more)]


def test_a_larger_site_has_no_packs(
    library: TestSite, tmp_path_factory: pytest.TempPathFactory
) -> None:
    small = library.files()
    packs = [path for path in small if path.startswith("search/pack/")]
    assert packs == [f"search/pack/{edition}.bin" for edition in ("en", "zh-hans", "zh-hant")]
    assert max(len(small[path]) for path in packs) < 20_000
    assert Reader(small).index["packed"]
    site = TestSite(tmp_path_factory.mktemp("larger"))
    site.settings("editions: [zh-Hans]\n")
    for number in range(40):
        site.article(f"a{number}", title=f"第{number}期", date="2024-05-01", body="企业投产。")
    site.build()
    assert "search/pack/zh-hans.bin" in site.files()
    site.article("a40", title="第40期", date="2024-05-01", body="企业投产。")
    site.build()
    files = site.files()
    assert not [path for path in files if path.startswith("search/pack/")]
    assert not Reader(files).index["packed"]
    assert len(Reader(files).chinese("企业投产")) == 41


def test_drafts_of_an_edition_alone_are_searched(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings("editions: [en]\n")
    site.article("draft", title="草稿", date="2024-05-01", body="企业投产。", more="draft: true\n")
    site.build("--drafts")
    assert Reader(site.files()).chinese("企业投产") == {0}
