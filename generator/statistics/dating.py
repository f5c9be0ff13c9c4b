"""The period of a figure: by its sentence, by the heads of its table, by what the text says
before."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.bases import Then, is_base, then_of, without_bases
from generator.statistics.carried import Course, is_within
from generator.statistics.events import is_event
from generator.statistics.label import Label
from generator.statistics.listed_times import month_of_heading
from generator.statistics.moments import END_OF_ITS_YEAR
from generator.statistics.period import months_of, period, speaks_of_time
from generator.statistics.places import Place
from generator.statistics.spans import Period, end_of

_COMPARED = late_regex(
    r"(?:[（(][^（）()]{0,24}[）)])?[，,（(](?:首次[^，。；]{2,18}[，,])?"
    r"(?:按(?:不变|可比)|同比|比(?:上|去)年|较(?:上|去)年|扣除|实际增|增长|成长|下降|减少|[增减降][0-9]|年[增减])"
)
# What a figure is of after these is a rate, or a change since another time than the one told.
_OF_ANY_YEAR = late_regex(
    r"(?:年(?:产|均|税|营|销|交易|加工|处理|利用|节|减|发电|供|吞吐|出栏|屠宰|接待)|每年|达产|投产后)[^，。；]{0,8}\Z"
)
_CHANGED_SINCE = late_regex(
    r"[比较](?:年初|[上去今]年[末底初]|上?年同期|上个?[月季]度?[末底初]?|月初|同期)[^，。；]{0,4}[增减升降新净][^，。；]{0,3}\Z"
)
_EACH = late_regex("分别|依次|各")
_LEVEL = late_regex(
    r"[由从](?:[^，。；0-9]{0,10}\Z|[^，。；]{0,10}[0-9][^，。；]{0,14}[升增提涨降减缩跌][^，。；0-9]{0,3}[到至为]\s?\Z)"
)
_NEAR = 14
# 全年 alone: before March the last year, after September this one.
_STATISTICS, _STATISTICS_END = 3, 9


def time_of(place: Place, label: Label | None, planned: bool, course: Course) -> Period:
    """The period of the figure at ``place`` in an article with this ``course``; a time that is told
    elsewhere does not hold for a ``planned`` figure."""
    if place.row < 0 and (then := then_of(place.sentence[: place.start])):
        return _of_then(place, label, then, course)
    if place.row < 0 and place.kind != "percent" and is_base(place.sentence[: place.start]):
        return Period()
    when = _told(place, course)
    if not when.year and not planned:
        when = _carried(place, label, when, course)
    if not when.year and place.row < 0 and months_of(place.sentence[: place.start]) == "01/12":
        when = _whole_year(place, planned, course)
    if place.row < 0 and place.kind != "percent" and _describes(place):
        when = Period(when.year if when.span != "now" else 0, _whole(when))
    if when.span and place.row < 0 and (_is_of_no_day(place, when) or _is_of_one(place, when)):
        when = Period()
    city_wide = label is not None and label.whole
    if place.row < 0 and not city_wide:
        before = place.sentence[: place.start]
        return Period() if is_event(before, known=label is not None) else when
    return when


def _whole_year(place: Place, planned: bool, course: Course) -> Period:
    """The year that 全年 alone means: in January and February, when yearly statistics are
    published, the last one, for a target this one; from March to September it is not certain."""
    if not course.is_of_year(place):
        return Period()
    if planned or course.month > _STATISTICS_END:
        return Period(course.year, "01/12")
    return Period(course.year - 1, "01/12") if 0 < course.month < _STATISTICS else Period()


def _describes(place: Place) -> bool:
    """Whether a figure describes a thing, which has it at any time: 6月，全长38.6公里的绿道贯通."""
    return place.sentence.startswith("的", place.end)


def _whole(when: Period) -> str:
    """The months of a whole year, or of its first ones."""
    return when.months if when.months.startswith("01/") and not when.span else ""


def _is_of_one(place: Place, when: Period) -> bool:
    """Whether a figure after several years is one of a list, each of which may be of one of them:
    近三年分别增长13%、12%、11%, or a level from which or to which something rose."""
    if when.span not in ("since", "years"):
        return False
    if _LEVEL.search(place.sentence[: place.start]):
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


def _carried(place: Place, label: Label | None, when: Period, course: Course) -> Period:
    """The period of a figure whose own sentence does not tell it, by what the text says before."""
    before = place.sentence[: place.start]
    said = " ".join((before, place.column_head, *place.headings)) if place.row >= 0 else before
    months = months_of(before) if place.row < 0 else ""
    plain = without_bases(said)
    if speaks_of_time(END_OF_ITS_YEAR.sub("", plain)) and not months:
        return when
    # A figure that is compared with the year before is of a period, as statistics are.
    compared = place.row < 0 and bool(_COMPARED.match(place.sentence[place.end :]))
    found = course.time_of(place, of_period=compared or (label is not None and label.whole))
    if months:
        return Period(found.year, months) if found.year else when
    if END_OF_ITS_YEAR.search(before) and place.row < 0:
        return end_of(found)
    return found


def _of_then(place: Place, label: Label | None, then: Then, course: Course) -> Period:
    """The period of a figure after 去年同期: the months told before it, of the year before."""
    if then.passed:
        # The figure of a later clause may be of either year, unless the clause says.
        own = place.sentence[: place.start].rsplit("，", 1)[-1]
        return period(own, course.year, course.month) if speaks_of_time(own) else Period()
    base = period(then.before, course.year, course.month)
    if not base.year and not speaks_of_time(without_bases(then.before)):
        base = course.time_of(place, of_period=True)
    if not base.months:
        return Period()
    if then.year[0] in "去上":
        year = course.year - 1 if then.year[0] == "去" else base.year - 1
        return Period(year, base.months) if year == base.year - 1 else Period()
    return Period(int(then.year[:4]), base.months)


def _told(place: Place, course: Course) -> Period:
    """The period of a figure, by its sentence or by the headings above it."""
    before, year, month = place.sentence[: place.start], course.year, course.month
    if place.row < 0:
        found = period(before, year, month)
        if not found.year and speaks_of_time(before) and course.is_of_year(place):
            found = period(before, year, month, loose=True)
        elif found.year and is_within(place.sentence) and months_of(before):
            found = found if course.is_of_year(place) else Period()
        if found.year or not place.headings or period(before, year) != Period():
            return found
        return period(place.headings[0], year, month)
    for words in (" ".join((before, *place.headings)), before, *place.headings):
        found = period(words, year, month)
        if found.months:
            return found
        if found.year:
            single = _single_month(place, found.year, 0)
            return single if single.year == found.year else found
    return _single_month(place, year, month)


def _single_month(place: Place, year: int, month: int) -> Period:
    for heading in place.headings:
        found = month_of_heading(heading, year, month)
        if found.months:
            return found
    return Period()
