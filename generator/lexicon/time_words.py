"""Chinese words of relative time: how far their time is away, and whether a word stands for that
time where it is found.

The characters of 今天, 明年 or 上月 are also parts of other words (如今|年产值, 昆明|年均,
线上|月销), of names (今日头条, 明日方舟) and of wider times (今天的肇庆). Each test returns
False if that is not certain, so that the words stay as they are. A text may be Traditional.
"""

from __future__ import annotations

from generator.lexicon import cut, spans
from generator.one_by_one import simplified
from generator.patterns import late_regex

# More characters on either side than a word has.
_NEAR = 8
_HAN = late_regex("[\u3400-\u9fff]")
# Prepositions and conjunctions before a time.
_JOINS = frozenset("在从自和与及或比较于到")
# A date told beside the time: 昨日（17日）, 今年2026年, 明天19日.
_TOLD = late_regex(
    r"\s*[（(][^）)]{0,12}?(?:\d|[〇一二三四五六七八九十]+[年月日号])"
    r"|\s*(?:[，,]?[即是]|[，,])?\s*(?:19|20)\d\d\s*年"
)
_DAY_TOLD = late_regex(r"\s*(?:[，,]?[即是]|[，,])?\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*[日号]")
_CLOSING = tuple("）)")
_OPENING = tuple("（(")
# After these, 前年 and 后年 are years: a subject, a preposition, the beginning of a clause.
_BEGINNING = frozenset("计划将拟，。；：！？、（,;: \u3000\n到至在于和与及或比较从自是")
_SUBJECT = frozenset("市县区省厂司业园校院桥馆站团村镇州")
_FOUNDED = frozenset("建开办入进设撤升迁")
# 建成后|年产值: a word that counts by the year.
_YEARLY = late_regex(
    r"[产均纳销税利收营增减节降供输加用耗发吞吐处接游客运生出进培吸带总新消碳综可能预达约超近逾]"
)
_SINCE = late_regex(r"[起开到至底初]")
_DAY_BESIDE = late_regex(r"[昨今明][天日]")
_YEAR_LATER = late_regex(r"\s*(?:的?今[天日]|昨|[此这]时|这个?时)")
# 至今|年产值, but 至|今年6月.
_UP_TO = late_regex(r"\d|的|[底末初第年以前]|[上下]半年|[一二三四]季|春节|[春夏秋冬]|$|[，。；、]")
_OF_A_YEAR = frozenset("轻货糕级薪龄关味迈幼长老富青画夜兽")
# 张明|年产
_SURNAMES = frozenset(
    "张王李赵刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_OF_A_MONTH = frozenset("刊报牙球亮饼嫂薪老历经光票季台子半食供坛均产销收租活")
_ONLINE = frozenset("线网路零乡村街")
_LINE = late_regex(r"(?:产|流水|装配|号|专|支|干|输电|航|管|环)线\Z|(?:铁|公|水|马|道)路\Z")
_OF_A_LINE = late_regex(
    r"(?:中旬|[底末初]|已|又|正式|全[线面]|投[产运用]|开[工通]|竣工|建成|启[用动]|通[车航]|停[工产运]|复[工产]|完工|动工|\d)"
)
_HOUR = late_regex(
    r"白天|全天|[上下中]午|凌晨|清晨|早|晚|傍晚|夜|零时|深夜|午[后後]|\d{1,2}[时点時點:：]"
)
# 今天的肇庆 is of these times, 今天的发布会 of the day.
_MEETS = late_regex(
    r"的[^，。；的]{0,10}?(?:会|仪式|活动|比赛|决赛|论坛|讲座|签约|演出|降[雨雪]|[大暴]雨"
    r"|收盘|天气|空气|气温|报道|航班|行情|采访)"
)
# 今天，这座城市已成为…: nowadays.
_NOWADAYS = late_regex(r"，[^。；]*?(?:已经?(?:成为|变成|成了|是|有|拥有|发展)|不再)")
_NAMES = late_regex(
    r"昨[日天](?:重现|世界|青空|黄花|之|奇迹|今[天日])|昨夜星辰|今天(?:国际|之|美术|不|传媒|财经|新闻|中国"
    r"|世界|生活|美好)|今晚(?:报|传媒|财讯|新闻|八点半|九点半)|今夜(?:无人|说|有戏|百乐|不)|今晨六点"
    r"|今日(?:头条|说法|关注|资本|投资|俄罗斯|美国|中国|亚洲|世界|财经|观点|水印|影评|阅读|看点|导读|要闻|新闻|热点|话题)"
    r"|明日(?:方舟|之|帝国|世界|控股|香|边缘|战记|黄花)"
    r"|[昨今明][天日](?:会?更|的太阳|的希望)|[今昨明]天(?:津|水[市，]|台山|门市)"
    r"|[今昨明]日(?:本[^报次轮届场]|照|元|喀则)"
)
_OF_A_FIRM = late_regex(
    r"[\u4e00-\u9fff]{0,4}?(?:公司|集团|科技(?![部局厅活周节馆创])|股份|控股|系[，。）]|酒吧|餐厅|咖啡|乐队"
    r"|书店|客栈|民宿|画廊|影院|剧场|工作室|频道|栏目|节目|杂志|传媒|手游|报[社，。]|网[，。讯])"
)
# 今日 and 明日 begin many names, so that only these after them make them days.
_ACTS = (
    r"[（(](?:周|星期)[一二三四五六日天][）)]|"
    r"[将已正仍也还就再起至到从由在于对向为被把与和同随经据因以有是共约近超又，,。；;、！!？?…前内]|\s|$|\d"
    r"|[一两三四五六七八九十首第][^，。]"
    r"|[全我该][市省国县区州]|多[地家个]|记者|举[行办]|召开|[开入](?!心)|择"
    r"|投[产运用放]|签[约署订]|启[动用幕运]|建成|发[布出生放射]|出[台席炉发]|公[布示告开]|推出|印发|宣布|通[车航报水电过]"
    r"|闭幕|突破|落[户地幕成]|揭[牌幕晓]|成[立功交为]|上[线市映午]|下[线午达发]|交付|并网|合龙|贯通|封顶|奠基|动[工土]"
    r"|竣工|完[工成]|抵达|到达|离开|返回|前往|赴|走访|调研|考察|会见|登[陆场]|来[到袭]|实[施行]|施行|执行|生效|试"
    r"|正式|市区|城区|部分|局部|大部|沿海|多云|获|迎来?|报[道到]|透露|表示|介绍|说|称|了解|采访|看到|气温|最高|最低|天气|阴|晴|雨|降"
)
_ACTS_NEXT = late_regex(
    rf"(?:{_ACTS})|[\u4e00-\u9fff]{{2,3}}?(?:[市省县区州镇乡]|海关|机场|大学|气象台)"
    r"(?![\u4e00-\u9fff]?报|网|场|值|民)"
)


_AWAY = {
    "大前": -3, "前": -2, "去": -1, "昨": -1, "今": 0, "本": 0, "明": 1, "后": 2, "後": 2,
}  # fmt: skip


def years_away(word: str) -> int:
    """How many years 去年, 大前年, 后年 and the like are from this one."""
    return -1 if word == "上年" else _away(word)


def days_away(word: str) -> int:
    """How many days 昨晚, 大前天, 明起 and the like are from today."""
    return _away(word)


def months_away(word: str) -> int:
    """How many months 上月, 上上个月, 本月, 下月 and the like are from this one."""
    return word.count("下") - word.count("上")


def weeks_away(word: str) -> int:
    """How many weeks 上周, 上上周, 本周, 下个星期 and the like are from this one."""
    return word.count("下") - word.count("上")


def _away(word: str) -> int:
    return _AWAY[word[:2] if word[0] == "大" else word[0]]


def is_told_beside(text: str, start: int, end: int) -> bool:
    """Whether the date of the word at ``text[start:end]`` stands beside it: 昨日（17日）."""
    word, before, after = _around(text, start, end)
    of_day = word[-1:] not in ("年", "月") and _DAY_TOLD.match(after) is not None
    return of_day or _told(before, after)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether 今年 and the like at ``text[start:end]`` are a year."""
    word, before, after = _around(text, start, end)
    if _YEAR_LATER.match(after) or before.endswith(("即", "就是")):
        return False
    last = before[-1:]
    if word[-2:] in ("前年", "后年"):
        return _is_far_year(word, before, after)
    if word == "明年" and last in _SURNAMES and not _ends_word(before):
        return False
    if after[:1] in _OF_A_YEAR and not _is_whole(before, word, after, ended=True):
        return False
    if last == "至" and word == "今年":
        return _UP_TO.match(after) is not None
    return not _HAN.match(last) or last in _JOINS or _is_whole(before, word, after)


def is_month(text: str, start: int, end: int) -> bool:
    """Whether 上月, 本月 and the like at ``text[start:end]`` are a month."""
    word, before, after = _around(text, start, end)
    last = before[-1:]
    if last == "年":
        return False
    if word[0] in "上下" and last in _ONLINE:
        # 生产线|上月投产, but 生产线上|月产3万件 and 线上|月销.
        return bool(_LINE.search(before[-4:]) and _OF_A_LINE.match(after))
    if (
        len(word) == 2
        and after[:1] in _OF_A_MONTH
        and not _is_whole(before, word, after, ended=True)
    ):
        return False
    return not _HAN.match(last) or last in _JOINS or _is_whole(before, word, after)


def is_week(text: str, start: int, end: int) -> bool:
    """Whether 上周, 本周五 and the like at ``text[start:end]`` are a week, or a day of one."""
    word, before, after = _around(text, start, end)
    last = before[-1:]
    if last in _ONLINE and word[0] in "上下":
        return False
    return not _HAN.match(last) or last in _JOINS or _is_whole(before, word[:2], word[2:] + after)


def is_day(text: str, start: int, end: int) -> bool:
    """Whether 昨天, 今晚, 明起, 前天 and the like at ``text[start:end]`` are a day."""
    word, before, after = _around(text, start, end)
    last = before[-1:]
    if _DAY_BESIDE.match(after):
        return False
    if last in ("的", "昨", "今", "明", "前", "年", "天"):
        return False
    if last == "至" and word[0] != "明" and not before.endswith("截至"):
        return False
    if _HAN.match(last) and last not in _JOINS and not _is_whole(before, word, after):
        return False
    if _HOUR.match(after):
        return True
    if _NAMES.match(word + after) or (word[-1] in "天日" and _OF_A_FIRM.match(after)):
        return False
    if word[-1] not in "天日":
        return True
    if after[:1] == "的":
        return _MEETS.match(after) is not None
    if word in ("今天", "今日") and _NOWADAYS.match(after):
        return False
    if word in ("今日", "明日", "明天"):
        return _ACTS_NEXT.match(after) is not None
    return word != "前天" or after[:1] not in ("气", "津", "河", "然")


def is_period(text: str, start: int, end: int) -> bool:
    """Whether 前8个月, 上半年, 年底 and the like at ``text[start:end]`` are of a certain year."""
    word, before, after = _around(text, start, end)
    if word[0] in "前头":
        # 前一个月 is the month before another time.
        if word[1] in "一1" and not word[2:3].isdigit():
            return False
        return not _BEFORE_ANOTHER.search(before[-2:]) and _begins(before, word, after)
    if word[0] == "年" and _LUNAR.match(word + after):
        return False
    return word[0] not in "年上下全" or _begins(before, word, after)


# 开业前三个月: months before something, not of the year.
_BEFORE_ANOTHER = late_regex(
    r"(?:[提此目之以日产生会节赛战灾疫婚考术午空面眼从先事期月天周岁]|[开停创毕就营歇复]业|[开闭]幕"
    r"|开[园馆工播学售盘始]|[完竣施动复停]工|上[市线]|投[运用]|建成|入[职学伍]|出[发栏厂]|离职|退休|封顶"
    r"|通车|签约|交[付房]|截止|结束|登陆|发布|启动|搬迁|改[造制])\Z"
)
# 年初三, 年中国; 全年开放 is every year.
_LUNAR = late_regex("年初[一二三四五六七八九十]|年中[国央心间期山原]")


def _is_far_year(word: str, before: str, after: str) -> bool:
    """前年 and 后年: 3年前|年产值 and 建成后|年产值 are no years."""
    last = before[-1:]
    if last == "从":
        return _SINCE.match(after) is not None
    if not last or last in _BEGINNING:
        return not (word == "后年" and _YEARLY.match(after))
    founded = before[-2:-1] in _FOUNDED
    return last in _SUBJECT and not founded and not _YEARLY.match(after)


def _told(before: str, after: str) -> bool:
    """Whether the time is told as a date too, or is told beside one: 2025年（去年）."""
    beside = before.endswith(_OPENING) and after.startswith(_CLOSING)
    return beside or _TOLD.match(after) is not None


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The word, and the text before and after it, in Simplified characters."""
    plain = simplified(text)
    return plain[start:end], plain[:start], plain[end:]


def _ends_word(before: str) -> bool:
    """Whether the text before a word ends with a word of more than one character."""
    pieces = cut(before[-_NEAR:])
    return bool(pieces) and len(pieces[-1]) > 1


def _begins(before: str, word: str, after: str) -> bool:
    last = before[-1:]
    return not _HAN.match(last) or last in _JOINS or _is_whole(before, word, after)


def _is_whole(before: str, word: str, after: str, *, ended: bool = False) -> bool:
    """Whether a word of the text begins where ``word`` does; with ``ended``, also ends there."""
    left, right = before[-_NEAR:], after[:_NEAR]
    at, end = len(left), len(left) + len(word)
    for first, past in spans(left + word + right):
        if first < at < past or (ended and first < end < past):
            return False
    return True
