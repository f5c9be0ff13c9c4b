"""Marks taken off a text and put back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.segment import InlineTag, Marked, paragraph, parse_inline, render_inline, segments


@pytest.mark.parametrize(
    ("markdown", "text", "marked"),
    [
        ("这是**高质量**发展", "这是高质量发展", ["高质量"]),
        ("**“高质量”**发展", "“高质量”发展", ["“高质量”"]),
        ("[甲](https://a.cn/b_(c) \"题\")与*乙*`a*b`", "甲与乙a*b", ["甲", "乙", "a*b"]),
        ("**[链](u)和*斜*体**", "链和斜体", ["链和斜体", "链", "斜"]),
        ("见[甲][ref]", "见甲", ["甲"]),
        ("<b>粗</b>字", "粗字", ["粗"]),
        ("图![说明](a.png)好<br>的[^1]", "图好的", ["", "", ""]),
        ("独 * 星，2*3，a_b_c", "独 * 星，2*3，a_b_c", []),
        ("**未闭合 和 *一", "**未闭合 和 *一", []),
        ("a\\*b", "a*b", []),
        ("见https&#58;//a.cn，A&amp;B，&#126;&#126;旧", "见https://a.cn，A&B，~~旧", []),
    ],
)  # fmt: skip
def test_marks_come_off(markdown: str, text: str, marked: list[str]) -> None:
    result = parse_inline(markdown)
    assert result.text == text
    assert [result.text[m.start : m.end] for m in result.marks] == marked


@pytest.mark.parametrize(
    "markdown",
    [
        "**[链](u)和*斜*体**，![图](a.png)完",
        "[甲](https://a.cn/b_(c) \"题\")与*乙*`a*b`",
        "***强***<br>~~删~~[^1]",
        "<span lang=\"en\">x</span>",
    ],
)  # fmt: skip
def test_marks_go_back_where_they_were(markdown: str) -> None:
    assert render_inline(parse_inline(markdown)) == markdown


def test_signs_of_the_text_itself_are_escaped() -> None:
    assert render_inline(Marked("2*3 and `x` <b>, [a](b)")) == "2\\*3 and \\`x\\` &lt;b>, \\[a](b)"
    assert render_inline(Marked("2. The second")) == "2\\. The second"
    assert render_inline(Marked("# one")) == "\\# one"
    assert render_inline(Marked("at https://a.cn")) == "at https&#58;//a.cn"
    assert render_inline(Marked("~~old~~ &amp; R&D")) == "&#126;&#126;old&#126;&#126; &amp;amp; R&D"


def test_code_is_not_escaped() -> None:
    assert render_inline(Marked("a*b", (InlineTag("code", 0, 3, "`", "`"),))) == "`a*b`"


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.text("甲乙*_`[](u)!<b>/~\\ 1.&#58;", max_size=30))
def test_what_is_read_is_written_and_read_alike(markdown: str) -> None:
    first = parse_inline(markdown)
    assert all(0 <= m.start <= m.end <= len(first.text) for m in first.marks)
    again = parse_inline(render_inline(first))
    assert again.text == first.text


@pytest.mark.parametrize(
    ("chinese", "english", "placed"),
    [
        ("见https://a.cn/x_y，项目开工。", "See, the project began.", "https://a.cn/x_y"),
        ("网址：https://a.cn/b。", "Address:", "Address: https://a.cn/b"),
        ("项目（https://a.cn/b）开工。", "The project () began.", "(https://a.cn/b)"),
    ],
)
def test_a_bare_address_is_kept_from_the_engine(chinese: str, english: str, placed: str) -> None:
    cut = segments(chinese)
    assert all("http" not in segment.text for segment in cut)
    made = paragraph(cut, [english] * len(cut), {})
    assert placed in made
    assert made.count("https://") == 1
