"""Names that do not exist: people, companies, towns and roads, with their pinyin."""

from __future__ import annotations

import random

from pypinyin import lazy_pinyin

Pair = tuple[str, str]

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜"
    "叶程苏魏丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺"
    "顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文志海永春红梅晓东云龙飞鹏辉"
    "斌宇浩凯健俊帆峰波宁燕玲燕琳倩雪琴瑞祥庆德福荣光新民生林森泽天佳怡思雨欣然子涵启航立"
    "安少康向前学军爱国胜利双喜根生金水小龙长青"
)
_BRAND = (
    "鸿泰华盛恒达宏远金龙天宇东方瑞丰顺发嘉诚信和利德康美源鑫汇创新科锐捷通联众腾飞翔宇光"
    "明辉煌伟业国安永固博雅健力士奥普斯维特莱尔迈克中兴大成志远海川江河山峰云岭雪松柏竹兰"
    "梅怡田谦宜燎原正邦立高华星卓越优品胜景晶诺帝欧克朗坤厚泽润禾穗丰谷粮仓善百川万象"
)
_TOWN = (
    "石桥新城大龙白马双河青山金竹黄沙东林西坪南溪北塘永兴太平福安清水红旗高岭长乐古桥柏树"
    "罗渡观音凤凰玉泉银山花园沙湾梅岭茶亭枣园杨柳松林龙门虎头鹿鸣鹤山云峰"
)
_TRADES = (
    ("新材料", "New Materials"),
    ("科技", "Technology"),
    ("电子", "Electronics"),
    ("电子科技", "Electronic Technology"),
    ("光电", "Optoelectronics"),
    ("新能源", "New Energy"),
    ("新能源科技", "New Energy Technology"),
    ("生物", "Biotech"),
    ("生物科技", "Biotechnology"),
    ("医药", "Pharmaceutical"),
    ("药业", "Pharmaceutical"),
    ("食品", "Food"),
    ("农业", "Agriculture"),
    ("农牧", "Agriculture and Animal Husbandry"),
    ("机械", "Machinery"),
    ("机械制造", "Machinery Manufacturing"),
    ("精密", "Precision"),
    ("智能科技", "Smart Technology"),
    ("智能装备", "Smart Equipment"),
    ("环保", "Environmental Protection"),
    ("环保科技", "Environmental Technology"),
    ("建材", "Building Materials"),
    ("纺织", "Textile"),
    ("服饰", "Garments"),
    ("鞋业", "Footwear"),
    ("家具", "Furniture"),
    ("家居", "Home"),
    ("包装", "Packaging"),
    ("塑胶", "Plastics"),
    ("五金", "Hardware"),
    ("电器", "Electric Appliances"),
    ("半导体", "Semiconductor"),
    ("汽车", "Auto"),
    ("汽车零部件", "Auto Parts"),
    ("物流", "Logistics"),
    ("能源", "Energy"),
    ("化工", "Chemical"),
    ("钢构", "Steel Structures"),
    ("铝业", "Aluminium"),
    ("铜业", "Copper"),
    ("纸业", "Paper"),
    ("茶业", "Tea"),
    ("酒业", "Liquor"),
    ("实业", "Industrial"),
    ("电气", "Electric"),
    ("装备", "Equipment"),
    ("重工", "Heavy Industry"),
    ("信息技术", "Information Technology"),
    ("网络", "Network"),
    ("文旅", "Culture and Tourism"),
    ("置业", "Property"),
    ("建设", "Construction"),
    ("水泥", "Cement"),
    ("玻璃", "Glass"),
    ("陶瓷", "Ceramics"),
    ("模具", "Moulds"),
    ("线缆", "Cables"),
    ("电池", "Battery"),
    ("医疗", "Medical"),
    ("医疗器械", "Medical Devices"),
    ("玄武岩纤维", "Basalt Fibre"),
    ("矿业", "Mining"),
    ("饲料", "Feed"),
    ("军品", "Military Products"),
)
_ENDINGS = (
    ("有限公司", " Co Ltd"),
    ("股份有限公司", " Co Ltd"),
    ("集团", " Group"),
    ("公司", ""),
    ("", ""),
    ("", ""),
    ("", ""),
)


def romanised(name: str) -> str:
    """The pinyin of a name as one word, with an apostrophe before a vowel: Guang'an."""
    syllables = lazy_pinyin(name)
    word = syllables[0]
    for syllable in syllables[1:]:
        word += ("'" if syllable[0] in "aoe" else "") + syllable
    return word.replace("lv", "lü").replace("nv", "nü").capitalize()


def _some(characters: str, count: int, choice: random.Random) -> str:
    return "".join(choice.choice(characters) for _ in range(count))


def person(choice: random.Random) -> Pair:
    """Somebody's name."""
    surname = choice.choice(_SURNAMES)
    given = _some(_GIVEN, choice.choice((1, 2, 2)), choice)
    return surname + given, f"{romanised(surname)} {romanised(given)}"


def company(choice: random.Random, place: Pair | None = None) -> Pair:
    """A company's name, with the name of a place before it or not."""
    brand = _some(_BRAND, choice.choice((2, 2, 2, 3)), choice)
    trade, trade_english = choice.choice(_TRADES)
    ending, ending_english = choice.choice(_ENDINGS)
    chinese, english = f"{brand}{trade}{ending}", f"{romanised(brand)} {trade_english}"
    if place and choice.random() < 0.4:
        chinese, english = place[0] + chinese, f"{place[1]} {english}"
    return chinese, english + ending_english


def town(choice: random.Random) -> Pair:
    """The name of a town or village, without what it is."""
    name = _some(_TOWN, 2, choice)
    return name, romanised(name)
