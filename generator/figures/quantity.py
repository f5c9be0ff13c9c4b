"""Amounts, counts, shares, ranks and magnitudes in Chinese text.

Every reader takes ``numeral.normal`` text and a place, and returns the figure that begins
there or None.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from generator.figures.amount import Amount
from generator.figures.calendar import read_calendar
from generator.figures.compose_quantity import compose
from generator.figures.digits import read_digits
from generator.figures.figure import Figure
from generator.figures.measures import CLASSIFIERS, MEASURE
from generator.figures.numeral import DIGITS, chinese_value, pair_values
from generator.figures.numeral_filter import counts, is_han, is_name
from generator.figures.pattern import (
    LASTING,
    MONEY_SIGN,
    MONEY_SIGNS,
    NOT_PREFIX,
    NUMERAL,
    PER,
    PREFIX,
    SCALED,
    SUFFIX,
)
from generator.figures.units import UNITS
from generator.patterns import late_regex

_LASTED, _N = "|".join(LASTING), "0-9一二三四五六七八九十"
_QUANTITY = late_regex(
    rf"""
    (?P<prefix>{PREFIX})?
    (?:(?P<sign>{MONEY_SIGN})\s?(?=[0-9]))?
    (?:零上)?(?P<minus>零下|负)?
    (?P<a>{NUMERAL})(?:{SCALED})?(?P<amore>多|余|几|来|(?<=[百千万])把(?=[块元人个斤亩里年家户名号]))?(?:{SCALED})?(?P<ascale>[万亿]{{1,2}})?(?P<alast>多|余)?
    (?P<amid>(?:个)?[多来](?=个?(?:月|星期|小时|工作日)))?
    (?P<aunit>%|{MEASURE}|度(?![假过日量数身外])
       |日(?=内(?!蒙)|之内|以内|后(?![半来卫])|之后|以上|游|拘留(?:[，。、处的]|\Z))|日(?<=(?:{_LASTED})[{_N}]日)|日(?<=(?:{_LASTED})[{_N}]{{2}}日)|(?(prefix)日(?![报本元])|(?!)))?(?P<aafter>(?<=[年天月时周])多|余|多(?=元))?
    (?:(?P<sep>至|到|-|—+|–|~)(?P<babove>零上)?(?P<bminus>零下)?(?P<b>{NUMERAL})(?:{SCALED})?(?P<bmore>多|余)?(?P<bscale>[万亿]{{1,2}})?
       (?P<bunit>%|{MEASURE}|(?(minus)度|(?!)))?)?
    (?P<per>/(?:{"|".join(PER)}))?
    (?P<suffix>(?:{SUFFIX})(?<!\+(?=[0-9A-Za-z])))?
    """,
    re.VERBOSE,
)

# 约为6比4, 近3:1: a ratio follows the word.
_AGAINST = late_regex(":|比[0-9一二三四五六七八九十]")
_LETTER = late_regex("[A-Za-z]")
_MAGNITUDE = late_regex(r"[十百千万亿]+\Z")
_LARGE = late_regex(r"[万亿]+\Z")
# 一万二三 is 12,000 to 13,000.
_LARGE_PAIR = late_regex("[一二两三四五六七八九][百千万][一二三四五六七八][二三四五六七八九]\\Z")


def read_quantity(text: str, at: int) -> Figure | None:
    """An amount with its unit, range and qualifier (``近20个``, ``2万元至20万元``)."""
    match = _QUANTITY.match(text, at)
    if not match:
        return None
    prefix = match["prefix"] or ""
    if text[at] == "-" and not _is_minus(text, at, match["aunit"]):
        return None
    if match["sign"] and _LETTER.match(text, match.end("a")):
        return None  # US$1.2bn
    if prefix and at and text[at - 1] in NOT_PREFIX.get(prefix[0], ""):
        return None
    if match["minus"] and not _is_below(text, match):
        return None
    start = match.start("a")
    if not text[start].isascii() and is_name(text, start):
        return None
    sign = "-" if match["minus"] else ""
    low = _value(sign + match["a"], match["amore"], match["ascale"])
    unit, unit_end = _unit(text, match)
    if match["aunit"] == "日" and not unit:
        return None  # 约5日抵达: about the fifth
    ends = [match.end(group) for group in ("a", "amore", "ascale", "alast", "aafter")]
    end = max(*ends, unit_end)
    ranged = _range(match, low) if match["sep"] else None
    if ranged is not None:
        last = max(match.end(group) for group in ("b", "bmore", "bscale", "bunit"))
        ranged = msgspec.structs.replace(ranged, unit=ranged.unit or _sign_unit(match))
        return compose(text, match, ranged, last)
    pair = _pair(match)
    if pair is not None:
        small = not (sign or match["ascale"])
        return compose(text, match, Amount(pair, unit or "items", small=small), end)
    if low is None or not (sign or counts(text, match)):
        return None
    number = match.start("a")
    if prefix and (
        _AGAINST.match(text, match.end("a")) or (unit != "days" and read_calendar(text, number))
    ):
        return None  # 高于4月: a date or a time follows, and will be read as one
    if match["aunit"] == "位" and read_digits(text, number):
        return None  # 超过两位数
    small = (match["a"] in DIGITS or match["a"] == "十") and not (sign or match["ascale"])
    bare = not unit and match["a"].replace(".", "").isdigit() and end == match.end("a")
    return compose(text, match, Amount((low,), unit, small, bare), end)


def _sign_unit(match: re.Match[str]) -> str:
    return MONEY_SIGNS.get(match["sign"] or "", "")


# 分别高0.8个和0.5个百分点, 1.4和0.6个百分点
_SHARED_POINTS = late_regex(
    r"(?:[和与及、][0-9.]+个?)+百分点|[和与及、，](?:比|较)?[\u4e00-\u9fff]{0,8}[0-9]+(?:\.[0-9]+)?个百分点"
)
_WITHIN = late_regex(r"[内后游]|拘留|之[内后]|以[内上]")
_FAST = late_regex(
    r"(?:时速|限速|车速|每小时)(?:(?:[由从][0-9.]+(?:公里|千米)?[\u4e00-\u9fff]{0,4}[到至为])?"
    r"(?:可达|高达|达到|达|为|约|最高|超过?|近|由|从)?)?\Z"
)
# 块 is money after these, unless a thing that comes in pieces follows.
_PRICED = late_regex(
    r"(?:元[^，。；]{0,4}[到至为]|[每一][\u4e00-\u9fff]{1,3}|[价费票金资本]|[花涨降减省加卖赚挣罚付收贴交补]了?|便宜了?|一共|只要)"
    r"(?:达|为|约|是|要|才|只要|仅|至|到|:)?\Z"
)
_FOR_ONE = late_regex(
    r"一[份碗斤张件个次人只条杯瓶盒袋盘套双本天晚趟]|起步|每[\u4e00-\u9fff]|[涨跌降](?:了|到|至|价|回)"
)
# 青砖四万八千块
_LAID = late_regex(
    "(?:砖|石[材料板碑]?|瓦|[展广路站门]?牌|[木钢铁]?板|碑|匾|玻璃|屏|电池)[共约达近超]?\\Z"
)
# 十二块，加个蛋两块: after a sum.
_SUMMED = late_regex(
    r"[0-9一二两三四五六七八九十百](?:块[一二三四五六七八九]?|元|毛)[，；][^，。；牌板砖石碑匾]{0,6}\Z"
)
# A 桶 of these is no barrel of oil.
_FILLED = late_regex(
    "(?:[纯净饮用]{0,4}水|[油]?漆|涂料|[方泡便拌]{0,3}面|[米盒]?饭|牛奶|蜂蜜|装|食用油|菜油|酒|白酒|黄酒|啤酒|垃圾|肥)"
)
# 7尺的中锋, 5尺4寸: feet, or near them.
_IN_FEET = late_regex("身高|身材|球员|中锋|前锋|后卫|帆船|游艇|尺[0-9一二三四五六七八九十]寸|英寸")
_ACROSS = late_regex("的?(?:[大液触]?[晶屏]|电视|蛋糕|披萨|照|相片|显示|平板|手机|轮毂)")
# 年方二十, 享年八十三
_AGED = late_regex("(?:年[方届近逾过满仅]|享年|时年|现年|虚岁|芳龄)\\Z")
_ALONE = late_regex("[^\u4e00-\u9fff多余几来]|的|仍|出头|开外|\\Z")
_SPEED = late_regex(r"(?:航速|速度|时速|风速)(?:甚至|高达|达到?|为|约|近|超过?|可达|最高)*\Z")
_AT_SPEED = late_regex("节的?(?:航速|速度|风速|大风|阵风)")
_FOR_LATER = late_regex(r"时速[0-9]+(?:公里|千米)[^。；]{0,6}(?:预留|按照?)(?:了|有|时速)?\Z")
# 方 is a cubic metre of earth, water or gas; of floors it is a square one.
_VOLUME = late_regex(
    r"(?:土|土方|石方|混凝土|砂石?|砂浆|蓄水|蓄洪|库容|木料|石料|渣土|淤泥|垃圾|供水|供气|输气|产气|污水|用水|节水|木材|气|水)(?:量|达|约|近|超过?|共|计)*\Z"
)
_PIECES = late_regex("[地砖石板屏牌肉金银铜田土表电蛋布糖]")
_WARM = late_regex(
    r"(?:温[度差]?|热|寒|升至|降至|[最至]?[高低](?:可?达|为|至|到)?|摄氏|烧[到至]|煮到|冷却到|[骤陡猛速]降|跌破|(?:调|控制|保持|维持|设定|设置)[到至在])"
    r"(?:达到|可达|突破|跌破|超过?|接近|近|达|为|在|约|仅|至|到)?\Z"
)
_ZERO = late_regex("零[下上][0-9一二三四五六七八九十]")
_GLOWING = late_regex(
    "的?(?:温[差度]|低温|气温|水温|火[焰苗]|烈[焰火]|高温|炉[火温膛]|[钢铁]水|岩浆|熔|沸水|蒸汽)"
)
_ELECTRIC = late_regex("[电能]")
_TURN = late_regex(r"(?:角|转|弯|倾斜|坡|仰|经|纬)(?:度|了|达|为|约|至)?\Z")


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing belongs to the number, and nothing that it counts follows."""
    bare = not (match["amore"] or match["ascale"] or match["sep"])
    return bare and _ALONE.match(text, match.end("a")) is not None


