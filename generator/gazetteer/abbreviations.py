"""Abbreviations of provinces and cities in Chinese text: 沪, 川渝, 成渝, 港股, 杭绍甬."""

from __future__ import annotations

import re
from functools import cache

from generator.gazetteer.places import Place
from generator.patterns import late_regex

# Characters of a place that hardly stand for anything else.
_CLEAR = {
    "110000": "京",
    "120000": "津",
    "130000": "冀",
    "310000": "沪",
    "330000": "浙",
    "340000": "皖",
    "350000": "闽",
    "360000": "赣",
    "370000": "鲁",
    "410000": "豫",
    "420000": "鄂",
    "430000": "湘",
    "440000": "粤",
    "460000": "琼",
    "500000": "渝",
    "520000": "黔",
    "530000": "滇",
    "610000": "陕",
    "620000": "陇",
    "650000": "疆",
    "510100": "蓉",
    "440100": "穗",
    "330100": "杭",
    "330200": "甬",
    "140000": "晋",
    "540000": "藏",
}
# Characters that are words as well, and count only in compounds.
_UNCLEAR = {
    "150000": "蒙",
    "210000": "辽",
    "220000": "吉",
    "230000": "黑",
    "320000": "苏",
    "450000": "桂",
    "510000": "川蜀",
    "520000": "贵",
    "530000": "云",
    "610000": "秦",
    "620000": "甘",
    "630000": "青",
    "640000": "宁",
    "650000": "新",
    "710000": "台",
    "810000": "港",
    "820000": "澳",
    "320100": "宁",
    "370100": "济",
    "440300": "深",
    "420100": "汉",
}
_EVERY = "".join((*_CLEAR.values(), *_UNCLEAR.values()))
# Characters that are also parts of names of other places and of words.
_NO_WORD = {
    "京": "(?<![南东])京",
    "津": "(?<!天)津(?![贴津巴])",
    "晋": "晋(?![升级江])",
    "藏": "[入进赴在援青川滇]藏|藏[族区文语历医传地北南东]",
    "疆": "[入进赴在援南北]疆|疆[内外]",
    "杭": "杭(?!州)",
    "鲁": "[赴齐]鲁|鲁[西东南中北菜企]",
    "陕": "陕(?!西)",
    "琼": "(?<!瑶)琼(?![斯浆海])",
    "浙": "浙(?!江)",
}
# Words that mean a place.
_WORDS = {
    "710000": "两岸|台[海湾商胞企资积独军币股农方当]|宝岛|[中美涉对赴来在]台|岛内|台盟|中华台北",
    "810000": (
        "[赴来在对访抵留中沪深陆本]港|港[府人股元币珠澳交区企资铁岛]|恒[生指科]|国企指数|国指|红筹|[南北][向上下]资金|一国两制|特区|国泰航空"
        "|联交所|九龙|金管局"
    ),
    "820000": "[港赴来在本访]澳|澳[区企资门]|一国两制|特区",
    "110000": (
        "首都|北上广|中关村|中央|国务院|中方|中国政府|新华社|北大|清华|人民大会堂|中南海|故宫|天安门"
    ),
    "310000": "上证|上交所|科创(?:板|50)|浦东|外滩|[两A]市|A股|北上广",
    "440300": "深[圳交市]|[沪广港莞]深|深[证成综]|深股通|创业板|[两A]市|A股|北上广深",
    "320100": "宁[沪杭]|沪宁",
    "650000": "维吾尔",
    "510000": "川[渝菜酒剧东西南北]|[成巴]蜀",
    "150000": "内蒙|蒙[东西古]",
    "210000": "辽[宁东西]",
    "230000": "龙江|北大荒",
    "440000": "岭南|两广|大湾区|广[货式]|珠三角",
    "320000": "苏[南北中]|江浙|长三角",
    "370000": "齐鲁|胶东",
    "340000": "徽[商州派菜剧墨文]",
    "420000": "荆楚|两湖",
    "430000": "湖湘|潇湘|两湖",
    "440100": "北上广|广铁|广九",
    "450000": "两广",
    "610000": "三秦|秦[岭腔]",
    "140000": "三晋",
    "510100": "成渝|双城经济圈",
    "500000": "山城|双城经济圈",
    "640000": "[陕甘]宁",
    "630000": "甘青|青藏",
}
# What follows the abbreviations of a railway, a road or a region.
_LINES = (
    "高铁|铁路|高速|城际|客专|国道|大桥|都市圈|一体化|同城|城市群|三角|走廊|两[地省市城]|三[地省市]|四[地省市]"
    "|地区|通道|合作|毗邻|经济|交界|协同|等地"
)
_COMPOUND = late_regex(rf"((?:[\u4e00-\u9fff]{{2,4}}、)*[\u4e00-\u9fff]{{2,4}})(?:{_LINES})")


def abbreviated(place: Place, text: str) -> bool:
    """Whether a Chinese text has an abbreviation that may mean ``place``."""
    said = _own(place.code)
    if said is not None and said.search(text):
        return True
    if place.level == "county":
        return False
    letters = set(_CLEAR.get(place.code, "") + _UNCLEAR.get(place.code, ""))
    letters |= set(place.short) if len(place.short) < 4 and place.level != "province" else set()
    return any(not letters.isdisjoint(match[1]) for match in _COMPOUND.finditer(text))


@cache
def _own(code: str) -> re.Pattern[str] | None:
    clear, unclear = _CLEAR.get(code, ""), _UNCLEAR.get(code, "")
    parts = [_NO_WORD.get(clear, clear)] if clear else []
    parts += [f"[{unclear}][{_EVERY}]|[{_EVERY}][{unclear}]"] if unclear else []
    parts += [_WORDS[code]] if code in _WORDS else []
    return re.compile("|".join(parts)) if parts else None
