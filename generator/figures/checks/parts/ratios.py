"""Ratios of two named sides in reverse: 男女比例为三比七 that became "the ratio of men to women is
seven to three".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
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


def reversed_ratios(comparison: Comparison) -> Iterator[FigureProblem]:
    """Ratios of two named sides in which the English gives each side the number of the other."""
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
            stated_values = [str(s.facts[0].value) for s in (a, b)]
            if set(stated_values) != set(value) or stated_values[0] == stated_values[1]:
                continue
            before = english[max(0, a.start - _NEAR) : a.start]
            one, other = (
                max((m.start() for m in party.finditer(before)), default=-1)
                for party in parties[1:]
            )
            if min(one, other) >= 0 and (one < other) != (stated_values == value):
                yield FigureProblem(
                    "changed", figure.source, figure.english, english[a.start : b.end]
                )
                return


_OUT_OF = late_regex(r"(?:\s[a-z]+)?\s(?:in|out\sof)\s(?:every\s)?")


def reversed_fractions(comparison: Comparison) -> Iterator[FigureProblem]:
    """每十人有三人 that became "ten in every three"."""
    english = comparison.english
    for figure in comparison.figures:
        if figure.kind != "fraction" or len(figure.facts) <= 1:
            continue
        part = [fact.value for fact in figure.facts[1] if fact.kind == "number"]
        for a, b in pairwise(comparison.stated):
            if (
                len(part) == 2
                and _OUT_OF.fullmatch(english, a.end, b.start)
                and [b.facts[0].value, a.facts[0].value] == part
            ):
                found = english[a.start : b.end]
                yield FigureProblem("changed", figure.source, figure.english, found)
