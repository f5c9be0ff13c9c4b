"""Two parties of a deal in each other's place: 甲起诉乙 that became "B is suing A", 甲向乙支付3亿元
"B will pay A 300 million yuan" or "A will be paid by B", 公司向银行借款 "the company lent to the
bank".

Who acts or gives in each text is read by ``deals_told.py``; that they are exchanged is seen by the
words and names that both texts have of either. One of them alone tells it only if it is the head of
what both texts say of that side.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.swapped.compared_things import Said, said_by_both
from generator.figures.checks.swapped.deals_in_chinese import chinese_deals
from generator.figures.checks.swapped.deals_in_english import english_deals
from generator.figures.checks.swapped.deals_told import Deal, Span, families_in
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex


def exchanged_parties(comparison: Comparison) -> Iterator[FigureProblem]:
    """Deals that the English tells only with their parties exchanged."""
    text, english = comparison.text, comparison.english
    said: list[Said] | None = None
    all_here: list[Deal] = []
    all_there: list[Deal] = []
    for family in families_in(comparison):
        here = chinese_deals(text, family, all_here)
        there = english_deals(english, family, all_there) if here else []
        all_here += here
        all_there += there
        if not there or len(there) < len(here):
            continue  # "sues back"
        if said is None:
            said = said_by_both(comparison)
        for deal in here:
            verdicts = [(_verdict(comparison, said, deal, its), its) for its in there]
            turned = [its for verdict, its in verdicts if verdict < 0]
            if turned and not any(verdict > 0 for verdict, _ in verdicts):
                yield FigureProblem(
                    "changed",
                    text[slice(*_extent(deal))],
                    found=english[slice(*_extent(turned[0]))],
                )
                return


def is_same_deal(comparison: Comparison) -> bool:
    """Whether the English tells a deal of the Chinese by another verb, with both of its parties in
    their places.
    """
    said: list[Said] | None = None
    for family in families_in(comparison):
        here = chinese_deals(comparison.text, family)
        there = english_deals(comparison.english, family) if here else []
        if there and said is None:
            said = said_by_both(comparison)
        if said and any(
            _verdict(comparison, said, deal, its) > 0 and None not in (*its[:2], *deal[:2])
            for deal in here
            for its in there
        ):
            return True
    return False


_OTHER_SIDE = late_regex(
    r"(?i:(?:im|ex)port|bought|buy|sold|sell|lost|los|won|w[io]n|borrow|len[dt])"
)


def is_from_other_side(comparison: Comparison, found: str) -> bool:
    """Whether an English word for a deal is right because its subject is the other party: 甲向乙
    出口 as "B imported from A".
    """
    return _OTHER_SIDE.match(found) is not None and is_same_deal(comparison)


def _extent(deal: Deal) -> Span:
    """The verb with the parties that stand beside it."""
    spans = [span for span in (deal.giver, deal.verb, deal.receiver) if span is not None]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _verdict(comparison: Comparison, said: list[Said], here: Deal, there: Deal) -> int:
    """1 if both deals have the same parties in the same places, -1 if they are exchanged, 0 if it
    is uncertain.
    """
    straight = crossed = 0
    alone = named = False
    for rank in range(3):
        words = [word for word in said if word.rank <= rank]
        sides: list[tuple[bool, bool]] = []
        for word in words:
            of = [_has(side, word.here) for side in (here.giver, here.receiver)]
            its = [_has(side, word.there) for side in (there.giver, there.receiver)]
            if sum(of) == 1 == sum(its):
                sides.append((of[0], its[0]))
                named = named or _is_party(comparison, word)
                if of[0] != its[0] and _is_party(comparison, word):
                    alone = alone or _is_head(comparison, word, here, there, of[0], its[0])
        straight = sum(a == b for a, b in set(sides))
        crossed = sum(a != b for a, b in set(sides))
        if straight and crossed:
            return 0
        if crossed > 1 and named:
            return -1
    return 1 if straight else -1 if crossed and alone else 0


def _has(side: Span | None, spans: list[Span]) -> bool:
    return side is not None and any(side[0] <= a and b <= side[1] for a, b in spans)


# How words for people, firms and authorities end.
_PARTY = late_regex(
    "[方者户民人商厂店局委会部院校队府市省县区国员生社所东客友主]|公司|企业|集团|银行|机构|平台|财政|女士|先生|司机"
    "|业主|家属|家长|父母|股东|央行|地铁|铁路|母|政府|法院|超市|港|老板|房企|客户|原告|被告|外资|政协|工会|物业|亲|儿子|女儿|妻子|丈夫"
)


def _is_party(comparison: Comparison, word: Said) -> bool:
    """Whether the word may be one of two parties: not a thing that is sold."""
    return (
        word.rank == 1
        or _is_called_one(comparison, word)
        or any(_TITLE.search(comparison.english, max(0, a - 5), a) for a, _ in word.there)
    )


def _is_called_one(comparison: Comparison, word: Said) -> bool:
    return any(_PARTY.search(comparison.text, max(a, b - 2), b) for a, b in word.here)


_TITLE = late_regex(r"\b(?:Mr|Ms|Mrs|Miss)\.?\s\Z")


# What may follow the head of a party: 公司(的), 方
_REST = late_regex(
    "(?:某某?|先生|女士|里|电器|集团|股份|控股|科技|汽车|地产|有限|公司|[的方们等双])*"
)
_HEAD_REST = late_regex(r"(?i:(?:['’]s?)?(?:\s(?:and|co|group|company|inc|ltd)\.?)*\s?(?:,.*)?)")

# "firms in Suzhou Industrial Park" are not the park.
_IN = late_regex(r"(?i:\s(?:in|of|at|from|by|near|across)\s)")


def _is_head(
    comparison: Comparison, word: Said, here: Deal, there: Deal, gives: bool, its: bool
) -> bool:
    """Whether a word is the last of its side in both texts."""
    side, other = (here.giver if gives else here.receiver), (there.giver if its else there.receiver)
    if side is None or other is None:
        return False
    if not _is_called_one(comparison, word) and not any(
        comparison.english[a].isupper() for a, _ in word.there
    ):
        return False  # books that readers borrowed
    return any(
        side[0] <= a and b <= side[1] and _REST.fullmatch(comparison.text, b, side[1])
        for a, b in word.here
    ) and any(
        other[0] <= a
        and b <= other[1]
        and _HEAD_REST.fullmatch(comparison.english, b, other[1])
        and not _IN.search(comparison.english, other[0], a)
        for a, b in word.there
    )
