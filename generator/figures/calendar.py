"""Days, months, years and decades in Chinese text.

Every reader takes ``numeral.normal`` text and a place, and returns the figure that begins
there or None. English dates are day, month, year; times keep the 24 hours of the source
unless it says which half of the day it means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from generator.figures.clock import read_clock
from generator.figures.dates_common import (
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
from generator.figures.decade import read_decade
from generator.figures.eras import read_reign
from generator.figures.figure import Fact, Figure
from generator.figures.numeral import DIGITS, english_ordinal
from generator.figures.pattern import LASTING
from generator.figures.period import (
    read_century,
    read_first_months,
    read_half_year,
    read_plan,
    read_quarter,
)
from generator.figures.short_year import read_short_year
from generator.months import MONTHS
from generator.patterns import late_regex

_Reader = Callable[[str, int], Figure | None]

_PART = "底|末|初|上旬|中旬|下旬"

_ISO_DAY = late_regex(r"(?P<y>[12]\d{3})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d.-])")
_ISO_MONTH = late_regex(r"(?P<y3>[12]\d{3})-(?P<m3>0[1-9]|1[0-2])(?![\d-])")
_DAY = late_regex(
    rf"(?:(?P<y>{YEAR})年)?(?P<m>{NUM})月(?P<d>{NUM})[日号]"
    rf"(?:{TO}(?:(?P<m2>{NUM})月)?(?P<d2>{NUM})[日号])?"
    rf"|(?P<y3>{YEAR}年)?(?P<m3>{NUM})月(?P<d3>{NUM}){TO}(?P<d4>{NUM})[日号]"
)
_MONTH = late_regex(
    rf"(?:(?P<y>{YEAR})年)?(?P<m>{NUM})(?:月份?)?(?:{TO}|(?P<list>、))(?:(?P<y2>{YEAR})年)?"
    rf"(?P<m2>{NUM})月份?(?![一二三][\u4e00-\u9fff])"
    rf"|(?:(?P<y3>{YEAR})年)?(?P<m3>{NUM})月(?:份|(?P<part>{_PART}))?(?!龄|(?<![0-9]月)[一二三])"
)
_TWO_MONTHS = late_regex("([一二三四五六七八])([二三四五六七八九])月(?:份|间)?(?![一二三日号])")
_BARE_DAY = late_regex(
    rf"(?P<d>{NUM})(?:日?{TO}(?P<d2>{NUM}))?日(?!内(?!蒙)|[均游]|拘留[，。、处的]|拘留\Z|元(?![旦宵])|圆|币|历天|志(?!愿)|后(?!半|来|卫)|间(?![接隔歇谍断])|常(?![务委规态驻年住设见])"
    r"|报(?![道告名到送价称警案喜批备捷考关请废])|之内|以内|以上|以下|之后)"
)
_YEARS = late_regex(
    rf"(?P<y>{YEAR})年?(?:{TO}|/(?=[0-9]{{2,4}}(?:赛季|学年|财年|年度)))(?P<y2>{YEAR}|[0-9]{{2}}(?=年|赛季|财年))(?:年(?!代)|(?=赛季|财年|学年))"
    rf"|(?P<y4>20[0-9][0-9]|19[0-9][0-9])届(?=[毕高学本硕大应校博的]|$)|(?P<y3>{YEAR})年(?!代)(?:度|(?P<part>[底末初](?![\u4e00-\u9fff]*?中)))?"
)


def read_calendar(text: str, at: int) -> Figure | None:
    """The day, period or time that begins at ``at``, the longest reading first."""
    for reader in _readers(text, at):
        found = reader(text, at)
        if found is not None:
            return found
    return None


_RUN = late_regex("[0-9〇零一二两三四五六七八九十百千万亿廿卅]+")


def _readers(text: str, at: int) -> Sequence[_Reader]:
    """Those that may find something at ``at``, told by the first character or, where that is
    a numeral, by what follows the run of numerals."""
    run = _RUN.match(text, at)
    if run is None:
        return _LEADERS.get(text[at], _READERS)
    if "五" in run.group():  # 十五五时期
        return _READERS
    following = text[run.end() : run.end() + 1]
    if following == "年" and text[run.end() + 1 : run.end() + 2] not in _IN_A_YEAR:
        return _YEAR_ALONE
    return _FOLLOWED.get(following, ())


def _date_fact(m: int, d: int) -> Fact:
    return Fact("date", Fraction(100 * m + d))


def _day(text: str, at: int) -> Figure | None:
    match = _ISO_DAY.match(text, at) or _DAY.match(text, at)
    if not match:
        return None
    groups = match.groupdict()
    y = year_of((groups.get("y") or groups.get("y3") or "").rstrip("年"))
    m = number(groups.get("m") or groups.get("m3"))
    d = number(groups.get("d") or groups.get("d3"))
    m2, d2 = number(groups.get("m2")), number(groups.get("d2") or groups.get("d4"))
    if not (_is_month(m) and _is_day(d)) or (m2 != -1 and not _is_month(m2)):
        return None
    of_year = f" {y}" if y > 0 else ""
    iso = f"{y}-" if y > 0 else "--"
    facts = (_date_fact(m, d), *year_fact(y))
    if d2 == -1:
        english = f"{d} {MONTHS[m - 1]}{of_year}"
        wired = bool(_WIRED.match(text, match.end()) and _WIRE.search(text, 0, match.start()))
        ways: list[tuple[Fact, ...]] = [facts]
        if d >= 28 and d == _LAST[m - 1]:  # by the end of May
            month = (Fact("month", Fraction(m)), *year_fact(y))
            ways += [(Fact("label", text=end), *month) for end in ("the end of", "end-", "late")]
        said = f"{iso}{m:02}-{d:02}"
        return figure(match, english, said, "date", *ways, optional=wired)
    if not _is_day(d2):
        return None
    last = m2 if m2 > 0 else m
    first_month = f" {MONTHS[m - 1]}" if last != m else ""
    english = f"{d}{first_month} to {d2} {MONTHS[last - 1]}{of_year}"
    value = f"{iso}{m:02}-{d:02}/{iso}{last:02}-{d2:02}"
    return figure(match, english, value, "date", (_date_fact(last, d2), *facts))


# 据新华社10月22日电: of the report, not of what it tells.
_WIRED = late_regex("(?:[上下]午|[早晚]间?)?(?:电|讯|消息)(?![影视子力商缆站网信话池])")
_WIRE = late_regex(r"\A[（(【]?(?:据|本报)?[\u4e00-\u9fff]{0,12}\Z")
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_month(m: int) -> bool:
    return 1 <= m <= 12


def _is_day(d: int) -> bool:
    return 1 <= d <= 31


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
    if not _is_month(m) or (m2 != -1 and not _is_month(m2)):
        return None
    if text[at] in DIGITS and text.startswith(("内", "之内", "后", "之后", "有余"), match.end()):
        return None  # 一月内 is within a month
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
    if m == 1:  # in the ten months to October
        ways += months_in_all(m2, y)
    value = f"{iso}{m:02}/{iso}{m2:02}"
    return figure(match, f"{name} to {last}{of_year}", value, "month", *ways, kind="period")


_LUNAR = late_regex(rf"(?P<m>正|冬|腊|闰?{NUM})月(?P<begun>初)?(?P<d>{NUM})(?![0-9日号])")


def _lunar(text: str, at: int) -> Figure | None:
    """``农历十月十四``: the 14th of the 10th lunar month."""
    match = _LUNAR.match(text, at)
    said = text.endswith(("农历", "阴历", "旧历", "农历年"), 0, at)
    if not match or not (said or match["begun"] or match["m"][0] in "正冬腊闰"):
        return None
    name = match["m"].removeprefix("闰")
    m = {"正": 1, "冬": 11, "腊": 12}.get(name) or number(name)
    d = number(match["d"])
    if not (_is_month(m) and 1 <= d <= 30):
        return None
    ways: tuple[tuple[Fact, ...], ...] = (
        (Fact("ordinal", Fraction(m)), Fact("ordinal", Fraction(d))),
        (_date_fact(m, d),),
    )
    if m == 1:  # the sixth day of the new year
        ways += ((Fact("ordinal", Fraction(d)), Fact("label", text="new year")),)
    english = f"the {_th(d)} of the {_th(m)} lunar month"
    return figure(
        match, english, f"L{m:02}-{d:02}", "date", *ways, kind="date", optional=not said
    )  # fmt: skip


# 一日 is a day, unless it is told what was on it.
_FIRST = late_regex("[起至到电讯在晚，、]|上午|下午|凌晨|中午")


def _bare_day(text: str, at: int) -> Figure | None:
    match = _BARE_DAY.match(text, at)
    if not match or text[max(0, at - 1) : at] in ("-", ".", "/"):
        return None
    if at and (text[at - 1] in "近逾" or text.endswith(LASTING, 0, at)):
        return None
    d, d2 = number(match["d"]), number(match["d2"])
    if not _is_day(d) or (d2 != -1 and not d < d2 <= 31):
        return None
    optional = not match["d"].isdigit()
    if match["d"] == "一" and not _FIRST.match(text, match.end()):
        return None
    if optional and text.startswith("夜", match.end()):
        return None
    fact = Fact("day", Fraction(d))
    if d2 == -1:
        return figure(match, f"the {_th(d)}", f"---{d:02}", "day", (fact,), optional=optional)
    english, value = f"the {_th(d)} to the {_th(d2)}", f"---{d:02}/---{d2:02}"
    return figure(
        match, english, value, "day", (fact, Fact("day", Fraction(d2))), optional=optional
    )


def _th(n: int) -> str:
    word = english_ordinal(n)
    return word if word[0].isdigit() else f"{n}{'st nd rd'.split()[n - 1] if n < 4 else 'th'}"


_SO_LONG_AGO = 1900


_LONG_AGO = late_regex("(?:距今|至今|存世|传承|已有)(?:已|约|近|有|逾|超过?|大约|了)*\\Z")


def _years(text: str, at: int) -> Figure | None:
    match = _YEARS.match(text, at)
    if not match:
        return None
    y, y2 = year_of(match["y"] or match["y3"] or match["y4"]), year_of(match["y2"])
    if not 1000 <= y <= 2999:
        return None
    if y2 == -1 and _LONG_AGO.search(text, max(0, at - 8), at):
        return None  # 距今2400年
    if y % 100 == 0 and y < _SO_LONG_AGO and text.startswith(("前", "以前"), match.end()):
        return None  # 1300年前 is so long ago
    if y2 != -1:
        y2 += y - y % 100 if y2 < 100 else 0
        if y2 <= y:
            return None
        facts = (*year_fact(y), *year_fact(y2))
        return figure(match, f"{y} to {y2}", f"{y}/{y2}", "year", facts, kind="period")
    part = PART_OF_MONTH.get(match["part"] or "", "")
    return figure(match, f"{part}{y}", str(y), "year", year_fact(y), kind="period")


_READERS: tuple[_Reader, ...] = (
    read_reign, _day, _lunar, read_first_months, read_half_year, read_quarter, read_clock, _month,
    read_decade, read_century, _years, read_short_year, _bare_day, read_plan,
)  # fmt: skip
_LEADERS: dict[str, tuple[_Reader, ...]] = {
    **dict.fromkeys("约大近凌清早中午傍晚夜半深当今昨明", (_lunar, read_clock)),
    **dict.fromkeys("“\"「『‘'", (read_plan,)),
    **dict.fromkeys("正冬腊闰", (_lunar, read_clock)),
    "上": (read_half_year, read_clock, read_decade, read_century),
    "下": (read_half_year, read_clock),
    "前": (read_first_months, read_quarter),
    "第": (read_quarter,),
    "头": (read_first_months, read_quarter),
    "本": (read_decade, read_century),
}
_RANGED = (_day, read_quarter, _month, read_decade, _years, _bare_day)
_FOLLOWED: dict[str, tuple[_Reader, ...]] = {
    "年": (
        read_reign,
        _day,
        read_first_months,
        read_half_year,
        read_quarter,
        _month,
        read_decade,
        _years,
        read_short_year,
    ),
    "月": (_day, _lunar, _month),
    "日": (_bare_day,),
    "号": (),
    "时": (read_clock,),
    "点": (read_clock,),
    ":": (read_clock,),
    "季": (read_quarter,),
    "世": (read_decade, read_century),
    "后": (read_decade,),
    "届": (_years,),
    "期": (read_plan,),
    "规": (read_plan,),
    "计": (read_plan,),
    ".": (_day,),
    "/": (_day, _years),
    "和": (read_decade,),
    **dict.fromkeys("、至到-—–~", _RANGED),
}
# What has to follow the numerals that a date or a time begins with, unless these tell of a plan.
FOLLOWING = frozenset(_FOLLOWED)
# What may follow 2024年 of the same date or period.
_IN_A_YEAR = frozenset("0123456789〇零一二两三四五六七八九十廿卅前头上下第首代")
_YEAR_ALONE = (read_reign, _years, read_short_year)
