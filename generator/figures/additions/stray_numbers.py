"""Numbers that a Chinese text has in names, idioms and single characters, and that English may
therefore have: 四六比例, 十几分钟, 次日, 上旬.
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.additions.named_numbers import ages, tenths
from generator.figures.shared.figure import Figure
from generator.figures.shared.numeral import DIGITS, chinese_value
from generator.patterns import late_regex

_NUMERALS = late_regex(r"[〇零一二两三四五六七八九十百千万亿廿卅]+|[0-9]+(?:\.[0-9]+)?")
# Characters that may imply a number: 次日 the second day, but not 首次 or 三次; 一对 two.
IMPLIED = tuple(
    (word, late_regex(pattern), value)
    for word, pattern, value in (
        ("双", "双", 2),
        ("俩", "俩", 2),
        ("对", "(?:[一两几数每各这那成结配]|[0-9二三四五六七八九十])对|对[半开联]", 2),
        ("首", "首", 1),
        ("下", "下(?:一|[半旬篇册卷集部次个轮届阶])", 2),
        (
            "次",
            "(?:(?<![首一二两三四五六七八九十百千万0-9多几数每各这那本此上下批人班车架航频届逐])|(?<=再)|(?<=又一))次",
            2,
        ),
        ("仨", "仨", 3),
        ("季", "季", 4),
        ("其后", "其后", 2),
        ("复", "复[议审核查检试诊评测]", 2),
        ("亚", "亚军", 2),
        ("季军", "季军", 3),
        ("再", "再[次度建添增开设]|又[一建添增开]", 2),
        ("回", "回[看访望头]", 2),
        ("另", "另", 2),
        ("复线", "复线", 2),
        ("兼职", "兼[职差]|副业", 2),
        ("多子女", "多子女", 2),
        ("多孩", "多孩", 2),
    )
)
_LAND = late_regex("(?:耕地|田|土地)[\u4e00-\u9fff]{0,4}([一二三四五六七八九])分(?![之钟数比])")
_TEENS = late_regex("(?<![一二三四五六七八九百千万0-9])十[几多来]")
_SOME = late_regex("几(?![乎率何内近经度])")
_NEXT_TO = late_regex("仅次于[^，。；、和与]{1,12}([、和与]?)")
_FOLDS = late_regex("(?<![曲波百骨转])([一二三四五六七八九])折(?![叠扇线页])")
_SHARED_OUT = late_regex(
    "[一二三四五六七八九]{2}(?=开|比例|分成|分账|分配|分担|出资|配比|分(?![之钟]))"
)
_QUARTERS = late_regex("([二三四234])季度")
_FEW = (2, 3)


def stray_numbers(text: str, figures: list[Figure]) -> set[Fraction]:
    """Numbers in names and idioms of ``text``, which the English may have."""
    values: set[Fraction] = {Fraction(1)}
    for match in _NUMERALS.finditer(text):
        inside = [f for f in figures if f.start <= match.start() and match.end() <= f.end]
        if inside and inside[0].kind != "label":
            continue
        values.update(Fraction(DIGITS[c]) for c in match.group() if c in DIGITS)
        if "十" in match.group():
            values.add(Fraction(10))
        if len(match.group()) == 2 and all(c in DIGITS for c in match.group()):
            values.add(Fraction(1900 + 10 * DIGITS[match[0][0]] + DIGITS[match[0][1]]))  # 九二
        value = chinese_value(match.group())
        if value is not None:
            values.add(Fraction(value))
    if "双向" in text:  # 双向六车道: three lanes each way
        values.update(
            fact.value / 2 for f in figures for way in f.facts for fact in way
            if f.kind == "count"
        )  # fmt: skip
    if "个" in text or "名" in text or "另" in text or "剩" in text:
        values |= _last_of(figures)
    if "平分" in text or "均分" in text:
        values |= _divided(figures)
    if "半" in text:
        values.add(Fraction(1, 2))
    if "十" in text and _TEENS.search(text):
        values.add(Fraction(20))  # 十几分钟: between ten and 20 minutes
    if "旬" in text:
        values.add(Fraction(10))  # 上旬: the first ten days
    if "折" in text:  # 买两瓶九折: 10 percent off
        values.update(
            1 - Fraction(DIGITS[m[1]], 10) for m in _FOLDS.finditer(text)
            if not any(f.start <= m.start() < f.end for f in figures)
        )  # fmt: skip
    for two in _SHARED_OUT.findall(text):  # 四六比例: 40 and 60 per cent
        parts = [Fraction(DIGITS[n]) for n in two]
        if sum(parts) == 10:
            values.update(n * times for n in parts for times in (1, 10, Fraction(1, 10)))
    if "仅次于" in text:  # second to one, or third behind two
        values.update(Fraction(2 + len(m[1])) for m in _NEXT_TO.finditer(text))
    if "五五开" in text or "五五分" in text or "对半" in text:
        values.add(Fraction(50))
    if "环比" in text:  # from the second quarter
        values.update(Fraction(DIGITS.get(q, 1) - 1) for q in _QUARTERS.findall(text))
    values |= ages(text) | tenths(text)
    if "零百" in text or "百公里加速" in text:
        values.update((Fraction(100), Fraction(0)))
    if "分" in text:  # 人均耕地八分: 0.8 mu
        values.update(Fraction(DIGITS[n], 10) for n in _LAND.findall(text))
    if "合议庭" in text:
        values.add(Fraction(3))  # a three-judge panel
    if "万兆" in text:
        values.add(Fraction(10))  # of 10 gigabits
    if "‰" in text:
        values.add(Fraction(1000))  # 5.7 per 1,000
    if "世纪" in text:
        values.add(Fraction(-2000))  # 本世纪初: the 2000s
    if "几" in text and _SOME.search(text):
        values.update(map(Fraction, _FEW))
    return values


def _divided(figures: list[Figure]) -> set[Fraction]:
    """三人平分90万元: 300,000 each."""
    amounts = [
        (f.kind, f.facts[0][0].value) for f in figures if f.facts and f.facts[0][0].kind == "number"
    ]
    among = [value for kind, value in amounts if kind == "count" and 1 < value <= _MANY_HEIRS]
    shared = [value for kind, value in amounts if kind in ("money", "measure")]
    return {value / n for value in shared for n in among}


_MANY_HEIRS = 20
_SMALL = 5


def _last_of(figures: list[Figure]) -> set[Fraction]:
    """三个孩子，两个在外地，一个在家: the third."""
    counts = {
        f.facts[0][0].value for f in figures
        if f.kind == "count" and f.facts and f.facts[0][0].kind == "number"
    }  # fmt: skip
    return {n for n in counts if n - 1 in counts and 2 < n <= _SMALL}
