"""Files of ``content/static/``, and files that a stylesheet of one's own calls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.serve.site import find, media_type
from generator.serve.watch import Watch
from tests.sites import TestSite


def test_static_files_are_copied_to_the_root(site: TestSite) -> None:
    there = {
        "CNAME": b"digest.example\n",
        "_headers": b"/*\n  X-Frame-Options: DENY\n",
        ".well-known/security.txt": b"Contact: mailto:a@example.org\n",
        ".nojekyll": b"",
        "google1234.html": b"google-site-verification: google1234.html",
        "en/old.txt": b"old",
        "img/a.bin": bytes(range(256)),
    }
    for path, data in there.items():
        site.write(f"content/static/{path}", data)
    site.write("content/static/.DS_Store", b"x")
    site.build()
    published = site.files()
    assert {path: published.get(path) for path in there} == there
    assert ".DS_Store" not in published
    assert site.digest("check").problems == []
    assert site.digest("check", "--built", str(site.root / "public")).problems == []


def test_a_static_file_follows_its_source(site: TestSite) -> None:
    site.write("content/static/CNAME", "a.example\n")
    site.build()
    site.write("content/static/CNAME", "other.example\n")
    site.build()
    assert site.page("CNAME") == "other.example\n"
    (site.root / "content/static/CNAME").unlink()
    site.build()
    assert "CNAME" not in site.files()
    assert "en/index.html" in site.files()


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("robots.txt", "robots.txt"),
        ("index.html", "the choice of edition"),
        ("en/articles/zhaoqing-start/index.html", "content/articles/zhaoqing-start.md"),
        ("EN/Feed.xml", "the feed of en/"),
        ("files/a.txt", "content/files/a.txt"),
    ],
)
def test_an_address_that_the_site_has_is_refused(site: TestSite, path: str, other: str) -> None:
    site.write("content/files/a.txt", "x")
    site.write(f"content/static/{path}", "x")
    ran = site.digest("build")
    assert ran.code == 1
    (problem,) = ran.problems
    assert f"content/static/{path}" in problem
    assert other in problem
    assert not (site.root / "public/en").exists()


@pytest.mark.parametrize("name", ["en", "Assets", "search", ".files.json"])
def test_a_name_of_the_site_itself_is_refused(site: TestSite, name: str) -> None:
    site.write(f"content/static/{name}", "x")
    ran = site.digest("build")
    assert ran.code == 1
    assert [p for p in ran.problems if p.startswith(f"content/static/{name}: ")] == ran.problems


def test_no_link_leads_out_of_the_folder(site: TestSite, tmp_path: Path) -> None:
    site.write("content/static/sound.txt", "x")
    site.write("content/files/beside.txt", "x")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key").write_text("secret")
    folder = site.root / "content/static"
    (folder / "key").symlink_to(tmp_path / "secret/key")
    (folder / "whole").symlink_to(tmp_path / "secret")
    (folder / "beside").symlink_to(site.root / "content/files/beside.txt")
    (folder / "broken").symlink_to(tmp_path / "nothing")
    ran = site.digest("build")
    assert ran.code == 1
    told = {problem.split(":")[0] for problem in ran.problems}
    assert told == {f"content/static/{name}" for name in ("key", "whole", "beside", "broken")}


@pytest.mark.parametrize("path", [".git/config", ".env", "a/.svn/entries"])
def test_what_is_private_is_refused(site: TestSite, path: str) -> None:
    site.write(f"content/static/{path}", "x")
    ran = site.digest("build")
    assert ran.code == 1
    (problem,) = ran.problems
    assert "would be public (move it out of content/static/)" in problem


CSS = """\
/* url(face.woff2) */
@import "parts/more.css";
@font-face { font-family: A; src: url(face.woff2) format("woff2"), url('face.woff2?#iefix'); }
body { background: url( "pictures/a b.png" ); mask: url(pictures/a%20b.png); }
p { background: url(https://example.com/face.woff2), url(data:image/png;base64,AA==), url(#x); }
"""


def test_files_in_own_css_get_their_published_names(site: TestSite) -> None:
    site.write("templates/assets/own.css", CSS)
    site.write("templates/assets/parts/more.css", "a { background: url(../face.woff2); }\n")
    site.write("templates/assets/face.woff2", b"font")
    site.write("templates/assets/pictures/a b.png", b"picture")
    site.write("templates/side.html", '{{ asset("own.css") }}')
    site.build()
    published = site.files()

    def name(pattern: str) -> str:
        (found,) = (path for path in published if re.fullmatch(f"assets/{pattern}", path))
        return found.removeprefix("assets/")

    face, picture = name(r"face-\w{8}\.woff2"), name(r"pictures/a b-\w{8}\.png")
    more = name(r"parts/more-\w{8}\.css")
    text = published[f"assets/{name(r'own-.{8}.css')}"].decode()
    assert text == (
        CSS.replace("url(face.woff2) f", f"url({face}) f")
        .replace("'face.woff2?", f"'{face}?")
        .replace('"parts/more.css"', f'"{more}"')
        .replace('"pictures/a b.png"', f'"{picture}"')
        .replace("pictures/a%20b.png", picture.replace(" ", "%20"))
    )
    assert f"url(../{face})" in published[f"assets/{more}"].decode()
    before = name(r"own-\w{8}\.css")
    site.write("templates/assets/face.woff2", b"another font")
    site.build()
    published = site.files()
    assert name(r"own-\w{8}\.css") != before


def test_stylesheets_that_import_each_other_end(site: TestSite) -> None:
    site.write("templates/assets/a.css", '@import "b.css";\n')
    site.write("templates/assets/b.css", '@import "a.css";\n')
    site.build()
    assert len([p for p in site.files() if re.match(r"assets/[ab]-\w{8}\.css", p)]) == 2


def test_the_preview_knows_hidden_static_files(site: TestSite) -> None:
    secret = site.write("content/static/.well-known/security.txt", "Contact: a@example.org\n")
    litter = site.write("content/static/.security.txt.swp", "x")
    seen = Watch(site.root).look()
    assert str(secret) in seen
    assert str(litter) not in seen
    site.build()
    public = site.root / "public"
    assert find(public, "/.well-known/security.txt") == public / ".well-known/security.txt"
    assert find(public, "/.files.json") is None
    assert find(public, "/.well-known/../.files.json") is None
    assert media_type("feeds.opml") == "text/x-opml; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("en/feed.xml/x", "/en/feed.xml is a file of the site"),
        ("search/index.json/x", "/search/index.json is a file of the site"),
        ("zh-hans/articles/zhaoqing-start", "/zh-hans/articles/zhaoqing-start is a folder of the"),
    ],
)
def test_a_file_where_the_site_has_a_folder(site: TestSite, path: str, what: str) -> None:
    """At first, and in a site that was published before."""
    file = site.write(f"content/static/{path}", "x")
    first = site.digest("build")
    file.unlink()
    site.build()
    before = site.files()
    site.write(f"content/static/{path}", "x")
    later = site.digest("build")
    assert first.code == later.code == 1
    assert first.problems == later.problems
    assert first.problems[0].startswith(f"content/static/{path}: {what}")
    assert site.files() == before


def test_every_clash_is_told_at_once(site: TestSite) -> None:
    site.build()
    for path in ("en/feed.xml/x", "search/index.json/x", "zh-hans/articles/zhaoqing-start"):
        site.write(f"content/static/{path}", "x")
    more = "cities: [肇庆]\naliases: [/sitemap.xml/, /en/feed.xml/y/]\n"
    site.article("zhaoqing-start", more=more)
    ran = site.digest("build")
    assert ran.code == 1
    places = [problem.split(": ")[0] for problem in ran.problems]
    assert sorted(places) == [
        "content/articles/zhaoqing-start.md:6",
        "content/articles/zhaoqing-start.md:6",
        "content/static/en/feed.xml/x",
        "content/static/search/index.json/x",
        "content/static/zh-hans/articles/zhaoqing-start",
    ]


def test_names_that_windows_cannot_have_are_refused(site: TestSite) -> None:
    for name in (
        "static/aux/x.txt",
        "static/NUL.txt",
        "static/end.",
        "files/com1.png",
        "files/a:b.txt",
    ):
        site.write(f"content/{name}", "x")
    settings = site.root / "site.yaml"
    before = settings.read_text("utf-8")
    settings.write_text(before.replace("topics:\n", "topics:\n  骗局: Con\n"), "utf-8")
    wrong = site.digest("check").problems[-1]
    assert wrong.startswith('site.yaml:5: topics.骗局: "con" is a name that Windows reserves')
    settings.write_text(before, "utf-8")
    page = "---\ntitle: 页\n---\n\n字。\n"
    site.write("content/pages/prn.md", page)
    site.article("con")
    site.article("zhaoqing-start", more="cities: [肇庆]\naliases: [lpt1, /old/aux/]\n")
    ran = site.digest("check")
    assert ran.code == 1
    told = [problem for problem in ran.problems if "Windows" in problem]
    assert [problem.partition(": ")[0] for problem in told] == [
        "content/articles/con.md",
        "content/articles/zhaoqing-start.md:6",
        "content/articles/zhaoqing-start.md:6",
        "content/files/a:b.txt",
        "content/files/com1.png",
        "content/pages/prn.md",
        "content/static/NUL.txt",
        "content/static/aux/x.txt",
        "content/static/end.",
    ]
    assert told[0].endswith('"con" is a name that Windows reserves (for example con-1)')
    assert site.digest("new", "Con").code == 0
    assert (site.articles / "con-1.md").is_file()
    ran = site.digest("new", "题", "--slug", "nul")
    assert (ran.code, "Windows reserves" in ran.problems[0]) == (2, True)
