"""All ways to tell a missing figure by others, in order."""

from __future__ import annotations

from generator.figures.matching.texts import Found, Texts, found_by
from generator.figures.matching.told import (
    amounts,
    folds,
    lengths,
    means,
    of_sides,
    other_sides,
    ranks,
    rests,
)

_WAYS = (
    ranks.by_difference, ranks.by_head, rests.by_rest, rests.by_equal, rests.by_split,
    rests.by_all_others, rests.by_last, rests.by_names, amounts.by_part, amounts.by_share_of_whole,
    amounts.by_parts,
    means.by_total_and_number, means.by_mean_and_number, amounts.by_sum, amounts.by_times,
    amounts.by_product, amounts.by_other_rate, amounts.by_upper_end, lengths.by_joined_time,
    folds.by_fold, lengths.by_time_between, lengths.by_length, lengths.by_short,
    other_sides.complements, other_sides.together, other_sides.left, other_sides.of_other,
    other_sides.apart, of_sides.by_sides, of_sides.by_number_to_one, ranks.by_rival,
)  # fmt: skip


def told_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` figures that the English tells by others, and the ids of the
    English figures by which it does so.
    """
    return found_by(told for way in _WAYS for told in way(texts))
