"""English for whole articles: the same blocks, the flags where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.flags import read_flagged
from generator.english.article import English, ToTranslate, english_of
from generator.english.placing import headline
from generator.english.segments import Translation
from generator.markup.nodes import block_name
from generator.markup.render import render_markdown
from generator.terms import Terms

BODY = """第一段有两句。这是第二句。

## 小标题

| 年份 | 数量 |
|---|---|
| 2021 | 坏格 |

- 甲项
- 坏项

> 引一句话。

```
代码
```

末段坏句。
"""


def stage(texts: Iterable[str]) -> Iterator[Translation]:
    """Stands in for the stage: says the same for every text, and flags what is bad."""
    for text in texts:
        flags = ("the figure 5 is missing",) if "坏" in text else ()
        said = f"Said {len(text)}|x." if text else ""
        yield Translation(text, said, "engine", flags=flags)


def english(*articles: ToTranslate) -> list[English]:
    return list(english_of(articles, stage, Terms()))


def test_blocks_stay_in_order_and_flags_stand_before_them() -> None:
    (made,) = english(ToTranslate("a", "标题", "摘要一句。", BODY))
    flagged = read_flagged(made.body)
    names = [block_name(block) for block in render_markdown(BODY)[0]]
    assert [block_name(block) for block in flagged.document.blocks] == names
    assert {number: names[number - 1] for number in flagged.flags} == {3: "table", 4: "ul", 7: "p"}
    assert made.title == "Said 2|x"
    assert made.summary == "Said 5|x."
    assert "## Said 3|x\n" in made.body
    assert "| Said 4\\|x. | Said 2\\|x. |" in made.body
    assert "代码" in made.body
    assert [flag.source for flag in made.flagged] == ["坏格", "坏项", "末段坏句。"]


def test_articles_come_one_by_one_in_order() -> None:
    def many() -> Iterator[ToTranslate]:
        for number in range(300):
            yield ToTranslate(f"a{number}", "标题", "", "段" * (number % 7 + 1) + "。\n")

    made = list(english_of(many(), stage, Terms()))
    assert [article.slug for article in made] == [f"a{number}" for number in range(300)]
    assert made[5].body.strip() == "Said 7|x."


def test_a_flagged_title_is_told_before_the_text() -> None:
    (made,) = english(ToTranslate("a", "坏标题", "", "一段。\n"))
    assert made.body.startswith("<!-- flagged title: the figure 5 is missing -->\n")
    flagged = read_flagged(made.body)
    assert flagged.flags == {0: ("the figure 5 is missing",)}
    assert flagged.document.blocks == ("<p>Said 3|x.</p>",)


def test_the_words_of_pictures_are_translated() -> None:
    body = (
        '第一段。\n\n![图中三人](files/a.png "图注两句话。 | 摄影：李某")\n\n![好](files/b.png)\n'
    )
    (made,) = english(ToTranslate("a", "标题", "摘要。", body, ("厂房", "坏图注。")))
    assert '![Said 4|x.](files/a.png "Said 6/x. | 摄影：李某")' in made.body
    assert "![Said 1|x.](files/b.png)" in made.body
    assert made.image == ("Said 2|x.", "Said 4|x. [unverified]")
    names = [block_name(block) for block in render_markdown(body)[0]]
    assert [block_name(block) for block in read_flagged(made.body).document.blocks] == names
    assert names == ["p", "figure", "figure"]


def test_headlines() -> None:
    assert headline("a plant opens.") == "A plant opens"
    assert headline("sold to X Co., Ltd.") == "Sold to X Co., Ltd."
