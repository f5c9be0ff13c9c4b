"""Remove the text before the news: dateline, byline, outlet, labels.

The patterns are for Chinese news agencies, newspapers and portals: 新华社北京10月1日电（记者李明）,
本报讯（记者…）, 央视网消息：, 中新网10月1日电, 人民网北京10月1日电（…）, 每经记者 李明, 【…报道】;
in English BEIJING, Oct. 1 (Xinhua) --, and machine translations of the Chinese ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.one_by_one import simplified
from generator.patterns import late_regex
from generator.summary.datelines import DATELINES

_NAMED = (
    "新华社|新华网|新华财经|新华视点|中新社|中新网|中新经纬|中国新闻网|中国新闻社|人民网|人民日报|央广网|央视网|央视新闻|央视财经"
    "|光明网|中国网|中国网财经|中国日报|中国日报网|中国青年网|中国青年报|中青在线|中青报[·•]中青网|中国经济网|经济日报|参考消息"
    "|参考消息网|环球网|环球时报|海外网|观察者网|澎湃新闻|界面新闻|红星新闻|封面新闻|上游新闻|极目新闻|九派新闻|新京报|第一财经"
    "|财联社|21世纪经济报道|21财经|证券时报|证券时报网|每经|每经网|每经AI|每日经济新闻|智通财经|格隆汇|e公司|钛媒体|南方[+＋]|本报|本网|本台|本刊|本站"
    "|中央社|香港中通社|中通社|国际在线|法新社|路透社|美联社|羊城派|南都|天目新闻|潮新闻|大皖新闻|顶端新闻|齐鲁壹点"
    "|海报新闻|闪电新闻|津云|上观新闻|看看新闻|北青报|紫牛新闻|交汇点|荔枝新闻|大众新闻|东南网|奔流新闻|天眼新闻|川观新闻"
    "|华龙网|广西云|新海南|正观新闻|长江云|石榴云|天山网|直新闻|读特|华商报|红网|大河报|上游|川观|浙江在线|中证金牛座|新华每日电讯|经济参考报|健康时报|央视新闻客户端|总台央视|央视|新唐人"
)
_KINDS = (
    "日报|晚报|早报|晨报|时报|商报|都市报|财经|新闻|快报|导报|观察|特区报|青年报|周报|周刊|新闻网|时刻新闻|网|报|电视台"
    + "|融媒|融媒体|融媒体中心|在线|客户端|云媒"
)
_ONE = rf"(?:{_NAMED}|[\u4e00-\u9fff]{{2,6}}?(?:{_KINDS}))"
_OUTLET = (
    rf"(?:[据據]\s*)?{_ONE}(?:[—·•\-]{{1,2}}{_ONE})?(?:客户端|微信公众号|公众号|视频|APP)?"
    r"(?:[（(][\u4e00-\u9fff]{2,8}[网报台社][）)])?"
)
# 中国经济导报、中国发展网
_OUTLETS = rf"{_OUTLET}(?:(?:[、/／和]|[\s　])[\s　]?{_OUTLET}){{0,2}}"
_PLACE = r"(?:\s*[\u4e00-\u9fff]{2,8}?(?:[、/／]\s*[\u4e00-\u9fff]{2,6})?)??"
_DAY = r"(?:\s*\d{4}\s*年)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?"
_SENT = r"(?:专?电(?![力视网子商池动价量缆梯信气影])|快?讯|消息|报道)"
_SIGNS = r"记者|通讯员|见习|实习|特约|编辑|作者|文[/／]|图[/／]|供图|摄影|撰文|责编|来源|原题|报道"
_BRACKET = (
    rf"[（(【\[〔][^（）()【】\[\]〔〕。]{{0,40}}?(?:{_SIGNS})"
    r"[^（）()【】\[\]〔〕]{0,60}?[）)】\]〕]"
)
_NAME = r"[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])"
_NAMES = rf"{_NAME}(?:[ 　、/]+{_NAME})*"
_REPORTER = r"(?:首席|见习|实习|特约|全媒体|融媒体?|本报)*(?:记者|通讯员|评论员|特派员|编辑)"
_MARK = r"[\s　■□●▲◆]*"
_AFTER = r"[\s　]*[：:，,丨|｜—–\-]*[\s　]*"
# （李家林） right after a dateline, without 记者.
_BARE_BYLINE = (
    r"(?:[\s　]*[（(][\u4e00-\u9fff·]{2,4}(?:[ 　、，]+[\u4e00-\u9fff·]{2,4}){0,4}[）)])?"
)
_SIGNATURE = rf"{_REPORTER}[\s　]*[：:丨|｜/]?[\s　]*{_NAMES}"

# Each opening as a tuple of texts, one of which it must contain, and a pattern. Most sentences
# contain none of the texts, so most patterns need not be compiled.
_OF_PAPERS = tuple(
    (tuple(needed.split()), late_regex(pattern))
    for needed, pattern in (
        # （记者 李明）, 【环球网报道 记者 李明】
        (
            "（ ( 【 [ 〔",
            rf"{_MARK}{_BRACKET}{_AFTER}",
        ),
        # 【导读】, 【原创】
        (
            "【",
            r"[\s　]*【(?:导读|核心提示|摘要|提要|编者按|内容提要|原创|独家|快讯|深度|图解|视频"
            r"|新闻速递|关注|聚焦)】[\s　]*",
        ),
        # 【大紀元訊】, 【Now新聞台】, ［新唐人亞太台2023年11月29日訊］, 〔本报台北讯〕
        (
            "【 [ ［ 〔",
            r"[\s　]*[【\[［〔][A-Za-z0-9\u4e00-\u9fff]{2,24}"
            r"(?:讯|专?电|消息|报道|新闻[台网]|日报)[】\]］〕][\s　]*",
        ),
        # （央视新闻客户端）, 【新华财经】, （2024年3月4日，云岭日报第3版）
        (
            "） ) 】 ] 〕",
            rf"{_MARK}[（(【\[〔](?:{_DAY}[，,\s　]*)?{_OUTLET}(?:[\s　]*《[^《》]{{2,16}}》)?"
            rf"(?:{_DAY})?(?:第?[A-Z]?\d{{1,3}}版)?[）)】\]〕]{_AFTER}",
        ),
        # 视频加载中...
        (
            "加载 播放 观看",
            r"[\s　]*(?:视频|音频|图片)?(?:正在)?(?:加载中?|点击(?:播放|观看)(?:视频)?)[\s　.…。]+",
        ),
        # 四川发布消息 8月17日
        (
            "发布",
            r"[\s　]*[\u4e00-\u9fff]{2,4}发布(?:微信|微博|客户端)?(?:消息|讯)"
            r"(?:[\s　]+|[：:])[\s　]*",
        ),
        # 新华社北京10月1日电, 本报讯, 央视网消息：
        (
            "电 讯 消息 报道",
            rf"{_MARK}[（(【\[]?{_OUTLET}[\s　·•]*{_PLACE}{_DAY}[\s　]*{_SENT}[）)】\]]?"
            rf"{_BARE_BYLINE}{_AFTER}",
        ),
        # 格隆汇10月1日丨
        (
            "月",
            rf"{_MARK}{_OUTLET}\s*\d{{1,2}}月\d{{1,2}}日[\s　]*[丨|｜：:]{_AFTER}",
        ),
        # 5月21日讯（记者…）
        (
            "讯 电 消息",
            r"[\s　]*(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:专?电|讯|消息)(?=[\s　（(：:])[\s　：:]*",
        ),
        # 肇庆讯（记者…）, 讯（通讯员…）
        (
            "讯",
            r"[\s　]*(?:[\u4e00-\u9fff]{2,4})?讯(?=[\s　（(：:])[\s　：:]*",
        ),
        # 记者陈洁报道：, 本报记者 李明 深圳报道
        (
            "报道",
            rf"{_MARK}(?:《{_ONE}》|{_OUTLETS})?[\s　]*{_REPORTER}[\s　]*[\u4e00-\u9fff·]{{2,4}}?"
            rf"(?:[\s　、]+[\u4e00-\u9fff·]{{2,4}})*[\s　]*(?:综合)?报道(?=[\s　：:，]|$){_AFTER}",
        ),
        # 本报记者 李明 王刚, 文/羊城晚报记者 李明, at the end of a line or before a blank
        (
            "记者 通讯员 评论员 特派员 编辑",
            rf"{_MARK}(?:[文图]{{1,2}}[/／])?(?:《{_ONE}》|{_OUTLETS})?[\s　]*{_SIGNATURE}"
            rf"(?:[\s　]+(?:{_OUTLET})?{_SIGNATURE})*(?:[\s　]+[摄写发]于[\u4e00-\u9fff]{{2,8}})?"
            rf"(?:[\s　]*(?:文[/／]?图?|[摄文图]))?(?:[\s　]+|$|(?<![者员辑派])[：:])[\s　]*",
        ),
        # （上接第一版）
        (
            "版",
            r"[\s　]*[（(【\[](?:紧接|上接|下转)[^（）()【】\[\]，。]{1,20}版"
            r"[^（）()【】\[\]，。]{0,24}[）)】\]][\s　]*",
        ),
        # 原标题：…, 来源：…
        (
            "： : / ／ 丨 | ｜",
            r"[\s　]*(?:原标题|来源|稿源|作者|编辑|责任编辑|责编|校对|审核|记者|[文图]{1,2}"
            r"|[文图][/／][文图]|本文转自)"
            r"[\s　]*[：:/／丨|｜][\s　]*(?:[^\s，。：:；]{1,16}(?:[\s　]+|$))?",
        ),
        (
            "： :",
            r"[\s　]*(?:导读|核心提示|摘要|提要|编者按|内容提要)[\s　]*[：:][\s　]*",
        ),
        (
            "编者按 编者的话 开栏的话 核心阅读 阅读提示",
            r"[\s　]*[■□●▲◆]?(?:编者按|编者的话|开栏的话|核心阅读|阅读提示)[\s　]+",
        ),
        (
            "： :",
            r"[\s　]*题[：:][^\s，。]{1,30}[\s　]+",
        ),
    )
)
_OPENINGS = _OF_PAPERS + DATELINES
# All texts that an opening may need, to look for each of them once.
_NEEDED = frozenset(word for needed, _ in _OPENINGS for word in needed)
_TIMES = 4
# Captions and credits of pictures: （通讯员 林海 摄）, 图为…, 图①：…
_CREDIT = late_regex(
    rf"[\s　]*(?:{_BRACKET}"
    r"|[（(][^（）()。]{0,30}(?:摄|供图|制图|绘|提供)[）)])[。\s　]*"
)
_BRACKETS = frozenset("（([【〔")
_CAPTION = late_regex(
    r"[\s　]*(?:图[：:](?=[^\s。]{6,}。)"
    r"|[上下左右]?图[片中]?为|图片说明|图[①-⑨\d一二三四五]{1,2}[：:、为]|资料图)"
)
_ENGLISH_CREDIT = late_regex(
    r"\s*[\[(](?:[Pp]hotos?|[Pp]ictures?|[Vv]ideo|[Ii]mages?|[Ee]dited|Source|Editors?|Reporters?|By)"
    r"\b[^()\[\]]{0,80}[\])]\.?\s*"
    r"|\s*\((?:Xinhua|CNS|VCG|CFP|AFP|AP|Reuters|China Daily|CGTN)/[^()]{2,40}\)\.?\s*"
)
_ENGLISH_CAPTION = late_regex(
    r"\s*(?:(?:Photos?|Pictures?|(?:The|This) (?:photo|picture|aerial photo|file photo)"
    r"|Aerial photo|File photo|"
    r"A (?:file|aerial) photo)\b(?:[^.]|(?<=\b[A-Z][a-z]{2})\.|(?<=\bSept)\.){0,60}?\bshows?"
    r"|Pictured (?:is|are|here)|Photo(?:\s\d)?:|Caption:)\b"
)
_NOTICE = late_regex(
    r"敬[请請](?:[关關]注|期待|留意|垂注)|以[飨饗][读讀]者"
    r"|[欢歡]迎(?:[广廣]大)?(?:[读讀]者)?(?:投稿|[来來]稿|[关關]注本|[扫掃][码碼])"
)
_ENGLISH_NOTICE = late_regex(
    r"^Readers (?:may|can|are (?:invited|welcome))\b|[\w.]@\w+\.\w"
    r"|^(?:This|The following|Below) (?:(?:article|story|report|piece) )?is (?:the )?"
    r"(?:first|second|third|last|final|latest|\w+th|an?|part|one)\b[^.]{0,40}\bseries\b"
)
_LEFT = 4  # the least number of characters of a sentence

_SIGNED_BY = r"\((?:Reporters?|reporters?|By|Correspondents?)\b[^()]{0,80}\)"
_BARE_NAMES = r"\([A-Z][a-z]+ [A-Z][a-z]+(?:,? (?:and )?[A-Z][a-z]+ [A-Z][a-z]+){0,3}\)"
_AGENCY = (
    r"(?:Xinhua(?: News Agency)?|China News (?:Service|Network)|CCTV(?:\.com)?"
    r"|People's Daily(?: Online)?"
    r"|Our (?:newspaper|reporter)|This (?:newspaper|website)|CNS|CNR|Guangming(?: Daily| Net)?"
    r"|China Daily(?:\.com\.cn)?|Economic Daily|Science and Technology Daily|The Paper)"
)
# Oct. 1; October 1, 2024; 1 October 2024
_ENGLISH_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_ENGLISH = tuple(
    ((), late_regex(pattern))
    for pattern in (
        # BEIJING, Oct. 1 (Xinhua) --; Beijing — The
        r"\s*(?:[A-Z][A-Z'’/ -]{2,40}|[A-Z][a-z'’]+(?: [A-Z][a-z]+)?)(?:, [A-Z][A-Za-z.' ]{2,20})?"
        rf"(?:, {_ENGLISH_DAY})?\s*"
        r"(?:\([A-Z][^()]{1,40}\)|/[A-Za-z -]{3,24}/)?"
        r"\s*(?:--+|—|–|(?<=[)/]\s)-)\s+(?=[\"“A-Z\d])",
        # TAIPEI, Aug. 31 (CNA) Typhoon
        rf"\s*[A-Z][A-Z'’/ -]{{2,40}}, {_ENGLISH_DAY} \([A-Z][A-Za-z ]{{1,20}}\)"
        r"\s*(?:[-—–]+\s*)?(?=[\"“A-Z\d])",
        # RENHUAI, 25 April. Output; WUHU, May 3: Output
        rf"\s*[A-Z][A-Z'’/ -]{{2,40}}, {_ENGLISH_DAY}\s*[.:]\s*(?=[\"“A-Z\d]|$)",
        # Liu Yang, CHONGQING —; (CGTN)
        r"\s*[A-Z][a-z]+ [A-Z][a-z]+, [A-Z][A-Z'’ -]{2,30}\s*(?:--+|—|–)\s+(?=[\"“A-Z\d])",
        r"\s*\((?:CGTN|CCTV|CNS|ECNS|Xinhua|AFP|AP|Reuters|SHINE|China Daily|Global Times|Yicai"
        r"|Caixin)\)"
        r"\s*(?=[\"“A-Z\d])",
        # Xinhua News Agency, Beijing, October 1 (Reporter Li Ming)
        rf"\s*{_AGENCY}\b[^.()]{{0,60}}(?:{_SIGNED_BY}|{_BARE_NAMES})\s*[-—–:]*\s*",
        # (ECNS) --, (Continued from page 1), Editor's note:
        r"\s*\((?:[A-Z][A-Za-z]{1,12})(?: [A-Z][a-z]+)?\)\s*(?:--+|—|–)\s*",
        r"\s*[\[(](?:Photo|Video|Image|Picture|Graphic)s?(?: ?[/:]| by\b)[^()\[\]]{1,60}[\])]\s*",
        r"\s*\((?:Continued|continued) (?:from|on)[^()]{1,30}\)\s*",
        r"\s*(?:Editor(?:['’]s|ial)? [Nn]ote|Abstract|Summary|Introduction|Core [Tt]ip"
        r"|Original [Tt]itle)\s*:\s*",
        rf"\s*{_AGENCY}(?: (?:[Nn]ews|[Rr]eport(?:ed)?))?(?:,? [A-Z][a-z]+)?"
        r"(?:,? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\s*(?:[-—–:]+)\s*",
        # (Reporter Li Hua), Chengdu (Reporter Li Hua)
        rf"\s*(?:[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)?,?\s*)?{_SIGNED_BY}\s*[-—–:]*\s*",
        rf"\s*(?:{_AGENCY} |By |Our |[Ss]taff ){{1,3}}"
        r"(?:[Rr]eporters?|[Ww]riters?|[Cc]orrespondents?)"
        r" [A-Z][a-z]+ [A-Z][a-z]+(?:,? (?:and )?[A-Z][a-z]+ [A-Z][a-z]+){0,3}\s*$",
        r"\s*By (?:our )?(?:[Ss]taff )?[Rr]eporters? [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}\s*[-—–:]+\s*",
    )
)


def without_opening(sentence: str) -> str:
    """A Chinese sentence without the text before the news; empty if there is nothing else."""
    return _bare(sentence, _OPENINGS)


def opening_of(sentence: str) -> str:
    """What `without_opening` removes from the beginning of a Chinese sentence."""
    return parted(sentence)[0]


def parted(sentence: str) -> tuple[str, str]:
    """The opening of a Chinese sentence, and the sentence without it."""
    rest = without_opening(sentence)
    return (sentence[: len(sentence.rstrip()) - len(rest)] if rest else sentence), rest


def without_english_opening(sentence: str) -> str:
    """An English sentence without the text before the news; empty if there is nothing else."""
    return _bare(sentence, _ENGLISH)


def of_the_house(sentence: str, english: bool = False) -> bool:
    """Whether a sentence is a notice to readers: 敬请关注, "This is the third in a series"."""
    notice = _ENGLISH_NOTICE if english else _NOTICE
    return notice.search(sentence) is not None


def beside_a_picture(sentence: str, english: bool = False) -> bool:
    """Whether a sentence is the caption or credit of a picture."""
    if english:
        found = _ENGLISH_CREDIT.fullmatch(sentence) or _ENGLISH_CAPTION.match(sentence)
    else:
        if sentence[:1] not in _BRACKETS and "图" not in sentence[:4] and "圖" not in sentence[:4]:
            return False
        simple = simplified(sentence)
        found = _CREDIT.fullmatch(simple) or _CAPTION.match(simple)
    return found is not None


def _bare(sentence: str, openings: Iterable[tuple[Sequence[str], re.Pattern[str]]]) -> str:
    rest = sentence
    for _ in range(_TIMES):
        simple = simplified(rest)
        said = {word for word in _NEEDED if word in simple}
        for needed, opening in openings:
            if needed and said.isdisjoint(needed):
                continue
            found = opening.match(simple)
            if found and found.end():
                rest = rest[found.end() :]
                break
        else:
            break
    rest = rest.strip()
    return rest if len(rest) >= _LEFT or rest == sentence.strip() else ""
