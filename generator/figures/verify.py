"""Whether an English text keeps the figures of its Chinese source, and adds none."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.figures.additions.allowed import lets_say, licence
from generator.figures.checks import gates
from generator.figures.checks.registry import problems_of
from generator.figures.chinese.labels import dealers
from generator.figures.chinese.reader import read
from generator.figures.english.reader import read_english, untitled
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import saying
from generator.figures.matching.comparison import Comparison, said_once
from generator.figures.matching.conversions import unconverted
from generator.figures.matching.derived import derived, is_reckoned, told_as_multiples
from generator.figures.matching.equivalents import told_otherwise
from generator.figures.matching.expression import is_said
from generator.figures.matching.interpretation import as_meant, elided, mantissa, rounded
from generator.figures.matching.jin_prices import by_the_jin, in_jin
from generator.figures.matching.named_and_others import with_others
from generator.figures.matching.plan_excess import past_plan
from generator.figures.matching.proportions import proportions
from generator.figures.shared.figure import Figure
from generator.figures.shared.normal import bounded, normal
from generator.figures.shared.problem import FigureProblem

Spans = Sequence[tuple[int, int]]
# Letters that patterns without case take for others: the long s and the sign of Kelvin.
_LETTERS = str.maketrans("ſ\u212a", "sK")


def verify(source: str, english: str, spared: Spans = ()) -> list[FigureProblem]:
    """What is wrong with the figures of ``english``, a translation of the Chinese ``source``.

    Sound English is accepted: numbers in words, other orders and units that come to the same
    ("first eight months", "587 hectares" for 8800亩, "one-half" for 50%); rounding is so only
    under a word that is true of it ("almost 250,000" for 24.6万).
    A figure said twice may be said once. Figures within the ``spared`` spans of the source
    (those of terms, whose English need not repeat them) may go unsaid.
    """
    comparison = compare(source, english, spared)
    problems, rest = _pairs(comparison, _added(comparison))
    problems += comparison.misconverted
    problems += problems_of(comparison)
    problems += [FigureProblem("added", found=s.text) for s in _distinct(rest)]
    return problems


def compare(source: str, english: str, spared: Spans = ()) -> Comparison:
    """What the checks take: both texts as they are compared, with their figures (see `verify`)."""
    source, english = bounded(source), untitled(bounded(english.translate(_LETTERS)))
    text = normal(source)
    figures = read(source)
    english, misconverted = unconverted(english, figures)
    figures = proportions(text, english, figures)
    figures = dealers(text, english, with_others(text, english, figures))
    figures = past_plan(text, english, figures)
    stated, missing = _said(text, english, figures)
    by_others = told_as_multiples(english, figures, missing)
    if missing:
        for way in (told_otherwise, derived):
            told_so, by = way(text, english, figures, missing, stated)
            by_others |= told_so
            stated = [
                msgspec.structs.replace(s, optional=True) if id(s) in by else s for s in stated
            ]
    needed = [
        f for f in missing
        if not f.optional and not _within(f, spared) and id(f) not in by_others
    ]  # fmt: skip
    needed += _other_vague(figures, missing, stated)
    told = {id(f) for f in needed}
    said = [(f, saying(f, stated)) for f in figures]
    english = in_jin(english) if by_the_jin(text, english) else english
    lower = english.lower()
    rows, rows_english = gates.rows(text, lower)
    return Comparison(
        text=text,
        english=english,
        lower=lower,
        figures=figures,
        stated=stated,
        said=said,
        once=said_once(said),
        missing=missing,
        unsaid=[f for f in missing if id(f) not in told],
        misconverted=misconverted,
        rows=rows,
        rows_english=rows_english,
    )


def _said(text: str, english: str, figures: list[Figure]) -> tuple[list[Stated], list[Figure]]:
    """What the English says, as it is meant, and the figures that it does not say."""
    stated = as_meant(read_english(english), figures, text, english)
    missing = _unmatched(figures, stated, english)
    if missing:
        stated = elided(rounded(stated, missing, english), missing, english)
        missing = _unmatched(missing, stated, english)
    return stated, missing


def _unmatched(figures: list[Figure], stated: list[Stated], english: str) -> list[Figure]:
    there = [fact for one in stated for fact in one.facts]
    return [figure for figure in figures if not is_said(figure, there, english)]


def _added(comparison: Comparison) -> list[Stated]:
    """What the English says, and nothing in the Chinese lets it say."""
    come = {id(s) for _, said in comparison.kept for s in said}
    added = [s for s in comparison.stated if not s.optional and id(s) not in come]
    stated = comparison.stated
    added = [s for s in added if not any(lets_say(f, s, stated) for f, _ in comparison.kept)]
    if not added:  # most texts add nothing, and need not be asked what else they may say
        return added
    allowed = licence(comparison)
    added = [s for s in added if not allowed.covers(s)]
    return [s for s in added if not is_reckoned(s, comparison.figures, comparison.english)]


def _other_vague(
    figures: list[Figure], missing: list[Figure], stated: list[Stated]
) -> list[Figure]:
    """数百 may be "many"; where the English says as many vague numbers as the Chinese, one of
    them is another."""
    there = sum(1 for f in figures if f.kind == "vague")
    said = sum(1 for s in stated if s.facts[0].kind == "vague")
    return [f for f in missing if f.kind == "vague" and f.optional] if said >= there else []


def _within(figure: Figure, spans: Spans) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _pairs(comparison: Comparison, added: list[Stated]) -> tuple[list[FigureProblem], list[Stated]]:
    """Missing figures, each with the added one it most likely became."""
    rest = list(added)
    unsaid = {id(f) for f in comparison.unsaid}
    problems: list[FigureProblem] = []
    for figure in comparison.missing:
        twin = next((s for s in rest if _resembles(figure, s)), None)
        if figure.kind == "unread":
            problems.append(FigureProblem("unread", figure.source))
        elif twin is not None:
            rest.remove(twin)
            problems.append(FigureProblem("changed", figure.source, figure.english, twin.text))
        elif id(figure) not in unsaid:
            problems.append(FigureProblem("missing", figure.source, figure.english))
    return problems, rest


_LIKE = {"number": "count", "share": "share", "points": "share", "ordinal": "count"}


def _resembles(figure: Figure, stated: Stated) -> bool:
    """Whether one may be what became of the other: the same sort of thing."""
    wanted = {_LIKE.get(fact.kind, fact.kind) for way in figure.facts for fact in way}
    there = {_LIKE.get(fact.kind, fact.kind) for fact in stated.facts}
    if wanted & there:
        return True
    digits = {mantissa(f.value) for way in figure.facts for f in way if f.value}
    return bool(digits & {mantissa(f.value) for f in stated.facts if f.value})


def _distinct(stated: list[Stated]) -> list[Stated]:
    seen: dict[tuple[int, int], Stated] = {}
    for one in stated:
        seen.setdefault((one.start, one.end), one)
    return list(seen.values())
