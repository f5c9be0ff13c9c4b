"""The language versions that a page lists."""

from __future__ import annotations

import pytest

from tests.check.handmade import BASE, Built

EN = f'<link rel="alternate" hreflang="en" href="{BASE}en/articles/plant/">'
HANS = f'<link rel="alternate" hreflang="zh-Hans" href="{BASE}zh-hans/articles/plant/">'
DEFAULT = f'<link rel="alternate" hreflang="x-default" href="{BASE}zh-hans/articles/plant/">'
PLANT = "en/articles/plant/index.html"


def versions(built: Built) -> list[str]:
    """The problems with versions, without those that the sitemap repeats."""
    ran = built.check()
    assert ran.code == 1
    return [problem for problem in ran.problems if not problem.startswith("/sitemap.xml")]


FAULTS = {
    "relative": (
        HANS,
        '<link rel="alternate" hreflang="zh-Hans" href="../../../zh-hans/articles/plant/">',
        'zh-Hans is "../../../zh-hans/articles/plant/", not an absolute address on this site'
        f" (addresses begin with {BASE})",
    ),
    "another host": (
        DEFAULT,
        '<link rel="alternate" hreflang="x-default" href="https://other.example/">',
        'x-default is "https://other.example/", not an absolute address on this site'
        f" (addresses begin with {BASE})",
    ),
    "no page": (
        DEFAULT,
        f'<link rel="alternate" hreflang="x-default" href="{BASE}fr/">',
        "x-default leads to /fr/, which is not a page",
    ),
    "underscore": (
        DEFAULT,
        f'{DEFAULT}<link rel="alternate" hreflang="zh_CN" href="{BASE}zh-hans/articles/plant/">',
        '"zh_CN" is not a language tag (like zh-Hans or x-default)',
    ),
    "wrong language": (
        DEFAULT,
        f'{DEFAULT}<link rel="alternate" hreflang="zh-Hant" href="{BASE}zh-hans/articles/plant/">',
        'zh-Hant leads to /zh-hans/articles/plant/, which is in "zh-Hans"',
    ),
    "twice": (
        DEFAULT,
        f"{EN}{DEFAULT}",
        'duplicate "en", first on line 9',
    ),
    "no x-default": (DEFAULT, "", "x-default missing"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_entry_is_told_with_its_line(built: Built, fault: str) -> None:
    old, new, message = FAULTS[fault]
    line = built.edit(PLANT, old, new) if new else 8
    if not new:
        built.edit(PLANT, old, new)
    assert f"/en/articles/plant/:{line}: hreflang: {message}" in versions(built)


def test_versions_name_each_other(built: Built) -> None:
    built.edit("zh-hans/articles/plant/index.html", EN, "")
    assert versions(built) == [
        "/en/articles/plant/:8: hreflang: zh-Hans leads to /zh-hans/articles/plant/, which does"
        " not list this page (language versions list each other)",
        "/en/articles/plant/:10: hreflang: x-default leads to /zh-hans/articles/plant/, which"
        " does not list this page (language versions list each other)",
    ]


def test_a_page_names_itself(built: Built) -> None:
    built.edit(PLANT, EN, "")
    assert "/en/articles/plant/:8: hreflang: the page does not list itself" in versions(built)


def test_a_page_that_may_be_found_names_its_versions(built: Built) -> None:
    for line in (EN, HANS, DEFAULT):
        built.edit(PLANT, line, "")
    message = (
        "/en/articles/plant/:1: hreflang: the page lists neither its language versions nor itself"
    )
    assert message in versions(built)


def test_a_page_out_of_the_index_needs_neither_versions_nor_canonical(built: Built) -> None:
    built.edit("404.html", "<h1>", "<h1 id=top>")
    assert built.check("--strict").problems == []
