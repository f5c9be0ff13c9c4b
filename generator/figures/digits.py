"""How many digits a number has, where nothing else is said of it: 两位数, 个位数; double-digit.

两位数的增长 is growth of ten percent and more, in English double-digit growth: two of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from generator.figures.english_figure import Stated
from generator.figures.english_hedges import english_hedge
from generator.figures.figure import Fact, Figure
from generator.figures.numeral import ONES, chinese_value, english_cardinal
from generator.patterns import late_regex

# What a text has that tells of digits; most texts do not.
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
# 这个, 每个, 3个: the character belongs to what stands before it.
_COUNTED = late_regex("[每各这這那几幾多数數0-9一二两三四五六七八九十百千万亿]\\Z")
# What falls below three digits is below 100, and has two.
_SHORT_OF = late_regex("(?:[跌降]破|不[足到及]|[未没](?:到|达到?)|低于|[跌降]出|失守)\\Z")
_WORDS = {1: "single", 2: "double"}
# A number, where no noun follows.
_ALONE = late_regex(r"[^\u4e00-\u9fff]|以[上下内]|[及或和左之]|[增升降跌涨回][至到为]|\Z")

_OF_WORDS = {"single": 1, "double": 2, "triple": 3, "quadruple": 4}
_COUNTS = _OF_WORDS | {word: n for word, n in ONES.items() if n}
_COUNT = "(?:" + "|".join(sorted(_COUNTS, key=lambda word: (-len(word), word))) + "|[0-9]{1,2})"
# Single- and double-digit, two- to three-digit, six-figure, in six figures. Two figures in bronze
# are none of these.
ENGLISH = (
    rf"(?i:(?:(?:an?|some|several)\s)?{_COUNT}(?:-?\s?(?:(?:and|or|to)\s|[-–]\s?){_COUNT})?(?:[-\s]digits?|-figure)\b"
    rf"|(?:single|double|triple)\sfigures\b"
    rf"|(?:(?<=in\s)|(?<=into\s)){_COUNT}\sfigures\b)"
)
_COUNT_OF = late_regex(rf"(?i:{_COUNT})")
# 个位 and 双位 without 数, and numbers by the place of their first digit.
_SAID_SO = {
    1: ("个位", "個位", "一位"), 2: ("双位", "雙位", "十位", "二位"), 3: ("百位",), 4: ("千位",),
    5: ("万位",),
}  # fmt: skip


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
    tens = match["n"] == "十"  # 十位数 may have ten digits, and tens alone
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


def stated_digits(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """What a match of `ENGLISH` says: so many digits; of a number word the number too, which is
    that of 6位密码."""
    facts: list[Fact] = []
    for word in _COUNT_OF.findall(match.group().lower()):
        count = Fraction(_COUNTS[word] if word in _COUNTS else int(word))
        facts.append(Fact("digits", count))
        if word not in _OF_WORDS:
            facts.append(Fact("number", count))
    yield Stated(match.start(), match.end(), match.group(), tuple(facts))


def sized(stated: Stated, english: str) -> Stated:
    """``more than 10 percent`` and ``thousands`` say how many digits a number has, too."""
    fact = stated.facts[0]
    value = fact.value * 100 if fact.kind == "share" else fact.value
    size = _power(value) if fact.kind in ("share", "number", "vague") else 0
    if not size:
        return stated
    hedge = english_hedge(english, stated.start, stated.end) if fact.kind != "vague" else "least"
    if hedge in ("over", "least"):
        return _with(stated, size + 1)
    return _with(stated, size) if hedge in ("below", "nearly") else stated


def _power(value: Fraction) -> int:
    """Which power of ten it is; 0 where it is none."""
    digits = str(value)
    return len(digits) - 1 if digits.rstrip("0") == "1" else 0


def _with(stated: Stated, digits: int) -> Stated:
    return msgspec.structs.replace(stated, facts=(*stated.facts, Fact("digits", Fraction(digits))))


def have_digits(stated: Stated, text: str, figures: Sequence[Figure]) -> bool:
    """Whether a number of the Chinese ``text`` has as many digits: double-digit growth of 15%."""
    counts = {int(fact.value) for fact in stated.facts if fact.kind == "digits"}
    if not counts:
        return False
    there = {count for count, words in _SAID_SO.items() if any(word in text for word in words)}
    for figure in figures:
        for fact in (fact for way in figure.facts for fact in way):
            value = abs(fact.value * 100 if fact.kind == "share" else fact.value)
            if fact.kind in ("share", "number", "points", "vague"):
                size = len(str(int(value)))
                # Below 10 percent is in single digits.
                there |= {size, size - 1} if _power(Fraction(value)) else {size}
            elif fact.kind == "label" and fact.text.isdigit():
                there.add(len(fact.text))
    return counts <= there
