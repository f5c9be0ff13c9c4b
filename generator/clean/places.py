"""The cities of an article, and what is the name of a place: one door to the gazetteer."""

from __future__ import annotations

from functools import cache

import msgspec


class City(msgspec.Struct, frozen=True):
    """A city the article is about: six-digit code, short name, score between 0 and 1."""

    code: str
    name: str
    score: float


def cities_of(text: str, source_name: str = "") -> tuple[City, ...]:
    """The cities that ``text`` is about, the likeliest first."""
    from generator.gazetteer import detect

    return tuple(
        City(match.code, match.name, match.score)
        for match in detect(text, source_name=source_name)
        if match.subject
    )


@cache
def _known(name: str) -> bool:
    from generator.gazetteer import detect

    return any(match.at and match.at[0][2] == name for match in detect(name))


def is_place(name: str) -> bool:
    """Whether a word by itself is the name of a division."""
    return _known(name)
