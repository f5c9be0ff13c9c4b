"""Errors in single pages and in links between pages are reported with their lines."""

from __future__ import annotations

import pytest

from tests.check.handmade import Built

PLANT = "en/articles/plant/index.html"


def test_a_sound_site_passes(built: Built) -> None:
    ran = built.check("--strict")
    assert ran.problems == []
    assert ran.out == "0 errors, 0 warnings; 6 pages checked\n"
    assert ran.code == 0


BODY_FAULTS = {
    "dead link": (
        '<a href="../../archive/">',
        "link: leads to /en/archive/, which does not exist",
    ),
    "dead link to a file": (
        '<a href="../../../files/none.pdf">',
        "link: leads to /files/none.pdf, which does not exist",
    ),
    "dead link with the host": (
        '<a href="https://example.org/sub/fr/">',
        "link: leads to /fr/, which does not exist",
    ),
    "no slash at the end": (
        '<a href="../../articles/plant">',
        "link: leads to /en/articles/plant, which does not exist (write /en/articles/plant/)",
    ),
    "upper case": (
        '<a href="../../../EN/">',
        "link: leads to /EN/, which does not exist (/en/index.html is the correct spelling)",
    ),
    "outside of the base path": (
        '<a href="/en/">',
        "link: leads to /en/, outside the site",
    ),
    "no address": ('<a href="http://[::1/">', 'link: "http://[::1/" is not a valid address'),
    "dead anchor here": (
        '<a href="#none">',
        'anchor: leads to "none" in /en/articles/plant/, which does not exist',
    ),
    "dead anchor elsewhere": (
        '<a href="../../#p%39">',
        'anchor: leads to "p9" in /en/, which does not exist',
    ),
    "picture of another host": (
        '<img src="https://cdn.example/a.png" alt="A">',
        "request: https://cdn.example/a.png would be loaded from another host"
        " (keep a copy on the site)",
    ),
    "picture set of another host": (
        '<img src="../../../assets/icon.svg" srcset="//cdn.example/b.png 2x" alt="">',
        "request: //cdn.example/b.png would be loaded from another host (keep a copy on the site)",
    ),
    "script of another host": (
        '<script src="https://cdn.example/a.js"></script>',
        "request: https://cdn.example/a.js would be loaded from another host"
        " (keep a copy on the site)",
    ),
    "frame of another host": (
        '<IFRAME SRC="https://video.example/1"></IFRAME>',
        "request: https://video.example/1 would be loaded from another host"
        " (keep a copy on the site)",
    ),
    "style of another host": (
        '<p style="background: url(https://cdn.example/b.png)">',
        "request: https://cdn.example/b.png would be loaded from another host"
        " (keep a copy on the site)",
    ),
    "picture that is not there": (
        '<img src="../../../assets/none.png" alt="None">',
        "link: loads /assets/none.png, which does not exist",
    ),
    "no alt": (
        '<img src="../../../assets/icon.svg">',
        "alt: the picture ../../../assets/icon.svg has no alt "
        '(describe what it shows, or write alt="" where it only decorates)',
    ),
    "event handler": (
        '<p onclick="go()">',
        "handler: <p> has the inline event handler onclick",
    ),
    "script as an address": (
        "<a href='JavaScript:go()'>",
        'handler: <a> leads to a script, "JavaScript:go()"',
    ),
    "id twice": ('<p id="p1">', 'id: duplicate "p1", first on line 22'),
    "id with a space": ('<p id="p 1">', 'id: "p 1" is not a valid id (one word without spaces)'),
    "label of nothing": (
        '<label for="name">',
        'for: there is no id "name" on the page',
    ),
    "named by nothing": (
        '<section aria-labelledby="p1 p8">',
        'aria-labelledby: there is no id "p8" on the page',
    ),
    "no language": (
        '<p lang="zh_CN">',
        'lang: "zh_CN" is not a language tag (like zh-Hans or en)',
    ),
    "JSON that is none": (
        '<script type="application/ld+json">{"a": }</script>',
        "json-ld: is not valid JSON: Expecting value: line 1 column 7 (char 6)",
    ),
    "tag without end": ('<p class="x', "markup: the tag <p is incomplete"),
}


