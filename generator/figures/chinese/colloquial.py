"""Reads colloquial periods and ages: 一刻钟, 两分多钟, 二十又三年, 六十有三, 八旬老人, 年过半百.

Readers take text in normal form and a place, and return the figure that begins there, or None.
"""

from __future__ import annotations

import msgspec

from generator.figures.chinese.compound_common import NUMBER, compound_figure, is_pair, value_of
from generator.figures.chinese.patterns import PREFIX
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex

_OF_AN_HOUR = {
    15: ("quarter of an hour", "quarter hour"),
    30: ("half an hour", "half hour"),
    45: ("three quarters of an hour",),
}
_QUARTERS = late_regex(r"(?P<n>[一两二三1-3])刻钟")
# 延误两小时四十
_HOURS_AND = late_regex(
    rf"(?P<h>{NUMBER})(?:个?小时|个钟头)(?:(?P<m>[0-5][0-9]|[二三四五]?十[一二三四五六七八九]?)(?=[，。；、）才就]|\\Z|左右)"
    rf"|零?(?P<quarters>[一三1-3])刻(?:钟|(?=[，。；、）才就]|\\Z)))"
)
# 判八年十月
_SENTENCE = late_regex(
    r"(?P<y>[1-9]|1[0-9]|2[0-5]|二?十?[一二两三四五六七八九]|二?十)年(?P<m>[1-9]|1[01]|十一?|[一二三四五六七八九])月(?![0-9一二三四五六七八九十])"
)
_JAILED = late_regex("(?:判|刑|徒刑|入狱|服刑|囚|监禁)[^，。；]{0,8}\\Z")
# 六十有三, 二十又三年, 年过半百
_YEARS_AND_ONES = late_regex(
    "(?P<ten>[一二三四五六七八九]?十)[有又](?P<one>[一二三四五六七八九])[年载]"
)
_AND_ONES = late_regex(
    "(?P<ten>[二三四五六七八九]十)有(?P<one>[一二三四五六七八九])(?=岁|[，。；、）]|才|仍|还|的|\\Z)岁?"
)
_FIFTY = late_regex("(?:年[过逾近届])?半百(?=的|[，。；、）]|仍|还|之|老|\\Z)")
# 六旬老汉, 年近八旬: not 上旬.
_AGE = late_regex(
    rf"(?P<prefix>{PREFIX}|过|届)?(?P<n>[四五六七八九4-9])旬(?=老|翁|妇|夫|母|父|高龄|奶|爷|大|阿|退|婆|公|艺|匠|村|农|党|教|院|的|[，。、；]|之|$)"
)
# 个把小时: about one
_ABOUT_ONE = late_regex("个把(?P<u>小时|钟头|月|星期)")
_ONE_OF = {
    "小时": ("hour", "hours"), "钟头": ("hour", "hours"), "月": ("month", "months"),
    "星期": ("week", "weeks"),
}  # fmt: skip
# 两分多钟
_MINUTES_AND_MORE = late_regex(rf"(?P<a>{NUMBER})分(?:多|来)钟")

# 晚点二十六分: minutes by which something is late, early or faster.
_LATE = late_regex(
    r"(?P<a>[0-9]{1,3}|[一二三四五六七八九十两]{1,3})分(?![之钟秒别成数组批头歧期裂])"
)
_BY = late_regex(
    r"(?:晚[点到]|停[靠留车]?|歇|休息|[误誤]点|[迟遲]到|早到|提前|提早|推[迟遲]|延[迟遲误誤]|耽[搁擱误誤]|缩短|[快慢]|[焖煮蒸炒烤炖煎焯烫炸]|相差|补时|加时|補時|加時)了?(?:约|近|仅|只|达|将近)?\Z"
)
_OF_POINTS = late_regex(
    "比分|分差|差距|[领領]先|落后|得分|比赛|[积積]分|段位|冠[军軍]|[亚亞][军軍]|[两兩]队[仅只]?相差|排名|榜首"
)


