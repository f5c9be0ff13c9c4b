"""The parts of a text that stand for the same sentences in both languages.

A paragraph has several sentences, and a check that reads the whole text is misled by words of
another one: 同比 of the second excuses a wrong "month on month" in the first. So each check also
sees each sentence with its English alone, where the figures show which belong together, and both
sides of a "while".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison, unique_matches
from generator.figures.shared.figure import Figure
from generator.needs import Rows
from generator.patterns import late_regex
from generator.segment import english_sentences, sentences

_One = TypeVar("_One", Figure, Stated)
# A place in the Chinese and one in the English.
_Place = tuple[int, int]
_RowsOf = Callable[[str, str], tuple[Rows, Rows]]
# A semicolon divides, too; it stays with what is before it.
_SEMICOLON = late_regex(r"[；;][”’」』）)]*+\s*")
_CONTRAST = late_regex(r"[,;]?\s(?=(?:while|whereas)\s)")
_COMMA = late_regex("[，；,;]")


def divided(comparison: Comparison, rows: _RowsOf) -> list[Comparison]:
    """The parts of a comparison; none if the texts cannot be divided.

    ``rows`` gives the rows of the tables for the texts of a part.
    """
    cuts = _cuts(comparison)
    parts = []
    if cuts:
        starts, ends = [(0, 0), *cuts], [*cuts, _end(comparison)]
        parts = [_part(comparison, a, b, rows) for a, b in zip(starts, ends, strict=True)]
    if " while " in comparison.lower or " whereas " in comparison.lower:
        parts += [side for part in parts or [comparison] for side in _sides(part, rows)]
    return parts


def _end(comparison: Comparison) -> _Place:
    return len(comparison.text), len(comparison.english)


def _cuts(comparison: Comparison) -> list[_Place]:
    """Ends of sentences in both texts, with figures in each part, the same ones in both."""
    if len(comparison.unique) < _SEVERAL:
        return []
    chinese = _ends_of(comparison.text, sentences)
    english = _ends_of(comparison.english, english_sentences) if chinese else []
    if len(chinese) != len(english):
        return []  # sentences were joined, so that words may be anywhere
    cuts: list[_Place] = []
    for number, cut in enumerate(chinese):
        last = cuts[-1][0] if cuts else 0
        before = [s.end for f, s in comparison.unique if f.end <= cut]
        after = [s.start for f, s in comparison.unique if f.start >= cut]
        if not any(last <= f.start and f.end <= cut for f, _ in comparison.unique) or not after:
            continue
        end = english[number]
        if max(before) <= end <= min(after) and _divides(comparison, (cut, end)):
            cuts.append((cut, end))
    return cuts


_SEVERAL = 2


def _ends_of(text: str, split: Callable[[str], list[str]]) -> list[int]:
    """Where a sentence, a line or the part before a semicolon ends; without the end of the text."""
    ends: list[int] = []
    at = 0
    for line in text.splitlines(keepends=True):
        for sentence in split(line):
            ends += [at + match.end() for match in _SEMICOLON.finditer(sentence)]
            at += len(sentence)
            ends.append(at)
    return [end for end in dict.fromkeys(ends) if end < len(text)]


def _ends(pattern: re.Pattern[str], text: str, start: int = 0) -> list[int]:
    return [match.end() for match in pattern.finditer(text, start)]


def _sides(comparison: Comparison, rows: _RowsOf) -> list[Comparison]:
    """Both sides of the only "while" of the English, each with all of the Chinese that it may stand
    for.
    """
    places = _ends(_CONTRAST, comparison.english, 1)
    if len(places) != 1:
        return []
    place = places[0]
    before = [f.end for f, s in comparison.unique if s.end <= place]
    after = [f.start for f, s in comparison.unique if s.start >= place]
    if not before or not after:
        return []
    commas = [c for c in _ends(_COMMA, comparison.text, max(before)) if c <= min(after)]
    if not commas:
        return []
    first, last = (commas[0], place), (commas[-1], place)
    if not (_divides(comparison, first) and _divides(comparison, last)):
        return []
    return [
        _part(comparison, (0, 0), last, rows),
        _part(comparison, first, _end(comparison), rows),
    ]


def _divides(comparison: Comparison, place: _Place) -> bool:
    """Whether the ``place`` is within no figure, and each is expressed on its own side."""
    cut, english_cut = place
    for figure, those in comparison.matches:
        first = figure.end <= cut
        if not first and figure.start < cut:
            return False
        if those and not any((s.end <= english_cut) == first for s in those):
            return False
    return not any(s.start < english_cut < s.end for s in comparison.stated)


def _part(whole: Comparison, start: _Place, end: _Place, rows: _RowsOf) -> Comparison:
    """What is between two places, with its figures as they were read in the whole."""
    text, english = whole.text[start[0] : end[0]], whole.english[start[1] : end[1]]
    lower = whole.lower[start[1] : end[1]]
    figures = {id(f): _moved(f, start[0]) for f in whole.figures if start[0] <= f.start < end[0]}
    stated = {id(s): _moved(s, start[1]) for s in whole.stated if start[1] <= s.start < end[1]}
    matches = [
        (figures[id(f)], [stated[id(s)] for s in those if id(s) in stated])
        for f, those in whole.matches
        if id(f) in figures
    ]
    chinese_rows, english_rows = rows(text, lower)
    return Comparison(
        text=text,
        english=english,
        lower=lower,
        figures=list(figures.values()),
        stated=list(stated.values()),
        matches=matches,
        unique=unique_matches(matches),
        missing=[figures[id(f)] for f in whole.missing if id(f) in figures],
        unsaid=[figures[id(f)] for f in whole.unsaid if id(f) in figures],
        misconverted=[],
        rows=chinese_rows,
        rows_english=english_rows,
        whole=whole.whole or whole.text,
    )


def _moved(one: _One, by: int) -> _One:
    return msgspec.structs.replace(one, start=one.start - by, end=one.end - by) if by else one
