"""Which row, and which column, of an English table belongs to which of the Chinese one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.figures.tabular.labels import Label, common_words, likeness

# How much better the labels must fit in another order before it is believed: about two labels, of
# which each fits another row and not its own.
_BETTER = 0.7
# The least that a pair of labels in another order must fit.
_FITS = 0.4

# Index in the Chinese → index in the English.
Pairs = dict[int, int]


def paired(
    chinese: Sequence[Label], english: Sequence[Label], alike: Callable[[int, int], float]
) -> tuple[Pairs, float]:
    """The pairs of labels that belong together, and how well they fit altogether.

    Where the labels say nothing, their order decides; where one side has more, ``alike`` does, the
    share of equal values.
    """
    common = common_words(english)
    fits = [[likeness(a, b, common) for b in english] for a in chinese]
    same = min(len(chinese), len(english))
    in_order = sum(fits[at][at] for at in range(same))
    best = _best(fits)
    total = sum(fits[a][b] for a, b in best.items())
    if len(chinese) == len(english) and total < in_order + _BETTER:
        return {at: at for at in range(same)}, in_order
    pairs = dict(best)
    _fill(pairs, len(chinese), len(english), fits, alike)
    return pairs, sum(fits[a][b] for a, b in pairs.items())


def _best(fits: Sequence[Sequence[float]]) -> Pairs:
    """The pairs that fit best, the nearest of equally good ones."""
    ranked = sorted(
        (-round(fit, 3), abs(a - b), a, b)
        for a, row in enumerate(fits)
        for b, fit in enumerate(row)
        if fit >= _FITS
    )
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, _, a, b in ranked:
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def _fill(
    pairs: Pairs,
    chinese: int,
    english: int,
    fits: Sequence[Sequence[float]],
    alike: Callable[[int, int], float],
) -> None:
    """Add pairs of those that the labels leave over: first by their values, then by their order
    between those that are paired."""
    left = [a for a in range(chinese) if a not in pairs]
    right = [b for b in range(english) if b not in set(pairs.values())]
    ranked = sorted(
        (-alike(a, b), abs(a - b), a, b) for a in left for b in right if fits[a][b] >= 0
    )
    for share, _, a, b in ranked:
        if -share >= 0.5 and a not in pairs and b in right:
            pairs[a] = b
            right.remove(b)
    left = [a for a in left if a not in pairs]
    if len(left) == len(right):
        pairs.update((a, b) for a, b in zip(left, right, strict=True) if fits[a][b] >= 0)
        return
    for step in (1, -1):
        for a in left[::step]:
            # Beside a pair: 建设单位 after 项目 is "Builder" after "Project".
            b = pairs.get(a - step, -2 if step > 0 or a else english) + step
            if a not in pairs and b in right and fits[a][b] >= 0:
                pairs[a] = b
                right.remove(b)
