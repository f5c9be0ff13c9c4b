"""Names of places that several places share: what pages, lists and feeds call them."""

from __future__ import annotations

import html
import re
from pathlib import Path

import msgspec
import pytest

from generator.gazetteer import load
from generator.render.place_names import heading, listed
from tests.sites import TestSite, made_once

CITIES = {
    "jiangsu": "泰州",
    "zhejiang": "台州",
    "jilin": "吉林市",
    "city": "新竹市",
    "county": "新竹县",
    "suzhou": "苏州",
    "liaoning": "锦州",
}


def _make(root: Path) -> None:
    site = TestSite(root)
    site.settings()
    for slug, name in CITIES.items():
        body = f"{name}今年完成固定资产投资二十亿元，增长5.2%。项目分三期建设，首期工程已经开工。"
        site.article(slug, title=f"{name}项目开工", body=body, more=f"cities: [{name}]\n")
    both = "cities: [泰州, 台州]\nmentions: [苏州, 合肥]\n"
    site.article("all", body="各地交流经验。", more=both)
    site.build()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return TestSite(made_once(tmp_path_factory, "place-names", _make))


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/en/cities/taizhou-jiangsu/", "Taizhou, Jiangsu"),
        ("/en/cities/taizhou-zhejiang/", "Taizhou, Zhejiang"),
        ("/en/cities/jilin/", "Jilin City"),
        ("/en/cities/xinzhu-taiwan/", "Hsinchu City"),
        ("/en/cities/xinzhu-taiwan-xian/", "Hsinchu County"),
        # A county-level city of Hebei has the same English name.
        ("/en/cities/jinzhou/", "Jinzhou, Liaoning"),
        ("/zh-hant/cities/xinzhu-taiwan-xian/", "新竹縣"),
        ("/zh-hans/cities/taizhou-jiangsu/", "泰州市"),
    ],
)
def test_title_and_heading_of_a_city_name_no_other(
    made: TestSite, address: str, title: str
) -> None:
    page = html.unescape(made.page(address))
    assert f"<title>{title} · " in page
    assert f"<h1>{title}</h1>" in page
    assert f'"name":"{title}"' in re.sub(r'": "', '":"', page)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/en/search/", ["Taizhou, Jiangsu</option>", "Hsinchu City</option>"]),
        ("/en/figures/", ['"taizhou-jiangsu">Taizhou, Jiangsu</option>', ">Taizhou, Zhejiang</a>"]),
        ("/en/compare/", [">Taizhou, Jiangsu</a></li>", ">Jinzhou</a> <span"]),
        ("/en/cities/", ["Taizhou, Zhejiang</a>", "(Taizhou, Jiangsu; Suzhou, Jiangsu)"]),
        ("/en/feeds/", ["RSS feed of Taizhou, Jiangsu"]),
        ("/en/feeds.opml", ["Test Digest · Taizhou, Zhejiang"]),
        ("/en/cities/taizhou-zhejiang/feed.xml", ["Test Digest · Taizhou, Zhejiang</title>"]),
        ("/en/articles/all/", [">Taizhou, Zhejiang</a>", "Suzhou, Jiangsu; Hefei</dd>"]),
        ("/zh-hans/search/", [">新竹市</option>", ">新竹县</option>", ">泰州</option>"]),
        ("/zh-hant/articles/all/", [">台州</a>", "蘇州、合肥</dd>"]),
    ],
)
def test_lists_tell_cities_of_one_name_apart(
    made: TestSite, address: str, names: list[str]
) -> None:
    page = html.unescape(made.page(address))
    assert [name for name in names if name not in page] == []


def test_data_of_figures_tells_them_apart(made: TestSite) -> None:
    data = msgspec.json.decode(made.page("figures.json"))
    names = {city["slug"]: city["name"]["en"] for city in data["cities"].values()}
    assert names["taizhou-jiangsu"] == "Taizhou, Jiangsu"
    assert names["taizhou-zhejiang"] == "Taizhou, Zhejiang"


def test_results_of_the_search_tell_them_apart(made: TestSite) -> None:
    texts = [
        msgspec.json.decode(data)
        for path, data in made.files().items()
        if re.fullmatch(r"search/text/en/\w+\.json", path)
    ]
    places = {text["slug"]: text.get("places", []) for text in texts}
    assert places["jiangsu"] == ["Taizhou, Jiangsu"]
    assert places["all"] == ["Taizhou, Jiangsu", "Taizhou, Zhejiang"]
    # One that is no other city's needs nothing.
    assert places["liaoning"] == []


@pytest.mark.parametrize("edition", ["zh-Hans", "zh-Hant", "en"])
def test_no_two_cities_have_one_name(edition: str) -> None:
    gazetteer = load()
    for named in (heading, listed):
        names = [named(city, edition, gazetteer) for city in gazetteer.cities()]  # type: ignore[arg-type]
        assert len(names) == len(set(names))
    # 金门县 is in the lists of two provinces, but is one place; most names stay as they are.
    kinmen = gazetteer.find("719015")
    assert kinmen is not None
    assert "台" not in heading(kinmen, "zh-Hans", gazetteer)
    changed = [c for c in gazetteer.cities() if listed(c, "en", gazetteer) != c.short_english]
    assert len(changed) == 16
