"""Detect things with a city's name: schools, teams, dishes, foundations, bridges."""

from __future__ import annotations

from functools import cache, lru_cache

from generator.gazetteer import tables
from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex

# If one of these follows a name, it is not a part of the name of a school, a team or a product.
BEARS_NOTHING = frozenset("，。、；：的是在将与和今有也）》”！？\n")
_REACH = 24  # the number of characters to search after the city's name

# A school, which is in its city but counts less: 邵阳学院.
_SCHOOL = late_regex(
    r"(?:市|省)?(?:[东西南北中東]方?|第[一二三四]|城市|城建)?(?:[职職][业業]|技[术術]|工程|理工|[师師][范範]|[医醫]科|[医醫][学學]|中[医醫][药藥]?|[农農][业業林]"
    r"|林[业業]|工[业業]|科技|航空|航天|民航|交通|[邮郵][电電]|[电電]子|信息|[财財][经經]|[经經][济濟]|[贸貿]易|工商|商[业業]|外[国國]?[语語]|[语語]言|政法"
    r"|[体體]育|[艺藝][术術]|美[术術]|音[乐樂]|[电電]影|[戏戲][剧劇]|[传傳]媒|旅游|建筑|石油|化工|[矿礦][业業]|地[质質]|海洋|海事|水利|[电電]力|[铁鐵]道|[铁鐵]路|文理|幼[儿兒]"
    r"|高等|[专專]科|[学學]前|[卫衛]生|[护護]理|城市|[应應]用|商[务務]|服[装裝]|[纺紡][织織]|[轻輕]工|食品|[机機][电電]|汽[车車]|[软軟]件|大[数數][据據]|[开開]放|行政|人文|民族|文化"
    r"|科[学學]|[国國][际際]|[联聯]合|[现現]代|管理|生物|[冶][金]|警察|公安|能源|[药藥]科|城[乡鄉]|航海|[计計]量|黄河|青年|石化|陶瓷|印刷|烟草|[粮糧]食|刑警|消防|[戏戲]曲|葡萄酒|茶[业業]|[动動]漫|[设設][计計]){0,5}"
    r"(?:大[学學](?![城生])|[学學]院(?!路)|交大|高等[专專]科[学學]校|高[专專]|[师師][专專]|[职職]院|技[师師][学學]院)"
)
_SCHOLAR = late_regex(
    r"等(?:[\d一二两三四五六七八九十百多]+[所家]|高校|院校)|[\u4e00-\u9fff]{0,10}?(?:[的]?(?:副?教授|[专專]家|[学學]者|博士|硕士|[毕畢][业業](?![典季展设設晚照])|校?(?:[党黨]委)?[书書][记記]|校[长長]|院[长長]|研究[员員]|[讲講][师師]|校友|博导)|(?:的)?(?:师生|師生|[学學]生|志愿者|[医醫][疗療][队隊]|[医醫][生师師]|[专專]家)[^，。]{0,8}?(?:到|赴|走[进進]|深入)[^，。]{0,12}(?:[市省州县縣镇鎮村乡鄉]|(?<![社小园校厂])[区區]))"
)

