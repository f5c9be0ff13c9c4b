"""Who has which figure: 进口320亿元，出口510亿元 of which the English gives the imports 51 billion,
2300户 that became villages.

What a figure is of is told by a word beside it, in either language (``data/labels.tsv``). Two
figures have changed places where in English each stands nearer to the other's word than to its
own, and the order of the words against that of the figures has turned round.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_DATA = Path(__file__).parent / "data"
# How far before and after a figure, in Chinese characters, the word for what it is of may be.
_BEFORE, _AFTER = 12, 4
_CLAUSE = late_regex("[，。；、：！？,;（）()]")


@cache
def _labels() -> tuple[
    dict[str, list[tuple[re.Pattern[str], int]]], tuple[re.Pattern[str], ...], frozenset[int]
]:
    """Patterns of the Chinese words by their first character, with their number in the table;
    the English of each; the numbers of those that say little (增长, 总)."""
    rows = [line.split("\t") for line in (_DATA / "labels.tsv").read_text("utf-8").splitlines()]
    chinese: dict[str, list[tuple[re.Pattern[str], int]]] = {}
    for number, row in enumerate(rows):
        for word in _ALTERNATIVE.findall(row[1]):
            first = _LOOKBEHIND.sub("", word)[0]
            chinese.setdefault(first, []).append((late_regex(word), number))
    english = tuple(late_regex(f"(?i:{row[2]})") for row in rows)
    return chinese, english, frozenset(n for n, row in enumerate(rows) if row[3])


# What "|" parts outside of brackets, and what may stand before the first character.
_ALTERNATIVE = late_regex(r"(?:\([^()]*\)|[^|()])+")
_LOOKBEHIND = late_regex(r"\(\?<[!=][^()]*\)")


@cache
def _nouns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What is counted in English, and what has to stand in the Chinese for it."""
    rows = [line.split("\t") for line in (_DATA / "nouns.tsv").read_text("utf-8").splitlines()]
    nouns = "|".join(f"({row[0]})" for row in rows)
    return late_regex(rf"(?i:\s(?:{nouns})\b)"), tuple(late_regex(row[1]) for row in rows)


class _Held(msgspec.Struct, frozen=True):
    """A figure, the labels near it, the nearest first, and what says it in English.

    A label is a number of the table, or that of a date among the figures, from -1 down.
    """

    figure: Figure
    labels: tuple[int, ...]
    stated: Stated


def swapped(
    text: str, english: str, figures: list[Figure], saying: list[list[Stated]]
) -> Iterator[FigureProblem]:
    """Two figures of which each is said of what the other is of. ``saying`` is what says each
    of the figures in English."""
    if len(figures) < 2 or "\n" in english:
        return  # of the cells of a table the words beside one may be another's
    yield from _exchanged(figures, saying)
    held = _held(text, figures, saying)
    if len(held) < 2:
        return
    dates = {
        -1 - index: [(s.start, s.end) for s in saying[index]]
        for index, figure in enumerate(figures)
        if figure.kind in _DATES
    }
    for one, other in combinations(held, 2):
        if _alike(one.figure, other.figure) and _crossed(english, one, other, dates):
            found = f"{other.stated.text} in its place"
            yield FigureProblem("changed", one.figure.source, one.figure.english, found)
            return


_OF_TWO = frozenset({"money", "percent", "points", "count", "measure"})


def _exchanged(figures: list[Figure], saying: list[list[Stated]]) -> Iterator[FigureProblem]:
    """超5亿元的23个，超50亿元的2个 that became 23 of over 5 billion and two of over 500 million: in
    both languages the two sorts take turns, and other ones stand together."""
    for at in range(len(figures) - 3):
        a, b, c, d = four = figures[at : at + 4]
        if not {f.kind for f in four} <= _OF_TWO or a.kind == b.kind:
            continue
        if (a.kind, b.kind, a.unit, b.unit) != (c.kind, d.kind, c.unit, d.unit):
            continue
        said = saying[at : at + 4]
        if any(len(one) != 1 for one in said) or len({one[0].start for one in said}) != 4:
            continue
        order = [n for _, n in sorted(zip((one[0].start for one in said), range(4), strict=True))]
        if {*order[:2]} in ({0, 3}, {1, 2}):
            other = said[order[1]][0]
            yield FigureProblem("changed", a.source, a.english, f"{other.text} beside another")
            return


_DATES = frozenset({"date", "period"})
_COUNTS = frozenset({"items", "people", "visits", "households", "TEU", ""})


def _alike(one: Figure, other: Figure) -> bool:
    """Whether the one might stand for the other: what has another unit shows it."""
    if one.kind == other.kind and one.unit == other.unit:
        return True
    return one.unit in _COUNTS and other.unit in _COUNTS and {one.kind, other.kind} <= _NUMBERS


_NUMBERS = frozenset({"count", "measure", "ordinal"})


def _held(text: str, figures: list[Figure], saying: list[list[Stated]]) -> list[_Held]:
    """The figures that have a label, and one thing in English that says them and no other."""
    single = [
        index
        for index, said in enumerate(saying)
        if len(said) == 1 and sum(said[0] in others for others in saying) == 1
    ]
    if len(single) < 2:
        return []
    places = _label_places(text, figures)
    beside = [_labels_of(text, figures, index, places) for index in range(len(figures))]
    often = Counter(number for labels in beside for number in labels)
    held: list[_Held] = []
    for index in single:
        own = tuple(number for number in beside[index] if often[number] == 1)
        if own:
            held.append(_Held(figures[index], own, saying[index][0]))
    return held


