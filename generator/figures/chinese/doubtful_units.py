"""Words after a number that are units in one sense only: 块 of money or of pieces, 桶 of oil or of
water, 寸 of a screen or of wood, 方 of water or of rooms.
"""

from __future__ import annotations

from generator.figures.chinese.quantity_parts import Parts
from generator.patterns import late_regex

PRICED = late_regex(
    r"(?:元[^，。；]{0,4}[到至为]|[每一][\u4e00-\u9fff]{1,3}|[价费票金资本奖薪]|[花涨降减省加卖赚挣罚付收贴交补]了?|便宜了?|一共|只要)"
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
_HANDED = late_regex("花光|泡汤|飞了|到[手账]|[付递交还了就都一没够给才却不能买打结存对]")
_CASH = late_regex(
    "顿[^，。]{0,3}吃了|钱(?!塘)|现金|工资|[存借]款|[费薪账]|[元毛][，、]|收入|赚|挣|欠了?|找了?|兜里|身上|口袋|余额|零花"
)
# Things of which a 桶 is no barrel.
_FILLED = late_regex(
    "(?:[纯净饮用]{0,4}水|[油]?漆|涂料|[方泡便拌]{0,3}面|[米盒]?饭|牛奶|蜂蜜|装|食用油|菜油|酒|白酒|黄酒|啤酒|垃圾|肥)"
)
_BOUGHT = late_regex("食用油|[豆菜]油|花生油|[纯净桶]水|[油乳]漆|奶粉|泡面|限购")
# 走线4平方, 2.5平方铜线: of a wire, square millimetres
_WIRED = late_regex(
    "(?:电|入户|[火零地铜铝]|芯|布|走|配|主|家)线(?:[用为是]|选用|要用|需)?\\Z"
    "|(?:电缆|[插开][座关]|照明|空调|国标)(?:[用为是走]|选用|要用)+\\Z|(?<=[，。；])线\\Z"
)
_OF_WIRE = late_regex(
    "的?(?:[单多软硬纯]?[铜铝电]|[单多]?芯|BV|阻燃|国标)[\u4e00-\u9fffA-Z]{0,2}[线缆]|的[电铜]?[线缆]"
)
_WORN = late_regex("鞋|脚|[穿衣裤]")
# 7尺的中锋: feet, or about that.
_IN_FEET = late_regex("身高|身材|球员|中锋|前锋|后卫|帆船|游艇|英寸")
# 40尺柜: containers are measured in feet.
_OF_BOXES = late_regex(
    "(?<![0-9])(?:10|20|40|45|48|53)尺的?(?:[标超]?[高准干冷平开]?[高准箱货柜]|集装箱|[空重]箱)"
)
_ACROSS = late_regex("的?(?:[大液触]?[晶屏]|电视|蛋糕|披萨|照|相片|显示|平板|手机|轮毂)")
# Things of which 方 is a cubic metre; of floors it is a square metre.
_VOLUME = late_regex(
    r"(?:土|土方|石方|[出入]库|泄洪|下泄|混凝土|砂石?|砂浆|蓄水|蓄洪|库容|木料|石料|渣土|淤泥|垃圾|供水|供气|输气|产气|污水|用水|节水|木材|气|水)(?:量|达|约|近|超过?|共|计)*\Z"
)
_PIECES = late_regex("[地砖石板屏牌肉金银铜田土表电蛋布糖]|集成电|芯片|硬盘|显[示卡]|玻璃|主板")


def _of_pieces(text: str, match: Parts, start: int) -> str | None:
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
        PRICED.search(text[max(0, start - 8) : start])
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


def _of_years(text: str, match: Parts, start: int) -> str | None:
    """年: no unit in 68万年薪, annual pay."""
    number = match["a"] + (match["ascale"] or "")
    following = text[match.end("aunit") : match.end("aunit") + 1]
    if following == "薪":
        return ""
    a_year = number[-1] in "万亿" and following
    return "" if a_year and a_year in "租收产化费" else None


def _of_barrels(text: str, match: Parts, start: int) -> str | None:
    """桶: no unit of water or paint, which is not in barrels."""
    if _FILLED.match(text, match.end("aunit")):
        return ""
    return "items" if _BOUGHT.search(text, max(0, start - 16), start) else None


def _of_feet(text: str, match: Parts, start: int) -> str | None:
    """尺: a foot of a container, no unit if it is probably another foot."""
    if _OF_BOXES.match(text, match.start("a")):
        return "feet"
    return "" if _IN_FEET.search(text) else None


def _of_inches(text: str, match: Parts, start: int) -> str | None:
    """寸: an inch of a screen or a cake."""
    across = match["a"][0].isascii() or _ACROSS.match(text, match.end("aunit"))
    return "inches" if across else None


_PLAYING = late_regex("[胜局盘球]|比分|比赛")
# 89平的房子: square metres, not a draw.
_HOUSED = late_regex("面积|[房屋户店铺厅室宅楼宿库厂棚]|装修|公寓|套内|每月|租|买|卖")


def _of_area(text: str, match: Parts, start: int) -> str | None:
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


def _of_shoes(text: str, match: Parts, start: int) -> str | None:
    """码: a size of shoes or clothes."""
    worn = _WORN.search(f"{text[max(0, start - 8) : start]}，{text[match.end('aunit') :][:3]}")
    return "items" if worn else None


# 墙上挂着三个钟: clocks
_OF_CLOCKS = late_regex("[挂修买卖墙座摆送造铸敲撞]|上了?\\Z")


def _of_hours(text: str, match: Parts, start: int) -> str | None:
    """个钟: an hour, unless clocks are hung or sold."""
    return "items" if _OF_CLOCKS.search(text, max(0, start - 6), start) else None


def _of_wires(text: str, match: Parts, start: int) -> str | None:
    """平方: a square millimetre of a wire."""
    wired = _WIRED.search(text, max(0, start - 6), start) or _OF_WIRE.match(
        text, match.end("aunit")
    )
    return "mm2" if wired else None


_SHOT = late_regex("[弹炮枪铳]")


def _of_rounds(text: str, match: Parts, start: int) -> str | None:
    """发: a round of ammunition that is named before it."""
    return "items" if _SHOT.search(text, max(0, start - 12), start) else ""


DOUBTFUL = {
    "发": _of_rounds,
    "个钟": _of_hours,
    "码": _of_shoes,
    "平": _of_area,
    "平方": _of_wires,
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


def is_volume(text: str, match: Parts) -> bool:
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
