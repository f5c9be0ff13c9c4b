"""A small built site written by hand, without any error, for tests to break."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.sites import Ran, TestSite, run

BASE = "https://example.org/sub/"
EDITIONS = ("zh-Hans", "en")

PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="description" content="About {title}">
<link rel="canonical" href="{base}{address}">
{versions}
<link rel="alternate" type="application/rss+xml" href="{root}en/feed.xml">
<link rel="stylesheet" href="{root}assets/style.css">
<link rel="icon" href="{root}assets/icon.svg">
</head>
<body>
<a href="#content">Skip</a>
<nav aria-labelledby="menu"><b id="menu">Menu</b>
<a href="{root}zh-hans/">Hans</a> <a href="{root}en/articles/plant/#p1">Plant</a>
<a href="https://news.example/">Elsewhere</a> <a href="{root}files/plan.pdf">Plan</a></nav>
<main id="content">
<h1>{title}</h1>
<p id="p1">A plant opens.</p>
<h2 id="p2">Figures</h2>
<img src="{root}assets/icon.svg" alt="">
<form><label for="q">Find</label><input id="q"></form>
</main>
</body>
</html>
"""

MISSING = """\
<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<title>Not here</title>
<meta name="description" content="No page">
<meta name="robots" content="noindex">
</head>
<body>
<h1>Not here</h1>
<a href="/sub/en/">Home</a>
</body>
</html>
"""

FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>Test Digest</title>
<link>{base}{home}</link>
<description>News of plants</description>
<language>{language}</language>
<atom:link rel="self" type="application/rss+xml" href="{base}{home}feed.xml"/>
<lastBuildDate>Tue, 10 Oct 2023 00:00:00 +0800</lastBuildDate>
<item>
<title>A plant</title>
<link>{base}{home}articles/plant/</link>
<guid isPermaLink="true">{base}{home}articles/plant/</guid>
<pubDate>Tue, 10 Oct 2023 00:00:00 +0800</pubDate>
<description>A plant opens.</description>
<content:encoded><![CDATA[<p>See <a href="{base}{home}">all</a>.</p>]]></content:encoded>
</item>
</channel>
</rss>
"""


@dataclass(frozen=True)
class Built:
    """The built site, with methods to edit and check it."""

    site: TestSite
    out: Path

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file of the built site."""
        file = self.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, path: str, old: str, new: str) -> int:
        """Replace ``old`` by ``new`` in a file; return the line of the replacement."""
        text = (self.out / path).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def check(self, *args: str) -> Ran:
        """Call ``digest check --built`` for this folder."""
        return run("--site", str(self.site.root), "check", "--built", str(self.out), *args)


def make_built(site: TestSite, out: Path) -> Built:
    """Write a valid site in Simplified Chinese and English: two pages each, feeds, sitemap."""
    site.settings("editions: [zh-Hans, en]\n")
    built = Built(site, out)
    entries = []
    for place in ("", "articles/plant/"):
        for edition in EDITIONS:
            address = f"{edition.lower()}/{place}"
            versions = [(other, f"{other.lower()}/{place}") for other in EDITIONS]
            default = f"zh-hans/{place}" if place else ""
            page(built, address, edition, [*versions, ("x-default", default)])
            entries.append((address, [*versions, ("x-default", default)]))
    front = [("zh-Hans", "zh-hans/"), ("en", "en/"), ("x-default", "")]
    page(built, "", "zh-Hans", front)
    built.write("sitemap.xml", sitemap([("", front), *entries]))
    built.write("404.html", MISSING)
    built.write("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n")
    for home, language in (("zh-hans/", "zh-cn"), ("en/", "en")):
        built.write(f"{home}feed.xml", FEED.format(base=BASE, home=home, language=language))
    built.write("assets/style.css", "body {\n background: url(icon.svg);\n}\n")
    built.write("assets/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    built.write("files/plan.pdf", b"%PDF-1.7\n")
    return built


def page(built: Built, address: str, lang: str, versions: list[tuple[str, str]]) -> None:
    """Write a page with these versions: language and address."""
    links = "\n".join(
        f'<link rel="alternate" hreflang="{other}" href="{BASE}{where}">'
        for other, where in versions
    )
    text = PAGE.format(
        lang=lang,
        title=f"Plants at {address or 'the front'}",
        base=BASE,
        address=address,
        root="../" * address.count("/") or "./",
        versions=links,
    )
    built.write(f"{address}index.html", text)


def sitemap(entries: list[tuple[str, list[tuple[str, str]]]]) -> str:
    """A sitemap of these addresses and their versions, a line each."""
    lines = []
    for address, versions in entries:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{BASE}{where}"/>'
            for lang, where in versions
        )
        lines.append(f"<url><loc>{BASE}{address}</loc>{links}</url>")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(lines) + "\n</urlset>\n"
    )
