"""Reads all figures of a Chinese text, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec

from generator.figures.chinese.calendar import FOLLOWING, read_calendar
from generator.figures.chinese.compound import read_compound
from generator.figures.chinese.digit_counts import MARK, read_digits
from generator.figures.chinese.formulas import read_formula
from generator.figures.chinese.fused_numerals import read_fused
from generator.figures.chinese.idioms import IDIOM
from generator.figures.chinese.labels import read_address, read_label, read_quoted
from generator.figures.chinese.lasting_days import read_lasting_days
from generator.figures.chinese.listed_pairs import read_listed_pair
from generator.figures.chinese.listed_ranks import read_listed_rank
from generator.figures.chinese.listed_units import read_listed_unit
from generator.figures.chinese.lost_digits import LOST, without_lost
from generator.figures.chinese.minutes_to import read_minutes_to
from generator.figures.chinese.multiples import read_multiple
from generator.figures.chinese.ordinals import read_ordinal, read_rank
from generator.figures.chinese.patterns import MONEY_SIGN, PREFIX
from generator.figures.chinese.quantity import read_quantity
from generator.figures.chinese.race_times import read_race_time
from generator.figures.chinese.ratios import read_ratio
from generator.figures.chinese.rewritten import read_headed, read_repeated, read_trillions
from generator.figures.chinese.scores import read_dashed_score
from generator.figures.chinese.shares import read_half, read_one_in, read_share
from generator.figures.chinese.shorthand import read_shorthand
from generator.figures.chinese.spaces import without_spaces
from generator.figures.chinese.titles import without_titles
from generator.figures.chinese.unit_fractions import read_unit_fraction
from generator.figures.chinese.vague import read_vague
from generator.figures.chinese.weeks import in_weeks
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.normal import bounded, normal
from generator.figures.shared.numeral import chinese_value
from generator.patterns import late_regex

# Characters with which a figure can begin; all others are skipped at once.
_BEGINNINGS = (
    r"[0-9A-Za-z〇零一二两三四五六七八九十百千万亿廿卅半第近将接超逾大约至不最起少低小多高数几上成下"
    r"前每凌清早中正午傍晚夜深当过翻负俩仨“\"「『‘'本冬腊闰今昨明头首打无未没¥$€£-]"
)
_BEGIN = late_regex(_BEGINNINGS)
# 个位数, 双位数, 个把小时: only if a text has one, because 个 is frequent.
_BEGIN_OR_DIGITS = late_regex(rf"{_BEGINNINGS}|[个個双雙单單](?=位[数數])|个(?=把)")
_WORD = late_regex(r"[A-Za-z]+(?![0-9A-Za-z+-])")
# AQI278, NBA30支球队: the number is no part of the name.
_ACRONYM = late_regex(
    "(?:AQI|BMI|GDP|GNP|CPI|PPI|PMI|GMV|ROE|IPO|KTV|ICU|NBA|CBA|WNBA|LED|APP|App|VIP|CEO|CFO|PPT|KPI|MBA|EMBA|HIV|CT|MRI|DNA"
    "|PCR|EMS|SUV|MPV|LPR|MLF|SLF|TEU|GPS|AED|UFO|BBC|CNN|LOGO|Logo|WTA|ATP|DIY|OTA|CBD|TOD|EPC|PPP|BOT|POS|ATM|ETC|DVD|CD|PK)"
    "(?=[0-9])"
)
_RUN = late_regex(r"[0-9]+|[〇零一二两三四五六七八九十百千万亿廿卅]+")
_HEADING = late_regex(
    r"\s*(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,2}[季月日号])|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_WEEKDAY = late_regex(r"(?:周|星期|礼拜)(?=[一二三四五六日天](?![次个年期]))")
# Number of characters from the word for the week to the day.
_WEEK = {"周": 1, "期": 2, "拜": 2}
# Words and idioms with numerals that are no figures.
_IDIOMS = late_regex(
    # slogans, in which the numbers are not counts: 三个一批, 五个一, 两个一百年
    r"[一二两三四五六七八九十百]{1,2}[个大通不区核主企岗]"
    r"(?:一百年|[一二两三四五六七八九十](?![一二三四五六七八九十百千万亿盒箱包袋组瓶份斤打串件捆块毛元角]|分钱))|"
    r"三十而立|[一二三四五六七八九十][通企岗核主][一二三四五六七八九十][\u4e00-\u9fff]"
    r"|一带一路|万一|千方百计|千家万户|千言万语|千载难逢|千千万万|千变万化"
    r"|四面八方|五花八门|五湖四海|三心二意|十全十美|百花齐放|百舸争流|万众一心|[一二三]+线|一二三产"
    r"|十一(?=黄金周|假期|长假|小长假|国庆|期间|前夕|前后|[”\"’'」』])|二三产业|一心一意|三三两两|七上八下|四通八达|九牛一毛|三令五申|千万(?=[不别要勿记])"
    r"|第一(?:场[春冬初]?[雪雨霜]|缕|桶金|粒扣子|道防线|把火)|百分百|一成不变|百日|千百年(?!以上)|千年(?!以上|以前|[来前])|百年(?!以上|以前|[来前间，]|之久|历史|风雨)|万年|千里|万里(?!以)|(?<=找)零|(?<=退)一万步|五月花|十二月(?=党|革命)|三番五次|[两三四六]轮(?=车|驱动|摩托)|(?<=双)十[一二]|百姓|百货|百科|百业|亿万"
)

# 从0到1 means from nothing.
_FROM_NOTHING = late_regex("(?<=从)0到1(?![0-9.%])")
_DOUBLED_DAY = late_regex("(?<=双)1[12](?![0-9万亿%.])")
_PRICE = late_regex(rf"(?:{MONEY_SIGN})\s?(?=[0-9])")
_CURRENCIES = frozenset("¥€£")
# A number that continues after the part that was read, which was therefore misread.
_BROKEN = late_regex(
    r"[十百千万亿]|(?<![万亿])[0-9]|(?<=[万亿])[0-9]+(?![0-9]*[岁年月日时点周届期])|\s[0-9]+\s?[万亿千百]"
)
# 三十八度七, 两斤八, 六度五十一分: a part of the unit follows.
_BROKEN_UNIT = late_regex(
    "零[一二三四五六七八九]|(?<=[斤两米里吨亩尺寸丈元块角毛升秒])(?:半|[一二三四五六七八九])(?=[，。；：！？）]|\\Z)"
)
# 从三百八十万降到三百一: the second may be in 万 too.
_OF_ITS_SCALE = late_regex(
    "[从由][^，。；0-9一二三四五六七八九十百千]{0,8}([0-9.]+|[一二两三四五六七八九十百千]+)[万亿](?:元|块钱?)?[\u4e00-\u9fff]{0,2}[到至]了?\\Z"
)
_HAN = late_regex("[\u4e00-\u9fff]")
_BROKEN_DEGREE = late_regex("度[一二三四五六七八九半](?=[，。；：！？）]|\\Z)")
_UNREAD = late_regex(
    r"[^0-9〇零一二两三四五六七八九十百千万亿]{0,3}[0-9〇零一二两三四五六七八九十百千万亿.,点余多几来]+(?:\s[0-9]+[万亿])?"
)

_Reader = Callable[[str, int], Figure | None]
_READERS: tuple[_Reader, ...] = (
    read_quoted, read_digits, read_repeated, read_trillions, read_listed_rank, read_listed_pair,
    read_headed, read_unit_fraction, read_share, read_half, read_minutes_to, read_compound,
    read_race_time, read_lasting_days, read_calendar, read_ratio, read_dashed_score,
    read_shorthand, read_label, read_ordinal, read_rank, read_vague,
    read_formula, read_multiple, read_listed_unit, read_quantity,
)  # fmt: skip
# What must follow numerals for each reader to find a figure; most numbers are passed to few
# readers. Readers not listed try all.
_NUMERALS = "0123456789〇零一二两三四五六七八九十百千万亿廿卅"
_IDIOM_BEGINNINGS = frozenset(_NUMERALS) | {"半", "第"}
_RUN_OF = late_regex(rf"[{_NUMERALS},]+(?:\.[0-9]+(?![0-9.])[{_NUMERALS}]*)?")
_SPANNED = "至到-—–~"
_FOLLOWING: dict[_Reader, frozenset[str]] = {
    read_digits: frozenset(f"位{_SPANNED}"),
    read_repeated: frozenset("(（"),
    read_trillions: frozenset("兆"),
    read_unit_fraction: frozenset("分"),
    read_share: frozenset(f"分成/‰.点之{_SPANNED}"),
    read_half: frozenset(
        "分年天周公米吨亩斤里个半岁两块元尺丈升次圈页碗层趟桌轮回桶瓶箱车间筐袋杯节局场小钟站勺"
    ),
    read_compound: frozenset("升度元块角毛毫两分米小个时秒天年斤刻旬亩厘吨公丈尺寸钱毫有又岁."),
    read_race_time: frozenset(":'′‘’分"),
    read_lasting_days: frozenset("日"),
    read_minutes_to: frozenset("点分刻"),
    read_dashed_score: frozenset("-–—"),
    read_shorthand: frozenset(f"kKwW{_SPANNED}"),
    read_calendar: FOLLOWING,
    read_ratio: frozenset(f":比.分开摊{_SPANNED}"),
    read_ordinal: frozenset("届号周期级年楼等审单"),
    read_rank: frozenset("强"),
    read_listed_pair: frozenset("、"),
    read_listed_rank: frozenset("、位名"),
    read_listed_unit: frozenset("、和与及或以"),
    read_vague: frozenset(),
    read_multiple: frozenset(f"倍折多余几点.{_SPANNED}"),
}
# Readers of figures that begin with a character other than a numeral.
_AMOUNTS = (
    read_repeated,
    read_trillions,
    read_listed_pair,
    read_unit_fraction,
    read_share,
    read_half,
    read_compound,
    read_lasting_days,
    read_calendar,
    read_shorthand,
    read_multiple,
    read_quantity,
)
_LEADERS: dict[str, tuple[_Reader, ...]] = {
    **dict.fromkeys("近将接超逾约大至不最起少低小多高过无未没", _AMOUNTS),
    **dict.fromkeys(
        "下凌清早中正午傍晚夜深当今昨明本冬腊闰头“\"「『‘'", (read_minutes_to, read_calendar)
    ),
    **dict.fromkeys("数几成", (read_vague,)),
    **dict.fromkeys("个個双雙单單", (read_digits, read_compound)),
    "上": (read_calendar, read_vague),
    "前": (read_calendar, read_rank),
    "第": (read_calendar, read_ordinal),
    "首": (read_calendar,),
    "每": (read_one_in,),
    "翻": (read_multiple,),
    "打": (read_multiple,),
    "半": (read_half, read_compound, read_share, read_calendar),
    **dict.fromkeys("俩仨", (read_fused,)),
    "负": (read_share, read_multiple, read_quantity),
    "-": (read_share, read_label, read_quantity),
}
# Characters that begin a figure only as part of these words: near, at least, the first half, early
# in the morning.
_LEADING = frozenset(
    "近将接超逾约大至不最起少低小多高过无未没上下前每首头成本打"
    "凌清早中正午傍晚夜深当今昨明冬腊闰“\"「『‘'"
)
_LED = late_regex(
    rf"(?:{PREFIX})(?=[{_NUMERALS}半负翻A-Za-z$¥€£-])|过半|大半|过(?=[五六七八九]旬)"
    rf"|上(?:半|午|个?世|[十百千万亿])|下[半午]|[前头每][{_NUMERALS}-]|首季|首[两二三23]个?季|首[{_NUMERALS}]{{1,2}}个?月"
    rf"|成[十百千万亿]|本世"
    rf"|打了?[对{_NUMERALS}]|凌晨|清[晨早]|早|中午|正[午月]|午[后夜一二两三十1-3]|傍晚|晚|夜[间里]|深夜"
    r"|[当今昨明][早晚晨]|[冬腊]月|闰|[“\"「『‘']\s?[一二三四六七八九十]"
)


def read(text: str) -> list[Figure]:
    """The figures of a Chinese text (Simplified or Traditional) in order, without overlaps.

    Numerals that count nothing are left out: 一个, 统一, 三个一批, 一带一路, names of places. The
    last results are cached, because several checks read the same text.
    """
    return list(_read(text))


# What follows a figure decides what it is; of the marks that end a sentence, all decide the same.
_STOPS = str.maketrans("！？…", "。。。")


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[Figure, ...]:
    plain, places = without_spaces(normal(bounded(text)).translate(_STOPS))
    plain = without_titles(plain)
    figures: list[Figure] = []
    heading = _HEADING.match(plain)
    at = heading.end() if heading else 0
    addressed = "@" in plain or "://" in plain or "www." in plain
    begin = _BEGIN_OR_DIGITS if MARK.search(plain) or "个把" in plain else _BEGIN
    while match := begin.search(plain, at):
        at = match.start()
        if plain[at] in _LEADING and not _LED.match(plain, at):
            at += 1
            continue
        passed = read_address(plain, at) if addressed else at
        figure, end = (None, passed) if passed > at else _read_at(plain, at)
        if figure is not None:
            start, stop = figure.start, figure.end
            if places:
                start, stop = places[start], places[stop - 1] + 1
            source = text[start:stop]
            figures.append(msgspec.structs.replace(figure, start=start, end=stop, source=source))
        at = end
    if LOST.search(text):
        figures = without_lost(text, figures)
    return tuple(figures)


def _read_at(text: str, at: int) -> tuple[Figure | None, int]:
    """The figure that begins at ``at``, and the place to continue from."""
    character = text[at]
    before = text[at - 1 : at]
    if before in _WEEK and _WEEKDAY.match(text, at - _WEEK[before]) and not in_weeks(text, at):
        return None, at + 1  # 周四下午 has no 四下
    if "0" <= character <= "9":
        if before == "双" and _DOUBLED_DAY.match(text, at):
            return None, at + 2
        if before == "从" and _FROM_NOTHING.match(text, at):
            return None, at + 3
    elif character.isascii() or character in _CURRENCIES:
        priced = _PRICE.match(text, at)
        if priced:
            figure = read_quantity(text, at)
            return (figure, figure.end) if figure else (None, priced.end())
        if acronym := _ACRONYM.match(text, at):
            return None, acronym.end()
        if word := _WORD.match(text, at):
            return None, word.end()
    elif character in _IDIOM_BEGINNINGS and (idiom := _idiom(text, at)):
        return None, idiom.end()
    for reader in _readers(text, at):
        figure = reader(text, at)
        if figure is None or figure.end <= at:
            continue
        if reader is read_quantity and _goes_on(text, figure):
            return _unread(text, at), _end(text, at)
        return figure, figure.end
    run = _RUN.match(text, at)
    if run and run.group().isascii():
        return _unread(text, at), _end(text, at)
    return None, run.end() if run else at + 1


def _idiom(text: str, at: int) -> re.Match[str] | None:
    return _IDIOMS.match(text, at) or IDIOM.match(text, at)


def _readers(text: str, at: int) -> Sequence[_Reader]:
    """The readers that may find a figure at ``at``."""
    run = _RUN_OF.match(text, at)
    if run is None:
        return _LEADERS.get(text[at], _READERS)
    if "五" in run.group() or "两" in run.group()[1:]:  # 十四五, 三两六
        return _READERS
    return _followed(text[run.end() : run.end() + 1])


@lru_cache(maxsize=512)
def _followed(following: str) -> Sequence[_Reader]:
    """The readers of figures that begin with a numeral before ``following``."""
    return [
        reader
        for reader in _READERS
        if (allowed := _FOLLOWING.get(reader)) is None or following in allowed
    ]


def _goes_on(text: str, figure: Figure) -> bool:
    """Whether the number continues after the figure, which was therefore misread."""
    broken = _BROKEN_UNIT if figure.unit else _BROKEN
    at = figure.end
    scaled = figure.kind == "count" and not figure.unit and _OF_ITS_SCALE.search(
        text, max(0, figure.start - 18), figure.start
    )  # fmt: skip
    if scaled:
        return not _HAN.match(text, at) and _are_close(scaled[1], figure)
    if text.startswith("度", at - (text[at - 1] == "度")):
        at -= text[at - 1] == "度"
        return bool(_BROKEN_DEGREE.match(text, at))
    return bool(broken.match(text, at))


def _are_close(first: str, figure: Figure) -> bool:
    """Whether the figure may be in 万, as ``first`` is: 380 and 310 may, 1 and 2,500 not."""
    low, high = sorted(
        (chinese_value(first) or 0, Decimal(figure.value.lstrip("-").partition("-")[0]))
    )
    return low * 4 > high


def _end(text: str, at: int) -> int:
    match = _UNREAD.match(text, at)
    return match.end() if match else at + 1


def _unread(text: str, at: int) -> Figure:
    """A number that no reader understands; the English must repeat its digits."""
    end = _end(text, at)
    source = text[at:end]
    return Figure(
        at, end, source, "", "", "", "unread", facts=((Fact("label", text=source),),)
    )  # fmt: skip
