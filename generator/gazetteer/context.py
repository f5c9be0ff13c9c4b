"""Interpret the words around a place name: how the place takes part in what happens.

In most functions, the name is ``text[start:end]``.
"""

from __future__ import annotations

from generator.gazetteer.elsewhere import is_named_for_somebody
from generator.gazetteer.offices import DEPARTMENT, by_office
from generator.patterns import late_regex

_REACH = 10  # the number of characters to search on either side
_SENTENCE = 400  # the same, for searches in the whole sentence

# A street, a school, a bank or a dish named after a place is not the place.
_NAMED_AFTER = late_regex(
    r"[东西南北中東]?[一二三四五六七八九十]?(?:路(?![网段况政面径演网網況徑])|街(?!道[办辦两兩上旁边邊]|[头頭边邊坊巷]|上的)|大街|大道|巷|胡同)"
    r"|[军軍战戰][区區](?!大院)|[卫衛]戍[区區]|日报|日報|晚报|晚報|商报|早报|晨报|时报|都市报|特区报|证券报"
    r"|航空(?=公司|一架|的?客[机機]|的?航班|[执執][飞飛]|[机機][组組]|乘[务務]|[A-Z\d]|[开開]通|新增|加密|[宣引])|局集团|局集團|铁路局|鐵路局|银行(?!业)|銀行(?!業)|证券交易所|證券交易所|啤酒|拉面|拉麵|火锅|火鍋|烤鸭|烤鴨"
    r"|高架|公园(?!城市|总?[数量]|年票|里的?|绿|品|免[费票]|延[长时]|全部|面积|体系|管理|[建增]|覆盖|开)|公園|广场(?!舞)|廣場|沟|溝|门(?![户戶店票诊診市])|門(?![戶店票診市])"
    r"|保卫战|保衛戰|会战|會戰|起义|起義|条约|條約|事变|事變"
)

