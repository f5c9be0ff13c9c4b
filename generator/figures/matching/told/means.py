"""Means, totals and numbers of which the English has two, so that the third is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.figures.chinese.hedges import chinese_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.texts import Texts, Told
from generator.figures.shared.figure import Figure, only_value
from generator.figures.shared.numeral import last_place
from generator.patterns import late_regex

_MEAN = late_regex(r"(?:平均|均|每)[^，。；0-9]{0,14}\Z")
_SEVERAL = 2


def by_total_and_number(texts: Texts) -> Iterator[Told]:
    """平均单体投资额超13亿元, left out beside 32 projects and 41.8 billion yuan."""
    for figure in texts.missing:
        mean = only_value(figure) if figure.kind in ("money", "measure", "count") else None
        before = texts.text[max(0, figure.start - 20) : figure.start]
        if not mean or not _MEAN.search(before):
            continue
        counts = [
            (other, n) for other in texts.kept
            if other.kind in ("count", "duration") and (n := only_value(other)) and n > 1
        ]  # fmt: skip
        for total, amount in texts.amounts(figure, texts.kept):
            if any(
                texts.in_sentence(figure, other) and _is_mean(texts.text, figure, mean, amount / n)
                for other, n in counts
                if other is not total
            ):
                yield figure, ()
                break


def by_mean_and_number(texts: Texts) -> Iterator[Told]:
    """收入960万元, left out beside 80,000 tickets at 120 yuan on average."""
    for figure in texts.missing:
        total = only_value(figure) if figure.kind in ("money", "measure") else None
        if not total or figure.qualifier:
            continue
        for mean, each in texts.amounts(figure, texts.kept):
            before = texts.text[max(0, mean.start - 20) : mean.start]
            if _MEAN.search(before) and any(
                other.kind == "count" and (n := only_value(other)) and n * each == total
                for other in texts.kept
                if texts.in_sentence(other, figure)
            ):
                yield figure, ()
                break


def is_number_of_mean(stated: Stated, text: str, figures: Sequence[Figure]) -> bool:
    """Whether ``stated`` is a total by its mean: 26.1万人, 场均4.35万人 in six games."""
    fact = stated.facts[0]
    if fact.kind != "number" or fact.value < _SEVERAL or fact.unit:
        return False
    amounts = [
        (f, n) for f in figures if f.kind in ("money", "measure", "count") and (n := only_value(f))
    ]
    return any(
        total.kind == mean.kind and a == b * fact.value
        and _MEAN.search(text, max(0, mean.start - 20), mean.start) is not None
        for mean, b in amounts
        for total, a in amounts
    )  # fmt: skip


def _is_mean(text: str, figure: Figure, mean: Fraction, exact: Fraction) -> bool:
    hedge = chinese_hedge(text, figure)
    if abs(exact - mean) <= last_place(mean) / 2:
        return hedge != "nearly" or exact <= mean
    apart = (exact - mean) / mean
    if hedge in ("over", "least"):
        return 0 <= apart <= _TENTH
    return hedge in ("nearly", "below", "most") and -_TENTH <= apart <= 0


_TENTH = Fraction(1, 10)
