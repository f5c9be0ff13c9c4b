"""Determines the unit that the word after a number stands for, by what stands around it."""

from __future__ import annotations

from generator.figures.chinese.degrees import degree
from generator.figures.chinese.doubtful_units import DOUBTFUL, PRICED, is_volume
from generator.figures.chinese.named_currencies import named_currency
from generator.figures.chinese.patterns import LASTING, MONEY_SIGNS
from generator.figures.chinese.quantity_parts import Parts
from generator.figures.chinese.units import CLASSIFIERS
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex


def sign_unit(match: Parts) -> str:
    """The currency of the sign before the number; empty if there is none."""
    return MONEY_SIGNS.get(match["sign"] or "", "")


# 分别高0.8个和0.5个百分点, 1.4和0.6个百分点
_SHARED_POINTS = late_regex(
    r"(?:[和与及、][0-9.]+个?){1,20}百分点|[和与及、，](?:比|较)?[\u4e00-\u9fff]{0,8}[0-9]+(?:\.[0-9]+)?个百分点"
)
# 利润率降了两个点
ONE_POINT = late_regex("点(?![位子心赞击评球名数钟])")
POINTS_MOVED = late_regex(
    r"(?:[涨跌降升增高低掉缩]|上浮|下浮|上调|下调|回落|收窄|幅)(?:了|近|约|超过?|不到|至少|出)*\Z"
)
_WITHIN = late_regex(r"[内后游]|拘留|之[内后]|以[内上下]")
_FAST = late_regex(
    r"(?:时速|限速|车速|每小时)[应须可要]?(?:(?:[由从]?[0-9.]+(?:公里|千米)?[\u4e00-\u9fff]{0,4}[到至为])?"
    r"(?:可达|高达|达到|达|为|约|最高|超过?|近|由|从|[提升降放][高速至到为宽]+|(?:保持|控制|维持|稳定)(?:在|为|到))?)?\Z"
)
# 均价2.35万/㎡
_EACH_METRE = late_regex("/(?:㎡|平米?|平方米|m2|m²|坪)")
# 年方二十, 享年八十三
_AGED = late_regex("(?:年[方届近逾过满仅]|享年|时年|现年|虚岁|芳龄)\\Z")
# 九十高寿
_GREAT_AGE = late_regex("高[寿龄](?![命化])")
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


def _is_alone(text: str, match: Parts) -> bool:
    """Whether the number stands alone, without a unit and a counted noun."""
    bare = not (match["amore"] or match["ascale"] or match["sep"])
    return bare and _ALONE.match(text, match.end("a")) is not None


def unit_of(text: str, match: Parts, begun: int = -1) -> tuple[str, int]:
    """The unit (a key of ``units.UNITS``, or empty if there is none), and the end of its Chinese.

    ``begun`` is the start of a range whose end is the match.
    """
    name, end = match["aunit"] or "", match.end("aunit")
    start = match.start() if begun < 0 else begun
    number = match.start("a") if begun < 0 and (match["prefix"] or "") == "最高" else start
    signed = sign_unit(match)
    if name == "度":
        unit = degree(text, match, number)
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
    if name == "方" and not is_volume(text, match):
        return "", match.start("aunit")
    if name in DOUBTFUL and (meant := DOUBTFUL[name](text, match, start)) is not None:
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
    if not name and _GREAT_AGE.match(text, match.end("a")) and _AN_AGE.fullmatch(match["a"]):
        return "years old", match.end("a")
    if name == "起" and PRICED.search(text[max(0, start - 8) : start]):
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
