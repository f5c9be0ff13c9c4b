"""The cities of an article: those it is about, those it mentions, its counties and zones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.articles.editions import Chinese
from generator.content.article import Article, Lined, Sidecar
from generator.gazetteer import Gazetteer, detect
from generator.markup.nodes import plain_text
from generator.problem import Report

# Characters of a text within which a county is named that it is about.
_OPENING = 120


class CitiesOf(NamedTuple):
    """Codes of the cities an article is about, of those it mentions, of counties and zones."""

    subjects: tuple[str, ...]
    mentions: tuple[str, ...]
    within: tuple[str, ...]


def cities_of(
    article: Article,
    chinese: Chinese,
    english: Sidecar | None,
    source: str,
    gazetteer: Gazetteer,
    report: Report,
) -> CitiesOf:
    """The cities of an article: what its front matter says wins, the text tells the rest.

    Names that only an editor's English has are mentions, and tell what the article is
    about where the Chinese does not. ``source`` is the Simplified name of who published it.
    """
    text = "\n".join(map(plain_text, chinese.blocks))
    found = detect(text, source_name=source, title=chinese.title)
    if english is not None and english.status == "reviewed":
        known = {match.code for match in found}
        also = detect(english.body, title=english.title)
        told = any(match.subject for match in found)
        found += [
            msgspec.structs.replace(match, subject=match.subject and not told)
            for match in also
            if match.code not in known
        ]
    subjects = tuple(match.code for match in found if match.subject)
    if article.cities is not None:
        subjects = _places(article.cities, gazetteer, article.path, "cities", report)
    mentions = _places(article.mentions, gazetteer, article.path, "mentions", report) or tuple(
        match.code for match in found
    )
    through = (code for match in found if match.code in subjects for code in match.through)
    opening = f"{chinese.title}\n{chinese.summary}\n{text[:_OPENING]}"
    return CitiesOf(
        subjects,
        tuple(code for code in mentions if code not in subjects),
        tuple(code for code in dict.fromkeys(through) if _is_about(gazetteer, code, text, opening)),
    )


def _is_about(gazetteer: Gazetteer, code: str, text: str, opening: str) -> bool:
    """Whether a county or zone is more than mentioned: in the opening, or repeatedly."""
    place = gazetteer.by_code(code)
    if place is None:
        return False
    names = (place.hans, *place.aliases)
    return any(name in opening for name in names) or sum(map(text.count, names)) > 1


def _places(
    names: Sequence[Lined], gazetteer: Gazetteer, path: str, key: str, report: Report
) -> tuple[str, ...]:
    """Codes of the index's cities that ``names`` mean; those that mean none are told."""
    codes: list[str] = []
    for name, line in names:
        place = gazetteer.find(name)
        city = gazetteer.city_of(place.code) if place else None
        if city is None:
            report.error(path, line, key, *_no_city(gazetteer, name))
        elif city.code not in codes:
            codes.append(city.code)
    return tuple(codes)


def _no_city(gazetteer: Gazetteer, name: str) -> tuple[str, str]:
    """What is wrong with a name that means no city, and what to write instead."""
    several = gazetteer.candidates(name)
    if several:
        codes = ", ".join(place.code for place in several[:6])
        return f'"{name}" is the name of several places', f"write its code: {codes}"
    near = gazetteer.suggest(name)
    hint = f'did you mean "{near[0]}"?' if near else "a city's name or six-digit code"
    return f'"{name}" is not a known city', hint
