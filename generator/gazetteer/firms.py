"""Detect firms with a city's name, in news about markets and business abroad."""

from __future__ import annotations

from functools import cache, lru_cache

from generator.gazetteer import tables
from generator.gazetteer.abroad import tells_of_abroad
from generator.gazetteer.context import sentence_around
from generator.gazetteer.namesakes import BEARS_NOTHING
from generator.patterns import late_regex

_REACH = 24  # the number of characters to search after the city's name

# A firm with the city's name, in news about markets and trade: 深圳华强集团减持. A public utility
# (地铁集团, 供水集团) belongs to the city.
_FIRM = late_regex(
    r"(?:市)?(?:(?![的在与和及将已了首设为、，。市区县港]|地铁|地鐵|公交|水[务務]|供[水热熱气氣]|燃气|燃氣|[热熱]力|城投|交投|交通|文旅|旅游"
    r"|[轨軌]道|城建|[环環]|市政|排水|[粮糧]|机[场場]|能源|[国國][资資有])[\u4e00-\u9fff]){0,6}?"
    r"(?:(?:港)?(?:控股)?集[团團]|股份(?!合作)|控股|[钢鋼][铁鐵]|化工|石化|[轮輪]胎|家居|家具|[电電][气氣]|[机機]床|[电電][机機缆纜池]|重工|[钼鉬][业業]|[药藥][业業]|[电電]子|科技(?!局|城|厅|[馆館]|大)|高科|精工|光[电電]|[矿礦][业業]|[铜銅][业業]|[钨鎢][业業]|[铝鋁][业業]|[黄黃]金|稀土|[动動]力|[车車][灯燈]|[医醫][药藥]|生物|新材|材料|[电電]力|建材|食品|乳[业業]|酒[业業]|水泥|[设設][计計]院|工程公司|[纸紙][业業]|[锂鋰][业業]|[时時]代|商管|置[业業]|地[产產](?!业|業|市)|汽[车車](?!产|零|配|工|销|下|出口基|[贸貿]|城|站|厂|保))"
)
_FIRM_NEWS = late_regex(
    r"年[报報]|季[报報]|[业業][绩績]|[净淨]利|股[权權份价價东東票民]|[减減]持|增持|回[购購]|收[购購]|披露|公告|可[转轉][债債]|定增|(?<![社民农農村里体體])分[红紅]|[涨漲跌]停|上市|募[资資]"
    r"|[债債]券|激[励勵]|[战戰]略投[资資]|海外|[欧歐]洲|[亚亞]洲|非洲|南美|[美英法德日印俄泰][国國度罗羅尼本]|[印马馬巴孟阿沙越墨][\u4e00-\u9fff]{0,4}(?:斯坦|拉[国國]|根廷|特|南|哥|西|尼|[亚亞])"
    r"|[东東]南[亚亞]|中[东東]|拉美|[问問][询詢]|子公司|控[股制]|[深上港北]交所|[转轉][让讓]|裁[员員撤]|派息|[净淨]息差|董事[会會]|出海|[智秘][利鲁魯]|[刚剛]果|尼日利[亚亞]|肯尼|埃塞|加[纳納]|匈牙利|塞[尔爾][维維]|德布勒森"
    r"|票房|新片|新款|提[价價]|[涨漲][价價]|[结結]盟|旗下"
)
# News about markets, in which a city's name without words of a place after it begins a firm's name.
_MARKETS = late_regex(
    r"半年[报報]|年[报報]|[一二三四]?季[报報]|派息|(?<![社民农農村里体體])分[红紅]|[净淨]息差|[问問][询詢]函|股[价價]|[涨漲跌]停|[减減增]持|定增|可[转轉][债債]|回[购購]|股[权權][转轉激]|董事[会會]"
    r"|[资資]本[债債]|上市申[请請]|[港深上北]交所|[业業][绩績][预預快]|[转轉][让讓][^，。]{0,4}股[权權]|[领領][涨漲跌]|[沪滬]指|[AＡ港]股|盘中|收盘|[营營]收|[净淨]利[润潤]"
    r"|(?:新任|任命|[换換])[^，。]{0,6}(?:[总總]裁|[总總][经經]理|董事[长長]|首席|[掌门門]{2})|管理[层層]|[换換][帅帥]|[经經][销銷]商|商[标標](?:官司|[纠糾][纷紛]|侵[权權]|案)|退市|退出上市|重整[计計投]|下挫|概念股|[发發]函|收[涨漲跌](?!费)|集[体體][走下上]|[板]块[^，。]{0,6}[涨漲跌]"
)
_THE_FIRM = late_regex(r"[。！？](?:该|該)?公司(?![\u4e00-\u9fff]{0,6}[园園区區])")
_AT = frozenset("在于於到赴至")
# 深圳电子企业: many firms of the city, not one.
_MANY_FIRMS = late_regex(
    r"[\u4e00-\u9fff]{0,2}?(?:行[业業]|商[会會]|[协協][会會]|企[业業]|[产產][业業品]|[厂廠]家|商[户戶]|展|[节節]|基地|[园園]|城|市[场場]|集群|出口)"
)
_WORKS = tuple("钢 鋼 集团 集團 重工 重科 汽车 汽車 奇瑞 一汽 有色 中车".split())
_GROUPS = ("集团", "集團", "股份")
_OF_THE_CITY = late_regex(
    r"港(?:[口务務]|集[团團])|机[场場]|公交|地[铁鐵]|[轨軌]道|水[务務]|燃气|[热熱]力|供[水热熱]|文旅|交通|旅游|城建|[环環]|[产產建国國城]投|投[资資]|[发發]展|控股集"
)
# Every text that `_MARKETS` matches contains one of these (for a fast check).
_OF_MARKETS = late_regex(
    "年报|年報|季报|季報|派息|分红|分紅|息差|函|股|涨停|漲停|跌停|减持|減持|增持|定增|转债|轉債|回购|回購|董事会|董事會|本债|本債|上市申|交所|业绩|業績|领涨"
    "|領漲|领跌|領跌|沪指|滬指|盘中|收盘|营收|營收|净利|淨利|总裁|總裁|总经理|總經理|董事长|董事長|首席|掌门|掌門|管理层|管理層|换帅|換帥|经销商|經銷商|商标|商標|退市|退出上市|重整|下挫|概念股|发函|發函|收涨|收漲|收跌|集体|板块"
)
_LOCAL = late_regex(
    r"[^，。；]{0,14}?(?:[产產][业業][园園]|工[厂廠]|[园園][区區]|[车車][间間]|[产產][线線]|投[产產用]|基地|[开開]工|[厂廠][区區房]|落[户戶]|就[业業]|[铁鐵煤]矿|采[场場]|招[聘工])"
)
_NO_FIRM = late_regex(
    r"[的在将將今去已与與和及、，。：；有市区區县縣企本首是为為一两兩三四五六七八九十百多\d上全各这這新又也则則还還]|[牧农農渔漁村居市]民|[果茶棉]农|[果茶棉]農|[经經][济濟]|[财財]政|外[贸貿]|[国國][资資企]|[证證][监監券]|人|地[铁鐵方区區]|工业|工業|制造|製造|港口|口岸|海[关關]|[税稅][务務]|[发發]布|[举舉召]|出[台现現]|推出"
)


