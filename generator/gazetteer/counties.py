"""Detect counties by their short names, if the context makes it certain that they are meant.

柞水木耳卖出新花样，县里…: the text begins with the name and mentions its county. 湖南平江: the name
follows its province. Many of these names are everyday words too (互助, 平江), so elsewhere they are
not place names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.gazetteer.finding import name_list
from generator.gazetteer.names import Hit, Name
from generator.gazetteer.offices import DEPARTMENT
from generator.lexicon import cut, frequency
from generator.patterns import late_regex

# In GB/T 2260 the codes of a city's districts end in 01 to 20; those of its counties are higher.
FIRST_COUNTY, FIRST_CITY = "21", "81"
_SUFFIXES = ("县", "縣", "市", "旗")
_LONGEST = 4  # characters of a short name
_AROUND = 8  # the number of characters after a name to segment into words
_NEAR = 160  # the number of characters after a name in which its county must be mentioned
_OPENING = 40  # the greatest number of blank characters at the start of a text
_GOODS = tuple(
    "大米 香梨 苹果 脐橙 啤酒 烧鸡 豆瓣 榨菜 铁观音 白茶 岩茶 毛峰 龙井 阿胶 牛肉 水蜜桃 葡萄干"
    " 铁锅 大闸蟹 小吃 老窖".split()
)
_RARE, _RAREST = 1e-6, 4e-7  # greatest frequencies of words that rarely mean anything but a place
_LEADING = "\n\r\t 　“【《"
_QUOTED = frozenset("“‘【 　")
_LINE_ENDS = frozenset("\n\r\t")
_CLAUSE_ENDS = frozenset("。！？；：，…”")
_SELDOM = 1.6e-6  # the same, for words followed by people or things of the place
_OF_ITS_PEOPLE = late_regex(
    r"的[\u4e00-\u9fff]{0,4}?(?:[渔漁茶果菜棉粮牧蚕瓜花药藥][农農民嫂]|[养養]殖|种植|[种種][粮糧]|[渔漁]家|[师師]傅|酒庄|[农農](?:家|民|[户戶]|机|村)|村民|居民|市民|[乡鄉][亲親]|老人|老[乡鄉]|孩子|商[户戶家]|店主|店家|企[业業]|工[厂廠]|[厂廠](?![长長])|合作社|[园園][区區]|[电電]商|民宿|景[区區]|古[城镇鎮]|老街|街[头頭上]|大[棚集]|果[园園]|茶[园園山]|[乡鄉][镇鎮村]|村[子庄里]|[医醫]院|中[学學]|小[学學]|[学學]校|志[愿願]者|干部|[伐木矿瓦电焊]工|[职職]工|工人|[码碼][头頭]|市[场場民]|西[红紅]柿|[苹蘋]果|柑橘|蔬菜|水稻|小[区區])"
    r"|人(?:[现現]在|[爱愛]|[习習]|[说說]|的|[们們]|家)|[镇鎮乡鄉][里上]"
)
_LOCALLY = late_regex(r"[当當]地(?![时時人]间|[时時]间)|[产產]地")
# Words about those who make or grow the goods that a place is known for.
_MADE_THERE = late_regex(
    r"[当當]地(?![时時]间)|[果茶药藥菜蒜姜棉菇蟹虾蝦牧渔漁瓜蚕花酒][农農]|[农農][户戶民]|[种養养][植殖]|牧民|酒工|[茶酒醋米糖药藥粮][厂廠企]|[厂廠]里|合作社|[开開][采摘收镰耙园園窖]|采[摘收]|收[购購][价價]|冷[库庫]|[亩畝]|大棚|果[园園]|[县縣区區镇鎮村市州][里裡]|基地|[车車][间間]|老[树樹]|晾[晒场]|防雹|早熟|晚熟|老[厂廠]房|[师師]傅|[绣繡]娘|匠人|手[艺藝]人|[晒曬][场場]|灌[装裝]|老店|丰收|豐收|[减減][产產]|[滞滯][销銷]|冬[腌酿]|上市"
)
# Words about the sale of such goods, or about a firm with the place's name.
_SOLD = late_regex(
    r"超市|[网網]上|[专專]家|[业業][内內]人士|消[费費]者|公告|[净淨]利|[季年][报報]|股|[证證]券|[银銀]行|交易|[专專][卖賣]店"
)
# Words by which a text is about a county, or about a county-level city.
_OF_A_COUNTY = late_regex(
    r"县[里城委长]|[全该本我]县(?!级)|县(?:政府|财政|乡|内|域(?!经济总)|直|属)|[，。；、的由与向从]县[\u4e00-\u9fff]{1,8}?(?:局|委|办|中心|联社|联|院|会|台|所|部|公司|站|队|馆|校)"
    r"|縣[裡裏城委長]|[全該本我]縣|[镇鎮][上里裡]|[一-鿿]{2}(?<!古)[镇鎮](?![定压静痛守江海长居安住纸])"
)
_OF_ITS_RANK = late_regex(
    r"(?<![超夜早菜股城门門黑])市里(?!面)|市财政|[，。；的由与向从]市[\u4e00-\u9fff]{1,6}?(?:局|委|办|中心|联|院)|[，。；]全市"
)
_OF_A_FOREIGN_NAME = frozenset("里亚亞斯尔爾克特拉夫德姆诺諾罗羅伦倫卡莱維维·•")
_CLAUSE_END = late_regex(r"[。！？，\n][“‘]?")
_OFFICE = late_regex(DEPARTMENT)
# A time before the place: 冬至前后，嵊州小笼包….
_WHEN = late_regex(
    r"[\s“]*[^，。；！？\n]{0,8}"
    r"(?:前[后後]?|[后後]|[时時][节節]?|以[来來]|[季天晨夜晚日月年周週]|期[间間]|[末初底]|了)，"
)
_BY_SOMEBODY = late_regex(
    r"[说說](?!唱)|[，：:、]|表示|认为|告诉|介绍|坦言|回忆|先生|女士|同志|教授|医生|老师|在会上|一家人|的(?:妻子|丈夫|父|母|儿子|女儿|新书|作品|演唱|粉丝)|[获夺]得?(?:冠|金|银|奖)"
    r"|[强強][调調]|[指]出|充分|[会會][见見]|主持|出席|要求|[参參]加|[担擔]任|[执執]导|[饰飾]|科技|股份|集[团團]|[药藥][业業]"
)
# 祁门红茶和滇红, 景宁的畲乡、剑河的苗寨: one of several things.
_ONE_OF_SEVERAL = late_regex(r"的?[\u4e00-\u9fff]{1,4}[、和与]")
_MAY_BE_SOMEBODY = frozenset("带帶把被从從用也就因在为為")


def beside_a_county(text: str, end: int, *, ranked: bool = False) -> bool:
    """Whether the text after a name that ends at ``end`` is about a county.

    With ``ranked``, also about a county-level city (市里 instead of 县里).
    """
    if _BY_SOMEBODY.match(text, end):
        return False
    stop = min(len(text), end + _NEAR)
    if _OF_A_COUNTY.search(text, end, stop) is not None:
        return True
    return ranked and _OF_ITS_RANK.search(text, end, stop) is not None


def opens_with_county(text: str, start: int, end: int, code: str, *, alone: bool) -> bool:
    """Whether a text begins with the short name ``text[start:end]`` as its place.

    ``code`` is the code of the only county with that name. ``alone`` says that no other place was
    named before; then a later sentence may begin with the name too.
    """
    at = start
    while at and text[at - 1] in _QUOTED:
        at -= 1
    first = not at or text[at - 1] in _LINE_ENDS
    if not first and not (alone and text[at - 1] in _CLAUSE_ENDS):
        return False
    if _BY_SOMEBODY.match(text, end):
        return False
    usual = frequency(text[start:end])
    if usual <= _SELDOM and _OF_ITS_PEOPLE.match(text, end):
        return True
    if not first and text[at - 1] == "，":
        return False
    if usual <= (_RARE if first else _RAREST):
        after = text[end : end + 1]
        alone = after not in _OF_A_FOREIGN_NAME and after not in _MAY_BE_SOMEBODY
        if alone and _ONE_OF_SEVERAL.match(text, end) is None:
            return True
    if not first:
        return False
    if usual <= _SELDOM and _LOCALLY.search(text, end, end + _NEAR):
        return True
    return code[4:] >= FIRST_COUNTY and beside_a_county(text, end)


def grows_goods(text: str, start: int, end: int) -> bool:
    """Whether a text begins with goods of a place (英德红茶) and is about those who make them.

    The name is ``text[start:end]``.
    """
    if start > _OPENING or _ONE_OF_SEVERAL.match(text, end):
        return False
    if text[:start].strip(_LEADING) and not _WHEN.fullmatch(text, 0, start):
        return False
    near = text[end : end + _NEAR]
    return _MADE_THERE.search(near) is not None and _SOLD.search(near) is None


def _goods_at(text: str, start: int) -> Hit | None:
    """The place of the goods with which a text begins, if the text is about those who make them."""
    names = name_list().beginning(text[start : start + 2])
    if not any(
        name.kind == "trap" and name.text.endswith(_GOODS) and text.startswith(name.text, start)
        for name in names
    ):
        return None
    for name in names:
        if name.kind in {"bare", "known", "county"} and text.startswith(name.text, start):
            end = start + len(name.text)
            return Hit(name, start, end) if grows_goods(text, start, end) else None
    return None


def unlisted(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Counties named at the start of a text or after their province, which are not in ``hits``."""
    found: list[Hit] = []
    opening = len(text) - len(text[:_OPENING].lstrip(_LEADING)) - max(0, len(text) - _OPENING)
    if not hits or hits[0].start != opening:
        goods = _goods_at(text, opening)
        if goods is not None:
            found.append(goods)
        county = _named(text, opening, "")
        if county is not None and (
            beside_a_county(text, county.end, ranked=county.name.codes[0][4:] >= FIRST_CITY)
            or _speaks_of_locals(text, county)
        ):
            found.append(county)
    if all(hit.name.kind == "province" for hit in hits):
        for ends in _CLAUSE_END.finditer(text):
            county = _named(text, ends.end(), "")
            if county is not None and (
                _OFFICE.match(text, county.end)
                or (ends[0][0] != "，" and _speaks_of_locals(text, county))
            ):
                found.append(county)
    for index, hit in enumerate(hits):
        if hit.name.kind != "province":
            continue
        if index + 1 == len(hits) or hits[index + 1].start != hit.end:
            county = _named(text, hit.end, hit.name.codes[0][:2])
            if county is not None:
                found.append(county)
    return found


