"""Books, films, songs and ships that bear a city's name: 《成都》, 南昌舰."""

from __future__ import annotations

from generator.gazetteer import tables
from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex

# Shows, crafts and kitchens of a city that go abroad are no news of the city.
_SHOW = late_regex(
    r"[\u4e00-\u9fff]{2,6}?(?:[灯燈][会會展]|彩[灯燈]|花[灯燈]|木偶|皮影|漆器|[杂雜]技|剪[纸紙]|刺[绣繡]|[陶]?瓷器?|陶[艺藝]|紫砂|京[剧劇]|越[剧劇]|昆曲|川[剧劇]|粤[剧劇]|秦腔|[黄黃]梅[戏戲]|豫[剧劇]"
    r"|歌舞|[剧劇][院团團]|[乐樂][团團]|合唱[团團]|[艺藝][术術][团團]|芭蕾|舞[龙龍狮獅]|醒[狮獅]|武[术術]|功夫|[太极極]{2}|非[遗遺]|美食|小吃|[大牌排]{1,2}[档檔]|火[锅鍋]|[面餐][馆館厅廳]|年[画畫]|[风風][筝箏]"
    r"|[云雲][锦錦]|[恐龙龍]{2}|牡丹|盆景|菊花|月季|花卉|兵[马馬]俑|文物|蜡染|扎染|[龙龍]舟|英歌|[糖泥][画畫人]|竹[编編]|银饰|苗[绣繡]|蜀[绣錦锦]|苏[绣繡]|湘[绣繡]|粤[绣繡])[\u4e00-\u9fff“”]{0,10}?"
    r"(?:走[进進出]|亮相|[点點]亮|登[陆陸上]|赴|在|走[红紅]|[闪閃]耀|惊艳|驚艷|[远遠]赴|[来來]到|抵[达達]|巡演|[进進]入|[飘飄]香)了?"
)
_TROUPE = late_regex(r"(?:市)?(?:歌舞|[杂雜]技|芭蕾舞|[话話][剧劇]|京[剧劇]|木偶)?(?:[剧劇][院团團]|[乐樂][团團]|[艺藝][术術]?[团團])")
_LONGEST_PLACE = 7
_LONGEST = 40  # characters of a title that are looked at
# What is written in 《》 and still is the city's: its rules, plans and papers.
_OF_THE_CITY = late_regex(
    r"条例|條例|[办辦]法|[规規](?:定|划|劃|程|[则則])|方案|意[见見]|通知|通告|公告|公[报報]|[计計][划劃]|[细細][则則]|白皮[书書]|[报報]告|[实實]施|[标標]准|[标標]準|指[南引]|章程|[协協][议議]|目[录錄]|措施"
    r"|清[单單]|行[动動]|名[录錄]|[总總]体|[倡]?[议議][书書]|宣言|公[约約]|市志|年[鉴鑒]|志》|政策|若干|[备備]忘[录錄]|合同|守[则則]|[导導][则則]|手[册冊]|地[图圖]|[预預]案|[决決]定|[决決][议議]|榜|[词詞]典|共[识識]|承[诺諾]|任务"
)
_SHIP = late_regex(
    r"(?:[舰艦](?!队|隊|艇部)|[”’」]?[号號]?[”’」]?(?:[舰艦](?!队|隊)|[驱驅]逐[舰艦]|[护護][卫衛][舰艦]|登[陆陸][舰艦]|[补補][给給][舰艦]|[巡海][逻警][舰艦船]|[导導][弹彈]|核?[潜潛]艇|艇(?![赛道])|[军軍][舰艦])"
    r"|[”’」]?[号號][”’」]?[\u4e00-\u9fff]{0,4}?(?:[货貨][轮輪船]|[邮郵][轮輪]|[客滚滾油][装裝]?[轮輪船]|散[货貨]船|集[装裝]箱[船轮]|渡[轮輪]|科考船|考察船|[测測]量船|[医醫]院船|汽[车車](?:[运運]|[滚滾])[^，。]{0,3}船|[帆渔漁]船|[飞飛][船机機]|[卫衛]星)"
    r"|[”’」][号號](?=[^。]{0,16}?(?:航|泊|停靠|下水|船|[轮輪]|[舰艦]|艇|港))|[轮輪](?=[，。、驶停靠抵于在从装将已是首完]|[”’」]))"
)
_OPENERS = frozenset("，。；！？\n “”：》")
_SHIP_BEGINS = frozenset("舰艦号號”’」驱护登补导潜核艇军轮輪驅護補導潛軍")


def is_work(text: str, start: int, end: int) -> bool:
    """Whether the name stands in the title of a book, film, song or journal."""
    opened = text.rfind("《", max(0, start - _LONGEST), start)
    if opened < 0 or text.find("》", opened, start) >= 0:
        return False
    closed = text.find("》", end, end + _LONGEST)
    return closed >= 0 and _OF_THE_CITY.search(text, opened, closed + 1) is None


def tells_of_abroad(text: str, at: int) -> bool:
    """Whether the sentence around ``at`` names a place abroad."""
    sentence = text[slice(*sentence_around(text, at))]
    return any(place in sentence for place in tables.abroad())


def goes_abroad(text: str, begin: int, end: int) -> bool:
    """Whether what follows a name that opens a clause makes a show or kitchen abroad of it."""
    if begin and text[begin - 1] not in _OPENERS:
        return False
    show = _SHOW.match(text, begin, begin + _LONGEST)
    if show is not None:
        return any(
            text[show.end() : show.end() + length] in tables.abroad()
            for length in range(2, _LONGEST_PLACE + 1)
        )
    if _TROUPE.match(text, end) is None:
        return False
    return tells_of_abroad(text, end)


def is_ship(text: str, end: int) -> bool:
    """Whether what follows makes a ship of the name."""
    return text[end : end + 1] in _SHIP_BEGINS and _SHIP.match(text, end) is not None
