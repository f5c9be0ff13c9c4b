"""Compares the figures of an English text with those of its Chinese source."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from generator.figures.additions.allowed import allowed_additions, may_express
from generator.figures.checks import gates
from generator.figures.checks.selection import problems_of
from generator.figures.chinese.labels import with_dealerships
from generator.figures.chinese.local_currency import with_local_currency
from generator.figures.chinese.reader import read
from generator.figures.english.dateline import without_dateline
from generator.figures.english.reader import lower_case_units, read_english
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses, expressing
from generator.figures.matching.calculations.approximate_fractions import (
    rest_matches,
    with_fractions,
)
from generator.figures.matching.calculations.by_words import (
    derived_matches,
    is_derived,
    stated_as_multiples,
)
from generator.figures.matching.calculations.folds import is_fold
from generator.figures.matching.calculations.one_operation import computed_matches, is_computed
from generator.figures.matching.calculations.price_shares import (
    with_reductions,
    with_shares_of_prices,
)
from generator.figures.matching.calculations.restated import restated_matches
from generator.figures.matching.comparison import Comparison, unique_matches
from generator.figures.matching.condensing import condensed
from generator.figures.matching.conversions import unconverted
from generator.figures.matching.distances import distance_matches, is_distance
from generator.figures.matching.division import divided
from generator.figures.matching.equivalents import equivalent_matches
from generator.figures.matching.expression import is_expressed
from generator.figures.matching.interpretation import elided, interpreted
from generator.figures.matching.jin_prices import has_jin_prices, with_jin_units
from generator.figures.matching.named_and_others import with_others
from generator.figures.matching.plan_excess import with_excess_over_plan
from generator.figures.matching.proportions import with_proportions
from generator.figures.matching.quoting import quoted
from generator.figures.matching.ranks_ahead import rank_matches
from generator.figures.matching.replacing import problems_of_missing
from generator.figures.matching.rounding import rounded
from generator.figures.matching.score_leads import is_lead
from generator.figures.matching.texts import Texts
from generator.figures.matching.times.elapsed import is_months_until
from generator.figures.matching.times.lengths import with_lengths
from generator.figures.matching.times.spans import is_length_of_range
from generator.figures.matching.times.weekdays import with_weekdays
from generator.figures.matching.told.lengths import is_daily, is_rounded_length
from generator.figures.matching.told.means import is_number_of_mean
from generator.figures.matching.told.ways import told_matches
from generator.figures.matching.zeros import with_nothing
from generator.figures.shared.figure import Figure
from generator.figures.shared.normal import bounded, normal
from generator.figures.shared.problem import FigureProblem

Spans = Sequence[tuple[int, int]]


def verify(
    source: str,
    english: str,
    spared: Spans = (),
    *,
    date: datetime.date | None = None,
    home: str = "",
) -> list[FigureProblem]:
    """The problems with the figures of ``english``, a translation of the Chinese ``source``.

    Correct English is accepted in any form: numbers in words, another order, units that convert
    to the same value ("first eight months", "587 hectares" for 8800亩, "one-half" for 50%).
    Rounding is accepted only with a word for it, on the side that the word states ("almost
    250,000" for 24.6万, "about a third" for 32.8%), or to a plain fraction ("a third" for
    33.2%). A number calculated from two Chinese ones may be added. A day or month without year
    may be "on Tuesday" or "last month", and a year from 2020 on may be left out if the text has
    no other; with the ``date`` of the article (None if unknown) they must be right for it, or
    for a day near it, and dates in place of 去年 or 昨日 too. A repeated figure may be stated once.
    Figures within the ``spared`` spans of ``source`` (those of glossary terms, whose English
    need not repeat them) may be left out. ``home`` is what `home_currency` says of the article.
    """
    comparison = compare(source, english, spared, date=date, home=home)
    written = bounded(english)
    problems, rest = problems_of_missing(comparison, _added(comparison))
    problems += comparison.misconverted
    problems += problems_of(comparison)
    for part in divided(comparison, gates.rows):
        # A figure that became one of another sentence is missing only in its own.
        found = [*problems_of_missing(part, _added(part))[0], *problems_of(part, part=True)]
        problems += [one for one in found if one.kind != "missing" and one not in problems]
    problems += [FigureProblem("added", found=s.text) for s in _distinct(rest)]
    return condensed([quoted(one, written) for one in problems])


def compare(
    source: str,
    english: str,
    spared: Spans = (),
    *,
    date: datetime.date | None = None,
    home: str = "",
) -> Comparison:
    """Both texts with their figures and the matches between these, as input for the checks
    (arguments as for `verify`).
    """
    source, english = bounded(source), lower_case_units(bounded(english))
    english, dateline = without_dateline(english, date)
    text = normal(source)
    figures = with_local_currency(source, text, english, read(source), home)
    english, misconverted = unconverted(english, figures)
    figures = with_proportions(text, english, figures)
    figures = with_dealerships(text, english, with_others(text, english, figures))
    figures = with_excess_over_plan(text, english, figures)
    figures = with_shares_of_prices(text, english, figures)
    stated, missing = _match(text, english, figures, date)
    equivalent = stated_as_multiples(english, figures, missing)
    if missing:
        texts = Texts(text, english, figures, missing, stated, date)
        expressing_ids: set[int] = set()
        for way in _WAYS:
            told, by = way(texts)
            equivalent |= told
            expressing_ids |= by
        stated = [
            msgspec.structs.replace(s, optional=True) if id(s) in expressing_ids else s
            for s in stated
        ]
    needed = [
        f for f in missing
        if not f.optional and not _within(f, spared) and id(f) not in equivalent
        and not _is_of(f, dateline)
    ]  # fmt: skip
    resolved = [
        f for f in missing
        if date is not None and f.kind in ("date", "period")
        and id(f) in equivalent and not _within(f, spared)
    ]  # fmt: skip
    needed += _other_vague(figures, missing, stated)
    needed_ids = {id(f) for f in needed}
    matches = [(f, expressing(f, stated)) for f in figures]
    english = with_jin_units(english) if has_jin_prices(text, english) else english
    lower = english.lower()
    rows, rows_english = gates.rows(text, lower)
    return Comparison(
        text=text,
        english=english,
        lower=lower,
        figures=figures,
        stated=stated,
        matches=matches,
        unique=unique_matches(matches),
        missing=missing,
        unsaid=[f for f in missing if id(f) not in needed_ids],
        misconverted=misconverted,
        rows=rows,
        rows_english=rows_english,
        date=date,
        resolved=resolved,
    )


_WAYS = (
    equivalent_matches, derived_matches, distance_matches, rank_matches, computed_matches,
    restated_matches, rest_matches, told_matches,
)  # fmt: skip


def _is_of(figure: Figure, dateline: str) -> bool:
    """Whether a figure is the date of the dateline, which then need not be told again."""
    return figure.kind == "date" and any(expresses(figure, one) for one in read_english(dateline))


def _match(
    text: str, english: str, figures: list[Figure], date: datetime.date | None
) -> tuple[list[Stated], list[Figure]]:
    """The figures of the English, interpreted in the light of the Chinese ones, and the Chinese
    figures that none of them expresses.
    """
    stated = with_reductions(read_english(english), figures, english)
    stated = interpreted(stated, figures, text, english)
    missing = _unmatched(figures, stated, english)
    if missing:
        stated = with_weekdays(stated, missing, figures, text, english, date)
        stated = with_nothing(stated, missing, text, english)
        stated = elided(rounded(stated, missing, english), missing, english)
        stated = with_lengths(stated, figures, missing, text, english)
        missing = _unmatched(missing, stated, english)
    stated = with_fractions(text, english, figures, stated, missing)
    return stated, _unmatched(missing, stated, english) if missing else missing


def _unmatched(figures: list[Figure], stated: list[Stated], english: str) -> list[Figure]:
    facts = [fact for one in stated for fact in one.facts]
    return [figure for figure in figures if not is_expressed(figure, facts, english)]


def _added(comparison: Comparison) -> list[Stated]:
    """English figures that neither express a Chinese figure nor are otherwise allowed."""
    expressing_ids = {id(s) for _, expressing in comparison.kept for s in expressing}
    added = [s for s in comparison.stated if not s.optional and id(s) not in expressing_ids]
    stated = comparison.stated
    added = [s for s in added if not any(may_express(f, s, stated) for f, _ in comparison.kept)]
    if not added:  # usually nothing is added, and the costly tests are not needed
        return added
    allowed = allowed_additions(comparison)
    added = [s for s in added if not allowed.covers(s)]
    figures, english = comparison.figures, comparison.english
    unsaid = {id(f) for f in comparison.unsaid}
    kept = [figure for figure, _ in comparison.kept]
    complete = all(id(f) in unsaid for f in comparison.missing)
    return [
        s for s in added
        if not (complete and is_computed(s, kept, english))
        and not is_fold(s, figures, english)
        and not is_derived(comparison.text, s, figures, english)
        and not is_distance(s, figures, english)
        and not is_length_of_range(s, figures, english)
        and not is_months_until(s, figures, comparison.text)
        and not is_daily(s, figures, english)
        and not is_rounded_length(s, figures, english)
        and not is_number_of_mean(s, comparison.text, figures)
        and not any(is_lead(comparison.text, english, f, s) for f in figures)
    ]  # fmt: skip


def _other_vague(
    figures: list[Figure], missing: list[Figure], stated: list[Stated]
) -> list[Figure]:
    """Vague figures that the English replaces with another vague number: 数百 may be left out or be
    "many", but if the English has as many vague numbers as the Chinese, one of them is changed.
    """
    in_chinese = sum(1 for f in figures if f.kind == "vague")
    in_english = sum(1 for s in stated if s.facts[0].kind == "vague")
    return (
        [f for f in missing if f.kind == "vague" and f.optional] if in_english >= in_chinese else []
    )


def _within(figure: Figure, spans: Spans) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _distinct(stated: list[Stated]) -> list[Stated]:
    seen: dict[tuple[int, int], Stated] = {}
    for one in stated:
        seen.setdefault((one.start, one.end), one)
    return list(seen.values())
