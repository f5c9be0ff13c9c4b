"""Proofs of the places of two figures that hold in both directions: they show that the two are in
their places, and with the figures exchanged that they have changed them.

The base of a share ("a premium of 32 percent over the starting price of 23.6 million"), the change
in brackets behind the amount that it is of ("310 million yuan (down 19 percent)" for 金额下降19%),
the former level ("3.25 yuan in place of 2.9"), and the amount for each.
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Match
from generator.figures.shared.figure import Figure, only_value
from generator.patterns import late_regex


def show_places(text: str, english: str, matches: list[Match], one: Match, other: Match) -> bool:
    """Whether the English shows that the two figures are not each other. Given each with the
    English of the other, whether it shows that they have changed places.
    """
    return any(
        _is_base(text, english, matches, first, second)
        or _is_former(text, english, first, second)
        or _is_for_each(text, english, first, second)
        for first, second in ((one, other), (other, one))
    ) or _are_in_brackets(text, english, matches, one, other)


def may_show_places(text: str, english: str) -> bool:
    """Whether the words are there without which nothing shows the places of two figures."""
    return _MAY_BE.search(text) is not None and _MAY_BE_ENGLISH.search(english) is not None


_MAY_BE = late_regex("起拍价|起始价|底价|[由从原]|人均|户均|每[人户家]|[人户件起宗家辆台套次]数|额")
_MAY_BE_ENGLISH = late_regex(
    r"\(|(?i:in\splace\sof|instead\sof|rather\sthan|from|now|over|above|each|every|per|average|apiece|a\shead)\b"
)
_START_PRICE = late_regex(r"(?:起拍价|起始价|底价)[为是]?\Z")


def _is_start_price(text: str, figure: Figure) -> bool:
    return _START_PRICE.search(text, 0, figure.start) is not None


_START = r"(?:starting|opening|reserve|asking|floor|minimum)\s(?:price|bid)"
_OVER = late_regex(
    r"(?i:\s(?:(?:premium|markup|gain|rise|increase)\s)?(?:over|above|on|more\sthan|higher\sthan)"
    rf"\s(?:the|its|an?)\s{_START}(?:\sof|,)?\s[$€£¥]?)"
)
_UNDER = late_regex(
    r"(?i:\s(?:(?:discount|cut|fall|drop)\s)?(?:below|under|off|less\sthan|lower\sthan|from)"
    rf"\s(?:the|its|an?)\s{_START}(?:\sof|,)?\s[$€£¥]?)"
)
_NEARLY = Fraction(1, 100)


def _is_base(text: str, english: str, matches: list[Match], base: Match, other: Match) -> bool:
    """起拍价2360万元，以3115万元成交，溢价率32% as "32 percent over the starting price of 23.6
    million": 3115 is 2360 and 32 percent of it.
    """
    low, level = only_value(base[0]), only_value(other[0])
    if not low or not level or not _is_start_price(text, base[0]):
        return False
    moved = level / low - 1
    return any(
        figure.kind == "percent"
        and stated.end < base[1].start
        and abs(figure.facts[0][0].value - abs(moved)) <= _NEARLY
        and (_OVER if moved > 0 else _UNDER).fullmatch(english, stated.end, base[1].start)
        for figure, stated in matches
        if figure.facts and figure.facts[0][0].kind == "share"
    )


_NOUN_OF = late_regex(
    r"(?P<counter>[人户件起宗家辆台套次])数[量]?(?:同比|环比)?(?:[增减下上][长加少降升]|[增减降升])了?(?:约|近|逾)?\Z"
    r"|(?P<money>[金总]额|额)(?:同比|环比)?(?:[增减下上][长加少降升]|[增减降升])了?(?:约|近|逾)?\Z"
)
_OPENS = late_regex(r"(?i:(?:\s[a-z'’-]+){0,4}\s?\((?:up|down|a\s[a-z]+\sof|plus|minus|[-+−])?\s?)")
_CLOSES = late_regex(r"[^()0-9]{0,30}\)")
_ALIKE = {"人": "人名位", "次": "次", "起": "起件宗", "件": "件起宗", "宗": "宗件起"}


def _are_in_brackets(
    text: str, english: str, matches: list[Match], one: Match, other: Match
) -> bool:
    """人数下降26%、金额下降19% as "310 million yuan (down 19 percent) for 28,000 (down 26)"."""
    if "(" not in english:
        return False
    return all(_is_in_bracket_of_own(text, english, matches, match) for match in (one, other))


def _is_in_bracket_of_own(text: str, english: str, matches: list[Match], change: Match) -> bool:
    noun = _NOUN_OF.search(text, max(0, change[0].start - 12), change[0].start)
    if noun is None or not _CLOSES.match(english, change[1].end):
        return False
    ahead = max(
        (match for match in matches if match[1].end < change[1].start),
        key=lambda match: match[1].end,
        default=None,
    )
    if ahead is None or not _OPENS.fullmatch(english, ahead[1].end, change[1].start):
        return False
    if noun["money"]:
        return ahead[0].kind == "money"
    return ahead[0].source[-1] in _ALIKE.get(noun["counter"], noun["counter"])


_SINCE = late_regex(r"(?:[由从](?!事)|原[来先价]?为?)[^，。；、0-9]{0,10}\Z")
_TO = late_regex(r"[^。；0-9]{0,12}[至到为成](?:了|近|约|逾)?")
_IN_PLACE_OF = late_regex(
    rf"(?i:(?:\s[a-z'’]+){{0,6}},?\s(?:in\splace\sof|instead\sof|rather\sthan|(?:up|down)\sfrom)\s{APPROACH})"
)
_NOW = late_regex(
    rf"(?i:[^.;0-9]{{0,100}}[(,;–—]\s?(?:now|currently|at\spresent|today)\s{APPROACH})"
)
_PLANNED = late_regex("拟|将|计划")
_PROPOSED = late_regex(
    r"(?i:\b(?:propos(?:es?|ed|al)|plans?|planned|would|will|to\s(?:rise|go|fall))\b)"
)


def _is_former(text: str, english: str, former: Match, level: Match) -> bool:
    """拟由2.9元上调至3.25元 as "3.25 yuan in place of 2.9", "3.25 yuan proposed (now 2.9)"."""
    if level[1].end >= former[1].start or level[0].start < former[0].end:
        return False
    if not _SINCE.search(text, max(0, former[0].start - 14), former[0].start):
        return False
    if not _TO.fullmatch(text, former[0].end, level[0].start):
        return False
    if _IN_PLACE_OF.fullmatch(english, level[1].end, former[1].start):
        return True
    return (
        _NOW.fullmatch(english, level[1].end, former[1].start) is not None
        and _PLANNED.search(text, 0, former[0].start) is not None
        and _PROPOSED.search(english, 0, former[1].start) is not None
    )


_FOR_ONE = late_regex(r"(?:人均|户均|每人|每户|每家)[^，。；、0-9]{0,6}\Z")
_TO_ONE = late_regex(
    r"(?i:[^,;.]{0,160}?\b(?:(?:each|every|typical)\s(?!year|month|day|week)|on\saverage|apiece|a\shead"
    r"|per\s(?:capita|head|person|household|family)|an?\saverage\s))"
)


def _is_for_each(text: str, english: str, each: Match, other: Match) -> bool:
    """人均增收8800元 as "earns each farmer 8,800 on average", no such word at the other."""
    if not _FOR_ONE.search(text, max(0, each[0].start - 10), each[0].start):
        return False
    if _FOR_ONE.search(text, max(0, other[0].start - 10), other[0].start):
        return False
    clauses = [_clause(english, match) for match in (each, other)]
    if clauses[0] == clauses[1]:
        return False
    return bool(_TO_ONE.match(english, *clauses[0])) and not _TO_ONE.match(english, *clauses[1])


_STOP = late_regex(r"[,;.:](?=\s|\Z)")


def _clause(english: str, match: Match) -> tuple[int, int]:
    stops = [stop.start() for stop in _STOP.finditer(english)]
    start = max((at + 1 for at in stops if at < match[1].start), default=0)
    end = min((at for at in stops if at >= match[1].end), default=len(english))
    return start, end
