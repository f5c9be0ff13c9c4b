"""Vague periods of another magnitude: 几百年 that became "several decades"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_AGES = (
    late_regex(r"(?i:\bdecades?\b)"),
    late_regex(r"(?i:\bcentur(?:y|ies)\b|\bhundreds?\sof\syears\b|\bhundred\b)"),
    late_regex(r"(?i:\bmillenni\w+|\bthousands?\b|\bcenturies\b)"),
)
_AGED = late_regex("(?:[几数]|好几|上|近|逾)(?P<size>[十百千])[多余]?[年岁](?!代)")
_ELSE = late_regex("世纪|年代|十年|百年|千年|纪元")


def other_magnitude(comparison: Comparison) -> Iterator[FigureProblem]:
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
