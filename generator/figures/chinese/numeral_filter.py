"""Tells whether a Chinese numeral counts something, or is part of a name or an idiom."""

from __future__ import annotations

from generator.figures.chinese.bare_counts import is_bare_count
from generator.figures.chinese.one_of_a_kind import LENGTHS, LISTED, is_one_of_a_list, is_so_far
from generator.figures.chinese.quantity_parts import Parts
from generator.figures.chinese.round_hundreds import is_round_amount
from generator.figures.chinese.stretches import STRETCHES, is_stretch
from generator.figures.chinese.units import is_firm
from generator.patterns import late_regex

# Places where a single Chinese numeral is part of a name or an idiom.
_NAMES = late_regex(
    r"三门(?:峡|县|(?!不同|课|功课|学[科问]|外?语|炮|大炮|考试|必修|选修|科|手艺|技|亲|生意|绝活|重炮|火炮|加农|迫击|高射))|[三五九]台(?:山(?!地)|[县市区])|七台河|六枝|三只松鼠|(?<![长距离远阔延宽深])(?!(?<=[过到足有约近了隔仅差])[二三四五六七八九十]里[，。；、）的])[一二三四五六七八九十]里(?!地(?!区)|山?路|水路|外(?!国)|开外|远|有余|挂零|之外|多(?!年))|四方|八方"
    r"|[四两三]面(?!锦?旗|红旗|国旗|铜?镜|[大小]?鼓|[铜大]?锣|奖牌|屏|墙)|两头(?![牛猪羊驴马骡骆象鹿熊奶母公种小大老野耕肉水黄黑白花肥幼生死]|亚|非|成年|怀孕|刚)|四季|三军|十分(?!钟|之|贝|米)|十足|十全|两地书|二期|十字|三口之家|百家争鸣|三国"
    r"|[一二三四五六七八九十百]{1,3}[洞沟湾岭坪坝铺店堡屯寨营庄桥井泉塘坡岗墩亭渡圩坊溪峪窑]+[村乡镇寨屯]"
    r"|[一二三四五六七八九十]{1,3}[道家间棵里][\u4e00-\u9fff](?:村|镇|乡|屯|街道|社区)"
    r"|十八[子街盘潭弯]|六个核桃|三顿半|两面针|三棵树(?=涂料|公司|股份)|七天(?=酒店|连锁)"
    r"|八步区|五家渠|三间房|五位一体|三位一体|八一|九三|十三陵|二十大(?![卡箱桶包袋盒筐捆车盆缸碗杯])|十[一二三四五六七八九]大(?![卡箱桶包袋盒筐捆车盆缸碗杯])|两会|一线|二线"
    r"|三线|两岸|十里|三点水|五大连池"
    r"|[二三四五六七八九十两]{1,2}年代|七匹狼|三伏|九州|(?<![钟井锅缸塘剑猪孙家])(?<!加小)[三两四]口(?!人|[肥大小土黑母]?猪|[水老古深甘枯]?井|大?锅|[池鱼]?塘|大?缸|油井|棺|大?钟)|三元(?=区|里|桥|锂|杂交|正极|材料|电池|前驱|催化|乙丙|[猪鸡朱]|牛奶|食品|文法)|[二三四]头(?=肌)|[一二三四五六七八九]峰(?=[山镇村街])|十三香|三角|两个文明"
    r"|九份(?=老街|拍|山[城区]|[金景]|旅游|一带|民宿|茶)|九份(?<=[到去往游赴逛]九份)(?=[，。、；]|\Z)"
    r"|七股(?=盐|[乡區区溪]|潟湖)|七堵(?=[区區一]|车站|火车)"
)
_TAIL = late_regex("多?余?")
_MAJOR = late_regex("大(?=[\u4e00-\u9fff])")
# Nouns of which an order of magnitude without unit (百亿, 万亿) is an amount.
MAGNITUDE_NOUN = late_regex(
    r"级|规模|产业|项目|工业|工程|园区|集群|企业|产值|营收|市场|赛道|投资|税收|大关|元|基金|俱乐部|"
    r"新|国企|收入|市值|资金|板块|斤|人口|用户|吨|千瓦|个"
)
# Units with which a single 百, 千 or 万 is an amount.
_MAGNITUDE_UNIT = late_regex(
    r"岁(?=老人|寿星|长者|高龄)|亩|公顷|平方米|吨(?![位级])|千瓦|标箱|公里(?!长[江城])|元(?=[奖补罚红])"
)
_DISTANCE = late_regex("地(?![区區])|山?路|水路|外(?![国國])|[开開]外|[远遠]|有余|挂零|多(?!年)")
# Contexts in which a single numeral before 度 counts degrees: 倾斜五度, 气温回升三度.
_GRADED = late_regex(
    r"(?:温|气温|温度|升高|回升|上升|下降|降低|降|升|高|低|倾斜|偏转|转|转动|旋转|坡|角)"
    r"(?:了|至|到|达|约|为)?\Z"
)
# People and firms that 逾万 or 近百 count without a measure word.
_CROWD = late_regex(
    r"(?:[\u4e00-\u9fff]{0,4}?)(?:观众|群众|学[生子员]|师生|企业|游客|市民|居民|村民|农民|员工|职工|工人|选手|"
    r"粉丝|球迷|客商|商家|嘉宾|代表|志愿者|干部|党员|青年|少年|儿童|老人|乘客|旅客|考生|人才|专家|学者|"
    r"网友|用户|农户|牧民|商户|车辆|民众|读者|会员|跑友|运动员|参赛者|求职者|岗位|展品|品牌|站点|门店|"
    r"人士|人群|人员|[囚罪逃]犯|[灾难移渔股选公网]民|军[人民]|官兵|战士|士兵|教师|老师|护士|医护|警力|[民武]警|"
    r"司机|骑手|信[徒众]|亲友|家庭|[单席床车摊铺泊]位|机构|公司|学校|网点|儿童|妇女|[残病]疾?人|患者|病例)"
)
_ONE_OF = frozenset("个 名 人 位 家 户 成 小时 个小时 分钟 公里".split())
_SHORT = frozenset({"将近", "不到", "不足", "约", "近"})
_COLD = late_regex("(?:[跌降低升高]|温度|气温)[破至到于为在]?\\Z")
_FORCE = late_regex("风|指数|烈度|台风|地震|浪|震级|响应")
_GRADED_AS = late_regex(
    "(?:应急|防汛|抗旱|预警)?响应|预警|(?:重点)?保护|文物|甲等|乙等|公路|航道|伤残|风险|医院"
)
_PASSED = late_regex(r"突?破\Z|逾\Z|(?<![不经路通超])过\Z")
_POWER = late_regex(r"(?:功[耗率]|[耗用]电)[\u4e00-\u9fff]{0,5}\Z")
_USED = late_regex("(?:[用耗发省充费]电|[用耗]电量)[约达近超仅才]?\\Z")
_SONGS = late_regex("[老新儿民情山红主]?歌|诗|词|曲|单曲|乐曲|作品|插曲|主打")
_PLAYED = late_regex(
    "(?:[赢胜输负打战连前后下让追首末投]|[投打]满|打完|中继|[赢胜输负打战]了|比赛|连续|拿下|先下|再下|直落)\\Z"
)
_OF_SETS = late_regex(
    "比赛|[女男]排|[女男]乒|乒乓|羽毛球|网球|排球|斯诺克|围棋|象棋|对局|决胜|选手|比分|局分|[盘局]赛|赛点|[胜负]者|[先后]发|投手|安打|三振|全垒打|保送|棒球|垒球|延长赛|统一狮|[胜失]投"
)
# 三局两胜 is a format.
_SETS_WON = late_regex("[一两二三四五]胜|[上下](?!来)")
_ROUND = late_regex(r"[，。；、）半多才就又后]|麻将|牌|\Z")
_RAN = late_regex(r"[了绕转跑骑走游第]\Z")
# 二名嫌犯: 二 as a count in places where 两 is usual.
_OF_TWO = frozenset(
    "里 名 位 份 件 台 辆 套 篇 例 头 棵 株 架 艘 宗 幅 个 人 岁 年 小时 公里 "
    "页 克 尺 秒 户 英里 海里 个百分点 美元 毫米 "
    "厘米 立方米 平方米 公顷 袋 箱 人次 升 吨 块钱 粒 千瓦 公斤 天 分钟 个月 摄氏度".split()
)
_TWO_IN_WORDS = late_regex(
    "人[转世组台生选]|里[头屯庄沟村]|个[别体]|头肌|年[级生]|套(?:房|住房|商品|首付|利率|贷|的?(?:最低|下限|不低于|不少于|[降提升调][低高升降整]?[至到为]|执行|为(?=[0-9])))"
)
# 中铁十二局 is the name of a company.
_BUREAU = late_regex("中[铁建交冶电水核]|水电|铁建|葛洲\\Z")
_LESSONS = late_regex("[\u4e00-\u9fff]{0,3}课|车厢|电池")
# 三节砍28分
_QUARTERS = late_regex("(?:就|便|已)?(?:[砍轰狂]|打卡|打完|拿下|得到|得了?[0-9])|过后|战罢|结束")
# Things weighed in 两; with other nouns, 三两 may be two or three.
_WEIGHED = late_regex("[斤克重蟹酒肉茶油饭米面鱼虾]|黄金|白银|银子")
_PAID = ("捐", "赔", "欠", "赚", "亏", "获", "奖", "豪掷", "斥资")
_PASSING = ("突破", "破", "跨过", "站上")
# 近百家 is nearly 100, 百家 alone an idiom.
_NEAR = ("近", "将近", "超", "超过", "逾", "不足", "不到")


