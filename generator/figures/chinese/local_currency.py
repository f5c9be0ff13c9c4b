"""The currency that 元 means in a text of Taiwan, Hong Kong or Macao: 新台幣1.8億元，累計16億元;
證監會罰款120萬元 in Traditional text.

An amount whose own words name no currency is of the one that was named before it, if that is the
new Taiwan dollar (beside 港元, papers write 元 for yuan), or, in Traditional text that names none,
of the place whose offices, firms or terms the text has. An article as a whole decides for all of
its paragraphs, by its cities or by these words.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex
from generator.provinces import PROVINCES
from generator.script.detect import detect_script

NEW_TAIWAN, HONG_KONG, PATACAS = "New Taiwan dollars", "Hong Kong dollars", "patacas"

# Currencies by the words of either language that name them.
_ENGLISH = (
    (NEW_TAIWAN, late_regex(r"NT\$|\bTWD\b|\bNTD\b|\bTaiwan(?:ese)?\sdollars?\b")),
    (HONG_KONG, late_regex(r"HK\$|\bHKD\b|\bHong\sKong\sdollars?\b")),
    (PATACAS, late_regex(r"\b[Pp]atacas?\b|\bMOP\b|\bMOP(?=[0-9])")),
)
_SIGNS = ("$", "ollar", "ataca", "MOP", "HKD", "NTD", "TWD")
_YUAN = late_regex(r"(?i:\byuan\b|\brenminbi\b)|RMB|CNY|[¥￥]")
_NAMED = late_regex(
    "(?P<taiwan>新?台[币元](?!兑|汇率|升值|贬值|走[强弱]))"
    "|(?P<other>人民币|RMB|[美港欧日韩澳加英][元币圆镑金]|[¥￥$€£]|日圆|英镑)"
)
# What the amount itself names: 1.2亿元人民币, 人民币1.2亿元.
_OWN_BEFORE = late_regex(r"(?:人民币|RMB|CNY|[¥￥])(?:约|达|共|近|逾|[:：])?\s?\Z")
_OWN_AFTER = late_regex(r"[（(]?(?:人民币|RMB|CNY)")

_MAINLAND = late_regex(
    "人民币|RMB|大陆|内地|中国(?!信托|钢铁|石油|时报|医药|文化|科大|科技大学|香港|澳门|台湾)|国务院|国家统计局|海关总署|陆[企股资]|"
    rf"[沪深][市指股]|北京|上海|天津|重庆|深圳|广州|{PROVINCES}"
)
_OF_TAIWAN = (
    "台湾|台北|新北|桃园|台中|台南|高雄|基隆|新竹|苗栗|彰化|南投|云林县|嘉义|屏东|宜兰|花莲|台东|澎湖|金门县|马祖|北投|"
    "台股|台积|台电|台铁|台糖|台塑|台达|鸿海|联发科|联电|广达|纬创|中华电信|中油|中钢|长荣|华航|统一超|"
    "[富国玉兆永元中][邦泰山丰大信]金|金控|行政院|立法院|监察院|立委|政院|主计总处|金管会|国发会|劳动部|内政部|卫福部|经济部|"
    "健保|劳保|劳退|统一发票|柜买|上市柜|柜台买卖|三大法人|法人|投信|殖利率|每股盈余|股利|营收|[年月季][增减]|"
    "加权指数|捷运|县市|县府|国中|国小|里长|便利商店|超商|夜市"
)
_OF_HONG_KONG = (
    "香港|港府|特区政府|特首|行政长官|立法会|区议会|证监会|金管局|金融管理局|港交所|联交所|廉署|廉政公署|房委会|房协|房屋署|"
    "地政总署|差饷|强积金|积金局|公屋|居屋|绿置居|屋苑|平方呎|每呎|呎价|港铁|西铁|东铁|轻铁|九巴|城巴|的士|八达通|"
    "九龙|新界|港岛|旺角|尖沙咀|中环|湾仔|铜锣湾|北角|沙田|荃湾|葵涌|屯门|元朗|大埔|粉岭|上水|大屿山|将军澳|观塘|深水埗|"
    "荔枝角|黄大仙|西贡|离岛|启德|西九|东涌|本港|全港|恒指|恒生|港股|按年|按季|按月|按揭|施政报告|库务署|食环署|运输署|"
    "港股通|沪港通|深港通|南下资金|医管局|教资会|市建局|机管局|统计处|土地注册处|劳工处|社署|马会|汇丰|长实|新地|恒地|太古|港灯|中电|煤气公司"
)
# With words that a text of Hong Kong has as well.
_OF_MACAO = "澳门|澳城|博监局|博彩监察|氹仔|路氹|特区政府|行政长官|立法会|廉政公署|按[年季月]|本澳"
_PLACES = {
    NEW_TAIWAN: late_regex(_OF_TAIWAN),
    HONG_KONG: late_regex(_OF_HONG_KONG),
    PATACAS: late_regex(_OF_MACAO),
}
# The first two digits of the codes of cities.
_OF_CODES = {"71": NEW_TAIWAN, "81": HONG_KONG, "82": PATACAS}
# 单位：新台币亿元; 人民币，下同
_THROUGHOUT = late_regex(
    "(?:单位|币别)[:：]?(?:[百千万亿]*)(?P<unit>新?台币|港币|港元|人民币|澳门[币元])"
    "|(?P<below>新?台币|港币|港元|人民币|澳门[币元])[，,]?以?下同"
)
_TAIWAN_DOLLARS = late_regex("台币|台幣|臺幣")


def home_currency(text: str, script: str, cities: Collection[str]) -> str:
    """The currency of plain 元 in an article, if that is not the yuan; else an empty text.

    ``text`` is its title and text in Simplified Chinese, ``script`` the one in which it was
    written, ``cities`` are the codes of the cities that it is about. Traditional text whose cities
    are all in Taiwan, in Hong Kong or in Macao has the currency of that place, and so has one that
    has many more words of the place than of the mainland. Simplified text about Taiwan must name
    the currency, and not the renminbi.
    """
    if "元" not in text:
        return ""
    if script != "zh-Hant" and "币" not in text:
        return ""
    if said := _THROUGHOUT.search(text):
        name = said["unit"] or said["below"]
        return next((unit for sign, unit in _BY_SIGN.items() if sign in name), "")
    homes = {_OF_CODES.get(code[:2], "") for code in cities}
    if script != "zh-Hant":
        named = homes == {NEW_TAIWAN} and _TAIWAN_DOLLARS.search(text) and "人民币" not in text
        return NEW_TAIWAN if named else ""
    if len(homes) == 1:
        return homes.pop()
    words = {name: len(place.findall(text)) for name, place in _PLACES.items()}
    most = max(words, key=lambda name: words[name])
    return most if words[most] > 1 + 2 * len(_MAINLAND.findall(text)) else ""


_BY_SIGN = {"台": NEW_TAIWAN, "港": HONG_KONG, "澳": PATACAS}


def with_local_currency(
    source: str, text: str, english: str, figures: list[Figure], home: str = ""
) -> list[Figure]:
    """The figures, those of plain 元 in the local currency that the English names, if the context
    is that of its place, or if it is the ``home`` currency of the article; ``text`` is the normal
    form of ``source``.
    """
    if "元" not in text or not any(sign in english for sign in _SIGNS):
        return figures
    currency = next((name for name, words in _ENGLISH if words.search(english)), "")
    if not currency or not any(f.unit == "yuan" for f in figures):
        return figures
    if currency == home:
        own = [f for f in figures if f.unit == "yuan" and _names_its_own(text, f)]
        mixed = not own and _YUAN.search(english) is not None
        return [
            f if f in own or f.unit != "yuan" else _in(f, currency, also_yuan=mixed)
            for f in figures
        ]
    named = [(m.end(), m.lastgroup == "taiwan") for m in _NAMED.finditer(text)]
    if currency == NEW_TAIWAN and any(taiwan for _, taiwan in named):
        return [_after_its_name(text, f, named) for f in figures]
    others = named and not (currency == HONG_KONG and _is_of_hong_kong(text))
    if others or not is_local(source, text, currency):
        return figures
    mixed = _YUAN.search(english) is not None
    return [_in(f, currency, also_yuan=mixed) if f.unit == "yuan" else f for f in figures]


def _is_of_hong_kong(text: str) -> bool:
    """Whether the only currency that the text names is the Hong Kong dollar."""
    return all(named.group().startswith("港") for named in _NAMED.finditer(text))


def is_local(source: str, text: str, currency: str) -> bool:
    """Whether a text in Traditional characters is about the place of the currency: it has most
    words of that place, and none of the mainland.
    """
    words = {name: len(place.findall(text)) for name, place in _PLACES.items()}
    return (
        words[currency] > 0
        and max(words, key=lambda name: words[name]) == currency
        and not _MAINLAND.search(text)
        and detect_script(source) == "zh-Hant"
    )


def _after_its_name(text: str, figure: Figure, named: list[tuple[int, bool]]) -> Figure:
    """The figure in new Taiwan dollars, if these were the last currency that was named before it
    and it has none of its own.
    """
    if figure.unit != "yuan":
        return figure
    if _names_its_own(text, figure):
        return figure
    before = [taiwan for end, taiwan in named if end <= figure.start]
    return _in(figure, NEW_TAIWAN, also_yuan=False) if before and before[-1] else figure


def _names_its_own(text: str, figure: Figure) -> bool:
    """Whether the words of the amount itself name its currency."""
    return bool(
        _NAMED.search(text, figure.start, figure.end)
        or _OWN_BEFORE.search(text, 0, figure.start)
        or _OWN_AFTER.match(text, figure.end)
    )


def _in(figure: Figure, currency: str, *, also_yuan: bool) -> Figure:
    ways = tuple(tuple(_fact_in(fact, currency) for fact in way) for way in figure.facts)
    facts = (*ways, *figure.facts) if also_yuan else ways
    return msgspec.structs.replace(figure, unit=currency, facts=facts)


def _fact_in(fact: Fact, currency: str) -> Fact:
    return msgspec.structs.replace(fact, unit=currency) if fact.unit == "yuan" else fact
