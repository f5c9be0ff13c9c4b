"""Errors in feeds and in the sitemap are reported with their lines."""

from __future__ import annotations

import pytest

from tests.check.handmade import BASE, Built

FEED = "en/feed.xml"
GUID = f'<guid isPermaLink="true">{BASE}en/articles/plant/</guid>'
CONTENT = f'<p>See <a href="{BASE}en/">all</a>.</p>'
DATE = "<pubDate>Tue, 10 Oct 2023 00:00:00 +0800</pubDate>"
SELF = f'<atom:link rel="self" type="application/rss+xml" href="{BASE}en/feed.xml"/>'

FAULTS = {
    "not well formed": (
        "<title>A plant</title>",
        "<title>A & B</title>",
        "xml: is not well formed: not well-formed (invalid token), column 11",
    ),
    "forbidden character": (
        "<title>A plant</title>",
        "<title>A\x0bplant</title>",
        "xml: is not well formed: not well-formed (invalid token), column 9",
    ),
    "no RSS 2.0": (
        '<rss version="2.0" xmlns:atom',
        '<rss version="0.91" xmlns:atom',
        'feed: is not <rss version="2.0">',
    ),
    "empty title": ("<title>A plant</title>", "<title/>", "feed: <title> is empty"),
    "language": (
        "<language>en</language>",
        "<language>zh-cn</language>",
        'feed: <language> is "zh-cn" in the edition en (write en)',
    ),
    "self link": (
        SELF,
        SELF.replace("feed.xml", "rss.xml"),
        f'feed: its self link is "{BASE}en/rss.xml" (it should be {BASE}en/feed.xml)',
    ),
    "weekday": (
        DATE,
        DATE.replace("Tue", "Mon"),
        'feed: <pubDate> "Mon, 10 Oct 2023 00:00:00 +0800" was a Tue',
    ),
    "no RFC 822": (
        DATE,
        "<pubDate>2023-10-10T00:00:00+08:00</pubDate>",
        'feed: <pubDate> "2023-10-10T00:00:00+08:00" is not an RFC 822 date',
    ),
    "no such day": (
        DATE,
        DATE.replace("10 Oct", "31 Nov"),
        'feed: <pubDate> "Tue, 31 Nov 2023 00:00:00 +0800" is not a real date',
    ),
    "build date": (
        "<lastBuildDate>Tue,",
        "<lastBuildDate>Fri,",
        'feed: <lastBuildDate> "Fri, 10 Oct 2023 00:00:00 +0800" was a Tue',
    ),
    "relative guid": (
        GUID,
        "<guid>/en/articles/plant/</guid>",
        'feed: <guid> is "/en/articles/plant/", not an absolute address',
    ),
    "dead guid": (
        GUID,
        f"<guid>{BASE}en/articles/none/</guid>",
        "link: leads to /en/articles/none/, which does not exist",
    ),
    "relative link in the text": (
        CONTENT,
        '<a href="../plant/">x</a>',
        'feed: href of <a> is "../plant/", not an absolute address '
        "(feeds are read outside the site)",
    ),
    "link without scheme in the text": (
        CONTENT,
        '<a href="//example.org/sub/en/">x</a>',
        'feed: href of <a> is "//example.org/sub/en/", not an absolute address'
        " (feeds are read outside the site)",
    ),
    "dead link in the text": (
        CONTENT,
        f'<a href="{BASE}en/none/">x</a>',
        "link: leads to /en/none/, which does not exist",
    ),
    "dead anchor in the text": (
        CONTENT,
        f'<a href="{BASE}en/#p77">x</a>',
        'anchor: leads to "p77" in /en/, which does not exist',
    ),
    "script in the text": (
        CONTENT,
        "<p>x</p><script>go()</script>",
        "feed: <script> in an item (feeds hold text and pictures)",
    ),
    "handler in the text": (
        CONTENT,
        '<p onmouseover="go()">x</p>',
        "handler: <p> has the inline event handler onmouseover",
    ),
    "script address in the text": (
        CONTENT,
        '<a href="javascript:go()">x</a>',
        'handler: <a> leads to a script, "javascript:go()"',
    ),
    "picture of another host": (
        CONTENT,
        '<img src="https://cdn.example/a.png" alt="A">',
        "request: https://cdn.example/a.png would be loaded from another host"
        " (keep a copy on the site)",
    ),
    "picture without alt": (
        CONTENT,
        f'<img src="{BASE}assets/icon.svg">',
        f"alt: the picture {BASE}assets/icon.svg has no alt",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_feed_is_told_with_its_line(built: Built, fault: str) -> None:
    old, new, message = FAULTS[fault]
    line = built.edit(FEED, old, new)
    ran = built.check()
    assert ran.problems == [f"/en/feed.xml:{line}: {message}"]
    assert ran.code == 1


@pytest.mark.parametrize("name", ["title", "link", "description"])
def test_a_channel_needs_its_elements(built: Built, name: str) -> None:
    text = (built.out / FEED).read_text("utf-8")
    start = text.index(f"<{name}>")
    end = text.index(f"</{name}>") + len(f"</{name}>")
    built.write(FEED, text[:start] + text[end:])
    assert built.check().problems == [f"/en/feed.xml:4: feed: <channel> has no <{name}>"]


@pytest.mark.parametrize("element", [GUID, DATE])
def test_an_item_needs_its_elements(built: Built, element: str) -> None:
    built.edit(FEED, element, "")
    name = element[1:].partition(">")[0].partition(" ")[0]
    assert built.check().problems == [f"/en/feed.xml:11: feed: <item> has no <{name}>"]


def test_a_guid_is_there_once(built: Built) -> None:
    text = (built.out / FEED).read_text("utf-8")
    item = text[text.index("<item>") : text.index("</channel>")]
    built.edit(FEED, "</channel>", f"{item}</channel>")
    message = f'duplicate guid "{BASE}en/articles/plant/", first on line 14'
    assert built.check().problems == [f"/en/feed.xml:22: feed: {message}"]


def test_a_guid_that_is_no_address_says_so(built: Built) -> None:
    built.edit(FEED, GUID, '<guid isPermaLink="false">plant-2023</guid>')
    assert built.check().problems == []


def test_a_feed_names_itself(built: Built) -> None:
    built.edit(FEED, SELF, "")
    assert built.check().problems == [
        f'/en/feed.xml:4: feed: has no <atom:link rel="self"> (it should be {BASE}en/feed.xml)'
    ]


def test_a_feed_without_entities_of_its_own(built: Built) -> None:
    built.edit(FEED, "<rss ", '<!DOCTYPE rss [<!ENTITY a "aaaa">]>\n<rss ')
    assert "declares an entity" in built.check().problems[0]


def test_a_page_that_is_no_feed_is_told(built: Built) -> None:
    built.write(FEED, "<html/>")
    assert built.check().problems == ["/en/feed.xml:1: feed: is a <html> document, not an RSS feed"]


ENTRY = f"<url><loc>{BASE}en/</loc>"

SITEMAP_FAULTS = {
    "not well formed": (
        "</urlset>",
        "</urlset",
        "xml: is not well formed: unclosed token, column 1",
    ),
    "no page": (
        "</urlset>",
        f"<url><loc>{BASE}fr/</loc></url></urlset>",
        "sitemap: /fr/ is listed, but is not a page",
    ),
    "noindex": (
        "</urlset>",
        f"<url><loc>{BASE}404.html</loc></url></urlset>",
        "sitemap: /404.html is listed, but is noindex",
    ),
    "twice": (
        "</urlset>",
        f"<url><loc>{BASE}en/</loc></url></urlset>",
        "sitemap: /en/ is listed twice",
    ),
    "relative": (
        "</urlset>",
        "<url><loc>/sub/en/</loc></url></urlset>",
        'sitemap: "/sub/en/" is not an absolute address on this site '
        f"(addresses begin with {BASE})",
    ),
    "no address": ("</urlset>", "<url/></urlset>", "sitemap: an entry has no <loc>"),
    "date": (
        ENTRY,
        f"{ENTRY}<lastmod>10.10.2023</lastmod>",
        'sitemap: <lastmod> "10.10.2023" is not a W3C date',
    ),
    "versions": (
        ENTRY,
        f'{ENTRY}<xhtml:link rel="alternate" hreflang="fr" href="{BASE}fr/"/>',
        f"sitemap: of the versions /en/ names, its entry has in addition fr {BASE}fr/",
    ),
}


@pytest.mark.parametrize("fault", SITEMAP_FAULTS)
def test_a_fault_of_the_sitemap_is_told_with_its_line(built: Built, fault: str) -> None:
    old, new, message = SITEMAP_FAULTS[fault]
    line = built.edit("sitemap.xml", old, new)
    assert f"/sitemap.xml:{line}: {message}" in built.check().problems


def test_every_page_is_in_the_sitemap(built: Built) -> None:
    text = (built.out / "sitemap.xml").read_text("utf-8")
    kept = [line for line in text.splitlines() if f"<loc>{BASE}en/</loc>" not in line]
    built.write("sitemap.xml", "\n".join(kept))
    assert built.check().problems == ["/en/: sitemap: the page is not in /sitemap.xml"]


def test_an_index_of_sitemaps_is_followed(built: Built) -> None:
    (built.out / "sitemap.xml").rename(built.out / "sitemap-1.xml")
    built.write(
        "sitemap.xml",
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"<sitemap><loc>{BASE}sitemap-1.xml</loc></sitemap>\n"
        f"<sitemap><loc>{BASE}sitemap-2.xml</loc></sitemap>\n</sitemapindex>",
    )
    assert built.check().problems == [
        "/sitemap.xml:3: sitemap: names /sitemap-2.xml, which does not exist"
    ]


def test_robots_names_the_sitemap(built: Built) -> None:
    built.write("robots.txt", "User-agent: *\nSitemap: https://example.org/sub/map.xml\n")
    assert built.check().problems == [
        '/robots.txt:2: sitemap: names the sitemap "https://example.org/sub/map.xml"'
        f" (it should be {BASE}sitemap.xml)"
    ]


def test_a_site_built_for_another_address_is_told_once(built: Built) -> None:
    built.site.settings("editions: [zh-Hans, en]\nbase_url: https://new.example/\n")
    assert built.check().problems == [
        f"/robots.txt:3: base_url: the site was built for {BASE}, but site.yaml says"
        " https://new.example/ (build it again)"
    ]
