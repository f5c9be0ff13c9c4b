"""Interpret routes from and through a place (从合肥北站开出, 线路经过桐梓县), and information from
it."""

from __future__ import annotations

from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex
from generator.provinces import PROVINCES

# If a province follows, the news is about the province: 记者从合肥海关获悉，安徽省…
_OF_MORE = late_regex(
    r"[^，。；]{0,14}?(?:获悉|獲悉|了解到|得知|介绍|通报)[，,：:](?:今年|去年|目前|截至[^，]{2,8}，|[^，。]{1,8}[，月季年末底]){0,2}"
    r"(?:全省|全国|全國|我国|我國|全自治区|[^，。]{0,6}省内|该省"
    r"|(?:" + PROVINCES + r")"
    r"(?![^，。]{0,2}(?:大学|学院))(?:省|自治区|壮族|维吾尔|回族|[\u4e00-\u9fff]))"
)
_WHOLE = late_regex(
    r"全省|全自治区|省内|(?:" + PROVINCES + r")(?:省|企[业業]|外[贸貿]|[进進]出口|出口)"
)
# The departure of a train, a ship or goods is news about the place.
_SET_OUT = late_regex(
    r"(?:市|县|区)?(?:[\u4e00-\u9fff]{0,8}?(?:[站港]|机场|機場|口岸|港[区區]|[码碼][头頭]|物流[园園]|保[税稅][区區]|[陆陸]港|中心|基地|[发發]射[场場]))?"
    r"(?:[开開驶駛][出往]|启运|啟運|启程|啟程|启航|啟航|起航|首航|[开開始]航|首[发發]|出港|[发發][车車]|始[发發]|[离離]港|[装裝]船|起[飞飛]|升空|[发發]出[^的]|出[发發](?!的))"
)
_FACILITY_OUT = late_regex(
    r"(?:[\u4e00-\u9fff]{0,8}?(?:[站港]|机场|機場|口岸|港[区區]|[码碼][头頭]|[陆陸]港|中心|基地|[发發]射[场場]))(?:[开開驶駛]|启|啟|起|首|出|[发發]|始|[离離]|[装裝]|升)"
)
# 肇庆市代表团到|绵阳|学习: the news is that of those who go.
_DELEGATION = late_regex(
    r"[市州县區区]?(?:党政)?(?:代表[团團]|考察[团團组]|[学學][习習][团團]|一行)[^，。；]{0,6}?(?:到|赴|前往|[来來]到)"
)
_LEARNS = late_regex(r"[市州县縣区區]?(?:考察)?(?:[学學][习習]|取[经經]|[观觀]摩)")
# 从绵阳站出来，步行五分钟…
_WALKS_OUT = late_regex(
    r"(?:市)?[\u4e00-\u9fff]{0,6}?(?:站|机场)(?:走?出来|走出|出站|下[车車])[，后後]"
)
_IS_OUT = late_regex(r"(?:[发發][出车]|[开開驶]出|[启起][程运航])(?=[，。\s])")
_FIRST_OF_KIND = late_regex(r"首[趟列班架批条]|末班")
_FREIGHT = late_regex(
    r"末班|早班|加开|首[趟列班架批条條艘航次]|班列|[货貨]|[满滿][载載]|[专專]列|[产產]品|出口|[该該][船轮輪列]|[批吨噸]|巨[轮輪]|包机|包機|火箭|卫星"
)
_TURNS = late_regex(r"返航|冒烟|冒煙|起火|故障")
# 株洲某某电气在|宜兴: the news is about the place where the firm acts.
_ELSEWHERE = late_regex(
    r"[\u4e00-\u9fff]{1,8}?(?:集[团團]|股份|[电電][气氣器子]|科技|汽[车車]|材料|重工|[药藥][业業]|制[药藥]|生物|食品|乳[业業]|酒[业業]|[饮飲]料|能源|化工|[钢鋼][铁鐵]|[铝鋁][业業]|[锂鋰][业業]|[纺紡][织織]|服[装裝]|家居|家具|[机機][械床]|[轮輪]胎|光[电電伏]|[医醫][药藥疗療]|[软軟]件|智能|控股|公司|[实實][业業])"
    r"(?:有限)?(?:公司)?(?:也|已|又|[将將]|拟|[计計][划劃]|投[资資][\d一二三四五六七八九十百多余亿億万萬元]{1,8})?(?:在|到|于|於|赴|落[户戶子])"
)
_THERE_ENDS = frozenset("在到于於赴户戶子")
WAY_ENDS = frozenset("过過经經径徑越穿")
_PASSED = late_regex(
    r"(?:[线線]路|[铁鐵]路|高[铁鐵]|高速|公路|管[道线線]|[隧]道|[运運]河|[项項]目|工程|全[线線])[^。；\n]{0,8}?(?:[经經][过過]|途[经經]|途[径徑]|穿越|[贯貫]穿|[横橫]穿|[经經])\Z"
)
# 两市交界的断头路通了：从太仓到嘉定…
_OPENED = late_regex(
    r"(?:高[铁鐵]|[铁鐵]路|高速|公路|大桥|隧道|城际|轻轨|[轮輪]渡?|巴士|班车)[^，。；\n]{0,4}(?:开通|通车|开行|贯通|首航|复航)"
    r"|(?:动车|列车)[^，。；\n]{0,2}(?:提速|加密)"
    r"|[断斷][头頭]路|[两兩][市地县縣省城]的?(?:交界|之[间間]|[间間])|[打贯貫]通"
)
# 扬州修脚师傅在|西宁|开了连锁店
_GUEST = late_regex(
    r"[市省县縣]?的?[\u4e00-\u9fff]{0,4}?"
    r"(?:[师師]傅|[讲講]?[师師]|教授|[专專]家|医生|大夫|[护護]士|教[练練]|工匠|匠人|[艺藝]人|老板|商人|企业家|姑娘|小伙|青年|夫[妇婦妻]|老人|老年人|[学學]生|[两兩]口子|[农農]|客商|茶商|[志][愿]者|[画畫]家|演员|歌手|裁缝|木匠|月嫂|技术员)"
    r"[\u4e00-\u9fff]{0,6}?，?(?:在|到|来到|來到)"
)
_HELPER = late_regex(
    r"[市省]?的?[\u4e00-\u9fff]{0,3}?(?:[医醫]生|[医醫][疗療][队隊]|教[师師]|[专專]家|[干幹]部|[团團][队隊])"
    r"(?:[对對]口)?(?:支援|[驰馳]援|援助|[帮幫]扶|支教)"
)
_HOSTED = late_regex(
    r"[^，。；\n]{0,10}?(?:[开開][了出办辦设設起]|[办辦][了起]|建[了起]|[讲講][課课授]|授[课課]|教(?![育授])|[传傳]|租下|承包|[种種][下了起]|[养養][了起]|坐[诊診]|[义義][诊診]|安家|扎根|落[户戶]|支教|[养養]老|修(?![养養学學])|[摆擺][摊攤]|[创創][业業])"
)
# 上海松江帮西双版纳建市场: of cities of which one helps the other, the news is about the latter.
_HELPS_THERE = late_regex(
    r"(?:市|区|省)?[^，。：；、\n与和]{0,7}?(?:对口(?:帮扶|支援|合作)?|结对帮扶|帮扶|支援|援建|援助|驰援|捐建|帮助?)"
)
_AT, _HELPS = frozenset("在到"), frozenset("援助扶教")
_AT_WORK = late_regex(
    r"打工|[务務]工|[创創][业業]|做生意|[经經]商|工作|[开開]店|定居|生活|租房|送外[卖賣]|跑[车車外]"
)
_SETS_OUT = frozenset("从從自由")
_CAME = late_regex(
    r"[市州县縣]?(?:(?P<stays>(?:[调調嫁迁遷搬]|[转轉][学學]|移居|入[赘贅]|下放|[选選]派|回)[回]?[到至来來]|一路[\u4e00-\u9fff]{1,2}到)|(?:自[驾駕]|[骑騎]行|徒步|返回|前往)?[到来來赴去至])"
)
_TO_BE_THERE = late_regex(
    r"(?:市|州|县|縣|省)?(?:旅[游遊]|[游遊]玩|度假|度蜜月|出差|打工|[务務]工|工作|上[学學班]|[读讀][书書]|求[学學医醫]|就[医醫]|看病|做生意|[经經]商|[创創][业業]|探[亲親友]|避暑|[过過]冬|定居|支教|支[医醫]|挂[职職]|[寻尋][根亲親]|走[亲親]|[摄攝]影|采[风風]|看海|登山|徒步|送[货貨]|[参參][观觀赛賽加]|比[赛賽]|[应應]聘|[开開][会會]|住院|[养養]老)"
)
# A road or railway that is built or opened between two places is news about both.
_LINE = late_regex(
    r"(?:[至到—－-][\u4e00-\u9fff]{2,4})?(?:市|段|的)?[^，。；\n的]{0,6}?(?:段|全线|水域|支线|支線|专线|專線|联络线|复线|快线|通道|隧道|大桥|铁路|鐵路|高铁|高鐵|高速|公路|城际|城際|快速路|航道|管道|动车|列[车車]|班[车車]|公交|客滚|[轮輪]渡|班[轮輪]|客[轮輪]|航[线線](?=[^。]{0,12}?[停复復]航))"
    r"[^。；\n]{0,14}?(?:开工|通车|建成|贯通|铺轨|开通|施工|架梁|投运|投用|启用|合龙|封顶|验收|开建|铺通|发送旅客|新建|联调|试运行|运营|改造|扩容|加开|增开|夜车|封[闭閉路]|限[行航]|禁止[货大客车]|双轨|电气化|封航|禁航|通航|禁[捕渔漁]|疏浚|整治|管制|停[运運开開]|首[发發]|[换換]成|公交化|限速|大修|[检檢]修|可研|[评評][审審]|初步[设設][计計]|招[标標]|[获獲]批|[抢搶]修|[抢搶]通|中[断斷]|复航|復航|停航|首航|加密|恢[复復])"
)
_BOUND = late_regex(r"到|至|往返|通往|[—－-]{1,2}|直飞|飞")
# 郑州开往乌鲁木齐的列车晚点: of both ends, neither is the place of the news.
_SENT = late_regex(r"[开開驶駛飞飛]往")
_VEHICLE = late_regex(
    r"的[^，。；的]{0,6}?(?:[列火][车車]|高[铁鐵]|[动動][车車]|航班|客机|客機|[飞飛][机機])"
)
_FIRST = late_regex(r"首[趟列班架次]|[开開]通|新增|新[开開]|加密")
_LIKES = late_regex(
    r"(?:人|[消][费費]者|用[户戶])(?:最|更|偏|[独獨])[爱愛喜舍捨常]|做[\u4e00-\u9fff]{2,4}[，、]"
)
# 在甲和乙之间选
_CHOICE = late_regex(
    r"(?:[和与與或][\u4e00-\u9fff]{2,4})?(?:[两兩][市地])?之[间間](?:[选選择擇徘犹猶摇搖]|二[选選]一|[权權]衡)"
)
# 深圳—悉尼、广州—法兰克福: several routes are examples.
_DASH = late_regex(
    r"[市东西南北虹桥]{0,2}站?(?:[—－]{1,2}|-|至)[\u4e00-\u9fff]{2,5}?(?:、|和|每|等|都|均|[三四五六七八九十]条)"
)
# 西北工业大学太仓校区, 京沪高铁常州段: a branch of something is in the place whose name it has.
_BRANCH = late_regex(r"[^，。；、\n和与及]{0,10}")
_BRANCH_AFTER = late_regex(
    r"(?:市|县|区)?(?:国际|國際)?(?:[至到—－-][\u4e00-\u9fff]{2,4}(?=段))?(?:片区|片區|校区|校區|分校|分区|分园|分馆|分中心|厂区|廠區|分公司|分厂|分廠|分院|院区|院區|分部|分会场|基地|工厂|工廠|段)"
)