def is_name(text: str, at: int) -> bool:
    """Whether the numeral at ``at`` begins a name or an idiom (三门峡, 五位一体)."""
    return bool(_NAMES.match(text, at))


def is_han(character: str) -> bool:
    """Whether it is a single Chinese character."""
    return "\u4e00" <= character <= "\u9fff"


def counts(text: str, match: Parts) -> bool:
    """Whether the numeral of a quantity counts something. Western numerals always do. ``match`` has
    the groups of ``quantity``: the numeral ``a``, ``aunit``, ``amore`` …
    """
    numeral = match["a"]
    if numeral[-1].isascii() or numeral[0].isascii():
        return True
    if match["amore"] == "来" and not (match["aunit"] or match["ascale"]):
        return False
    if len(numeral) == 1:
        return _one_counts(text, match, numeral)
    if match["aunit"] == "局" and _BUREAU.search(text, max(0, match.start() - 2), match.start()):
        return False
    if all(c in "十百千万亿" for c in numeral):
        return _magnitude_counts(text, match, numeral)
    # 百二亿 is 12 billion
    return numeral[0] not in "百千万亿" or (numeral[0] == "百" and numeral[-1] in "万亿")


def _one_counts(text: str, match: Parts, numeral: str) -> bool:
    """For a single character: 两 and 三 need a measure word, 一 never counts, 百 seldom."""
    unit, end = match["aunit"], match.end("a")
    if match["ascale"]:  # 一个亿
        return True
    closes = bool(unit) or not is_han(text[end : end + 1])
    if (
        numeral in "亿万"
        and not match["prefix"]
        and _PASSED.search(text, max(0, match.start("a") - 2), match.start("a"))
    ):
        return closes
    if numeral == "亿":
        return unit in ("元", "元人民币") or text.startswith("级", end)
    if unit and numeral != "一" and text.endswith("每", 0, match.start("a")):  # 每千人
        return True
    if numeral in "廿卅":
        return closes
    if numeral in "百千万":
        return _large_counts(text, match, numeral, closes=closes)
    if numeral == "二" and unit in ("两", "斤", "亩", "两钱"):
        return True
    one = _single_counts(text, match) if numeral == "一" else None
    counted = _counts_by_unit(text, match, numeral) if one is None else one
    if counted is not None:
        return counted
    tail = match["amore"] or match["amid"] or _has_clear_tail(text, end)
    if tail:
        return bool(unit or match["amid"] or match["amore"])
    return not unit and is_bare_count(text, match.start("a"))


