"""Names of counties inside foreign names: 瑞安 in 柏瑞安, 安吉 in 安吉莉娜, 德州 for Texas."""

from __future__ import annotations

from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex

# Characters of counties' names that are also used in transliterations.
_SHARED = frozenset(
    "阿埃艾安奥巴班保贝比宾波博布策达戴丹德登迪东多恩尔法菲费弗福戈格根古圭哈海汉赫黑霍吉加杰金卡凯坎康考科克"
    "肯库奎拉莱兰雷里利莲林隆卢鲁伦罗洛马玛麦曼梅门蒙米密明莫姆穆拿纳奈南内尼宁纽诺欧帕派佩皮平普齐奇恰乔"
    "切萨塞瑞赛桑沙莎山圣施史斯松苏索塔泰坦汤特腾提廷托瓦万维温沃乌武西希锡夏谢辛休雅亚扬耶伊因英尤约詹泽扎兹"
    "中凱里薩羅蘇萊烏"
)
# Those that are almost only used in transliterations when right before or after a place name.
_BEFORE = frozenset("斯尔尼莱姆蒂弗娜莎娅茨芙赫佩耶埃诺萨洛伦莉顿柏瑟特阿拉")
_AFTER = frozenset("斯诺莉尼娜姆莎蒂尔弗茨娅芙赫")
_POINTS = frozenset("·•")
# The end of a given name before a point: 保罗·|瑞安. 呼伦贝尔·满洲里 is in China.
_GIVEN = _BEFORE | frozenset("罗恩格夫汀丁利圣卡德克普")
_CITIES = ("贝尔", "哈尔")
_TEXAS = late_regex(
    r"州[长長](?!期|江|远)|[参參众眾][议議][员員院]|共和[党黨]|民主[党黨]|[达達]拉斯|休斯[敦顿頓]|[奥奧]斯汀|[圣聖]安[东東]尼[奥奧]"
    r"|[游遊][骑騎]兵|牛仔[队隊]|[佛加]州|德州佬|路易斯安那|[火]箭[队隊]|[马馬]刺[队隊]"
)


def is_of_foreign_name(text: str, start: int, end: int) -> bool:
    """Whether a county's short name is only a part of a transliterated name."""
    before, after = text[start - 1 : start], text[end : end + 1]
    point = before in _POINTS
    if not (point or before in _BEFORE or after in _AFTER):
        return False
    if not _SHARED.issuperset(text[start:end]):
        return False
    if not point:
        return True
    return text[start - 2 : start - 1] in _GIVEN and not text.endswith(_CITIES, 0, start - 1)


def is_texas(text: str, start: int) -> bool:
    """Whether 德州 means Texas, by the words of its sentence."""
    return "山东" not in text and _TEXAS.search(text, *sentence_around(text, start)) is not None
