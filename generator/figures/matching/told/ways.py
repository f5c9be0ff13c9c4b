"""All ways to tell a missing figure by others, in order."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.english.stated import Stated
from generator.figures.matching.told import amounts, lengths, ranks, rests
from generator.figures.matching.told.texts import Texts
from generator.figures.shared.figure import Figure

_WAYS = (
    ranks.by_difference, ranks.by_head, rests.by_rest, rests.by_equal, rests.by_split,
    rests.by_all_others, rests.by_last, rests.by_names, amounts.by_part, amounts.by_share_of_whole,
    amounts.by_parts,
    amounts.by_total_and_number, amounts.by_mean_and_number, amounts.by_sum, amounts.by_times,
    amounts.by_product, amounts.by_other_rate, amounts.by_upper_end, lengths.by_joined_time,
    lengths.by_time_between, lengths.by_length, lengths.by_short,
)  # fmt: skip


def told_matches(
    text: str,
    english: str,
    figures: Sequence[Figure],
    missing: Sequence[Figure],
    stated: Sequence[Stated],
) -> tuple[set[int], set[int]]:
    """The ids of the ``missing`` figures that the English tells by others, and the ids of the
    English figures by which it does so.
    """
    texts = Texts(text, english, figures, missing, stated)
    told: set[int] = set()
    by: set[int] = set()
    for way in _WAYS:
        for figure, those in way(texts):
            told.add(id(figure))
            by |= {id(one) for one in those}
    return told, by
