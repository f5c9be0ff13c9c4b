"""Split sentences that are too long for an engine, at the best break points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from generator.patterns import late_regex

Measure = Callable[[str], int]

# Break points, the best first. The break is at the end of the match.
_BREAKS = tuple(
    late_regex(pattern)
    for pattern in (
        r"[；;][”’」』）)】》\"]*\s*",
        r"[：:](?![0-9/])\s*|——+\s*",
        r"[，,](?![0-9])[”’」』）)】》\"]*\s*",
        r"[、](?![0-9])|\s+|[”’」』）)】》](?=[“‘「『（(【《])",
    )
)
_OPENERS, _CLOSERS = "“‘「『（(【《", "”’」』）)】》"
# Numbers and Latin words, which are not split.
_WHOLE = late_regex(
    r"[A-Za-z0-9.,:/%+_-]+|[〇零一二两三四五六七八九十百千万亿%0-9.]+[\u4e00-\u9fff]?"
)


def pieces(sentence: str, soft: int, hard: int, measure: Measure = len) -> list[str]:
    """Split a sentence into pieces that the engine can take; ``"".join(result) == sentence``.

    ``soft`` and ``hard`` are lengths in the unit of ``measure``, which may count characters or
    tokens and must not decrease when its text grows. A sentence longer than ``soft`` is split
    at ； and, if that is not enough, at ： and ——. Pieces still longer than ``hard`` are split at
    commas, at 、, and as a last resort between any two characters, but not within a number or a
    Latin word unless that alone is too long. Break points outside quotation marks and brackets
    are tried first. No piece measures more than ``hard``, unless a single character does.

    Raises `ValueError` if ``hard`` is less than 1.
    """
    if hard < 1:
        raise ValueError("a piece needs room for one character")
    if not sentence:
        return []
    parts = [sentence]
    for level, pattern in enumerate(_BREAKS):
        limit = soft if level < 2 else hard
        for nested in (False, True):
            parts = [p for part in parts for p in _broken(part, pattern, limit, measure, nested)]
    return [p for part in parts for p in _cut(part, hard, measure)]


def _broken(
    text: str, pattern: re.Pattern[str], limit: int, measure: Measure, nested: bool
) -> list[str]:
    """The text split at matches of a pattern, no more often than the limit requires."""
    if measure(text) <= limit:
        return [text]
    depth = _depths(text)
    ends = [m.end() for m in pattern.finditer(text) if nested or depth[m.start()] == 0]
    return _packed(text, [end for end in ends if 0 < end < len(text)], limit, measure)


def _packed(text: str, ends: Iterable[int], limit: int, measure: Measure) -> list[str]:
    parts: list[str] = []
    start = last = 0
    for end in [*ends, len(text)]:
        if last > start and measure(text[start:end]) > limit:
            parts.append(text[start:last])
            start = last
        last = end
    parts.append(text[start:])
    return parts


def _depths(text: str) -> list[int]:
    """How many quotation marks and brackets are open at each character."""
    depths: list[int] = []
    depth = 0
    for c in text:
        if c in _CLOSERS:
            depth = max(0, depth - 1)
        depths.append(depth)
        if c in _OPENERS:
            depth += 1
    return depths


def _cut(text: str, hard: int, measure: Measure) -> list[str]:
    """The text split at the hard limit, where no break point helped."""
    parts: list[str] = []
    at = 0
    while (end := _fitting(text, at, hard, measure)) < len(text):
        for whole in _WHOLE.finditer(text, at, min(len(text), end + hard)):
            if whole.start() >= end:
                break
            if whole.end() > end and whole.start() > at:
                end = whole.start()
                break
        parts.append(text[at:end])
        at = end
    parts.append(text[at:])
    return parts


def _fitting(text: str, at: int, hard: int, measure: Measure) -> int:
    """The end of the longest piece from ``at`` that measures no more than ``hard``.

    The piece has at least one character. A binary search, so that little of the text beyond the
    end is measured.
    """
    high = min(len(text), at + max(1, hard))
    low = at + 1
    while high < len(text) and measure(text[at:high]) <= hard:
        low, high = high, min(len(text), high + 2 * (high - at))
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[at:middle]) <= hard:
            low = middle
        else:
            high = middle - 1
    return low
