"""Ratios that English tells by their sides: 床护比1:0.45 as "0.45 nurses for every bed"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.matching.ratios.sides import Ratio, ratios_of
from generator.figures.matching.ratios.statements import Statement, statements
from generator.figures.matching.texts import Texts, Told
from generator.patterns import late_regex


def by_sides(texts: Texts) -> Iterator[Told]:
    """A ratio whose sides the English sets in the same relation, or whose number alone it has
    beside that of another ratio of the same sides: "12.5 pupils to a teacher in primary schools and
    10.1 in others".
    """
    if not any(figure.kind == "ratio" for figure in texts.missing):
        return
    ratios = ratios_of(texts.text, texts.english, texts.english.lower(), texts.figures)
    said: dict[int, list[Statement]] = {}
    for number, ratio in enumerate(ratios):
        said[number] = list(
            statements(texts.english, texts.stated, ratio.mentions, multiples=ratio.multiple)
        )
    for number, ratio in enumerate(ratios):
        if id(ratio.figure) not in texts.lost:
            continue
        own = [one for one in said[number] if one.ratio == ratio.value]
        for one in own:
            those = [s for s in texts.stated if one.start <= s.start and s.end <= one.end]
            yield ratio.figure, tuple(those)
        if not own and any(_is_like(ratios[n], ratio, said[n]) for n in said if n != number):
            single = max(ratio.value, 1 / ratio.value)
            alone = [s for s in texts.spare if s.facts[0].value == single]
            if alone:
                yield ratio.figure, (alone[0],)


_ONE_SIDE = late_regex(r"(?P<n>[0-9]+(?:\.[0-9]+)?):1(?:\.0)?\Z")
_RATIO = late_regex(r"(?i:\bratios?\b)")
_OF_PAIR = late_regex(r"(?i:\bto\s(?:an?\s)?\Z|:\s?\Z)")
_THAT_TO = late_regex(r"(?i:\s?(?::|to\s(?:[0-9]|one|an?\b))|\s(?:percent|per\scent|%|times))")


def by_number_to_one(texts: Texts) -> Iterator[Told]:
    """猪粮比价为5.32:1 as "the pig-to-grain ratio was 5.32"."""
    if not _RATIO.search(texts.english):
        return
    for figure in texts.missing:
        found = _ONE_SIDE.match(figure.value) if figure.kind == "ratio" else None
        for one in texts.spare if found else ():
            fact = one.facts[0]
            if (
                found
                and fact.kind == "number"
                and not fact.unit
                and fact.value == Fraction(found["n"])
            ):
                if _OF_PAIR.search(texts.english, 0, one.start):
                    continue
                if not _THAT_TO.match(texts.english, one.end):
                    yield figure, (one,)
                    break


def _is_like(other: Ratio, ratio: Ratio, said: list[Statement]) -> bool:
    """Whether the English states another ratio, of the same sides."""
    stated = any(one.ratio == other.value for one in said)
    return stated and other.mentions == ratio.mentions
