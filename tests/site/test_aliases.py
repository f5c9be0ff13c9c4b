"""Earlier addresses of an article redirect to it; those that clash are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites import TestSite

BASE = "https://example.org/sub/"
CITY = "cities: [肇庆]\n"


def leads_to(site: TestSite, address: str) -> str:
    """Where the page at ``address`` leads, below the root."""
    page = site.page(address)
    (refresh,) = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', page)
    (canonical,) = re.findall(r'<link rel="canonical" href="([^"]+)">', page)
    file = site.root / "public" / address.strip("/")
    folder = file if file.is_dir() else file.parent
    target = (folder / refresh).resolve().relative_to((site.root / "public").resolve())
    assert canonical == f"{BASE}{target.as_posix()}/"
    assert f'<a href="{refresh}"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Content-Security-Policy" in page
    assert (site.root / "public" / target / "index.html").is_file()
    return f"/{target.as_posix()}/"


def test_each_kind_of_alias_leads_on(site: TestSite) -> None:
    aliases = "[old-name, /2023/Old.html, /en/news/7, /旧/地址/, /%E8%A1%8C/]"
    body = "肇庆港区二期今年开工。\n"
    site.article("fresh", body=body, more=f"{CITY}aliases: {aliases}\n")
    site.build()
    for edition in ("zh-hans", "zh-hant", "en"):
        where = f"/{edition}/articles/fresh/"
        assert leads_to(site, f"/{edition}/articles/old-name/") == where
        assert f'<html lang="{edition}"' in site.page(f"/{edition}/articles/old-name/").lower()
    assert leads_to(site, "/2023/Old.html") == "/zh-hans/articles/fresh/"
    assert leads_to(site, "/en/news/7/") == "/en/articles/fresh/"
    assert leads_to(site, "/旧/地址/") == "/zh-hans/articles/fresh/"
    assert leads_to(site, "/行/") == "/zh-hans/articles/fresh/"
    assert "old-name" not in site.page("sitemap.xml")
    assert site.digest("check").problems == []


def test_an_earlier_name_leads_from_each_view_to_the_same_view(site: TestSite) -> None:
    site.build()
    views = {
        path
        for path in site.files()
        if "/articles/zhaoqing-start/" in path and path.endswith(".html")
    }
    assert {"en/articles/zhaoqing-start/parallel/index.html"} <= views
    assert site.digest("rename", "zhaoqing-start", "zhaoqing-begins").code == 0
    site.build()
    for path in views:
        where = f"/{path.removesuffix('index.html')}"
        assert leads_to(site, where) == where.replace("-start/", "-begins/")
    for edition, view in (("zh-hans", "pinyin"), ("zh-hant", "parallel")):
        old = f"/sub/{edition}/articles/zhaoqing-start/{view}/"
        assert f"{old} {old.replace('-start', '-begins')} 301\n" in site.page("_redirects")
        assert f'location = "{old}" {{ return 301 ' in site.page(".redirects.nginx")
    assert "zhaoqing-start" not in site.page("sitemap.xml")
    assert site.digest("check").problems == []
    assert site.digest("check", "--built", str(site.root / "public")).problems == []


def test_an_address_of_a_view_that_something_else_has_stays(site: TestSite) -> None:
    other, path = "/zh-hans/articles/old/pinyin/", "zh-hant/articles/old/pinyin/index.html"
    site.article("other", title="另一篇", body="肇庆另有消息。", more=f"{CITY}aliases: [{other}]\n")
    site.article("fresh", body="肇庆港区二期今年开工。\n", more=f"{CITY}aliases: [old]\n")
    site.write(f"content/static/{path}", "<p>mine</p>")
    site.build()
    assert leads_to(site, "/zh-hans/articles/old/") == "/zh-hans/articles/fresh/"
    assert leads_to(site, other) == "/zh-hans/articles/other/"
    assert site.page(path) == "<p>mine</p>"
    # Without English there are no pages side by side, and an English edition has no pinyin.
    assert not [
        file for file in site.files() if "old/parallel" in file or "en/articles/old/p" in file
    ]


def test_servers_are_told(site: TestSite) -> None:
    site.write("content/static/_redirects", "/mine /theirs 302")
    site.build()
    assert site.page("_redirects") == "/mine /theirs 302"
    assert ".redirects.nginx" not in site.files()
    site.article("fresh", more=f"{CITY}aliases: [/旧/, /en/a b.html]\n")
    site.build()
    assert site.page("_redirects") == (
        "/mine /theirs 302\n"
        "/sub/en/a%20b.html /sub/en/articles/fresh/ 301\n"
        "/sub/%E6%97%A7/ /sub/zh-hans/articles/fresh/ 301\n"
    )
    assert site.page(".redirects.nginx") == (
        'location = "/sub/en/a b.html" { return 301 "/sub/en/articles/fresh/"; }\n'
        'location = "/sub/旧/" { return 301 "/sub/zh-hans/articles/fresh/"; }\n'
    )
    site.article("fresh", more=CITY)
    site.build()
    assert site.page("_redirects") == "/mine /theirs 302"
    assert ".redirects.nginx" not in site.files()
    assert "旧/index.html" not in site.files()


@pytest.mark.parametrize(
    ("alias", "told"),
    [
        ("/en/articles/zhaoqing-start/", "is already used by content/articles/zhaoqing-start.md"),
        ("zhaoqing-start", "is already used by content/articles/zhaoqing-start.md"),
        ("/EN/Articles/zhaoqing-start", "is already used by content/articles/zhaoqing-start.md"),
        ("fresh", "is already the address of this article"),
        ("/verify.html", "is already used by content/static/verify.html"),
        ("/CNAME/", "is already used by content/static/CNAME"),
        ("/taken/", "is already used by content/articles/first.md"),
        ("/sub/old/", "which aliases leave out (write /old/)"),
        ("https://example.org/sub/old/", "names a host (write the path alone: /sub/old/)"),
        ("/old?id=3", "has a query or a fragment"),
        ("/a/../b/", "cannot be the path of a page"),
        ("/a//b/", "cannot be the path of a page"),
        ("旧名", "is neither an earlier file name nor a path"),
        (f"/{'长' * 100}/", "is too long for the name of a file"),
    ],
)
def test_what_cannot_be_an_alias_is_refused(site: TestSite, alias: str, told: str) -> None:
    site.write("content/static/verify.html", "x")
    site.write("content/static/CNAME", "x")
    site.article("first", date="2024-02-01", more=f"{CITY}aliases: [/taken/]\n")
    site.article("fresh", date="2024-01-01", more=f'{CITY}aliases:\n  - "{alias}"\n')
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems
    for problem in ran.problems:
        assert problem.startswith("content/articles/fresh.md:7: aliases: ")
        assert told in problem
    assert not (site.root / "public").exists()


def test_every_clash_of_aliases_is_told_at_once(site: TestSite) -> None:
    site.article("first", date="2024-02-01", more=f"{CITY}aliases: [/a, /b]\n")
    site.write("content/static/en/feed.xml", "x")
    aliases = (
        "[/en/, /zh-hans/cities, /404.html, /EN/Feeds, /a, /B/, zhaoqing-start, /robots.txt/x]"
    )
    site.article("fresh", more=f"{CITY}aliases: {aliases}\n")
    ran = site.digest("build")
    assert ran.code == 1
    place = "content/articles/fresh.md:6: aliases: "
    assert ran.problems == [
        f"{place}/404.html is already the address of the 404 page (delete it)",
        f"{place}/B/ is already used by content/articles/first.md (delete it)",
        f"{place}/EN/Feeds/ is already the address of the page en/feeds/ (delete it)",
        f"{place}/a/ is already used by content/articles/first.md (delete it)",
        f"{place}/en/ is already the address of the page en/ (delete it)",
        f"{place}/robots.txt is a file of the site (/robots.txt/x/ cannot redirect: delete it)",
        f"{place}/zh-hans/articles/zhaoqing-start/ is already used by"
        " content/articles/zhaoqing-start.md (delete it)",
        f"{place}/zh-hans/cities/ is already the address of the page zh-hans/cities/ (delete it)",
        "content/static/en/feed.xml: /en/feed.xml is the address of the feed of en/ (rename it)",
    ]


@pytest.mark.parametrize("command", ["build", "check"])
def test_clashes_of_aliases_are_told_beside_other_errors(site: TestSite, command: str) -> None:
    site.article("first", date="2024-02-01", more=f"{CITY}topics: [nothing]\naliases: [/a]\n")
    site.article("fresh", more=f"{CITY}aliases: [/a, first, /zh-hans/cities]\n")
    aliases = "aliases: [/a, zhaoqing-start, /en/feeds]\n"
    site.article("wrong", date="2024-01-01", more=f"{CITY}topics: [nothing]\n{aliases}")
    # Its date has an error; a draft has no address.
    site.article("undated", date="soon", more=f"{CITY}aliases: [/a]\n")
    site.article("unpublished", more=f"{CITY}draft: true\ntopics: [nothing]\naliases: [/a]\n")
    ran = site.digest(command)
    assert ran.code == 1
    taken = "is already used by content/articles"
    assert [problem for problem in ran.problems if "aliases" in problem] == [
        f"content/articles/fresh.md:6: aliases: /a/ {taken}/first.md (delete it)",
        "content/articles/fresh.md:6: aliases: /zh-hans/articles/first/ is already used by"
        " content/articles/first.md (delete it)",
        "content/articles/fresh.md:6: aliases: /zh-hans/cities/ is already the address of the page"
        " zh-hans/cities/ (delete it)",
        f"content/articles/undated.md:6: aliases: /a/ {taken}/first.md (delete it)",
        f"content/articles/wrong.md:7: aliases: /a/ {taken}/first.md (delete it)",
        "content/articles/wrong.md:7: aliases: /en/feeds/ is already the address of the page"
        " en/feeds/ (delete it)",
        f"content/articles/wrong.md:7: aliases: /zh-hans/articles/zhaoqing-start/ {taken}"
        "/zhaoqing-start.md (delete it)",
    ]
    assert sum("topics" in problem for problem in ran.problems) >= 2


def test_a_clash_with_an_article_that_is_not_due_yet_is_told(site: TestSite) -> None:
    site.article("to-come", date="2198-01-01", more=f"{CITY}aliases: [/later, zhaoqing-start]\n")
    site.article("fresh", more=f"{CITY}aliases: [to-come, /later]\n")
    assert [line.partition(" (")[0] for line in site.digest("build").problems] == [
        "content/articles/fresh.md:6: aliases: /zh-hans/articles/to-come/ is already used by"
        " content/articles/to-come.md",
        "content/articles/to-come.md:6: aliases: /later/ is already used by"
        " content/articles/fresh.md",
        "content/articles/to-come.md:6: aliases: /zh-hans/articles/zhaoqing-start/ is already"
        " used by content/articles/zhaoqing-start.md",
    ]


def test_an_alias_may_lie_beside_the_search_index(site: TestSite) -> None:
    site.article("fresh", more=f"{CITY}aliases: [/search/, /search/old.html]\n")
    site.build()
    assert {"search/index.html", "search/old.html"} <= site.files().keys()
    site.article("fresh", more=f"{CITY}aliases: [/search/, /search/old.html, /en/]\n")
    assert site.digest("build").problems == [
        "content/articles/fresh.md:6: aliases: /en/ is already the address of the page en/ "
        "(delete it)"
    ]


def test_aliases_given_twice_are_told(site: TestSite) -> None:
    site.article("fresh", more=f"{CITY}aliases: [/old, /old/index.html]\n")
    (problem,) = site.digest("build").problems
    assert problem.startswith('content/articles/fresh.md:6: aliases: duplicate "/old/index.html"')


def test_a_draft_leads_nowhere(site: TestSite) -> None:
    site.article("fresh", more=f"{CITY}draft: true\naliases: [/old/]\n")
    site.build()
    assert "old/index.html" not in site.files()


def note(old: str, new: str) -> str:
    return (
        f"note: content/articles/{new}.md: aliases: was published as {old}, and links to that"
        f" lead nowhere now (to keep them alive, add the line: aliases: [{old}])"
    )


def rename(site: TestSite, old: str, new: str) -> None:
    for ending in (".md", ".en.md"):
        file = site.articles / f"{old}{ending}"
        if file.exists():
            file.rename(site.articles / f"{new}{ending}")


def test_a_renamed_article_is_offered_an_alias(site: TestSite) -> None:
    site.article("other", title="另一篇", date="2023-10-09", body="肇庆另有消息。")
    site.build()
    assert "was published as" not in site.digest("check").err
    rename(site, "zhaoqing-start", "zhaoqing-begins")
    ran = site.digest("check", "--strict")
    assert note("zhaoqing-start", "zhaoqing-begins") in ran.err
    assert ran.code == 0
    # The build after it does not forget.
    site.build()
    rename(site, "zhaoqing-begins", "zhaoqing-plant")
    told = site.digest("check").err
    assert note("zhaoqing-start", "zhaoqing-plant") in told
    assert note("zhaoqing-begins", "zhaoqing-plant") in told
    more = f"{CITY}aliases: [zhaoqing-start, zhaoqing-begins]\n"
    site.article("zhaoqing-plant", more=more)
    ran = site.digest("check")
    assert "was published as" not in ran.err
    assert ran.code == 0


def test_a_renamed_article_that_was_edited_too_is_known_again(site: TestSite) -> None:
    site.build()
    (site.articles / "zhaoqing-start.md").unlink()
    (site.articles / "zhaoqing-start.en.md").unlink()
    site.article("zhaoqing-begins", body="肇庆开工一批项目，共十个。")
    assert note("zhaoqing-start", "zhaoqing-begins") in site.digest("check").err


def test_a_deleted_article_and_a_new_one_are_not_taken_for_one(site: TestSite) -> None:
    site.build()
    rename(site, "zhaoqing-start", "zhaoqing-start")
    for file in site.articles.glob("zhaoqing-start*"):
        file.unlink()
    site.article("new", date="2024-05-05", body="南充有另外一件事。", more="cities: [南充]\n")
    assert "was published as" not in site.digest("check").err


def test_check_looks_at_where_a_page_leads(site: TestSite) -> None:
    site.article("fresh", more=f"{CITY}aliases: [/old/]\n")
    site.build()
    file: Path = site.root / "public/old/index.html"
    file.write_text(file.read_text("utf-8").replace("articles/fresh/", "articles/gone/"), "utf-8")
    ran = site.digest("check", "--built", str(site.root / "public"))
    assert any("/zh-hans/articles/gone/, which does not exist" in p for p in ran.problems)


def test_an_alias_below_a_file_of_the_site(site: TestSite) -> None:
    site.build()
    before = site.files()
    for address in ("/sitemap.xml", "/search/index.json/x"):
        site.article("zhaoqing-start", more=f"cities: [肇庆]\naliases: [{address}]\n")
        ran = site.digest("build")
        assert ran.code == 1
        [problem] = ran.problems
        file = address.removesuffix("/x")
        place = "content/articles/zhaoqing-start.md:6: aliases"
        assert problem == (
            f"{place}: {file} is a file of the site ({address}/ cannot redirect: delete it)"
        )
        assert site.files() == before
