"""Finds words beside a figure that contradict its unit: 28.95 billion yuan dollars, $300 mu."""

from __future__ import annotations

import re

from generator.figures import UNIT_NAMES, UNITS, read_english, unit_after
from generator.patterns import late_regex

_NEXT = late_regex(
    rf"\s(?:\((?:about\s)?[0-9][^()]{{0,40}}\)\s)?"
    rf"(?P<word>hundred|thousand|million|billion|trillion|{UNIT_NAMES}|%|percent)(?![A-Za-z-])"
)
# Units that are also ordinary words.
_OTHER_SENSE = frozenset(
    "m g V W t ha h won real reais mark marks dong li som kip pounds pound ounce feet foot inches"
    " inch degrees degree X x knots barrels yards fen mao rand lira".split()
)
_GLUED = late_regex(
    r"\b(?:yuan|dollars|euros|metres|meters|kilometres|kilometers|tonnes|tons|hectares|acres|mu|"
    r"people|households|percent|hundred|thousand|million|billion|trillion|points)[0-9]+\b"
)
_SCALED = late_regex("hundred|thousand|million|billion|trillion")


def check_beside(source: str, english: str) -> tuple[str, ...]:
    """Reports figures that have a second unit or scale after their unit."""
    reasons = [f'no space after a unit: "{match.group()}"' for match in _GLUED.finditer(english)]
    for stated in read_english(english):
        unit = UNITS.get(stated.facts[0].unit)
        measured = unit is not None and unit.kind in ("money", "measure")
        if not measured and stated.facts[0].kind not in ("share", "points"):
            continue
        following = _NEXT.match(english, stated.end)
        if not following or following["word"] in _OTHER_SENSE:
            continue
        word = following["word"]
        name, _ = unit_after(english, following.start("word"), following.start("word"))
        if name and unit is not None and _is_same(name, unit.name):
            continue
        if _SCALED.match(word) and re.match(r"\s?[a-z]+", english[following.end() :]) is None:
            continue
        said = english[stated.start : following.end()]
        reasons.append(f'two units stand together: "{said}"')
    return tuple(dict.fromkeys(reasons))


def _is_same(one: str, other: str) -> bool:
    """Whether the unit is the same, stated twice: €180 billion euros, 5 yuan RMB."""
    dollars = one.endswith("dollars") and other.endswith("dollars")
    return one == other or (dollars and "dollars" in (one, other))
