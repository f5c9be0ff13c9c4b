"""All names of places that a text may contain (`generator.gazetteer.finding` finds them)."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from generator.gazetteer import tables
from generator.gazetteer.lookup import Gazetteer
from generator.gazetteer.places import CITY_REGIONS, Place

# Kinds of names:
# - city: a city's full name; bare: its name without 市;
# - province;
# - county: a county's full name; short: its name without 县; known: the short name of a
#   county-level city or well-known district, which is usual by itself;
# - zone;
# - landmark: a port, airport, sight or plant in a known city, or a name for several cities;
# - home: words for the writer's own city;
# - trap: words that only look like names;
# - school, dateline: only of occurrences in a text: a city's name in one of these.
Kind = Literal[
    "city",
    "bare",
    "province",
    "county",
    "known",
    "short",
    "zone",
    "landmark",
    "home",
    "trap",
    "school",
    "dateline",
]

HOME_WORDS = (
    "我市",
    "全市",
    "本市",
    "我州",
    "我盟",
    "我县",
    "我縣",
    "全县",
    "全縣",
    "市委",
    "市政府",
)
CAUTIOUS_KINDS = frozenset({"bare", "known", "short", "county"})
# After 市 these do not make a city: 白银市场.
NO_CITY = "场場值价價况況面"
# 连江 means the county of Fuzhou; Taiwan's county of that name is known as Matsu. 金门 means
# Taiwan's county; the one of that name under Quanzhou exists only on paper.
MATSU, ON_PAPER = "719016", "350527"
OLD_DISTRICTS = 2000
# Variant characters in names.
VARIANTS = (("臺", "台"), ("台", "臺"))


class Name(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A name and the places that it may mean.

    ``codes`` are codes of cities for ``city`` and ``bare``, of counties for ``county`` and
    ``short``. ``also`` are counties with the same name as a city. A ``cautious`` name is an
    everyday word too and needs its province or city right before it. A character of ``before``
    right before it, or one of ``after`` right after it, shows that it is not a name.
    """

    text: str
    kind: Kind
    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    cautious: bool = False
    before: str = ""
    after: str = ""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A name found in a text: ``text[start:end]``."""

    name: Name
    start: int
    end: int


class _Collector:
    def __init__(self) -> None:
        self.cautious = tables.cautious()
        self.guards = tables.guards()
        self.found: dict[str, Name] = {}

    def add(self, text: str, kind: Kind, code: str = "") -> None:
        """Add a name; one that exists already keeps its kind and gets the code too."""
        if len(text) < 2:
            return
        known = self.found.get(text)
        codes = (code,) if code else ()
        if known is None:
            before, after = self.guards.get(text, ("", ""))
            if text[-1] == "市":
                before += self.guards.get(text[:-1], ("", ""))[0]
                after += NO_CITY if text[:-1] in self.cautious else ""
            cautious = kind in CAUTIOUS_KINDS and text in self.cautious
            if kind == "home" and text[-1] == "市":
                after += NO_CITY
            self.found[text] = Name(text, kind, codes, (), cautious, before, after)
        elif code and code not in known.codes:
            if known.kind == kind:
                self.found[text] = _with(known, codes=(*known.codes, code))
            elif known.kind in {"city", "bare", "province"} and kind in {
                "county",
                "known",
                "short",
            }:
                self.found[text] = _with(known, also=(*known.also, code))

    def add_forms(self, hans: str, hant: str, kind: Kind, code: str = "") -> None:
        """Add a name in both scripts, and with either form of 台."""
        for text in dict.fromkeys((hans, hant)):
            self.add(text, kind, code)
            for old, new in VARIANTS:
                if text is not hans and old in text:
                    self.add(text.replace(old, new), kind, code)


def _with(
    name: Name, *, codes: tuple[str, ...] | None = None, also: tuple[str, ...] | None = None
) -> Name:
    return Name(
        name.text,
        name.kind,
        name.codes if codes is None else codes,
        name.also if also is None else also,
        name.cautious,
        name.before,
        name.after,
    )


def all_names(gazetteer: Gazetteer) -> list[Name]:
    """Every name once, with all places that have it."""
    names = _Collector()
    for phrase in tables.traps():
        names.add_forms(phrase, _hant(phrase), "trap")
    for word in HOME_WORDS:
        names.add(word, "home")
    places = list(gazetteer.places())
    for place in places:
        if place.level == "province" and place.code not in CITY_REGIONS:
            names.add_forms(place.hans, place.hant, "province", place.code)
            names.add_forms(place.short, place.short_hant, "province", place.code)
    for place in places:
        if place.is_city:
            _add_city(names, place)
    for place in places:
        if place.level == "zone":
            names.add_forms(place.hans, place.hant, "zone", place.code)
            for alias in place.aliases:
                names.add(alias, "zone", place.code)
    counties = [p for p in places if p.level == "county" and not p.is_city and p.code != ON_PAPER]
    for place in counties:
        if len(place.hans) > 2 or not place.hans.endswith("区"):
            names.add_forms(place.hans, place.hant, "county", place.code)
            for name, name_hant in place.common_forms:
                names.add_forms(name, name_hant, "county", place.code)
    _add_former(names, gazetteer)
    renowned = tables.renowned()
    shorts = Counter(place.short for place in counties)
    towns = Counter(place.short for place in counties if place.kind != "市辖区")
    # 开平 is the city of that name, before a district that has it too.
    for place in sorted(counties, key=lambda place: place.kind != "县级市"):
        # Without 旗 this would be a word for an ethnic group: 鄂温克族.
        if place.short == place.hans or place.short in names.cautious or place.short[-1] == "族":
            continue
        city = place.kind == "县级市" and towns[place.short] == 1
        alone = city or (place.short in renowned and shorts[place.short] == 1)
        kind: Kind = "known" if alone else "short"
        names.add_forms(place.short, place.short_hant, kind, place.code)
    for hans, hant, cities in tables.landmarks():
        for code in cities:
            names.add_forms(hans, hant, "landmark", code)
    return list(names.found.values())


def _hant(phrase: str) -> str:
    return tables.traps()[phrase]


def _add_city(names: _Collector, place: Place) -> None:
    if place.code == MATSU:
        names.add_forms("马祖", "馬祖", "city", place.code)
        return
    names.add_forms(place.hans, place.hant, "city", place.code)
    for name, name_hant in place.common_forms:
        names.add_forms(name, name_hant, "city", place.code)
    if place.short != place.hans:
        names.add_forms(place.short, place.short_hant, "bare", place.code)


def _add_former(names: _Collector, gazetteer: Gazetteer) -> None:
    """Add former names that no current place has.

    Districts abolished before ``OLD_DISTRICTS`` are left out: the names of many are everyday words
    (公园区).
    """
    renowned = tables.renowned()
    current = {place.short for place in gazetteer.places() if place.level == "county"}
    for old in gazetteer.former:
        if old.hans in names.found or (len(old.hans) < 3 and not old.hans.endswith("县")):
            continue
        if old.hans.endswith("区") and "地区" not in old.hans and old.last < OLD_DISTRICTS:
            continue
        for heir in old.heirs:
            place = gazetteer.by_code(heir)
            if place is None or (place.level == "province" and not place.is_city):
                continue
            kind: Kind = "city" if place.is_city else "county"
            names.add_forms(old.hans, old.hant, kind, place.code)
            if old.short in renowned and old.short not in current and not place.is_city:
                names.add_forms(old.short, old.short_hant, "known", place.code)
            was_city = old.code.endswith("00") and old.hans.endswith("市")
            if was_city and old.short not in names.cautious and old.short not in names.found:
                names.add_forms(old.short, old.short_hant, "bare", _city(gazetteer, place))


def _city(gazetteer: Gazetteer, place: Place) -> str:
    city = gazetteer.city_of(place.code)
    return city.code if city else place.code
