"""Two figures that have changed places: 开工3.2万套，竣工1.8万套 of which 18,000 are started.

`weighing` gives the evidence for two figures as they stand: words, names and other figures near
them that both texts have, and their order. If it is clearly against them and no arrangement of
correct English explains it (``arrangements``), the two have changed places.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.figures.checks.swapped.arrangements import are_in_place
from generator.figures.checks.swapped.attachment import are_listed, crossed
from generator.figures.checks.swapped.candidates import Pair, expressing_each, views
from generator.figures.checks.swapped.placed import may_show_places, show_places
from generator.figures.checks.swapped.proofs import are_proven
from generator.figures.checks.swapped.range_ends import are_ends
from generator.figures.checks.swapped.verdicts import Verdicts
from generator.figures.checks.swapped.weighing import Weighed, weighed
from generator.figures.context.direction import chinese_direction, english_direction
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.figure import Figure
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

# Thresholds of logarithms of odds: of evidence and order together to report a swap, and of the
# evidence alone that is needed for it.
_SURE, _LEAST = 1.25, 0.4
_SURE_OF_DATES = 1.0
# Evidence that is enough in the order of the Chinese: the words have moved, not the figures.
_MOVED = 1.5
# If the order is so unlikely, little evidence is enough.
_HARDLY, _UNORDERED = 0.1, 2.0
# Figures after 分别 keep their order: evidence for the present places must be stronger than this.
_LITTLE, _DISORDERED = 1.0, 2.5
# Evidence that no word beside the two figures outweighs.
_CERTAIN = 4.5
# With so much evidence for the present places there is no doubt.
_SURELY = 1.0


def _by_direction(comparison: Comparison, two: list[tuple[Figure, Stated]]) -> bool:
    """Whether one of two rose and the other fell, and the English says so of one at least and
    the opposite of none: what is grouped by direction stands in another order."""
    if two[0][0].kind not in _MOVING:
        return False
    wanted = [chinese_direction(comparison.text, figure) for figure, _ in two]
    if not wanted[0] or wanted[0] != -wanted[1]:
        return False
    said, stated = [], comparison.stated
    for _, one in two:
        at = stated.index(one)
        said.append(english_direction(comparison.english, one, stated[at - 1] if at else None))
    return any(said) and all(a in (0, b) for a, b in zip(said, wanted, strict=True))


# The former level in both languages, and the amount of a change beside the level that it led to.
_BASE = late_regex(
    r"(?:[由从](?!事)|[较比][^，。；、0-9]{0,8}的?|原[来先]?|此前)(?:约|近|不足|不到)?\Z"
)
_CHANGED_BY = late_regex(
    r"(?:增长|增加|减少|下降|缩量|放量|上涨|下跌|提高|降低|扩大|收窄|缩小|[增减涨跌降升多少])了?(?:约|近|逾)?\Z"
)
_FROM = late_regex(r"(?i:\bfrom\s(?:(?:about|just|some|nearly|under|over|the)\s)*\Z)")
_BY = late_regex(r"(?i:\bby\s(?:(?:about|some|nearly|over|more\sthan)\s)*\Z)")
_TO = late_regex(r"(?i:[^.;]{0,60}\sto\s(?:(?:about|just|some|nearly|under|over|the)\s)*\Z)")


def _is_moved_so(
    comparison: Comparison, one: tuple[Figure, Stated], other: tuple[Figure, Stated]
) -> bool:
    """Whether both texts have the first figure as the former level, or as the amount of the
    change, and the English has the second as the level after it: "from 35,000 to 128,000".
    """
    text, english = comparison.text, comparison.english
    before = text[max(0, one[0].start - 12) : one[0].start]
    ahead = english[max(0, one[1].start - 24) : one[1].start]
    if not (
        (_BASE.search(before) and _FROM.search(ahead))
        or (_CHANGED_BY.search(before) and _BY.search(ahead))
    ):
        return False
    return one[1].end < other[1].start and bool(_TO.match(english, one[1].end, other[1].start))


_MOVING = frozenset({"percent", "points", "money", "measure", "count"})


def _in_place(comparison: Comparison, one: int, other: int, *, attached: bool) -> bool:
    """Whether the two stand where they belong after all; ``attached``: also by words alone."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    two = [(figures[n], expressing_each(comparison)[n][0]) for n in (one, other)]
    said = _first_places(comparison)
    if are_proven(text, english, comparison.links, said, two[0], two[1]):
        return True
    if show_places(text, english, said, two[0], two[1]):
        return True
    return are_in_place(text, english, comparison.links if attached else [], said, two[0], two[1])


def _first_places(comparison: Comparison) -> list[tuple[Figure, Stated]]:
    return [(figure, its[0]) for figure, its in comparison.matches if its]


_EACH = late_regex(r"(?:分别|依次)[^，。；]{0,12}\Z")


