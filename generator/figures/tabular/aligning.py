"""Which row, and which column, of an English table belongs to which of the Chinese one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.figures.tabular.labels import Label, Likeness, common_words, with_more

# How much better the labels must fit in another order before it is believed: about two labels, of
# which each fits another row and not its own; more if all values are equal in the order as it is,
# less if they are in the other one.
_BETTER, _BETTER_THAN_RIGHT, _BETTER_AND_RIGHT = 0.6, 0.95, 0.3
# The least that a pair of labels in another order must fit.
_FITS = 0.3

# Index in the Chinese → index in the English.
Pairs = dict[int, int]


def paired(
    chinese: Sequence[Label],
    english: Sequence[Label],
    alike: Callable[[int, int], float],
    likeness: Likeness,
) -> tuple[Pairs, float]:
    """The pairs of labels that belong together, and how well they fit altogether.

    Where the labels say nothing, their order decides; where one side has more, ``alike`` does, the
    share of equal values.
    """
    common = common_words(english)
    fits = [[likeness(a, b, common) for b in english] for a in chinese]
    if not any(fit > 0 for row in fits for fit in row) and any(one.more for one in chinese):
        english = [with_more(one) for one in english]
        common = common_words(english)
        fits = [[likeness(with_more(a), b, common) for b in english] for a in chinese]
    same = min(len(chinese), len(english))
    in_order = sum(fits[at][at] for at in range(same))
    best = _best(fits)
    total = sum(fits[a][b] for a, b in best.items())
    least = min(_BETTER, _BETTER_THAN_RIGHT, _BETTER_AND_RIGHT)
    if len(chinese) == len(english) and total < max(in_order, 0) + least:
        return {at: at for at in range(same)}, in_order
    pairs = dict(best)
    _fill(pairs, len(chinese), len(english), fits, alike)
    if len(chinese) == len(english) and total < max(in_order, 0) + _needed(pairs, same, alike):
        return {at: at for at in range(same)}, in_order
    return pairs, sum(fits[a][b] for a, b in pairs.items())


def _needed(pairs: Pairs, size: int, alike: Callable[[int, int], float]) -> float:
    """How much better the labels must fit in the order of ``pairs``."""
    moved = [at for at in range(size) if pairs.get(at, at) != at]
    if all(alike(at, at) == 1 for at in moved):
        return _BETTER_THAN_RIGHT
    return _BETTER_AND_RIGHT if all(alike(at, pairs[at]) == 1 for at in moved) else _BETTER


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
