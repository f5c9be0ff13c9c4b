"""Determines the unit that an ambiguous word after a number stands for: 块 of money or of pieces,
度 of temperature, of an angle or of electricity, 桶 of oil or of water, 寸 of a screen or of wood.
"""

from __future__ import annotations

import re

from generator.figures.chinese.named_currencies import named_currency
from generator.figures.chinese.patterns import LASTING, MONEY_SIGNS
from generator.figures.chinese.units import CLASSIFIERS
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex


def sign_unit(match: re.Match[str]) -> str:
    """The currency of the sign before the number; empty if there is none."""
    return MONEY_SIGNS.get(match["sign"] or "", "")


# 分别高0.8个和0.5个百分点, 1.4和0.6个百分点
_SHARED_POINTS = late_regex(
    r"(?:[和与及、][0-9.]+个?)+百分点|[和与及、，](?:比|较)?[\u4e00-\u9fff]{0,8}[0-9]+(?:\.[0-9]+)?个百分点"
)
# 利润率降了两个点
ONE_POINT = late_regex("点(?![位子心赞击评球名数钟])")
POINTS_MOVED = late_regex(
    r"(?:[涨跌降升增高低]|上浮|下浮|上调|下调|回落|收窄|幅)(?:了|近|约|超过?|不到|至少|出)*\Z"
)
_WITHIN = late_regex(r"[内后游]|拘留|之[内后]|以[内上下]")
_FAST = late_regex(
    r"(?:时速|限速|车速|每小时)[应须可要]?(?:(?:[由从]?[0-9.]+(?:公里|千米)?[\u4e00-\u9fff]{0,4}[到至为])?"
    r"(?:可达|高达|达到|达|为|约|最高|超过?|近|由|从|[提升降放][高速至到为宽]+|(?:保持|控制|维持|稳定)(?:在|为|到))?)?\Z"
)
# After these words 块 is money, unless a thing counted in pieces follows.
_PRICED = late_regex(
    r"(?:元[^，。；]{0,4}[到至为]|[每一][\u4e00-\u9fff]{1,3}|[价费票金资本]|[花涨降减省加卖赚挣罚付收贴交补]了?|便宜了?|一共|只要)"
    r"(?:达|为|约|是|要|才|只要|仅|至|到|:)?\Z"
)
_FOR_ONE = late_regex(
    r"一(?:[份碗斤张件个次人只条串把根杯瓶盒袋盘套双本天晚趟板米吨桶捆包筐箱平节课顿车扎支枝朵棵株头尾匹方]|公斤|小时)|[两三四五六七八九十0-9][个只条串把根斤份碗瓶袋张](?=[，。；、）]|\Z)|起步|每[\u4e00-\u9fff]|[涨跌降提升调](?:了|到|至|价|回)"
)
# 青砖四万八千块
_LAID = late_regex(
    "(?:砖|石[材料板碑]?|瓦|[展广路站门]?牌|[木钢铁]?板|碑|匾|玻璃|屏|电池)[共约达近超]?\\Z"
)
# 十二块，加个蛋两块: after another amount of money.
_SUMMED = late_regex(
    r"[0-9一二两三四五六七八九十百](?:块[一二三四五六七八九]?|元|毛)[，；][^，。；牌板砖石碑匾]{0,6}\Z"
)
# 集成电路产量达128亿块
_IN_NUMBERS = late_regex(
    "(?:电路|芯片|硬盘|主板|显卡|电池板?|[显屏]示?[器幕]|砖|展板|奖牌|地板|玻璃|面板|墓碑)[^，。；]{0,8}\\Z"
)
_OF_CASH = late_regex(
    "的?(?:[\u4e00-\u9fff]{0,2}[价款费]|现金|补[贴助]|工资|奖金|[零压]岁?[花钱]|红包|押金|定金|运费|门票|学费|房租|话费|彩礼|罚款|会费|饭钱|车[钱费]|药[钱费]|本钱|利息|小费|差价|赔偿|欠款|私房钱)"
)
# 豆皮六块: money, if nothing counted in pieces is named.
_CLOSED = late_regex(
    "[，。；！？、）”]|多(?=[，。；、）]|一[斤份个张]|\\Z)|左右|上下|出头|开外|以[内上下]|\\Z"
)
_IN_PIECES = late_regex(
    "[砖石板牌屏碑匾瓦璃表玉木骨布皂田地金银铜片土煤冰铁钢材镜铭窗幕墨砚矿样宝吃抓拿切掰砌嵌搬]"
)
# 切八块，一人两块
_CUT = late_regex("[切掰剁劈锯裁][\u4e00-\u9fff0-9，]{0,10}\\Z")
# 三十二块递给老板
_HANDED = late_regex("[付递交还了就都一没够给才却不能买打结存对]")
_CASH = late_regex(
    "顿[^，。]{0,3}吃了|钱(?!塘)|现金|工资|[存借]款|[费薪账]|[元毛][，、]|收入|赚|挣|欠了?|找了?|兜里|身上|口袋|余额|零花"
)
# Things of which a 桶 is no barrel.
_FILLED = late_regex(
    "(?:[纯净饮用]{0,4}水|[油]?漆|涂料|[方泡便拌]{0,3}面|[米盒]?饭|牛奶|蜂蜜|装|食用油|菜油|酒|白酒|黄酒|啤酒|垃圾|肥)"
)
_BOUGHT = late_regex("食用油|[豆菜]油|花生油|[纯净桶]水|[油乳]漆|奶粉|泡面|限购")
_WORN = late_regex("鞋|脚|[穿衣裤]")
# 7尺的中锋: feet, or about that.
_IN_FEET = late_regex("身高|身材|球员|中锋|前锋|后卫|帆船|游艇|英寸")
_ACROSS = late_regex("的?(?:[大液触]?[晶屏]|电视|蛋糕|披萨|照|相片|显示|平板|手机|轮毂)")
# 均价2.35万/㎡
_EACH_METRE = late_regex("/(?:㎡|平米?|平方米|m2|m²|坪)")
# 年方二十, 享年八十三
_AGED = late_regex("(?:年[方届近逾过满仅]|享年|时年|现年|虚岁|芳龄)\\Z")
# 大爷今年八十四了: of someone who is named in the clause
_OLD_NOW = late_regex(
    "(?:[大老姥姨舅叔伯婶爷奶爸妈父母公婆哥姐弟妹嫂娘儿女孙二三小外]"
    "[爷奶妈爸妇父亲母公婆伯叔头汉太爹娘姨舅儿女姐哥嫂子人孩伴]|[爸妈爷奶爹娘哥姐弟妹]"
    "|老人家?|阿[婆公姨伯]|孩子|太太|先生|师傅|老师|媳妇|丈夫|妻子|[他她我你咱您])"
    "的?(?:今年|现在)?(?:都|已经?|快|也|就|才|刚满)*\\Z"
)
_NOW_OLD = late_regex("了(?=[，。；）呢吗啊怎还仍]|\\Z)")
_AN_AGE = late_regex(
    "[1-9][0-9]|10[0-9]|[二三四五六七八九]?十[一二三四五六七八九]?|一百(?:零[一二三四五六七八九])?"
)
_ALONE = late_regex("[^\u4e00-\u9fff多余几来]|的|仍|出头|开外|\\Z")
_SPEED = late_regex(r"(?:航速|速度|时速|风速)(?:甚至|高达|达到?|为|约|近|超过?|可达|最高)*\Z")
_AT_SPEED = late_regex("节的?(?:航速|速度|风速|大风|阵风)")
# 车速120码: colloquial for kilometres an hour.
_AT_YARDS = late_regex(r"(?:[时车限]速|飙到|开到|跑到|油门)[\u4e00-\u9fff]{0,4}\Z")
# 三百呎的单位: Hong Kong's square feet
_FLAT = late_regex(
    "面[积積]|[实實]用|单位|呎价|楼[盘盤]|[纳納]米楼|劏房|公屋|居屋|商[铺舖鋪]|[铺舖鋪]位|月租|户型|[开開]放式"
)
_FOR_LATER = late_regex(r"时速[0-9]+(?:公里|千米)[^。；]{0,6}(?:预留|按照?)(?:了|有|时速)?\Z")
# Things of which 方 is a cubic metre; of floors it is a square metre.
_VOLUME = late_regex(
    r"(?:土|土方|石方|混凝土|砂石?|砂浆|蓄水|蓄洪|库容|木料|石料|渣土|淤泥|垃圾|供水|供气|输气|产气|污水|用水|节水|木材|气|水)(?:量|达|约|近|超过?|共|计)*\Z"
)
_PIECES = late_regex("[地砖石板屏牌肉金银铜田土表电蛋布糖]|集成电|芯片|硬盘|显[示卡]|玻璃|主板")
_WARM = late_regex(
    r"(?:[气水体室油]温|温度|高温|低温)[^，。；、0-9一二三四五六七八九十]{0,8}\Z|(?:温[度差]?|热|寒|升至|降至|[最至]?[高低](?:可?达|为|至|到)?|摄氏|[高低发]?烧[到至]?|煮到|冷却到|[骤陡猛速]降|跌破|(?:调|控制|保持|维持|设定|设置)[到至在])"
    r"(?:达到|可达|突破|跌破|超过?|接近|近|达|为|在|约|仅|至|到)?\Z"
)
# 夜里降到三四度
_COOLED = late_regex(
    "(?:夜[里间晚]?|清晨|早晨|凌晨|早上|晚上|中午|白天|[屋室]内|屋里|冬天|夏天|[明今昨]天|最[高低])[^，。；]{0,4}[降升跌]到\\Z"
)
_COOLER = late_regex("(?:空调|暖气)(?:温度)?(?:开|调|设|设定|保持|定)[到在为至]\\Z")
# 空调开着，26度刚好
_COOLED_ROOM = late_regex("空调|地暖|暖气|室温")
_ROOM = late_regex("1[6-9]|2[0-9]|3[0-2]|十[六七八九]|二十[一二三四五六七八九]?|三十[一二]?")
_METERED = late_regex("[用耗走费省发](?:电|了|掉)?[约近才仅]?\\Z")
_ZERO = late_regex("零[下上][0-9一二三四五六七八九十]")
_GLOWING = late_regex(
    "的?(?:天气|大?[热冷]天|天(?=[，。里])|温[差度]|低温|气温|水温|火[焰苗]|烈[焰火]|高温|炉[火温膛]|[钢铁]水|岩浆|熔|沸水|蒸汽)"
)
_ELECTRIC = late_regex("[电能]")
_CLIMATE = late_regex("气温|温度|摄氏|高温|低温|℃")
_ANGLED = late_regex("[角经纬坡倾旋转斜]")
# 屋里才15度, 天文台录得9.4度; but 屋里存着52度的白酒
_HEATED = late_regex(
    "供[热暖]|暖气|采暖|天文台|气象[署台局站]|录得|测得|寒[流潮]|冷空气|降温|回暖|入冬"
    "|[室屋]内|[屋家]里|老屋|客厅|卧室|教室|宿舍|房间|清晨[^，。；]{0,6}[有为至到]\\Z"
)
_NO_HEAT = late_regex(
    "的?[\u4e00-\u9fff]{0,2}(?:酒|镜|近视|散光|[东西南北]|角|弯|坡)|[东西南北][经纬]"
)
_LENS_OR_DRINK = late_regex(
    "近视|散光|眼|镜|酒|角|弯|坡|纬|经|旋|倾|斜|转|偏|拧|拐|扭|歪|翘|仰|电|酿|泡"
)
_OF_WEATHER = late_regex(
    "-?(?:[0-3]?[0-9]|4[0-2])(?:\\.[0-9])?|[二三四]?十[一二三四五六七八九]?|[三四五六七八九]"
)
_TARIFF = late_regex("电价|阶梯电|用电量")
_TURN = late_regex(r"(?:角|转|弯|倾斜|坡|仰|经|纬)(?:度|了|达|为|约|至)?\Z")


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the number stands alone, without a unit and a counted noun."""
    bare = not (match["amore"] or match["ascale"] or match["sep"])
    return bare and _ALONE.match(text, match.end("a")) is not None


def unit_of(text: str, match: re.Match[str], begun: int = -1) -> tuple[str, int]:
    """The unit (a key of ``units.UNITS``, or empty if there is none), and the end of its Chinese.

    ``begun`` is the start of a range whose end is the match.
    """
    name, end = match["aunit"] or "", match.end("aunit")
    start = match.start() if begun < 0 else begun
    number = match.start("a") if begun < 0 and (match["prefix"] or "") == "最高" else start
    signed = sign_unit(match)
    if name == "度":
        unit = _degree(text, match, number)
        return unit, end if unit else match.start("aunit")
    if name == "日":
        lasting = text.endswith(LASTING, 0, start)
        bounded = (
            lasting
            or _WITHIN.match(text, end)
            or (match["prefix"] or "")[:1] in tuple("近将接超逾不至最")
        )
        return ("days", end) if bounded else ("", match.start("aunit"))
    if (
        name in ("", "个")
        and _SHARED_POINTS.match(text, end if name else match.end("a"))
        and (
            "." in match["a"]
            or "点" in match["a"]
            or POINTS_MOVED.search(text, max(0, start - 8), start)
        )
    ):
        return "percentage points", end if name else match.end("a")
    if (
        name == "个"
        and ONE_POINT.match(text, end)
        and POINTS_MOVED.search(text, max(0, start - 8), start)
    ):
        return "percentage points", end + 1
    unit = "%" if name == "%" else CLASSIFIERS.get(name, "")
    if not signed and UNITS[unit or "items"].kind in ("money", "count"):
        signed = named_currency(text, start, (match["a"] + (match["ascale"] or ""))[-1] in "万亿")
    if unit == "yuan" and signed:
        return signed, end  # $150元, 港币150元
    if signed and UNITS[unit or "items"].kind == "count":
        return signed, match.start("aunit")  # ¥58起
    if text.startswith("节", match.end("a")) and (
        _SPEED.search(text[max(0, start - 6) : start]) or _AT_SPEED.match(text, match.end("a"))
    ):
        return "knots", match.end("a") + 1
    if name == "级" and (match["a"] + (match["ascale"] or ""))[-1] in "百千万亿":
        return "", match.start("aunit")  # of that order of magnitude
    if name == "大" and match["a"][-1] in "万亿":
        return "", match.start("aunit")  # 百亿大产业
    if name == "方" and not _is_volume(text, match):
        return "", match.start("aunit")
    if name in _DOUBTFUL and (meant := _DOUBTFUL[name](text, match, start)) is not None:
        return meant, match.start("aunit") if name in ("年", "平", "发") and not meant else end
    number_end = match.end("ascale") if match["ascale"] else match.end("a")
    if not name and _EACH_METRE.match(text, number_end):
        return "yuan", number_end
    if not name and _AGED.search(text, max(0, start - 3), start) and _is_alone(text, match):
        return "years old", match.end("a")
    if (
        not name
        and _NOW_OLD.match(text, match.end("a"))
        and _AN_AGE.fullmatch(match["a"])
        and _OLD_NOW.search(text, max(0, start - 10), start)
    ):
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
    if unit == "feet" and name == "呎" and _FLAT.search(text):
        return "sq ft", end
    if unit == "yards" and _AT_YARDS.search(text, max(0, start - 8), start):
        return "km/h", end
    if unit == "miles" and _FAST.search(text[max(0, start - 8) : start]):
        return "mph", end
    return unit or signed, end


def _of_pieces(text: str, match: re.Match[str], start: int) -> str | None:
    """块: yuan if a price is named, a count if things counted in pieces are."""
    end = match.end("aunit")
    if text.startswith(("送", "赠"), end) and text.endswith(("买", "满"), 0, start):
        return "items"  # 买三块送一块
    number = match["a"] + (match["ascale"] or "")
    if _LAID.search(text, max(0, start - 4), start) or text.endswith("成", 0, start):
        return "items"
    if _IN_NUMBERS.search(text, max(0, start - 12), start):
        return "items"
    in_pieces = _IN_PIECES.search(text, max(0, start - 12), start)
    if (
        _PRICED.search(text[max(0, start - 8) : start])
        or _FOR_ONE.match(text, end)
        or number[-1] in "百千万亿"
        or "." in number
        or _SUMMED.search(text, max(0, start - 16), start)
    ):
        cut = _CUT.search(text, max(0, start - 12), start)
        return "items" if cut or _PIECES.match(text, end) else "yuan"
    if _OF_CASH.match(text, end):
        return "yuan"
    if _HANDED.match(text, end) and (
        not in_pieces or _CASH.search(text, max(0, start - 14), start)
    ):
        return "yuan"
    if _CLOSED.match(text, end) and _CASH.search(text, max(0, start - 14), start):
        return "yuan"
    return "yuan" if _CLOSED.match(text, end) and not in_pieces else None


def _of_years(text: str, match: re.Match[str], start: int) -> str | None:
    """年: no unit in 68万年薪, annual pay."""
    number = match["a"] + (match["ascale"] or "")
    following = text[match.end("aunit") : match.end("aunit") + 1]
    if following == "薪":
        return ""
    a_year = number[-1] in "万亿" and following
    return "" if a_year and a_year in "租收产化费" else None


def _of_barrels(text: str, match: re.Match[str], start: int) -> str | None:
    """桶: no unit of water or paint, which is not in barrels."""
    if _FILLED.match(text, match.end("aunit")):
        return ""
    return "items" if _BOUGHT.search(text, max(0, start - 16), start) else None


def _of_feet(text: str, match: re.Match[str], start: int) -> str | None:
    """尺: no unit if it is probably a foot."""
    return "" if _IN_FEET.search(text) else None


def _of_inches(text: str, match: re.Match[str], start: int) -> str | None:
    """寸: an inch of a screen or a cake."""
    across = match["a"][0].isascii() or _ACROSS.match(text, match.end("aunit"))
    return "inches" if across else None


_PLAYING = late_regex("[胜局盘球]|比分|比赛")
# 89平的房子: square metres, not a draw.
_HOUSED = late_regex("面积|[房屋户店铺厅室宅楼宿库厂棚]|装修|公寓|套内|每月|租|买|卖")


def _of_area(text: str, match: re.Match[str], start: int) -> str | None:
    """平: a square metre of a flat, no unit of a draw."""
    end = match.end("aunit")
    around = f"{text[max(0, start - 12) : start]}，{text[end : end + 5]}"
    drawn = text[start - 1 : start] in tuple("胜至成到")
    number = match["a"] + (match["ascale"] or "")
    if (
        len(number) > 1
        and not drawn
        and not _PLAYING.search(around)
        and number not in ("十一", "十二")
    ):
        return "m2"
    return "m2" if _HOUSED.search(around) and not (drawn and "胜" in around) else ""


def _of_shoes(text: str, match: re.Match[str], start: int) -> str | None:
    """码: a size of shoes or clothes."""
    worn = _WORN.search(f"{text[max(0, start - 8) : start]}，{text[match.end('aunit') :][:3]}")
    return "items" if worn else None


# 墙上挂着三个钟: clocks
_OF_CLOCKS = late_regex("[挂修买卖墙座摆送造铸敲撞]|上了?\\Z")


def _of_hours(text: str, match: re.Match[str], start: int) -> str | None:
    """个钟: an hour, unless clocks are hung or sold."""
    return "items" if _OF_CLOCKS.search(text, max(0, start - 6), start) else None


_SHOT = late_regex("[弹炮枪铳]")


def _of_rounds(text: str, match: re.Match[str], start: int) -> str | None:
    """发: a round of ammunition that is named before it."""
    return "items" if _SHOT.search(text, max(0, start - 12), start) else ""


_DOUBTFUL = {
    "发": _of_rounds,
    "个钟": _of_hours,
    "码": _of_shoes,
    "平": _of_area,
    "年": _of_years,
    "块": _of_pieces,
    "桶": _of_barrels,
    "尺": _of_feet,
    "寸": _of_inches,
}
_FLUID = late_regex(
    r"(?:储量|库容|滑坡|塌方|方量|水|气|油|液|浆|沙|砂|土|石|渣|泥|木材|混凝土|蓄|灌|泄|洪)[^，。；：]{0,12}\Z"
)
_OF_FLUID = late_regex(
    "的?(?:[海淡河污清]?水(?![平准利电])|[泥黄]?[沙砂](?![发龙])|[渣泥]?土(?![地豆])|石[料方块]|混凝土|木材|天然气|[燃沼]气)"
)
# 一车拉十二方, 流量每小时25方
_LOADED = late_regex(
    "(?:流量|每小时|[一每]小时|扬程|抽|泵|搅拌|[一每两三]车|拉|运|装|货|挖|填|浇筑|砼|料|煤|坝|渠|方量|体积|集装箱|舱|罐|池)[^。；：]{0,10}\\Z"
)
_CLOSED_VOLUME = late_regex("[，。；、）多]|左右|以[上内下]|\\Z")
_FLOORS = late_regex("面积|建筑|楼|厂房|商业|住宅|仓|办公")


def _is_volume(text: str, match: re.Match[str]) -> bool:
    """Whether 方 is a cubic metre: of gas or earth, and any amount of a hundred million."""
    before = text[max(0, match.start() - 18) : match.start()]
    number = match["a"] + (match["ascale"] or "")
    if _OF_FLUID.match(text, match.end("aunit")):
        return True
    if _VOLUME.search(before[-6:]) or "亿" in number:
        return True
    if _FLOORS.search(before):
        return False
    loaded = _LOADED.search(before) and _CLOSED_VOLUME.match(text, match.end("aunit"))
    return bool(loaded or _FLUID.search(before))


_FULL_TURNS = frozenset("90 180 270 360 720 九十 一百八十 三百六十".split())


def _degree(text: str, match: re.Match[str], start: int) -> str:
    """度: of temperature, a kilowatt-hour, of an angle; empty if the context does not tell."""
    if match["minus"] or text.startswith("零上", match.start("a") - 2):
        return "°C"
    end = match.end("aunit")
    before = text[max(0, start - 12) : start]
    number = match["a"] + (match["ascale"] or "")
    if number[-1] in "万亿" or text.startswith("电", end):
        return "kWh"
    if "电" in text and _TARIFF.search(text) and not _CLIMATE.search(text):
        return "kWh"
    if (
        _WARM.search(before)
        or _COOLED.search(before)
        or _COOLER.search(before)
        or text.startswith(("高温", "低温", "以上高温", "以上的高温"), end)
    ):
        return "°C"
    if _GLOWING.match(text, end):
        return "°C"
    if _COOLED_ROOM.search(text) and _ROOM.fullmatch(number) and not _METERED.search(before):
        return "°C"
    if _ELECTRIC.search(before):
        return "kWh"
    if _TURN.search(before) or number in _FULL_TURNS or text[end : end + 1] in tuple("角弯"):
        return "degrees"
    if _ZERO.search(text, max(0, end - 20), end + 20):
        return "°C"
    if is_of_weather(text, match["a"], start, end):
        return "°C"
    # 城区气温18至24度，山区12至17度
    return "°C" if _CLIMATE.search(text) and not _ANGLED.search(text) else ""


def is_of_weather(text: str, number: str, start: int, end: int) -> bool:
    """Whether the 度 between ``start`` and ``end`` is of a room or of weather that is named."""
    return (
        _OF_WEATHER.fullmatch(number) is not None
        and _HEATED.search(text, max(0, start - 24), start) is not None
        and not _NO_HEAT.match(text, end)
        and not _METERED.search(text, max(0, start - 8), start)
        and not _LENS_OR_DRINK.search(text, max(0, start - 8), start)
    )
