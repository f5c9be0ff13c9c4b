"""What 度 after a number means: a temperature, an angle or electricity."""

from __future__ import annotations

from generator.figures.chinese.quantity_parts import Parts
from generator.patterns import late_regex

_WARM = late_regex(
    r"(?:[气水体室油液芯锅箱地面胚茶酒奶汤库舱棚窖炉浴]温|温度|高温|低温)[^，。；、0-9一二三四五六七八九十]{0,8}\Z|(?:温[度差]?|热|寒|升至|降至|[最至]?[高低](?:可?达|为|至|到)?|摄氏|[高低发]?烧[到至]?|[煮熬烘烤炸蒸]到|加热[到至]|冷却到|[骤陡猛速]降|跌破|(?:调|控制|保持|维持|设定|设置)[到至在])"
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
_FULL_TURNS = frozenset("90 180 270 360 720 九十 一百八十 三百六十".split())


def degree(text: str, match: Parts, start: int) -> str:
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
