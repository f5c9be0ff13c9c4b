"""``digest check`` of a whole site: first the content, then the pages built from it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.check.handmade import Built
from tests.sites import TestSite, run


def test_a_sound_site_passes_and_nothing_is_published(site: TestSite) -> None:
    ran = site.digest("check", "--strict")
    assert (ran.code, ran.problems) == (0, [])
    assert ran.out.startswith("0 errors, 0 warnings; ")
    assert not (site.root / "public").exists()


def test_what_is_published_stays_as_it_is(site: TestSite) -> None:
    site.build()
    before = site.files()
    site.article("another", title="漯河新厂投产")
    assert site.digest("check").code == 0
    assert site.files() == before


def test_a_second_check_makes_no_page_again(site: TestSite) -> None:
    assert site.digest("check").code == 0
    made = {p: p.stat().st_mtime_ns for p in (site.root / ".digest/check").rglob("*.html")}
    assert made
    assert site.digest("check").code == 0
    assert {p: p.stat().st_mtime_ns for p in made} == made


def test_errors_of_the_content_are_told_with_its_warnings(site: TestSite) -> None:
    site.article("nameless", title='""')
    site.article("dateless", date="2023-13-45")
    site.english("zhaoqing-start", more="source_hash: 0000\n")
    site.write("content/articles/notes.txt", "x")
    ran = site.digest("check")
    assert ran.code == 1
    told = "\n".join(ran.problems)
    for part in ("nameless.md", "dateless.md", "notes.txt", "zhaoqing-start.en.md"):
        assert f"content/articles/{part}" in told
    assert "46 pages checked (2 articles with errors left out)" in ran.out


def test_a_stale_sidecar_is_a_warning_and_the_pages_are_checked(site: TestSite) -> None:
    site.english("zhaoqing-start", more="source_hash: 0000\n")
    mild, strict = site.digest("check"), site.digest("check", "--strict")
    assert (mild.code, strict.code) == (0, 1)
    assert mild.problems == strict.problems
    assert "source_hash: the Chinese has changed since" in mild.problems[0]
    assert "no pages" not in mild.out
    assert "no pages" not in strict.out


def test_a_dead_anchor_is_told_at_its_line_in_any_folder(site: TestSite) -> None:
    site.article("anchored", body="漯河新厂投产，见[下文](#p9)。")
    (site.articles / "2023").mkdir()
    (site.articles / "anchored.md").rename(site.articles / "2023/anchored.md")
    ran = site.digest("check")
    assert [problem for problem in ran.problems if "p9" in problem] == [
        'content/articles/2023/anchored.md:9: anchor: there is no "p9" in anchored.md'
        " (correct what follows the #, or remove it)"
    ]


def test_a_template_that_cannot_be_read_is_told(site: TestSite) -> None:
    site.write("templates/article.html", '{% extends "base.html" %}\n{% block content %}{{ x }\n')
    ran = site.digest("check")
    assert ran.code == 1
    assert ran.problems[0].startswith("templates/article.html:")


def test_a_fault_of_a_template_is_found_in_its_pages(site: TestSite) -> None:
    site.write(
        "templates/topics.html",
        '{% extends "base.html" %}\n{% block content %}<h1>{{ title }}</h1>\n'
        '<img src="https://cdn.example/a.png">{% endblock %}\n',
    )
    found = json.loads(site.digest("check", "--format", "json").out)
    places = {(p["path"], p["field"]) for p in found["problems"] if p["severity"] != "note"}
    editions = ("zh-hans", "zh-hant", "en")
    assert places == {(f"/{e}/topics/", f) for e in editions for f in ("alt", "request")}


def test_settings_that_are_wrong_are_told(site: TestSite) -> None:
    site.settings("page_sise: 3\n")
    ran = site.digest("check")
    assert ran.code == 1
    assert 'did you mean "page_size"?' in ran.problems[0]


def test_json_lists_every_problem(built: Built) -> None:
    for path in ("index.html", "en/index.html", "zh-hans/index.html", "404.html"):
        built.edit(path, "</body>", '<a href="/none/"></a></body>')
    line = built.edit("en/index.html", '<h2 id="p2">', '<h3 id="p2">')
    ran = built.check("--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 1
    assert ran.err == ""
    assert (found["errors"], found["warnings"], found["pages"]) == (4, 1, 6)
    assert len(found["problems"]) == 5
    assert {
        "path": "/en/",
        "line": line,
        "field": "heading",
        "message": "h3 follows h1",
        "hint": "",
        "severity": "warning",
    } in found["problems"]


def test_json_of_a_sound_site(built: Built) -> None:
    ran = built.check("--format", "json")
    assert json.loads(ran.out) == {"problems": [], "errors": 0, "warnings": 0, "pages": 6}
    assert ran.code == 0


def test_json_of_broken_content(site: TestSite) -> None:
    site.article("dateless", date="soon")
    ran = site.digest("check", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["errors"], found["pages"]) == (1, 1, 46)
    assert found["problems"][0]["path"] == "content/articles/dateless.md"


def test_what_was_published_can_be_checked(site: TestSite) -> None:
    site.build()
    page = site.root / "public/en/index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", '<a href="no/"></a></main>'))
    site.write("public/notes.html", "<p>not the digest's own")
    ran = site.digest("check", "--built", str(site.root / "public"))
    assert ran.code == 1
    assert len(ran.problems) == 1
    assert ran.problems[0].endswith("link: leads to /en/no/, which does not exist")


def test_a_folder_that_is_no_site_is_a_wrong_call(site: TestSite, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    nothing = run("--site", str(site.root), "check", "--built", str(empty))
    missing = run("--site", str(site.root), "check", "--built", str(tmp_path / "none"))
    assert (nothing.code, missing.code) == (2, 2)
    assert nothing.problems == [f"{empty}: --built: contains no pages (name another folder)"]
    assert missing.problems == [
        f"{tmp_path / 'none'}: --built: is not a folder (`digest build` makes a site)"
    ]


def test_what_is_kept_of_a_check_changes_nothing_but_time(built: Built) -> None:
    built.edit("en/index.html", "</main>", '<a href="none/"><img src="../assets/icon.svg"></a>')
    first = built.check()
    assert len(first.problems) == 2
    assert built.check() == first
    for file in (built.site.root / ".digest").glob("build.db*"):
        file.unlink()
    assert built.check() == first
    built.edit("en/index.html", '<a href="none/">', "<a>")
    assert len(built.check().problems) == 1
    built.edit("en/index.html", '<img src="../assets/icon.svg">', "")
    assert built.check().problems == []


def test_an_error_in_one_article_does_not_hide_those_of_pages(site: TestSite) -> None:
    site.write(
        "templates/city.html", "{% extends 'base.html' %}{% block main %}<h4>x</h4>{% endblock %}"
    )
    site.article("dateless", date="soon")
    site.article("linking", body="见[那篇](dateless.md)。")
    ran = site.digest("check")
    assert ran.code == 1
    told = "\n".join(ran.problems)
    assert 'dateless.md:3: date: "soon"' in told
    assert "/zh-hans/cities/zhaoqing/" in told
    # One fault, one line: the link to the article that has no page is not another.
    assert "linking" not in told


def test_everything_wrong_in_one_article_is_told_at_once(site: TestSite) -> None:
    site.article(
        "broken",
        date="soon",
        body="见[那篇](nothing.md)和[图](C:/x).\n\n![x](https://b.org/x.png)",
        more="cities: [肇庆庆]\ntopics: [新能原]\n",
    )
    for command in ("build", "check"):
        told = "\n".join(site.digest(command).problems)
        for part in (
            '3: date: "soon"',
            '5: cities: "肇庆庆"',
            '6: topics: "新能原"',
            "another host",
        ):
            assert part in told


def test_a_template_error_comes_with_the_errors_of_content(site: TestSite) -> None:
    site.write("templates/city.html", "{% if %}")
    site.article("dateless", date="soon")
    told = "\n".join(site.digest("check").problems)
    assert "dateless.md:3" in told
    assert "templates/city.html:1" in told


def test_drafts_are_checked_when_asked(site: TestSite) -> None:
    site.article("draft", body="<h2 id='x'>甲</h2>\n\n[链](#p9)", more="draft: true\n")
    assert site.digest("check").problems == []
    assert any("draft" in problem for problem in site.digest("check", "--drafts").problems)


def test_what_is_still_to_be_written_in_a_draft_is_told_when_asked(site: TestSite) -> None:
    site.digest("new", "草稿", "--slug", "unwritten", "--english")
    assert site.digest("check").problems == []
    ran = site.digest("check", "--drafts")
    told = [one.split(" is a placeholder")[0] for one in ran.problems if "placeholder" in one]
    assert ran.code == 1
    assert [one.split(": ")[0] for one in told] == [
        "content/articles/unwritten.en.md:2",
        "content/articles/unwritten.en.md:7",
        "content/articles/unwritten.md:4",
        "content/articles/unwritten.md:12",
    ]
    assert all(one.endswith("(write it before it is published)") for one in ran.problems)


def test_broken_settings_are_told_alone(site: TestSite) -> None:
    site.settings("page_size: many\n")
    ran = site.digest("check")
    assert ran.code == 1
    assert "no pages checked: nothing could be built" in ran.out


def test_warnings_go_by_number(site: TestSite) -> None:
    body = "\n\n".join(f"第{n}段投资{n + 100}亿元。" for n in range(1, 13))
    site.article("numbers", body=body, more="")
    site.english("numbers", body="\n\n".join(f"Paragraph {n}." for n in range(1, 13)))
    numbers = [
        int(problem.split("paragraph ")[1].split(":")[0])
        for problem in site.digest("check").problems
        if "numbers.en.md" in problem
    ]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 13))


def test_a_dead_link_of_an_article_is_told_once_where_it_stands(site: TestSite) -> None:
    site.article("a", body="见[甲](nope.md)。\n\n![图](files/none.png)\n\n[锚](a.md#p99)", more="")
    problems = site.digest("check").problems
    hint = "(check its name, or remove the link)"
    assert f"content/articles/a.md:7: link: there is no article nope.md {hint}" in problems
    others = [line for line in problems if "nope" in line or "none.png" in line]
    assert len(others) == 2
    told = [line for line in problems if '"p99"' in line]
    assert {line.split(": ")[0] for line in told} == {"content/articles/a.md:11"}
