"""Detect personal names that contain a city's name: 李宁波, 记者张宁德, 王金华."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import late_regex

# About the hundred most common surnames (fourth national list of the Ministry of Public Security),
# without those that are everyday words before a place (于, 向, 和, 从, 到, 江).
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程"
    "苏魏吕丁沈任姚卢姜崔钟谭陆范汪廖石贾韦夏付方邹熊白孟秦邱侯尹薛闫段雷龙史陶黎贺顾毛郝"
    "龚邵严武钱戴莫孔汤章施洪万高温康翟殷柳葛牛常庄聂鲁岳倪焦樊颜傅齐游季鲍耿卞邢俞穆梅盛"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鐘陸賈韋鄒閻龍賀顧龔嚴錢戴湯萬溫莊聶魯顏齊遊"
)
# Less common ones, which are words too; they count only right after a title.
_SELDOM = frozenset(
    "仇童欧柏舒柯毕阮涂左覃骆裴祝喻霍甘柴桂丘尤褚卓项冼麦蓝危屈苗辛胥邸晏歐畢塗駱項麥藍"
)
_TITLE = late_regex(
    r"(?:[记記]者|委[员員][长長]|通[讯訊][员員]|作者|[编編][辑輯]|[书書][记記]|[部省市州县縣区區镇鎮乡鄉村局厅廳处處科所院校行队隊厂廠店馆館园園班连連团團"
    r"组組会會社站署][长長]|董事[长長]|[总總]裁|[总總]?[经經]理|主任|主席|委[员員]|代表|教授|院士|博士|[学學]者|[专專]家|老[师師]|[医醫]生"
    r"|村[医醫]|中[医醫]|[护護]士|律[师師]|教[练練]|[导導]演|演[员員]|歌手|[唱法曲]家|[摄攝]影家|翻[译譯]家|作家|[画畫]家|[诗詩]人|[选選]手|[队隊][员員]|球[员員]|[运運][动動][员員]"
    r"|冠[军軍]|[小老名][将將]|新[秀星]|[国國]手|前[锋鋒]|[门門][将將]|[后後][卫衛]|中[锋鋒]|村民|居民|[员員]工|[职職]工|工人|[学學]生|同[学學]|[战戰]士|民警|交警|[党黨][员員]|老人|[农農]民"
    r"|[渔漁]民|牧民|司[机機]|[负負][责責]人|[创創]始人|同志|[劳勞]模|工程[师師]|研究[员員]|主播|志[愿願]者|大[爷爺]|大[妈媽]"
    r"|嫌疑人|被告人|患者|家[长長]|[户戶]主|店主|老板|主持人|[检檢]察官|法官|[驻駐]村[干幹]部|[干幹]部|[导導]游|教官|政委|[馆館][长長]|秘[书書][长長]|[总總][监監]|[设設][计計][师師]|同事|[队隊]友|朋友|[邻鄰]居|[员員师師匠编編]|丈夫|妻子|[儿兒]子|女[儿兒]|父[亲親]|母[亲親]|哥哥|弟弟|姐姐|妹妹|名叫|叫)[、\s]?\Z"
)
_BOUNDARY = frozenset("\n \t　，。、；：？！“”（）()《》·—…:,;")
_DOES = late_regex(
    r"(?:[说說](?!明)|表示|介[绍紹]|告[诉訴]|[认認][为為]|指出|[强強][调調]|坦言|回[忆憶]|透露|直言|感慨|笑|在[会會会]上|在接受|在致[辞辭]"
    r"|在[讲講][话話]|主持|出席|先生|女士|同志|教授|院士|博士|老[师師]|等人|一家[三四五]口|今年\d|[，,（(]?\d+[岁歲]|[，,（(](?:男|女)[，,]"
    r"|的(?:新[书書]|新作|妻子|丈夫|父[亲親]|母[亲親]|[儿兒]子|女[儿兒]|家里|家[中裡]|作品|脸|手|眼)|[获獲][得评評]?|[凭憑][借藉]"
    r"|[执執][导導]|[饰飾]演|[夺奪]|以[^，。]{1,8}[成优優][绩績势勢]|[当當][选選]|捐[出款赠贈]|率(?:[队隊]|[团團]|一行)|一行|[担擔]任|任(?:[职職]|命)|[现現原曾时時]任|[现現]年\d"
    r"|同[学學]|医生|副|接[过過]|[捧端拿]|[状狀][态態]|[饰飾]|被[任提]|出任|朗[诵誦]|深情|演唱|[连連][续續]奋|走上|[写寫]道|[绝絕][辞辭][职職])"
)
_SAYS = late_regex(
    r"[说說](?!明)|表示|告[诉訴]|坦言|回[忆憶]|[认認][为為]|指出|透露|感慨|笑|介[绍紹][说說]"
)
_AND = frozenset("和与與及跟")
# Surnames that are not words which may be before a place.
_PLAIN = frozenset(
    "王李张刘陈杨赵吴徐孙朱胡郭罗郑梁谢许韩冯邓曹彭肖董袁潘蒋蔡杜魏吕姚卢崔谭廖韦邹邱侯薛闫黎郝龚邵"
)
_NEAR = 10


def titled(text: str, at: int) -> bool:
    """Whether a title or occupation is right before ``at``."""
    return _TITLE.search(text, max(0, at - _NEAR), at) is not None


def acts(text: str, end: int) -> bool:
    """Whether the words after ``end`` are typical after a person's name: 说, 表示, 先生 …"""
    return _DOES.match(text, end) is not None


