"""Which numbers and dates an English text may state that are no figures of its source."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from generator.figures.agreement import agrees, label_pattern
from generator.figures.comparison import Comparison
from generator.figures.dates_for_words import stands_for_words
from generator.figures.digits import have_digits
from generator.figures.english_figure import Stated
from generator.figures.figure import Fact, Figure
from generator.figures.named_numbers import ages, in_words, sequels, tenths, the_two
from generator.figures.numeral import DIGITS, chinese_value
from generator.figures.others import left_of
from generator.figures.units import UNITS
from generator.patterns import late_regex


class Licence(msgspec.Struct, frozen=True):
    """What the English may say of numbers: the figures of the source, its names and sayings,
    and dates in place of "yesterday" or "this year"."""

    figures: list[Figure]
    stated: list[Stated]
    stray: set[Fraction]
    spans: list[tuple[int, int]]
    source: str
    sayings: str  # the source without its vague figures: 数千万 is no 千万
    passing: set[Fraction]
    vague_lost: bool  # a vague figure of the source is not said
    passed: frozenset[int]  # where the number of a sequel stands, or the two of "the two"
    undated: bool  # a date is given without its year, which English may add

    def covers(self, stated: Stated) -> bool:
        """Whether the source has something that the figure can come from."""
        return (
            any(start <= stated.start + 3 and stated.end <= end for start, end in self.spans)
            or any(lets_say(figure, stated, self.stated) for figure in self.figures)
            or _is_stray(stated, self.stray, self.passing)
            or (
                stands_for_words(stated, self.source)
                and not (self.vague_lost and _is_vague(stated))
            )
            or _is_saying(stated, self.sayings)
            or have_digits(stated, self.source, self.figures)
            or stated.start in self.passed
            or (self.undated and stated.facts[-1].kind == "year")
        )


def licence(comparison: Comparison) -> Licence:
    """What the English may say, where the missing figures of the Chinese are not said."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    kept = [figure for figure, _ in comparison.kept]
    return Licence(
        kept,
        comparison.stated,
        _stray(text, figures) | left_of(text, english),
        _label_spans(kept, english),
        text,
        _without_vague(text, figures),
        {Fraction(v) for word, its, v in _PASSING if word in text and its.search(text)},
        any(f.kind == "vague" for f in comparison.missing),
        sequels(text, english) | the_two(text, english) | in_words(text, english),
        any(f.kind in ("date", "period") and f.value.startswith("--") for f in figures),
    )


def _without_vague(text: str, figures: list[Figure]) -> str:
    for figure in figures:
        if figure.kind == "vague":
            text = f"{text[: figure.start]}{' ' * (figure.end - figure.start)}{text[figure.end :]}"
    return text


def lets_say(figure: Figure, one: Stated, stated: list[Stated]) -> bool:
    """Whether one of the ``stated`` figures may come from the other: the four of 四成 only beside
    a ten."""
    for way in figure.facts:
        if not any(_may_be(fact, found) for fact in way for found in one.facts):
            continue
        if len(way) == 1 or figure.kind not in _SHARES:
            return True
        if all(any(agrees(fact, f) for other in stated for f in other.facts) for fact in way):
            return True
    return False


_SHARES = frozenset({"percent", "fraction"})


def _may_be(fact: Fact, found: Fact) -> bool:
    return (
        agrees(fact, found)
        or (fact.kind == "date" and _is_part(fact, found))
        or (fact.kind == "decade" and _is_century(fact, found))
    )


def _label_spans(figures: list[Figure], english: str) -> list[tuple[int, int]]:
    """Where "the second half", "Q1" or "2+2" stand, with the numbers in them."""
    labels = {fact.text for f in figures for way in f.facts for fact in way if fact.text}
    spans = [m.span() for label in labels for m in label_pattern(label).finditer(english)]
    return [(start, _with_noun(english, start, end)) for start, end in spans]


_FEWER = late_regex(r"(?i:(?:more|fewer|less|over|under|above|below)\s)")
_NOUN = late_regex(r"\s(?:times|people)\b")


def _with_noun(english: str, start: int, end: int) -> int:
    """The end of the label, or of what it counts: fewer than four times."""
    noun = _NOUN.match(english, end) if _FEWER.match(english, start) else None
    return noun.end() if noun else end


def _is_part(fact: Fact, found: Fact) -> bool:
    """A month or a day of a date."""
    if found.kind == "month":
        return fact.value // 100 == found.value
    return found.kind in ("ordinal", "number") and fact.value % 100 == found.value


def _is_century(fact: Fact, found: Fact) -> bool:
    """The sixties of the 20th century."""
    return found.kind == "ordinal" and found.value == fact.value // 100 + 1


