"""Which city's page an article without ``cities`` appears on."""

from __future__ import annotations

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


def test_cities_of_an_english_sidecar_count_where_the_chinese_names_none(site: TestSite) -> None:
    site.article("park", title="园区开工", body="园区昨天开工。", more=PLAIN)
    site.english("park", title="Guang'an starts a park", body="A park was begun in Guangan.")
    site.build()
    assert _on(site, "guangan", "park")
