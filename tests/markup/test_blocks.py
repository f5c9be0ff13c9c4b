"""What translation sees are the blocks that the page shows: of Markdown of every kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.flags import read_flagged
from generator.content.sidecar import parts, with_flags
from generator.english.article import ToTranslate, english_of
from generator.english.segments import Translation
from generator.markup.document import Document, read
from generator.markup.nodes import block_name, plain_text
from generator.segment import parse_inline
from generator.terms import Terms

HAND_WRITTEN = [
    "文字\n- 甲\n- 乙",
    "文字\n\n- 甲\n- 乙\n\n文字",
    "文字\n[a]: https://a.cn\n又[a]。",
    "文字\n# 标题\n又",
    "标题\n====\n\n副标题\n---\n文字",
    "文字\n---\n又",
    "# 标题 #\n## 又一个\n文字",
    "<!-- 注 -->\n文字",
    "文字\n<!-- 注 -->\n又",
    "<!-- 多\n\n行 -->\n\n文字",
    "文字<!-- 注 -->又",
    "<div>\n\n文字\n\n</div>\n\n又",
    "<div>文字</div>又",
    "<p>甲</p><p>乙</p>\n丙",
    "<p>甲</p>\n<p>乙</p>\n\n丙",
    "<table><tr><td>甲</td><td>乙</td></tr></table>\n\n丙",
    "文字</p><p>又",
    "文<b>字\n\n又</b>",
    "<hr>\n文字<hr>又",
    "```\n代码\n```\n文字",
    "文字\n```\n代码\n\n更多\n```\n又",
    "~~~ py\n<b>代码</b>\n~~~\n\n<pre>\n甲\n</pre>",
    "```\n没有结尾\n\n文字",
    "    缩进\n\n    又\n\n文字",
    "文字\n\n\n\n    代码\n\n\n\n又",
    "- 甲\n\n    续段\n\n    - 子项\n\n- 乙\n\n文字",
    "- 甲\n    - 子\n        - 孙\n- 乙",
    "1. 甲\n2. 乙\n\n- 丙",
    "- 甲\n\n1. 乙",
    "- 甲\n\n[a]: https://a.cn\n\n- 乙",
    "- # 标题\n  文字\n- > 引\n  > 又",
    "- [ ] 任务\n- [x] 完成",
    "> 引\n> 又\n\n> 再\n\n文字",
    "> - 甲\n> - 乙\n>\n> 段",
    "文字\n> 引\n续",
    "> # 标题\n> 文\n>> 深",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 丙 |",
    "甲 | 乙\n---|---\n | 丙\n丁 |",
    "| 甲 |\n|---|\n| `a|b` 乙 \\| 丙 |",
    "文字\n| 甲 | 乙 |\n|---|---|\n| 1 | 丙 |",
    "> | 甲 | 乙 |\n> |---|---|\n> | 1 | 丙 |",
    "正文[^1]，又[^注]。\n\n[^1]: 第一。\n[^注]: 第二。\n\n    又一段。\n\n末[^1]",
    "[^1]: 先\n\n正文[^1]",
    "正文[^1]\n[^1]: 注\n\n- 甲[^1]",
    "## 标题[^1]\n\n[^1]: 注：https://a.cn/b。",
    "文字  \n又\\\n再",
    "***强***与**粗**、*斜*、~~删~~和`码`",
    "![图](files/a.png)\n\n文字![图](files/b.png)又",
    '[甲](a.md)与[乙][a]，<https://a.cn>，https://b.cn/c。\n\n[a]: b.md "题"',
    "\t制表\n\n文\t字",
    "1. 1\n2. 2\n\n文字",
    "- - 甲\n  - 乙",
    "+ 甲\n* 乙\n- 丙",
    "文字\r\n\r\n又\r\n",
    "&nbsp;文字&amp;又",
    "\\# 文字\n\n\\- 又",
    "***\n\n---\n\n___",
    "文字\n***\n又",
    "#标题\n\n####### 七",
    "<details><summary>甲</summary>乙</details>\n\n丙",
    "<script>\nx\n</script>\n\n文字",
    "a\n[r]: u\na",
    "甲\n[^1]: 注\n甲",
]

_PIECES = [
    "文字", "又一句。", "5", ".", " ", "\n", "\n", "\n\n", "  \n", "    ", "\t", "\\", "&amp;",
    "- ", "1. ", "> ", "# ", "## ", "---", "===", "***", "[ ] ", "`", "```", "~~~", "*", "**", "_",
    "|", "|---|---|", "[a]", "[a]: b.md", "[^1]", "[^1]: ", "](a.md)", "![", "~~",
    "<!-- ", " -->", "<!--注-->", "<div>", "</div>", "<p>", "</p>", "<hr>", "<b>", "</b>", "<br>",
    "<pre>", "</pre>", "<table><tr><td>", "https://a.cn/b",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join)
_HAN = re.compile("[\u4e00-\u9fff]")


def stage(texts: Iterable[str]) -> Iterator[Translation]:
    """Stands in for the engine: says the same of every text, with what would be a mark."""
    for text in texts:
        yield Translation(text, f"1. Said | of {len(text)} [x]: <b> #.", "engine")


def english(markdown: str) -> str:
    (made,) = english_of([ToTranslate("a", "题", "", markdown)], stage, Terms())
    return made.body


def kinds(document: Document) -> list[str]:
    return [block_name(block) for block in document.blocks]


def look(markdown: str) -> None:
    document = read(markdown, prose=True)
    # Every line that says something belongs to one piece.
    lines = [n for piece in document.pieces for n in range(piece.first, piece.last + 1)]
    assert lines == sorted(set(lines))
    said = {n for n, line in enumerate(document.lines, 1) if line.strip()}
    assert said <= set(lines)
    # Every block that the page shows comes from one piece, and they come in order.
    numbers = [n for piece in document.pieces for n in piece.numbers]
    assert sorted(numbers) == list(range(1, len(document.blocks) + 1))
    text = [n for n in numbers if not document.blocks[n - 1].startswith('<div class="note"')]
    assert text == sorted(text)
    for piece in document.pieces:
        source = document.source(piece)
        at = 0
        for passage in piece.passages:
            assert at <= passage.start <= passage.end <= len(source)
            at = passage.end
        # What of it is shown is what is translated.
        shown = "".join(
            plain_text(document.blocks[n - 1]) for n in piece.numbers if prose(document, n)
        )
        seen = "".join(parse_inline(passage.text).text for passage in piece.passages)
        if piece.numbers and all(prose(document, n) for n in piece.numbers):
            assert set(_HAN.findall(shown)) <= set(_HAN.findall(seen)), (source, piece.passages)
    # A part of it alone is what it was, and so is what is made of the parts.
    again = read(with_flags(parts(document), {}))
    assert kinds(again) == kinds(document)


def prose(document: Document, number: int) -> bool:
    return "<pre" not in document.blocks[number - 1]


@pytest.mark.parametrize("markdown", HAND_WRITTEN)
def test_hand_written_markdown(markdown: str) -> None:
    look(markdown)
    document = read(markdown)
    made = read_flagged(english(markdown)).document
    assert kinds(made) == kinds(document)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(MARKDOWN)
def test_any_markdown(markdown: str) -> None:
    look(markdown)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(MARKDOWN)
def test_a_machines_sidecar_aligns(markdown: str) -> None:
    document = read(markdown)
    made = read_flagged(english(markdown)).document
    assert kinds(made) == kinds(document)
