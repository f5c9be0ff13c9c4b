"""Detect surnames whose Simplified character is also a word: 于 (not 於), 钟 (鍾, not 鐘).

Longer words with these characters (关于, 分钟, 旅游) are in the tables; this is for the character
as a word by itself, and for 于 where a word such as 在于 may end with it (`generator.script.yu`).
It is a surname if it is where a name can begin (after punctuation, a title or an occupation, or in
a list of names), if one or two characters that are usual in given names follow, and if the text
after them can follow a name. The rules were made for this program with its development set
(``benchmarks/script/``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from generator.patterns import late_regex
from generator.script.yu import JOINED, joined_named, named

# Simplified surname → its Traditional form. 范, 郁, 岳, 姜, 沈 always keep their form as words by
# themselves, so they are not listed.
SURNAMES = {"于": "于", "余": "余", "游": "游", "钟": "鍾", "涂": "涂"}

# Characters of given names, without function words.
GIVEN = (
    "震适魁滨宥阔雯珏瑄屹尔冉妤铮晟翊弋霆烁淇汐沐皙煊焱旻昀暄曼梵楷榆泊洛浚湉溢滔潞澍濠煦熹燊璟璞璨琮珩珣瑀甄畅"
    "皎祈祯禾稷竣纾绮绫翀聆臻芊芮苒茉荃荟莘菀萧葳蔓薪蘅谨赟迦铄锴闵陌霁霏靖颐飏鸾"
    "子鼎无朝潼涵丰宁皓轩萱梓琪嘉杰凡悦缘胡启源峥泽坤琛珺钰昕诺语童依芷若灵珂翊宸骐祎弈嵘缇伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红玲建国文辉力波鹏飞宇浩凯健俊帆雪琳晶妍茜秋珊莎锦黛青倩婷姣婉"
    "娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓"
    "欢霄枫芸菲寒伊亚宜可姬舒影荔枝思丽墨东来海洋和成龙凤至根正荣光朦胧小彤漪慧晨阳春夏冬山川江河林森松柏梅兰菊莲花香云"
    "雷电雨霖泽润清源泉池波涛潮澄淼鑫金银铜铁钢铸锋锐钧铭铎锡镇钊鉴炎烨煜炜炳灿焕熙燕照熠坤城基垚培增壮士大天太夫奇奎"
    "威学孝孟宏宗定宜宝宪家容宾富寅寿尧尚展岩岭峰峻崇嵩巍川州工巧左巨帅常庆庭康廉廷弘弛彦彪彬德徽志忠念怀恒恩恺恭惠慈慎"
    "懿成战才扬承抗拓振捷挺政敬斌斐新方旭昂昆昌昊昕昱显晋晏晖晗景智曦曙月有朋本朔杨杭栋桐桦楠榕楚樱欧武毅民水永汉沛沙"
    "沪泓泰洁洪浙浦涵淑渊渝温湘湛源溪滨满漫潇然熊牧特玄玖玮珂珍珠琦琨琪琼瑜瑞璇璐甜生田申男百益盛盈目真睿石砚碧磊礼祖祥"
    "祺福禄禹秀科秉秦程穆立竞章童笑笛策箫粤素红纪纲纳纬经绍维绮继续缨罡群翔翠翰耀耕聿肖胜胤自舟航良艾芝芬苏苗若英茂茵莉"
    "莹萌萱葆蒙蓝蔚蕾藩虎虹蝶行衡裕观言誉诗诚谊谦豪贝贞贤贵赫超越跃轩辰迅迎近远连进逸遥道遵邦郎郡采重野钦长闯闻防陆陵隆雄"
    "雅非革韬音顺领颂风飒馨首骁骏骥高魁鲁鸣鸽鸿鹃鹤麒麟黎齐代占会伦传伯伶佑佳依侠保信修俪倚健允元兆先克全公兴典冠冬净凡出刊"
    "刘力加劲励化北千升半卓博卫友双发叔古召史右叶司吉同名向君启吟告周味呈品哲唐善喜嘉四圣在坚堂"
)
# Before a name: punctuation, the beginning, an office or an occupation, "and".
OFFICE = (
    "记者|通讯员|见习记者|实习生|书记|市长|县长|区长|镇长|乡长|村长|省长|州长|局长|主任|部长|厅长|院长|校长|行长|会长|处长|科长|所长|站长|"
    "秘书长|董事长|总经理|经理|总裁|总监|主席|代表|委员|工程师|教授|院士|博士|硕士|负责人|创始人|创办人|合伙人|作者|编辑|责编|摄影|"
    "编剧|导演|演员|主演|歌手|主持人|厂长|队长|队员|组长|班长|专员|干部|专家|学者|研究员|分析师|医生|医师|护士|护士长|律师|法官|检察官|民警|"
    "交警|辅警|警官|老师|教师|教练|学生|同学|选手|球员|运动员|队员|冠军|作家|画家|诗人|网友|市民|村民|居民|业主|司机|车主|店主|老板|员工|职工|"
    "工人|农民|老人|男子|女子|女孩|男孩|小伙|青年|嫌疑人|嫌犯|被告人|被告|原告|患者|伤者|死者|烈士|英雄|模范|先生|女士|志愿者|人员|传承人|"
    "大王|之父|名嘴|巨头|大亨|富豪|富商|老将|小将|名将|主帅|前锋|后卫|门将|中场|外援|天王|影帝|影后|童星|网红|博主|大V|主播|画师|匠人|掌门人|当家人|带头人"
    "|老大|老二|老三|老四|老五|老小|能手|状元|明星|名医|大师|工匠|艺人|队友|对手|名家|教头|导师|新秀|新人|名宿|弟子|徒弟|花旦|老生|武生|票友|棋手|车手|枪手|骑手|歌唱家|舞蹈家|企业家|银行家|科学家|史学家|收藏家"
    "|立委|议员|立法委员|候选人|发言人|法人|代表人|股东|父亲|母亲|妻子|丈夫|儿子|女儿|校友|老乡|好友|朋友|高管|副手|委员长|副总|首席|CEO|CTO|CFO"
)
_LEFT = late_regex(
    rf"(?:^|[\s　“”‘’（(）)《》：:，。、；！？•·/|和与及同跟即]|岁的|{OFFICE}"
    r"|原名|本名|名叫|叫做|叫)$"
)
_OFFICE_LEFT = late_regex(rf"(?:{OFFICE})[\s　：:]?$")
_LIST_LEFT = late_regex(r"[、/|]$|[\s　]$")
TITLES = (
    "先生|女士|小姐|教授|博士|院士|老师|医生|律师|记者|主任|书记|市长|县长|区长|镇长|省长|局长|处长|科长|部长|厅长|院长|校长|行长|所长|"
    "会长|秘书长|董事长|总经理|经理|总裁|总监|主席|代表|委员|工程师|厂长|队长|同志|同学|师傅|大爷|大妈|大姐|大哥|阿姨|叔叔|总(?![是会算要共在])|氏|"
    "委员|导演|教练|站长|组长|班长|老板|父亲|母亲|夫妇|一家"
)
_SAYS = (
    "表示|介绍|说|指出|强调|认为|坦言|告诉|透露|要求|主持|出席|带队|率|参加|宣布|致辞|致词|提出|回忆|称|坦承|感慨|解释|补充|直言|写道|发文|"
    "回应|呼吁|建议|担任|出任|当选|获|被|因|凭|夺|执导|主演|饰|演唱|创办|创立|带领|率领|任|拥有|毕业|摄|文|图|供图|报道|出生|去世|逝世|逮捕|受伤|遇害|坐在|笑|"
    "以|连忙|立即|随后|曾|已|将|也|还|正|从|对|向|在|是|的|等|和|与|及"
)
RIGHT = late_regex(rf"$|[\s　、，。；：！？）)（(”’》/|]|{TITLES}|{_SAYS}")
STRONG_RIGHT = late_regex(
    r"$|[、）)（(/|]|执导|主演|饰演|编剧|出演|"
    + TITLES
    + r"|表示|介绍|说(?!明)|指出|强调|坦言|告诉|透露|认为|主持|率|带队|致辞|回忆|称|[在是](?!全)"
)
# After 于 these are times, places and pronouns, not given names.
TIME = late_regex(
    r"[0-9０-９]|[一二三四五六七八九十两几昨今明当前去次翌同此其该本上下这那每各近年月日周晚早凌中午初末其他她它我你己民水火世人心法理国]|"
    r"东部|南部|西部|北部|东南|西南|东北|西北|东京|北京|南京|上海"
)
_ANYONE = late_regex(
    r"(?:姓(?!名|氏)|某某|某(?=[，。、；）)]|系|涉|的|被|说|称|与|和|因|在|从|向|将|等|为|作|承认|驾|酒(?![吧店楼庄馆家会业企厂])|到|犯|一案|及|$))"
)
# 于家祠堂, 钟家后人
_CLAN = late_regex(
    r"家(?:祠堂|宗祠|祖|大院|老宅|后人|后裔|后代|子弟|子孙|兄弟|姐妹|父子|母子|父女|父母|夫妇|[三两几]兄|[三两几]姐|村|庄|屯|寨|湾|坝|堡|岗|店|沟|军|拳|班(?!主任)|将)"
)
# 于诗、于酒: a repeated preposition, not a list of names.
_PARALLEL = late_regex(r"于[一-鿿][、，]$")
_NUMBER_BEFORE = late_regex(r"(?<!老)[0-9０-９一二两三四五六七八九十百千万亿几数多半分点秒]\s?$")
_VERB_OR_NOUN = {
    "游": late_regex(r"[0-9一二三向得过到出回完来去进着了泳遍览客人]|全|香|三"),
    "钟": late_regex(r"[0-9]|[才就也会在又已还是不可能响停走了]|[声表鼓楼面摆点头内后前左右以的]"),
    "涂": late_regex(r"[有过上在抹料满成了着药油红黑白抹漆得擦防口]"),
    "余": late_regex(r"[下额量热震款粮数者的人名个家种项次万亿]"),
}

_DOUBTFUL = JOINED | SURNAMES.keys()


def surname_spans(text: str, pieces: Sequence[str]) -> list[tuple[int, int, str]]:
    """Start, end and Traditional form of each such surname in the Simplified ``text``, whose words
    are ``pieces``."""
    wanted = [number for number, piece in enumerate(pieces) if piece in _DOUBTFUL]
    if not wanted:
        return []
    ends = list(accumulate(map(len, pieces)))
    return [
        (ends[number] - 1, ends[number], SURNAMES[pieces[number][-1]])
        for number in wanted
        if _is_surname(text, ends[number] - 1, pieces, number)
    ]


def _is_surname(text: str, at: int, pieces: Sequence[str], number: int) -> bool:
    name, before, after = text[at], text[max(0, at - 8) : at], text[at + 1 : at + 12]
    if pieces[number] in JOINED:
        return joined_named(pieces[number], before[:-1], after)
    if _NUMBER_BEFORE.search(before):
        return False
    if _CLAN.match(after):
        return True
    if _ANYONE.match(after) or (before.endswith("姓") and not before.endswith("百姓")):
        return True
    if name == "于" and _PARALLEL.search(before):
        return False
    if name == "于" and named(before, after):
        return True
    other = _VERB_OR_NOUN.get(name)
    if other is not None and other.match(after):
        return False
    if re.match(rf"(?:{TITLES})", after):
        return bool(_LEFT.search(before)) or name != "于"
    begins = _OFFICE_LEFT if name in "于游" else _LEFT
    if begins.search(before) and _unknown(pieces, number, name):
        return not TIME.match(after)
    return any(
        _fits(name, before, after[:length], after[length:]) for length in _lengths(pieces, number)
    )


def _unknown(pieces: Sequence[str], number: int, name: str) -> bool:
    """Whether characters of given names follow which do not form a known word."""
    following = pieces[number + 1 : number + 3]
    if not following or not all(char in GIVEN for char in following[0]):
        return False
    if len(following[0]) == 2:
        return following[0][0] == following[0][1]
    second = following[1] if len(following) > 1 else ""
    return (len(second) == 1 and second in GIVEN) or (name != "于" and len(second) > 1)


def _lengths(pieces: Sequence[str], number: int) -> list[int]:
    """The possible lengths of the given name, by the words that follow."""
    following = [len(piece) for piece in pieces[number + 1 : number + 3]]
    if not following:
        return []
    if following[0] == 1:
        return [2, 1]
    return [2] if following[0] == 2 else []


_WHOLE = 2  # characters of a full given name


def _fits(name: str, before: str, given: str, rest: str) -> bool:
    if not given or not all(char in GIVEN for char in given):
        return False
    if name in "钟涂" and len(given) == _WHOLE and _OFFICE_LEFT.search(before):
        return True
    if not RIGHT.match(rest):
        return False
    if _OFFICE_LEFT.search(before):
        return name != "于" or not TIME.match(given)
    if not _LEFT.search(before):
        return False
    if name != "于":
        return True
    if TIME.match(given):
        return False
    return bool(_LIST_LEFT.search(before) or STRONG_RIGHT.match(rest))
