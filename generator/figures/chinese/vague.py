"""Reads vague numbers in Chinese text: 数十, 上千, 成千上万, 几个月."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.chinese.units import CLASSIFIERS, MEASURE
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

_VAGUE = late_regex(
    r"(?P<w>数|几个(?=[万亿])|几|上|成)(?P<scale>[十百千]?[万亿]{1,2}|[十百千])(?P<more>多|余)?"
    rf"(?P<m>%|{MEASURE}|度(?=电|的电))?"
)
# 总数百, 以上千: the character belongs to the word before it.
_OTHER_WORDS = {"数": "总人户次指参件级倍十", "上": "以之加马", "几": "十", "几个": "十"}
_SAID_VAGUE = late_regex(
    r"数以(?P<by>[十百千]?[百千万亿])计|(?P<millions>成百上千万)|(?P<hundreds>成百上千)(?!万)|(?P<thousands>成千[上成]万)"
)
_IN_AN_IDIOM = late_regex(
    "[百千万]分之|千方百|百花齐|百家争|百[姓科业强]|千家万|千军|千变|万[物众]"
)
_WORDS_OF = {
    10: "dozens", 100: "hundreds", 1000: "thousands", 10**4: "tens of thousands",
    10**5: "hundreds of thousands", 10**6: "millions", 10**7: "tens of millions",
    10**8: "hundreds of millions", 10**9: "billions", 10**10: "tens of billions",
    10**11: "hundreds of billions", 10**12: "trillions",
}  # fmt: skip
# 几个月, 数小时: several.
_SOME_TIME = late_regex(
    r"(?P<w>[几数])(?P<unit>个月(?!大)|年(?![级龄])|天(?![然平])|日(?!元)|周(?![围边年])|个?小时|分钟|个?星期|(?<=数)月(?!亮)|吨(?![位级])|公里|亩|公斤|斤|倍(?![增速率]))"
)
_UNIT_OF = {"月": "个月", "日": "天"}
_MEASURED_KINDS = frozenset({"money", "measure", "multiple", "points"})


def read_vague(text: str, at: int) -> Figure | None:
    """``数十家`` is dozens, ``上千`` about 1,000; the value is the range of possible numbers."""
    said = _SAID_VAGUE.match(text, at)
    if said:
        return _said_vague(said)
    some = _SOME_TIME.match(text, at)
    if some and not (at and text[at - 1] in _OTHER_WORDS[some["w"]]):
        unit = CLASSIFIERS[_UNIT_OF.get(some["unit"], some["unit"])]
        english = f"several {UNITS[unit].many}"
        return Figure(
            at, some.end(), some.group(), english, "2-10", unit, "vague",
            optional=True, engine_safe=True,
        )  # fmt: skip
    match = _VAGUE.match(text, at)
    if not match or (match["w"] == "成" and match["scale"] not in "百千"):
        return None
    if at and text[at - 1] in _OTHER_WORDS.get(match["w"], ""):
        return None
    if _IN_AN_IDIOM.match(text, match.start("scale")):
        return None  # 合成百分之五, 走上千方百计
    if match["w"] == "上" and match["scale"] == "十":
        return None  # 船上十个人
    scale = int(chinese_value(match["scale"]) or 0)
    if scale not in _WORDS_OF:
        return None
    unit = "kWh" if match["m"] == "度" else CLASSIFIERS.get(match["m"] or "", "")
    measured = UNITS[unit] if unit and UNITS[unit].kind in _MEASURED_KINDS else None
    lasts = bool(unit) and UNITS[unit].kind == "duration"
    unit = unit if measured or lasts or unit in ("people", "visits") else ""
    of = f" of {measured.many}" if measured else ""
    ways: tuple[tuple[Fact, ...], ...]
    if match["w"] == "上":
        number = Fraction(scale)
        english = f"about {_count(scale)}" + (f" {measured.many}" if measured else "")
        known = unit if measured else ""
        ways = ((Fact("number", number, known),), (Fact("vague", number, known),))
        value = str(scale)
    else:
        english = f"{_WORDS_OF[scale]}{of}"
        ways = ((Fact("vague", Fraction(scale), unit if measured else ""),),)
        value = f"{scale}-{10 * scale}"
    if not of and match["w"] != "上":
        english = f"{english} of"
    return Figure(
        match.start(), match.end(), match.group(), english, value, unit, "vague",
        optional=True, facts=ways,
    )  # fmt: skip


def _said_vague(match: re.Match[str]) -> Figure:
    """``数以万计`` is tens of thousands, ``成千上万`` thousands upon thousands."""
    if match["by"]:
        scale = int(chinese_value(match["by"]) or 0)
        english, value = f"{_WORDS_OF[scale]} of", f"{scale}-{10 * scale}"
        sizes: tuple[int, ...] = (scale,)
    elif match["millions"]:
        english, sizes, value = "millions of", (10**6, 10**7), "1000000-100000000"
    elif match["hundreds"]:
        english, sizes, value = "hundreds or even thousands of", (100, 1000), "100-10000"
    else:
        english, sizes, value = "thousands upon thousands of", (1000, 10**4), "1000-100000"
    ways = tuple((Fact("vague", Fraction(size)),) for size in sizes)
    return Figure(
        match.start(), match.end(), match.group(), english, value, "", "vague",
        optional=True, facts=ways,
    )  # fmt: skip


def _count(scale: int) -> str:
    for word, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if scale >= size:
            return f"{scale // size:,} {word}"
    return f"{scale:,}"
