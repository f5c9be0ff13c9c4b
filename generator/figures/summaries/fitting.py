"""How well a figure of an English sentence fits a figure of the Chinese article.

For it speak words, names and times that both texts have near it, and the amount beside it; against
it, words beside the Chinese figure for which the sentence has no English. A word says the less, the
more sentences have it; those of the title say what all of the article is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import log
from typing import NamedTuple

from generator.figures.context.direction import chinese_direction
from generator.figures.context.evidence import CHARACTER, FUNCTION, NAME, PARTY, UNIT
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import AMOUNTS, PERCENTAGES, SHARES, Figure
from generator.figures.summaries.distance import chinese_clauses, english_clauses
from generator.figures.summaries.untold import EACH, Untold
from generator.figures.summaries.wording import (
    AIMED,
    CAPITALIZED,
    PART,
    PLANNED,
    PLANNED_ENGLISH,
    RATE,
    RATE_ENGLISH,
    TO_LEVEL,
)

TIMES = frozenset({"date", "period", "time"})
_AMOUNTS = AMOUNTS | SHARES | {"multiple"}
_WEIGHTS = {CHARACTER: 0.4, FUNCTION: 0.2, UNIT: 0.2, NAME: 1.0, PARTY: 1.2}
# What is left of the weight of a word of the title, of words outside the English clause if that has
# a subject of its own (words of so much weight), and of an amount of another group.
_OF_THEME, _OUTSIDE, _SUBJECT, _OTHER_GROUP = 0.5, 0.5, 1.0, 0.7
# An amount directly before another, one behind it in another clause, one with others between, and
# one farther away.
_NEXT, _BEHIND, _BEYOND, _FAR = 1.0, 0.3, 0.2, 0.1
# Against the figure of a part that the English does not name (其中过夜游客92.4万人次), and against
# a planned one if nothing in the English says so. A time holds for sentences after it.
_UNNAMED, _UNPLANNED, _EARLIER = 1.5, 1.0, 0.6
# Words of less weight name nothing.
_SLIGHT = 0.7
# Words with these say in which direction something is, not what.
_MOVES = frozenset("高低升降增减多少涨跌快慢")


class _Shared(NamedTuple):
    """An expression that both texts have, with its places in each. ``is_word``: not only a
    character, a unit or a word of grammar."""

    weight: float
    is_word: bool
    holds: bool
    chinese: tuple[int, ...]
    english: tuple[int, ...]


class Fitting:
    """Weighs pairs of figures of one comparison. ``theme`` is where the title ends, with which the
    Chinese begins; ``favoured`` has what speaks for some figures beforehand, by their places."""

    def __init__(
        self, comparison: Comparison, theme: int, favoured: Mapping[int, float] | None = None
    ) -> None:
        self._comparison, self._theme = comparison, theme
        self.favoured = favoured or {}
        self.chinese = chinese_clauses(comparison.text)
        self._english = english_clauses(comparison.english)
        self._untold = Untold(comparison, self.chinese)
        self.telling = {
            id(s): [f for f in comparison.figures if expresses(f, s)] for s in comparison.stated
        }
        self.told = {id(figure) for figures in self.telling.values() for figure in figures}
        self._groups = self._grouped()
        self._of_stated: dict[int, float] = {}

    def fit(self, figure: Figure, stated: Stated) -> float:
        """How well they fit; only comparable with that of another figure and the same English."""
        total = self.favoured.get(figure.start, 0.0)
        total -= self._untold.against(figure) + self._against(figure, stated)
        outside = self._outside(stated)
        for shared in self._shared:
            there = self._there(shared, stated)
            here = max(
                self.chinese.near(at, figure.start, holds=shared.holds) for at in shared.chinese
            )
            total += shared.weight * here * (there if there == 1.0 else there * outside)
        for other in self._comparison.stated:
            figures = self.telling[id(other)]
            if other is stated or not figures:
                continue
            kind = figures[0].kind
            there = (
                self._beside(other, stated)
                if kind in _AMOUNTS
                else self._english.near(other.start, stated.start, holds=kind in TIMES)
            )
            here = max(self._together(one, figure) for one in figures)
            weight = self._rarity([one.start for one in figures])
            total += weight * here * (there if there == 1.0 else there * outside)
        return total

    def is_better_named(self, own: Figure, other: Figure, stated: Stated) -> bool:
        """Whether the English clause rather names the thing of a figure than that of another one:
        all words of its clause if the other has no more besides those of the title, or more."""
        start, _ = self.chinese.clause(own.start)
        (said, besides), (theirs, their_besides) = (
            self._named(one, stated) for one in (own, other)
        )
        if said and not self._untold.count(start, own.start):
            return their_besides <= besides
        return said > theirs

    def _named(self, figure: Figure, stated: Stated) -> tuple[float, float]:
        """What the words of its clause weigh that the English clause has, in all and without those
        of the title."""
        start, end = self.chinese.clause(figure.start)
        found = [
            shared
            for shared in self._shared
            if shared.is_word
            and any(start <= at < end for at in shared.chinese)
            and any(self._english.near(at, stated.start) == 1.0 for at in shared.english)
        ]
        besides = [shared for shared in found if min(shared.chinese) >= self._theme]
        return sum(one.weight for one in found), sum(one.weight for one in besides)

    def likest(self) -> int:
        """The number of the sentence that has most words of the English, and fewest others."""
        weights: dict[int, float] = {}
        text = self._comparison.text
        for shared in self._shared:
            if not _MOVES.isdisjoint(text[shared.chinese[0] :][:2]):
                continue
            for number in {self.chinese.sentence_of(at) for at in shared.chinese}:
                weights[number] = weights.get(number, 0.0) + shared.weight
        for number in weights:
            weights[number] -= EACH * self._untold.count(*self.chinese.sentence(number))
        return min(weights, key=lambda number: (-weights[number], number), default=0)

    def amounts_beside(self, stated: Stated) -> list[Figure]:
        """The Chinese figures that the English amount nearest to a time expresses."""
        near = max(
            (one for one in self._amounts if one is not stated),
            key=lambda one: (
                self._english.near(one.start, stated.start),
                -abs(one.start - stated.start),
            ),
            default=None,
        )
        return [] if near is None else self.telling[id(near)]

    def number_of(self, figure: Figure) -> bool | None:
        """Whether the English has the number of its thing (一期投资33亿元); None if it has none."""
        start, _ = self.chinese.clause(figure.start)
        told = [
            id(one) in self.told
            for one in self._comparison.figures
            if one.kind == "ordinal" and start <= one.start < figure.start
        ]
        return told[-1] if told else None

    def holds(self, time: Figure, figure: Figure) -> bool:
        """Whether a time is that of another figure: in its sentence, or the last before it in its
        paragraph."""
        same = self.chinese.sentence_of(time.start) == self.chinese.sentence_of(figure.start)
        return same or self._still_holds(time, figure)

    def _grouped(self) -> dict[int, int]:
        """The group of each amount: a level and the changes behind it (156.2亿元，增长1.8%)."""
        groups: dict[int, int] = {}
        group, last, continued = 0, -1, False
        text = self._comparison.text
        for figure in self._comparison.figures:
            if figure.kind not in _AMOUNTS:
                continue
            sentence = self.chinese.sentence_of(figure.start)
            change = figure.kind in PERCENTAGES and chinese_direction(text, figure)
            if (not change and not continued) or sentence != last:
                group += 1
            continued = bool(change and TO_LEVEL.match(text, figure.end))
            if continued and sentence == last:
                group += 1
            last = sentence
            groups[id(figure)] = group
        return groups

    def _together(self, one: Figure, figure: Figure) -> float:
        if one.kind in TIMES:
            near = self.chinese.near(one.start, figure.start, holds=True)
            return near or (_EARLIER if self._still_holds(one, figure) else 0.0)
        if one.kind not in _AMOUNTS:
            return self.chinese.near(one.start, figure.start)
        group = self._groups.get(id(one))
        if group is not None and group == self._groups.get(id(figure)):
            return 1.0
        return _OTHER_GROUP * self.chinese.near(one.start, figure.start)

    def _still_holds(self, time: Figure, figure: Figure) -> bool:
        """Whether no other time stands between one and a figure of the same paragraph."""
        if time.start > figure.start or "\n" in self._comparison.text[time.end : figure.start]:
            return False
        return not any(
            time.start < other.start < figure.start and other.kind in TIMES
            for other in self._comparison.figures
        )

    def _against(self, figure: Figure, stated: Stated) -> float:
        text, english = self._comparison.text, self._comparison.english
        start, end = self.chinese.clause(figure.start)
        against = 0.0
        part = PART.search(text, start, figure.start)
        if part and not self._is_named(part.end(), end):
            against += _UNNAMED
        first, _ = self.chinese.sentence(self.chinese.sentence_of(figure.start))
        aimed = AIMED.match(text, figure.end)
        where = (0, self._english.clause(stated.start)[1] if aimed else len(english))
        if (aimed or PLANNED.search(text, first, figure.start)) and not PLANNED_ENGLISH.search(
            english, *where
        ):
            against += _UNPLANNED
        if RATE_ENGLISH.match(english, stated.end) and not RATE.search(text, start, figure.end):
            against += _UNNAMED
        return against

    def _is_named(self, start: int, end: int) -> bool:
        """Whether the English has a word of the clause that the sentences before it do not have, or
        a name that is not known."""
        if self._has_unknown_name:
            return True
        number = self.chinese.sentence_of(start)
        first, _ = self.chinese.sentence(max(0, number - 1))
        return any(
            any(start <= at < end for at in shared.chinese)
            and not any(first <= at < start for at in shared.chinese)
            for shared in self._shared
            if shared.weight > _SLIGHT
        )

    @cached_property
    def _has_unknown_name(self) -> bool:
        english = self._comparison.english
        known = {start for link in self._comparison.links for start, _ in link.english}
        known |= {at for s in self._comparison.stated for at in range(s.start, s.end)}
        return any(name.start() not in known for name in CAPITALIZED.finditer(english))

    def _rarity(self, places: list[int]) -> float:
        having = len({self.chinese.sentence_of(at) for at in places})
        return log((len(self.chinese.sentences) + 2) / having)

    @cached_property
    def _shared(self) -> list[_Shared]:
        within = {at for s in self._comparison.stated for at in range(s.start, s.end)}
        found = []
        for link in self._comparison.links:
            english = tuple(start for start, _ in link.english if start not in within)
            chinese = [start for start, _ in link.chinese]
            if english:
                weight = _WEIGHTS.get(link.kind, 1.0) * self._rarity(chinese)
                if min(chinese) < self._theme:
                    weight *= _OF_THEME
                is_word = link.kind not in (CHARACTER, FUNCTION, UNIT)
                found.append(_Shared(weight, is_word, link.kind == NAME, tuple(chinese), english))
        return found

    def _there(self, shared: _Shared, stated: Stated) -> float:
        return max(
            self._english.near(at, stated.start, holds=shared.holds) for at in shared.english
        )

    def _outside(self, stated: Stated) -> float:
        """What words outside the clause of an English figure count."""
        if id(stated) not in self._of_stated:
            own = sum(
                shared.weight
                for shared in self._shared
                if any(self._english.near(at, stated.start) == 1.0 for at in shared.english)
            )
            self._of_stated[id(stated)] = _OUTSIDE if own > _SUBJECT else 1.0
        return self._of_stated[id(stated)]

    @cached_property
    def _amounts(self) -> list[Stated]:
        return [
            one
            for one in self._comparison.stated
            if any(figure.kind in _AMOUNTS for figure in self.telling[id(one)])
        ]

    def _beside(self, other: Stated, stated: Stated) -> float:
        near = self._english.near(other.start, stated.start)
        if near < _BEHIND:
            return _FAR
        low, high = sorted((other.start, stated.start))
        if any(low < one.start < high for one in self._amounts):
            return _BEYOND
        return _NEXT if other.start < stated.start or near == 1.0 else _BEHIND
