"""Detect cities that act together, or are selected together: 杭州与绍兴两地, 湖州、汕头入列.

What the text says about the last name of such a run of names applies to all of them, so the news is
about all of these cities, whatever their positions in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.gazetteer.context import sentence_around
from generator.gazetteer.occurrences import Occurrence
from generator.patterns import late_regex
from generator.provinces import PROVINCES

_GAP = 16  # the greatest number of characters between two names of a run
_MOST = 7  # the greatest number of names in a run; more are examples
_REACH = 24  # the number of characters after a run to search for what it does
_LEAD = 120  # the number of characters of a text within which a run must begin
_FAR = 90  # the number of characters after a run to search for 两地 or the like
_JOINED = frozenset({"county", "city", "bare", "known", "short", "zone", "landmark"})

# A part of a city that acts: its port, station, court or metro.
_PART = (
    r"(?:(?:市|县|縣|州|盟|区|區|老城|新城|主城|中心城区)?"
    r"(?:[\u4e00-\u9fff]{0,3}?(?:港|港区|港區|新港|机场|機場|口岸|[东西南北]?站|北站)|地铁|地鐵|城轨|城軌|轨道交通|公交|海关|海關|[\u4e00-\u9fff]{2,4}局|法院|[检檢]察院|[检檢]方"
    r"|公安|[医醫]保|[税稅][务務]|[图圖][书書][馆館]|博物[馆館]|消防|海事|政府|[两兩]?岸|地区|地區|段|[东西南北]部|中心|自贸片区|[综綜]保[区區]|集群|片[区區]|[园園][区區]|[产產][业業][园園]|高新[区區]|[经經][开開][区區])?)"
)
_LINK = r"(?:[、与與和同及跟]|以及|至|到|[—－-]{1,2}|携手|攜手|联手|聯手|[联聯]合|牵手|牽手)"
_OF_PLACE = (
    r"(?:[上中下]游的?|[东西南北東]麓的?|[东西南北東]岸的?|[东西南北東]端的?|[隔][江河海湖]的|毗邻的|相邻的|邻近的|[临臨]近的|[对對]岸的?|省会|省會"
    r"|(?:"
    + PROVINCES
    + r"|[皖苏浙闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘陇青宁新晋冀蒙辽吉黑][东西南北中]?)省?的?)"
)
# 黄冈的中学与博乐的中学结对，两地…
_BODY = (
    r"(?:(?:的|一所|一家)[\u4e00-\u9fff]{0,3}?(?:[中小高][学學校]|[职職技]校|院校|[学學][校生]|[医醫]院|法院|[检檢]察院|[图圖][书書][馆館]"
    r"|博物[馆館]|[剧劇][团團院]|[农農][户戶民]|村民|居民|企[业業]|商[户戶]|交警|警方|消防[员員]?"
    r"|志[愿願]者|孩子|[师師]傅|[茶果][农農]|[渔漁]民))?"
)
_BETWEEN = late_regex(
    rf"(?:{_PART}{_BODY}{_LINK}{_OF_PLACE}?|[\u4e00-\u9fff]{{2}}[与和與](?=[\u4e00-\u9fff]{{2,6}}之[间間]))"
)
_DOES_AFTER = late_regex(
    rf"(?:[\u4e00-\u9fff]{{2,3}})?之[间間]|{_PART}(?:[两兩][地市城县縣州]|[两兩]座|双城|雙城|互|共(?:建|享|同|[护護治管担擔]|[办辦])|[联聯]手|携手|[联聯]合|合作(?:[共开開建运運]|的)|合[办辦]|[实實][现現](?:[一互通无同])"
    r"|一[体體]化|同城|毗[连連邻鄰]|交界|接壤|相[邻鄰接]|隔[江河海湖]|[对對][开開]|往返|日均[对對]|[续續][签簽]|[结結]成|[结結][对對]|[达達]成|[约約]定|[协協]同|[轮輪]流|[毗]"
    r"|城[际際]|[^，。；的]{0,8}?(?:[实實][现現](?:[统統]一|互|共|[联聯]|同|一)|[统統]一(?:排|[调調]|[标標]|[执執]|收|管|[规規]|[编編]|安)|互[认認]|共享|[联聯][动動網网])|的(?:居民|市民|群[众眾]|村民|百姓|老百姓|通勤)"
    r"|的(?:跨[境市城海江湖河]|城[际際]|[联聯]程|通勤|直[达達]|接[驳駁]|往返|[对對][开開]|[边邊]界|交界)"
    r"|的[\u4e00-\u9fff]{1,5}(?:[同共]上|[结結][对對成])"
    r"|的[\u4e00-\u9fff]{2,6}?(?:在[^，。；]{1,10}?)?(?:[会匯汇會]合|会师|會師|碰[头頭]|握手|[联聯]合|一起|共同|同[时時]))"
)
# 三大都市圈, 三市占四成: news about a province, of which they are parts.
_PARTS = late_regex(
    r"[两兩三四五六七]?[大市地]?(?:都市圈|(?:的?企[业業])?(?:[贡貢][献獻]|[占佔])|[一二两三四五六七八九十\d]+[个個][\u4e00-\u9fff]{2,6}[占佔]|合[计計共]|的[\u4e00-\u9fff]{0,3}?(?:孩子|游客|遊客|车友|車友|食客|旅客|客商)|[最领領]|[预預]|明[天日]|今[天明夜])"
)
_WHOLE = late_regex(
    r"全省|全[国國][铁鐵]路|全自治区|全[国國]推广|其余[市地]|其他[市地]|其[他余]城市|各市州|各[地设][级区市]|[气氣]象台|[约約][谈談]|[预預][报報]"
)
_MANY = late_regex(
    r"(?P<count>\d+|[一二三四五六七八九十]+|[几多数]+)(?:个|個|座)[\u4e00-\u9fff]{0,6}?(?:城市|市|[县縣]|目的地|地区|地區|城)"
)
_WAYS = frozenset("至到—－-")
# 两地 and the like refer to a pair of cities, 三市 to three.
_TAKEN_UP = late_regex(
    r"(?P<number>[两兩二双雙三四五六七])(?:方(?!面|式|向|案|便|法)|地(?!方|区|區|级|級|块|塊|点|點)|市(?!场|場|值)|城(?!镇|鎮)|州(?!市)|州市|港(?!口)|座(?:省[会會])?城市|座[高古]|座城|个城市|個城市)"
    r"|(?P<each>互[认認通派送设設换換相济濟援开開信刷调調助联聯办辦访訪保补補][^网網])"
)
_OF_CITIES = late_regex(
    r"(?<![第每前后])(?P<number>[两兩二双三四五六七])(?:城(?!镇)|市(?!场)|地(?!方|区)|座城)"
)
_IN_SUM = (
    "合计",
    "共计",
    "总计",
    "占",
    "产量占",
    "产值占",
    "主要负责人",
    "市主要负责人",
    "党政主",
    "主官",
)
_NUMBERS = dict(zip("两兩二双雙三四五六七", (2, 2, 2, 2, 2, 3, 4, 5, 6, 7), strict=True))
_TOGETHER_THEN = late_regex(
    r"[\u4e00-\u9fff]{0,6}?(?:居民|市民|乘客|旅客|车程|互|共[建享用治管同]|[联聯]|[协協]|[结結]算|合作|[签簽]|[约約]定|[轮輪]流)"
)
# 河北省与北京市、天津市签署协议
_WITH_PROVINCE = late_regex(r"(?:省|自治区|自治區)[与與和同]\Z")
_AGREES = late_regex(r"(?:市|州)?(?:[签簽][署订訂约約]|共建|共同|[联聯][合手]|携手|合作|[达達]成)")
# A与B建立…: both are the subject of the sentence.
_VERB_AFTER = late_regex(
    rf"{_PART}(?:建立|[签簽]|[启啟][动動用]|推[出行]|[开開][通展行辟闢]|[实實][行施]|打通|合[建力作资資]|[组組][建成织織]|[设設]立|[缔締][结結]|[结結][成为為好盟亲親]|[达達]成|约定|約定|[约約]好|[协協]|[轮輪]流|[统統]一|[决決]定|商定|成立|[举舉][办辦行]|[发發][布佈起放]"
    r"|[试試]行|[试試][点點]|同意|同[步时時日]|[都均各]|[双雙]双|先[后後]|分[别別]|首次|正式|全面|一起|一同|一道|今[年日起天]|近日|日前|昨[天日]|[将將]|已|正|[相]|宣布|宣佈|取消|[调調]整|延[长長]|加[密快]|[联聯]|携|共|互|明年|从|自|[对對][口接]|接[力通]|[参參]照|率先)"
)
_OF_RIVER = late_regex(r"(?:[上中下]游|[东西南北]麓|[东西南北两]岸|[东西南北]端)的\Z")
_CHOSEN_ENDS = frozenset("，：。\n意复復立設持准予定名取择擇出把将將设補补列户地子局址在")
# In English: Yantai and Weihai will share …; the bridge joins Zhoushan with Ningbo.
_GAP_ENGLISH = late_regex(
    r"(?:, and |, | and | with )(?:(?:the|nearby|neighbou?ring|city|port|of) ){0,3}"
)
_ACT_ENGLISH = late_regex(
    r"\b(?:both|two (?:cities|ports)|three (?:cities|ports)|the two cities|jointly|joint"
    r"|shar(?:e|es|ed|ing)|pool|merged?|joins|connects|links|mutual(?:ly)?|either city|each other"
    r"|agreed to|[Tt]hree ports in)\b"
)
_CHOSEN_BEGINS = frozenset(
    "市州县縣区區等两兩三四五六全均都双雙同成首新分也则則榜名光荣榮再悉喜并並"
    "入获獲上在跻躋其当晋进進拿摘登折被列纳納确確作试試先率扩擴开開设設建创創布打"
)
_LINKS = frozenset("、与與和同及跟以至到—－-携攜联聯牵牽")
_LISTS = frozenset("，：。\n")
_AND = frozenset("与與和同")
_BEGINS = frozenset("，。；：！？\n “”、（）")
_DRAWN_IN = late_regex(
    r"(?:[两兩三四五六][地市城]|[两兩三四五六]座城市)?[^，。；\n]{0,12}?(?:拉[进入近]|[连連串][成为為在起]|[连連]接|[串贯貫][联聯通]|[融]为一|[纳納]入|[缩縮]短)"
)
_TAKES = frozenset("将將把")
_LINKED = late_regex(
    r"(?:[连連]接(?:起|了)?|[贯貫]通|[沟溝]通|横跨|橫跨|跨越|[涉]及|[联聯][通结結]|串起|串[联聯])\Z"
)
# Words before and after cities that are selected for something.
_CHOSEN_BEFORE = late_regex(
    r"(?:同意(?:在|[将將])?|批[复復](?:同意|支持|设[立]|設立)?(?:在|[将將])?|支持|批准(?:在|[将將])?|核准(?:在)?|授予|[选選]定|[确確]定|[认認]定|命名|[选選]取|[选選][择擇]|指定|[评評][选選]?出|[将將把]|[新增][设設]|[增][列补補]"
    r"|落[户戶子地](?:在)?|花落|布局(?:在)?|[选選]址(?:在)?|(?:[将將]|[拟擬]|[计計][划劃]|[准準][备備]|年)在)\Z"
)
_CHOSEN_AFTER = late_regex(
    r"(?:市|州|[县縣]|[区區]|等(?:[地市]|[一二两三四五六七][地市城个個座]城?市?)?|[两兩三四五六][地市城州]|全部|均|都|双双|雙雙|同[时時]|成功|首批|新|分[别別]|[双]|也|[则則]|[榜][上]|名列|[光荣榮]|再度|再次|[悉]数|喜|[并並]列){0,3}"
    r"(?:入列|入[选選][围圍]?|入[围圍]|上榜|在列|[获獲](?:批|[评評]|授|中央|[选選]|得(?:中央|[国國]家|[称稱]|一[等]|[联聯]合)|此)|[跻躋]身|榜上有名|其中|名[单單]|当[选選]|晋[级級]|[晋晉]位|[进進]入[名榜首]|拿下|摘得|[登][上榜]|折桂"
    r"|被[列评評确確认認授定命]|列入|列[为為]|[纳納]入|[确確]定[为為]|作[为為][^，。]{0,12}(?:[试試][点點]|示范)|[试試](?:行|[点點])|先行先[试試]|率先[试試]|[扩擴]大[^，。；]{0,20}[试試][点點]|[开開]展[^，。；]{0,24}(?:[试試][点點]|修[复復]|[试試][验驗]|[综綜]合改革)"
    r"|(?:[设設]立|建[设設]?|新建|[创創]建|布局|打造)[^，。；]{0,30}(?:[区區]|中心|城市|基地|[枢樞][纽紐]|[试試][点點]|平台|[实實][验驗]室|[节節][点點]|高地|走廊|[庭院所]))"
)
_HONOURED_AFTER = late_regex(r"“[^”]{2,24}”(?:的?[称稱]号|的?[称稱]號|牌匾|[荣榮]誉)")
_ONLY_AN_EXAMPLE = late_regex(
    r"(?:其中|例如|比如|包括|像|以|如|诸如|来自|來自|分[别別][连連]接|距|较|比|到|赴|可能在|[发發运運销銷飞飛开開送寄输輸卖賣前通]往|供[应應给給]|直[达達]|[卖賣]到|[运運]到|[销銷]到)\Z"
)


def together(text: str, found: Sequence[Occurrence]) -> set[str]:
    """The cities of the runs of names in ``text`` that act or are selected together.

    Only runs at the start of the text count; later ones are details.
    """
    if not found:
        return set()
    if found[0].part is not None:
        return _in_english(text, found)
    runs = _runs(text, found)
    cities: set[str] = set()
    for run in runs:
        if len(run) > 1 or _may_be_chosen(text, run[0].begin, run[0].finish):
            cities.update(_acting(text, run))
    cities = cities or _counted(text, runs)
    return set() if len(cities) > 1 and _WHOLE.search(text) else cities


def _in_english(text: str, found: Sequence[Occurrence]) -> set[str]:
    """The cities of a run of names in English text whose sentence says that they act together."""
    names = [one for one in found if one.part is not None and one.kind != "dateline"]
    for at in range(len(names) - 1):
        end = at
        while end + 1 < len(names) and _GAP_ENGLISH.fullmatch(
            text, names[end].end, names[end + 1].start
        ):
            end += 1
        if end > at:
            stop = text.find(". ", names[end].end)
            start = text.rfind(". ", 0, names[at].start) + 1
            acts = start < _LEAD and _ACT_ENGLISH.search(
                text, start, stop if stop > 0 else len(text)
            )
            return {city for one in names[at : end + 1] for city in one.cities} if acts else set()
    return set()


def _may_be_chosen(text: str, begin: int, end: int) -> bool:
    """A fast check whether a single name may be selected for something."""
    if text[begin - 1 : begin] in _CHOSEN_ENDS and text[end : end + 1] in _CHOSEN_BEGINS:
        return True
    return text.find("”", end, end + 2 * _REACH) >= 0


def _runs(text: str, found: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """Runs of names with only linking words between them; of a chain, only the last name."""
    runs: list[list[Occurrence]] = []
    for one in found:
        if one.part is not None or one.kind not in _JOINED:
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and last.begin == one.begin:
            runs[-1][-1] = one  # 遵义市桐梓县: one place
        elif last is not None and _linked(text, last.finish, one.begin):
            runs[-1].append(one)
        elif one.begin < _LEAD:
            runs.append([one])
        else:
            break
    return runs


def _linked(text: str, end: int, begin: int) -> bool:
    if not 0 < begin - end <= _GAP or _LINKS.isdisjoint(text[end:begin]):
        return False
    return _BETWEEN.fullmatch(text, end, begin) is not None


def _acting(text: str, run: list[Occurrence]) -> set[str]:
    """The cities of ``run`` if they act together or are selected, else an empty set."""
    cities = {city for one in run for city in one.cities}
    begin, end = run[0].begin, run[-1].finish
    acts = (len(run) > 1 and len(cities) > 1 and _acts(text, run, len(cities))) or _is_chosen(
        text, begin, end, len(run)
    )
    if not acts or len(run) > _MOST or _ONLY_AN_EXAMPLE.search(text, max(0, begin - 4), begin):
        return set()
    return set() if len(run) > 1 and _PARTS.match(text, end) else cities


def _acts(text: str, run: list[Occurrence], count: int) -> bool:
    """Whether the text around a run of names applies to all ``count`` cities."""
    begin, end = run[0].begin, run[-1].finish
    if not any(not _WAYS.isdisjoint(text[a.finish : b.begin]) for a, b in pairwise(run)):
        if _DOES_AFTER.match(text, end, end + _REACH):
            return True
        opens = (
            not begin
            or text[begin - 1] in _BEGINS
            or _OF_RIVER.search(text, max(0, begin - 6), begin) is not None
        )
        both = len(run) == 2 and not _AND.isdisjoint(text[run[0].finish : run[1].begin])
        # 黄冈的中学与…: institutions act; it is news about both cities only if 两地 follows.
        both = both and not text.startswith("的", run[0].finish)
        if opens and both and _VERB_AFTER.match(text, end, end + _REACH):
            return True
    return (
        (text[begin - 1 : begin] in _TAKES and _DRAWN_IN.match(text, end) is not None)
        or _are_taken_up(text, end, count)
        or _are_announced(text, begin, count)
        or (
            count == 2
            and text[end : end + 1] != "等"
            and _LINKED.search(text, max(0, begin - 4), begin) is not None
        )
        or (
            _WITH_PROVINCE.search(text, max(0, begin - 3), begin) is not None
            and _AGREES.match(text, end) is not None
        )
    )


def _is_chosen(text: str, begin: int, end: int, count: int) -> bool:
    """Whether the ``count`` cities of a run are selected for something."""
    if text.find("”", end, end + 2 * _REACH) >= 0 and _HONOURED_AFTER.match(text, end):
        return True
    named = begin > 0 and (
        text[begin - 1] in _LISTS
        or _CHOSEN_BEFORE.search(text, max(0, begin - 6), begin) is not None
    )
    if not named or _CHOSEN_AFTER.match(text, end, end + 2 * _REACH) is None:
        return False
    many = _MANY.search(text, sentence_around(text, begin)[0], begin)
    return many is None or _number(many["count"]) <= count


def _number(counted: str) -> int:
    """A number in digits or Chinese; more than any run has if it is vague."""
    if counted.isdigit():
        return int(counted)
    number = "零一二三四五六七八九十".find(counted)
    return number if number >= 0 else _MOST + 1


def _are_announced(text: str, begin: int, count: int) -> bool:
    """Whether the title has the number of cities with which the text then begins: 四城…\\n上海、….

    ``begin`` is where the run of names begins.
    """
    end = text.rfind("\n", 0, begin) + 1
    if count < 2 or not 0 < end <= _FAR or begin - end > 2:
        return False
    number = _OF_CITIES.search(text, 0, end)
    return number is not None and _NUMBERS[number["number"]] == count


def _are_taken_up(text: str, end: int, count: int) -> bool:
    """Whether 两地, 三市 or 互认 in the same or the next sentence refers to the run."""
    stop = sentence_around(text, end)[1]
    if stop < len(text) and text[stop] != "\n":
        stop = sentence_around(text, stop + 1)[1]
    for found in _TAKEN_UP.finditer(text, end, min(stop, end + _FAR)):
        if text.startswith(_IN_SUM, found.end()):
            continue
        if found["each"] or _NUMBERS[found["number"]] == count:
            return True
    return False


def _counted(text: str, runs: list[list[Occurrence]]) -> set[str]:
    """The cities before 三地 or the like, if their number matches: 杭州… 绍兴、嘉兴…三地."""
    if len(runs) < 2 or _TAKEN_UP.search(text, 0, _LEAD) is None:
        return set()
    names = [one for run in runs for one in run]
    for found in _TAKEN_UP.finditer(text, 0, _LEAD):
        count = 0 if found["each"] else _NUMBERS[found["number"]]
        if text.startswith(_IN_SUM, found.end()):
            continue
        if count < 2 or (count == 2 and not _TOGETHER_THEN.match(text, found.end())):
            continue
        begin = sentence_around(text, found.start())[0]
        near = [one for one in names if begin <= one.begin and one.finish < found.start()]
        cities = {city for one in near for city in one.cities}
        if len(cities) == count:
            return cities
    return set()