# 馆长郑州生介绍: the city's first character is a surname, another character of the name follows.
_GIVEN = late_regex(
    r"[\u4e00-\u9fff](?:[说說](?!明)|[检檢]查|走|正|[带帶]|把|用|[为為给給向和]|[组組][织織]|[连連]夜|每天|已[经經]|[经經]常|[当當][过過]|家[访訪]"
    r"|老[师師]|介[绍紹]|表示|[调調]研|告[诉訴]|指着|[坚堅]守|手|捧|[来來]到|回[忆憶]|坦言|[获獲])"
)
_CALLED = late_regex(
    r"(?:[馆館班队隊校院站园園社村镇鎮乡鄉县縣组組厂廠][长長]|主任|[书書][记記]|老[师師]|[医醫]生|村[医醫]|[护護]士|技[术術][员員]|[护護]林[员員]|[讲講]解[员員]|[驾駕][驶駛][员員]"
    r"|工程[师師]|[厨廚][师師]|[师師]傅|教[练練]|[队隊][员員]|球[员員]|[选選]手|[战戰]士|民警|村民|[农農]民|[农農][户戶]|[职職]工|工人|教授|作家|[导導]演|演[员員]|同[学學])\Z"
)


# An occupation right before a name that begins with a surname: 副总经理郑州平, 演员张家口齿清晰.
_CALLING = late_regex(
    r"(?:[总總]?[经經]理|主席|[书書][记記](?!处)|[导導]演|演[员員]|歌手|作家|[画畫]家|教[练練]|[队隊][员員]|村民|居民|[职職]工|[员員]工|工人|[农農]民|牧民|[渔漁]民"
    r"|老人|司[机機]|[干幹]部|工程[师師]|[检檢]察官|法官|警[员員察]|民警|[医醫]生|[护護]士|教[师師授]|老[师師]|[学學]生|院[长長]|校[长長]|[队隊][长長]|站[长長]|主任|店主|[总總][监監]|[总總]裁)\Z"
)


# 歌唱家宜昌英, 书法家安康年: an artist's name that begins like any city.
_ARTIST = late_regex(
    r"(?:歌唱|[书書]法|翻[译譯]|表演[艺藝][术術]|作曲|[摄攝]影|[评評][论論]|文学|文學|[剧劇]作|漫[画畫]|雕塑|收藏|散文|小[说說])家\Z"
)
_LONG_NAME = late_regex(
    r"[\u4e00-\u9fff](?:[，。：、\n（]|[说說]|作品|[谈談]|[从從][艺藝]|逝世|去世|[八九七六][十旬]|[获獲]|个展|的|[携攜]|[与與和])"
)


def _names_somebody(text: str, start: int, end: int) -> bool:
    """Whether an occupation is before the name and another character of a given name after it."""
    if text[start] not in _SURNAMES or not _GIVEN.match(text, end):
        return False
    return _CALLED.search(text, max(0, start - 4), start) is not None


