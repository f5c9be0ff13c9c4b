"""Renaming, removing and restoring articles changes or reports all references to them."""

from __future__ import annotations

import pytest

from generator.content.moving import plan_renaming, rename
from generator.content.references import places, with_name
from tests.sites import TestSite

LINKS = """第一处[链接](port.md)，第二处[到段落](../articles/port.md#p2 "题")。

<a href="port.md">HTML</a>，[另一篇](airport.md)，[网页](https://x.cn/port.md)，[页面](../pages/port.md)。

[引用]: <port.md>
"""


@pytest.fixture
def linked(site: TestSite) -> TestSite:
    """A site with every kind of reference to the article ``port``."""
    site.settings("translation: {engine: none}\nlead: port\n")
    site.article(
        "port", title="肇庆港扩建", body="开工。\n\n见[本文](port.md#p1)。![港](files/p.png)"
    )
    site.english("port", body="Work has begun.\n\nSee [this](port.md#p1). ![Port](files/p.png)")
    site.article("airport", title="机场", body="见[港口](port.md)。![图](files/both.png)")
    site.write("content/pages/about.md", "---\ntitle: 关于\n---\n\n见[港](../articles/port.md)。\n")
    site.write("inbox/a.txt.answers.yaml", "title: 港\narticle: port\n")
    for name in ("p", "both"):
        site.write(f"content/files/{name}.png", PNG)
    return site


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def test_links_are_changed_and_nothing_else() -> None:
    made = with_name(LINKS, "content/articles/x.md", "port", "harbour")
    assert made == LINKS.replace("(port.md)", "(harbour.md)").replace(
        "articles/port.md#p2", "articles/harbour.md#p2"
    ).replace('"port.md"', '"harbour.md"').replace("<port.md>", "<harbour.md>")
    assert [place.line for place in places(LINKS, "content/articles/x.md", "port")] == [1, 1, 3, 5]


def test_a_renamed_article_takes_along_whatever_names_it(linked: TestSite) -> None:
    ran = linked.digest("rename", "port", "harbour")
    assert ran.code == 0, ran.err
    assert "content/articles/port.en.md → content/articles/harbour.en.md" in ran.out
    assert sorted(file.name for file in linked.articles.iterdir()) == [
        "airport.md", "harbour.en.md", "harbour.md", "zhaoqing-start.en.md", "zhaoqing-start.md",
    ]  # fmt: skip
    linked.build("--strict")
    assert "lead: harbour" in (linked.root / "site.yaml").read_text("utf-8")
    answers = (linked.root / "inbox/a.txt.answers.yaml").read_text("utf-8")
    assert answers == "title: 港\narticle: harbour\n"
    # The earlier address redirects.
    assert "articles/harbour/" in linked.page("/zh-hans/articles/port/")
    # And back again, without an alias to itself.
    assert linked.digest("rename", "harbour", "port").code == 0
    assert "aliases: [harbour]" in (linked.articles / "port.md").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff---\r\n# 记\r\ntitle: 港\r\ndate: 2024-01-01\r\nsource: 报\r\n---\r\n\r\n正文。\r\n",
        # Every line keeps its own end, those that change too.
        "---\r\n# 记\ntitle: 港\r\ndate: 2024-01-01\nsource: 报\r\n---\n\r\n"
        "见[此](port.md)。\r\n\n[又](port.md)\n",
        "---\n# 记\r\ntitle: 港\ndate: 2024-01-01\r\nsource: 报\r\n---\r\n\n"
        "[此](port.md)。\n\r\n末行",
    ],
)
def test_line_ends_and_comments_stay(site: TestSite, text: str) -> None:
    site.write("content/articles/port.md", text.encode())
    assert site.digest("rename", "port.md", "harbour").code == 0
    made = (site.articles / "harbour.md").read_bytes().decode()
    wanted = text.replace("source: 报\r\n", "source: 报\r\naliases: [port]\r\n")
    assert made == wanted.replace("port.md", "harbour.md")


def test_a_draft_needs_no_alias(site: TestSite) -> None:
    site.article("port", more="draft: true\n")
    before = (site.articles / "port.md").read_text("utf-8")
    assert site.digest("rename", "port", "harbour").code == 0
    assert (site.articles / "harbour.md").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        (
            "prt",
            "dock",
            2,
            'content/articles/prt.md: there is no such article (did you mean "port"?',
        ),
        ("port", "Big Port", 2, 'NEW: "Big Port" cannot be used in an address'),
        ("port", "port", 2, "has this name already"),
        ("port", "airport", 1, "content/articles/airport.md: already exists"),
        ("port", "old-airport", 1, "airport.md: aliases: old-airport is an earlier address"),
    ],
)
def test_what_is_in_the_way_is_told_and_nothing_is_written(
    linked: TestSite, old: str, new: str, code: int, told: str
) -> None:
    file = linked.articles / "airport.md"
    file.write_text(file.read_text("utf-8").replace("date:", "aliases: [old-airport]\ndate:"))
    before = {one: one.read_bytes() for one in linked.root.rglob("*") if one.is_file()}
    ran = linked.digest("rename", old, new)
    assert ran.code == code
    assert told in ran.err
    assert {one: one.read_bytes() for one in linked.root.rglob("*") if one.is_file()} == before


def test_a_renaming_that_was_cut_short_is_finished_by_another(linked: TestSite) -> None:
    plan = plan_renaming(linked.root, "port", "harbour")
    # The process ended after the first file.
    linked.write(plan.moved[0][1], plan.written[plan.moved[0][1]])
    rename(linked.root, plan_renaming(linked.root, "port", "harbour"))
    names = {file.name for file in linked.articles.iterdir()}
    assert {"harbour.md", "harbour.en.md"} <= names
    assert not {"port.md", "port.en.md"} & names


def test_what_leads_to_an_article_keeps_it_until_forced(linked: TestSite) -> None:
    ran = linked.digest("remove", "port")
    assert ran.code == 1
    assert ran.problems == [
        "content/articles/airport.md:9: link: leads to port.md (remove the link first)",
        "content/pages/about.md:5: link: leads to port.md (remove the link first)",
        "site.yaml:8: lead: leads to port.md (change it first)",
    ]
    assert (linked.articles / "port.md").exists()


def test_a_removed_article_can_be_put_back(linked: TestSite) -> None:
    # A folder with a name like those of removals, but without a time, is not one of them.
    stray = linked.root / ".trash/port.20239999-000000/content/articles/port.md"
    stray.parent.mkdir(parents=True)
    stray.write_text("x", "utf-8")
    before = {one: one.read_bytes() for one in linked.root.rglob("*") if one.is_file()}
    assert "Nothing was removed." in linked.digest("restore").out
    ran = linked.digest("remove", "port", "--force")
    assert ran.code == 0
    assert not (linked.articles / "port.en.md").exists()
    assert not (linked.root / "content/files/p.png").exists()
    assert (linked.root / "content/files/both.png").exists()
    assert "肇庆港扩建" in linked.digest("restore").out
    # Something new of that name is not overwritten.
    linked.article("port", title="另一篇")
    refused = linked.digest("restore", "port")
    assert refused.code == 1
    assert "content/articles/port.md: already exists" in refused.err
    (linked.articles / "port.md").unlink()
    assert linked.digest("restore", "port").code == 0
    assert {one: one.read_bytes() for one in linked.root.rglob("*") if one.is_file()} == before
    assert linked.digest("restore", "prt").code == 2
