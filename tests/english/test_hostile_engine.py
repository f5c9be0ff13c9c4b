"""An engine that does its worst: whatever it makes of the signs, no reader sees one, and no
figure is wrong without being told."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from generator.english.engine import Draft
from generator.english.mask_policy import MaskedInput, MaskPolicy
from generator.english.masking import MaskedSegment
from generator.terms import Term, Terms

TERMS = Terms(
    [
        Term("南充", "Nanchong"),
        Term("成都", "Chengdu"),
        Term("营商环境", "business environment"),
        Term("标准地", "standard land"),
    ]
)
# Amounts of every sort that is carried, with terms and without.
SOURCES = (
    "南充投资289.5亿元，成都投资30.2亿元。",
    "南充占地300亩，成都占地8800亩。",
    "项目总投资120亿元，建筑面积36万平方米，用工2000余人。",
    "出口3.5亿美元，惠及5.6万户，年产量45万吨。",
    "优化营商环境，交付标准地1701亩，引进项目200余个。",
    "南充新建厂房90万平方米，面积达12平方公里。",
)
_NUMBER = re.compile(r"[0-9]{4}")
_SIGN = re.compile(r"\b[TQXZK][0-9]+\b")
_SIGNS = re.compile(r"(?:\b[0-9]*[TQXZK][\s,-]?[0-9]+|73[0-9]{2}|7[,.\s]3[0-9]{2})", re.IGNORECASE)
_UNITS = ("yuan", "dollars", "US dollars", "square metres", "mu", "tonnes", "km", "hectares", "kWh")
_SCALES = ("million", "billion", "hundred", "thousand")

Mutation = Callable[[random.Random, str, str], str]


def _each(change: Callable[[random.Random, str], str]) -> Mutation:
    """A change of one sign of the text."""
    return lambda rng, text, sign: text.replace(sign, change(rng, sign), 1)


def _glued(rng: random.Random, text: str, sign: str) -> str:
    return text.replace(f" {sign}", sign, 1).replace(f"{sign} ", sign, 1)


def _swapped(rng: random.Random, text: str, sign: str) -> str:
    others = [s for s in _signs_of(text) if s != sign and s.isdigit() == sign.isdigit()]
    if not others:
        return text
    other = rng.choice(others)
    return text.replace(sign, "\0", 1).replace(other, sign, 1).replace("\0", other, 1)


MUTATIONS: dict[str, Mutation] = {
    "dropped": _each(lambda rng, s: ""),
    "doubled": _each(lambda rng, s: f"{s} and {s}"),
    "plural": _each(lambda rng, s: rng.choice((f"{s}s", f"{s}'s", f"{s}’s"))),
    "hyphen": _each(lambda rng, s: f"{s[0]}-{s[1:]}"),
    "split": _each(lambda rng, s: f"{s[0]} {s[1:]}"),
    "comma": _each(lambda rng, s: f"{s[0]},{s[1:]}"),
    "case": _each(lambda rng, s: s.lower()),
    "digit more": _each(lambda rng, s: s + rng.choice("0123456789")),
    "digit before": _each(lambda rng, s: rng.choice("123456789") + s),
    "ordinal": _each(lambda rng, s: s + rng.choice(("st", "th"))),
    "unit": _each(lambda rng, s: f"{s} {rng.choice(_UNITS)}"),
    "scale": _each(lambda rng, s: f"{s} {rng.choice(_SCALES)}"),
    "scale and unit": _each(lambda rng, s: f"{s} {rng.choice(_SCALES)} {rng.choice(_UNITS)}"),
    "sign of money": _each(lambda rng, s: rng.choice(("$", "US$", "€", "RMB ")) + s),
    "percent": _each(lambda rng, s: s + rng.choice(("%", " percent"))),
    "hedge": _each(lambda rng, s: rng.choice(("nearly ", "more than ", "about ")) + s),
    "wide": _each(lambda rng, s: s.translate(str.maketrans("0123456789", "０１２３４５６７８９"))),
    "glued": _glued,
    "swapped": _swapped,
}


def _signs_of(text: str) -> list[str]:
    return [*_NUMBER.findall(text), *_SIGN.findall(text)]


def _english(masked: MaskedSegment) -> str:
    """What a good engine would make of the text, word for word."""
    said = [("It has", "with", "and", "then", "also", "for")[n % 6] for n in range(9)]
    slots = [
        f"{said[n]} {slot.sign} {_own_unit(slot.sign, slot.unit)}".strip()
        for n, slot in enumerate(masked.slots)
    ]
    return f"{' '.join(slots)} at the new site this year under the plan."


def _own_unit(sign: str, unit: str) -> str:
    words = {"m2": "square metres", "km2": "square kilometres", "t": "tonnes", "items": "in all"}
    return words.get(unit, unit) if sign.isdigit() else ""


def _is_wrong(masked: MaskedInput, english: str) -> bool:
    """Whether a figure or term is lost, doubled, beside a stranger, or in another's place."""
    slots = masked.masked.slots
    rest = english
    places = []
    for slot in sorted(slots, key=lambda slot: -len(slot.english)):
        if rest.count(slot.english) != 1:
            return True
        places.append((english.index(slot.english), slot))
        rest = rest.replace(slot.english, "\0")
    stray = re.search(rf"\0\s(?:{'|'.join((*_UNITS, *_SCALES))}|%|percent)\b|[$€]\s?\0", rest)
    order = [slot for _, slot in sorted(places, key=lambda place: place[0])]
    # A term, its amount, another term, its amount of the same sort.
    alike = [slot.sign.isdigit() for slot in slots] == [False, True, False, True]
    pairs = [{*order[:2]}, {*order[2:]}]
    moved = alike and slots[1].unit == slots[3].unit and {*slots[:2]} not in pairs
    return bool(re.search("[0-9]", rest) or stray or moved)


@pytest.mark.parametrize("source", SOURCES)
def test_a_good_engine_is_not_blamed(source: str) -> None:
    masked = MaskPolicy(TERMS).prepare(source, again=True)
    english, reasons = masked.finish(Draft(_english(masked.masked), -0.1))
    assert reasons == ()
    assert not _is_wrong(masked, english)


@pytest.mark.parametrize("name", MUTATIONS)
def test_no_sign_is_shown_and_no_figure_is_wrong_untold(name: str) -> None:
    rng = random.Random(name)
    wrong, shown = [], []
    for source in SOURCES:
        masked = MaskPolicy(TERMS).prepare(source, again=True)
        sound = _english(masked.masked)
        for _ in range(12):
            text = sound
            for change in (name, *rng.sample(sorted(MUTATIONS), rng.randrange(3))):
                signs = _signs_of(text)
                text = MUTATIONS[change](rng, text, rng.choice(signs)) if signs else text
            english, reasons = masked.finish(Draft(text, -0.1))
            if _SIGNS.search(english):
                shown.append((text, english))
            if not reasons and _is_wrong(masked, english):
                wrong.append((text, english))
    assert shown == []
    assert wrong == []
