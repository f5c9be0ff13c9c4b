"""Divide a line of a page's head into its parts: dates, counters, buttons, labels, words.

Heads of pages differ in order, separators and labels, but they are made of the same parts. A line
that consists of them, without anything else, is such a head, whatever the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.clean.likelihood import folded
from generator.clean.written_dates import in_digits
from generator.patterns import late_regex

# The classes of labels.
SOURCE, PUBLISHER, AUTHOR, CREDIT, DATE, IGNORED = (
    "source", "publisher", "author", "credit", "date", "ignored",
)  # fmt: skip
_TOLD = (
    "信息|文章|稿件|新闻|内容|本文|资料|图文|发布|素材|综合|消息|原文|资讯|转载|选稿|媒体|作品"
    "|本稿|来稿"
)
_EDITOR = (
    "(?:责任|网络|值班|本期|本版|执行|新媒体|本文|文字|实习|图片|视频|栏目|主任|见习|本报|本网)"
)
_KEYS = {
    SOURCE: (
        rf"(?:{_TOLD})?来源(?:于|自|网站|媒体|单位|平台|公众号)?|稿源|(?:文章|原文|稿件)?出处"
        "|(?:本文)?(?:转载自?|转自|摘自|摘编自|选自|原载于?|首发于?|源自)|来自|媒体|媒体名称|公众号"
    ),
    PUBLISHER: (
        "(?:回复|答复|办理|承办|受理|反馈)(?:单位|部门|机构|机关)|(?:信息)?发布(?:机构|单位|部门|科室|机关)|供稿(?:单位|部门|机构)|发文(?:机关|单位)"
        "|(?:信息)?提供(?:单位|部门)|供稿"
    ),
    AUTHOR: (
        "(?:文章|本文|原创|原文|图文|特约|专栏|联合)?作者|(?:本[报网台刊社]|特约|见习|实习|首席|全媒体?|融媒体?|采访|报道|文字|执笔|驻地?|特派)*记者"
        "|(?:特约)?撰(?:稿人?|文)|采写|采访|采编|执笔|署名|写稿|编写|文字?|文图|图文|投稿人?|供稿人|评论员|[Bb][Yy]"
    ),
    CREDIT: (
        rf"{_EDITOR}*编辑|责编|{_EDITOR}?编审|[初复终一二三]审|[一二三]校|审核|审读|审签|审校|校对|校审|(?:总?监制)|策划|统筹|主编|副主编|签发|签审"
        "|摄影|摄像|摄|图片?|供图|图源|制图|制作|录入|上传|发布(?:者|人|员)|整理|翻译|编译|通讯员|实习生|剪辑|美编|版式|核稿|信息员|责任校对|排版"
    ),
    DATE: (
        "(?:发布|发表|更新|修改|发稿|刊发|见报|稿件|录入|上传|添加|成文|生成|最后更新|信息|公开|编辑|创建)?(?:日期|时间)"
        "|(?:发布|发表|更新|刊发|编辑|修改)于|发布日"
    ),
    IGNORED: (
        "栏目|所属栏目|频道|分类|所属分类|类别|类型|标签|关键词|关键字|专题|版次|版面|地区|IP属地"
        "|浏览器|字数|热度指数"
    ),
}
_ANY_KEY = "|".join(f"(?P<{name}>{keys})" for name, keys in _KEYS.items())
_WHOLE_KEY = late_regex(f"(?:{_ANY_KEY})")
_COLON_KEYS = "|".join(keys for name, keys in _KEYS.items())
_NUMBER = r"\d[\d.,]*\s*[万千wWkK]?\+?"
_COUNTED = (
    "阅读|浏览|点击|点赞|评论|收藏|热度|人气|访问|查看|播放|跟帖|跟贴|参与|转发|喜欢|在看|回复"
    "|字数|粉丝|分享|推荐|围观"
)
_BUTTON = (
    "字号|字体(?:大小|显示)?|视力保护色|大字号?|小字号?|[大小]字体|放大字体|缩小字体|分享(?:到|至)?|收藏|打印(?:本页|文章|此页)?|关闭(?:本页|窗口|此页)?|听新闻|听全文|听报|收听"
    "|朗读|语音播报|语音朗读|播报|关注|举报|纠错|我要(?:评论|纠错|分享|打印|收藏)|扫一扫|繁[体體]|简体|微信扫一扫(?:分享)?|复制链接|手机(?:看|版|阅读)|返回(?:首页|列表|顶部)?|评论|点赞"
    "|微信|微博|QQ空间|QQ|腾讯微博|新浪微博|朋友圈|豆瓣|转发|投稿|订阅|正文|详情|原创|转载|首发|置顶|推荐|首页|大|中|小|标准|默认|特大|超大|已?认证|官方|(?:官方|认证)?[账帐]号"
    "|微信公众号|公众号|公众平台|官方微[信博]|官微|视频号|客户端下载|下载|APP|登录|注册|查看原文|阅读原文|阅读|浏览|字数|热度|上午|下午|人民号|百家号|头条号|企鹅号|澎湃号|搜狐号|网易号"
)
_EDGE = r"(?![\u4e00-\u9fffA-Za-z0-9])"
_SCAN = late_regex(
    r"(?P<day>(?:19|20)\d\d\s*(?:年|[-/.]|\s(?=\d\d/\d\d\s\d))\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}(?!\d)\s*日?"
    r"|(?<!\d)\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\d)|(?<![\d-])\d\d-\d{1,2}-\d{1,2}(?=\s+\d{1,2}:\d\d))"
    r"|(?P<time>(?:上午|下午|凌晨|晚上|早上|中午)?\s*(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?:\s*[AP]M)?|(?:星期|周)[一二三四五六日天](?![\u4e00-\u9fff]))"
    r"|(?P<near>(?<!\d)\d{1,2}月\d{1,2}日|(?<![\d/-])\d{1,2}[-/]\d{1,2}(?=\s+\d{1,2}:\d\d)|(?:昨天|今天|前天|昨日|今日|刚刚)(?![\u4e00-\u9fff])|\d+\s*(?:秒|分钟|小时|天|周|个月|年)前)"
    rf"|(?P<count>(?:已有?|已被|被|共有?)?\s*(?:{_COUNTED})(?:总?[量数率]|次数|人数)?\s*[:(|]?\s*{_NUMBER}(?:\s*[次人条](?![\u4e00-\u9fff]))?\)?"
    rf"|(?:已有?|已被|被|共有?)?\s*{_NUMBER}\s*[次人条个]?\s*(?:{_COUNTED})(?:[数量])?{_EDGE}"
    rf"|(?:已有?|已被|被|共有?)(?:{_COUNTED})\s*{_NUMBER}\s*次)"
    r"|(?P<size>[\[(【]?\s*(?:字号|字体)?\s*[:]?\s*[\[(【]?\s*大\s*[\])】|/]?\s*[\[(【]?\s*中\s*[\])】|/]?\s*[\[(【]?\s*小\s*[\])】]*(?![\u4e00-\u9fff])|A[+-]\s*A?\s*A?[+-]?)"
    r"|(?P<crumb>(?:(?:您|你)?(?:的)?(?:当前|现在|目前)?(?:的)?(?:所在)?(?:的)?位置\s*[:]?\s*|(?:^|(?<=\s))(?=[^\s>|:]{1,8}\s*>))(?:[^\s>»›|/:]{0,10}\s*(?:>+|»|›)\s*)+(?:[^\s>»›|/:]{1,12})?|#[^#\s]{1,10}#|第\s*[A-Z]?\d{1,3}\s*版)"
    r"|(?P<both>文\s*[/、]\s*[图摄片]|图\s*[/、]\s*文)"
    rf"|(?P<key>(?:{_COLON_KEYS}))\s*(?:[:|/]+|(?<=[来源转自]于)\s)"
    r"|(?P<url>(?:https?://)?(?:[A-Za-z0-9-]+\.)+(?:com|cn|net|org|tw|hk)\b[\w./-]*)"
    rf"|(?P<button>(?:{_BUTTON}){_EDGE}\s*:?)"
    r"|(?P<quoted>[\u4e00-\u9fff]{0,8}[-—]{0,2}《[^》]{2,20}》)"
    r"|(?P<bullet>[□■○●◆◇▲△★☆])"
    r"|(?P<and>\s*[、&]\s*)|(?P<comma>\s*,\s*)"
    r"|(?P<colon>\s*:\s*)|(?P<bar>\s*[|/·•()\[\]【】《》“”\"<>»›—_~]+\s*|\s+[-–]+\s+|(?<=\s)[-–]+\s+|^[-–]+\s*|\s*[-–]+$)"
    r"|(?P<blank>\s+)"
    rf"|(?P<word>(?:(?!(?:19|20)\d\d\s*[年/.-]\s*\d|(?:{_COLON_KEYS})\s*:|(?<=[\u4e00-\u9fff])\d\d:\d\d|微信公众号|官方[账帐]号)[^\s|/:()\[\]【】《》“”\"<>»›、,&•~](?:(?<=·)(?=\s))?)+)"
)
_BARS = "｜丨│┃∣︱"
LONGEST = 120
_SIGNS = late_regex(r"\d|[:：|｜丨/／·•\s　@□■○●◆◇▲△★☆]|来源|作者|记者|编辑|发布|转|摘|[采撰]")
_SENTENCE = late_regex("[。;!?]")


class Token(NamedTuple):
    """A part of a line: its kind (the name of a group of the pattern) and its text; the class of a
    label is in ``key``."""

    kind: str
    text: str
    key: str = ""


def plain_head(line: str) -> str:
    """Return a Simplified line with folded punctuation, bars and written dates."""
    plain = folded(line).replace("\u3000", " ").replace("\xa0", " ")
    for bar in _BARS:
        plain = plain.replace(bar, "|")
    return in_digits(plain.strip())


def tokens_of(line: str) -> list[Token]:
    """Return the parts of a line, of which `plain_head` made the text; none if it is a sentence or
    too long for a head."""
    if len(line) > LONGEST or _SENTENCE.search(line):
        return []
    return list(_tokens(line))


def _tokens(line: str) -> Iterator[Token]:
    at = 0
    while at < len(line):
        found = _SCAN.match(line, at)
        if found is None or found.end() == at:
            yield Token("odd", line[at])
            at += 1
            continue
        kind = found.lastgroup or "odd"
        if kind == "key":
            yield Token("key", found["key"], label_class(found["key"]))
        else:
            text = found[0].strip()
            key = label_class(text) if kind == "word" else ""
            yield Token("label" if key else kind, text, key)
        at = found.end()


def label_class(word: str) -> str:
    """Return the class of a label; empty if a word is none."""
    found = _WHOLE_KEY.fullmatch(word)
    return (found.lastgroup or "") if found else ""


def has_signs(line: str) -> bool:
    """Return whether a line may have parts of a head at all; quick, for lines of any text."""
    return len(line) <= LONGEST and _SIGNS.search(line) is not None
