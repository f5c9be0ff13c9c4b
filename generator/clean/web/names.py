"""Classify elements by their class names and ids: text of an article, or another part of a page.

Chinese sites use names in English, in pinyin (``xiangguan``, ``fenxiang``) and initials of pinyin
(``xgyd``). In a name of several words, the last known word decides: ``article-footer`` is a footer,
``pages_content`` is content.
"""

from __future__ import annotations

from functools import lru_cache

from generator.clean.web.text import Element
from generator.patterns import late_regex

# English words first, then pinyin and its initials.
_OTHER = frozenset(
    (
        "nav navbar navigation menu footer foot copyright copy bottom breadcrumb breadcrumbs"
        " crumb crumbs position sidebar side aside rank ranking hot hots hotnews recommend"
        " recommends recommended related relate relates relevance relevant comment comments"
        " reply replies share shares sharing shared qrcode qr statement disclaimer declare ad"
        " ads adv advert advertisement banner login register search tool tools toolbar"
        " function functions pager pagination keyword keywords tag tags link links friend"
        " friends download app client popup dialog toast like likes vote mood prev next"
        " neighbours groom report feedback subscribe follow profile bio summary abstract"
        " zhaiyao editor editors daohang weizhi dqwz paihang phb remen rd tuijian tj tjyd"
        " xiangguan xgxw xgyd xgwd xglj pinglun fenxiang fx bdshare bdsharebuttonbox ewm"
        " erweima banquan shengming shenming guanggao gg denglu sousuo fanye fy dibu dingbu"
        " zebian zrbj bianji youlian yqlj gongju dayin guanbi zdfy zan audio player voice listen"
        " bofang langdu ai zhineng appreciate reward eval evaluate pingjia"
    ).split()
)
_TEXT = frozenset(
    (
        "article content contents text txt con main post entry body detail zw zhengwen neirong nr"
        " zoom ozoom artibody news story para paragraph trs trseditor vsb richtext wenzhang"
    ).split()
)
_WORDS = late_regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SURE = late_regex(
    r"(?i)(?:^|\s)(?:trs_(?:editor|uedit\w*)|artibody\w*|js_content|rich_media_content|end_?text"
    r"|zoom|ozoom|vsb_content\w*|v_news_content|ucap-?content|content_area|post_(?:body|text)"
    r"|article-?(?:body|content|text|con)|articletext|rm_txt_con|left_zw|detail|pages_content"
    r"|entry-content|main-?text|u-maintext|mp-editor|t_f|text_con|contentmain|textcontent"
    r"|article_con|news_?(?:con|content|txt|text)|cententwrap|txt_con)(?:\s|$)"
)
_CAPTION = late_regex(
    r"(?i)(?:^|[\s_-])(?:(?:img|pic|image|photo|picture|video)[_-]?(?:desc\w*|intro|caption|text|title|note|info)"
    r"|caption|cap|desc|tuzhu|tushuo|zhushi|picintro|wp-caption-text)(?:$|[\s_-])"
)
_CENTRED = late_regex(
    r"(?i)text-align\s*:\s*center|textaligncenter|align-center|(?:^|\s)(?:f_)?center(?:\s|$)"
)
_FAINT = late_regex(
    r"(?i)font-size\s*:\s*(?:\d|1[0-3])(?:\.\d+)?px|(?:^|[;\s])color\s*:\s*(?:gr[ae]y|#(?:([5-9a-b])\1\1|([5-9a-b]{2})\2\2)\b"
    r"|rgb\(\s*(1[0-8]\d|[89]\d)\s*,\s*\3\s*,\s*\3\s*\))"
)
_FRAME = late_regex(
    r"(?i)(?:^|[\s_-])(?:img|pic|pics|image|photo|picture|figure|tupian)(?:$|[\s_-])"
)
# Components of AMP that contain no text: https://amp.dev/documentation/components
_OTHER_TAGS = frozenset(
    "nav footer aside amp-ad amp-embed amp-list amp-sidebar amp-social-share amp-user-notification"
    " amp-next-page amp-consent amp-sticky-ad".split()
)


def is_other(element: Element) -> bool:
    """Return whether the names of an element say that it is not part of an article's text."""
    return element.tag in _OTHER_TAGS or verdict_of(_named(element)) < 0


def weight(element: Element) -> float:
    """Return the factor by which the names of an element make it more likely to be the article."""
    named = _named(element)
    if element.tag in ("founder-content", "ucapcontent") or _SURE.search(named):
        return 1.6
    if element.tag in _OTHER_TAGS:
        return 0.3
    verdict = verdict_of(named)
    if verdict == 0 and element.tag in ("article", "main"):
        return 1.25
    return 1.25 if verdict > 0 else 0.3 if verdict < 0 else 1.0


def is_caption_part(element: Element) -> bool:
    """Return whether an element is the caption of a picture, judged by its tag or names."""
    return element.tag == "figcaption" or bool(_CAPTION.search(_named(element)))


def is_bold(element: Element, length: int) -> bool:
    """Return whether most of the ``length`` characters of an element are in bold type."""
    bold = sum(
        len("".join(child.itertext()))
        for child in element.iter("strong", "b", "h2", "h3", "h4")
        if child.getparent() is None or child.getparent().tag not in ("strong", "b")
    )
    return bold >= 0.8 * length > 0


def is_faint(element: Element, length: int) -> bool:
    """Return whether most of the ``length`` characters of an element are small or grey, as in
    captions."""
    faint = sum(
        len("".join(child.itertext()))
        for child in (element, *element.iter("span", "font", "em", "section"))
        if _FAINT.search(child.get("style") or "")
    )
    return faint >= 0.8 * length > 0


def frames_picture(element: Element) -> bool:
    """Return whether an element contains a picture and its caption, judged by its tag or names."""
    return element.tag == "figure" or bool(_FRAME.search(_named(element)))


def is_centred(element: Element) -> bool:
    """Return whether the lines of an element are centred."""
    where = f"{element.get('style') or ''} {element.get('class') or ''}"
    return (element.get("align") or "").lower() == "center" or bool(_CENTRED.search(where))


def _named(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


@lru_cache(maxsize=4096)
def verdict_of(named: str) -> int:
    """Return the meaning of one or several names: 1 for text of an article, -1 for another part of
    a page, 0 for names without a known word."""
    if _SURE.search(named):
        return 1
    found = 0
    for name in named.split():
        for word in reversed([word.lower() for word in _WORDS.findall(name)]):
            if word in _TEXT:
                return 1
            if word in _OTHER:
                found = -1
                break
    return found
