"""Pages in Traditional Chinese: imported with the command line, and built in three editions."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from email.message import EmailMessage
from html import unescape
from pathlib import Path

import pytest

from generator.content.article import read_article
from generator.one_by_one import simplified
from generator.problem import Report
from generator.script import has_traditional
from tests.clean.corruption import Damage, corrupt, to_traditional
from tests.clean.pages import Sample, samples
from tests.clean.sentences import SENTENCES
from tests.sites import TestSite, made_once, run

PAGES = [*samples("texts-traditional"), *samples("traditional")]
TAIWAN, HONG_KONG, PATACAS = "New Taiwan dollars", "Hong Kong dollars", "patacas"
# Articles whose plain 元 is another currency than that of most pages of their kind, and amounts in
# two currencies.
CURRENCIES = {
    "hk-macao-gaming": {PATACAS},
    "hk-shenzhen": {"yuan"},
    "tw-simplified-paragraph": {TAIWAN, "yuan"},
}


def _made(folder: Path) -> None:
    site = TestSite(folder)
    site.settings("social_cards: false\n")
    for page in PAGES:
        site.write(f"raw/{page.name}.{page.kind}", page.content)
    slugs = [f"--slug={page.name}.{page.kind}={page.name}" for page in PAGES]
    ran = site.digest("import", str(folder / "raw"), "--publish", *slugs)
    assert ran.problems == []
    assert site.build().code == 0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return TestSite(made_once(tmp_path_factory, "traditional", _made))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_keeps_the_characters_of_its_author(page: Sample, site: TestSite) -> None:
    file = site.articles / f"{page.name}.md"
    article = read_article(file.read_text("utf-8"), file.name, Report())
    assert article is not None
    assert article.lang == "zh-Hant"
    assert article.title == " ".join(page.title.split())
    assert (article.source.name, article.source.author) == (page.source, page.author)
    lines = [_cells(line) for line in article.body.split("\n") if line and "---" not in line]
    assert lines == [_cells(line) for line in page.lines]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_edition_is_in_its_script(page: Sample, site: TestSite) -> None:
    hant = _text(site.page(f"/zh-hant/articles/{page.name}/"))
    for line in page.lines:
        if has_traditional(line):
            assert re.sub(r"\s", "", _cells(line)) in hant
    assert page.author in hant
    hans = _text(site.page(f"/zh-hans/articles/{page.name}/"))
    assert {char for char in hans if simplified(char) != char} <= set("昇劏")  # as on the mainland
    for figure in re.findall(r"\d[\d,.]*[萬億%]?", "".join(page.lines)):
        assert figure.replace("萬", "万").replace("億", "亿") in hans


def test_all_amounts_of_an_article_are_of_its_place(site: TestSite) -> None:
    rows = csv.DictReader(io.StringIO(site.files()["figures.csv"].decode("utf-8-sig")))
    found: dict[str, set[str]] = {page.name: set() for page in PAGES}
    for row in rows:
        if row["unit"] in {TAIWAN, HONG_KONG, PATACAS, "yuan"}:
            found[row["article"]].add(row["unit"])
    kinds = {"tw": TAIWAN, "hk": HONG_KONG}
    # Apart from its article an amount says so, as 元 alone is the yuan beside other cities.
    assert "新台幣529億元" in _text(site.page("/zh-hant/articles/tw-metro/"))
    assert "港币62元" in _text(site.page("/zh-hans/articles/hk-html-table/"))
    assert found == {page.name: CURRENCIES.get(page.name, {kinds[page.name[:2]]}) for page in PAGES}


ENGLISH = """\
---
title: {title}
status: reviewed
---

{first}

Second.

