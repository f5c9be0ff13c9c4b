"""Detect books, films, songs and ships with a city's name: 《成都》, 南昌舰."""

from __future__ import annotations

from generator.patterns import late_regex

_LONGEST = 40  # the number of characters to search for the ends of a title
# Documents in 《》 that belong to the city: its rules, plans and papers.
_OF_THE_CITY = late_regex(
    r"条例|條例|[办辦]法|[规規](?:定|划|劃|程|[则則])|方案|意[见見]|通知|通告|公告|公[报報]|[计計][划劃]|[细細][则則]|白皮[书書]|[报報]告|[实實]施|[标標]准|[标標]準|指[南引]|章程|[协協][议議]|目[录錄]|措施"
    r"|清[单單]|行[动動]|名[录錄]|[总總]体|[倡]?[议議][书書]|宣言|公[约約]|市志|年[鉴鑒]|志》|政策|若干|[备備]忘[录錄]|合同|守[则則]|[导導][则則]|手[册冊]|地[图圖]|[预預]案|[决決]定|[决決][议議]|榜|[词詞]典|共[识識]|承[诺諾]|任务"
)
_SHIP = late_regex(
    r"(?:[舰艦](?!队|隊|艇部)|[”’」]?[号號]?[”’」]?(?:[舰艦](?!队|隊)|[驱驅]逐[舰艦]|[护護][卫衛][舰艦]|登[陆陸][舰艦]|[补補][给給][舰艦]|[巡海][逻警][舰艦船]|[导導][弹彈]|核?[潜潛]艇|艇(?![赛道])|[军軍][舰艦])"
    r"|[”’」]?[号號][”’」]?[\u4e00-\u9fff]{0,4}?(?:[货貨][轮輪船]|[邮郵][轮輪]|[客滚滾油][装裝]?[轮輪船]|散[货貨]船|集[装裝]箱[船轮]|渡[轮輪]|科考船|考察船|[测測]量船|[医醫]院船|汽[车車](?:[运運]|[滚滾])[^，。]{0,3}船|[帆渔漁]船|[飞飛][船机機]|[卫衛]星)"
    r"|[”’」][号號](?=[^。]{0,16}?(?:航|泊|停靠|下水|船|[轮輪]|[舰艦]|艇|港))|[轮輪](?=[，。、驶停靠抵于在从装将已是首完]|[”’」]))"
)
# 货轮“鞍山号”
_KIND_OF_SHIP = late_regex(
    r"(?:[货貨油客邮郵巨][轮輪]|[渔漁]船|科考船|[货貨]船|[油][船]|[渡]船|[飞飛]船|班列|列[车車])[“‘「]\Z"
)
_NUMBERED = frozenset("号號")
SHIP_BEGINS = frozenset("舰艦号號”’」驱护登补导潜核艇军轮輪驅護補導潛軍")


def is_work(text: str, start: int, end: int) -> bool:
    """Whether the name is in the title of a book, film, song or journal."""
    opened = text.rfind("《", max(0, start - _LONGEST), start)
    if opened < 0 or text.find("》", opened, start) >= 0:
        return False
    closed = text.find("》", end, end + _LONGEST)
    return closed >= 0 and _OF_THE_CITY.search(text, opened, closed + 1) is None


def is_ship(text: str, start: int, end: int) -> bool:
    """Whether the name is that of a ship, by the words after or before it."""
    if _SHIP.match(text, end) is not None:
        return True
    return (
        text[end] in _NUMBERED and _KIND_OF_SHIP.search(text, max(0, start - 6), start) is not None
    )
