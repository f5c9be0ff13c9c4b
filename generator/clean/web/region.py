"""Find the article among the lines of a page, with a reason for all other lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.clean.boilerplate import why_removed
from generator.clean.describe import note_line
from generator.clean.description import Description
from generator.clean.line_classifier import BEHIND, OUTSIDE
from generator.clean.simplified import to_simplified
from generator.clean.web.captions import END, mark_captions
from generator.clean.web.names import is_other, weight
from generator.clean.web.text import Element
from generator.clean.web.tree import Piece, ancestors
from generator.patterns import late_regex

HIDDEN = "not shown on the page"
LINKS = "links to other pages"
ABSTRACT = "abstract"
PART = "part of the page, not of the article"

_PROSE = late_regex("[，。；！？：、,;!?]")
_LABEL = late_regex(
    "(?:信息|稿件|文章)?(?:来源|來源|作者|(?:责任)?编辑|责编|(?:发布|更新)?时间|发布日期)\\s*[:：]"
)
_FIELD, _FIELDS = late_regex("[^\\s:：，。]{2,8}[:：]"), 3
_LABELLED_MOST = 160
# Details of an article or of its page, in a line without a full stop.
_ABOUT = late_regex(
    "(?:发布|更新)(?:日期|时间)\\s*[:：]|(?:浏览|点击|阅读)(?:次数|量|数)\\s*[:：]|(?:放大|缩小)字体|^(?:文章)?(?:关键词|标签)\\s*[:：]"
)
_SIGNED = frozenset(("byline", "credits"))
_DECAY = 0.75
_PARAGRAPHS = frozenset("p li dd dt h1 h2 h3 h4 h5 h6 blockquote pre table tr figcaption".split())
# Inline elements that are never closed contain everything that follows.
_NO_CONTAINERS = frozenset("p h1 h2 h3 li html font span b strong em i u big small".split())
_MANY_LINKS = 0.6
_ABSTRACT = late_regex(
    r"^[\[【(]?\s*(?:核心提示|内容提要|内容摘要|文章摘要|摘要|提要|导读)\s*(?:[\]】)]\s*[:：]?|[:：]).{4,300}$"
)
_ANSWER = late_regex(
    r"^(?:官方回复|(?:回复|答复|处理|办理)(?:内容|意见|结果|单位|部门|机构|情况)|[^，。]{2,16}(?:局|委|办|政府|中心)(?:回复|答复))\s*(?:[:：]|$)"
)
_COMMENT, _SENTENCE = 60, 28  # characters of a line that belongs to the article again
# Headings above lists of other articles.
_OPENERS = late_regex(
    r"^[【\[■●◆▍|★▼▽—–=·-]*\s*(?:(?:相关|推荐|延伸|往期|热门|热点|更多|精彩|猜你|大家都在|为[你您]|編輯|编辑|小编|今日|本周|24小时)"
    r"(?:新闻|阅读|链接|文章|推荐|资讯|报道|内容|专题|回顾|精选|排行|喜欢|看|图集|稿件|文档|新聞|閱讀|報道|热文|热点|热榜)"
    r"|新闻排行榜?|点击排行榜?|热点新闻|热新闻|新闻推荐|相关搜索|你可能感兴趣的?.{0,6}|(?:全部|最新|热门|网友|精彩)评论.{0,6}"
    r"|评论\s*[(（]\d*[)）]|(?:网友|用户|群众|办理)评价)\s*[】\]]?\s*[:：>》★▼▽—–=·-]*\s*$"
)


@dataclass(frozen=True)
class Region:
    """The place of the article: its first and last line, and the reason for each line outside
    it."""

    first: int
    last: int
    reasons: tuple[str, ...]


def find_region(pieces: Sequence[Piece], votes: Sequence[bool] = ()) -> Region | None:
    """Find the article among the lines of a page; return None if nothing reads like one.

    ``votes`` is the opinion of another reader about each line. If most of the text that it
    selects is elsewhere, the article is searched for among the lines it selects.
    """
    unnamed = _unnamed(pieces) | _answers(pieces)
    others = [
        _in_other(piece, None, unnamed)
        or bool(why_removed(piece.text))
        or bool(_ABSTRACT.match(piece.text))
        for piece in pieces
    ]
    container = _container(pieces, others)
    if container is None:
        return None
    inside = _within(pieces, container)
    votes = [vote and not other for vote, other in zip(votes, others, strict=False)]
    if _outvoted(pieces, inside, votes):
        other = _container(pieces, [not vote for vote in votes])
        container = container if other is None else other
        inside = _within(pieces, container)
    places = [place for place, within in enumerate(inside) if within]
    reasons = []
    for piece, within in zip(pieces, inside, strict=True):
        if piece.hidden:
            reasons.append(HIDDEN)
        elif not within:
            reasons.append(OUTSIDE)
        else:
            reasons.append(_why_inside(piece, container, unnamed))
    _mark_abstracts(pieces, reasons)
    mark_captions(pieces, reasons, container)
    _cut_behind(pieces, reasons)
    _cut_after_credits(pieces, reasons)
    return Region(places[0], places[-1], tuple(reasons))


def _within(pieces: Sequence[Piece], container: Element) -> list[bool]:
    return [any(e is container for e in ancestors(piece.owner)) for piece in pieces]


def _outvoted(pieces: Sequence[Piece], inside: Sequence[bool], votes: Sequence[bool]) -> bool:
    """Return whether the other reader selects more text, and most of it is not inside."""
    whole = sum(prose(piece) for piece, vote in zip(pieces, votes, strict=False) if vote)
    own = sum(prose(piece) for piece, within in zip(pieces, inside, strict=True) if within)
    both = sum(
        prose(piece)
        for piece, within, vote in zip(pieces, inside, votes, strict=False)
        if within and vote
    )
    return whole > own and both < 0.5 * whole


def is_labelled(piece: Piece) -> bool:
    """Return whether a line consists of parts with labels: 来源：, 作者：, 领域：."""
    if len(piece.parts) < 2 or len(piece.text) > _LABELLED_MOST:
        return False
    fields = sum(bool(_FIELD.match(part)) for part in piece.parts)
    return fields >= _FIELDS or any(map(_LABEL.match, piece.parts))


def prose(piece: Piece) -> float:
    """Return how many characters of a line read like the text of an article."""
    if piece.hidden or piece.image or piece.links > _MANY_LINKS:
        return 0.0
    if is_labelled(piece) or (_ABOUT.search(piece.text) and "。" not in piece.text):
        return 0.0
    size = len(piece.text) - piece.linked
    if not _PROSE.search(piece.text):
        return 0.2 * size
    return float(size) if END.search(piece.text) or size >= 40 else 0.6 * size


def _unnamed(pieces: Sequence[Piece]) -> set[Element]:
    """Return elements whose names say that they are no article, but which hold most of the text."""
    totals: dict[Element, float] = {}
    whole = 0.0
    for piece in pieces:
        value = prose(piece)
        whole += value
        for element in ancestors(piece.owner) if value else ():
            if is_other(element):
                totals[element] = totals.get(element, 0.0) + value
    return {element for element, total in totals.items() if total > 0.5 * whole}


def _answers(pieces: Sequence[Piece]) -> set[Element]:
    """Return elements with the answer of an office to a letter; their names are the same as those
    of readers' comments."""
    found: set[Element] = set()
    for piece in pieces:
        if _ANSWER.match(piece.text):
            found.update(element for element in ancestors(piece.owner) if is_other(element))
    return found


