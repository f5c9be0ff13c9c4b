"""Menu, footer, logo, favicon, colour and lead by site.yaml, and templates that extend."""

from __future__ import annotations

import json
import re

import pytest

from generator.config.colour import DARK_GROUND, LIGHT_GROUND, contrast, readable
from tests.pictures.drawing import drawing, encoded
from tests.sites import TestSite

ABOUT = "---\ntitle: 关于本站\n---\n\n本站由编辑部维护。\n"
PNG = encoded(drawing(2, 2), "PNG")
LOOK = """\
menu:
  - latest
  - about
  - {name: {zh-Hans: 数据, en: Data}, to: https://data.example/}
  - {to: search, name: {zh-Hans: 找, en: Find}}
footer:
  zh-Hans: 由[编辑部](about.md)维护，见[报道](../articles/zhaoqing-start.md)。
  en: Kept by [the editors](about.md).
logo: files/logo.png
favicon: files/icon.png
accent: "#0b6e4f"
"""


@pytest.fixture
def dressed(site: TestSite) -> TestSite:
    site.write("content/pages/about.md", ABOUT)
    site.write("content/pages/about.en.md", "---\ntitle: About us\n---\n\nWe are editors.\n")
    site.write("content/files/logo.png", PNG)
    site.write("content/files/icon.png", PNG)
    site.settings(LOOK)
    return site


def menu(page: str) -> list[tuple[str, str]]:
    inside = page[page.index('<nav class="menu"') :]
    inside = inside[: inside.index("</nav>")]
    return re.findall(r'href="([^"]*)"[^>]*>([^<]*)<', inside)


def test_every_part_of_the_look(dressed: TestSite) -> None:
    dressed.build()
    hant, english = dressed.page("/zh-hant/"), dressed.page("/en/")
    assert menu(hant) == [
        ("../zh-hant/", "最新摘要"),
        ("../zh-hant/about/", "關於本站"),
        ("https://data.example/", "數據"),
        ("../zh-hant/search/", "找"),
    ]
    assert [name for _, name in menu(english)] == ["Latest", "About us", "Data", "Find"]
    deep = dressed.page("/zh-hant/articles/zhaoqing-start/")
    assert '由<a href="../../../zh-hant/about/">編輯部</a>維護' in deep
    assert 'href="../../../zh-hant/articles/zhaoqing-start/">報道</a>' in deep
    assert 'Kept by <a href="../en/about/">the editors</a>.' in english
    assert '<img class="logo" src="../files/logo.png" alt="">' in english
    assert '<link rel="icon" href="../files/icon.png" type="image/png">' in english
    manifest = json.loads(dressed.page("/en/site.webmanifest"))
    assert manifest["icons"] == [{"src": "../files/icon.png", "type": "image/png"}]
    assert manifest["theme_color"] == "#0b6e4f"
    style = re.search(r'href="\.\./(assets/accent-[0-9a-f]+\.css)"', english)
    assert style is not None
    assert "--accent: #0b6e4f" in dressed.page(style[1])
    assert dressed.digest("check").problems == []


def test_a_page_can_be_listed_in_the_usual_menu(site: TestSite) -> None:
    site.write("content/pages/about.md", ABOUT.replace("title", "listed: menu\ntitle"))
    site.build()
    page = site.page("/zh-hans/about/")
    assert menu(page)[-1] == ("../../zh-hans/about/", "关于本站")
    assert 'about/" aria-current="page">' in page
    assert 'class="own"' not in page


def test_a_menu_leaves_a_draft_out_and_says_so(site: TestSite) -> None:
    site.write("content/pages/about.md", ABOUT.replace("title", "draft: true\ntitle"))
    site.settings("menu: [latest, about]\n")
    ran = site.build()
    assert [name for _, name in menu(site.page("/zh-hans/"))] == ["最新摘要"]
    assert ran.problems == [
        "site.yaml:7: menu: about.md is a draft, so the menu leaves it out "
        "(publish it, or remove the entry)"
    ]


def test_the_lead_is_named_pinned_or_the_newest(site: TestSite) -> None:
    def lead() -> str:
        page = site.page("/zh-hans/")
        story = page[page.index('class="lead-story"') : page.index('class="latest"')]
        return str(re.findall(r"articles/([a-z-]+)/", story)[0])

    site.article("newer", title="较新的文章", date="2024-01-02")
    site.article("oldest", title="最早的文章", date="2020-01-02")
    site.build()
    assert lead() == "newer"
    site.article("oldest", title="最早的文章", date="2020-01-02", more="pinned: true\n")
    site.build()
    assert lead() == "oldest"
    page = site.page("/zh-hans/")
    latest = page[page.index('class="latest"') : page.index('class="rail"')]
    assert "较新的文章" in latest
    assert "最早的文章" not in latest
    site.settings("lead: zhaoqing-start\n")
    site.build()
    assert lead() == "zhaoqing-start"


