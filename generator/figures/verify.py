"""Whether an English text keeps the figures of its Chinese source, and adds none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from generator.figures.agreement import says
from generator.figures.bases import averaged, compared, each_of, means, per_head
from generator.figures.carried import carried
from generator.figures.catties import by_the_jin, in_jin, of_a_jin
from generator.figures.chinese import read
from generator.figures.contradiction import (
    contradictions,
    foreign,
    reversed_or_added,
    turned,
)
from generator.figures.counted import other_things, things_for_units
from generator.figures.counterparts import counterparts
from generator.figures.digits import sized
from generator.figures.english import read_english
from generator.figures.english_figure import Stated
from generator.figures.english_hedges import english_hedge
from generator.figures.exchange import exchanged
from generator.figures.figure import Fact, Figure
from generator.figures.labels import dealers
from generator.figures.levels import became, moved
from generator.figures.licence import licence, licenses
from generator.figures.measures import CLASSIFIERS
from generator.figures.mistaken import another_span, mistaken, other_calendar
from generator.figures.numeral import bounded, normal
from generator.figures.others import with_others
from generator.figures.parts import parts, reversed_share, thereof
from generator.figures.passed_over import instead, lately, lately_one, left_open, one_span, running
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
from generator.patterns import late_regex


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
    problems += [*things_for_units(english, figures, saying), *another_span(text, english)]
    problems += other_sums(text, english)
    problems += one_span(text, english)
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
    stated = _as_meant(read_english(english), figures, text, english)
    missing = [f for f in figures if not is_said(f, stated, english)]
    if missing:
        stated = _rounded(stated, missing, english)
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


_BY_WORDS = (other_things, mistaken, other_calendar, other_scopes, shared_out)
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


def _as_meant(stated: list[Stated], figures: list[Figure], text: str, english: str) -> list[Stated]:
    """The figures of the English with what the Chinese tells about how they are meant."""
    if any(f.value.startswith("-") for f in figures) and _FALL.search(english):
        stated = [one if _LEVEL.search(english, 0, one.start) else _fallen(one) for one in stated]
    if "亩" in text and "公顷" not in text and "hectare" in english:
        stated = [_of_a_mu(one) if _A_HECTARE.match(english, one.end) else one for one in stated]
    if by_the_jin(text, english):
        stated = [of_a_jin(one, english) for one in stated]
    if any(f.kind == "digits" for f in figures):
        stated = [sized(one, english) for one in stated]
    if "knot" in english and not _AT_SEA.search(text):
        stated = [_tied(one) for one in stated]
    meant = _MEANT.search(text)
    unit = CLASSIFIERS.get(meant[1], "") if meant else ""
    return [_also_yuan(one, unit) for one in stated] if unit else stated


_AT_SEA = late_regex("节|海里|速|风|航")


def _tied(stated: Stated) -> Stated:
    """Knots that are no speed are counted."""
    if stated.facts[0].unit != "knots":
        return stated
    return msgspec.structs.replace(stated, facts=(Fact("number", stated.facts[0].value),))


# fell to about 12 °C: what it came to, not by how much.
_LEVEL = late_regex(r"\sto\s(?:(?:about|around|some|roughly|nearly|almost|just)\s)?\Z")
_A_HECTARE = late_regex(r"\s(?:[a-z]+\s){0,3}?(?:per|an?|each|every)\shectare\b")


def _of_a_mu(stated: Stated) -> Stated:
    """What is yielded or paid a hectare is fifteen times what it is a mu."""
    facts = tuple(Fact(f.kind, f.value / 15, f.unit) for f in stated.facts if f.kind == "number")
    return msgspec.structs.replace(stated, facts=facts or stated.facts)


def _rounded(stated: list[Stated], missing: list[Figure], english: str) -> list[Stated]:
    """The figures of the English, each with the one that it rounds: almost 250,000 for 246,000,
    and over 240,000, as long as the word is true and little is lost."""
    exact = [f.facts[0][0] for f in missing if f.facts and not f.qualifier and f.kind in _ROUNDED]
    meant: list[Stated] = []
    for one in stated:
        fact = one.facts[0]
        hedge = english_hedge(english, one.start, one.end) if exact and fact.value else ""
        if fact.kind == "number" and hedge in ("nearly", "over", "about"):
            near = tuple(
                other for other in exact
                if other.kind == "number"
                and (other.unit == fact.unit or {other.unit, fact.unit} <= _THINGS)
                and _mantissa(fact.value) < _mantissa(other.value)
                and _is_rounded(other.value, fact.value, hedge)
            )  # fmt: skip
            one = msgspec.structs.replace(one, facts=(*one.facts, *near))
        meant.append(one)
    return meant


def _is_rounded(exact: Fraction, said: Fraction, hedge: str) -> bool:
    """Whether what is said rounds the other by little, the way that its word says."""
    if hedge == "about":
        return abs(exact - said) <= said / 160
    return abs(exact - said) <= said / 40 and (exact < said) == (hedge == "nearly")


_THINGS = frozenset({"items", "people", "visits", ""})
_ROUNDED = frozenset({"money", "count", "measure"})
_MEANT = late_regex(r"[(（](?:单位:)?([美港欧日澳加新韩][元圆])[,，、]下同")


def _also_yuan(stated: Stated, unit: str) -> Stated:
    yuan = [Fact("number", f.value, "yuan") for f in stated.facts if f.unit in (unit, "dollars")]
    return msgspec.structs.replace(stated, facts=(*stated.facts, *yuan))


_FALL = late_regex(
    r"\b(?:f[ae]ll(?:s|en|ing)?|down|dropp?\w*|declin\w+|decreas\w+|loss\w*|lost|minus|negative|"
    r"below|shr[aiu]nk\w*|contract(?:ed|ing|s|ion)|slid\w*|slipp\w*|deficit)\b",
    re.IGNORECASE,
)


def _fallen(stated: Stated) -> Stated:
    """``fell by 3.5%`` says -3.5% as well."""
    below = [
        msgspec.structs.replace(fact, value=-fact.value)
        for fact in stated.facts
        if fact.kind in ("number", "share", "points")
    ]
    return msgspec.structs.replace(stated, facts=(*stated.facts, *below))


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
    digits = {_mantissa(f.value) for way in figure.facts for f in way if f.value}
    return bool(digits & {_mantissa(f.value) for f in stated.facts if f.value})


def _mantissa(value: Fraction) -> Fraction:
    while value.denominator == 1 and value % 10 == 0 and value:
        value /= 10
    while (
        value.denominator != 1 and (value * 10).denominator <= value.denominator and value < 10**9
    ):
        value *= 10
    return value


def _distinct(stated: list[Stated]) -> list[Stated]:
    seen: dict[tuple[int, int], Stated] = {}
    for one in stated:
        seen.setdefault((one.start, one.end), one)
    return list(seen.values())
