"""Figures whose places the English itself proves, whatever words are beside them.

A part and its whole by the share that it states ("21.5 percent of its 4.876 million"), a change and
a level by the words of change beside only one ("loses 19,200 … ending with 6.1 million"), people
and households by their nouns ("106 people of 31 families"), a figure by the noun joined to it
("three fifths of GDP"). If the two were exchanged, the English would say something else.
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.checks.changes.results import is_stated_as_change
from generator.figures.context.evidence import FUNCTION, NAME, WORD, Link
from generator.figures.english.changes import APPROACH, is_change
from generator.figures.english.stated import Stated
from generator.figures.matching.comparison import Match
from generator.figures.shared.figure import AMOUNTS, SHARES, Fact, Figure, only_value
from generator.patterns import late_regex


def are_proven(
    text: str, english: str, links: list[Link], matches: list[Match], one: Match, other: Match
) -> bool:
    """Whether the English shows by itself that neither of the two figures is the other."""
    return (
        _is_share_of_whole(english, matches, one, other)
        or _is_change_of_level(text, english, one, other)
        or _is_change_of_level(text, english, other, one)
        or _have_own_nouns(english, one, other)
        or _are_people_and_households(one, other)
        or _are_opposed(text, english, links, one, other)
        or _is_joined(text, english, links, one)
        or _is_joined(text, english, links, other)
    )


_OF_WHOLE = late_regex(
    r"(?i:\)?,?\s(?:out\s)?of\s(?:(?:the|its|their|all|an?|that|those|these|some|about|roughly|around"
    r"|over|nearly|almost|more|than)\s)*(?:(?!and\b|or\b|in\b|was\b|were\b|to\b)[a-z'’-]+\s){0,3})"
)
# How far a stated share may be from that of the two amounts: 85.4% for 八成以上.
_EXACTLY, _ROUGHLY = Fraction(1, 100), Fraction(5, 100)


def _is_share_of_whole(english: str, matches: list[Match], one: Match, other: Match) -> bool:
    """21.5 percent of its 4.876 million, beside 1.049 million."""
    part, whole = sorted((one, other), key=lambda match: _value(match[0]))
    if not _value(part[0]):
        return False
    share = _value(part[0]) / _value(whole[0])
    return any(
        abs(own.value - share) <= (_EXACTLY if _is_exact(figure) else _ROUGHLY)
        and stated.end < whole[1].start
        and _OF_WHOLE.fullmatch(english, stated.end, whole[1].start)
        for figure, stated in matches
        if figure.kind in SHARES and (own := _first(figure)).kind == "share"
    )


def _is_exact(figure: Figure) -> bool:
    return figure.kind == "percent" and not figure.qualifier


def _first(figure: Figure) -> Fact:
    return figure.facts[0][0] if figure.facts else Fact("number")


def _value(figure: Figure) -> Fraction:
    return max(only_value(figure) or Fraction(0), Fraction(0))


_MOVED = (
    "增长|增加|减少|下降|增幅|上升|提高|降低|下跌|上涨|回升|回落|下滑|扩大|缩小|收窄|延长|缩短|新增|净增|净减|下调|上调"
    "|增收|减收|增产|减产|相差|差距|差额|差|多出|高出|(?<![最至许])多|(?<![最至])少|(?<![最至])高|(?<![最至])低|[增减涨跌降升]"
)
_CHANGE = late_regex(
    rf"(?:{_MOVED})(?:了|约|近|逾|超过?|多?达|高达|仅|只|至少|不少于|仍|还|有|[差距额]|(?<=差距)为|(?<=差额)为)*\Z"
)
_MOVES = late_regex(
    r"(?i:\b(?:los(?:es|t|ing)|gain(?:s|ed|ing)?|shed(?:s|ding)?|(?:gap|difference|margin|lead)\sof)"
    rf"\s{APPROACH}\Z)"
)


def _is_change_of_level(text: str, english: str, change: Match, level: Match) -> bool:
    """Whether only the first figure is one of change, in both languages: 减少1.92万人 and "loses
    19,200".
    """
    if change[0].kind not in AMOUNTS or change[0].kind == "percent":
        return False
    before = text[max(0, change[0].start - 10) : change[0].start]
    if not _CHANGE.search(before) or not _is_moved(english, change[1]):
        return False
    before = text[max(0, level[0].start - 10) : level[0].start]
    return not _CHANGE.search(before) and not _is_moved(english, level[1])


def _is_moved(english: str, stated: Stated) -> bool:
    return (
        is_stated_as_change(english, stated)
        or is_change(english, stated)
        or _MOVES.search(english, max(0, stated.start - 60), stated.start) is not None
    )


_OF_HOMES = frozenset({"people", "households"})


def _are_people_and_households(one: Match, other: Match) -> bool:
    """31户106人 as "106 people of 31 families"."""
    units = [_first(figure).unit for figure, _ in (one, other)]
    return {*units} == _OF_HOMES and units == [said.facts[0].unit for _, said in (one, other)]


_RUN = late_regex(r"连[涨升增跌降减胜败负亏]\Z|(?<=连)[涨升增跌降减胜败负亏]")
_IN_RUN = late_regex(
    r"(?i:(?:\s[a-z-]+){0,4}?\s(?:running|straight|consecutive|successive|in\sa\srow|on\sthe\strot)\b)"
)


def _have_own_nouns(english: str, one: Match, other: Match) -> bool:
    """二十一连涨 as "the 21st rise running"."""
    runs = [
        match for match in (one, other)
        if _RUN.search(match[0].source) and _IN_RUN.match(english, match[1].end)
    ]  # fmt: skip
    return len(runs) == 1


_AGAINST = late_regex(
    r"(?i:,?(?:\s(?!and\b|or\b|but\b|from\b)[a-z]+){0,5}?,?\s(?:against|versus|vs\.?|compared\s(?:with|to)|to)\s)"
)
_THAN = late_regex(r"(?i:\b(?:than|while|against|compared\swith|versus)\b|\bout-?[a-z]{3,}\b)")
_SENTENCE = late_regex(r"[.;!?](?=\s)")


def _are_opposed(text: str, english: str, links: list[Link], one: Match, other: Match) -> bool:
    """城市36.2分钟，农村29.8分钟 as "city dwellers read more than country people, 36.2 against
    29.8": two figures in the order of the two that are compared before them.
    """
    first, second = sorted((one, other), key=lambda match: match[1].start)
    if not _AGAINST.fullmatch(english, first[1].end, second[1].start):
        return False
    start = max((m.end() for m in _SENTENCE.finditer(english, 0, first[1].start)), default=0)
    if not _THAN.search(english, start, first[1].start):
        return False
    before = start, first[1].start
    here, there = (_first_named(text, links, match[0], before) for match in (first, second))
    return here is not None and there is not None and here < there


def _first_named(
    text: str, links: list[Link], figure: Figure, within: tuple[int, int]
) -> int | None:
    """Where the English first names what is in the clause of the figure and in no other."""
    start = max(text.rfind(mark, 0, figure.start) + 1 for mark in "，。；、,;")
    places = [
        at
        for link in links
        if link.kind != FUNCTION and all(start <= a and b <= figure.start for a, b in link.chinese)
        for at, end in link.english
        if within[0] <= at and end <= within[1]
    ]
    return min(places, default=None)


_OF = late_regex(r"(?i:\sof\s(?:(?:the|its|their|all|local|total)\s)*)")
_AT = late_regex(rf"(?i:\s(?:of|above|over|exceeding|below|under|beyond|topping)\s{APPROACH})")
_DIRECTLY = late_regex("的|(?:超过?|达到?|为|高于|低于|逾|约|近|不足|的)*")


def _is_joined(text: str, english: str, links: list[Link], own: Match) -> bool:
    """地区生产总值的六成 as "three fifths of GDP", 收入超过12万元 as "income above 120,000"."""
    if own[0].kind not in AMOUNTS and own[0].kind != "fraction":
        return False
    for link in links:
        if link.kind not in {WORD, NAME} or not any(
            _DIRECTLY.fullmatch(text, end, own[0].start) for _, end in link.chinese
        ):
            continue
        if len(link.chinese) > 1:
            continue
        if any(
            _OF.fullmatch(english, own[1].end, start) or _AT.fullmatch(english, end, own[1].start)
            for start, end in link.english
        ):
            return True
    return False