Third.
"""


@pytest.mark.parametrize(
    ("name", "title", "first", "wrong"),
    [
        (
            "tw-metro",
            "Contract worth NT$52.9 billion",
            "The YC01 contract is worth NT$52.9 billion, NT$1.1 billion below the budget.",
            "The YC01 contract is worth 52.9 billion yuan, 1.1 billion yuan below the budget.",
        ),
        (
            "hk-quoted-mainland",
            "Net profit up 12%",
            "By the end of June, net profit was HK$1.42 billion, up 12%, and HK$0.18 a share.",
            "By the end of June, net profit was 1.42 billion yuan, up 12%, and 0.18 yuan a share.",
        ),
    ],
)
def test_english_has_the_currency_of_the_key_figures(
    name: str, title: str, first: str, wrong: str, site: TestSite, tmp_path: Path
) -> None:
    own = TestSite(tmp_path)
    own.settings("social_cards: false\n")
    article = (site.articles / f"{name}.md").read_text("utf-8")
    own.write(f"content/articles/{name}.md", article)
    told = {}
    for text in (first, wrong):
        own.write(f"content/articles/{name}.en.md", ENGLISH.format(title=title, first=text))
        told[text] = [one for one in own.digest("check").problems if "paragraph 1" in one]
    assert told[first] == []
    assert told[wrong]


def test_the_site_s_variant_is_used_only_if_the_settings_say_so(
    site: TestSite, tmp_path: Path
) -> None:
    own = TestSite(tmp_path)
    own.settings("social_cards: false\nhant_variant: hk\nhant_originals: convert\n")
    article = (site.articles / "tw-night-market.md").read_text("utf-8")
    own.write("content/articles/market.md", article)
    own.build()
    page = own.page("/zh-hant/articles/market/")
    assert "在這裏聽到新鐘聲" in page
    assert "在這裡聽到新鐘聲" not in page


PROSE = [SENTENCES[number] for number in (5, 8, 12, 20, 26, 33)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: to_traditional(f"{text}\n今后将继续抓好干部和制造业的联系。"),
        lambda text: corrupt(text, Damage({"項": "xiàng", "業": "yè", "個": "gè"}, ("。",), b"\1"))[
            1
        ],
    ],
    ids=["turned by a table", "damaged"],
)
def test_simplified_text_that_a_site_has_turned_is_simplified_again(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "page.txt"
    file.write_text(change("\n".join(["全市重点项目建设提速", *PROSE])), "utf-8")
    [line] = run("import", str(file), "--format", "json").out.splitlines()[:1]
    found = json.loads(line)
    assert "lang" not in found
    assert found["body"].split("\n\n")[: len(PROSE)] == PROSE


def _cells(line: str) -> str:
    """A line without the marks of a table or heading, and without what Markdown escapes."""
    return re.sub(r"[|\\#\s]", "", line)


def _text(page: str) -> str:
    """The text of a page's article, without its blanks."""
    [main] = re.findall(r'<article class="text"[^>]*>(.*?)</article>', page, re.S)[:1]
    return re.sub(r"\s", "", unescape(re.sub("<[^>]*>", "", main)))


def test_a_mail_keeps_them_too(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "高雄市政府觀光局 <news@example.org>", "editor@example.org"
    mail["Date"], mail["Subject"] = "Mon, 06 Jan 2025 10:00:00 +0800", "新聞稿：高雄燈會2月登場"
    text = "局長鍾于昇表示，燈區占地12公頃，夜間將加開接駁公車40班，觀光產值上看30億元。"
    mail.set_content(
        f"各位媒體先進您好：\n附上新聞稿，敬請查收，謝謝。\n\n{text}\n", charset="big5"
    )
    file, report = tmp_path / "mail.eml", tmp_path / "report.html"
    file.write_bytes(mail.as_bytes())
    run("import", str(file), "--into", str(tmp_path / "out"), "--report", str(report))
    [article] = (tmp_path / "out").glob("*.md")
    assert article.read_text("utf-8") == (
        "---\ntitle: 高雄燈會2月登場\ndate: 2025-01-06\nsource:\n  name: 高雄市政府觀光局\n"
        f"lang: zh-Hant\ndraft: true\n---\n\n{text}\n"
    )
    shown = report.read_text("utf-8")
    assert shown.count("局長鍾于昇表示") == 2  # before and after