def is_route_work(text: str, end: int) -> bool:
    """Whether a route between two places, whose names end at ``end``, is built or opened."""
    return _LINE.match(text, end) is not None


def are_ends_of_route(text: str, end: int, start: int) -> bool:
    """Whether two names are the ends of a route: 西安到成都.

    The first ends at ``end``, the second begins at ``start``.
    """
    return 0 < start - end <= 2 and _BOUND.fullmatch(text, end, start) is not None


def is_trip_between(text: str, end: int, start: int, finish: int) -> bool:
    """Whether a train or flight that runs between two places is only named by them.

    The first ends at ``end``, the second is ``text[start:finish]``: 郑州开往乌鲁木齐的列车晚点.
    """
    if start - end != 2 or not _SENT.fullmatch(text, end, start):
        return False
    return _VEHICLE.match(text, finish) is not None and not _FIRST.search(
        text, *sentence_around(text, end)
    )


def is_choice(text: str, end: int) -> bool:
    """Whether something is still to be chosen from the place and another: 在甲和乙之间选."""
    return _CHOICE.match(text, end) is not None


def begins_route(text: str, end: int) -> bool:
    """Whether a place whose name ends at ``end`` is the first end of a route in a list."""
    return _DASH.match(text, end) is not None


def likes(text: str, end: int) -> bool:
    """Whether the text says what the people of the place like: 杭州人最爱买猫粮."""
    return _LIKES.match(text, end) is not None


