"""The evidence for two figures as they stand in the English, and their order.

By ``owners``, each figure has a share of each word in both texts. The evidence of a word is the
logarithm of how much likelier it belongs to the same figure in both texts than it would if the two
figures were swapped, with a weight for its kind. The weights (``data/exchange.tsv``) maximise the
likelihood of published translations (``make_tables/exchange.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp, log, sqrt
from typing import NamedTuple

from generator.figures.checks.swapped.candidates import ORDERS, Pair, View
from generator.figures.checks.swapped.owners import CELLS, shares
from generator.figures.context.evidence import FUNCTION, KINDS, NAME, PARTY
from generator.figures.shared.tables import table

# The names of the weights in the table, and how many there are of each.
SIZES = {
    "chinese": CELLS + 1, "english": CELLS + 1, "none_chinese": KINDS, "none_english": KINDS,
    "chance": KINDS, "kind": KINDS, "often": 4, "order": ORDERS,
}  # fmt: skip
# The largest evidence of one word, and of a function word such as 约.
_MOST, _MOST_OF_FUNCTIONS = 2.5, 1.0
# Words that identify a figure; the least evidence that counts, and how much more must be against.
_NAMING = frozenset({NAME, PARTY})
_CLEARLY, _OUTWEIGHS = 0.5, 1.5
_FITS = -1


class Weighed(NamedTuple):
    """A pair with the evidence for its present places (below zero: against them) and that of the
    order among figures of its kind. ``crossed``: each figure is by the name of the other one, or by
    the class of the other one (men and women, imports and exports).
    """

    pair: Pair
    evidence: float
    ordered: float
    crossed: bool


@cache
def _weights() -> dict[tuple[str, str], list[float]]:
    """All weights, by the sort of figures and by name."""
    weights = {(of, name): [0.0] * n for of in ("amounts", "dates") for name, n in SIZES.items()}
    for line in table("exchange.tsv").splitlines():
        of, name, number, weight = line.split("\t")
        weights[of, name][int(number)] = float(weight)
    return weights


def weighed(view: View) -> Iterator[Weighed]:
    """The pairs of a view with their evidence."""
    weights, of = _weights(), "dates" if view.dated else "amounts"
    chinese, english = weights[of, "chinese"], weights[of, "english"]
    none_chinese, none_english = weights[of, "none_chinese"], weights[of, "none_english"]
    chance, kinds, often = weights[of, "chance"], weights[of, "kind"], weights[of, "often"]
    terms = []
    for link, but, sort, shared, times in view.evidence:
        kind = link.kind
        here = shares(view.here, link.chinese, chinese, exp(none_chinese[kind]), but)
        there = shares(view.there, link.english, english, exp(none_english[kind]), but)
        fit = exp(chance[kind]) + sum(a * b for a, b in zip(here, there, strict=True))
        weight = kinds[kind] * exp(often[times]) / sqrt(shared)
        terms.append((here, there, fit, weight, but, sort, kind))
    for pair in view.pairs:
        i, j = view.owners[pair.one], view.owners[pair.other]
        evidence = ordered = 0.0
        names = {i: 0.0, j: 0.0, _FITS: 0.0}
        for here, there, fit, weight, but, sort, kind in terms:
            if but not in (i, j):
                gain = (here[i] - here[j]) * (there[i] - there[j])
                tells = weight * log(fit / max(fit - gain, 1e-9))
                most = _MOST_OF_FUNCTIONS if kind == FUNCTION else _MOST
                tells = max(-most, min(tells, most))
                if kind in _NAMING and abs(tells) > _CLEARLY:
                    names[_FITS if tells > 0 else i if here[i] > here[j] else j] += abs(tells)
                if sort == pair.sort:
                    ordered += tells
                else:
                    evidence += tells
        if pair.order >= 0:
            ordered += weights[of, "order"][pair.order] * (1 if pair.kept else -1)
        against = names[i] + names[j]
        crossed = min(names[i], names[j]) > 0 and against > _OUTWEIGHS * names[_FITS]
        yield Weighed(pair, evidence, ordered, crossed)
