"""Whether an English text expresses a Chinese figure."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.matching.agreement import agrees, label_pattern
from generator.figures.shared.figure import Fact, Figure
from generator.patterns import late_regex


def is_expressed(figure: Figure, stated_facts: list[Fact], english: str) -> bool:
    """Whether the English expresses all of one of the alternatives of ``figure``, by its facts
    (``stated_facts``) or in its words.
    """
    if not figure.facts:
        return True
    if any(fact.kind == "share" and fact.value == 1 for fact in figure.facts[0]) and _ALL.search(
        english
    ):
        return True
    if figure.source == "第四节" and _LAST_QUARTER.search(english):
        return True
    if figure.unit == "centuries" and figure.value == "1" and _CENTURY.search(english):
        return True
    if _is_named(figure, stated_facts, english):
        return True
    return any(
        all(_is_fact_expressed(fact, stated_facts, english) for fact in way)
        or _date_apart(way, stated_facts)
        for way in figure.facts
    )


_LAST_QUARTER = late_regex(r"(?i:\b(?:last|final|closing)\s(?:quarter|period)\b)")


# Names of days and distances: 1月1日 is New Year's Day, 42.195公里 a marathon.
_NAMED_DAYS = {
    101: "new year's day", 501: "may day", 1001: "national day", 1225: "christmas day",
    214: "valentine's day", 1231: "new year's eve", 601: "children's day", 308: "women's day",
}  # fmt: skip
_NAMED_LENGTHS = {"42.195": "marathon", "21.0975": "half marathon", "21.1": "half marathon"}


def _is_named(figure: Figure, stated_facts: list[Fact], english: str) -> bool:
    """Whether a name stands for the figure. The name of a day does not if the English has another
    date.
    """
    if figure.kind == "date":
        dated = len(figure.facts[0]) > 1 or any(f.kind in ("date", "month") for f in stated_facts)
        name = "" if dated else _NAMED_DAYS.get(int(figure.facts[0][0].value), "")
    else:
        name = _NAMED_LENGTHS.get(figure.value, "") if figure.unit == "km" else ""
    return bool(name) and name in english.lower().replace("\u2019", "'").replace("-", " ")


_CENTURY = late_regex(r"\bcentury\b", re.I)
_ALL = late_regex(
    r"\b(?:all|full|fully|every|whole|entire|entirely|complete|completely|everything|wholly|totally|outright"
    r"|without\s(?:an?|any|one)\s(?:single\s)?(?:failure|fault|exception|defect|miss|error|loss))\b",
    re.I,
)


def _is_fact_expressed(fact: Fact, stated_facts: list[Fact], english: str) -> bool:
    for found in stated_facts:
        if agrees(fact, found):
            return True
    return fact.kind == "label" and bool(label_pattern(fact.text).search(english))


def _date_apart(way: tuple[Fact, ...], stated_facts: list[Fact]) -> bool:
    """Day and month in different places: ``the 3rd and 4th of November``."""
    dates = [fact for fact in way if fact.kind == "date"]
    others = [fact for fact in way if fact.kind != "date"]
    if not dates:
        return False
    return all(
        any(f.kind in ("month", "date") and _month(f) == fact.value // 100 for f in stated_facts)
        and any(
            f.kind in ("ordinal", "number") and f.value == fact.value % 100 for f in stated_facts
        )
        for fact in dates
    ) and all(any(agrees(fact, f) for f in stated_facts) for fact in others)


def _month(fact: Fact) -> Fraction | int:
    return fact.value // 100 if fact.kind == "date" else fact.value
