"""Units and measure words: what they are called in Chinese and in English."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """A unit by its own name (``yuan``, ``mu``, ``m2``).

    ``one`` and ``many`` are its English after a number; empty where English says nothing.
    ``dimension`` and ``size`` (in the dimension's base) tell which units can be compared;
    currencies have a dimension but no size, as their rates change.
    """

    name: str
    kind: str
    one: str = ""
    many: str = ""
    dimension: str = ""
    size: Fraction | None = None


def _unit(
    name: str, kind: str, english: str, dimension: str = "", size: str | int | None = None
) -> Unit:
    one, _, many = english.partition("|")
    return Unit(name, kind, one, many or one, dimension, None if size is None else Fraction(size))


_ALL = [
    _unit("yuan", "money", "yuan", "currency"),
    _unit("US dollars", "money", "US dollar|US dollars", "currency"),
    _unit("Hong Kong dollars", "money", "Hong Kong dollar|Hong Kong dollars", "currency"),
    _unit("New Taiwan dollars", "money", "New Taiwan dollar|New Taiwan dollars", "currency"),
    _unit("euros", "money", "euro|euros", "currency"),
    _unit("pounds sterling", "money", "pound sterling|pounds sterling", "currency"),
    _unit("yen", "money", "yen", "currency"),
    # 1 mu is 1/15 ha by law in the People's Republic.
    _unit("mu", "measure", "mu", "area", "2000/3"),
    _unit("hectares", "measure", "hectare|hectares", "area", 10_000),
    _unit("acres", "measure", "acre|acres", "area", "4046.8564224"),
    _unit("m2", "measure", "square metre|square metres", "area", 1),
    _unit("km2", "measure", "square kilometre|square kilometres", "area", 1_000_000),
    _unit("m3", "measure", "cubic metre|cubic metres", "volume", 1),
    _unit("litres", "measure", "litre|litres", "volume", "1/1000"),
    _unit("km", "measure", "kilometre|kilometres", "length", 1000),
    _unit("m", "measure", "metre|metres", "length", 1),
    _unit("cm", "measure", "centimetre|centimetres", "length", "1/100"),
    _unit("mm", "measure", "millimetre|millimetres", "length", "1/1000"),
    _unit("micrometres", "measure", "micrometre|micrometres", "length", "1/1000000"),
    _unit("nm", "measure", "nanometre|nanometres", "length", "1/1000000000"),
    _unit("miles", "measure", "mile|miles", "length", "1609.344"),
    _unit("feet", "measure", "foot|feet", "length", "0.3048"),
    _unit("inches", "measure", "inch|inches", "length", "0.0254"),
    _unit("li", "measure", "li", "length", 500),
    _unit("nautical miles", "measure", "nautical mile|nautical miles", "length", 1852),
    _unit("t", "measure", "tonne|tonnes", "mass", 1000),
    _unit("kg", "measure", "kilogram|kilograms", "mass", 1),
    _unit("g", "measure", "gram|grams", "mass", "1/1000"),
    _unit("jin", "measure", "jin", "mass", "1/2"),
    _unit("GW", "measure", "GW", "power", 1_000_000),
    _unit("MW", "measure", "MW", "power", 1000),
    _unit("kW", "measure", "kW", "power", 1),
    _unit("GWh", "measure", "GWh", "energy", 1_000_000),
    _unit("MWh", "measure", "MWh", "energy", 1000),
    _unit("kWh", "measure", "kWh", "energy", 1),
    _unit("kV", "measure", "kV", "voltage", 1),
    _unit("km/h", "measure", "km/h", "speed", 1),
    _unit("°C", "measure", "°C", "temperature", 1),
    _unit("TEU", "measure", "TEU", "containers", 1),
    _unit("people", "count", "person|people", "people", 1),
    _unit("households", "count", "household|households"),
    _unit("visits", "count", "person-time|person-times"),
    _unit("years old", "measure", "year old|years old", "age", 1),
    _unit("years", "duration", "year|years", "months", 12),
    _unit("quarters", "duration", "quarter|quarters", "months", 3),
    _unit("months", "duration", "month|months", "months", 1),
    _unit("weeks", "duration", "week|weeks", "minutes", 10_080),
    _unit("working days", "duration", "working day|working days", "working days", 1),
    _unit("days", "duration", "day|days", "minutes", 1440),
    _unit("hours", "duration", "hour|hours", "minutes", 60),
    _unit("minutes", "duration", "minute|minutes", "minutes", 1),
    _unit("seconds", "duration", "second|seconds", "minutes", "1/60"),
    _unit("decades", "duration", "decade|decades", "months", 120),
    _unit("%", "percent", ""),
    _unit("percentage points", "points", "percentage point|percentage points"),
    _unit("times", "multiple", "time|times"),
    _unit("items", "count", ""),
]
UNITS = {unit.name: unit for unit in _ALL}

# Chinese names, by the name of the unit. A name in one script only: texts are read after
# ``numeral.normal``.
_CHINESE = {
    "yuan": "元人民币 元 块钱",
    "US dollars": "美元 美金",
    "Hong Kong dollars": "港元 港币",
    "New Taiwan dollars": "新台币 元新台币",
    "euros": "欧元",
    "pounds sterling": "英镑",
    "yen": "日元",
    "mu": "亩",
    "hectares": "公顷 ha",
    "acres": "英亩",
    "m2": "平方米 平米 m² ㎡ 平方公尺",
    "km2": "平方公里 平方千米 km² k㎡",
    "m3": "立方米 标准立方米 m³ 立方",
    "litres": "升",
    "km": "公里 千米 km",
    "m": "米",
    "cm": "厘米 cm",
    "mm": "毫米 mm",
    "micrometres": "微米",
    "nm": "纳米 nm",
    "miles": "英里",
    "feet": "英尺",
    "inches": "英寸",
    "nautical miles": "海里",
    "t": "吨",
    "kg": "公斤 千克 kg",
    "g": "克",
    "jin": "斤",
    "GW": "吉瓦 GW",
    "MW": "兆瓦 MW",
    "kW": "千瓦 kW KW",
    "GWh": "吉瓦时 GWh",
    "MWh": "兆瓦时 MWh",
    "kWh": "千瓦时 kWh",
    "kV": "千伏 kV KV",
    "km/h": "公里/小时 km/h",
    "°C": "摄氏度 ℃ °C",
    "TEU": "标箱 标准箱 TEU",
    "people": "名 人 位",
    "households": "户家庭 户居民 户农户 户村民",
    "visits": "人次",
    "years old": "岁 周岁",
    "years": "周年 年",
    "quarters": "个季度",
    "months": "个月",
    "weeks": "周 个星期 星期 个周",
    "working days": "个工作日 工作日",
    "days": "天 个日夜 日内 昼夜 天时间",
    "hours": "个小时 小时 个钟头",
    "minutes": "分钟",
    "seconds": "秒 秒钟",
    "%": "%",
    "percentage points": "个百分点 百分点",
    "times": "倍",
}

# Words that count things and have no word in English.
_COUNTERS = (
    "个 项 家 户 条 件 座 栋 幢 台 辆 架 套 批 次 所 处 间 张 份 本 部 篇 种 类 期 届 轮 场 支 只 "
    "头 匹 棵 株 片 块 道 层 艘 列 趟 组 队 对 副 幅 宗 起 例 步 口 款 枚 颗 根 台套 台次 家次 "
    "场次 人份 辆次 架次 门 面 方面 县 市 区 省 地 镇 村 校 国 州 大 笔 首 封 桩 城 单 强"
)
CLASSIFIERS = dict.fromkeys(_COUNTERS.split(), "items") | {
    word: name for name, words in _CHINESE.items() for word in words.split()
}


# What follows a measure word where it is none, but begins another word (百亿项目).
_BEGINS = {
    word[0]: word[1:]
    for word in (
        "项目 部门分署队位长 家庭乡电具园长居 条件款 区域间 所有在谓 支撑持付出援 台阶 "
        "对口于外接标应 种植业养 类型似别 名城校企牌单录优 口岸 组织建 处理 批发准复示 "
        "片区 层次面级 道路德 城市乡镇区 门类店票槛 位于居列置 人才民均员工力口大 户籍外 "
        "起来步 省级 市场值 县级域 地区块方 本地土科质级 间隔接 件均 步伐 年代轻龄货味 "
        "天然 单位一 强度化调 国家际产资有 周边围转岁 面积对 升级 元旦宵素 期间望 轮胎 "
        "架构 克服 首批次个位都 米粉 个人性体别 村民级 镇级 校园 "
    ).split()
}


def _any_of(words: list[str]) -> str:
    parts = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        f"{re.escape(word)}(?![{_BEGINS[word]}])" if _BEGINS.get(word) else re.escape(word)
        for word in parts
    )


MEASURE = _any_of(list(CLASSIFIERS))
# After these a lone Chinese numeral is certainly a number.
FIRM = _any_of([w for w, name in CLASSIFIERS.items() if w not in ("大", "地", "首", "面", "立方")])


def convertible(a: str, b: str) -> Fraction | None:
    """How many ``b`` one ``a`` is; None where that is not fixed. Unknown units are None."""
    one, other = UNITS.get(a), UNITS.get(b)
    if one is None or other is None or not one.dimension or one.dimension != other.dimension:
        return None
    if one.size is None or other.size is None:
        return None
    return one.size / other.size


def comparable(a: str, b: str) -> bool:
    """Whether two units say different things of the same matter (yuan and euros)."""
    one, other = UNITS.get(a), UNITS.get(b)
    return bool(one and other and one.dimension and one.dimension == other.dimension)