def _label_places(text: str, figures: list[Figure]) -> list[tuple[int, int, int]]:
    """Start, end and number of every label beside a figure in the Chinese."""
    chinese, _, _ = _labels()
    places: list[tuple[int, int, int]] = []
    done = 0
    for figure in figures:
        at = max(done, figure.start - _BEFORE)
        last = min(len(text), figure.end + _AFTER + 1)
        while at < last:
            for pattern, number in chinese.get(text[at], ()):
                match = pattern.match(text, at)
                if match:
                    places.append((at, match.end(), number))
                    at = match.end() - 1
                    break
            at += 1
        done = at
    return places


def _labels_of(
    text: str, figures: list[Figure], index: int, places: list[tuple[int, int, int]]
) -> tuple[int, ...]:
    """The labels beside a figure in its clause, the nearest first."""
    figure = figures[index]
    least = max(figures[index - 1].end if index else 0, figure.start - _BEFORE)
    most = figures[index + 1].start if index + 1 < len(figures) else len(text)
    near: list[tuple[bool, int, int]] = []
    before = figures[index - 1] if index else figure
    if before.kind in _DATES and figure.kind not in _DATES:
        gap = text[before.end : figure.start]
        if len(gap) <= _BEFORE and not _CLAUSE.search(gap):
            near.append((False, len(gap), -index))
    weak = _labels()[2]
    for start, end, number in places:
        if (
            least == start
            and end == figure.start
            and index
            and (_opens(text, before) or not figure.source[-1].isdigit())
        ):
            continue  # 3死5伤: the dead are three
        if least <= start and end <= figure.start:
            distance, gap = figure.start - end, text[end : figure.start]
        elif figure.end <= start and end <= most and start - figure.end <= _AFTER:
            distance, gap = start - figure.end, text[figure.end : start]
        elif figure.start <= start < figure.end:
            distance, gap = 0, ""  # 户 of 2300户
        else:
            continue
        if not _CLAUSE.search(gap):
            near.append((number in weak, distance, number))
    return tuple(dict.fromkeys(number for _, _, number in sorted(near)))


def _opens(text: str, figure: Figure) -> bool:
    """Whether nothing stands before the figure in its clause."""
    return not figure.start or _CLAUSE.match(text, figure.start - 1) is not None


_PART = late_regex(r"[,;.]\s|\s(?:and|but|while|whereas)\s")  # where clauses of English part
# How far in English the other figure may be from a word that it has taken.
_NEAR = 40


def _crossed(
    english: str, one: _Held, other: _Held, dates: dict[int, list[tuple[int, int]]]
) -> bool:
    shared = {*one.labels} & {*other.labels}
    first = next((n for n in one.labels if n not in shared), None)
    second = next((n for n in other.labels if n not in shared), None)
    if first is None or second is None or {first, second} <= _labels()[2]:
        return False
    mine, its = _named(english, first, dates), _named(english, second, dates)
    if not mine or not its or set(mine) & set(its):
        return False
    a, b = one.stated, other.stated
    if len(mine) == len(its) == 1:
        order = (a.start < b.start) != (mine[0][0] < its[0][0])
        if not order or _interleaved(a, b, mine[0], its[0]):
            return order
    if _distance(a, its) < min(_NEAR, _distance(a, mine)) and _distance(b, mine) < min(
        _NEAR, _distance(b, its)
    ):
        return True
    cuts = [0, *(m.end() for m in _PART.finditer(english)), len(english)]
    here, there = _clause(a, cuts), _clause(b, cuts)
    return here != there and (
        _within(here, its) and not _within(here, mine)
        and _within(there, mine) and not _within(there, its)
    )  # fmt: skip


def _named(
    english: str, label: int, dates: dict[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """Where the label stands in English."""
    if label < 0:
        return dates.get(label, [])
    return [m.span() for m in _labels()[1][label].finditer(english)]


def _clause(stated: Stated, cuts: list[int]) -> tuple[int, int]:
    start = max(cut for cut in cuts if cut <= stated.start)
    return start, min((cut for cut in cuts if cut >= stated.end), default=cuts[-1])


def _within(clause: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    return any(clause[0] <= start and end <= clause[1] for start, end in places)


def _interleaved(a: Stated, b: Stated, mine: tuple[int, int], its: tuple[int, int]) -> bool:
    """Whether figures and words take turns, so that each figure goes with one of them."""
    figures, words = sorted([(a.start, a.end), (b.start, b.end)]), sorted([mine, its])
    pairs = list(zip(figures, words, strict=True))
    if figures[0] < words[0] < figures[1] < words[1]:
        return all(word[0] - figure[1] < _NEAR for figure, word in pairs)
    if words[0] < figures[0] < words[1] < figures[1]:
        return all(figure[0] - word[1] < _NEAR for figure, word in pairs)
    return False


def _distance(stated: Stated, places: list[tuple[int, int]]) -> int:
    return min(
        max(start - stated.end, stated.start - end, 0) for start, end in places
    )  # fmt: skip


def other_things(
    text: str, english: str, figures: list[Figure], saying: list[list[Stated]]
) -> Iterator[FigureProblem]:
    """2,300 villages for 2300户: what is counted is nowhere in the Chinese."""
    nouns, needed = _nouns()
    seen: set[int] = set()
    for figure, said in zip(figures, saying, strict=True):
        for one in said:
            match = None if one.start in seen else nouns.match(english, one.end)
            seen.add(one.start)
            if match and match.lastindex and not needed[match.lastindex - 1].search(text):
                found = f"{one.text}{match.group()}"
                yield FigureProblem("changed", figure.source, figure.english, found)
