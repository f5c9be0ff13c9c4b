"""Reviewed English that is Chinese, wholly or in one word, is reported with its line."""

from __future__ import annotations

import pytest

from tests.sites import Ran, TestSite

BODY = "第一段。\n\n储能项目第一阶段开工。\n\n末段。"


def told(ran: Ran) -> list[str]:
    return [line for line in ran.problems if line.startswith("content/articles/a.en.md")]


def write(site: TestSite, second: str, **more: str) -> None:
    site.article("a", body=BODY, more="cities: [肇庆]\n")
    site.english("a", body=f"The first one.\n\n{second}\n\nThe last one.", **more)


@pytest.mark.parametrize(
    "text",
    [
        "储能项目第一阶段开工。",
        "儲能項目第一階段開工。",
        "储能项目GDP第一阶段开工。",
        "**储能项目**第一阶段开工。",
        "- 储能项目\n- 第一阶段",
    ],
)
def test_a_paragraph_that_is_chinese(site: TestSite, text: str) -> None:
    write(site, text)
    (line,) = told(site.build())
    assert line.startswith("content/articles/a.en.md:7: paragraph 2: “")
    assert "is Chinese, not English (translate it)" in line
    checked = site.digest("check")
    assert checked.code == 1
    assert f"error: {line}" in checked.err


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The 储能 project has begun its first phase.", "储能"),
        ("The storage project\nhas begun its 第一阶段 now.", "第一阶段"),
        ("- The first phase\n- of the 项目", "项目"),
        ("Work on the 儲能 project has begun, 项目 said.", "儲能, 项目"),
    ],
)
def test_a_word_that_is_left(site: TestSite, text: str, word: str) -> None:
    write(site, text)
    assert told(site.build()) == [
        f"content/articles/a.en.md:7: paragraph 2: Chinese is left in the English: {word} "
        "(translate it, or put it in brackets after its English)"
    ]
    write(site, f"<!-- checked -->\n{text}")
    assert told(site.build()) == []


@pytest.mark.parametrize(
    "text",
    [
        "The storage (储能) project of Zhaoqing （肇庆） has begun.",
        "The character “储” stands for storage, *chǔ* 'in' `储能`.",
        "It is called *储能*, or 《储能》 in print.",
    ],
)
def test_glosses_and_code_are_left_alone(site: TestSite, text: str) -> None:
    write(site, text)
    assert told(site.build()) == []


def test_title_and_summary_are_looked_at_too(site: TestSite) -> None:
    write(site, "It begins.", title="储能项目开工", more="summary: The 储能 project has begun.\n")
    title, summary = told(site.build())
    assert title.startswith("content/articles/a.en.md:2: title: “储能项目开工” is Chinese")
    assert summary.startswith("content/articles/a.en.md:3: summary: Chinese is left in the")
