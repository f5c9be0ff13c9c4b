"""Names of papers, people, projects and companies in Latin letters."""

from __future__ import annotations

from collections.abc import Callable

from generator.config import Site
from generator.content.glossary import Glossary
from generator.gazetteer import Gazetteer
from generator.library.people import authors_of
from generator.patterns import late_regex
from generator.pinyin.readings import Reader, pinyin_reader
from generator.pinyin.roman import roman_name, roman_person
from generator.pinyin.sources import roman_source

_HAN = late_regex("[\u4e00-\u9fff]")
# Endings of names of papers, agencies and websites, which names of people hardly have.
_PAPERS = ("社", "报", "報", "网", "網", "刊")


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
        return self._roman(name, roman_name)

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
