"""Blocks of Markdown: every heading, item and cell by itself, and nothing lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.segment import PROSE, blocks

TEXT = """# 标题 #

第一段，
第二行。

- 项目一
- 项目二
  续行

2. 二
> 引用
> 第二行

```py
代码

# 不是标题
```

| 甲 | 乙 |
|---|:--|
| 1 | `a|b` 丙 |

<div>
原样
</div>

副标题
---

***

    缩进的代码
[ref]: http://a.cn
末段
"""


def test_prose_is_told_from_the_rest() -> None:
    prose = [(b.kind, b.text, b.line) for b in blocks(TEXT) if b.kind in PROSE]
    assert prose == [
        ("heading", "标题", 1),
        ("paragraph", "第一段，\n第二行。", 3),
        ("item", "项目一", 6),
        ("item", "项目二\n  续行", 7),
        ("item", "二", 10),
        ("paragraph", "引用\n> 第二行", 11),
        ("cell", "甲", 20),
        ("cell", "乙", 20),
        ("cell", "1", 22),
        ("cell", "`a|b` 丙", 22),
        ("heading", "副标题", 28),
        ("paragraph", "末段", 35),
    ]


def test_what_goes_on_with_an_item_is_prose() -> None:
    found = blocks("- 项目一\n\n    续段。\n    - 子项\n\n段落\n\n    代码\n")
    assert [(b.kind, b.text) for b in found] == [
        ("item", "项目一"),
        ("paragraph", "续段。"),
        ("item", "子项"),
        ("paragraph", "段落"),
        ("code", ""),
    ]


def test_the_blocks_are_the_text() -> None:
    assert "".join(b.before + b.text + b.after for b in blocks(TEXT)) == TEXT


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text("#->*|`~ \n\t1.)甲。<div[]:x=_", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(b.before + b.text + b.after for b in blocks(text)) == text