_WITH_COUNTY = late_regex(
    r"(?:[与與同和跟]|[对對]口|定[点點])(?:[\u4e00-\u9fff]{2,4}(?:省|[区區])?)?"
)
_HELPS = late_regex(
    r"[^，。；]{0,4}?(?:[结結](?:[对對成]|[为為])|[对對]口|[帮幫]扶|定[点點]|[携攜]手|共建|[签簽][约約])"
)
_AT_SCHOOL = late_regex(r"留校|校[园園内內]|本校|母校")
# 上海原油期货, 深圳成指: traded everywhere.
_TRADED = late_regex(
    r"(?:[\u4e00-\u9fff]{0,4}?期(?:货(?!交割|学院|公司|小镇|业|协会)|指)|成指|集装箱运价|综指|成份|[AB]股|银行间|原油|豆粕)"
)
_TRADED_OPENERS = frozenset("期集原成综股银豆AB")
# If one of these follows a dish, an industry of the city is meant: 柳州螺蛳粉产业.
_TRADE = late_regex(
    r"村|[产產行企][业業]|[协協]会|[节節]|文化|博[览覽]|基地|合作社|非[遗遺]|小[镇鎮]|[电電]商|[厂廠]|原料|加工|生[产產]|[产產][区區量值地]|[种種植]|[学學]院|[检檢][测測]|[标標][准準]|[师師]傅[技培]|[从從][业業]|城|市[场場]"
)
_LONGEST_WARE = 4
# Dishes.
_DISH = late_regex(
    r"(?!的)[\u4e00-\u9fff]{0,2}?(?:[拌冷凉涼热熱汤湯炒烩燴捞撈拉擀刀阳陽油扯焖燜][面麵]|[^的方全路对對市地里前后後外水海湖层層表正侧側东東西南北上下局场場界版封平江河单單多][面麵](?![积積向临臨对對前试試貌板粉料孔世目市\u5305])|[炒拌蒸捞][饭飯]|[卤鹵板烤酱醬熏盐鹽烧燒][鸭鴨鹅鵝]"
    r"|[烧燒熏扒炖燉焖燜锅鍋叫花贵醉][鸡雞]|[酸烤蒸醉熏][鱼魚]|米[线線粉]|[肠腸凉涼酸]粉|[凉涼]皮|肉[夹夾][馍饃]|泡[馍饃]|火[锅鍋腿]|[软軟]兜|[汤湯]包|[汤湯][圆圓]|[锅鍋]盔|[拌扁]肉"
    r"|[抄][手]|[馄餛][饨飩]|[烧燒][饼餅麦賣]|[煎蒸水包烧燒][饺餃]|肉[丸燕饼餅]|臭?豆腐|糍粑|粽子?|月[饼餅]|[头頭全][宴席]|早茶|腊[肉肠]|[辣豆][酱醬]|榨菜|小[吃面麵]|[陈老香米][醋])"
)
_DISH_ENDS = frozenset(
    "宴席茶面麵饭飯鸭鴨鹅鵝鸡雞鱼魚线線粉皮馍饃锅鍋腿兜包圆圓盔肉手饨飩饼餅麦賣饺餃丸燕腐粑粽肠酱醬菜吃醋"
)
# News about a league or cup, in which clubs are called by their cities' names.
_LEAGUE = late_regex(
    r"(?<!中)国足|中超|中甲|中乙|女超|积分榜|積分榜|CBA|WCBA|NBL|[男女][篮籃足排](?:超级)?[联聯]赛|排超|乒超|羽超|[围圍象]甲|足[协協]杯|[亚亞]冠|[甲乙][级級][联聯][赛賽]|[职職][业業][联聯][赛賽]|全[运運][会會]预赛|完[胜勝]|保级|主[帅帥]|[绝絕][杀殺]|破[门門]|客[场場]|主[场場][以迎不]|[击擊][败敗]|逆[转轉]|末[节節]|大[胜勝]|[\d一二三四五六七八九零]+比[\d一二三四五六七八九零]"
)
# Every text that `_LEAGUE` matches contains one of these (for a fast check).
_OF_LEAGUES = late_regex(
    "国足|中超|中甲|中乙|女超|积分榜|積分榜|CBA|NBL|赛|賽|排超|乒超|羽超|围甲|圍甲|象甲|足协杯|足協杯|亚冠|亞冠|完胜|完勝|保级|主帅|主帥|绝杀|絕殺|破门|破門|客场|客場|主场|主場|击败|擊敗|逆转|逆轉|末节|末節|大胜|大勝|比"
)
_HOSTS = late_regex(
    r"(?:市)?(?:[篮籃足排乒羽]?球?(?:中心|[馆館场場])|[体體]育|奥体|奧體|球[迷市场場]|[赛賽][区區]|站的?比|[举舉]|[开開][赛賽]|[文][旅]|[打]响|的?[训訓][练練]|[夜文商]|市民|地[铁鐵])"
)
# 在佛山国际体育文化演艺中心
_VENUE = late_regex(
    r"(?:市)?(?:集[训訓]|冬[训訓]|[备備][战戰])|(?:市)?[\u4e00-\u9fff]{0,10}?(?:中心|[馆館]|球[场場])"
)
_MONEY = late_regex(
    r"(?:市)?[\u4e00-\u9fff]{0,8}?(?:交易所|交易中心(?:股份)?有限公司)|(?:市)?(?:[农農][村商]+)?(?:[银銀]行|[证證]券|信托|[基]金公司)(?!业|業|[间間]|卡)"
)
_TEAM_SPORT = late_regex(
    r"中超|中甲|中乙|CBA|WCBA|联赛|聯賽|决赛|決賽|半决赛|预赛|击败|擊敗|战胜|戰勝|战平|戰平|大胜|大勝|逆转|逆轉|主场|主場|客场|客場|夺冠|奪冠|比零|比一|比二"
    r"|\d+比\d+|\d+[:：-]\d+|积分榜|積分榜|外援|足球|篮球|籃球|排球|握手言和|平局|主教练|主教練|赛季|賽季|俱乐部|俱樂部|球迷|全运会|足协杯|亚冠|转会|進球|进球|[龙龍]舟[赛賽]|[锦錦][标標][赛賽]|邀[请請][赛賽]|[亚亞季][军軍]|拿了第"
)
_TEAM = late_regex(
    r"(?:市)?[\u4e00-\u9fff]{0,2}(?:男|女)[子]?[篮籃足排乒羽水网網][球]?"
    r"|(?:市)?[\u4e00-\u9fff]{0,7}?(?:足球|[篮籃]球|排球|乒乓球)?俱[乐樂]部"
    r"|(?:市)?(?:(?!支|大|车|部|[队隊])[\u4e00-\u9fff]){0,6}?(?<![支车車部乐樂军軍舰艦团團伍施考消连連])[队隊](?![伍列长長形])"
)
_TEAM_MARK = late_regex("[队隊篮籃足排乒羽水网網俱]")
_CLUB = late_regex(
    r"海港|申花|国安|國安|泰山(?:[队队隊]|[0-9一二三四五]|主|客|的?外援)|三[镇鎮]|蓉城|[亚亞]泰|恒大(?:足球|淘宝|[队隊])|富力(?:足球|[队隊])|津[门門]虎|泰[达達]|海牛|西海岸(?:[队主客二三]|[续宣签官]|\d|[^新区，。]{0,6}(?:外援|教练|赛季))|攻城[狮獅]|[领領]航猿|[钢鋼][铁鐵]人|国王队?(?=主|客|以|击|擊)|[永]昌|英博|人[职職]|支[云雲]|玉昆|新[鹏鵬]城|首[钢鋼](?:男|女|[队隊])|北控|久事|大[鲨鯊][鱼魚]|同曦|大益|[龙龍][狮獅]|[马馬]可波[罗羅]|[广廣][厦廈]|稠州|同[济濟]"
)
_CLUB_OF = late_regex(
    r"[\u4e00-\u9fff]{0,6}?(?:[队隊]|俱[乐樂]部)|[\u4e00-\u9fff]{2,3}(?=[把将將的宣]|[球套年]票)"
)
_GROUND = late_regex(
    r"[年季套球][票]|草皮|看[台臺]|座椅|的主[场場][\u4e00-\u9fff]{2,8}(?:球[场場]|[体體]育)|[训訓][练練]基地|票[价價]|停[车車]"
)
_MATCH = late_regex(
    r"比[\d一二三四五六七八九零]|[胜勝负負输輸赢贏]|客[场場]|[对對][阵陣]|迎[战戰]|[战戰]平|[击擊][败敗]|[挑]?[战戰]|比[赛賽]"
)
_OF_THE_MOUNTAIN = frozenset("景区脚下风学山上顶石管日玉南东西北的")
_CLUB_OPENERS = frozenset(
    "三久亚亞西攻领領钢鋼人北同国國大富广廣恒支新永泰津海玉申稠英蓉首馬马龍龙"
)
_GAMES_OPENERS = frozenset("世亚亞全冬大奥奧残殘青")
_FOUNDATION = late_regex(
    r"(?:市|省)?(?:(?![年的在与與和向将將已了首设設])[\u4e00-\u9fff]){0,14}?(?:基金[会會](?!管理)|慈善[总總]?[会會])"
)
_BRIDGE = late_regex(
    r"(?:市)?(?:[长長]江|[黄黃]河|湘江|[钱錢]塘江)?(?:公路|[铁鐵]路|[铁鐵])?大[桥橋]"
)
_BRIDGE_WORKS = late_regex(
    r"[维維抢搶大中]修|更[换換]|限[速高重宽]|[伸]缩缝|[桥橋]面|[换換]索|桥塔|栏杆|[铺鋪][装裝]|引[桥橋]|[护護][栏欄]|[积積][水雪]|恢[复復]|封[闭閉]|施工|[开開]工|合[龙龍]|[检檢][测測查修]|限行|加固|改造|通行|[扩擴]建|通[车車]|[拥擁]堵|[车車]流|夜景|亮灯|亮燈|开放|收费"
)
_GAMES = late_regex(
    r"(?:[亚亞奥奧冬残殘全]+[运運][会會]|冬[奥奧](?:[会會])?|[奥奧][运運][会會]?|世博[会會]|大[运運][会會]|青[奥奧][会會])"
)
_WINNER = late_regex(
    r"(?:市)?(?:[国國][际際])?(?:半程)?(?:[马馬]拉松|公[开開][赛賽]|[锦錦][标標][赛賽])(?:[男女]子)?(?:[组組])?(?:冠|[亚亞]|季)[军軍]"
)
_GAMES_LATER = late_regex(
    r"(?:上|期[间間]|冠[军軍]|[后後]|中|上[夺奪]|的?(?:金|银|銀|铜|銅)牌|[获獲]|[周週]期|[夺奪]冠|[选選]手|火炬|[开開][闭閉]幕式)"
)