_NUMERALS = late_regex(r"[〇零一二两三四五六七八九十百千万亿廿卅]+|[0-9]+(?:\.[0-9]+)?")
# Characters that may be a number in passing: 次日 the second day, but not 首次 or 三次; 一对 two.
_PASSING = tuple(
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
        ("亚", "亚军", 2),
        ("季军", "季军", 3),
        ("再", "再[次度建添增开设]|又[一建添增开]", 2),
        ("回", "回[看访望头]", 2),
        ("另", "另", 2),
        ("复线", "复线", 2),
        ("兼职", "兼[职差]|副业", 2),
    )
)
_LAND = late_regex("(?:耕地|田|土地)[\u4e00-\u9fff]{0,4}([一二三四五六七八九])分(?![之钟数比])")
_TEENS = late_regex("(?<![一二三四五六七八九百千万0-9])十[几多来]")
_SOME = late_regex("几(?![乎率何内近经度])")
_FOLDS = late_regex("(?<![曲波百骨转])([一二三四五六七八九])折(?![叠扇线页])")
_SHARED_OUT = late_regex(
    "[一二三四五六七八九]{2}(?=开|比例|分成|分账|分配|分担|出资|配比|分(?![之钟]))"
)
_QUARTERS = late_regex("([二三四234])季度")
_FEW = (2, 3)


def _stray(text: str, figures: list[Figure]) -> set[Fraction]:
    """Numbers that stand in the source in names and sayings, so that English may say them."""
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
    if "个" in text or "名" in text:
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


def _is_vague(stated: Stated) -> bool:
    return stated.facts[0].kind == "vague"


def _is_stray(stated: Stated, licensed: set[Fraction], passing: set[Fraction]) -> bool:
    unit = UNITS.get(stated.facts[0].unit)
    if unit is None or unit.kind in ("count", "multiple"):
        licensed = licensed | passing
    return any(
        (fact.kind in ("number", "ordinal", "share", "year", "off") and fact.value in licensed)
        or (fact.kind == "vague" and fact.value >= 100 and fact.value in licensed)
        or (fact.kind == "time" and fact.value / 60 in licensed)
        or (fact.kind == "decade" and fact.value == 2000 and -2000 in licensed)
        for fact in stated.facts
    )


# One of what is never a figure, said in smaller units, and sayings of large numbers.
_ONES = (
    ("一轮", 12, "years"),
    ("一年", 12, "months"), ("一天", 24, "hours"), ("一日", 24, "hours"), ("昼夜", 24, "hours"),
    ("一周", 7, "days"), ("一星期", 7, "days"), ("一小时", 60, "minutes"), ("一个月", 30, "days"),
    ("全年", 365, "days"), ("一年", 365, "days"), ("全年", 12, "months"), ("全天", 24, "hours"),
    ("一分钟", 60, "seconds"), ("一个世纪", 100, "years"), ("斤", 500, "g"),
    ("斤", Fraction(1, 2), "kg"), ("十里", 5, "km"), ("百里", 50, "km"), ("千里", 500, "km"),
    ("万里", 5000, "km"), ("百里", 100, "li"), ("千里", 1000, "li"),
    ("一亩", Fraction(7, 100), "hectares"), ("一亩", Fraction(67, 1000), "hectares"),
    ("一亩", 667, "m2"), ("一亩", 670, "m2"), ("每亩", Fraction(7, 100), "hectares"),
)  # fmt: skip
_MULTITUDES = (
    ("亿万", 10**7, 10**9), ("千家万户", 10**3, 10**8), ("千百年", 10**3, 10**4),
    ("百年", 100, 100),
    ("千年", 10**3, 10**3), ("万年", 10**4, 10**4), ("万千", 10**3, 10**6),
    ("千千万万", 10**3, 10**8), ("万家", 10**3, 10**6), ("千万", 10**3, 10**7),
    ("千里", 100, 10**3), ("万里", 10**3, 10**4),
)  # fmt: skip


# Double 11 is written 11.11 too.
_DOUBLED_DAYS = (Fraction(1111, 100), Fraction(1212, 100))


def _is_saying(stated: Stated, text: str) -> bool:
    """Twelve months for 一年, millions of families for 千家万户."""
    fact = stated.facts[0]
    if fact.kind == "number" and fact.value in _DOUBLED_DAYS and "双1" in text.replace("十", "1"):
        return True
    if fact.kind == "number":
        return any(
            word in text and fact.value == value and fact.unit == unit
            for word, value, unit in _ONES
        )
    return fact.kind == "vague" and any(
        word in text and least <= fact.value <= most for word, least, most in _MULTITUDES
    )
