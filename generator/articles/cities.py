"""The cities of an article: those it is about, those it mentions, its counties and zones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.articles.chinese import Chinese
from generator.articles.sounds import sounds_like, syllables
from generator.content.article import Article, Lined, Sidecar
from generator.gazetteer import Gazetteer, Match, Place, detect
from generator.markup.nodes import plain_text
from generator.problem import Report

# The article is about a county if the title, the summary or this many characters name it.
_OPENING = 120
# Counties that a text may name without 市 or 县 where it is certain of which place it speaks.
_PLAIN_SHORT = frozenset({"县级市", "县"})


class CitiesOf(NamedTuple):
    """The codes of the cities that an article is about, of the cities that it only mentions, and of
    counties and zones: those that it is about, and all that it names."""

    subjects: tuple[str, ...]
    mentions: tuple[str, ...]
    within: tuple[str, ...]
    named: tuple[str, ...] = ()


def cities_of(
    article: Article,
    chinese: Chinese,
    english: Sidecar | None,
    source: str,
    gazetteer: Gazetteer,
    report: Report,
) -> CitiesOf:
    """Return the cities of an article: those of its front matter, else those found in its text.

    Names that only the English of an editor contains count as mentions; they count as subjects
    if the Chinese has none. A name that is written like another one in the Chinese stands for
    that: Jiujiang for 鸠江. ``source`` is the name of the publisher in Simplified Chinese.
    Unknown and ambiguous names in the front matter are reported.
    """
    text = "\n".join(map(plain_text, chinese.blocks))
    found = detect(text, source_name=source, title=chinese.title)
    if english is not None and english.status == "reviewed":
        known = {match.code for match in found}
        also = detect(english.body, title=english.title)
        fresh = [match for match in also if match.code not in known]
        told = any(match.subject for match in found)
        found += [
            msgspec.structs.replace(match, subject=match.subject and not told)
            for match in _without_homophones(fresh, f"{chinese.title}\n{text}", gazetteer)
        ]
    subjects = tuple(match.code for match in found if match.subject)
    if article.cities is not None:
        subjects = _places(article.cities, gazetteer, article.path, "cities", report)
    mentions = _places(article.mentions, gazetteer, article.path, "mentions", report) or tuple(
        match.code for match in found
    )
    through = [code for match in found if match.code in subjects for code in match.through]
    opening = f"{chinese.title}\n{chinese.summary}\n{text[:_OPENING]}"
    return CitiesOf(
        subjects,
        tuple(code for code in mentions if code not in subjects),
        _within(article, [c for c in through if _is_about(gazetteer, c, text, opening)], gazetteer),
        tuple(dict.fromkeys(code for match in found for code in match.through)),
    )


def _without_homophones(found: Sequence[Match], text: str, gazetteer: Gazetteer) -> list[Match]:
    """Return the cities that English does not write like other words of the Chinese ``text``."""
    if not found:
        return []
    sound = syllables(text)
    places = [gazetteer.by_code(match.code) for match in found]
    return [
        match
        for match, place in zip(found, places, strict=True)
        if place is None or place.short in text or not sounds_like(place, sound)
    ]


def _within(article: Article, found: list[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the codes of counties and zones: those that the front matter names among the cities,
    then those ``found`` in the text."""
    named = [gazetteer.find(name) for name, _ in article.cities or ()]
    own = [place.code for place in named if place is not None and not place.is_city]
    return tuple(dict.fromkeys((*own, *found)))


def _is_about(gazetteer: Gazetteer, code: str, text: str, opening: str) -> bool:
    """Return whether a county or zone is in the opening, or in the text more than once."""
    place = gazetteer.by_code(code)
    if place is None:
        return False
    # 昆山 is no word beside the name; 南山 may be a hill in another district.
    short = (place.short,) if place.kind in _PLAIN_SHORT and len(place.short) > 1 else ()
    names = (place.hans, *place.aliases) if not short else (*short, *place.aliases)
    return any(name in opening for name in names) or sum(map(text.count, names)) > 1


def _places(
    names: Sequence[Lined], gazetteer: Gazetteer, path: str, key: str, report: Report
) -> tuple[str, ...]:
    """Return the codes of the cities that ``names`` refer to; report names that refer to none."""
    codes: list[str] = []
    for name, line in names:
        place = gazetteer.find(name)
        city = gazetteer.city_of(place.code) if place else None
        if city is None:
            report.error(path, line, key, *_no_city(gazetteer, name))
        elif city.code not in codes:
            codes.append(city.code)
    return tuple(codes)


def _where(gazetteer: Gazetteer, place: Place) -> str:
    """Return the name of a place with those of its province and city: 吉林长春朝阳区."""
    above = (gazetteer.province_of(place.code), gazetteer.city_of(place.code))
    names = dict.fromkeys(one.short for one in above if one is not None and one != place)
    return "".join((*names, place.hans))


def _no_city(gazetteer: Gazetteer, name: str) -> tuple[str, str]:
    """Return what is wrong with a name that refers to no city, and what to write instead."""
    several = gazetteer.candidates(name)
    if several:
        codes = ", ".join(f"{place.code} ({_where(gazetteer, place)})" for place in several[:6])
        return f'"{name}" is the name of several places', f"write its code: {codes}"
    near = gazetteer.suggest(name)
    hint = f'did you mean "{near[0]}"?' if near else "a city's name or six-digit code"
    return f'"{name}" is not a known city', hint
