"""Reads old measures of length in two units, and small weights: 七尺二寸, 一丈二尺, 党参三钱.

Readers take text in normal form and a place, and return the figure that begins there, or None.
"""

from __future__ import annotations

from generator.figures.chinese.compound_common import DIGIT, compound_figure, value_of
from generator.figures.chinese.patterns import PREFIX
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_number, exact
from generator.patterns import late_regex

_A = r"(?P<a>[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})"
_LENGTH = late_regex(
    rf"(?P<prefix>{PREFIX})?{_A}(?:丈(?P<chi>{DIGIT})尺(?:(?P<cun>{DIGIT})寸)?|尺(?P<inches>{DIGIT})寸)"
    r"(?![之土步])"
)
_HALF = late_regex(
    r"(?P<a>[一二两三四五六七八九十]{1,3})(?P<unit>[丈寸])半(?=[，。；、）的高宽厚长深]|左右|\Z)"
)
# 5尺4寸 is in feet where persons and boats are measured.
_IN_FEET = late_regex("身高|身材|个头|球员|中锋|前锋|后卫|帆船|游艇|英寸|英尺")
_WEIGHT = late_regex(
    r"(?P<a>[0-9]{1,3}|[一二两三四五六七八九半]|十[一二三四五六七八九]?)钱(?P<half>半)?"
    r"(?=[，。；、）/(（]|重|左右|\Z)"
)
_WEIGHED = late_regex(
    "药|煎|方[子剂]|草|参|芪|归|芎|地黄|白术|茯苓|桂|姜|枣|银|金|镯|戒|链|首饰|人参|茶叶|麝香|鹿茸|朱砂|重"
)
_MONEY = late_regex("[元块毛角分价买卖付花挣赚]")
_UNITS = {"丈": ("zhang", "zhang"), "寸": ("cun", "cun")}


def read_old_measure(text: str, at: int) -> Figure | None:
    """``七尺二寸`` is 7.2 chi, ``一丈二尺`` 1.2 zhang, ``一寸半`` 1.5 cun, ``三钱`` 3 qian."""
    match = _LENGTH.match(text, at)
    if match and chinese_value(match["a"]) is not None:
        unit = "zhang" if match["chi"] else "chi"
        whole, rest = value_of(match["a"]), value_of(match["chi"] or match["inches"])
        value = whole + rest / 10 + value_of(match["cun"]) / 100
        english = f"{english_number(exact(value))} {unit}"
        if unit == "chi" and _IN_FEET.search(text):
            inches = 12 * whole + rest
            apart = (Fact("number", whole, "feet"), Fact("number", rest, "inches"))
            said = f"{english_number(exact(whole))} feet {english_number(exact(rest))} inches"
            return compound_figure(match, said, inches, "inches", "measure", apart)
        small = "chi" if match["chi"] else "cun"
        apart = (Fact("number", whole, unit), Fact("number", rest, small))
        return compound_figure(match, english, value, unit, "measure", apart)
    half = _HALF.match(text, at)
    if half and chinese_value(half["a"]) is not None:
        unit, many = _UNITS[half["unit"]]
        value = value_of(half["a"]) + value_of("5") / 10
        return compound_figure(
            half, f"{english_number(exact(value))} {many}", value, unit, "measure"
        )
    return _qian(text, at)


def _qian(text: str, at: int) -> Figure | None:
    """``三钱``: a weight of medicine or silver, not money."""
    match = _WEIGHT.match(text, at)
    before = text[max(0, at - 16) : at]
    if not match or not _WEIGHED.search(before) or _MONEY.search(before[-4:]):
        return None
    n = value_of("5") / 10 if match["a"] == "半" else value_of(match["a"])
    value = n + (value_of("5") / 10 if match["half"] else 0)
    return compound_figure(match, f"{english_number(exact(value))} qian", value, "qian", "measure")
