"""Imported text is text: the page shows exactly its characters."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markup.escape import escaped
from generator.markup.render import render_markdown

_PIECES = st.sampled_from(
    """[ ] ( ) ! * ** _ __ ` ``` ~ ~~ ~~~ < > <! <!-- --> </ <p> </p> <b> <script> <? & &amp; &copy;
    &#33; \\ \\* \\\\ # ## #话题# - --- === + 1. 1) 12. : | |-| ^ [^1] [^1]: [1]: [a] ![ ]( ](x)
    https://a.example/x?a=1&b=2 www.a.example a@b.example <https://a.example> {.a} $ $$ == ++ , 。
    [查看](https://phish.example/login) 5*3 a_b_c 项目 亿元 “他说” [x]:https://e.example *[甲]:
    """.split()
)
_TEXTS = st.lists(
    st.one_of(_PIECES, st.sampled_from([" ", "  ", "中文", "a", "1"]), st.text(max_size=4)),
    min_size=1,
    max_size=9,
).map("".join)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def seen(text: str) -> str:
    """What a reader sees of a text: a run of blanks is one, controls are nothing."""
    return " ".join(_UNSEEN.sub("", text).split())


def shown(block: str) -> tuple[str, str]:
    """The element a block is, and its text; there is nothing else in it, no link either."""
    match = re.fullmatch(r"(?s)<(p|h2|h3)>(.*)</\1>", block)
    assert match, block
    inner = match[2]
    assert "<" not in inner, block
    return match[1], unescape(inner)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(st.lists(st.tuples(_TEXTS, st.sampled_from([0, 0, 0, 2, 3])), min_size=1, max_size=4))
def test_a_page_shows_exactly_the_characters(texts: list[tuple[str, int]]) -> None:
    texts = [(text, level) for text, level in texts if seen(text)]
    source = "\n\n".join(escaped(text, level) for text, level in texts)
    wanted = [(f"h{level}" if level else "p", seen(text)) for text, level in texts]
    assert list(map(shown, render_markdown(source)[0])) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "增长8.6%，达到1,200亿元；上涨3*2个百分点。",
        "型号 a_b 与 AT&T 合作，a < b，1) 一期，C# 语言。",
        "“[2023]12号”文件",
        "价格~100元|每吨",
        "1.5亿元项目",
        "2023. 年报",
    ],
)
def test_nothing_is_escaped_that_has_no_meaning(text: str) -> None:
    written = escaped(text)
    assert written.replace("2023\\.", "2023.") == text


def test_a_bare_address_is_no_link() -> None:
    assert escaped("见 https://example.org/a 。") == "见 https&#58;//example.org/a 。"


def test_only_the_mark_that_matters_is_escaped() -> None:
    text = "AT&T 的 a_b 见[这里](https://phish.example/login)"
    assert escaped(text) == text.replace("[", "\\[").replace("://", "&#58;//")


def test_a_flood_of_marks_is_escaped_without_a_trial() -> None:
    text = "[" * 5000 + "*_`<a &copy;"
    assert len(escaped(text)) >= 10_000
