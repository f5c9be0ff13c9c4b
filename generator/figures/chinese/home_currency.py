"""The currency that plain 元 means in an article as a whole: the yuan, the dollar of Taiwan or of
Hong Kong, or the pataca.

This is decided once for an article, from its script, its cities, its publisher and its words; all
parts that read its amounts are told: key figures, checks of English, machine English, the desk.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from generator.patterns import late_regex
from generator.provinces import PROVINCES

NEW_TAIWAN, HONG_KONG, PATACAS = "New Taiwan dollars", "Hong Kong dollars", "patacas"

# What Taiwan and Hong Kong call the rest of China by.
_ACROSS = "大陆|内地|陆[企股资]"
MAINLAND = late_regex(
    rf"{_ACROSS}|"
    "人民币|RMB|中国(?!信托|钢铁|石油|时报|医药|文化|科大|科技大学|香港|澳门|台湾)|国务院|国家统计局|海关总署|"
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
PLACES = {
    NEW_TAIWAN: late_regex(_OF_TAIWAN),
    HONG_KONG: late_regex(_OF_HONG_KONG),
    PATACAS: late_regex(_OF_MACAO),
}
# Papers, agencies and stations whose names say no place. 经济日报 is one of Taiwan and one of Hong
# Kong.
_PUBLISHERS = {
    NEW_TAIWAN: late_regex(
        "中央(?:通讯)?社|联合(?:报|晚报|新闻网)|自由时报|中国时报|中时|工商时报|中华日报|国语日报|人间福报|更生日报|"
        "青年日报|民众日报|ETtoday|NOWnews|TVBS|三立|东森|民视|华视|公视|台视|中视|年代新闻|镜周刊|镜报|今周刊|天下杂志|远见|"
        "商业周刊|数位时代|关键评论|风传媒|上报|钜亨|农传媒|报导者|新头壳|环境资讯中心|MoneyDJ|udn|农业部|交通部"
    ),
    HONG_KONG: late_regex(
        "明报|星岛|东方日报|头条日报|信报|晴报|成报|都市日报|文汇[报网]|大公[报文网]|am730|RTHK|港台|TVB|无线新闻|有线新闻|"
        "i-?CABLE|[Nn]ow新闻|商业电台|商台|端传媒|集志社|独立媒体|经济通|on\\.cc|点新闻|橙新闻|HK01|hket|南华早报|巴士的报"
    ),
    PATACAS: late_regex("力报|濠江日报|澳广视|市民日报|华侨报|现代澳门|论尽|正报"),
}
# The same by the address of the original.
_SITES = {
    NEW_TAIWAN: late_regex(
        r"^https?://[^/]*\b(?:[a-z0-9-]+\.tw|udn\.com|chinatimes\.com|ettoday\.net|ltn\.com|setn\.com)"
        r"(?=[:/]|$)"
    ),
    HONG_KONG: late_regex(
        r"^https?://[^/]*\b(?:[a-z0-9-]+\.hk|hk01\.com|mingpao\.com|stheadline\.com|singtao\.com|on\.cc|"
        r"wenweipo\.com|takungpao\.com|hkej\.com|hket\.com|hkcna\.hk|now\.com|i-cable\.com|am730\.com)"
        r"(?=[:/]|$)"
    ),
    PATACAS: late_regex(
        r"^https?://[^/]*\b(?:[a-z0-9-]+\.mo|macaodaily\.com|exmoo\.com)(?=[:/]|$)"
    ),
}
_OF_THE_PLACE = 4  # how many words of a place its publisher counts as
# The first two digits of the codes of cities.
_OF_CODES = {"71": NEW_TAIWAN, "81": HONG_KONG, "82": PATACAS}
# 单位：新台币亿元; 人民币，下同
_THROUGHOUT = late_regex(
    "(?:单位|币别)[:：]?(?:[百千万亿]*)(?P<unit>新?台币|港币|港元|人民币|澳门[币元])"
    "|(?P<below>新?台币|港币|港元|人民币|澳门[币元])[，,]?以?下同"
)
_OTHER_SIDE = late_regex(_ACROSS)
_BY_SIGN = {"台": NEW_TAIWAN, "港": HONG_KONG, "澳": PATACAS}
_TAIWAN_DOLLARS = late_regex("台币|台幣|臺幣")


class Publisher(NamedTuple):
    """Who published an article: the name in Simplified, the address of the original, the code of
    the city of a local paper. Each may be empty."""

    name: str = ""
    address: str = ""
    city: str = ""


NOBODY = Publisher()


def home_currency(
    text: str, script: str, cities: Collection[str], publisher: Publisher = NOBODY
) -> str:
    """The currency of plain 元 in an article, if that is not the yuan; else an empty text.

    ``text`` is its title and text in Simplified Chinese, ``script`` the one in which it was
    written, ``cities`` are the codes of the cities that it is about. Traditional text whose cities
    are all in Taiwan, in Hong Kong or in Macao has the currency of that place. If it has no city,
    or cities of several of these places, its publisher and its words decide. Simplified text about
    Taiwan must name the currency, and not the renminbi.
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
    place = place_of(publisher)
    if place and place in homes:
        return place
    words = {name: len(one.findall(text)) for name, one in PLACES.items()}
    mainland = MAINLAND.findall(text)
    if place and not homes:
        # To its readers the mainland is another place (内地): no word of the mainland's own.
        words[place] += _OF_THE_PLACE
        mainland = [word for word in mainland if not _OTHER_SIDE.fullmatch(word)]
    most = max(words, key=lambda name: words[name])
    return most if words[most] > 1 + 2 * len(mainland) else ""


def place_of(publisher: Publisher) -> str:
    """The currency of the place of a publisher; empty if that is the mainland or not known."""
    if publisher.city:
        return _OF_CODES.get(publisher.city[:2], "")
    for name, sites in _SITES.items():
        if sites.match(publisher.address):
            return name
    return next(
        (
            name
            for name, known in _PUBLISHERS.items()
            if known.search(publisher.name) or PLACES[name].search(publisher.name)
        ),
        "",
    )
