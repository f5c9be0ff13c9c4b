"""A superfluous unit, scale or currency after an English figure: "672 million yuan dollars",
"18,000 square metres square metres", "34 °C percent".

Machine translation leaves such words where one figure has replaced another. Whether the word
repeats the unit or contradicts it, the reader cannot know what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

_MONEY = r"(?:(?:US|U\.S\.|Hong\sKong)\s)?dollars?|yuan|renminbi|RMB|euros?|yen"
_SCALES = r"hundred|thousand|million|billion|trillion"
_MEASURES = (
    r"(?:square|cubic)\s(?:(?:kilo)?(?:metres?|meters?)|feet|miles)|(?:kilo|centi|milli)?(?:metres|meters)"
    r"|(?:kilo|milli)?(?:grams|grammes|litres|liters)|hectares|acres|mu|tonnes|tons|jin"
    r"|percent(?:age\spoints)?|per\scent|degrees(?:\sCelsius)?"
    r"|(?:kilo|mega|giga)watt(?:s|[\s-]hours)"
)
_WORD = rf"(?:{_MONEY}|{_SCALES}|{_MEASURES}|°C|℃|%)(?![\w-])"
# Words that may not follow a figure with a unit: nouns of units, not parts of other words.
_BEHIND = late_regex(rf"(?:\s\([^)]{{1,40}}\))?\s{_WORD}")
# Quick test: most texts have no such word after a unit, a bracket or an amount with a sign.
_SIDE_BY_SIDE = late_regex(rf"(?:[a-z)°%C℃]|[$¥€£]\s?[0-9][0-9.,]*)\s{_WORD}")
# "$5 million US dollars": the name of the sign
_OWN_NAME = late_regex(r"(?i:\A(?:(?:US|HK|NT|A|C|S)?[$€£¥]|RMB|CNY|USD|HKD|EUR))")
_CURRENCY = late_regex(
    r"(?i:\s(?:(?P<dollars>(?:(?:US|U\.S\.|Hong\sKong)\s)?dollars?)|(?P<yuan>yuan|renminbi|RMB)|(?P<euros>euros?)|(?P<yen>yen))\b)"
)


def doubled_units(comparison: Comparison) -> Iterator[FigureProblem]:
    """Figures followed by a superfluous unit."""
    english = comparison.english
    if not _SIDE_BY_SIDE.search(english):
        return
    for one in comparison.stated:
        behind = _BEHIND.match(english, one.end) if _has_unit(one) else None
        if behind and not _is_named_once_more(english, one, behind.group()):
            figure = comparison.figure_of(one)
            found = english[one.start : behind.end()]
            if figure is None:
                yield FigureProblem("added", found=found)
            else:
                yield FigureProblem("changed", figure.source, figure.english, found)


def _has_unit(one: Stated) -> bool:
    """Whether the figure has a unit: an amount of money, a measure, a percentage."""
    kinds = {fact.kind for fact in one.facts}
    if kinds & {"share", "points"}:
        return one.text.endswith(("%", "cent", "points"))
    unit = UNITS.get(one.facts[0].unit)
    return "number" in kinds and unit is not None and unit.kind in ("money", "measure")


def _is_named_once_more(english: str, one: Stated, behind: str) -> bool:
    """Whether the word only names the unit: "dollars" after "$3 billion", "degrees" after "95
    Celsius".
    """
    if behind == " degrees" and one.text.endswith(("Celsius", "Fahrenheit")):
        return "degree" not in one.text
    name = _CURRENCY.match(english, one.end) if _OWN_NAME.match(one.text) else None
    if not name or not name.lastgroup:
        return False
    return any(name.lastgroup in fact.unit for fact in one.facts)