@cache
def _brands() -> frozenset[str]:
    return tables.brands()


@cache
def _brand_openers() -> frozenset[str]:
    return frozenset(name[0] for name in _brands())


def _is_brand(near: str) -> bool:
    return near[:1] in _brand_openers() and any(near[:length] in _brands() for length in (2, 3, 4))


@lru_cache(maxsize=8)
def _may_be_markets(text: str) -> bool:
    return _OF_MARKETS.search(text) is not None


def _with_the_firm(text: str, at: int) -> tuple[int, int]:
    """The sentence around ``at``, and the next one if it goes on about the firm: …。公司股价…"""
    begin, stop = sentence_around(text, at)
    if _THE_FIRM.match(text, stop):
        stop = sentence_around(text, stop + 1)[1]
    return begin, stop


def is_works(name: str) -> bool:
    """Whether a landmark is a firm, by its name: 鞍钢, 三一重工."""
    return name.endswith(_WORKS)


def is_firm(text: str, begin: int, end: int) -> bool:
    """Whether the name ``text[begin:end]`` belongs to a firm, in news about markets and trade."""
    near = text[end : end + _REACH]
    if near[:1] in BEARS_NOTHING:
        return False
    if _is_brand(near):
        return _LOCAL.match(text, end) is None
    firm = _FIRM.match(near)
    group = firm and (firm[0].endswith(_GROUPS) or near.startswith(_GROUPS, firm.end()))
    if firm and group and not _OF_THE_CITY.search(text, end - 1, end + firm.end()):
        return _LOCAL.match(text, end) is None
    if firm and _MANY_FIRMS.match(near, firm.end()):
        return False
    if firm:
        sentence = sentence_around(text, end)
        return _FIRM_NEWS.search(text, *sentence) is not None or tells_of_abroad(text, end)
    return (
        text[begin - 1 : begin] not in _AT
        and _NO_FIRM.match(near) is None
        and _may_be_markets(text)
        and (_MARKETS.search(text, *_with_the_firm(text, end)) is not None)
    )
