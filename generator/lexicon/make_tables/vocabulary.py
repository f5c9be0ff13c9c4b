"""The words of the dictionary and their scores (natural logarithms of frequencies)."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.gazetteer import tables
from generator.lexicon.make_tables import phrases
from generator.script.make_tables import forms

# Words of jieba's list with a lower count are left out: most are names. Those that their parts
# would not convert to the right Traditional form are added again as phrases of OpenCC.
RARE = 12
# Counts, in the scale of jieba's corpus, for place names that its list does not have.
PLACE = {"province": 2000, "city": 1000, "county": 20, "zone": 5}
# The score of an unknown character: about that of jieba's rarest words.
UNKNOWN = -19.0
LONGEST = 16
# Added to the score of a phrase's parts to get the score of the phrase. It is small, so that the
# phrase replaces exactly its parts and no other word.
PHRASE = 0.5

_WORDS = Path(__file__).parent / "words.csv"

Scores = dict[str, float]


def own_words() -> dict[str, int]:
    """The project's own counts (``words.csv``); a count of 0 removes a word."""
    rows = csv.reader(_WORDS.read_text("utf-8").splitlines())
    next(rows)
    return {word: int(count) for word, count in rows}


def jieba_words(path: Path) -> dict[str, int]:
    """Words and counts of jieba's ``dict.txt``, without names that begin with 于."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    # 于 is a preposition far more often than it begins a name (于海军, 于津梁).
    return {
        word: int(count)
        for word, count, kind in rows
        if not (kind.startswith("nr") and word[0] == "于")
    }


def places() -> Iterable[tuple[str, int]]:
    """Current place names, full and short, with a count for their level."""
    divisions = tables.divisions()
    for place in (*divisions, *tables.zones({place.code: place for place in divisions})):
        level = "city" if place.level == "prefecture" else place.level
        yield place.hans, PLACE.get(level, 1)
        if len(place.short) > 1 and place.short not in tables.cautious():
            yield place.short, PLACE.get(level, 1)


def scores(jieba: Mapping[str, int]) -> Scores:
    """The dictionary: word → score, given the words and counts of jieba."""
    own = own_words()
    total = sum(jieba.values())
    counts: dict[str, float] = {}
    for word, count in jieba.items():
        if len(word) == 1 or (count >= RARE and len(word) <= LONGEST):
            counts[word] = max(count, 1)
    for char in phrases.characters():
        counts.setdefault(char, 1)
    for name, count in places():
        if len(name) <= LONGEST:
            counts.setdefault(name, count)
    counts.update({word: count for word, count in own.items() if count})
    for word in (word for word, count in own.items() if not count):
        counts.pop(word, None)
    made = {word: math.log(count / total) for word, count in counts.items() if word.strip()}
    refused = {word for word, count in own.items() if not count}
    for phrase in sorted({*_needed(made), *forms.own()} - made.keys() - refused):
        made[phrase] = best_path(phrase, made)[0] + PHRASE
    return made


def _needed(made: Scores) -> Iterable[str]:
    """OpenCC's phrases whose Traditional form differs from that of their parts, and the regional
    ones."""
    known, ambiguous = forms.phrases_of_opencc(), phrases.ambiguous()
    for phrase, form in known.items():
        if 1 < len(phrase) <= LONGEST and any(char in ambiguous for char in phrase):
            parts = best_path(phrase, made)[1]
            if "".join(known.get(part) or phrases.by_character(part) for part in parts) != form:
                yield phrase
    yield from phrases.regional()


def best_path(text: str, known: Mapping[str, float]) -> tuple[float, list[str]]:
    """The most probable segmentation of ``text``: its score and its words."""
    ways: list[tuple[float, int]] = [(0.0, 0)] + [(-math.inf, 0)] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            score = known.get(text[start:end])
            if score is None:
                if end > start + 1:
                    continue
                score = UNKNOWN
            if ways[start][0] + score > ways[end][0]:
                ways[end] = (ways[start][0] + score, start)
    words, at = [], len(text)
    while at:
        words.append(text[ways[at][1] : at])
        at = ways[at][1]
    return ways[-1][0], words[::-1]