def _is_person_here(text: str, start: int, end: int) -> bool:
    """Whether the name ``text[start:end]`` is a person's given name: 宁波 in 李宁波说.

    A name of three characters must have a title before it.
    """
    if _names_somebody(text, start, end):
        return True
    if text[start - 1 : start] == "家" and _ARTIST.search(text, max(0, start - 5), start):
        return _LONG_NAME.match(text, end) is not None
    if text[start] in _SURNAMES and _CALLING.search(text, max(0, start - 6), start):
        return True
    if not start or text[start - 1] not in _SURNAMES | _SELDOM:
        return False
    surname = start - 1
    if titled(text, surname):
        return True
    if text[surname] not in _SURNAMES:
        return False
    if end - start > 2:
        return False
    if text[surname] in _PLAIN and _SAYS.match(text, end):
        return True
    if surname and text[surname - 1] not in _BOUNDARY | _AND:
        return False
    return text[surname] in _PLAIN or acts(text, end)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether the name ``text[start:end]`` is a person's given name: 宁波 in 李宁波说.

    A person who is known as one at another place of the text is one here too.
    """
    if _is_person_here(text, start, end):
        return True
    if not start or text[start - 1] not in _SURNAMES | _SELDOM:
        return False
    if text[start - 1] not in _PLAIN and not _has_title(text, start - 1, end):
        return False
    called = text[start - 1 : end]
    at = text.find(called)
    return any(
        other != start - 1 and _is_person_here(text, other + 1, other + len(called))
        for other in (at, text.find(called, at + 1))
        if other >= 0
    )


def _has_title(text: str, start: int, end: int) -> bool:
    """Whether the first or the next place of the name ``text[start:end]`` has a title before it."""
    called = text[start:end]
    at = text.find(called)
    return titled(text, at) or titled(text, max(0, text.find(called, at + 1)))


# Of a text that says that somebody is called like a city: 我的同桌叫南平, 18岁的白城, 韩城先生.
_SIGNS = (
    "叫",
    "先生",
    "女士",
    "岁的",
    "歲的",
    "笔名",
    "筆名",
    "网名",
    "網名",
    "取名",
    "起名",
    "名字",
)
_IS_CALLED = late_regex(
    r"(?<![城市县縣区區镇鎮村乡鄉方站港岛島路街店酒茶船山河江湖地称稱国國古旧舊原曾前后後被也就])"
    r"(?:(?:名字)?叫|(?:[起取]|我的?|他的?|她的?)名(?:字)?(?:叫|是|[为為])?|[笔筆][名]|[网網]名)(?:做|作)?\Z"
)
_AGED = late_regex(
    r"(?<![\d一二三四五六七八九十百千])(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?)[岁歲]的\Z"
)
_AGED_DOES = late_regex(
    r"(?:[，。]|在|把|[说說]|是|坐|[从從]|刷|[夺奪]|拿|也|已|就|[将將]|走|[获獲]|以|[站跑])"
)
_STOPS = late_regex(r"[，。：；！？、“”\n（]|\Z")
_SIR = ("先生", "女士")
_NO_PERSON = frozenset("市县縣区區州")


def is_called(text: str, start: int, end: int) -> bool:
    """Whether the text says of the name ``text[start:end]``, here or elsewhere, that somebody is
    called so, and never names it with its division."""
    if not _calls_somebody(text) or text[end : end + 1] in _NO_PERSON:
        return False
    name = text[start:end]
    at = text.find(name)
    somebody = False
    while at >= 0:
        after = at + len(name)
        if text[after : after + 1] in _NO_PERSON:
            return False
        somebody = somebody or _is_called_here(text, at, after)
        at = text.find(name, after)
    return somebody


def _is_called_here(text: str, start: int, end: int) -> bool:
    if text.startswith(_SIR, end):
        return True
    if text[start - 1 : start] == "的":
        aged = _AGED.search(text, max(0, start - 7), start)
        return aged is not None and _AGED_DOES.match(text, end) is not None
    if not _IS_CALLED.search(text, max(0, start - 7), start):
        return False
    if _STOPS.match(text, end):
        return True
    return text[start] in _SURNAMES and _STOPS.match(text, end + 1) is not None


@lru_cache(maxsize=8)
def _calls_somebody(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)
