"""Figures that English expresses by a calculation: "up one and a half points to 6 per cent" for
由4.5%提高到6%, "all but 4 per cent" for 96%, "three million of the five million" for 六成 of 500万.

The result must equal the value exactly, and the English must also state the other figure, so that
the reader can calculate the one left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.figures.english.stated import Stated
from generator.figures.matching.agreement import agrees
from generator.figures.matching.calculations.implied import (
    calculated_facts,
    is_gloss,
    is_number_of_scores,
    is_of_parts,
    rescaled,
)
from generator.figures.matching.calculations.listed_sums import sums_after_colon
from generator.figures.matching.match_minutes import is_match_minute
from generator.figures.matching.score_leads import is_lead
from generator.figures.matching.texts import Found, Texts
from generator.figures.shared.figure import Fact, Figure, sole_value
from generator.figures.shared.units import same_sort
from generator.patterns import late_regex

_KINDS = frozenset({"money", "measure", "count", "duration", "percent"})
_CHANGES = frozenset({"points", "multiple", "discount"})
# Words beside a difference, and beside the rest of a whole.
_CHANGE = late_regex(
    r"(?i:\b(?:by|more|fewer|less|up|down|r[io]sen?|rising|f[ae]ll(?:en|ing)?|cut|dropp?(?:ed|ing)?|add(?:s|ed|ing)?|gain"
    r"(?:s|ed)?|lost|los(?:es|ing)|higher|lower|above|below|better|worse|faster|slower|quicker|longer|shorter|smaller"
    r"|larger|bigger|cheaper|dearer|ahead|behind|against|from|compared|than|further|extra|gap|lead|margin|edged|shed"
    r"|increase|decrease|rise|fall|early|late|leav(?:es|ing)|pending|outstanding|surplus|deficit|later|older|younger|senior|junior|beat(?:s|ing|en)?"
    r"|shr[aiu]nk\w*|sl(?:id|ip\w*|ump\w*)|slid(?:e|es|ing)|climb\w*|jump\w*|plung\w*|tumbl\w*|s[wu]\w?ell\w*|swollen|narrow\w*|widen\w*"
    r"|eas(?:ed|es|ing)|surg\w*|soar\w*|reduc\w*|declin\w*|grew|grown?|grows|growing|expand\w*|contract(?:ed|s|ing)|trimm\w*"
    r"|improv\w*|sank|sunk|lift\w*)\b)"
)
_REST = late_regex(
    r"(?i:\b(?:all\sbut|other|rest|remain\w*|still|left|yet|except|without|only|just|un\w+|not|no)\b)"
)
_BEFORE, _AFTER = 40, 30


def derived_matches(texts: Texts) -> Found:
    """The ids of the ``missing`` figures that follow from figures of the English by a calculation,
    and the ids of the English figures that imply them.
    """
    text, english, stated = texts.text, texts.english, texts.stated
    spare = {id(one) for one in texts.spare}
    told: set[int] = set()
    by: set[int] = set()
    for figure in texts.missing:
        for one in stated:
            is_by = (
                is_match_minute(text, english, figure, one)
                or is_of_parts(figure, english, one)
                or is_lead(text, english, figure, one)
            )
            if not is_by and id(one) in spare and figure.kind in _KINDS | _CHANGES:
                implied = _implied(text, figure, texts.kept, english, one)
                is_by = any(agrees(fact, found) for fact in implied for found in one.facts)
            if is_by:
                told.add(id(figure))
                by.add(id(one))
    rates, rate_figures = (
        rescaled(text, texts.missing, stated) if len(texts.missing) > 1 else (set(), set())
    )
    return told | rates, by | rate_figures


def is_derived(text: str, stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """Whether ``stated`` is marked as and equals a difference of two Chinese figures, a sum of
    consecutive ones, the rest of a whole, or a month within a span.
    """
    return (
        _is_difference(stated, figures, english)
        or is_gloss(stated, english)
        or is_number_of_scores(stated, figures, english)
        or _is_sum(text, stated, figures, english)
        or any(_is_within(fact, figures) for fact in stated.facts[:1])
    )


_TOTAL = late_regex(
    r"(?i:\b(?:in\sall|total\w*|altogether|combined|between\sthem|together|medals?|overall|:))"
)
# eight shops, three of them supermarkets and five pharmacies
_PARTED = late_regex(
    r"(?i:(?:\s[a-z]+){1,3}(?:,\s[a-z0-9]+\sof\s(?:them|which)|,\sincluding|,\scomprising|\s[(—–]))"
)
_OTHER = late_regex(r"(?i:\b(?:other|remaining|rest|left)\b[^.;]{0,12}\Z)")
_HAS_REST = late_regex("其余|其他|剩|余下|除|[未没]|尚|缺|失踪|不(?:合格|达标)|均")
_PARTS = 4


def _is_sum(text: str, stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    """27 medals: 11 gold, seven silver and nine bronze; the other three; 21 of the 22, if the
    Chinese speaks of a rest.
    """
    fact = stated.facts[0]
    if fact.kind != "number" or not fact.value:
        return False
    values = [
        value
        for figure in figures
        if figure.kind == "count" and (value := sole_value(figure, "number")) is not None
    ]
    if (
        _TOTAL.search(english, stated.end, stated.end + _NEAR)
        or _TOTAL.search(english, max(0, stated.start - _NEAR), stated.start)
        or _PARTED.match(english, stated.end)
    ):
        runs = (
            sum(values[at : at + length])
            for length in range(2, _PARTS + 1)
            for at in range(len(values) - length + 1)
        )
        if fact.value in runs:
            return True
    counts = [f for f in figures if f.kind == "count" and sole_value(f, "number") is not None]
    if fact.value in sums_after_colon(text, counts, english, stated):
        return True
    if _OTHER.search(english, max(0, stated.start - _NEAR), stated.start) or (
        _OF_THEM.match(english, stated.end) and _HAS_REST.search(text)
    ):
        return any(
            fact.value == whole - sum(values[at + 1 : at + 1 + length])
            for at, whole in enumerate(values)
            for length in range(1, _PARTS)
        )
    return False


def _is_within(fact: Fact, figures: Sequence[Figure]) -> bool:
    """Whether a month is in a span of months of the Chinese."""
    return fact.kind == "month" and any(
        one.value // 100 <= fact.value <= one.value % 100
        for figure in figures
        if figure.kind == "period"
        for way in figure.facts[:1]
        for one in way
        if one.kind == "span"
    )


def _is_difference(stated: Stated, figures: Sequence[Figure], english: str) -> bool:
    if not _CHANGE.search(english, max(0, stated.start - _NEAR), stated.end + _NEAR):
        return False
    same = [figure for figure in figures if figure.kind in _KINDS]
    return any(
        agrees(fact, found)
        for place, figure in enumerate(same)
        for fact in _differences(figure, same[:place])
        for found in stated.facts
    )


_NEAR = 18


def _implied(
    text: str, figure: Figure, kept: Sequence[Figure], english: str, one: Stated
) -> Iterator[Fact]:
    """The facts that may stand for ``figure`` in the English, given the figures ``kept``."""
    around = max(0, one.start - _BEFORE), one.end + _AFTER
    if _CHANGE.search(english, *around) and not (
        figure.kind == "count" and _OF_THEM.match(english, one.end)
    ):
        yield from _differences(figure, kept)
    yield from _of_all(text, figure, kept, english, one)
    yield from calculated_facts(text, figure, kept, english, one)
    share = sole_value(figure, "share")
    if share is None:
        return
    if _REST.search(english, *around) and 0 < share < 1:
        yield Fact("share", 1 - share)
    for other in kept:
        whole = sole_value(other, "number")
        if whole is not None and other.kind in _KINDS:
            yield Fact("number", whole * share, other.facts[0][0].unit)


# a part of a whole, not a difference: in 24 of the 70 cities
_OF_THEM = late_regex(
    r"(?i:(?:\s[a-z]+)?\s(?:out\s)?of\s(?:(?:the|all|its|their)\s|(?:the\s|an?\s)?[a-z]+(?:\s[a-z]+)?['’]s?\s))"
)
_ALL_BUT = late_regex(r"(?i:\ball\s(?:but|except)\s\Z)")
_EQUAL = late_regex(r"(?i:\b(?:equal|equally|evenly|apiece|the\ssame)\b)")


# Pairs of opposites: what is true of some, and of the rest.
_OPPOSITE = tuple(
    (late_regex(rf"[^，。；,;]{{0,8}}?(?:{chinese})"), late_regex(rf"(?i:\b(?:{english})\b)"))
    for chinese, english in (
        ("不合格|不达标|未通过|没有?通过|没过|落选", "passed|met|standard|made\\sit|accepted"),
        ("(?<!不)合格|(?<!未)(?<!不)达标|(?<!未)通过|过关", "failed|short|missed|rejected|not"),
        ("有货|有售|有票", "out\\sof|sold\\sout|none|no|not|without"),
        ("无货|缺货|断货|售罄|没货", "in\\sstock|still\\shad|had\\ssome|available"),
        ("到场|出席|参加|到会", "absent|away|missed|missing|not"),
        ("缺席|没来|未到", "came|present|attended|turned\\sup|showed"),
        ("死亡|遇难|丧生", "survived|alive|lived|survivors"),
        ("生还|幸存|获救", "died|killed|dead|drowned|perished"),
        ("同意|赞成|支持", "against|opposed|voted\\sno|objected|not"),
        ("反对|不同意", "for|in\\sfavour|agreed|supported|backed"),
    )
)  # fmt: skip


def _of_all(
    text: str, figure: Figure, kept: Sequence[Figure], english: str, one: Stated
) -> Iterator[Fact]:
    """All but four of the 25 for 21人; 30 million in three equal rounds for 每轮1000万元."""
    value = sole_value(figure, "number")
    if value is None:
        return
    others = [whole for other in kept if (whole := sole_value(other, "number")) is not None]
    all_but = _ALL_BUT.search(english, max(0, one.start - 12), one.start)
    if all_but or (figure.kind == "count" and _is_of_rest(text, figure, english, one)):
        yield from (Fact("number", whole - value) for whole in others if whole > value)
    elif figure.kind in ("money", "measure") and _EQUAL.search(english, one.end):
        unit = figure.facts[0][0].unit
        yield from (Fact("number", whole * value, unit) for whole in others if 1 < whole <= _FEW)


_FEW, _CLAUSE = 20, 60


def _is_of_rest(text: str, figure: Figure, english: str, one: Stated) -> bool:
    """Whether the English states the opposite for the rest: 三批次不合格 of 50, and 47 passed."""
    if _OF_THEM.match(english, one.end) and _EXCEPT.search(text, 0, figure.start):
        return _OUTSIDE.match(text, figure.end) is not None
    if _USED.search(text, max(0, figure.start - 8), figure.start) and _UNUSED.match(
        english, one.end
    ):
        return True
    return any(
        chinese.match(text, figure.end) and word.search(english, one.end, one.end + _CLAUSE)
        for chinese, word in _OPPOSITE
    )


# 500个床位已使用410个: ninety of the 500 are still free
_USED = late_regex(
    "已(?:经)?(?:使用|启用|投用|入住|占用|租出|出租|售出|卖出|签约|完成|到位|开工|修复|整改|安置|返岗|接种|注册|通车|开放)了?\\Z"
)
_UNUSED = late_regex(
    r"(?i:\s(?:[a-z0-9,]+\s){0,5}?(?:still|yet|remain\w*|left|not|un[a-z]{3,}|free|vacant|empty|available|pending)\b)"
)
# 除5家外均已签约: 55 of the 60 have signed.
_EXCEPT = late_regex(r"除(?:了|去|开)?[^，。；0-9]{0,4}\Z")
_OUTSIDE = late_regex(r"[^，。；]{0,10}(?:以|之)?外")


def _differences(figure: Figure, others: Sequence[Figure]) -> Iterator[Fact]:
    """The differences of the figure from others of its kind and unit."""
    for other in others:
        if other.kind != figure.kind or not same_sort(other.unit, figure.unit):
            continue
        for kind in ("number", "share"):
            value, other_value = sole_value(figure, kind), sole_value(other, kind)
            if value is None or other_value is None or value == other_value:
                continue
            apart = abs(value - other_value)
            yield (
                Fact("points", apart * 100)
                if kind == "share"
                else Fact("number", apart, figure.facts[0][0].unit)
            )


# "half that distance" for 52公里 after 104公里
_OF_ANOTHER = r"\s(?:that|this|the\s(?:distance|number|amount|size|price|figure|total|level|length)"
_OF_ANOTHER += r"|as\s(?:much|many|far|long|high))\b"
_TOLD = tuple(
    (late_regex(rf"(?i:\b(?:{words}){_OF_ANOTHER})"), Fraction(times))
    for words, times in (
        ("half", "1/2"), ("twice|double", "2"), ("three\\stimes|triple", "3"),
        ("half(?=\\sas\\s(?:much|many)\\sagain)", "2/3"),
        ("half(?=\\sas\\s(?:much|many)\\sagain)", "3/2"),
        ("a\\sthird(?:\\sof)?", "1/3"), ("a\\squarter(?:\\sof)?", "1/4"),
    )
) + tuple(
    (late_regex(rf"(?i:\b{words}\b[^.;]{{0,80}}?\s{way}\s)"), Fraction(times))
    for words, way, times in (
        ("halv(?:e|es|ed|ing)", "to", "2"), ("halv(?:e|es|ed|ing)", "from", "1/2"),
        ("doubl(?:e|es|ed|ing)", "to", "1/2"), ("doubl(?:e|es|ed|ing)", "from", "2"),
        ("tripl(?:e|es|ed|ing)", "to", "1/3"), ("tripl(?:e|es|ed|ing)", "from", "3"),
        ("quadrupl(?:e|es|ed|ing)", "to", "1/4"), ("quadrupl(?:e|es|ed|ing)", "from", "4"),
    )
)  # fmt: skip


def stated_as_multiples(english: str, figures: list[Figure], missing: list[Figure]) -> set[int]:
    """The ids of the ``missing`` figures that the English states as a half or a multiple of another
    one.
    """
    told: set[int] = set()
    for pattern, times in _TOLD if missing else ():
        if not pattern.search(english):
            continue
        amounts = {(_amount(one) or 0, one.kind) for one in figures if one.kind in _KINDS}
        for figure in missing:
            amount = _amount(figure)
            if amount and figure.kind in _KINDS and (amount / times, figure.kind) in amounts:
                told.add(id(figure))
    return told


def _amount(figure: Figure) -> Fraction | None:
    """The value of a figure that has only one."""
    value = figure.facts[0][0].value if figure.facts and len(figure.facts[0]) == 1 else None
    return value or None
