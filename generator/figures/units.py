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
    _unit("dollars", "money", "dollar|dollars", "currency"),
    _unit("jiao", "money", "jiao", "currency"),
    _unit("fen", "money", "fen", "currency"),
    _unit("won", "money", "won", "currency"),
    _unit("roubles", "money", "rouble|roubles", "currency"),
    _unit("Australian dollars", "money", "Australian dollar|Australian dollars", "currency"),
    _unit("Canadian dollars", "money", "Canadian dollar|Canadian dollars", "currency"),
    _unit("Singapore dollars", "money", "Singapore dollar|Singapore dollars", "currency"),
    _unit("New Zealand dollars", "money", "New Zealand dollar|New Zealand dollars", "currency"),
    _unit("patacas", "money", "pataca|patacas", "currency"),
    _unit("Swiss francs", "money", "Swiss franc|Swiss francs", "currency"),
    _unit("francs", "money", "franc|francs", "currency"),
    _unit("marks", "money", "mark|marks", "currency"),
    _unit("baht", "money", "baht", "currency"),
    _unit("rupees", "money", "rupee|rupees", "currency"),
    _unit("dong", "money", "dong", "currency"),
    _unit("ringgit", "money", "ringgit", "currency"),
    _unit("rupiah", "money", "rupiah", "currency"),
    _unit("reais", "money", "real|reais", "currency"),
    _unit("rand", "money", "rand", "currency"),
    _unit("dirhams", "money", "dirham|dirhams", "currency"),
    _unit("riyals", "money", "riyal|riyals", "currency"),
    _unit("dinars", "money", "dinar|dinars", "currency"),
    _unit("tenge", "money", "tenge", "currency"),
    _unit("som", "money", "som", "currency"),
    _unit("tugrik", "money", "tugrik", "currency"),
    _unit("lira", "money", "lira", "currency"),
    _unit("kronor", "money", "krona|kronor", "currency"),
    _unit("kroner", "money", "krone|kroner", "currency"),
    _unit("pesos", "money", "peso|pesos", "currency"),
    _unit("zloty", "money", "zloty", "currency"),
    _unit("forints", "money", "forint|forints", "currency"),
    _unit("shillings", "money", "shilling|shillings", "currency"),
    _unit("naira", "money", "naira", "currency"),
    _unit("kyat", "money", "kyat", "currency"),
    _unit("taka", "money", "taka", "currency"),
    _unit("kip", "money", "kip", "currency"),
    _unit("riels", "money", "riel|riels", "currency"),
    _unit("hryvnias", "money", "hryvnia|hryvnias", "currency"),
    _unit("shekels", "money", "shekel|shekels", "currency"),
    # 1 mu is 1/15 ha by law in the People's Republic.
    _unit("mu", "measure", "mu", "area", "2000/3"),
    _unit("hectares", "measure", "hectare|hectares", "area", 10_000),
    _unit("acres", "measure", "acre|acres", "area", "4046.8564224"),
    _unit("m2", "measure", "square metre|square metres", "area", 1),
    _unit("km2", "measure", "square kilometre|square kilometres", "area", 1_000_000),
    _unit("sq ft", "measure", "square foot|square feet", "area", "0.09290304"),
    _unit("sq miles", "measure", "square mile|square miles", "area", "2589988.110336"),
    _unit("m3", "measure", "cubic metre|cubic metres", "volume", 1),
    _unit("km3", "measure", "cubic kilometre|cubic kilometres", "volume", 1_000_000_000),
    _unit("litres", "measure", "litre|litres", "volume", "1/1000"),
    _unit("ml", "measure", "millilitre|millilitres", "volume", "1/1000000"),
    _unit("cubic feet", "measure", "cubic foot|cubic feet", "volume", "0.028316846592"),
    _unit("barrels", "measure", "barrel|barrels", "volume", "0.158987294928"),
    _unit("gallons", "measure", "gallon|gallons", "volume", "0.003785411784"),
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
    _unit("mg", "measure", "milligram|milligrams", "mass", "1/1000000"),
    _unit("micrograms", "measure", "microgram|micrograms", "mass", "1/1000000000"),
    _unit("lb", "measure", "pound|pounds", "mass", "0.45359237"),
    _unit("ounces", "measure", "ounce|ounces", "mass", "0.028349523125"),
    _unit("TW", "measure", "TW", "power", 1_000_000_000),
    _unit("GW", "measure", "GW", "power", 1_000_000),
    _unit("MW", "measure", "MW", "power", 1000),
    _unit("kW", "measure", "kW", "power", 1),
    _unit("W", "measure", "W", "power", "1/1000"),
    _unit("horsepower", "measure", "horsepower", "horsepower", 1),
    _unit("TWh", "measure", "TWh", "energy", 1_000_000_000),
    _unit("GWh", "measure", "GWh", "energy", 1_000_000),
    _unit("MWh", "measure", "MWh", "energy", 1000),
    _unit("kWh", "measure", "kWh", "energy", 1),
    _unit("kV", "measure", "kV", "voltage", 1000),
    _unit("V", "measure", "V", "voltage", 1),
    _unit("MVA", "measure", "MVA", "apparent power", 1000),
    _unit("kVA", "measure", "kVA", "apparent power", 1),
    _unit("MPa", "measure", "MPa", "pressure", 1),
    _unit("Hz", "measure", "Hz", "frequency", 1),
    _unit("MHz", "measure", "MHz", "frequency", 1_000_000),
    _unit("GHz", "measure", "GHz", "frequency", 1_000_000_000),
    _unit("decibels", "measure", "decibel|decibels", "sound", 1),
    _unit("km/h", "measure", "km/h", "speed", 1),
    _unit("m/s", "measure", "metre per second|metres per second", "speed", "3.6"),
    _unit("mph", "measure", "mile per hour|miles per hour", "speed", "1.609344"),
    _unit("knots", "measure", "knot|knots", "speed", "1.852"),
    _unit("°C", "measure", "°C", "temperature"),
    _unit("°F", "measure", "°F", "temperature"),
    _unit("degrees", "measure", "degree|degrees"),
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
    _unit("ms", "duration", "millisecond|milliseconds", "minutes", "1/60000"),
    _unit("kcal", "measure", "kilocalorie|kilocalories", "heat", 1),
    _unit("kJ", "measure", "kJ", "heat", "1000/4184"),
    _unit("yards", "measure", "yard|yards", "length", "0.9144"),
    _unit("decades", "duration", "decade|decades", "months", 120),
    _unit("%", "percent", ""),
    _unit("percentage points", "points", "percentage point|percentage points"),
    _unit("basis points", "points", "basis point|basis points"),
    _unit("times", "multiple", "time|times"),
    _unit("items", "count", ""),
]
UNITS = {unit.name: unit for unit in _ALL}