def is_branch_at(text: str, end: int, start: int, finish: int) -> bool:
    """Whether the second of two names is the place of a branch of the first."""
    if start - end > 11 or not _BRANCH_AFTER.match(text, finish):
        return False
    return _BRANCH.fullmatch(text, end, start) is not None


def goes_to_learn(text: str, end: int, start: int, finish: int) -> bool:
    """Whether a delegation from the first of two places goes to the second to learn."""
    return _LEARNS.match(text, finish) is not None and (
        _DELEGATION.fullmatch(text, end, start) is not None
    )


def is_departure(text: str, start: int, end: int) -> bool:
    """Whether goods, the first train or ship of a route, or somebody leaves a station or port."""
    if start and _WALKS_OUT.match(text, end):
        return True
    if not start or not _SET_OUT.match(text, end):
        return False
    if text[end - 1] not in "港站场場岸区區" and not (
        _FACILITY_OUT.match(text, end) or _is_first_out(text, start, end)
    ):
        return False
    sentence = sentence_around(text, start)
    return (
        _FREIGHT.search(text, *sentence) is not None or _TURNS.search(text, *sentence) is not None
    )


def _is_first_out(text: str, start: int, end: int) -> bool:
    """Whether the first train of a kind leaves a city, or one that the title is about."""
    if not _IS_OUT.match(text, end):
        return False
    title = text.find("\n", 0, start)
    return _FIRST_OF_KIND.search(text, *sentence_around(text, start)) is not None or (
        title > 0 and _FREIGHT.search(text, 0, title) is not None
    )


