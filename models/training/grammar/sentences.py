"""Patterns filled with words, names and figures."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from generator.gazetteer import load as load_gazetteer
from models.training.grammar import amounts
from models.training.grammar import names as made_up

Pair = tuple[str, str]
FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{(\w+)\}")
# Patterns that begin with a time or a lead of their own, headlines and captions.
_TIMED = re.compile(r"^\{(?:period|date|deadline)|^[^{，]{1,8}，|[^。”]$|^本报讯|^图为")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
# Words of a beginning that are small where something stands before them.
_SMALL = frozenset(
    "The A An It Only Once With Total Output In On By From So At Among Investment Companies This "
    "Staff Production There Of Using Under Because Next During Over Since Recently Yesterday "
    "Construction Work Growth Projects Land Green Opportunities Reporters Fortune Investment".split(
        " "
    )
)
_NOT_MONEY = ("工业用电量", "货物吞吐量", "粮食总产量")
_LEADS = (
    ("据悉，", "it is understood that "),
    ("据介绍，", "reportedly, "),
    ("据了解，", "it is understood that "),
    ("同时，", "at the same time, "),
    ("此外，", "in addition, "),
    ("目前，", "at present, "),
    ("近年来，", "in recent years, "),
    ("其中，", "among them, "),
    ("截至目前，", "so far, "),
    ("记者了解到，", "reporters learned that "),
    ("按照计划，", "under the plan, "),
    ("为此，", "to this end, "),
    ("当天，", "that day, "),
    ("接下来，", "next, "),
    ("与此同时，", "meanwhile, "),
)
_AREAS = (
    ("全市", "the city"),
    ("该市", "the city"),
    ("我市", "the city"),
    ("全县", "the county"),
    ("该县", "the county"),
    ("我县", "the county"),
    ("全区", "the district"),
    ("我区", "the district"),
    ("园区", "the park"),
    ("开发区", "the development zone"),
    ("经开区", "the economic development zone"),
    ("高新区", "the high-tech zone"),
    ("该园区", "the park"),
    ("当地", "the area"),
)
_CROPS = (
    ("茶叶", "tea"),
    ("柑橘", "oranges"),
    ("中药材", "medicinal herbs"),
    ("水稻", "rice"),
    ("油菜", "rapeseed"),
    ("花椒", "Sichuan pepper"),
    ("辣椒", "chillies"),
    ("葡萄", "grapes"),
    ("猕猴桃", "kiwi fruit"),
    ("大豆", "soybeans"),
    ("食用菌", "mushrooms"),
    ("蔬菜", "vegetables"),
)


class Pattern(NamedTuple):
    """A Chinese pattern and its English wordings."""

    chinese: str
    english: tuple[str, ...]


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of ``patterns.txt``."""
    found: list[tuple[str, list[str]]] = []
    for line in (FOLDER / "patterns.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return tuple(Pattern(chinese, tuple(english)) for chinese, english in found)


@cache
def words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The sections of ``words.txt``."""
    found: dict[str, list[tuple[str, ...]]] = {}
    section = ""
    for line in (FOLDER / "words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(section, []).append(tuple(line.split("\t")))
    return {name: tuple(entries) for name, entries in found.items()}


class _Places(NamedTuple):
    cities: tuple[Pair, ...]
    counties: tuple[Pair, ...]
    zones: tuple[Pair, ...]
    provinces: tuple[Pair, ...]


@cache
def places() -> _Places:
    """Names of places, as the gazetteer has them: cities with and without 市."""
    gazetteer = load_gazetteer()
    # Other names of zones are in both scripts.
    shared = {character for place in gazetteer.places() for character in place.hans}
    traditional = {character for place in gazetteer.places() for character in place.hant} - shared
    cities: list[Pair] = []
    for place in gazetteer.cities():
        cities += [(place.hans, place.short_english), (place.short, place.short_english)]
    counties: list[Pair] = []
    zones: list[Pair] = []
    for place in gazetteer.places():
        if place.level == "county" and len(place.hans) > 2:
            counties.append((place.hans, place.english))
        elif place.code.startswith("z-"):
            names = [place.hans, *(name for name in place.aliases if not set(name) & traditional)]
            zones += [(name, place.english) for name in names if name]
    provinces = [(place.short, place.short_english) for place in gazetteer.provinces()]
    return _Places(tuple(cities), tuple(counties), tuple(zones), tuple(provinces))


def _word(section: str, choice: random.Random) -> Pair:
    chinese, english = choice.choice(words()[section])
    return chinese, english


def _area(choice: random.Random) -> Pair:
    draw = choice.random()
    if draw < 0.3:
        return choice.choice(_AREAS)
    if draw < 0.6:
        return choice.choice(places().cities)
    return choice.choice(places().counties if draw < 0.85 else places().zones)


def _company(choice: random.Random) -> Pair:
    if choice.random() < 0.25:
        return _word("company", choice)
    place = choice.choice(places().cities + places().provinces)
    return made_up.company(choice, place if not place[0].endswith("市") else None)


def _output(choice: random.Random, short: bool = False) -> Pair:
    """So much of a product: 20万吨铝合金. ``short``: the product alone."""
    kind = choice.choice(("tonnes", "tonnes", "pieces", "pieces", "watts"))
    entry = choice.choice(words()[kind])
    if kind == "tonnes":
        chinese, english = entry
        amount, said = amounts.figure(_many(choice, "吨"))
        joint = " of "
    elif kind == "watts":
        chinese, english, unit = entry
        amount, said = amounts.figure(f"{amounts.number(choice, 1, 50)}{unit}")
        joint = " of "
    else:
        measure, chinese, english = entry
        amount, said = amounts.figure(_many(choice, measure))
        joint = " of " if measure == "平方米" else " "
    if short:
        return chinese, english
    return amount + chinese, said + joint + english


def _many(choice: random.Random, unit: str) -> str:
    if choice.random() < 0.65:
        return f"{amounts.number(choice, 1, 500)}万{unit}"
    return f"{choice.randrange(2, 99) * choice.choice((10, 100))}{unit}"


def _count(choice: random.Random, low: int = 2, high: int = 90) -> Pair:
    text = str(round(low * (high / low) ** choice.random()))
    return text, f"{int(text):,}"


def _road(choice: random.Random) -> Pair:
    name, english = made_up.town(choice)
    kind, kind_english = _word("road", choice)
    return name + kind, f"the {english} {kind_english}"


def _unit(unit: str, low: float, high: float, choice: random.Random) -> Pair:
    return amounts.figure(f"{amounts.number(choice, low, high)}{unit}")


def _village(choice: random.Random) -> Pair:
    return made_up.town(choice)


Maker = Callable[[random.Random], Pair]
_MAKERS: dict[str, Maker] = {
    "area": _area,
    "bigmoney": lambda choice: amounts.figure(
        choice.choice(("1亿元", "5亿元", "10亿元", "50亿元", "100亿元", "5000万元", "3000万元"))
    ),
    "city": lambda choice: choice.choice(places().cities),
    "company": _company,
    "county": lambda choice: choice.choice(places().counties),
    "crop": lambda choice: choice.choice(_CROPS),
    "date": amounts.date,
    "deadline": amounts.deadline,
    "duration": amounts.duration,
    "floor": amounts.floor,
    "gwh": partial(_unit, "GWh", 0.5, 60),
    "households": amounts.households,
    "km": partial(_unit, "公里", 1.2, 300),
    "kmh": lambda choice: amounts.figure(f"{choice.choice((60, 80, 100, 120, 250, 350))}公里/小时"),
    "kwh": partial(_unit, "亿千瓦时", 0.3, 40),
    "land": amounts.land,
    "money": amounts.money,
    "money_small": partial(amounts.money, low=0.005, high=1),
    "money_tiny": lambda choice: amounts.figure(f"{choice.randrange(2, 90) * 100}元"),
    "mumoney": lambda choice: amounts.figure(f"{choice.randrange(10, 600)}万元"),
    "mw": partial(_unit, "兆瓦", 5, 900),
    "n": _count,
    "n_big": partial(_count, low=50, high=9000),
    "nameroad": _road,
    "output": _output,
    "output_short": partial(_output, short=True),
    "pct": amounts.share,
    "people": amounts.people,
    "period": amounts.period,
    "person": made_up.person,
    "place": lambda choice: choice.choice(places().cities + places().counties),
    "pp": amounts.points,
    "product": partial(_output, short=True),
    "prov": lambda choice: choice.choice(places().provinces),
    "rank": amounts.rank,
    "tonnage": lambda choice: amounts.figure(_many(choice, "吨")),
    "town": made_up.town,
    "village": _village,
    "year": lambda choice: (str(year := choice.randrange(1990, 2025)), str(year)),
    "zone": lambda choice: choice.choice(places().zones),
    "km2": partial(_unit, "平方公里", 2, 300),
}


def _make(slot: str, pattern: str, choice: random.Random) -> Pair:
    name = re.sub(r"_?[0-9]$", "", slot) if slot != "km2" else slot
    name = re.sub(r"_$", "", name)
    while True:
        if name in _MAKERS:
            try:
                pair = _MAKERS[name](choice)
            except ValueError:
                continue
        else:
            pair = _word(name, choice)
        if name == "indicator" and "{money}" in pattern and pair[0].startswith(_NOT_MONEY):
            continue
        return pair


def _english(slot: str, fills: dict[str, str]) -> str:
    lowered = slot[0].lower() + slot[1:]
    if lowered in fills:
        said = fills[lowered]
        return said[0].upper() + said[1:] if slot != lowered else said
    kind, _, rest = slot.partition("_")
    if kind == "a":
        said = _ARTICLE.sub("", fills[rest])
        return f"{'an' if said[0].lower() in 'aeiou' else 'a'} {said}"
    if kind == "have":
        return "has" if re.match(r"an? ", fills[rest]) else "have"
    if slot.startswith("until"):
        return fills[slot.removeprefix("until")].removeprefix("by ")
    raise KeyError(slot)


def fill(pattern: Pattern, choice: random.Random) -> Pair:
    """One sentence of a pattern."""
    slots = list(dict.fromkeys(_SLOT.findall(pattern.chinese)))
    made = {slot: _make(slot, pattern.chinese, choice) for slot in slots}
    chinese = _SLOT.sub(lambda match: made[match[1]][0], pattern.chinese)
    said = {slot: english for slot, (_, english) in made.items()}
    english = _SLOT.sub(lambda match: _english(match[1], said), choice.choice(pattern.english))
    return chinese, _finished(english)


def _finished(english: str) -> str:
    english = re.sub(r"\bthe the\b", "the", english)
    english = re.sub(r"s's\b", "s'", english) if "s's " in english else english
    return english[0].upper() + english[1:]


def _lowered(english: str) -> str:
    first = re.match(r"[A-Za-z]+", english)
    if first and first.group() in _SMALL:
        return english[0].lower() + english[1:]
    return english


def _led(pair: Pair, choice: random.Random) -> Pair:
    """The sentence with words before it that join it to what was said."""
    lead, english = choice.choice(_LEADS)
    return lead + pair[0], _finished(english + _lowered(pair[1]))


def pairs(count: int, seed: int) -> Iterator[Pair]:
    """So many sentences; some have a lead, some are two in one."""
    choice = random.Random(seed)
    for _ in range(count):
        pattern = choice.choice(patterns())
        pair = fill(pattern, choice)
        free = not _TIMED.search(pattern.chinese)
        draw = choice.random()
        if free and draw < 0.25:
            pair = _led(pair, choice)
        elif free and draw < 0.4 and pair[0].endswith("。") and "“" not in pattern.chinese:
            other = choice.choice(patterns())
            if other.chinese.endswith("。") and "“" not in other.chinese:
                second = fill(other, choice)
                chinese = f"{pair[0][:-1]}；{second[0]}"
                pair = (chinese, f"{pair[1][:-1]}; {_lowered(second[1])}")
        yield pair


def names(seed: int, count: int = 4000) -> Iterator[Pair]:
    """Names alone: all places of the gazetteer, and so many companies, people and towns."""
    choice = random.Random(seed)
    known = places()
    yield from dict.fromkeys((*known.cities, *known.counties, *known.zones, *known.provinces))
    for section in ("industry", "work", "office", "slogan", "honour", "indicator", "company"):
        for chinese, english in words()[section]:
            yield chinese, english
    for _ in range(count):
        yield _company(choice)
        yield made_up.person(choice)
        name, english = made_up.town(choice)
        yield f"{name}镇", f"{english} town"