def _has_clear_tail(text: str, at: int) -> bool:
    """Whether a unit follows with which a single numeral is certainly a number."""
    more = _TAIL.match(text, at)
    begin = more.end() if more else at
    return (
        text.startswith("%", begin)
        or is_firm(text, begin)
        or (begin == at and _MAJOR.match(text, at) is not None)
    )


def _large_counts(text: str, match: Parts, numeral: str, *, closes: bool) -> bool:
    """For 百, 千 or 万 alone. ``closes``: a unit follows, or no Chinese word."""
    unit, end, start = match["aunit"], match.end("a"), match.start("a")
    if is_round_amount(text, start, unit or ""):
        return True
    if match["prefix"] in _NEAR:
        return closes or bool(_CROWD.match(text, end)) or text.startswith("点", end)
    if match["amore"] in ("余", "多") and not unit:
        return bool(_CROWD.match(text, match.end("amore")))
    if _MAGNITUDE_UNIT.match(text, end):  # 千亩茶园
        return True
    if unit == "年":  # 百年以上
        return numeral != "万"
    if unit and text.endswith(_PASSING, 0, start):  # 亩产破千斤
        return True
    if text.endswith("每", 0, start) and text.startswith("人口", end):
        return True
    return bool(unit) and bool(match["amore"] or (unit == "元" and match["suffix"]))