@pytest.mark.parametrize("fault", BODY_FAULTS)
def test_a_fault_in_the_body_is_told_with_its_line(built: Built, fault: str) -> None:
    markup, message = BODY_FAULTS[fault]
    line = built.edit(PLANT, "</main>", markup)
    ran = built.check()
    assert ran.problems == [f"/en/articles/plant/:{line}: {message}"]
    assert ran.code == 1


HEAD_FAULTS = {
    "title": (
        "<title>Plants at en/</title>",
        "<title> </title>",
        "the page has no title (<title>…</title>)",
    ),
    "lang": (
        '<html lang="en">',
        "<html>",
        "the page does not declare its language (<html lang=…>)",
    ),
    "request": (
        '<link rel="icon" href="../assets/icon.svg">',
        '<link rel="icon" href="https://cdn.example/icon.svg">',
        "https://cdn.example/icon.svg would be loaded from another host (keep a copy on the site)",
    ),
    "link": (
        '<link rel="stylesheet" href="../assets/style.css">',
        '<link rel="stylesheet" href="../assets/none.css">',
        "loads /assets/none.css, which does not exist",
    ),
    "canonical": (
        '<link rel="canonical" href="https://example.org/sub/en/">',
        '<link rel="canonical" href="https://example.org/sub/zh-hans/">',
        'is "https://example.org/sub/zh-hans/" (it should be https://example.org/sub/en/)',
    ),
}


@pytest.mark.parametrize("field", HEAD_FAULTS)
def test_a_fault_in_the_head_is_told_with_its_line(built: Built, field: str) -> None:
    old, new, message = HEAD_FAULTS[field]
    line = built.edit("en/index.html", old, new)
    problems = [p for p in built.check().problems if "hreflang" not in p]
    assert problems == [f"/en/:{line}: {field}: {message}"]


def test_a_page_in_the_wrong_language_is_told(built: Built) -> None:
    line = built.edit("en/index.html", '<html lang="en">', '<html lang="zh-Hans">')
    assert f'/en/:{line}: lang: is "zh-Hans" in the edition en' in built.check().problems


def test_a_missing_title_is_told_though_a_drawing_has_one(built: Built) -> None:
    built.edit("en/index.html", "<title>Plants at en/</title>", "")
    built.edit("en/index.html", "</main>", "<svg><title>A drawing</title></svg></main>")
    assert built.check().problems == ["/en/:1: title: the page has no title (<title>…</title>)"]


def test_a_canonical_address_that_is_missing_or_doubled_is_told(built: Built) -> None:
    own = '<link rel="canonical" href="https://example.org/sub/en/">'
    built.edit("en/index.html", own, "")
    line = built.edit("index.html", "</head>", '<link rel="canonical" href="x"></head>')
    assert built.check().problems == [
        f"/:{line}: canonical: duplicate, first on line 7",
        "/en/:1: canonical: is missing (it should be https://example.org/sub/en/)",
    ]


WARNINGS = {
    "description": (
        '<meta name="description" content="About Plants at en/">',
        '<meta name="description" content="">',
        "the page has no description (write a summary)",
    ),
    "heading": ('<h2 id="p2">', '<h4 id="p2">', "h4 follows h1"),
}


@pytest.mark.parametrize("field", WARNINGS)
def test_a_weakness_is_a_warning_and_strictly_an_error(built: Built, field: str) -> None:
    old, new, message = WARNINGS[field]
    line = built.edit("en/index.html", old, new)
    told = f"/en/:{line}: {field}: {message}"
    mild, strict = built.check(), built.check("--strict")
    assert (mild.code, mild.problems) == (0, [told])
    assert mild.err.startswith("warning: ")
    assert mild.out.startswith("0 errors, 1 warning; ")
    assert (strict.code, strict.problems) == (1, [told])
    assert strict.err.startswith("error: ")
    assert strict.out.startswith("1 error, 0 warnings; ")


