"""Suggest cities for an unknown name, by similar spelling and same sound."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from functools import cached_property

from generator.gazetteer.places import Place
from generator.patterns import late_regex

_HAN = late_regex(r"[\u3400-\u9fff]")
# Longer names get no suggestions.
_LONGEST = 60


class Suggestions:
    """Suggests names of ``cities`` in the script of the unknown name."""

    def __init__(self, cities: Sequence[Place]) -> None:
        self._cities = cities

    def near(self, name: str, count: int) -> list[str]:
        """Up to ``count`` names, the most similar first; empty if none is similar to ``name``."""
        if len(name) > _LONGEST:
            return []
        if not _HAN.search(name):
            names = {place.short_english: place.short_english for place in self._cities}
            return self._alike(_plain(name), {_plain(key): names[key] for key in names}, count)
        short = {place.code: self._short(place, name) for place in self._cities}
        forms = {
            form: short[place.code]
            for place in self._cities
            for form in (short[place.code], place.hant if self._is_hant(name) else place.hans)
        }
        # Typing errors often keep the sound: 广洲 for 广州, 西按 for 西安.
        sounding = [short[place.code] for place in self._cities if place.slug == _sound(name)]
        alike = self._alike(name, forms, count * 2)
        return list(dict.fromkeys([*sounding, *alike]))[:count]

    @staticmethod
    def _alike(word: str, forms: dict[str, str], count: int) -> list[str]:
        near = difflib.get_close_matches(word, list(forms), n=count, cutoff=0.5)
        return list(dict.fromkeys(forms[form] for form in near))

    def _short(self, place: Place, name: str) -> str:
        return place.short_hant if self._is_hant(name) else place.short

    def _is_hant(self, name: str) -> bool:
        """Whether ``name`` has a character that only the Traditional names have."""
        return any(char in self._hant_only for char in name)

    @cached_property
    def _hant_only(self) -> frozenset[str]:
        simplified = frozenset("".join(place.hans for place in self._cities))
        return frozenset("".join(place.hant for place in self._cities)) - simplified


def _plain(name: str) -> str:
    """The letters of ``name`` in lower case, without accents, spaces and punctuation."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(char for char in letters if char.isalpha())


def _sound(name: str) -> str:
    # Imported only if a name is wrong: pypinyin takes a quarter of a second to load.
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name.removesuffix("市"))).replace("ü", "v")
