"""Which parts of a Chinese and an English text are compared with each other.

The network has learnt from single sentences, so both texts are divided as far as their parts
certainly belong together: into lines (items of a list, cells of a table), then into sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.patterns import late_regex
from generator.segment import english_sentences, sentences

_HAN = late_regex("[\u3400-\u9fff\uf900-\ufaff]")
_LETTER = late_regex("[A-Za-z]")
# A cut must not divide a word (see `tokens.english_words`).
_BETWEEN = late_regex(r"\s(?![\s,.…])")
# Average characters of English for one of Chinese.
_RATIO = 3.2
# Sentences of a paragraph belong together one by one if the English of none is, against its
# Chinese, so many times as long as that of another; short ones say little.
_UNEVEN, _SHORT = 3.0, 10
# How far the halves of a long text may differ from each other in their share of it.
_APART = 0.08


class Part(NamedTuple):
    """A part of a pair. ``start`` is where its ``english`` begins in the whole English."""

    chinese: str
    english: str
    start: int = 0


def parts_of(chinese: str, english: str) -> list[Part]:
    """The parts of two plain texts, whose inner blocks are on lines of their own. Those without
    Chinese or without English words are left out."""
    rows, lines = chinese.split("\n"), english.split("\n")
    if len(rows) != len(lines):
        rows, lines = [chinese], [english]
    found: list[Part] = []
    start = 0
    for row, line in zip(rows, lines, strict=True):
        found += (part._replace(start=part.start + start) for part in _sentences(row, line))
        start += len(line) + 1
    return [part for part in found if _has_words(part)]


def halves(part: Part) -> tuple[Part, Part] | None:
    """The two halves of a part that is too long: cut between sentences, at the place nearest to
    the middle where both texts have the same share before it. ``None`` if there is none."""
    left = _ends(part.chinese, sentences)
    right = [
        end
        for end in _ends(part.english, english_sentences)
        if _BETWEEN.match(part.english, end - 1)
    ]
    best: tuple[float, int, int] | None = None
    for cut in left:
        for end in right:
            one, other = cut / len(part.chinese), end / len(part.english)
            if abs(one - other) > _APART:
                continue
            found = (abs(one - 0.5) + abs(one - other), cut, end)
            best = found if best is None else min(best, found)
    if best is None:
        return None
    _, cut, end = best
    first = Part(part.chinese[:cut], part.english[:end], part.start)
    return first, Part(part.chinese[cut:], part.english[end:], part.start + end)


def _sentences(chinese: str, english: str) -> list[Part]:
    whole = [Part(chinese, english)]
    left, right = sentences(chinese), english_sentences(english)
    if len(left) != len(right) or len(left) < 2:
        return whole
    starts = [0, *accumulate(map(len, right))]
    found = [Part(a, b, start) for a, b, start in zip(left, right, starts, strict=False)]
    ratios = [
        (len(part.english) + _SHORT) / (_RATIO * len(part.chinese) + _SHORT) for part in found
    ]
    return found if max(ratios) <= _UNEVEN * min(ratios) else whole


def _ends(text: str, split: Callable[[str], Sequence[str]]) -> list[int]:
    """Where the sentences of a text end, but the last."""
    ends: list[int] = []
    at = 0
    for line in text.splitlines(keepends=True):
        for sentence in split(line):
            at += len(sentence)
            ends.append(at)
    return [end for end in ends if 0 < end < len(text)]


def _has_words(part: Part) -> bool:
    return bool(_HAN.search(part.chinese) and _LETTER.search(part.english))