def _crossed(comparison: Comparison, doubtful: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Two of the figures each of which has a word of the other beside it."""
    text, english, figures = comparison.text, comparison.english, comparison.figures
    if doubtful and ("分别" in text or "依次" in text):
        doubtful = [one for one in doubtful if not _EACH.search(text, 0, figures[one[0]].start)]
    if not doubtful:
        return None
    saying, said = expressing_each(comparison), _first_places(comparison)
    two = [((figures[i], saying[i][0]), (figures[j], saying[j][0])) for i, j in doubtful]
    found = crossed(text, english, comparison.links, said, two)
    return doubtful[two.index(found)] if found is not None else None


def _proven(comparison: Comparison) -> tuple[int, int] | None:
    """Two figures that the English itself shows to be in each other's place."""
    if not may_show_places(comparison.text, comparison.english):
        return None
    figures, saying, said = (
        comparison.figures,
        expressing_each(comparison),
        _first_places(comparison),
    )
    at = [n for n, figure in enumerate(figures) if figure.kind in _MOVING and len(saying[n]) == 1]
    return next(
        (
            (i, j)
            for i, j in combinations(at, 2)
            if figures[i].kind == figures[j].kind
            and show_places(
                comparison.text,
                comparison.english,
                said,
                (figures[i], saying[j][0]),
                (figures[j], saying[i][0]),
            )
        ),
        None,
    )


def exchanged(comparison: Comparison) -> Iterator[FigureProblem]:
    """The two figures that are likeliest to have changed places."""
    figures, saying = comparison.figures, expressing_each(comparison)
    if len(figures) < 2 or "\n" in comparison.english:
        return  # of the cells of a table the words beside one may be another's
    found: list[tuple[float, int, int]] = []
    doubtful: list[tuple[int, int]] = []
    verdicts = Verdicts(comparison)
    for view in views(comparison):
        for one in weighed(view):
            i, j = one.pair.one, one.pair.other
            if one.evidence < _SURELY and one.pair.alike and figures[i].kind in _MOVING:
                doubtful.append((i, j))
            if _is_doubtless(comparison, one, view.dated):
                two = [(figures[n], saying[n][0]) for n in (i, j)]
                sure = one.crossed or one.evidence < -_CERTAIN
                if not sure and _by_direction(comparison, two):
                    continue
                if _is_moved_so(comparison, *two) or _is_moved_so(comparison, *two[::-1]):
                    continue
                if are_ends(comparison, *two) or are_ends(comparison, *two[::-1]):
                    continue
                if verdicts.of(*two) > 0:
                    continue
                if not _in_place(comparison, i, j, attached=not sure):
                    found.append((one.evidence + one.ordered, i, j))
    turned = min(found)[1:] if found else _crossed(comparison, doubtful) or _proven(comparison)
    turned = turned or verdicts.crossed(saying)
    if turned is not None:
        i, j = turned
        yield FigureProblem("changed", figures[i].source, figures[i].english, saying[j][0].text)


def _is_doubtless(comparison: Comparison, one: Weighed, dated: bool) -> bool:
    """Whether evidence and order are clearly against the present places of two figures."""
    score, moved = one.evidence + one.ordered, one.evidence < -_MOVED or one.crossed
    text, (first, second) = comparison.text, (comparison.figures[n] for n in one.pair[:2])
    if dated:
        listed = one.pair.kept and are_listed(text, first, second)
        return one.evidence < -_LEAST and score < -_SURE_OF_DATES and not listed
    if one.pair.kept:
        if _is_new_one_old(comparison, one.pair):
            return True
        if _are_other_things(text, first, second) and one.evidence >= -_CERTAIN:
            return False
        return (moved or (one.evidence < -_LEAST and score < -_SURE)) and not _may_share_words(
            comparison, one.pair
        )
    if one.crossed or (one.evidence < -_LEAST and score < -_SURE):
        return True
    if one.ordered < -_DISORDERED and one.evidence < _LITTLE:
        return bool(_EACH.search(text, 0, first.start))
    return one.evidence < -_HARDLY and one.ordered < -_UNORDERED


def _are_other_things(text: str, one: Figure, other: Figure) -> bool:
    """Whether the two count other things in two clauses: 立案315件，交43个单位."""
    counted = one.kind == other.kind == "count" and one.source[-1] != other.source[-1]
    return counted and "，" in text[one.end : other.start]


def _is_new_one_old(comparison: Comparison, pair: Pair) -> bool:
    """原价260元，现价158元 that is "260 yuan instead of 158"."""
    text, (one, other) = comparison.text, (comparison.figures[n] for n in pair[:2])
    first, second = (expressing_each(comparison)[n][0] for n in pair[:2])
    return (
        _INSTEAD.fullmatch(comparison.english, first.end, second.start) is not None
        and _WAS.search(text, max(0, one.start - 4), one.start) is not None
        and _IS.search(text, max(0, other.start - 4), other.start) is not None
    )


_INSTEAD = late_regex(r"(?:\s[a-z]+)?,?\s(?:instead\sof|rather\sthan|(?:up|down)\sfrom)\s")
_WAS = late_regex("(?:原价|原来|原先|原为|原有?)\\Z")
_IS = late_regex("(?:现价|现在|现为|如今|现有?)\\Z")


def _may_share_words(comparison: Comparison, pair: Pair) -> bool:
    """Whether words beside one of two figures in order may belong to both: two of a list, figures
    after 分别, a part and its whole ("of 2,100 arrivals, 1,300"), one "with" the other.
    """
    text, (one, other) = comparison.text, (comparison.figures[n] for n in pair[:2])
    if are_listed(text, one, other) or _EACH.search(text, 0, one.start):
        return True
    first, second = (expressing_each(comparison)[n][0] for n in pair[:2])
    if _WITH.search(comparison.english, first.end, second.start):
        return True
    if first.facts[0].value < second.facts[0].value:
        return False
    whole = _OF.search(comparison.english, 0, first.start)
    return whole is not None or _OF_THEM.search(text, one.end, other.start) is not None


_OF = late_regex(r"(?:\AO|\sO|[;,]\so)f\s(?:(?:the|its|their|some|about)\s)*\Z")
_OF_THEM = late_regex(r"其中[^，。；]{0,4}\Z")
_WITH = late_regex(r"\swith\s(?:(?:about|some|over|more\sthan|nearly|almost|up\sto)\s)?\Z")
