"""The sentences of an English summary beside all of a Chinese article."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.figures.matching.agreement import expresses
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.summaries.borrowed import borrowed_figures
from generator.figures.summaries.fitting import Fitting
from generator.figures.verification import compare

# For a figure that only the Chinese summary has, if the English has all of the others.
_REPLACED = 1.5


class Retold(msgspec.Struct, frozen=True):
    """``source`` are the sentences of the article that an English sentence tells: those with its
    figures, without figures the one with most of its words. ``in_summary``: they are all in the
    Chinese summary. ``problems`` are figures that the English takes from another thing."""

    source: str
    in_summary: bool
    problems: list[FigureProblem]


class Retelling:
    """An English summary of an article with a ``title``, a ``summary`` (empty if nobody wrote one)
    and further ``texts``, all plain Chinese; ``home`` is the currency of its plain 元 if not the
    yuan."""

    def __init__(
        self, title: str, summary: str, texts: Sequence[str], english: str, home: str = ""
    ) -> None:
        self._text = "\n".join(filter(None, (title, summary, *texts)))
        self._theme = len(title)
        begin = len(title) + 1 if title else 0
        self._summary = range(begin, begin + len(summary))
        self._home = home
        self._lost = _lost(compare(summary, english, home=home), begin) if summary else {}

    def of(self, sentence: str) -> Retold:
        """What a sentence of the English tells."""
        comparison = compare(self._text, sentence, home=self._home)
        fitting = Fitting(comparison, self._theme, self._favoured(comparison))
        told = set()
        for stated in comparison.stated:
            figures = fitting.telling[id(stated)]
            best = max(((fitting.fit(one, stated), -one.start) for one in figures), default=None)
            if best is not None:
                told.add(fitting.chinese.sentence_of(-best[1]))
        if not comparison.stated:
            told.add(fitting.likest())
        spans = [fitting.chinese.sentence(number) for number in sorted(told)]
        within = all(self._summary.start <= start < self._summary.stop for start, _ in spans)
        source = "".join(comparison.text[slice(*span)] for span in spans)
        return Retold(source, within and bool(spans), list(borrowed_figures(comparison, fitting)))

    def _favoured(self, comparison: Comparison) -> dict[int, float]:
        """What speaks for the lost figures where a sentence tells the summary: less, the more of
        its other figures are of the text."""
        within = beyond = 0
        for stated in comparison.stated if self._lost else ():
            places = [one.start for one in comparison.figures if expresses(one, stated)]
            if places:
                told = any(place in self._summary for place in places)
                within, beyond = within + told, beyond + (not told)
        share = within / (within + beyond - 1) if beyond and within + beyond > 1 else 1.0
        return {place: weight * share for place, weight in self._lost.items()}


def _lost(comparison: Comparison, offset: int) -> dict[int, float]:
    """How much speaks for the figures of the Chinese summary that the English does not have, by
    their places: the more, the more of the others it has."""
    lost = {id(figure) for figure in comparison.missing}
    others = len(comparison.figures) - 1
    kept = len(comparison.figures) - len(lost)
    share = kept / others if others else 1.0
    return {
        figure.start + offset: _REPLACED * share
        for figure in comparison.figures
        if id(figure) in lost
    }
