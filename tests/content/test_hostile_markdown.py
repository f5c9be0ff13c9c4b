"""Texts made to stall or break a build: an error with its line, or work in proportion to size."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from generator.english.article import ToTranslate, texts_of
from generator.figures import read_english
from generator.markup.document import read
from generator.segment import english_sentences
from tests.sites import TestSite


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 20_000, "opening brackets [ that nothing closes"),
        ("[甲 " * 10_000, "opening brackets [ that nothing closes"),
        ("![](" * 10_000, "links whose address nothing closes"),
        ("[甲](乙 " * 10_000, "links whose address nothing closes"),
        ("<a " * 20_000, "signs < that begin a tag and do not end it"),
        ("<a\n\n" * 20_000, "signs < that begin a tag and do not end it"),
        ("<http://" * 10_000, "signs < that begin a tag and do not end it"),
        ("1. " * 7_000 + "甲", "lists or quotations more than 20 deep"),
        ("> " * 7_000 + "甲", "lists or quotations more than 20 deep"),
        ("- " * 7_000 + "甲", "lists or quotations more than 20 deep"),
        ("\n".join(" " * (4 * n) + "- 甲" for n in range(300)), "more than 20 deep"),
        ("# 甲\n" * 20_000, "headings, rules or notes in a row"),
        ("[^1]: 甲\n" * 20_000, "headings, rules or notes in a row"),
        ("|" * 20_000, "signs | on one line"),
    ],
)
def test_what_would_stall_a_build_is_an_error_with_its_line(
    site: TestSite, text: str, words: str
) -> None:
    site.article("a", body=f"第一段。\n\n正文{text}" if "\n" not in text else f"一\n\n\n{text}")
    if text[0] in "1>-":
        site.article("a", body=f"第一段。\n\n{text}")
    ran = site.digest("build")
    assert ran.code == 1
    (line,) = [problem for problem in ran.problems if words in problem]
    assert line.startswith(("content/articles/a.md:1", "content/articles/a.md:3"))
    site.article("a")
    site.english("a", body=f"First.\n\n{text}")
    assert any(words in problem for problem in site.digest("build").problems)


def calls(work: Callable[[], object]) -> int:
    """The number of function calls, including functions written in C."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


UNITS = [
    "*a ", " _a", "**a *b ", "***a**b*", "~~a ", "~~", "`a ", "``a` ", "``a`", "[a] ", "[a][b] ",
    "[a](b.md) ", '[a](b"c) ', "![a](b.png) ", "<b>", "<b>a</b>", "</b>", "<!-- ", "<!--a-->",
    "a\n\n", "- a\n", "- a\n\n", "1. a\n", "|a|b|\n|-|-|\n", "    a\n\n", "[a]: b\n", "[^1]",
    "[^1]: a\n\n", "~~~\n", "https://a.cn ", "https://a.cn/(", "&amp;", "\\[", "一", "一。", "5亿",
    "1-", "a1-", "..", "……", "“", "（", "a b ", "<div>\n", "<div>a</div>\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text_and_not_faster(unit: str) -> None:
    def work(size: int) -> int:
        text = "正文" + unit * size

        def everything() -> None:
            read(text)
            for _ in texts_of(ToTranslate("a", "题", "", text)):
                pass
            read_english(text)
            english_sentences(text)

        return calls(everything)

    work(10)
    small = work(150)
    assert work(600) < 6 * small


def fail(*args: object, **kwargs: object) -> object:
    raise ValueError("boom")


def test_a_fault_of_the_program_names_the_article(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.article("a", title="肇庆另一个项目开工")
    from generator.gazetteer import detect as right

    def detect(text: str, **more: Any) -> object:
        return fail() if "另一个" in more["title"] else right(text, **more)

    monkeypatch.setattr("generator.articles.cities.detect", detect)
    ran = site.digest("build")
    assert ran.code == 1
    assert ran.problems == [
        "content/articles/a.md: the program failed at this file: ValueError: boom "
        "(a bug in the program: please report it; --debug shows where)"
    ]
    for command in ("build", "check"):
        debugged = site.digest(command, "--debug")
        assert debugged.code == 1
        assert "Traceback (most recent call last)" in debugged.err
        assert "content/articles/a.md: the program failed" in debugged.err


def test_a_fault_anywhere_else_is_a_line_too(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pipeline.checking.make_library", fail)
    ran = site.digest("build")
    assert ran.code == 1
    assert "the program failed" in ran.problems[0]
    with pytest.raises(ValueError, match="boom"):
        site.digest("build", "--debug")