@cache
def _wares() -> frozenset[str]:
    return tables.wares()


@cache
def _ware_openers() -> frozenset[str]:
    return frozenset(name[0] for name in _wares())


def school_end(text: str, end: int) -> int:
    """The end of the name of a school that begins with a city's name; 0 if there is none."""
    near = text[end : end + _REACH]
    if not ("学" in near or "學" in near or "专" in near or "职" in near or "交大" in near):
        return 0
    found = _SCHOOL.match(text, end, end + _REACH)
    return found.end() if found else 0


def scholar(text: str, end: int) -> bool:
    """Whether the school only says where somebody works or studied: …大学教授."""
    if not _SCHOLAR.match(text, end, end + _REACH):
        return False
    return _AT_SCHOOL.search(text, end, sentence_around(text, end)[1]) is None


def pairs_with(text: str, end: int, start: int, finish: int) -> bool:
    """Whether the school of a place that ends at ``end`` helps a county: 某大学与宕昌县结对.

    The name of the county is ``text[start:finish]``.
    """
    ends = school_end(text, end) or end
    if _WITH_COUNTY.fullmatch(text, ends, start) is None:
        return False
    return _HELPS.match(text, finish) is not None


def is_ware(text: str, end: int) -> bool:
    """Whether the name is a part of the name of a dish, a tea, a bank or an exchange."""
    near = text[end : end + _REACH]
    begin = near[:1] == "市"
    if near[begin : begin + 1] in _ware_openers():
        for length in range(_LONGEST_WARE, 1, -1):
            if near[begin : begin + length] in _wares():
                return _TRADE.match(near, begin + length) is None
    dish = _DISH.match(near, begin) if not _DISH_ENDS.isdisjoint(near[begin : begin + 5]) else None
    if dish:
        return _TRADE.match(near, dish.end()) is None
    money = "行" in near or "券" in near or "交易" in near or "信托" in near or "基金" in near
    return money and _MONEY.match(near) is not None