def _single_counts(text: str, match: Parts) -> bool | None:
    """Whether 一 counts; None if that depends on its unit."""
    unit = match["aunit"]
    if match["aafter"]:  # 一年多, but not 比前一年多
        return not (match["aafter"] == "多" and _THAN_THAT.search(text, 0, match.start("a")))
    if unit in _COUNTED_ONCE:
        return True
    if unit in STRETCHES and is_stretch(text, match):
        return True
    if (unit in LENGTHS and is_so_far(text, match)) or (
        unit in LISTED and is_one_of_a_list(text, match)
    ):
        return True
    if unit in ("元", "块", "块钱", "元钱"):
        return _is_price(text, match)
    if unit == "单元":  # 3栋一单元
        return text.endswith(_BUILDINGS, 0, match.start("a"))
    if unit in _ONE_OF and match["prefix"] in _SHORT:
        return True  # 近一位
    return None


_COUNTED_ONCE = frozenset(
    "个百分点 个基点 个世纪 昼夜 个日夜 小勺 大勺 汤勺 汤匙 茶匙 小匙 大匙 死 伤".split()
)
# After the number of one, the number of a part of it is no count: 3栋二单元.
_BUILDINGS = ("栋", "幢", "座", "号楼")


def _counts_by_unit(text: str, match: Parts, numeral: str) -> bool | None:
    """Whether a numeral below ten counts; None if its unit does not tell."""
    unit, start, after = match["aunit"], match.start(), match.end("aunit")
    if unit == "级" and numeral != "一" and _GRADED_AS.match(text, after):
        return True  # 二级响应
    if unit == "级":
        return bool(_FORCE.search(text[max(0, start - 8) : start]))
    if unit == "首":
        return numeral not in "一二" and bool(_SONGS.match(text, after))
    if unit == "瓦":
        return _POWER.search(text, max(0, start - 8), start) is not None
    if unit == "局":
        if numeral == "一":
            return False
        return bool(_PLAYED.search(text, max(0, start - 2), start)) or (
            _OF_SETS.search(text) is not None and not _SETS_WON.match(text, after)
        )
    if unit == "圈" and numeral not in "一二":
        return bool(_ROUND.match(text, after) or _RAN.search(text, max(0, start - 2), start))
    if unit == "节":
        return bool(_LESSONS.match(text, after) or _QUARTERS.match(text, after))
    if unit == "两":
        around = f"{text[max(0, start - 8) : start]}，{text[after : after + 6]}"
        return numeral in "四五六七八九十半" or bool(_WEIGHED.search(around))
    if numeral == "零" and unit == "度":
        return _COLD.search(text, max(0, start - 4), start) is not None
    if numeral == "二" and unit == "单元":
        return text.endswith(_BUILDINGS, 0, start)
    if numeral == "二" and unit in _OF_TWO and text[start - 1 : start] not in tuple("初高大老不"):
        return not _TWO_IN_WORDS.match(text, match.end("a"))
    if numeral == "二" and unit in LENGTHS and is_so_far(text, match):
        return True  # 覆土二寸
    if numeral in "一〇零二":  # before a measure word the count is 两, not 二
        return numeral == "一" and bool(match["amid"])  # 一个多月
    if unit == "里":
        far = text.endswith(("长", "距", "远", "延", "宽", "深"), 0, start) or (
            text[after : after + 1] in ("，", "。", "；", "的")
            and (match["prefix"] or text.endswith(_AS_FAR, 0, match.start("a")))
        )
        return True if far or _DISTANCE.match(text, after) else None
    if unit == "日":
        return numeral != "一"
    if unit == "度":
        if text.startswith("电", after) or is_bare_count(text, start):
            return True
        if text.startswith(("多", "，", "。"), after) and _USED.search(
            text, max(0, start - 6), start
        ):
            return True  # 一晚用电三度多
        return bool(match["minus"]) or bool(_GRADED.search(text[max(0, start - 6) : start]))
    return None


