"""Find places by code and by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType

from generator.gazetteer import tables
from generator.gazetteer.places import Place
from generator.gazetteer.suggestions import Suggestions

_Pairs = Callable[[], Iterable[tuple[str, str]]]
# Characters from here on are Chinese.
_IDEOGRAPHS = "\u2e80"
# In this range there are no blanks and no letters with case.
_FIRST, _LAST = "\u3001", "\u9fff"


def _key(name: str) -> str:
    if name and min(name) >= _FIRST and max(name) <= _LAST:
        return name
    return " ".join(name.replace("’", "'").split()).casefold()


def _plain(name: str) -> str:
    """``name`` without diacritics, as it is usually typed: Urumqi."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_chinese(name: str) -> bool:
    return bool(name) and max(name) >= _IDEOGRAPHS


def _common(place: Place) -> tuple[str, ...]:
    return tuple(name for forms in place.common_forms for name in forms)


class Gazetteer:
    """All places, with lookup by code, slug and name. Read-only; `load` makes it once."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.code: place for place in places}

    def __len__(self) -> int:
        return len(self._places)

    def places(self) -> Iterable[Place]:
        """Every current place, sorted by code, zones last."""
        return self._places.values()

    @cached_property
    def former(self) -> Sequence[tables.Former]:
        """Former names and codes."""
        return tuple(tables.former())

    def by_code(self, code: str) -> Place | None:
        """The place with this code, or the main successor of a former code; None if unknown."""
        found = self._places.get(code)
        if found is None and code.isdigit() and code in self._heirs:
            found = self._places.get(self._heirs[code][0])
        return found

    def by_slug(self, slug: str) -> Place | None:
        """The place with this slug."""
        return self._slugs.get(slug)

    def city_of(self, code: str) -> Place | None:
        """The city (see `Place.is_city`) that a place belongs to; a city belongs to itself."""
        place = self.by_code(code)
        while place is not None and not place.is_city:
            place = self._places.get(place.parent)
        return place

    def province_of(self, code: str) -> Place | None:
        """The province of a place; for a province, itself."""
        place = self.by_code(code)
        while place is not None and place.level != "province":
            place = self._places.get(place.parent)
        return place

    def cities(self) -> Sequence[Place]:
        """The places that the city index may list, sorted by code."""
        return self._cities

    def provinces(self) -> Sequence[Place]:
        """Province-level divisions in administrative order; ``region`` groups them."""
        return self._provinces

    def find(self, name: str) -> Place | None:
        """The place for a code, or for a full or short name in any script.

        None if no place or more than one has the name (see ``candidates``). A short name that a
        city has (朝阳) means that city; a name after its city's name (南京鼓楼区) is looked up
        within the city.
        """
        found = self.candidates(name)
        return found[0] if len(found) == 1 else None

    def candidates(self, name: str) -> list[Place]:
        """Every place that ``name`` may mean, sorted by code.

        Full names have priority over short names, and those over former names.
        """
        place = self.by_code(name.strip())
        if place:
            return [place]
        key = _key(name)
        for tier in (self._full_names, self._short_names, self._former_names):
            codes = tier.get(key)
            if codes:
                return self._preferred([self._places[code] for code in sorted(codes)])
        return self._within(key)

    def suggest(self, name: str, count: int = 3) -> list[str]:
        """Names of cities similar to an unknown name, most similar first, in its script."""
        return self._suggestions.near(name, count)

    def protected_names(self) -> Mapping[str, str]:
        """Simplified → Traditional, for names that OpenCC's s2tw converts wrongly."""
        return self._protected

    @staticmethod
    def _preferred(found: list[Place]) -> list[Place]:
        cities = [place for place in found if place.is_city]
        if any(place.level == "province" and not place.is_city for place in found):
            # 吉林 is the city of that name; 海南 is the province before the prefecture.
            cities = [place for place in cities if place.kind.endswith("市")]
        return cities if len(cities) == 1 else found

    def _within(self, key: str) -> list[Place]:
        """A county or zone named after its city or province: 南京鼓楼区."""
        for cut in range(len(key) - 1, 1, -1):
            above = self._full_names.get(key[:cut]) or self._short_names.get(key[:cut])
            rest = key[cut:].strip(" ,·")
            if not above or not rest:
                continue
            below = self._full_names.get(rest) or self._short_names.get(rest) or ()
            found = [
                self._places[code]
                for code in sorted(below)
                if any(self._is_below(code, upper) for upper in above)
            ]
            if found:
                return self._preferred(found)
            nested = [
                p for p in self._within(rest) if any(self._is_below(p.code, u) for u in above)
            ]
            if nested:
                return nested
        return []

    def _is_below(self, code: str, upper: str) -> bool:
        place = self._places.get(code)
        while place is not None and place.parent:
            if place.parent == upper or upper in place.parents:
                return True
            place = self._places.get(place.parent)
        return False

    @cached_property
    def _heirs(self) -> dict[str, tuple[str, ...]]:
        heirs: dict[str, tuple[str, ...]] = {}
        for old in self.former:
            heirs.setdefault(old.code, old.heirs)
        return heirs

    @cached_property
    def _cities(self) -> tuple[Place, ...]:
        return tuple(place for place in self._places.values() if place.is_city)

    @cached_property
    def _provinces(self) -> tuple[Place, ...]:
        return tuple(place for place in self._places.values() if place.level == "province")

    @cached_property
    def _slugs(self) -> dict[str, Place]:
        return {place.slug: place for place in self._places.values()}

    @cached_property
    def _full_names(self) -> _Names:
        also = tables.also()
        return _Names(
            lambda: chain(self._every(lambda p: (p.hans, p.hant, *_common(p))), also),
            lambda: chain(
                self._every(lambda p: (p.english, _plain(p.english), p.slug, p.pinyin)), also
            ),
        )

    @cached_property
    def _short_names(self) -> _Names:
        return _Names(
            lambda: self._every(lambda p: (p.short, p.short_hant, *p.aliases)),
            lambda: self._every(lambda p: (p.short_english, _plain(p.short_english), *p.aliases)),
        )

    @cached_property
    def _former_names(self) -> _Names:
        return _Names(
            lambda: self._formerly(lambda p: (p.hans, p.hant, p.short, p.short_hant)),
            lambda: self._formerly(lambda p: (p.english,)),
        )

    @cached_property
    def _suggestions(self) -> Suggestions:
        return Suggestions(self._cities)

    @cached_property
    def _protected(self) -> Mapping[str, str]:
        return MappingProxyType(dict(tables.protected()))

    def _every(self, names: Callable[[Place], Iterable[str]]) -> Iterable[tuple[str, str]]:
        return ((name, place.code) for place in self.places() for name in names(place))

    def _formerly(
        self, names: Callable[[tables.Former], Iterable[str]]
    ) -> Iterable[tuple[str, str]]:
        return ((name, old.heirs[0]) for old in self.former for name in names(old))


