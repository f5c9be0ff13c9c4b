"""Find the article in a text that somebody copied from a page.

Such a copy has the page's menus above the title, and counters, comments and titles of other
articles after the last sentence. Few of these lines can be recognized by their form; but the
article can be found by other signs: its title shares words with its text, date and source are
between both, and no paragraph of it follows the first of the page's own lines below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from generator.clean.bylines import is_adopted
from generator.clean.head_notes import is_beside_title, is_head, may_be_head
from generator.clean.likelihood import folded
from generator.clean.line_classifier import Line, Removed
from generator.clean.posting import is_dated
from generator.clean.titles import may_be_title
from generator.clean.wrapping import is_cut, sentence_lines
from generator.patterns import late_regex

_SENTENCE = late_regex("[。！？!?]")
_FULL_STOP = late_regex("。[”’）)」]*$")
_SALUTATION = late_regex("^(?:各|尊敬|广大|亲爱|有关|全[省市县区镇村校体]|[省市县区]).*[：:]$")
_ENDED = late_regex(r"[。！？!?…][”’）)」]*$")
_SHORT, _PROSE, _PARAGRAPH = 12, 18, 30
_TITLE = 40
_LEVELS = 2  # of headings
_WRAPPED, _RAGGED = 14, 4  # characters of a line of running text that a narrow column has broken
_SECTION = late_regex(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第\S{1,3}[章节])"
)
_NO_TITLE = late_regex(
    r"^[—–-]{2}|^[●○•▪]|(?:网站|门户|首页|官网|平台)$|首页\s\S+|^.{2,10}〔\d{4}〕|\d{1,2}:\d{2}\s*$|--$"
)
# Character pairs of a title; a shorter line shares more of them by chance.
_LONG = 7
_MENU, _ENTRY = 4, 8
_ALONE, _SEVERAL = 24, 3
_SIGNS = late_regex(
    r"[\d年月日。：:（(]|(?:部|局|委|办|室|会|府|司|社|院|处|组|队|校|厅|中心|公司)$"
)
_DATED = late_regex(r"^(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$")
_SIGNATURE = 6  # lines, with contacts among them, from the last sentence to the date below it
_TEXT = 1500
# A title shares at least this part of its character pairs with the text; another line must share
# this much more than the first line of the page.
_SHARED, _MORE = 0.15, 0.1
# What a title has more if date or source is below it, and less if it reads like the name of an
# office, a site or a programme, or like buttons.
_BESIDE, _NAMED = 0.15, 0.5
_SITE_NAME = late_regex(
    r"^[^，。！？：、\d]{2,16}(?:局|厅|委员会|政府|网|频道|新闻|日报|晚报|联播|电视台|电台|融媒体?|中心|客户端|论坛|社区|专栏)$"
)
_BUTTONS = late_regex(
    r"^(?:(?:登录|注册|登陆|搜索|首页|订阅|投稿|关注|分享|收藏|打印|简体|繁体|繁體|返回|更多|下载|客户端|会员|无障碍|退出|我的|English|EN|简|繁)[\s|/·]*)+$"
)
# The reasons for removal of lines that a page has after an article.
_HEAD = frozenset(("date and source", "byline", "credits"))
_PAGE = _HEAD | {
    "navigation", "tools", "paging", "share prompt", "site notice", "comment counter",
    "view counter", "turn of page", "imprint",
}  # fmt: skip
_BUTTONS_OF_HEAD = frozenset(("tools", "view counter", "comment counter", "share prompt", "player"))
# 延伸阅读, above the title of another article inside the text.
_RELATED = late_regex(r"^(?:相关|延伸|推荐|更多)(?:新闻|阅读|报道|链接)[：:]?$")
_LIST = late_regex("[：:]$")
_VIDEO = late_regex(r"^\d{2}:\d{2}$")
_PAGE_NUMBER = late_regex(
    r"^(?:[-—–·~•]{1,3}\s*\d{1,3}\s*[-—–·~•]{1,3}|第\s*\d{1,3}\s*页\s*[,，/]?\s*(?:共\s*\d{1,3}\s*页)?)$"
)
# Words of page furniture; a news paragraph hardly has two of them.
_FURNITURE = late_regex(
    "评论|网友|转载|版权|客户端|下载|扫码|关注|登录|注册|热线|举报|本站|账号|帐号|邮编|电话|地址|零售|订阅|点击|授权|微信|投资建议|风险自担"
)
_ENTRIES = late_regex("首页|客户端|行情|自选|栏目|评级|专栏|更多|滚动|频道|排行|视频|图片|微博")
# Lines that a document has after its text.
_OWN = late_regex(r"^(?:附[件表录：:]|注[：:]|备注)")


@dataclass(frozen=True)
class Frame:
    """The place of an article on its page: ``outside`` are the lines around and within it that do
    not belong to it. ``title`` is the number of its title line (0 if none was found), ``text`` of
    the first line of its text, ``end`` of the first line after it."""

    outside: tuple[Line, ...]
    title: int
    text: int
    end: int

    @property
    def behind(self) -> tuple[Line, ...]:
        """The lines after the article that do not belong to it."""
        return tuple(line for line in self.outside if line.number >= self.end)


def framed(lines: Sequence[Line], removed: Sequence[Removed]) -> Frame:
    """Find the article among the remaining ``lines``; ``removed`` are the lines already removed."""
    prose = [line for line in lines if _is_prose(line)]
    if not prose:
        return Frame((), 0, 0, 0)
    paragraphs = [line for line in prose if _is_paragraph(line)] or prose[-1:]
    staying = {line.number for line in lines}
    # If only the end of a line was removed, the page's own parts begin on the next line.
    parts = [
        one.line + (one.line in staying)
        for one in removed
        if one.why in _PAGE and not is_page_number(one.text)
    ]
    parts += [line.number for line in lines if _is_page(line)]
    # Comments and titles are short too, but hardly end with a full stop.
    whole = (
        line.number
        for line in lines
        if len(line.text) >= _SHORT and _FULL_STOP.search(line.text) and not _is_page(line)
    )
    broken = _ends_of_broken(lines)
    last_own = _signed(lines, max((paragraphs[-1].number, *whole, *broken)))
    end = min((line for line in parts if line > last_own), default=lines[-1].number + 1)
    said = [one.line for one in removed if one.why in _HEAD]
    said += [line.number for line in lines if is_dated(line.text)]
    heads = {
        line.number for line in lines if line.number < paragraphs[0].number and is_head(line.text)
    }
    said += heads
    last = max((line for line in said if line < paragraphs[0].number), default=0)
    start = _start(lines, next(line.number for line in prose if line.number > last), last)
    head = [line for line in lines if line.number < start]
    body = "".join(line.text for line in lines if start <= line.number < end)
    likely = [line for line in head if not may_be_head(line.text)]
    title = _title(likely, last, body[:_TEXT], _with_buttons(set(said), removed))
    outside = [line for line in lines if line.number >= end and not _OWN.match(line.text)]
    if title:
        outside += [line for line in head if line.number < title]
        outside += _between([line for line in head if line.number > title], last, title)
        outside += [line for line in head if line.number in heads and line not in outside]
    copied = sum(one.why in _PAGE - _HEAD for one in removed) >= _SEVERAL
    outside += _within([line for line in lines if start <= line.number < end], copied)
    heads = {one.line + 1 for one in removed if one.why == "abstract" or _RELATED.match(one.text)}
    outside += [line for line in lines if line.number in heads and line not in outside]
    return Frame(tuple(outside), title, start, end)


def _ends_of_broken(lines: Sequence[Line]) -> list[int]:
    """Return the last lines of paragraphs that are broken over several lines."""
    found = []
    for parts in sentence_lines(lines):
        text = "".join(one.text for one in parts)
        if _is_paragraph(replace(parts[-1], text=text)):
            found.append(parts[-1].number)
    return found


def is_page_number(text: str) -> bool:
    """Return whether a line is the number of a printed page, with which no article ends."""
    return _PAGE_NUMBER.match(text) is not None


def _with_buttons(said: Set[int], removed: Sequence[Removed]) -> Set[int]:
    """Return the lines of a head, and the lines of buttons and counters directly above them."""
    found = set(said)
    for one in reversed(removed):
        if one.why in _BUTTONS_OF_HEAD and one.line + 1 in found:
            found.add(one.line)
    return found


def _signed(lines: Sequence[Line], last: int) -> int:
    """Return the number of the line with the date that signs a document, if it is within a few
    lines after the ``last`` sentence and below the name of an office; else ``last``."""
    for above, line in pairwise(lines):
        near = last < above.number and line.number - last <= _SIGNATURE
        if near and _DATED.match(line.text) and _SIGNS.search(above.text):
            return line.number
    return last


def _within(lines: Sequence[Line], copied: bool) -> list[Line]:
    """Return lines within a text that do not belong to it: rows of a page's entries, and the length
    of a video (several times of day are a timetable). If the page was ``copied`` with its
    furniture, also lines after the last sentence that are neither a list nor a signature."""
    found = [line for line in lines if _is_strip(line.text)]
    lengths = [line for line in lines if _VIDEO.match(line.text)]
    found += lengths if len(lengths) == 1 else []
    last = next(line for line in reversed(lines) if _is_prose(line))
    if copied and not _LIST.search(last.text):
        found += [line for line in lines if line.number > last.number and _is_loose(line)]
    return found


def _is_prose(line: Line) -> bool:
    text = line.text
    return bool(_SENTENCE.search(text)) and len(text) >= _PROSE and not (line.table or _asks(text))


def _asks(text: str) -> bool:
    """Return whether a line is one short question or exclamation, as titles are."""
    return len(text) <= _TITLE and not _SENTENCE.search(text[:-1]) and text[-1] in "？！?!"


def _is_paragraph(line: Line) -> bool:
    """Return whether a line surely belongs to an article: full sentences, few furniture words."""
    return len(line.text) >= _PARAGRAPH and bool(_ENDED.search(line.text)) and not _is_page(line)


def _is_page(line: Line) -> bool:
    """Return whether a line has several words of page furniture: notices, prompts."""
    return len(set(_FURNITURE.findall(line.text))) > 1


def _is_loose(line: Line) -> bool:
    """Return whether a line after the last sentence is neither a sentence, a list nor a
    signature."""
    return not (line.table or _SIGNS.search(line.text) or _SENTENCE.search(line.text))


def _is_strip(text: str) -> bool:
    """Return whether a line within the text is a row of the page's own entries."""
    return is_menu(text) and bool(_ENTRIES.search(text))


