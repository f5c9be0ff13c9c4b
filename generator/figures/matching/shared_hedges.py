"""Words for an approximation that are told once for several figures: 约3万人报名，约1.2万人入围 as
"some 30,000 applied and 12,000 were shortlisted".
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.chinese.hedges import chinese_hedge
from generator.figures.english.hedges import english_hedge
from generator.figures.english.reader import read_english
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import expresses
from generator.figures.shared.figure import Figure
from generator.figures.shared.hedge import Hedge
from generator.patterns import late_regex

# For each hedge of the Chinese, those of English that say it.
_SAYING: dict[Hedge, frozenset[Hedge]] = {
    "over": frozenset({"over", "least"}), "least": frozenset({"least", "over"}),
    "nearly": frozenset({"nearly", "below"}), "below": frozenset({"below", "nearly"}),
    "most": frozenset({"most", "below"}), "about": frozenset({"about"}),
}  # fmt: skip
# Between two figures that share a hedge: the same sentence, with "and" or a comma.
_JOINS = late_regex(r"(?i:[^.;:!?]{0,80}?(?:\band\b|,|\bby\b|\bplus\b|\bwhile\b)[^.;:!?]{0,60})")


def without_hedge(text: str, hedged: Sequence[Figure], english: str) -> list[Figure]:
    """Those of the ``hedged`` figures of ``text`` whose English has no word for the hedge, neither
    its own nor that of the figure before, of the same sort.
    """
    stated = read_english(english)
    lost: list[Figure] = []
    shared: dict[int, Hedge] = {}
    for figure in hedged:
        hedge = chinese_hedge(text, figure)
        said = [(at, one) for at, one in enumerate(stated) if expresses(figure, one)]
        own = [at for at, one in said if english_hedge(english, one.start, one.end)]
        told = own or [at for at, _ in said if _is_shared(at, stated, english, hedge, shared)]
        if told:
            true = [at for at in told if at not in own or _says(stated[at], english, hedge)]
            shared.update(dict.fromkeys(true, hedge))
        else:
            lost.append(figure)
    return lost


def _says(one: Stated, english: str, hedge: Hedge) -> bool:
    return english_hedge(english, one.start, one.end) in _SAYING.get(hedge, frozenset())


def _is_shared(
    at: int, stated: Sequence[Stated], english: str, hedge: Hedge, shared: dict[int, Hedge]
) -> bool:
    """Whether the figure before has the ``hedge``, of its own or shared itself."""
    before = next((n for n in range(at - 1, -1, -1) if not stated[n].optional), -1)
    if before < 0 or shared.get(before) != hedge:
        return False
    gap = english[stated[before].end : stated[at].start].replace("U.S.", "US")
    return _JOINS.fullmatch(gap) is not None
