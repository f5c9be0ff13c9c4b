"""What is left beside an article when all lines that have a form of their own are gone.

A text copied from a page has labels, counters and titles of other articles behind the last
sentence, and names of sections above the title. They have no form that tells them; the lines
around them do, which went for reasons of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.clean.line_classifier import Line, Removed
from generator.patterns import late_regex

# 相关推荐: behind it stand the titles of other articles.
_RELATED = late_regex(
    r"^(?:[【\[]?(?:相关|推荐|热门|更多|延伸|精彩|往期|猜你)(?:新闻|阅读|文章|推荐|资讯|报道|内容|喜欢|精彩)[】\]]?"
    r"|作者最新文章|大家都在看|热搜榜?|为您推荐|为你推荐)\s*[:：>]?$"
)
_SENTENCE = late_regex(r"[。！？!?…；;：:][”’）)】》」]*$|。")
# What a document has behind its text.
_OWN = late_regex(
    r"^(?:附[件表录：:]|注[：:]|备注|说明|联系|地址|电话|[（(①-⑨]"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、．](?!\d))"
)
_LONGEST = 45
_FEW = 2
# Reasons that tell a page's own parts from those of an article.
_PAGE = frozenset(
    (
        "navigation", "tools", "paging", "share prompt", "site notice", "comment counter",
        "view counter",
    )
)  # fmt: skip
_SECTION, _SECTIONS = 4, 6


def behind(lines: Sequence[Line], removed: Sequence[Removed]) -> list[Line]:
    """Lines behind the last sentence that stand below parts of the page.

    At least two of these must be there, or a heading of other articles: what a document has
    behind its text (a signature, what is attached) stands above them, and above its credits.
    """
    last = next((line.number for line in reversed(lines) if _SENTENCE.search(line.text)), 0)
    below = [one for one in removed if one.line > last]
    parts = [one for one in below if one.why in _PAGE]
    if not last or (len(parts) < _FEW and not any(_RELATED.match(one.text) for one in parts)):
        return []
    first = min(one.line for one in below)
    return [
        line
        for line in lines
        if line.number > first
        and not line.table
        and len(line.text) <= _LONGEST
        and not _OWN.match(line.text)
    ]


def above_title(lines: Sequence[Line], may_be_title: Callable[[str], bool]) -> list[Line]:
    """Names of sections (财经, 正文) above a line that may be the title; nothing where the first
    line may be it."""
    for place, line in enumerate(lines[: _SECTIONS + 1]):
        if may_be_title(line.text):
            return list(lines[:place])
        if len(line.text) > _SECTION:
            break
    return []
