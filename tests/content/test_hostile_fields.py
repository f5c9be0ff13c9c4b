"""Characters that no page can contain get one line each in every kind of file; nothing is
published."""

from __future__ import annotations

import difflib
from itertools import pairwise

import pytest

from generator.gazetteer.context import sentence_around
from tests.sites import TestSite


def told(site: TestSite) -> list[str]:
    ran = site.digest("build")
    assert ran.code == 1
    assert not (site.root / "public").exists()
    return ran.problems


def test_characters_that_nobody_sees_are_named_with_their_lines(site: TestSite) -> None:
    site.article("zhaoqing-start", body="甲\x0b。\n\n乙\u202e。")
    site.english("zhaoqing-start", body="A.\x1b\n\nB\ufffe.")
    site.write("content/pages/about.md", "---\ntitle: 关于\n---\n\n正文\x07。\n")
    assert told(site) == [
        f"content/{place}: contains the control character {code} (delete it)"
        for place, code in (
            ("articles/zhaoqing-start.en.md:5", "U+001B"),
            ("articles/zhaoqing-start.en.md:7", "U+FFFE"),
            ("articles/zhaoqing-start.md:9", "U+000B"),
            ("articles/zhaoqing-start.md:11", "U+202E"),
            ("pages/about.md:5", "U+0007"),
        )
    ]


@pytest.mark.parametrize("code", ["u2028", "u202e", "ufffe", "x00"])
def test_they_cannot_come_in_by_a_backslash(site: TestSite, code: str) -> None:
    site.article("zhaoqing-start", title=f'"甲\\{code}乙"')
    [problem] = told(site)
    assert problem.startswith(
        "content/articles/zhaoqing-start.md:2: title: the backslash in double quotes makes a"
        " control character"
    )


def test_a_name_of_a_file_has_none_and_differs_from_all_others(site: TestSite) -> None:
    site.write("content/static/a\nb.txt", "")
    site.write("content/files/c\u202ed.txt", "")
    assert told(site) == [
        "content/files/c\\u202ed.txt: its name has a control character (rename it)",
        "content/static/a b.txt: its name has a control character (rename it)",
    ]
    for file in (*site.root.glob("content/static/*"), *site.root.glob("content/files/*")):
        file.unlink()
    # Written in two ways that macOS takes for one.
    site.write("content/static/\u00e9.txt", "")
    site.write("content/static/e\u0301.txt", "")
    [problem] = told(site)
    assert "case or accents from content/static/e\u0301.txt (rename one of them: " in problem


@pytest.mark.parametrize("written", ["9999-12-31", "9999-12-31T23:59:59-12:00", "2223-05-01"])
def test_a_year_beyond_reason_is_a_slip(site: TestSite, written: str) -> None:
    site.article("zhaoqing-start", date=written)
    assert told(site) == [
        f'content/articles/zhaoqing-start.md:3: date: "{written}" is after 2199 (check the year)'
    ]


SVG = "<svg xmlns='http://www.w3.org/2000/svg'"
GROWING = "".join(f"<!ENTITY {name} '{f'&{inner};' * 99}'>" for inner, name in pairwise("abcdef"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (f"{SVG}><g>", "is damaged: no element found: line 1, column 43"),
        (f"<?xml version='1.0' encoding='none'?>{SVG}/>", "is damaged: unknown encoding"),
        (
            f"<!DOCTYPE svg [<!ENTITY a '{'a' * 999}'>{GROWING}]>{SVG}><text>&f;</text></svg>",
            "is damaged: limit on input amplification",
        ),
        ("<svg width='9' height='9'/>", "browsers do not show it: the SVG namespace is missing"),
    ],
)
def test_a_drawing_that_browsers_do_not_show(site: TestSite, data: str, what: str) -> None:
    site.write("content/files/a.svg", data)
    [problem] = told(site)
    assert problem.startswith(f"content/files/a.svg: {what}")


def test_a_drawing_of_any_size_is_published(site: TestSite) -> None:
    site.write("content/files/a.svg", f"{SVG} width='{'9' * 999}' height='1'/>")
    site.article("zhaoqing-start", body="甲。\n\n![图](files/a.svg)\n\n乙。")
    site.settings("editions: [zh-Hans]\n")
    assert site.build().problems[0].startswith("content/files/a.svg: has no size")


@pytest.mark.parametrize("address", ["/", "/index.html", '"/a\\u202eb"'])
def test_an_alias_that_is_no_address(site: TestSite, address: str) -> None:
    site.article("zhaoqing-start", more=f"cities: [肇庆]\naliases: [{address}]\n")
    problem = told(site)[0]
    assert problem.startswith("content/articles/zhaoqing-start.md:6: aliases: ")
    assert problem.endswith("cannot be the path of a page (write it like /old/path/)")


FRAMES = """\
<iframe src="//player.example.org/film?a=1&amp;b=2" title="Film"></iframe>

肇庆

<iframe src="javascript:alert(1)"></iframe>

<iframe src="https://player.example.org@evil.example/x"></iframe>
"""


def test_a_frame_is_shown_or_its_loss_is_told(site: TestSite) -> None:
    site.settings("editions: [zh-Hans]\nembeds: [player.example.org]\n")
    site.article("zhaoqing-start", body=FRAMES)
    assert site.build().problems == [
        "content/articles/zhaoqing-start.md:13: the element <iframe> is left out"
        " (its src must be an address like https://…)",
        "content/articles/zhaoqing-start.md:15: iframe: not an https address (use https://)",
    ]
    page = site.page("/zh-hans/articles/zhaoqing-start/")
    film = 'href="https://player.example.org/film?a=1&amp;b=2" data-embed>Film</a>'
    assert film in page
    assert page.count("data-embed>") == 1


def test_a_name_of_any_length_is_looked_up_once(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A huge value is not compared character by character, and only its beginning is printed."""
    compared: list[str] = []
    monkeypatch.setattr(difflib, "get_close_matches", lambda word, *_, **__: compared.append(word))
    name = "长" * 5000
    site.article("zhaoqing-start", more=f"cities: [{name}]\ntopics: [{name}]\n")
    problems = told(site)
    assert [problem.split(" ")[1] for problem in problems] == ["cities:", "topics:"]
    assert all(len(problem) < 600 for problem in problems)
    assert compared == []


def test_an_article_is_not_about_a_thousand_projects(site: TestSite) -> None:
    names = ", ".join(f"项目{number}" for number in range(101))
    site.article("zhaoqing-start", more=f"entities: [{names}]\n")
    assert told(site) == [
        "content/articles/zhaoqing-start.md:5: entities: 101 names are too many (at most 100)"
        " (keep those that the article is about)"
    ]


def test_a_text_without_full_stops_is_looked_at_in_pieces() -> None:
    """The search from each name ends after a sentence."""
    spans = [sentence_around("重庆长大行" * size, size * 2) for size in (1000, 2000, 4000)]
    assert {end - begin for begin, end in spans} == {800}
    assert sentence_around("一。二三！四", 3) == (2, 4)
