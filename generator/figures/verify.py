"""Whether an English text keeps the figures of its Chinese source, and adds none."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.agreement import says
from generator.figures.bases import averaged, compared, each_of, means, per_head
from generator.figures.carried import carried
from generator.figures.catties import by_the_jin, in_jin
from generator.figures.chinese import read
from generator.figures.contradiction import (
    contradictions,
    foreign,
    reversed_or_added,
    turned,
)
from generator.figures.counted import other_things, things_for_units
from generator.figures.counterparts import counterparts
from generator.figures.english import read_english
from generator.figures.english_figure import Stated
from generator.figures.exchange import exchanged
from generator.figures.figure import Figure
from generator.figures.labels import dealers
from generator.figures.levels import became, moved
from generator.figures.licence import licence, licenses
from generator.figures.meant import as_meant, mantissa, rounded
from generator.figures.mistaken import mistaken
from generator.figures.numeral import bounded, normal
from generator.figures.one_span import one_span, other_unit
from generator.figures.other_dates import solar_days, two_months
from generator.figures.others import with_others
from generator.figures.parts import parts, reversed_share, thereof
from generator.figures.passed_over import instead, lately, lately_one, left_open, running
from generator.figures.plans import planned
from generator.figures.problem import FigureProblem
from generator.figures.relations import (
    for_every,
    hastened,
    other_base,
    rates,
    said_once,
    thirds,
    years_ago,
)
from generator.figures.repeated import repeated
from generator.figures.saying import is_said
from generator.figures.scopes import other_scopes
from generator.figures.shared_out import shared_out
from generator.figures.sides import for_each, opposed, turned_scores, votes, winners
from generator.figures.spans import every_week, other_run, other_spans, strangers, weekdays
from generator.figures.standing import standing
from generator.figures.sums import other_sums
from generator.figures.tense import put_off
from generator.figures.until import till
from generator.figures.wholes import multiplied, of_plan


def verify(
    source: str, english: str, spared: Sequence[tuple[int, int]] = ()
) -> list[FigureProblem]:
    """What is wrong with the figures of ``english``, a translation of the Chinese ``source``.

    Sound English is accepted: numbers in words, other orders and units that come to the same
    ("first eight months", "587 hectares" for 8800亩, "one-half" for 50%); rounding is so only
    under a word that is true of it ("almost 250,000" for 24.6万).
    A figure said twice may be said once. Figures within the ``spared`` spans of the source
    (those of terms, whose English need not repeat them) may go unsaid.
    """
    source, english = bounded(source), bounded(english)
    text = normal(source)
    figures = _figures(source, text, english)
    stated, missing = _said(text, english, figures)
    strong = [f for f in missing if not f.optional and not _within(f, spared)]
    strong += _other_vague(figures, missing, stated)
    saying = [[s for s in stated if says(f, s)] for f in figures]
    lost = {id(f) for f in missing}
    kept = [(f, said) for f, said in zip(figures, saying, strict=True) if id(f) not in lost]
    come = {id(s) for _, said in kept for s in said}
    added = [s for s in stated if not s.optional and id(s) not in come]
    added = [s for s in added if not any(licenses(f, s) for f, _ in kept)]
    if added:  # most texts add nothing, and need not be asked what else they may say
        allowed = licence(source, figures, missing, english)
        added = [s for s in added if not allowed.covers(s)]
    problems, rest = _pairs(strong, missing, added)
    if by_the_jin(text, english):
        english = in_jin(english)
    problems += contradictions(text, english, figures, stated)
    problems += turned(text, english, kept, stated)
    problems += foreign(text, figures, stated)
    problems += reversed_or_added(text, english, figures, stated)
    problems += counterparts(text, english, figures, stated)
    once = said_once(figures, saying)
    for relation in _RELATIONS:
        problems += relation(text, english, once)
    problems += [*thirds(text, english), *strangers(text, english), *means(text, english)]
    problems += standing(text, english)
    problems += [*other_base(text, english), *years_ago(text, english), *weekdays(text, english)]
    problems += exchanged(text, english, figures, saying, stated)
    problems += repeated(figures, saying)
    for check in _BY_WORDS:
        problems += check(text, english, figures, saying)
    problems += carried(text, english, figures, saying, stated)
    problems += [*things_for_units(english, figures, saying), *other_sums(text, english)]
    problems += [*one_span(text, english), *other_unit(text, english)]
    problems += [*every_week(text, english), *other_run(text, english)]
    told = {id(f) for f in strong}
    unsaid = [f for f in missing if id(f) not in told]
    problems += [*lately(text, english, unsaid), *left_open(text, english, unsaid)]
    problems += lately_one(text, english)
    problems += [*running(english, figures, saying), *turned_scores(text, figures, stated)]
    problems += winners(text, english, figures)
    problems += instead(text, unsaid, figures, stated)
    problems += [FigureProblem("added", found=s.text) for s in _distinct(rest)]
    return problems


def _figures(source: str, text: str, english: str) -> list[Figure]:
    """The figures of the source, with what the English may say of them in its own way."""
    figures = for_each(text, english, read(source))
    return dealers(text, english, with_others(text, english, figures))


def _said(text: str, english: str, figures: list[Figure]) -> tuple[list[Stated], list[Figure]]:
    """What the English says, as it is meant, and the figures that it does not say."""
    stated = as_meant(read_english(english), figures, text, english)
    missing = [f for f in figures if not is_said(f, stated, english)]
    if missing:
        stated = rounded(stated, missing, english)
        missing = [f for f in missing if not is_said(f, stated, english)]
    return stated, missing


def saying_of(
    source: str, english: str
) -> tuple[str, str, list[Figure], list[list[Stated]], list[Stated]]:
    """Both texts as they are compared, the figures of the one, what says each of them in the
    other, and all that the other says."""
    source, english = bounded(source), bounded(english)
    text = normal(source)
    figures = _figures(source, text, english)
    stated, _ = _said(text, english, figures)
    return text, english, figures, [[s for s in stated if says(f, s)] for f in figures], stated


_BY_WORDS = (other_things, mistaken, two_months, solar_days, other_scopes, shared_out)
_RELATIONS = (
    moved, became, thereof, parts, of_plan, multiplied, hastened, rates, averaged, per_head,
    compared, planned, till, for_every, each_of, other_spans,
    votes, opposed, put_off, reversed_share,
)  # fmt: skip


def _other_vague(
    figures: list[Figure], missing: list[Figure], stated: list[Stated]
) -> list[Figure]:
    """数百 may be "many"; where the English says as many vague numbers as the Chinese, one of
    them is another."""
    there = sum(1 for f in figures if f.kind == "vague")
    said = sum(1 for s in stated if s.facts[0].kind == "vague")
    return [f for f in missing if f.kind == "vague" and f.optional] if said >= there else []


def _within(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _pairs(
    strong: list[Figure], missing: list[Figure], added: list[Stated]
) -> tuple[list[FigureProblem], list[Stated]]:
    """Missing figures, each with the added one it most likely became."""
    rest = list(added)
    told = {id(f) for f in strong}
    problems: list[FigureProblem] = []
    for figure in missing:
        twin = next((s for s in rest if _resembles(figure, s)), None)
        if figure.kind == "unread":
            problems.append(FigureProblem("unread", figure.source))
        elif twin is not None:
            rest.remove(twin)
            problems.append(FigureProblem("changed", figure.source, figure.english, twin.text))
        elif id(figure) in told:
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
