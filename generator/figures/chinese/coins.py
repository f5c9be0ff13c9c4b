"""Reads money in yuan, jiao and fen: 三块五毛, 5角钱, 八毛一斤, 两块三四.

Readers take text in normal form and a place, and return the figure that begins there, or None.
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.chinese.compound_common import DIGIT, compound_figure, is_pair, value_of
from generator.figures.chinese.named_currencies import named_currency
from generator.figures.chinese.patterns import NUMERAL, PREFIX
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS, chinese_value, decimal, english_number, exact
from generator.patterns import late_regex

# Before these characters a single digit belongs to another number, or counts something.
_NOT_TAIL = "0-9十百千万亿点.%个元角年月日天只家人米岁折成倍大等级期号种类项款次度条件台套座名位"
_COINS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL})(?:元|(?P<kuai>块))"
    rf"(?:零?(?P<jiao>{DIGIT})(?:角(?![地形洲债度])|毛(?![巾衣利重])|毫(?![米升克伏安秒]))(?:(?P<fen>{DIGIT})(?:分"
    rf"|(?![{_NOT_TAIL}]))|(?P<half>(?<=毫)半(?![个天年])))?"
    rf"|零?(?P<fen2>[0-9]{{1,2}}|[一二三四五六七八九])分(?![之钟])"
    rf"|(?P<hundredths>(?(kuai)[0-9]{{2}}|(?!)))(?=[，。；、：）/一每的起钱涨跌降到至]|左右|以[上内下]|\Z)"
    rf"|(?P<tail2>(?(kuai)(?!)|(?<=元)[二三四五六七八九](?=[，。；、）]|一[斤升个份张度包瓶只公]|\Z)))"
    rf"|(?P<tail>(?(kuai){DIGIT}|(?!)))(?![{_NOT_TAIL}]"
    rf"|(?![砍杀压改抬喊讲谈缩打]价?[到至成])[\u4e00-\u9fff](?<![的钱一每左以到至买卖跌涨降升变调减增就多包起封能够还也吃贵便不加和或跟换收给比])))(?:钱)?"
)
_SMALL = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>(?:[0-9]+(?:\.[0-9]+)?|{DIGIT}))"
    rf"(?:(?P<jiao>[角毛])(?:(?P<fen>{DIGIT})(?:分(?:(?P<li>{DIGIT})厘?(?![{_NOT_TAIL}之钟]))?"
    rf"|(?<=[毛][一二三四五六七八九])(?:(?=一[度斤个份张瓶只])|(?![{_NOT_TAIL}]|[\u4e00-\u9fff]))))?"
    rf"|分(?=钱)|(?P<cents>分)(?![之钟]|[0-9一二三四五六七八九十]))(?P<money>钱)?"
)
# 角 is a coin after something that has a price.
_PRICED = late_regex(
    r"(?:[每价费资额款涨降补付收元贴跌为达]|[卖买贵减省差赚赔亏寄给]|便宜|只要|仅需)[\u4e00-\u9fff]{0,3}\Z"
    r"|(?<![很许最众大至])[多少](?:了|出)?\Z"
)
# 每程加三毫, 股息四毫半: ten of them are a dollar of Hong Kong
_HAO = late_regex(
    r"(?P<a>[1-9一二两三四五六七八九])毫(?P<half>半)?(?:子|(?P<named>[美港]元|港币))?(?=[，。；、）加至到起一]|\Z)"
)
_BEFORE_HAO = late_regex("(?:[加减升跌涨降派付收报价贵平息][了至到为约多]?|[每][\u4e00-\u9fff])\\Z")
_OF_CANTON = late_regex("人民币|广州|佛山|东莞|深圳")
_OF_MONEY = late_regex("[元块毛钱价费资额补贴收付]")
_HAN_AFTER = late_regex("[\u4e00-\u9fff]")
# 八毛一斤, 一斤八毛
_EACH = late_regex("钱?[一每][斤度个份张瓶只支本盒袋吨升方包串条杯]")
_OF_EACH = late_regex("[一每][斤度个份张瓶只支本盒袋吨升方包串条杯]\\Z")
# 分 is a coin if the price of a kilowatt-hour or a jin changes by it: 每度降低3分.
_CHEAPER = late_regex(
    r"(?:价|费|电|油|气|每(?:度|斤|公斤|吨|升|方|立方米|千瓦时|份|张|个|件))[\u4e00-\u9fff0-9./]{0,8}"
    r"(?:降低|下降|下调|下跌|上涨|上调|提高|增加|补贴|优惠|便宜|降|涨|加价|加|减|贵|补|省|[高低](?!了))"
    r"(?:了|约|近|到|至)?\Z"
    # 电价下降每千瓦时3分
    r"|(?:降低|下降|下调|下跌|上涨|上调|提高|增加|补贴|优惠|便宜|降|涨|加价)了?每(?:度|斤|公斤|吨|升|方|立方米|千瓦时)电?\Z"
    # 一块一毛八，比去年低四分
    r"|[元块毛角][一二三四五六七八九0-9]{0,2}，[^，。；分]{0,6}[高低贵少多]了?\Z"
)
_MOVED_TO = late_regex("[涨跌降升减提卖加调改砍压]价?[到至]")


# 两块三四: 2.3 to 2.4 yuan
_ABOUT_COINS = late_regex(
    rf"(?P<a>{NUMERAL})块(?P<low>{DIGIT})(?P<high>{DIGIT})(?=[，。；、）的]|左右|上下|一斤|\Z)"
)
# 两三毛, 三四毛钱
_FEW_COINS = late_regex(
    r"(?P<low>[一两二三四五六七八])(?:[到至](?=[二三四五六七八九][毛毫角]))?(?P<high>[二两三四五六七八九])(?:(?P<jiao>毛|毫(?![米升克伏安秒无不]))钱?(?![巾衣利重])|角钱|(?P<fen>分)钱)"
)

# 四块来钱, 三毛多钱, 一块多钱
_SOME_COINS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL})(?P<coin>[元块毛角分])(?P<more>[来多])钱"
)
_TO = late_regex("[到至]")
_SIZES = {
    "元": Fraction(1),
    "块": Fraction(1),
    "毛": Fraction(1, 10),
    "角": Fraction(1, 10),
    "分": Fraction(1, 100),
}


def _some_coins(text: str, at: int) -> Figure | None:
    """``四块来钱``: about four yuan."""
    match = _SOME_COINS.match(text, at)
    if not match or chinese_value(match["a"]) is None or is_pair(match["a"]):
        return None
    value = value_of(match["a"]) * _SIZES[match["coin"]]
    about = match["more"] == "来"
    word = "about" if about else "more than"
    figure = compound_figure(match, f"{word} {_yuan(value)}", value, "yuan", "money")
    return msgspec.structs.replace(figure, qualifier=word, bound=0 if about else 1)


def _between(match: re.Match[str], ends: list[Fraction]) -> Figure:
    written = " to ".join(english_number(exact(end)) for end in ends)
    facts = tuple(Fact("number", end, "yuan") for end in ends)
    return Figure(
        match.start(), match.end(), match.group(), f"{written} yuan", "-".join(map(decimal, ends)),
        "yuan", "money", facts=(facts,),
    )  # fmt: skip


def read_coins(text: str, at: int) -> Figure | None:
    """``三块五毛``, ``五角钱``, ``两块三四``."""
    about = _ABOUT_COINS.match(text, at)
    if about and value_of(about["high"]) == value_of(about["low"]) + 1:
        ends = [value_of(about["a"]) + value_of(about[name]) / 10 for name in ("low", "high")]
        return _between(about, ends)
    if (some := _some_coins(text, at)) is not None:
        return some
    if (few := _FEW_COINS.match(text, at)) is not None:
        ends = [value_of(few[name]) / (100 if few["fen"] else 10) for name in ("low", "high")]
        step = DIGITS[few["high"]] - DIGITS[few["low"]]
        close = step == 1 or (step > 1 and _TO.search(few.group()))
        return _between(few, ends) if close else None
    if (hao := _hao(text, at)) is not None:
        return hao
    match = _COINS.match(text, at)
    if match:
        if chinese_value(match["a"]) is None:
            return None
        tenths = value_of(match["jiao"] or match["tail"] or match["tail2"])
        value = (
            value_of(match["a"])
            + tenths / 10
            + value_of(match["fen"] or match["fen2"] or match["hundredths"]) / 100
            + (Fraction(1, 20) if match["half"] else 0)
        )
        apart = (Fact("number", value_of(match["a"]), "yuan"), Fact("number", tenths, "jiao"))
        figure = compound_figure(match, _yuan(value), value, "yuan", "money", apart)
        return _in_its_currency(text, figure, value)
    match = _SMALL.match(text, at)
    if match is None:
        return None
    if match["cents"] and not _CHEAPER.search(text[max(0, match.start() - 18) : match.start()]):
        return None
    sure = bool(match["money"] or match["cents"]) or _coin_alone(text, match)
    if not sure and not _among_coins(text, match):
        return None
    n = value_of(match["a"])
    value = n / 10 + value_of(match["fen"]) / 100 if match["jiao"] else n / 100
    value += value_of(match["li"]) / 1000
    coin = Fact("number", n, "jiao" if match["jiao"] else "fen")
    ways = [(Fact("number", 100 * value, "fen"),)]
    figure = compound_figure(match, _yuan(value), value, "yuan", "money", *ways,
                 *([] if match["fen"] else [(coin,)]))  # fmt: skip
    # 一分钱都没有 is an idiom.
    return msgspec.structs.replace(figure, optional=n == 1 or not sure)


def _hao(text: str, at: int) -> Figure | None:
    """``三毫``: 0.3 Hong Kong dollars."""
    match = _HAO.match(text, at)
    if match is None or not _BEFORE_HAO.search(text, max(0, at - 2), at):
        return None
    value = value_of(match["a"]) / 10 + (Fraction(1, 20) if match["half"] else 0)
    if match["named"] == "美元":
        dollars = f"{english_number(exact(value))} US dollars"
        return compound_figure(match, dollars, value, "US dollars", "money")
    figure = compound_figure(match, _yuan(value), value, "yuan", "money")
    return _in_its_currency(text, figure, value)


def _in_its_currency(text: str, figure: Figure, value: Fraction) -> Figure:
    """The figure in the currency that is named before it; 毫 are coins of Hong Kong."""
    unit = named_currency(text, figure.start, large=False)
    if not unit and "毫" in figure.source and not _OF_CANTON.search(text):
        unit = "Hong Kong dollars"
    if unit in ("", "yuan"):
        return figure
    return msgspec.structs.replace(
        figure, unit=unit, english=figure.english.replace("yuan", unit),
        facts=((Fact("number", value, unit),), *figure.facts),
    )  # fmt: skip


def _among_coins(text: str, match: re.Match[str]) -> bool:
    """Whether a 毛 at the end of a clause is in a text about money: 茄子一块二，土豆六毛."""
    if match["jiao"] != "毛" or _HAN_AFTER.match(text, match.end()):
        return False
    start, end = match.span()
    around = f"{text[max(0, start - 30) : start]}，{text[end : end + 20]}"
    return match["a"].isascii() or _OF_MONEY.search(around) is not None


def _coin_alone(text: str, match: re.Match[str]) -> bool:
    """Whether 角 or 毛 without 钱 is a coin: in 每吨水八角 it is, in 五角大楼 and 三毛 not."""
    at = match.start()
    if match["li"] or (match["fen"] and match.group().endswith("分")):  # 三毛五分
        return True
    if _EACH.match(text, match.end()) or _OF_EACH.search(text, max(0, at - 3), at):
        return "毛" in match.group()
    if match["prefix"] and "毛" in match.group() and not _HAN_AFTER.match(text, match.end()):
        return True  # 不到七毛
    if match["fen"] and text.startswith("一", match.end()):  # 八毛五一度
        return True
    if match["jiao"] == "毛" and match["fen"] and not _HAN_AFTER.match(text, match.end()):
        return True  # 上调三毛二，
    if match["jiao"] and text.endswith(("从", "由"), 0, at) and _MOVED_TO.match(text, match.end()):
        return True  # 从六毛降到一毛五
    if not match["jiao"] or re.match(r"[\u4e00-\u9fff]", text[match.end() :][:1] or "。"):
        return bool(match["fen"]) and match["a"].isascii()
    if match.group() in ("一角", "三角", "八角") and not _OF_MONEY.search(text):
        return False  # a corner, a triangle, star anise
    if match.group() == "八角" and "、" in text[max(0, match.start() - 1) : match.end() + 1]:
        return False  # star anise among spices
    return _PRICED.search(text[max(0, match.start() - 8) : match.start()]) is not None


def _yuan(value: Fraction) -> str:
    return f"{english_number(exact(value))} yuan"
