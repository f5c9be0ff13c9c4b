"""Whether an English text keeps the figures of its Chinese source, and adds none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from generator.figures.agreement import agrees, label_pattern
from generator.figures.chinese import read
from generator.figures.direction import risen, stated_direction
from generator.figures.english import read_english
from generator.figures.figure import Fact, Figure
from generator.figures.numeral import DIGITS, bounded, chinese_value, normal
from generator.figures.stated import Stated
from generator.figures.units import CLASSIFIERS, UNITS


class FigureProblem(msgspec.Struct, frozen=True):
    """A figure that is ``missing`` from the English, ``changed`` in it, or ``added``, or one
    that is ``unread``: not understood, and the English does not repeat its digits.

    ``source`` is the Chinese figure and ``expected`` its English (both empty for what was
    added); ``found`` is what the English says (empty for what is missing).
    """

    kind: Literal["missing", "changed", "added", "unread"]
    source: str = ""
    expected: str = ""
    found: str = ""

    @property
    def message(self) -> str:
        """One sentence for an editor."""
        if self.kind == "added":
            return f'the figure "{self.found}" is not in the source'
        if self.kind == "changed":
            return f'{self.source} ({self.expected}) became "{self.found}"'
        if self.kind == "unread":
            return f"{self.source} is a number that cannot be read (write it another way)"
        return f"{self.source} ({self.expected}) is missing"


def verify(
    source: str, english: str, spared: Sequence[tuple[int, int]] = ()
) -> list[FigureProblem]:
    """What is wrong with the figures of ``english``, a translation of the Chinese ``source``.

    Sound English is accepted: numbers in words, other orders and units that come to the same
    ("first eight months", "587 hectares" for 8800亩, "one-half" for 50%); rounding is not.
    A figure said twice may be said once. Figures within the ``spared`` spans of the source
    (those of terms, whose English need not repeat them) may go unsaid.
    """
    source, english = bounded(source), bounded(english)
    figures = read(source)
    stated = read_english(english)
    if any(f.value.startswith("-") for f in figures) and _FALL.search(english):
        stated = [_fallen(one) for one in stated]
    meant = _MEANT.search(normal(source))
    if meant:
        unit = CLASSIFIERS.get(meant[1], "")
        stated = [_also_yuan(one, unit) for one in stated]
    missing = [f for f in figures if not _said(f, stated, english)]
    strong = [f for f in missing if not f.weak and not _within(f, spared)]
    kept = [f for f in figures if f not in missing]
    undated = any(f.kind in ("date", "period") and f.value.startswith("--") for f in figures)
    spans = _label_spans(kept, english)
    licence = _Licence(kept, _stray(source, figures), spans, normal(source), undated)
    added = [s for s in stated if not s.weak and not licence.covers(s)]
    problems, rest = _pairs(strong, missing, added)
    problems += _contradictions(figures, stated)
    problems += _turned(source, english, kept, stated)
    problems += _foreign(source, figures, stated)
    problems += [FigureProblem("added", found=s.text) for s in _distinct(rest)]
    return problems


# 60元（美元，下同）: the currency of every 元 of the text.
_MEANT = re.compile(r"[(（](?:单位:)?([美港欧日澳加新韩][元圆])[,，、]下同")


def _also_yuan(stated: Stated, unit: str) -> Stated:
    yuan = [Fact("number", f.value, "yuan") for f in stated.facts if f.unit in (unit, "dollars")]
    return msgspec.structs.replace(stated, facts=(*stated.facts, *yuan))


_FALL = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|down|dropp?\w*|declin\w+|decreas\w+|loss\w*|lost|minus|negative|"
    r"below|shr[aiu]nk\w*|contract(?:ed|ing|s|ion)|slid\w*|slipp\w*|deficit)\b",
    re.IGNORECASE,
)


def _fallen(stated: Stated) -> Stated:
    """``fell by 3.5%`` says -3.5% as well."""
    below = [
        msgspec.structs.replace(fact, value=-fact.value)
        for fact in stated.facts
        if fact.kind in ("number", "share", "points")
    ]
    return msgspec.structs.replace(stated, facts=(*stated.facts, *below))


def _within(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _said(figure: Figure, stated: list[Stated], english: str) -> bool:
    """Whether one way to say the figure is all there."""
    if not figure.facts:
        return True
    if any(fact.kind == "share" and fact.value == 1 for fact in figure.facts[0]) and _ALL.search(
        english
    ):
        return True
    return any(
        all(_is_said(fact, stated, english) for fact in way) or _date_apart(way, stated)
        for way in figure.facts
    )


_ALL = re.compile(r"\b(?:all|full|fully|every|whole|entire|entirely|complete|completely)\b", re.I)


def _is_said(fact: Fact, stated: list[Stated], english: str) -> bool:
    if any(agrees(fact, found) for one in stated for found in one.facts):
        return True
    return fact.kind == "label" and bool(label_pattern(fact.text).search(english))


def _date_apart(way: tuple[Fact, ...], stated: list[Stated]) -> bool:
    """``the 3rd and 4th of November``: month and day said in different places."""
    said = [fact for one in stated for fact in one.facts]
    dates = [fact for fact in way if fact.kind == "date"]
    others = [fact for fact in way if fact.kind != "date"]
    return bool(dates) and all(
        any(f.kind in ("month", "date") and _month(f) == fact.value // 100 for f in said)
        and any(f.kind in ("ordinal", "number") and f.value == fact.value % 100 for f in said)
        for fact in dates
    ) and all(any(agrees(fact, f) for f in said) for fact in others)  # fmt: skip


def _month(fact: Fact) -> Fraction | int:
    return fact.value // 100 if fact.kind == "date" else fact.value


class _Licence(msgspec.Struct, frozen=True):
    """What the English may say of numbers: the figures of the source, its names and sayings,
    and dates in place of "yesterday" or "this year"."""

    figures: list[Figure]
    stray: set[Fraction]
    spans: list[tuple[int, int]]
    source: str
    undated: bool  # a date is given without its year, which English may add

    def covers(self, stated: Stated) -> bool:
        """Whether the source has something that the figure can come from."""
        return (
            any(start <= stated.start and stated.end <= end for start, end in self.spans)
            or any(_licenses(figure, stated) for figure in self.figures)
            or _is_stray(stated, self.stray)
            or _is_dated(stated, self.source)
            or _is_saying(stated, self.source)
            or (self.undated and stated.facts[-1].kind == "year")
        )


def _licenses(figure: Figure, stated: Stated) -> bool:
    facts = [fact for way in figure.facts for fact in way]
    return any(
        agrees(fact, found) or (fact.kind == "date" and _is_part(fact, found))
        for fact in facts
        for found in stated.facts
    )


def _label_spans(figures: list[Figure], english: str) -> list[tuple[int, int]]:
    """Where "the second half", "Q1" or "2+2" stand, with the numbers in them."""
    labels = {fact.text for f in figures for way in f.facts for fact in way if fact.text}
    return [m.span() for label in labels for m in label_pattern(label).finditer(english)]


def _is_part(fact: Fact, found: Fact) -> bool:
    """A month or a day of a date."""
    if found.kind == "month":
        return fact.value // 100 == found.value
    return found.kind in ("ordinal", "number") and fact.value % 100 == found.value


_NUMERALS = re.compile(r"[〇零一二两三四五六七八九十百千万亿廿卅]+|[0-9]+(?:\.[0-9]+)?")
_PASSING = {
    "双": 2,
    "俩": 2,
    "对": 2,
    "首": 1,
    "下": 2,
    "次": 2,
    "仨": 3,
    "季": 4,
    "其后": 2,
    "另": 2,
}
_FEW = (2, 3)


def _stray(source: str, figures: list[Figure]) -> set[Fraction]:
    """Numbers that stand in the source in names and sayings, so that English may say them."""
    text = normal(source)
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
    if "世纪" in text:
        values.add(Fraction(-2000))  # 本世纪初: the 2000s
    if "几" in text:
        values.update(map(Fraction, _FEW))
    values.update(Fraction(v) for word, v in _PASSING.items() if word in text)
    return values


def _is_stray(stated: Stated, licensed: set[Fraction]) -> bool:
    return any(
        (fact.kind in ("number", "ordinal", "share", "year", "vague") and fact.value in licensed)
        or (fact.kind == "time" and fact.value / 60 in licensed)
        or (fact.kind == "decade" and fact.value == 2000 and -2000 in licensed)
        for fact in stated.facts
    )


# One of what is never a figure, said in smaller units, and sayings of large numbers.
_ONES = (
    ("一年", 12, "months"), ("一天", 24, "hours"), ("一日", 24, "hours"), ("昼夜", 24, "hours"),
    ("一周", 7, "days"), ("一星期", 7, "days"), ("一小时", 60, "minutes"), ("一个月", 30, "days"),
    ("一分钟", 60, "seconds"), ("一个世纪", 100, "years"),
)  # fmt: skip
_MULTITUDES = (
    ("亿万", 10**7, 10**9), ("千家万户", 10**3, 10**8), ("万千", 10**3, 10**6),
    ("千千万万", 10**3, 10**8), ("万家", 10**3, 10**6), ("千万", 10**3, 10**7),
)  # fmt: skip


def _is_saying(stated: Stated, text: str) -> bool:
    """Twelve months for 一年, millions of families for 千家万户."""
    fact = stated.facts[0]
    if fact.kind == "number":
        return any(
            word in text and fact.value == value and fact.unit == unit
            for word, value, unit in _ONES
        )
    return fact.kind == "vague" and any(
        word in text and least <= fact.value <= most for word, least, most in _MULTITUDES
    )


_RELATIVE_YEAR = re.compile("[今去明前后當当本上次近新]年|年[内初底末来]|春节|以来|过去|至今")
_RELATIVE_DAY = re.compile(
    "[今昨明当次前]日|[今昨明]天|日前|近日|[本上下当]月|月[底初末]|前一天|会上|目前|截至"
)


def _is_feast(fact: Fact, text: str) -> bool:
    """1 August for 八一, 11 November for 双11."""
    month, day = divmod(int(fact.value), 100)
    if fact.kind != "date" or not 1 <= month <= 12:
        return False
    names = {f"{_HAN[month]}{_HAN[day]}"} if day <= 10 else set()
    if month == 9 and day == 18:
        names.add("九一八")
    if month == 10 and day == 1:
        names.add("十一")
    if month == day and month > 10:
        names |= {f"双{month}", f"双{'十一' if month == 11 else '十二'}"}
    return any(name in text for name in names)


_HAN = "〇一二三四五六七八九十" + " " * 30
_MANY = re.compile(
    "众多|许多|大量|无数|不少|大批|很多|好多|多[家个名位人种项次地国]|各地|一批|批量|成群|纷纷|广大|密集|连片"
)


def _is_dated(stated: Stated, text: str) -> bool:
    """A date in place of "yesterday" or "this year", and hundreds in place of 数百 or 众多."""
    kinds = {fact.kind for fact in stated.facts}
    if "year" in kinds:
        return bool(_RELATIVE_YEAR.search(text) or _RELATIVE_DAY.search(text))
    if stated.facts[0].kind in ("date", "month"):
        return bool(_RELATIVE_DAY.search(text)) or _is_feast(stated.facts[0], text)
    return kinds == {"vague"} and stated.facts[0].value <= 1000 and bool(_MANY.search(text))


def _pairs(
    strong: list[Figure], missing: list[Figure], added: list[Stated]
) -> tuple[list[FigureProblem], list[Stated]]:
    """Missing figures, each with the added one it most likely became."""
    rest = list(added)
    problems: list[FigureProblem] = []
    for figure in missing:
        twin = next((s for s in rest if _resembles(figure, s)), None)
        if figure.kind == "unread":
            problems.append(FigureProblem("unread", figure.source))
        elif twin is not None:
            rest.remove(twin)
            problems.append(FigureProblem("changed", figure.source, figure.english, twin.text))
        elif figure in strong:
            problems.append(FigureProblem("missing", figure.source, figure.english))
    return problems, rest


_LIKE = {"number": "count", "share": "share", "points": "share", "ordinal": "count"}


def _resembles(figure: Figure, stated: Stated) -> bool:
    """Whether one may be what became of the other: the same sort of thing."""
    wanted = {_LIKE.get(fact.kind, fact.kind) for way in figure.facts for fact in way}
    there = {_LIKE.get(fact.kind, fact.kind) for fact in stated.facts}
    if wanted & there:
        return True
    digits = {_mantissa(f.value) for way in figure.facts for f in way if f.value}
    return bool(digits & {_mantissa(f.value) for f in stated.facts if f.value})


def _mantissa(value: Fraction) -> Fraction:
    while value.denominator == 1 and value % 10 == 0 and value:
        value /= 10
    while (
        value.denominator != 1 and (value * 10).denominator <= value.denominator and value < 10**9
    ):
        value *= 10
    return value


def _turned(
    source: str, english: str, figures: list[Figure], stated: list[Stated]
) -> list[FigureProblem]:
    """增长8.6% that became "fell 8.6%"."""
    text = normal(source)
    problems: list[FigureProblem] = []
    previous = dict(zip(map(id, stated), [None, *stated], strict=False))
    for figure in figures:
        if figure.kind not in _CHANGING:
            continue
        wanted = risen(text, figure)
        facts = [fact for way in figure.facts for fact in way] if wanted else []
        said = [s for s in stated if any(agrees(a, b) for a in facts for b in s.facts)]
        ways = {stated_direction(english, s, previous[id(s)]) for s in said}
        if ways == {-wanted}:
            word = "a fall" if wanted > 0 else "a rise"
            found = f"{word}: {said[0].text}"
            problems.append(FigureProblem("changed", figure.source, figure.english, found))
    return problems


_CHANGING = frozenset(
    {"percent", "points", "fraction", "multiple", "money", "measure", "count", "duration"}
)
_NAMED_CURRENCY = re.compile(
    r"(?P<dollars>美元|美金|港元|港币|澳元|加元|新台币|台币|新加坡元|新元|纽元|新西兰元|\$)|(?P<other>[¥€£₩₽₹]|"
    r"欧元|英镑|日元|日圆|韩元|韩圆|卢布|[法瑞]郎|泰铢|卢比|越南?盾|林吉特|令吉|雷亚尔|兰特|迪拉姆|里亚尔|第纳尔|坚戈|"
    r"里拉|克朗|比索|福林|先令|奈拉|澳门元|USD|EUR|GBP|JPY|HKD|外币)"
)


def _foreign(source: str, figures: list[Figure], stated: list[Stated]) -> list[FigureProblem]:
    """A currency other than the yuan, where the Chinese names none."""
    if _NAMED_CURRENCY.search(normal(source)):
        return []
    own = {figure.unit for figure in figures}
    problems: list[FigureProblem] = []
    for one in stated:
        units = {fact.unit for fact in one.facts if fact.kind == "number"}
        unit = UNITS.get(one.facts[0].unit)
        if (
            unit is None
            or unit.kind != "money"
            or units & {"yuan", "lb", "jiao", "fen"}
            or units & own
        ):
            continue
        figure = next(
            (f for f in figures for way in f.facts for a in way for b in one.facts if agrees(a, b)),
            None,
        )
        if figure is not None:
            problems.append(FigureProblem("changed", figure.source, figure.english, one.text))
    return problems


def _contradictions(figures: list[Figure], stated: list[Stated]) -> list[FigureProblem]:
    """近 that became "more than", 超过 that became "nearly"."""
    problems: list[FigureProblem] = []
    for figure in figures:
        if not figure.leaning:
            continue
        facts = [fact for way in figure.facts for fact in way]
        said = [s for s in stated if any(agrees(a, b) for a in facts for b in s.facts)]
        if said and all(s.leaning == -figure.leaning for s in said):
            word = "more than" if said[0].leaning > 0 else "less than"
            found = f"{word} {said[0].text}"
            problems.append(FigureProblem("changed", figure.source, figure.english, found))
    return problems


def _distinct(stated: list[Stated]) -> list[Stated]:
    seen: dict[tuple[int, int], Stated] = {}
    for one in stated:
        seen.setdefault((one.start, one.end), one)
    return list(seen.values())
