"""Reads a published index the way the browser does; for tests only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from generator.search.fold import fold
from generator.search.stemmer import stem
from generator.search.terms import chinese_terms, number_of, pair_number, words

Weights = dict[int, int]


def numbers(data: bytes, start: int, end: int) -> Iterator[int]:
    """The numbers written between two places."""
    value = weight = 0
    for byte in data[start:end]:
        value |= (byte & 127) << weight
        weight += 7
        if byte < 128:
            yield value
            value = weight = 0


def articles(data: bytes, bitmap: int) -> list[int]:
    """A list of articles."""
    if bitmap:
        return [n for n in range(len(data) * 8) if data[n >> 3] >> (n & 7) & 1]
    found, last = [], 0
    for gap in numbers(data, 0, len(data)):
        last += gap
        found.append(last)
    return found


def entries(data: bytes, least: int) -> Iterator[tuple[int, Weights]]:
    """Each term of a shard, with its articles and their weights."""
    at, term = 0, least

    def number() -> int:
        nonlocal at
        start = at
        while data[at] > 127:
            at += 1
        at += 1
        return next(numbers(data, start, at))

    while at < len(data):
        term += number()
        head = number()
        parts = [(head >> 2, head & 1)]
        weights: Weights = {}
        for weight in (1, 2, 3):
            size, bitmap = parts[-1]
            weights |= dict.fromkeys(articles(data[at : at + size], bitmap), weight)
            at += size
            if weight < 3 and head & 2:
                following = number()
                parts.append((following >> 1, following & 1))
            else:
                parts.append((0, 0))
        yield term, weights


class Reader:
    """The index in ``files``, by their paths below the site."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.index = json.loads(files["search/index.json"])

    def weights(self, language: str, number: int) -> Weights:
        """Articles and weights of the term known by ``number``."""
        bits = self.index["bits"][language]
        place = number >> 32 - bits
        data = self._files[f"search/{language}/{place:03x}.bin"]
        for term, weights in entries(data, place << 32 - bits):
            if term == number:
                return weights
        return {}

    def chinese(self, query: str) -> set[int]:
        """The articles that may have ``query``."""
        terms = [term for run in fold(query).split() for term in chinese_terms(run)]
        return self._all("zh", [number_of(term) for term in terms])

    def english(self, query: str) -> set[int]:
        """The articles that may have the phrase ``query``."""
        stems = [stem(word) for word in words(fold(query))]
        pairs = [pair_number(one, two) for one, two in pairwise(stems)]
        return self._all("en", [*map(number_of, stems), *pairs])

    def label(self, name: str) -> set[int]:
        """The articles with a filter's term."""
        return set(self.weights("zh", number_of(name)))

    def slugs(self) -> list[str]:
        """All articles in the order of their numbers, as their texts name them."""
        data = self._files["search/articles.bin"]
        names = [data[at : at + 4].hex() for at in range(0, len(data), 4)]
        return [self.text("zh-hans", name)["slug"] for name in names]

    def text(self, edition: str, name: str) -> dict[str, Any]:
        """An edition's text of the article so named."""
        found: dict[str, Any] = json.loads(self._files[f"search/text/{edition}/{name}.json"])
        return found

    def _all(self, language: str, terms: list[int]) -> set[int]:
        found = [set(self.weights(language, term)) for term in terms]
        return set.intersection(*found) if found else set()
