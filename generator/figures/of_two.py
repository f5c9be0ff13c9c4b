"""Whose number of a ratio is whose, and how long a vague time is: 男女比例为三比七 that became "the
ratio of men to women is seven to three", 几百年 "several decades"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.comparison import Comparison
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_PARTIES = tuple(
    (late_regex(chinese), late_regex(rf"(?i:\b(?:{one})\b)"), late_regex(rf"(?i:\b(?:{other})\b)"))
    for chinese, one, other in (
        ("男[生性]?[与和、对]?女", "m[ae]n|males?|boys?", "wom[ae]n|females?|girls?"),
        ("女[生性]?[与和、对]?男", "wom[ae]n|females?|girls?", "m[ae]n|males?|boys?"),
        ("师生|教师[与和]学生", "teachers?|staff|faculty", "students?|pupils?"),
        ("生师", "students?|pupils?", "teachers?|staff|faculty"),
        ("医护", "doctors?|physicians?", "nurses?"),
        ("床护", "beds?", "nurses?"),
        ("医患", "doctors?|physicians?", "patients?"),
        ("城乡|城[镇市][与和]农村", "urban|cit(?:y|ies)|towns?", "rural|countryside|villages?"),
        ("投入产出", "inputs?|investment", "outputs?|returns?"),
        ("水灰", "water", "cement"),
        ("供求|供需", "supply", "demand"),
        ("公母", "males?|bulls?|cocks?", "females?|cows?|hens?"),
        ("文理", "arts|humanities", "sciences?"),
    )
)
_RATIO = late_regex("比")
_TO = late_regex(r"\s?(?:to|against|[-–:])\s?")
_NEAR = 90


def turned_ratios(comparison: Comparison) -> Iterator[FigureProblem]:
    """A ratio of two parties of which the English gives each the number of the other."""
    text, english = comparison.text, comparison.english
    for figure in comparison.figures:
        if figure.kind != "ratio":
            continue
        clause = text[max(0, figure.start - 16) : figure.start]
        parties = next((p for p in _PARTIES if p[0].search(clause)), None)
        if parties is None or not _RATIO.search(clause):
            continue
        value = figure.value.split(":")
        for a, b in pairwise(comparison.stated):
            if not _TO.fullmatch(english, a.end, b.start):
                continue
            said = [str(s.facts[0].value) for s in (a, b)]
            if set(said) != set(value) or said[0] == said[1]:
                continue
            before = english[max(0, a.start - _NEAR) : a.start]
            one, other = (
                max((m.start() for m in party.finditer(before)), default=-1)
                for party in parties[1:]
            )
            if min(one, other) >= 0 and (one < other) != (said == value):
                yield FigureProblem(
                    "changed", figure.source, figure.english, english[a.start : b.end]
                )
                return


_AGES = (
    late_regex(r"(?i:\bdecades?\b)"),
    late_regex(r"(?i:\bcentur(?:y|ies)\b|\bhundreds?\sof\syears\b|\bhundred\b)"),
    late_regex(r"(?i:\bmillenni\w+|\bthousands?\b|\bcenturies\b)"),
)
_AGED = late_regex("(?:[几数]|好几|上|近|逾)(?P<size>[十百千])[多余]?[年岁](?!代)")
_ELSE = late_regex("世纪|年代|十年|百年|千年|纪元")


def other_ages(comparison: Comparison) -> Iterator[FigureProblem]:
    """Decades for 几百年, a century for 上千年."""
    text, english = comparison.text, comparison.english
    found = _AGED.search(text) if "年" in text or "岁" in text else None
    if (
        found is None
        or not comparison.unsaid
        or _ELSE.search(text[: found.start()] + " " + text[found.end() :])
    ):
        return
    size = "十百千".index(found["size"])
    if any(_AGES[n].search(english) for n in range(3) if n == size):
        return
    other = next((m for n in range(3) if n != size and (m := _AGES[n].search(english))), None)
    if other is not None:
        yield FigureProblem("changed", found.group(), "", other.group())
