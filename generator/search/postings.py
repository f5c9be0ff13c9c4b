"""Postings: the search terms of one article, as compact bytes.

They depend on no other article, so they are made once for each text, in any process and order.
`generator.search.index` merges them into the published shards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

import ahocorasick_rs
import msgspec
import numpy as np

from generator.gazetteer import load as load_gazetteer
from generator.search.dates import dates_in
from generator.search.figures import figures_in
from generator.search.fold import fold, fold_table
from generator.search.numbers import Numbers, steps
from generator.search.stemmer import stem
from generator.search.stored_postings import Places, Postings, by_weight
from generator.search.terms import BLANK, NARROW, SEED, WORD, number_of, plain_word
from generator.search.texts import ArticleTexts, Text

Terms = tuple[Numbers, Places]

_START: Final = np.array([SEED], np.uint32)
_SPACE: Final = np.array([ord(" ")], np.uint32)


def postings(article: ArticleTexts) -> bytes:
    """The encoded postings of one article: the same bytes for the same texts and labels."""
    hans = article.texts["zh-Hans"]
    whole = hans.whole
    codes = _codes(whole)
    found = _chinese_terms(codes, len(hans.title))
    for text in _other_script(hans, codes, article.texts.get("zh-Hant")):
        more = _codes(text.whole)
        found += _chinese_terms(more, len(text.title))
        codes = np.concatenate((codes, more))
    labels = np.array(list(map(_label_number, article.labels)), np.uint32)
    found.append((labels, np.zeros(len(labels), np.bool_)))
    english = article.texts.get("en")
    found += [_figure_terms(text) for text in (hans, english) if text]
    terms, words = _english_terms(english) if english else (None, set())
    made = Postings(
        by_weight(*_joined(found)),
        by_weight(*terms) if terms else b"",
        _seen(np.concatenate((codes, _codes("".join(article.labels))))),
        tuple(sorted(words)),
        _cities(whole, article.cities),
        _digest(article),
    )
    return msgspec.msgpack.encode(made)


# ---- Chinese


def _other_script(hans: Text, codes: Numbers, hant: Text | None) -> list[Text]:
    """The title and lines of ``hant`` that differ from ``hans`` even when folded.

    They have names and terms with different forms; the other lines would only be counted twice.
    ``codes`` are the folded code points of ``hans``.
    """
    if hant is None or np.array_equal(codes, _codes(hant.whole)):
        return []
    made = []
    if fold(hans.title) != fold(hant.title):
        made.append(Text(hant.title, "", ()))
    known = set(map(fold, (hans.summary, *hans.lines)))
    lines = [line for line in (hant.summary, *hant.lines) if fold(line) not in known]
    if lines:
        made.append(Text("", "", lines))
    return made


def _codes(text: str) -> Numbers:
    """The folded code points of ``text``."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).copy()
    low = codes < 0x10000
    codes[low] = _fold_array()[codes[low]]
    return codes


def _folded(text: str) -> str:
    """The same as `fold`, except that line ends stay."""
    return _codes(text).tobytes().decode("utf-32-le")


def _chinese_terms(codes: Numbers, title: int) -> list[Terms]:
    """Characters, pairs and triples, each with whether it begins in the title.

    ``title`` is the length of the title.
    """
    headed = np.arange(len(codes)) <= title
    solid = (codes != ord(BLANK[0])) & (codes != ord(BLANK[1]))
    one = steps(_START, codes)
    two = steps(one[:-1], codes[1:])
    both = solid[:-1] & solid[1:]
    narrow = _narrow()[np.minimum(codes, 0xFFFF)]
    third = narrow[:-2] & narrow[1:-1] & solid[2:]
    three = steps(two[:-1][third], codes[2:][third])
    return [
        (one[solid], headed[solid]),
        (two[both], headed[:-1][both]),
        (three, headed[:-2][third]),
    ]