# Words before a place that someone comes from, goes to, compares with or sells to.
_AWAY_BEFORE = late_regex(
    r"(?:来自|來自|(?:起家|创立|诞生|始|发源|成立)[于於]|产自|產自|源自|出自|取自|采自|引[来進进入]|引來|招引来?|(?:卖|摆|运|销|寄|端|铺|递)到了?|卖向|吸引来?|(?:邀|聘|约|招)?请来?了?|(?:(?<![走跑住搬迁开建引放推促跟游飞闯爬钻落])进|端上|摆上|送进|卖进)了|[招找叫]来了?|(?<![过回上下出进失离除])去了?|(?:儿子|女儿|丈夫|妻子|儿女|子女|父母|爱人|哥哥|姐姐|弟弟|妹妹|孙子|孙女|老公|老婆|亲戚|父亲|母亲|兒子|女兒|丈夫|妻子|爱人)(?:[都也还仍曾]|一直)?在|备降|備降|首飞|直飞|(?<![腾起试放高双宏])飞|飞抵|远赴|遠赴|前往|飞往|飛往|通往|销往|銷往|发往|發往|运往|運往|开往|開往"
    r"|出口到?|直达|直達|赴|对标|對標|借鉴|借鑒|学习|學習|考察|比肩|媲美|赶超|趕超"
    r"|毕业于|畢業於|毕业於|总部(?:位于|位於|设在|設在|在)|注册地在|毗邻|毗鄰|接壤|邻近|鄰近|靠近|紧邻|緊鄰"
    r"|对接|對接|融入|辐射|輻射|承接|现居|祖籍|原籍|出生[于於在]|(?:[产產]地|原[产產]地)[是为為在]|降落[在于於]|母港|(?:[终終]|起)[点點]站?[是为為]|到[达達]|[过過]了|(?:一半|大半|大多|多半|[数數]|部分|主要|其余)都?在|[电電][话話](?:分别)?[设設]在|经过|途经|途經|途径|经由|不同于"
    r"|类似|類似|相当于|超过|超過|高于|高於|低于|低於|仅次于|僅次於|优于|不输|曾在|距离?|距離"
    r"|走向|打入|闯入|[一两兩二三四五六七八九十多几幾数數]家|(?:来自|來自)[\u4e00-\u9fff]{2,4}[、和及]|主攻|嵌入|借力|瞄准|进军|挺进|热销|畅销|远销|通航|通车到|联通|连通|接轨|直通|小"
    r"|直送|送[往到至达]|运到|辗转|定居|移居|旅居|求学|注册[在于]|(?:[北南东西]起|是在|起自|止于|改[走从經经由]|[把将將](?:家乡|老家|故乡)|(?:老家|籍贯|户籍|(?<![专專大玩国國作画])家)在|[北南东西]至|[北南东西]?经)|(?<![但于就还别其只也都正更而点址场地说这那])是[位名家个個]?|驻|駐|从|從|由|(?<![来來回户戶搬迁遷])到|至|继|繼|除|除了|较|往|比起?|较之|相较|不如|胜过|(?<![养長长])老|(?:装满|满载|载着|装着|拉着)了?|像|如|跟|离|離|被|称为|誉为|号称)\Z"
)
# The last characters of these words, for a fast check.
_AWAY_BEFORE_ENDS = frozenset(
    "港为為达達走起之满载着老位乡名個个去请請了、和及转辗居在于送抵起自是学"
    "来來引请入进進到了向为習习了从似像入军准到力口向問在壤如家察射小居往径徑從抵接攻於標标比由离称籍經繼经继美肩自至航被访訪"
    "赴超距跟轨軌较較输過过达達近进進通邻鄰鉴鑒銷销问降除离離飞飛駐驻学學于考同誉号稱襲援"
)
_AWAY_AFTER = late_regex(
    r"(?:[换換]乘|[转轉][机機车車]|中[转轉])(?!站|中心|枢|樞|[旅客效])|(?:的?大学|市)?(?:[读讀][书書完到了大高初小研]|上[大中小高初][学學中]|念[书完大]|求学|留学|上大学|打工|务工|当兵|服役|进修|起家)"
    r"|(?:[、和与及][\u4e00-\u9fff]{2,5}){0,3}相比"
    r"|(?:市|省|[东西南北](?=等站))?(?:籍|客商|商会|商會|商人|老板|企业家|企業家|投资商|投資商|投资人|投资者|投資者"
    r"|考察团|考察團|代表团|代表團|人士|游客|遊客|消费者(?!协会|權益|权益|委员会)|经验|經驗|模式|做法|总部|總部|老乡|乡友"
    r"|都市圈|经济圈|經濟圈|城市群|大都市|同城化|的[^，。、\s]{0,4}?(?:[人客商师師生者家员員友户戶团團队隊们們]|老板|夫妇|夫婦|姑娘|小伙)[来來](?!自)"
    r"|对口|帮扶|援[建藏疆青助派]|支援|[\u4e00-\u9fff]{0,4}的依赖|速度|同乡|的(?:货架|餐桌)|等地|等站|等枢纽|等口岸|等港口|等机场|等路局|等铁路局|等城市|等市|等[县縣旗](?:[市区])?|等区县|等省|等国|之外|以外|一[带帶](?=[尤最更较較居])|[产產]的|的(?:高[铁鐵]|列[车車]|火[车車]|[动動][车車]|[飞飛][机機]|航班|大巴|[长長]途[车車])上|牌照|[号號]牌|[车車]牌|[开開][会會]的|[参參與与][会會]的|[采採][访訪]的|方向|某[\u4e00-\u9fff]{0,8}?(?:公司|企[业業]|集[团團]|科技|商[贸貿]|品牌|[厂廠](?![区區房])|[机機]构|[军軍]港|海域|空域|基地|机场|[训訓][练練])|军港|軍港|证监局|的?(?:客商|投资商|投資商|企业家|企業家"
    r"|设计师|設計師|科研|团队|團隊|教授|学者|學者|厂商|老年人|纳税人"
    r"|投资者|游客|遊客|专家|專家|客户|客戶|合作伙伴|战友|朋友|亲戚|经验|經驗|做法))"
    r"|海[关關]的(?:[数數]据|[统統][计計])"
    r"|的[\u4e00-\u9fff]{0,6}?(?:[队隊][员員]?|志[愿願]者|[专專]家|[医醫][护護生])[也都还還则則]?(?:[连連]夜|[紧緊]急|迅速|先[后後]|火速)?(?:[赶趕][到来來赴]|[驰馳]援|增援|前来)"
    r"|[、和与及][\u4e00-\u9fff]{2}(?:、[\u4e00-\u9fff]{2})?(?:[两兩][地大家])?(?:证券|商品|期货|联合)?交易所"
    r"|(?:[东西南北]|虹桥|虹橋)?站?(?:[、和及][\u4e00-\u9fff]{2,5}){1,8}等(?:站|枢纽|樞紐|口岸|港口|机场|機場|路局|铁路局|城市|地(?!级)|省|国|(?:\d+|[一二两三四五六七八九十几]+)?个?(?:省|市|城市|国))"
    r"|(?:等?(?:\d+|[一二两三四五六七八九十百数多几]+)(?:多|余)?(?:个|個|座)(?:省|市|城市|地区|国家))"
)
# 在上海做了二十年装修的师傅回到…
_WORKED_THERE = late_regex(
    r"[^，。；、\n]{1,6}?[了过過][\d一二三四五六七八九十多几半]+年[^，。；\n]{0,14}?，?"
    r"(?:回到|返回|返[乡鄉]|回了?(?:老家|家[乡鄉]|[乡鄉]|村))"
)
# The first characters of these words.
_AWAY_AFTER_BEGINS = frozenset(
    "换換转轉中海某军軍開参參采採产產牌号號车車讀上支读念求留上打务当服进起相"
    "东西南北虹站0123456789、一七三与专两之九乡二五亲人代以企做八六几十厂及合同和商四团團城多大学學客对"
    "專市帮总战投援教数方朋模消游百的省科等籍經總纳经老考設设证速遊都０１２３４５６７８９"
)
# If one of these follows an everyday word, it is a place name: 日照港.
_PLACE_AFTER = late_regex(
    r"港|机场|機場|海关|海關|高新区|经开区|经济技术|经济开发|城区|籍|火车站|火車站|高铁|钢铁|职院|市[^场場面政井容值]"
    rf"|{DEPARTMENT}|[农農][业業][农農]村|生[态態][环環]境局|人民[医醫]院"
    r"|的(?:[茶渔漁果菜棉牧粮菇蚕瓜][农農]|[渔漁牧村居]民|市民|老人|海边|海邊|街头|街頭|企业|企業|工厂|工廠|水上|[体體]育|公[园園]|[赛賽]|酒店|民宿|[学學]校|高[铁鐵]|[码碼][头頭]|景[区區]|商[场場户戶]|[厂廠]|[农農])"
)
# 途经运城的一辆大客车起火: the accident happened there.
_BY_WAY_OF = frozenset({"途经", "途經", "途径", "经过", "經過"})
_BREAKS_DOWN = late_regex(
    r"[^，。；\n]{0,20}?(?:起火|失火|着火|[侧側]翻|追尾|抛[锚錨]|相撞|爆胎|脱[轨軌]|[坠墜]|故障|[搁擱][浅淺]|被查|被困)"
)
_WITH_BEFORE = late_regex(r"(?:与|與|同|跟|携手|攜手|联合|聯合|牵手|牽手|对比|對比)\Z")
# A firm or the like of a place counts less than the place.
_PASSING_AFTER = late_regex(r"(?:市|省)?的?(?:一家|两家|兩家|多家|知名|先进|先進)")
# Words after a name that is only mentioned: its people, firms or goods are meant.
_BY_THE_WAY = late_regex(
    r"(?:[省市])?(?:的|之(?![间間])|人(?![民社大才工均口])|企[业業]|公司|客|游|[总總]部|口音|老板|[产產]|[读讀]|念|求[学學]|[务務]工|打工|[创創][业業]的"
    r"|[援]|[对對]口|[车車]展|糖酒会|[论論][坛壇]|[\u4e00-\u9fff]{0,3}?(?:[师師]傅|[专專]家|[干幹]部|[医醫]生|大夫|[厨廚][师師]|教[练練]|工匠|商人|同行|青年|志愿者|[设設][计計][师師]|[学學]者|[学學]徒|[摄攝]影[师師]"
    r"|[农農牧渔漁村]民|患者|孩子|[学學]生|娃|[买買賣卖]家|租客|旅客|女士|先生|朋友|亲戚|[师師]生|[队隊][员員]|[选選]手|妹子|小伙|姑娘|阿姨|大叔|大[爷爺妈媽]|籍|[团團][队隊])"
    r"|方面|那[边邊]|等地|两小[时時]|[来來]|取景|味|话|話|菜|[队隊])"
)
_PEOPLE = late_regex(
    r"的?[\u4e00-\u9fff]{0,3}?(?:[师師]傅|[厨廚][师師]|商人|工匠|匠人|[艺藝]人|[画畫]家|歌手|[设設][计計][师師]|青年|姑娘|小伙|女孩|男孩|少年|阿姨|大[爷爺妈媽]|[选選]手|[学學]徒|妹子|[教][练練]|[医醫]生(?!协会)|[护護]士|[陶雕画][艺塑]?师|[木厨茶]师|[木瓦石铁裁][匠缝]|[导導]演|[网網]友|博主|主播|留[学學]生|夫[妇婦])"
    r"|人(?=在|[闯闖])|[货貨](?=[，。\n走火])"
)
_PERSONS = frozenset("名位")
_SPEAKER_BEGINS = frozenset("市的一")
_SPEAKER = late_regex(
    r"(?:市)?的?一[名位](?!领导|负责)[\u4e00-\u9fff]{2,8}?(?:说(?![明服])|表示|告诉|坦言|认为|称|建议|提醒|感慨)"
)
_COUNTED = frozenset("一两兩三四五六七八九十几幾数數多")
_AT = frozenset("在赴")
_LOCATED = frozenset({"位于", "位於", "地处", "地處", "回到", "来到", "來到", "返回"})
# 广州、佛山、肇庆三市: the cities act together, they are not only examples.
_TOGETHER = late_regex(
    r"(?P<and_others>等)?(?P<number>[两兩二三四五六七八九])(?:市|地|城|州|县|縣|区|區|省市|座|个|個|家(?=机[场場]|[医醫]院|高校|港口|[车車]站|博物))"
    r"(?!的?(?:党政)?(?:主要负责人|主官|市委书记)|产[量值]占)(?!(?:的?企[业業]|[\u4e00-\u9fff]{0,4}(?:中心|[枢樞][纽紐]))?(?:[贡貢][献獻]|[占佔]|合[计計]))"
)
# 湘潭与长沙之间, 连接郑州与许昌: both cities take part.
_PAIR_AFTER = late_regex(
    r"(?:[\u4e00-\u9fff]{2})?之[间間]|(?:市|县|区)?(?:两[地市城]|兩[地市城]|双城|互)"
)
_BOTH = late_regex(r"[两兩][地市县縣州]")
_PAIR_BEFORE = late_regex(r"(?:连接|連接|串联|往返)[\u4e00-\u9fff]{2,5}\Z")
# One of several things named after cities: 徐州地锅鸡、扬州炒饭; 延边冷面和青岛啤酒.
_ITEM = late_regex(
    r"(?![^、]{0,6}[市区區县縣州站港局委院校会會园園])[\u4e00-\u9fff]{1,5}(?:、|[和与及][\u4e00-\u9fff]|…)"
)
_PARALLEL = late_regex(
    r"[\u4e00-\u9fff]{0,7}[、和与及與]|(?![\u4e00-\u9fff]{0,5}[来到往发]，)[\u4e00-\u9fff]{1,7}，在"
)
_PARALLEL_ENDS = frozenset("、和与及與在")
_ITEM_BEFORE = late_regex(r"(?<![市区區县縣])[、和与及]\Z")
_ITEM_LAST = late_regex(
    r"(?![^，]{0,6}[市区區县縣州站港局委院校会會园園])[\u4e00-\u9fff]{2,4}(?:[，。！]|轮番|輪番|等[^待到级級]|一起|都|也|摆|走|一同|同台|齐|亮相|亮|成了|成为|受|最|热|[谁誰哪]|[两兩三四五]地)"
)
# 潍坊风筝等120个品牌, 苏州缂丝书签、德化白瓷摆件、南京云锦香囊等36款产品
_LONE_ITEM = late_regex(
    r"(?![^、等]{0,6}[市区區县縣州站港局委院校会會园園馆館厂廠队隊司所桥路线線街镇村])[\u4e00-\u9fff]{2,5}"
    r"(?:、[\u4e00-\u9fff]{2,8}?){0,4}等(?![市地级級待到城])"
)
_ITEMS_BEFORE = late_regex(r"(?:[\u4e00-\u9fff]{2,7}、){1,3}\Z")
_JOINED = late_regex(r"[、，,和及 \t　·—－-]{1,2}|,? and |, ")
_SENTENCE_END = late_regex(r"[。！？\n]")


