"""Recognize a page that has only a part of an article, by the links to the other pages below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from generator.clean.likelihood import folded
from generator.clean.line_classifier import Line, Removed
from generator.patterns import late_regex
from generator.problem import Problem

_TURN = late_regex("下一?页|上一?页|尾页|末页|余下全文")
_TOTAL = late_regex(r"共\s*(\d{1,3})\s*页|(?<![\d/])\d{1,3}\s*/\s*(\d{1,3})(?![\d/])")
_CURRENT = late_regex(r"第\s*(\d{1,3})\s*页|(?<![\d/])(\d{1,3})\s*/\s*\d{1,3}(?![\d/])")
_NUMBERS = late_regex(r"(?<![\d.])\d{1,3}(?![\d.])")
_IN_TITLE = late_regex(
    r"(?:[(（\[]\s*(?:第\s*)?(\d{1,2})\s*页?\s*[)）\]]|第\s*(\d{1,2})\s*页)\s*(?:[_|｜\-–—].*)?$"
)
# Pages of comments or of a list.
_OTHERS = late_regex("回复|贴|帖|评论|条|跳到|篇|期|版")
# What begins something else below the text, with pages of its own.
_BELOW = late_regex(
    "评论|跟[帖贴]|留言|讨论区|网友|相关|推荐|更多|热[门点榜]|排行|猜你|延伸|精彩|最新|列表|上一?篇|下一?篇"
)
_LONGEST = 80
_NEAR = 3  # lines below the text


class PagePart(msgspec.Struct, frozen=True):
    """One page of an article of several: its number, 0 if that is not known, how many ``pages``
    there are, and the line that says so."""

    page: int
    pages: int
    line: int


def part_of(
    lines: Sequence[Line], removed: Sequence[Removed], titles: Sequence[str]
) -> PagePart | None:
    """Return which part of an article a page has; ``None`` if it has all of it. ``lines`` are those
    of the text, ``titles`` what the page calls it."""
    if not lines:
        return None
    last = lines[-1].number
    below = [one.line for one in removed if one.line > last and _BELOW.search(folded(one.text))]
    end = min([last + _NEAR, *(line - 1 for line in below)])
    told = [
        one for one in removed if lines[0].number < one.line <= end and len(one.text) <= _LONGEST
    ]
    found = [(one.line, *_pager(folded(one.text))) for one in told]
    found = [one for one in found if one[2] > 1]
    if not found:
        return None
    # A printed document has such a line on each of its pages.
    if {page for _, page, _ in found} >= set(range(1, found[0][2] + 1)):
        return None
    line, page, pages = found[-1]
    named = [_IN_TITLE.search(title.strip()) for title in titles]
    numbers = [int(next(filter(None, one.groups()))) for one in named if one is not None]
    page = page or next((number for number in numbers if 1 <= number <= pages), 0)
    return PagePart(page, pages, line)


def _pager(plain: str) -> tuple[int, int]:
    """Return the number of the present page (0 if it is not shown) and of all pages; twice 0 for a
    line that is no row of links to them."""
    if _OTHERS.search(plain) or ":" in plain or re.search("[。;!?]", plain):
        return 0, 0
    turns = bool(_TURN.search(plain))
    total, current = _TOTAL.search(plain), _CURRENT.search(plain)
    numbers = [int(one) for one in _NUMBERS.findall(plain)]
    row = numbers[: numbers.index(max(numbers)) + 1] if numbers else []
    counted = len(row) > 1 and row == list(range(1, len(row) + 1))
    sheet = total is not None and current is not None and "页" in plain
    if not (turns or sheet or (counted and "[" in plain)):
        return 0, 0
    pages = int(total[1] or total[2]) if total else len(row) if counted else 0
    page = int(current[1] or current[2]) if current else 0
    return (page, pages) if page <= pages else (0, 0)


def part_problem(name: str, part: PagePart) -> Problem:
    """Return the warning about a page that has only a part of its article."""
    hint = "add the text of the other pages, or import the view that shows all of it on one page"
    if part.page:
        message = f"is page {part.page} of {part.pages} of the article"
    else:
        message = f"is one of the {part.pages} pages of the article"
    return Problem(name, part.line, "body", message, hint, "warning")