def _cities(text: str, own: Sequence[str]) -> tuple[str, ...]:
    names, codes = _city_names()
    found = {codes[match[0]] for match in names.find_matches_as_indexes(text)}
    return tuple(sorted(found | set(own)))


def _figure_terms(text: Text) -> Terms:
    """The figures and dates of a text in either language, each with whether it is in the title."""
    whole = _folded(text.whole).replace("\n", " ")
    found = (*figures_in(whole), *dates_in(whole))
    terms = [(term, one.start) for one in found for term in one.terms]
    numbers = np.array([_label_number(term) for term, _ in terms], np.uint32)
    return numbers, np.array([start < len(text.title) for _, start in terms], np.bool_)


# ---- English


def _english_terms(text: Text) -> tuple[Terms | None, set[str]]:
    """Stems and pairs of stems, and the words of at least three letters, for suggestions."""
    numbers: list[int] = []
    seen: set[str] = set()
    title = 0
    whole = text.whole
    folded = whole.lower() if whole.isascii() else _folded(whole)
    for line, part in enumerate(folded.split("\n")):
        tokens = WORD.findall(part)
        seen.update(tokens)
        numbers.extend(map(_stem_number, tokens))
        # Zero separates the last word of a line from the first of the next.
        numbers.append(0)
        if line == 0:
            title = len(numbers)
    one = np.array(numbers, np.uint32)
    headed = np.arange(len(one)) < title
    solid = one != 0
    both = solid[:-1] & solid[1:]
    spaced = steps(one, _SPACE)
    pairs = steps(spaced[:-1], one[1:])[both]
    words = set(map(_suggested, seen))
    words.discard("")
    return _joined([(one[solid], headed[solid]), (pairs, headed[:-1][both])]), words


@lru_cache(maxsize=200_000)
def _stem_number(token: str) -> int:
    return number_of(stem(plain_word(token)))


@lru_cache(maxsize=200_000)
def _suggested(token: str) -> str:
    """The word to suggest for a token; empty if it is not suggested."""
    word = plain_word(token)
    return word if len(word) > 2 and word.isalpha() else ""


# ---- Both


def _joined(found: Sequence[Terms]) -> Terms:
    return np.concatenate([one for one, _ in found]), np.concatenate([two for _, two in found])


@lru_cache(maxsize=50_000)
def _label_number(label: str) -> int:
    return number_of(label)


def _digest(article: ArticleTexts) -> bytes:
    made = hashlib.blake2b(digest_size=8)
    for edition in sorted(article.texts):
        made.update(f"{edition}\n{article.texts[edition].whole}\n".encode("utf-8", "replace"))
    return made.digest()


def _seen(codes: Numbers) -> str:
    """Those of the folded characters to which others are folded, sorted."""
    seen = np.zeros(0x10000, np.bool_)
    seen[codes[codes < 0x10000]] = True
    seen &= _targets()
    return np.flatnonzero(seen).astype(np.uint32).tobytes().decode("utf-32-le")


@cache
def _fold_array() -> Numbers:
    table = np.arange(0x10000, dtype=np.uint32)
    # Line ends separate lines, so they are not folded to spaces.
    for code, to in fold_table().items():
        table[code] = code if code == ord("\n") else ord(to)
    return table


@cache
def _targets() -> Places:
    """The characters to which others are folded."""
    table = np.zeros(0x10000, np.bool_)
    table[[ord(to) for to in fold_table().values() if ord(to) < 0x10000]] = True
    return table


@cache
def _narrow() -> Places:
    table = np.zeros(0x10000, np.bool_)
    table[[ord(character) for character in NARROW]] = True
    return table


@cache
def _city_names() -> tuple[ahocorasick_rs.AhoCorasick, Sequence[str]]:
    cities = load_gazetteer().cities()
    return ahocorasick_rs.AhoCorasick([place.short for place in cities]), [
        place.code for place in cities
    ]
