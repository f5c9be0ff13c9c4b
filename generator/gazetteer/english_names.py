"""Find the places that an English text names, of every level, to compare them with the Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.gazetteer import tables
from generator.gazetteer.latin_names import key_of
from generator.gazetteer.latin_words import LatinName, longest_names
from generator.gazetteer.lookup import Gazetteer
from generator.gazetteer.namesakes_english import is_part_of_name, named_for
from generator.gazetteer.places import Place
from generator.gazetteer.romanised import DATELINE, DOUBTFUL
from generator.patterns import late_regex

_LONGEST = 4  # the greatest number of words in a name
_LONG_ENOUGH = 6  # the least number of letters of a county's name without County
# Other English names of provinces.
_ALSO = {
    "tibet": "540000",
    "xizang": "540000",
    "macau": "820000",
    "macao": "820000",
    "nei mongol": "150000",
}
# Names that are words, or names of people and foreign places as well, without marks.
_WORDS = (DOUBTFUL - {"hainan", "jilin"}) | frozenset(
    "along lianhua dongfang daxing heping pingan changan hexi taishan".split()
)
# A word after the name with which it belongs to a longer name.
_LONGER = late_regex(
    r"(?: [A-Z][\w'’-]+){0,3} (?:University|College|School|Institute|Academy|Hospital|Road|Street"
    r"|Avenue|Bank|Stock|Exchange|Composite|Component|Index|Daily|News|Times|Post|TV|Television|Airlines?"
    r"|Consensus|Declaration|Treaty|Protocol|Spirit|Cooperation|Communiqu[eé]|Agreement|Convention"
    r"|Initiative|Strait|Straits|FC|Club|Opera|Museum|Hotel|River|Mountains?|Lake|Sea|Bay|Bridge"
    r"|Olympics?|Games|Paralympics|Biennale|Expo|Forum|Foundation|Society|Association)\b"
    r"|(?: [A-Z]\w+)* (?:Airport|Railway|Station|Port|Group|Co|Company|Corporation|Holdings)\b"
    r"|[- ](?:time|dialect|cuisine|opera|pepper|peppercorns?|style|rice|tea|tiger|mastiff)\b"
    r"|['’]s [A-Z]"
)
# Beijing meaning the national government.
_GOVERNMENT_AFTER = late_regex(
    r" (?:calls?|called|says?|said|wants?|wanted|urge[sd]?|vow(?:s|ed)|hopes?|will|has|had)\b"
)
_CAPITAL = late_regex(r" [A-Z]")


class EnglishPlace(NamedTuple):
    """A place named in a text: ``text[start:end]``, and the codes that the name may mean."""

    start: int
    end: int
    codes: tuple[str, ...]


def english_places(gazetteer: Gazetteer, text: str) -> Iterator[EnglishPlace]:
    """Yield the places that an English text names, without datelines, people, and longer names
    that only begin with a place (Nanjing Road)."""
    known = english_names(gazetteer)
    sent = [match.span("place") for match in DATELINE.finditer(text)]

    def meant(name: LatinName) -> tuple[str, ...] | None:
        written = text[name.start : name.end]
        return None if _is_word(written) else known.get(key_of(written))

    for name, codes in longest_names(text, _LONGEST, meant):
        start, end = name.start, name.end
        if name.is_given or any(begin <= start and end <= stop for begin, stop in sent):
            continue
        before, after = text[max(0, start - 60) : start], text[end : end + 60]
        if not _is_other(before, text[start:end], after):
            yield EnglishPlace(start, end, codes)


def _is_word(name: str) -> bool:
    """Whether a name may be another word; an apostrophe shows that it is none: Ya'an."""
    return key_of(name) in _WORDS and not any(mark in name for mark in "'’ʼ")


def _is_other(before: str, name: str, after: str) -> bool:
    """Whether a name between these words is not that of a place there."""
    return _is_longer(before, after) or _is_syllable(name, after) or _is_government(name, after)


def _is_longer(before: str, after: str) -> bool:
    return (
        _LONGER.match(after) is not None
        or is_part_of_name(before, after)
        or named_for(before, after, full=False)
    )


def _is_government(name: str, after: str) -> bool:
    return name == "Beijing" and _GOVERNMENT_AFTER.match(after) is not None


def _is_syllable(name: str, after: str) -> bool:
    """Whether a name may be the first syllable of a longer one: Xian De Lai."""
    return name == "Xian" and _CAPITAL.match(after) is not None


@cache
def english_names(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Normalised name → codes of all places that it may mean."""
    found: dict[str, dict[str, None]] = {}
    alike: dict[str, dict[str, None]] = {}
    renowned = tables.renowned()
    for place in gazetteer.places():
        if place.level == "zone":
            continue
        bare = key_of(place.short_english)
        alike.setdefault(bare, {})[place.code] = None
        if place.english != place.short_english:
            found.setdefault(key_of(place.english), {})[place.code] = None
        if _is_known(place, bare, renowned):
            for name in (bare, f"{bare} city", f"{bare} province"):
                found.setdefault(name, {})[place.code] = None
    for name, code in (*tables.also(), *_ALSO.items()):
        if name.isascii():
            found.setdefault(key_of(name), {})[code] = None
    return {
        key: tuple(dict.fromkeys((*codes, *alike.get(key, ())))) for key, codes in found.items()
    }


def _is_known(place: Place, bare: str, renowned: frozenset[str]) -> bool:
    if place.level == "province" or place.is_city or place.kind == "县级市":
        return True
    return place.short in renowned and len(bare) >= _LONG_ENOUGH
