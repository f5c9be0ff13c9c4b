"""Figures that arithmetic, brackets or the words right beside them show to be in their places.

The base of a share ("a premium of 32 percent over the starting price of 23.6 million"), the change
in brackets behind the amount that it is of ("310 million yuan (down 19 percent)" for 金额下降19%),
the former level ("3.25 yuan in place of 2.9"), the amount for each, and a noun joined directly to
the same figure in both languages ("three fifths of GDP" for 地区生产总值的六成).
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.context.evidence import NAME, WORD, Link
from generator.figures.english.changes import APPROACH
from generator.figures.matching.comparison import Match
from generator.figures.shared.figure import AMOUNTS, Figure
from generator.patterns import late_regex


def is_placed(
    text: str, english: str, links: list[Link], matches: list[Match], one: Match, other: Match
) -> bool:
    """Whether the English shows that one of the two figures is not the other."""
    return any(
        _is_base(text, english, matches, first, second)
        or _is_former(text, english, first, second)
        or _is_for_each(text, english, first, second)
        or _is_joined(text, english, links, first)
        for first, second in ((one, other), (other, one))
    ) or _are_in_brackets(text, english, matches, one, other)


def may_be_proven(text: str, english: str) -> bool:
    """Whether the words are there without which nothing shows that two have changed places."""
    return _MAY_BE.search(text) is not None and _MAY_BE_ENGLISH.search(english) is not None


def is_in_place_of_other(
    text: str, english: str, matches: list[Match], one: Match, other: Match
) -> bool:
    """Whether two figures, each given with the English of the other, would be in place so."""
    return any(
        _is_base(text, english, matches, first, second)
        or _is_former(text, english, first, second)
        or _is_for_each(text, english, first, second)
        for first, second in ((one, other), (other, one))
    ) or _are_in_brackets(text, english, matches, one, other)


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
    low, level = _number(base[0]), _number(other[0])
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


def _number(figure: Figure) -> Fraction:
    fact = figure.facts[0][0] if figure.facts else None
    return fact.value if fact is not None and fact.kind == "number" else Fraction(0)


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
    r"(?i:[^,;.]{0,60}?\b(?:(?:each|every)\s(?!year|month|day|week)|on\saverage|apiece|a\shead"
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