class _Names:
    """Name → codes of places. Latin names are loaded separately, because most builds do not need
    them. ``chinese`` and ``latin`` return pairs of name and code."""

    def __init__(self, chinese: _Pairs, latin: _Pairs) -> None:
        self._pairs = {True: chinese, False: latin}
        self._made: dict[bool, dict[str, tuple[str, ...]]] = {}

    def get(self, key: str) -> tuple[str, ...] | None:
        """The codes of the places with the name ``key`` (normalised); None if there are none."""
        chinese = _is_chinese(key)
        if chinese not in self._made:
            self._made[chinese] = self._of_script(chinese=chinese)
        return self._made[chinese].get(key)

    def _of_script(self, *, chinese: bool) -> dict[str, tuple[str, ...]]:
        made: dict[str, tuple[str, ...]] = {}
        alone: dict[str, tuple[str, ...]] = {}
        for name, code in self._pairs[chinese]():
            if name and _is_chinese(name) is chinese:
                # Nearly all names have one code; these share one tuple for each place.
                only = alone.setdefault(code, (code,))
                codes = made.setdefault(_key(name), only)
                if code not in codes:
                    made[_key(name)] = codes + only
        return made


@cache
def city_code(gazetteer: Gazetteer, code: str) -> str:
    """The code of the city that a place belongs to; empty if none."""
    city = gazetteer.city_of(code)
    return city.code if city else ""


@cache
def zone_cities(gazetteer: Gazetteer, code: str) -> tuple[str, ...]:
    """The codes of the cities of a zone, the main one first."""
    zone = gazetteer.by_code(code)
    within = zone.parents if zone else ()
    return tuple(dict.fromkeys(filter(None, (city_code(gazetteer, c) for c in within))))