def _speaks_of_locals(text: str, county: Hit) -> bool:
    """Whether a text that begins with a rare name is about the local people: 当地."""
    if frequency(county.name.text) > _SELDOM or _BY_SOMEBODY.match(text, county.end):
        return False
    if county.name.codes[0][4:] >= FIRST_COUNTY and _OF_ITS_PEOPLE.match(text, county.end):
        return True
    return _LOCALLY.search(text, county.end, county.end + _NEAR) is not None


def county_named(text: str, start: int, above: str) -> bool:
    """Whether the short name of a county is at ``start``, whose code begins with ``above``."""
    return _named(text, start, above) is not None


def _named(text: str, start: int, province: str) -> Hit | None:
    """The county whose short name is a word of the text at ``start``."""
    names = _short_names(text[start : start + 2])
    for name in names:
        end = start + len(name.text)
        if not text.startswith(name.text, start) or not name.codes[0].startswith(province):
            continue
        if text[end : end + 1] in "县縣市旗区區州人":
            continue
        at = start
        for word in cut(text[start : start + _AROUND]):
            at += len(word)
            if at >= end:
                break
        if at == end:
            return Hit(name, start, end)
    return None


@cache
def _short_names(two: str) -> tuple[Name, ...]:
    """The short names (without 县) that begin with the characters ``two`` and belong to a single
    county, longest first."""
    if len(two) < 2:
        return ()
    found: dict[str, set[str]] = {}
    listed = set()
    for name in name_list().beginning(two):
        listed.add(name.text)
        short, suffix = name.text[:-1], name.text[-1:]
        if name.kind == "county" and suffix in _SUFFIXES and 2 <= len(short) <= _LONGEST:
            found.setdefault(short, set()).update(name.codes)
    return tuple(
        Name(short, "known", tuple(codes))
        for short, codes in sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
        if len(codes) == 1 and short not in listed
    )