def test_headings_have_one_top(built: Built) -> None:
    built.edit("en/index.html", "<h1>", "<h2>")
    line = built.edit("index.html", '<h2 id="p2">', '<h1 id="p2">')
    assert built.check().problems == [
        f"/:{line}: heading: a second h1, after line {line - 2}",
        "/en/:1: heading: the page has no h1",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- <img src=http://cdn.example/a.png onclick=x> -->",
        '<script>document.write("<img src=https://cdn.example/a.png>")</script>',
        '<textarea><a href="nowhere/"></textarea>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<a href="mailto:editor@example.org">Write</a>',
        '<a href="tel:+86">Call</a>',
        '<a href="">Here</a>',
        '<a href="#">Top</a>',
        '<a href="#p1:~:text=plant">Passage</a>',
        '<a name="old"></a><a href="#old">Old</a>',
        '<a href="../../?page=1">Query</a>',
        "<a href=../../ title=it's>Unquoted</a>",
        '<a href="../../feed.xml#x">Feed</a>',
        '<a href="https://example.org/other/">Another site of this host</a>',
        '<p id="段落"></p><a href="#%E6%AE%B5%E8%90%BD">Encoded</a>',
        '<p title="a > b" id="p7"></p><a href="#p7">After a bracket</a>',
        '<p lang="">Unknown</p>',
        '<img srcset="../../../assets/icon.svg 1x, ../../../assets/icon.svg 2x" alt="">',
    ],
)
def test_what_is_sound_is_not_told(built: Built, markup: str) -> None:
    built.edit(PLANT, "</main>", markup + "</main>")
    assert built.check("--strict").problems == []


def test_a_base_element_moves_links(built: Built) -> None:
    line = built.edit(
        PLANT, "</main>", '<a href="articles/plant/">In</a> <a href="no/">Out</a></main>'
    )
    text = (built.out / PLANT).read_text("utf-8").replace("../../../", "../")
    built.write(PLANT, text.replace("<title>", '<base href="../../"><title>'))
    assert built.check().problems == [
        f"/en/articles/plant/:{line}: link: leads to /en/no/, which does not exist"
    ]


def test_links_of_style_sheets_are_followed(built: Built) -> None:
    built.write(
        "assets/style.css",
        '/* url(none.png) */\n@import "https://fonts.example/a.css";\n'
        'p { background: url("no.png") }\n',
    )
    assert built.check().problems == [
        "/assets/style.css:2: request: https://fonts.example/a.css would be loaded from another"
        " host (keep a copy on the site)",
        "/assets/style.css:3: link: loads /assets/no.png, which does not exist",
    ]


def test_a_page_that_is_not_utf8_is_told(built: Built) -> None:
    built.write("404.html", b"<html lang=en>\n\xd6\xd0")
    assert built.check().problems == ["/404.html:2: encoding: is not UTF-8"]


def test_what_every_site_has_is_missed(built: Built) -> None:
    for path in ("404.html", "robots.txt", "sitemap.xml"):
        (built.out / path).unlink()
    assert built.check().problems == [
        "/404.html: missing (build the site again)",
        "/robots.txt: missing (build the site again)",
        "/sitemap.xml: missing (build the site again)",
    ]


def test_pages_of_the_editors_own_are_let_be(built: Built) -> None:
    built.write("files/old.html", "<p>No head at all")
    built.edit(PLANT, "</main>", '<a href="../../../files/old.html">Old</a></main>')
    assert built.check("--strict").problems == []


def test_a_fault_of_a_template_is_told_once(built: Built) -> None:
    for path in ("index.html", "en/index.html", "zh-hans/index.html", PLANT):
        built.edit(path, "</main>", '<img src="https://cdn.example/a.png" alt="">')
    ran = built.check()
    assert len(ran.problems) == 1
    assert "and in 3 more places: /en/:26, /en/articles/plant/:26, /zh-hans/:26" in ran.problems[0]
    assert ran.out == ("4 errors, 0 warnings; 6 pages checked; --format json lists each\n")
