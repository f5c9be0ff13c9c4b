"""Find the title of a web page: a heading that agrees with its ``<title>``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.clean.web.text import Element, letters_of
from generator.clean.web.tree import Piece
from generator.patterns import late_regex

# Separators between the title of an article and the names of channel and site.
_PARTS = late_regex(r"\s*(?:_+|\||｜|»|>>|--+|——|\s[-–—·]\s|(?<=[^\sA-Za-z0-9])[-–](?=[^\s\d]))\s*")
_SITE = late_regex(
    r"(?:网|网站|新闻|频道|在线|门户|日报|晚报|早报|时报|商报|都市报|客户端|论坛|社区|政府|委员会|管委会"
    r"|中心|首页|平台|电视台|广播台|数字报刊?|电子报|电子版|博客|公众号|要闻|动态|时政|財經|新聞|網"
    r"|Powered by.*|\.(?:com|cn|net|org).*)\s*$"
    r"|^[\u4e00-\u9fff]{2,14}(?:局|厅|委|政府|办公室|法院|检察院|大学|学院|医院|研究院|协会|集团|银行|杂志|周刊)$"
    r"|^(?:知乎|豆瓣|雪球|简书|虎嗅|今日头条|资讯|正文|国内|本地|社会|经济|财经|图片|地方|综合|快讯"
    r"|互动交流|政民互动|领导信箱|信件回复|政务公开|信息公开|通知公告)$"
)
# A dash separates parts of a title as often as it separates the title from the site.
_SURE_SITE = late_regex(r"(?:网|网站|频道|在线|门户|客户端|论坛|社区|網)\s*$")
_HEADING_NAME = late_regex(
    r"(?i)title|biaoti|headline|subject|(?:^|[\s_-])(?:bt\d?|tit)(?:$|[\s_-])"
)
# Lines near a title that are not one: date and source, breadcrumbs.
_NO_TITLE = late_regex(
    r"(?:来源|來源|作者|编辑|发布人|(?:发布|更新)?(?:日期|时间))\s*[:：]"
    r"|(?:19|20)\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d"
    r"|位置\s*[:：]|首页\s*[>»/]"
)
_LARGE = late_regex(
    r"(?i)font-size\s*:\s*(?:(?:1[89]|[23]\d)(?:\.\d+)?px|(?:1[4-9]|2\d)(?:\.\d+)?pt)"
)
_ADDRESS = late_regex(
    r"\s*(?:[(（]\s*[\w.-]+\.(?:com|cn|net|org)[\w.]*\s*[)）]"
    r"|[-_|–—\s]+(?:https?://|www\.)[\w./-]+)\s*$"
)
# The name of a site in Latin letters after its Chinese name.
_LATIN = late_regex(r"(?<=[\u4e00-\u9fff])\s+[A-Za-z]{2,10}$")
_SENTENCE = late_regex(r"[。；]|[，,].{4,}[！!？?”]$")
_CHANNEL = 6
_HEADING = 40
_SHORTEST = 4
_LONGEST = 90


def find_title(
    pieces: Sequence[Piece], first: int, opening: int, meta: Mapping[str, str], document: str
) -> tuple[str, int]:
    """Return the title, and the index of the line that has it (-1 if none does).

    ``first`` is the index of the article's first line, ``opening`` that of its first line of prose,
    ``meta`` the page's metadata by lowercase name, ``document`` its ``<title>``.
    """
    document = _ADDRESS.sub("", document.strip())
    told = [" ".join(text.split()) for text in (_told(meta), document) if text.strip()]
    headings = [
        (place, piece)
        for place, piece in enumerate(pieces)
        if place <= max(first + 1, opening) and _may_be(piece)
    ]
    for text in told:
        place = _agreeing(headings, text)
        if place >= 0:
            return pieces[place].text, place
    headings = [(place, piece) for place, piece in headings if place <= first + 1]
    # The text of a link on the page is the name of a channel.
    linked = {letters_of(piece.text) for piece in pieces if piece.links > 0.8}
    stripped = [
        bare
        for text in told
        if (bare := without_site(text)) and not is_site(bare) and letters_of(bare) not in linked
    ]
    if stripped:
        return stripped[0], _same_line(headings, stripped[0])
    for place, piece in reversed(headings):
        if _level(piece.owner) and (place < first or _level(piece.owner) == 1):
            return piece.text, place
    for place, piece in reversed(headings):
        if place < first and _is_named(piece.owner):
            return piece.text, place
    for place, piece in headings:
        opens = place == first and not _SENTENCE.search(piece.text) and len(piece.text) <= _HEADING
        if (place < first or opens) and _is_large(piece.owner) and not is_site(piece.text):
            return piece.text, place
    return (told[0], -1) if told and len(told[0]) >= _SHORTEST else ("", -1)


def without_site(text: str) -> str:
    """Return a ``<title>`` without the names of channel and site in it."""
    pieces = _PARTS.split(text)
    marks = _PARTS.findall(text)
    start, end = 0, len(pieces)
    while end - start > 1 and _is_suffix(pieces[end - 1], marks[end - 2], end < len(pieces)):
        end -= 1
    while end - start > 1 and is_site(pieces[start]) and len(pieces[start]) <= 12:
        start += 1
    kept = pieces[start]
    for place in range(start + 1, end):
        kept += marks[place - 1] + pieces[place]
    return kept.strip()


def is_site(text: str) -> bool:
    """Return whether a text looks like the name of a site or channel."""
    return bool(_SITE.search(text)) and len(text) <= 20


def site_in(text: str, title: str) -> str:
    """Return the name of the site in a ``<title>``, beside the title of the article."""
    text = re.sub("(?:数字报刊|数字报|电子报|数字版|电子版|数字报纸)", "", text)
    names = [
        _LATIN.sub("", name.strip(" -_—·")) for name in _PARTS.split(text.replace(title, " | "))
    ]
    found = [
        n
        for n in names
        if 2 <= len(n) <= 16
        and re.search(
            r"(?:网|报|報|新闻|在线|客户端|社区|论坛|贴吧|博客|通讯社|通訊社|央社|新社|周刊|杂志|电台|卫视|快报|网络?广播电视台|记|網|[省市县区旗州]人民政府|管委会)$",
            n,
        )
    ]
    if found:
        return found[-1]
    alone = [name for name in names if name]
    plain = len(alone) == 1 and 2 <= len(alone[0]) <= 10 and "_" not in text
    return alone[0] if plain and title else ""


def _is_suffix(text: str, mark: str, before_site: bool) -> bool:
    """Return whether the last part of a ``<title>``, or the last before the site's name, does not
    belong to the title of the article."""
    if before_site and mark.strip() == "-" and len(text) <= _CHANNEL:
        return True
    if mark.strip(" -") in ("—", "——", "–", "·"):
        return bool(_SURE_SITE.search(text)) and len(text) <= 20
    if not text or is_site(text):
        return True
    # Keywords or the channel of a portal: 人才_公寓_产业.
    return mark.strip() in ("_", "|", "｜", "--", ">>", "»") and len(text) <= 14


def _told(meta: Mapping[str, str]) -> str:
    for name in ("articletitle", "og:title", "twitter:title", "pagetitle"):
        text = meta.get(name, "").strip()
        if len(text) >= _SHORTEST:
            return text
    return ""


def _may_be(piece: Piece) -> bool:
    text = piece.text
    short = _SHORTEST <= len(text) <= _LONGEST and not _NO_TITLE.search(text)
    return (
        short
        and not piece.hidden
        and not piece.image
        and bool(re.search("[\u4e00-\u9fff]{2}", text))
    )


def _agreeing(headings: Sequence[tuple[int, Piece]], told: str) -> int:
    """Return the index of the line that is the title in ``told``; -1 if there is none."""
    whole = letters_of(told)
    own = letters_of(without_site(told))
    best, most = -1, -1.0
    for place, piece in headings:
        key = letters_of(piece.text)
        level = _level(piece.owner)
        apart = _stands_apart(piece.text, told)
        share = 0.15 if level == 1 and apart else 0.35 if level == 1 or apart else 0.6
        if not key or key not in whole or len(key) < share * len(own):
            continue
        if piece.links > 0.8 and not level:
            continue
        value = float(len(key)) + (
            3 if level == 1 else 2 if level else 1 if _is_named(piece.owner) else 0
        )
        value -= 4 * piece.links
        if value > most:
            best, most = place, value
    return best


def _stands_apart(text: str, told: str) -> bool:
    """Return whether a ``<title>`` begins with a text, followed by a separator."""
    text = " ".join(text.split())
    return len(text) >= 6 and told.startswith(text) and bool(_PARTS.match(told, len(text)))


def _same_line(headings: Sequence[tuple[int, Piece]], title: str) -> int:
    """Return the index of the line that consists of a title and hardly more; a sentence that begins
    with the title does not count."""
    key = letters_of(title)
    for place, piece in headings:
        own = letters_of(piece.text)
        if key in own and (own == key or not _SENTENCE.search(piece.text)):
            return place
    return -1


def _outer(element: Element) -> Iterator[Element]:
    for _ in range(3):
        if element is None:
            return
        yield element
        element = element.getparent()


def _level(owner: Element) -> int:
    return next((int(e.tag[1]) for e in _outer(owner) if re.fullmatch("h[1-4]", str(e.tag))), 0)


def _is_large(owner: Element) -> bool:
    """Return whether a line is in large type, as titles are on pages without headings."""
    return any(
        (element.get("size") or "") in ("4", "5", "6", "7", "+1", "+2", "+3")
        or _LARGE.search(element.get("style") or "")
        for element in owner.iter("font", "span", "td", "p", "div")
    )


def _is_named(owner: Element) -> bool:
    return any(
        _HEADING_NAME.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in _outer(owner)
    )