def named_after(text: str, end: int) -> bool:
    """Whether the name is a part of the name of a street, bank, dish or the like."""
    return _NAMED_AFTER.match(text, end, end + _REACH) is not None


def is_away(text: str, start: int, end: int) -> bool:
    """Whether the place is only one that people come from, go to or compare with."""
    if comes_from(text, start, end):
        return True
    if text[start - 1 : start] == "在" and _WORKED_THERE.match(text, end):
        return True
    if is_named_for_somebody(text, start, end):
        return True
    opens = text[end : end + 1] in _AWAY_AFTER_BEGINS
    return opens and _AWAY_AFTER.match(text, end, end + 3 * _REACH) is not None


def comes_from(text: str, start: int, end: int) -> bool:
    """Whether the words before the name say that (see `is_away`)."""
    if text[max(0, start - 1) : start] not in _AWAY_BEFORE_ENDS:
        return False
    before = _AWAY_BEFORE.search(text, max(0, start - _REACH), start)
    if before and by_office(text, start, end):
        return False
    if before and before[0] in _BY_WAY_OF and _BREAKS_DOWN.match(text, end):
        return False
    return before is not None


def surely_place(text: str, end: int) -> bool:
    """Whether an everyday word is a place name because of the words after it."""
    return _PLACE_AFTER.match(text, end) is not None


