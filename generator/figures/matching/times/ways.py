"""The ways in which English tells a time or an ordinal in other words, by kind of figure: days,
periods, ranges and spans, the plan before, 第二轮 "goes back".
"""

from __future__ import annotations

from collections.abc import Callable

from generator.figures.matching.times.days import (
    as_days_later,
    as_end_of_year,
    as_part_of_month,
    as_start_of_month,
)
from generator.figures.matching.times.elapsed import (
    as_days_between,
    as_length_of_days,
    as_months_until,
    as_so_far_this_year,
    as_start_by_length,
    as_turn_of_month,
    as_years_of_plan,
    as_years_of_range,
)
from generator.figures.matching.times.of_article import (
    as_day_of_report,
    as_month_so_far,
    as_year_of_article,
)
from generator.figures.matching.times.parts_of_day import as_part_of_day, as_whole_day
from generator.figures.matching.times.periods import (
    as_after_another,
    as_base,
    as_length_and_end,
    as_months_in_a_row,
    as_rest_of_year,
    as_this_period,
    by_its_base,
)
from generator.figures.matching.times.ranges import (
    as_end_and_length,
    as_length_of_range,
    as_year_of_weeks,
)
from generator.figures.matching.times.spans import (
    as_before_next_year,
    as_feast,
    as_hours,
    as_hours_a_day,
    as_months_of_range,
    as_new_year,
)
from generator.figures.matching.times.texts import Place, Times
from generator.figures.shared.figure import Figure
from generator.patterns import late_regex


def told_time(figure: Figure, times: Times) -> Place:
    """The place of the words that tell the ``figure``; an empty one if it may be left out."""
    for way in _WAYS.get(figure.kind, ()):
        place = way(figure, times)
        if place is not None:
            return place
    return None


_PLAN = late_regex(
    r"(?i:\b(?:the\s)?(?:previous|preceding|prior|last)\s(?:five|5)[\s-]years?(?:\splan)?(?:\speriod)?\b"
    r"|\b(?:the\s)?(?:previous|preceding|prior|last)\splan(?:\speriod)?\b|\bthe\s(?:five|5)[\s-]years?\s(?:earlier|before(?:\sthat)?)\b)"
)


def _as_plan_before(figure: Figure, times: Times) -> Place:
    """“十三五”时期 beside “十四五”: the previous five-year plan period."""
    n = int(figure.value) if figure.value.isdigit() else 0
    if not any(f.kind == "plan" and f.value == str(n + 1) for f in times.figures):
        return None
    found = _PLAN.search(times.english)
    return found.span() if found else None


_AGAIN = late_regex(
    r"(?i:\b(?:again|another|returns?|returning|resum\w+|back\s(?:on|in|to|for)|next|further|only\sone\sother"
    r"|one\sother)\b)"
)
_ROUNDS = late_regex("第[二2](?:轮|批|次|届|期|站|场|季)")


def _as_another(figure: Figure, times: Times) -> Place:
    """第二轮巡演将于明年启动: goes back on the road; 第二个: only one other has done so."""
    if figure.value != "2":
        return None
    if _ROUNDS.match(times.text, figure.start) and _TO_COME.match(times.text, figure.end):
        found = _AGAIN.search(times.english)
        return found.span() if found else None
    if _AFTER_FIRST.match(times.text, figure.start) and _FIRST.search(times.text, 0, figure.start):
        found = _NEXT.search(times.english)
        if found:
            return found.span()
    found = _ONE_OTHER.search(times.english) if figure.source.endswith(("个", "家", "座")) else None
    return found.span() if found else None


# 首月…第二个月: in the first month, in the next
_AFTER_FIRST = late_regex("第[二2](?:个?[年月周天日]|个?季|轮|期|批|场|阶段)")
_FIRST = late_regex("首[年月周日季轮期批场]|第一|头一?个")
_NEXT = late_regex(r"(?i:\bthe\s(?:next|following)\b(?!\s(?:two|three|few|several|[0-9])))")
_TO_COME = late_regex("[^，。；]{0,14}[将拟]")
_ONE_OTHER = late_regex(r"(?i:\bonly\sone\sother\b|\bone\sof\sonly\stwo\b|\bonly\stwo\b)")

# 三期临床: a late-stage trial
_TRIAL = late_regex("(?:第?[一二三]|[I]{1,3}|[ⅠⅡⅢ])期(?:临床|试验)|临床")
_STAGES = {
    "1": late_regex(r"(?i:\bearly[\s-]stage\b)"),
    "2": late_regex(r"(?i:\bmid(?:dle)?[\s-]stage\b)"),
    "3": late_regex(r"(?i:\b(?:late|final|last)[\s-]stage\b)"),
}


def _as_stage_of_trial(figure: Figure, times: Times) -> Place:
    """三期临床试验: a late-stage trial."""
    said = _STAGES.get(figure.value)
    if said is None or "期" not in figure.source or not _TRIAL.search(times.text):
        return None
    found = said.search(times.english)
    return found.span() if found else None


_Way = Callable[[Figure, Times], Place]
_WAYS: dict[str, tuple[_Way, ...]] = {
    "date": (
        as_days_later, as_part_of_month, as_end_of_year, as_start_of_month, as_end_and_length,
        as_hours, as_months_of_range, as_feast, as_length_of_days, as_before_next_year,
        as_day_of_report,
    ),
    "time": (as_whole_day, as_hours, as_hours_a_day, as_part_of_day),
    "period": (
        as_rest_of_year, as_length_and_end, as_this_period, as_base, by_its_base,
        as_months_until, as_months_in_a_row, as_after_another, as_before_next_year, as_new_year,
        as_start_by_length, as_turn_of_month, as_so_far_this_year, as_years_of_range,
        as_year_of_article, as_month_so_far,
    ),
    "duration": (as_length_of_range, as_days_between, as_year_of_weeks),
    "plan": (_as_plan_before, as_years_of_plan),
    "ordinal": (as_length_and_end, _as_another, _as_stage_of_trial),
}  # fmt: skip
# The kinds of figures that may be told in other words.
TOLD = frozenset(_WAYS)
