"""Amounts that English tells by a part, a total or a multiple: 由16家减至12家 as "a quarter of
the 16 stores", 1200萬 of 2400萬 as "half of", 36金17银11铜 as "64 medals", 1:6.5 as "6.5 times".
All results are exact, or rounded as the Chinese says.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.figures.english.hedges import english_hedge
from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.texts import Texts, Told
from generator.figures.shared.figure import Fact, Figure, only_value
from generator.patterns import late_regex

_WHOLES = frozenset({"money", "measure", "count", "duration"})
_LOST = late_regex(
    r"(?i:\b(?:shut\w*|clos(?:ed|es|ing)|cut\w*|los[et]\w*|shed\w*|fewer|less|lower|cheaper|down|off|below|short|dropp?\w*|fell|falls?|fallen"
    r"|reduc\w*|trimm?\w*|slash\w*|axed|scrapp\w*|gone|gave\sup|given\sup|sold|disappear\w*|shorter|smaller|lighter|quicker|faster"
    r"|removed?|narrow\w*|eliminat\w*|declin\w*|shr[aiu]nk\w*|left)\b)"
)
_OF_WHOLE = late_regex(
    r"(?i:(?:\s[a-z]+)?\s(?:of|off|than|from|below|under)\s(?:(?:the|its|their|those|some|all|an?|what)\s)*(?:[a-z-]+\s){0,4}\Z)"
)
_ASIDE, _NEAR = 70, 60


def by_part(texts: Texts) -> Iterator[Told]:
    """The part or the rest of an amount that the English has: half of the fines of 24 million, a
    quarter of the 16 stores shut, five of the 20.
    """
    for figure in texts.missing:
        value = only_value(figure) if figure.kind in _WHOLES else None
        if not value or figure.qualifier:
            continue
        for whole, amount in texts.amounts(figure, texts.kept):
            if amount <= value or whole.qualifier or not texts.in_sentence(figure, whole):
                continue
            left = _LEFT.search(texts.text, max(0, figure.start - 8), figure.start) is not None
            for one in texts.stated:
                if _tells_part(texts, one, value, amount, left):
                    yield figure, (one,)


# The figure is what is left of the whole.
_LEFT = late_regex(
    r"(?:[减降缩跌压](?:[少低短减小]|缩)?[至到为成]了?|[剩余仅][下余剩存]?|收窄[至到]|变[为成])\Z"
)


def _tells_part(
    texts: Texts, one: Stated, value: Fraction, amount: Fraction, is_left: bool
) -> bool:
    shares = {fact.value for fact in one.facts if fact.kind in ("share", "off")}
    spare = any(one is other for other in texts.spare)
    left, part = value / amount in shares, is_left and 1 - value / amount in shares
    number = (
        is_left
        and spare
        and any(fact.kind == "number" and fact.value == amount - value for fact in one.facts)
    )
    if not (left or part or number):
        return False
    start = max(0, one.start - _NEAR, texts.english.rfind(",", 0, one.start))
    ahead = _LOST.search(texts.english, start, one.start) is not None
    if left and not ahead:
        return _names_whole(texts, one, amount, number)
    lost = ahead or _LOST.search(texts.english, one.end, one.end + _NEAR) is not None
    return (part or number) and lost and _names_whole(texts, one, amount, number)


def _names_whole(texts: Texts, one: Stated, amount: Fraction, strictly: bool) -> bool:
    """Whether the English number for the whole follows: a quarter of the 16, than the 12 yuan. A
    fraction may have words between, a number has hardly any.
    """
    gap = _OF_WHOLE if strictly else _BEFORE_WHOLE
    return any(
        0 <= other.start - one.end < _ASIDE
        and any(fact.kind == "number" and fact.value == amount for fact in other.facts)
        and gap.fullmatch(texts.english, one.end, other.start) is not None
        for other in texts.stated
    )


_BEFORE_WHOLE = late_regex(r"(?i:[^.;]*\s(?:of|off|than|from|below|under)\s[^.;]*)")


_HEDGED = {"nearly": (-1, 0), "below": (-1, 0), "over": (0, 1), "about": (-1, 1)}
_NINE = 9


def by_share_of_whole(texts: Texts) -> Iterator[Told]:
    """其中税收213.4亿元 of 318.5亿元: about two-thirds of the 31.85 billion, about 67 percent."""
    for figure in texts.missing:
        value = only_value(figure) if figure.kind in _WHOLES else None
        if not value or figure.qualifier:
            continue
        for _, amount in texts.amounts(figure, texts.kept):
            for one in texts.spare if amount > value else ():
                share = next((f.value for f in one.facts if f.kind == "share"), None)
                near = share and _rounds(texts, one, value / amount, share)
                if near and _names_whole(texts, one, amount, strictly=False):
                    yield figure, (one,)


def _rounds(texts: Texts, one: Stated, exact: Fraction, share: Fraction) -> bool:
    sides = _HEDGED.get(english_hedge(texts.english, one.start, one.end))
    if sides is None:
        return False
    limit = share / 12 if share.denominator <= _NINE else Fraction(1, 100)
    low, high = (side * limit for side in sides)
    return low <= exact - share <= high


_ALL_OF_IT = late_regex(r"(?:[总共]|合计|进出口|全部|合计|有)[^，。；0-9]{0,8}\Z")


def by_parts(texts: Texts) -> Iterator[Told]:
    """进出口860亿元, 其中出口560亿元, 进口300亿元: left out beside its parts."""
    for figure in texts.missing:
        total = only_value(figure) if figure.kind in _WHOLES and not figure.qualifier else None
        if not total:
            continue
        whole = _ALL_OF_IT.search(texts.text, max(0, figure.start - 12), figure.start)
        if not whole and "其中" not in texts.text[figure.end : figure.end + 8]:
            continue
        parts = [
            n for other, n in texts.amounts(figure, texts.kept)
            if other.start > figure.end and texts.in_sentence(figure, other) and n < total
        ]  # fmt: skip
        if any(sum(parts[:n], Fraction(0)) == total for n in range(2, len(parts) + 1)):
            yield figure, ()


def by_sum(texts: Texts) -> Iterator[Told]:
    """36金17银11铜: 64 medals, 36 of them gold."""
    runs: list[list[Figure]] = []
    for figure in texts.figures:
        if figure.kind == "count" and only_value(figure) and not figure.qualifier:
            last = runs[-1][-1] if runs else None
            gap = texts.text[last.end : figure.start] if last else "。"
            if runs and len(gap) <= _GAP and not set(gap) & set("，。；："):
                runs[-1].append(figure)
                continue
            runs.append([figure])
    lost = {id(figure) for figure in texts.missing}
    for run in runs:
        missing = [figure for figure in run if id(figure) in lost]
        if len(run) < _PARTS or not missing or len(missing) == len(run):
            continue
        total = sum((only_value(figure) or 0 for figure in run), Fraction(0))
        for one in texts.spare:
            fact = one.facts[0]
            if (
                fact.kind == "number"
                and fact.value == total
                and _MEDALS.match(texts.english, one.end)
            ):
                yield from ((figure, (one,)) for figure in missing)


_GAP, _PARTS = 3, 3
_MEDALS = late_regex(r"(?i:\s(?:[a-z]+\s)?(?:medals?|in\sall|altogether|prizes|awards)\b)")


def by_times(texts: Texts) -> Iterator[Told]:
    """1:6.5 as "6.5 times the vouchers", with the hedge of the Chinese."""
    for figure in texts.missing:
        if figure.kind != "ratio":
            continue
        first, _, second = figure.value.partition(":")
        if first != "1" or not second.replace(".", "", 1).isdigit():
            continue
        for one in texts.spare:
            if any(
                fact.value == Fraction(second) and (fact.kind == "fold" or fact.unit == "times")
                for fact in one.facts
            ):
                yield figure, (one,)


_A_KILO = late_regex(r"(?i:\b(?:per|an?|each|every|the)\s(?:kilo(?:gram)?|kg)\b)")
_RATED = late_regex(r"(?:每|/)\Z")


def by_other_rate(texts: Texts) -> Iterator[Told]:
    """每500克14.8元, whose price the English has per kilogram."""
    for figure in texts.missing:
        if figure.unit != "g" or not _RATED.search(texts.text, 0, figure.start):
            continue
        priced = any(f.kind == "money" and 0 <= f.start - figure.end < _GAP for f in texts.kept)
        if priced and _A_KILO.search(texts.english):
            yield figure, ()


_UP_TO = late_regex(
    r"(?i:\b(?:as\s(?:much|many|high|long|far)\sas|up\sto|at\smost|(?:a\s)?maximum(?:\sof)?|no\smore\sthan)\s\Z)"
)


def by_upper_end(texts: Texts) -> Iterator[Told]:
    """100～180毫米: as much as 18 centimetres."""
    for figure in texts.missing:
        ranges = [way for way in figure.facts if len(way) > 1 and way[0].kind == way[1].kind]
        if (
            figure.kind not in ("measure", "count", "money")
            or "-" not in figure.value
            or not ranges
        ):
            continue
        most = max(ranges[0], key=lambda fact: fact.value)
        for one in texts.stated:
            ahead = texts.english[max(0, one.start - 24) : one.start]
            if _UP_TO.search(ahead) and any(agrees(most, said) for said in one.facts):
                yield figure, (one,)


_AS_MUCH = late_regex(
    r"(?i:\b(?P<times>half|twice|double|a\sthird|a\squarter|three\stimes|four\stimes)\s(?:as\s(?:much|many)|that))"
)
_TIMES = {
    "half": Fraction(1, 2), "twice": Fraction(2), "double": Fraction(2), "a third": Fraction(1, 3),
    "a quarter": Fraction(1, 4), "three times": Fraction(3), "four times": Fraction(4),
}  # fmt: skip


def by_product(texts: Texts) -> Iterator[Told]:
    """210万千瓦, 光伏占三分之二: 1.4 GW of solar panels and half as much wind power."""
    found = _AS_MUCH.search(texts.english) if len(texts.missing) > 1 else None
    if found is None:
        return
    times = _TIMES[found["times"].lower().replace("\n", " ")]
    for whole in texts.missing:
        amount = only_value(whole) if whole.kind in _WHOLES else None
        for part in texts.missing if amount else ():
            share = only_value(part, "share")
            if amount is None or not share or (1 - share) != share * times:
                continue
            fact = Fact("number", amount * share, whole.facts[0][0].unit)
            for one in texts.spare:
                if any(agrees(fact, said) for said in one.facts):
                    those = [s for s in texts.stated if found.start() <= s.start < found.end()]
                    yield whole, (one, *those)
                    yield part, (one, *those)
