"""One of two amounts that English tells by how many times the other it is: 由2亿元增至7亿元 as
"more than tripled to 700 million yuan".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.english.hedges import english_hedge
from generator.figures.matching.calculations.folds import fits_fold, ratio_of
from generator.figures.matching.texts import Texts, Told
from generator.patterns import late_regex

_FROM = late_regex("[由从](?!事|业|此|而|于|来)[^，。；：！？\n]{0,12}\\Z")
_TO = late_regex(
    "[^，。；：！？\n]{0,10}(?:增|涨|升|提|扩|发展|跃|攀|翻|变|飙|加)[^，。；：！？\n]{0,4}[至到为]"
    "(?:了|约|近|逾|超过|目前的|如今的|现在的|今年的|去年的|每[年月天日])*"
)


def by_fold(texts: Texts) -> Iterator[Told]:
    """The amount before or after a rise that the English leaves out, if its word of times is true
    of both.
    """
    folds = [one for one in texts.stated if any(fact.text == "fold" for fact in one.facts)]
    if not folds:
        return
    for before, after in pairwise(texts.figures):
        lost = [one for one in (before, after) if id(one) in texts.lost]
        if len(lost) != 1 or not _TO.fullmatch(texts.text, before.end, after.start):
            continue
        ratio = ratio_of(after, before)
        if ratio is None or not _FROM.search(texts.text, 0, before.start):
            continue
        for one in folds:
            times = next(fact.value for fact in one.facts if fact.text == "fold")
            if fits_fold(ratio, times, english_hedge(texts.english, one.start, one.end)):
                yield lost[0], (one,)
