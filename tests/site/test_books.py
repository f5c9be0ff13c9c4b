"""Each month as an e-book: its content, its validity, the same bytes for the same input."""

from __future__ import annotations

import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib
from pathlib import Path

import pytest

from generator.books.xhtml import picture_type, xhtml
from tests.browser.pages import Windows
from tests.java import java
from tests.sites import BODY, ENGLISH, TestSite

LEAD = "image: {file: files/plan.png, alt: 图, caption: 说明 & 文}\n"
HOSTILE = """\
See [the other](other.md#p2), [a far one](far.md), [the web](https://example.com/a b?x=1&y=“2”)
and a picture ![A plan](files/plan.png) and ![](files/icon.svg).

Break<br>here&nbsp;now &mdash; <b title='a "b"'>bold</b> <ol reversed start=3><li>One<li>Two</ol>

| A | B |
|---|--:|
| x | **y** |

- one
- two[^1]

<ol start="x"><li>One</ol>

An [address](https://example.com/a[1]%zz#b#c), [a host](https://例子.中国:80/路),
[a paragraph that is missing](other.md#p99), which is `<a href="#p99">`

> quoted <ruby>漢<rp>(</rp><rt>han</rt></ruby> <img src="files/plan.png" width=10>

```
code <&> here
```

[^1]: A note with `code`.
"""


def png() -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """A site of two months with every element that a text may contain."""
    site = TestSite(tmp_path_factory.mktemp("books") / "site")
    site.settings()
    site.write("content/files/plan.png", png())
    site.write(
        "content/files/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    )
    site.article(
        "hostile",
        title='肇庆 <C> & "产业"增长12%',
        body=HOSTILE,
        more="cities: [肇庆]\nimage: {file: files/plan.png, alt: 图, caption: 说明 & 文}\n",
    )
    # An address and a word without a place to break.
    long = f"{BODY}\n\nhttps://example.com/{'a' * 250} {'x' * 200}"
    site.article(
        "other", body=long, date="2023-10-12", more="cities: [肇庆]\nupdated: 2023-10-20\n"
    )
    site.english("other", body=f"{ENGLISH}\n\nhttps://example.com/{'a' * 250} {'x' * 200}")
    site.article("far", date="2023-09-01")
    site.build()
    return site


def book(site: TestSite, address: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(site.root / "public" / address)


def part(site: TestSite, address: str, name: str) -> str:
    with book(site, address) as found:
        text = found.read(f"EPUB/{name}").decode()
    ElementTree.fromstring(text)
    return text


HANS, BOTH = "zh-hans/books/2023-10-zh-hans.epub", "zh-hans/books/2023-10-zh-hans-en.epub"


def test_a_month_has_a_book_in_each_edition_and_links_to_it(built: TestSite) -> None:
    assert sorted(path for path in built.files() if path.endswith(".epub")) == [
        "en/books/2023-09-en.epub",
        "en/books/2023-10-en.epub",
        # No article of September has English.
        "zh-hans/books/2023-09-zh-hans.epub",
        BOTH,
        HANS,
        "zh-hant/books/2023-09-zh-hant.epub",
        "zh-hant/books/2023-10-zh-hant-en.epub",
        "zh-hant/books/2023-10-zh-hant.epub",
    ]
    chinese, english = (built.page(f"/{e}/archive/2023-10/") for e in ("zh-hans", "en"))
    assert f'href="../../../{HANS}"' in chinese
    assert f'href="../../../{BOTH}"' in chinese
    assert "en/books/2023-10-en.epub" in english
    assert english.count(".epub") == 3
    # What is wrong with the hostile article is no fault of the month's.
    assert not {"archive", "books"} & set(built.digest("check").err.replace("/", " ").split())


def test_the_container_is_as_readers_want_it(built: TestSite) -> None:
    with book(built, BOTH) as found:
        first = found.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert found.read("mimetype") == b"application/epub+zip"
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert found.testzip() is None
        for name in found.namelist():
            if name.endswith((".xhtml", ".opf", ".svg", ".xml")):
                ElementTree.fromstring(found.read(name))


def test_what_the_book_says_of_itself_comes_from_the_content(built: TestSite) -> None:
    package = part(built, BOTH, "package.opf")
    assert "<dc:title>测试简报 · 2023年10月（中英对照）</dc:title>" in package
    assert package.count("<dc:language>") == 2
    assert '<meta property="dcterms:modified">2023-10-19T16:00:00Z</meta>' in package
    assert '<itemref idref="a-hostile"/>\n<itemref idref="a-other"/>' in package
    contents = part(built, BOTH, "nav.xhtml")
    assert '<a href="articles/other.xhtml">肇庆项目开工 <span lang="en">Zhaoqing' in contents
    assert "肇庆 &lt;C&gt; &amp;" in contents


def test_links_stay_in_the_book_where_they_can(built: TestSite) -> None:
    text = part(built, HANS, "articles/hostile.xhtml")
    assert '<a href="other.xhtml#p2">' in text
    assert '<a href="#content">12%</a>' in text
    assert '<a href="other.xhtml">a paragraph that is missing' in text
    assert '<code>&lt;a href="#p99"&gt;</code>' in text, "what a text shows is no link"
    assert '<a href="https://xn--fsqu00a.xn--fiqs8s:80/%E8%B7%AF">' in text
    assert 'href="https://example.org/sub/zh-hans/articles/far/"' in text
    assert 'href="https://example.com/a%20b?x=1&amp;y=%E2%80%9C2%E2%80%9D"' in text or (
        "https://example.com/a b" not in text
    )
    with book(built, HANS) as found:
        pictures = [name for name in found.namelist() if name.startswith("EPUB/files/")]
        assert sorted(name.rpartition(".")[2] for name in pictures) == ["png", "svg"]
        data = next(found.read(name) for name in pictures if name.endswith("png"))
    assert picture_type(data) == "image/png"
    assert "<figcaption><span>说明 &amp; 文</span>" in text
    assert 'epub:type="noteref"' in text
    assert 'epub:type="footnote"' in text


def test_chinese_and_english_stand_side_by_side(built: TestSite) -> None:
    text = part(built, BOTH, "articles/other.xhtml")
    assert text.count('<div class="pair">') == 3
    assert '<div><p id="p1">肇庆开工' in text
    assert '<div lang="en"><p>Zhaoqing has started' in text
    alone = part(built, BOTH, "articles/hostile.xhtml")
    assert 'class="pair"' not in alone
    assert "本文暂无英文" in alone


def test_the_same_content_gives_the_same_bytes(built: TestSite, tmp_path: Path) -> None:
    other = TestSite(tmp_path / "elsewhere")
    shutil.copytree(built.root / "content", other.root / "content")
    shutil.copy(built.root / "site.yaml", other.root)
    other.build()
    mine, theirs = built.files(), other.files()
    books = [path for path in mine if path.endswith(".epub")]
    assert [path for path in books if mine[path] != theirs[path]] == []


def test_only_the_book_of_the_month_is_made_anew(site: TestSite) -> None:
    site.article("older", date="2023-08-01")
    site.build()
    before = site.files()
    path = site.article("older", date="2023-08-01", body="另一段文字。")
    assert path.is_file()
    site.build()
    after = site.files()
    changed = {name for name in after if name.endswith(".epub") and before[name] != after[name]}
    assert changed == {f"{e}/books/2023-08-{e}.epub" for e in ("zh-hans", "zh-hant", "en")}


def test_settings_choose_the_books(site: TestSite) -> None:
    def books(more: str) -> list[str]:
        site.settings(more)
        site.build()
        assert ("application/epub" in site.page("/zh-hans/archive/2023-10/")) == (
            any(name.startswith("zh-hans") for name in site.files() if name.endswith(".epub"))
        )
        return sorted(name for name in site.files() if name.endswith(".epub"))

    assert len(books("books: true\n")) == 5
    assert books("books: false\n") == []
    assert books("books: [en, bilingual]\neditions: [zh-Hans, en]\n") == [
        "en/books/2023-10-en.epub",
        BOTH,
    ]
    site.article("older", date="2023-08-01")
    assert books("books: [en]\nbook_months: 1\n") == ["en/books/2023-10-en.epub"]
    assert len(books("books: [en]\nbook_months: 0\n")) == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("books: [English]", 'books: unknown book "English"'),
        ("books: [en, en]", 'books: duplicate book "en" (keep one)'),
        ("books: []", "books: lists no book"),
        ("books: [en]\neditions: [zh-Hans]", 'books: "en" is not among the editions of the site'),
        ("books: [bilingual]\neditions: [en]", 'books: "bilingual" needs English and a Chinese'),
        ("book_months: -1", "book_months"),
    ],
)
def test_what_is_wrong_with_a_setting_is_told(site: TestSite, written: str, said: str) -> None:
    site.settings(written + "\n")
    ran = site.digest("check")
    assert ran.code == 1
    assert said in ran.err