def firm_acts_elsewhere(text: str, end: int, start: int) -> bool:
    """Whether a firm named after the first of two places acts in the second."""
    if not 4 <= start - end <= 16 or text[start - 1] not in _THERE_ENDS:
        return False
    return _ELSEWHERE.fullmatch(text, end, start) is not None


def tells_of_opening(text: str, start: int) -> bool:
    """Whether the sentence around ``start`` is about the opening of a route."""
    return _OPENED.search(text, *sentence_around(text, start)) is not None


def is_on_route(text: str, start: int) -> bool:
    """Whether a route that is planned or built passes the place."""
    return _PASSED.search(text, max(0, start - 20), start) is not None


def customs_of_province(text: str, end: int) -> bool:
    """Whether the customs office of a place informs about its province: 南京海关为江苏企业减税."""
    if not text.startswith(("海关", "海關"), end):
        return False
    return _WHOLE.search(text, end, sentence_around(text, end)[1]) is not None


def office_of_province(text: str, end: int) -> bool:
    """Whether an office of the place only informs about its province or the nation."""
    return _OF_MORE.match(text, end) is not None


def hosts_guest(text: str, end: int, start: int, finish: int) -> bool:
    """Whether somebody from the first of two places works in the second (to ``finish``)."""
    if not 3 <= start - end <= 20:
        return False
    before = text[start - 1]
    if before in _HELPS:
        return _HELPER.fullmatch(text, end, start) is not None
    if before not in _AT or _HOSTED.match(text, finish) is None:
        return False
    return _GUEST.fullmatch(text, end, start) is not None


def helps(text: str, end: int, start: int) -> bool:
    """Whether the first of two places helps the second (between them: ``text[end:start]``)."""
    if not 0 < start - end <= 12 or text[start - 1] not in "口扶援建助作帮":
        return False
    return _HELPS_THERE.fullmatch(text, end, start) is not None


def guest_has_come(text: str, begin: int, end: int, start: int, finish: int) -> bool:
    """Whether somebody comes from the first of two places to the second and stays there.

    The first is ``text[begin:end]``, the second ``text[start:finish]``: 从绵阳到兰州旅游的大学生,
    从北京调到固原.
    """
    if not 0 < start - end <= 8 or text[begin - 1 : begin] not in _SETS_OUT:
        return False
    way = _CAME.fullmatch(text, end, start)
    if way is None:
        return False
    return way["stays"] is not None or _TO_BE_THERE.match(text, finish) is not None


def means_resident(text: str, start: int, end: int) -> bool:
    """Whether somebody works or lives in the place: 在义乌打工的小伙."""
    return text[start - 1 : start] == "在" and _AT_WORK.match(text, end) is not None
