"""Reads a published index the way the browser does; for tests only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from generator.search.fold import fold
from generator.search.segments import slots
from generator.search.shards import decode
from generator.search.stemmer import stem
from generator.search.terms import NARROW, number_of, step, words

Weights = dict[int, int]


def chinese_terms(run: str) -> list[str]:
    """The terms that a text must have if it has the folded ``run`` (no white space in it)."""
    if len(run) == 1:
        return [run]
    threes = [
        run[at : at + 3]
        for at in range(len(run) - 2)
        if run[at] in NARROW and run[at + 1] in NARROW
    ]
    return [*map("".join, pairwise(run)), *threes]


def pair_number(first: str, second: str) -> int:
    """The number of two neighbouring stems."""
    return step(step(number_of(first), ord(" ")), number_of(second))


class Reader:
    """The index in ``files``, by their paths below the site."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.index = json.loads(files["search/index.json"])
        self.names = np.frombuffer(files["search/articles.bin"], ">u4").astype(np.uint32)
        assert len(self.names) == self.index["articles"]

    def weights(self, language: str, number: int) -> Weights:
        """Articles and weights of the term known by ``number``."""
        found: Weights = {}
        first = 0
        for segment in self.index["segments"]:
            last = first + segment["articles"]
            bits = segment["bits"].get(language)
            if bits is not None:
                articles = slots(self.names[first:last], segment["room"]).tolist()
                shard = number >> 32 - bits
                data = self._files[f"search/{segment['level']}/{language}/{shard:03x}.bin"]
                for key in decode(data, shard, bits).tolist():
                    if key >> 32 == number:
                        slot, weight = (key & 0xFFFFFFFF) >> 2, key & 3
                        found[first + articles.index(slot)] = weight
            first = last
        return found

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

    def vocabulary(self) -> dict[str, int]:
        """The words that are suggested, with about how many articles have each."""
        found: dict[str, int] = {}
        for path, data in self._files.items():
            if path.endswith("words.txt") or "/words/" in path:
                for line in data.decode().splitlines():
                    word, count = line.split(" ")
                    found[word] = found.get(word, 0) + int(count)
        return found

    def slugs(self) -> list[str]:
        """All articles from the oldest on, as their texts name them."""
        return [self.text("zh-hans", f"{name:08x}")["slug"] for name in self.names.tolist()]

    def text(self, edition: str, name: str) -> dict[str, Any]:
        """An edition's text of the article so named."""
        found: dict[str, Any] = json.loads(self._files[f"search/text/{edition}/{name}.json"])
        return found

    def _all(self, language: str, terms: list[int]) -> set[int]:
        found = [set(self.weights(language, term)) for term in terms]
        return set.intersection(*found) if found else set()
