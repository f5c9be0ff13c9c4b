"""Detect names that consist of parts of other words: 丽江 in 美丽江苏."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.gazetteer import tables
from generator.lexicon import cut, frequency
from generator.patterns import late_regex

_AROUND = 8  # the number of characters on either side to segment into words
_CLAUSE = late_regex(r"[\s，。、；：！？“”（）()《》]")
# Words that are not the end of a district's name: 向|山区.
_AREAS = frozenset({"山区", "灾区", "老区", "社区", "园区", "景区", "林区", "牧区", "矿区", "郊区"})
# Words whose first character may also be the last one of a division's full name: 如皋市|委.
_OF_DIVISION = frozenset(
    "市委 市民 市长 市長 市级 市級 市属 市屬 市直 市政 市政府 市立 市府 市容 市郊 市情 市志"
    " 县委 縣委 县长 縣長 县级 縣級 县域 縣域 县城 縣城 县政府 县属 县直 县乡 县民 县志 县内 县情"
    " 区委 区长 区级 区属 区直 区情 旗委".split()
)
_OF_PREFECTURE = ("州政府", "州委", "州府", "清政府", "乡政府")
# The first two characters of words after which a name is not cut: 白山|西站, 昆山|海关, 丽水|电商.
_NEXT_WORDS = frozenset(
    [side + part for side in "东西南北東" for part in "区區部站郊路段岸城侧側麓"]
    + "海关 海關 电商 電商 电视 電視 电信 電信 电网 電網 电力 電力 产业 產業 公交 公安 公司"
    " 公积 公積 公共 公路 公证 教育 体育 體育 建成 建设 建設 全面 全力 全市 全域 全境 两会"
    " 兩會 经开 經開 小区 小區 小学 小學 小微 学校 學校 头条 頭條 治理 会展 會展 会议 會議"
    " 会场 常委 大力 大会 大會 大型 主城 主要 下线 下線 中院 吉他 城区 城區 海事"
    " 光伏 光电 光電 生态 生態 本地 学生 學生 医院 醫院 水利 水务 下辖 下属 下半 商会 商务"
    " 商會 商務 开展 开工 开放 开通 开始 开发 开启 开设 高铁 高新 高速 高校 高考 发改 等地"
    " 地区 地處 地处 地震 地标 地方 国道 国资 国企 国土 國資 民宿 民生 民政 民警 民营 民企"
    " 车企 车展 城投 城管 城建 石化 科创 楼市 雾霾 风电 一男 一女 一家 一名 职院 卫健 住建"
    " 工地 工厂 投用 投运 灯会".split()
)
_LINKS = frozenset("和与與及到至同跟")  # 合肥和|安庆
# 淮安|全市, although 安全 is a word.
_SAFE, _ALL_OF_IT = "安全", frozenset({"全市", "全域", "全境", "全力", "全面", "全长", "全民"})
_CHINA = ("中国", "中國")  # 中国|香港 is one word
_SELDOM = 8e-5  # the frequency below which a character is seldom a word by itself: 叶|县委
_BREAK = "\n"


def is_rare(character: str) -> bool:
    """Whether a character is seldom a word by itself, like 叶 of 叶县."""
    return frequency(character) < _SELDOM


def made_of_pieces(text: str, names: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Find those of ``names`` (pairs of start and end) that words of the text cross.

    Returns a dict by start. The value is the end of the name without its last character if only
    that character belongs to another word (桐乡|市场), otherwise 0.

    The contexts of all names are segmented as one text, which takes a third of the time.
    """
    windows: list[str] = []
    inside: list[tuple[int, int]] = []
    length = 0
    asked: list[int] = []
    left, right = _straddles()
    begins = {start for start, _ in names}
    ends = {end for _, end in names}
    for start, end in names:
        if end in begins or start in ends:  # 鞍山|海城, although 山海 is a word
            continue
        across = (
            (start and text[start - 1] in left.get(text[start], ""))
            or text[end : end + 1] in right.get(text[end - 1], _BREAK)
            or text[end - 2 : end] in _AREAS
        )
        if not across or text[end : end + 1] == "港":  # 威海港 is not 海港
            continue
        before = _CLAUSE.split(text[max(0, start - _AROUND) : start])[-1]
        after = _CLAUSE.split(text[end : end + _AROUND], 1)[0]
        asked.append(start)
        inside.append((length + len(before), length + len(before) + end - start))
        windows.append(before + text[start:end] + after)
        length += len(windows[-1]) + 1
    found: dict[int, int] = {}
    if not asked:
        return found
    at = number = 0
    for word in cut(_BREAK.join(windows)):
        past = at + len(word)
        while number < len(inside) and at >= inside[number][1]:
            number += 1
        if number == len(inside):
            break
        start, end = inside[number]
        if at < start < past:
            begin = asked[number]
            of_china = past == end and at + 2 == start and word.startswith(_CHINA)
            linked = begin - 1 in ends and text[begin - 1] in _LINKS
            if not of_china and not linked:
                found[begin] = 0
        elif start < at < end < past:
            begin = asked[number]
            finish = begin + end - start
            if at + 1 != end:
                found[begin] = 0
            elif not _is_whole(text, begin, finish, word):
                found[begin] = finish - 1
        elif start < at and past == end and word in _AREAS:
            found[asked[number]] = 0
        at = past
    return found


def goes_on_whole(text: str, end: int) -> bool:
    """Whether the word at ``end`` shows that the name before it ends there."""
    return text[end : end + 2] in _NEXT_WORDS


def _is_whole(text: str, start: int, end: int, word: str) -> bool:
    """Whether the last character of a name belongs to it, although ``word`` starts with it."""
    if word in _OF_DIVISION:
        return end - start > 2 or is_rare(text[start])
    if text[end] == "至" and text[end + 1 : end + 2] not in {"县", "縣"}:
        return True  # 启东|至上海, although 东至 is a county
    if goes_on_whole(text, end) or word.startswith(_OF_PREFECTURE):
        return True
    # 丽水|果园: the rest of the name (丽) is not a word.
    if end - start == 2 and is_rare(text[start]) and frequency(text[end : end + 2]) > 0:
        return True
    if word != _SAFE or text[end : end + 2] not in _ALL_OF_IT:
        return False
    return text[end + 2 : end + 3] not in {"场", "場", "前", "临"}


@cache
def _straddles() -> tuple[dict[str, str], dict[str, str]]:
    return tables.straddles("before"), tables.straddles("after")
