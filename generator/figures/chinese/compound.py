"""Reads quantities in more than one unit: 三块五毛, 2小时15分, 9秒83, 一米八, 三斤六两.

Every reader takes text in normal form and a place, and returns the figure that begins there, or
None.
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.chinese.coins import read_coins
from generator.figures.chinese.colloquial import read_colloquial, read_minutes_late
from generator.figures.chinese.compound_common import DIGIT, NUMBER, compound_figure, value_of
from generator.figures.chinese.degrees import is_of_weather
from generator.figures.chinese.months_and_days import read_half_month
from generator.figures.chinese.old_measures import read_old_measure
from generator.figures.chinese.patterns import NUMERAL, PREFIX, QUALIFIERS
from generator.figures.chinese.quantity import read_quantity
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import DIGITS, chinese_value, decimal, english_number, exact
from generator.patterns import late_regex

_SIZED = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,2}}|{DIGIT}|[二三四五六七八九]?十[一二三四五六七八九]?(?=米[零〇一二三四五六七八九]{{2}}))米(?P<tail>[0-9]{{1,2}}|[零〇]{DIGIT}|{DIGIT}{DIGIT}|{DIGIT})"
    r"(?![0-9一二三四五六七八九十百千万亿点.%多余个米厘]|[\u4e00-\u9fff]{0,1}[米个](?![头子儿]))"
)
_CATTIES = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,4}}|[一二两三四五六七八九十百]{{1,5}})斤(?P<liang>[1-9]|{DIGIT})两(?!银)"
)
# 一吨三, 三亩二: only if the number ends there.
_TENTHS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[一二两三四五六七八九十百]{{1,5}}|[0-9]{{1,2}}(?=升))"
    rf"(?P<unit>吨|公里|亩|丈|尺|毫米|厘米|米|公?斤|升|两(?<=[一二三四五六七八九]两))(?P<tail>{DIGIT})"
    r"(?=的?[\u3002，。；：、！？）”\s]|[的就才还都]|(?<=亩.)[地田]|[长宽高深厚粗远重]|\Z|以上|以下|左右|出头|[减增涨升降缩加]?[到至])"
)
_NEAR = 8  # the unit must be within this many characters
_TENTHS_OF = {
    "吨": ("t", "tonnes"), "公里": ("km", "kilometres"), "亩": ("mu", "mu"),
    "毫米": ("mm", "millimetres"), "厘米": ("cm", "centimetres"), "米": ("m", "metres"),
    "丈": ("zhang", "zhang"), "斤": ("jin", "jin"), "公斤": ("kg", "kilograms"),
    "尺": ("chi", "chi"), "两": ("liang", "liang"),
    "升": ("litres", "litres"),
}  # fmt: skip
_OF_FUEL = late_regex("(?:油耗|耗油|百公里)[^，。；]{0,6}\\Z")
_OF_A_MU = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<fen>[2-9]|[二两三四五六七八九])分(?:地(?![之方区位点])|田|(?:水|旱|耕|薄|坡|菜|责任|自留)[地田])"
)
_PLOTS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,4}}|[一二两三四五六七八九十百]{{1,5}})亩(?P<fen>[1-9]|{DIGIT})分(?![之成配享])"
)
# 年息2.25厘 is 2.25% a year, 月息2分 2% a month: a 厘 is a hundredth of the annual or a thousandth
# of the monthly interest, and a 分 is ten of them.
_MORE_DIGITS = "0-9〇零一二两三四五六七八九十百千万点"
_INTEREST = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL})(?P<coin>厘|分)(?:(?P<b>{DIGIT})厘|(?P<tenth>{DIGIT}|半)(?![{_MORE_DIGITS}]))?(?![米之钱成配享账红])"
)
_YIELDING = late_regex(
    r"(?P<per>[年月]?)(?:化)?(?:利息|利率|票面|回报|收益率?|孳息|债息|存款|定存|按揭|[加减降升派]息|息口|年利|(?<=月)利|(?<![休信消栖喘作])息率?|息票率?)(?:率)?(?:为|是|约|仅|高达|达|至|到|按|低至|降至|降到)?\Z"
)
# 最优惠利率下调八分之一厘，至5.25厘: a rate named before. A 厘 a month is a thousandth.
_OF_RATES = late_regex("利率|[拆加减降年债票孖展定存派保证]息|息率|按揭|定存|回报|孳息")
_OF_MONTHS = late_regex("月[息利]|月利率|每月|民间借贷")
# 每股派息5厘: money
_OF_SHARES = late_regex("每股|股息(?!率)|[末中]期息")
_SPAN = late_regex(
    rf"(?P<prefix>{PREFIX})?(?:"
    rf"(?:(?P<h>{NUMBER})(?:个?小时|个钟头|(?P<shi>时))(?:零|又)?)?"
    rf"(?P<m>{NUMBER})分(?:(?P<zhong>钟)|(?!之))零?(?:(?P<s>[0-9]{{1,2}}|{NUMBER})秒(?P<f>[0-9]{{1,3}}|{DIGIT}{DIGIT}(?![个十百千万只名]))?)?"
    rf"|(?P<s2>[0-9]{{1,2}})秒(?P<f2>[0-9]{{1,3}})(?![0-9])"
    rf"|(?P<s3>[一二三四五六七八九十]{{1,3}})秒(?P<f3>{DIGIT}{DIGIT}(?![个十百千万只名])|{DIGIT}(?=[，。；、）的就才还]|\Z))"
    rf"|(?P<d>{NUMBER})天(?:零|又)?(?P<dh>{NUMBER})(?:个?小时|个钟头)"
    rf"|(?P<age>[0-9]{{1,3}}|[一二两三四五六七八九十百零]{{1,4}})岁(?:零|又)?(?P<agem>{NUMBER})个月"
    rf"|(?P<y>(?<![0-9])[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})年(?:零|又)?(?P<ym>{NUMBER})个月(?:(?<=[零又].个月)|(?<=[零又]..个月)|(?!后|前)))(?P<suffix>左右|以上|以内|多)?"
)


def read_compound(text: str, at: int) -> Figure | None:
    """The quantity in more than one unit that begins at ``at``."""
    for reader in (
        _interest,
        read_coins,
        _catties,
        _plots,
        _tenths,
        _arc,
        _fever,
        _degrees_and_half,
        read_colloquial,
        read_half_month,
        _span,
        read_minutes_late,
        read_old_measure,
        _sized,
    ):
        found = reader(text, at)
        if found is not None:
            return found
    return None


def _catties(text: str, at: int) -> Figure | None:
    """``三斤六两``: a jin has ten liang."""
    match = _CATTIES.match(text, at)
    if not match or chinese_value(match["a"]) is None:
        return None
    whole, tenths = value_of(match["a"]), value_of(match["liang"])
    value = whole + tenths / 10
    apart = (Fact("number", whole, "jin"), Fact("number", tenths, "liang"))
    english = f"{english_number(exact(value))} jin"
    return compound_figure(match, english, value, "jin", "measure", apart)


def _plots(text: str, at: int) -> Figure | None:
    """``七亩三分``: a mu has ten fen."""
    alone = _OF_A_MU.match(text, at) if text.find("分", at, at + _NEAR) > 0 else None
    match = alone or _PLOTS.match(text, at)
    if not match or (at and alone and text[at - 1] in "亩零一二三四五六七八九十"):
        return None
    if not alone and chinese_value(match["a"]) is None:
        return None
    value = (0 if alone else value_of(match["a"])) + value_of(match["fen"]) / 10
    return compound_figure(match, f"{english_number(exact(value))} mu", value, "mu", "measure")


_FEVER = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>三十[四五六七八九]|四十[一二]?|3[4-9]|4[0-2])度(?P<tail>[一二三四五六七八九]|[1-9](?![0-9.]))(?![十个种])"
)
_AFTER_A_FEVER = ("", *"，。；：、！？）”,.;)就才还都的")
_BODY = late_regex(r"(?:体温|烧)[\u4e00-\u9fff]{0,6}\Z")


_COLD_ROOM = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>二?十[一二三四五六七八九]?|[1-3]?[0-9])度(?P<tail>[一二三四五六七八九]|[1-9](?![0-9.]))(?![十个种])"
)


def _fever(text: str, at: int) -> Figure | None:
    """``烧到三十九度五``: 39.5 °C."""
    match = _FEVER.match(text, at) if text.find("度", at, at + _NEAR) > 0 else None
    closed = match and text[match.end() : match.end() + 1] in _AFTER_A_FEVER
    if not match and text.find("度", at, at + _NEAR) > 0:
        return _room(text, at)
    alone = match and closed and (match["a"].isascii() or "电" not in text)
    if not match or not (alone or _BODY.search(text, max(0, at - 10), at)):
        return None
    value = value_of(match["a"]) + value_of(match["tail"]) / 10
    return compound_figure(match, f"{english_number(exact(value))} °C", value, "°C", "measure")


def _room(text: str, at: int) -> Figure | None:
    """``屋里才十六度五``: 16.5 °C."""
    match = _COLD_ROOM.match(text, at)
    if not match or text[match.end() : match.end() + 1] not in _AFTER_A_FEVER:
        return None
    if not is_of_weather(text, match["a"], at, match.end()):
        return None
    value = value_of(match["a"]) + value_of(match["tail"]) / 10
    return compound_figure(match, f"{english_number(exact(value))} °C", value, "°C", "measure")


_AND_HALF = late_regex(rf"(?:{PREFIX})?(?:{NUMERAL})度半(?![径导个天年月])")
_IN_HALVES = ("kWh", "°C", "degrees")


def _degrees_and_half(text: str, at: int) -> Figure | None:
    """``七度半电``: 7.5 kWh."""
    match = _AND_HALF.match(text, at) if text.find("度半", at, at + _NEAR) > 0 else None
    if not match:
        return None
    end = match.end() - 1
    figure = read_quantity(f"{text[:end]}{text[end + 1 :]}", at)
    if figure is None or figure.end != end or figure.unit not in _IN_HALVES or "-" in figure.value:
        return None
    value = Fraction(figure.value) + Fraction(1, 2)
    english = f"{figure.qualifier} {english_number(exact(value))} {figure.unit}".strip()
    return msgspec.structs.replace(
        figure, end=match.end(), source=match.group(), english=english, value=decimal(value),
        facts=((Fact("number", value, figure.unit),),),
    )  # fmt: skip


_ARC = late_regex(rf"(?P<a>{NUMBER})度(?P<m>{NUMBER})分(?!钟|(?:{NUMBER})秒)")
_MINUTES = 60


def _arc(text: str, at: int) -> Figure | None:
    """``六度五十一分``: 6.85 degrees; two figures if that has no end in decimals."""
    match = _ARC.match(text, at)
    minutes = value_of(match["m"]) if match else Fraction(0)
    if not match or not 0 < minutes < _MINUTES or minutes % 3:
        return None
    degrees = value_of(match["a"])
    value = degrees + minutes / _MINUTES
    apart = (Fact("number", degrees, "degrees"), Fact("number", minutes))
    english = f"{english_number(exact(degrees))} degrees {english_number(exact(minutes))} minutes"
    return compound_figure(match, english, value, "degrees", "measure", apart)


def _tenths(text: str, at: int) -> Figure | None:
    """``一吨三``: 1.3 tonnes."""
    if not any(text.find(unit, at, at + _NEAR) > 0 for unit in _TENTHS_OF):
        return None
    match = _TENTHS.match(text, at)
    if not match or chinese_value(match["a"]) is None:
        return None
    if match["unit"] == "米" and len(match["a"]) == 1:
        return None  # 一米八, of a person's height
    if match["unit"] == "升" and not _OF_FUEL.search(text, max(0, at - 10), at):
        return None  # 由六升八
    value = value_of(match["a"]) + value_of(match["tail"]) / 10
    unit, many = _TENTHS_OF[match["unit"]]
    return compound_figure(match, f"{english_number(exact(value))} {many}", value, unit, "measure")


def _interest(text: str, at: int) -> Figure | None:
    """``年息2.25厘``: an interest rate in percent."""
    match = _INTEREST.match(text, at)
    if match is None or chinese_value(match["a"]) is None:
        return None
    if _OF_SHARES.search(text, max(0, at - 10), at):
        return None
    rate = _YIELDING.search(text[max(0, at - 8) : at])
    if rate is None and not (
        match["coin"] == "厘"
        and _OF_RATES.search(text, max(0, at - 28), at)
        and not _OF_MONTHS.search(text, max(0, at - 28), at)
    ):
        return None
    per = rate["per"] if rate else "年"
    value = value_of(match["a"]) * (10 if match["coin"] == "分" else 1) + value_of(match["b"])
    tenth = Fraction(5) if match["tenth"] == "半" else value_of(match["tenth"])
    value += tenth if match["coin"] == "分" else tenth / 10
    if per == "月" or (match["coin"] == "分" and per != "年"):
        value /= 10
    word, bound = QUALIFIERS.get(match["prefix"] or "", ("", 0))
    english = f"{word} {english_number(exact(value))}%".strip()
    return Figure(
        at, match.end(), match.group(), english, decimal(value), "%", "percent", word, bound,
        facts=((Fact("share", value / 100),),),
    )  # fmt: skip


def _sized(text: str, at: int) -> Figure | None:
    match = _SIZED.match(text, at)
    if not match or (match["tail"][0] in DIGITS and match["a"][0] not in (*DIGITS, "十")):
        return None
    digits = "".join(str(DIGITS.get(c, c)) for c in match["tail"])
    tail = Fraction(int(digits))
    value = value_of(match["a"]) + tail / (100 if len(match["tail"]) > 1 else 10)
    apart = (Fact("number", value_of(match["a"]), "m"), Fact("number", tail, "cm"))
    return compound_figure(match, f"{english_number(exact(value))} metres", value, "m", "measure",
                 (Fact("number", value * 100, "cm"),), apart)  # fmt: skip


_ADDED_TO_A_DAY = late_regex("一天[零又]")


def _span(text: str, at: int) -> Figure | None:
    """``2小时15分``, ``1分58秒``, ``9秒83``; but not ``15分`` alone, nor a clock time."""
    match = _SPAN.match(text, at)
    if not match:
        return None
    h, m, s = match["h"], match["m"], match["s"] or match["s2"] or match["s3"]
    if match["d"]:
        if match["d"] == "一" and not _ADDED_TO_A_DAY.search(match.group()):
            return None  # 一天12个小时: 12 hours a day
        days, hours = value_of(match["d"]), value_of(match["dh"])
        parts = [(days, "day"), (hours, "hour")]
        return _spanning(match, 24 * days + hours, "hours", parts, "")
    if match["age"]:
        years, months = value_of(match["age"]), value_of(match["agem"])
        parts = [(years, "year"), (months, "month")]
        return _spanning(match, 12 * years + months, "months", parts, "")
    if match["y"]:
        years, months = value_of(match["y"]), value_of(match["ym"])
        parts = [(years, "year"), (months, "month")]
        return _spanning(match, 12 * years + months, "months", parts, "")
    if (m and not h and not s) or (match["shi"] and not s) or value_of(m) > 59 or value_of(s) > 59:
        return None
    clock = match["shi"] and int(value_of(h)) < 24 and not match["f"]
    if clock or (at and text[at - 1] in "第:"):
        return None  # 13时05分21秒 is a clock time
    fraction = match["f"] or match["f2"] or match["f3"] or ""
    fraction = "".join(str(DIGITS.get(c, c)) for c in fraction)
    seconds = value_of(s) + (Fraction(int(fraction), 10 ** len(fraction)) if fraction else 0)
    total = 3600 * value_of(h) + 60 * value_of(m) + seconds
    parts = [(value_of(h), "hour"), (value_of(m), "minute"), (seconds, "second")]
    clock = ":".join(
        f"{int(n):02}" if i else str(int(n))
        for i, n in enumerate(n for n, written in ((value_of(h), h), (value_of(m), m)) if written)
    )
    if s:
        digits = f"{int(value_of(s)):02}" if clock else f"{int(value_of(s))}"
        clock = f"{clock}:{digits}" if clock else digits
        clock += f".{fraction}" if fraction else ""
        return _spanning(match, total, "seconds", parts, clock)
    return _spanning(match, total / 60, "minutes", parts, clock)


def _spanning(
    match: re.Match[str],
    total: Fraction,
    unit: str,
    parts: list[tuple[Fraction, str]],
    clock: str,
) -> Figure:
    named_parts = [(n, name) for n, name in parts if n]
    english = " ".join(
        f"{english_number(exact(n))} {name}{'' if n == 1 else 's'}" for n, name in named_parts
    )
    apart = tuple(Fact("number", n, f"{name}s") for n, name in named_parts)
    labels = [(Fact("label", text=clock),)] if ":" in clock else []
    return compound_figure(match, english, total, unit, "duration", apart, *labels)
