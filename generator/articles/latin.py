"""Names of papers, people, projects and companies in Latin letters."""

from __future__ import annotations

from collections.abc import Callable

from generator.config import Site
from generator.content.glossary import Glossary
from generator.gazetteer import Gazetteer, Place
from generator.library.people import authors_of
from generator.patterns import late_regex
from generator.pinyin.readings import Reader, pinyin_reader
from generator.pinyin.roman import roman_name, roman_person
from generator.pinyin.sources import roman_source

_HAN = late_regex("[\u4e00-\u9fff]")
# Endings of names of papers, agencies and websites, which names of people hardly have.
_PAPERS = ("社", "报", "報", "网", "網", "刊")
# The longest and shortest full name of a place at the beginning of a name, and what ends one.
_LONGEST, _SHORTEST = 12, 3
_PLACE_END = late_regex(r"(?:[市县縣旗州盟]|(?<![地市])[区區]|地[区區])\Z")
# What may not follow it: 中山市场, 昆山市区, 长沙县城.
_GOES_ON = late_regex(r"[场場政民委值区區城域级級级长長内內外间間界志]")
# Districts whose names are common words.
_COMMON = frozenset("老城区 新城区 新市区 市中区 港口区 海港区 城厢区 城中区 城关区".split())


class LatinNames:
    """Gives the English edition's form of Chinese names: that of the glossary, otherwise pinyin. In
    a site without English, names stay as they are."""

    def __init__(self, site: Site, glossary: Glossary, gazetteer: Gazetteer) -> None:
        self._wanted = "en" in site.editions
        self._glossary, self._gazetteer = glossary, gazetteer
        # The same names come again and again. The key has the kind too: a paper and an author may
        # share a name.
        self._known: dict[tuple[str, str], str] = {}

    def of_source(self, name: str, written: str) -> str:
        """Return the name of a paper. The glossary may have it in Simplified (``name``) or as it is
        ``written``."""
        known = next(filter(None, map(self._glossary.english_of, (name, written))), "")
        return known or self._roman(name, self._roman_source)

    def of_person(self, name: str) -> str:
        """Return the name of an author; a paper or agency as author is written as such."""
        write = self._roman_source if name.endswith(_PAPERS) else roman_person
        return self._glossary.english_of(name) or self._roman(name, write)

    def of_people(self, written: str) -> str:
        """Return a row of names, such as those who translated; unchanged if none is Chinese."""
        if not _HAN.search(written):
            return written
        return ", ".join(map(self.of_person, authors_of(written)))

    def of_entity(self, name: str) -> str:
        """Return the name, in pinyin, of a project or company that is not in the glossary."""
        return self._roman(name, self._roman_entity)

    def _roman_entity(self, name: str, reader: Reader) -> str:
        before, rest = self._places_first(name)
        return f"{before}{roman_name(rest, reader, part=bool(before))}"

    def _places_first(self, name: str) -> tuple[str, str]:
        """The English of the places with which ``name`` begins, each with a space after it, and the
        rest: 准格尔旗光伏项目 is ``Jungar Banner`` and 光伏项目. Pinyin would be the same for most
        short names of cities, so those stay in the rest unless their English has other letters."""
        for length in range(min(_LONGEST, len(name) - 2), _SHORTEST - 1, -1):
            word, rest = name[:length], name[length:]
            full = bool(_PLACE_END.search(word))
            if (full and _GOES_ON.match(rest)) or word in _COMMON:
                continue
            places = self._gazetteer.candidates(word)
            english = {_english(place, word, full=full) for place in places}
            known = full or any(place.is_city or place.kind.endswith("旗") for place in places)
            district = len(places) > 1 and word[-1] in "区區"
            if len(english) != 1 or district or not known:
                continue
            before, last = self._places_first(rest)
            return f"{english.pop()} {before}", last
        return "", name

    def _roman_source(self, name: str, reader: Reader) -> str:
        return roman_source(name, self._city, reader)

    def _city(self, name: str) -> str:
        place = self._gazetteer.find(name)
        above = place is not None and (place.is_city or place.code.endswith("0000"))
        return place.short_english if place is not None and above else ""

    def _roman(self, name: str, write: Callable[[str, Reader], str]) -> str:
        """Return a name in Latin letters; a name in ASCII is returned unchanged."""
        if name.isascii() or not self._wanted:
            return name
        key = write.__name__, name
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = write(name, pinyin_reader(self._gazetteer))
        return found


def _english(place: Place, word: str, *, full: bool) -> str:
    if not full or word in (place.hans, place.hant):
        return place.english if full else place.short_english
    # 甘孜州, 莫力达瓦旗: shorter than the full name.
    kind = {"州": " Prefecture", "旗": " Banner"}.get(word[-1], "")
    return f"{place.short_english}{kind}" if kind else place.english