def at_place(text: str, start: int) -> bool:
    """Whether a county's short name is a place name because of the words before it: 在盱眙."""
    return text[start - 1 : start] in _AT or text[max(0, start - 2) : start] in _LOCATED


def is_joined_by_with(text: str, start: int, end: int) -> bool:
    """Whether "with" or "and" is before the name, unless it is one of a pair that acts together."""
    if not _WITH_BEFORE.search(text, max(0, start - 2), start):
        return False
    if _PAIR_AFTER.match(text, end) or _PAIR_BEFORE.search(text, max(0, start - 8), start - 1):
        return False
    return _BOTH.search(text, end, sentence_around(text, end)[1]) is None


def are_parallel(text: str, end: int, start: int) -> bool:
    """Whether two names begin parallel items: 北京新发地、上海西郊市场.

    The first name ends at ``end``, the second begins at ``start``.
    """
    if start - end > 9 or text[start - 1 : start] not in _PARALLEL_ENDS:
        return False
    return _PARALLEL.fullmatch(text, end, start) is not None


def is_one_of_several(text: str, start: int, end: int) -> bool:
    """Whether the name is a part of the name of one thing in a list of things."""
    near = text[end : end + 8]
    if ("、" in near or "和" in near or "与" in near or "…" in near) and _ITEM.match(text, end):
        return True
    if text[start - 1 : start] not in _PARALLEL_ENDS:
        return False
    return (
        _ITEM_BEFORE.search(text, max(0, start - 2), start) is not None
        and _ITEM_LAST.match(text, end) is not None
    )


