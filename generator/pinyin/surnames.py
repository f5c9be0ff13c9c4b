"""Detect whether a character that is also a word is a surname: 记者任丽, 曾局长, 姓过的.

``data/surnames.csv`` has the surnames with a special reading.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from pathlib import Path

from generator.gazetteer.persons import acts, titled
from generator.patterns import late_regex

_LONG_NAME = 6  # a name of three characters, the characters around it, and one more

_ADDRESS = late_regex(
    r"(?:女士|先生|小姐|某|姓|老师|同志|大爷|大妈|大叔|大姐|阿姨|奶奶|爷爷|教授|医生|总(?![体部共计的])|氏|家(?:村|庄|沟|湾|镇|祠)|老汉|师傅)"
)
_GIVEN = late_regex(r"[\u4e00-\u9fff·]{1,2}")
_ADDRESSED = late_regex(r"(?:女士|先生|姓(?!名)|氏(?!族)|某(?![些种種个個处處时時一人地事类類]))")
# What may follow a surname that nothing precedes: 曾局长带队.
_OFFICE = late_regex(
    r"(?:副?(?:[局处科院校部市县镇乡村省厅所站队班组厂行会社馆园台司署州]|秘书|董事|支队|大队|检察|列车|护士)长"
    r"|书记|主任|主席|教授|医生|老师|总(?![体部共计的数量面站收投产额值编队公局会统线承包经裁监工理])|总裁|总监|(?:总)?经理|律师|警官|法官|检察官|教练|导演|老板|博士|院士|将军|司令|大使|议员"
    r"|工程师|总工|委员|常委|家人|家属|夫妇|夫妻|太太|夫人|大哥|大娘|婆婆|护士|医师|同学|教官|政委|参谋|站长)"
    r"(?![期时職职]|一职|以来|要求|邀|之[邀约请]|请求|号召|提议|的(?:要求|邀请))"
)
# More titles and occupations before a name.
_TITLED_TOO = late_regex(
    r"(?:支书|[厂台馆园店班司舰船连营团排军师旅庭监]长|院士|博导|校友|师傅|大厨|车手|棋手|骑手|歌手|画师|船员)\Z"
)
# The name before in a list of people: 王芳 in 王芳、任丽和单勇.
_LISTED = late_regex(
    r"(?:^|[、，。：；\s（(和]|[员者手生家师长星人])"
    r"[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范"
    r"石廖贾韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严武戴莫孔汤][一-鿿]{1,2}[、和]\Z"
)
_GOES_ON_IN_LIST = late_regex(
    r"[一-鿿]{1,2}(?:[、，。；）)\n]|等[，。\d人]|和[一-鿿]{2,3}[，。、]|\Z)"
)
# Surnames that are also verbs or adverbs, and what may follow them as such.
_VERBS = frozenset("曾查盖蓋解单單应應任")
_OFTEN_VERBS = frozenset("查盖蓋解")
_NO_GIVEN = late_regex(
    r"[了过過着著的到在多说說经經是有为為被把出遍完一三两兩几幾次章住上下对對向从從就也不]"
    r"|先[后後]|分[别別]|[亲親][历歷身自]|[报報]道|采[访訪]|[试試][图圖]|参[与加]|長期|长期|因|于|於|任"
    r"|[开開][了怀懷花]|呵|坏了|壞了|滋滋|翻了|此不|享|意|得合"
)
# Characters of given names; those of the first set occur in few words.
_GIVEN_RARE = frozenset(
    "晓曉峰伟偉娜敏磊艳艷娟涛濤霞玲萍鑫鹏鵬辉輝斌轩軒涵怡婷倩琳颖穎凯凱俊彬鸿鴻炜煒琪瑶瑤璐媛蕾菲薇莉珊雯莹瑩妍"
    "岚嵐昊睿晖暉彦彥嘉雅雪燕浩博佳丽麗杰强志宇欣芳静靜莲蓮"
)
_GIVEN_TOO = frozenset(
    "建国國军軍平东東文明红紅梅兰蘭春云雲龙龍锋鋒洁潔悦豪晨泽澤毅旭昌祥瑞庆慶良荣榮振海江林森仁义義德贤賢贵貴福"
    "胜勝兴興永生子华華宏英玉桂秀淑惠慧美娇嬌凤鳳琴月香勇刚剛超波洋思诗詩梦夢雨若紫小大少一世维維立正光学學"
)
# Endings of roads and places.
_ROAD = frozenset("路街巷村镇鎮乡鄉山桥橋湖站区區县縣市河庄莊社")

_BOUNDARY = frozenset("\n \t　，。、；：？！“”（）()《》和与及")


@cache
def surnames() -> dict[str, tuple[str, bool]]:
    """Surname → its reading, and whether it is rarely a surname, so that a title or the like must
    be beside it: 种某."""
    text = Path(__file__).parent.joinpath("data", "surnames.csv").read_text("utf-8")
    rows = (line.split(",") for line in text.splitlines()[1:])
    return {name: (said, bool(where)) for name, said, where in rows}


def is_surname(text: str, at: int, ends: Set[int]) -> bool:
    """Whether the character at ``at``, one of `surnames`, is a surname there.

    ``ends`` are the offsets at which words begin and end.
    """
    seldom = surnames()[text[at]][1]
    named = _named_seldom(text, at, ends) if seldom else _is_surname(text, at, ends)
    # Not inside a word: 纪 in 毛主席纪念堂.
    return named and (at in ends or at + 1 in ends)


def _goes_on_as_verb(text: str, at: int, ends: Set[int]) -> bool:
    """Whether a verb or a particle follows, not a given name: 记者曾采访, 民警查了."""
    if _NO_GIVEN.match(text, at + 1):
        return True
    return text[at] in _OFTEN_VERBS and {at + 1, at + 3} <= ends and at + 2 not in ends


def _is_surname(text: str, at: int, ends: Set[int]) -> bool:
    """Whether a character is a surname: 记者任丽, 曾女士, 仇英说."""
    if _called(text, at, ends) or _before_given_name(text, at, ends):
        return True
    # 任教授, 区总面积: if it may be a verb or a noun, fewer forms of address count.
    doubtful = (text[at] in _VERBS and not titled(text, at)) or text[at] == "区"
    address = _ADDRESSED if doubtful else _ADDRESS
    if address.match(text, at + 1):
        return True
    if titled(text, at) or _TITLED_TOO.search(text, max(0, at - 3), at):
        if text[at] in _VERBS and _goes_on_as_verb(text, at, ends):
            return False
        return _GIVEN.match(text, at + 1) is not None
    if at and text[at - 1] in "老小阿" and {at - 1, at, at + 1} <= ends:
        return True
    alone = at == 0 or text[at - 1] in _BOUNDARY
    return alone and any(acts(text, at + 1 + length) for length in (2, 1))


def _before_given_name(text: str, at: int, ends: Set[int]) -> bool:
    """Whether two characters of given names follow a character that is a word: 由任晓峰执导."""
    given = text[at + 1 : at + 3]
    return (
        len(given) == len("晓峰")
        and {at, at + 3} <= ends
        and (given[0] in _GIVEN_RARE or given[1] in _GIVEN_RARE)
        and all(one in _GIVEN_RARE or one in _GIVEN_TOO for one in given)
        and text[at + 3 : at + 4] not in _ROAD
    )


def _named_seldom(text: str, at: int, ends: Set[int]) -> bool:
    """Whether a rare surname is one here: 过先生, 姓员的, not 陪审员先生."""
    if at and text[at - 1] == "姓":
        return {at - 1, at, at + 1} <= ends
    alone = at == 0 or text[at - 1] in _BOUNDARY or titled(text, at)
    return alone and _ADDRESSED.match(text, at + 1) is not None


def _called(text: str, at: int, ends: Set[int]) -> bool:
    """Whether an office follows, or 姓 or other people's names precede."""
    before = text[at - 1] if at else "\n"
    if before == "姓":
        return {at - 1, at, at + 1} <= ends
    if before not in _BOUNDARY:
        return False
    if text[at] != "区" and at + 1 in ends and _OFFICE.match(text, at + 1):
        return True
    return (
        before in "、和"
        and _GOES_ON_IN_LIST.match(text, at + 1) is not None
        and _LISTED.search(text, max(0, at - _LONG_NAME), at) is not None
    )