def test_a_lead_that_is_not_due_is_told(site: TestSite) -> None:
    site.article("later", date="2199-01-01")
    site.settings("lead: later\n")
    assert site.build().problems == [
        "site.yaml:7: lead: later.md is a draft or dated in the future, so another article leads "
        "(publish it, or name another)"
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("menu: [latest, abuot]", 'menu: there is no list or page "abuot" (did you mean "about"?)'),
        ("menu: [latest, latest]", 'menu: duplicate entry "latest" (keep one)'),
        ("menu: latest", "menu: must be a list (write `menu: [… , …]`)"),
        (
            "menu: ['https://a.example/']",
            'menu: "https://a.example/" needs a name (write {name: …, to: https://a.example/})',
        ),
        (
            "menu: [{to: 'https://a.example/'}]",
            "menu.name: missing (add `name: {zh-Hans: …, en: …}`)",
        ),
        (
            "menu: [{to: 'ftp://a.example/', name: {zh-Hans: 甲, en: A}}]",
            'menu.to: "ftp://a.example/" is not a web address '
            "(http:// or https://, a list, or the name of a page)",
        ),
        (
            "footer: {zh-Hans: '[甲](abuot.md)', en: A}",
            'link: there is no page abuot.md (did you mean "about"?)',
        ),
        ("footer: {zh-Hans: 甲}", "footer.en: missing (add `en: …`)"),
        ("logo: logo.png", 'logo: "logo.png" is not below files/ '
         "(put it in content/files/ and write files/name)"),
        (
            "logo: files/logo.png",
            'logo: there is no file "files/logo.png" (put it in content/files/)',
        ),
        (
            "favicon: files/icon.jpg",
            'favicon: "files/icon.jpg" is not a picture for this (one of .svg .png .ico)',
        ),
        ("accent: red", 'accent: "red" is not a colour (in quotes, like "#a0231f")'),
        (
            'accent: "#ffcc00"',
            'accent: "#ffcc00" cannot be read on the light pages: its contrast is 1.3, text needs '
            '4.5 (the nearest that can is "#856a00")',
        ),
        (
            'accent: {light: "#0b6e4f", dark: "#222"}',
            'accent.dark: "#222" cannot be read on the dark pages: its contrast is 1.0, text needs '
            '4.5 (the nearest that can is "#888888")',
        ),
        (
            "lead: zhaoqing-strat",
            'lead: there is no article zhaoqing-strat.md (did you mean "zhaoqing-start"?)',
        ),
    ],
)  # fmt: skip
def test_each_mistake_has_its_line(site: TestSite, settings: str, said: str) -> None:
    site.write("content/pages/about.md", ABOUT)
    site.settings(settings + "\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [f"site.yaml:7: {said}"]


def test_what_the_settings_name_is_looked_for_whatever_else_is_wrong_in_them(
    site: TestSite,
) -> None:
    site.settings("accent: red\nmenu: [latest, abuot]\nlead: nobody\nguide: hov\npage_size: x\n")
    told = site.digest("build").problems
    fields = ("accent", "menu", "lead", "guide", "page_size")
    assert [line.split(": ")[1] for line in told] == list(fields)
    assert site.digest("check").problems == told


def test_unreadable_settings_name_nothing(site: TestSite) -> None:
    site.settings("menu: [latest, abuot\n")
    assert len(site.digest("build").problems) == 1


@pytest.mark.parametrize("ground", [LIGHT_GROUND, DARK_GROUND])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080", "#ffcc00", "#0000ff"])
def test_what_is_proposed_can_be_read(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 4.5


def test_the_grounds_are_those_of_the_style_sheet(site: TestSite) -> None:
    site.build()
    style = next(
        data.decode() for path, data in site.files().items() if path.startswith("assets/style-")
    )
    # Each as often as there are ways to come to it: by the system, by the reader's choice.
    grounds = dict.fromkeys(re.findall(r"--tint: ?(#[0-9a-f]{6})", style))
    assert list(grounds) == [LIGHT_GROUND, DARK_GROUND]


def test_a_template_extends_that_of_the_program(site: TestSite) -> None:
    site.write(
        "templates/base.html",
        '{% extends "program/base.html" %}\n'
        "{% block footer %}{{ super() }}<p>备案号</p>{% endblock %}\n",
    )
    site.write(
        "templates/article.html",
        '{% extends "program/article.html" %}\n{% block related %}<p>相关</p>{% endblock %}\n',
    )
    site.build()
    article = site.page("/zh-hans/articles/zhaoqing-start/")
    assert "<p>备案号</p>" in article
    assert "<p>相关</p>" in article
    assert 'class="colophon"' in article
    assert "<p>备案号</p>" in site.page("/en/cities/")
    assert site.digest("check").problems == []


def test_a_mistake_in_what_it_extends_has_its_line(site: TestSite) -> None:
    site.write("templates/base.html", '{% extends "program/bsae.html" %}\n')
    ran = site.digest("build")
    assert ran.code == 1
    assert set(ran.problems) == {
        'templates/base.html:1: template: there is no template "program/bsae.html"'
        ' (did you mean "program/base.html"?)'
    }