# Chinese names, by the name of the unit. A name in one script only: texts are read after
# ``numeral.normal``.
_CHINESE = {
    "yuan": "元人民币 元钱 元整 元 块钱 人民币",
    "US dollars": "美元 美金",
    "Hong Kong dollars": "港元 港币 元港币",
    "New Taiwan dollars": "新台币 元新台币 台币 新台币元",
    "euros": "欧元",
    "pounds sterling": "英镑",
    "yen": "日元 日圆 日币",
    "won": "韩元 韩圆 韩币",
    "roubles": "卢布",
    "Australian dollars": "澳元 澳大利亚元 澳币",
    "Canadian dollars": "加元 加拿大元 加币",
    "Singapore dollars": "新加坡元 新元 新币 坡币",
    "New Zealand dollars": "新西兰元 纽元 纽币",
    "patacas": "澳门元 澳门币",
    "Swiss francs": "瑞士法郎 瑞郎",
    "francs": "法郎",
    "marks": "马克",
    "baht": "泰铢",
    "rupees": "印度卢比 巴基斯坦卢比 斯里兰卡卢比 尼泊尔卢比 卢比",
    "dong": "越南盾 越盾",
    "ringgit": "马来西亚林吉特 林吉特 令吉 马币",
    "rupiah": "印度尼西亚盾 印度尼西亚卢比 印尼盾 印尼卢比",
    "reais": "巴西雷亚尔 雷亚尔",
    "rand": "南非兰特 兰特",
    "dirhams": "阿联酋迪拉姆 迪拉姆",
    "riyals": "沙特里亚尔 里亚尔",
    "dinars": "第纳尔",
    "tenge": "坚戈",
    "som": "索姆",
    "tugrik": "图格里克",
    "lira": "土耳其里拉 里拉",
    "kronor": "瑞典克朗",
    "kroner": "挪威克朗 丹麦克朗",
    "pesos": "菲律宾比索 墨西哥比索 比索",
    "zloty": "兹罗提",
    "forints": "福林",
    "shillings": "肯尼亚先令 坦桑尼亚先令 先令",
    "naira": "奈拉",
    "kyat": "缅币 缅元",
    "taka": "塔卡",
    "kip": "基普",
    "riels": "瑞尔",
    "hryvnias": "格里夫纳",
    "shekels": "谢克尔",
    "mu": "亩",
    "hectares": "公顷 ha",
    "acres": "英亩",
    "m2": "平方米 平米 m² ㎡ 平方公尺",
    "km2": "平方公里 平方千米 km² k㎡",
    "sq ft": "平方英尺",
    "sq miles": "平方英里",
    "m3": "立方米 标准立方米 m³ 立方",
    "cubic feet": "立方英尺",
    "litres": "公升 升",
    "ml": "毫升 ml mL",
    "barrels": "桶",
    "gallons": "加仑",
    "km": "公里 千米 km KM Km",
    "m": "米",
    "cm": "厘米 cm",
    "mm": "毫米 公厘 mm",
    "micrometres": "微米",
    "nm": "纳米 nm",
    "miles": "英里",
    "feet": "英尺",
    "inches": "英寸",
    "nautical miles": "海里",
    "li": "华里 里",
    "t": "公吨 吨",
    "kg": "公斤 千克 kg KG",
    "g": "克",
    "mg": "毫克 mg",
    "micrograms": "微克",
    "lb": "磅",
    "ounces": "盎司",
    "jin": "市斤 斤",
    "TW": "太瓦 TW",
    "GW": "吉瓦 GW",
    "MW": "兆瓦 MW",
    "kW": "千瓦 kW KW",
    "W": "瓦特 瓦",
    "horsepower": "马力",
    "TWh": "太瓦时 TWh",
    "GWh": "吉瓦时 GWh",
    "MWh": "兆瓦时 MWh",
    "kWh": "千瓦时 kWh",
    "kV": "千伏 kV KV",
    "V": "伏特 伏",
    "MVA": "兆伏安 MVA",
    "kVA": "千伏安 kVA KVA",
    "MPa": "兆帕 MPa",
    "Hz": "赫兹 Hz",
    "MHz": "兆赫 MHz",
    "GHz": "吉赫 GHz",
    "decibels": "分贝 dB",
    "km/h": "公里/小时 公里每小时 千米/小时 千米每小时 km/h KM/H",
    "m/s": "米/秒 米每秒 m/s",
    "mph": "英里/小时",
    "°C": "摄氏度 ℃ °C",
    "°F": "华氏度 ℉ °F",
    "TEU": "标箱 标准箱 TEU",
    "people": "名 人 位",
    "households": "户家庭 户居民 户农户 户村民",
    "visits": "人次",
    "years old": "岁 周岁",
    "years": "周年 个年份 个年头 个春秋 个寒暑 年时间 年",
    "quarters": "个季度",
    "months": "个月份 个月",
    "weeks": "周 个星期 星期 个周",
    "working days": "个工作日 个工作天 工作日 工作天",
    "days": "天 个日夜 昼夜 天时间",
    "hours": "个小时 小时 个钟头",
    "minutes": "分钟",
    "seconds": "秒 秒钟",
    "ms": "毫秒",
    "kcal": "千卡 大卡",
    "kJ": "千焦",
    "yards": "英码 码",
    "basis points": "个基点 基点",
    "%": "%",
    "percentage points": "个百分点 百分点",
    "times": "倍",
}

