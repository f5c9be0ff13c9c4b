"""An English page of the same news becomes the draft of an article's English."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.sites import TestSite, run

CHINESE = """肇庆港二期工程周二开工，总投资12亿元。项目占地300亩，将建6个泊位，市港务局局长王伟说。

## 工期

“希望在18个月内完工。”王伟说。

![港口](files/port.png)

去年该港吞吐量达4600万吨，同比增长8.5%。

- 泊位6个
- 投资12亿元
"""
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Zhaoqing port to grow - City Daily</title></head><body>
<nav><a href="/">Home</a> <a href="/china">China</a> <a href="/business">Business</a></nav>
<div class="main"><h1>Zhaoqing port to grow</h1>
<p class="info">By Li Hua | City Daily | Updated: 2023-10-11 09:30</p>
<div id="Content"><p>Zhaoqing began work on the second phase of its port on Tuesday, with a total
investment of 1.2 billion yuan ($164 million).</p>
<p>The project covers 300 mu (20 hectares) and will have six berths, said Wang Wei, head of the
port bureau.</p>
<p>"We hope to finish it within 18 months," Wang said.</p>
<p>Foreign trade through Guangdong has grown for 14 months, and 2,300 ships called in May.</p>
<p>The port handled 45 million tonnes of goods last year, up 8.5 percent year-on-year.</p>
<p>Editor: Zhou Jin</p><p>Share: Facebook Twitter</p><p>Copyright City Daily</p></div>
<div class="share">Share this: Facebook Twitter</div></div>
<footer>Copyright 1995 - 2023. All rights reserved. Contact us | About us</footer></body></html>
"""


@pytest.fixture
def port(site: TestSite) -> TestSite:
    site.settings("translation: {engine: none}\n")
    site.article("port", title="肇庆港扩建", body=CHINESE)
    site.write("page.html", PAGE)
    return site


def test_a_page_becomes_a_draft_with_its_paragraphs_in_place(port: TestSite) -> None:
    page = str(port.root / "page.html")
    shown = port.digest("import", page, "--english-of", "port", "--dry-run")
    file = port.articles / "port.en.md"
    assert not file.exists()
    ran = port.digest("import", page, "--english-of", "content/articles/port.md")
    text = file.read_text("utf-8")
    assert text in shown.out
    assert 'title: "Zhaoqing port to grow"\nstatus: draft\n' in text
    blocks = text.partition("---\n\n")[2].rstrip().split("\n\n")
    # Two English paragraphs for one of the Chinese; a picture, which has no words.
    assert blocks[0].startswith("Zhaoqing began work")
    assert blocks[0].endswith("port bureau.")
    missing = "The English page has no such paragraph: translate the Chinese here."
    assert blocks[1] == blocks[5] == missing
    assert blocks[2] == '"We hope to finish it within 18 months," Wang said.'
    assert blocks[3] == "![港口](files/port.png)"
    rows = blocks[4].split("\n")
    assert rows[0].startswith("<!-- the Chinese has no such paragraph: Foreign trade through")
    assert rows[1].startswith("<!-- flagged: 4600万吨 (46 million tonnes) became")
    assert rows[2].startswith("The port handled 45 million tonnes")
    assert len(blocks) == 6
    told = [line for line in ran.problems if "paragraph " in line]
    lines = text.split("\n")
    for line in told:
        row = lines[int(line.split(":")[1]) - 1]
        assert row == missing or row.startswith("<!-- flagged")
    assert [line.split("paragraph ")[1][0] for line in told] == ["2", "5", "6"]
    for key, count in (("paragraphs", 6), ("without English", 2), ("flagged", 1), ("left out", 1)):
        assert [key, str(count)] in [line.rsplit(maxsplit=1) for line in ran.out.splitlines()]
    # It is a draft, so it is not shown; what is left to do is an error once it is reviewed.
    assert not [line for line in port.digest("check").problems if "port.en.md" in line]
    file.write_text(text.replace("status: draft", "status: reviewed"), "utf-8")
    left = [line for line in port.digest("check").problems if "port.en.md" in line]
    assert sum("is a placeholder" in line for line in left) == 2
    # It is not overwritten.
    again = port.digest("import", page, "--english-of", "port")
    assert again.code == 1
    assert "port.en.md: already exists (use --force to overwrite it)" in again.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["page.html", "--english-of", "prot"], 2, 'no such article (did you mean "port"?)'),
        (["content/articles/port.md", "--english-of", "port"], 1, "the text is not English"),
        (["page.html", "content/articles/port.md", "--english-of", "port"], 2, "takes one page"),
        (["page.html", "--english-of", "port", "--publish"], 2, "takes no other option than"),
        (["nothing.html", "--english-of", "port"], 2, "nothing.html: "),
        (["page.html"], 1, "import the Chinese page first, then this one with --english-of SLUG"),
    ],
)
def test_what_cannot_be_its_english_is_refused(
    port: TestSite, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, message: str
) -> None:
    monkeypatch.chdir(port.root)
    ran = run("import", *arguments)
    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert not Path(port.articles / "port.en.md").exists()


