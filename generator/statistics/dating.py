"""The period of a figure: by its sentence, by the heads of its table, by what the text says
before."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.statistics.bases import Then, is_base, then_of, without_bases
from generator.statistics.carried import Course, is_within
from generator.statistics.events import is_event
from generator.statistics.fitting import fitting
from generator.statistics.label import Label
from generator.statistics.listed_times import month_of_heading
from generator.statistics.moments import END_OF_ITS_YEAR
from generator.statistics.period import months_of, period, speaks_of_time
from generator.statistics.places import CORE, Place
from generator.statistics.spans import Period, end_of, not_to_come

_COMPARED = late_regex(
    r"(?:[（(][^（）()]{0,24}[）)])?[，,（(](?:首次[^，。；]{2,18}[，,])?"
    r"(?:按(?:不变|可比)|同比|比(?:上|去)年|较(?:上|去)年|扣除|实际增|增长|成长|下降|减少|[增减降][0-9]|年[增减])"
)
_CLAUSE = late_regex(r"[，；：]")
# A target until a day, and what there is so far.
_TARGET = late_regex(
    r"(?:年|月|日|节|假期|季度|[末底])[以之]?前(?:\Z|[^，。；]{0,12}[将要须需拟力])|[末底][^，。；]{0,14}[将要须需拟力达]"
    r"|[末底]\Z"
)
_SO_FAR = late_regex(r"[^，。；0-9]{0,8}?(?:现[有为存已]|已|目前|如今|累计已)")
_SENTENCE_END = late_regex(r"[。！？；\n]")
# 全年 alone: before March the last year, after September this one.
_STATISTICS, _STATISTICS_END = 3, 9


def time_of(place: Place, label: Label | None, planned: bool, course: Course) -> Period:
    """The period of the figure at ``place`` in an article with this ``course``; a time that is told
    elsewhere does not hold for a ``planned`` figure."""
    found = _time_of(place, label, planned, course)
    if planned or place.row >= 0:
        return found
    if _is_before_target(place, found):
        return Period()
    return not_to_come(found, course.year, course.month)


def _is_before_target(place: Place, when: Period) -> bool:
    """Whether the time ``when`` is that of a target which the sentence tells before: 到6月底将达
    386公里，现有312公里; 春节前将投放3亿元，已投放1亿元."""
    *before, own = _CLAUSE.split(place.sentence[: place.start])
    if when.span != "end" and (when.is_told or not when.year):
        return False
    if not any(_TARGET.search(clause) for clause in before) or not CORE.search("，".join(before)):
        return False
    return bool(_SO_FAR.match(own)) and not speaks_of_time(_SO_FAR.sub("", own))


def _time_of(place: Place, label: Label | None, planned: bool, course: Course) -> Period:
    if place.row < 0 and (then := then_of(place.sentence[: place.start])):
        return _of_then(place, label, then, course)
    if place.row < 0 and place.kind != "percent" and is_base(place.sentence[: place.start]):
        return Period()
    when = _told(place, course)
    if not when.year and not planned:
        when = _carried(place, label, when, course)
    if not when.year and place.row < 0 and _tells_whole_year(place, label):
        when = _whole_year(place, planned, course)
    if place.row < 0:
        when = fitting(place, when, planned=planned)
    city_wide = label is not None and label.whole
    if place.row < 0 and not city_wide:
        before = place.sentence[: place.start]
        return Period() if is_event(before, known=label is not None) else when
    return when


def _tells_whole_year(place: Place, label: Label | None) -> bool:
    """Whether the clause of a figure, or the sentence that goes on in its own, tells 全年 alone."""
    before = place.sentence[: place.start]
    if "全年" in (months := (before, _CLAUSE.split(before)[-1]))[0]:
        return any(months_of(words) == "01/12" for words in months)
    sentences = [one for one in _SENTENCE_END.split(place.until) if one]
    goes_on = is_within(place.sentence) or (label is not None and label.whole)
    return bool(
        goes_on
        and sentences
        and not speaks_of_time(without_bases(before))
        and months_of(sentences[-1]) == "01/12"
    )


def _whole_year(place: Place, planned: bool, course: Course) -> Period:
    """The year that 全年 alone means: in January and February, when yearly statistics are
    published, the last one, for a target this one; from March to September it is not certain."""
    if not course.is_of_year(place):
        return Period()
    if planned or course.month > _STATISTICS_END:
        return Period(course.year, "01/12")
    return Period(course.year - 1, "01/12") if 0 < course.month < _STATISTICS else Period()


def _carried(place: Place, label: Label | None, when: Period, course: Course) -> Period:
    """The period of a figure whose own sentence does not tell it, by what the text says before."""
    before = place.sentence[: place.start]
    said = " ".join((before, place.column_head, *place.headings)) if place.row >= 0 else before
    months = months_of(before) if place.row < 0 else ""
    plain = without_bases(said.replace("累计", "") if place.row < 0 else said)
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
    before, table = place.sentence[: place.start], place.row >= 0
    said = " ".join((before, *place.headings)) if table else before
    year, month = course.date_for(said, table=table)
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
        if found.is_told:
            return found
        if found.year:
            single = _single_month(place, found.year, 0)
            return single if single.year == found.year else found
    single = _single_month(place, year, month)
    if single.year:
        return single
    # 三季度 and 10月末 of a table without a year are the last ones.
    loose = (period(words, year, month, loose=True) for words in place.headings)
    return next((one for one in loose if one.is_told), Period())


def _single_month(place: Place, year: int, month: int) -> Period:
    for heading in place.headings:
        found = month_of_heading(heading, year, month)
        if found.months:
            return found
    return Period()
