"""Reads days in Chinese text: 5月3日, 2024-05-03, 农历十月十四, 27日 (called by ``calendar``)."""

from __future__ import annotations

from fractions import Fraction

from generator.figures.chinese.dates_common import NUM, TO, YEAR, figure, number, year_fact, year_of
from generator.figures.chinese.patterns import LASTING
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import english_ordinal
from generator.months import DAYS, MONTHS
from generator.patterns import late_regex

_ISO_DAY = late_regex(r"(?P<y>[12]\d{3})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d.-])")
_DAY = late_regex(
    rf"(?:(?P<y>{YEAR})年)?(?P<m>{NUM})月(?P<d>{NUM})[日号]"
    rf"(?:{TO}(?:(?P<m2>{NUM})月)?(?P<d2>{NUM})[日号])?"
    rf"|(?P<y3>{YEAR}年)?(?P<m3>{NUM})月(?P<d3>{NUM}){TO}(?P<d4>{NUM})[日号]"
)
_BARE_DAY = late_regex(
    rf"(?P<d>{NUM})(?:日?{TO}(?P<d2>{NUM}))?日(?!内(?!蒙)|[均游]|拘留[，。、处的]|拘留\Z|元(?![旦宵])|圆|币|历天|志(?!愿)|后(?!半|来|卫)|间(?![接隔歇谍断])|常(?![务委规态驻年住设见])"
    r"|报(?![道告名到送价称警案喜批备捷考关请废])|之内|以内|以上|以下|之后)"
)


def is_month(m: int) -> bool:
    """Whether ``m`` is the number of a month."""
    return 1 <= m <= 12


def _is_day(d: int) -> bool:
    return 1 <= d <= 31


def _date_fact(m: int, d: int) -> Fact:
    return Fact("date", Fraction(100 * m + d))


def read_day(text: str, at: int) -> Figure | None:
    """``5月3日``, ``2024-05-03``, ``5月3日至6日``."""
    match = _ISO_DAY.match(text, at) or _DAY.match(text, at)
    if not match:
        return None
    groups = match.groupdict()
    y = year_of((groups.get("y") or groups.get("y3") or "").rstrip("年"))
    m = number(groups.get("m") or groups.get("m3"))
    d = number(groups.get("d") or groups.get("d3"))
    m2, d2 = number(groups.get("m2")), number(groups.get("d2") or groups.get("d4"))
    if not (is_month(m) and _is_day(d)) or (m2 != -1 and not is_month(m2)):
        return None
    of_year = f" {y}" if y > 0 else ""
    iso = f"{y}-" if y > 0 else "--"
    facts = (_date_fact(m, d), *year_fact(y))
    if d2 == -1:
        english = f"{d} {MONTHS[m - 1]}{of_year}"
        wired = bool(_WIRED.match(text, match.end()) and _WIRE.search(text, 0, match.start()))
        ways: list[tuple[Fact, ...]] = [facts]
        if d >= 28 and d == DAYS[m - 1]:  # also "by the end of May"
            month = (Fact("month", Fraction(m)), *year_fact(y))
            ways += [(Fact("label", text=end), *month) for end in ("the end of", "end-", "late")]
        iso_date = f"{iso}{m:02}-{d:02}"
        return figure(match, english, iso_date, "date", *ways, optional=wired)
    if not _is_day(d2):
        return None
    last = m2 if m2 > 0 else m
    first_month = f" {MONTHS[m - 1]}" if last != m else ""
    english = f"{d}{first_month} to {d2} {MONTHS[last - 1]}{of_year}"
    value = f"{iso}{m:02}-{d:02}/{iso}{last:02}-{d2:02}"
    return figure(match, english, value, "date", (_date_fact(last, d2), *facts))


# 据新华社10月22日电: the date of the report, which English may leave out.
_WIRED = late_regex("(?:[上下]午|[早晚]间?)?(?:电|讯|消息)(?![影视子力商缆站网信话池])")
_WIRE = late_regex(r"\A[（(【]?(?:据|本报)?[\u4e00-\u9fff]{0,12}\Z")


_LUNAR = late_regex(rf"(?P<m>正|冬|腊|闰?{NUM})月(?P<begun>初)?(?P<d>{NUM})(?![0-9日号])")


def read_lunar(text: str, at: int) -> Figure | None:
    """``农历十月十四``: the 14th of the 10th lunar month."""
    match = _LUNAR.match(text, at)
    lunar = text.endswith(("农历", "阴历", "旧历", "农历年"), 0, at)
    moon = match is not None and match.group() == "八月十五"
    if not match or not (lunar or moon or match["begun"] or match["m"][0] in "正冬腊闰"):
        return None
    name = match["m"].removeprefix("闰")
    m = {"正": 1, "冬": 11, "腊": 12}.get(name) or number(name)
    d = number(match["d"])
    if not (is_month(m) and 1 <= d <= 30):
        return None
    ways: tuple[tuple[Fact, ...], ...] = (
        (Fact("ordinal", Fraction(m)), Fact("ordinal", Fraction(d))),
        (_date_fact(m, d),),
    )
    if m == 1:  # also "the sixth day of the new year"
        ways += ((Fact("ordinal", Fraction(d)), Fact("label", text="new year")),)
    english = f"the {_th(d)} of the {_th(m)} lunar month"
    return figure(
        match, english, f"L{m:02}-{d:02}", "date", *ways, kind="date", optional=not lunar
    )  # fmt: skip


# What must follow 一日 for it to be a date, not a single day.
_FIRST = late_regex("[起至到电讯在晚，、]|上午|下午|凌晨|中午")


def read_bare_day(text: str, at: int) -> Figure | None:
    """``27日``, without its month."""
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
