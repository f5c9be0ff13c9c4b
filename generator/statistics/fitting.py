"""Whether the time that a sentence tells can be that of a figure in it."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.places import Place
from generator.statistics.spans import Period

# What a figure is of after these is a rate, or a change since another time than the one told.
_OF_ANY_YEAR = late_regex(
    r"(?:年(?:产|均|税|营|销|交易|加工|处理|利用|节|减|发电|供|吞吐|出栏|屠宰|接待)|每年|达产|投产后)[^，。；]{0,8}\Z"
)
_CHANGED_SINCE = late_regex(
    r"[比较](?:年初|[上去今]年[末底初]|上?年同期|上个?[月季]度?[末底初]?|月初|同期)[^，。；]{0,4}[增减升降新净][^，。；]{0,3}\Z"
)
_EVERY_YEAR = late_regex(r"每年[^，。；]{0,8}\Z")
_EACH = late_regex("分别|依次|各")
_LEVEL = late_regex(
    r"[由从](?:[^，。；0-9]{0,10}\Z|[^，。；]{0,10}[0-9][^，。；]{0,14}[升增提涨降减缩跌][^，。；0-9]{0,3}[到至为]\s?\Z)"
)
_NEAR = 14
_NOUN = late_regex(r"[\u4e00-\u9fff]")


def fitting(place: Place, when: Period, *, planned: bool) -> Period:
    """The time ``when`` that the sentence of ``place`` tells, as far as it can be that of the
    figure there."""
    if place.kind != "percent" and _describes(place):
        when = Period(when.year if when.span != "now" else 0, _whole(when))
    if when.span == "now" and planned:
        return Period()  # 目前…目标是
    if when.span and (_is_of_no_day(place, when) or _is_of_one(place, when)):
        return Period()
    return when


def _describes(place: Place) -> bool:
    """Whether a figure describes a thing, which has it at any time: 6月，全长38.6公里的绿道贯通,
    签订的2.4万亩订单."""
    before, after = place.sentence[: place.start], place.sentence[place.end :]
    return after.startswith("的") or (before.endswith("的") and bool(_NOUN.match(after)))


def _whole(when: Period) -> str:
    """The months of a whole year, or of its first ones."""
    return when.months if when.months.startswith("01/") and not when.span else ""


def _is_of_one(place: Place, when: Period) -> bool:
    """Whether a figure after several years is one of a list, each of which may be of one of them:
    近三年分别增长13%、12%、11%, or a level from which or to which something rose."""
    if when.span not in ("since", "years"):
        return False
    before = place.sentence[: place.start]
    if _LEVEL.search(before) or (place.kind != "percent" and _EVERY_YEAR.search(before)):
        return True
    head = place.sentence[: place.listed[2]]
    return place.listed[1] > 1 and bool(_EACH.search(head))


def _is_of_no_day(place: Place, when: Period) -> bool:
    """Whether a figure after the time of a day is not of that day: what is produced in any year
    (目前…年产值58亿元), and a change since another time (8月末…比年初增加520亿元)."""
    before = place.sentence[: place.start]
    if when.span not in ("now", "day", "end"):
        return False
    changed = place.kind != "percent" and _CHANGED_SINCE.search(before)
    return bool(changed or _OF_ANY_YEAR.search(before[-_NEAR:]))
