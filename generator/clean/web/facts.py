"""What the markup of a page says about the article: metadata, and elements with telling names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from generator.clean.outlets import outlet_in
from generator.clean.web.near import parsed_day
from generator.clean.web.text import Element
from generator.clean.web.tree import Piece
from generator.patterns import late_regex

_DAYS = (
    "pubdate",
    "article:published_time",
    "firstpublishedtime",
    "publishdate",
    "publish_date",
    "publish-date",
    "og:release_date",
    "og:pubdate",
    "weibo:article:create_at",
    "datepublished",
    "apub:time",
    "dc.date",
    "date",
    "og:time",
    "dateupdate",
)
_SOURCES = (
    "contentsource", "source", "sourcename", "mediaid", "medianame", "article:author",
    "og:article:source", "article:source", "copyfrom", "dc.source", "sitesource", "news_source",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "byl")
_SOURCE_NAME = late_regex(
    r"(?i)(?:^|[\s_-])(?:js_name|(?:article|art|news|post|index|meta|m-con|info)?[_-]?source(?:_baidu|name)?"
    r"|laiyuan|media-?name|author-?name|nickname|account(?:-?name)?|origin|ne_article_source"
    r"|original-link|articlesource)(?:$|[\s_-])"
)
# 某某财经 > 新闻 > 正文; 著作权归某某财经所有
_FIRST_CRUMB = late_regex(r"^(?!首页)([^\s>》»,，。:：]{3,12})\s*[>»]\s*\S{2,10}(?:\s*[>»]|$)")
_OWNER = late_regex("(?:版权|著作权)(?:均)?(?:属于|归属?)\\s*([^\\s，。,]{3,14}?)所有")
_HOLDER = late_regex(
    r"(?:版权所有|著作权所有|主办(?:单位)?)\s*[:：©]?\s*([\u4e00-\u9fffA-Za-z0-9+]{3,20})"
    r"|([\u4e00-\u9fffA-Za-z0-9+]{3,20}?)\s*版权所有"
    r"|(?i:copyright|\(c\)|©)[\s\d©,.–-]*([\u4e00-\u9fff]{3,20})"
)
_HELD = late_regex(r"(?:网|报|报社|社|台|新闻|传媒|政府|在线|客户端|中心|委员会|局|厅|大学|集团)$")
_TIMED = late_regex(
    r"(?:\bvar\s+|[\s,{;\"'.])(?:ct|createTime|publish_?[tT]ime|pub_?[tT]ime|pubDate|publish_?[dD]ate)[\"']?"
    r"\s*[:=]\s*[\"']?((?:19|20)\d\d[-/年]\d{1,2}[-/月]\d{1,2}|\d{10}(?!\d)|\d{13}(?!\d))"
)
_FOOT, _NOTICE = 12, 160
_SAVED = late_regex(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+?)\s*-->")


def metadata(root: Element) -> dict[str, str]:
    """Return the contents of ``<meta>`` by lowercase name (the first of each), and date, author and
    publisher from JSON-LD (https://schema.org/NewsArticle)."""
    found: dict[str, str] = {}
    for element in root.iter("script"):
        if element.get("type") == "application/ld+json":
            found |= _linked_data(element.text or "")
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(" ".join(name.lower().split()), content)
    return found


def _linked_data(text: str) -> dict[str, str]:
    try:
        data = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return {}
    graph = data.get("@graph", data) if isinstance(data, dict) else data
    every = graph if isinstance(graph, list) else [graph]
    told = (one for one in every if isinstance(one, dict) and "headline" in one)
    data = next(told, None)
    if data is None:
        return {}
    found = {
        "datepublished": data.get("datePublished"),
        "author": _name_of(data.get("author")),
        "publisher": _name_of(data.get("publisher")),
    }
    return {key: value for key, value in found.items() if isinstance(value, str) and value}


def _name_of(value: object) -> object:
    """Return the name of a person or organization in JSON-LD; of a list, the first."""
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value


def day_of(meta: Mapping[str, str]) -> str:
    """Return the date in the metadata, as it is written there."""
    return next(
        (meta[name] for name in _DAYS if re.match(r"(?:19|20)\d\d\D", meta.get(name, ""))), ""
    )


def source_of(meta: Mapping[str, str]) -> str:
    """Return the source that the metadata names."""
    return next((name for key in _SOURCES if (name := outlet_in(meta.get(key, "")))), "")


def site_of(meta: Mapping[str, str]) -> str:
    """Return the name of the site in the metadata."""
    for key in ("og:site_name", "sitename", "application-name", "article:publisher", "publisher"):
        name = outlet_in(meta.get(key, ""))
        if name and name not in ("微信公众平台",):
            return name
    return ""


def owner_in(pieces: Sequence[Piece]) -> str:
    """Return the owner of the page from the notice at its foot: the last resort for a name."""
    for piece in reversed(pieces[-_FOOT:]):
        if len(piece.text) > _NOTICE:
            continue
        for match in _HOLDER.finditer(piece.text):
            name = outlet_in(match[1] or match[2] or match[3])
            if name and _HELD.search(name):
                return name
    return ""


def day_in_scripts(root: Element) -> str:
    """Return the date in the variables of a page's scripts, if all of them agree."""
    found = {
        day
        for element in root.iter("script")
        for match in _TIMED.finditer(element.text or "")
        if (day := parsed_day(match[1]))
    }
    return found.pop() if len(found) == 1 else ""


def site_named_in(pieces: Sequence[Piece]) -> str:
    """Return the name of the site, if breadcrumbs and copyright notices name it at least twice."""
    found = Counter(
        name
        for piece in pieces
        for match in (_FIRST_CRUMB.match(piece.text), _OWNER.search(piece.text))
        if match and (name := outlet_in(match[1]))
    )
    return next((name for name, times in found.most_common(1) if times > 1), "")


def authors_in(meta: Mapping[str, str]) -> str:
    """Return the author in the metadata, if it is in Chinese."""
    return next(
        (text for key in _AUTHORS if re.search("[\u4e00-\u9fff]", text := meta.get(key, ""))), ""
    )


def named_source(root: Element) -> str:
    """Return the source in an element whose name says so (``source``, ``laiyuan``), or which only
    the press releases of Hong Kong's government have."""
    if root.find(".//*[@id='PRHeadlineSpan']") is not None:
        return "香港特區政府新聞公報"
    for element in root.iter("a", "span", "strong", "p", "div", "h4", "em", "i"):
        named = " ".join(element.get(key) or "" for key in ("class", "id", "data-role"))
        if not named.strip() or not _SOURCE_NAME.search(named):
            continue
        text = " ".join("".join(element.itertext()).split())
        found = outlet_in(re.sub(r"^(?:信息|稿件|文章)?(?:来源|來源)\s*[:：]?\s*", "", text))
        if found:
            return found
    return ""


def address_of(root: Element, meta: Mapping[str, str]) -> str:
    """Return the page's address of itself."""
    links = [e.get("href") or "" for e in root.iter("link") if e.get("rel") == "canonical"]
    found: Sequence[str] = (*links, meta.get("og:url", ""), meta.get("url", ""))
    return next((a.strip() for a in found if re.match(r"https?://[^\s/]+/.", a.strip())), "")


def address_of_copy(markup: str) -> str:
    """Return the address that a browser writes into a page when it saves it."""
    saved = _SAVED.search(markup[:4000])
    return saved[1] if saved else ""
