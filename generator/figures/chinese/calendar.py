"""Dates and times in Chinese text: selects the readers for a place, and reads months and years.

Every reader takes text in normal form and a place, and returns the figure that begins there, or
None. English dates are day, month, year; times keep the 24-hour clock of the source unless it names
the half of the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from generator.figures.chinese.clock import read_clock
from generator.figures.chinese.dates_common import (
    NUM,
    PART_OF_MONTH,
    TO,
    YEAR,
    figure,
    months_in_all,
    number,
    span,
    year_fact,
    year_of,
)
from generator.figures.chinese.days import is_month, read_bare_day, read_day, read_lunar
from generator.figures.chinese.decades import read_decade
from generator.figures.chinese.eras import read_reign
from generator.figures.chinese.periods import (
    read_century,
    read_first_months,
    read_half_year,
    read_plan,
    read_quarter,
)
from generator.figures.chinese.short_years import read_short_year
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS
from generator.months import MONTHS
from generator.patterns import late_regex

_Reader = Callable[[str, int], Figure | None]

_PART = "底|末|初|上旬|中旬|下旬"

_ISO_MONTH = late_regex(
    r"(?P<y3>[12]\d{3})-(?P<m3>0[1-9]|1[0-2])(?![\d-]|\s?(?:年|赛季|财年|学年|雪季|榨季))"
)
_MONTH = late_regex(
    rf"(?:(?P<y>{YEAR})年)?(?P<m>{NUM})(?:月份?)?(?:{TO}|(?P<list>、))(?:(?P<y2>{YEAR})年)?"
    rf"(?P<m2>{NUM})月份?(?!(?<![0-9]月)(?<![0-9]月份)[一二三][\u4e00-\u9fff])"
    rf"|(?:(?P<y3>{YEAR})年)?(?P<m3>{NUM})月(?:份|(?P<part>{_PART}))?(?!龄|(?<![0-9]月)[一二三])"
)
_TWO_MONTHS = late_regex("([一二三四五六七八])([二三四五六七八九])月(?:份|间)?(?![一二三日号])")
_YEARS = late_regex(
    rf"(?<=[从自])(?P<y5>[12][0-9]{{3}})[到至](?P<y6>[12][0-9]{{3}})(?=[，。；、）]|\Z)|(?P<y>{YEAR})年?(?:{TO}|/(?=[0-9]{{2,4}}(?:赛季|学年|财年|年度)))(?P<y2>{YEAR}|[0-9]{{2}}(?=年|赛季|财年))(?:年(?!代)|(?=赛季|财年|学年))"
    rf"|(?P<y4>20[0-9][0-9]|19[0-9][0-9])(?:届(?=[毕高学本硕大应校博的]|$)|(?=财年|财政年度|赛季|学年))|(?P<y3>{YEAR})年(?!代)(?:度|(?P<part>[底末初](?![\u4e00-\u9fff]*?中)))?"
)


def read_calendar(text: str, at: int) -> Figure | None:
    """The day, period or time that begins at ``at``; the longest reading is tried first."""
    for reader in _readers(text, at):
        found = reader(text, at)
        if found is not None:
            return found
    return None


_RUN = late_regex("[0-9〇零一二两三四五六七八九十百千万亿廿卅]+")


def _readers(text: str, at: int) -> Sequence[_Reader]:
    """The readers that may find something at ``at``, selected by the first character or, if that is
    a numeral, by what follows the numerals.
    """
    run = _RUN.match(text, at)
    if run is None:
        return _LEADERS.get(text[at], _READERS)
    if "五" in run.group():  # 十五五时期
        return _READERS
    following = text[run.end() : run.end() + 1]
    if following == "年" and text[run.end() + 1 : run.end() + 2] not in _IN_A_YEAR:
        return _YEAR_ALONE
    return _FOLLOWED.get(following, ())


def _month(text: str, at: int) -> Figure | None:
    two = _TWO_MONTHS.match(text, at)
    if two:
        m, m2 = DIGITS[two[1]], DIGITS[two[2]]
        if m2 != m + 1:
            return None
        english = f"{MONTHS[m - 1]} and {MONTHS[m2 - 1]}"
        both = (Fact("month", Fraction(m)), Fact("month", Fraction(m2)))
        value = f"--{m:02}/--{m2:02}"
        return figure(two, english, value, "month", both, (span(m, m2),), kind="period")
    iso_month = _ISO_MONTH.match(text, at)
    if iso_month:
        y, m = int(iso_month["y3"]), int(iso_month["m3"])
        labelled = (Fact("label", text=iso_month.group()),)
        english, value = f"{MONTHS[m - 1]} {y}", f"{y}-{m:02}"
        said = (Fact("month", Fraction(m)), *year_fact(y))
        return figure(iso_month, english, value, "month", said, labelled, kind="period")
    match = _MONTH.match(text, at)
    if not match:
        return None
    y = year_of(match["y"] or match["y3"])
    y2 = year_of(match["y2"])
    m, m2 = number(match["m"] or match["m3"]), number(match["m2"])
    if not is_month(m) or (m2 != -1 and not is_month(m2)):
        return None
    if text[at] in DIGITS and text.startswith(("内", "之内", "后", "之后", "有余"), match.end()):
        return None  # 一月内: within a month
    of_year = f" {y}" if y > 0 else ""
    iso = f"{y}-" if y > 0 else "--"
    name, fact = MONTHS[m - 1], Fact("month", Fraction(m))
    if m2 == -1:
        english = f"{PART_OF_MONTH.get(match['part'] or '', '')}{name}{of_year}"
        return figure(match, english, f"{iso}{m:02}", "month", (fact, *year_fact(y)), kind="period")
    last, fact2 = MONTHS[m2 - 1], Fact("month", Fraction(m2))
    if y2 > 0:
        facts = (fact, fact2, *year_fact(y), *year_fact(y2))
        value = f"{iso}{m:02}/{y2}-{m2:02}"
        return figure(
            match, f"{name}{of_year} to {last} {y2}", value, "month", facts, kind="period"
        )
    if match["list"]:  # 9、10月份
        english = f"{name} and {last}{of_year}"
        way = (fact, fact2, *year_fact(y))
        return figure(match, english, f"{iso}{m:02}/{iso}{m2:02}", "month", way, kind="period")
    ways = [(fact, fact2, *year_fact(y))]
    if m2 > m:
        ways.append((span(m, m2), *year_fact(y)))
    if m == 1:  # also "in the ten months to October"
        ways += months_in_all(m2, y)
    value = f"{iso}{m:02}/{iso}{m2:02}"
    return figure(match, f"{name} to {last}{of_year}", value, "month", *ways, kind="period")


_SO_LONG_AGO = 1900


_LONG_AGO = late_regex(
    "(?:距今|至今|存世|传承|已有|长达|历经|跨越|延续|绵延)(?:已|约|近|有|逾|超过?|大约|了)*\\Z"
)
# 有1500年历史, 这一笑就是1500年, 1000年后: of a year so long ago, the number of years.
_HAD = late_regex("(?:[有达约近逾超]|超过|持续|经过|历时|整整|就是)了?\\Z")
_OF_HISTORY = late_regex(
    "的?(?:悠久)?(?:建[城港]|发展|开发|种植|养殖|酿酒|文明|文化)?历史(?![上性文人遗资记学时阶转])|之久|古"
)
_SO_LONG = late_regex("以?[前后]|之[前后]|来(?!自)|间|时间|左右|以上")


def _are_years(text: str, match: re.Match[str], y: int) -> bool:
    """Whether 1500年 is a span of years, not the year 1500."""
    at, end = match.start(), match.end()
    had = _HAD.search(text, max(0, at - 4), at)
    if _OF_HISTORY.match(text, end) and (had or y < _SO_LONG_AGO):
        return True
    if y % 100 or y >= _SO_LONG_AGO:
        return False
    dated = text.endswith(("公元", "自", "从", "于", "在", "到"), 0, at)
    return bool(had) or (not dated and bool(_SO_LONG.match(text, end)))


def _years(text: str, at: int) -> Figure | None:
    match = _YEARS.match(text, at)
    if not match:
        return None
    y, y2 = (
        year_of(match["y"] or match["y3"] or match["y4"] or match["y5"]),
        year_of(match["y2"] or match["y6"]),
    )
    if not 1000 <= y <= 2999:
        return None
    if y2 == -1 and _LONG_AGO.search(text, max(0, at - 8), at):
        return None  # 距今2400年
    if y2 == -1 and match["y3"] and _are_years(text, match, y):
        return None  # 1300年前: 1,300 years ago
    if y2 != -1:
        y2 += y - y % 100 if y2 < 100 else 0
        if y2 <= y:
            return None
        facts = (*year_fact(y), *year_fact(y2))
        return figure(match, f"{y} to {y2}", f"{y}/{y2}", "year", facts, kind="period")
    part = PART_OF_MONTH.get(match["part"] or "", "")
    return figure(match, f"{part}{y}", str(y), "year", year_fact(y), kind="period")


_READERS: tuple[_Reader, ...] = (
    read_reign, read_day, read_lunar, read_first_months, read_half_year, read_quarter,
    read_clock, _month, read_decade, read_century, _years, read_short_year, read_bare_day,
    read_plan,
)  # fmt: skip
_LEADERS: dict[str, tuple[_Reader, ...]] = {
    **dict.fromkeys("约大近凌清早中午傍晚夜半深当今昨明", (read_lunar, read_clock)),
    **dict.fromkeys("“\"「『‘'", (read_plan,)),
    **dict.fromkeys("正冬腊闰", (read_lunar, read_clock)),
    "上": (read_half_year, read_clock, read_decade, read_century),
    "下": (read_half_year, read_clock),
    "前": (read_first_months, read_quarter),
    "第": (read_quarter,),
    "头": (read_first_months, read_quarter),
    "本": (read_decade, read_century),
}
_RANGED = (
    read_day, read_quarter, read_clock, _month, read_decade, _years, read_short_year, read_bare_day,
)  # fmt: skip
_FOLLOWED: dict[str, tuple[_Reader, ...]] = {
    "年": (
        read_reign,
        read_day,
        read_first_months,
        read_half_year,
        read_quarter,
        _month,
        read_decade,
        _years,
        read_short_year,
    ),
    "月": (read_day, read_lunar, _month),
    "日": (read_bare_day,),
    "号": (),
    "时": (read_clock,),
    "点": (read_clock,),
    ":": (read_clock,),
    "季": (read_quarter,),
    "世": (read_decade, read_century),
    "后": (read_decade,),
    **dict.fromkeys("届财赛学", (_years,)),
    "期": (read_plan,),
    "规": (read_plan,),
    "计": (read_plan,),
    ".": (read_day,),
    "/": (read_day, _years),
    "和": (read_decade,),
    **dict.fromkeys("、至到-—–~", _RANGED),
}
# What must follow the numerals of a date or time, apart from plans.
FOLLOWING = frozenset(_FOLLOWED)
# What may follow 2024年 within the same date or period.
_IN_A_YEAR = frozenset("0123456789〇零一二两三四五六七八九十廿卅前头上下第首代")
_YEAR_ALONE = (read_reign, _years, read_short_year)