def _in_other(piece: Piece, below: Element | None, unnamed: set[Element]) -> bool:
    """Return whether a line is in an element, below ``below``, that is not part of an article."""
    for element in ancestors(piece.owner):
        if element is below:
            return False
        if is_other(element) and element not in unnamed:
            return True
    return False


def _container(pieces: Sequence[Piece], others: Sequence[bool]) -> Element | None:
    """Return the element of the article: the one with most text that encloses it most closely."""
    scores: dict[Element, float] = {}
    for piece, other in zip(pieces, others, strict=True):
        value = 0.0 if other else prose(piece)
        own = 1 if piece.owner.tag in _PARAGRAPHS else 0
        for distance, element in enumerate(ancestors(piece.owner)) if value else ():
            if piece.cells and element is piece.owner:
                continue
            share = value * _DECAY ** max(0, distance - own)
            scores[element] = scores.get(element, 0.0) + share
    best, most = None, 0.0
    for element, score in scores.items():
        if element.tag in _NO_CONTAINERS or element.getparent() is None:
            continue
        if score * weight(element) > most:
            best, most = element, score * weight(element)
    return best


def _why_inside(piece: Piece, container: Element, unnamed: set[Element]) -> str:
    if _ANSWER.fullmatch(piece.text):
        return PART
    if piece.image:
        return PART if _in_other(piece, container, unnamed) else ""
    if piece.links > 0.8 and not re.search("[。！？]$", piece.text):
        return LINKS
    return PART if _in_other(piece, container, unnamed) else ""


def _mark_abstracts(pieces: Sequence[Piece], reasons: list[str]) -> None:
    """Set a reason for an abstract above a longer text."""
    for place, piece in enumerate(pieces):
        if not reasons[place] and _ABSTRACT.match(piece.text):
            rest = zip(pieces[place + 1 :], reasons[place + 1 :], strict=True)
            if sum(prose(later) for later, why in rest if not why) > 2 * len(piece.text):
                reasons[place] = ABSTRACT


def _cut_behind(pieces: Sequence[Piece], reasons: list[str]) -> None:
    """Set a reason for the lines after a heading like 相关阅读, if no text follows it."""
    kept = [place for place, why in enumerate(reasons) if not why and not pieces[place].image]
    for order, place in enumerate(kept):
        if not _OPENERS.match(pieces[place].text):
            continue
        rest = kept[order:]
        # A comment may be a sentence too.
        enough = _COMMENT if "评论" in pieces[place].text else _SENTENCE
        if order and not any(prose(pieces[later]) >= enough for later in rest):
            for later in range(place, len(reasons)):
                reasons[later] = reasons[later] or BEHIND
            return
        if order:
            reasons[place] = PART


def _cut_after_credits(pieces: Sequence[Piece], reasons: list[str]) -> None:
    """Set a reason for short lines after an end mark, or after the names of author and editor."""
    kept = [place for place, why in enumerate(reasons) if not why and not pieces[place].image]
    values = [prose(pieces[place]) for place in kept]
    for order in range(len(kept) - 1, -1, -1):
        if values[order] >= _SENTENCE and not _ends(pieces[kept[order]]):
            break
    else:
        return
    behind = kept[order + 1 :]
    ended = next((n for n, place in enumerate(behind) if _ends(pieces[place])), len(behind))
    for place in behind[ended:]:
        if not _ends(pieces[place]) and not why_removed(to_simplified(pieces[place].text)):
            reasons[place] = BEHIND


def _ends(piece: Piece) -> bool:
    """Return whether a line is typical for the end of an article: 完, 编辑：某某, （记者 某某）."""
    text = to_simplified(piece.text)
    if piece.cells or len(text) > _LABELLED_MOST:
        return False
    return why_removed(text) == "end mark" or note_line(text, Description()) in _SIGNED