# 长不过三里, 走了八里
_AS_FAR = ("不过", "足有", "走了", "跑了", "相隔", "相差", "仅有")
_PRICE_OF_ONE = late_regex(
    "钱?(?:一[斤个份张碗瓶只本次支包袋盒度吨杯串条位人根片双套把]|/|起|[，。、；）]|\\Z)"
)
# 一块钱四个; but 一元三次方程
_BUYS_SOME = late_regex("[两三四五六七八九十半][斤两个只张根串块碗瓶袋盒包支把条枚颗](?![人月小])")
_COSTING = late_regex(
    r"(?:[价费票金]|[只仅才]要?|每[\u4e00-\u9fff]{1,3}|[花涨降卖赚罚付收交补加减]了?|便宜|优惠|[到至为按])\Z"
)


def _is_price(text: str, match: Parts) -> bool:
    """Whether 一元 is a price: 一元一张, 每人一元; not 一元化."""
    end, start = match.end("aunit"), match.start("a")
    if match["aunit"] != "块" and _BUYS_SOME.match(text, end):
        return True
    if text[end : end + 1] == "一" or text.startswith("钱一", end):
        return bool(_PRICE_OF_ONE.match(text, end))
    if text.endswith(("由", "从"), 0, start) and _MOVED_TO.match(text, end):
        return True
    priced = _COSTING.search(text, max(0, start - 6), start)
    return bool(priced and _PRICE_OF_ONE.match(text, end))


_MOVED_TO = late_regex("钱?[提涨降升加减调增][价高]?[到至]")
_THAN_THAT = late_regex(r"[比较](?:[前上后那这头]|再前|再上)\Z")


def _magnitude_counts(text: str, match: Parts, numeral: str) -> bool:
    """For scale characters alone: 百亿 of projects and 十万 with a measure word count; 亿万 and
    千万 are words.
    """
    if match["aunit"]:
        return True
    end = match.end("a")
    if match["prefix"] in _NEAR or text.endswith("每", 0, match.start("a")):
        return True
    if match["suffix"] or text.startswith(("加，", "加。", "加的"), end):
        return True  # 十亿以上的有两家, 阅读量十万加
    if (numeral[-1] == "亿" or match["prefix"]) and _CROWD.match(text, end):
        return True  # 全球十亿残障人士, 约百万家庭
    if numeral == "百万" and text.endswith(_PAID, 0, match.start("a")):
        return True
    if (
        numeral != "亿万"
        and not match["prefix"]
        and _PASSED.search(text, max(0, match.start("a") - 2), match.start("a"))
    ):
        return True
    if numeral in ("亿万", "千万"):
        return numeral == "千万" and text.endswith(("突破", "达", "过", "破"), 0, match.start("a"))
    if numeral[-1] != "亿":
        if numeral == "十万" and not is_han(text[end : end + 1]):
            return True  # 每平十万
        return bool(match["amore"]) or text.startswith(("级", "+"), end)
    return not is_han(text[end : end + 1]) or bool(MAGNITUDE_NOUN.match(text, end))