def is_item_alone(text: str, start: int, end: int) -> bool:
    """Whether the name begins one of three or more things in a list that ends with 等."""
    near = text[end : end + 7]
    if text[start - 1 : start] != "、" and "、" not in near:
        return False
    item = _LONE_ITEM.match(text, end)
    if item is None:
        return False
    before = _ITEMS_BEFORE.search(text, max(0, start - 18), start)
    return (before[0].count("、") if before else 0) + item[0].count("、") > 1


def means_people_or_goods(text: str, end: int) -> bool:
    """Whether people, firms or goods from the place are meant: 深圳的企业."""
    return _BY_THE_WAY.match(text, end) is not None


def means_people(text: str, end: int) -> bool:
    """Whether somebody from the place is meant, by the words after it: 北京的师傅."""
    return _PEOPLE.match(text, end) is not None


def means_somebody(text: str, start: int) -> bool:
    """Whether somebody from the place is meant, by the words before it: 一位绍兴老人."""
    return text[start - 1 : start] in _PERSONS and text[max(0, start - 2) : start - 1] in _COUNTED


def means_speaker(text: str, start: int, end: int) -> bool:
    """Whether somebody from the place only says something: 长沙一名家长说."""
    begins = text[end : end + 1] in _SPEAKER_BEGINS
    return begins and start > 0 and _SPEAKER.match(text, end) is not None


def means_firm(text: str, end: int) -> bool:
    """Whether a firm or the like from the place is meant: 深圳一家企业."""
    return _PASSING_AFTER.match(text, end) is not None


def act_as_one(text: str, end: int, count: int) -> bool:
    """Whether the ``count`` cities of a list act together (…三市), not as examples (…等八市)."""
    found = _TOGETHER.match(text, end)
    if found is None:
        return False
    return found["and_others"] is None or "〇一二三四五六七八九".find(found["number"]) == count


def are_listed(text: str, end: int, start: int) -> bool:
    """Whether only a comma or "and" is between two names, from ``end`` to ``start``."""
    return 0 < start - end <= 6 and _JOINED.fullmatch(text, end, start) is not None


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """The start and end of the sentence around ``at``, limited to some hundred characters.

    The limit bounds the time for a text without full stops, since this is called for each name.
    """
    first, last = max(0, at - _SENTENCE), min(len(text), at + _SENTENCE)
    begin = max(first, *(text.rfind(mark, first, at) + 1 for mark in "。！？\n"))
    stop = _SENTENCE_END.search(text, at, last)
    return begin, stop.start() if stop else last