# Words that count things and have no word in English.
_COUNTERS = (
    "个 项 家 户 条 件 座 栋 幢 台 辆 架 套 批 次 所 处 间 张 份 本 部 篇 种 类 期 届 轮 场 支 只 "
    "头 匹 棵 株 片 块 道 层 艘 列 趟 组 队 对 副 幅 宗 起 例 步 口 款 枚 颗 根 台套 台次 家次 "
    "场次 人份 辆次 架次 车次 班次 匹次 例次 门 面 方面 县 市 区 省 地 镇 村 校 国 州 大 笔 首 封 股 票 页 圈 桩 城 单 强"
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
        "天然 单位一 强度化调 国家际产资有 周边围转岁 面积对 升级值降高学旗华至温为 元旦宵素 期间望 轮胎 "
        "伏击兰 瓦房楼斯 里程面约斯氏弄水巷拉尔昂奥德海克兹 桶装 磅礴 码头 股份东权价市息票 票价据房款务仓 页面岩 圈子层内外 架构 克服勒 首批次个位都 米粉 个人性体别 村民级 镇级 校园 "
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
FIRM = _any_of(
    [
        w
        for w, name in CLASSIFIERS.items()
        if w not in ("大", "地", "首", "面", "立方", "里", "法郎")
    ]
)


# Names in Latin letters, which may follow a number at once: 50kg, 28nm.
LATIN = _any_of([w for w in CLASSIFIERS if w.isascii() and w.isalnum()])


def convertible(a: str, b: str) -> Fraction | None:
    """How many ``b`` one ``a`` is; None where that is not fixed. Unknown units are None."""
    one, other = UNITS.get(a), UNITS.get(b)
    if one is None or other is None or not one.dimension or one.dimension != other.dimension:
        return None
    if one.size is None or other.size is None:
        return None
    return one.size / other.size


# What is counted and has no unit in English, and what may be said of it in either language.
_PLAIN = frozenset({"items", "times", "visits", "TEU", "people", "households", ""})
_APART = ({"people", "households"},)
_ALIKE = (
    {"working days", "days"},
    {"years old", "years"},
    {"degrees", "°C", "°F"},
    {"jiao", "fen"},
)


def conflicting(a: str, b: str) -> bool:
    """Whether two units cannot be of the same quantity: kilowatts and kilowatt-hours, people
    and households. Where one is not said (``""``) they can."""
    if a == b or not a or not b:
        return False
    if a in _PLAIN and b in _PLAIN:
        return {a, b} in _APART
    one, other = UNITS.get(a), UNITS.get(b)
    if one is None or other is None or {a, b} in _ALIKE:
        return False
    return not one.dimension or one.dimension != other.dimension


def comparable(a: str, b: str) -> bool:
    """Whether two units say different things of the same matter (yuan and euros)."""
    one, other = UNITS.get(a), UNITS.get(b)
    return bool(one and other and one.dimension and one.dimension == other.dimension)