def _start(lines: Sequence[Line], start: int, last: int) -> int:
    """Return the number of the first line of the text that line ``start`` belongs to: short
    sentences below line ``last``, and lines broken by a narrow column, extend the text upwards."""
    above = [line for line in lines if last < line.number < start]
    short = [
        line.number
        for line in above
        if _FULL_STOP.search(line.text)
        or _SALUTATION.match(line.text)
        or (last and _asks(line.text))
    ]
    start = min([start, *short])
    before = [line for line in above if line.number < start]
    below = [line.text for line in lines if line.number >= start]
    while before and _is_running(before[-1].text, below[:2]):
        below.insert(0, before[-1].text)
        start = before.pop().number
    return start


def _is_running(text: str, below: Sequence[str]) -> bool:
    """Return whether a line continues in those ``below`` it: it is long, or as long as they are, or
    a number is split."""
    if is_cut(text, below[0]):
        return True
    if re.search(r"\s", text) or not re.search("[，、：“]", text) or _NO_TITLE.match(text):
        return False
    alike = len(text) >= _WRAPPED and abs(len(text) - max(map(len, below))) <= _RAGGED
    return alike or len(text) > _ALONE


def _title(head: Sequence[Line], last: int, text: str, said: Set[int]) -> int:
    """Return the number of the title line; 0 if there is none. ``said`` are the lines with date,
    source or author: one of them is often directly below the title."""
    whole = _pairs(text)
    texts = [" ".join(line.text.split()) for line in head]
    by_number = {line.number: line.text for line in head}
    scores: list[tuple[float, int]] = []
    for line, own in zip(head, texts, strict=True):
        if not may_be_title(line.text) or _NO_TITLE.search(line.text) or is_menu(line.text):
            continue
        pairs = _pairs(line.text)
        shared = sum(pair in whole for pair in pairs) / max(len(pairs), 1)
        shared *= min(1.0, len(pairs) / _LONG)
        told = texts.count(own) > 1 or _NO_TITLE.match(by_number.get(line.number + 1, ""))
        if _BUTTONS.match(line.text) or _SITE_NAME.search(line.text):
            shared -= _NAMED
        if said & {line.number + 1, line.number + 2}:
            shared += _BESIDE
        # Below date and source there is more often a summary than the title.
        scores.append((shared + 0.2 * bool(told) - 0.3 * (line.number > last), line.number))
    if not scores:
        return 0
    best = max(scores)
    # Of two lines that share equally much, the one nearer to the text.
    best = max((one for one in scores if one[0] >= best[0] - _MORE), key=lambda one: one[1])
    if best[0] + 0.3 * (best[1] > last) >= _SHARED:
        return best[1]
    # No line shares words with the text: the first line of the page, or else the longest one.
    first = head[0].number
    if any(number == first for _, number in scores):
        return first
    return max(scores, key=lambda one: len(by_number[one[1]]))[1]