def read_minutes_late(text: str, at: int) -> Figure | None:
    """``晚点二十六分``: 26 minutes late."""
    if not text[at].isdigit() and text[at] not in "一二三四五六七八九十两":
        return None
    late = _LATE.match(text, at)
    before = text[max(0, at - 16) : at]
    if not late or not _BY.search(before) or _OF_POINTS.search(text):
        return None
    minutes = value_of(late["a"])
    if not minutes or is_pair(late["a"]):
        return None
    name = "minute" if minutes == 1 else "minutes"
    return compound_figure(late, f"{minutes} {name}", minutes, "minutes", "duration")


_NEAR = 8


def _in_prison(text: str, at: int) -> Figure | None:
    """``判八年十月``: 106 months."""
    match = _SENTENCE.match(text, at)
    if not match or not _JAILED.search(text, max(0, at - 12), at):
        return None
    years, months = value_of(match["y"]), value_of(match["m"])
    apart = (Fact("number", years, "years"), Fact("number", months, "months"))
    english = f"{years} years {months} months"
    return compound_figure(match, english, 12 * years + months, "months", "duration", apart)


def read_colloquial(text: str, at: int) -> Figure | None:
    """``一刻钟``: a quarter of an hour; ``八旬``: eighty years of age."""
    near = text[at : at + _NEAR]
    if ("时" in near or "头" in near) and (lasting := _HOURS_AND.match(text, at)) is not None:
        hours, minutes = value_of(lasting["h"]), value_of(lasting["m"])
        minutes = minutes or 15 * value_of(lasting["quarters"])
        if 0 < minutes < 60 and not is_pair(lasting["m"] or ""):
            english = f"{hours} hour{'' if hours == 1 else 's'} {minutes} minutes"
            apart = (Fact("number", hours, "hours"), Fact("number", minutes, "minutes"))
            total = 60 * hours + minutes
            return compound_figure(lasting, english, total, "minutes", "duration", apart)
    if "年" in near and (sentence := _in_prison(text, at)) is not None:
        return sentence
    match = _QUARTERS.match(text, at)
    if match:
        minutes = 15 * value_of(match["n"])
        alternatives = tuple((Fact("label", text=words),) for words in _OF_AN_HOUR[int(minutes)])
        return compound_figure(
            match, f"{minutes} minutes", minutes, "minutes", "duration", *alternatives
        )
    if (more := _MINUTES_AND_MORE.match(text, at)) is not None:
        minutes = value_of(more["a"])
        figure = compound_figure(
            more, f"more than {minutes} minutes", minutes, "minutes", "duration"
        )
        return msgspec.structs.replace(figure, qualifier="more than", bound=1)
    if (about := _ABOUT_ONE.match(text, at)) is not None:
        one, many = _ONE_OF[about["u"]]
        said = compound_figure(
            about, f"about one {one}", value_of("一"), many, "duration", (Fact("label", text=one),)
        )
        return msgspec.structs.replace(said, qualifier="about", optional=True)
    if (lasted := _YEARS_AND_ONES.match(text, at)) is not None:
        years = value_of(lasted["ten"]) + value_of(lasted["one"])
        return compound_figure(lasted, f"{years} years", years, "years", "duration")
    if (aged := _AND_ONES.match(text, at)) is not None:
        years = value_of(aged["ten"]) + value_of(aged["one"])
        return compound_figure(aged, f"{years} years old", years, "years old", "measure")
    match = _AGE.match(text, at) or _FIFTY.match(text, at)
    if not match or text[max(0, at - 1) : at] in ("上", "中", "下", "每"):
        return None
    years = 10 * value_of(match.groupdict().get("n", "五"))
    decade = (Fact("decade", 1900 + years),)  # in his eighties
    figure = compound_figure(match, f"{years} years old", years, "years old", "measure", decade)
    return msgspec.structs.replace(figure, optional=True)
