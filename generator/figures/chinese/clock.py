"""Reads clock times in Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.chinese.dates_common import NUM, TO, figure, number
from generator.figures.chinese.scores import is_score
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

# 三点二十条: after these, what follows 点 is a number of its own.
_COUNTED = (
    "[〇零一二两三四五六七八九十百千万亿个多余元块钱米岁"
    "人名家度位件种%条项款层号月年天次点倍分成斤吨公里亩]"
)
_CLOCK = late_regex(
    r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|正午|下午|午后|(?<![上下中正])午(?=[一二两三1-3]点|十二点)|傍晚|晚上|晚间|夜间|夜里|半夜|午夜|深夜|当晚|今晚|昨晚|明晚|今早|明早|今晨|清早|早|晚)?"
    rf"(?P<about>约|大约|近)?(?P<h>{NUM}|零|〇|两(?=[点时]))"
    rf"(?:(?P<mark>时|点钟|点)(?:(?P<min>{NUM}|[0-5]\d|零[一二三四五六七八九])分"
    r"(?!之[一二两三四五六七八九十0-9]|[钟贝米])(?P<sec>[0-9]{1,2}秒)?|(?P<more>半(?![价程径])|整|许|左右|多|过(?![后去度])|一刻|三刻)|(?P<min3>[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]|(?<=点)[0-5]\d)(?=[，。；、）]|\Z|左右|许|准时|[出发到开就才还已]|(?<=十)(?!{_COUNTED})|(?<=十[一二三四五六七八九])(?!{_COUNTED})|(?(part)(?![一二三四五六七八九个多余万千百元米块岁人名家度位件种%])|(?!))))?|(?:(?(part)(?::|\.(?=[0-5]\d(?![0-9万亿元%个亩吨米公千百次倍])))|:))(?P<min2>[0-5]\d)(?::(?P<sec2>[0-5]\d))?(?![\d:]|\.\d))"
)
_AFTER_NOON = (
    "下午", "午后", "傍晚", "晚上", "晚间", "夜间", "夜里", "半夜", "午夜", "深夜",
    "当晚", "今晚", "昨晚", "明晚", "晚",
)  # fmt: skip
# 5点50发车, 闹钟定在6点40
_SETS_OUT = late_regex("发车|出发|开[车船门始场走]|到[家站岗港达]|起[床飞]|上[班课]|准时")
_TIMETABLE = late_regex("(?:[早末首]班[车船]?|闹钟|定[在于])\\Z")
_NOT_CLOCK = late_regex(r"[间期代段候速下空常差刻]")


# 夜里三点 is in the small hours.
_SMALL_HOURS = (
    "深夜", "夜间", "夜里", "半夜", "午夜", "昨晚", "晚上", "晚间", "当晚", "今晚", "明晚", "晚",
)  # fmt: skip
# 21:19 may be a score.
_WON = late_regex(r"(?:比分|[胜负败赢]|击败|力克|横扫|以)(?:[为是以]|了)?\Z")
_WINS = late_regex(
    r"(?:的比分|战?胜|击败|负于|险胜|获胜|取胜|横扫|逆转|大胜|不敌|战平|领先|落后|力克|拿下|赢|再[胜下]"
    r"|扳|告负|失利|落败|反超|锁定胜|[先再轻完]胜|丢|输|惜败|完败|战成|收下|结束|过关|淘汰|晋级|挺进|带走)"
)
# 比分为13:11, 首局11:08; 24:21拿到局点, 12:20落后
_OF_A_SET = late_regex(r"(?:比分(?:为|是|来到|变成|改写为)?|[局盘])\Z")
_IN_A_SET = late_regex(
    "(?:领先|落后|的?比分|(?:[获取]得|[拿握来追战]到|拿下|手握)?了?(?:局点|赛点|盘点|平局))"
)
_PROPORTION = late_regex(r"比(?:例|率|重|价)?(?:为|是|约|达|:)?\Z")
_OF_PARTS = late_regex(r"(?:比例|结构|构成|配比|之比|比重)[^，。；]{0,6}\Z")
# 8点就散了
_AT_HOUR = late_regex(
    "就|才|准时|开[门馆工幕会饭始]|关门|闭馆|出发|起床|[上下]班|集合|打烊|收摊|熄灯"
    "|举行|召开|开播|播出|上线|发布|起飞|降落|发车|抵达|到达|开会|开考|开庭|见面|出门|回[家来去到]"
    "|碰[头面]|[上下]山|动身|上路|睡觉|睡下|醒来|醒了|起来|起身|吃[早午中晚]?饭|[接送]孩子|[上放]学|收工|收市"
    "|收摊|收车|出[摊工车海港]|开[卖战赛讲席演工拍]|[进入退散离]场|散[场会]|到[家校站场岗]|入[睡园]|关灯"
    "|下[地田水厨]|交[班接]|换班|接班|查房|巡[逻查]|停[工火售]|封盘|截止|闭幕|揭晓|宵禁|断电"
)
# 四点就起来和面: an hour even if the number is small.
_RISING = late_regex(
    "(?:就|才|便)(?:起[床来身]|醒|出[门摊工发]|[上下]班|开[门工]|[关收打]|[回到]家|睡|排队|来排)|起床|出门|出摊"
)
# 亮到22点: an hour, because no index rose or fell to it.
_LATER_HOUR = late_regex("[5-9]|1[0-9]|2[0-3]|[五六七八九]|二?十[一二三]?|十[四五六七八九]")
_UNTIL = late_regex("(?<![涨跌升降减增加])[到至从自于在]\\Z")
_CLOSED = late_regex("[，。；、）到至前后起止]|以[前后]|之[前后]|\\Z")
# 已经十二点零五; but 指数报十二点零五
_AT = late_regex("(?:是|[到至在从自]|已经?|[才都等过]|现在|[，。；]|\\A)\\Z")
# 五点开到八点半
_TILL_HOUR = late_regex(
    "[\u4e00-\u9fff]{1,3}(?<![升涨跌降增减])到(?:第二天|次日)?(?:凌晨|早上|上午|中午|下午|晚上|夜里|半夜|后半夜|深夜)?"
    "[0-9一二两三四五六七八九十]{1,3}点(?:[半多钟]|[，。；、才就]|\\Z)"
)
# 涨了三点多, 高出四点多
_INDEX = late_regex("[涨跌升降高低得多少差增减提落][了出到至近约过]{0,2}\\Z")
# 明天8点集合, 周六9点
_ON_A_DAY = late_regex(
    "(?:[今明后昨前当隔]天|[今明昨当次翌]日|第二天|(?:周|星期|礼拜)[一二三四五六日天末])\\Z"
)
# 今天12点建议, 指数今天12点的跌幅
_NO_HOUR = late_regex(
    "多?个|子|位|评|赞|的?(?:跌|涨|升|降|差|变|波动|震荡|反弹|回[落调])|建议|要求|意见|主张|希望|看法|共识|启示|体会|想法"
    "|措施|倡议|说明|理由|原因|不足|感受|承诺"
)
# 12点前投一下
_BEFORE_THE_HOUR = late_regex("[之以]?前(?![后景途三两十面述文])")
# 三日十一时许
_DAY_BEFORE = late_regex("(?:\\A|[日号午于至从到，。；])\\Z")
# 截至昨日八时蓄水3.86亿方
_ON_THE_DAY = late_regex("[昨今明当次翌]日\\Z|[0-9]日\\Z|截至\\Z")
_AT_MIDNIGHT = late_regex("[，。；、）到至起]|以?[前后]|之[前后]|\\Z")
_ON_THE_HOUR = late_regex("[，。、许整起止至到]|左右|以?[前后]|开|举行|召开|出发")
_SMALL = 4  # 三点 may be three points
_NOON = 12
# 18点到次日2点
_TILL = late_regex(f"{TO}(?P<next>次日|翌日|隔日|第二[天日])?")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


class _Time(msgspec.Struct, frozen=True):
    """A time as read: ``minutes`` of the day, and its English."""

    end: int
    minutes: int
    part: str
    value: str
    english: str
    ways: tuple[tuple[Fact, ...], ...]


def read_clock(text: str, at: int) -> Figure | None:
    """``10时10分``, ``上午10点半``, ``15:30``, ``19时至21时``."""
    match = _CLOCK.match(text, at)
    first = _time(text, match) if match else None
    if match is not None and first is None and match["mark"] == "点":
        first = _led_to(text, match)
    if match is None or first is None:
        return _one_or_the_next(text, at)
    till = _TILL.match(text, first.end)
    next_match = _CLOCK.match(text, till.end()) if till else None
    marked = match["mark"] is not None and next_match and next_match["mark"] == match["mark"]
    part = "" if till and till["next"] else first.part  # 每晚十点至次日五点
    last = _time(text, next_match, part, told=bool(marked)) if next_match else None
    if last is None:
        return figure(match, first.english, first.value, "time", *first.ways, kind="time")
    return Figure(
        at, last.end, text[at : last.end], f"{first.english} to {last.english}",
        f"{first.value}/{last.value}", "time", "time",
        facts=((*first.ways[0], *last.ways[0]),),
    )  # fmt: skip


def _led_to(text: str, match: re.Match[str]) -> _Time | None:
    """The first hour of ``7点至19点``, which only the second shows to be a time."""
    till = _TILL.match(text, match.end())
    later = _CLOCK.match(text, till.end()) if till else None
    h, last = number(match["h"]), number(later["h"]) if later else -1
    if later is None or later["mark"] != "点" or not (0 <= h <= 24 and 0 <= last <= 24):
        return None
    overnight = till is not None and till["next"] and h > _SMALL
    if not overnight and (h >= last or last <= _SMALL):
        return None
    if _INDEX.search(text, max(0, match.start() - 4), match.start()):
        return None
    ways = ((Fact("time", Fraction(60 * h)),),)
    return _Time(match.end(), 60 * h, "", f"{h:02}:00", _english_time(h, 0, False), ways)


# 下午三四点, 早上7、8点
_EITHER = late_regex(
    "(?P<part>(?=[^，。；]{2,4}点钟)|凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|深夜|今晚|昨晚)"
    "(?P<a>[一两二三四五六七八]|[0-9]{1,2}(?=、))、?(?P<b>[二两三四五六七八九]|[0-9]{1,2})点(?:钟|多|左右|许)?"
)


_SPANNED = late_regex(
    "(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜间|夜里|深夜|今晚|今晨|明晨|早|晚)?"
    rf"(?P<a>{NUM}){TO}(?P<b>{NUM})(?P<mark>时|点)(?![间期代段候速下空常差刻钟头个多分半0-9]|建议|意见)"
)


def _spanned(text: str, at: int) -> Figure | None:
    """``今晨3至5时``: the two hours share their unit."""
    match = _SPANNED.match(text, at)
    low, high = (number(match[name]) for name in ("a", "b")) if match else (-1, -1)
    if match is None or not 0 <= low < high <= 24:
        return None
    if match["mark"] == "点" and not match["part"] and not _CLOSED.match(text, match.end()):
        return None
    if _INDEX.search(text, max(0, at - 4), at):
        return None
    hours = [of_the_day(h, match["part"] or "") for h in (low, high)]
    times = tuple(Fact("time", Fraction(60 * (h % 24))) for h in hours)
    value = "/".join(f"{h % 24:02}:00" for h in hours)
    part = bool(match["part"])
    english = " to ".join(_english_time(h % 24 if part else h, 0, part) for h in hours)
    return figure(match, english, value, "time", times, kind="time")


def _one_or_the_next(text: str, at: int) -> Figure | None:
    if (spanned := _spanned(text, at)) is not None:
        return spanned
    match = _EITHER.match(text, at)
    hours = [number(match[name]) for name in ("a", "b")] if match else []
    if match is None or hours[1] != hours[0] + 1 or hours[1] > _NOON:
        return None
    day_hours = [of_the_day(h, match["part"]) for h in hours]
    times = tuple(Fact("time", Fraction(60 * h)) for h in day_hours)
    value = "/".join(f"{h:02}:00" for h in day_hours)
    english = " to ".join(_english_time(h % 24, 0, True) for h in day_hours)
    return figure(match, english, value, "time", times, kind="time")


def _time(text: str, match: re.Match[str], inherited: str = "", told: bool = False) -> _Time | None:
    part, more = match["part"] or inherited, match["more"] or ""
    h = 0 if match["h"] in "零〇" else 2 if match["h"] == "两" else number(match["h"])
    minute_text = match["min"] or match["min2"] or match["min3"] or ""
    minute = _QUARTERS.get(more, 0)
    if minute_text:
        minute = number(minute_text.lstrip("零") or "0")
    if not (0 <= h <= 24 and 0 <= minute <= 59) or not (told or _is_sure(text, match, part)):
        return None
    h = of_the_day(h, part)
    if match["sec2"]:
        seconds = match["sec2"]
        value = f"{h:02}:{minute:02}:{seconds}"
        written = f"{h}:{minute:02}:{seconds}"
        spent = (
            *((Fact("number", Fraction(h), "hours"),) if h else ()),
            Fact("number", Fraction(minute), "minutes"),
            Fact("number", Fraction(int(seconds)), "seconds"),
        )
        labels = {match.group(): None, value: None, written: None}
        ways = (*((Fact("label", text=label),) for label in labels), spent)
        return _Time(match.end(), 60 * h + minute, part, value, match.group(), ways)
    english = _english_time(h if not part else h % 24, minute, bool(part))
    if more in ("许", "左右") or match["about"]:
        english = f"around {english}"
    elif more in ("多", "过"):
        english = f"after {english}"
    value = f"{h % 24:02}:{minute:02}"
    if match["sec"]:
        value += f":{int(match['sec'][:-1]):02}"
    minutes = 60 * (h % 24) + minute
    return _Time(match.end(), minutes, part, value, english, ((Fact("time", Fraction(minutes)),),))


def of_the_day(h: int, part: str) -> int:
    """The hour of the day that ``h`` is in the named part of it: three in the afternoon, one at
    noon, twelve and one at night.
    """
    if part in _SMALL_HOURS and h == _NOON:
        return 0  # the next day
    if part in _AFTER_NOON and h < _NOON and not (part in _SMALL_HOURS and h <= _SMALL):
        return h + _NOON
    return h + _NOON if part in ("中午", "正午", "午") and 0 < h <= _SMALL else h


def _is_sure(text: str, match: re.Match[str], part: str) -> bool:
    """Whether it is a time: 3点 may be an item of a list, 3:2 a score."""
    mark, more = match["mark"], match["more"] or ""
    if mark == "点" and more == "多" and not match["min"]:  # 四点多起床
        return not _INDEX.search(text, max(0, match.start() - 4), match.start())
    if match["sec2"] and _OF_PARTS.search(text, max(0, match.start() - 12), match.start()):
        return False  # 三产比例调整为6:44:50
    if match["min2"] and not match["sec2"] and not match["part"]:
        before = text[max(0, match.start() - 4) : match.start()]
        if _PROPORTION.search(before) or is_score(text, match.start()):
            return False
        if _WON.search(before) and _WINS.match(text, match.end()):
            return False
        if (match["h"] == "24" and match["min2"] != "00") or _OF_A_SET.search(before):
            return False
        if _IN_A_SET.match(text, match.end()):
            return False
        return not text.startswith(("的比分", "的比例"), match.end())
    if mark == "点" and match["min3"]:
        exact = match["min3"][0] == "零" and not _AT.search(text, 0, match.start())
        return (
            bool(part)
            or not (match["min3"][0].isascii() or exact)
            or _SETS_OUT.match(text, match.end()) is not None
            or _TIMETABLE.search(text, max(0, match.start() - 5), match.start()) is not None
        )
    if mark == "点" and _TILL_HOUR.match(text, match.end()):
        return True
    if mark == "点" and not (part or match["min"] or more):
        if _RISING.match(text, match.end()):
            return True
        sure = match["h"][0].isascii() or number(match["h"]) > _SMALL
        if sure and _AT_HOUR.match(text, match.end()):
            return True
        if _ON_A_DAY.search(text, max(0, match.start() - 3), match.start()):
            return sure and not _NO_HOUR.match(text, match.end())
        if match["h"] in "零〇":
            until = _UNTIL.search(text, max(0, match.start() - 3), match.start())
            return bool(until and _AT_MIDNIGHT.match(text, match.end()))
        if _LATER_HOUR.fullmatch(match["h"]):
            if _BEFORE_THE_HOUR.match(text, match.end()):
                return not _INDEX.search(text, max(0, match.start() - 4), match.start())
            until = _UNTIL.search(text, max(0, match.start() - 3), match.start())
            return bool(until and _CLOSED.match(text, match.end()))
    if match["part"] in ("早", "晚") and not mark and not match["min2"]:
        return False
    if match["part"] in ("早", "晚") and match["h"] == "一" and not (match["min"] or more):
        return False  # 晚一点: a little later
    if mark == "点" and match["h"] == "24" and not match["min"]:
        return True
    sure = bool(part) or bool(match["min"] or match["min2"]) or more in ("半", "整", "一刻", "三刻")
    if mark == "时":
        explicit = match["h"][0] in "0123456789零〇" or (
            number(match["h"]) > _SMALL
            and _DAY_BEFORE.search(text, max(0, match.start() - 1), match.start()) is not None
            and (
                _ON_THE_HOUR.match(text, match.end()) is not None
                or _ON_THE_DAY.search(text, max(0, match.start() - 2), match.start()) is not None
            )
        )
        sure = sure or (explicit and not _NOT_CLOCK.match(text, match.end()))
    return (sure and bool(mark or match["min2"])) or mark == "点钟"


def _english_time(h: int, minute: int, halves: bool) -> str:
    if not halves:
        return f"{h}:{minute:02}"
    if minute == 0 and h in (0, 12):
        return "midnight" if h == 0 else "noon"
    minutes = f":{minute:02}" if minute else ""
    return f"{h % 12 or 12}{minutes} {'a.m.' if h < 12 else 'p.m.'}"
