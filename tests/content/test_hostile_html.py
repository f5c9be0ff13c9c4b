"""No script, event attribute, style or foreign address reaches a page, whatever its origin."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from tests.sites import TestSite

VECTORS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='jAvAsCrIpT&colon;alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "![x](javascript:alert(1))",
    "<iframe src='https://evil.example/'></iframe>",
    "<object data='x'></object><embed src='x'>",
    "<form action='https://evil.example/'><input name=a><button>go</button></form>",
    "<p style='background:url(https://evil.example/)'>x</p>",
    "<style>body{display:none}</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href='https://evil.example/'>",
    "<div onmouseover='alert(1)' id='content' class='skip'>x</div>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!--><script>alert(1)</script-->",
    "<scr<script>ipt>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "<<script>alert(1)//<</script>",
    '"><script>alert(1)</script>',
    "</title></head><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    '<p title="<a href=">x onmouseover=alert(1) y</p>',
    '<p title="<a href=\'">[x](https://example.org/ "onmouseover=alert(1) y")</p>',
]

EXECUTABLE = {"iframe", "object", "embed", "base", "style", "math", "video"}


class Watch(HTMLParser):
    """Collects everything that could run or load something foreign."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        source = values.get("src") or ""
        data = values.get("type") == "application/ld+json"
        if tag == "script" and not data and ("evil" in source or not source):
            self.found.append(tag)
        if tag in EXECUTABLE or (tag == "meta" and values.get("http-equiv") == "refresh"):
            self.found.append(tag)
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name in ("action", "formaction") and "evil.example" in address:
                self.found.append(f"{tag} {name}={value}")
            if name.startswith("on") or name == "style":
                self.found.append(f"{tag} {name}")
            if name in ("href", "src") and address.startswith(("javascript", "data:", "vbscript")):
                self.found.append(f"{tag} {name}={value}")
            if name in ("href", "src") and tag != "a" and "evil.example" in address:
                self.found.append(f"{tag} {name}={value}")


def found_in(site: TestSite) -> list[str]:
    found = []
    for path, data in site.files().items():
        if path.endswith(".html"):
            watch = Watch()
            watch.feed(data.decode())
            found += [f"{path}: {thing}" for thing in watch.found]
    return found


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """A site with one article for each vector, in every place where an editor can write."""
    site = TestSite(tmp_path_factory.mktemp("hostile"))
    site.settings()
    for number, vector in enumerate(VECTORS):
        harmless = vector.replace("src=x", "").replace("![x](javascript:alert(1))", "")
        site.article(f"body-{number}", body=f"开头。\n\n{harmless}\n\n结尾。")
        quoted = vector.replace("'", "''").replace("\x01", "")
        site.article(
            f"front-{number}",
            title=f"'{quoted}'",
            more=f"summary: '{quoted}'\ncredits: ['{quoted}']\ncities: [肇庆]\n",
        )
        site.english(f"front-{number}", title=f"'{quoted}'", more=f"summary: '{quoted}'\n")
    return site


def test_nothing_gets_through_from_articles(plain: TestSite) -> None:
    ran = plain.digest("build")
    refused = (": link: ", "contains the control character U+0001")
    told = [problem for problem in ran.problems if any(one in problem for one in refused)]
    for problem in told:
        path = plain.root / problem.split(":", 1)[0]
        path.unlink()
    plain.build()
    assert len(plain.files()) > 200
    assert found_in(plain) == []


def test_a_value_that_looks_like_a_tag_stays_a_value(site: TestSite) -> None:
    odd = '<p title="<a href=">x onmouseover=alert(1) y</p>'
    site.article(
        "a", body=f"{odd}\n\n<b title='<img src=' lang=zh>[报](https://example.org/)</b>。"
    )
    site.build()
    assert found_in(site) == []
    feed = ElementTree.fromstring(site.page("/zh-hans/feed.xml"))
    content = next(feed.iter("{http://purl.org/rss/1.0/modules/content/}encoded"))
    watch = Watch()
    watch.feed(content.text or "")
    assert watch.found == []
    assert 'title="&lt;a href="' in (content.text or "")
    assert '<a href="https://example.org/">' in (content.text or "")


def test_nothing_gets_through_from_settings_and_glossary(site: TestSite) -> None:
    bad = "'</title><script>alert(1)</script>\" onload=\"alert(1)'"
    site.settings(
        f"title: {{zh-Hans: {bad}, en: {bad}}}\ndescription: {{zh-Hans: {bad}, en: {bad}}}\n"
        f"publisher: {bad}\ntopics:\n  新能源: {{en: {bad}, slug: energy}}\n"
    )
    site.write("content/glossary.yaml", f"terms:\n  项目: {{hant: {bad}, en: {bad}}}\n")
    site.build()
    assert found_in(site) == []
    assert "&lt;script&gt;alert(1)" in site.page("/en/")


def test_a_source_address_must_be_one_of_the_web(site: TestSite) -> None:
    site.article("a", more="cities: [肇庆]\n").write_text(
        "---\ntitle: 题\ndate: 2024-01-01\n"
        "source: {name: 报, url: 'https://a.org/\"onclick=\"alert(1)'}\n---\n\n正文。\n",
        "utf-8",
    )
    ran = site.digest("build")
    assert ran.code == 1
    assert "is not a web address" in ran.problems[0]


def test_elements_that_are_left_out_are_told(site: TestSite) -> None:
    site.article("a", body="开头。\n\n<marquee>动</marquee>\n\n<b>粗</b>。")
    ran = site.build()
    assert ran.problems == [
        "content/articles/a.md:11: the element <marquee> is left out (delete it)"
    ]
    assert "<b>粗</b>" in site.page("/zh-hans/articles/a/")
