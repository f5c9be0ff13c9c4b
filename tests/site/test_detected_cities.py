"""Which city's page an article without ``cities`` appears on."""

from __future__ import annotations

import re

from tests.sites import TestSite

PLAIN = "topics: [新能源]\n"


def _on(site: TestSite, city: str, slug: str) -> bool:
    page = site.root / "public/zh-hans/cities" / city / "index.html"
    return page.exists() and f"articles/{slug}/" in page.read_text("utf-8")


def test_a_dateline_puts_no_article_under_a_city(site: TestSite) -> None:
    body = "新华社石家庄5月12日电（记者王民）河北省今年将新建改建农村公路五千公里。"
    site.article("roads", title="农村公路再提速", body=body, more=PLAIN)
    own = "新华社石家庄5月12日电（记者王民）全市今年将新建改建农村公路五百公里。"
    site.article("streets", title="道路再提速", body=own, more=PLAIN)
    site.build()
    assert not _on(site, "shijiazhuang", "roads")
    assert _on(site, "shijiazhuang", "streets")


def test_a_county_that_the_front_matter_names_is_listed_under_its_city(site: TestSite) -> None:
    body = "船厂今年交付三艘新船，产值12亿元。"
    site.article("boats", title="船厂交付新船", body=body, more=f"{PLAIN}cities: [靖江市]\n")
    short = "靖江上半年出口12亿元，增长5%。"
    site.article("trade", title="靖江上半年出口12亿元", body=short, more=PLAIN)
    site.build()
    assert "靖江市" in site.page("/zh-hans/cities/taizhou-jiangsu/")
    assert _on(site, "taizhou-jiangsu", "boats")
    assert _on(site, "taizhou-jiangsu", "trade")


def test_cities_of_an_english_sidecar_count_where_the_chinese_names_none(site: TestSite) -> None:
    site.article("park", title="园区开工", body="园区昨天开工。", more=PLAIN)
    site.english("park", title="Guang'an starts a park", body="A park was begun in Guangan.")
    site.build()
    assert _on(site, "guangan", "park")


def test_english_of_another_name_with_the_same_letters_is_no_city(site: TestSite) -> None:
    for slug, chinese, english in (
        ("zone", "芜湖鸠江经开区开工。", "Work began in the Jiujiang zone of Wuhu."),
        ("oranges", "赣南脐橙上市。", "Gannan navel oranges came to market."),
        ("area", "大连金州新区开工。", "Work began in the Jinzhou New Area of Dalian."),
        ("city", "两市开工。", "Work began in Jiujiang."),
        ("both", "九江与芜湖鸠江区签约。", "Jiujiang and Wuhu's Jiujiang District signed."),
    ):
        site.article(slug, title="园区", body=chinese, more=PLAIN)
        site.english(slug, title="Park", body=english)
    site.build()
    shown = {
        slug: sorted(set(re.findall(r'cities/([a-z]+)/"', site.page(f"/zh-hans/articles/{slug}/"))))
        for slug in ("zone", "oranges", "area", "city", "both")
    }
    assert shown == {
        "zone": ["wuhu"],
        "oranges": [],
        "area": ["dalian"],
        "city": ["jiujiang"],
        "both": ["jiujiang", "wuhu"],
    }