def _pairs(text: str) -> set[str]:
    return {
        text[at : at + 2]
        for at in range(len(text) - 1)
        if "\u4e00" <= text[at] <= "\u9fff" and "\u4e00" <= text[at + 1] <= "\u9fff"
    }


def is_menu(text: str) -> bool:
    """Return whether a line is a row of short entries."""
    entries = [one for one in re.split(r"[\s|/｜]+", text) if one]
    return len(entries) >= _MENU and all(len(one) <= _ENTRY for one in entries)


def _between(lines: Sequence[Line], last: int, title: int) -> list[Line]:
    """Return lines between title and text that do not belong to the article. ``last`` is the last
    line with date, source or author: a single line below it is the heading of a section. A line
    directly below the ``title`` continues it."""
    after = [line for line in lines if line.number > max(last, title)]
    heading = after[-1] if after else None
    if heading is not None and (len(after) > 1 or len(heading.text) > _ALONE or last < title):
        heading = heading if _SECTION.match(heading.text) else None
    kept = [heading] if heading else []
    if heading and _SECTION.match(heading.text):  # a chapter, and the first of its parts
        chapters = list(takewhile(lambda line: _SECTION.match(line.text), reversed(after)))
        kept = chapters[:_LEVELS]
    return [
        line
        for line in lines
        if not is_adopted(folded(line.text))
        if line not in kept
        or is_menu(line.text)
        or (not _SECTION.match(line.text) and is_beside_title(line.text))
    ]
