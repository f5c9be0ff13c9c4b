"""Mistakes in Markdown that would be lost on the page are reported with line and hint."""

from __future__ import annotations

import re

import pytest

from tests.sites import TestSite

PATH = "content/articles/a.md"


def told(site: TestSite, body: str) -> list[str]:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
    site.write("content/files/p.svg", picture)
    site.article("a", body=body, more="cities: [肇庆]\n")
    return [line for line in site.digest("build").problems if line.startswith(PATH)]


@pytest.mark.parametrize(
    ("body", "words", "remedy"),
    [
        (
            r"![图](C:\Users\me\a.png)",
            r'the picture "C:\Users\me\a.png" lies on your',
            "files/name",
        ),
        (r"![图](D:/a.png)", 'the picture "D:/a.png" lies on your computer', "content/files/"),
        (r"![图](file:///home/me/a.png)", "lies on your computer", "content/files/"),
        (r"![图](files\a.png)", r'the address "files\a.png" has backslashes', "with /"),
        (r"[文](..\b.md)", "has backslashes", "with /"),
        ("[x](javascript:alert(1))", 'the link "javascript:alert(1)" is left out', "javascript:"),
        ("[x](data:text/html,1)", 'the link "data:text/html,1" is left out', "data:"),
        ("<a href='vbscript:x'>x</a>", 'the link "vbscript:x" is left out', "vbscript:"),
        ("[报道]（welcome.md）", "“[报道]（welcome.md）” is not a link", "[报道](welcome.md)"),
        ("[报道]（https://a.cn/1）", "is not a link", "[报道](https://a.cn/1)"),
        ("[报道] (welcome.md)", "is not a link", "[报道](welcome.md)"),
        ("【报道】(welcome.md)", "is not a link", "[报道](welcome.md)"),
        ("![图]（files/a.png）", "is not a link", "(files/a.png)"),
        (
            "![图](files/a.png “图注”)",
            "is not a picture",
            'straight quotes: ![…](files/a.png "图注")',
        ),
        ("![图](a.png)", 'the picture "a.png" is not below files/', "write files/a.png"),
        ("![图](files/a.pdf)", "files/a.pdf is not a picture", "without !"),
        (
            "    缩进的一段中文，不是代码。",
            "indented by four spaces is shown as code",
            "remove the",
        ),
        ("\t缩进的一段中文，不是代码。", "four spaces is shown as code", "remove the"),
        ("文字\n- 甲\n- 乙", "a list right below a paragraph", "an empty line before"),
        ("文字\n1. 甲", "a list right below a paragraph", "an empty line before"),
        ("正文投资3亿元。\n---", "--- right below a paragraph makes it", "an empty line above"),
        ("甲" * 41 + "\n======", "=== right below a paragraph makes it", "an empty line above"),
        ("！[图](../files/p.svg)", "a full-width ！ shows no picture", "with a half-width !"),
        ("1. 甲\n- 乙", "a list of another kind right below an item", "indent it by three"),
        ("1、甲\n2、乙", "lines with numbers or signs before them", "write `- ` or `1. `"),
        ("（一）甲；\n（二）乙。", "lines with numbers or signs before them", "put empty lines"),
        ("要点：\n• 甲\n• 乙", "are shown as one paragraph", "put empty lines"),
        ("见[附件](//[x/)", 'the address "//[x/" cannot be read', "open it in a browser"),
        ('<a href="//[x/">附件</a>', 'the address "//[x/" cannot be read', "open it"),
        ("[附件](//a℀b/)", 'the address "//a℀b/" cannot be read', "open it"),
        ("[附件](http://[1/)", "cannot be read", "open it"),
        ("[附件](https://a.cn:x9/)", "cannot be read", "open it"),
        ("```\n没有结束的代码", "``` is shown as text", "end the code with a line of ```"),
        ("＃ 小标题", "a full-width ＃ is not a heading", "write # and a space"),
        ("| 甲 | 乙 |\n|---|\n| 1 | 2 |", "rows with | are not a table", "--- for each column"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |", "has 3 cells, its table 2 col", "give the first"),
        (
            "项目正\ufffd开工",
            "a character is missing in “项目正\ufffd开工”",
            "what the original has",
        ),
        ("锟斤拷锟斤拷开工", "a character is missing in “锟斤拷锟斤拷", "what the original has"),
        ("项目\ue5e5开工", "has the character U+E5E5, which no font shows", "the original"),
        ("** 粗体 **的字", "** is shown as text", "right before the words"),
        ("正文**没有结束的粗体。", "** is shown as text", "right after them"),
        ("正文[^1]。", "there is no footnote [^1]", "add a line `[^1]: …`"),
        (
            "正文。\n\n[^1]: 注",
            "nothing in the text refers to the footnote [^1]",
            "where it belongs",
        ),
        ("正文[^1]。\n\n[^1]: 注\n[^1]: 又", "duplicate footnote [^1]", "a name of its own"),
    ],
)
def test_a_slip_is_named(site: TestSite, body: str, words: str, remedy: str) -> None:
    lines = told(site, f"第一段。\n\n{body}\n\n末段。")
    assert len(lines) == 1, lines
    line = lines[0]
    assert words in line
    assert remedy in line
    number = int(line.split(":")[1])
    assert 10 <= number <= 12


@pytest.mark.parametrize(
    "body",
    [
        "第[1]（注）条，【通知】（略），[甲]（乙）。",
        "`[报道]（welcome.md）`是错的。",
        "```\n[报道]（welcome.md）\n```",
        "    for x in y:\n        print(x)",
        "2023年。\n共1. 5万人",
        "1、甲\n\n2、乙",
        "（一）甲；\n乙（二）。",
        "1. 甲；\n   - 乙；\n   - 丙。\n2. 丁",
        "- 甲\n  续 - 乙\n- 丙",
        "[邮件](mailto:a@b.cn)，[电话](tel:123)，[段](#p1)，[站](https://a.cn/?a=1&b=2#x)。",
        "价格（含税）：[5]元(不含运费)。",
        "下一节\n---",
        "真快！[图](../files/p.svg)",
    ],
)
def test_what_is_right_is_not_named(site: TestSite, body: str) -> None:
    assert told(site, f"第一段。\n\n{body}\n\n末段。") == []


@pytest.mark.parametrize(
    ("body", "depths"),
    [
        ("1. 甲\n   - 乙\n   - 丙\n2. 丁", "甲1乙2丙2丁1"),
        ("1. 甲\n  - 乙\n2. 丙", "甲1乙2丙1"),
        ("- 甲\n  - 乙\n    - 丙\n  - 丁\n- 戊", "甲1乙2丙3丁2戊1"),
        ("* 甲\n    * 乙\n        * 丙\n* 丁", "甲1乙2丙3丁1"),
        ("-   甲\n    - 乙\n-   丙", "甲1乙2丙1"),
        ("10. 甲\n    1. 乙\n11. 丙", "甲1乙2丙1"),
        ("- 甲\n\n  - 乙\n\n    续\n\n  - 丙\n- 丁", "甲1乙2续2丙2丁1"),
        ("- 甲\n - 乙\n  - 丙", "甲1乙1丙1"),
        ("> - 甲\n>   - 乙\n> - 丙", "甲1乙2丙1"),
        ("## 题\n- 甲\n  - 乙", "题0甲1乙2"),
        ("- 甲\n\n  段\n\n- 乙", "甲1段0乙1"),
        ("文\n- 甲\n\n  段", "文甲0段0"),
    ],
)
def test_lists_within_lists_may_be_indented_by_two_spaces(
    site: TestSite, body: str, depths: str
) -> None:
    told(site, f"{body}\n\n末")
    # The number after each text is the number of lists that it stands in.
    found, depth = "", 0
    page = site.page("/zh-hans/articles/a/").partition('<div class="body">')[2]
    text = page[: page.rindex("末")]
    for part in re.findall(r"<[^>]*>|[^<]+", text):
        if not part.startswith("<"):
            words = "".join(re.findall("[\u4e00-\u9fff]", part))
            found += f"{words}{depth}" if words else ""
        elif re.match("</?[ou]l", part):
            depth += -1 if part[1] == "/" else 1
    assert found == depths
    assert "<pre" not in text


def test_bare_addresses_are_links(site: TestSite) -> None:
    body = (
        "见https://a.cn/b?c=1&d=2。（http://b.cn/x_y_z）又`https://c.cn`，[x](https://d.cn)，"
        "https://zh.wikipedia.org/wiki/X_(Y)。<b>https://e.cn/</b>，"
        "<a href='https://f.cn/'>https://f.cn/</a>"
    )
    site.article("a", body=body, more="cities: [肇庆]\n")
    site.build()
    page = site.page("/zh-hans/articles/a/")
    for address in (
        "https://a.cn/b?c=1&amp;d=2",
        "http://b.cn/x_y_z",
        "https://zh.wikipedia.org/wiki/X_(Y)",
        "https://e.cn/",
        "https://f.cn/",
    ):
        assert page.count(f'<a href="{address}">{address}</a>') == 1
    assert "<code>https://c.cn</code>" in page
    assert '<a href="https://d.cn">x</a>' in page


def test_crossed_out_text(site: TestSite) -> None:
    site.article("a", body="投资~~二十亿~~三十亿元，约1~2年，~~ 不是 ~~。", more="cities: [肇庆]\n")
    site.build()
    page = site.page("/zh-hans/articles/a/")
    assert "投资<del>二十亿</del>三十亿元，约1~2年，~~ 不是 ~~。" in page
