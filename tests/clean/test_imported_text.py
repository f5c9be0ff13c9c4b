"""Imported text stays plain text: hidden Markdown in a page never takes effect."""

from __future__ import annotations

import re
from html import unescape

from tests.clean.sentences import SENTENCES
from tests.sites import TestSite

HIDDEN = (
    "重点项目建设提速，[这里查看详情](https://phish.example/login)，见[公告][1]。",
    "[1]: https://phish.example/login “公告”，以上是公告的网址所在。",
    "![图](https://phish.example/x.png)说明：型号*a*与_b_，单价`10`元，<b>粗体</b>&copy;。",
    "# 项目进展顺利，负责人说。",
    "1. 项目一期已经完工，二期开工。",
)


def test_the_page_shows_the_marks_and_makes_nothing_of_them(site: TestSite) -> None:
    page = site.write("page.txt", "\n".join([f"标题在这里的一行\n{SENTENCES[0]}", *HIDDEN]))
    ran = site.digest(
        "import", str(page), "--publish", "--date", "2024-05-06", "--source", "某报", "--slug", "a"
    )
    assert ran.code == 0, ran.err
    site.build()
    article = site.page("/zh-hans/articles/a/")
    # The key figures stand between the first paragraph and the others.
    body = "".join(re.findall(r'<div class="body".*?</div>', article, re.S))
    assert "<a " not in body
    assert "<img" not in body
    paragraphs = [unescape(text) for text in re.findall("<p[^>]*>(.*?)</p>", body)]
    assert paragraphs == [SENTENCES[0], *HIDDEN]


def test_what_no_article_may_hold_does_not_come_in(site: TestSite) -> None:
    """Invisible characters are left out, so that imported articles can be built."""
    unseen = "\x0b\u202e\u2066\ufdd0\ufffe"
    text = SENTENCES[0]
    page = site.write("page.txt", f"标题在{unseen}这里的一行\n{text[:5]}{unseen}{text[5:]}\n")
    ran = site.digest(
        "import", str(page), "--publish", "--date", "2024-05-06", "--source", f"某{unseen}报",
        "--slug", "a",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    site.settings("editions: [zh-Hans]\n")
    site.build()
    assert text in site.page("/zh-hans/articles/a/")
