"""Reads numbers of digits in Chinese text: 两位数, 2至3位数, 个位数, 六位数字.

两位数的增长 is growth of ten percent and more, in English double-digit growth; the 两 counts
nothing.
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import chinese_value, english_cardinal
from generator.patterns import late_regex

# Present in every text with a number of digits; a quick test.
MARK = late_regex("位[数數]")
_N = "[0-9]{1,2}|二?十[一二三四五六七八九]?|[一二两三四五六七八九]"
# 两位数学老师 and 三位数据分析师 are people; 六位数字 has digits, 三位数字专家 has none.
_PLACES = (
    "位[数數](?:(?![字学學控据據码碼量目理模论論独獨轴軸来來十千万萬亿億年月天日次名])(?!百(?!分))"
    "|字(?=[的号號密编編代串组組后後，。；：、）)”」！？]|\\Z))"
)
_CHINESE = late_regex(
    rf"(?:(?:(?P<low>{_N})[到至—~-])?(?P<n>{_N})|(?P<word>[个個双雙])|(?<=[低高中])[单單])"
    rf"{_PLACES}"
)
# 这个, 每个, 3个: the character belongs to the word before it.
_COUNTED = late_regex("[每各这這那几幾多数數0-9一二两三四五六七八九十百千万亿]\\Z")
# Below three digits means two digits.
_SHORT_OF = late_regex("(?:[跌降]破|不[足到及]|[未没](?:到|达到?)|低于|[跌降]出|失守)\\Z")
_WORDS = {1: "single", 2: "double"}
# What follows a number of digits without a noun.
_ALONE = late_regex(r"[^\u4e00-\u9fff]|以[上下内]|[及或和左之]|[增升降跌涨回][至到为]|\Z")


def read_digits(text: str, at: int) -> Figure | None:
    """``两位数``, ``2至3位数``, ``个位数``, ``六位数字``; the value is the number of digits."""
    match = _CHINESE.match(text, at)
    if not match or (match["word"] in ("个", "個") and _COUNTED.search(text[:at][-1:])):
        return None
    last = 2 if match["word"] in ("双", "雙") else 1
    if match["n"]:
        last = int(chinese_value(match["n"]) or 0)
    first = int(chinese_value(match["low"]) or 0) if match["low"] else last
    if not 0 < first <= last:
        return None
    alone = _ALONE.match(text, match.end())
    english = f"{_name(last)} digits" if alone and last > 1 else f"{_name(last)}-digit"
    if alone and last == 1:
        english = "single digits"
    if first < last:
        english = f"{_name(first)}- to {english}"
    both = tuple(Fact("digits", Fraction(n)) for n in dict.fromkeys((first, last)))
    tens = match["n"] == "十"  # 十位数 may have ten digits, or mean tens alone
    ways = [both]
    if tens:
        ways.append((Fact("digits", Fraction(2)),))
    if _SHORT_OF.search(text[max(0, at - 3) : at]):
        ways.append((Fact("digits", Fraction(first - 1)),))
    value = str(last) if first == last else f"{first}-{last}"
    return Figure(
        at, match.end(), match.group(), english, value, "", "digits",
        optional=last == 1 or tens, engine_safe=True, facts=tuple(ways),
    )  # fmt: skip


def _name(count: int) -> str:
    return _WORDS.get(count) or english_cardinal(count)