def _unit(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The unit by its own name, and where its Chinese ends; ``""`` where there is none."""
    name, end, start = match["aunit"] or "", match.end("aunit"), match.start()
    signed = _sign_unit(match)
    if name == "度":
        unit = _degree(text, match)
        return unit, end if unit else match.start("aunit")
    if name == "日":
        lasting = text.endswith(LASTING, 0, start)
        bounded = (
            lasting
            or _WITHIN.match(text, end)
            or (match["prefix"] or "")[:1] in tuple("近将接超逾")
        )
        return ("days", end) if bounded else ("", match.start("aunit"))
    if name in ("", "个") and _SHARED_POINTS.match(text, end if name else match.end("a")):
        return "percentage points", end if name else match.end("a")
    unit = "%" if name == "%" else CLASSIFIERS.get(name, "")
    if unit == "yuan" and signed:
        return signed, end  # $150元
    if not unit and text.endswith("人民币", 0, start):
        signed = "yuan"
    if signed and UNITS[unit or "items"].kind == "count":
        return signed, match.start("aunit")  # ¥58起
    if text.startswith("节", match.end("a")) and (
        _SPEED.search(text[max(0, start - 6) : start]) or _AT_SPEED.match(text, match.end("a"))
    ):
        return "knots", match.end("a") + 1
    if name == "级" and (match["a"] + (match["ascale"] or ""))[-1] in "百千万亿":
        return "", match.start("aunit")  # of that order
    if name == "大" and match["a"][-1] in "万亿":
        return "", match.start("aunit")  # 百亿大产业
    if name == "方" and not _is_volume(text, match):
        return "", match.start("aunit")
    if name == "块" and _LAID.search(text, max(0, start - 4), start):
        return "items", end
    if name == "块" and (
        _PRICED.search(text[max(0, start - 8) : start])
        or _FOR_ONE.match(text, end)
        or match["a"][-1] in "百千万"
    ):
        return ("items", end) if _PIECES.match(text, end) else ("yuan", end)
    if name == "块" and _SUMMED.search(text, max(0, start - 16), start):
        return ("items", end) if _PIECES.match(text, end) else ("yuan", end)
    if name == "桶" and _FILLED.match(text, end):
        return "", end
    if name == "尺" and _IN_FEET.search(text):
        return "", end
    if name == "寸" and (match["a"][0].isascii() or _ACROSS.match(text, end)):
        return "inches", end
    if not name and _AGED.search(text, max(0, start - 3), start) and _is_alone(text, match):
        return "years old", match.end("a")
    if name == "起" and _PRICED.search(text[max(0, start - 8) : start]):
        return "", match.start("aunit")
    if unit == "m" and text.endswith("每秒", 0, start):
        return "m/s", end
    if unit == "km" and (
        _FAST.search(text[max(0, start - 22) : start])
        or text.startswith("的时速", end)
        or _FOR_LATER.search(text[max(0, start - 22) : start])
    ):
        return "km/h", end
    if unit == "miles" and _FAST.search(text[max(0, start - 8) : start]):
        return "mph", end
    return unit or signed, end


_FLUID = late_regex(
    r"(?:储量|库容|水|气|油|液|浆|沙|砂|土|石|渣|泥|木材|混凝土|蓄|灌|泄|洪)[^，。；：]{0,12}\Z"
)
_FLOORS = late_regex("面积|建筑|楼|厂房|商业|住宅|仓|办公")


def _is_volume(text: str, match: re.Match[str]) -> bool:
    """Whether a 方 is a cubic metre: of gas, of earth, and any hundred million of them."""
    before = text[max(0, match.start() - 18) : match.start()]
    number = match["a"] + (match["ascale"] or "")
    if _VOLUME.search(before[-6:]) or "亿" in number:
        return True
    return bool(_FLUID.search(before)) and not _FLOORS.search(before)


def _degree(text: str, match: re.Match[str]) -> str:
    """What a 度 is: of temperature, a kilowatt-hour, of an angle; ``""`` where nothing tells."""
    if match["minus"] or text.startswith("零上", match.start("a") - 2):
        return "°C"
    end = match.end("aunit")
    before = text[max(0, match.start() - 8) : match.start()]
    number = match["a"] + (match["ascale"] or "")
    if number[-1] in "万亿" or text.startswith("电", end):
        return "kWh"
    if _WARM.search(before) or text.startswith(("高温", "低温", "以上高温", "以上的高温"), end):
        return "°C"
    if _GLOWING.match(text, end):
        return "°C"
    if _ELECTRIC.search(before):
        return "kWh"
    if (
        _TURN.search(before)
        or number in ("90", "180", "270", "360")
        or text[end : end + 1] in tuple("角弯")
    ):
        return "degrees"
    return "°C" if _ZERO.search(text, max(0, end - 20), end + 20) else ""


_DEGREES = ("摄氏度", "℃", "°C")
_SIGNED = ("percent", "points", "money")


def _is_minus(text: str, at: int, unit: str | None) -> bool:
    """Whether a hyphen is a minus: 增长-3.5% is, 5-3 and 南充-3 are not."""
    before = text[at - 1 : at]
    if before.isascii():
        return not before.isalnum()
    kind = UNITS[CLASSIFIERS.get(unit or "", "items")].kind
    return not is_han(before) or unit in _DEGREES or kind in _SIGNED


# 减负5%, 税负5%: the character belongs to the word before it.
_BURDENED = "减税增胜抱肩欠担重自背债"


def _is_below(text: str, match: re.Match[str]) -> bool:
    """Whether 负 or 零下 is a minus: 负5% and 零下5℃ are, 减负5% and 负3层 are not."""
    before = text[max(0, match.start("minus") - 1) : match.start("minus")]
    if match["a"].startswith("-"):
        return False
    if match["minus"] == "负":
        return match["aunit"] in ("%", *_DEGREES) and before not in tuple(_BURDENED)
    return match["aunit"] in (None, "度", *_DEGREES)


def _value(numeral: str, more: str | None, scale: str | None) -> Decimal | None:
    sign = -1 if numeral.startswith("-") else 1
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return None  # 五四三 is a name, not a number
    if numeral == "百十":  # 百十来人
        numeral = "百"
    value = chinese_value(numeral.lstrip("-") + (scale or ""))
    return None if value is None else sign * value


def _named(unit: str) -> str:
    return "°C" if unit == "度" else CLASSIFIERS.get(unit, unit)


def _range(match: re.Match[str], low: Decimal | None) -> Amount | None:
    """``2至20万元`` shares its 万, ``10-20%`` its unit; only rising numbers are a range."""
    high = _value(match["b"], match["bmore"], match["bscale"])
    if low is None or high is None or match["amore"] in ("几", "来"):
        return None
    a_unit, b_unit = match["aunit"] or "", match["bunit"] or ""
    if match["bminus"] or (
        match["minus"] and not a_unit and not match["babove"]
    ):  # 零下10至5℃: both are below zero
        low, high = (low, -high) if low < -high or a_unit else (-high, low)
    pattern = _MAGNITUDE if match["b"][0].isascii() else _LARGE
    magnitude = pattern.search(match["b"] + (match["bscale"] or ""))
    bare = not a_unit and not match["ascale"] and not _MAGNITUDE.search(match["a"])
    if bare and magnitude:
        scale = chinese_value(magnitude.group()) or Decimal(1)
        low = low * scale if low * scale < high else low
    one, other = _named(a_unit), _named(b_unit)
    if a_unit and one != other:
        return None
    if not a_unit and not b_unit and match["sep"] == "-" and not magnitude:
        return None  # a telephone number, an identifier
    return Amount((low, high), other) if low < high else None


def _pair(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """``七八个`` is 7 to 8, ``三四百`` 300 to 400; None where it is no such pair."""
    if match["a"][0].isascii():
        return None
    has_scale = (match["a"][-1:] in "十百千万亿" and len(match["a"]) > 2) or bool(
        _LARGE_PAIR.search(match["a"])
    )
    if not (match["aunit"] or match["amid"] or match["ascale"] or has_scale):
        return None
    found = pair_values(match["a"], match["ascale"] or "")
    if found is None:
        return None
    low, high = found
    return (-high, -low) if match["minus"] else (low, high)
