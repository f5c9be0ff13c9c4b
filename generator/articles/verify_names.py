"""Find names of places and companies in English text that are nowhere in the Chinese article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from generator.articles.sounds import sounds_like, syllables
from generator.content.article import Article
from generator.content.glossary import GlossaryTerm
from generator.entities.companies import companies
from generator.gazetteer import Gazetteer, Place
from generator.gazetteer.abbreviations import abbreviated
from generator.gazetteer.english_names import EnglishPlace, english_names, english_places
from generator.gazetteer.finding import name_list
from generator.gazetteer.latin_names import key_of
from generator.gazetteer.news import source_city
from generator.patterns import late_regex

_OWN = late_regex(r"[我本全][省市州县区]|当地|[省市县区]委|省会|首府|首都")
# Parts of names of companies that say nothing about which company it is.
_GENERIC = frozenset(
    "中国 集团 股份 公司 科技 汽车 国际 能源 电器 电池 技术 控股 电子 新能 电气 材料 重工 信息"
    " 智能 石化 化学 医药 食品 智慧 时代 国家 华东 东方 长江 投资 建筑 物流 通信 光电 半导 导体"
    " 微电 业股 有限 新材".split()
)
# Names of companies that are words or names of others, too.
_WORDS = frozenset(
    "Honor,Shell,Apple,GEM,Conch,Haitian,Anta,UMC,FII,BOE,SAIC,JAC,New Hope,China Energy"
    ",China Tower,Sun Paper,East Hope,Datang,Energy China,Bright Food".split(",")
)
# The Chinese name that stands for an English one in messages, and all Chinese that may mean it.
Known = tuple[str, frozenset[str]]


class StrangeName(NamedTuple):
    """A name in an English text that its Chinese does not have; ``chinese`` is the name there."""

    english: str
    chinese: str

    @property
    def message(self) -> str:
        """What is wrong, for an editor."""
        return f"“{self.english}” ({self.chinese}) is not in the Chinese"


class NamesOf:
    """The names of a whole Chinese article.

    ``text`` is all of it, its front matter too, in Simplified characters. ``places`` are names or
    codes of places that it is about. ``glossary`` has the site's own names.
    """

    def __init__(
        self,
        text: str,
        gazetteer: Gazetteer,
        places: Iterable[str] = (),
        glossary: Mapping[str, Known] = MappingProxyType({}),
    ) -> None:
        self._text, self._gazetteer, self._glossary = text, gazetteer, glossary
        self._places = tuple(places)
        self._known: dict[tuple[str, ...], bool] = {}

    def strange(self, english: str) -> Iterator[StrangeName]:
        """Yield the names of an English text that the article does not have, each once."""
        seen: set[str] = set()
        for found in english_places(self._gazetteer, english):
            said = english[found.start : found.end]
            if said not in seen and said not in self._text and not self._is_known(found):
                seen.add(said)
                yield StrangeName(said, self._label(found.codes))
        yield from self._companies(english)

    def _label(self, codes: Sequence[str]) -> str:
        """The Chinese name of the largest of several places, in a province of the article."""

        def order(place: Place) -> tuple[bool, bool, str]:
            return not place.is_city, f"{place.code[:2]}0000" not in self._above, place.code

        largest = min(filter(None, map(self._gazetteer.by_code, codes)), key=order)
        return largest.short if len(largest.short) > 1 else largest.hans

    def _is_known(self, found: EnglishPlace) -> bool:
        if found.codes not in self._known:
            self._known[found.codes] = self._named(found.codes)
        return self._known[found.codes]

    def _named(self, codes: Sequence[str]) -> bool:
        places = [place for place in map(self._gazetteer.by_code, codes) if place is not None]
        if any(name in self._text for place in places for name in _names(place)):
            return True
        former = _former(self._gazetteer)
        if any(name in self._text for code in codes for name in former.get(code, ())):
            return True
        if any(abbreviated(place, self._text) for place in places):
            return True
        if not self._above.isdisjoint(codes):
            return True
        if not self._above and _OWN.search(self._text):
            return True
        return any(self._sounds_like(place) for place in places)

    @cached_property
    def _above(self) -> set[str]:
        """The codes of the places that the article names, and of all above them."""
        meant = (place.code for name in self._places for place in self._gazetteer.candidates(name))
        codes = set(meant)
        for name, _, _ in name_list().find(self._text):
            if name.kind != "trap":
                codes.update(name.codes, name.also)
        found: set[str] = set()
        while codes:
            code = codes.pop()
            place = self._gazetteer.by_code(code)
            if place is not None and place.code not in found:
                found.add(place.code)
                codes |= {place.parent, *place.parents} - {""}
        return found

    def _sounds_like(self, place: Place) -> bool:
        """Whether words of the article are written with the same letters: a person, a village."""
        if place.short_english == "Shanxi":
            return False
        return sounds_like(place, self._sound)

    @cached_property
    def _sound(self) -> str:
        return syllables(self._text)

    def _companies(self, english: str) -> Iterator[StrangeName]:
        for name, (hans, parts) in (*_companies().items(), *self._glossary.items()):
            if name not in english or name in self._text or not _stands(name, english):
                continue
            if not any(part in self._text for part in parts):
                yield StrangeName(name, hans)


def names_of(
    article: Article, text: str, gazetteer: Gazetteer, glossary: Mapping[str, Known]
) -> NamesOf:
    """The names of an ``article`` whose whole file, in Simplified characters, is ``text``."""
    given = (*(article.cities or ()), *article.mentions)
    places = [*(name for name, _ in given), source_city(article.source.name)]
    return NamesOf(text, gazetteer, filter(None, places), glossary)


def _stands(name: str, english: str) -> bool:
    at = english.find(name)
    while at >= 0:
        around = english[at - 1 : at] + english[at + len(name) : at + len(name) + 1]
        if not any(c.isalnum() for c in around):
            return True
        at = english.find(name, at + 1)
    return False


@cache
def _companies() -> Mapping[str, Known]:
    made: dict[str, Known] = {}
    for company in companies():
        names = [name for name in (company.hans, *company.also) if not name.isascii()]
        latin = [name for name in (company.english, *company.also) if name.isascii()]
        for name in latin:
            if name not in _WORDS and len(name) > 2:
                made[name] = company.hans, frozenset(chain(names, latin, *map(_parts, names)))
    return MappingProxyType(made)


def glossary_names(terms: Iterable[GlossaryTerm], gazetteer: Gazetteer) -> Mapping[str, Known]:
    """The names of companies and bodies among the terms of a glossary: those whose English has a
    capital at every long word, without places."""
    sources: dict[str, list[str]] = {}
    for term in terms:
        for form in (term.english, *term.also):
            sources.setdefault(form, []).append(term.source)
    places = english_names(gazetteer)
    made: dict[str, Known] = {}
    for term in terms:
        for form in (term.english, *(form for form in term.also if " " in form)):
            if _is_name(form) and key_of(form) not in places and form not in _companies():
                parts = frozenset(chain(sources[form], *map(_parts, sources[form])))
                made.setdefault(form, (term.source, parts))
    return MappingProxyType(made)


def _is_name(english: str) -> bool:
    """Whether every long word has a capital; an abbreviation (GDP) may be anything."""
    words = english.split()
    longer = [word for word in words if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer) and not english.isupper()


def _parts(name: str) -> frozenset[str]:
    """Every two characters of a Chinese name that may stand for all of it."""
    return frozenset(name[at : at + 2] for at in range(len(name) - 1)) - _GENERIC


def _names(place: Place) -> Iterator[str]:
    yield place.hans
    if len(place.short) > 1:
        yield place.short
    yield from place.aliases


@cache
def _former(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for old in gazetteer.former:
        for heir in old.heirs:
            made[heir] = (*made.get(heir, ()), old.short if len(old.short) > 1 else old.hans)
    return made
