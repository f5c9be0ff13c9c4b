"""What pages that list others say of themselves to crawlers (schema.org), and to readers: the way
to them, and the entry of the menu that is marked."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.sites import SETTINGS, TestSite, made_once

BASE = "https://example.org/sub/"
MOST_ITEMS, MOST_BYTES = 30, 6000
# The address of a page, its type, the words above it, what it is about, and the marked entry of
# the menu.
PAGES = {
    "en/topics/": ("CollectionPage", (), None, "Topics"),
    "en/topics/new-energy/": ("CollectionPage", ("Topics",), ("Thing", "New energy"), "Topics"),
    "en/cities/": ("CollectionPage", (), None, "Cities"),
    "en/cities/zhaoqing/": (
        "CollectionPage", ("Cities", "Guangdong"), ("City", "Zhaoqing"), "Cities",
    ),
    "zh-hant/cities/zhaoqing/": ("CollectionPage", ("城市", "廣東省"), ("City", "肇慶市"), "城市"),
    "en/compare/": ("WebPage", ("Cities",), None, "Cities"),
    "en/figures/": ("WebPage", ("Cities",), None, "Cities"),
    "en/archive/": ("CollectionPage", (), None, "Archive"),
    "en/archive/2023-10/": ("CollectionPage", ("Archive",), None, "Archive"),
    "zh-hans/series/": ("CollectionPage", (), None, ""),
    "zh-hans/series/gang-qu/": ("CollectionPage", ("系列",), None, ""),
    "en/authors/": ("CollectionPage", (), None, ""),
    "en/authors/wang-wei/": ("CollectionPage", ("Authors",), None, ""),
    "en/companies/": ("CollectionPage", (), None, "Cities"),
    "en/companies/gcl-group/": (
        "CollectionPage", ("Companies",), ("Organization", "GCL Group"), "Cities",
    ),
    "en/page/1/": ("CollectionPage", (), None, "Latest"),
}  # fmt: skip
# The keys that each type must have, and may have beside them.
SCHEMA: dict[str, tuple[set[str], set[str]]] = {
    "CollectionPage": (
        {"@context", "@id", "url", "name", "description", "inLanguage", "isPartOf", "mainEntity"},
        {"about", "breadcrumb"},
    ),
    "WebPage": (
        {"@context", "@id", "url", "name", "description", "inLanguage", "isPartOf", "breadcrumb"},
        set(),
    ),
    "WebSite": ({"@id"}, set()),
    "ItemList": ({"numberOfItems", "itemListElement"}, set()),
    "BreadcrumbList": ({"itemListElement"}, set()),
    "ListItem": ({"position"}, {"url", "name", "item"}),
    "City": ({"name"}, {"alternateName"}),
    "Organization": ({"name"}, {"alternateName"}),
    "Thing": ({"name"}, {"alternateName"}),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    def make(folder: Path) -> None:
        site = TestSite(folder)
        settings = "social_cards: false\npage_size: 20\nauthor_pages: true\n"
        site.settings(f"{SETTINGS}{settings}", text="")
        for number in range(45):
            more = "cities: [肇庆]\ntopics: [新能源]\nentities: [协鑫集团]\nseries: 港区\n"
            file = site.article(f"a{number}", title=f'肇庆第{number}期 "<项目>"', more=more)
            text = file.read_text("utf-8")
            source = "source: {name: 日报, author: 王伟}"
            file.write_text(re.sub("^source: .*$", source, text, flags=re.M), "utf-8")
        site.build()

    return TestSite(made_once(tmp_path_factory, "structured", make))


def described(page: str) -> list[tuple[str, dict[str, Any]]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    return [(text, json.loads(text)) for text in found]


def check(data: Any) -> None:
    """Every object has a known type, the keys that it needs and no other; lists are numbered."""
    if isinstance(data, list):
        if data and isinstance(data[0], dict):
            assert [one["position"] for one in data] == list(range(1, len(data) + 1))
        for one in data:
            check(one)
    elif isinstance(data, dict):
        needed, allowed = SCHEMA[data["@type"]]
        keys = {*data} - {"@type"}
        assert needed <= keys <= needed | allowed, data["@type"]
        for key, value in data.items():
            assert value, key
            if key in ("@id", "url", "item"):
                assert value.startswith(BASE), "an absolute address"
            check(value)


@pytest.mark.parametrize("where", PAGES)
def test_a_list_says_what_it_is_and_where(built: TestSite, where: str) -> None:
    kind, above, about, marked = PAGES[where]
    page = built.page(where)
    ((text, data),) = described(page)
    check(data)
    assert len(text.encode()) < MOST_BYTES
    assert (data["@type"], data["url"]) == (kind, BASE + where)
    assert data["isPartOf"]["@id"] == BASE + where.partition("/")[0] + "/"
    assert about == ((data["about"]["@type"], data["about"]["name"]) if "about" in data else None)
    main = page.partition("<main")[2]
    # The trail for crawlers is that for readers, with the page itself at its end.
    steps = data.get("breadcrumb", {}).get("itemListElement", [])
    assert tuple(step["name"] for step in steps[:-1]) == above
    way = re.search(r'<nav class="crumbs".*?</nav>|<p class="rubric">.*?</p>', main, re.S)
    links = re.findall(r'href="([^"]+)">([^<]+)<', way[0] if way else "")
    shown = [(urljoin(BASE + where, to), html.unescape(name)) for to, name in links]
    assert shown == [(step["item"], step["name"]) for step in steps[:-1]]
    if kind == "CollectionPage":
        listed = data["mainEntity"]
        items = [one["url"] for one in listed["itemListElement"]]
        assert len(items) == min(listed["numberOfItems"], MOST_ITEMS) > 0
        there = [urljoin(BASE + where, to) for to in re.findall(r'href="([^"#]+)"', main)]
        assert {*items} <= {*there}, "only what the page itself leads to"
    menu = re.search(r'<nav class="menu".*?</nav>', page, re.S)
    assert menu
    now = re.findall(r'aria-current="(?:page|true)"[^>]*>([^<]+)<', menu[0])
    assert now == ([marked] if marked else [])


def test_pages_that_list_nothing_say_nothing_of_lists(built: TestSite) -> None:
    for where, kind in (("en/", "WebSite"), ("en/articles/a1/", "NewsArticle")):
        ((_, data),) = described(built.page(where))
        assert data["@type"] == kind
    for where in ("en/search/", "en/feeds/", "404.html"):
        assert described(built.page(where)) == []