def is_club_of_province(text: str, start: int, end: int) -> bool:
    """Whether a mountain's name is that of the club of its province: 山东泰山四人."""
    if text[start:end] != "泰山" or not text.endswith("山东", 0, start):
        return False
    return text[end : end + 1] not in _OF_THE_MOUNTAIN


def in_league(text: str, start: int, end: int) -> bool:
    """Whether the name means a club, in news about a league."""
    if not _may_be_league(text):
        return False
    sentence = sentence_around(text, start)
    if _LEAGUE.search(text, *sentence) is None or _HOSTS.match(text, end):
        return False
    return text[start - 1 : start] != "在" or _VENUE.match(text, end) is None


@lru_cache(maxsize=8)
def _may_be_league(text: str) -> bool:
    return _OF_LEAGUES.search(text) is not None


def is_club_at_home(text: str, end: int) -> bool:
    """Whether news of the ground or the tickets of a club follows, not of a match."""
    if not _CLUB_OF.match(text, end):
        return False
    sentence = sentence_around(text, end)
    return (
        _GROUND.search(text, end, sentence[1]) is not None
        and _MATCH.search(text, *sentence) is None
    )


def is_team(text: str, end: int) -> bool:
    """Whether a team has the name, in a sentence about sports."""
    near = text[end : end + _REACH]
    if not _TEAM_MARK.search(near) or not _TEAM.match(near):
        return False
    if _TEAM_SPORT.search(text, *sentence_around(text, end)):
        return True
    return _LEAGUE.search(text, 0, max(0, text.find("\n"))) is not None


def only_named(text: str, end: int) -> bool:
    """Whether the name is a part of the name of a team, foundation, bridge or sports event."""
    if text[end : end + 1] in BEARS_NOTHING:
        return False
    near = text[end : end + _REACH]
    if ("期货" in near[:7] or near[:1] in _TRADED_OPENERS) and _TRADED.match(near):
        return True
    if ("基金" in near or "慈善" in near) and _FOUNDATION.match(near):
        return True
    if near[:1] in _CLUB_OPENERS and _CLUB.match(near):
        return True
    if is_team(text, end) or _WINNER.match(near):
        return True
    if "大桥" in near or "大橋" in near:
        bridge = _BRIDGE.match(near)
        if bridge:
            start, stop = end + bridge.end(), sentence_around(text, end)[1]
            return _BRIDGE_WORKS.search(text, start, stop) is None
    if near[:1] not in _GAMES_OPENERS:
        return False
    games = _GAMES.match(near)
    return games is not None and _GAMES_LATER.match(near, games.end()) is not None
