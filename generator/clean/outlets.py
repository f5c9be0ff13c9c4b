"""Recognize names of sources, and texts in their place that are not: notices, domains, labels."""

from __future__ import annotations

import re

from generator.clean.known_outlets import is_known_outlet, outlet_at
from generator.clean.likelihood import folded
from generator.one_by_one import simplified
from generator.patterns import late_regex

# The end of a name of a newspaper, agency, station, office or account.
OUTLET = (
    r"[\u4e00-\u9fffA-Za-z0-9+·]{1,14}?"
    r"(?:报|网|台|社|刊|新闻|传媒|发布|在线|客户端|频道|融媒|中心|\+)"
)
_LABEL = late_regex(
    r"^(?:(?:信息|文章|稿件|新闻|内容|本文|资料)?来源于?|稿源|出处|转自|來源)\s*[:|丨/]?\s*|^责任编辑.*$"
)
_NO_SOURCE = late_regex(
    r"(?i)版权|copyright|©|all rights|保留|许可|备案|ICP|未经|转载|侵权|发布(?:日期|时间)"
    r"|^(?:本站|本网|本报|原创|网络|互联网|未知|不详|佚名|综合|整理|admin|管理员|编辑|来源|作者|发布|举报|收藏|评论|分享|打印|字号|字体|关注|登录|首页|正文|无)$"
    r"|^(?:https?://|www\.)|^[\w.-]+\.(?:com|cn|net|org|gov|info|cc|tv|hk|tw)(?:\W|$)"
    r"|^[\d\W]+$|^\d{4}[-年/]|^A[+-]?$"
    r"|(?:澎湃|百家|网易|搜狐|头条|企鹅|大鱼|一点|人民|南方|新湖南|大风)号|公众平台$"
    r"|^(?:听(?:新闻|全文|报)|(?:语音|AI|智能)?(?:播报|朗读)|收听|大字|小字|手机(?:看|阅读|版).*|(?:打开|下载).*(?:APP|客户端))$"
    r"|^(?:社会|国内|国际|财经|体育|娱乐|科技|军事|地方|时政|教育|综合|民生|本地|图片|视频|热点|最新|房产|汽车|健康|文化|各地|滚动|头条|港台|公司|产业)(?:新闻|频道|资讯|在线)$"
)
_PAPER = late_regex(r"^[^-—]{2,12}网[-—]{1,2}([^-—《》]{2,14}(?:报|周刊|社|电视台))$")
_INNER = late_regex(r"^.{2,16}[-—]{1,2}《([^》]{2,16})》$")
_AFTER = late_regex(
    r"(?<=\S\S)\s*(?:[\[【(（|].*|(?:作者|编辑|责编|记者|时间|日期|浏览|点击|阅读|字号|字体).{0,30}|\d{4}[-年/].*)$"
)
_ELECTRONIC = late_regex("(?<=[报報社刊])(?:电子报|数字报|电子版|数字版|网络版|新闻客户端)$")
_CLIENT = late_regex(r"^(.{2,12}(?:客户端|网))[-—·]?[^-—·]{2,6}频道$")
# 微信公众号“某市发布”, 某市发布微信公众号, @某市发布, 某市发布（ID：abc）
_ACCOUNT = late_regex(
    r"^(?:(?:官方)?(?:微信|微博)?(?:公众号|公号|公众平台|视频号|官微|微信号)|微信|微博|抖音号?|@)"
    r"\s*[:|/]?\s*[“\"《【「]?(?P<name>[\u4e00-\u9fffA-Za-z0-9+·]{2,20}?)[”\"》】」]?(?:\s*[(]?\s*(?:ID|id|微信号)\b.*)?$"
    r"|^[“\"《【「@]?(?P<behind>[\u4e00-\u9fffA-Za-z0-9+·]{2,20}?)[”\"》】」]?\s*[(]?(?:(?:官方|政务)?(?:微信|微博)?(?:公众号|公号|公众平台|官微|视频号)"
    r"|(?:官方|政务)?(?:微信|微博)|(?:ID|id)\s*:.*)[)]?$"
)
_LONGEST = 30


def outlet_in(text: str) -> str:
    """Return the name of the source in ``text``; empty for a copyright line, an unknown domain, or
    a label without a name."""
    name = " ".join(folded(text).split()).strip(" :;,|·-—_")
    name = _LABEL.sub("", name).strip()
    at = outlet_at(name)
    if at:
        return at
    if is_known_outlet(name):
        return name
    # Of several names the first is used.
    name = re.sub("^综合(?=.{3})|^本[网站]\\s+", "", name).split("、")[0]
    account = _ACCOUNT.match(name)
    name = (account["name"] or account["behind"]) if account else name
    inner = _INNER.match(name) or _PAPER.match(name)
    name = inner[1] if inner else _AFTER.sub("", name).strip(" 《》“”\"'[]【】()")
    client = _CLIENT.match(name)
    name = _ELECTRONIC.sub("", client[1] if client else name)
    good = (
        2 <= len(name) <= _LONGEST
        and not _NO_SOURCE.search(name)
        and not re.search("[。!?,;]", name)
    )
    return name if good and re.search("[\u4e00-\u9fffA-Za-z]", name) else ""


def outlet_named(text: str) -> str:
    """Return a newspaper or station that the text names, to suggest as the source."""
    plain = simplified(text)
    named = re.search(r"[\u4e00-\u9fff]{2}(?:日报|晚报|晨报|商报|都市报|电视台|广播电台)", plain)
    return text[named.start() : named.end()] if named else ""
