"""Points of time that English tells by a length: 比2019年末 beside 2024年末 "in five years",
由3月末…降至9月末 "in the six months to the end of September", 5月12日至25日 "a 14-day tour"; and
the length left out that two stated days show. All are exact by the calendar.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.english.stated import Stated
from generator.figures.matching.times.days import day_distances, day_of
from generator.figures.matching.times.ranges import ends_of_range
from generator.figures.matching.times.texts import Place, Times, count, words
from generator.figures.shared.figure import Figure
from generator.months import MONTHS
from generator.patterns import late_regex

_POINT = late_regex(
    r"(?P<y>[0-9]{4})(?:-(?P<m>[0-9]{2}))?\Z|--(?P<m2>[0-9]{2})\Z|(?:(?P<y3>[0-9]{4})-)?Q(?P<q>[1-4])\Z"
)
_BASE = late_regex(
    r"(?:[比较從由自从与跟]|相比|相较|[至到]由)(?:原定的?|原计划的?|此前的?|[^，。；0-9]{0,4})?\Z"
)
_MIDDLE, _END = late_regex("年?年中"), late_regex("年?年?[底末]")
_LONGEST = 60
_BEFORE = (
    r"\b(?:in|over|within|during|after|for|by)\s"
    r"(?:(?:the|just|only|about|around|some|roughly|these|those|past|last|a|total|of)\s)*"
)
_AFTER = r"\s(?:before(?:hand)?|earlier|previously|prior|ago|later|late|on|after|behind)\b"


def _months(figure: Figure, text: str) -> tuple[str, int] | None:
    """The form of a point of time, and its number in months."""
    found = _POINT.match(figure.value) if figure.kind == "period" else None
    if found is None:
        return None
    year = int(found["y"] or found["y3"] or 0)
    month = int(found["m"] or found["m2"] or 3 * int(found["q"] or 0))
    if not month and _MIDDLE.match(text, figure.end - 1):
        month = 6
    elif not month and (figure.source[-1] in "底末" or _END.match(text, figure.end)):
        month = 12
    form = f"{'year' if year else ''}{'month' if month else ''}"
    return form, 12 * year + month


def _lengths(months: int) -> str:
    """A pattern of the length."""
    names = [rf"{count(months)}[\s-]months?"]
    if months % 12 == 0:
        years = months // 12
        names.append(rf"{count(years)}[\s-]years?" if years > 1 else r"(?:a|one)[\s-]year")
    if months == 6:
        names += [r"half\sa\syear", r"half[\s-]year", r"half"]
    if months % 3 == 0:
        names.append(rf"{count(months // 3)}\squarters?")
    if months in (18, 30, 42):
        names.append(
            rf"{count(months // 12)}[\s-]"
            r"(?:and[\s-]a[\s-]half[\s-]years|years?[\s-]and[\s-]a[\s-]half)"
        )
    if months == 120:
        names.append("(?:a|one)[\\s-]decade")
    return "(?:" + "|".join(names) + ")"


def as_start_by_length(figure: Figure, times: Times) -> Place:
    """比2019年末: in five years, if the English has the end."""
    own = _months(figure, times.text)
    if own is None or not _BASE.search(times.text, max(0, figure.start - 8), figure.start):
        return None
    for other in times.kept:
        end = _months(other, times.text)
        if end is None or end[0] != own[0] or not 0 < end[1] - own[1] <= 12 * _LONGEST:
            continue
        length = _lengths(end[1] - own[1])
        found = words(rf"{_BEFORE}{length}\b|\b{length}{_AFTER}").search(times.english)
        if found:
            return found.span()
    return None


_YEARS = late_regex(r"(?P<y>[0-9]{4})/(?P<y2>[0-9]{4})\Z")
_GROWN = late_regex("[增减升降涨跌提]|扩大|缩小|回落|翻")
_IN_ALL = late_regex("累计|[共总]|平均|年均|每年|完成|投资|实施|连续")


def as_years_of_range(figure: Figure, times: Times) -> Place:
    """2018年至2023年增加: in the five years to 2023; 累计投资: in the six."""
    found = _YEARS.match(figure.value)
    if found is None:
        return None
    apart = int(found["y2"]) - int(found["y"])
    grown, whole = _GROWN.search(times.text), _IN_ALL.search(times.text)
    lengths = {apart, apart + 1} if bool(grown) == bool(whole) else {apart + bool(whole)}
    names = "|".join(count(n) for n in sorted(lengths) if n > 1)
    said = words(
        rf"\b(?:{names})[\s-]years?\s(?:that\s)?(?:to|through|until|up\sto|end(?:ed|ing))\s"
        rf"(?:the\send\sof\s)?{found['y2']}\b"
    ).search(times.english)
    return said.span() if said and names else None


_AT_END = late_regex(
    '(?:规划|计划|时期|期间|期)?[”"」』]?(?:规划|计划|时期|期间|期)?(?:[末底]|收官|结束|期满|完成)'
)
_PLAN_BEGINS, _PLAN = 1951, 5


def as_years_of_plan(figure: Figure, times: Times) -> Place:
    """“十四五”时期: the five years to 2025, the plan that ends in 2025; 十四五末: by 2025."""
    n = int(figure.value) if figure.value.isdigit() else 0
    first = _PLAN_BEGINS + _PLAN * n
    last = first + _PLAN - 1
    five = r"(?:five|5)[\s-]years?(?:[\s-]plan)?(?:\speriod)?"
    names = (
        rf"\b{five},?\s(?:(?:that|which)\s)?(?:to|through|until|up\sto|end(?:s|ed|ing)?(?:\sin)?)\s"
        rf"(?:the\send\sof\s)?{last}\b"
        rf"|\b{five}\s(?:from|start(?:ing|s|ed)?(?:\sin)?|beg[iau]n(?:ning|s)?(?:\sin)?)\s"
        rf"(?:the\sstart\sof\s)?{first}\b"
    )
    if _AT_END.match(times.text, figure.end):
        names += rf"|\b(?:end\sof|by|in|until|before\sthe\send\sof|end-|late)[\s-]?{last}\b"
    found = words(names).search(times.english)
    return found.span() if found else None


_STOCK = late_regex("(?:年初|[上去]年[末底]|[上去]年12月[末底])")
_MONTH = late_regex(r"(?:[0-9]{4}-|--)(?P<m>[0-9]{2})\Z")
_QUARTER = late_regex(r"(?:[0-9]{4}-)?Q(?P<q>[1-4])\Z")
_SINCE_JANUARY = (
    r"\b(?:in|over|within|during|after)\s(?:the\s|just\s|only\s|these\s)*{0}\smonths\b"
    r"(?!\s(?:from|before|ago|earlier|of)\b|\sto\s(?:the\s|end|late|mid|early|{1}))|\b{0}\smonths\s(?:before|earlier|ago|on)\b"
)


def as_months_until(figure: Figure, times: Times) -> Place:
    """9月末…比年初增加: in the first nine months, in nine months."""
    last = _last_month(figure)
    if not last or not _at_end(times.text, figure) or not _STOCK.search(times.text):
        return None
    span = 100 + last
    for one in times.stated:
        if any(fact.kind == "span" and fact.value == span for fact in one.facts):
            return (one.start, one.end)
    found = words(_SINCE_JANUARY.format(count(last), "|".join(MONTHS))).search(times.english)
    return found.span() if found else None


def _last_month(figure: Figure) -> int:
    """The month, or the last one of the quarter or half; 0 for another figure."""
    if found := _MONTH.match(figure.value):
        return int(found["m"])
    if found := _QUARTER.match(figure.value):
        return 3 * int(found["q"])
    return 6 if figure.value.endswith("H1") else 0


def is_months_until(stated: Stated, figures: Sequence[Figure], text: str) -> bool:
    """截至10月末…比年初增加: the growth in ten months."""
    months = next((f.value for f in stated.facts if f.unit == "months"), None)
    return (
        months is not None
        and _STOCK.search(text) is not None
        and any(
            figure.kind == "period" and _last_month(figure) == months and _at_end(text, figure)
            for figure in figures
        )
    )


def _at_end(text: str, figure: Figure) -> bool:
    return figure.source[-1] in "末底" or text.startswith(("末", "底"), figure.end)


def as_turn_of_month(figure: Figure, times: Times) -> Place:
    """截至10月底: as November began; 1日 of a month: at its start."""
    last = _last_month(figure)
    if not last or not _at_end(times.text, figure) or times.said("date"):
        return None
    following = MONTHS[last % 12]
    found = words(
        rf"\b(?:as|when|before|until)\s{following}\s(?:began|begins|started|starts|opened|dawned|arrived|came)\b"
        rf"|\b(?:at|by|as\sof|before)\s{_START_OF[2:]}{following}\b"
    ).search(times.english)
    return (found.start(), found.end() + 1) if found else None


def without_turns(text: str, figures: Sequence[Figure], english: str) -> str:
    """The English without "the start of October" for 9月底."""
    for figure in figures:
        last = _last_month(figure) if figure.kind == "period" and _at_end(text, figure) else 0
        if last and MONTHS[last % 12] in english:
            english = words(_START_OF + MONTHS[last % 12]).sub("", english)
    return english


_START_OF = r"\bthe\s(?:start|beginning|outset|opening)\sof\s"


_SO_FAR = late_regex(
    r"(?i:\b(?:so\sfar\sthis\syear|this\syear\sso\sfar|(?:(?:for|in|over)\sthe\s)?year[\s-]to[\s-]date"
    r"|since\s(?:january|new\syear|the\s(?:start|beginning|turn)\sof\s(?:the|this)\syear|the\syear\sbegan)"
    r"|since\s(?:the\s)?(?:start|beginning)\sof\s(?:the|this)\syear))"
)


def as_so_far_this_year(figure: Figure, times: Times) -> Place:
    """10月…前10个月: so far this year, if the English has the month in which it ends."""
    found = _FIRST.match(figure.value)
    last = 3 * int(found["q"] or 0) or int(found["m"]) if found else 0
    named = last and any(_last_month(f) == last for f in times.kept if f.kind == "period")
    said = _SO_FAR.search(times.english) if named else None
    return said.span() if said else None


_FIRST = late_regex(
    r"(?:[0-9]{4}-|--)01/(?:[0-9]{4}-|--)(?P<m>[0-9]{2})\Z|(?:[0-9]{4}-)?Q1/(?:[0-9]{4}-)?Q(?P<q>[23])\Z"
)


def as_length_of_days(figure: Figure, times: Times) -> Place:
    """5月12日至25日: a 14-day tour, if the English has no day of it."""
    ends = ends_of_range(figure)
    if ends is None or times.said("date", "day"):
        return None
    days = ends[2]
    if any(f.kind == "duration" and f.value == str(days) for f in times.kept):
        return None
    names = [rf"{count(days)}[\s-]days?"]
    if days % _WEEK == 0:
        weeks = days // _WEEK
        names.append(
            rf"{count(weeks)}[\s-]weeks?" if weeks > 1 else r"(?:a|one)[\s-]week|week-?long"
        )
    if days == 2 * _WEEK:
        names.append("fortnight")
    found = words(rf"\b(?:{'|'.join(names)})\b(?!\s(?:ago|earlier|later|before|after)\b)").search(
        times.english
    )
    return found.span() if found else None


_WEEK = 7


def as_days_between(figure: Figure, times: Times) -> Place:
    """自3月3日起闭馆12天，3月15日重新开放: left out where the English has both days."""
    if figure.unit != "days" or not figure.value.isdigit() or figure.qualifier:
        return None
    days = [(f, day) for f in times.kept if (day := day_of(f)) and day[0]]
    dates = times.said("date")
    for first, a in days:
        for last, b in days:
            if not first.start < figure.start or not first.start < last.start:
                continue
            if _END_OF_SENTENCE.search(times.text, first.end, max(last.start, figure.start)):
                continue
            said = {100 * a[0] + a[1], 100 * b[0] + b[1]} <= dates
            if said and int(figure.value) in day_distances(a, b):
                return (0, 0)
    return None


_END_OF_SENTENCE = late_regex("[。！？；\n]")