def test_html_becomes_xhtml() -> None:
    assert xhtml("<p>a<br>b&nbsp;c &eacute; &amp; d</p>") == "<p>a<br/>b&#160;c &#233; &amp; d</p>"
    assert xhtml('<ol reversed="" start="3"><li>x</li></ol>') == (
        '<ol reversed="" start="3"><li>x</li></ol>'
    )
    assert xhtml(
        "<p><picture><source srcset='a.webp'><img src='a.png' loading=lazy></picture></p>"
    ) == ('<p><img src="a.png" alt=""/></p>')
    assert xhtml("<p><a href='x?a=1&amp;b' data-embed>y</a><wbr></p>") == (
        '<p><a href="x?a=1&amp;b">y</a><wbr/></p>'
    )


def test_only_harmless_pictures_are_in_a_book() -> None:
    assert picture_type(png()) == "image/png"
    assert picture_type(b"no picture") == ""
    head = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
    assert picture_type(head + b"<path d='M0 0'/></svg>") == "image/svg+xml"
    for inner in (
        b"<script/>",
        b"<image x:href='https://a.b/c.png'/>",
        b"<g onclick='x()'/>",
        b"<g>",
    ):
        assert picture_type(head + inner + b"</svg>") == ""


def test_nothing_is_wider_than_a_page(built: TestSite, windows: Windows, tmp_path: Path) -> None:
    with book(built, BOTH) as found:
        found.extractall(tmp_path)
    for width in (375, 1000):
        with windows.open(viewport={"width": width, "height": 700}) as page:
            for name in ("hostile", "other"):
                page.goto((tmp_path / f"EPUB/articles/{name}.xhtml").as_uri())
                assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def epubcheck() -> list[str]:
    """The command to call the tool; the test is skipped if it is missing."""
    jar = shutil.which("epubcheck")
    if jar is None:
        pytest.skip("epubcheck is not installed (apt-get install epubcheck)")
    # Debian links the name to a jar, which only some kernels run by itself.
    with Path(jar).open("rb") as file:
        return java(Path(jar).resolve()) if file.read(2) == b"PK" else [jar]


def test_epubcheck_finds_nothing(built: TestSite) -> None:
    ran = subprocess.run(
        [*epubcheck(), "--quiet", str(built.root / "public" / BOTH)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout + ran.stderr).strip() == ""
    assert ran.returncode == 0
