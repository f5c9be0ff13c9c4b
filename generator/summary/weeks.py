"""Replace days that are told by the week with dates: 上周五, 本周末, 下周起, and 大前天, 去年同日.

If the day of the dateline is in the week before that of the paper, 本周六 may be of either, and
stays as it is. A week as a whole (上周成交) and a day of any week (周五) stay as they are.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.lexicon import cut
from generator.lexicon.time_words import (
    days_away,
    is_told_beside,
    is_week,
    weeks_away,
    years_away,
)
from generator.one_by_one import simplified
from generator.patterns import late_regex

_OF_WEEK = late_regex(
    r"(?P<week>上{1,2}[个個]?|本|[这這][个個]?|下{1,2}[个個]?)(?P<name>周|週|星期|礼拜|禮拜)"
    r"(?:(?P<day>[一二三四五六日天])(?![年岁歲期次至到、和与與]|以[来來])"
    r"|(?P<end>末)(?![一二三四五六])|(?P<since>起))"
)
_SIGNS = ("周", "週", "星期", "礼拜", "禮拜")
_FAR_DAY = late_regex(r"(?<![\d\u4e00-\u9fff])(?:大前天|大[后後]天)(?!门)(?=[\u4e00-\u9fff，])")
_SAME_DAY = late_regex(r"(?P<year>大前年|前年|去年|上年|明年)的?(?P<same>同日|同一天)")
# After the number that 五 is in 上周五家企业上市.
_COUNTED = frozenset("家大批个項项期次线成位名万千百十多度季款条座场类台辆艘架宗级本")
_NEAR = 8


def with_weekdays(text: str, when: date, printed: date) -> str:
    """Chinese ``text`` of the day ``when`` with days of weeks as dates; ``printed`` is the day of
    the paper."""
    if _monday(when) != _monday(printed) or not any(sign in text for sign in _SIGNS):
        return text
    return _OF_WEEK.sub(lambda found: _of_week(found, when), text)


def with_far_days(text: str, when: date) -> str:
    """Chinese ``text`` of the day ``when`` with 大前天, 去年同日 and the like as dates."""
    text = _FAR_DAY.sub(lambda found: _far_day(found, when), text)
    return _SAME_DAY.sub(
        lambda found: f"{when.year + years_away(found['year'])}年{found['same']}", text
    )


def _of_week(match: re.Match[str], when: date) -> str:
    place = match.string, *match.span()
    if is_told_beside(*place) or not is_week(*place):
        return match[0]
    monday = _monday(when) + timedelta(7 * weeks_away(match["week"]))
    if match["since"]:  # perhaps not from its Monday
        return f"{_spelled(monday)}当{match['name']}起" if match["name"] in "周週" else match[0]
    if match["end"]:
        return _span(monday + timedelta(5), monday + timedelta(6))
    if not _is_weekday(match):
        return match[0]
    return _spelled(monday + timedelta("一二三四五六日".find(match["day"].replace("天", "日"))))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _is_weekday(match: re.Match[str]) -> bool:
    """Whether 五 in 上周五 is not the beginning of 五家, 四大 or 三亚."""
    after = simplified(match.string[match.end() : match.end() + _NEAR])
    if after[:1] == "起":
        return after[:2] not in ("起火", "起事")
    if len(cut(match["day"] + after)[0]) > 1:
        return False
    return after[:1] not in _COUNTED or len(cut(after)[0]) > 1


def _far_day(match: re.Match[str], when: date) -> str:
    if is_told_beside(match.string, *match.span()):
        return match[0]
    return _spelled(when + timedelta(days_away(match[0])))


def _span(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{_spelled(first)}至{_spelled(last)}"
    month = "" if first.month == last.month else f"{last.month}月"
    return f"{_spelled(first)}至{month}{last.day}日"


def _spelled(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