def test_a_paragraph_that_says_much_more_about_the_same_figure_is_its_english(
    site: TestSite,
) -> None:
    site.settings("translation: {engine: none}\n")
    site.article(
        "schools", title="合肥新增学位", body="合肥新增学位2700个。\n\n明年还将新建学校。\n"
    )
    more = (
        "<p>Families who moved to the east of the city in the past years and had to drive their "
        "children across the river have 2,700 more school places in Hefei, after the "
        "education bureau asked builders to finish their work on new buildings early.</p>"
        "<p>More schools will be built next year.</p>"
    )
    start, end = PAGE.index("<p>Zhaoqing began"), PAGE.index('</div>\n<div class="share"')
    page = PAGE[:start] + more + PAGE[end:]
    site.write("page.html", page.replace("Zhaoqing port to grow", "Hefei adds school places"))
    site.digest("import", str(site.root / "page.html"), "--english-of", "schools")
    text = (site.articles / "schools.en.md").read_text("utf-8")
    first, second = text.partition("---\n\n")[2].rstrip().split("\n\n")
    assert first.startswith("Families who moved")
    assert second == "More schools will be built next year."


ENGLISH = [
    "Zhaoqing began work on the second phase of its port on Tuesday, with a total investment of "
    "1.2 billion yuan. The project covers 300 mu (20 hectares) and will have six berths, said Wang "
    "Wei, head of the port bureau.",
    "Schedule",
    '"We hope to finish it within 18 months," Wang said.',
    "The port handled 46 million tonnes of goods last year, up 8.5 percent year-on-year.",
]
HEAD = ["Zhaoqing port to grow", "Published: October 11, 2023  Source: City Daily", "By Li Hua"]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "lines"])
@pytest.mark.parametrize("width", [0, 72], ids=["one line each", "wrapped"])
def test_a_plain_text_keeps_its_title_and_paragraphs(
    port: TestSite, between: str, width: int
) -> None:
    rows = ["\n".join(textwrap.wrap(row, width)) if width else row for row in (*HEAD, *ENGLISH)]
    port.write("page.txt", between.join([*rows, "Editor: Zhou Jin"]) + "\n")
    assert port.digest("import", str(port.root / "page.txt"), "--english-of", "port").code == 0
    text = (port.articles / "port.en.md").read_text("utf-8")
    assert 'title: "Zhaoqing port to grow"\n' in text
    assert "Published" not in text
    assert "Li Hua" not in text
    assert "Zhou Jin" not in text
    assert "flagged" not in text
    blocks = text.partition("---\n\n")[2].rstrip().split("\n\n")
    own = [block.lstrip("# ") for block in blocks if not block.startswith("!")]
    assert own == [*ENGLISH, "The English page has no such paragraph: translate the Chinese here."]
    assert blocks[1] == "## Schedule"
