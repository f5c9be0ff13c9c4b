"""Which numbers and dates an English text may have that express no figure of its source."""

from __future__ import annotations

import datetime
from fractions import Fraction

import msgspec

from generator.figures.additions.dates_by_article import told_by_date
from generator.figures.additions.dates_for_words import stands_for_words
from generator.figures.additions.digit_counts import has_digit_count
from generator.figures.additions.implied_counts import implied_counts
from generator.figures.additions.named_numbers import in_words, sequels, the_two
from generator.figures.additions.stray_numbers import IMPLIED, stray_numbers
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees, label_pattern
from generator.figures.matching.comparison import Comparison
from generator.figures.matching.named_and_others import numbers_of_others
from generator.figures.shared.figure import SHARES, Fact, Figure
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex


class AllowedAdditions(msgspec.Struct, frozen=True):
    """The sources of numbers that the English may have: other meanings of the Chinese figures,
    numbers in names and idioms, and dates in place of "yesterday" or "this year".
    """

    figures: list[Figure]
    stated: list[Stated]
    stray: set[Fraction]
    spans: list[tuple[int, int]]
    source: str
    without_vague: str  # the source with its vague figures blanked: 数千万 is not 千万
    passing: set[Fraction]
    vague_lost: bool  # a vague figure of the source is missing
    passed: frozenset[int]  # places of the number of a sequel, or the two of "the two"
    undated: bool  # a date has no year, which English may add
    date: datetime.date | None  # that of the article

    def covers(self, stated: Stated) -> bool:
        """Whether ``stated`` can come from something in the source."""
        return (
            any(start <= stated.start + 3 and stated.end <= end for start, end in self.spans)
            or any(may_express(figure, stated, self.stated) for figure in self.figures)
            or _is_stray(stated, self.stray, self.passing)
            or (
                stands_for_words(stated, self.source)
                and not (self.vague_lost and _is_vague(stated))
            )
            or _is_idiom(stated, self.without_vague)
            or has_digit_count(stated, self.source, self.figures)
            or stated.start in self.passed
            or (self.undated and any(fact.kind == "year" for fact in stated.facts))
            or (self.date is not None and told_by_date(stated, self.source, self.date))
        )


def allowed_additions(comparison: Comparison) -> AllowedAdditions:
    """What the English of ``comparison`` may add."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    kept = [figure for figure, _ in comparison.kept]
    return AllowedAdditions(
        kept,
        comparison.stated,
        stray_numbers(text, figures) | numbers_of_others(text, english),
        _label_spans(kept, english),
        text,
        _without_vague(text, figures),
        {Fraction(v) for word, context, v in IMPLIED if word in text and context.search(text)},
        any(f.kind == "vague" for f in comparison.missing),
        sequels(text, english)
        | the_two(text, english)
        | in_words(text, english)
        | implied_counts(text, english, comparison.stated, figures),
        any(f.kind in ("date", "period") and not f.value[:1].isdigit() for f in figures),
        comparison.date,
    )


def _without_vague(text: str, figures: list[Figure]) -> str:
    for figure in figures:
        if figure.kind == "vague":
            text = f"{text[: figure.start]}{' ' * (figure.end - figure.start)}{text[figure.end :]}"
    return text


def may_express(figure: Figure, one: Stated, stated: list[Stated]) -> bool:
    """Whether ``one`` of the ``stated`` figures may come from ``figure``: the four of 四成 only
    beside a ten.
    """
    for way in figure.facts:
        if not any(_may_be(fact, found) for fact in way for found in one.facts):
            continue
        if len(way) == 1 or figure.kind not in SHARES:
            return True
        if all(any(agrees(fact, f) for other in stated for f in other.facts) for fact in way):
            return True
    return False


def _may_be(fact: Fact, found: Fact) -> bool:
    return (
        agrees(fact, found)
        or (fact.kind == "date" and _is_part(fact, found))
        or (fact.kind == "decade" and _is_century(fact, found))
    )


def _label_spans(figures: list[Figure], english: str) -> list[tuple[int, int]]:
    """The places of "the second half", "Q1" or "2+2", with the numbers in them."""
    labels = {fact.text for f in figures for way in f.facts for fact in way if fact.text}
    spans = [m.span() for label in labels for m in label_pattern(label).finditer(english)]
    return [(start, _with_noun(english, start, end)) for start, end in spans]


_FEWER = late_regex(r"(?i:(?:more|fewer|less|over|under|above|below)\s)")
_NOUN = late_regex(r"\s(?:times|people)\b")


def _with_noun(english: str, start: int, end: int) -> int:
    """The end of the label, or of the noun that it counts: fewer than four times."""
    noun = _NOUN.match(english, end) if _FEWER.match(english, start) else None
    return noun.end() if noun else end


def _is_part(fact: Fact, found: Fact) -> bool:
    """A month or day of a date."""
    if found.kind == "month":
        return fact.value // 100 == found.value
    return found.kind in ("ordinal", "number") and fact.value % 100 == found.value


def _is_century(fact: Fact, found: Fact) -> bool:
    """The sixties of the 20th century."""
    return found.kind == "ordinal" and found.value == fact.value // 100 + 1


def _is_vague(stated: Stated) -> bool:
    return stated.facts[0].kind == "vague"


# Two-thirds is not the two of both.
_PARTS = late_regex(r"(?i:[a-z]-(?:third|quarter|fifth|tenth)s\Z)")


def _is_stray(stated: Stated, licensed: set[Fraction], passing: set[Fraction]) -> bool:
    unit = UNITS.get(stated.facts[0].unit)
    if unit is None or unit.kind in ("count", "multiple"):
        licensed = licensed | passing
    facts = stated.facts
    if facts[0].kind == "share" and _PARTS.search(stated.text):
        facts = tuple(fact for fact in facts if fact.kind == "share")
    return any(
        (fact.kind in ("number", "ordinal", "share", "year", "off") and fact.value in licensed)
        or (fact.kind == "vague" and fact.value >= 100 and fact.value in licensed)
        or (fact.kind == "time" and fact.value / 60 in licensed)
        or (fact.kind == "decade" and fact.value == 2000 and -2000 in licensed)
        for fact in facts
    )


# Units that are no figure in Chinese, with their value in smaller units, and idioms of large
# numbers.
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


# Double 11 is also written 11.11.
_DOUBLED_DAYS = (Fraction(1111, 100), Fraction(1212, 100))


def _is_idiom(stated: Stated, text: str) -> bool:
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
